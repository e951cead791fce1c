// What the kernel did is what is drawn: flows of random traffic, of which each kind of object knows the true
// ones.
#include "helpers/flow_model.h"
#include "unit/properties/properties.h"

#include <csignal>
#include <deque>
#include <map>

#undef signals  // a keyword of Qt, which signal(7) had first

namespace ipcscope::testing {

namespace {

// Bytes of a pipe: each read takes what is there, up to its size.
std::vector<Deed> stream_program(Rng& rng, std::size_t count, ExpectedFlows& expected) {
    std::vector<Deed> deeds;
    struct Waiting {
        std::size_t deed;
        std::uint32_t size, taken;
    };
    std::deque<Waiting> pipe;
    for (std::size_t i = 0; i < count; ++i) {
        Deed deed;
        if (pipe.empty() || rng() % 2) {
            deed.bytes.assign(1 + rng() % (rng() % 4 ? 5 : 60), 'x');
            pipe.push_back({i, static_cast<std::uint32_t>(deed.bytes.size()), 0});
        } else {
            deed.worker = 2;
            deed.role = FlowRole::receive;
            auto room = static_cast<std::uint32_t>(1 + rng() % 40);
            while (room > 0 && !pipe.empty()) {
                auto& first = pipe.front();
                const auto n = std::min(room, first.size - first.taken);
                expected.insert({first.deed, i, n, first.taken});
                deed.bytes.append(n, 'x');
                room -= n;
                first.taken += n;
                if (first.taken == first.size) pipe.pop_front();
            }
        }
        deeds.push_back(std::move(deed));
    }
    give_times(deeds, rng);
    return deeds;
}

// Messages with keys (types, priorities; with one key: packets), each received whole and in order of its key.
std::vector<Deed> queue_program(Rng& rng, std::size_t count, std::uint32_t keys, ExpectedFlows& expected) {
    std::vector<Deed> deeds;
    std::map<std::uint32_t, std::deque<std::size_t>> queues;
    for (std::size_t i = 0; i < count; ++i) {
        Deed deed;
        deed.key = static_cast<std::uint32_t>(rng() % keys);
        auto& queue = queues[deed.key];
        if (queue.empty() || rng() % 2) {
            deed.bytes.assign(1 + rng() % 3, static_cast<char>('a' + rng() % 2));  // many are alike
            queue.push_back(i);
        } else {
            deed.worker = 2;
            deed.role = FlowRole::receive;
            deed.bytes = deeds[queue.front()].bytes;
            expected.insert({queue.front(), i, static_cast<std::uint32_t>(deed.bytes.size()), 0});
            queue.pop_front();
        }
        deeds.push_back(std::move(deed));
    }
    give_times(deeds, rng);
    return deeds;
}

// One process is signalled by another. A standard signal that is pending already stays one.
std::vector<Deed> signal_program(Rng& rng, std::size_t count, bool queues, ExpectedFlows& expected) {
    std::vector<Deed> deeds;
    std::vector<std::size_t> pending;
    const auto number = static_cast<std::uint32_t>(queues ? SIGRTMIN + 2 : SIGUSR1);
    for (std::size_t i = 0; i < count; ++i) {
        Deed deed;
        deed.key = number;
        if (pending.empty() || rng() % 2) {
            // Whether a call that has not come back adds to a pending signal cannot be seen.
            deed.fast = !queues && (!pending.empty() || rng() % 2);
            pending.push_back(i);
            if (!queues && !deed.fast) {  // then its delivery comes next
                deeds.push_back(deed);
                if (++i == count) break;
                expected.insert({i - 1, i, 0, 0});
                pending.clear();
                deed.fast = true;
                deed.worker = 2;
                deed.role = FlowRole::receive;
            }
        } else {
            deed.worker = 2;
            deed.role = FlowRole::receive;
            deed.fast = !queues;
            const auto taken = queues ? 1 : pending.size();
            for (std::size_t k = 0; k < taken; ++k)
                expected.insert({pending[k], i, 0, 0});
            pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(taken));
        }
        deeds.push_back(std::move(deed));
    }
    give_times(deeds, rng);
    return deeds;
}

// Everybody who takes a stream in gets a copy, but some are lost on the way.
std::vector<Deed> copies_program(Rng& rng, std::size_t count, std::uint32_t takers, ExpectedFlows& expected) {
    std::vector<Deed> deeds;
    std::vector<std::size_t> sent;
    std::vector<std::size_t> next(takers, 0);
    for (std::size_t i = 0; i < count; ++i) {
        Deed deed;
        deed.key = 5;
        const auto taker = static_cast<std::uint32_t>(rng() % takers);
        if (next[taker] >= sent.size() || rng() % 3 == 0) {
            deed.bytes = std::to_string(i);
            sent.push_back(i);
        } else {
            if (rng() % 8 == 0) next[taker] += rng() % (sent.size() - next[taker]);  // lost
            const auto from = sent[next[taker]++];
            deed.worker = static_cast<std::uint16_t>(2 + taker);
            deed.object = 2 + taker;
            deed.role = FlowRole::receive;
            deed.bytes = deeds[from].bytes;
            expected.insert({from, i, static_cast<std::uint32_t>(deed.bytes.size()), 0});
        }
        deeds.push_back(std::move(deed));
    }
    give_times(deeds, rng);
    return deeds;
}

// Bytes that were written last are those that are read.
std::vector<Deed> memory_program(Rng& rng, std::size_t count, ExpectedFlows& expected) {
    std::vector<Deed> deeds;
    std::vector<std::pair<std::size_t, std::uint32_t>> bytes(200, {SIZE_MAX, 0});  // who, which of its bytes
    for (std::size_t i = 0; i < count; ++i) {
        Deed deed;
        deed.fast = true;
        deed.key = static_cast<std::uint32_t>(rng() % 150);
        const auto length = static_cast<std::uint32_t>(1 + rng() % 50);
        deed.bytes.assign(length, 'x');
        deed.worker = static_cast<std::uint16_t>(1 + rng() % 3);
        if (rng() % 2) {
            for (std::uint32_t k = 0; k < length; ++k)
                bytes[deed.key + k] = {i, k};
        } else {
            deed.role = FlowRole::receive;
            for (std::uint32_t k = 0; k < length;) {
                const auto [who, which] = bytes[deed.key + k];
                std::uint32_t run = 1;
                while (k + run < length && bytes[deed.key + k + run] == std::pair{who, which + run})
                    ++run;
                if (who != SIZE_MAX) expected.insert({who, i, run, which});
                k += who == SIZE_MAX ? 1 : run;
            }
        }
        deeds.push_back(std::move(deed));
    }
    give_times(deeds, rng);
    return deeds;
}

std::size_t program_length() {
    return *rc::gen::inRange<std::size_t>(0, 120);
}

}  // namespace

void flows_are_those_of(FlowPolicy policy) {
    auto rng = randomness();
    ExpectedFlows expected;
    FlowJoiner::Context context;
    context.policy = policy;
    context.target = WorkerId{2};
    std::vector<Deed> deeds;
    JoinerRun run;
    switch (policy) {
        case FlowPolicy::byte_stream: deeds = stream_program(rng, program_length(), expected); break;
        case FlowPolicy::packets: deeds = queue_program(rng, program_length(), 1, expected); break;
        case FlowPolicy::typed_queue: deeds = queue_program(rng, program_length(), 3, expected); break;
        case FlowPolicy::signals:
            deeds = signal_program(rng, program_length(), *rc::gen::arbitrary<bool>(), expected);
            break;
        case FlowPolicy::copies: {
            const auto takers = *rc::gen::inRange<std::uint32_t>(1, 4);
            context.streams_by_key = true;
            for (std::uint32_t i = 0; i < takers; ++i)
                run.joiner.takes_in(0, 5, ObjectId{2 + i});
            deeds = copies_program(rng, program_length(), takers, expected);
            break;
        }
        default: deeds = memory_program(rng, program_length(), expected); break;
    }
    context.level_from_flow = policy == FlowPolicy::byte_stream || policy == FlowPolicy::packets ||
                              policy == FlowPolicy::typed_queue;
    RC_ASSERT(run.play(deeds, context) == expected);
    RC_ASSERT(run.index.size() == expected.size());
    if (!context.level_from_flow) return;
    std::int64_t level = 0;
    for (const auto& deed : deeds) {
        const auto by = policy == FlowPolicy::byte_stream ? static_cast<std::int64_t>(deed.bytes.size()) : 1;
        level += deed.role == FlowRole::send ? by : -by;
    }
    RC_ASSERT(run.lanes.level_now({LaneKind::level, 1, 0}) == level);
    if (policy != FlowPolicy::typed_queue) return;
    std::int64_t bytes = 0;
    for (const auto& deed : deeds) {
        const auto size = static_cast<std::int64_t>(deed.bytes.size());
        bytes += deed.role == FlowRole::send ? size : -size;
    }
    RC_ASSERT(run.lanes.level_now({LaneKind::level, 1, bytes_level}) == bytes);
}

}  // namespace ipcscope::testing

// Flows that are not bound to one object's order: streams from one socket to another, copies, serials,
// memory.
#include "base/clock.h"
#include "runtime/flow_joiner.h"
#include "schema/spec.h"

#include <algorithm>
#include <functional>

namespace ipcscope {

namespace {

constexpr std::size_t most_waiting = 4096;  // packets of one stream, serials: what is older was lost
constexpr std::size_t most_ranges = 65536;  // of one memory: beyond that nothing is claimed of older writes

std::uint64_t full_key(const FlowJoiner::Context& context) {
    return std::uint64_t{context.mechanism} << 32 | context.key;
}

}  // namespace

void FlowJoiner::takes_in(std::uint16_t mechanism, std::uint32_t key, ObjectId object) {
    const auto full = std::uint64_t{mechanism} << 32 | key;
    taken_keys_.try_emplace(object.value, full);
    auto& directed = directed_[full];
    if (std::find(directed.takers.begin(), directed.takers.end(), object) != directed.takers.end()) return;
    directed.takers.push_back(object);
    directed.received.emplace(object.value, directed.dropped + directed.stream.sent.size());
    if (directed.takers.size() > 1) return;
    auto& level = taken_levels_[object.value];
    level += directed.untold;
    if (directed.untold != 0 && events_.size() > 0)
        lanes_.level({LaneKind::level, object.value, 0}, events_.size() - 1,
                     events_[events_.size() - 1].time_ns, std::max<std::int64_t>(0, level));
    directed.untold = 0;
}

void FlowJoiner::raise(Directed& directed, std::uint64_t seq, const Event& event, std::int64_t by, bool all) {
    if (by == 0) return;
    if (directed.takers.empty()) {
        directed.untold += by;
        return;
    }
    for (const auto object : directed.takers) {
        auto& level = taken_levels_[object.value];
        level += by;
        lanes_.level({LaneKind::level, object.value, 0}, seq, event.time_ns,
                     std::max<std::int64_t>(0, level));
        if (!all) return;
    }
}

void FlowJoiner::directed(std::uint64_t seq, const Event& event, const Context& context) {
    const bool sends = context.role == FlowRole::send;
    if (context.key == 0) return;  // the driver could not know where it goes, or comes from
    const bool is_stream = context.policy == FlowPolicy::byte_stream;
    if (is_stream && event.ret <= 0) return;
    const ObjectId object{event.object};
    auto key = full_key(context);
    if (context.key == arrives_here) {
        const auto taken = taken_keys_.find(event.object);
        if (taken == taken_keys_.end() || sends) return;
        key = taken->second;
    } else if (!sends) {
        takes_in(context.mechanism, context.key, object);
    }
    auto& directed = directed_[key];
    Part part = part_of(seq, event);
    if (is_stream) {
        part.left = static_cast<std::uint32_t>(event.ret);
        bytes(directed.stream, part, context.role, object);
        if (context.level_from_flow) raise(directed, seq, event, sends ? event.ret : -event.ret);
        return;
    }
    part.left = event.original;
    part.content = std::hash<std::string_view>{}(events_.payload(events_[seq]));
    const auto size = context.level_in_bytes ? std::int64_t{event.original} : 1;
    if (context.policy == FlowPolicy::copies) {
        copied(directed, part, context.role, object);
        if (!context.level_from_flow) return;
        if (sends) return raise(directed, seq, event, size, true);
        auto& level = taken_levels_[object.value];
        level -= size;
        lanes_.level({LaneKind::level, object.value, 0}, seq, event.time_ns,
                     std::max<std::int64_t>(0, level));
        return;
    }
    const auto by = matched(directed.stream, part, context.role, object, context.level_in_bytes);
    if (context.level_from_flow) raise(directed, seq, event, by);
}

// A packet that came is the first one sent with its content; those before it were lost on the way. Without
// such a one (cut short by a small buffer) it is the first.
std::int64_t FlowJoiner::matched(Stream& stream, const Part& part, FlowRole role, ObjectId object,
                                 bool in_bytes) {
    const bool sends = role == FlowRole::send;
    const auto size = [&](const Part& of) { return in_bytes ? std::int64_t{of.left} : 1; };
    auto& others = sends ? stream.received : stream.sent;
    auto& mine = sends ? stream.sent : stream.received;
    auto same = std::find_if(others.begin(), others.end(), [&](const Part& other) {
        return other.content == part.content && other.left == part.left;
    });
    bool guess = false;
    if (same == others.end() && !sends && !others.empty()) same = others.begin(), guess = true;
    if (same == others.end()) {
        mine.push_back(part);
        if (mine.size() > most_waiting) mine.pop_front();
        return sends ? size(part) : -size(part);
    }
    Flow flow;
    flow.from = sends ? part.seq : same->seq;
    flow.to = sends ? same->seq : part.seq;
    flow.object = object;
    flow.bytes = sends ? same->left : part.left;
    flow.guess = guess || (!sends && stream.sent.size() > 1 && crossed(stream, *same));
    add(flow);
    if (sends) {
        others.erase(same);
        return size(part);
    }
    std::int64_t gone = 0;
    for (auto it = others.begin(); it <= same; ++it)
        gone += size(*it);
    others.erase(others.begin(), same + 1);
    return -gone;
}

void FlowJoiner::copied(Directed& directed, Part part, FlowRole role, ObjectId object) {
    auto& sent = directed.stream.sent;
    const auto add_flow = [&](const Part& from, const Part& to, ObjectId taker) {
        Flow flow;
        flow.from = from.seq;
        flow.to = to.seq;
        flow.object = taker;
        flow.bytes = to.left;
        add(flow);
    };
    const auto same = [](const Part& a, const Part& b) { return a.content == b.content && a.left == b.left; };
    if (role == FlowRole::send) {
        auto& early = directed.stream.received;  // seen before its send; `done` holds the taker
        for (auto it = early.begin(); it != early.end();) {
            if (!same(*it, part) || it->end_ns < part.begin_ns) {
                ++it;
                continue;
            }
            add_flow(part, *it, ObjectId{it->done});
            directed.received[it->done] = directed.dropped + sent.size() + 1;
            it = early.erase(it);
        }
        sent.push_back(part);
        if (sent.size() <= most_waiting) return;
        sent.pop_front();
        ++directed.dropped;
        return;
    }
    auto& next = directed.received[object.value];
    for (auto i = std::max(next, directed.dropped) - directed.dropped; i < sent.size(); ++i) {
        if (!same(sent[i], part)) continue;
        add_flow(sent[i], part, object);
        next = directed.dropped + i + 1;
        return;
    }
    part.done = object.value;
    directed.stream.received.push_back(part);
    if (directed.stream.received.size() > most_waiting) directed.stream.received.pop_front();
}

// The last handle of an object that took something in was closed: what was still on its way is lost.
void FlowJoiner::forget_taken(ObjectId object, bool level_from_flow) {
    taken_keys_.erase(object.value);
    for (auto& [key, directed] : directed_) {
        if (std::erase(directed.takers, object) == 0) continue;
        directed.received.erase(object.value);
        if (directed.takers.empty()) directed.stream = {};
    }
    const auto level = taken_levels_.find(object.value);
    if (level == taken_levels_.end()) return;
    if (level_from_flow && level->second > 0 && events_.size() > 0)
        lanes_.level({LaneKind::level, object.value, 0}, events_.size() - 1, now_ns(), 0);
    taken_levels_.erase(level);
}

void FlowJoiner::tagged(std::uint64_t seq, const Event& event, const Context& context) {
    if (context.key == 0) return;
    const auto key = full_key(context);
    const auto [found, fresh] = tagged_.try_emplace(key);
    if (fresh) {
        tags_.push_back(key);
        if (tags_.size() > most_waiting) {
            tagged_.erase(tags_.front());
            tags_.pop_front();
        }
    }
    auto& tag = tagged_[key];
    if (context.role == FlowRole::send) {
        tag.sent = seq + 1;
        for (const auto received : tag.received)
            join(seq, received, ObjectId{event.object});
        tag.received.clear();
    } else if (tag.sent != 0) {
        join(tag.sent - 1, seq, ObjectId{event.object});
    } else {
        tag.received.push_back(seq);
    }
}

void FlowJoiner::write_range(Memory& memory, std::uint32_t begin, Written written) {
    // What it covers is cut out of the writes before it.
    auto it = memory.lower_bound(begin);
    if (it != memory.begin()) {
        const auto before = std::prev(it);
        if (before->second.end > written.end) memory.emplace(written.end, before->second);
        if (before->second.end > begin) before->second.end = begin;
        it = memory.lower_bound(begin);
    }
    while (it != memory.end() && it->first < written.end) {
        if (it->second.end > written.end) memory.emplace(written.end, it->second);
        it = memory.erase(it);
    }
    memory.emplace(begin, written);
}

void FlowJoiner::memory(std::uint64_t seq, const Event& event, const Context& context) {
    const auto length = event.original;
    if (length == 0) return;
    auto& memory = memories_[event.object];
    const auto begin = context.key;
    const auto end = begin + std::min(length, UINT32_MAX - begin);
    if (context.role != FlowRole::send) {
        auto it = memory.upper_bound(begin);
        if (it != memory.begin()) --it;
        for (; it != memory.end() && it->first < end; ++it) {
            const auto from = std::max(begin, it->first), to = std::min(end, it->second.end);
            if (from >= to) continue;
            Flow flow;
            flow.from = it->second.seq;
            flow.to = seq;
            flow.object = ObjectId{event.object};
            flow.bytes = to - from;
            flow.offset = from - it->second.write_begin;
            add(flow);
        }
    }
    if (context.role != FlowRole::receive && !(event.flags & event_flag::received_only)) {
        if (memory.size() >= most_ranges) memory.clear();
        write_range(memory, begin, {end, begin, seq});
    }
}

}  // namespace ipcscope

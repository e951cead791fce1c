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
constexpr std::int64_t a_moment = 1'000'000'000;
constexpr std::size_t most_ranges = 65536;  // of one memory: beyond that nothing is claimed of older writes

std::uint64_t full_key(const FlowJoiner::Context& context) {
    return std::uint64_t{context.mechanism} << 32 | context.key;
}

}  // namespace

void FlowJoiner::takes_in(std::uint16_t mechanism, std::uint32_t key, ObjectId object, bool looking_back) {
    const auto full = std::uint64_t{mechanism} << 32 | key;
    taken_keys_.try_emplace(object.value, full);
    auto& directed = directed_[full];
    if (std::find(directed.takers.begin(), directed.takers.end(), object) != directed.takers.end()) return;
    directed.takers.push_back(object);
    const auto& sent = directed.stream.sent;
    auto first = sent.size();
    if (looking_back)
        for (const auto since = now_ns() - a_moment; first > 0 && sent[first - 1].end_ns >= since;)
            --first;
    if (directed.received.emplace(object.value, directed.dropped + first).second && directed.copies)
        taken_levels_[object.value] += amount(directed, directed.dropped + first, UINT64_MAX);
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
        const auto amount = std::min<std::int64_t>(event.ret, UINT32_MAX);
        part.left = static_cast<std::uint32_t>(amount);
        bytes(directed.stream, part, context.role, object);
        if (context.level_from_flow) raise(directed, seq, event, sends ? amount : -amount);
        return;
    }
    part.left = event.original;
    part.content = std::hash<std::string_view>{}(events_.payload(events_[seq]));
    const auto size = context.level_in_bytes ? std::int64_t{event.original} : 1;
    part.cut = event.captured < event.original;
    if (context.policy == FlowPolicy::copies) {
        directed.copies = true;
        directed.in_bytes = context.level_in_bytes;
        const auto gone = copied(directed, part, context.role, object);
        if (!context.level_from_flow) return;
        if (sends) {
            if (!directed.takers.empty()) raise(directed, seq, event, size, true);
            return;  // without a taker it is lost
        }
        auto& level = taken_levels_[object.value];
        level -= gone;
        lanes_.level({LaneKind::level, object.value, 0}, seq, event.time_ns,
                     std::max<std::int64_t>(0, level));
        return;
    }
    if (context.policy == FlowPolicy::spread) return spread(directed, part, context.role, object);
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

// What one taker has received was not for the others, and what was sent before it is still on its way to
// them.
void FlowJoiner::spread(Directed& directed, const Part& part, FlowRole role, ObjectId object) {
    auto& stream = directed.stream;
    const bool sends = role == FlowRole::send;
    auto& others = sends ? stream.received : stream.sent;
    auto& mine = sends ? stream.sent : stream.received;
    const auto fits = [&](const Part& other) {
        return other.content == part.content && other.left == part.left;
    };
    const auto same = std::find_if(others.begin(), others.end(), fits);
    if (same == others.end()) {
        mine.push_back(part);
        if (mine.size() > most_waiting) mine.pop_front();
        return;
    }
    Flow flow;
    flow.from = sends ? part.seq : same->seq;
    flow.to = sends ? same->seq : part.seq;
    flow.object = object;
    flow.bytes = part.left;
    flow.guess = directed.takers.size() > 1 && std::any_of(same + 1, others.end(), fits);
    add(flow);
    others.erase(same);
}

// What the sends from number `from` to `to` (not included) add to a level.
std::int64_t FlowJoiner::amount(const Directed& directed, std::uint64_t from, std::uint64_t to) {
    const auto& sent = directed.stream.sent;
    const auto begin = std::max(from, directed.dropped) - directed.dropped;
    const auto end = std::min<std::uint64_t>(to - directed.dropped, sent.size());
    std::int64_t sum = 0;
    for (auto i = begin; i < end; ++i)
        sum += directed.in_bytes ? std::int64_t{sent[i].left} : 1;
    return sum;
}

// A send: whoever was seen to receive it already is joined, and has lost what was sent before it.
void FlowJoiner::announced(Directed& directed, const Part& part) {
    auto& early = directed.stream.received;  // `done` holds the taker
    for (auto it = early.begin(); it != early.end();) {
        if (it->content != part.content || it->left != part.left || it->end_ns < part.begin_ns) {
            ++it;
            continue;
        }
        join(part.seq, it->seq, ObjectId{it->done}, false, it->left);
        auto& next = directed.received[it->done];
        taken_levels_[it->done] -= amount(directed, next, UINT64_MAX);
        next = directed.dropped + directed.stream.sent.size() + 1;
        it = early.erase(it);
    }
}

// A copy that came is the first one sent with its content; those before it did not reach this receiver. One
// that is shorter than all that is on its way was cut by a small buffer: then it is the next.
std::int64_t FlowJoiner::copied(Directed& directed, Part part, FlowRole role, ObjectId object) {
    auto& sent = directed.stream.sent;
    if (role == FlowRole::send) {
        announced(directed, part);
        sent.push_back(part);
        if (sent.size() <= most_waiting) return 0;
        sent.pop_front();
        ++directed.dropped;
        return 0;
    }
    auto& next = directed.received[object.value];
    const auto first = std::max(next, directed.dropped) - directed.dropped;
    auto found = std::find_if(
        sent.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(first, sent.size())), sent.end(),
        [&](const Part& one) { return one.content == part.content && one.left == part.left; });
    const bool guess = found == sent.end();
    if (guess && first < sent.size()) {
        const auto candidate = sent.begin() + static_cast<std::ptrdiff_t>(first);
        if (candidate->left > part.left || (candidate->left == part.left && part.cut)) found = candidate;
    }
    if (found == sent.end()) {
        const auto size = directed.in_bytes ? std::int64_t{part.left} : 1;
        part.done = object.value;
        directed.stream.received.push_back(part);
        if (directed.stream.received.size() > most_waiting) directed.stream.received.pop_front();
        return size;
    }
    join(found->seq, part.seq, object, guess, part.left);
    const auto after = directed.dropped + static_cast<std::uint64_t>(found - sent.begin()) + 1;
    const auto gone = amount(directed, next, after);
    next = after;
    return gone;
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
    const bool writes = context.role != FlowRole::receive && !(event.flags & event_flag::received_only);
    lanes_.memory(seq, event, begin, end - begin, writes);
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
    if (writes) {
        if (memory.size() >= most_ranges) memory.clear();
        write_range(memory, begin, {end, begin, seq});
    }
}

}  // namespace ipcscope

// Queues of messages that are told apart by a type or a priority.
#include "runtime/flow_joiner.h"

#include <algorithm>

namespace ipcscope {

namespace {
constexpr std::size_t most_early = 1024;  // receives whose send is not known
}

// A message is received whole, or cut short by a small buffer.
bool FlowJoiner::is_of(const Part& received, const Part& sent, bool cut) const {
    if (cut ? received.left >= sent.left : received.left != sent.left) return false;
    const auto whole = events_.payload(events_[sent.seq]);
    const auto part = events_.payload(events_[received.seq]);
    return cut ? whole.starts_with(part) : whole == part;
}

// Of one type the oldest comes first. Two receivers may be seen in the wrong order, and other programs send
// and receive as well: so a message must also be the same one.
void FlowJoiner::queued(std::uint64_t seq, const Event& event, const Context& context) {
    auto& queue = queues_[event.object];
    auto& stream = queue.by_key[context.key];
    Part part = part_of(seq, event);
    part.left = event.original;
    const bool sends = context.role == FlowRole::send;
    // Who had received before this send began got the message of somebody whom we do not know.
    while (sends && !stream.received.empty() && stream.received.front().end_ns < part.begin_ns) {
        queue.bytes += stream.received.front().left;
        stream.received.pop_front();
        if (queue.level < 0) ++queue.level;
    }
    auto& others = sends ? stream.received : stream.sent;
    auto same = others.end();
    for (const bool cut : {false, true})
        if (same == others.end())
            same = std::find_if(others.begin(), others.end(), [&](const Part& other) {
                return sends ? is_of(other, part, cut) : is_of(part, other, cut);
            });
    if (same != others.end()) {
        Flow flow;
        flow.from = sends ? seq : same->seq;
        flow.to = sends ? same->seq : seq;
        flow.object = ObjectId{event.object};
        flow.bytes = sends ? same->left : part.left;
        flow.guess = !sends && stream.sent.size() > 1 && crossed(stream, *same);
        add(flow);
        // One that was cut when it was received has left the queue whole.
        queue.bytes += sends ? std::int64_t{same->left} : -std::int64_t{same->left};
        others.erase(same);
    } else {
        queue.bytes += sends ? std::int64_t{part.left} : -std::int64_t{part.left};
        (sends ? stream.sent : stream.received).push_back(part);
        if (stream.received.size() > most_early) stream.received.pop_front();
    }
    queue.level += sends ? 1 : -1;
    if (context.level_from_flow)
        lanes_.level({LaneKind::level, event.object, 0}, seq, event.time_ns,
                     std::max<std::int64_t>(0, queue.level));
    if (context.level_from_flow && queue.bytes_known)
        lanes_.level({LaneKind::level, event.object, bytes_level}, seq, event.time_ns,
                     std::max<std::int64_t>(0, queue.bytes));
}

void FlowJoiner::held_before(ObjectId object, std::int64_t level) {
    if (queues_.contains(object.value)) return;
    auto& queue = queues_[object.value];
    queue.level = std::clamp<std::int64_t>(level, 0, UINT32_MAX);
    queue.bytes_known = level == 0;
}

std::vector<FlowJoiner::Waiting> FlowJoiner::waiting(ObjectId object) const {
    std::vector<Waiting> out;
    const auto queue = queues_.find(object.value);
    if (queue == queues_.end()) return out;
    for (const auto& [key, stream] : queue->second.by_key)
        for (const auto& part : stream.sent)
            out.push_back({part.seq, key});
    std::sort(out.begin(), out.end(), [](const Waiting& a, const Waiting& b) { return a.seq < b.seq; });
    return out;
}

}  // namespace ipcscope

#include "runtime/flow_joiner.h"

#include "base/clock.h"

#include <algorithm>
#include <csignal>

namespace ipcscope {

namespace {
constexpr std::size_t remembered = 64;  // posts and sleepers of one object
}

FlowJoiner::FlowJoiner(EventStore& events, FlowTable& flows, LaneIndex& lanes, FlowIndex* index)
    : events_(events), flows_(flows), lanes_(lanes), index_(index) {}

void FlowJoiner::add(const Flow& flow) {
    const auto id = flows_.append(flow);
    events_.set_flow(flow.from, id);
    events_.set_flow(flow.to, id);
    if (index_) index_->append(id, events_[flow.from], events_[flow.to]);
}

void FlowJoiner::join(std::uint64_t from, std::uint64_t to, ObjectId object, bool guess,
                      std::uint32_t bytes) {
    Flow flow;
    flow.from = from;
    flow.to = to;
    flow.object = object;
    flow.guess = guess;
    flow.bytes = bytes;
    add(flow);
}

FlowJoiner::Part FlowJoiner::part_of(std::uint64_t seq, const Event& event) {
    Part part;
    part.seq = seq;
    part.end_ns = event.time_ns;
    part.begin_ns = event.time_ns - event.duration_ns;
    part.worker = event.worker;
    return part;
}

void FlowJoiner::event(std::uint64_t seq, const Event& event, const Context& context) {
    if (context.policy == FlowPolicy::signals) return signal(seq, event, context);
    if (context.role == FlowRole::none || event.err != 0 || event.object == 0) return;
    if (context.policy == FlowPolicy::memory) return memory(seq, event, context);
    if (context.policy == FlowPolicy::tagged) return tagged(seq, event, context);
    if (context.streams_by_key) return directed(seq, event, context);
    const ObjectId object{event.object};
    Part part = part_of(seq, event);
    const bool sends = context.role == FlowRole::send;
    switch (context.policy) {
        case FlowPolicy::byte_stream: {
            if (event.ret <= 0) return;                                         // end of file joins nothing
            const auto amount = std::min<std::int64_t>(event.ret, UINT32_MAX);  // more no call can move
            part.left = static_cast<std::uint32_t>(amount);
            auto& stream = streams_[event.object];
            bytes(stream, part, context.role, object);
            stream.level += sends ? amount : -amount;
            if (context.level_from_flow)
                lanes_.level({LaneKind::level, event.object, 0}, seq, event.time_ns,
                             std::max<std::int64_t>(0, stream.level));
            return;
        }
        case FlowPolicy::packets: {
            if (!sends && event.ret <= 0 && event.original == 0) return;
            auto& stream = streams_[event.object];
            packets(stream, part, event, context);
            if (context.level_from_flow)
                lanes_.level({LaneKind::level, event.object, 0}, seq, event.time_ns,
                             std::max<std::int64_t>(0, stream.level));
            return;
        }
        case FlowPolicy::typed_queue: return queued(seq, event, context);
        default: return;
    }
}

// Two writers at the same moment: the kernel's order between them is not ours to know.
bool FlowJoiner::crossed(const Stream& stream, const Part& part) const {
    return std::any_of(stream.sent.begin(), stream.sent.end(), [&](const Part& other) {
        return other.worker != part.worker && other.begin_ns < part.end_ns && part.begin_ns < other.end_ns;
    });
}

void FlowJoiner::bytes(Stream& stream, const Part& part, FlowRole role, ObjectId object) {
    auto& mine = role == FlowRole::send ? stream.sent : stream.received;
    mine.push_back(part);
    while (!stream.sent.empty() && !stream.received.empty()) {
        auto& sent = stream.sent.front();
        auto& received = stream.received.front();
        const auto count = std::min(sent.left, received.left);
        Flow flow;
        flow.from = sent.seq;
        flow.to = received.seq;
        flow.object = object;
        flow.bytes = count;
        flow.offset = sent.done;
        flow.guess = stream.sent.size() > 1 && crossed(stream, sent);
        add(flow);
        for (auto* side : {&sent, &received}) {
            side->left -= count;
            side->done += count;
        }
        if (sent.left == 0) stream.sent.pop_front();
        if (received.left == 0) stream.received.pop_front();
    }
}

void FlowJoiner::packets(Stream& stream, Part part, const Event& event, const Context& context) {
    const bool sends = context.role == FlowRole::send;
    const auto most = context.packet_bytes > 0 ? context.packet_bytes : event.original;
    if (context.packet_bytes > 0 && event.original == 0) return;
    std::uint32_t left = event.original;
    do {
        part.left = sends ? std::min(left, most) : left;
        const auto joined = whole(stream, part, context.role, ObjectId{event.object});
        if (context.level_in_bytes) {
            stream.level += (sends ? std::int64_t{part.left} : 0) - std::int64_t{joined};
        } else {
            stream.level += sends ? 1 : -1;
        }
        part.done += part.left;
        left -= part.left;
    } while (left > 0);
}

void FlowJoiner::emptied(ObjectId object, bool level_from_flow) {
    forget_taken(object, level_from_flow);
    const auto stream = streams_.find(object.value);
    if (stream == streams_.end()) return;
    const bool was_full = stream->second.level > 0;
    streams_.erase(stream);
    if (level_from_flow && was_full && events_.size() > 0)
        lanes_.level({LaneKind::level, object.value, 0}, events_.size() - 1, now_ns(), 0);
}

std::uint32_t FlowJoiner::whole(Stream& stream, const Part& part, FlowRole role, ObjectId object) {
    auto& mine = role == FlowRole::send ? stream.sent : stream.received;
    mine.push_back(part);
    if (stream.sent.empty() || stream.received.empty()) return 0;
    const auto& sent = stream.sent.front();
    const auto& received = stream.received.front();
    Flow flow;
    flow.from = sent.seq;
    flow.to = received.seq;
    flow.object = object;
    flow.bytes = received.left;
    flow.offset = sent.done;
    flow.guess = stream.sent.size() > 1 && crossed(stream, sent);
    add(flow);
    const auto bytes = sent.left;
    stream.sent.pop_front();
    stream.received.pop_front();
    return bytes;
}

void FlowJoiner::signal(std::uint64_t seq, const Event& event, const Context& context) {
    if (event.err != 0) return;
    const bool sends = context.role == FlowRole::send;
    const auto target = sends ? context.target.value : event.worker;
    auto& stream = signals_[{target, context.key}];
    Part part = part_of(seq, event);
    if (sends) {
        // The target, on another processor, may have been seen taking it before our call came back.
        if (!stream.received.empty() && stream.received.front().end_ns >= part.begin_ns) {
            join(seq, stream.received.front().seq, {});
            stream.received.pop_front();
            return;
        }
        stream.sent.push_back(part);
        return;
    }
    if (stream.sent.empty()) {
        stream.received.assign(1, part);
        return;
    }
    // What the target ignored when it came is not part of this delivery.
    if (context.gone)
        while (stream.sent.size() > 1 && context.gone(stream.sent.front().end_ns))
            stream.sent.pop_front();
    // A standard signal is pending once, however often it was sent: this delivery stands for all of them.
    const bool queues = static_cast<int>(context.key) >= SIGRTMIN;
    const auto merged = queues ? 0u : static_cast<std::uint32_t>(stream.sent.size() - 1);
    do {
        Flow flow;
        flow.from = stream.sent.front().seq;
        flow.to = seq;
        flow.merged = merged;
        add(flow);
        stream.sent.pop_front();
    } while (!queues && !stream.sent.empty());
}

void FlowJoiner::posted(std::uint64_t seq, const Event& event, Wakes whom) {
    auto& wake = wakes_[static_cast<std::size_t>(whom)][event.object];
    const auto post = part_of(seq, event);
    for (auto it = wake.sleepers.begin(); it != wake.sleepers.end(); ++it) {
        if (it->worker == post.worker || it->end_ns < post.begin_ns) continue;
        join(seq, it->seq, ObjectId{event.object}, wake.sleepers.size() > 1);
        wake.sleepers.erase(it);
        break;
    }
    wake.posts.push_back(post);
    if (wake.posts.size() > remembered) wake.posts.pop_front();
}

void FlowJoiner::woken(std::uint64_t seq, const Event& event, Wakes whom) {
    auto& wake = wakes_[static_cast<std::size_t>(whom)][event.object];
    const auto sleeper = part_of(seq, event);
    // The latest increase by somebody else while it slept; more than one makes it a guess.
    const Part* best = nullptr;
    int candidates = 0;
    for (const auto& post : wake.posts) {
        if (post.worker == sleeper.worker || post.end_ns < sleeper.begin_ns) continue;
        ++candidates;
        if (post.begin_ns <= sleeper.end_ns) best = &post;
    }
    if (best) return join(best->seq, seq, ObjectId{event.object}, candidates > 1);
    wake.sleepers.push_back(sleeper);
    if (wake.sleepers.size() > remembered) wake.sleepers.pop_front();
}

}  // namespace ipcscope

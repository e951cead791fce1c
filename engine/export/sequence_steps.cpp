#include "export/sequence_steps.h"

#include "base/signals.h"
#include "export/event_words.h"
#include "runtime/wait_text.h"

#include <algorithm>

namespace ipcscope {

namespace {

// By the operation's own policy, else its mechanism's first object's.
FlowPolicy policy_of(const OperationRef& operation) {
    if (operation.operation->flow_policy != FlowPolicy::none) return operation.operation->flow_policy;
    return operation.mechanism->objects.empty() ? FlowPolicy::none
                                                : operation.mechanism->objects.front().flow;
}

// Is it remarkable when nobody takes what was sent? (A semaphore may be posted in advance.)
bool wants_receiver(FlowPolicy policy) {
    switch (policy) {
        case FlowPolicy::byte_stream:
        case FlowPolicy::packets:
        case FlowPolicy::typed_queue:
        case FlowPolicy::signals:
        case FlowPolicy::spread:
        case FlowPolicy::copies: return true;
        default: return false;
    }
}

}  // namespace

SequenceSteps::SequenceSteps(const Recording& recording, std::shared_ptr<const SequenceRows> rows,
                             SequenceChoice choice)
    : recording_(recording), state_(recording.state()), rows_(std::move(rows)), choice_(std::move(choice)) {}

std::string SequenceSteps::name(SequencePlace place) const {
    if (place.object) return object_words(*state_, ObjectId{place.id});
    const auto* worker = state_->worker(WorkerId{static_cast<std::uint16_t>(place.id)});
    return worker ? worker->name : place.id ? "worker " + std::to_string(place.id) : "?";
}

std::vector<std::uint64_t> SequenceSteps::other_ends(std::uint64_t seq) const {
    std::vector<std::uint64_t> ends;
    for (const auto id : flows_of(recording_, seq)) {
        const auto& flow = recording_.flows()[id];
        ends.push_back(flow.from == seq ? flow.to : flow.from);
    }
    return ends;
}

std::optional<std::uint64_t> SequenceSteps::row_of(std::uint64_t seq) const {
    const auto& events = recording_.events();
    if (seq >= events.size()) return {};
    if (const auto row = rows_->find(recording_, seq)) return row;
    const auto& event = events[seq];
    if (event.phase != Phase::enter && event.phase != Phase::state) return {};
    const auto end = std::min<std::uint64_t>(events.size(), seq + 256);
    for (auto next = seq + 1; next < end; ++next)
        if (events[next].worker == event.worker && events[next].phase == Phase::leave)
            return rows_->find(recording_, next);
    return {};
}

// Rows stand in order of arrival, which is that of time but for moments: a look at its neighbours finds it.
std::uint64_t SequenceSteps::enter_row(const Event& leave, std::uint64_t row) const {
    const auto& events = recording_.events();
    auto at = rows_->at_time(events, leave.time_ns - leave.duration_ns);
    for (at = at > 4 ? at - 4 : 0; at < row; ++at) {
        const auto& event = events[(*rows_)[at].seq];
        if (event.worker != leave.worker) continue;
        if (event.phase == Phase::enter) return at;
        if (event.time_ns > leave.time_ns - leave.duration_ns) break;
    }
    return row;
}

bool SequenceSteps::unreceived(std::uint64_t seq, const Event& event, const OperationRef& operation) const {
    if (event.phase != Phase::leave || event.err != 0 || recording_.events().flow(seq)) return false;
    if (operation.operation->flow != FlowRole::send || !wants_receiver(policy_of(operation))) return false;
    return policy_of(operation) == FlowPolicy::signals ? !operation.operation->pure
                                                       : event.ret > 0 || event.original > 0;
}

SequenceEnd SequenceSteps::end(std::uint64_t seq, std::uint64_t row, bool with_words) const {
    const auto event = recording_.events().copy(seq);
    const auto* operation = recording_.registry().operation(OperationId{event.operation});
    const EventWords words(recording_, *state_);
    SequenceEnd end;
    end.seq = seq;
    end.worker = WorkerId{event.worker};
    end.object = ObjectId{event.object};
    end.begin_ns = event.phase == Phase::leave ? event.time_ns - event.duration_ns : event.time_ns;
    end.end_ns = event.time_ns;
    end.phase = event.phase;
    end.failed = event.err != 0;
    end.blocked = (event.flags & event_flag::was_blocked) != 0 || event.phase == Phase::enter;
    end.cut_off = (event.flags & event_flag::ended) != 0;
    end.begin_row = row;
    if (operation && event.phase == Phase::instant) end.change = life_change(*operation);
    if (event.phase == Phase::leave && end.blocked) end.begin_row = enter_row(event, row);
    if (!with_words) return end;
    const bool message = event.phase == Phase::leave && event.err == 0 && operation &&
                         (event.flow != 0 || unreceived(seq, event, *operation));
    end.text = message ? words.message(event) : words.call(event);
    end.outcome = words.outcome(event);
    if (event.phase == Phase::enter && operation)
        if (const auto* call = recording_.calls().find(CallId{event.call}))
            end.waits = wait_text(*state_, *operation->operation, call->args, translate);
    return end;
}

void SequenceSteps::add_messages(SequenceStep& step, std::uint64_t seq) const {
    const auto& events = recording_.events();
    const auto& event = events[seq];
    const auto* operation = recording_.registry().operation(OperationId{event.operation});
    const auto hidden = [this](WorkerId worker) {
        return std::find(choice_.hidden.begin(), choice_.hidden.end(), worker) != choice_.hidden.end();
    };
    if (choice_.objects && event.object != 0 && operation &&
        (event.phase == Phase::leave || event.phase == Phase::instant) &&
        policy_of(*operation) != FlowPolicy::lifetime) {
        SequenceMessage message;
        message.from_seq = message.to_seq = seq;
        message.from_row = message.to_row = step.row;
        message.object = ObjectId{event.object};
        message.from = SequencePlace::of(WorkerId{event.worker});
        message.to = SequencePlace::of(ObjectId{event.object});
        if (operation->operation->flow == FlowRole::receive && event.err == 0)
            std::swap(message.from, message.to);
        message.both_ways = operation->operation->flow == FlowRole::exchange;
        message.received = !unreceived(seq, event, *operation);
        step.messages.push_back(message);
        return;
    }
    bool first = true;
    for (const auto id : flows_of(recording_, seq)) {
        const auto& flow = recording_.flows()[id];
        if (std::any_of(step.messages.begin(), step.messages.end(),
                        [&](const SequenceMessage& other) { return other.flow == id; }))
            continue;
        const auto &from = events[flow.from], &to = events[flow.to];
        SequenceMessage message;
        message.flow = id;
        message.from_seq = flow.from;
        message.to_seq = flow.to;
        message.from = SequencePlace::of(WorkerId{from.worker});
        message.to = SequencePlace::of(WorkerId{to.worker});
        message.object = flow.object;
        message.guess = flow.guess;
        message.coalesced = flow.merged > 0 && events.flow(flow.to) != id;
        const auto* receives = recording_.registry().operation(OperationId{to.operation});
        message.creates =
            to.phase == Phase::instant && receives && life_change(*receives) == LifeChange::begins;
        const auto row = [&](std::uint64_t end, WorkerId worker) {
            if (hidden(worker)) return SequenceMessage::no_row;
            return rows_->find(recording_, end).value_or(SequenceMessage::no_row);
        };
        message.from_row = row(flow.from, WorkerId{from.worker});
        message.to_row = row(flow.to, WorkerId{to.worker});
        step.messages.push_back(message);
        first = false;
    }
    if (first && operation && unreceived(seq, event, *operation)) {
        SequenceMessage message;
        message.from_seq = message.to_seq = seq;
        message.from_row = step.row;
        message.from = SequencePlace::of(WorkerId{event.worker});
        message.to = SequencePlace::of(EventWords(recording_, *state_).target(event));
        message.object = ObjectId{event.object};
        message.received = false;
        step.messages.push_back(message);
    }
}

SequenceStep SequenceSteps::step(std::uint64_t row, bool words) const {
    SequenceStep step;
    const auto ids = (*rows_)[row];
    step.row = row;
    step.time_ns = recording_.events()[ids.seq].time_ns;
    step.ends.push_back(end(ids.seq, row, words));
    add_messages(step, ids.seq);
    if (ids.joined != SequenceRow::none) {
        step.ends.push_back(end(ids.joined, row, words));
        add_messages(step, ids.joined);
    }
    return step;
}

}  // namespace ipcscope

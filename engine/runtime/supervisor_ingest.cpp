#include "base/clock.h"
#include "runtime/process_info.h"
#include "runtime/supervisor_impl.h"
#include "schema/wire.h"

#include <algorithm>
#include <utility>

namespace ipcscope {

namespace {

std::int64_t number_of(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return value.integer();
    return 0;
}

// A level that stands in the state as a number of its own.
bool is_figure(const StateSpec& field) {
    return field.level && field.type.kind == Kind::integer;
}

}  // namespace

// Of calls that may block, the worker says whether it went to sleep inside; one whose process died there
// cannot, but was looked at. That a call was slow says nothing: on a loaded machine all of them are.
bool SupervisorImpl::was_blocked(const Driven& driven, const Event& leave) const {
    const auto index = leave.operation - 1u;
    if (index >= facts_.size() || !facts_[index].may_block) return false;
    return (leave.flags & event_flag::was_blocked) != 0 || (driven.slept != 0 && driven.slept == leave.call);
}

FlowPolicy SupervisorImpl::policy_of(std::uint32_t object, const OperationFacts& facts) const {
    if (policies_.empty() || facts.own_policy) return facts.policy;
    const auto found = policies_.find(object);
    return found == policies_.end() ? facts.policy : found->second;
}

// Everything that stands in the rings now, in the order of its time. Events that are published while it works
// stay for the next time: what their workers say of them may not have been read yet.
void SupervisorImpl::drain() {
    std::vector<Source> sources;
    const auto add = [&](Driven* driven) {
        if (!driven) return;
        for (auto* ring : {&driven->rings.events, &driven->rings.signals})
            if (const auto limit = ring->published(); !ring->empty_at(limit))
                sources.push_back({driven, ring, limit});
    };
    {
        std::lock_guard lock(mutex_);
        for (const auto& driven : workers_)
            add(driven.get());
    }
    for (const auto& source : sources)
        read_frames(*source.driven);
    const auto later = [](const Source& a, const Source& b) {
        return a.ring->front().time_ns > b.ring->front().time_ns;
    };
    std::make_heap(sources.begin(), sources.end(), later);
    while (!sources.empty()) {
        std::pop_heap(sources.begin(), sources.end(), later);
        auto& next = sources.back();
        // As long as it stays the earliest there is no need to sort again.
        const auto bound = sources.size() > 1 ? sources.front().ring->front().time_ns : INT64_MAX;
        do {
            ingest(*next.driven, next.ring->front(), next.ring->front_extra(spill_));
            next.ring->pop();
            if (++next.taken % 1024 == 0) next.ring->release();  // early, so that the producer finds room
        } while (!next.ring->empty_at(next.limit) && next.ring->front().time_ns <= bound);
        if (next.ring->empty_at(next.limit)) {
            next.ring->release();
            sources.pop_back();
        } else {
            std::push_heap(sources.begin(), sources.end(), later);
        }
    }
    tell_memory();
}

void SupervisorImpl::ingest(Driven& driven, const Event& original, std::string_view extra) {
    auto event = believed(original, extra.size());
    event.worker = driven.id.value;
    receptions_.add(event, calls_);
    if (event.object != 0)
        event.object = event.object < object_of_handle_.size() ? object_of_handle_[event.object] : 0;
    switch (event.phase) {
        case Phase::lost: {
            // Some of them we may have told ourselves, when the worker had come to rest.
            driven.lost_in_ring += static_cast<std::uint64_t>(event.ret);
            if (driven.lost_in_ring <= driven.lost_told) return;
            event.ret = static_cast<std::int64_t>(driven.lost_in_ring - driven.lost_told);
            driven.lost_told = driven.lost_in_ring;
            break;
        }
        case Phase::state: {
            const LaneKey lane{LaneKind::level, event.object, event.call};
            const auto before = lanes_.level_now(lane);
            auto after = event.ret;
            if ((event.flags & event_flag::relative) && __builtin_add_overflow(before, event.ret, &after))
                after = before;
            // Who waits for zero is woken by a decrease.
            driven.raised |= after > before || (after == 0 && before > 0);
            if (const auto index = event.operation - 1u; index < facts_.size() && event.call == 0 &&
                                                         facts_[index].level_from_flow &&
                                                         (event.flags & event_flag::relative) == 0)
                joiner_.held_before(ObjectId{event.object}, event.ret);
            break;
        }
        case Phase::enter: driven.raised = false; break;
        case Phase::leave: {
            if (was_blocked(driven, event)) event.flags |= event_flag::was_blocked;
            driven.slept = 0;
            break;
        }
        default: break;
    }
    if (arena_->full()) {
        // One that tells of lost events stands for all of them.
        driven.lost_for_room += event.phase == Phase::lost ? static_cast<std::uint64_t>(event.ret) : 1;
        if (event.phase == Phase::enter) driven.entered = event;
        return;
    }
    const auto seq = events_.append(event, extra);
    lanes_.append(seq, event);
    switch (event.phase) {
        case Phase::enter: driven.entered = event; return;
        case Phase::leave:
        case Phase::instant: break;
        default: return;
    }
    const auto index = event.operation - 1u;
    if (index >= facts_.size()) return;
    const auto& facts = facts_[index];
    if (event.phase == Phase::leave) {
        driven.entered.phase = Phase::note;
        locks_taken_ |= facts.locks;
        if (facts.policy == FlowPolicy::wake) wake(driven, facts, seq, event);
        if (facts.policy == FlowPolicy::lifetime) ingest_leave(driven, seq, event);
    }
    const auto role = facts.ref->operation->flow;
    if (role == FlowRole::none) return;
    FlowJoiner::Context context;
    context.policy = policy_of(event.object, facts);
    context.role = role;
    context.level_from_flow = facts.level_from_flow;
    context.level_in_bytes = facts.level_in_bytes;
    context.packet_bytes = facts.packet_bytes;
    context.streams_by_key = facts.streams_by_key && !facts.own_policy;
    context.mechanism = facts.mechanism;
    context.key = original.flow;
    if (facts.flow_target >= 0 && event.phase == Phase::leave) {
        const auto* call = calls_.find(CallId{event.call});
        if (call && static_cast<std::size_t>(facts.flow_target) < call->args.size())
            if (const auto* target = call->args[static_cast<std::size_t>(facts.flow_target)].as<WorkerRef>())
                context.target = target->id;
        // A signal, whichever mechanism sent it: it ends in a delivery, a stop or an end.
        if (context.policy == FlowPolicy::lifetime && role == FlowRole::send)
            context.policy = FlowPolicy::signals;
        hot_until_ns_ = now_ns() + 50'000'000;  // the target may stop, go on or end by it
    }
    if (context.policy == FlowPolicy::signals && role == FlowRole::receive)
        context.gone = [&](std::int64_t sent_ns) {
            const WorkerId target{event.worker};
            switch (receptions_.at(live_, target, context.key, sent_ns)) {
                case Reception::taken: return false;
                case Reception::ignored: return true;
                case Reception::held: break;
            }
            const auto wait = receptions_.held(live_, target, context.key, sent_ns);
            return wait.discarded && wait.until_ns < event.time_ns;
        };
    joiner_.event(seq, event, context);
}

void SupervisorImpl::wake(const Driven& driven, const OperationFacts& facts, std::uint64_t seq,
                          const Event& event) {
    const auto role = facts.ref->operation->flow;
    const bool raises = driven.raised && !facts.ref->operation->pure;
    const bool gave = (event.flags & event_flag::received_only) == 0;
    // Of an operation with a policy of its own the object's levels tell nothing.
    const bool by_level = !facts.wake_by_role || (role == FlowRole::exchange && !facts.own_policy);
    const bool posts = gave && (by_level ? raises : role != FlowRole::receive && role != FlowRole::none);
    const bool waits = !facts.wake_by_role || role == FlowRole::receive || role == FlowRole::exchange;
    if (event.err != 0) return;
    const bool slept = (event.flags & event_flag::was_blocked) != 0;
    if (posts) joiner_.posted(seq, event);
    if (waits && slept) joiner_.woken(seq, event);
    if (!facts.wakes_senders) return;
    if (role == FlowRole::receive) joiner_.posted(seq, event, FlowJoiner::Wakes::senders);
    if (role == FlowRole::send && slept) joiner_.woken(seq, event, FlowJoiner::Wakes::senders);
}

// fork -> the child's start, exit -> the wait that reaped it.
void SupervisorImpl::ingest_leave(Driven& driven, std::uint64_t seq, const Event& event) {
    const auto& spec = *facts_[event.operation - 1u].ref->operation;
    if (event.err != 0) return;
    const auto found = by_pid_.find(static_cast<pid_t>(event.ret));
    if (found == by_pid_.end() || found->second == &driven) {
        if (spec.forks) driven.fork_seq = seq + 1;  // its child has not said a word yet
        return;
    }
    auto& other = *found->second;
    if (spec.forks) {
        if (other.start_seq != 0) joiner_.join(seq, other.start_seq - 1, {});
    } else if (other.end_seq != 0) {
        joiner_.join(other.end_seq - 1, seq, {});
    } else if (!read_stat(other.pid)) {
        other.reaped_seq = seq + 1;  // it has ended, which is told a moment later
        const auto results = Reader(events_.results(events_[seq])).fields();
        const auto signo = number_of(results, "signal");
        other.reaped_status = static_cast<int>(signo > 0 ? signo : number_of(results, "status") << 8);
    }
}

void SupervisorImpl::emit(Driven& driven, const char* operation, std::int64_t ret, const Fields& results,
                          std::uint64_t* seq) {
    const auto* ref = registry_.operation(operation);
    Event event;
    event.phase = Phase::instant;
    event.time_ns = now_ns();
    event.worker = driven.id.value;
    event.operation = ref ? ref->id.value : std::uint16_t{0};
    event.ret = ret;
    std::string extra;
    if (!results.empty()) {
        Writer out;
        out.fields(results);
        extra = out.take();
        event.results = static_cast<std::uint32_t>(extra.size());
    }
    const auto at = events_.append(event, extra);
    lanes_.append(at, event);
    // What ends or stops a process is the delivery of the signal that did it.
    if (const auto signo = number_of(results, "signal"); signo > 0) {
        for (const auto& facts : facts_) {
            if (facts.policy != FlowPolicy::signals) continue;
            FlowJoiner::Context context;
            context.policy = FlowPolicy::signals;
            context.role = FlowRole::receive;
            context.key = static_cast<std::uint32_t>(signo);
            joiner_.event(at, event, context);
            break;
        }
    }
    if (seq) *seq = at + 1;
}

// Levels that change without a call: a process that ends gives back what it took with SEM_UNDO, and what it
// had attached. Looked at afresh, what differs is recorded as a state event of nobody.
void SupervisorImpl::refresh_levels() {
    std::vector<ObjectId> objects;
    {
        std::lock_guard lock(mutex_);
        for (const auto& [id, object] : live_.objects)
            if (!object.removed && object.spec->level_label[0] && !object.spec->level_from_flow)
                objects.push_back(id);
    }
    for (const auto id : objects)
        refresh_level(id, 3);
}

void SupervisorImpl::refresh_level(ObjectId id, int attempts) {
    observe(id, [this, id, attempts, begun = events_.size()](const Result<Fields>& state) {
        if (!state) return;
        // Somebody changed it while it was looked at: what was seen may be older than what was told since.
        for (auto seq = begun; seq < events_.size(); ++seq)
            if (events_[seq].phase == Phase::state && events_[seq].object == id.value)
                return attempts > 1 ? refresh_level(id, attempts - 1) : void();
        const auto tell = [&](std::uint32_t index, std::int64_t value) {
            if (value == lanes_.level_now({LaneKind::level, id.value, index})) return;
            Event event;
            event.phase = Phase::state;
            event.time_ns = now_ns();
            event.object = id.value;
            event.call = index;
            event.ret = value;
            lanes_.append(events_.append(event, {}), event);
        };
        const ObjectSpec* spec = nullptr;
        {
            std::lock_guard lock(mutex_);
            spec = live_.objects.at(id).spec;
        }
        std::uint32_t index = 0;  // the figures, in their order
        for (const auto& field : spec->state) {
            if (!is_figure(field)) continue;
            for (const auto& [name, value] : *state)
                if (name == field.name) tell(index, value.integer());
            ++index;
        }
        if (index > 0) return;
        const List* values = nullptr;  // without any: one structure per level, its value first
        for (const auto& [name, value] : *state)
            if (const auto* list = value.as<List>()) values = list;
        for (std::uint32_t i = 0; values && i < values->size(); ++i) {
            const auto* one = (*values)[i].as<Fields>();
            if (one && !one->empty()) tell(i, one->front().second.integer());
        }
    });
}

// What should have gone to a file stays in memory: said once, among the events.
void SupervisorImpl::tell_memory() {
    if (memory_told_) return;
    const auto said = arena_->problem();
    if (said) return;
    memory_told_ = true;
    const auto text = said.error().text();
    Event event;
    event.phase = Phase::note;
    event.time_ns = now_ns();
    event.captured = event.original = static_cast<std::uint32_t>(text.size());
    events_.append(event, text);
}

void SupervisorImpl::tell_lost(Driven& driven) {
    const auto all = driven.rings.events.header().lost.load(std::memory_order_relaxed);
    const auto from_handlers = driven.rings.signals.header().lost.load(std::memory_order_relaxed);
    const auto lost = all - driven.lost_told + from_handlers - driven.lost_signals_told +
                      std::exchange(driven.lost_for_room, 0);
    if (lost == 0) return;
    Event event;
    event.phase = Phase::lost;
    event.time_ns = now_ns();
    event.worker = driven.id.value;
    event.ret = static_cast<std::int64_t>(lost);
    lanes_.append(events_.append(event, {}), event);
    driven.lost_told = all;
    driven.lost_signals_told = from_handlers;
}

}  // namespace ipcscope

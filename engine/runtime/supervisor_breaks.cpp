// Holding workers before an operation. What a worker is held before stands at the front of its queue, not
// sent: the process itself sits idle and is not slowed down by anything. Breaks cost one test per operation
// that is sent.
//
// A loop runs in the worker without asking in between. It is driven call by call where somebody is held in
// it: a break matches one of its operations, or the worker is paused. One that runs already is taken back
// after its round.
#include "base/clock.h"
#include "runtime/supervisor_impl.h"

#include <algorithm>

namespace ipcscope {

namespace {

// What is read while the lock is held.
class Inside : public Recording {
public:
    explicit Inside(const SupervisorImpl& run) : run_(run) {}
    const Registry& registry() const override { return run_.registry_; }
    const EventStore& events() const override { return run_.events_; }
    const FlowTable& flows() const override { return run_.flows_; }
    const CallTable& calls() const override { return run_.calls_; }
    const LaneIndex& lanes() const override { return run_.lanes_; }
    const FlowIndex& flow_index() const override { return run_.flow_index_; }
    std::shared_ptr<const RunState> state() const override { return run_.state_now(); }
    std::int64_t started_ns() const override { return run_.started_ns_; }

private:
    const SupervisorImpl& run_;
};

constexpr std::size_t shown_payload = 65536;  // of what is sent, bytes that a break looks at

// The bytes that an operation sends stand in its first parameter of bytes, which `size` cuts or repeats.
std::string payload_of(const OperationSpec& operation, const std::vector<Value>& args,
                       std::uint32_t& original) {
    original = 0;
    if (operation.flow != FlowRole::send && operation.flow != FlowRole::exchange) return {};
    const std::string* data = nullptr;
    std::int64_t size = 0;
    for (std::size_t i = 0; i < operation.params.size() && i < args.size(); ++i) {
        const auto& param = operation.params[i];
        if (!data && param.type.kind == Kind::bytes) data = args[i].as<std::string>();
        if (param.type.kind == Kind::integer && std::string_view(param.name) == "size")
            size = args[i].integer();
    }
    if (!data) return {};
    const auto whole = size > 0 ? static_cast<std::size_t>(size) : data->size();
    original = static_cast<std::uint32_t>(whole);
    std::string out = data->substr(0, std::min(whole, shown_payload));
    while (!data->empty() && out.size() < std::min(whole, shown_payload))
        out += data->substr(0, std::min(whole, shown_payload) - out.size());
    return out;
}

}  // namespace

bool SupervisorImpl::matches(const Break& one, const Step& step) const {
    if (!one.enabled || !one.matches) return false;
    const auto* call = calls_.find(step.call);
    if (!call) return false;
    const auto& operation = *facts_[step.operation.value - 1u].ref->operation;
    ComingCall coming{{}, *call, {}};
    coming.event.phase = Phase::enter;
    coming.event.time_ns = now_ns();
    coming.event.call = step.call.value;
    coming.event.worker = call->worker.value;
    coming.event.operation = step.operation.value;
    for (std::size_t i = 0; i < operation.params.size(); ++i) {
        if (!operation.object[0] || std::string_view(operation.params[i].name) != operation.object) continue;
        const auto* handle = step.args[i].as<HandleRef>();
        const auto found = handle ? live_.handles.find(handle->id) : live_.handles.end();
        if (found != live_.handles.end()) coming.event.object = found->second.object.value;
    }
    const auto payload = payload_of(operation, step.args, coming.event.original);
    coming.payload = payload;
    coming.event.captured = static_cast<std::uint32_t>(payload.size());
    if (!inside_) inside_ = std::make_unique<Inside>(*this);
    return one.matches(*inside_, coming);
}

bool SupervisorImpl::stops_in(const Driven& driven, const PendingRun& loop) const {
    return driven.paused || std::any_of(breaks_.begin(), breaks_.end(), [&](const Break& one) {
               return std::any_of(loop.run.steps.begin(), loop.run.steps.end(),
                                  [&](const Step& step) { return matches(one, step); });
           });
}

// True: not now, a person looks first.
bool SupervisorImpl::hold(Driven& driven, const PendingRun& next) {
    if (std::exchange(driven.passes, false)) return false;
    const auto& step = next.run.steps[next.at];
    bool held = driven.paused;
    std::uint32_t by = 0;
    for (const auto& one : breaks_) {
        if (!matches(one, step)) continue;
        held = true;
        if (by == 0) by = one.id;
        ++live_.break_hits[one.id];
        if (one.everybody) pause_all();
    }
    if (!held) return false;
    driven.held = true;
    ++holding_;
    live_.workers[driven.id.value - 1u].held_by = by;
    set_status(driven.id, WorkerStatus::held, step.call, now_ns());
    return true;
}

void SupervisorImpl::release(Driven& driven) {
    if (!std::exchange(driven.held, false)) return;
    --holding_;
    live_.workers[driven.id.value - 1u].held_by = 0;
}

void SupervisorImpl::set_paused(Driven& driven, bool paused) {
    driven.paused = paused;
    live_.workers[driven.id.value - 1u].paused = paused;
    if (paused) take_back(driven);
}

void SupervisorImpl::pause_all() {
    live_.paused = true;
    for (const auto& driven : workers_)
        if (driven && !driven->gone) set_paused(*driven, true);
}

// A loop that runs in the worker comes back after its round, and goes on call by call.
void SupervisorImpl::take_back(Driven& driven) {
    if (!driven.busy || driven.queue.empty()) return;
    const auto& front = driven.queue.front();
    if (!front.loop || front.by_call || !stops_in(driven, front)) return;
    driven.taken_back = true;
    driven.rings.events.header().stop.store(1, std::memory_order_relaxed);
}

// What is to be sent of a loop now.
Run SupervisorImpl::portion(const Driven& driven, PendingRun& loop) const {
    loop.by_call = loop.at > 0 || stops_in(driven, loop);
    Run run = loop.run;
    run.count = loop.by_call ? 1 : loop.run.count - loop.rounds;
    if (loop.by_call) run.steps = {loop.run.steps[loop.at]};
    return run;
}

// Counts what came back of a loop. True: that was all of it.
bool SupervisorImpl::loop_done(Driven& driven, PendingRun& loop, const Done& message) {
    loop.duration_ns += message.duration_ns;
    const bool taken_back = std::exchange(driven.taken_back, false);
    const bool failed = message.err != 0;
    if (!loop.by_call) {
        const auto asked = loop.run.count - loop.rounds;
        loop.rounds += message.rounds;
        if (message.rounds < asked && !taken_back) return true;
    } else if (!failed) {
        if (++loop.at < loop.run.steps.size()) return false;
        loop.at = 0;
        ++loop.rounds;
    }
    return failed || driven.interrupting || loop.rounds >= loop.run.count;
}

void SupervisorImpl::set_breaks(std::vector<Break> breaks) {
    std::lock_guard lock(mutex_);
    breaks_ = std::move(breaks);
    std::erase_if(live_.break_hits, [&](const auto& hits) {
        return std::none_of(breaks_.begin(), breaks_.end(),
                            [&](const Break& one) { return one.id == hits.first; });
    });
    for (const auto& driven : workers_)
        if (driven && !driven->gone) take_back(*driven);
    changed();
}

void SupervisorImpl::pause(WorkerId id) {
    std::lock_guard lock(mutex_);
    if (!id) pause_all();
    if (auto* one = driven(id); one && !one->gone) set_paused(*one, true);
    changed();
}

void SupervisorImpl::step(WorkerId id) {
    std::lock_guard lock(mutex_);
    auto* one = driven(id);
    if (!one || !one->held) return;
    pause_all();
    release(*one);
    one->passes = true;
    send_next(*one);
}

void SupervisorImpl::go_on(WorkerId id) {
    std::lock_guard lock(mutex_);
    if (!id) live_.paused = false;
    for (const auto& one : workers_) {
        if (!one || one->gone || (id && one->id != id)) continue;
        set_paused(*one, false);
        if (!one->held) continue;
        release(*one);
        one->passes = true;
        send_next(*one);
    }
    changed();
}

void SupervisorImpl::withdraw_held() {
    std::vector<std::pair<OutcomeFn, Outcome>> answers;
    {
        std::lock_guard lock(mutex_);
        live_.paused = false;
        for (const auto& one : workers_) {
            if (!one || one->gone) continue;
            set_paused(*one, false);
            if (!one->held) continue;
            release(*one);
            for (auto& pending : one->queue) {
                Outcome outcome;
                outcome.kind = Outcome::Kind::refused;
                outcome.call = pending.run.steps.front().call;
                outcome.message = "withdrawn while the worker was paused before it";
                if (pending.done) answers.emplace_back(std::move(pending.done), std::move(outcome));
            }
            one->queue.clear();
            set_status(one->id, WorkerStatus::idle);
        }
        changed();
    }
    for (const auto& [done, outcome] : answers)
        done(outcome);
}

}  // namespace ipcscope

#include "timeline_adapter_lives.h"

#include "runtime/wait_text.h"

#include <algorithm>

namespace ipcscope {

namespace {

// The first or last event of a lane, closer and closer until it stands alone.
bool single(const LaneIndex& index, LaneKey lane, bool first, Span& out) {
    std::int64_t t0 = index.first_ns() - 1, t1 = index.last_ns() + 1;
    std::vector<Span> spans;
    for (int round = 0; round < 48 && t1 > t0; ++round) {
        spans.clear();
        index.spans(lane, t0, t1, 32, spans);
        std::erase_if(spans, [&](const Span& span) { return span.begin_ns < t0; });
        if (spans.empty()) return false;
        out = first ? spans.front() : spans.back();
        if (out.count == 1) return true;
        if (out.begin_ns <= t0 && out.end_ns + 1 >= t1) return false;
        t0 = std::max(t0, out.begin_ns);
        t1 = std::min(t1, out.end_ns + 1);
    }
    return false;
}

}  // namespace

const Life& TimelineLives::of(std::uint16_t worker) const {
    static const Life unknown;
    const auto found = lives_.find(worker);
    return found == lives_.end() ? unknown : found->second;
}

void TimelineLives::update(const Recording& run, const RunState& state) {
    const auto& index = run.lanes();
    // What happens to a process, not what is sent to it.
    const auto ofLife = [&](const Span& span) {
        const auto* ref = run.registry().operation(OperationId{run.events()[span.seq].operation});
        if (!ref || ref->operation->actor == Actor::worker) return false;
        const auto& objects = ref->mechanism->objects;
        return std::any_of(objects.begin(), objects.end(),
                           [](const auto& object) { return object.flow == FlowPolicy::lifetime; });
    };
    first_call_ = 0;
    std::vector<Span> spans;
    for (const auto& worker : state.workers) {
        auto& life = lives_[worker.id.value];
        const LaneKey calls{LaneKind::operations, worker.id.value, 0};
        const LaneKey moments{LaneKind::markers, worker.id.value, 0};
        Span span;
        if (!life.first_call && single(index, calls, true, span)) life.first_call = span.begin_ns;
        if (!life.born_told && single(index, moments, true, span) && ofLife(span)) {
            life.born = span.begin_ns;
            life.born_seq = span.seq;
            life.born_told = true;
        }
        if (!life.born) life.born = life.first_call;
        const bool over = worker.status == WorkerStatus::exited || worker.status == WorkerStatus::killed;
        if (over && !life.died_told && single(index, moments, false, span) && ofLife(span) &&
            !(life.born_told && span.seq == life.born_seq)) {
            life.died = span.begin_ns;
            life.died_seq = span.seq;
            life.died_told = true;
        }
        if (!life.moments) {
            spans.clear();
            index.spans(moments, index.first_ns() - 1, index.last_ns() + 1, 8, spans);
            std::uint64_t count = 0;
            for (const auto& one : spans)
                count += one.count;
            // The end may be told before the status is.
            const bool end = !life.died_told && count == 2 && life.born_told &&
                             single(index, moments, false, span) && ofLife(span);
            life.moments = !end && count > (life.born_told ? 1u : 0u) + (life.died_told ? 1u : 0u);
        }
        if (life.first_call && (!first_call_ || life.first_call < first_call_)) first_call_ = life.first_call;
    }
    const auto known = undelivered_.size();
    scan(run);
    // What a worker does may be told after what was sent to it.
    const bool anew = receptions_of_ != receptions_.revision();
    receptions_of_ = receptions_.revision();
    for (std::size_t i = anew ? 0 : std::min(known, undelivered_.size()); i < undelivered_.size(); ++i) {
        auto& one = undelivered_[i];
        const WorkerId target{one.target};
        one.way = receptions_.at(state, target, one.number, one.time);
        if (one.way == Reception::held) one.wait = receptions_.held(state, target, one.number, one.time);
    }
    std::erase_if(undelivered_, [&](const Undelivered& one) { return bool(run.events().flow(one.seq)); });
    waited_for_.clear();
    for (const auto& one : undelivered_)
        if (one.way != Reception::taken) waited_for_.insert(one.target);
}

void TimelineLives::scan(const Recording& run) {
    constexpr quint64 at_once = 200'000;
    const quint64 end = std::min<quint64>(run.events().size(), scanned_ + at_once);
    for (; scanned_ < end; ++scanned_) {
        const auto& event = run.events()[scanned_];
        receptions_.add(event, run.calls());
        if (event.phase == Phase::leave && event.err == 0) sent(run, event);
    }
}

void TimelineLives::sent(const Recording& run, const Event& event) {
    constexpr std::size_t most = 20'000;
    if (event.operation >= sends_.size()) sends_.resize(event.operation + std::size_t{1}, -1);
    auto& sends = sends_[event.operation];
    const auto* ref = sends == 0 ? nullptr : run.registry().operation(OperationId{event.operation});
    if (sends < 0)
        sends = ref && ref->operation->flow == FlowRole::send && *ref->operation->flow_target ? 1 : 0;
    if (sends != 1 || undelivered_.size() >= most) return;
    const auto* call = run.calls().find(CallId{event.call});
    if (!call) return;
    const auto* target = argument(*ref->operation, call->args, ref->operation->flow_target);
    const auto* worker = target ? target->as<WorkerRef>() : nullptr;
    if (!worker) return;
    const auto* number = argument(*ref->operation, call->args, ref->operation->flow_number);
    undelivered_.push_back(
        {scanned_, event.time_ns, worker->id.value, number ? number->integer() : 0, Reception::taken, {}});
}

}  // namespace ipcscope

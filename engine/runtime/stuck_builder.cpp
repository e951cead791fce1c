#include "runtime/stuck_builder.h"

#include "runtime/stuck_reach.h"
#include "runtime/wait_text.h"
#include "runtime/worker_words.h"

#include <algorithm>

namespace ipcscope {

namespace {

class Builder {
public:
    explicit Builder(const StuckInput& in) : in_(in), reach_(in) {}

    std::optional<BuiltWait> of(const WorkerInfo& worker) {
        call_ = in_.calls.find(worker.current);
        const auto* ref = call_ ? in_.registry.operation(call_->operation) : nullptr;
        if (worker.status != WorkerStatus::blocked || !ref) return {};
        ref_ = ref;
        worker_ = &worker;
        BuiltWait out;
        out_ = &out;
        out.wait.worker = worker.id;
        out.wait.call = call_->id;
        out.wait.since_ns = worker.since_ns;
        out.wait.seq = in_.history.entered(worker.id);
        out.wait.object = object_acted_on();
        out.ends_itself = in_.history.may_come_back_later(worker.id);
        out.unsure = in_.history.lossy();
        const auto fitting = fitting_waits(*ref->operation, call_->args);
        out.unknown = fitting.empty();
        for (const auto& one : fitting) {
            out.wait.kind = one.spec->by;
            limits(*one.spec);
            clause(one);
        }
        if (out.unknown) out.unsure = true;
        if (out.ends_itself) out.wait.limited = true;
        return out;
    }

private:
    const ObjectInfo* object(ObjectId id) const {
        const auto found = in_.state.objects.find(id);
        return found == in_.state.objects.end() ? nullptr : &found->second;
    }

    ObjectId object_acted_on() const {
        const auto* value = argument(*ref_->operation, call_->args, ref_->operation->object);
        const auto* handle = value ? value->as<HandleRef>() : nullptr;
        const auto found = handle ? in_.state.handles.find(handle->id) : in_.state.handles.end();
        return found == in_.state.handles.end() ? ObjectId{} : found->second.object;
    }

    void limits(const WaitSpec& wait) {
        if (wait.limit[0]) {
            const auto& params = ref_->operation->params;
            for (std::size_t i = 0; i < params.size() && i < call_->args.size(); ++i) {
                if (std::string_view(params[i].name) != wait.limit) continue;
                if (!fits(params[i].visible_when, *ref_->operation, call_->args)) continue;
                out_->wait.limited = true;
                const auto ns = call_->args[i].integer();
                const bool sane = ns > 0 && ns < INT64_MAX - worker_->since_ns;
                out_->wait.ends_ns = sane ? worker_->since_ns + ns : 0;
            }
        }
        if (!wait.limited_by[0]) return;
        for (const auto id : in_.history.limits(out_->wait.object)) {
            const auto* setter = in_.calls.find(id);
            const auto* ref = setter ? in_.registry.operation(setter->operation) : nullptr;
            if (ref && fits(wait.limited_when, *ref->operation, setter->args)) out_->ends_itself = true;
        }
    }

    void clause(const FittingWait& one) {
        switch (one.spec->by) {
            case EndedBy::partner: return partner(one);
            case EndedBy::holders: return holders();
            case EndedBy::arrivals: return arrivals(*one.spec);
            case EndedBy::leavers: return leavers();
            case EndedBy::worker_end: return worker_end();
            case EndedBy::itself: return itself(*one.spec);
            case EndedBy::anybody: return anybody();
            case EndedBy::outside: out_->wait.outside = out_->unknown = true; return;
        }
    }

    void add(const WaitClause& clause, const std::vector<Releaser>& releasers) {
        out_->clauses.push_back(clause);
        auto& known = out_->wait.releasers;
        for (const auto& by : releasers)
            if (std::none_of(known.begin(), known.end(),
                             [&](const auto& one) { return one.worker == by.worker && one.held == by.held; }))
                known.push_back(by);
    }

    void add_any(const std::vector<Releaser>& releasers, std::size_t needed = 1) {
        WaitClause clause{.any_of = {}, .needed = needed};
        for (const auto& by : releasers)
            if (!by.ended) clause.any_of.push_back(by.worker.value - 1u);
        add(clause, releasers);
    }

    bool alive(WorkerId id) const {
        const auto* info = in_.state.worker(id);
        return info && !has_ended(*info);
    }

    // --- partner: who has a handle with which the opposite can be done ---

    std::vector<Releaser> with_handles(ObjectId id, bool opposite_only) {
        std::vector<Releaser> out;
        for (const auto& [handle_id, handle] : in_.state.handles) {
            if (handle.object != id) continue;
            const auto operation = reach_.opposite(ref_->operation->flow, handle.kind);
            if (opposite_only && !operation) continue;
            const auto put = [&, id_of_it = handle_id](WorkerId worker) {
                if (!alive(worker)) return;
                for (const auto& known : out)
                    if (known.worker == worker) return;
                out.push_back({.worker = worker, .handle = id_of_it, .operation = operation});
            };
            for (const auto worker : handle.open_in)
                put(worker);
            if (!handle.everywhere) continue;
            out_->wait.outside = true;
            for (const auto& worker : in_.state.workers)
                put(worker.id);
        }
        return out;
    }

    void partner(const FittingWait& one) {
        const auto* own = object(out_->wait.object);
        if (!own) {
            out_->unknown = true;
            return;
        }
        if (reach_.made_with_a_process(*own)) out_->wait.outside = out_->unknown = true;
        std::vector<Releaser> releasers;
        const auto through = reach_.partners(*own);
        for (const auto id : through) {
            const auto* other = object(id);
            if (reach_.from_outside(*other)) out_->wait.outside = true;
            for (auto& by : with_handles(id, true))
                releasers.push_back(by);
        }
        if (own->spec->streams_by_key && through.empty()) {
            // Whoever is at the other end is no worker of ours, or has not been accepted yet.
            out_->wait.outside = out_->unknown = true;
        }
        // A lock is lent while it waits: once it was woken, it waits for that.
        const auto signalled = in_.history.last_done(own->id, false);
        const bool lends =
            !ref_->operation->holds.empty() && ref_->operation->holds.front().act == HoldAct::lend;
        if (lends && signalled > out_->wait.seq) {
            out_->unsure = true;  // it, or another one that slept
            return holders();
        }
        out_->wait.posted =
            ref_->operation->flow == FlowRole::send ? in_.history.last_done(own->id, true) : signalled;
        add_any(releasers);
        likely(one, *own);
    }

    // A semaphore that everybody lowers before raising it is used as a lock: those who lowered it will raise
    // it.
    void likely(const FittingWait& one, const ObjectInfo& own) {
        if (own.flow != FlowPolicy::wake || ref_->operation->flow == FlowRole::send) return;
        if (!ref_->operation->holds.empty()) return;
        std::uint32_t level = 0;
        if (one.element) {
            if (!one.spec->negative[0] || one.element->empty()) return;
            level = static_cast<std::uint32_t>(one.element->front().second.integer());
        }
        WaitClause clause;
        const auto takers = in_.history.takers(own.id, level);
        if (takers.empty()) return;
        for (const auto taker : takers)
            if (alive(taker)) clause.any_of.push_back(taker.value - 1u);
        out_->likely.push_back(std::move(clause));
    }

    // --- locks ---

    void holders() {
        auto& wait = out_->wait;
        const auto wanted = lock_facts(in_.state, *ref_->operation, call_->args);
        if (!wanted) {
            out_->unknown = true;
            return;
        }
        wait.object = wanted->object;
        wait.kind = EndedBy::holders;
        wait.all = true;
        if (!wanted->exact) out_->unsure = true;
        for (const auto& lock : in_.history.held(wanted->object)) {
            if (!conflict(lock, worker_->id, *wanted)) continue;
            if (!lock.facts.exact) out_->unsure = true;
            add_any(holding(lock));
        }
        if (out_->clauses.empty()) behind(*wanted);
        if (out_->clauses.empty()) out_->wait.outside = out_->unknown = true;  // somebody else has it
    }

    std::vector<Releaser> holding(const HeldLock& lock) const {
        if (!lock.facts.open_file)
            return {{.worker = lock.worker, .held = lock.seq + 1, .ended = !alive(lock.worker)}};
        std::vector<Releaser> out;
        for (const auto& [id, handle] : in_.state.handles) {
            if (handle.open_file != lock.facts.open_file) continue;
            for (const auto worker : handle.open_in)
                if (alive(worker)) out.push_back({.worker = worker, .handle = id, .held = lock.seq + 1});
        }
        return out;
    }

    // It goes together with all who hold it, so it waits behind others that do not.
    void behind(const LockFacts& wanted) {
        for (const auto& other : in_.state.workers) {
            if (other.status != WorkerStatus::blocked || other.id == worker_->id) continue;
            const auto* call = in_.calls.find(other.current);
            const auto* ref = call ? in_.registry.operation(call->operation) : nullptr;
            if (!ref || other.since_ns > worker_->since_ns) continue;
            const auto theirs = lock_facts(in_.state, *ref->operation, call->args);
            if (!theirs || theirs->object != wanted.object || theirs->spec->act != HoldAct::take) continue;
            if (theirs->spec->shared && wanted.spec->shared) continue;
            if (!theirs->range.touches(wanted.range)) continue;
            add_any({{.worker = other.id}});
        }
    }

    // --- meeting points, ends of processes, the rest ---

    std::vector<WorkerId> waiting_on(ObjectId object, EndedBy kind, bool same_kind) const {
        std::vector<WorkerId> out;
        for (const auto& other : in_.state.workers) {
            if (other.status != WorkerStatus::blocked || other.id == worker_->id) continue;
            const auto* call = in_.calls.find(other.current);
            const auto* ref = call ? in_.registry.operation(call->operation) : nullptr;
            if (!ref || ref->operation->waits.empty()) continue;
            if ((ref->operation->waits.front().by == kind) != same_kind) continue;
            const auto* value = argument(*ref->operation, call->args, ref->operation->object);
            const auto* handle = value ? value->as<HandleRef>() : nullptr;
            const auto found = handle ? in_.state.handles.find(handle->id) : in_.state.handles.end();
            if (found != in_.state.handles.end() && found->second.object == object) out.push_back(other.id);
        }
        return out;
    }

    void arrivals(const WaitSpec& wait) {
        const auto* own = object(out_->wait.object);
        const auto* made = own ? in_.calls.find(own->made_by) : nullptr;
        const auto* ref = made ? in_.registry.operation(made->operation) : nullptr;
        const auto* count = ref ? argument(*ref->operation, made->args, wait.count) : nullptr;
        const auto here = waiting_on(out_->wait.object, EndedBy::arrivals, true);
        const auto missing = count ? count->integer() - static_cast<std::int64_t>(here.size()) - 1 : 0;
        if (missing <= 0) {
            out_->unknown = true;
            return;
        }
        out_->wait.outside = reach_.from_outside(*own);
        out_->wait.needed = static_cast<std::size_t>(missing);
        auto releasers = with_handles(own->id, false);
        std::erase_if(releasers, [&](const Releaser& by) {
            return by.worker == worker_->id || std::find(here.begin(), here.end(), by.worker) != here.end();
        });
        for (auto& by : releasers)
            by.operation = ref_->id;
        add_any(releasers, out_->wait.needed);
    }

    void leavers() {
        out_->wait.all = true;
        for (const auto other : waiting_on(out_->wait.object, EndedBy::leavers, false))
            add_any({{.worker = other}});
        if (out_->clauses.empty()) out_->unknown = true;  // one that left without a word
    }

    void worker_end() {
        const auto* target = ref_->operation->flow_target;
        const auto* value = target[0] ? argument(*ref_->operation, call_->args, target) : nullptr;
        const auto* one = value ? value->as<WorkerRef>() : nullptr;
        std::vector<Releaser> releasers;
        for (const auto& other : in_.state.workers)
            if (one ? other.id == one->id : other.parent == worker_->id) {
                if (!has_ended(other))
                    releasers.push_back({.worker = other.id});
                else if (one || in_.history.ended(other.id) > out_->wait.seq)
                    out_->unknown = true;  // it is about to come back
            }
        if (!one && in_.history.has_other_children(worker_->id)) out_->wait.outside = out_->unknown = true;
        if (releasers.empty()) out_->unknown = true;
        add_any(releasers);
    }

    void itself(const WaitSpec& wait) {
        for (const auto& [id, handle] : in_.state.handles)
            if (handle.kind == wait.open &&
                std::find(handle.open_in.begin(), handle.open_in.end(), worker_->id) != handle.open_in.end())
                return add_any({{.worker = worker_->id, .handle = id}});
        out_->wait.outside = out_->unknown = true;
    }

    void anybody() {
        out_->wait.outside = true;
        std::vector<Releaser> releasers;
        for (const auto& other : in_.state.workers)
            if (alive(other.id) && other.id != worker_->id) releasers.push_back({.worker = other.id});
        add_any(releasers);
    }

    const StuckInput& in_;
    const CallInfo* call_ = nullptr;
    const OperationRef* ref_ = nullptr;
    const WorkerInfo* worker_ = nullptr;
    BuiltWait* out_ = nullptr;
    StuckReach reach_;
};

}  // namespace

std::vector<BuiltWait> build_waits(const StuckInput& input) {
    Builder builder(input);
    std::vector<BuiltWait> out;
    for (const auto& worker : input.state.workers)
        if (auto built = builder.of(worker)) out.push_back(std::move(*built));
    return out;
}

}  // namespace ipcscope

// Workers, objects and handles of a moment, in the form in which a live run tells them.
#include "playback/moment_index.h"
#include "runtime/stuck.h"
#include "runtime/wait_text.h"

#include <algorithm>
#include <atomic>

namespace ipcscope {

std::shared_ptr<const RunState> MomentIndex::state_at(std::int64_t time_ns, const Running& running) const {
    // Views remember a state by its revision: no live one has such a number, and no two moments the same.
    static std::atomic<std::uint64_t> moments{std::uint64_t{1} << 62};
    const auto last = recording_->state();
    auto state = std::make_shared<RunState>();
    state->revision = moments += 2;  // one more is left for the moment explained
    state->names = last->names;
    state->workers = last->workers;
    objects_at(*state, time_ns);
    workers_at(*state, time_ns, running);
    return state;
}

void MomentIndex::workers_at(RunState& state, std::int64_t time_ns, const Running& running) const {
    const auto last = recording_->state();
    const auto& lanes = recording_->lanes();
    std::size_t born = 0;
    std::vector<Span> spans;
    for (auto& worker : state.workers) {
        const auto life = lives_.find(worker.id.value);
        // Of one that has never done anything, nothing is known but that it is there.
        const bool silent = life == lives_.end();
        worker.status = WorkerStatus::starting;
        worker.current = {};
        worker.since_ns = 0;
        worker.waits_for.clear();
        worker.uninterruptible = worker.paused = false;
        worker.held_by = 0;
        const bool over = !silent && life->second.ended_ns <= time_ns;
        if (!over) worker.exit_code = -1;
        if (!silent && life->second.born_ns > time_ns) continue;
        born = std::max<std::size_t>(born, worker.id.value);
        if (over) {
            worker.status = life->second.by_signal ? WorkerStatus::killed : WorkerStatus::exited;
            worker.exit_code = static_cast<int>(life->second.code);
            continue;
        }
        worker.status = WorkerStatus::idle;
        const auto found = running.workers.find(worker.id.value);
        if (found == running.workers.end()) continue;
        const auto& at = found->second;
        if (at.inside) {
            worker.status = WorkerStatus::running;
            worker.current = CallId{at.call};
            worker.since_ns = at.since_ns;
            spans.clear();
            lanes.spans({LaneKind::operations, worker.id.value, 0}, time_ns, time_ns + 1, 1, spans);
            bool blocked = !spans.empty() && spans.back().blocked;
            if (!spans.empty() && spans.back().open) {
                const auto* now = last->worker(worker.id);
                blocked = now && now->status == WorkerStatus::blocked && now->current == worker.current;
            }
            const auto* call = recording_->calls().find(worker.current);
            const auto* ref = call ? recording_->registry().operation(call->operation) : nullptr;
            if (blocked) {
                worker.status = WorkerStatus::blocked;
                if (ref) {
                    worker.waits_for = wait_text(state, *ref->operation, call->args);
                    worker.uninterruptible = ref->operation->uninterruptible;
                }
            }
        }
        if (at.stopped) worker.status = WorkerStatus::stopped;
    }
    state.workers.resize(born);
}

void MomentIndex::objects_at(RunState& state, std::int64_t time_ns) const {
    const auto last = recording_->state();
    const auto& registry = recording_->registry();
    // An object begins with the first that was seen of it, or of a way to it.
    std::unordered_map<std::uint32_t, std::int64_t> since;
    for (const auto& [id, handle] : last->handles) {
        const auto known = handles_.find(id.value);
        if (known == handles_.end() || known->second.empty()) continue;
        const auto at = since.try_emplace(handle.object.value, INT64_MAX).first;
        at->second = std::min(at->second, known->second.front().time_ns);
    }
    for (const auto& [id, object] : last->objects) {
        auto begin = INT64_MIN;
        const auto seen = objects_.find(id.value);
        const auto opened = since.find(id.value);
        if (opened != since.end())
            begin = opened->second;
        else if (seen != objects_.end())
            begin = seen->second.seen_ns;
        else if (!object.made_by)  // what every process has from its beginning
            for (const auto& worker : last->workers)
                if (worker.name == object.name)
                    if (const auto life = lives_.find(worker.id.value); life != lives_.end())
                        begin = life->second.born_ns;
        if (begin > time_ns) continue;
        auto copy = object;
        copy.removed = object.removed && seen != objects_.end() && seen->second.removed_ns <= time_ns;
        state.objects.emplace_hint(state.objects.end(), id, std::move(copy));
    }
    for (const auto& [id, handle] : last->handles) {
        const auto object = state.objects.find(handle.object);
        if (object == state.objects.end()) continue;
        auto copy = handle;
        if (const auto known = handles_.find(id.value); known != handles_.end()) {
            copy.open_in.clear();
            if (known->second.empty() || known->second.front().time_ns > time_ns) continue;
            for (const auto& change : known->second) {
                if (change.time_ns > time_ns) continue;  // of several workers, nearly in order
                if (change.open)
                    copy.open_in.push_back(WorkerId{change.worker});
                else
                    std::erase(copy.open_in, WorkerId{change.worker});
            }
        }
        const auto* spec = registry.handle(handle.kind).second;
        copy.everywhere = spec && spec->scope == Scope::system && !object->second.removed;
        state.handles.emplace_hint(state.handles.end(), id, std::move(copy));
    }
}

std::shared_ptr<const Moment> explain_waits(const Recording& recording, const Moment& moment) {
    auto out = std::make_shared<Moment>(moment);
    const auto events = moment.at ? *moment.at + 1 : 0;
    if (events > most_explained) return out;
    auto state = std::make_shared<RunState>(*moment.state);
    // Of the events up to `at` one may be of a worker that had not begun: it is known to the analysis.
    RunState whole = *state;
    const auto last = recording.state();
    for (auto i = whole.workers.size(); i < last->workers.size(); ++i) {
        whole.workers.push_back(last->workers[i]);
        whole.workers.back().status = WorkerStatus::starting;
        whole.workers.back().current = {};
    }
    state->stuck = std::make_shared<const StuckReport>(analyse_stuck(recording, whole, events));
    ++state->revision;
    out->state = std::move(state);
    out->explained = true;
    return out;
}

}  // namespace ipcscope

#include "runtime/supervisor_impl.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {
constexpr std::size_t shown_waiting = 256;  // messages of a queue
constexpr std::size_t shown_bytes = 256;    // of each
}  // namespace

void SupervisorImpl::changed() {
    ++live_.revision;
    published_.reset();
    state_changed_.notify_all();
}

std::shared_ptr<const RunState> SupervisorImpl::state() const {
    std::lock_guard lock(mutex_);
    return state_now();
}

std::shared_ptr<const RunState> SupervisorImpl::state_now() const {
    if (!published_) published_ = std::make_shared<const RunState>(live_);
    return published_;
}

bool SupervisorImpl::wait_until(const std::function<bool(const RunState&)>& done,
                                std::int64_t limit_ns) const {
    std::unique_lock lock(mutex_);
    return state_changed_.wait_for(lock, std::chrono::nanoseconds(limit_ns), [&] { return done(live_); });
}

Driven* SupervisorImpl::driven(WorkerId id) const {
    return id && id.value <= workers_.size() ? workers_[id.value - 1u].get() : nullptr;
}

void SupervisorImpl::set_status(WorkerId id, WorkerStatus status, CallId current, std::int64_t since,
                                std::string waits) {
    auto& info = live_.workers[id.value - 1u];
    stuck_now_ |= info.status == WorkerStatus::blocked || status == WorkerStatus::blocked;
    if (info.status == WorkerStatus::blocked && status != WorkerStatus::blocked) no_longer_stuck(id);
    info.status = status;
    info.current = current;
    info.since_ns = since;
    info.waits_for = std::move(waits);
    info.uninterruptible = status == WorkerStatus::blocked && uninterruptible(current);
    changed();
}

bool SupervisorImpl::uninterruptible(CallId id) const {
    const auto* call = calls_.find(id);
    return call && facts_[call->operation.value - 1u].ref->operation->uninterruptible;
}

void SupervisorImpl::close_handles(WorkerId worker, const std::vector<HandleId>& closed,
                                   const std::vector<HandleId>& removed) {
    std::vector<ObjectId> touched;
    for (const auto id : closed)
        if (const auto found = live_.handles.find(id); found != live_.handles.end())
            if (std::erase(found->second.open_in, worker) > 0) touched.push_back(found->second.object);
    empty_unheld(touched);
    for (const auto id : removed) {
        const auto found = live_.handles.find(id);
        if (found == live_.handles.end()) continue;
        const auto object = live_.objects.find(found->second.object);
        if (object != live_.objects.end()) object->second.removed = true;
        for (auto& [other, handle] : live_.handles)
            if (handle.object == found->second.object) handle.everywhere = false;
    }
}

void SupervisorImpl::copy_handles(WorkerId from, WorkerId to) {
    for (auto& [id, handle] : live_.handles)
        if (std::find(handle.open_in.begin(), handle.open_in.end(), from) != handle.open_in.end())
            handle.open_in.push_back(to);
}

void SupervisorImpl::drop_worker_handles(WorkerId worker) {
    std::vector<ObjectId> touched;
    for (auto& [id, handle] : live_.handles)
        if (std::erase(handle.open_in, worker) > 0) touched.push_back(handle.object);
    empty_unheld(touched);
}

// What was sent and not received is lost with the last handle: it must not be joined to what comes after.
void SupervisorImpl::empty_unheld(const std::vector<ObjectId>& objects) {
    for (const auto id : objects) {
        const auto object = live_.objects.find(id);
        if (object == live_.objects.end() || !object->second.spec->held_by_handles) continue;
        if (on_their_way_.count(id) > 0) continue;  // a descriptor of it was passed: that holds it, too
        const bool held = std::any_of(live_.handles.begin(), live_.handles.end(), [&](const auto& item) {
            return item.second.object == id && !item.second.open_in.empty();
        });
        if (!held) joiner_.emptied(id, object->second.spec->level_from_flow);
    }
}

void SupervisorImpl::bind(const std::string& name, const Fields& results, std::int64_t ret) {
    if (name.empty()) return;
    Fields fields = results;
    fields.emplace_back("ret", Value(ret));
    live_.names[name] = Value(std::move(fields));
}

// Objects that every process has and nobody opens (its signals): known from its first moment.
void SupervisorImpl::add_process_objects(const Driven& driven) {
    for (const auto* mechanism : registry_.mechanisms()) {
        if (!mechanism->handles.empty()) continue;
        for (const auto& spec : mechanism->objects) {
            if (spec.view == ViewHint::none) continue;
            ObjectInfo object;
            object.id = ObjectId{next_handle_++};
            object.mechanism = mechanism;
            object.spec = &spec;
            object.flow = spec.flow;
            object.key = fmt::format("process {}", driven.pid);
            object.name = driven.name;
            live_.objects.emplace(object.id, std::move(object));
        }
    }
}

Driven* SupervisorImpl::observer() {
    if (!observer_) {
        auto started = spawn({}, "observer");
        if (!started) return nullptr;
        observer_ = std::move(*started);
        watch(*observer_);
    }
    return observer_.get();
}

void SupervisorImpl::observe_of(Driven& driven, const std::string& mechanism, const std::string& handle,
                                HandleId id, std::int64_t native, pid_t pid, ObserveFn& done) {
    Observe request;
    request.request = next_request_++;
    request.mechanism = mechanism;
    request.handle = handle;
    request.id = id;
    request.native = native;
    request.pid = pid;
    driven.observing[request.request] = std::move(done);
    driven.out += frame_bytes(FrameKind::observe, encode(request));
    flush(driven);
}

// An answer comes on the thread that also joins flows.
ObserveFn SupervisorImpl::with_waiting(ObjectId id, const ObjectSpec& spec, ObserveFn done) {
    return [this, id, &spec, done = std::move(done)](Result<Fields> state) {
        if (!state) return done(std::move(state));
        const ParamSpec* one = nullptr;
        for (const auto& field : spec.state)
            if (std::string_view(field.name) == spec.waiting) one = &field.type.fields.front();
        const auto has = [&](std::string_view name) {
            return one && std::any_of(one->type.fields.begin(), one->type.fields.end(),
                                      [&](const auto& field) { return name == field.name; });
        };
        const char* key = has("priority") ? "priority" : "type";
        auto waiting = joiner_.waiting(id);
        if (has("priority"))
            std::stable_sort(waiting.begin(), waiting.end(),
                             [](const auto& a, const auto& b) { return a.key > b.key; });
        if (waiting.size() > shown_waiting) waiting.resize(shown_waiting);
        List list;
        for (const auto& [seq, flow_key] : waiting) {
            const auto& event = events_[seq];
            const auto payload = events_.payload(event).substr(0, shown_bytes);
            list.push_back(Fields{{key, flow_key}, {"size", event.original}, {"data", std::string(payload)}});
        }
        state->emplace_back(spec.waiting, std::move(list));
        done(std::move(state));
    };
}

void SupervisorImpl::observe(ObjectId id, ObserveFn done) {
    std::string why;
    {
        std::lock_guard lock(mutex_);
        const auto object = live_.objects.find(id);
        if (object != live_.objects.end() && object->second.spec->waiting[0])
            done = with_waiting(id, *object->second.spec, std::move(done));
        if (stopping_ || object == live_.objects.end()) {
            why = "there is no such object in this run";
        } else if (object->second.removed) {
            why = "it has been removed";
        } else {
            const std::string mechanism = object->second.mechanism->id;
            const HandleInfo* held = nullptr;  // by a busy process: this one
            pid_t holder_pid = 0;
            for (const auto& [handle_id, handle] : live_.handles) {
                if (handle.object != id) continue;
                const auto kind = handle.kind.substr(mechanism.size() + 1);
                if (handle.everywhere) {
                    if (auto* watcher = observer())
                        return observe_of(*watcher, mechanism, kind, {}, handle.native, 0, done);
                }
                for (const auto worker : handle.open_in) {
                    auto* holder = driven(worker);
                    if (!holder || !holder->ready || holder->gone) continue;
                    held = &handle;
                    holder_pid = holder->pid;
                    const auto status = live_.workers[worker.value - 1u].status;
                    if (!holder->busy && ((status == WorkerStatus::idle && holder->queue.empty()) ||
                                          status == WorkerStatus::held)) {
                        observe_of(*holder, mechanism, kind, handle_id, handle.native, 0, done);
                        return;
                    }
                }
            }
            const auto separator = object->second.key.find(' ');
            if (held) {
                if (auto* watcher = observer()) {
                    const auto kind = held->kind.substr(mechanism.size() + 1);
                    observe_of(*watcher, mechanism, kind, {}, held->native, holder_pid, done);
                    return;
                }
                why = "nobody is free to look at it";
            } else if (separator != std::string::npos && object->second.key.rfind("process ", 0) == 0) {
                if (auto* watcher = observer()) {
                    observe_of(*watcher, mechanism, "", {},
                               std::atoll(object->second.key.c_str() + separator), 0, done);
                    return;
                }
            } else {
                why = "no process of this run has it open";
            }
        }
    }
    done(failure(why));
}

}  // namespace ipcscope

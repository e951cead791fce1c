// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/run_fixture.h"
#include "runtime/stuck.h"

#include <QtTest>

#include <memory>

namespace ipcscope::testing::stuck_tests {

// A run that nobody made: workers, handles, what was done and who sleeps in what.
struct Play {
    RunState state;
    EventStore events;
    CallTable calls;
    std::uint32_t next = 1;
    std::int64_t time = 1000;

    WorkerId worker(const char* name, WorkerId parent = {}) {
        WorkerInfo info;
        info.id = WorkerId{static_cast<std::uint16_t>(state.workers.size() + 1)};
        info.name = name;
        info.pid = 100 + info.id.value;
        info.parent = parent;
        info.status = WorkerStatus::idle;
        state.workers.push_back(info);
        return info.id;
    }
    ObjectId object(const char* mechanism, const char* id, const char* name, const char* key = "",
                    const char* label = "") {
        ObjectInfo info;
        info.id = ObjectId{next++};
        info.mechanism = registry().mechanism(mechanism);
        for (const auto& spec : info.mechanism->objects)
            if (std::string_view(spec.id) == id) info.spec = &spec;
        info.flow = info.spec->flow;
        info.name = name;
        info.key = key;
        info.label = label;
        state.objects[info.id] = info;
        return info.id;
    }
    Value handle(ObjectId object, const char* kind, const char* name, std::vector<WorkerId> open_in) {
        HandleInfo info;
        info.id = HandleId{next++};
        info.open_file = info.id;
        info.kind = kind;
        info.object = object;
        info.name = name;
        info.open_in = std::move(open_in);
        const auto [mechanism, spec] = registry().handle(kind);
        info.everywhere = mechanism && spec->scope == Scope::system;
        state.handles[info.id] = info;
        return HandleRef{info.id, -1};
    }
    CallId call(WorkerId worker, const char* operation, std::vector<Value> args) {
        CallInfo info;
        info.worker = worker;
        const auto* ref = registry().operation(operation);
        info.operation = ref->id;
        for (auto i = args.size(); i < ref->operation->params.size(); ++i)
            args.push_back(ref->operation->params[i].initial);
        info.args = std::move(args);
        info.text = operation;
        info.line = static_cast<int>(calls.size() + 1);
        return calls.append(std::move(info)).id;
    }
    std::uint64_t event(Phase phase, CallId id, int err = 0, std::uint8_t flags = 0) {
        const auto* info = calls.find(id);
        Event event;
        event.phase = phase;
        event.time_ns = time += 10;
        event.worker = info->worker.value;
        event.operation = info->operation.value;
        event.call = id.value;
        event.err = static_cast<std::uint16_t>(err);
        event.flags = flags;
        const auto& spec = *registry().operation(info->operation)->operation;
        for (std::size_t i = 0; i < spec.params.size(); ++i)
            if (std::string_view(spec.params[i].name) == spec.object)
                if (const auto* ref = info->args[i].as<HandleRef>())
                    event.object = state.handles.at(ref->id).object.value;
        return events.append(event, {});
    }
    CallId did(WorkerId worker, const char* operation, std::vector<Value> args, int err = 0) {
        const auto id = call(worker, operation, std::move(args));
        event(Phase::enter, id);
        event(Phase::leave, id, err);
        return id;
    }
    void sleeps(WorkerId worker, const char* operation, std::vector<Value> args) {
        const auto id = call(worker, operation, std::move(args));
        event(Phase::enter, id);
        auto& info = state.workers[worker.value - 1u];
        info.status = WorkerStatus::blocked;
        info.current = id;
        info.since_ns = time;
    }
    void level(WorkerId worker, const char* operation, ObjectId object, std::int64_t change) {
        Event event;
        event.phase = Phase::state;
        event.time_ns = time += 10;
        event.worker = worker.value;
        event.operation = registry().operation(operation)->id.value;
        event.object = object.value;
        event.ret = change;
        event.flags = event_flag::relative;
        events.append(event, {});
    }
    void ends(WorkerId worker, WorkerStatus how = WorkerStatus::killed) {
        state.workers[worker.value - 1u].status = how;
        state.workers[worker.value - 1u].exit_code = 9;
        for (auto& [id, handle] : state.handles)
            std::erase(handle.open_in, worker);
    }
    StuckReport analyse() { return StuckAnalyser(registry(), events, calls).analyse(state); }
    Verdict verdict(WorkerId worker) {
        const auto report = analyse();
        const auto* wait = report.wait_of(worker);
        return wait ? wait->verdict : Verdict::waiting;
    }
};

std::unique_ptr<QObject> graph();
std::unique_ptr<QObject> without_owners();

}  // namespace ipcscope::testing::stuck_tests

// A recording that a test writes event by event, with the real store, tables and lanes.
#pragma once

#include "helpers/run_fixture.h"
#include "runtime/recording.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ipcscope::testing {

// What an event holds, besides who and which call.
struct Made {
    std::int64_t ret = 0;
    int err = 0;
    ObjectId object = {};
    std::string payload = {};
    std::int64_t duration_ns = 10'000;
    std::uint8_t flags = 0;
    std::string results = {};  // encoded
    std::vector<Value> args = {};
};

class HandMadeRecording : public Recording {
public:
    const Registry& registry() const override { return testing::registry(); }
    const EventStore& events() const override { return events_; }
    const FlowTable& flows() const override { return flows_; }
    const CallTable& calls() const override { return calls_; }
    const LaneIndex& lanes() const override { return lanes_; }
    const FlowIndex& flow_index() const override { return flow_index_; }
    std::shared_ptr<const RunState> state() const override { return std::make_shared<RunState>(state_); }
    std::int64_t started_ns() const override { return start; }

    static constexpr std::int64_t start = 1'000'000'000;
    static constexpr std::int64_t step = 100'000;  // ns between two events, unless told

    WorkerId worker(const std::string& name) {
        WorkerInfo info;
        info.id = WorkerId{static_cast<std::uint16_t>(state_.workers.size() + 1)};
        info.name = name;
        info.status = WorkerStatus::idle;
        state_.workers.push_back(info);
        return info.id;
    }
    ObjectId object(const std::string& name) {
        ObjectInfo info;
        info.id = ObjectId{static_cast<std::uint32_t>(state_.objects.size() + 1)};
        info.name = name;
        info.flow = FlowPolicy::byte_stream;
        state_.objects[info.id] = info;
        return info.id;
    }
    RunState& live() { return state_; }

    // `text`: as the program says the call; its operation is what stands before '('.
    std::uint64_t event(Phase phase, WorkerId worker, const std::string& text, Made what) {
        const auto* ref = registry().operation(std::string_view(text).substr(0, text.find('(')));
        Event event;
        event.time_ns = time;
        time += step;
        event.phase = phase;
        event.worker = worker.value;
        event.operation = ref ? ref->id.value : std::uint16_t{0};
        event.ret = what.ret;
        event.err = static_cast<std::uint16_t>(what.err);
        event.object = what.object.value;
        event.duration_ns = phase == Phase::leave ? what.duration_ns : 0;
        event.flags = what.flags;
        event.captured = event.original = static_cast<std::uint32_t>(what.payload.size());
        event.results = static_cast<std::uint32_t>(what.results.size());
        auto& inside = inside_[worker.value];
        if (ref && phase == Phase::leave && inside.second == text) {
            event.call = inside.first.value;  // the one that has begun
            inside = {};
        } else if (ref && phase != Phase::instant) {
            CallInfo call;
            call.worker = worker;
            call.operation = ref->id;
            call.text = text;
            call.args = what.args;
            event.call = calls_.append(call).id.value;
            if (phase == Phase::enter) inside = {CallId{event.call}, text};
        }
        const auto seq = events_.append(event, what.payload + what.results);
        lanes_.append(seq, event);
        return seq;
    }
    std::uint64_t enter(WorkerId worker, const std::string& text, Made what = {}) {
        return event(Phase::enter, worker, text, std::move(what));
    }
    std::uint64_t leave(WorkerId worker, const std::string& text, Made what = {}) {
        return event(Phase::leave, worker, text, std::move(what));
    }
    std::uint64_t instant(WorkerId worker, const std::string& text, Made what = {}) {
        return event(Phase::instant, worker, text, std::move(what));
    }
    FlowId flow(std::uint64_t from, std::uint64_t to, ObjectId object = {}, std::uint32_t merged = 0) {
        Flow flow;
        flow.from = from;
        flow.to = to;
        flow.object = object;
        flow.merged = merged;
        const auto id = flows_.append(flow);
        events_.set_flow(from, id);
        events_.set_flow(to, id);
        flow_index_.append(id, events_[from], events_[to]);
        return id;
    }
    std::int64_t time = start + step;  // of the next event

private:
    EventStore events_;
    FlowTable flows_;
    CallTable calls_;
    std::map<std::uint16_t, std::pair<CallId, std::string>> inside_;  // by worker
    LaneIndex lanes_;
    FlowIndex flow_index_;
    RunState state_;
};

}  // namespace ipcscope::testing

// A recording that was made elsewhere and is put together here, event by event. What is no operation of ours
// (a system call that no mechanism knows) becomes one of the mechanism "syscall", as the file names it.
#pragma once

#include "runtime/flow_joiner.h"
#include "runtime/recording.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace ipcscope {

class ImportedRecording : public Recording {
public:
    static constexpr std::size_t most_workers = 5'000;
    static constexpr std::size_t most_strange = 2'000;  // operations that are none of ours

    // `started_ns` is the time of its beginning; all times of events are at or after it.
    ImportedRecording(const Registry& known, std::int64_t started_ns);
    ~ImportedRecording() override;

    // --- putting together: one thread, until finish() ---
    const Registry& known() const { return known_; }
    // Has no number while there are too many.
    WorkerId add_worker(std::string name, pid_t pid, WorkerId parent);
    WorkerInfo& worker(WorkerId id) { return state_now_.workers[id.value - 1u]; }
    ObjectId add_object(ObjectInfo info);
    ObjectInfo& object(ObjectId id) { return state_now_.objects.at(id); }
    CallId add_call(WorkerId worker, OperationId operation, std::string text, int line = 0);
    // "pipe.write"; an unknown one is made, below "syscall" unless it is of the monitor's recordings. None:
    // too many unknown ones.
    OperationId operation(const std::string& name);
    // `extra` = payload, then results. Returns its number.
    std::uint64_t put(Event event, std::string_view extra);
    void note(std::int64_t time_ns, const std::string& text);
    void bind(const std::string& name, Value value) { state_now_.names[name] = std::move(value); }
    FlowJoiner& joiner() { return joiner_; }
    LaneIndex& lane_index() { return lanes_; }
    EventStore& store() { return events_; }
    void finish();

    // --- after finish() any thread ---
    const Registry& registry() const override { return *registry_; }
    const EventStore& events() const override { return events_; }
    const FlowTable& flows() const override { return flows_; }
    const CallTable& calls() const override { return calls_; }
    const LaneIndex& lanes() const override { return lanes_; }
    const FlowIndex& flow_index() const override { return flow_index_; }
    std::shared_ptr<const RunState> state() const override { return state_; }
    std::int64_t started_ns() const override { return started_ns_; }

private:
    const Registry known_;  // with what the monitor records
    const std::int64_t started_ns_;
    EventStore events_;
    FlowTable flows_;
    CallTable calls_;
    LaneIndex lanes_;
    FlowIndex flow_index_;
    FlowJoiner joiner_;
    RunState state_now_;
    std::map<std::string, OperationId, std::less<>> strange_;
    std::deque<std::string> texts_;  // of the strange ones
    MechanismSpec strangers_;
    std::unique_ptr<const Registry> registry_;
    std::shared_ptr<const RunState> state_;
};

// What came out of a file, and what did not.
struct Imported {
    std::unique_ptr<ImportedRecording> recording;
    std::int64_t began_unix_ns = 0;  // 0 = the file does not say
    std::uint64_t lines = 0;
    std::uint64_t left_out = 0;         // lines that are not of this format, or cannot be right
    std::vector<std::string> problems;  // the first few of them: "line 7: ..."
};

}  // namespace ipcscope

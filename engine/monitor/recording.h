// A recording made of samples: everything that works on a run (timeline, table, statistics, filter, export,
// session file) works on what the monitor saw. Objects are objects, their levels are levels, what appears,
// changes and vanishes are events of the worker "machine", threads that wait are workers that are blocked.
#pragma once

#include "monitor/overlooked.h"
#include "monitor/watch.h"
#include "runtime/recording.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace ipcscope {

class MonitorRecording : public Recording {
public:
    // What of a snapshot is recorded; none: all of it.
    using Wanted = std::function<bool(const Snapshot&, ObjectIndex)>;
    // Of objects that are gone, state() keeps the last ones: whoever writes it down has met the others.
    explicit MonitorRecording(Wanted wanted = {}, std::size_t most_gone = 10'000);
    ~MonitorRecording() override;

    // --- one thread at a time ---
    // state() may be some samples old afterwards: copying it costs, and is done as often as it is worth.
    void add(const Watched& sample);
    void settle();  // state() is as new as it gets

    // --- any thread ---
    const Registry& registry() const override { return registry_; }
    const EventStore& events() const override { return events_; }
    const FlowTable& flows() const override { return flows_; }
    const CallTable& calls() const override { return calls_; }
    const LaneIndex& lanes() const override { return lanes_; }
    const FlowIndex& flow_index() const override { return flow_index_; }
    std::shared_ptr<const RunState> state() const override;
    std::int64_t started_ns() const override { return started_ns_; }
    std::uint64_t left_out() const { return left_out_; }  // waits of threads, when there are too many

private:
    using ThreadKey = std::pair<std::int32_t, std::int32_t>;  // pid, thread
    struct Waiting {
        WorkerId worker;
        CallId call;
        std::int64_t since_ns = 0;
        ObjectId object;
        std::string ref, words;
    };
    bool wanted(const Snapshot& snapshot, ObjectIndex object) const;
    ObjectId object_of(const Snapshot& snapshot, ObjectIndex object);
    ObjectId level_of(const Snapshot& snapshot, ObjectIndex object, std::size_t field);
    WorkerId worker_of(const Snapshot& snapshot, const SeenWait& wait);
    void begin(const Watched& sample);
    void add_change(const Watched& sample, const ObjectChange& change);
    void add_levels(const Watched& sample, const ObjectChange& change);
    void add_waits(const Snapshot& snapshot);
    void add_gaps(const Snapshot& snapshot);
    static bool may_still_wait(const Snapshot& snapshot, ThreadKey thread, const Waiting& wait);
    void put(Phase phase, std::int64_t time_ns, const char* verb, WorkerId worker, ObjectId object,
             const std::string& text, Event more);
    void level(ObjectId object, std::size_t field, std::int64_t time_ns, std::int64_t value);
    void publish();
    void let_go(ObjectId object);

    const Wanted wanted_;
    const std::size_t most_gone_;
    const Registry registry_;
    EventStore events_;
    FlowTable flows_;
    CallTable calls_;
    LaneIndex lanes_;
    FlowIndex flow_index_;
    const std::int64_t started_ns_;
    std::int64_t last_ns_ = 0;
    std::uint64_t left_out_ = 0;
    std::map<std::string, ObjectId> objects_;                         // by reference
    std::map<std::pair<std::string, std::size_t>, ObjectId> levels_;  // by reference and field
    std::map<ThreadKey, WorkerId> workers_;
    std::map<ThreadKey, Waiting> waiting_;
    RunState next_;
    bool changed_ = false, begun_ = false;
    GapChanges gaps_;
    std::uint32_t last_object_ = 0;                // numbers are not given again
    std::deque<ObjectId> gone_;                    // in next_, the oldest first
    std::int64_t published_ns_ = 0, cost_ns_ = 0;  // of the last copy: when, and how long it took
    mutable std::mutex mutex_;
    std::shared_ptr<const RunState> state_;
};

}  // namespace ipcscope

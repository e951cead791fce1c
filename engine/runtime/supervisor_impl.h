// The supervisor's inside. One mutex guards what other threads may ask for or change (workers, RunState,
// requests); the store, the joiner and the rings' consumer side belong to the supervisor's thread alone.
#pragma once

#include "runtime/flow_joiner.h"
#include "runtime/reception.h"
#include "runtime/run_directory.h"
#include "runtime/stuck.h"
#include "runtime/supervisor.h"
#include "worker/link/protocol.h"
#include "worker/link/ring.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <unordered_map>

namespace ipcscope {

struct PendingRun {
    Run run;
    OutcomeFn done;
    std::string binding;
    bool forks = false;
    // Of a loop, which may be driven call by call (supervisor_breaks.cpp): how much of it is done.
    bool loop = false;
    bool by_call = false;      // one call of it was sent, else all that is left
    std::uint64_t rounds = 0;  // whole ones
    std::size_t at = 0;        // the step that is next
    std::int64_t duration_ns = 0;
};

using ObserveFn = std::function<void(Result<Fields>)>;

// One process that we drive (or the observer, which is nobody's: id 0).
struct Driven {
    WorkerId id;
    std::string name;
    pid_t pid = 0;
    bool our_child = false;
    bool ready = false;
    bool gone = false;
    UniqueFd control, process;
    RingPair rings;
    FrameBuffer in;
    std::vector<Frame> frames;      // said, not yet acted upon
    bool silent = false;            // its end of the socket is closed
    std::string out;                // not yet taken by the socket
    std::vector<UniqueFd> out_fds;  // to go with the first byte of `out`
    std::deque<PendingRun> queue;   // front is being done, if `busy`
    bool busy = false;
    bool out_watched = false;  // epoll tells when there is room
    std::map<std::uint32_t, ObserveFn> observing;
    // the call it is inside of, as the ring told
    Event entered;            // phase enter = inside
    bool raised = false;      // state events since the enter raised a level
    std::uint32_t slept = 0;  // CallId in which it was seen asleep
    bool interrupting = false;
    bool paused = false;      // to be held before its next operation
    bool held = false;        // the front of `queue` is not sent
    bool passes = false;      // ... but now it may be
    bool taken_back = false;  // its loop was told to come back after this round
    // Since which look it has been asleep in one call without a word, and the last one that found it so.
    std::uint64_t asleep_since = 0, asleep_at = 0;
    std::uint32_t asleep_in = 0;    // CallId
    std::uint64_t asleep_said = 0;  // how far its ring was written then
    std::uint64_t lost_told = 0, lost_in_ring = 0, lost_signals_told = 0;
    std::uint64_t lost_for_room = 0;  // and not told yet: there was no memory for them
    // sequences plus one, 0 = not yet
    std::uint64_t start_seq = 0, end_seq = 0;
    std::uint64_t fork_seq = 0;    // its latest fork, whose child has not said a word yet
    std::uint64_t reaped_seq = 0;  // the wait that reaped it
    int reaped_status = -1;        // what that wait was told, as waitpid(2) gives it; -1 = none yet
    WorkerId parent;
};

class SupervisorImpl {
public:
    SupervisorImpl(const Registry& registry, SupervisorOptions options, RunDirectory directory);
    ~SupervisorImpl();
    Status begin();

    Result<WorkerId> start_worker(const std::string& name);
    CallId submit(std::vector<CallRequest> body, std::uint64_t count, OutcomeFn done);
    void interrupt(WorkerId id);
    void kill(WorkerId id, int signal);
    void observe(ObjectId object, ObserveFn done);
    void set_breaks(std::vector<Break> breaks);
    void pause(WorkerId id);
    void step(WorkerId id);
    void go_on(WorkerId id);
    void withdraw_held();
    bool holding() const { return holding_ > 0; }
    // Of an object whose spec says so: puts what waits in it into the answer.
    ObserveFn with_waiting(ObjectId id, const ObjectSpec& spec, ObserveFn done);
    std::shared_ptr<const RunState> state() const;
    std::shared_ptr<const RunState> state_now() const;  // the mutex is held
    bool wait_until(const std::function<bool(const RunState&)>& done, std::int64_t limit_ns) const;
    Status shutdown();

    const Registry& registry_;
    const SupervisorOptions options_;
    RunDirectory directory_;
    const std::int64_t started_ns_;
    const std::shared_ptr<Arena> arena_ = std::make_shared<Arena>(Arena::for_this_machine());
    EventStore events_{arena_};
    FlowTable flows_{arena_};
    CallTable calls_;
    LaneIndex lanes_{arena_};
    FlowIndex flow_index_{arena_};

private:
    struct OperationFacts {  // of each operation, by id - 1
        const OperationRef* ref = nullptr;
        FlowPolicy policy = FlowPolicy::none;
        bool own_policy = false;  // the operation's, not the object's
        bool level_from_flow = false;
        bool level_in_bytes = false;
        bool streams_by_key = false;
        bool wake_by_role = false;    // FlowPolicy::wake: sends wake receives; else rising levels do
        bool wakes_senders = false;   // FlowPolicy::wake: and receives wake sends, which may block
        std::uint16_t mechanism = 0;  // a number for each
        std::uint32_t packet_bytes = 0;
        int flow_target = -1;  // index of the parameter
        bool may_block = false;
        bool locks = false;
    };
    struct Source {  // a ring that holds something
        Driven* driven;
        Ring* ring;
        std::uint64_t limit;
        unsigned taken = 0;
    };
    using Callbacks = std::vector<std::function<void()>>;  // to be called without the mutex

    // supervisor_spawn.cpp
    Result<std::unique_ptr<Driven>> spawn(WorkerId id, const std::string& name);
    WorkerId add_worker(const std::string& name, WorkerId parent);
    void watch(Driven& driven);

    // supervisor_thread.cpp
    void thread_main();
    int sample_interval_ms() const;
    void sample();
    void sample_one(Driven& driven);
    void read_frames(Driven& driven);
    static void give_up(const Driven& driven);
    void handle_frames(Callbacks& after);
    void frame(Driven& driven, Frame& frame, Callbacks& after);
    void done(Driven& driven, const Done& done, Callbacks& after);
    void refused(Driven& driven, std::string_view body, Callbacks& after);
    void opened(Driven& driven, const Opened& opened);
    void born(Driven& driven, pid_t pid);
    void flush(Driven& driven);
    void send_next(Driven& driven);
    void prepare_fork(PendingRun& next, WorkerId parent, std::vector<UniqueFd>& fds);
    void wake_thread();

    // supervisor_ended.cpp
    void ended(Driven& driven, Callbacks& after);
    bool told_to_waiter(const Driven& driven, int& status);

    // supervisor_ingest.cpp
    void drain();
    void ingest(Driven& driven, const Event& event, std::string_view extra);
    void wake(const Driven& driven, const OperationFacts& facts, std::uint64_t seq, const Event& event);
    void ingest_leave(Driven& driven, std::uint64_t seq, const Event& event);
    void emit(Driven& driven, const char* operation, std::int64_t ret, const Fields& results,
              std::uint64_t* seq = nullptr);
    bool was_blocked(const Driven& driven, const Event& leave) const;
    FlowPolicy policy_of(std::uint32_t object, const OperationFacts& facts) const;
    void tell_lost(Driven& driven);
    void tell_memory();
    void refresh_levels();
    void refresh_level(ObjectId object, int attempts);

    // supervisor_breaks.cpp
    bool matches(const Break& one, const Step& step) const;
    bool stops_in(const Driven& driven, const PendingRun& loop) const;
    bool hold(Driven& driven, const PendingRun& next);
    void release(Driven& driven);
    void set_paused(Driven& driven, bool paused);
    void pause_all();
    void take_back(Driven& driven);
    Run portion(const Driven& driven, PendingRun& loop) const;
    bool loop_done(Driven& driven, PendingRun& loop, const Done& message);

    // supervisor_state.cpp
    void set_status(WorkerId id, WorkerStatus status, CallId current = {}, std::int64_t since = 0,
                    std::string waits = {});
    std::string waits_text(const CallInfo& call) const;
    bool uninterruptible(CallId call) const;
    void changed();
    // supervisor_stuck.cpp
    void seen_asleep(Driven& driven, std::uint32_t inside);
    void look_for_stuck();
    void no_longer_stuck(WorkerId worker);
    bool asleep_together(const std::vector<WorkerId>& workers) const;
    // supervisor_handles.cpp
    const HandleInfo* known_descriptor(const Driven& driven, const OpenedHandle& received) const;
    ObjectId object_behind(const OpenedHandle& handle, const MechanismSpec& mechanism, const HandleSpec& spec,
                           const std::string& name);
    void passed(const CallInfo& call);
    const HandleInfo* handle_acted_on(const CallInfo& call) const;
    // supervisor_state.cpp
    void close_handles(WorkerId worker, const std::vector<HandleId>& closed,
                       const std::vector<HandleId>& removed);
    void copy_handles(WorkerId from, WorkerId to);
    void drop_worker_handles(WorkerId worker);
    void empty_unheld(const std::vector<ObjectId>& objects);
    void bind(const std::string& name, const Fields& results, std::int64_t ret);
    Driven* driven(WorkerId id) const;
    Driven* observer();
    void observe_of(Driven& driven, const std::string& mechanism, const std::string& handle, HandleId id,
                    std::int64_t native, pid_t pid, ObserveFn& done);
    void add_process_objects(const Driven& driven);

    std::string worker_program_;
    std::vector<OperationFacts> facts_;
    FlowJoiner joiner_;
    Receptions receptions_{registry_};

    mutable std::mutex mutex_;
    mutable std::condition_variable state_changed_;
    RunState live_;
    mutable std::shared_ptr<const RunState> published_;
    std::vector<std::unique_ptr<Driven>> workers_;  // by id - 1
    std::unique_ptr<Driven> observer_;
    std::uint32_t next_handle_ = 1;
    std::uint32_t next_request_ = 1;
    std::int64_t last_request_ns_ = 0;
    // The thread sleeps at most this long after a request: short enough to see the next one block without
    // being woken.
    static constexpr int alert_ms = 5;
    std::atomic<int> sleeping_ms_{0};
    bool stopping_ = false;
    mutable std::unique_ptr<const Recording> inside_;  // what breaks read
    std::vector<Break> breaks_;
    std::atomic<int> holding_{0};

    // the thread's own
    std::vector<std::uint32_t> object_of_handle_;             // by HandleId
    std::unordered_map<std::uint32_t, FlowPolicy> policies_;  // objects that differ from their spec
    std::set<ObjectId> on_their_way_;                         // objects of descriptors in messages
    std::map<pid_t, Driven*> by_pid_;
    std::int64_t last_round_ns_ = 0;             // when also the idle ones were looked at
    std::atomic<std::int64_t> hot_until_ns_{0};  // sample often until then: a signal is on its way
    std::string spill_;
    StuckAnalyser analyser_;
    std::uint64_t looks_ = 0;             // how often the workers were looked at
    std::uint64_t stuck_revision_ = 0;    // of the state that was analysed last
    std::uint64_t stuck_events_ = 0;      // how many events there were
    std::int64_t stuck_ns_ = 0;           // when
    bool stuck_now_ = false;              // somebody fell asleep or went on: analyse at once
    std::vector<WorkerId> stuck_unsure_;  // a deadlock has to be seen twice: in one that was seen once
    int stuck_soon_ = 0;                  // so many looks come soon because of it
    bool locks_taken_ = false;            // since the last analysis
    UniqueFd epoll_, doorbell_, wake_;
    bool memory_told_ = false;
    std::thread thread_;
};

}  // namespace ipcscope

// Starts, drives and ends the workers of one run; owns its store. All of it happens on a thread of its own:
// no call here waits for a worker, except shutdown (which has a limit).
#pragma once

#include "base/result.h"
#include "runtime/breaks.h"
#include "runtime/recording.h"

#include <functional>
#include <memory>
#include <string>

namespace ipcscope {

struct SupervisorOptions {
    std::string worker_program;  // "" = ipcscope-worker beside this program
    std::uint32_t ring_slots =
        1 << 18;  // 64-byte slots of each worker's ring, a power of two; touched as used
    std::uint32_t capture_limit = 65536;  // bytes of each payload that are kept
};

// One operation to be done. Arguments are complete and resolved (see Conductor for names).
struct CallRequest {
    WorkerId worker;
    OperationId operation;
    std::vector<Value> args;
    std::string binding;  // name for its results, "" = none
    std::string text;     // for people
    int line = 0;
};

struct Outcome {
    enum class Kind { done, refused, died } kind = Kind::done;
    CallId call;
    std::int64_t ret = 0;
    int err = 0;
    std::int64_t duration_ns = 0;
    Fields results;       // by ResultSpec name; the payload is among them if declared
    std::string message;  // refused: why (our words); died: "killed by SIGPIPE", "exited with status 3"
    int exit_code = 0;    // died: status, or signal number if `by_signal`
    bool by_signal = false;
    std::uint64_t seq = 0;     // of its leave event
    std::uint64_t rounds = 1;  // of a loop: how many were done (it stops at the first error)
};
using OutcomeFn = std::function<void(const Outcome&)>;  // on the supervisor's thread: be short, do not wait

class Supervisor : public Recording {
public:
    static Result<std::unique_ptr<Supervisor>> create(const Registry& registry,
                                                      SupervisorOptions options = {});
    ~Supervisor() override;  // shutdown

    // --- any thread ---
    Result<WorkerId> start_worker(const std::string& name);  // ready a moment later; state() tells
    // A worker does one thing at a time: requests for a busy one wait their turn.
    CallId submit(CallRequest request, OutcomeFn done = {});
    // All of `body` (of one worker) `count` times in the worker, without asking in between.
    CallId submit_loop(std::vector<CallRequest> body, std::uint64_t count, OutcomeFn done = {});
    // A blocked call comes back with EINTR; one that is WorkerInfo::uninterruptible waits on. A loop ends.
    void interrupt(WorkerId worker);
    void kill(WorkerId worker, int signal);
    // --- breaks (breaks.h) ---
    void set_breaks(
        std::vector<Break> breaks);    // instead of those that were set; hits of the others are forgotten
    void pause(WorkerId worker = {});  // held before its next operation; none = everybody, later ones too
    // A held worker does the one operation that it is held before; everybody is held before the next one.
    void step(WorkerId worker);
    void go_on(WorkerId worker = {});  // none = everybody
    // What held workers (and what waits behind it) were about to do is refused, and nobody is paused any
    // more.
    void withdraw_held();
    bool holding() const;  // is anybody held now? Then no operation is late.
    // Live state of an object, asked of a process that can see it without disturbing. Fields or why not.
    void observe(ObjectId object, std::function<void(Result<Fields>)> done);
    std::shared_ptr<const RunState> state() const override;
    // Waits until `done(state)` holds or the deadline (ns from now) is over; for CLI and tests, never the
    // GUI.
    bool wait_until(const std::function<bool(const RunState&)>& done, std::int64_t limit_ns) const;

    const Registry& registry() const override;
    const EventStore& events() const override;
    const FlowTable& flows() const override;
    const CallTable& calls() const override;
    const LaneIndex& lanes() const override;
    const FlowIndex& flow_index() const override;
    const std::string& directory() const;  // private directory of the run: the workers' working directory
    std::int64_t started_ns() const override;

    // Ends all workers, removes everything that was made. Idempotent; at most two seconds. What could not be
    // removed is in the error.
    Status shutdown();

private:
    explicit Supervisor(std::unique_ptr<class SupervisorImpl> impl);
    std::unique_ptr<class SupervisorImpl> impl_;
};

}  // namespace ipcscope

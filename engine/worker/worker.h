// One driven process: takes requests from its control socket, makes the calls, writes events to its ring.
// Single-threaded; really blocks when a call blocks.
#pragma once

#include "mechanisms/driver.h"
#include "schema/registry.h"
#include "worker/link/protocol.h"
#include "worker/link/ring.h"

#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace ipcscope {

struct HandleEntry {
    std::string mechanism;
    std::string kind;
    ObjectId object;  // 0: the supervisor knows
    std::int64_t native = -1;
    bool closed = false;
    bool everywhere = false;  // Scope::system
    void* aux = nullptr;
};

class Worker final : public SignalEvents {
public:
    Worker(const Registry& registry, int control, RingPair rings, int doorbell, int journal);

    // Until the supervisor is gone. The exit status of the process.
    int loop();

    // SignalEvents
    void delivered(OperationId operation, int signo, std::string_view results) override;

    // --- for WorkerCall ---
    const HandleEntry* handle(HandleId id) const;
    const std::map<HandleId, HandleEntry>& handles() const { return handles_; }
    void add_handle(HandleId id, HandleEntry entry) { handles_[id] = std::move(entry); }
    void close_handle(HandleId id);
    void write(Event event, std::string_view payload, std::string_view results);
    void set_current(CallId call) {
        rings_.events.header().current.store(call.value, std::memory_order_release);
    }
    // Has this process slept in the kernel since it was asked last? Being preempted is no sleep.
    bool has_slept();
    void let_recorder_catch_up();  // between the rounds of a loop
    void journal(char sign, std::string_view mechanism, const std::string& record);
    pid_t fork_here();  // the child becomes a worker of its own and does not return
    WorkerRef last_child() const { return last_child_; }
    std::uint32_t capture_limit() const { return hello_.capture_limit; }
    int control() const { return control_.get(); }

private:
    bool handle_frame(Frame& frame);
    void run(const Run& request);
    void observe(const Observe& request);
    void become(WorkerId id, UniqueFd control, UniqueFd ring);
    Status ready();

    const Registry& registry_;
    std::vector<const Driver::Operation*> drivers_;  // by operation id - 1; nullptr = not done in a worker
    UniqueFd control_;
    RingPair rings_;
    int doorbell_;
    int journal_;
    Hello hello_;
    std::map<HandleId, HandleEntry> handles_;
    std::vector<UniqueFd> child_fds_;  // control and ring of the child that the next fork makes
    WorkerId child_id_;
    WorkerRef last_child_;
    long sleeps_ = 0;
    bool recorder_lags_ = false;  // it did not catch up in the time it was given
};

// Catches the signal that interrupts a blocked call (see interrupt.cpp). Status: it could not be installed.
Status install_interrupt_signal();

// `ipcscope-worker --clean JOURNAL`: removes what a run left, prints a line for each. Exit status.
int clean_by_journal(const char* path, bool dry_run);

}  // namespace ipcscope

// A worker's process has ended, or is about to: how, and what is made of what it was doing.
#include "base/clock.h"
#include "base/signals.h"
#include "runtime/process_info.h"
#include "runtime/supervisor_impl.h"

#include <algorithm>
#include <fmt/format.h>
#include <signal.h>
#include <thread>

#include <sys/epoll.h>
#include <sys/wait.h>

namespace ipcscope {

namespace {

// How a process ended, as far as anybody can know: from wait(2) if it is ours, else from its zombie.
bool exit_of(const Driven& driven, int& status) {
    siginfo_t about{};
    if (driven.process &&
        waitid(P_PIDFD, static_cast<id_t>(driven.process.get()), &about, WEXITED | WNOHANG) == 0 &&
        about.si_pid == driven.pid) {
        status = about.si_code == CLD_EXITED ? about.si_status << 8 : about.si_status;
        return true;
    }
    const auto stat = read_stat(driven.pid);
    if (!stat || stat->state != 'Z') return false;
    status = stat->exit_code;
    return true;
}

}  // namespace

// A parent that was already waiting has taken the status: its call, about to come back, tells it to us too.
bool SupervisorImpl::told_to_waiter(const Driven& driven, int& status) {
    const auto waits = [&](const std::unique_ptr<Driven>& other) {
        if (!other || other->entered.phase != Phase::enter) return false;
        const auto index = other->entered.operation - 1u;
        return index < facts_.size() && facts_[index].policy == FlowPolicy::lifetime &&
               facts_[index].ref->operation->flow == FlowRole::receive;
    };
    const auto deadline = now_ns() + 50'000'000;
    for (bool more = true; more && driven.reaped_status < 0; std::this_thread::yield()) {
        drain();
        std::lock_guard lock(mutex_);
        more = now_ns() < deadline && std::any_of(workers_.begin(), workers_.end(), waits);
    }
    if (driven.reaped_status >= 0) status = driven.reaped_status;
    return driven.reaped_status >= 0;
}

void SupervisorImpl::ended(Driven& driven, Callbacks& after) {
    {
        std::lock_guard lock(mutex_);
        epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, driven.control.get(), nullptr);
        driven.gone = true;
        driven.busy = false;
        if (driven.id) release(driven);
    }
    // The socket is closed a little before the process is a zombie: wait for that, it is already dying.
    if (driven.pid == 0) {  // a fork that failed: nobody was born
        std::lock_guard lock(mutex_);
        if (driven.id) set_status(driven.id, WorkerStatus::exited);
        return;
    }
    int status = -1;
    bool known = false;
    const auto deadline = now_ns() + 200'000'000;
    while (driven.pid > 0 && !(known = exit_of(driven, status)) && read_stat(driven.pid) &&
           now_ns() < deadline)
        std::this_thread::yield();
    drain();
    if (!known) known = told_to_waiter(driven, status);
    std::lock_guard lock(mutex_);
    Outcome outcome;
    outcome.kind = Outcome::Kind::died;
    std::deque<PendingRun> waiting;
    waiting.swap(driven.queue);
    std::map<std::uint32_t, ObserveFn> observing;
    observing.swap(driven.observing);
    for (auto& [request, answer] : observing)
        after.push_back([answer = std::move(answer)] { answer(failure("the process has ended")); });
    if (!driven.id) {
        if (&driven == observer_.get())
            after.push_back([this] {
                std::lock_guard inner(mutex_);
                observer_.reset();
            });
        return;
    }
    Fields results;
    std::int64_t ret = -1;
    if (!known) {
        outcome.message = "ended; how is known only to the process that waited for it";
        outcome.exit_code = -1;
    } else if (WIFSIGNALED(status)) {
        outcome.by_signal = true;
        outcome.exit_code = ret = WTERMSIG(status);
        outcome.message = "killed by " + signal_name(WTERMSIG(status));
        results.emplace_back("signal", Value(ret));
    } else {
        outcome.exit_code = WEXITSTATUS(status);
        ret = outcome.exit_code;
        outcome.message = fmt::format("exited with status {}", ret);
        results.emplace_back("status", Value(ret));
    }
    if (driven.entered.phase == Phase::enter) {  // it died inside a call
        Event leave = driven.entered;
        leave.phase = Phase::leave;
        leave.time_ns = now_ns();
        leave.duration_ns = leave.time_ns - driven.entered.time_ns;
        leave.flags = event_flag::ended;
        if (was_blocked(driven, leave)) leave.flags |= event_flag::was_blocked;
        driven.slept = 0;
        leave.ret = -1;
        lanes_.append(outcome.seq = events_.append(leave, {}), leave);
        driven.entered.phase = Phase::note;
    }
    tell_lost(driven);
    emit(driven, "process.ended", ret, results, &driven.end_seq);
    if (driven.reaped_seq != 0) joiner_.join(driven.end_seq - 1, driven.reaped_seq - 1, {});
    drop_worker_handles(driven.id);
    after.push_back([this] { refresh_levels(); });
    auto& info = live_.workers[driven.id.value - 1u];
    info.exit_code = outcome.exit_code;
    set_status(driven.id, outcome.by_signal ? WorkerStatus::killed : WorkerStatus::exited);
    driven.control.reset();
    driven.process.reset();
    // Zombies that a dead parent left to us.
    for (const auto& other : workers_)
        if (other && other->gone && other->pid > 0) waitpid(other->pid, nullptr, WNOHANG);
    for (auto& pending : waiting) {
        outcome.call = pending.run.steps.front().call;
        if (pending.done) after.push_back([done = std::move(pending.done), outcome] { done(outcome); });
    }
}

}  // namespace ipcscope

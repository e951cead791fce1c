#include "base/clock.h"
#include "runtime/process_info.h"
#include "runtime/supervisor_impl.h"
#include "schema/wire.h"
#include "worker/link/interrupt.h"

#include <algorithm>
#include <signal.h>

#include <sys/epoll.h>
#include <sys/wait.h>

namespace ipcscope {

void SupervisorImpl::thread_main() {
    epoll_event happened[64];
    while (true) {
        const int limit = sample_interval_ms();
        sleeping_ms_.store(limit, std::memory_order_release);
        const int count = epoll_wait(epoll_.get(), happened, 64, limit);
        sleeping_ms_.store(0, std::memory_order_release);
        Callbacks after;
        std::vector<Driven*> touched;
        for (int i = 0; i < count; ++i) {
            if (happened[i].data.ptr == &wake_ || happened[i].data.ptr == &doorbell_) {
                std::uint64_t ignored = 0;
                const int fd = happened[i].data.ptr == &wake_ ? wake_.get() : doorbell_.get();
                (void)!read(fd, &ignored, sizeof ignored);
            } else {
                touched.push_back(static_cast<Driven*>(happened[i].data.ptr));
            }
        }
        for (auto* driven : touched)
            read_frames(*driven);
        drain();
        handle_frames(after);
        for (auto& call : after)
            call();
        sample();
        std::lock_guard lock(mutex_);
        if (stopping_) return;
    }
}

// How long to sleep at the most: short while calls are young (so that a blocked one is soon seen as such),
// long when nothing is going on.
int SupervisorImpl::sample_interval_ms() const {
    std::lock_guard lock(mutex_);
    const auto now = now_ns();
    if (now < hot_until_ns_ || stuck_soon_ > 0) return 1;
    int interval = live_.workers.empty() ? 1000 : now - last_request_ns_ < 100'000'000 ? alert_ms : 200;
    for (std::size_t i = 0; i < workers_.size(); ++i) {
        const auto& driven = workers_[i];
        if (!driven || driven->gone || !driven->busy) continue;
        driven->rings.events.header().doorbell_wanted.store(1, std::memory_order_release);
        if (live_.workers[i].status != WorkerStatus::blocked) return 1;
        interval = driven->interrupting && !live_.workers[i].uninterruptible ? 2 : std::min(interval, 20);
    }
    return interval;
}

// Takes what a worker has said. What it opened is noted at once, because it was said before the events that
// speak of it were published; the rest is kept until the events that it speaks of are stored.
void SupervisorImpl::read_frames(Driven& driven) {
    if (driven.gone || driven.silent) return;
    driven.silent = !driven.in.fill(driven.control.get());
    for (Frame next; driven.in.next(next);) {
        Opened made;
        if (next.kind != FrameKind::opened) {
            driven.frames.push_back(std::move(next));
        } else if (decode(next.body, made)) {
            std::lock_guard lock(mutex_);
            opened(driven, made);
        }
    }
    if (driven.in.nonsense()) {
        driven.silent = true;
        give_up(driven);
    }
    std::lock_guard lock(mutex_);
    if (!driven.out.empty()) flush(driven);
}

// What it says cannot be understood any more, so nothing can be asked of it either.
void SupervisorImpl::give_up(const Driven& driven) {
    if (driven.pid > 1) ::kill(driven.pid, SIGKILL);
}

void SupervisorImpl::handle_frames(Callbacks& after) {
    std::vector<std::pair<Driven*, std::vector<Frame>>> said;
    std::vector<Driven*> silent;
    do {
        said.clear();
        silent.clear();
        const auto take = [&](Driven* driven) {
            if (!driven || driven->gone) return;
            if (!driven->frames.empty()) {
                said.emplace_back(driven, std::move(driven->frames));
                driven->frames.clear();
            } else if (driven->silent) {
                silent.push_back(driven);
            }
        };
        {
            std::lock_guard lock(mutex_);
            for (const auto& driven : workers_)
                take(driven.get());
            take(observer_.get());
        }
        // All events of an operation were published before its `done` was sent.
        if (!said.empty()) drain();
        for (auto& [driven, frames] : said)
            for (auto& one : frames)
                frame(*driven, one, after);
        for (auto* driven : silent)
            ended(*driven, after);
    } while (!said.empty() || !silent.empty());
}

// The process is there: it said so itself, or its parent's fork told. A child that is stopped or killed
// before it has said a word is a worker all the same.
void SupervisorImpl::born(Driven& driven, pid_t pid) {
    if (driven.start_seq != 0) return;  // told already
    driven.pid = pid;
    if (!driven.process) driven.process.reset(open_process(pid));
    by_pid_[pid] = &driven;
    live_.workers[driven.id.value - 1u].pid = pid;
    emit(driven, "process.start", pid, {}, &driven.start_seq);
    if (auto* parent = this->driven(driven.parent)) {
        copy_handles(driven.parent, driven.id);
        if (parent->fork_seq != 0) joiner_.join(parent->fork_seq - 1, driven.start_seq - 1, {});
        parent->fork_seq = 0;
    }
    add_process_objects(driven);
}

void SupervisorImpl::frame(Driven& driven, Frame& frame, Callbacks& after) {
    switch (frame.kind) {
        case FrameKind::ready: {
            std::lock_guard lock(mutex_);
            Reader in(frame.body);
            // Of our own child it is known: what is said must not lead a signal elsewhere.
            const auto said = static_cast<pid_t>(in.u32());
            const auto pid = driven.our_child ? driven.pid : said;
            if (!in.ok() || pid <= 0) return;
            driven.ready = true;
            if (!driven.id) {
                driven.pid = pid;
                return;
            }
            born(driven, pid);
            // It was stopped before it had said a word, and goes on.
            if (live_.workers[driven.id.value - 1u].status == WorkerStatus::stopped)
                emit(driven, "process.continued", SIGCONT, {{"signal", Value(SIGCONT)}});
            set_status(driven.id, WorkerStatus::idle);
            send_next(driven);
            return;
        }
        case FrameKind::done: {
            Done message;
            if (decode(frame.body, message)) return done(driven, message, after);
            return give_up(driven);
        }
        case FrameKind::refused: return refused(driven, frame.body, after);
        case FrameKind::observed: {
            Reader in(frame.body);
            const auto request = in.u32();
            const bool fine = in.u8() == 1;
            ObserveFn answer;
            {
                std::lock_guard lock(mutex_);
                const auto found = driven.observing.find(request);
                if (found == driven.observing.end()) return;
                answer = std::move(found->second);
                driven.observing.erase(found);
            }
            Result<Fields> result =
                fine ? Result<Fields>(in.fields()) : Result<Fields>(failure(std::string(in.bytes())));
            after.push_back([answer = std::move(answer), result = std::move(result)] { answer(result); });
            return;
        }
        default: return;
    }
}

void SupervisorImpl::done(Driven& driven, const Done& message, Callbacks& after) {
    std::lock_guard lock(mutex_);
    if (driven.queue.empty() || !driven.busy) return;
    driven.busy = false;
    if (auto& front = driven.queue.front(); front.loop && !loop_done(driven, front, message)) {
        if (const auto* call = calls_.find(message.call)) passed(*call);
        close_handles(driven.id, message.closed, message.removed);
        return send_next(driven);
    }
    auto pending = std::move(driven.queue.front());
    driven.queue.pop_front();
    driven.interrupting = false;
    Outcome outcome;
    outcome.call = message.call;
    outcome.ret = message.ret;
    outcome.err = message.err;
    outcome.duration_ns = message.duration_ns;
    outcome.results = message.results;
    outcome.rounds = message.rounds;
    if (pending.loop) {
        outcome.call = pending.run.steps.front().call;
        outcome.duration_ns = pending.duration_ns;
        outcome.rounds = pending.rounds;
    }
    outcome.seq = events_.size() == 0 ? 0 : events_.size() - 1;
    for (auto seq = events_.size(); seq > 0 && events_.size() - seq < 4096; --seq) {
        const auto& event = events_[seq - 1];
        if (event.worker != driven.id.value || event.phase != Phase::leave) continue;
        outcome.seq = seq - 1;
        break;
    }
    if (driven.entered.phase == Phase::enter) {  // its leave found no room
        driven.entered.phase = Phase::note;
        tell_lost(driven);
    }
    if (const auto* call = calls_.find(message.call); call && message.err == 0) passed(*call);
    close_handles(driven.id, message.closed, message.removed);
    if (message.err == 0) bind(pending.binding, message.results, message.ret);
    if (pending.forks && message.err != 0) {
        // Nobody was born: the place that was prepared stays, as a worker that ended before it began.
        if (auto* child = this->driven(pending.run.child); child && !child->ready) {
            child->gone = true;
            child->control.reset();
            set_status(child->id, WorkerStatus::exited);
        }
    }
    if (pending.forks && message.err == 0) {
        if (auto* child = this->driven(pending.run.child); child && !child->gone && message.ret > 0)
            born(*child, static_cast<pid_t>(message.ret));
    }
    set_status(driven.id, WorkerStatus::idle);
    send_next(driven);
    if (pending.done)
        after.push_back([done = std::move(pending.done), outcome = std::move(outcome)] { done(outcome); });
}

void SupervisorImpl::refused(Driven& driven, std::string_view body, Callbacks& after) {
    std::lock_guard lock(mutex_);
    if (driven.queue.empty() || !driven.busy) return;
    Reader in(body);
    Outcome outcome;
    outcome.kind = Outcome::Kind::refused;
    outcome.call.value = in.u32();
    outcome.message = in.bytes();
    auto pending = std::move(driven.queue.front());
    driven.queue.pop_front();
    driven.busy = false;
    set_status(driven.id, WorkerStatus::idle);
    send_next(driven);
    if (pending.done)
        after.push_back([done = std::move(pending.done), outcome = std::move(outcome)] { done(outcome); });
}

void SupervisorImpl::sample() {
    std::lock_guard lock(mutex_);
    const auto now = now_ns();
    const bool everybody = now < hot_until_ns_ || now - last_round_ns_ > 150'000'000;
    if (everybody) last_round_ns_ = now;
    ++looks_;
    for (const auto& driven : workers_) {
        if (!driven || driven->gone || driven->pid == 0) continue;
        if (driven->busy || everybody || live_.workers[driven->id.value - 1u].status == WorkerStatus::stopped)
            sample_one(*driven);
    }
    look_for_stuck();
}

// Which signal stopped it; told to its parent only, so 0 = not known.
static int stop_signal(const Driven& driven) {
    siginfo_t about{};
    if (!driven.process) return 0;
    const auto id = static_cast<id_t>(driven.process.get());
    if (waitid(P_PIDFD, id, &about, WSTOPPED | WNOHANG) != 0 || about.si_pid != driven.pid) return 0;
    return about.si_status;
}

void SupervisorImpl::sample_one(Driven& driven) {
    auto& header = driven.rings.events.header();
    const auto inside = header.current.load(std::memory_order_acquire);
    const auto stat = read_stat(driven.pid);
    if (!stat) return;
    const auto status = live_.workers[driven.id.value - 1u].status;
    if (stat->state == 'T' || stat->state == 't') {
        if (status == WorkerStatus::stopped) return;
        const auto signo = stop_signal(driven);
        emit(driven, "process.stopped", signo, signo > 0 ? Fields{{"signal", Value(signo)}} : Fields{});
        auto& info = live_.workers[driven.id.value - 1u];
        return set_status(driven.id, WorkerStatus::stopped, info.current, info.since_ns, info.waits_for);
    }
    if (status == WorkerStatus::stopped) {
        emit(driven, "process.continued", SIGCONT, {{"signal", Value(SIGCONT)}});
        const auto current = live_.workers[driven.id.value - 1u].current;
        const auto now = driven.held   ? WorkerStatus::held
                         : driven.busy ? WorkerStatus::running
                                       : WorkerStatus::idle;
        set_status(driven.id, now, current);
        return;
    }
    if (!driven.busy || inside == 0) return;
    // Where a signal ends no wait, sending it again and again would only burn time.
    if (driven.interrupting && !uninterruptible(CallId{inside})) ::kill(driven.pid, interrupt_signal);
    const bool asleep = stat->state == 'S' && header.current.load(std::memory_order_acquire) == inside;
    if (asleep) seen_asleep(driven, inside);
    if (asleep && status == WorkerStatus::running) {
        // Who reads "blocked" may count on all that it did before: what it told meanwhile comes first.
        const auto& ring = driven.rings.events;
        if (!ring.empty_at(ring.published())) return;
        const CallId id{inside};
        driven.slept = inside;
        const auto* call = calls_.find(id);
        const auto since = driven.entered.phase == Phase::enter ? driven.entered.time_ns : now_ns();
        set_status(driven.id, WorkerStatus::blocked, id, since, call ? waits_text(*call) : std::string());
    } else if (!asleep && status == WorkerStatus::blocked) {
        set_status(driven.id, WorkerStatus::running, CallId{inside});
    }
}

}  // namespace ipcscope

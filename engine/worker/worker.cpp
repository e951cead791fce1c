#include "worker/worker.h"

#include "base/clock.h"
#include "schema/wire.h"
#include "worker/worker_call.h"

#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <time.h>
#include <unistd.h>
#include <utility>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

namespace ipcscope {

namespace {
Worker* this_worker = nullptr;
const Registry* this_registry = nullptr;
}  // namespace

SignalEvents& signal_events() {
    return *this_worker;
}

OperationId operation_id(std::string_view name) {
    const auto* operation = this_registry->operation(name);
    return operation ? operation->id : OperationId{};
}

Worker::Worker(const Registry& registry, int control, RingPair rings, int doorbell, int journal)
    : registry_(registry),
      control_(control),
      rings_(std::move(rings)),
      doorbell_(doorbell),
      journal_(journal) {
    this_worker = this;
    this_registry = &registry;
    for (const auto& operation : registry.operations()) {
        const auto* driver = driver_of(operation.mechanism->id);
        const Driver::Operation* found = nullptr;
        if (driver)
            for (const auto& candidate : driver->operations)
                if (std::strcmp(candidate.verb, operation.operation->verb) == 0) found = &candidate;
        drivers_.push_back(found);
    }
}

Status Worker::ready() {
    // Where Yama (ptrace_scope 1) lets only ancestors look at a process, the observer, which is none, has to
    // be let. It asks nothing of whom this user could not trace otherwise.
    prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
    Writer out;
    out.u32(static_cast<std::uint32_t>(getpid()));
    return send_frame(control_.get(), FrameKind::ready, out.data());
}

int Worker::loop() {
    while (true) {
        auto frame = receive_frame(control_.get());
        if (!frame || !handle_frame(*frame)) return 0;
    }
}

bool Worker::handle_frame(Frame& frame) {
    switch (frame.kind) {
        case FrameKind::hello:
            if (!decode(frame.body, hello_) || hello_.operations != registry_.operations().size()) {
                fmt::print(stderr, "ipcscope-worker: not of the same build as the program that started it\n");
                return false;
            }
            return ready().has_value();
        case FrameKind::run: {
            Run request;
            if (!decode(frame.body, request)) return false;
            child_fds_ = std::move(frame.fds);
            child_id_ = request.child;
            run(request);
            return true;
        }
        case FrameKind::observe: {
            Observe request;
            if (!decode(frame.body, request)) return false;
            observe(request);
            return true;
        }
        default: return false;
    }
}

bool Worker::has_slept() {
    rusage usage{};
    ::getrusage(RUSAGE_THREAD, &usage);
    return std::exchange(sleeps_, usage.ru_nvcsw) < usage.ru_nvcsw;
}

// A loop writes events faster than a busy machine may take them. Between two rounds nothing is measured and
// nobody is kept waiting inside a call, so the recorder may catch up there: for a limited time, and not again
// before it has, because a recorder that is stopped or stuck must not stop the worker.
void Worker::let_recorder_catch_up() {
    auto& ring = rings_.events;
    if (!ring.above(3)) {
        recorder_lags_ = false;
        return;
    }
    if (recorder_lags_) return;
    constexpr std::int64_t at_most_ns = 1'000'000'000;
    const timespec pause{0, 100'000};
    const auto& stop = ring.header().stop;
    const auto end = now_ns() + at_most_ns;
    while (ring.above(1) && stop.load(std::memory_order_relaxed) == 0 && now_ns() < end)
        ::nanosleep(&pause, nullptr);
    recorder_lags_ = ring.above(3);
    (void)has_slept();  // not in a call
}

void Worker::run(const Run& request) {
    std::vector<WorkerCall> calls;
    std::vector<const Driver::Operation*> drivers;
    calls.reserve(request.steps.size());
    const auto refuse = [&](const std::string& why) {
        Writer out;
        out.u32(request.steps.front().call.value);
        out.bytes(why);
        (void)send_frame(control_.get(), FrameKind::refused, out.data());
    };
    for (const auto& step : request.steps) {
        const auto* operation = registry_.operation(step.operation);
        if (!operation || !drivers_[step.operation.value - 1u] ||
            step.args.size() != operation->operation->params.size())
            return refuse("this operation cannot be done in a worker");
        calls.emplace_back(*this, *operation, step);
        drivers.push_back(drivers_[step.operation.value - 1u]);
    }
    (void)has_slept();  // for the request
    const auto& stop = rings_.events.header().stop;
    std::uint64_t rounds = 0;
    std::int64_t duration = 0;
    WorkerCall* last = &calls.back();
    bool go_on = true;
    while (go_on && rounds < request.count) {
        for (std::size_t i = 0; i < calls.size() && go_on; ++i) {
            last = &calls[i];
            last->perform(*drivers[i]);
            if (!last->refusal().empty()) return refuse(last->refusal());
            duration += last->duration_ns();
            go_on = last->ok() || (request.count == 1 && calls.size() == 1);
        }
        if (go_on) ++rounds;
        if (rounds < request.count) let_recorder_catch_up();
        if (stop.load(std::memory_order_relaxed) != 0) break;
    }
    Done done;
    done.call = request.steps.front().call;
    done.ret = last->ret();
    done.err = last->err();
    done.duration_ns = duration;
    done.rounds = rounds;
    done.results = last->take_results();
    for (auto& call : calls) {
        done.closed.insert(done.closed.end(), call.closed_.begin(), call.closed_.end());
        done.removed.insert(done.removed.end(), call.removed_.begin(), call.removed_.end());
    }
    (void)send_frame(control_.get(), FrameKind::done, encode(done));
}

void Worker::write(Event event, std::string_view payload, std::string_view results) {
    rings_.events.write(event, payload, results);
    if (!rings_.events.above_half()) return;
    auto& wanted = rings_.events.header().doorbell_wanted;
    if (wanted.load(std::memory_order_relaxed) == 0 || wanted.exchange(0, std::memory_order_acq_rel) == 0)
        return;
    const std::uint64_t one = 1;
    (void)!::write(doorbell_, &one, sizeof one);
}

void Worker::delivered(OperationId operation, int signo, std::string_view results) {
    Event event;
    event.phase = Phase::instant;
    event.time_ns = now_ns();
    event.operation = operation.value;
    event.ret = signo;
    event.flow = static_cast<std::uint32_t>(signo);
    event.results = static_cast<std::uint32_t>(results.size());
    rings_.signals.write_reentrant(event, results);
}

const HandleEntry* Worker::handle(HandleId id) const {
    const auto found = handles_.find(id);
    return found == handles_.end() ? nullptr : &found->second;
}

void Worker::close_handle(HandleId id) {
    const auto found = handles_.find(id);
    if (found == handles_.end()) return;
    found->second.closed = true;
    found->second.aux = nullptr;
}

void Worker::journal(char sign, std::string_view mechanism, const std::string& record) {
    if (journal_ < 0) return;
    const auto line = fmt::format("{} {} {}\n", sign, mechanism, record);
    (void)!::write(journal_, line.data(), line.size());  // O_APPEND: one write is one line
}

pid_t Worker::fork_here() {
    if (child_fds_.size() != 2) {
        errno = EINVAL;
        return -1;
    }
    const pid_t pid = ::fork();
    const int code = errno;
    if (pid == 0) {
        become(child_id_, std::move(child_fds_[0]), std::move(child_fds_[1]));
        child_fds_.clear();
        if (!ready()) ::_exit(0);
        ::_exit(loop());
    }
    child_fds_.clear();
    if (pid > 0) last_child_ = WorkerRef{child_id_, pid};
    errno = code;
    return pid;
}

void Worker::become(WorkerId id, UniqueFd control, UniqueFd ring) {
    control_ = UniqueFd(fcntl(control.get(), F_DUPFD_CLOEXEC, control_.get()));
    auto rings = RingPair::attach(ring.get());
    if (!rings || !control_) ::_exit(127);
    rings_ = std::move(*rings);
    hello_.worker = id;
}

void Worker::observe(const Observe& request) {
    Writer out;
    out.u32(request.request);
    const auto answer = [&](const Result<Fields>& state) {
        out.u8(state ? 1 : 0);
        if (state) {
            out.fields(*state);
        } else {
            out.bytes(state.error().text());
        }
        (void)send_frame(control_.get(), FrameKind::observed, out.data());
    };
    const auto* driver = driver_of(request.mechanism);
    if (!driver || !driver->observe) return answer(failure("the state of this object cannot be looked at"));
    auto native = request.native;
    UniqueFd fetched;
    if (request.pid != 0 && driver->observe_in)
        return answer(driver->observe_in(static_cast<pid_t>(request.pid), request.handle, native));
    if (request.pid != 0) {
        // Taken, asked and closed at once: while we hold it, the last close of its owner has no effect.
        UniqueFd process(static_cast<int>(syscall(SYS_pidfd_open, request.pid, 0)));
        fetched.reset(static_cast<int>(syscall(SYS_pidfd_getfd, process.get(), static_cast<int>(native), 0)));
        if (!fetched)
            return answer(system_failure("looking at a descriptor of a busy process", "pidfd_getfd"));
        native = fetched.get();
    } else if (const auto* entry = handle(request.id)) {
        if (entry->closed) return answer(failure("closed in this process"));
        native = entry->native;
    }
    answer(driver->observe(request.handle, native));
}

}  // namespace ipcscope

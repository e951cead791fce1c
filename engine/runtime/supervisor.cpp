#include "runtime/supervisor.h"

#include "base/clock.h"
#include "runtime/cleaner.h"
#include "runtime/process_info.h"
#include "runtime/supervisor_impl.h"
#include "worker/link/interrupt.h"

#include <fmt/format.h>
#include <signal.h>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>

namespace ipcscope {

namespace {

// What an operation acts on: of the handle it takes, else of the one it opens, else the first.
const ObjectSpec* object_of(const OperationRef& ref) {
    const auto& objects = ref.mechanism->objects;
    if (objects.empty()) return nullptr;
    const auto named = [&](const TypeSpec& type) -> const ObjectSpec* {
        for (const auto& handle : ref.mechanism->handles)
            if (fits(type, fmt::format("{}.{}", ref.mechanism->id, handle.id), handle))
                for (const auto& object : objects)
                    if (std::string_view(handle.object) == object.id) return &object;
        return nullptr;
    };
    for (const auto& param : ref.operation->params)
        if (std::string_view(ref.operation->object) == param.name)
            if (const auto* object = named(param.type)) return object;
    if (!ref.operation->object[0])
        for (const auto& result : ref.operation->results)
            if (result.type.kind == Kind::handle)
                if (const auto* object = named(result.type)) return object;
    return &objects.front();
}

bool has_roles(const MechanismSpec& mechanism) {
    return std::any_of(mechanism.operations.begin(), mechanism.operations.end(),
                       [](const auto& operation) { return operation.flow != FlowRole::none; });
}

bool has_waiting_sends(const MechanismSpec& mechanism) {
    return std::any_of(mechanism.operations.begin(), mechanism.operations.end(), [](const auto& operation) {
        return operation.flow == FlowRole::send && !operation.waits.empty();
    });
}

}  // namespace

SupervisorImpl::SupervisorImpl(const Registry& registry, SupervisorOptions options, RunDirectory directory)
    : registry_(registry),
      options_(std::move(options)),
      directory_(std::move(directory)),
      started_ns_(now_ns()),
      joiner_(events_, flows_, lanes_, &flow_index_),
      analyser_(registry, events_, calls_) {
    const auto mechanism_index = [&](const MechanismSpec* mechanism) {
        const auto all = registry.mechanisms();
        return static_cast<std::uint16_t>(std::find(all.begin(), all.end(), mechanism) - all.begin());
    };
    for (const auto& ref : registry.operations()) {
        OperationFacts facts;
        facts.ref = &ref;
        facts.may_block = !ref.operation->waits.empty();
        facts.locks = !ref.operation->holds.empty();
        if (const auto* object = object_of(ref)) {
            facts.own_policy = ref.operation->flow_policy != FlowPolicy::none;
            facts.policy = facts.own_policy ? ref.operation->flow_policy : object->flow;
            facts.level_from_flow = object->level_from_flow && !facts.own_policy;
            facts.level_in_bytes = object->level_unit == Unit::bytes;
            facts.packet_bytes = object->packet_bytes;
            facts.streams_by_key = object->streams_by_key;
            if (facts.policy == FlowPolicy::wake) {
                facts.wake_by_role = has_roles(*ref.mechanism);
                facts.wakes_senders = has_waiting_sends(*ref.mechanism);
            }
            facts.mechanism = mechanism_index(ref.mechanism);
        }
        for (std::size_t i = 0; i < ref.operation->params.size(); ++i)
            if (ref.operation->flow_target[0] &&
                std::string_view(ref.operation->flow_target) == ref.operation->params[i].name)
                facts.flow_target = static_cast<int>(i);
        facts_.push_back(facts);
    }
}

SupervisorImpl::~SupervisorImpl() {
    (void)shutdown();
}

Status SupervisorImpl::begin() {
    auto worker = find_worker_program(options_.worker_program);
    if (!worker) return tl::unexpected(worker.error());
    worker_program_ = std::move(*worker);
    // Orphans of our workers come to us, so that their end is known too (prctl(2)).
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    epoll_.reset(epoll_create1(EPOLL_CLOEXEC));
    doorbell_.reset(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    wake_.reset(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!epoll_ || !doorbell_ || !wake_)
        return system_failure("starting the supervisor", "epoll_create1 or eventfd");
    for (auto* fd : {&doorbell_, &wake_}) {
        epoll_event interest{};
        interest.events = EPOLLIN;
        interest.data.ptr = fd;
        if (epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd->get(), &interest) != 0)
            return system_failure("starting the supervisor", "epoll_ctl");
    }
    thread_ = std::thread([this] {
        sigset_t all;  // signals of the program are its main thread's business
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, nullptr);
        thread_main();
    });
    return {};
}

void SupervisorImpl::wake_thread() {
    const std::uint64_t one = 1;
    (void)!write(wake_.get(), &one, sizeof one);
}

CallId SupervisorImpl::submit(std::vector<CallRequest> body, std::uint64_t count, OutcomeFn done) {
    Outcome refusal;
    refusal.kind = Outcome::Kind::refused;
    {
        std::lock_guard lock(mutex_);
        PendingRun pending;
        pending.run.count = count;
        pending.loop = count > 1 || body.size() > 1;
        const WorkerId worker = body.empty() ? WorkerId{} : body.front().worker;
        auto* driven = this->driven(worker);
        for (auto& request : body) {
            const auto* ref = registry_.operation(request.operation);
            if (!ref || request.worker != worker || request.args.size() != ref->operation->params.size()) {
                refusal.message = "not an operation of one worker with all its arguments";
                break;
            }
            const auto handles =
                std::count_if(ref->operation->results.begin(), ref->operation->results.end(),
                              [](const ResultSpec& result) { return result.type.kind == Kind::handle; });
            if (count > 1 && (handles > 0 || ref->operation->forks)) {
                refusal.message = ref->name + " makes something new each time: it cannot stand in a loop";
                break;
            }
            CallInfo info;
            info.worker = worker;
            info.operation = request.operation;
            info.args = request.args;
            info.text = std::move(request.text);
            info.line = request.line;
            Step step;
            step.call = calls_.append(std::move(info)).id;
            step.operation = request.operation;
            step.first_handle = HandleId{next_handle_};
            next_handle_ += static_cast<std::uint32_t>(handles);
            step.args = std::move(request.args);
            pending.binding = std::move(request.binding);
            pending.forks = ref->operation->forks;
            pending.run.steps.push_back(std::move(step));
        }
        if (refusal.message.empty() && (!driven || driven->gone || stopping_)) {
            const auto* info = live_.worker(worker);
            refusal.message = info ? "worker " + info->name + " has ended" : "there is no such worker";
        }
        if (refusal.message.empty()) {
            pending.done = std::move(done);
            const auto id = pending.run.steps.front().call;
            driven->queue.push_back(std::move(pending));
            if (driven->ready) send_next(*driven);
            return id;
        }
    }
    if (done) done(refusal);
    return {};
}

// The mutex is held. Sends the first request that waits, if there is one.
void SupervisorImpl::send_next(Driven& driven) {
    if (driven.queue.empty() || driven.busy || driven.held || driven.gone) return;
    auto& next = driven.queue.front();
    if (hold(driven, next)) return;
    driven.busy = true;
    // Here, not in the worker: an interrupt may come before the worker has begun.
    driven.rings.events.header().stop.store(0, std::memory_order_relaxed);
    driven.out_fds.clear();
    if (next.forks) prepare_fork(next, driven.id, driven.out_fds);
    driven.out += frame_bytes(FrameKind::run, encode(next.loop ? portion(driven, next) : next.run));
    set_status(driven.id, WorkerStatus::running, next.run.steps[next.at].call, now_ns());
    flush(driven);
    last_request_ns_ = now_ns();
    if (sleeping_ms_.load(std::memory_order_acquire) > alert_ms) wake_thread();
}

void SupervisorImpl::flush(Driven& driven) {
    std::vector<int> fds;
    for (const auto& fd : driven.out_fds)
        fds.push_back(fd.get());
    while (!driven.out.empty()) {
        const auto sent = send_some(driven.control.get(), driven.out, fds);
        if (!sent) return driven.out.clear();  // it died: its end is told by the socket
        if (*sent == 0) break;
        fds.clear();
        driven.out_fds.clear();
        driven.out.erase(0, *sent);
    }
    if (!driven.control) return;
    epoll_event interest{};
    interest.events = driven.out.empty() ? EPOLLIN : EPOLLIN | EPOLLOUT;
    interest.data.ptr = &driven;
    if (driven.out.empty() == driven.out_watched) {
        driven.out_watched = !driven.out.empty();
        epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, driven.control.get(), &interest);
    }
}

void SupervisorImpl::interrupt(WorkerId id) {
    std::lock_guard lock(mutex_);
    auto* driven = this->driven(id);
    if (!driven || driven->gone || !driven->busy) return;
    // Again by the sampler until it works: the signal may come just before the call goes to sleep.
    driven->interrupting = true;
    driven->rings.events.header().stop.store(1, std::memory_order_relaxed);
    if (driven->rings.events.header().current.load(std::memory_order_acquire) != 0)
        ::kill(driven->pid, interrupt_signal);
    wake_thread();
}

void SupervisorImpl::kill(WorkerId id, int signal) {
    std::lock_guard lock(mutex_);
    auto* driven = this->driven(id);
    if (!driven || driven->gone || driven->pid <= 1) return;
    ::kill(driven->pid, signal);
    hot_until_ns_ = now_ns() + 50'000'000;
    wake_thread();
}

Status SupervisorImpl::shutdown() {
    std::vector<pid_t> children;
    {
        std::lock_guard lock(mutex_);
        if (stopping_) return {};
        stopping_ = true;
        const auto end = [&](const std::unique_ptr<Driven>& driven) {
            if (!driven || driven->pid <= 1) return;
            if (!driven->gone) ::kill(driven->pid, SIGKILL);
            // One that has ended may be a zombie still, because its parent never waited.
            const auto stat = read_stat(driven->pid);
            if (!driven->gone || (stat && stat->state == 'Z')) children.push_back(driven->pid);
        };
        for (const auto& driven : workers_)
            end(driven);
        end(observer_);
        wake_thread();
    }
    if (thread_.joinable()) thread_.join();
    // Forked ones become ours when their parent is gone, so a second round finds all.
    const auto deadline = now_ns() + 1'000'000'000;
    while (!children.empty() && now_ns() < deadline) {
        std::erase_if(children,
                      [](pid_t pid) { return waitpid(pid, nullptr, WNOHANG) == pid || !read_stat(pid); });
        if (!children.empty()) std::this_thread::yield();
    }
    std::vector<std::string> done;
    std::vector<pid_t> groups;  // each worker that we started leads one
    for (const auto& driven : workers_)
        if (driven && driven->our_child && driven->pid > 1) groups.push_back(driven->pid);
    if (observer_ && observer_->pid > 1) groups.push_back(observer_->pid);
    auto cleaned = clean_run(directory_.path(), worker_program_, false, done, groups);
    // What a parent never waited for, or a fork made a moment ago, was left to us: all of it is in the
    // process group of a worker that we started. Some may be about to end (a daemon ends after its worker).
    for (const auto& driven : workers_) {
        if (!driven || !driven->our_child || driven->pid <= 1) continue;
        for (pid_t ended = 0; (ended = waitpid(-driven->pid, nullptr, WNOHANG)) >= 0;) {
            if (ended == 0 && now_ns() > deadline) break;
            if (ended == 0) std::this_thread::yield();
        }
    }
    workers_.clear();
    observer_.reset();
    return cleaned;
}

Supervisor::Supervisor(std::unique_ptr<SupervisorImpl> impl) : impl_(std::move(impl)) {}

Supervisor::~Supervisor() = default;

Result<std::unique_ptr<Supervisor>> Supervisor::create(const Registry& registry, SupervisorOptions options) {
    auto directory = RunDirectory::create();
    if (!directory) return tl::unexpected(directory.error());
    auto impl = std::make_unique<SupervisorImpl>(registry, std::move(options), std::move(*directory));
    if (auto begun = impl->begin(); !begun) return tl::unexpected(begun.error());
    return std::unique_ptr<Supervisor>(new Supervisor(std::move(impl)));
}

Result<WorkerId> Supervisor::start_worker(const std::string& name) {
    return impl_->start_worker(name);
}

CallId Supervisor::submit(CallRequest request, OutcomeFn done) {
    std::vector<CallRequest> body;
    body.push_back(std::move(request));
    return impl_->submit(std::move(body), 1, std::move(done));
}

CallId Supervisor::submit_loop(std::vector<CallRequest> body, std::uint64_t count, OutcomeFn done) {
    return impl_->submit(std::move(body), count, std::move(done));
}

void Supervisor::interrupt(WorkerId worker) {
    impl_->interrupt(worker);
}
void Supervisor::kill(WorkerId worker, int signal) {
    impl_->kill(worker, signal);
}
void Supervisor::observe(ObjectId object, std::function<void(Result<Fields>)> done) {
    impl_->observe(object, std::move(done));
}
void Supervisor::set_breaks(std::vector<Break> breaks) {
    impl_->set_breaks(std::move(breaks));
}
void Supervisor::pause(WorkerId worker) {
    impl_->pause(worker);
}
void Supervisor::step(WorkerId worker) {
    impl_->step(worker);
}
void Supervisor::go_on(WorkerId worker) {
    impl_->go_on(worker);
}
void Supervisor::withdraw_held() {
    impl_->withdraw_held();
}
bool Supervisor::holding() const {
    return impl_->holding();
}
std::shared_ptr<const RunState> Supervisor::state() const {
    return impl_->state();
}
bool Supervisor::wait_until(const std::function<bool(const RunState&)>& done, std::int64_t limit_ns) const {
    return impl_->wait_until(done, limit_ns);
}
const Registry& Supervisor::registry() const {
    return impl_->registry_;
}
const EventStore& Supervisor::events() const {
    return impl_->events_;
}
const FlowTable& Supervisor::flows() const {
    return impl_->flows_;
}
const CallTable& Supervisor::calls() const {
    return impl_->calls_;
}
const LaneIndex& Supervisor::lanes() const {
    return impl_->lanes_;
}
const FlowIndex& Supervisor::flow_index() const {
    return impl_->flow_index_;
}
const std::string& Supervisor::directory() const {
    return impl_->directory_.path();
}
std::int64_t Supervisor::started_ns() const {
    return impl_->started_ns_;
}
Status Supervisor::shutdown() {
    return impl_->shutdown();
}

}  // namespace ipcscope

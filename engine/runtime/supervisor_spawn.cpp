#include "runtime/process_info.h"
#include "runtime/supervisor_impl.h"

#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

extern char** environ;

namespace ipcscope {

namespace {

// Our environment, marked: so that everything a run started can be found, whatever became of its parents.
std::vector<std::string> marked_environment(const std::string& marker) {
    std::vector<std::string> out{marker};
    for (char** item = environ; *item; ++item)
        if (std::strncmp(*item, "IPCSCOPE_RUN=", 13) != 0) out.emplace_back(*item);
    return out;
}

class SpawnPlan {
public:
    SpawnPlan() {
        posix_spawn_file_actions_init(&actions_);
        posix_spawnattr_init(&attributes_);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);  // the terminal's Ctrl-C is for us, not for them
        posix_spawnattr_setflags(&attributes_,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    void dup(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }
    void open(int fd, const char* path, int flags) {
        posix_spawn_file_actions_addopen(&actions_, fd, path, flags, 0);
    }
    void directory(const std::string& path) { posix_spawn_file_actions_addchdir_np(&actions_, path.c_str()); }
    int spawn(pid_t& pid, const std::string& program, std::vector<std::string> environment) {
        std::string name = program, option = "--drive";
        char* args[] = {name.data(), option.data(), nullptr};
        std::vector<char*> entries;
        for (auto& entry : environment)
            entries.push_back(entry.data());
        entries.push_back(nullptr);
        return posix_spawn(&pid, program.c_str(), &actions_, &attributes_, args, entries.data());
    }

private:
    posix_spawn_file_actions_t actions_;
    posix_spawnattr_t attributes_;
};

// dup2 onto itself would keep FD_CLOEXEC, and a target may be another's source: work with copies above all
// targets.
UniqueFd above_targets(int fd) {
    return UniqueFd(fcntl(fd, F_DUPFD_CLOEXEC, 10));
}

}  // namespace

Result<std::unique_ptr<Driven>> SupervisorImpl::spawn(WorkerId id, const std::string& name) {
    auto driven = std::make_unique<Driven>();
    driven->id = id;
    driven->name = name;
    driven->our_child = true;
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return system_failure("starting worker " + name, "socketpair");
    driven->control.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    UniqueFd ring;
    auto rings = RingPair::create(options_.ring_slots, ring);
    if (!rings) return tl::unexpected(rings.error());
    driven->rings = std::move(*rings);
    const UniqueFd copies[] = {above_targets(theirs.get()), above_targets(ring.get()),
                               above_targets(doorbell_.get()), above_targets(directory_.journal())};
    for (const auto& copy : copies)
        if (!copy) return system_failure("starting worker " + name, "fcntl");
    SpawnPlan plan;
    plan.open(0, "/dev/null", O_RDONLY);
    plan.dup(2, 1);  // what a driven shell command prints must not mix with our results on stdout
    for (int i = 0; i < 4; ++i)
        plan.dup(copies[i].get(), 3 + i);
    plan.directory(directory_.files());
    const int code = plan.spawn(driven->pid, worker_program_, marked_environment(directory_.marker()));
    if (code != 0) return system_failure("starting worker " + name, "posix_spawn", code);
    driven->process.reset(open_process(driven->pid));
    Hello hello;
    hello.worker = id;
    hello.capture_limit = options_.capture_limit;
    hello.operations = static_cast<std::uint16_t>(registry_.operations().size());
    driven->out = frame_bytes(FrameKind::hello, encode(hello));
    flush(*driven);
    return driven;
}

void SupervisorImpl::watch(Driven& driven) {
    epoll_event interest{};
    interest.events = EPOLLIN;
    interest.data.ptr = &driven;
    epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, driven.control.get(), &interest);
}

WorkerId SupervisorImpl::add_worker(const std::string& name, WorkerId parent) {
    WorkerInfo info;
    info.id = WorkerId{static_cast<std::uint16_t>(live_.workers.size() + 1)};
    info.name = name;
    info.parent = parent;
    info.paused = live_.paused;
    live_.workers.push_back(std::move(info));
    workers_.emplace_back();
    return live_.workers.back().id;
}

Result<WorkerId> SupervisorImpl::start_worker(const std::string& name) {
    std::lock_guard lock(mutex_);
    if (stopping_) return failure("the run has ended");
    if (const auto* known = live_.worker(name);
        known && known->status != WorkerStatus::exited && known->status != WorkerStatus::killed)
        return failure(fmt::format("there is already a worker named '{}' (pid {})", name, known->pid));
    if (live_.workers.size() >= 65000) return failure("no more than 65000 workers in one run");
    const WorkerId id{static_cast<std::uint16_t>(live_.workers.size() + 1)};
    auto started = spawn(id, name);
    if (!started) return tl::unexpected(started.error());
    add_worker(name, {});
    auto& driven = *started;
    live_.workers.back().pid = driven->pid;
    watch(*driven);
    driven->paused = live_.paused;
    workers_.back() = std::move(driven);
    changed();
    return id;
}

// The child's control socket and ring travel over the parent's socket.
void SupervisorImpl::prepare_fork(PendingRun& next, WorkerId parent, std::vector<UniqueFd>& fds) {
    int ends[2];
    UniqueFd ring;
    auto rings = RingPair::create(options_.ring_slots, ring);
    if (!rings || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return;  // the fork says EINVAL
    auto child = std::make_unique<Driven>();
    child->control.reset(ends[0]);
    child->rings = std::move(*rings);
    auto name = next.binding.empty() ? fmt::format("worker{}", live_.workers.size() + 1) : next.binding;
    child->id = add_worker(name, parent);
    child->name = name;
    child->parent = parent;
    next.run.child = child->id;
    child->paused = live_.paused;
    watch(*child);
    workers_.back() = std::move(child);
    fds.emplace_back(ends[1]);
    fds.push_back(std::move(ring));
}

}  // namespace ipcscope

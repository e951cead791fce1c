#include "monitor/client.h"

#include "base/clock.h"
#include "mechanisms/monitor_wire.h"
#include "monitor/rows.h"
#include "snapshot/progress.h"
#include "snapshot/ref.h"
#include "snapshot/snapshot_wire.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <mutex>
#include <new>
#include <poll.h>
#include <spawn.h>
#include <thread>
#include <vector>

#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>

extern char** environ;

namespace ipcscope {
namespace {

using namespace monitor_wire;

constexpr std::size_t most_suspects = 32;
constexpr std::int64_t left_out_for = 300'000'000'000;  // then it is tried again

constexpr std::int64_t longest_end_ns = 3'000'000'000;  // of a probe that was killed
// Who has not come any further after so long does not move: long, for a busy machine.
constexpr int still_ms = 1000, look_again_ms = 50;

void reap(pid_t pid) {
    while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

std::string beside_us() {
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::string() : (self.parent_path() / "ipcscope-probe").string();
}

class Client : public MonitorClient {
public:
    explicit Client(std::string program) : program_(std::move(program)) {}
    ~Client() override {
        std::lock_guard lock(mutex_);
        stop();
        if (progress_) munmap(progress_, sizeof(Progress));
    }
    Status launch();

    Result<std::shared_ptr<const Snapshot>> sample(const SampleOptions& options) override;
    Result<Peeked> peek(const Snapshot& snapshot, std::string_view ref, const PeekRequest& how,
                        std::int64_t timeout_ns) override;
    Status act(const ActRequest& request, std::string_view confirmed, std::int64_t timeout_ns) override;
    pid_t probe() const override { return pid_; }
    void abandon() override {
        abandoned_ = true;
        const std::uint64_t one = 1;
        if (wake_ && write(wake_.get(), &one, sizeof one) < 0) return;  // it is full: awake already
    }

private:
    Result<UniqueFd> ask(What what, const std::string& body, std::int64_t timeout_ns);
    Result<UniqueFd> wait_for_answer(std::uint64_t request, std::int64_t deadline);
    void stop();
    void forget_first() {
        suspects_.erase(suspects_.begin());
        suspected_ns_.erase(suspected_ns_.begin());
    }
    std::vector<Suspect> suspects(bool ended, bool& slow) const;

    const std::string program_;
    std::mutex mutex_;
    std::atomic<pid_t> pid_{-1};
    UniqueFd socket_, progress_memory_;
    const UniqueFd wake_{eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};  // readable once it is abandoned
    std::atomic<bool> abandoned_{false};
    Progress* progress_ = nullptr;
    std::uint64_t requests_ = 0;
    std::vector<Suspect> suspects_;
    std::vector<std::int64_t> suspected_ns_;  // of each, since when
    const std::shared_ptr<SpareSnapshot> spare_ = std::make_shared<SpareSnapshot>();
};

Status Client::launch() {
    stop();
    if (!progress_) {
        progress_memory_.reset(memfd_create("ipcscope-progress", MFD_CLOEXEC));
        if (!progress_memory_ || ftruncate(progress_memory_.get(), sizeof(Progress)) != 0)
            return system_failure("starting the probe", "memfd_create");
        void* memory =
            mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED, progress_memory_.get(), 0);
        if (memory == MAP_FAILED) return system_failure("starting the probe", "mmap");
        progress_ = new (memory) Progress;
    }
    for (auto& place : progress_->places)
        place.away();
    progress_->mechanism = -1;
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return system_failure("starting the probe", "socketpair");
    socket_.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    // Copies above the targets: dup2(2) onto itself would keep FD_CLOEXEC.
    const UniqueFd socket_copy(fcntl(theirs.get(), F_DUPFD_CLOEXEC, 10));
    const UniqueFd progress_copy(fcntl(progress_memory_.get(), F_DUPFD_CLOEXEC, 10));
    if (!socket_copy || !progress_copy) return system_failure("starting the probe", "fcntl");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, 2, 1);
    posix_spawn_file_actions_adddup2(&actions, socket_copy.get(), socket_fd);
    posix_spawn_file_actions_adddup2(&actions, progress_copy.get(), progress_fd);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);  // the terminal's Ctrl-C is for us, not for it
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    std::string name = program_, option = "--serve";
    char* args[] = {name.data(), option.data(), nullptr};
    pid_t pid = -1;
    const int code = posix_spawn(&pid, program_.c_str(), &actions, &attributes, args, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (code != 0) {
        socket_.reset();
        return system_failure("starting the probe " + program_, "posix_spawn", code);
    }
    pid_ = pid;
    return {};
}

void Client::stop() {
    socket_.reset();
    const pid_t pid = pid_.exchange(-1);
    if (pid <= 0) return;
    kill(pid, SIGKILL);
    // One that sleeps in the kernel where no signal reaches it (a file server that has taken its question)
    // does not end: it is not waited for here, but by a thread that has nothing else to do.
    const UniqueFd process(static_cast<int>(syscall(SYS_pidfd_open, pid, 0u)));
    pollfd ended{process.get(), POLLIN, 0};
    const auto deadline = now_ns() + (abandoned_ ? longest_end_ns / 10 : longest_end_ns);
    while (process) {
        const auto left = deadline - now_ns();
        if (left <= 0) return std::thread(reap, pid).detach();
        if (poll(&ended, 1, static_cast<int>(left / 1'000'000 + 1)) > 0) break;
    }
    reap(pid);
}

// Where it is now: processes that its threads look at, or else the mechanism that it asks. What a probe that
// lives only passes by is not to blame (`slow`: there was such); of one that has ended nothing more is known.
std::vector<Suspect> Client::suspects(bool ended, bool& slow) const {
    std::array<std::uint32_t, std::extent_v<decltype(Progress::places)>> steps{};
    for (std::size_t i = 0; i < steps.size(); ++i)
        steps[i] = progress_->places[i].steps;
    const auto mechanism = progress_->mechanism.load();
    const auto moved = [&] {
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (progress_->places[i].steps != steps[i]) return true;
        return progress_->mechanism != mechanism;
    };
    for (int waited = 0; !ended && waited < still_ms && !moved(); waited += look_again_ms)
        poll(nullptr, 0, look_again_ms);
    std::vector<Suspect> found;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto& place = progress_->places[i];
        const auto pid = place.pid.load();
        if (place.steps != steps[i])
            slow = true;
        else if (pid != 0)
            found.push_back({pid, place.start_ticks.load(), -1});
    }
    if (progress_->mechanism != mechanism) slow = true;
    if (found.empty() && !slow && mechanism >= 0) found.push_back({0, 0, mechanism});
    return found;
}

Result<UniqueFd> Client::wait_for_answer(std::uint64_t request, std::int64_t deadline) {
    while (true) {
        const auto left = deadline - now_ns();
        pollfd either[] = {{socket_.get(), POLLIN, 0}, {wake_.get(), POLLIN, 0}};
        const int ready = left <= 0 ? 0 : poll(either, 2, static_cast<int>(left / 1'000'000 + 1));
        if (abandoned_) return system_failure("nobody waits for the probe any more", "poll", ECANCELED);
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0) return system_failure("waiting for the probe", "poll");
        if (ready == 0) return system_failure("the probe did not answer in time", "poll", ETIMEDOUT);
        Head head;
        UniqueFd memory;
        if (auto got = receive_message(socket_.get(), head, memory); !got) return tl::unexpected(got.error());
        if (head.request != request) continue;  // of one that was given up
        if (head.what != What::refused) return memory;
        auto body = from_memory(memory.get());
        if (!body) return tl::unexpected(body.error());
        Reader in(*body);
        auto error = take_error(in);
        error.message =
            printable(error.message);  // it names files and processes, which may be called anything
        return tl::unexpected(std::move(error));
    }
}

Result<UniqueFd> Client::ask(What what, const std::string& body, std::int64_t timeout_ns) {
    const auto deadline = now_ns() + timeout_ns;
    if (abandoned_) return system_failure("nobody waits for the probe any more", "poll", ECANCELED);
    if (pid_ < 0 || !socket_)
        if (auto started = launch(); !started) return tl::unexpected(started.error());
    auto memory = in_memory(body);
    if (!memory) return memory;
    Head head;
    head.what = what;
    head.request = ++requests_;
    head.kinds = monitored_kinds().size();
    auto sent = send_message(socket_.get(), head, memory->get());
    if (!sent) {  // it has died since: a new one
        if (auto started = launch(); !started) return tl::unexpected(started.error());
        sent = send_message(socket_.get(), head, memory->get());
        if (!sent) return tl::unexpected(sent.error());
    }
    auto answer = wait_for_answer(head.request, deadline);
    if (answer) return answer;
    const auto error = answer.error();
    if (error.code != ETIMEDOUT && error.code != ECONNRESET) return answer;
    std::string where;
    bool slow = false;
    for (const auto& at : suspects(error.code == ECONNRESET, slow)) {
        if (at.pid != 0)
            where += fmt::format(", while it looked at process {}", at.pid);
        else if (static_cast<std::size_t>(at.mechanism) < monitor_specs().size())
            where += fmt::format(", while it asked for {}",
                                 monitor_specs()[static_cast<std::size_t>(at.mechanism)]->mechanism);
        else
            continue;
        if (what != What::sample) continue;  // one object's contents hang, not all of its mechanism
        if (suspects_.size() >= most_suspects) forget_first();
        if (std::find(suspects_.begin(), suspects_.end(), at) == suspects_.end()) {
            suspects_.push_back(at);
            suspected_ns_.push_back(now_ns());
        }
    }
    stop();
    const char* what_happened =
        error.code != ETIMEDOUT ? "the probe ended"
        : slow && where.empty()
            ? "the probe did not answer in time, though it went on (is this machine too busy?)"
            : "the probe did not answer in time";
    return failure(fmt::format("{}{}; it is started anew", what_happened, where));
}

Result<std::shared_ptr<const Snapshot>> Client::sample(const SampleOptions& options) {
    std::lock_guard lock(mutex_);
    while (!suspects_.empty() && now_ns() - suspected_ns_.front() > left_out_for)
        forget_first();
    Writer body;
    body.u8(options.owners);
    body.u32(options.uid);
    body.u32(static_cast<std::uint32_t>(suspects_.size()));
    for (const auto& one : suspects_) {
        body.i64(one.pid);
        body.u64(one.start_ticks);
        body.i64(one.mechanism);
    }
    auto answer = ask(What::sample, body.data(), options.timeout_ns);
    if (!answer) return tl::unexpected(answer.error());
    return read_snapshot(answer->get(), spare_);
}

Result<Peeked> Client::peek(const Snapshot& snapshot, std::string_view ref, const PeekRequest& how,
                            std::int64_t timeout_ns) {
    std::lock_guard lock(mutex_);
    const auto index = snapshot.find(ref);
    PeekRequest request = how;
    const auto parts = split_ref(ref);
    request.kind = kind_of_prefix(parts.prefix);
    if (request.kind == no_kind) return failure(fmt::format("there is no kind of object '{}'", parts.prefix));
    request.key = unescape_key(parts.key);
    if (index && request.descriptors.empty()) {
        for (const auto& hold : snapshot.holds_of(snapshot.objects[*index]))
            if (hold.kind == Hold::descriptor && hold.fd >= 0)
                request.descriptors.emplace_back(snapshot.processes[hold.process].pid, hold.fd);
    }
    auto answer = ask(What::peek, encode(request), timeout_ns);
    if (!answer) return tl::unexpected(answer.error());
    const auto body = from_memory(answer->get());
    if (!body) return tl::unexpected(body.error());
    Peeked peeked;
    if (!decode(*body, peeked)) return failure("the probe's answer is damaged");
    peeked.how = printable(peeked.how);
    peeked.note = printable(peeked.note);
    return peeked;
}

Status Client::act(const ActRequest& request, std::string_view confirmed, std::int64_t timeout_ns) {
    std::lock_guard lock(mutex_);
    if (request.kind >= monitored_kinds().size()) return failure("there is no such kind of object");
    const auto ref =
        std::string(monitored_kinds()[request.kind].kind->prefix) + ":" + escape_key(request.key);
    if (confirmed != ref)
        return failure(fmt::format("nothing was done: '{}' was confirmed, not '{}'", confirmed, ref));
    auto answer = ask(What::act, encode(request, confirmed), timeout_ns);
    if (!answer) return tl::unexpected(answer.error());
    return {};
}

}  // namespace

Result<std::unique_ptr<MonitorClient>> MonitorClient::start(Options options) {
    if (options.probe.empty()) options.probe = beside_us();
    if (access(options.probe.c_str(), X_OK) != 0)
        return system_failure("the probe is missing: " + options.probe, "access");
    auto client = std::make_unique<Client>(std::move(options.probe));
    if (auto started = client->launch(); !started) return tl::unexpected(started.error());
    return std::unique_ptr<MonitorClient>(std::move(client));
}

}  // namespace ipcscope

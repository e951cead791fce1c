#include "probe/walk.h"

#include "base/clock.h"
#include "snapshot/fdinfo.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fmt/format.h>
#include <set>
#include <thread>

#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace ipcscope {
namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t mappings_age = 8 * second;  // of one that does not run: names of files change
constexpr std::int64_t identity_age = 5 * second;  // of a process that runs

// "ipc:[4026531839]" -> the number; 0 = not permitted.
std::uint64_t namespace_of(ProcReader& reader, int directory, const char* path) {
    int error = 0;
    auto link = reader.link(directory, path, error);
    const auto open = link.find('[');
    std::uint64_t inode = 0;
    if (open == std::string_view::npos) return 0;
    link.remove_prefix(open + 1);
    std::from_chars(link.data(), link.data() + link.size(), inode);
    return inode;
}

std::int64_t clock_now(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return std::int64_t{now.tv_sec} * second + now.tv_nsec;
}

// As many files as we may have: a directory is kept open for each process.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

// "hidepid=invisible" of the line of /proc in mountinfo; "" = it hides nothing.
std::string hiding_option(std::string_view mounts) {
    while (!mounts.empty()) {
        const auto end = mounts.find('\n');
        const auto line = mounts.substr(0, end);
        mounts.remove_prefix(end == std::string_view::npos ? mounts.size() : end + 1);
        const auto at = line.find("hidepid=");
        if (line.find(" /proc ") == std::string_view::npos || at == std::string_view::npos) continue;
        const auto option = line.substr(at, line.find_first_of(", \n", at) - at);
        if (option != "hidepid=0" && option != "hidepid=off") return std::string(option);
    }
    return {};
}

}  // namespace

std::vector<Asked> all_monitors() {
    std::vector<Asked> all;
    const auto specs = monitor_specs();
    for (std::size_t i = 0; i < specs.size(); ++i)
        if (std::shared_ptr<Monitor> monitor = monitor_of(specs[i]->mechanism))
            all.push_back({static_cast<std::uint16_t>(i), std::move(monitor)});
    return all;
}

Walk::Walk(std::vector<Asked> asked, Progress* progress)
    : asked_(std::move(asked)), progress_(progress ? progress : &own_progress_) {
    if (asked_.size() > 64) asked_.resize(64);
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        interests_.push_back(asked_[i].monitor->interests());
        const auto bit = std::uint64_t{1} << i;
        if (interests_.back().mappings) mappings_wanted_ |= bit;
        for (const int call : interests_.back().syscalls)
            sleeps_wanted_[call] |= bit;
    }
    raise_file_limit();
    proc_.reset(open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    int error = 0;
    hidden_by_ = hiding_option(reader_.read(proc_.get(), "self/mountinfo", error));
}

Walk::~Walk() = default;

bool Walk::avoided(const KnownProcess& process) const {
    return std::any_of(options_.avoid.begin(), options_.avoid.end(), [&](const Suspect& suspect) {
        return suspect.pid == process.pid && suspect.start_ticks == process.stat.start_ticks;
    });
}

bool Walk::avoided(std::uint16_t mechanism) const {
    return std::any_of(options_.avoid.begin(), options_.avoid.end(), [&](const Suspect& suspect) {
        return suspect.pid == 0 && suspect.mechanism == mechanism;
    });
}

void Walk::set_head() {
    auto& head = builder_.head();
    head.taken_ns = now_ns();
    head.taken_at = clock_now(CLOCK_REALTIME);
    head.boot_ns = static_cast<std::uint64_t>(head.taken_at - clock_now(CLOCK_BOOTTIME));
    head.ipc_namespace = namespace_of(reader_, proc_.get(), "self/ns/ipc");
    head.net_namespace = namespace_of(reader_, proc_.get(), "self/ns/net");
    head.pid_namespace = namespace_of(reader_, proc_.get(), "self/ns/pid");
    head.uid = geteuid();
    int error = 0;
    std::int64_t capabilities = 0;
    info_number(reader_.read(proc_.get(), "self/status", error), "CapEff", capabilities, 16);
    head.capabilities = static_cast<std::uint64_t>(capabilities);
}

// Whether it has run since the last sample. False in `alive`: it is gone.
bool Walk::refresh_turns(KnownProcess& process) {
    const auto turns_of = [&](const char* path, std::uint64_t& turns) {
        int error = 0;
        auto line = reader_.read(process.directory.get(), path, error);
        if (error == ESRCH) return false;
        std::uint64_t time = 0, waited = 0, slices = 0;
        turns = take_number(line, time) && take_number(line, waited) && take_number(line, slices)
                    ? (time * 31 + slices) | 1
                    : 0;  // this kernel does not tell
        return true;
    };
    if (process.threads.empty()) process.threads.emplace_back(process.pid);
    if (process.stat.threads <= 1) {
        auto& main = process.threads.front();
        std::uint64_t turns = 0;
        if (!turns_of("schedstat", turns)) return false;
        process.ran = main.ran = turns == 0 || turns != main.turns;
        main.turns = turns;
        if (!process.ran) return true;
    }
    int error = 0;
    const auto text = reader_.read(process.directory.get(), "stat", error);
    StatLine stat;
    if (error != 0 || !parse_stat(text, stat)) return false;
    const bool other_program = stat.name != process.name || stat.stack != process.stat.stack;
    if (other_program) process.identity_ns = 0;
    process.name.assign(stat.name);
    process.stat = stat;
    process.stat.name = {};
    if (stat.threads <= 1 && process.threads.size() == 1) return true;
    const auto folder = open_folder(process.directory.get(), "task", error);
    if (!folder || !numbers_in(folder.get(), numbers_, error)) return error != ESRCH && error != ENOENT;
    std::sort(numbers_.begin(), numbers_.end());
    std::vector<KnownThread> threads;
    threads.reserve(numbers_.size());
    process.ran = numbers_.size() != process.threads.size();
    for (const int tid : numbers_) {
        const auto known =
            std::lower_bound(process.threads.begin(), process.threads.end(), tid,
                             [](const KnownThread& one, int wanted) { return one.tid < wanted; });
        threads.push_back(known != process.threads.end() && known->tid == tid ? std::move(*known)
                                                                              : KnownThread(tid));
        auto& thread = threads.back();
        std::uint64_t turns = 0;
        turns_of(NumberPath("task/", tid, "/schedstat").c_str(), turns);
        thread.ran = turns == 0 || turns != thread.turns;
        thread.turns = turns;
        process.ran |= thread.ran;
    }
    process.threads = std::move(threads);
    return !process.threads.empty();
}

void Walk::refresh_identity(KnownProcess& process) {
    const int directory = process.directory.get();
    int error = 0;
    struct stat info {};
    if (fstat(directory, &info) == 0) process.uid = info.st_uid;
    if (info.st_uid == 0) {  // root, or one that does not let itself be looked at: its directory is root's
        auto line = info_line(reader_.read(directory, "status", error), "Uid");
        std::uint32_t real = 0, effective = 0;
        if (take_number(line, real) && take_number(line, effective)) process.uid = effective;
    }
    process.ipc_namespace = namespace_of(reader_, directory, "ns/ipc");
    process.net_namespace = namespace_of(reader_, directory, "ns/net");
    process.pid_namespace = namespace_of(reader_, directory, "ns/pid");
    constexpr std::size_t longest = 200;
    process.command.assign(reader_.read(directory, "cmdline", error).substr(0, longest));
    while (!process.command.empty() && process.command.back() == 0)
        process.command.pop_back();
    std::replace(process.command.begin(), process.command.end(), '\0', ' ');
    process.identity_ns = builder_.head().taken_ns;
}

void Walk::list_processes() {
    int error = 0;
    std::vector<int> pids;
    const auto folder = open_folder(proc_.get(), ".", error);
    if (!folder || !numbers_in(folder.get(), pids, error)) {
        builder_.note_gap(0xffff, "no process can be seen: /proc cannot be read", "a mounted /proc");
        return;
    }
    std::sort(pids.begin(), pids.end());
    std::size_t unopened = 0;
    for (const int pid : pids) {
        auto [at, fresh] = processes_.try_emplace(pid);
        auto& process = at->second;
        for (int again = 0; again < 2; ++again) {
            if (!process.directory) {
                process = KnownProcess{};
                process.pid = pid;
                process.directory = open_folder(proc_.get(), NumberPath("", pid).c_str(), error);
                if (!process.directory) {
                    unopened += error == EMFILE || error == ENFILE || error == ENOMEM;
                    break;
                }
            }
            if (refresh_turns(process)) break;
            process.directory.reset();  // gone: its number may be another's by now
        }
        if (!process.directory || process.stat.kernel) continue;
        process.seen = sample_;
        const auto age = builder_.head().taken_ns - process.identity_ns;
        if (process.identity_ns == 0 || (process.ran && age > identity_age)) refresh_identity(process);
    }
    if (unopened > 0)
        builder_.note_gap(0xffff,
                          fmt::format("{} processes: the probe may not have more files open", unopened),
                          "a higher limit of open files (ulimit -n)");
    std::erase_if(processes_, [&](const auto& item) {
        return item.second.seen != sample_ && !(item.second.directory && item.second.stat.kernel);
    });
    const bool may_trace = builder_.capable(CAP_SYS_PTRACE);
    for (auto& [pid, process] : processes_) {
        if (process.seen != sample_) continue;
        SeenProcess seen;
        seen.pid = pid;
        seen.parent = process.stat.parent;
        seen.uid = process.uid;
        seen.start_ticks = process.stat.start_ticks;
        seen.ipc_namespace = process.ipc_namespace;
        seen.net_namespace = process.net_namespace;
        seen.pid_namespace = process.pid_namespace;
        seen.name = builder_.text(process.name);
        seen.command = builder_.text(process.command);
        seen.state = process.stat.state;
        process.tier = process.uid == builder_.head().uid ? Tier::same_user
                       : may_trace                        ? Tier::privileged
                                                          : Tier::everyone;
        process.index = builder_.add_process(seen, process.tier);
    }
    mark_ours();
}

// Programs of this one by name, and what they have started.
void Walk::mark_ours() {
    for (bool more = true; more;) {
        more = false;
        for (auto& [pid, process] : processes_) {
            if (process.seen != sample_) continue;
            auto& seen = builder_.process_at(process.index);
            if (seen.ours) continue;
            const auto parent = builder_.process(seen.parent);
            seen.ours = process.name.starts_with("ipcscope") ||
                        (parent != none_index && builder_.processes()[parent].ours);
            more |= seen.ours;
        }
    }
}

const Snapshot& Walk::take(const WalkOptions& options) {
    ++sample_;
    options_ = options;
    hidden_descriptors_ = hidden_maps_ = hidden_calls_ = cut_ = own_tables_ = 0;
    left_out_.clear();
    builder_.clear();
    set_head();
    list_processes();
    std::vector<KnownProcess*> wanted;
    if (options.owners)
        for (auto& [pid, process] : processes_)
            if (process.seen == sample_ && (options.uid == ~0u || options.uid == process.uid))
                wanted.push_back(&process);
    std::thread reading([&] {
        for (auto* process : wanted)
            if (!avoided(*process)) read_process(*process, reading_);
    });
    active_ = 0;
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        const auto& one = asked_[i];
        if (avoided(one.mechanism)) {
            builder_.note_gap(one.mechanism, "left out: it did not answer in time before", "");
            continue;
        }
        active_ |= std::uint64_t{1} << i;
        progress_->mechanism = one.mechanism;
        builder_.mechanism = one.mechanism;
        one.monitor->begin(builder_);
    }
    progress_->mechanism = -1;
    builder_.mechanism = 0xffff;
    reading.join();
    for (auto* process : wanted)
        walk_process(*process);
    for (const auto& one : asked_) {
        if (avoided(one.mechanism)) continue;
        progress_->mechanism = one.mechanism;
        builder_.mechanism = one.mechanism;
        one.monitor->end(builder_);
    }
    progress_->mechanism = -1;
    builder_.mechanism = 0xffff;
    tell_gaps();
    builder_.only_of(options.uid);
    auto& out = builder_.finish();
    out.took_ns = now_ns() - out.taken_ns;
    return out;
}

// All that is to be had of it without asking a mechanism: in another thread than those work in.
void Walk::read_process(KnownProcess& process, Reading& with) {
    progress_->start_ticks = process.stat.start_ticks;
    progress_->pid = process.pid;
    const bool ended = process.stat.state == 'Z';
    int error = 0;
    if (process.ran) process.live.reset();
    if (ended)
        for (const auto& thread : process.threads)
            if (thread.tid != process.pid && !process.live)
                process.live =
                    open_folder(process.directory.get(), NumberPath("task/", thread.tid).c_str(), error);
    if (!ended || process.live) {
        if (process.ran || process.descriptors_ns == 0)
            read_descriptors(process, with);
        else
            refresh_paths(process, with);
        const auto age = builder_.head().taken_ns - process.mappings_ns;
        if (mappings_wanted_ != 0 && (process.ran || age > mappings_age + process.pid % 8 * second))
            read_mappings(process, with);
        read_calls(process, with);
    }
    progress_->pid = 0;
}

void Walk::walk_process(KnownProcess& process) {
    auto& seen = builder_.process_at(process.index);
    if (avoided(process)) {
        left_out_.push_back(process.pid);
        seen.descriptors_errno = seen.maps_errno = seen.calls_errno = ETIMEDOUT;
        return;
    }
    progress_->start_ticks = process.stat.start_ticks;
    progress_->pid = process.pid;
    builder_.looking_at = process.index;
    if (process.stat.state != 'Z' || process.live) {
        give_descriptors(process);
        give_mappings(process);
        give_sleeps(process);
        seen.descriptors_errno = process.descriptors_errno;
        seen.maps_errno = process.maps_errno;
        seen.calls_errno = process.calls_errno;
        const auto hidden = [](int error) { return error == EACCES || error == EPERM; };
        hidden_descriptors_ += hidden(process.descriptors_errno);
        hidden_maps_ += hidden(process.maps_errno);
        hidden_calls_ += hidden(process.calls_errno);
        own_tables_ += process.own_tables;
        cut_ += process.descriptors_errno == EOVERFLOW;
    }
    builder_.looking_at = none_index;
    progress_->pid = 0;
}

// What is in other namespaces is seen as far as a process of ours holds it, or not at all.
void Walk::tell_namespaces() {
    std::set<std::uint64_t> ipc, net;
    for (const auto& process : builder_.processes()) {
        if (process.ipc_namespace != 0) ipc.insert(process.ipc_namespace);
        if (process.net_namespace != 0) net.insert(process.net_namespace);
    }
    ipc.erase(builder_.ipc_namespace());
    net.erase(builder_.net_namespace());
    const auto tell = [&](std::size_t count, const char* kind) {
        if (count > 0)
            builder_.note_gap(
                0xffff, fmt::format("objects of {} other {} namespace{}", count, kind, count == 1 ? "" : "s"),
                "a probe inside of it: nsenter(1)");
    };
    tell(ipc.size(), "IPC");
    tell(net.size(), "network");
}

void Walk::tell_gaps() {
    const auto processes = [](std::size_t count) {
        return fmt::format("{} process{}", count, count == 1 ? "" : "es");
    };
    if (!options_.owners) builder_.note_gap(0xffff, "holders and waiters were not asked for", "");
    if (!hidden_by_.empty() && !builder_.capable(CAP_SYS_PTRACE))
        builder_.note_gap(0xffff, "processes of other users: /proc is mounted with " + hidden_by_,
                          "CAP_SYS_PTRACE");
    tell_namespaces();
    if (hidden_descriptors_ > 0)
        builder_.note_gap(0xffff, "descriptors of " + processes(hidden_descriptors_), "CAP_SYS_PTRACE");
    if (hidden_maps_ > 0)
        builder_.note_gap(0xffff, "mapped memory of " + processes(hidden_maps_), "CAP_SYS_PTRACE");
    if (hidden_calls_ > 0)
        builder_.note_gap(0xffff, "what " + processes(hidden_calls_) + " wait for", "CAP_SYS_PTRACE");
    if (cut_ > 0) builder_.note_gap(0xffff, "most descriptors of " + processes(cut_) + ": too many", "");
    if (own_tables_ > 0)
        builder_.note_gap(0xffff, "descriptors that only some threads of " + processes(own_tables_) + " have",
                          "");
    for (const auto pid : left_out_)
        builder_.note_gap(0xffff, fmt::format("process {}: it did not answer in time before", pid), "");
    if (!options_.owners || hidden_descriptors_ + hidden_maps_ + left_out_.size() + cut_ == 0) {
        if (options_.owners) return;
    }
    std::vector<bool> mechanisms(monitor_specs().size());
    for (std::size_t i = 0; i < asked_.size(); ++i)
        if (asked_[i].mechanism < mechanisms.size())
            mechanisms[asked_[i].mechanism] = interests_[i].mappings || !interests_[i].links.empty();
    builder_.mark_incomplete(mechanisms);
}

}  // namespace ipcscope

#include "probe/walk.h"

#include "base/clock.h"
#include "probe/shares.h"
#include "snapshot/fdinfo.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <utility>

#include <linux/capability.h>
#include <sys/resource.h>

namespace ipcscope {
namespace {

constexpr std::int64_t second = 1'000'000'000;
// Of one that runs, but has no other size than when they were read and has touched no new page: one mapping
// may have taken the place of another.
constexpr std::int64_t running_mappings_age = 4 * second;
constexpr std::int64_t mappings_age = 8 * second;  // of one that does not run: names of files change
// Inodes of the namespaces that were there first, which all others are within (linux/nsfs.h of newer
// kernels).
constexpr std::uint64_t first_user_namespace = 0xEFFFFFFD, first_pid_namespace = 0xEFFFFFFC;

std::int64_t clock_now(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return std::int64_t{now.tv_sec} * second + now.tv_nsec;
}

// As many files as we may have: a directory is kept open for each process. How many that may be: some are
// left for all else that is to be read.
int most_directories() {
    constexpr rlim_t spare = 32, most = 1 << 20;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return most;
    const auto allowed = std::exchange(limit.rlim_cur, limit.rlim_max);
    if (allowed != limit.rlim_max && setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = allowed;
    const auto files = std::min(limit.rlim_cur, most);
    return static_cast<int>(files > 2 * spare ? files - spare : files / 2);
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
        for (const auto& prefix : interests_.back().links)
            prefixes_.emplace_back(prefix, bit);
    }
    here_.place = &progress_->places[0];
    there_.place = &progress_->places[1];
    most_directories_ = most_directories();
    proc_.reset(open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    int error = 0;
    hidden_by_ = hiding_option(reader_.read(proc_.get(), "self/mountinfo", error));
    const auto users = namespace_of(reader_, proc_.get(), "self/ns/user");
    first_users_ = users == 0 || users == first_user_namespace;  // 0: a kernel without them
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

bool Walk::sees_all() const {
    return first_users_ && builder_.capable(CAP_SYS_PTRACE);
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
    // What lies outside our pid namespace is in no list that we can read.
    outside_ = head.pid_namespace != first_pid_namespace;
    head.processes_complete = !outside_ && (hidden_by_.empty() || sees_all());
    head.calls_complete = true;
    head.needs = 0;
}

const Snapshot& Walk::take(const WalkOptions& options) {
    ++sample_;
    options_ = options;
    hidden_descriptors_ = hidden_maps_ = hidden_calls_ = cut_ = own_tables_ = foreign_ = failed_ = 0;
    left_out_.clear();
    builder_.clear();
    set_head();
    builder_.head().owners = options.owners;
    builder_.head().left_out = 0;
    list_processes();
    std::vector<KnownProcess*> wanted;
    if (options.owners)
        for (auto& [pid, process] : processes_)
            if (process.seen == sample_ && (options.uid == ~0u || options.uid == process.uid))
                wanted.push_back(&process);
    walk_processes(wanted);
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

void Walk::ask_sources() {
    active_ = 0;
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        const auto& one = asked_[i];
        if (avoided(one.mechanism)) {
            builder_.head().left_out |= std::uint64_t{1} << one.mechanism;
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
}

// The other thread reads them from the first one on, while this one asks the mechanisms; then this one gives
// them what was read, in order, and reads from the last one on while there is nothing to give.
void Walk::walk_processes(const std::vector<KnownProcess*>& wanted) {
    Shares shares(wanted.size());
    const auto read = [&](std::size_t at, Reading& with) {
        if (!shares.claim(at)) return false;
        if (!avoided(*wanted[at])) read_process(*wanted[at], with);
        shares.done(at);
        return true;
    };
    auto reading = try_thread([&] {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            read(i, there_);
    });
    ask_sources();
    auto last = wanted.size();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        read(i, here_);
        while (!shares.is_done(i) && last > i + 1)
            read(--last, here_);
        shares.wait(i);
        walk_process(*wanted[i]);
    }
    if (reading.joinable()) reading.join();
}

// All that is to be had of it without asking a mechanism: in another thread than those work in.
void Walk::read_process(KnownProcess& process, Reading& with) {
    with.place->at(process.pid, process.stat.start_ticks);
    const bool ended = process.stat.state == 'Z';
    int error = 0;
    if (process.unread) process.live.reset();
    if (ended)
        for (const auto& thread : process.threads)
            if (thread.tid != process.pid && !process.live)
                process.live =
                    open_folder(process.directory.get(), NumberPath("task/", thread.tid).c_str(), error);
    if (!ended || process.live) {
        if (process.unread || process.descriptors_ns == 0) {
            read_descriptors(process, with);
            process.files_open = static_cast<std::uint32_t>(with.numbers.size());
        } else if (process.in_turn) {
            refresh_paths(process, with);
        }
        const auto age = builder_.head().taken_ns - process.mappings_ns;
        const bool old = process.renamable && age > mappings_age + process.pid % 8 * second;
        const bool moved = process.maps_unread &&
                           (process.stat.address_space != process.mapped_space ||
                            process.stat.faults != process.mapped_faults || age > running_mappings_age);
        if (mappings_wanted_ != 0 && (moved || process.mappings_ns == 0 || old)) {
            read_mappings(process, with);
            process.maps_unread = false;
        }
        read_calls(process, with);
        process.unread = false;
    }
    with.place->away();
}

void Walk::walk_process(KnownProcess& process) {
    auto& seen = builder_.process_at(process.index);
    if (avoided(process)) {
        left_out_.push_back(process.pid);
        seen.descriptors_errno = seen.maps_errno = seen.calls_errno = ETIMEDOUT;
        return;
    }
    here_.place->at(process.pid, process.stat.start_ticks);
    builder_.looking_at = process.index;
    if (process.stat.state != 'Z' || process.live) {
        first_hold_ = builder_.holds().size();
        give_descriptors(process);
        give_mappings(process);
        give_sleeps(process);
        seen.descriptors_errno = process.descriptors_errno;
        seen.maps_errno = process.maps_errno;
        seen.calls_errno = process.foreign ? std::int16_t{ENOSYS} : process.calls_errno;
        const auto hidden = [](int error) { return error == EACCES || error == EPERM; };
        // It has ended meanwhile, or has too many, which is told by itself.
        const auto failed = [&](int error) {
            return error != 0 && !hidden(error) && error != ESRCH && error != ENOENT && error != EOVERFLOW;
        };
        hidden_descriptors_ += hidden(process.descriptors_errno);
        hidden_maps_ += hidden(process.maps_errno);
        hidden_calls_ += hidden(process.calls_errno);
        failed_ +=
            failed(process.descriptors_errno) || failed(process.maps_errno) || failed(process.calls_errno);
        own_tables_ += process.own_tables;
        foreign_ += process.foreign;
        if (process.descriptors_errno == 0)
            builder_.set_open_files(process.index,
                                    {process.files_open, process.files_most, process.files_hard});
        cut_ += process.descriptors_errno == EOVERFLOW;
    }
    builder_.looking_at = none_index;
    here_.place->away();
}

}  // namespace ipcscope

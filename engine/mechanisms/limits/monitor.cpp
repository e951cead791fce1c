#include "mechanisms/monitor.h"

#include "base/unique_fd.h"
#include "mechanisms/limits/groups.h"
#include "mechanisms/limits/told.h"
#include "mechanisms/limits/watches.h"
#include "mechanisms/queue_directory.h"
#include "mechanisms/shm_totals.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <mqueue.h>
#include <unistd.h>
#include <unordered_map>

#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/statfs.h>

namespace ipcscope::mechanisms {
namespace limits {

std::int64_t number_in(const char* path, std::size_t n) {
    const UniqueFd file(::open(path, O_RDONLY | O_CLOEXEC));
    char text[256];
    const auto size = file ? ::read(file.get(), text, sizeof text) : -1;
    if (size <= 0) return -1;
    std::string_view rest(text, static_cast<std::size_t>(size));
    for (;; --n) {
        const auto begin = rest.find_first_not_of(" \t/\n");
        if (begin == std::string_view::npos) return -1;
        rest.remove_prefix(begin);
        if (n == 0) break;
        rest.remove_prefix(std::min(rest.find_first_of(" \t/\n"), rest.size()));
    }
    std::int64_t value = -1;
    const auto error = std::from_chars(rest.data(), rest.data() + rest.size(), value).ec;
    return error == std::errc::result_out_of_range ? unlimited : error == std::errc() ? value : -1;
}

ObjectIndex tell(Sample& sample, std::size_t kind, std::string_view key, std::string_view name,
                 std::int64_t used, std::int64_t most, std::string_view source, std::string_view command,
                 std::int64_t ceiling) {
    if (used < 0 || most <= 0) return none_index;
    const auto object = sample.object(kind, key);
    const auto text = sample.text(name);
    sample.at(object).name = text;
    sample.set(object, limit_used, used);
    sample.set(object, limit_most, most);
    sample.set_text(object, limit_source, source);
    if (most < unlimited / 2 && most < ceiling && !command.empty()) {
        std::string filled(command);
        for (auto at = filled.find("{}"); at != std::string::npos; at = filled.find("{}"))
            filled.replace(at, 2, std::to_string(std::min(most * 2, ceiling)));
        sample.set_text(object, limit_command, filled);
    }
    return object;
}

}  // namespace limits

namespace {

using namespace limits;

class LimitsMonitor : public Monitor {
public:
    LimitsMonitor() : counts_(kind_index("limits", "count")), bytes_(kind_index("limits", "bytes")) {}

    Interests interests() const override { return {.links = {"anon_inode:inotify"}}; }

    void begin(Sample& sample) override {
        watches_.begin();
        system_v(sample);
        shared_memory_files(sample);
        groups_.tell_all(sample);
        queues(sample);
        threads(sample);
        if (tell(sample, counts_, "files", "open files of the system", number_in("/proc/sys/fs/file-nr", 0),
                 number_in("/proc/sys/fs/file-nr", 2), "/proc/sys/fs/file-max",
                 "sysctl -w fs.file-max={}") == none_index)
            unread(sample, "/proc/sys/fs/file-max");
    }

    void descriptor(Sample&, const SeenDescriptor& seen) override { watches_.descriptor(seen); }

    void end(Sample& sample) override {
        watches_.tell_all(sample);
        open_files(sample);
    }

private:
    // Of each process that has more than half of what it may have: so not every process is shown.
    void open_files(Sample& sample) {
        for (ProcessIndex i = 0; i < sample.processes().size(); ++i) {
            const auto files = sample.open_files(i);
            if (files.most == 0 || files.used < files.most / 2) continue;
            const auto& process = sample.processes()[i];
            const auto name = std::string(sample.name(i));
            const auto key = fmt::format("nofile@{}", process.pid);
            const auto more = files.most <= files.hard / 2  // what stands behind the colon is the hard limit
                                  ? fmt::format("prlimit --pid {} --nofile={{}}:", process.pid)
                                  : fmt::format("prlimit --pid {} --nofile={{}}:{{}}", process.pid);
            const auto object =
                tell(sample, counts_, key, fmt::format("open files of {} ({})", name, process.pid),
                     files.used, static_cast<std::int64_t>(std::min<std::uint64_t>(files.most, unlimited)),
                     "RLIMIT_NOFILE", more);
            if (object == none_index) continue;
            sample.at(object).uid = process.uid;
            sample.hold({.object = object, .process = i, .kind = Hold::owner});
        }
    }

    // They are memory: what is full fails in the middle of a store (SIGBUS), or with ENOSPC.
    void shared_memory_files(Sample& sample) {
        struct statfs about {};
        constexpr auto memory_file_system = 0x01021994;
        if (::statfs("/dev/shm", &about) != 0 || about.f_type != memory_file_system) return;
        const auto total = static_cast<std::int64_t>(about.f_blocks) * about.f_bsize;
        const auto left = static_cast<std::int64_t>(about.f_bfree) * about.f_bsize;
        tell(sample, bytes_, "/dev/shm", "memory of the files in /dev/shm", total - left, total,
             "size of /dev/shm", "mount -o remount,size={} /dev/shm");
        tell(sample, counts_, "/dev/shm", "files in /dev/shm",
             static_cast<std::int64_t>(about.f_files - about.f_ffree),
             static_cast<std::int64_t>(about.f_files), "nr_inodes of /dev/shm",
             "mount -o remount,nr_inodes={} /dev/shm");
    }

    static std::int64_t above(std::int64_t value) { return value <= 0 ? unlimited : value; }

    void unread(Sample& sample, std::string_view source) const {
        sample.gap(counts_, fmt::format("how much is used of a limit: {} cannot be read", source), "");
    }

    // Whichever is lower; the other one is not touched.
    void threads(Sample& sample) {
        const auto numbers = number_in("/proc/sys/kernel/pid_max");
        const auto threads = number_in("/proc/sys/kernel/threads-max");
        const bool by_number = numbers > 0 && numbers <= above(threads);
        // PID_MAX_LIMIT and FUTEX_TID_MASK of the kernel.
        constexpr std::int64_t most_numbers = 4 << 20, most_threads = 0x3fffffff;
        const auto* source = by_number ? "/proc/sys/kernel/pid_max" : "/proc/sys/kernel/threads-max";
        if (tell(sample, counts_, "pids", "processes and threads", number_in("/proc/loadavg", 4),
                 by_number ? numbers : threads, source,
                 by_number ? "sysctl -w kernel.pid_max={}" : "sysctl -w kernel.threads-max={}",
                 by_number ? most_numbers : most_threads) == none_index)
            unread(sample, source);
    }

    // Numbers of System V objects have 15 bits, or 24 if the kernel was started so (ipcmni_extend).
    ObjectIndex tell_objects(Sample& sample, std::string_view key, std::string_view name, std::int64_t used,
                             std::int64_t most, std::string_view source, std::string_view command) {
        constexpr std::int64_t usual = 1 << 15, extended = 1 << 24;
        const auto ceiling = most > usual ? extended : usual;
        const auto object = tell(sample, counts_, key, name, used, most, source, command, ceiling);
        if (object == none_index) return object;
        sample.at(object).space = sample.ipc_namespace();
        if (most >= ceiling)
            sample.set_text(object, limit_note,
                            most >= extended
                                ? "the kernel allows no more"
                                : "the kernel allows no more, unless it is started with ipcmni_extend");
        return object;
    }

    // The kernel tells these to everybody, also where /proc/sys is not to be seen.
    void system_v(Sample& sample) {
        msginfo messages{};
        if (::msgctl(0, MSG_INFO, reinterpret_cast<msqid_ds*>(&messages)) >= 0)
            tell_objects(sample, "msgmni", "System V message queues", messages.msgpool, messages.msgmni,
                         "/proc/sys/kernel/msgmni", "sysctl -w kernel.msgmni={}");
        seminfo all{};
        union {
            int value;
            seminfo* info;
        } argument{};
        argument.info = &all;
        if (::semctl(0, 0, SEM_INFO, argument) >= 0) {
            tell_objects(
                sample, "semmni", "System V semaphore sets", all.semusz, all.semmni, "/proc/sys/kernel/sem",
                fmt::format("sysctl -w kernel.sem='{} {} {} {{}}'", all.semmsl, all.semmns, all.semopm));
            const auto object =
                tell(sample, counts_, "semmns", "System V semaphores", all.semaem, all.semmns,
                     "/proc/sys/kernel/sem",
                     fmt::format("sysctl -w kernel.sem='{} {{}} {} {}'", all.semmsl, all.semopm, all.semmni),
                     std::numeric_limits<int>::max());
            if (object != none_index) sample.at(object).space = sample.ipc_namespace();
        }
        shminfo most{};
        const auto& totals = shm_totals(sample.taken_ns());
        if (totals.last >= 0 && ::shmctl(0, IPC_INFO, reinterpret_cast<shmid_ds*>(&most)) >= 0) {
            const auto& segments = totals.sums;
            tell_objects(sample, "shmmni", "System V shared memory segments", segments.used_ids,
                         static_cast<std::int64_t>(most.shmmni), "/proc/sys/kernel/shmmni",
                         "sysctl -w kernel.shmmni={}");
            const auto page = static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE));
            const bool limited = most.shmall < static_cast<unsigned long>(unlimited / page / 2);
            const auto pages = limited ? static_cast<std::int64_t>(most.shmall) : unlimited / page;
            const auto object = tell(sample, bytes_, "shmall", "System V shared memory",
                                     static_cast<std::int64_t>(segments.shm_tot) * page,
                                     limited ? pages * page : unlimited, "/proc/sys/kernel/shmall", "");
            if (object == none_index) return;
            sample.at(object).space = sample.ipc_namespace();
            if (limited)
                sample.set_text(object, limit_command, fmt::format("sysctl -w kernel.shmall={}", pages * 2));
        }
    }

    void queues(Sample& sample) {
        const auto most = number_in("/proc/sys/fs/mqueue/queues_max");
        if (!directory_.fd) directory_ = posix_mq::open_directory();
        if (!directory_.fd) {
            const bool none_here = ::mq_open("/", O_RDONLY) < 0 && errno == ENOSYS;
            if (!none_here)
                sample.gap(counts_,
                           "how many POSIX message queues there are: those of this IPC namespace cannot be "
                           "listed",
                           "mount -t mqueue none /dev/mqueue, or CAP_SYS_ADMIN");
            return;
        }
        const int copy = ::openat(directory_.fd.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const std::unique_ptr<DIR, int (*)(DIR*)> folder(copy >= 0 ? ::fdopendir(copy) : nullptr, ::closedir);
        if (!folder) return;
        std::int64_t count = 0;
        std::map<std::uint32_t, std::int64_t> used;
        std::unordered_map<ino_t, std::int64_t> sizes;
        while (const auto* entry = ::readdir(folder.get())) {
            if (entry->d_name[0] == '.' && entry->d_type == DT_DIR) continue;
            ++count;
            struct stat about {};
            if (::fstatat(::dirfd(folder.get()), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) != 0) continue;
            const auto bytes = queue_bytes(::dirfd(folder.get()), entry->d_name, about.st_ino);
            used[about.st_uid] += bytes;
            if (bytes > 0) sizes.emplace(about.st_ino, bytes);
        }
        sizes_.swap(sizes);
        // One that is mounted could not be unmounted while we have it.
        if (!directory_.privileged) directory_.fd.reset();
        const auto object = tell(sample, counts_, "queues_max", "POSIX message queues", count, most,
                                 "/proc/sys/fs/mqueue/queues_max", "sysctl -w fs.mqueue.queues_max={}");
        if (object != none_index)
            sample.at(object).space = sample.ipc_namespace();
        else
            unread(sample, "/proc/sys/fs/mqueue/queues_max");
        rlimit limit{};
        if (::getrlimit(RLIMIT_MSGQUEUE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return;
        for (const auto& [uid, bytes] : used) {
            const auto of_user =
                tell(sample, bytes_, fmt::format("msgqueue@{}", uid),
                     fmt::format("POSIX message queues of user {}", uid), bytes,
                     static_cast<std::int64_t>(limit.rlim_cur), "RLIMIT_MSGQUEUE", "ulimit -q {}");
            if (of_user == none_index) continue;
            sample.at(of_user).uid = uid;
            sample.set_text(of_user, limit_note,
                            "of the queues that may be read here, against the limit of this process");
        }
    }

    // As getrlimit(2) says that it is counted, whatever is in it: the same as long as the queue lives.
    // Looking changes nothing.
    std::int64_t queue_bytes(int folder, const char* name, ino_t inode) const {
        if (const auto known = sizes_.find(inode); known != sizes_.end()) return known->second;
        const UniqueFd queue(::openat(folder, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW));
        mq_attr about{};
        if (!queue || ::mq_getattr(queue.get(), &about) != 0) return 0;
        constexpr std::int64_t message = 48, node = 48, priorities = 32768;
        return about.mq_maxmsg * message + std::min<std::int64_t>(about.mq_maxmsg, priorities) * node +
               about.mq_maxmsg * about.mq_msgsize;
    }
    std::size_t counts_, bytes_;
    ProcessGroups groups_{counts_};
    Watches watches_{counts_};
    posix_mq::QueueDirectory directory_;
    std::unordered_map<ino_t, std::int64_t> sizes_;  // of queues, by inode
};

}  // namespace

std::unique_ptr<Monitor> limits_monitor() {
    return std::make_unique<LimitsMonitor>();
}

}  // namespace ipcscope::mechanisms

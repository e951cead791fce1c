#include "mechanisms/monitor.h"

#include "base/unique_fd.h"
#include "mechanisms/limits/groups.h"
#include "mechanisms/limits/told.h"
#include "mechanisms/limits/watches.h"
#include "mechanisms/queue_space.h"
#include "mechanisms/shm_totals.h"

#include <algorithm>
#include <charconv>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <mqueue.h>
#include <unistd.h>

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
                 std::int64_t used, std::int64_t most, std::string_view source, std::string_view command) {
    if (used < 0 || most <= 0) return none_index;
    const auto object = sample.object(kind, key);
    const auto text = sample.text(name);
    sample.at(object).name = text;
    sample.set(object, limit_used, used);
    sample.set(object, limit_most, most);
    sample.set_text(object, limit_source, source);
    if (most < unlimited / 2 && !command.empty()) {
        std::string filled(command);
        for (auto at = filled.find("{}"); at != std::string::npos; at = filled.find("{}"))
            filled.replace(at, 2, std::to_string(most * 2));
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
        tell(sample, counts_, "pids", "processes and threads", number_in("/proc/loadavg", 4),
             std::min(above(number_in("/proc/sys/kernel/pid_max")),
                      above(number_in("/proc/sys/kernel/threads-max"))),
             "/proc/sys/kernel/pid_max, threads-max", "sysctl -w kernel.pid_max={} kernel.threads-max={}");
        tell(sample, counts_, "files", "open files of the system", number_in("/proc/sys/fs/file-nr", 0),
             number_in("/proc/sys/fs/file-nr", 2), "/proc/sys/fs/file-max", "sysctl -w fs.file-max={}");
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

    void system_v(Sample& sample) {
        const auto place = [&](ObjectIndex object) {
            if (object != none_index) sample.at(object).space = sample.ipc_namespace();
        };
        msginfo messages{};
        if (::msgctl(0, MSG_INFO, reinterpret_cast<msqid_ds*>(&messages)) >= 0)
            place(tell(sample, counts_, "msgmni", "System V message queues", messages.msgpool,
                       number_in("/proc/sys/kernel/msgmni"), "/proc/sys/kernel/msgmni",
                       "sysctl -w kernel.msgmni={}"));
        seminfo semaphores{};
        union {
            int value;
            seminfo* info;
        } argument{};
        argument.info = &semaphores;
        if (::semctl(0, 0, SEM_INFO, argument) >= 0) {
            const std::int64_t most[] = {
                number_in("/proc/sys/kernel/sem", 0), number_in("/proc/sys/kernel/sem", 1),
                number_in("/proc/sys/kernel/sem", 2), number_in("/proc/sys/kernel/sem", 3)};
            place(tell(sample, counts_, "semmni", "System V semaphore sets", semaphores.semusz, most[3],
                       "/proc/sys/kernel/sem",
                       fmt::format("sysctl -w kernel.sem='{} {} {} {{}}'", most[0], most[1], most[2])));
            place(tell(sample, counts_, "semmns", "System V semaphores", semaphores.semaem, most[1],
                       "/proc/sys/kernel/sem",
                       fmt::format("sysctl -w kernel.sem='{} {{}} {} {}'", most[0], most[2], most[3])));
        }
        if (const auto& totals = shm_totals(sample.taken_ns()); totals.last >= 0) {
            const auto& segments = totals.sums;
            place(tell(sample, counts_, "shmmni", "System V shared memory segments", segments.used_ids,
                       number_in("/proc/sys/kernel/shmmni"), "/proc/sys/kernel/shmmni",
                       "sysctl -w kernel.shmmni={}"));
            const auto page = static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE));
            const auto pages = number_in("/proc/sys/kernel/shmall");
            const auto object = tell(sample, bytes_, "shmall", "System V shared memory",
                                     static_cast<std::int64_t>(segments.shm_tot) * page,
                                     pages > 0 && pages < unlimited / page ? pages * page : unlimited,
                                     "/proc/sys/kernel/shmall", "");
            place(object);
            if (object != none_index && pages > 0 && pages < unlimited / page)
                sample.set_text(object, limit_command, fmt::format("sysctl -w kernel.shmall={}", pages * 2));
        }
    }

    void queues(Sample& sample) {
        struct statfs place {};
        constexpr auto queue_file_system = 0x19800202;
        if (::statfs("/dev/mqueue", &place) != 0 || place.f_type != queue_file_system) return;
        const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir("/dev/mqueue"), ::closedir);
        if (!folder || !queues_are_ours(::dirfd(folder.get()))) return;
        std::int64_t count = 0;
        std::map<std::uint32_t, std::int64_t> used;
        while (const auto* entry = ::readdir(folder.get())) {
            if (entry->d_name[0] == '.' && entry->d_type == DT_DIR) continue;
            ++count;
            struct stat about {};
            if (::fstatat(::dirfd(folder.get()), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) == 0)
                used[about.st_uid] += queue_bytes(entry->d_name, about.st_ino);
        }
        queue_bytes_.swap(seen_bytes_);
        seen_bytes_.clear();
        const auto object = tell(sample, counts_, "queues_max", "POSIX message queues", count,
                                 number_in("/proc/sys/fs/mqueue/queues_max"),
                                 "/proc/sys/fs/mqueue/queues_max", "sysctl -w fs.mqueue.queues_max={}");
        if (object != none_index) sample.at(object).space = sample.ipc_namespace();
        rlimit most{};
        if (::getrlimit(RLIMIT_MSGQUEUE, &most) != 0 || most.rlim_cur == RLIM_INFINITY) return;
        for (const auto& [uid, bytes] : used) {
            const auto of_user =
                tell(sample, bytes_, fmt::format("msgqueue@{}", uid),
                     fmt::format("POSIX message queues of user {}", uid), bytes,
                     static_cast<std::int64_t>(most.rlim_cur), "RLIMIT_MSGQUEUE", "ulimit -q {}");
            if (of_user == none_index) continue;
            sample.at(of_user).uid = uid;
            sample.set_text(of_user, limit_note,
                            "of the queues that may be read here, against the limit of this process");
        }
    }

    // As getrlimit(2) says that it is counted, whatever is in it: it never changes, and is asked for once.
    // Looking changes nothing.
    std::int64_t queue_bytes(const char* name, ino_t inode) {
        if (const auto known = queue_bytes_.find(inode); known != queue_bytes_.end())
            return seen_bytes_[inode] = known->second;
        const UniqueFd queue(::mq_open(fmt::format("/{}", name).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        mq_attr about{};
        if (!queue || ::mq_getattr(queue.get(), &about) != 0) return 0;
        constexpr std::int64_t node = 48, priorities = 32768;
        return seen_bytes_[inode] = about.mq_maxmsg * static_cast<std::int64_t>(sizeof(void*)) +
                                    std::min<std::int64_t>(about.mq_maxmsg, priorities) * node +
                                    about.mq_maxmsg * about.mq_msgsize;
    }
    std::map<ino_t, std::int64_t> queue_bytes_, seen_bytes_;  // of the sample before, of this one

    std::size_t counts_, bytes_;
    ProcessGroups groups_{counts_};
    Watches watches_{counts_};
};

}  // namespace

std::unique_ptr<Monitor> limits_monitor() {
    return std::make_unique<LimitsMonitor>();
}

}  // namespace ipcscope::mechanisms

#include "mechanisms/fifo/monitor_open.h"
#include "mechanisms/seen_file.h"
#include "mechanisms/special_files.h"
#include "mechanisms/stream_monitor.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <unistd.h>

#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {

namespace {

constexpr std::string_view deleted = " (deleted)";

// Could a path of this kind be a FIFO? What every process has open needs no look.
bool may_be_fifo(std::string_view path) {
    constexpr std::string_view others[] = {"/dev/null", "/dev/pts/", "/dev/tty", "/dev/urandom",
                                           "/proc/",    "/sys/",     "/memfd:",  "/SYSV"};
    return std::none_of(std::begin(others), std::end(others),
                        [&](std::string_view begin) { return path.starts_with(begin); });
}

class FifoMonitor : public Monitor {
public:
    Interests interests() const override {
        return {.links = {"/"}, .syscalls = {SYS_openat, SYS_openat2, SYS_open}};
    }

    void begin(Sample& sample) override {
        fifos_.clear();
        known_.begin(sample.taken_ns());
        hidden_ = 0;
        sees_all_ = sample.capable(CAP_SYS_PTRACE);
        // First those of our own tree of files: a path means what it leads to here.
        for (const auto& file : files_.find())
            name(sample, file);
        if (files_.cut())
            sample.gap(kind_.index,
                       "FIFOs that nobody has open: there are too many directories to look into all", "");
    }

    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        if (!may_be_fifo(seen.link) || seen.file_type() != S_IFIFO) return;
        struct statx file {};
        // What is known of it is enough: a file system that does not answer is not waited for.
        if (::statx(AT_FDCWD, fmt::format("/proc/{}/fd/{}", seen.pid, seen.fd).c_str(), AT_STATX_DONT_SYNC,
                    STATX_TYPE | STATX_MODE | STATX_INO | STATX_UID | STATX_GID | STATX_BTIME, &file) != 0 ||
            !S_ISFIFO(file.stx_mode))
            return;
        auto& ends = fifo(sample, file, seen.link);
        stream::add_end(ends, seen.access);
        sample.hold(descriptor_hold(ends.object, seen));
    }

    // open(2) of one end sleeps until the other is opened.
    void sleeping(Sample& sample, const SeenSleep& seen) override {
        const bool sure = seen.place == "wait_for_partner";
        if (!sure && !seen.place.empty() && seen.place != "0") return;
        fifo_open::Opening opening;
        if (!fifo_open::read(seen, opening)) {
            if (sure) ++hidden_;
            return;
        }
        if (!S_ISFIFO(opening.file.stx_mode)) return;
        SeenWait wait;
        wait.object = fifo(sample, opening.file, opening.path).object;
        wait.process = seen.process;
        wait.thread = seen.thread;
        wait.syscall = seen.syscall;
        wait.direction = opening.access;
        wait.words =
            sample.text(opening.access == Access::read ? "a writer to open it" : "a reader to open it");
        sample.wait(wait);
    }

    void end(Sample& sample) override {
        const bool all_seen = stream::all_descriptors_seen(sample);
        for (const auto& [identity, ends] : fifos_)
            stream::show_ends(sample, kind_, ends, all_seen);
        if (hidden_ > 0)
            sample.gap(kind_.index, fmt::format("which FIFOs {} threads wait to open", hidden_),
                       "CAP_SYS_PTRACE");
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        if (request.descriptors.empty())
            return failure(sees_all_ ? "nobody has it open: there is nothing in it, because a FIFO keeps its "
                                       "bytes only as long as somebody has it open"
                                     : "no process that may be looked into has a descriptor of it; it takes "
                                       "CAP_SYS_PTRACE to look into those of other users");
        FileId file;
        if (const auto marked = marked_path(request.key); marked.id) {
            file = *marked.id;
        } else {
            struct stat named {};
            // By the name's file, as the holder sees it.
            const auto& [pid, fd] = request.descriptors.front();
            if (::stat(fmt::format("/proc/{}/fd/{}", pid, fd).c_str(), &named) != 0)
                return failure(fmt::format("process {} has closed it", pid));
            file = {named.st_dev, named.st_ino};
            if (name_of_link(pid, fd) != request.key)
                return failure(fmt::format("process {} has closed it", pid));
        }
        return stream::peek(request, [=](const struct stat& seen) {
            return FileId{seen.st_dev, seen.st_ino} == file;
        });
    }

    Status act(const ActRequest& request) override { return fifo_open::remove(request, known_); }

private:
    static std::string name_of_link(pid_t pid, int fd) {
        char path[4096];
        const auto size = ::readlink(fmt::format("/proc/{}/fd/{}", pid, fd).c_str(), path, sizeof path);
        std::string_view name(path, size > 0 ? static_cast<std::size_t>(size) : 0);
        if (name.ends_with(deleted)) name.remove_suffix(deleted.size());
        return std::string(name);
    }

    // One that has a name, and that nobody may have open.
    void name(Sample& sample, const SpecialFile& file) {
        struct statx info {};
        info.stx_mode = static_cast<std::uint16_t>(file.info.st_mode);
        info.stx_dev_major = major(file.info.st_dev);
        info.stx_dev_minor = minor(file.info.st_dev);
        info.stx_ino = file.info.st_ino;
        info.stx_uid = file.info.st_uid;
        info.stx_gid = file.info.st_gid;
        const auto object = fifo(sample, info, file.path).object;
        sample.at(object).created = file.info.st_ctim.tv_sec;
    }

    stream::Ends& fifo(Sample& sample, const struct statx& file, std::string_view link) {
        const auto device = makedev(file.stx_dev_major, file.stx_dev_minor);
        const auto [place, added] = fifos_.try_emplace({device, file.stx_ino});
        if (!added) return place->second;
        const bool removed = link.ends_with(deleted);
        auto path = link;
        if (removed) path.remove_suffix(deleted.size());
        // A name may mean several: removed and made again, or in another tree of files.
        auto key = std::string(path);
        const FileId id{device, file.stx_ino};
        if (sample.find(kind_.index, key) != none_index) key = marked(path, id);
        known_.add(key, id);
        const auto object = sample.object(kind_.index, key);
        place->second.object = object;
        auto& seen = sample.at(object);
        seen.name = sample.text(path);
        seen.removed = removed;
        seen.mode = file.stx_mode & 07777;
        seen.uid = file.stx_uid;
        seen.gid = file.stx_gid;
        if ((file.stx_mask & STATX_BTIME) != 0) seen.created = file.stx_btime.tv_sec;
        sample.set_text(object, path_, path);
        sample.set_text(object, device_, fmt::format("{}:{}", file.stx_dev_major, file.stx_dev_minor));
        sample.set(object, inode_, static_cast<std::int64_t>(file.stx_ino));
        return place->second;
    }

    KindFields kind_{"fifo", "fifo"};
    std::size_t path_ = kind_["path"], device_ = kind_["device"], inode_ = kind_["inode"];
    std::map<std::pair<std::uint64_t, std::uint64_t>, stream::Ends> fifos_;  // by device and inode
    KnownFiles known_;
    std::size_t hidden_ = 0;
    bool sees_all_ = false;  // what processes have open
    SpecialFiles files_{S_IFIFO};
};

}  // namespace

std::unique_ptr<Monitor> fifo_monitor();
std::unique_ptr<Monitor> fifo_monitor() {
    return std::make_unique<FifoMonitor>();
}

}  // namespace ipcscope::mechanisms

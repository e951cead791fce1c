// Semaphores with a name: files /dev/shm/sem.NAME, whose 32 bytes hold a sem_t as glibc lays it out where a
// long has 64 bits. Who has one open has it mapped; its creator under the temporary name that the file had at
// first, so that only device and inode tell.
#include "mechanisms/named_file_monitor.h"
#include "mechanisms/posix_sem/semaphore.h"

#include <cstring>

#include <linux/futex.h>
#include <sys/syscall.h>

namespace ipcscope::mechanisms {
namespace {

constexpr std::string_view file_begin = "/dev/shm/sem.";
constexpr std::size_t temporary_length = 6;                                          // "sem.XXXXXX"
constexpr int wait_operation = 0, wait_bitset_operation = 9, operation_mask = 0x7f;  // futex(2)
constexpr int futex_wait_call = 455;  // Linux 6.7; not in the headers of the libraries yet

std::string file_of(std::string_view key) {
    return std::string(file_begin) + std::string(key.substr(1));
}

// What is in the file; nothing = not glibc's layout, or errno.
std::optional<posix_sem::Layout> read_file(int directory, const char* path) {
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    UniqueFd fd(::openat(directory, path, flags | O_NOATIME));
    if (!fd && errno == EPERM) fd.reset(::openat(directory, path, flags));
    if (!fd) return {};
    posix_sem::Layout layout{};
    if (::pread(fd.get(), &layout, sizeof layout, 0) == static_cast<ssize_t>(sizeof layout)) return layout;
    errno = EIO;
    return {};
}

class Semaphores : public Monitor {
public:
    Interests interests() const override {
        return {.mappings = true, .syscalls = {SYS_futex, futex_wait_call}};
    }

    void begin(Sample& sample) override {
        objects_.clear();
        known_.begin(sample.taken_ns());
        names_before_ = std::exchange(names_, {});
        const UniqueFd directory(::open("/dev/shm", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        struct statx status {};
        if (directory && ::statx(directory.get(), "", AT_EMPTY_PATH, wanted_facts, &status) == 0)
            our_device_ = file_id(status).device;
        const bool kept = directory && keeps_read_times(directory.get());
        const auto found = [&](std::string_view name, const struct statx& facts) {
            if (!name.starts_with("sem.")) return;
            const auto id = file_id(facts);
            const auto key = "/" + std::string(name.substr(4));
            known_.add(key, id);
            const auto object = add(sample, key, key, facts);
            set_read_time(sample, object, atime_, kept, facts);
            objects_.emplace(id, object);
            names_.emplace(id, key);
            if (facts.stx_size != sizeof(sem_t)) {
                missing(sample, object, CellState::not_available,
                        fmt::format("the file has {} bytes: it is not glibc's layout for 64 bits",
                                    std::uint64_t{facts.stx_size}));
                return;
            }
            const auto layout = read_file(directory.get(), std::string(name).c_str());
            const int code = errno;
            if (layout)
                set(sample, object, *layout), read_by(sample.at(object));
            else if (code == EACCES)
                missing(sample, object, CellState::not_permitted, "read permission of the file");
            else
                missing(sample, object, CellState::not_available, errno_name(code));
        };
        if (!directory || !each_file(directory.get(), found))
            sample.gap(kind_.index(), "semaphores with a name: /dev/shm cannot be read",
                       "a file system mounted on /dev/shm");
    }

    void mapping(Sample& sample, const SeenMapping& seen) override {
        if (!seen.shared || !seen.path.starts_with(file_begin)) return;
        const auto object = object_of(sample, seen);
        const int access = (seen.readable ? 1 : 0) + (seen.writable ? 2 : 0);
        sample.hold({.object = object,
                     .process = seen.process,
                     .kind = Hold::mapping,
                     .access = static_cast<Access>(access),
                     .detail = static_cast<std::int64_t>(seen.begin)});
    }

    void sleeping(Sample& sample, const SeenSleep& sleep) override {
        const int operation = static_cast<int>(sleep.args[1]) & operation_mask;
        if (sleep.syscall == SYS_futex && operation != wait_operation && operation != wait_bitset_operation)
            return;
        // A named one is always for several processes: whoever waits for anything else is not asked for its
        // mappings, which may be very many.
        const auto flags = sleep.syscall == SYS_futex ? sleep.args[1] : sleep.args[3];
        if ((flags & FUTEX_PRIVATE_FLAG) != 0) return;
        SeenMapping seen;
        if (!sleep.mapped(sleep.args[0], seen) || !seen.path.starts_with(file_begin)) return;
        seen.pid = sleep.pid;
        const auto limit = sleep.syscall == SYS_futex ? sleep.args[3] : sleep.args[4];
        sample.wait({.object = object_of(sample, seen),
                     .process = sleep.process,
                     .thread = sleep.thread,
                     .syscall = sleep.syscall,
                     .direction = Access::read,
                     .timed = limit != 0,
                     .words = sample.text("a post")});
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        if (!request.key.starts_with("/"))
            return failure("it has no name any more: only who has it open can read it");
        const auto path = file_of(request.key);
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) return failure("there is no " + path + " any more");
        if (!S_ISREG(status.st_mode) || status.st_size != static_cast<off_t>(sizeof(sem_t)))
            return failure(fmt::format("{} has {} bytes: it is not a semaphore in glibc's layout for 64 bits",
                                       path, status.st_size));
        const auto layout = read_file(AT_FDCWD, path.c_str());
        if (!layout) return system_failure(path + " cannot be read", "open");
        Peeked out;
        out.tier = tier_of_reading(status.st_mode, status.st_uid);
        out.how = "the file " + path + " in glibc's layout for 64 bits: value and waiters";
        out.state = {{"semaphore", List{Fields{{"value", layout->value}, {"waiters", layout->waiters}}}},
                     {"shared", layout->shared != 0}};
        return out;
    }

    Status act(const ActRequest& request) override {
        if (!request.key.starts_with("/"))
            return failure("it has no name any more: it goes with its last user");
        if (request.key.find('/', 1) != std::string::npos) return failure("this is no name of a semaphore");
        return known_.act(file_of(request.key), request);
    }

private:
    ObjectIndex add(Sample& sample, std::string_view key, std::string_view name,
                    const struct statx& status) const {
        const auto object = sample.object(kind_.index(), key);
        const auto text = sample.text(name);
        auto& seen = sample.at(object);
        seen.name = text;
        set_owner(seen, status);
        sample.set(object, mtime_, status.stx_mtime.tv_sec);
        sample.set(object, inode_, static_cast<std::int64_t>(status.stx_ino));
        return object;
    }

    void set(Sample& sample, ObjectIndex object, const posix_sem::Layout& layout) const {
        sample.set(object, value_, layout.value);
        sample.set(object, waiters_, layout.waiters);
    }

    void missing(Sample& sample, ObjectIndex object, CellState why, std::string_view words) const {
        sample.set_missing(object, value_, why, words);
        sample.set_missing(object, waiters_, why, words);
    }

    // One that is mapped, and has no name (any more) or none in our /dev/shm.
    ObjectIndex object_of(Sample& sample, const SeenMapping& seen) {
        const FileId id{seen.device, seen.inode};
        auto path = seen.path;
        const bool deleted = take_deleted(path);
        auto name = "/" + std::string(path.substr(file_begin.size()));
        if (const auto known = objects_.find(id); known != objects_.end()) {
            // Another user may know the real name.
            if (sample.at(known->second).removed && name.size() != temporary_length + 1) {
                const auto text = sample.text(name);
                sample.at(known->second).name = text;
            }
            return known->second;
        }
        // So may the sample before, from when it had one.
        if (const auto before = names_before_.find(id); before != names_before_.end()) name = before->second;
        names_.emplace(id, name);
        const auto object = sample.object(kind_.index(), inode_key(id, our_device_));
        const auto text = sample.text(name);
        auto& entry = sample.at(object);
        entry.name = text;
        entry.removed = deleted;
        sample.set(object, inode_, static_cast<std::int64_t>(id.inode));
        objects_.emplace(id, object);
        const auto file = fmt::format("/proc/{}/map_files/{:x}-{:x}", seen.pid, seen.begin, seen.end);
        struct statx status {};
        if (::statx(AT_FDCWD, file.c_str(), 0, wanted_facts, &status) == 0 && file_id(status) == id) {
            set_owner(entry, status);
            sample.set(object, mtime_, status.stx_mtime.tv_sec);
        } else {
            sample.set_missing(object, mtime_, CellState::not_permitted,
                               "only mapped, and map_files needs CAP_CHECKPOINT_RESTORE");
        }
        const auto* address = reinterpret_cast<const void*>(static_cast<std::uintptr_t>(seen.begin));
        const auto layout = posix_sem_layout(seen.pid, address);
        if (layout)
            set(sample, object, *layout);
        else
            missing(sample, object, CellState::not_permitted, "CAP_SYS_PTRACE: it is only mapped");
        return object;
    }

    static std::optional<posix_sem::Layout> posix_sem_layout(pid_t pid, const void* address) {
        auto layout = ipcscope::mechanisms::peek<posix_sem::Layout>(pid, address);
        return layout ? std::optional(*layout) : std::nullopt;
    }

    MonitorKind kind_{"posix_sem", "semaphore"};
    std::size_t value_ = kind_.field("value"), waiters_ = kind_.field("sem_waiters"),
                mtime_ = kind_.field("mtime"), atime_ = kind_.field("atime"), inode_ = kind_.field("inode");
    std::uint64_t our_device_ = 0;
    FileObjects objects_;
    KnownFiles known_;
    std::unordered_map<FileId, std::string, FileId::Hash> names_, names_before_;
};

}  // namespace

std::unique_ptr<Monitor> posix_sem_monitor();

std::unique_ptr<Monitor> posix_sem_monitor() {
    return std::make_unique<Semaphores>();
}

}  // namespace ipcscope::mechanisms

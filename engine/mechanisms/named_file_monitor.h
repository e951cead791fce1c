// What the monitors of mechanisms that keep their objects as files of a memory file system share: POSIX
// shared memory, semaphores and message queues (shm_overview(7), sem_overview(7), mq_overview(7)).
#pragma once

#include "base/unique_fd.h"
#include "mechanisms/mapped_look.h"
#include "mechanisms/monitor_kind.h"
#include "mechanisms/read_times.h"
#include "mechanisms/seen_identities.h"

#include <dirent.h>
#include <optional>
#include <unordered_map>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {

struct FileId {
    std::uint64_t device = 0, inode = 0;
    bool operator==(const FileId&) const = default;
    struct Hash {
        std::size_t operator()(const FileId& id) const {
            return id.inode * 0x9e3779b97f4a7c15ull ^ id.device;
        }
    };
};
using FileObjects = std::unordered_map<FileId, ObjectIndex, FileId::Hash>;

inline FileId file_id(const struct statx& status) {
    return {makedev(status.stx_dev_major, status.stx_dev_minor), status.stx_ino};
}

inline constexpr unsigned wanted_facts = STATX_BASIC_STATS | STATX_BTIME;

// Calls `found(name, status)` for the regular files of a directory.
template <typename F>
Status each_file(int directory, F&& found) {
    const int copy = ::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* const list = copy >= 0 ? ::fdopendir(copy) : nullptr;
    if (!list) {
        const int code = errno;
        if (copy >= 0) ::close(copy);
        return system_failure("the directory cannot be read", "opendir", code);
    }
    while (const auto* entry = ::readdir(list)) {
        struct statx status {};
        if ((entry->d_type == DT_REG || entry->d_type == DT_UNKNOWN) &&
            ::statx(directory, entry->d_name, AT_SYMLINK_NOFOLLOW, wanted_facts, &status) == 0 &&
            S_ISREG(status.stx_mode))
            found(std::string_view(entry->d_name), status);
    }
    ::closedir(list);
    return {};
}

// "[4711]": the key of what has no name (any more), or not in our directory.
inline std::string inode_key(const FileId& id, std::uint64_t our_device) {
    if (id.device == our_device) return fmt::format("[{}]", id.inode);
    return fmt::format("[{}:{}:{}]", major(id.device), minor(id.device), id.inode);
}

// Of the text behind a link, or of a line of maps.
inline bool take_deleted(std::string_view& path) {
    constexpr std::string_view ending = " (deleted)";
    if (!path.ends_with(ending)) return false;
    path.remove_suffix(ending.size());
    return true;
}

inline void set_owner(SeenObject& seen, const struct statx& status) {
    seen.uid = status.stx_uid;
    seen.gid = status.stx_gid;
    seen.mode = status.stx_mode & 07777;
    if ((status.stx_mask & STATX_BTIME) != 0) seen.created = status.stx_btime.tv_sec;
}

// Whose name it was when it was last seen, so that nothing is done to another one that has the name now.
class KnownFiles {
public:
    void begin(std::int64_t now_ns) { all_.begin(now_ns); }
    void add(const std::string& name, const FileId& id) { all_.add(name, id); }
    const FileId* find(const std::string& name) const { return all_.find(name); }  // nullptr = not known
    // Nothing = it may be acted on.
    Status check(int directory, const char* path, const std::string& name, std::int64_t seen_ns) const {
        struct statx status {};
        if (::statx(directory, path, AT_SYMLINK_NOFOLLOW, wanted_facts, &status) != 0)
            return errno == ENOENT
                       ? Status(failure(fmt::format("there is no {} any more", name)))
                       : Status(system_failure(fmt::format("{} cannot be looked at", name), "statx"));
        return check(status, name, seen_ns);
    }

    Status check(const struct statx& status, const std::string& name, std::int64_t seen_ns) const {
        return all_.check(name, seen_ns, name, [&](const FileId& then) { return then == file_id(status); });
    }

    // Of one that is open.
    Status check(int fd, const std::string& name, std::int64_t seen_ns) const {
        struct statx status {};
        if (::statx(fd, "", AT_EMPTY_PATH, wanted_facts, &status) != 0)
            return system_failure(fmt::format("{} cannot be looked at", name), "statx");
        return check(status, name, seen_ns);
    }

    // Sets its permissions, if it may be acted on. Through a descriptor that is no open of it: between a look
    // at the name and chmod(2), which follows links, anybody could put one to another file there.
    Status change_mode(int directory, const char* path, const std::string& name, std::int64_t seen_ns,
                       mode_t mode) const {
        const UniqueFd file(::openat(directory, path, O_PATH | O_NOFOLLOW | O_CLOEXEC));
        if (!file && errno == ENOENT) return failure(fmt::format("there is no {} any more", name));
        if (!file) return system_failure(fmt::format("{} cannot be looked at", name), "open");
        struct statx status {};
        if (::statx(file.get(), "", AT_EMPTY_PATH, wanted_facts, &status) != 0)
            return system_failure(fmt::format("{} cannot be looked at", name), "statx");
        if (!S_ISREG(status.stx_mode))
            return failure(
                fmt::format("{} is not the one that was seen: another one has its name now", name));
        if (auto same = check(status, name, seen_ns); !same) return same;
        if (::chmod(fmt::format("/proc/self/fd/{}", file.get()).c_str(), mode) == 0) return {};
        return system_failure("the permissions of " + name + " cannot be changed", "chmod");
    }

    // Does what is asked for to the file at `path`, if it may be acted on: removes it, or sets its
    // permissions.
    Status act(const std::string& path, const ActRequest& request) const {
        if (auto known = check(AT_FDCWD, path.c_str(), request.key, request.seen_ns); !known) return known;
        if (request.action == ActionKind::remove) {
            if (::unlink(path.c_str()) == 0) return {};
            return system_failure(path + " cannot be removed", "unlink");
        }
        const auto mode = argument_or(request.args, "mode", -1);
        if (request.action != ActionKind::permissions || mode < 0) return failure("there is no such action");
        return change_mode(AT_FDCWD, path.c_str(), request.key, request.seen_ns,
                           static_cast<mode_t>(mode & 0777));
    }

private:
    SeenIdentities<std::string, FileId> all_;
};

}  // namespace ipcscope::mechanisms

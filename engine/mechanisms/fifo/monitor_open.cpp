#include "mechanisms/fifo/monitor_open.h"

#include <algorithm>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <unistd.h>

#include <linux/openat2.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms::fifo_open {

namespace {

// The string at an address: page by page, because it may end just before memory that is not there.
std::string string_at(const SeenSleep& sleep, std::uint64_t address) {
    std::string out;
    char part[256];
    while (out.size() < 4096) {
        const auto size = std::min<std::uint64_t>(sizeof part, 4096 - (address + out.size()) % 4096);
        if (!sleep.memory(address + out.size(), part, size)) return {};
        const std::string_view seen(part, size);
        const auto end = seen.find('\0');
        out += seen.substr(0, end);
        if (end != std::string_view::npos) return out;
    }
    return {};
}

std::string link_text(const std::string& path) {
    char text[4096];
    const auto size = ::readlink(path.c_str(), text, sizeof text);
    return std::string(text, size > 0 ? static_cast<std::size_t>(size) : 0);
}

using Directory = std::unique_ptr<DIR, int (*)(DIR*)>;
Directory directory(const std::string& path) {
    return {::opendir(path.c_str()), ::closedir};
}

}  // namespace

bool read(const SeenSleep& sleep, Opening& out) {
    const bool plain = sleep.syscall == SYS_open;
    const auto address = sleep.args[plain ? 0 : 1];
    auto flags = sleep.args[plain ? 1 : 2];
    if (sleep.syscall == SYS_openat2) {
        open_how how{};
        if (!sleep.memory(flags, &how, sizeof how)) return false;
        flags = how.flags;
    }
    const auto path = string_at(sleep, address);
    if (path.empty()) return false;
    // As the process sees it: its root, its directory or the one of the descriptor.
    const auto at = plain ? AT_FDCWD : static_cast<int>(sleep.args[0]);
    const auto base = path.front() == '/' ? fmt::format("/proc/{}/root", sleep.pid)
                      : at == AT_FDCWD    ? fmt::format("/proc/{}/task/{}/cwd", sleep.pid, sleep.thread)
                                          : fmt::format("/proc/{}/fd/{}", sleep.pid, at);
    if (::statx(AT_FDCWD, (base + "/" + path).c_str(), AT_STATX_DONT_SYNC,
                STATX_TYPE | STATX_MODE | STATX_INO | STATX_UID | STATX_GID, &out.file) != 0)
        return false;
    out.path = path.front() == '/' ? path : link_text(base) + "/" + path;
    const auto mode = flags & O_ACCMODE;
    out.access = mode == O_RDONLY ? Access::read : mode == O_WRONLY ? Access::write : Access::both;
    return true;
}

Status remove(const ActRequest& request) {
    if (request.action != ActionKind::remove) return failure("there is no such action");
    const auto& path = request.key;
    struct stat file {};
    if (::lstat(path.c_str(), &file) != 0) return system_failure(path, "lstat");
    if (!S_ISFIFO(file.st_mode)) return failure(path + " is no FIFO");
    bool all_seen = true;
    const auto processes = directory("/proc");
    while (const auto* process = processes ? ::readdir(processes.get()) : nullptr) {
        const auto pid = std::strtol(process->d_name, nullptr, 10);
        if (pid <= 0) continue;
        const auto folder = fmt::format("/proc/{}/fd", pid);
        const auto descriptors = directory(folder);
        if (!descriptors && errno == EACCES) all_seen = false;
        while (const auto* entry = descriptors ? ::readdir(descriptors.get()) : nullptr) {
            // Also of files whose server does not answer: as they are known.
            struct statx seen {};
            if (::statx(AT_FDCWD, (folder + "/" + entry->d_name).c_str(), AT_STATX_DONT_SYNC,
                        STATX_TYPE | STATX_INO, &seen) == 0 &&
                S_ISFIFO(seen.stx_mode) && makedev(seen.stx_dev_major, seen.stx_dev_minor) == file.st_dev &&
                seen.stx_ino == file.st_ino)
                return failure(fmt::format("{} is in use: process {} has it open", path, pid));
        }
    }
    // Of others' processes nothing is known: then only what is the user's own is removed.
    if (!all_seen && file.st_uid != ::geteuid())
        return failure(path +
                       " belongs to another user, whose processes may not be looked into: it takes "
                       "CAP_SYS_PTRACE");
    if (::unlink(path.c_str()) != 0) return system_failure(path, "unlink");
    return {};
}

}  // namespace ipcscope::mechanisms::fifo_open

#include "base/unique_fd.h"
#include "mechanisms/file/files.h"
#include "mechanisms/mapping.h"
#include "mechanisms/memory_look.h"

#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sched.h>
#include <unistd.h>

#include <sys/syscall.h>
#include <sys/wait.h>

namespace ipcscope::mechanisms::files {

namespace {

// --- contents ---

struct Look {
    int fd;
    char* to;
    std::size_t size;
    ssize_t got;
    int err;
};

std::string read_all(int fd, ssize_t& got) {
    std::string out(max_looked_at, '\0');
    got = ::pread(fd, out.data(), out.size(), 0);
    out.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return out;
}

int look_as_child(void* argument) {
    auto& look = *static_cast<Look*>(argument);
    char path[64];
    std::snprintf(path, sizeof path, "/proc/self/fd/%d", look.fd);
    const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
    look.got = fd < 0 ? -1 : ::pread(fd, look.to, look.size, 0);
    look.err = errno;
    ::_exit(0);
}

// Through a descriptor that is open for writing only. A second one, opened and closed here, would cost this
// process all its fcntl locks on the file (fcntl(2)): a child has it, with this memory but its own files.
std::string read_beside(int fd, std::string& note) {
    alignas(16) static char stack[std::size_t{64} << 10];
    std::string out(max_looked_at, '\0');
    Look look{fd, out.data(), out.size(), -1, 0};
    const pid_t child = ::clone(look_as_child, stack + sizeof stack, CLONE_VM | CLONE_VFORK, &look);
    if (child < 0) look.err = errno;
    if (child > 0) ::waitpid(child, nullptr, __WALL);
    if (look.got < 0) note = fmt::format("the contents cannot be read: {}", errno_name(look.err));
    out.resize(static_cast<std::size_t>(std::max<ssize_t>(look.got, 0)));
    return out;
}

// --- state ---

Fields facts(const struct stat& status, std::string contents, List locks, std::string note) {
    return {{"contents", std::move(contents)}, {"size", status.st_size},          {"links", status.st_nlink},
            {"locks", std::move(locks)},       {"mode", status.st_mode & 07777u}, {"uid", status.st_uid},
            {"inode", status.st_ino},          {"mtime", status.st_mtime},        {"note", std::move(note)}};
}

Result<Fields> observe_file(int fd) {
    struct stat status {};
    if (::fstat(fd, &status) != 0) return system_failure("looking at the file", "fstat");
    std::string note, contents;
    const int flags = ::fcntl(fd, F_GETFL);
    ssize_t got = 0;
    if ((flags & O_ACCMODE) == O_WRONLY) {
        contents = read_beside(fd, note);
    } else {
        contents = read_all(fd, got);
        if (got < 0) note = fmt::format("the contents cannot be read: {}", errno_name(errno));
    }
    if (note.empty() && static_cast<std::int64_t>(contents.size()) < status.st_size)
        note = fmt::format("the first {} of {} bytes", contents.size(), status.st_size);
    return facts(status, std::move(contents), locks_on(fd), std::move(note));
}

// No descriptor is left, only a mapping: what is known of it stands in /proc/PID/maps.
Result<Fields> observe_mapping(pid_t process, std::int64_t native) {
    const auto address = static_cast<std::uintptr_t>(native);
    std::ifstream maps(fmt::format("/proc/{}/maps", process));
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t begin = 0, end = 0, offset = 0;
        int path = 0;
        const int fields =
            std::sscanf(line.c_str(), "%lx-%lx %*4s %lx %*s %*u %n", &begin, &end, &offset, &path);
        if (fields < 3 || begin != address) continue;
        struct stat status {};
        std::string note = "no descriptor is open: locks are not shown";
        if (path == 0 || ::stat(line.c_str() + path, &status) != 0)
            note += "; the file has no name any more, its size is not known";
        std::string contents;
        if (offset == 0) {
            auto looked = look_at_memory(process, begin, end - begin);
            if (!looked) return tl::unexpected(looked.error());
            contents = std::move(*looked);
        }
        if (status.st_size == 0) status.st_size = static_cast<off_t>(contents.size());
        contents.resize(std::min(contents.size(), static_cast<std::size_t>(status.st_size)));
        return facts(status, std::move(contents), {}, std::move(note));
    }
    return failure("not mapped in this process any more");
}

}  // namespace

Result<Fields> observe(std::string_view handle, std::int64_t native) {
    if (handle == "mapping") return observe_mapping(::getpid(), native);
    const int fd = static_cast<int>(native);
    return handle == "inotify" ? observe_inotify(fd) : observe_file(fd);
}

Result<Fields> observe_in(pid_t process, std::string_view handle, std::int64_t native) {
    if (handle == "mapping") return observe_mapping(process, native);
    // Taken, asked and closed at once: while we hold it, the last close of its owner has no effect.
    const UniqueFd there(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    const UniqueFd fd(static_cast<int>(::syscall(SYS_pidfd_getfd, there.get(), static_cast<int>(native), 0)));
    if (!fd) return system_failure("looking at a descriptor of a busy process", "pidfd_getfd");
    return observe(handle, fd.get());
}

}  // namespace ipcscope::mechanisms::files

#include "mechanisms/named_file_monitor.h"
#include "mechanisms/posix_shm/look.h"
#include "mechanisms/posix_shm/memory.h"

#include <cstdio>
#include <optional>

namespace ipcscope::mechanisms::posix_shm {
namespace {

// Of what has no name (any more): which file it is.
struct WantedMemory {
    bool named = false;  // of /dev/shm; else a memory file, whose device is not in its key
    std::uint64_t inode = 0;
    std::optional<std::uint64_t> device;  // as makedev(3) has it

    bool is(int fd, const char* link) const {
        struct stat status {};
        return ::fstat(fd, &status) == 0 && is(status, link);
    }
    // `link`: of /proc, which leads to it.
    bool is(const struct stat& status, const char* link) const {
        if (status.st_ino != inode || !S_ISREG(status.st_mode)) return false;
        if (named) return device && *device == status.st_dev;
        char path[64];
        const auto size = ::readlink(link, path, sizeof path);
        const std::string_view name(path, size > 0 ? static_cast<std::size_t>(size) : 0);
        return status.st_nlink == 0 && name.starts_with("/memfd:");
    }
};

// "4711" (a memory file), "[4711]" (on the device of /dev/shm), "[0:27:4711]".
WantedMemory wanted_of(const std::string& key, bool named) {
    WantedMemory out;
    out.named = named;
    unsigned high = 0, low = 0;
    unsigned long long inode = 0;
    if (std::sscanf(key.c_str(), "[%u:%u:%llu]", &high, &low, &inode) == 3) {
        out.device = makedev(high, low);
    } else if (std::sscanf(key.c_str(), named ? "[%llu]" : "%llu", &inode) == 1 && named) {
        struct stat directory {};
        if (::stat("/dev/shm", &directory) == 0) out.device = directory.st_dev;
    }
    out.inode = inode;
    return out;
}

// Without touching the time of the last access, where that is allowed.
UniqueFd open_quietly(const std::string& path) {
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const int fd = ::open(path.c_str(), flags | O_NOATIME);
    return UniqueFd(fd >= 0 || errno != EPERM ? fd : ::open(path.c_str(), flags));
}

UniqueFd through_holder(const PeekRequest& request, const WantedMemory& wanted, pid_t& pid) {
    for (const auto& [holder, number] : request.descriptors) {
        if (number < 0) continue;
        const auto path = fmt::format("/proc/{}/fd/{}", holder, number);
        struct stat status {};  // the number may be another file's by now, which an open could disturb
        if (::stat(path.c_str(), &status) != 0 || !wanted.is(status, path.c_str())) continue;
        constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
        UniqueFd fd(::open(path.c_str(), flags | O_NOATIME));
        if (!fd) fd.reset(::open(path.c_str(), flags));
        pid = holder;
        if (fd && wanted.is(fd.get(), path.c_str())) return fd;
    }
    return {};
}

Result<std::string> read_part(int fd, std::uint64_t size, const PeekRequest& request) {
    const auto offset = std::min(request.offset, size);
    std::string bytes(std::min<std::uint64_t>(request.limit, size - offset), '\0');
    const auto got = ::pread(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (got < 0) return system_failure("the shared memory cannot be read", "pread");
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

Result<Peeked> look_at_file(int fd, const PeekRequest& request, Peeked out) {
    struct stat status {};
    if (::fstat(fd, &status) != 0) return system_failure("the shared memory cannot be looked at", "fstat");
    const auto size = static_cast<std::uint64_t>(status.st_size);
    auto bytes = read_part(fd, size, request);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->size() < size)
        out.note =
            fmt::format("{} of {} bytes, from {} on", bytes->size(), size, std::min(request.offset, size));
    out.state = facts(status);
    if (const int seals = ::fcntl(fd, F_GET_SEALS); seals >= 0) out.state.emplace_back("seals", seals);
    out.state.emplace_back("contents", std::move(*bytes));
    out.state.emplace_back("note", out.note);
    return out;
}

Result<Peeked> look_at_mapping(const PeekRequest& request, const WantedMemory& wanted) {
    if (wanted.named && !wanted.device) return failure("this is no name of a shared memory object");
    const auto parts = mapped_parts({.path_begin = wanted.named ? "/dev/shm/" : "/memfd:",
                                     .inode = wanted.inode,
                                     .device = wanted.device});
    if (parts.empty()) return failure("nobody has it open or mapped any more, or lets this user see it");
    Peeked out;
    pid_t pid = 0;
    if (const auto file = mapped_file(parts, pid);
        file && wanted.is(file.get(), fmt::format("/proc/self/fd/{}", file.get()).c_str())) {
        out.tier = Tier::privileged;
        out.how = fmt::format("the file behind a mapping of process {}, opened for reading", pid);
        return look_at_file(file.get(), request, std::move(out));
    }
    std::uint64_t end = 0;
    for (const auto& part : parts)
        end = std::max(end, part.offset + (part.end - part.begin));
    const auto offset = std::min(request.offset, end);
    std::string bytes(std::min<std::uint64_t>(request.limit, end - offset), '\0');
    if (!read_mapped(parts, offset, bytes, out.note))
        return failure("those who have it mapped do not let this user look into them");
    out.tier = memory_tier();
    out.how = "the memory of processes that have it mapped";
    if (out.note.empty())
        out.note = fmt::format("{} bytes, from {} on, as far as it is mapped", bytes.size(), offset);
    out.state = {{"contents", std::move(bytes)}, {"note", out.note}};
    return out;
}

}  // namespace

Result<Peeked> look_into(const PeekRequest& request, bool named) {
    Peeked out;
    if (named && request.key.starts_with("/")) {
        const auto path = file_of(request.key);
        if (path.empty()) return failure("this is no name of a shared memory object");
        // Whoever asks may have typed the name: to open a FIFO would wake a writer, which is then killed.
        struct stat named_file {};
        if (::lstat(path.c_str(), &named_file) == 0 && !S_ISREG(named_file.st_mode))
            return failure(path + " is not shared memory");
        const auto fd = open_quietly(path);
        if (!fd && errno == ENOENT) return failure("there is no " + path + " any more");
        if (!fd) return system_failure(path + " cannot be opened for reading", "open");
        struct stat status {};
        if (::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode))
            return failure(path + " is not shared memory");
        out.how = "the file " + path + ", opened for reading";
        out.tier = tier_of_reading(status.st_mode, status.st_uid);
        return look_at_file(fd.get(), request, std::move(out));
    }
    const auto wanted = wanted_of(request.key, named);
    pid_t pid = 0;
    if (const auto fd = through_holder(request, wanted, pid); fd) {
        out.tier = memory_tier();
        out.how = fmt::format("opened for reading through a descriptor of process {}", pid);
        return look_at_file(fd.get(), request, std::move(out));
    }
    return look_at_mapping(request, wanted);
}

}  // namespace ipcscope::mechanisms::posix_shm

#include "base/unique_fd.h"
#include "mechanisms/memory_look.h"
#include "mechanisms/posix_shm/memory.h"

#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace ipcscope::mechanisms::posix_shm {
namespace {

Result<Fields> state_of(int fd) {
    struct stat status {};
    if (::fstat(fd, &status) != 0) return system_failure("looking at shared memory", "fstat");
    auto out = facts(status);
    const int seals = ::fcntl(fd, F_GET_SEALS);
    if (seals >= 0) out.emplace_back("seals", seals);
    std::string bytes(std::min<std::size_t>(static_cast<std::size_t>(status.st_size), max_looked_at), '\0');
    const auto got = ::pread(fd, bytes.data(), bytes.size(), 0);
    if (got < 0) return system_failure("reading shared memory", "pread");
    bytes.resize(static_cast<std::size_t>(got));
    std::string note;
    if (got < status.st_size) note = fmt::format("the first {} of {} bytes", got, status.st_size);
    out.emplace_back("contents", std::move(bytes));
    out.emplace_back("note", std::move(note));
    return out;
}

// One line of /proc/PID/maps.
struct Range {
    std::uintptr_t begin = 0, end = 0, offset = 0;
    bool shared = false;
};

Result<Range> range_at(pid_t process, std::uintptr_t address) {
    std::ifstream maps(fmt::format("/proc/{}/maps", process));
    Range range;
    for (std::string line; std::getline(maps, line);) {
        char rights[5] = {};
        if (std::sscanf(line.c_str(), "%lx-%lx %4s %lx", &range.begin, &range.end, rights, &range.offset) ==
                4 &&
            range.begin == address) {
            range.shared = rights[3] == 's';
            return range;
        }
    }
    return failure("it is not mapped any more, or its process does not admit a look");
}

// The whole object, if this user may open it through the mapping; else what is mapped of it.
Result<Fields> state_of_mapping(pid_t process, std::uintptr_t address) {
    const auto range = range_at(process, address);
    if (!range) return tl::unexpected(range.error());
    const auto path = fmt::format("/proc/{}/map_files/{:x}-{:x}", process, range->begin, range->end);
    if (range->shared)
        if (const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)); fd) return state_of(fd.get());
    auto bytes = look_at_memory(process, range->begin, range->end - range->begin);
    if (!bytes) return tl::unexpected(bytes.error());
    return Fields{{"contents", std::move(*bytes)},
                  {"note", fmt::format("{} bytes are mapped, from {} of the object on",
                                       range->end - range->begin, range->offset)}};
}

}  // namespace

Result<Fields> observe(std::string_view handle, std::int64_t native) {
    if (handle == "mapping") return state_of_mapping(::getpid(), static_cast<std::uintptr_t>(native));
    return state_of(static_cast<int>(native));
}

Result<Fields> observe_in(pid_t process, std::string_view handle, std::int64_t native) {
    if (handle == "mapping") return state_of_mapping(process, static_cast<std::uintptr_t>(native));
    const UniqueFd fd(::open(fmt::format("/proc/{}/fd/{}", process, native).c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) return system_failure("looking at a descriptor of a busy process", "open");
    return state_of(fd.get());
}

}  // namespace ipcscope::mechanisms::posix_shm

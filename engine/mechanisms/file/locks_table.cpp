#include "mechanisms/file/files.h"

#include <fmt/format.h>
#include <fstream>
#include <sstream>

#include <sys/sysmacros.h>

namespace ipcscope::mechanisms::files {

namespace {

// A file as /proc/locks names it: the device of its file system, which is not everywhere that of stat(2)
// (overlayfs, btrfs).
struct Place {
    unsigned major_number = 0, minor_number = 0;
    std::uint64_t inode = 0;
};

bool device_of_mount(int wanted, Place& out) {
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream in(line);
        int id = 0, parent = 0;
        char colon = 0;
        if (in >> id >> parent >> out.major_number >> colon >> out.minor_number && id == wanted) return true;
    }
    return false;
}

bool place_of(int fd, Place& out) {
    std::ifstream about(fmt::format("/proc/self/fdinfo/{}", fd));
    int mount = -1;
    for (std::string line; std::getline(about, line);) {
        if (line.rfind("mnt_id:", 0) == 0) mount = std::atoi(line.c_str() + 7);
        if (line.rfind("ino:", 0) == 0) out.inode = std::strtoull(line.c_str() + 4, nullptr, 10);
    }
    struct stat status {};
    if (out.inode == 0 || mount < 0 || !device_of_mount(mount, out)) {
        if (::fstat(fd, &status) != 0) return false;
        out = {major(status.st_dev), minor(status.st_dev), status.st_ino};
    }
    return true;
}

// "1: -> POSIX  ADVISORY  WRITE 1234 fe:00:4711 0 EOF"; the arrow: it waits for the lock above it.
bool parse(const std::string& line, const Place& place, Fields& out) {
    std::istringstream in(line);
    std::string number, kind, advisory, type, where, end;
    long pid = 0;
    std::int64_t start = 0;
    if (!(in >> number >> kind)) return false;
    const bool waits = kind == "->";
    if (waits) in >> kind;
    if (!(in >> advisory >> type >> pid >> where >> start >> end)) return false;
    if (where != fmt::format("{:02x}:{:02x}:{}", place.major_number, place.minor_number, place.inode))
        return false;
    out = {{"kind", kind},
           {"type", type},
           {"waits", waits},
           {"pid", std::max(pid, -1L)},
           {"start", start},
           {"end", end == "EOF" ? std::numeric_limits<std::int64_t>::max() : std::atoll(end.c_str())}};
    return true;
}

}  // namespace

List locks_on(int fd) {
    constexpr std::size_t most = 256;
    Place place;
    List out;
    if (!place_of(fd, place)) return out;
    std::ifstream locks("/proc/locks");
    Fields one;
    for (std::string line; std::getline(locks, line) && out.size() < most;)
        if (parse(line, place, one)) out.emplace_back(one);
    return out;
}

}  // namespace ipcscope::mechanisms::files

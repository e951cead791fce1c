#include "mechanisms/file/files.h"
#include "mechanisms/stream_calls.h"

#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sstream>
#include <unistd.h>

#include <sys/inotify.h>
#include <sys/ioctl.h>

namespace ipcscope::mechanisms::files {

namespace {

// What this process watches: paths by watch descriptor, by descriptor of the instance. The kernel keeps the
// inodes only.
std::map<int, std::map<int, std::string>>& watches() {
    static std::map<int, std::map<int, std::string>> all;
    return all;
}

}  // namespace

void inotify_init(Call& call) {
    const int fd =
        static_cast<int>(call.run([&] { return ::inotify_init1(static_cast<int>(call.integer("flags"))); }));
    if (!call.ok()) return;
    // All instances share one inode: who made it, where and when names this one.
    call.opened(
        "inotify",
        {.kind = "inotify", .native = fd, .key = fmt::format("inotify:{}:{}:{}", ::getpid(), fd, now_ns())});
    watches().erase(fd);
}

void add_watch(Call& call) {
    const int fd = call.fd("inotify");
    const auto& path = call.bytes("path");
    const auto mask = static_cast<std::uint32_t>(call.integer("events") | call.integer("options"));
    const auto wd = call.run([&] { return ::inotify_add_watch(fd, path.c_str(), mask); });
    if (call.ok()) watches()[fd][static_cast<int>(wd)] = path;
}

void remove_watch(Call& call) {
    const int fd = call.fd("inotify");
    const int wd = static_cast<int>(call.integer("watch"));
    call.run([&] { return ::inotify_rm_watch(fd, wd); });
    if (call.ok()) watches()[fd].erase(wd);
}

void read_events(Call& call) {
    const int fd = call.fd("inotify");
    const auto size = static_cast<std::size_t>(call.integer("size"));
    char* buffer = stream::scratch(size);
    const auto n = call.run([&] { return ::read(fd, buffer, size); });
    if (n < 0) return;
    List events;
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(n);) {
        inotify_event event{};
        std::memcpy(&event, buffer + at, sizeof event);
        const char* name = buffer + at + sizeof event;
        events.push_back(Fields{{"watch", event.wd},
                                {"mask", event.mask},
                                {"name", std::string(name, ::strnlen(name, event.len))},
                                {"cookie", event.cookie}});
        at += sizeof event + event.len;
    }
    call.result("events", std::move(events));
}

void forget_watches(int fd) {
    watches().erase(fd);
}

// "inotify wd:1 ino:4711 sdev:800001 mask:fff ..." per watch (proc(5)); inode and device are hexadecimal.
Result<Fields> observe_inotify(int fd) {
    int pending = 0;
    if (::ioctl(fd, FIONREAD, &pending) != 0) return system_failure("counting events", "ioctl");
    const auto known = watches().find(fd);
    List list;
    std::ifstream about(fmt::format("/proc/self/fdinfo/{}", fd));
    for (std::string line; std::getline(about, line);) {
        unsigned wd = 0;
        unsigned long inode = 0, device = 0, mask = 0;
        if (std::sscanf(line.c_str(), "inotify wd:%x ino:%lx sdev:%lx mask:%lx", &wd, &inode, &device,
                        &mask) != 4)
            continue;
        std::string path;
        if (known != watches().end())
            if (const auto found = known->second.find(static_cast<int>(wd)); found != known->second.end())
                path = found->second;
        list.push_back(Fields{{"watch", wd}, {"path", path}, {"mask", mask}, {"inode", inode}});
    }
    return Fields{{"pending", pending}, {"watches", std::move(list)}};
}

}  // namespace ipcscope::mechanisms::files

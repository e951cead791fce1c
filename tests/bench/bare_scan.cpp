#include "bench/bare_scan.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <initializer_list>
#include <netinet/in.h>
#include <unistd.h>

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace ipcscope::bench {
namespace {

char buffer[1 << 18];

std::size_t read_lines(int directory, const char* path) {
    const int file = openat(directory, path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    std::size_t lines = 0;
    for (ssize_t got = 0; (got = read(file, buffer, sizeof buffer)) > 0;)
        for (const char* at = buffer; (at = static_cast<const char*>(std::memchr(
                                           at, '\n', static_cast<std::size_t>(buffer + got - at))));
             ++at)
            ++lines;
    close(file);
    return lines;
}

template <typename Request>
std::size_t dump(const Request& body) {
    const int netlink = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    struct {
        nlmsghdr head;
        Request body;
    } request{};
    request.head.nlmsg_len = sizeof request;
    request.head.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.head.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.body = body;
    std::size_t found = 0;
    if (send(netlink, &request, sizeof request, 0) > 0) {
        for (bool more = true; more;) {
            auto got = recv(netlink, buffer, sizeof buffer, 0);
            if (got <= 0) break;
            auto left = static_cast<unsigned>(got);
            for (auto* head = reinterpret_cast<nlmsghdr*>(buffer); NLMSG_OK(head, left);
                 head = NLMSG_NEXT(head, left)) {
                more = head->nlmsg_type != NLMSG_DONE && head->nlmsg_type != NLMSG_ERROR;
                found += more;
            }
        }
    }
    close(netlink);
    return found;
}

std::size_t sockets() {
    unix_diag_req local{};
    local.sdiag_family = AF_UNIX;
    local.udiag_states = ~0u;
    local.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_VFS | UDIAG_SHOW_PEER | UDIAG_SHOW_ICONS |
                       UDIAG_SHOW_RQLEN | UDIAG_SHOW_UID;
    auto found = dump(local);
    for (const auto family : {AF_INET, AF_INET6})
        for (const auto protocol : {IPPROTO_TCP, IPPROTO_UDP}) {
            inet_diag_req_v2 inet{};
            inet.sdiag_family = static_cast<__u8>(family);
            inet.sdiag_protocol = static_cast<__u8>(protocol);
            inet.idiag_states = ~0u;
            found += dump(inet);
        }
    return found;
}

void scan_process(int proc, const char* pid, Scanned& out) {
    const int directory = openat(proc, pid, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return;
    ++out.processes;
    read_lines(directory, "stat");
    read_lines(directory, "cmdline");
    read_lines(directory, "status");
    for (const char* space : {"ns/ipc", "ns/net", "ns/pid"})
        if (readlinkat(directory, space, buffer, sizeof buffer) < 0) continue;
    const int fds = openat(directory, "fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (DIR* all = fds < 0 ? nullptr : fdopendir(fds)) {
        while (const auto* item = readdir(all)) {
            if (item->d_name[0] == '.') continue;
            const auto got = readlinkat(fds, item->d_name, buffer, sizeof buffer);
            if (got <= 0) continue;
            ++out.descriptors;
            struct stat info {};  // which end of a pipe it is
            if (std::memcmp(buffer, "socket:", 7) != 0)
                fstatat(fds, item->d_name, &info, AT_SYMLINK_NOFOLLOW);
        }
        closedir(all);
    }
    out.mappings += read_lines(directory, "maps");
    const int tasks = openat(directory, "task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (DIR* all = tasks < 0 ? nullptr : fdopendir(tasks)) {
        while (const auto* item = readdir(all)) {
            if (item->d_name[0] == '.') continue;
            char path[300];
            std::snprintf(path, sizeof path, "%s/syscall", item->d_name);
            out.threads += read_lines(tasks, path);
        }
        closedir(all);
    }
    close(directory);
}

}  // namespace

Scanned bare_scan() {
    Scanned out;
    for (const char* path : {"/proc/sysvipc/msg", "/proc/sysvipc/sem", "/proc/sysvipc/shm", "/proc/locks"})
        out.rows += read_lines(AT_FDCWD, path);
    if (DIR* queues = opendir("/dev/mqueue")) {
        while (const auto* item = readdir(queues))
            if (item->d_name[0] != '.') out.rows += read_lines(dirfd(queues), item->d_name);
        closedir(queues);
    }
    out.sockets = sockets();
    const int proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (DIR* all = proc < 0 ? nullptr : fdopendir(proc)) {
        while (const auto* item = readdir(all))
            if (item->d_name[0] >= '1' && item->d_name[0] <= '9') scan_process(proc, item->d_name, out);
        closedir(all);
    }
    return out;
}

}  // namespace ipcscope::bench

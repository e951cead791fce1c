#include "mechanisms/sock_diag.h"

#include "base/try_thread.h"
#include "mechanisms/unread_spaces.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <netinet/tcp.h>
#include <sched.h>

#include <linux/capability.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace ipcscope::mechanisms::diag {

namespace {

UniqueFd netlink() {
    return UniqueFd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
}

SpaceLink link_here(std::uint64_t space, bool own) {
    SpaceLink out{.space = space, .own = own, .link = netlink()};
    if (!out.link) out.error = errno;
    return out;
}

// Processes by network namespace.
using Members = std::map<std::uint64_t, std::vector<pid_t>>;

// Enters the namespace of the process, if it is still that one; false: it could not be.
bool enter(pid_t pid, std::uint64_t space) {
    const UniqueFd fd(::open(fmt::format("/proc/{}/ns/net", pid).c_str(), O_RDONLY | O_CLOEXEC));
    struct stat seen {};
    return fd && ::fstat(fd.get(), &seen) == 0 && seen.st_ino == space &&
           ::setns(fd.get(), CLONE_NEWNET) == 0;
}

// Links to those that can be entered. A thread of its own goes there: it need not find the way back.
std::vector<SpaceLink> links_to(const Members& others, Members& unseen) {
    std::vector<SpaceLink> out;
    auto there = try_thread([&] {
        for (const auto& [space, members] : others) {
            const auto in = [&, wanted = space](pid_t pid) { return enter(pid, wanted); };
            if (std::any_of(members.begin(), members.end(), in))
                out.push_back(link_here(space, false));
            else
                unseen.emplace(space, members);
        }
    });
    if (there.joinable())
        there.join();
    else
        unseen = others;
    return out;
}

std::string processes(std::size_t count) {
    return count == 1 ? "1 process" : fmt::format("{} processes", count);
}

}  // namespace

std::vector<SpaceLink> open_links(Sample& sample, std::size_t kind) {
    std::vector<SpaceLink> out;
    const auto own = sample.net_namespace();
    out.push_back(link_here(own, true));
    Members others, unseen;
    for (const auto& process : sample.processes())
        if (process.net_namespace != 0 && process.net_namespace != own)
            others[process.net_namespace].push_back(process.pid);
    tell_unread_spaces(sample, "sockets of other network namespaces",
                       unread_spaces(sample, &SeenProcess::net_namespace, "net"));
    if (others.empty()) return out;
    const bool allowed = sample.capable(CAP_SYS_ADMIN);
    if (allowed) {
        for (auto& link : links_to(others, unseen))
            out.push_back(std::move(link));
    } else {
        unseen = std::move(others);
    }
    if (unseen.empty()) return out;
    std::size_t count = 0;
    for (const auto& [space, members] : unseen)
        count += members.size();
    sample.gap(kind,
               fmt::format("sockets in {}, with {} in {}",
                           unseen.size() == 1 ? "another network namespace"
                                              : fmt::format("{} other network namespaces", unseen.size()),
                           processes(count), unseen.size() == 1 ? "it" : "them"),
               allowed ? "" : "CAP_SYS_ADMIN");
    return out;
}

std::vector<SpaceLink> open_all_links(bool& complete) {
    std::vector<SpaceLink> out;
    struct stat own {};
    const bool known = ::stat("/proc/thread-self/ns/net", &own) == 0;
    out.push_back(link_here(known ? own.st_ino : 0, true));
    Members others, unseen;
    // The first process is always there: if even that one is hidden, or may not be looked into, so may
    // others.
    struct stat first {};
    complete = known && ::stat("/proc/1/ns/net", &first) == 0;
    const std::unique_ptr<DIR, int (*)(DIR*)> proc(::opendir("/proc"), ::closedir);
    while (const auto* entry = proc ? ::readdir(proc.get()) : nullptr) {
        const auto pid = static_cast<pid_t>(std::strtol(entry->d_name, nullptr, 10));
        struct stat seen {};
        if (pid <= 0) continue;
        if (::stat(fmt::format("/proc/{}/ns/net", pid).c_str(), &seen) != 0) {
            complete = complete && errno != EACCES && errno != EPERM;
            continue;
        }
        if (seen.st_ino != own.st_ino) others[seen.st_ino].push_back(pid);
    }
    if (others.empty()) return out;
    for (auto& link : links_to(others, unseen))
        out.push_back(std::move(link));
    complete = complete && unseen.empty();
    return out;
}

Status dump(int link, const void* request, std::size_t size, std::string& answer) {
    answer.clear();
    if (::send(link, request, size, 0) != static_cast<ssize_t>(size))
        return system_failure("asking for sockets", "send");
    char part[64 << 10];  // the kernel fills at most 32 KiB at once
    while (true) {
        const auto got = ::recv(link, part, sizeof part, 0);
        if (got < 0 && errno == EINTR) continue;  // the kernel answers at once
        if (got <= 0) return system_failure("reading the list of sockets", "recv");
        // Only the last message of a dump is of another type.
        const std::string_view all(part, static_cast<std::size_t>(got));
        for (std::size_t used = 0;;) {
            const auto rest = all.substr(used);
            const auto head = read_at<nlmsghdr>(rest);
            const bool fits = head.nlmsg_len >= sizeof(nlmsghdr) && head.nlmsg_len <= rest.size();
            if (fits && (head.nlmsg_type == NLMSG_ERROR || head.nlmsg_type == NLMSG_DONE)) {
                // Both begin with an errno, negated; 0 = the end of all.
                const auto code = read_at<int>(rest, sizeof head);
                answer.append(all.substr(0, used));
                if (code < 0) return system_failure("asking for sockets", "sock_diag", -code);
                return {};
            }
            if (!fits) {
                answer.append(all.substr(0, used));
                break;
            }
            used = std::min(all.size(), used + aligned(head.nlmsg_len));
        }
    }
}

namespace {

template <typename Body>
struct Request {
    nlmsghdr head;
    Body body;
};

template <typename Body>
Request<Body> dump_request() {
    Request<Body> out{};
    out.head.nlmsg_len = sizeof out;
    out.head.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    out.head.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    return out;
}

}  // namespace

Status dump_unix(int link, std::string& answer) {
    auto request = dump_request<unix_diag_req>();
    request.body.sdiag_family = AF_UNIX;
    request.body.udiag_states = ~0u;
    request.body.udiag_show =
        UDIAG_SHOW_NAME | UDIAG_SHOW_VFS | UDIAG_SHOW_PEER | UDIAG_SHOW_RQLEN | UDIAG_SHOW_UID;
    return dump(link, &request, sizeof request, answer);
}

Status dump_unix_waiting(int link, std::string& answer) {
    auto request = dump_request<unix_diag_req>();
    request.body.sdiag_family = AF_UNIX;
    request.body.udiag_states = 1u << TCP_LISTEN;
    request.body.udiag_show = UDIAG_SHOW_ICONS;
    return dump(link, &request, sizeof request, answer);
}

Status dump_inet(int link, int family, int protocol, std::string& answer) {
    auto request = dump_request<inet_diag_req_v2>();
    request.body.sdiag_family = static_cast<std::uint8_t>(family);
    request.body.sdiag_protocol = static_cast<std::uint8_t>(protocol);
    request.body.idiag_states = ~0u;
    request.body.idiag_ext = 1u << (INET_DIAG_SKMEMINFO - 1);
    return dump(link, &request, sizeof request, answer);
}

Status dump_tcp(int link, std::string& answer) {
    auto request = dump_request<inet_diag_req>();
    request.head.nlmsg_type = TCPDIAG_GETSOCK;
    request.body.idiag_family = AF_INET;  // is not looked at: all are told
    request.body.idiag_states = ~0u;
    request.body.idiag_ext = 1u << (INET_DIAG_SKMEMINFO - 1);
    return dump(link, &request, sizeof request, answer);
}

UnixSocket unix_socket(const unix_diag_msg& head, std::string_view attributes) {
    UnixSocket out;
    out.inode = head.udiag_ino;
    out.type = head.udiag_type;
    out.state = head.udiag_state;
    out.cookie = head.udiag_cookie[0] | std::uint64_t{head.udiag_cookie[1]} << 32;
    each_attribute(attributes, [&](unsigned type, std::string_view value) {
        switch (type) {
            case UNIX_DIAG_NAME:
                // A path has the NUL of its string in it.
                if (!value.empty() && value.front() != '\0' && value.back() == '\0') value.remove_suffix(1);
                out.name = value;
                break;
            case UNIX_DIAG_VFS:
                out.has_file = true;
                out.file_inode = read_at<unix_diag_vfs>(value).udiag_vfs_ino;
                out.file_device = read_at<unix_diag_vfs>(value).udiag_vfs_dev;
                break;
            case UNIX_DIAG_PEER: out.peer = read_at<std::uint32_t>(value); break;
            case UNIX_DIAG_ICONS: out.waiting = value; break;
            case UNIX_DIAG_RQLEN:
                out.has_queues = true;
                out.receive = read_at<unix_diag_rqlen>(value).udiag_rqueue;
                out.send = read_at<unix_diag_rqlen>(value).udiag_wqueue;
                break;
            case UNIX_DIAG_SHUTDOWN: out.shutdown = read_at<std::uint8_t>(value); break;
            case UNIX_DIAG_UID: out.uid = read_at<std::uint32_t>(value); break;
            default: break;
        }
    });
    return out;
}

InetSocket inet_socket(const inet_diag_msg& head, std::string_view attributes) {
    InetSocket out;
    out.family = head.idiag_family;
    out.state = head.idiag_state;
    out.local_port = ntohs(head.id.idiag_sport);
    out.remote_port = ntohs(head.id.idiag_dport);
    const auto copy = [&](std::array<std::uint8_t, 16>& to, const std::uint32_t* from) {
        if (head.idiag_family == AF_INET) {
            to[10] = to[11] = 0xff;
            std::memcpy(to.data() + 12, from, 4);
        } else {
            std::memcpy(to.data(), from, 16);
        }
    };
    copy(out.local, head.id.idiag_src);
    copy(out.remote, head.id.idiag_dst);
    out.interface = head.id.idiag_if;
    out.cookie = head.id.idiag_cookie[0] | std::uint64_t{head.id.idiag_cookie[1]} << 32;
    out.receive = head.idiag_rqueue;
    out.send = head.idiag_wqueue;
    out.inode = head.idiag_inode;
    if (out.inode != 0) out.uid = head.idiag_uid;  // the kernel writes 0 where there is none
    each_attribute(attributes, [&](unsigned type, std::string_view value) {
        if (type != INET_DIAG_SKMEMINFO) return;
        const auto figure = [&](std::size_t which) {
            return read_at<std::uint32_t>(value, which * sizeof(std::uint32_t));
        };
        out.has_memory = out.has_drops = true;
        out.receive_buffer = figure(SK_MEMINFO_RCVBUF);
        out.send_buffer = figure(SK_MEMINFO_SNDBUF);
        out.drops = figure(SK_MEMINFO_DROPS);
    });
    return out;
}

void add_address(std::string& text, int family, const std::array<std::uint8_t, 16>& address,
                 std::uint16_t port, std::uint32_t interface) {
    char digits[16];
    const auto add = [&](unsigned number, char before) {
        if (before != 0) text += before;
        text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    };
    if (family == AF_INET) {
        for (std::size_t i = 12; i < 16; ++i)
            add(address[i], i == 12 ? '\0' : '.');
        return add(port, ':');
    }
    char six[INET6_ADDRSTRLEN] = {};
    ::inet_ntop(AF_INET6, address.data(), six, sizeof six);
    text += '[';
    text += six;
    const bool link_local = address[0] == 0xfe && (address[1] & 0xc0) == 0x80;
    if (link_local && interface != 0) add(interface, '%');
    text += ']';
    add(port, ':');
}

std::string address_text(int family, const std::array<std::uint8_t, 16>& address, std::uint16_t port,
                         std::uint32_t interface) {
    std::string out;
    add_address(out, family, address, port, interface);
    return out;
}

std::string device_text(std::uint32_t device) {
    return fmt::format("{}:{}", device >> 20, device & 0xfffff);
}

}  // namespace ipcscope::mechanisms::diag

// The sockets of a family as the kernel lists them: sock_diag(7), one dump for each family and network
// namespace. It disturbs nobody and needs no privilege. Where it is refused (some containers), /proc/net says
// less: see proc_net.h. Shared by the monitors of the socket mechanisms.
#pragma once

#include "base/result.h"
#include "base/unique_fd.h"
#include "mechanisms/monitor.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>

namespace ipcscope::mechanisms::diag {

// A netlink socket made in a network namespace: it goes on speaking for that one.
struct SpaceLink {
    std::uint64_t space = 0;  // inode of the namespace
    bool own = true;          // the probe's own namespace
    UniqueFd link;            // none = sock_diag is refused there
    int error = 0;            // errno of that
};

// The probe's own network namespace first, then every other one of the processes of the sample that may be
// entered (CAP_SYS_ADMIN). For those that may not a gap of this kind is noted, and one for all kinds where
// the namespace of a process may not be read. The links are for this sample only: one that is kept would
// keep the namespace.
std::vector<SpaceLink> open_links(Sample& sample, std::size_t kind);

// The same without a sample: the own one, and all others that may be entered now. `complete`: false if there
// are, or may be, others with processes in them.
std::vector<SpaceLink> open_all_links(bool& complete);

// Sends a request (with its nlmsghdr) and puts the bodies of the answer's messages, each behind its nlmsghdr,
// one after the other into `answer`, which is emptied before. Fails with ENOENT where the kernel lacks the
// family, EACCES or EPERM where it is refused.
Status dump(int link, const void* request, std::size_t size, std::string& answer);
Status dump_unix(int link, std::string& answer);
// Only listeners, with the inodes of the clients that wait to be accepted. By itself: one message holds them
// all, and where there is no room for it the kernel ends the dump without a word.
Status dump_unix_waiting(int link, std::string& answer);
Status dump_inet(int link, int family, int protocol, std::string& answer);
// Both families at once: the kernel looks through its table, which is large, once. EINVAL or ENOENT where
// this (older) way of asking is not there.
Status dump_tcp(int link, std::string& answer);

template <typename T>
T read_at(std::string_view bytes, std::size_t where = 0) {
    T out{};
    if (bytes.size() >= where + sizeof out) std::memcpy(&out, bytes.data() + where, sizeof out);
    return out;
}

constexpr std::size_t aligned(std::size_t size) {
    return (size + NLMSG_ALIGNTO - 1) / NLMSG_ALIGNTO * NLMSG_ALIGNTO;
}

// The attributes behind a message's fixed part.
template <typename See>
void each_attribute(std::string_view rest, See&& see) {
    while (rest.size() >= sizeof(nlattr)) {
        const auto attr = read_at<nlattr>(rest);
        if (attr.nla_len < sizeof(nlattr) || attr.nla_len > rest.size()) return;
        see(attr.nla_type & NLA_TYPE_MASK, rest.substr(sizeof attr, attr.nla_len - sizeof attr));
        rest.remove_prefix(std::min(rest.size(), aligned(attr.nla_len)));
    }
}

// The messages of an answer: their fixed part and their attributes.
template <typename Body, typename See>
void each_message(std::string_view rest, See&& see) {
    constexpr auto begin = sizeof(nlmsghdr) + sizeof(Body);
    while (rest.size() >= begin) {
        const auto head = read_at<nlmsghdr>(rest);
        if (head.nlmsg_len < begin || head.nlmsg_len > rest.size()) return;
        see(read_at<Body>(rest, sizeof(nlmsghdr)), rest.substr(begin, head.nlmsg_len - begin));
        rest.remove_prefix(std::min(rest.size(), aligned(head.nlmsg_len)));
    }
}

struct UnixSocket {
    std::uint32_t inode = 0;
    std::uint8_t type = 0;      // SOCK_STREAM, ...
    std::uint8_t state = 0;     // TCP_ESTABLISHED, TCP_LISTEN, TCP_CLOSE
    std::uint8_t shutdown = 0;  // bit 0: receives no more, bit 1: sends no more
    bool has_queues = false;
    bool has_file = false;  // it was bound to a path
    std::uint64_t cookie = 0;
    std::string_view name;  // a path as it was given to bind; an abstract name with its NUL before; "" = none
    std::uint32_t file_inode = 0, file_device = 0;  // of the path; the device as the kernel packs it
    std::uint32_t peer = 0;                         // inode; 0 = none, or not accepted yet
    std::string_view waiting;                       // of a listener: inodes of clients, 4 octets each
    std::uint32_t receive = 0, send = 0;            // UNIX_DIAG_RQLEN; of a listener: pending, backlog
    std::uint32_t uid = ~0u;
};
UnixSocket unix_socket(const unix_diag_msg& head, std::string_view attributes);

struct InetSocket {
    std::uint8_t family = 0;
    std::uint8_t state = 0;
    std::uint16_t local_port = 0, remote_port = 0;
    std::array<std::uint8_t, 16> local{}, remote{};  // IPv4: as ::ffff:a.b.c.d
    std::uint32_t interface = 0;
    std::uint64_t cookie = 0;
    std::uint32_t receive = 0, send = 0;  // queues; of a TCP listener: pending, backlog
    std::uint32_t uid = ~0u;
    std::uint32_t inode = 0;  // 0 = no process has it: not accepted yet, or over
    bool has_memory = false;  // its buffers are known
    bool has_drops = false;
    bool has_backlog = true;  // of a TCP listener
    std::uint32_t receive_buffer = 0, send_buffer = 0, drops = 0;
};
InetSocket inet_socket(const inet_diag_msg& head, std::string_view attributes);

// "127.0.0.1:80", "[::1]:80", "[fe80::1%2]:80".
std::string address_text(int family, const std::array<std::uint8_t, 16>& address, std::uint16_t port,
                         std::uint32_t interface);

// The same, behind what `text` holds already.
void add_address(std::string& text, int family, const std::array<std::uint8_t, 16>& address,
                 std::uint16_t port, std::uint32_t interface);

// "8:1" of a device as sock_diag has it (kdev_t.h).
std::string device_text(std::uint32_t device);

}  // namespace ipcscope::mechanisms::diag

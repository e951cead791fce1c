#include "mechanisms/unix_socket/diag.h"

#include "base/unique_fd.h"

#include <cerrno>
#include <cstring>
#include <memory>

#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms::unix_socket {

namespace {

constexpr std::size_t aligned(std::size_t size) {
    return (size + NLMSG_ALIGNTO - 1) / NLMSG_ALIGNTO * NLMSG_ALIGNTO;
}

template <typename T>
T at(std::string_view bytes, std::size_t where = 0) {
    T out{};
    if (bytes.size() >= where + sizeof out) std::memcpy(&out, bytes.data() + where, sizeof out);
    return out;
}

// One socket of the answer.
struct Found {
    unix_diag_msg head{};
    std::string_view attributes;

    std::string_view attribute(unsigned wanted) const {
        for (auto rest = attributes; rest.size() >= sizeof(nlattr);) {
            const auto attr = at<nlattr>(rest);
            if (attr.nla_len < sizeof(nlattr) || attr.nla_len > rest.size()) break;
            if (attr.nla_type == wanted) return rest.substr(sizeof attr, attr.nla_len - sizeof attr);
            rest.remove_prefix(std::min(rest.size(), aligned(attr.nla_len)));
        }
        return {};
    }
};

// Asks for one socket, or for all with inode 0; `see` returns false when it has seen enough.
template <typename See>
void ask(Inode inode, std::uint32_t show, See&& see) {
    const UniqueFd link(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (!link) return;
    struct {
        nlmsghdr head;
        unix_diag_req body;
    } request{};
    request.head.nlmsg_len = sizeof request;
    request.head.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.head.nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | (inode == 0 ? NLM_F_DUMP : 0));
    request.body.sdiag_family = AF_UNIX;
    request.body.udiag_states = ~0u;
    request.body.udiag_ino = inode;
    request.body.udiag_show = show;
    request.body.udiag_cookie[0] = request.body.udiag_cookie[1] = ~0u;  // of any age
    if (::send(link.get(), &request, sizeof request, 0) != static_cast<ssize_t>(sizeof request)) return;
    constexpr std::size_t room = 32 << 10;
    const auto buffer = std::make_unique_for_overwrite<char[]>(room);
    while (true) {
        const auto got = ::recv(link.get(), buffer.get(), room, 0);
        if (got < 0 && errno == EINTR) continue;  // the kernel answers at once
        if (got <= 0) return;
        for (std::string_view rest(buffer.get(), static_cast<std::size_t>(got));
             rest.size() >= sizeof(nlmsghdr);) {
            const auto head = at<nlmsghdr>(rest);
            if (head.nlmsg_type != SOCK_DIAG_BY_FAMILY) return;  // the end, or an error: there is none
            constexpr auto begin = sizeof(nlmsghdr) + sizeof(unix_diag_msg);
            if (head.nlmsg_len < begin || head.nlmsg_len > rest.size()) return;
            const Found found{at<unix_diag_msg>(rest, sizeof(nlmsghdr)),
                              rest.substr(begin, head.nlmsg_len - begin)};
            if (!see(found)) return;
            rest.remove_prefix(std::min(rest.size(), aligned(head.nlmsg_len)));
        }
        if (inode != 0) return;
    }
}

}  // namespace

Inode peer_of(Inode socket) {
    Inode peer = 0;
    if (socket == 0) return peer;
    ask(socket, UDIAG_SHOW_PEER, [&](const Found& found) {
        peer = at<Inode>(found.attribute(UNIX_DIAG_PEER));
        return false;
    });
    return peer;
}

Inode bound_to(const Address& address) {
    const auto want = named(*reinterpret_cast<const sockaddr_un*>(address.bytes), address.size);
    Inode bound = 0;
    struct stat file {};
    // By the file, because a socket may have been bound by another spelling of its path.
    if (want.where == path && ::stat(want.name.c_str(), &file) != 0) return 0;
    if (want.where != path && want.where != abstract) return 0;
    // The kernel packs a device number in its own way (kdev_t.h).
    const auto device = major(file.st_dev) << 20 | minor(file.st_dev);
    ask(0, want.where == path ? UDIAG_SHOW_VFS : UDIAG_SHOW_NAME, [&](const Found& found) {
        if (found.head.udiag_type != SOCK_DGRAM) return true;
        if (want.where == path) {
            const auto vfs = found.attribute(UNIX_DIAG_VFS);
            if (vfs.empty()) return true;
            const auto where = at<unix_diag_vfs>(vfs);
            if (where.udiag_vfs_ino != static_cast<Inode>(file.st_ino) || where.udiag_vfs_dev != device)
                return true;
        } else {
            const auto name = found.attribute(UNIX_DIAG_NAME);
            if (name.empty() || name.front() != '\0' || name.substr(1) != want.name) return true;
        }
        bound = found.head.udiag_ino;
        return false;
    });
    return bound;
}

std::optional<ListenQueue> listen_queue(Inode socket) {
    std::optional<ListenQueue> out;
    ask(socket, UDIAG_SHOW_RQLEN, [&](const Found& found) {
        const auto length = at<unix_diag_rqlen>(found.attribute(UNIX_DIAG_RQLEN));
        out = ListenQueue{length.udiag_rqueue, length.udiag_wqueue};
        return false;
    });
    return out;
}

}  // namespace ipcscope::mechanisms::unix_socket

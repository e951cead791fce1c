#include "mechanisms/unix_socket/link.h"

#include <fmt/format.h>
#include <unordered_map>

#include <sys/stat.h>

namespace ipcscope::mechanisms::unix_socket {

namespace {

Inode inode_of(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && S_ISSOCK(status.st_mode) ? static_cast<Inode>(status.st_ino) : 0;
}

std::uint32_t datagram_key(Inode receiver) {
    return receiver == 0 ? 0 : stream_key(fmt::format("unix .{}", receiver));
}

void connect(Link& link, Inode client, bool is_client) {
    if (client == 0 || link.type == SOCK_DGRAM) return;
    const auto there = stream_key(fmt::format("unix {}>", client));
    const auto back = stream_key(fmt::format("unix {}<", client));
    link.out = is_client ? there : back;
    link.in = is_client ? back : there;
}

// Sockets that this process had open; a fork's child knows them too.
Link& entry(int fd) {
    static std::unordered_map<Inode, Link> links;
    static Link none;
    const auto inode = inode_of(fd);
    if (inode == 0) return none = {};
    auto& link = links[inode];
    if (link.inode == 0) {
        link.inode = inode;
        socklen_t size = sizeof link.type;
        ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &link.type, &size);
        if (link.type == SOCK_DGRAM) link.in = datagram_key(inode);
    }
    return link;
}

// Of a socket that another process connected and passed to this one: which end is it? One that was accepted
// has the name of its listener; of a pair, neither has a name.
void find_out(int fd, Link& link) {
    const auto peer = peer_of(link.inode);
    if (peer == 0) return;
    const bool own_named = own_name(fd).where != unnamed;
    const bool peer_named = peer_name(fd).where != unnamed;
    if (own_named && peer_named) return;  // either may have bound itself
    const bool is_client = own_named == peer_named ? link.inode < peer : peer_named;
    connect(link, is_client ? link.inode : peer, is_client);
}

}  // namespace

const Link& link_of(int fd) {
    auto& link = entry(fd);
    if (link.in == 0) find_out(fd, link);
    return link;
}

void linked_pair(int first, int second) {
    const auto lower = std::min(inode_of(first), inode_of(second));
    for (const int fd : {first, second})
        connect(entry(fd), lower, inode_of(fd) == lower);
}

void linked_client(int fd) {
    auto& link = entry(fd);
    connect(link, link.inode, true);
}

void linked_accepted(int fd) {
    auto& link = entry(fd);
    connect(link, peer_of(link.inode), false);
}

std::uint32_t key_out(const Link& link, const Address* to) {
    if (link.type != SOCK_DGRAM) return link.out;
    return datagram_key(to && to->get() ? bound_to(*to) : peer_of(link.inode));
}

std::string object_key(int fd) {
    return fmt::format("socket:[{}]", inode_of(fd));
}

}  // namespace ipcscope::mechanisms::unix_socket

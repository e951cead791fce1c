// Which way bytes go between two sockets: a key for each direction, that both ends find without asking each
// other. A connection is named after the socket that called connect (of a pair, the lower one), because that
// one is there before the other end has been accepted; a datagram's way is named after the socket that takes
// it in.
#pragma once

#include "mechanisms/unix_socket/diag.h"

namespace ipcscope::mechanisms::unix_socket {

struct Link {
    int type = 0;  // SOCK_STREAM, ...
    Inode inode = 0;
    // Keys of what arrives here and of what is sent from here (see Call::flow_key); 0 = not known, or there
    // is no connection.
    std::uint32_t in = 0;
    std::uint32_t out = 0;
};

// What is known of a descriptor's socket; asks the kernel once per connection.
const Link& link_of(int fd);
void linked_pair(int first, int second);
void linked_client(int fd);    // connect succeeded
void linked_accepted(int fd);  // came out of accept

// As Link::out; of datagrams asked for anew, because their receiver may change.
std::uint32_t key_out(const Link& link, const Address* to = nullptr);

std::string object_key(int fd);  // "socket:[4711]", as /proc/PID/fd says it

}  // namespace ipcscope::mechanisms::unix_socket

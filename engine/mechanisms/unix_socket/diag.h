// What the kernel knows of the AF_UNIX sockets of this machine, through sock_diag(7). It disturbs nobody and
// needs no privilege; a kernel without it answers nothing, and then the other end is simply not known.
#pragma once

#include "mechanisms/unix_socket/address.h"

#include <cstdint>

namespace ipcscope::mechanisms::unix_socket {

using Inode = std::uint32_t;  // as sock_diag has it; of a socket the same as fstat's. 0 = none, not known

// The inode of the socket at the other end; 0 as long as it has not been accepted, and once it is closed.
Inode peer_of(Inode socket);

// The datagram socket that is bound to this address now; 0 = there is none.
Inode bound_to(const Address& address);

struct ListenQueue {
    std::uint32_t waiting = 0;  // connections that nobody has accepted yet
    std::uint32_t backlog = 0;
};
std::optional<ListenQueue> listen_queue(Inode socket);

}  // namespace ipcscope::mechanisms::unix_socket

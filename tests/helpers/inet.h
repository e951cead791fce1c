// What this machine's network can do: containers may have no IPv6.
#pragma once

#include <netinet/in.h>
#include <string>
#include <unistd.h>

#include <sys/socket.h>

namespace ipcscope::testing {

// "" = a socket can be bound to ::1; else why not, for QSKIP.
inline std::string no_ipv6() {
    const int fd = ::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return "this system has no IPv6: no such sockets";
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    const bool bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    return bound ? "" : "this system has no IPv6: ::1 cannot be bound";
}

}  // namespace ipcscope::testing

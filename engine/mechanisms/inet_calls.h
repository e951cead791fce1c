// The calls behind inet_spec.h.
#pragma once

#include "mechanisms/inet_address.h"
#include "mechanisms/stream_calls.h"

#include <poll.h>

#include <sys/ioctl.h>
#include <sys/stat.h>

namespace ipcscope::mechanisms::inet {

// What a socket is on this machine: two handles with one key are one socket.
inline std::string key_of(int fd) {
    struct stat status {};
    ::fstat(fd, &status);
    return fmt::format("socket:[{}]", status.st_ino);
}

inline void getsockname(Call& call) {
    const int fd = call.fd("socket");
    Address address;
    call.run([&] { return ::getsockname(fd, address.get(), &address.size); });
    if (call.ok()) tell(call, address);
}

inline void getpeername(Call& call) {
    const int fd = call.fd("socket");
    Address address;
    call.run([&] { return ::getpeername(fd, address.get(), &address.size); });
    if (call.ok()) tell(call, address);
}

inline void poll(Call& call) {
    pollfd one{call.fd("socket"), static_cast<short>(call.integer("events")), 0};
    const auto ns = call.integer("timeout");
    const timespec limit{ns / 1'000'000'000, ns % 1'000'000'000};
    const bool forever = call.flag("forever");
    call.run([&] { return ::ppoll(&one, 1, forever ? nullptr : &limit, nullptr); });
    if (call.ok()) call.result("revents", std::int64_t{one.revents});
}

inline void set_flags(Call& call) {
    const int fd = call.fd("socket");
    const int others = std::max(::fcntl(fd, F_GETFL), 0) & ~O_NONBLOCK;
    const int flags = others | static_cast<int>(call.integer("flags"));
    call.run([&] { return ::fcntl(fd, F_SETFL, flags); });
}

// SIOCINQ, SIOCOUTQ.
inline void amount(Call& call, unsigned long request) {
    const int fd = call.fd("socket");
    int bytes = 0;
    call.run([&] { return ::ioctl(fd, request, &bytes); });
    if (call.ok()) call.result("bytes", bytes);
}

}  // namespace ipcscope::mechanisms::inet

// Internet addresses in calls (ip(7), ipv6(7)): from and to the text that programs write. Driver side.
#pragma once

#include "mechanisms/driver.h"
#include "mechanisms/inet_words.h"

#include <arpa/inet.h>
#include <cstring>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <optional>
#include <string>

#include <sys/socket.h>

namespace ipcscope::mechanisms::inet {

struct Address {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;

    sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
    const sockaddr_in& v4() const { return reinterpret_cast<const sockaddr_in&>(storage); }
    const sockaddr_in6& v6() const { return reinterpret_cast<const sockaddr_in6&>(storage); }
    bool is_v4() const { return storage.ss_family == AF_INET; }
    bool is_v6() const { return storage.ss_family == AF_INET6; }
    // ::ffff:127.0.0.1, as an IPv6 socket names a partner that speaks IPv4.
    bool is_mapped() const { return is_v6() && IN6_IS_ADDR_V4MAPPED(&v6().sin6_addr); }
    std::uint16_t port() const {
        return is_v4() ? ntohs(v4().sin_port) : is_v6() ? ntohs(v6().sin6_port) : std::uint16_t{0};
    }
    void set_port(std::uint16_t port) {
        if (is_v4()) reinterpret_cast<sockaddr_in&>(storage).sin_port = htons(port);
        if (is_v6()) reinterpret_cast<sockaddr_in6&>(storage).sin6_port = htons(port);
    }
};

// "127.0.0.1", "::1"; "" = not an internet address.
inline std::string host_text(const Address& address) {
    char host[NI_MAXHOST] = "";
    if (::getnameinfo(address.get(), address.size, host, sizeof host, nullptr, 0, NI_NUMERICHOST) != 0)
        return {};
    return host;
}

// "127.0.0.1:5000", "[::1]:5000"; a mapped address as the IPv4 address that it is.
inline std::string full_text(const Address& address) {
    const auto host = host_text(address);
    if (address.is_mapped()) return fmt::format("{}:{}", host.substr(host.rfind(':') + 1), address.port());
    return address.is_v6() ? fmt::format("[{}]:{}", host, address.port())
                           : fmt::format("{}:{}", host, address.port());
}

// AF_INET or AF_INET6, as the socket was made; AF_INET if it cannot be asked (the call itself says why).
inline int family_of(int fd) {
    int family = AF_INET;
    socklen_t size = sizeof family;
    if (::getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &family, &size) != 0) return AF_INET;
    return family == AF_INET6 ? AF_INET6 : AF_INET;
}

// `host` may be an address in numbers, of any family: whether it fits the socket, the kernel says.
inline std::optional<Address> parse_address(int family, std::string_view host, std::int64_t port) {
    Address out;
    std::string numbers(host);
    if (host == loopback) numbers = family == AF_INET6 ? "::1" : "127.0.0.1";
    if (host == any) numbers = family == AF_INET6 ? "::" : "0.0.0.0";
    addrinfo hints{}, *found = nullptr;
    hints.ai_flags = AI_NUMERICHOST;
    hints.ai_socktype = SOCK_STREAM;
    if (numbers.empty() || ::getaddrinfo(numbers.c_str(), nullptr, &hints, &found) != 0) return {};
    std::memcpy(&out.storage, found->ai_addr, found->ai_addrlen);
    out.size = found->ai_addrlen;
    ::freeaddrinfo(found);
    out.set_port(static_cast<std::uint16_t>(port));
    return out;
}

// The parameters `address` and `port` for the socket `fd`; without a value the call was refused.
inline std::optional<Address> target(Call& call, int fd) {
    auto out = parse_address(family_of(fd), call.bytes("address"), call.integer("port"));
    if (!out)
        call.refuse(
            fmt::format("address: '{}' is not an address in numbers, and not '{}' or '{}'; names "
                        "are not looked up",
                        call.bytes("address"), loopback, any));
    return out;
}

inline std::optional<Address> own_address(int fd) {
    Address out;
    if (::getsockname(fd, out.get(), &out.size) != 0) return {};
    return out;
}

inline std::optional<Address> peer_address(int fd) {
    Address out;
    if (::getpeername(fd, out.get(), &out.size) != 0) return {};
    return out;
}

inline void tell(Call& call, const Address& address, const char* host = "address",
                 const char* port = "port") {
    call.result(host, host_text(address));
    call.result(port, address.port());
}

}  // namespace ipcscope::mechanisms::inet

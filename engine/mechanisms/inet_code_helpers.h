// Functions that generated programs with internet sockets use. Tables only: nothing to link.
#pragma once

#include "schema/code.h"

namespace ipcscope::mechanisms::inet {

inline HelperCode address_code() {
    return {"InetAddress",
            {.c = R"(struct InetAddress {
    struct sockaddr_storage storage;
    socklen_t size;
};)",
             .cpp = R"(struct InetAddress {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;

    sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};)"}};
}

inline HelperCode address_for_code() {
    return {"inet_address",
            {.c = R"(// An address in numbers. "loopback" and "any" are those of the socket's family.
static struct InetAddress inet_address(int fd, const char *host, int port)
{
    struct InetAddress out = {.size = sizeof(struct sockaddr_in)};
    struct sockaddr_in *v4 = (struct sockaddr_in *)&out.storage;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&out.storage;
    int family = AF_INET;
    socklen_t size = sizeof family;

    getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &family, &size);
    if (strcmp(host, "loopback") == 0)
        host = family == AF_INET6 ? "::1" : "127.0.0.1";
    if (strcmp(host, "any") == 0)
        host = family == AF_INET6 ? "::" : "0.0.0.0";
    if (inet_pton(AF_INET, host, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
    } else if (inet_pton(AF_INET6, host, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        out.size = sizeof *v6;
    }
    return out;
})",
             .cpp = R"(// An address in numbers. "loopback" and "any" are those of the socket's family.
InetAddress inet_address(int fd, std::string host, long port)
{
    InetAddress out;
    int family = AF_INET;
    socklen_t size = sizeof family;
    getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &family, &size);
    if (host == "loopback") host = family == AF_INET6 ? "::1" : "127.0.0.1";
    if (host == "any") host = family == AF_INET6 ? "::" : "0.0.0.0";
    auto& v4 = reinterpret_cast<sockaddr_in&>(out.storage);
    auto& v6 = reinterpret_cast<sockaddr_in6&>(out.storage);
    if (inet_pton(AF_INET, host.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(static_cast<std::uint16_t>(port));
        out.size = sizeof v4;
    } else if (inet_pton(AF_INET6, host.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(static_cast<std::uint16_t>(port));
        out.size = sizeof v6;
    }
    return out;
})",
             .python = R"(def inet_address(sock, host, port):
    """An address in numbers. "loopback" and "any" are those of the socket's family."""
    if isinstance(host, (bytes, bytearray)):
        host = host.decode()
    six = sock.family == socket.AF_INET6
    if host == "loopback":
        host = "::1" if six else "127.0.0.1"
    if host == "any":
        host = "::" if six else "0.0.0.0"
    return host, port)"},
            {"string.h netinet/in.h arpa/inet.h", "cstdint string netinet/in.h arpa/inet.h", "socket"}};
}

inline HelperCode host_code() {
    return {"inet_host",
            {.c = R"(// The host of an address, in numbers.
static const char *inet_host(const struct InetAddress *address)
{
    static char text[NI_MAXHOST];

    text[0] = '\0';
    getnameinfo((const struct sockaddr *)&address->storage, address->size, text, sizeof text, NULL, 0,
                NI_NUMERICHOST);
    return text;
})",
             .cpp = R"(// The host of an address, in numbers.
const char* inet_host(InetAddress& address)
{
    static char text[NI_MAXHOST];
    text[0] = '\0';
    getnameinfo(address.get(), address.size, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
    return text;
})"},
            {.includes = "netdb.h"}};
}

inline HelperCode port_code() {
    return {"inet_port",
            {.c = R"(static int inet_port(const struct InetAddress *address)
{
    const struct sockaddr_in *v4 = (const struct sockaddr_in *)&address->storage;
    const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)&address->storage;

    return ntohs(address->storage.ss_family == AF_INET6 ? v6->sin6_port : v4->sin_port);
})",
             .cpp = R"(int inet_port(const InetAddress& address)
{
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address.storage);
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address.storage);
    return ntohs(address.storage.ss_family == AF_INET6 ? v6.sin6_port : v4.sin_port);
})"},
            {.includes = "netinet/in.h arpa/inet.h"}};
}

inline HelperCode poll_text_code() {
    return {"poll_text",
            {.c = R"(// What poll told, as a session writes it.
static const char *poll_text(int events)
{
    static char text[96];

    snprintf(text, sizeof text, "%s%s%s%s%s%s%s", events & POLLIN ? "|POLLIN" : "",
             events & POLLPRI ? "|POLLPRI" : "", events & POLLOUT ? "|POLLOUT" : "",
             events & POLLRDHUP ? "|POLLRDHUP" : "", events & POLLERR ? "|POLLERR" : "",
             events & POLLHUP ? "|POLLHUP" : "", events & POLLNVAL ? "|POLLNVAL" : "");
    return text[0] != '\0' ? text + 1 : "0";
})",
             .cpp = R"(// What poll told, as a session writes it.
std::string poll_text(int events)
{
    constexpr std::pair<int, const char*> names[] = {
        {POLLIN, "|POLLIN"}, {POLLPRI, "|POLLPRI"}, {POLLOUT, "|POLLOUT"}, {POLLRDHUP, "|POLLRDHUP"},
        {POLLERR, "|POLLERR"}, {POLLHUP, "|POLLHUP"}, {POLLNVAL, "|POLLNVAL"}};
    std::string text;
    for (const auto& [event, name] : names)
        if (events & event) text += name;
    return text.empty() ? "0" : text.substr(1);
})",
             .python = R"(def poll_text(events):
    """What poll told, as a session writes it."""
    names = ("POLLIN", "POLLPRI", "POLLOUT", "POLLRDHUP", "POLLERR", "POLLHUP", "POLLNVAL")
    return "|".join(name for name in names if events & getattr(select, name)) or "0")"},
            {"stdio.h poll.h", "string utility", "select"}};
}

}  // namespace ipcscope::mechanisms::inet

#include "mechanisms/unix_socket/address.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace ipcscope::mechanisms::unix_socket {

std::optional<Address> address_of(Call& call) {
    Address out;
    const auto family = static_cast<sa_family_t>(AF_UNIX);
    std::memcpy(out.bytes, &family, sizeof family);
    switch (static_cast<Where>(call.integer("address"))) {
        case path: {
            const auto& text = call.bytes("path");
            if (text.empty()) {
                call.refuse("path: it is empty, which would make it an abstract name");
                return {};
            }
            const auto length = std::min(text.size(), sizeof out.bytes - out.size);
            std::memcpy(out.bytes + out.size, text.data(), length);
            // With its NUL, as long as that fits (unix(7), "Pathname sockets").
            out.size += static_cast<socklen_t>(length + (length < sizeof(sockaddr_un::sun_path) ? 1 : 0));
            return out;
        }
        case abstract: {
            const auto& text = call.bytes("name");
            const auto length = std::min(text.size(), sizeof out.bytes - out.size - 1);
            std::memcpy(out.bytes + out.size + 1, text.data(), length);
            out.size += static_cast<socklen_t>(length + 1);
            return out;
        }
        case autobind: return out;
        case unnamed: {
            const auto none = static_cast<sa_family_t>(AF_UNSPEC);
            std::memcpy(out.bytes, &none, sizeof none);
            out.size = sizeof(sockaddr_un);
            return out;
        }
        case absent: out.size = 0; return out;
    }
    return out;
}

Named named(const sockaddr_un& address, socklen_t size) {
    constexpr auto head = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path));
    if (size <= head) return {};
    const std::string_view text(address.sun_path,
                                std::min<std::size_t>(size - head, sizeof address.sun_path));
    if (text.front() == '\0') return {abstract, std::string(text.substr(1))};
    return {path, std::string(text.substr(0, text.find('\0')))};
}

static Named ask(int fd, int (*call)(int, sockaddr*, socklen_t*)) {
    sockaddr_un address{};
    socklen_t size = sizeof address;
    if (call(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) return {};
    return named(address, size);
}

Named own_name(int fd) {
    return ask(fd, [](int s, sockaddr* a, socklen_t* n) { return ::getsockname(s, a, n); });
}

Named peer_name(int fd) {
    return ask(fd, [](int s, sockaddr* a, socklen_t* n) { return ::getpeername(s, a, n); });
}

std::string shown(const Named& name) {
    if (name.where == unnamed) return {};
    std::string out = name.where == abstract ? "@" : "";
    for (const char c : name.name)
        out += c == '\0' ? std::string("@") : std::string(1, c);
    return utf8_fault(out) == std::string_view::npos ? out : fmt::format("{} bytes", name.name.size());
}

void give(Call& call, const Named& name) {
    call.result("address", static_cast<int>(name.where));
    if (name.where != unnamed) call.result("name", name.name);
}

}  // namespace ipcscope::mechanisms::unix_socket

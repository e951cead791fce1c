// Endpoints: where a socket listens or connects, and how they name the streams between two sockets.
#include "mechanisms/path_record.h"
#include "mechanisms/zeromq/socket.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>

#include <sys/socket.h>
#include <sys/un.h>

namespace ipcscope::mechanisms::zeromq {

namespace {

constexpr const char* record_word = "zmq";

// The path of an ipc endpoint; "" = it has none (another transport, or an abstract name).
std::string path_of(std::string_view endpoint) {
    if (!endpoint.starts_with("ipc://")) return {};
    const auto path = endpoint.substr(6);
    return path.empty() || path[0] == '@' ? std::string() : paths::absolute(std::string(path));
}

// On one machine a port is one listener, whatever address it is reached by.
std::string stream_of(std::string_view endpoint) {
    if (endpoint.starts_with("tcp://"))
        return fmt::format("tcp:{}", endpoint.substr(endpoint.rfind(':') + 1));
    if (endpoint.starts_with("inproc://")) return fmt::format("{}@{}", endpoint, ::getpid());
    if (const auto path = path_of(endpoint); !path.empty()) return "ipc:" + path;
    return std::string(endpoint);
}

std::string stream_of(const sockaddr_storage& address, socklen_t size) {
    if (address.ss_family == AF_INET)
        return fmt::format("tcp:{}", ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port));
    if (address.ss_family == AF_INET6)
        return fmt::format("tcp:{}", ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port));
    constexpr auto head = offsetof(sockaddr_un, sun_path);
    if (address.ss_family != AF_UNIX || size <= head) return {};
    const auto* path = reinterpret_cast<const sockaddr_un&>(address).sun_path;
    if (path[0] == '\0') return "ipc://@" + std::string(path + 1, size - head - 1);
    return "ipc:" + paths::absolute(std::string(path, strnlen(path, size - head)));
}

// A directed stream: to whoever has bound the endpoint, or from it.
std::uint32_t key_of(const std::string& stream, bool to_bound) {
    return stream_key(fmt::format("{} {}", stream, to_bound ? ">" : "<"));
}

std::string last_endpoint(void* socket) {
    std::array<char, 1024> text{};
    std::size_t size = text.size();
    return zmq::getsockopt(socket, ZMQ_LAST_ENDPOINT, text.data(), &size) == 0 ? text.data() : "";
}

bool has_zero(Call& call) {
    if (call.bytes("endpoint").find('\0') == std::string::npos) return false;
    call.refuse("endpoint: it holds an octet 0");
    return true;
}

// libzmq removes whatever lies at the path of an ipc endpoint before it binds there. "" = nothing of others.
std::string in_the_way(const std::string& path) {
    struct stat status {};
    if (path.empty() || ::lstat(path.c_str(), &status) != 0) return {};
    if (!S_ISSOCK(status.st_mode))
        return fmt::format("endpoint: {} is {}, which libzmq would remove", path,
                           paths::kind_words(status.st_mode));
    const auto own = paths::absolute(".");
    if (path.starts_with(own.ends_with('/') ? own : own + "/")) return {};
    return fmt::format("endpoint: there is a socket at {} already, which libzmq would remove", path);
}

template <typename F>
void remove_link(Call& call, bool bound, F undo) {
    auto* socket = socket_of(call);
    if (!socket || has_zero(call)) return;
    const auto& endpoint = call.bytes("endpoint");
    call.run([&] { return made([&] { return undo(socket->socket, endpoint.c_str()); }); });
    if (!call.ok()) return;
    const auto link = std::find_if(socket->links.begin(), socket->links.end(), [&](const Link& each) {
        return each.bound == bound && each.endpoint == endpoint;
    });
    if (link != socket->links.end()) socket->links.erase(link);
}

}  // namespace

std::uint32_t flow_of(const Socket& socket, bool sends) {
    if (socket.links.empty()) return 0;
    const auto& link = socket.links.front();
    return key_of(link.stream, sends != link.bound);
}

std::uint32_t flow_through(const Socket& socket, int descriptor) {
    if (socket.links.size() < 2 || descriptor < 0) return flow_of(socket, false);
    for (const bool own : {true, false}) {
        sockaddr_storage address{};
        socklen_t size = sizeof address;
        auto* where = reinterpret_cast<sockaddr*>(&address);
        if ((own ? ::getsockname(descriptor, where, &size) : ::getpeername(descriptor, where, &size)) != 0)
            continue;
        const auto stream = stream_of(address, size);
        for (const auto& link : socket.links)
            if (link.bound == own && link.stream == stream) return key_of(stream, own);
    }
    return flow_of(socket, false);
}

void bind(Call& call) {
    auto* socket = socket_of(call);
    if (!socket || has_zero(call)) return;
    const auto& endpoint = call.bytes("endpoint");
    if (endpoint == "ipc://*")
        return call.refuse("endpoint: a path is needed; a made-up one would be left over");
    const auto path = path_of(endpoint);
    if (auto why = in_the_way(path); !why.empty()) return call.refuse(std::move(why));
    if (!path.empty()) call.making(paths::record_of(record_word, paths::intention(), path));
    call.run([&] { return made([&] { return zmq::bind(socket->socket, endpoint.c_str()); }); });
    if (!call.ok()) return;
    const auto bound = last_endpoint(socket->socket);
    if (!path.empty())  // libzmq removes it when the socket is closed
        call.made(paths::record_of(record_word, paths::identity_of(AT_FDCWD, path.c_str()), path));
    socket->links.push_back({bound, stream_of(bound), true});
    call.result("endpoint", bound);
    call.takes_in("socket", flow_of(*socket, false));
}

void connect(Call& call) {
    auto* socket = socket_of(call);
    if (!socket || has_zero(call)) return;
    const auto& endpoint = call.bytes("endpoint");
    call.run([&] { return made([&] { return zmq::connect(socket->socket, endpoint.c_str()); }); });
    if (!call.ok()) return;
    socket->links.push_back({endpoint, stream_of(endpoint), false});
    call.takes_in("socket", flow_of(*socket, false));
}

void unbind(Call& call) {
    remove_link(call, true, [](void* socket, const char* endpoint) { return zmq::unbind(socket, endpoint); });
}

void disconnect(Call& call) {
    remove_link(call, false,
                [](void* socket, const char* endpoint) { return zmq::disconnect(socket, endpoint); });
}

Result<std::string> remove(const std::string& record, bool intended) {
    const auto parsed = paths::parse_record(record_word, record);
    if (!parsed) return failure("not a record of an ipc endpoint: " + record);
    return paths::remove_recorded(*parsed, intended, S_IFSOCK, "socket");
}

std::string describe(const std::string& record) {
    const auto parsed = paths::parse_record(record_word, record);
    return parsed ? "socket " + parsed->path : record;
}

}  // namespace ipcscope::mechanisms::zeromq

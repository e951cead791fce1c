#include "mechanisms/path_record.h"
#include "mechanisms/unix_socket/calls.h"
#include "mechanisms/unix_socket/link.h"

#include <cerrno>
#include <unistd.h>

#include <sys/socket.h>

namespace ipcscope::mechanisms {

const Driver& unix_socket_driver();

namespace unix_socket {

namespace {

std::string record_of(const std::string& identity, const std::string& path) {
    return paths::record_of("socket", identity, path);
}

Call::Opened opened_socket(int fd, std::string label = {}) {
    int type = SOCK_STREAM;
    socklen_t size = sizeof type;
    ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size);
    const auto flow = type == SOCK_STREAM ? FlowPolicy::byte_stream : FlowPolicy::packets;
    return {.kind = "socket", .native = fd, .key = object_key(fd), .label = std::move(label), .flow = flow};
}

void takes_in(Call& call, const char* name, int fd) {
    const auto& link = link_of(fd);
    if (link.in != 0) call.takes_in(name, link.in, key_out(link, nullptr));
}

int kind_of(Call& call) {
    return static_cast<int>(call.integer("type") | call.integer("flags"));
}

}  // namespace

void socket(Call& call) {
    const int kind = kind_of(call);
    const int fd = static_cast<int>(call.run([&] { return ::socket(AF_UNIX, kind, 0); }));
    if (!call.ok()) return;
    call.opened("socket", opened_socket(fd));
    if (call.integer("type") == SOCK_DGRAM) takes_in(call, "socket", fd);
}

void socketpair(Call& call) {
    const int kind = kind_of(call);
    int fds[2] = {-1, -1};
    call.run([&] { return ::socketpair(AF_UNIX, kind, 0, fds); });
    if (!call.ok()) return;
    linked_pair(fds[0], fds[1]);
    call.opened("first", opened_socket(fds[0]));
    call.opened("second", opened_socket(fds[1]));
    takes_in(call, "first", fds[0]);
    takes_in(call, "second", fds[1]);
}

void bind(Call& call) {
    const int fd = call.fd("socket");
    const auto address = address_of(call);
    if (!address) return;
    const bool by_path = call.integer("address") == path;
    const auto& name = call.bytes("path");
    const auto full = paths::absolute(name);
    struct stat status {};
    const bool was_there = by_path && ::lstat(name.c_str(), &status) == 0;
    if (by_path && !was_there) call.making(record_of(paths::intention(), full));
    call.run([&] { return ::bind(fd, address->get(), address->size); });
    if (!call.ok()) return;
    if (by_path) call.made(record_of(paths::identity_of(AT_FDCWD, name.c_str()), full));
    call.result("name", own_name(fd).name);
}

void listen(Call& call) {
    const int fd = call.fd("socket");
    const auto backlog = static_cast<int>(call.integer("backlog"));
    call.run([&] { return ::listen(fd, backlog); });
}

void accept(Call& call) {
    const int listener = call.fd("socket");
    const auto flags = static_cast<int>(call.integer("flags"));
    sockaddr_un from{};
    socklen_t size = sizeof from;
    const int fd = static_cast<int>(
        call.run([&] { return ::accept4(listener, reinterpret_cast<sockaddr*>(&from), &size, flags); }));
    if (!call.ok()) return;
    linked_accepted(fd);
    call.opened("connection", opened_socket(fd, shown(own_name(fd))));
    takes_in(call, "connection", fd);
    if (const auto client = named(from, size); client.where != unnamed) give(call, client);
}

void connect(Call& call) {
    const int fd = call.fd("socket");
    const auto address = address_of(call);
    if (!address) return;
    call.run([&] { return ::connect(fd, address->get(), address->size); });
    if (!call.ok()) return;
    linked_client(fd);
    takes_in(call, "socket", fd);
}

void shutdown(Call& call) {
    const int fd = call.fd("socket");
    const auto how = static_cast<int>(call.integer("how"));
    call.run([&] { return ::shutdown(fd, how); });
}

void close(Call& call) {
    const int fd = call.fd("descriptor");
    call.run([&] { return ::close(fd); });
    if (call.err() != EBADF) call.closed("descriptor");  // whatever else it says, Linux has closed it
}

void unlink(Call& call) {
    const auto& name = call.bytes("path");
    const auto full = paths::absolute(name);
    struct stat status {};
    if (::lstat(name.c_str(), &status) == 0 && !S_ISSOCK(status.st_mode))
        return call.refuse(
            fmt::format("path: {} is {}, not a socket", name, paths::kind_words(status.st_mode)));
    const auto identity = paths::identity_of(AT_FDCWD, name.c_str());
    call.run([&] { return ::unlink(name.c_str()); });
    if (call.ok() && !identity.empty()) call.unmade(record_of(identity, full));
}

static Result<std::string> remove(const std::string& text, bool intended) {
    const auto record = paths::parse_record("socket", text);
    if (!record) return failure("not a record of a socket: " + text);
    return paths::remove_recorded(*record, intended, S_IFSOCK, "socket");
}

static std::string describe(const std::string& text) {
    const auto record = paths::parse_record("socket", text);
    return record ? "socket " + record->path : text;
}

}  // namespace unix_socket

const Driver& unix_socket_driver() {
    using namespace unix_socket;
    static const Driver driver{
        .operations = {{"socket", unix_socket::socket},
                       {"socketpair", unix_socket::socketpair},
                       {"bind", unix_socket::bind},
                       {"listen", unix_socket::listen},
                       {"accept", unix_socket::accept},
                       {"connect", unix_socket::connect},
                       {"send", unix_socket::send},
                       {"recv", unix_socket::recv},
                       {"sendto", unix_socket::sendto},
                       {"recvfrom", unix_socket::recvfrom},
                       {"sendmsg", unix_socket::sendmsg},
                       {"recvmsg", unix_socket::recvmsg},
                       {"shutdown", unix_socket::shutdown},
                       {"close", unix_socket::close},
                       {"getsockname", unix_socket::getsockname},
                       {"getpeername", unix_socket::getpeername},
                       {"setsockopt", unix_socket::setsockopt},
                       {"getsockopt", unix_socket::getsockopt},
                       {"peercred", unix_socket::peer_credentials},
                       {"pending", unix_socket::pending},
                       {"set_flags", unix_socket::set_flags},
                       {"unlink", unix_socket::unlink}},
        .observe = unix_socket::observe,
        .remove = unix_socket::remove,
        .describe = unix_socket::describe,
    };
    return driver;
}

}  // namespace ipcscope::mechanisms

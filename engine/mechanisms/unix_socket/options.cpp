#include "mechanisms/unix_socket/calls.h"
#include "mechanisms/unix_socket/link.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace ipcscope::mechanisms::unix_socket {

namespace {

constexpr std::int64_t second_ns = 1'000'000'000;

int number_option(int fd, int option, int otherwise = 0) {
    int value = 0;
    socklen_t size = sizeof value;
    return ::getsockopt(fd, SOL_SOCKET, option, &value, &size) == 0 ? value : otherwise;
}

bool is_time(int option) {
    return option == SO_RCVTIMEO || option == SO_SNDTIMEO;
}

void ask_name(Call& call, int (*ask)(int, sockaddr*, socklen_t*)) {
    const int fd = call.fd("socket");
    sockaddr_un address{};
    socklen_t size = sizeof address;
    call.run([&] { return ask(fd, reinterpret_cast<sockaddr*>(&address), &size); });
    if (call.ok()) give(call, named(address, size));
}

// A descriptor of a kind that this run does not know: what the kernel calls it.
Fields observe_descriptor(int fd) {
    char link[4096];
    const auto length = ::readlink(fmt::format("/proc/self/fd/{}", fd).c_str(), link, sizeof link);
    const auto what = std::string(link, static_cast<std::size_t>(std::max<ssize_t>(0, length)));
    struct stat status {};
    ::fstat(fd, &status);
    return {
        {"what", what}, {"size", std::int64_t{status.st_size}}, {"access", ::fcntl(fd, F_GETFL) & O_ACCMODE}};
}

}  // namespace

void getsockname(Call& call) {
    ask_name(call,
             [](int fd, sockaddr* address, socklen_t* size) { return ::getsockname(fd, address, size); });
}

void getpeername(Call& call) {
    ask_name(call,
             [](int fd, sockaddr* address, socklen_t* size) { return ::getpeername(fd, address, size); });
}

void setsockopt(Call& call) {
    const int fd = call.fd("socket");
    const int option = static_cast<int>(call.integer("option"));
    const auto value = static_cast<int>(call.integer("value"));
    const auto after = call.integer("after");
    timeval time{};
    time.tv_sec = after / second_ns;
    time.tv_usec = after % second_ns / 1000;
    call.run([&] {
        return is_time(option) ? ::setsockopt(fd, SOL_SOCKET, option, &time, sizeof time)
                               : ::setsockopt(fd, SOL_SOCKET, option, &value, sizeof value);
    });
}

void getsockopt(Call& call) {
    const int fd = call.fd("socket");
    const int option = static_cast<int>(call.integer("option"));
    int value = 0;
    timeval time{};
    socklen_t size = is_time(option) ? sizeof time : sizeof value;
    call.run([&] {
        return is_time(option) ? ::getsockopt(fd, SOL_SOCKET, option, &time, &size)
                               : ::getsockopt(fd, SOL_SOCKET, option, &value, &size);
    });
    if (!call.ok()) return;
    if (is_time(option)) {
        call.result("after", time.tv_sec * second_ns + time.tv_usec * std::int64_t{1000});
    } else {
        call.result("value", value);
    }
}

void peer_credentials(Call& call) {
    const int fd = call.fd("socket");
    ucred who{};
    socklen_t size = sizeof who;
    call.run([&] { return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &size); });
    if (!call.ok()) return;
    call.result("pid", std::int64_t{who.pid});
    call.result("uid", static_cast<int>(who.uid));
    call.result("gid", static_cast<int>(who.gid));
}

void pending(Call& call) {
    const int fd = call.fd("socket");
    const auto which = static_cast<unsigned long>(call.integer("which"));
    int bytes = 0;
    call.run([&] { return ::ioctl(fd, which, &bytes); });
    if (call.ok()) call.result("bytes", bytes);
}

void set_flags(Call& call) {
    const int fd = call.fd("socket");
    const int others = std::max(::fcntl(fd, F_GETFL), 0) & ~O_NONBLOCK;
    const int flags = others | static_cast<int>(call.integer("flags"));
    call.run([&] { return ::fcntl(fd, F_SETFL, flags); });
}

Result<Fields> observe(std::string_view handle, std::int64_t native) {
    const int fd = static_cast<int>(native);
    if (handle == "descriptor") return observe_descriptor(fd);
    struct stat status {};
    if (::fstat(fd, &status) != 0) return system_failure("looking at the socket", "fstat");
    int in = 0;
    int out = 0;
    ::ioctl(fd, SIOCINQ, &in);  // a listening socket has no queue of bytes: zero
    ::ioctl(fd, SIOCOUTQ, &out);
    sockaddr_un peer{};
    socklen_t size = sizeof peer;
    const bool has_peer = ::getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) == 0;
    const bool listens = number_option(fd, SO_ACCEPTCONN) != 0;
    Fields fields{{"bytes", in},
                  {"unread", out},
                  {"type", number_option(fd, SO_TYPE)},
                  {"state", static_cast<int>(listens    ? listening
                                             : has_peer ? connected
                                                        : unconnected)},
                  {"name", shown(own_name(fd))},
                  {"peer", has_peer ? shown(named(peer, size)) : std::string()},
                  {"sndbuf", number_option(fd, SO_SNDBUF)},
                  {"rcvbuf", number_option(fd, SO_RCVBUF)}};
    if (!listens) return fields;
    if (const auto queue = listen_queue(static_cast<Inode>(status.st_ino))) {
        fields.emplace_back("waiting", std::int64_t{queue->waiting});
        fields.emplace_back("backlog", std::int64_t{queue->backlog});
    }
    return fields;
}

}  // namespace ipcscope::mechanisms::unix_socket

#include "mechanisms/stream_calls.h"
#include "mechanisms/unix_socket/calls.h"
#include "mechanisms/unix_socket/link.h"

#include <cstring>
#include <fmt/format.h>

#include <sys/socket.h>

namespace ipcscope::mechanisms::unix_socket {

namespace {

std::string_view data_of(Call& call) {
    return stream::stretched(call.bytes("data"), static_cast<std::size_t>(call.integer("size")));
}

int flags_of(Call& call) {
    return static_cast<int>(call.integer("flags"));
}

// An empty packet of a connection cannot be told from its end: no flow.
bool carries(const Link& link, std::size_t length) {
    return length > 0 || link.type == SOCK_DGRAM;
}

void sent(Call& call, std::string_view data, const Link& link, std::uint32_t key) {
    if (!call.ok()) return;
    call.payload(data.substr(0, static_cast<std::size_t>(call.ret())));
    if (carries(link, data.size())) call.flow_key(key);
}

// With MSG_TRUNC a datagram's whole length comes back, though no more than `size` of it was kept.
void received(Call& call, int fd, const char* buffer, std::size_t size, int flags) {
    if (!call.ok()) return;
    const auto length = static_cast<std::size_t>(call.ret());
    call.payload({buffer, std::min(length, size)}, length);
    const auto& link = link_of(fd);
    if ((flags & MSG_PEEK) == 0 && carries(link, length))
        call.flow_key(link.in != 0 ? link.in : arrives_here);
}

// What goes beside the bytes (unix(7), "Ancillary messages").
class Control {
public:
    msghdr& message() { return message_; }

    void give_room(std::size_t bytes) {
        message_.msg_control = bytes > 0 ? buffer_ : nullptr;
        message_.msg_controllen = std::min(bytes, sizeof buffer_);
    }

    void add(int type, const void* data, std::size_t size) {
        cmsghdr head{};
        head.cmsg_level = SOL_SOCKET;
        head.cmsg_type = type;
        head.cmsg_len = CMSG_LEN(size);
        std::memcpy(buffer_ + used_, &head, sizeof head);
        std::memcpy(buffer_ + used_ + CMSG_LEN(0), data, size);
        used_ += CMSG_SPACE(size);
        give_room(used_);
    }

    template <typename See>
    void each(See&& see) {
        for (auto* one = CMSG_FIRSTHDR(&message_); one; one = CMSG_NXTHDR(&message_, one))
            if (one->cmsg_level == SOL_SOCKET)
                see(one->cmsg_type, CMSG_DATA(one), static_cast<std::size_t>(one->cmsg_len) - CMSG_LEN(0));
    }

private:
    alignas(
        cmsghdr) unsigned char buffer_[CMSG_SPACE(sizeof(ucred)) + CMSG_SPACE(sizeof(int) * max_passed)] = {};
    std::size_t used_ = 0;
    msghdr message_{};
};

ucred credentials_of(Call& call) {
    if (call.integer("credentials") == 1) return {::getpid(), ::geteuid(), ::getegid()};
    return {static_cast<pid_t>(call.integer("pid")), static_cast<uid_t>(call.integer("uid")),
            static_cast<gid_t>(call.integer("gid"))};
}

bool wants_credentials(int fd) {
    int on = 0;
    socklen_t size = sizeof on;
    return ::getsockopt(fd, SOL_SOCKET, SO_PASSCRED, &on, &size) == 0 && on != 0;
}

}  // namespace

void send(Call& call) {
    const int fd = call.fd("socket");
    const auto data = data_of(call);
    const auto& link = link_of(fd);
    const auto key = key_out(link);
    const int flags = flags_of(call);
    call.run([&] { return ::send(fd, data.data(), data.size(), flags); });
    sent(call, data, link, key);
}

void sendto(Call& call) {
    const int fd = call.fd("socket");
    const auto to = address_of(call);
    if (!to) return;
    const auto data = data_of(call);
    const auto& link = link_of(fd);
    const auto key = key_out(link, &*to);
    const int flags = flags_of(call);
    call.run([&] { return ::sendto(fd, data.data(), data.size(), flags, to->get(), to->size); });
    sent(call, data, link, key);
}

void sendmsg(Call& call) {
    const int fd = call.fd("socket");
    const auto to = address_of(call);
    if (!to) return;
    const auto data = data_of(call);
    iovec part{const_cast<char*>(data.data()), data.size()};
    Control control;
    auto& message = control.message();
    message.msg_name = to->get() ? const_cast<char*>(to->bytes) : nullptr;
    message.msg_namelen = to->size;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (call.integer("credentials") != 0) {
        const auto who = credentials_of(call);
        control.add(SCM_CREDENTIALS, &who, sizeof who);
    }
    int passed[max_passed] = {};
    std::size_t count = 0;
    for (const auto& handle : call.list("descriptors"))
        passed[count++] = static_cast<int>(call.native_of(handle));
    if (count > 0) control.add(SCM_RIGHTS, passed, count * sizeof passed[0]);
    const auto& link = link_of(fd);
    const auto key = key_out(link, &*to);
    const int flags = flags_of(call);
    call.run([&] { return ::sendmsg(fd, &message, flags); });
    sent(call, data, link, key);
}

void recv(Call& call) {
    const int fd = call.fd("socket");
    const auto size = static_cast<std::size_t>(call.integer("size"));
    const int flags = flags_of(call);
    char* buffer = stream::scratch(size);
    call.run([&] { return ::recv(fd, buffer, size, flags); });
    received(call, fd, buffer, size, flags);
}

void recvfrom(Call& call) {
    const int fd = call.fd("socket");
    const auto size = static_cast<std::size_t>(call.integer("size"));
    const int flags = flags_of(call);
    char* buffer = stream::scratch(size);
    sockaddr_un from{};
    socklen_t length = sizeof from;
    call.run(
        [&] { return ::recvfrom(fd, buffer, size, flags, reinterpret_cast<sockaddr*>(&from), &length); });
    received(call, fd, buffer, size, flags);
    if (call.ok()) give(call, named(from, length));
}

void recvmsg(Call& call) {
    const int fd = call.fd("socket");
    const auto size = static_cast<std::size_t>(call.integer("size"));
    const auto room = static_cast<std::size_t>(call.integer("descriptors"));
    const int flags = flags_of(call);
    char* buffer = stream::scratch(size);
    iovec part{buffer, size};
    sockaddr_un from{};
    Control control;
    auto& message = control.message();
    message.msg_name = &from;
    message.msg_namelen = sizeof from;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    // To the byte: CMSG_SPACE would leave room in which the kernel puts one descriptor more.
    control.give_room((wants_credentials(fd) ? CMSG_SPACE(sizeof(ucred)) : 0) +
                      (room > 0 ? CMSG_LEN(sizeof(int) * room) : 0));
    call.run([&] { return ::recvmsg(fd, &message, flags); });
    received(call, fd, buffer, size, flags);
    if (!call.ok()) return;
    if (const auto sender = named(from, message.msg_namelen); sender.where != unnamed) give(call, sender);
    call.result("msg_flags", static_cast<std::int64_t>(message.msg_flags));
    std::int64_t count = 0;
    control.each([&](int type, const unsigned char* data, std::size_t bytes) {
        if (type == SCM_CREDENTIALS && bytes >= sizeof(ucred)) {
            ucred who{};
            std::memcpy(&who, data, sizeof who);
            call.result("pid", std::int64_t{who.pid});
            call.result("uid", std::int64_t{who.uid});
            call.result("gid", std::int64_t{who.gid});
        }
        if (type != SCM_RIGHTS) return;
        for (std::size_t i = 0; i < bytes / sizeof(int); ++i) {
            int passed = -1;
            std::memcpy(&passed, data + i * sizeof passed, sizeof passed);
            static const char* const names[max_passed] = {"passed_1", "passed_2", "passed_3", "passed_4",
                                                          "passed_5", "passed_6", "passed_7", "passed_8"};
            if (static_cast<std::size_t>(count) < max_passed) {
                call.received(names[count++], passed);
            } else {
                ::close(passed);
            }
        }
    });
    call.result("passed", count);
}

}  // namespace ipcscope::mechanisms::unix_socket

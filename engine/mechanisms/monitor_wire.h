// What the monitor's client and its probe say to each other over a socketpair of packets (unix(7),
// SOCK_SEQPACKET): a MessageHead, beside it a memfd that holds the body. Never trusted (schema/wire.h).
#pragma once

#include "base/unique_fd.h"
#include "mechanisms/monitor.h"
#include "schema/wire.h"

#include <cerrno>
#include <cstring>

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace ipcscope::monitor_wire {

inline constexpr int socket_fd = 3, progress_fd = 4;  // of the probe
inline constexpr std::size_t most_body = std::size_t{64} << 20;

enum class What : std::uint32_t { sample = 1, peek, act, refused };

struct Head {
    std::uint32_t magic = 0x49505343;
    What what = What::sample;
    std::uint64_t request = 0;  // an answer has the number of its request
    std::uint64_t kinds = 0;    // how many the sender knows: both must be of one build
};

inline Result<UniqueFd> in_memory(std::string_view body) {
    UniqueFd memory(memfd_create("ipcscope-message", MFD_CLOEXEC));
    if (!memory) return system_failure("speaking with the probe", "memfd_create");
    while (!body.empty()) {
        const auto put = write(memory.get(), body.data(), body.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return system_failure("speaking with the probe", "write");
        body.remove_prefix(static_cast<std::size_t>(put));
    }
    return memory;
}

inline Result<std::string> from_memory(int memory) {
    struct stat info {};
    if (fstat(memory, &info) != 0) return system_failure("speaking with the probe", "fstat");
    if (info.st_size < 0 || static_cast<std::size_t>(info.st_size) > most_body)
        return failure("the message is too long");
    std::string body(static_cast<std::size_t>(info.st_size), 0);
    for (std::size_t at = 0; at < body.size();) {
        const auto got = pread(memory, body.data() + at, body.size() - at, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return failure("the message ends too early");
        at += static_cast<std::size_t>(got);
    }
    return body;
}

inline Status send_message(int socket, const Head& head, int memory) {
    Head copy = head;
    iovec part{&copy, sizeof copy};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    auto* beside = CMSG_FIRSTHDR(&message);
    beside->cmsg_level = SOL_SOCKET;
    beside->cmsg_type = SCM_RIGHTS;
    beside->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(beside), &memory, sizeof memory);
    while (sendmsg(socket, &message, MSG_NOSIGNAL) < 0)
        if (errno != EINTR) return system_failure("speaking with the probe", "sendmsg");
    return {};
}

// Waits for it. Failure with code ECONNRESET: the other side is gone.
inline Status receive_message(int socket, Head& head, UniqueFd& memory, int flags = 0) {
    iovec part{&head, sizeof head};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    ssize_t got = -1;
    while ((got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | flags)) < 0)
        if (errno != EINTR) return system_failure("speaking with the probe", "recvmsg");
    for (auto* beside = CMSG_FIRSTHDR(&message); beside; beside = CMSG_NXTHDR(&message, beside)) {
        if (beside->cmsg_level != SOL_SOCKET || beside->cmsg_type != SCM_RIGHTS) continue;
        int fd = -1;
        std::memcpy(&fd, CMSG_DATA(beside), sizeof fd);
        memory.reset(fd);
    }
    if (got == 0) return system_failure("the other side is gone", "recvmsg", ECONNRESET);
    if (got != sizeof head || head.magic != Head().magic || !memory)
        return failure("what came is no message");
    return {};
}

inline void put_error(Writer& out, const Error& error) {
    out.bytes(error.message);
    out.bytes(error.call);
    out.i64(error.code);
}
// `call` must last: the names are few.
inline Error take_error(Reader& in) {
    Error error;
    error.message = in.bytes();
    const std::string call(in.bytes());
    error.code = static_cast<int>(in.i64());
    if (!call.empty()) error.message += ": " + call;
    if (error.code != 0) error.message += std::string(" (") + errno_name(error.code) + ")";
    error.code = 0;
    return error;
}

inline std::string encode(const PeekRequest& request) {
    Writer out;
    out.u64(request.kind);
    out.bytes(request.key);
    out.u64(request.offset);
    out.u64(request.limit);
    out.u8(request.allow_fetch);
    out.u32(static_cast<std::uint32_t>(request.descriptors.size()));
    for (const auto& [pid, fd] : request.descriptors) {
        out.i64(pid);
        out.i64(fd);
    }
    return out.take();
}
inline bool decode(std::string_view body, PeekRequest& request) {
    Reader in(body);
    request.kind = in.u64();
    request.key = in.bytes();
    request.offset = in.u64();
    request.limit = in.u64();
    request.allow_fetch = in.u8() != 0;
    const auto count = in.u32();
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        const auto pid = in.i64();
        const auto fd = in.i64();
        request.descriptors.emplace_back(static_cast<pid_t>(pid), static_cast<int>(fd));
    }
    return in.ok() && in.done() && request.kind < monitored_kinds().size();
}

inline std::string encode(const ActRequest& request, std::string_view confirmed) {
    Writer out;
    out.u64(request.kind);
    out.bytes(request.key);
    out.u8(static_cast<std::uint8_t>(request.action));
    out.fields(request.args);
    out.i64(request.seen_ns);
    out.bytes(confirmed);
    return out.take();
}
inline bool decode(std::string_view body, ActRequest& request, std::string& confirmed) {
    Reader in(body);
    request.kind = in.u64();
    request.key = in.bytes();
    request.action = static_cast<ActionKind>(in.u8());
    request.args = in.fields();
    request.seen_ns = in.i64();
    confirmed = in.bytes();
    return in.ok() && in.done() && request.kind < monitored_kinds().size() &&
           request.action <= ActionKind::signal;
}

inline std::string encode(const Peeked& peeked) {
    Writer out;
    out.u8(static_cast<std::uint8_t>(peeked.tier));
    out.bytes(peeked.how);
    out.bytes(peeked.note);
    out.fields(peeked.state);
    return out.take();
}
inline bool decode(std::string_view body, Peeked& peeked) {
    Reader in(body);
    peeked.tier = static_cast<Tier>(in.u8());
    peeked.how = in.bytes();
    peeked.note = in.bytes();
    peeked.state = in.fields();
    return in.ok() && in.done() && peeked.tier <= Tier::tracer;
}

}  // namespace ipcscope::monitor_wire

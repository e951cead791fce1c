#include "worker/link/protocol.h"

#include <algorithm>
#include <cstring>

#include <sys/socket.h>
#include <sys/uio.h>

namespace ipcscope {

namespace {

constexpr std::size_t head_bytes = 5;  // u32 length of the body, u8 kind
constexpr std::size_t max_fds = 4;

bool read_all(int socket, char* to, std::size_t size) {
    while (size > 0) {
        const auto got = recv(socket, to, size, 0);
        if (got < 0 && errno == EINTR) continue;  // a signal that the worker was sent: not ours to report
        if (got <= 0) return false;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

// The first bytes of a frame, with the descriptors that came along.
ssize_t receive_with_fds(int socket, char* to, std::size_t size, std::vector<UniqueFd>& fds) {
    iovec part{to, size};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * max_fds)];
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const auto got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (got <= 0) return got;
    for (auto* c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c)) {
        if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
        const auto count = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(c) + i * sizeof(int), sizeof fd);
            fds.emplace_back(fd);
        }
    }
    return got;
}

std::uint32_t body_size(const char* head) {
    std::uint32_t size = 0;
    std::memcpy(&size, head, sizeof size);
    return size;
}

}  // namespace

Result<Frame> receive_frame(int socket) {
    Frame frame;
    char head[head_bytes];
    ssize_t got = 0;
    do {
        got = receive_with_fds(socket, head, sizeof head, frame.fds);
    } while (got < 0 && errno == EINTR);
    if (got == 0) return failure("the supervisor is gone");
    if (got < 0) return system_failure("reading from the supervisor", "recvmsg");
    const auto have = static_cast<std::size_t>(got);
    if (!read_all(socket, head + have, sizeof head - have)) return failure("the supervisor is gone");
    const auto size = body_size(head);
    if (size > max_frame) return failure("a frame from the supervisor is too long");
    frame.kind = static_cast<FrameKind>(head[4]);
    frame.body.resize(size);
    if (!read_all(socket, frame.body.data(), size)) return failure("the supervisor is gone");
    return frame;
}

std::string frame_bytes(FrameKind kind, std::string_view body) {
    std::string out;
    out.reserve(head_bytes + body.size());
    const auto size = static_cast<std::uint32_t>(body.size());
    out.append(reinterpret_cast<const char*>(&size), sizeof size);
    out.push_back(static_cast<char>(kind));
    out.append(body);
    return out;
}

Status send_frame(int socket, FrameKind kind, std::string_view body) {
    const auto bytes = frame_bytes(kind, body);
    for (std::size_t at = 0; at < bytes.size();) {
        const auto sent = send(socket, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return system_failure("writing to the supervisor", "send");
        at += static_cast<std::size_t>(sent);
    }
    return {};
}

Result<std::size_t> send_some(int socket, std::string_view bytes, const std::vector<int>& fds) {
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * max_fds)] = {};
    if (!fds.empty()) {
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * fds.size());
        auto* c = CMSG_FIRSTHDR(&message);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(sizeof(int) * fds.size());
        std::memcpy(CMSG_DATA(c), fds.data(), sizeof(int) * fds.size());
    }
    const auto sent = sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) return static_cast<std::size_t>(sent);
    if (errno == EAGAIN || errno == EINTR) return std::size_t{0};
    return system_failure("writing to a worker", "sendmsg");
}

bool FrameBuffer::fill(int socket) {
    if (used_ > 0) data_.erase(0, used_), used_ = 0;
    if (nonsense()) return false;
    char part[65536];
    while (true) {
        if (data_.size() > max_frame + sizeof part) return true;  // enough for one time
        const auto got = recv(socket, part, sizeof part, MSG_DONTWAIT);
        if (got > 0) data_.append(part, static_cast<std::size_t>(got));
        if (got > 0 && static_cast<std::size_t>(got) == sizeof part) continue;
        if (got > 0) return true;
        if (got == 0) return false;
        if (errno == EINTR) continue;
        return errno == EAGAIN;
    }
}

bool FrameBuffer::nonsense() const {
    return data_.size() - used_ >= head_bytes && body_size(data_.data() + used_) > max_frame;
}

bool FrameBuffer::next(Frame& frame) {
    if (data_.size() - used_ < head_bytes || nonsense()) return false;
    const auto size = body_size(data_.data() + used_);
    if (data_.size() - used_ - head_bytes < size) return false;
    frame.kind = static_cast<FrameKind>(data_[used_ + 4]);
    frame.body.assign(data_, used_ + head_bytes, size);
    used_ += head_bytes + size;
    return true;
}

}  // namespace ipcscope

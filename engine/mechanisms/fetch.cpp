#include "mechanisms/fetch.h"

#include "mechanisms/monitored.h"
#include "mechanisms/proc_net.h"

#include <cerrno>
#include <ctime>
#include <fmt/format.h>
#include <poll.h>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

namespace ipcscope::mechanisms {

namespace {

std::int64_t now_ns() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

std::string name_of(pid_t pid) {
    auto text = diag::read_whole(fmt::format("/proc/{}/comm", pid).c_str());
    if (!text || text->empty()) return {};
    if (text->back() == '\n') text->pop_back();
    return *text;
}

std::string permission_needed(pid_t pid) {
    const auto yama = diag::read_whole("/proc/sys/kernel/yama/ptrace_scope");
    if (yama && !yama->empty() && yama->front() != '0')
        return fmt::format(
            "process {} may not be looked into: Yama allows it only to its parents (ptrace_scope {}); it "
            "takes CAP_SYS_PTRACE",
            pid, yama->front());
    return fmt::format(
        "process {} may not be looked into: it belongs to another user or protects itself; it takes "
        "CAP_SYS_PTRACE",
        pid);
}

}  // namespace

std::string Fetched::from() const {
    const auto name = name_of(pid);
    return name.empty() ? fmt::format("descriptor {} of process {}", number, pid)
                        : fmt::format("descriptor {} of process {} ({})", number, pid, name);
}

Result<Fetched> fetch(const PeekRequest& request, const char* purpose,
                      const std::function<bool(int fd, const struct stat&)>& same) {
    if (request.descriptors.empty())
        return failure(::geteuid() == 0
                           ? "no process has a descriptor of it"
                           : "no process that may be looked into has a descriptor of it; it takes "
                             "CAP_SYS_PTRACE to look into those of other users");
    if (!request.allow_fetch) {
        Fetched first;
        first.pid = request.descriptors.front().first;
        first.number = request.descriptors.front().second;
        return failure(
            fmt::format("this needs a descriptor, and none was allowed to be fetched: it would copy "
                        "{} for some microseconds (pidfd_getfd), {}, and close it again",
                        first.from(), purpose));
    }
    std::string why;
    for (const auto& [pid, number] : request.descriptors) {
        const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0u)));
        if (!process) {
            if (why.empty())
                why = system_failure(fmt::format("process {}", pid), "pidfd_open").value().text();
            continue;
        }
        Fetched out;
        out.taken_ns = now_ns();
        out.fd.reset(static_cast<int>(::syscall(SYS_pidfd_getfd, process.get(), number, 0u)));
        const int code = errno;
        struct stat seen {};
        if (out.fd && ::fstat(out.fd.get(), &seen) == 0 && same(out.fd.get(), seen)) {
            out.pid = pid;
            out.number = number;
            return out;
        }
        if (out.fd || code == EBADF)
            why = fmt::format("process {} has closed it", pid);
        else if (code == EPERM || code == EACCES)
            why = permission_needed(pid);
        else
            why = system_failure(fmt::format("process {}", pid), "pidfd_getfd", code).value().text();
    }
    return failure(why);
}

std::string give_back(Fetched& fetched, const char* done) {
    fetched.fd.reset();
    const auto held = now_ns() - fetched.taken_ns;
    return fmt::format("{} was fetched for {} microseconds: {}", fetched.from(), (held + 999) / 1000, done);
}

std::uint64_t inode_of_key(std::string_view key) {
    return number_in(key, "[");
}

SocketLook look_into_socket(int fd, std::size_t limit) {
    SocketLook out;
    int type = 0, place = -1, bytes = 0;
    socklen_t size = sizeof type;
    ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size);
    size = sizeof place;
    if (::getsockopt(fd, SOL_SOCKET, SO_PEEK_OFF, &place, &size) == 0 && place >= 0) {
        out.note = "its program looks ahead itself (SO_PEEK_OFF): a look from here would move its place";
        return out;
    }
    // An error that waits is told once: whoever asks takes it away from the owner.
    pollfd state{.fd = fd, .events = POLLIN, .revents = 0};
    if (::poll(&state, 1, 0) < 0 || (state.revents & POLLERR) != 0) {
        out.note = "an error waits to be told to its owner; a look would take it away";
        return out;
    }
    if (::ioctl(fd, SIOCINQ, &bytes) != 0) {
        out.note = errno == EINVAL ? "it listens, and carries no data itself" : "the bytes cannot be counted";
        return out;
    }
    out.bytes = bytes;
    const bool stream = type == SOCK_STREAM;
    if (bytes <= 0) {
        if (stream || (state.revents & POLLIN) == 0)
            out.note = "nothing waits to be received";
        else
            out.note = "what comes next is empty: a message of no bytes, or the end";
        return out;
    }
    out.data.resize(std::min(static_cast<std::size_t>(bytes), limit));
    // No control buffer: descriptors under way would be installed here. (TCP copies nothing with MSG_TRUNC.)
    const auto got =
        ::recv(fd, out.data.data(), out.data.size(), MSG_PEEK | MSG_DONTWAIT | (stream ? 0 : MSG_TRUNC));
    const auto kept = got < 0 ? 0 : std::min(static_cast<std::size_t>(got), out.data.size());
    out.data.resize(kept);
    if (got < 0) {
        out.note = fmt::format("somebody was faster ({})", errno_name(errno));
    } else if (!stream) {
        out.bytes = got;
        out.note = kept < static_cast<std::size_t>(got)
                       ? "the beginning of the first message; those behind it "
                         "are not shown"
                       : "the first message; those behind it are not shown";
    } else if (kept < static_cast<std::size_t>(bytes)) {
        out.note = "the first of the bytes that wait";
    }
    return out;
}

}  // namespace ipcscope::mechanisms

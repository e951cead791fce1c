#include "probe/fd_waits.h"

#include <algorithm>
#include <poll.h>

#include <linux/wait.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/syscall.h>

namespace ipcscope {
namespace {

constexpr std::uint64_t most_polled = 65536;  // of one call: more are not looked at

Access access_of(bool in, bool out) {
    return static_cast<Access>((in ? 1 : 0) | (out ? 2 : 0));
}

void add_polled(const CallLine& call, const CallMemory& memory, CallWaits& waits) {
    std::vector<pollfd> polled(std::min(call.args[1], most_polled));
    if (!polled.empty() && !memory(call.args[0], polled.data(), polled.size() * sizeof polled[0])) return;
    for (const auto& one : polled)
        if (one.fd >= 0)
            waits.fds.push_back({one.fd, access_of((one.events & (POLLIN | POLLPRI | POLLRDNORM)) != 0,
                                                   (one.events & (POLLOUT | POLLWRNORM)) != 0)});
}

void add_selected(const CallLine& call, const CallMemory& memory, CallWaits& waits) {
    const auto count = std::min(call.args[0], most_polled);
    std::vector<unsigned long> sets[3];
    constexpr std::size_t bits = 8 * sizeof(unsigned long);
    for (std::size_t i = 0; i < 3; ++i) {
        sets[i].resize((count + bits - 1) / bits);
        const auto size = sets[i].size() * sizeof(unsigned long);
        if (call.args[i + 1] == 0 || !memory(call.args[i + 1], sets[i].data(), size))
            std::fill(sets[i].begin(), sets[i].end(), 0);
    }
    for (std::size_t fd = 0; fd < count; ++fd) {
        const auto in = [&](const auto& set) { return (set[fd / bits] >> fd % bits & 1) != 0; };
        const bool read = in(sets[0]) || in(sets[2]), write = in(sets[1]);
        if (read || write) waits.fds.push_back({static_cast<int>(fd), access_of(read, write)});
    }
}

}  // namespace

bool waits_on_descriptors(const CallLine& call, const CallMemory& memory, CallWaits& waits) {
    waits = {};
    const auto fd = [&](int arg) { return static_cast<int>(call.args[arg]); };
    const auto one = [&](Access direction, bool timed = false) {
        waits.fds.push_back({fd(0), direction});
        waits.timed = timed;
        return true;
    };
    const auto several = [&](bool timed) {
        waits.any = true;
        waits.timed = timed;
        return true;
    };
    switch (call.syscall) {
        case SYS_read:
        case SYS_readv:
        case SYS_pread64:
        case SYS_preadv:
        case SYS_preadv2:
        case SYS_recvfrom:
        case SYS_recvmsg:
#ifdef SYS_accept
        case SYS_accept:
#endif
        case SYS_accept4: return one(Access::read);
        case SYS_recvmmsg:
        case SYS_mq_timedreceive: return one(Access::read, call.args[4] != 0);
        case SYS_write:
        case SYS_writev:
        case SYS_pwrite64:
        case SYS_pwritev:
        case SYS_pwritev2:
        case SYS_sendto:
        case SYS_sendmsg:
        case SYS_sendmmsg:
        case SYS_vmsplice:
        case SYS_connect: return one(Access::write);
        case SYS_mq_timedsend: return one(Access::write, call.args[4] != 0);
        case SYS_flock: return one(Access::unknown);
        case SYS_splice: waits.fds = {{fd(0), Access::read}, {fd(2), Access::write}}; return several(false);
        case SYS_tee: waits.fds = {{fd(0), Access::read}, {fd(1), Access::write}}; return several(false);
        case SYS_sendfile: waits.fds = {{fd(1), Access::read}, {fd(0), Access::write}}; return several(false);
        case SYS_waitid:
            if (fd(0) != P_PIDFD) return false;
            waits.fds = {{fd(1), Access::read}};
            return true;
#ifdef SYS_poll
        case SYS_poll: add_polled(call, memory, waits); return several(static_cast<int>(call.args[2]) >= 0);
#endif
        case SYS_ppoll: add_polled(call, memory, waits); return several(call.args[2] != 0);
#ifdef SYS_select
        case SYS_select:
#endif
        case SYS_pselect6: add_selected(call, memory, waits); return several(call.args[4] != 0);
#ifdef SYS_epoll_wait
        case SYS_epoll_wait:
#endif
        case SYS_epoll_pwait: waits.epoll = fd(0); return several(static_cast<int>(call.args[3]) >= 0);
#ifdef SYS_epoll_pwait2
        case SYS_epoll_pwait2: waits.epoll = fd(0); return several(call.args[3] != 0);
#endif
        default: return false;
    }
}

bool waits_for_one(const CallLine& call) {
    constexpr int futex_wait = 455;  // Linux 6.7; not in the headers of the libraries yet
    switch (call.syscall) {
        case SYS_futex:
        case SYS_semtimedop: return call.args[3] == 0;
        case futex_wait: return call.args[4] == 0;
        case SYS_semop:
        case SYS_msgsnd:
        case SYS_msgrcv:
        case SYS_fcntl: return true;
        default: break;
    }
    CallWaits waits;
    const auto no_memory = [](std::uint64_t, void*, std::size_t) { return false; };
    return waits_on_descriptors(call, no_memory, waits) && !waits.any && !waits.timed && waits.epoll < 0;
}

void add_epoll_members(std::string_view info, std::vector<FdWait>& waits) {
    constexpr std::string_view begin = "tfd:", asked = "events:";
    for (auto at = info.find(begin); at != std::string_view::npos; at = info.find(begin, at)) {
        at += begin.size();
        auto line = info.substr(at, info.find('\n', at) - at);
        int fd = -1;
        std::uint32_t events = 0;
        if (!take_number(line, fd)) continue;
        const auto events_at = line.find(asked);
        if (events_at == std::string_view::npos) continue;
        line.remove_prefix(events_at + asked.size());
        if (!take_number(line, events, 16)) continue;
        FdWait wait{fd, access_of((events & (EPOLLIN | EPOLLPRI | EPOLLRDNORM | EPOLLRDHUP)) != 0,
                                  (events & (EPOLLOUT | EPOLLWRNORM)) != 0)};
        const auto number = [&](std::string_view name) {
            std::uint64_t found = 0;
            const auto begins = line.find(name);
            if (begins == std::string_view::npos) return found;
            auto rest = line.substr(begins + name.size());
            return take_number(rest, found, 16) ? found : 0;
        };
        wait.inode = number(" ino:");
        wait.device = number(" sdev:");
        waits.push_back(wait);
    }
}

}  // namespace ipcscope

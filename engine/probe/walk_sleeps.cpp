#include "base/clock.h"
#include "probe/fd_waits.h"
#include "probe/walk.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <unordered_map>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace ipcscope {
namespace {

std::string_view link_of(const KnownProcess& process, const KnownDescriptor& one) {
    return std::string_view(process.links).substr(one.link, one.link_size);
}

// "" = it has no such descriptor, or none that anybody asks for.
std::string_view link_of(const KnownProcess& process, int fd) {
    const auto known =
        std::lower_bound(process.descriptors.begin(), process.descriptors.end(), fd,
                         [](const KnownDescriptor& one, int wanted) { return one.fd < wanted; });
    const bool is = known != process.descriptors.end() && known->fd == fd;
    return is ? link_of(process, *known) : std::string_view();
}

// The file systems that pipes and sockets are on, as fdinfo writes them.
struct Anonymous {
    std::uint64_t pipes = 0, sockets = 0;  // 0 = not known
    Anonymous() {
        struct stat info {};
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_CLOEXEC) == 0 && fstat(ends[0], &info) == 0) pipes = info.st_dev;
        const UniqueFd one(ends[0]), other(ends[1]);
        const UniqueFd socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        if (socket && fstat(socket.get(), &info) == 0) sockets = info.st_dev;
    }
};

}  // namespace

class WalkSleep : public SeenSleep {
public:
    WalkSleep(Walk& walk, const KnownProcess& of) : walk_(walk), of_(of) {
        process = of.index;
        pid = of.pid;
    }
    void point_to(const KnownThread& known) {
        thread = known.tid;
        syscall = known.call.syscall;
        std::copy(std::begin(known.call.args), std::end(known.call.args), args);
        place = known.place;
    }
    bool memory(std::uint64_t address, void* to, std::size_t size) const override {
        if (!opened_) {
            memory_.reset(openat(of_.files(), "mem", O_RDONLY | O_CLOEXEC));
            opened_ = true;
        }
        if (!memory_ || address > INT64_MAX) return false;
        return pread(memory_.get(), to, size, static_cast<off_t>(address)) == static_cast<ssize_t>(size);
    }
    bool mapped(std::uint64_t address, SeenMapping& mapping) const override;
    ObjectIndex object_of(int fd) const override;

private:
    Walk& walk_;
    const KnownProcess& of_;
    mutable UniqueFd memory_;
    mutable bool opened_ = false, have_maps_ = false, have_fds_ = false;
    mutable std::vector<MapLine> maps_;
    mutable std::string text_;  // of the maps
    mutable std::vector<std::pair<int, ObjectIndex>> fds_;
};

bool WalkSleep::mapped(std::uint64_t address, SeenMapping& mapping) const {
    if (!have_maps_) {
        int error = 0;
        text_ = walk_.reader_.read(of_.files(), "maps", error);
        std::string_view rest = text_;
        for (MapLine line; take_map_line(rest, line);)
            maps_.push_back(line);
        have_maps_ = true;
    }
    const auto behind =
        std::upper_bound(maps_.begin(), maps_.end(), address,
                         [](std::uint64_t at, const MapLine& line) { return at < line.begin; });
    if (behind == maps_.begin() || address >= (behind - 1)->end) return false;
    const auto& line = *(behind - 1);
    mapping = {of_.index,  of_.pid,       line.begin,    line.end,    line.offset, line.device,
               line.inode, line.readable, line.writable, line.shared, line.path};
    return true;
}

ObjectIndex WalkSleep::object_of(int fd) const {
    if (!have_fds_) {
        const auto& holds = walk_.builder_.holds();  // among its own, a mechanism may have put others'
        for (auto i = walk_.first_hold_; i < holds.size(); ++i)
            if (holds[i].kind == Hold::descriptor && holds[i].process == of_.index && holds[i].fd >= 0)
                fds_.emplace_back(holds[i].fd, holds[i].object);
        std::stable_sort(fds_.begin(), fds_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        have_fds_ = true;
    }
    const auto found = std::lower_bound(fds_.begin(), fds_.end(), fd,
                                        [](const auto& one, int wanted) { return one.first < wanted; });
    return found != fds_.end() && found->first == fd ? found->second : none_index;
}

void Walk::read_calls(KnownProcess& process, Reading& with) {
    if (process.foreign) return;
    // One that was woken but has had no turn yet sleeps no more, though it has not run. That it has none for
    // long is rare: where there are very many they are looked at in turn, and never hundreds of threads of
    // one.
    constexpr std::size_t few = 16;
    const bool may_be_woken = process.in_turn && process.calls_errno == 0 && process.threads.size() <= few;
    for (auto& thread : process.threads) {
        const bool again = may_be_woken && (thread.call.syscall < 0 || waits_for_one(thread.call));
        if (thread.unread || !thread.called || again) read_call(process, thread, with);
        if (process.calls_errno == EACCES || process.calls_errno == EPERM) return;
    }
}

void Walk::give_sleeps(KnownProcess& process) {
    if (process.calls_errno == EACCES || process.calls_errno == EPERM) return;
    WalkSleep sleep(*this, process);
    for (auto& thread : process.threads)
        if (thread.call.syscall >= 0) give_sleep(process, thread, sleep);
}

// After a stop (SIGSTOP, a debugger) some calls go on under another number, with the arguments that they had.
void Walk::name_restarted(const KnownProcess& process, KnownThread& thread, const CallLine& before,
                          Reading& with) {
    auto as_before = thread.call;
    as_before.syscall = before.syscall;
    if (before.syscall >= 0 && as_before == before) {
        thread.call = before;
        return;
    }
    int error = 0;
    thread.place =
        with.reader.read(process.directory.get(), NumberPath("task/", thread.tid, "/wchan").c_str(), error);
    if (thread.place.find("futex") != std::string::npos) thread.call.syscall = SYS_futex;
#ifdef SYS_poll
    if (thread.place.find("poll") != std::string::npos) thread.call.syscall = SYS_poll;
#endif
}

void Walk::read_call(KnownProcess& process, KnownThread& thread, Reading& with) {
    const auto before = thread.call;
    const bool known = thread.called;
    thread.call = {};
    thread.called = true;
    const bool ran = thread.unread;
    thread.unread = false;
    int error = 0;
    const bool alone = process.threads.size() == 1;
    const auto text =
        with.reader.read(process.directory.get(),
                         alone ? "syscall" : NumberPath("task/", thread.tid, "/syscall").c_str(), error);
    // A thread that ended meanwhile is no gap.
    process.calls_errno = static_cast<std::int16_t>(error == ESRCH || error == ENOENT ? 0 : error);
    if (error != 0 || !parse_call(text, thread.call)) thread.call = {};
    if (thread.call.syscall == SYS_restart_syscall) name_restarted(process, thread, before, with);
    // Where the kernel does not count turns, the same call with the same stack is taken for the same wait.
    const bool same = known && (thread.turns == 0 || !ran) && before == thread.call;
    if (same) return;
    thread.since_ns = builder_.head().taken_ns;
    thread.place.clear();
}

void Walk::give_sleep(KnownProcess& process, KnownThread& thread, WalkSleep& sleep) {
    const auto wanted = sleeps_wanted_.find(thread.call.syscall);
    if (wanted != sleeps_wanted_.end()) {
        if (thread.place.empty()) {
            int error = 0;
            thread.place = reader_.read(process.directory.get(),
                                        NumberPath("task/", thread.tid, "/wchan").c_str(), error);
            if (thread.place.empty()) thread.place = "0";
        }
        sleep.point_to(thread);
        if (thread.place == "0") sleep.place = {};  // it runs, or we may not know
        builder_.default_since(thread.since_ns);
        each_monitor(wanted->second, [&](Monitor& monitor) { monitor.sleeping(builder_, sleep); });
        builder_.default_since(0);
        return;
    }
    sleep.point_to(thread);
    CallWaits waits;
    const auto memory = [&](std::uint64_t address, void* to, std::size_t size) {
        return sleep.memory(address, to, size);
    };
    if (!waits_on_descriptors(thread.call, memory, waits)) return;
    if (waits.epoll >= 0) {
        waits.fds.push_back({waits.epoll, Access::read});
        add_members(process, waits.epoll, waits.fds);
    }
    const bool any = waits.any && waits.fds.size() > 1;
    if (any) groups_ = static_cast<std::uint8_t>(groups_ == 255 ? 1 : groups_ + 1);
    for (const auto& one : waits.fds) {
        SeenWait wait;
        wait.object = sleep.object_of(one.fd);
        if (wait.object == none_index) continue;
        wait.process = process.index;
        wait.thread = thread.tid;
        wait.fd = one.fd;
        wait.syscall = thread.call.syscall;
        wait.direction = one.direction;
        wait.any = any ? groups_ : 0;
        wait.timed = waits.timed;
        wait.since_ns = thread.since_ns;
        builder_.wait(wait);
    }
}

// A member is the file that was added. Its number may lead elsewhere by now: it was closed and given again,
// or is another one's, from whom the epoll was inherited. A pipe or a socket is then looked for among all
// that the process has; what it has no more is left out.
void Walk::find_members(const KnownProcess& process, std::size_t first, std::vector<FdWait>& waits) {
    static const Anonymous anonymous;
    std::unordered_map<std::string_view, int> by_link;
    const auto search = [&](std::string_view link) {
        if (by_link.empty())
            for (const auto& one : process.descriptors)
                by_link.emplace(link_of(process, one), one.fd);
        const auto found = by_link.find(link);
        return found == by_link.end() ? -1 : found->second;
    };
    for (auto at = first; at < waits.size(); ++at) {
        auto& member = waits[at];
        if (member.device == 0) continue;
        const auto link = link_of(process, member.fd);
        const char* prefix = member.device == anonymous.pipes     ? "pipe:["
                             : member.device == anonymous.sockets ? "socket:["
                                                                  : nullptr;
        if (prefix) {
            const NumberPath was(prefix, static_cast<std::int64_t>(member.inode), "]");
            if (link != was.c_str()) member.fd = search(was.c_str());
        } else if (link.starts_with("pipe:[") || link.starts_with("socket:[")) {
            member.fd = -1;
        }
    }
    std::erase_if(waits, [](const FdWait& one) { return one.fd < 0; });
}

// Also of epoll descriptors that are members of it.
void Walk::add_members(KnownProcess& process, int epoll, std::vector<FdWait>& waits) {
    constexpr std::size_t deepest = 4;  // the kernel allows five
    std::vector<int> asked{epoll};
    for (std::size_t i = 0; i < asked.size() && i <= deepest; ++i) {
        int error = 0;
        const auto info = info_reader_.read(process.files(), NumberPath("fdinfo/", asked[i]).c_str(), error);
        const auto first = waits.size();
        add_epoll_members(info, waits);
        find_members(process, first, waits);
        for (auto at = first; at < waits.size(); ++at) {
            const int fd = waits[at].fd;
            if (link_of(process, fd).starts_with("anon_inode:[eventpoll]") &&
                std::find(asked.begin(), asked.end(), fd) == asked.end())
                asked.push_back(fd);
        }
    }
}

}  // namespace ipcscope

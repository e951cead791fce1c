#include "base/clock.h"
#include "probe/fd_waits.h"
#include "probe/walk.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace ipcscope {

class WalkSleep : public SeenSleep {
public:
    WalkSleep(Walk& walk, const KnownProcess& of) : walk_(walk), of_(of) {
        process = of.index;
        pid = of.pid;
        first_hold_ = walk.builder_.holds().size();
        for (; first_hold_ > 0 && walk.builder_.holds()[first_hold_ - 1].process == of.index; --first_hold_) {
        }
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
    std::size_t first_hold_ = 0;
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
        const auto& holds = walk_.builder_.holds();
        for (auto i = first_hold_; i < holds.size(); ++i)
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
    for (auto& thread : process.threads) {
        if (thread.ran || !thread.called) read_call(process, thread, with);
        if (process.calls_errno == EACCES || process.calls_errno == EPERM) return;
    }
}

void Walk::give_sleeps(KnownProcess& process) {
    if (process.calls_errno == EACCES || process.calls_errno == EPERM) return;
    WalkSleep sleep(*this, process);
    for (auto& thread : process.threads)
        if (thread.call.syscall >= 0) give_sleep(process, thread, sleep);
}

void Walk::read_call(KnownProcess& process, KnownThread& thread, Reading& with) {
    const auto before = thread.call;
    const bool known = thread.called;
    thread.call = {};
    thread.called = true;
    thread.place.clear();
    int error = 0;
    const bool alone = process.threads.size() == 1;
    const auto text =
        with.reader.read(process.directory.get(),
                         alone ? "syscall" : NumberPath("task/", thread.tid, "/syscall").c_str(), error);
    // A thread that ended meanwhile is no gap.
    process.calls_errno = static_cast<std::int16_t>(error == ESRCH || error == ENOENT ? 0 : error);
    if (error != 0 || !parse_call(text, thread.call)) thread.call = {};
    // Where the kernel does not count turns, the same call with the same stack is taken for the same wait.
    const bool same = known && thread.turns == 0 && before == thread.call;
    if (!same) thread.since_ns = builder_.head().taken_ns;
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

// Also of epoll descriptors that are members of it.
void Walk::add_members(KnownProcess& process, int epoll, std::vector<FdWait>& waits) {
    constexpr std::size_t deepest = 4;  // the kernel allows five
    std::vector<int> asked{epoll};
    for (std::size_t i = 0; i < asked.size() && i <= deepest; ++i) {
        int error = 0;
        const auto info = info_reader_.read(process.files(), NumberPath("fdinfo/", asked[i]).c_str(), error);
        const auto first = waits.size();
        add_epoll_members(info, waits);
        for (auto at = first; at < waits.size(); ++at) {
            const auto known =
                std::lower_bound(process.descriptors.begin(), process.descriptors.end(), waits[at].fd,
                                 [](const KnownDescriptor& one, int wanted) { return one.fd < wanted; });
            const bool is_epoll = known != process.descriptors.end() && known->fd == waits[at].fd &&
                                  std::string_view(process.links)
                                      .substr(known->link, known->link_size)
                                      .starts_with("anon_inode:[eventpoll]");
            if (is_epoll && std::find(asked.begin(), asked.end(), known->fd) == asked.end())
                asked.push_back(known->fd);
        }
    }
}

}  // namespace ipcscope

#include "mechanisms/file/monitor_locks.h"

#include "base/unique_fd.h"
#include "snapshot/fdinfo.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/file.h>
#include <sys/syscall.h>

namespace ipcscope::mechanisms::files {
namespace {

// Of the whole file: it may be long, and must be of one moment as far as the kernel makes it so.
bool read_all(const char* path, std::string& out) {
    out.clear();
    const UniqueFd file(::open(path, O_RDONLY | O_CLOEXEC));
    if (!file) return false;
    for (;;) {
        const auto before = out.size();
        out.resize(before + 65536);
        const auto got = ::read(file.get(), out.data() + before, 65536);
        out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0) return false;
        if (got == 0) return true;
    }
}

template <typename Do>
void each_line(std::string_view text, Do&& handle) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        handle(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

template <typename Do>
void each_lock(std::string_view info, Do&& handle) {
    each_line(info, [&](std::string_view line) {
        LockLine lock;
        if (line.starts_with("lock:") && parse_lock(line.substr(5), lock)) handle(lock);
    });
}

bool same(const LockLine& a, const LockLine& b) {
    return a.type == b.type && a.mode == b.mode && a.pid == b.pid && a.place == b.place &&
           a.start == b.start && a.end == b.end;
}

const char* type_name(LockType type) {
    switch (type) {
        case LockType::posix: return "POSIX";
        case LockType::open_file: return "OFD";
        case LockType::flock: return "FLOCK";
        case LockType::lease: return "LEASE";
        case LockType::delegation: return "DELEG";
        case LockType::other: break;
    }
    return "OTHER";
}

std::string range_words(const LockLine& line) {
    if (line.start == 0 && line.end == lock_eof) return "the whole file";
    if (line.end == lock_eof) return fmt::format("bytes from {}", line.start);
    return fmt::format("bytes {} to {}", line.start, line.end);
}

}  // namespace

void LockTable::begin(Sample& sample) {
    held_.clear();
    waiters_.clear();
    by_inode_.clear();
    owners_.clear();
    if (!read_all("/proc/locks", text_)) {
        sample.gap(kind_, "file locks: /proc/locks cannot be read", "");
        return;
    }
    std::size_t unread = 0;
    std::unordered_map<std::string, int> known;
    each_line(text_, [&](std::string_view line) {
        LockLine lock;
        if (!parse_lock(line, lock)) {
            ++unread;
            return;
        }
        if (lock.waits) {
            if (!held_.empty()) waiters_.push_back({lock, held_.size() - 1});
            return;
        }
        auto key = fmt::format("{}:{}:{}-{}", lock.place, type_name(lock.type), lock.start,
                               lock.end == lock_eof ? std::string("EOF") : std::to_string(lock.end));
        if (lock.pid > 0) key += fmt::format(":{}", lock.pid);
        // Several open files may share the same bytes: they are told apart by their order only.
        if (const int n = known[key]++; n > 0) key += fmt::format("#{}", n + 1);
        const auto object = sample.object(kind_, key);
        if (lock.pid > 0) sample.at(object).creator = static_cast<std::int32_t>(lock.pid);
        sample.set(object, lock_type, static_cast<std::int64_t>(lock.type));
        sample.set(object, lock_mode, static_cast<std::int64_t>(lock.mode));
        sample.set(object, lock_mandatory, lock.mandatory ? 1 : 0);
        sample.set(object, lock_start, lock.start);
        sample.set(object, lock_end, lock.end);
        sample.set_text(object, lock_device, lock.device);
        sample.set(object, lock_inode, static_cast<std::int64_t>(lock.inode));
        by_inode_.emplace(lock.inode, held_.size());
        if (lock.pid > 0) owners_.insert(lock.pid);
        held_.push_back({lock, object, false, false, 0});
    });
    if (unread > 0)
        sample.gap(kind_, fmt::format("{} lines of /proc/locks that are not understood", unread), "");
}

void LockTable::descriptor(Sample& sample, const SeenDescriptor& descriptor) {
    if (held_.empty() || !descriptor.link.starts_with('/')) return;
    // Where the inode of stat(2) is not that of the lock (overlayfs), only who is named is looked at.
    if (!owners_.contains(descriptor.pid)) {
        std::uint64_t device = 0, inode = 0;
        if (!descriptor.identity(device, inode) || !by_inode_.contains(inode)) return;
    }
    each_lock(descriptor.info(), [&](const LockLine& line) {
        const auto [first, last] = by_inode_.equal_range(line.inode);
        for (auto at = first; at != last; ++at) {
            auto& held = held_[at->second];
            if (!same(held.line, line)) continue;
            SeenHold hold;
            hold.object = held.object;
            hold.process = descriptor.process;
            hold.fd = descriptor.fd;
            hold.kind = Hold::owner;
            hold.access = descriptor.access;
            sample.hold(hold);
            held.owner_seen = true;
            if (!held.named) {
                held.named = true;
                auto path = descriptor.link;
                constexpr std::string_view gone = " (deleted)";
                const bool removed = path.ends_with(gone);
                if (removed) path.remove_suffix(gone.size());
                const auto name = sample.text(path);
                auto& seen = sample.at(held.object);
                seen.name = name;
                seen.removed = removed;
                seen.uid = sample.processes()[descriptor.process].uid;
            }
        }
    });
}

void LockTable::sleeping(Sample& sample, const SeenSleep& sleep) {
    if (waiters_.empty()) return;
    Sleeper one;
    if (sleep.syscall == SYS_fcntl) {
        const auto command = static_cast<int>(sleep.args[1]);
        if (command != F_SETLKW && command != F_OFD_SETLKW) return;
        one.type = command == F_SETLKW ? LockType::posix : LockType::open_file;
        struct flock range {};
        if (sleep.memory(sleep.args[2], &range, sizeof range) && range.l_whence == SEEK_SET) {
            // It may have been written over since: then the numbers can be any.
            std::int64_t behind = 0;
            const bool sound = range.l_start >= 0 && range.l_len >= 0 &&
                               !__builtin_add_overflow(range.l_start, range.l_len, &behind);
            one.range_known = sound;
            one.start = range.l_start;
            one.end = !sound || range.l_len == 0 ? lock_eof : behind - 1;
        }
    } else if (sleep.syscall == SYS_flock) {
        one.type = LockType::flock;
    } else {
        return;
    }
    one.process = sleep.process;
    one.pid = sleep.pid;
    one.thread = sleep.thread;
    one.syscall = sleep.syscall;
    one.fd = static_cast<int>(sleep.args[0]);
    if (!read_all(fmt::format("/proc/{}/fdinfo/{}", one.pid, one.fd).c_str(), one.info)) return;
    std::int64_t inode = 0;
    if (info_number(one.info, "ino", inode)) one.inode = static_cast<std::uint64_t>(inode);
    // Told now, not in the end: only now is it known since when the thread sleeps.
    for (auto& waiter : waiters_) {
        if (waiter.told || one.type != waiter.line.type || one.inode != waiter.line.inode) continue;
        if (waiter.line.pid > 0 && waiter.line.pid != one.pid) continue;
        if (one.range_known && (one.start != waiter.line.start || one.end != waiter.line.end)) continue;
        waiter.told = true;
        return wait(sample, waiter, &one);
    }
}

void LockTable::wait(Sample& sample, const Waiter& waiter, const Sleeper* sleeper) {
    SeenWait wait;
    if (sleeper) {
        wait.process = sleeper->process;
        wait.thread = sleeper->thread;
        wait.fd = sleeper->fd;
        wait.syscall = sleeper->syscall;
    } else if (waiter.line.pid > 0) {
        wait.process = sample.process(static_cast<pid_t>(waiter.line.pid));
    }
    wait.words = sample.text(fmt::format(
        "{} lock of {}", waiter.line.mode == LockMode::write ? "write" : "read", range_words(waiter.line)));
    const auto [first, last] = by_inode_.equal_range(waiter.line.inode);
    for (auto at = first; at != last; ++at) {
        auto& held = held_[at->second];
        // The table puts it behind one lock; all that are in its way have to go.
        if (at->second != waiter.behind) {
            if (!conflict(held.line, waiter.line) ||
                (held.line.type == LockType::posix && held.line.pid == waiter.line.pid))
                continue;
            bool own = false;
            if (sleeper && held.line.type != LockType::posix)
                each_lock(sleeper->info, [&](const LockLine& line) { own = own || same(line, held.line); });
            if (own) continue;
        }
        ++held.waiting;
        if (wait.process == none_index) continue;
        wait.object = held.object;
        sample.wait(wait);
    }
}

void LockTable::end(Sample& sample) {
    std::size_t nameless = 0;
    for (auto& held : held_) {
        if (held.owner_seen || held.line.pid <= 0) {
            nameless += held.owner_seen ? 0 : 1;
            continue;
        }
        const auto process = sample.process(static_cast<pid_t>(held.line.pid));
        // Who took a lock of an open file may have passed it on: it counts as its owner only if it cannot be
        // seen.
        const bool of_process = held.line.type == LockType::posix;
        if (process == none_index || (!of_process && sample.processes()[process].descriptors_errno == 0)) {
            ++nameless;
            continue;
        }
        SeenHold hold;
        hold.object = held.object;
        hold.process = process;
        hold.kind = Hold::owner;
        sample.hold(hold);
        sample.at(held.object).uid = sample.processes()[process].uid;
    }
    for (const auto& waiter : waiters_)
        if (!waiter.told) wait(sample, waiter, nullptr);
    for (const auto& held : held_)
        sample.set(held.object, lock_waiting, held.waiting);
    if (nameless > 0)
        sample.gap(
            kind_,
            fmt::format("the holders of {} file locks, which are in processes that cannot be seen", nameless),
            sample.capable(19) ? "" : "CAP_SYS_PTRACE");
}

}  // namespace ipcscope::mechanisms::files

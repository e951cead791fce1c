#include "mechanisms/pthread_sync/monitor_futex.h"

#include "base/unique_fd.h"
#include "snapshot/fdinfo.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/uio.h>

namespace ipcscope::mechanisms::pthread_sync {
namespace {

constexpr int robust_bit = 16, inherit_bit = 32, shared_bit = 128, known_bits = 0x1ff;

// The process of a thread; 0 = it has ended (or is a zombie, which gives nothing up any more); -1 = it could
// not be read.
std::int32_t process_of(std::int32_t thread) {
    char path[40], text[2048];
    std::snprintf(path, sizeof path, "/proc/%d/status", thread);
    const UniqueFd file(::open(path, O_RDONLY | O_CLOEXEC));
    if (!file) return errno == ENOENT || errno == ESRCH ? 0 : -1;
    const auto size = ::read(file.get(), text, sizeof text);
    if (size <= 0) return size == 0 || errno == ESRCH ? 0 : -1;
    const std::string_view status(text, static_cast<std::size_t>(size));
    const auto behind = status.find("\nState:");
    if (behind == std::string_view::npos) return -1;
    const auto rest = status.substr(behind + 1);
    const auto state = info_line(rest, "State");
    std::int64_t process = 0;
    if (state.starts_with('Z') || state.starts_with('X') || !info_number(rest, "Tgid", process)) return 0;
    return static_cast<std::int32_t>(process);
}

bool read_memory(pid_t pid, std::uint64_t address, void* to, std::size_t size) {
    const iovec local{to, size};
    const iovec remote{reinterpret_cast<void*>(address), size};
    return ::process_vm_readv(pid, &local, 1, &remote, 1, 0) == static_cast<ssize_t>(size);
}

// Does the thread's own list of robust mutexes hold this word? In another process the word lies elsewhere,
// but on the same place of its page.
enum class InList { yes, no, not_permitted };
InList in_robust_list(std::int32_t thread, std::int32_t process, std::uint64_t address, std::uint32_t word) {
    robust_list_head* head = nullptr;
    std::size_t length = 0;
    if (::syscall(SYS_get_robust_list, thread, &head, &length) != 0) return InList::not_permitted;
    if (!head) return InList::no;
    robust_list_head list{};
    const auto begin = reinterpret_cast<std::uint64_t>(head);
    if (!read_memory(process, begin, &list, sizeof list)) return InList::not_permitted;
    auto at = reinterpret_cast<std::uint64_t>(list.list.next) & ~std::uint64_t{1};
    for (int i = 0; i < 2048 && at != begin && at != 0; ++i) {
        const auto place = at + static_cast<std::uint64_t>(list.futex_offset);
        std::uint32_t value = 0;
        if ((place & 4095) == (address & 4095) && read_memory(process, place, &value, sizeof value) &&
            (value & FUTEX_TID_MASK) == (word & FUTEX_TID_MASK))
            return InList::yes;
        std::uint64_t next = 0;
        if (!read_memory(process, at, &next, sizeof next)) return InList::no;
        at = next & ~std::uint64_t{1};
    }
    return InList::no;
}

std::uint32_t highest_thread() {
    static const std::uint32_t highest = [] {
        constexpr std::uint32_t usual = 4'194'304;  // the most that any kernel allows
        const UniqueFd file(::open("/proc/sys/kernel/pid_max", O_RDONLY | O_CLOEXEC));
        char text[32];
        const auto size = file ? ::read(file.get(), text, sizeof text) : -1;
        std::uint32_t value = 0;
        if (size > 0 && std::from_chars(text, text + size, value).ec == std::errc()) return value;
        return usual;
    }();
    return highest;
}

bool thread_of(pid_t process, std::uint32_t thread) {
    char path[60];
    std::snprintf(path, sizeof path, "/proc/%d/task/%u", process, thread);
    return ::access(path, F_OK) == 0;
}

}  // namespace

FutexOwner futex_owner_of(const SeenSleep& sleep, const FutexCall& call, std::uint32_t word, bool one_process,
                          bool same_pids, bool all_seen) {
    FutexOwner out;
    // Other programs' words look like locks, too: what is no number of a thread is no owner.
    const auto masked = word & FUTEX_TID_MASK;
    const auto thread = masked <= highest_thread() ? masked : 0;
    if (call.lock_pi) {
        out.use = FutexUse::pi_mutex;
        out.by = OwnerBy::pi_word;
        out.thread = static_cast<std::int32_t>(thread);
    } else if ((word & FUTEX_WAITERS) != 0 && thread != 0 && call.expected == word) {
        out.use = FutexUse::robust_mutex;
        out.by = OwnerBy::robust_word;
        out.thread = static_cast<std::int32_t>(thread);
    } else if (word == call.expected && word != 0 && !call.private_flag && one_process &&
               thread_of(sleep.pid, word)) {
        out.use = FutexUse::thread_end;
        return out;
    } else if (word == 2 && call.expected == 2) {
        // A mutex of glibc that others wait for, if what lies behind the word looks like one.
        pthread_mutex_t mutex{};
        if (!sleep.memory(call.address, &mutex, sizeof mutex)) return out;
        const auto& data = mutex.__data;
        const bool flags_fit = (data.__kind & ~known_bits) == 0 &&
                               (data.__kind & (robust_bit | inherit_bit)) == 0 &&
                               ((data.__kind & shared_bit) == 0) == call.private_flag;
        if (!flags_fit || data.__owner <= 0 || data.__nusers == 0) return out;
        out.use = FutexUse::mutex;
        out.by = OwnerBy::glibc;
        out.thread = data.__owner;
    }
    if (out.thread > static_cast<std::int32_t>(highest_thread())) return {};
    // Numbers of another pid namespace say nothing here.
    if (out.thread == 0 || !same_pids) {
        out.thread = 0;
        return out;
    }
    out.process = process_of(out.thread);
    if (one_process && out.process > 0 && out.process != sleep.pid)
        out.process = 0;  // the number is somebody else's by now: the thread of this process is gone
    else if (out.process < 0 || (out.process == 0 && !one_process && !all_seen))
        out.unseen = true;
    out.process = std::max(out.process, 0);
    out.dead = out.process == 0 && !out.unseen;
    if (out.by == OwnerBy::robust_word) {
        // A robust mutex does not stay with the dead (the kernel sees to that), and stands in its owner's
        // list: else it is some other program's word that looks alike.
        const auto listed = out.dead     ? InList::no
                            : out.unseen ? InList::not_permitted
                                         : in_robust_list(out.thread, out.process, call.address, word);
        if (listed == InList::no) return {};
        if (listed == InList::yes) out.by = OwnerBy::robust_list;
    }
    return out;
}

}  // namespace ipcscope::mechanisms::pthread_sync

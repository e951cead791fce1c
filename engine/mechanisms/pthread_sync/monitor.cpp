#include "mechanisms/pthread_sync/monitor_futex.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>
#include <unordered_map>

#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {
namespace {

using namespace pthread_sync;

constexpr int call_futex_waitv = 449, call_futex_wait = 455;  // the same on all machines

// As futex_waitv(2) takes it; older headers do not have it.
struct WaitedFutex {
    std::uint64_t value = 0, address = 0;
    std::uint32_t flags = 0, reserved = 0;
};

class FutexMonitor : public Monitor {
public:
    FutexMonitor() : kind_(kind_index("pthread_sync", "futex")) {}

    Interests interests() const override {
        return {.syscalls = {SYS_futex, call_futex_waitv, call_futex_wait}};
    }

    void begin(Sample& sample) override {
        waiters_.clear();
        const auto self = sample.process(::getpid());
        own_pids_ = self == none_index ? 0 : sample.processes()[self].pid_namespace;
    }

    void sleeping(Sample& sample, const SeenSleep& sleep) override {
        FutexCall call;
        if (sleep.syscall == call_futex_waitv) {
            const auto count = std::min<std::uint64_t>(sleep.args[1], 128);
            for (std::uint64_t i = 0; i < count; ++i) {
                WaitedFutex one;
                if (!sleep.memory(sleep.args[0] + i * sizeof one, &one, sizeof one)) return;
                call.address = one.address;
                call.expected = one.value;
                call.private_flag = (one.flags & FUTEX_PRIVATE_FLAG) != 0;
                call.timed = sleep.args[3] != 0;
                call.any = true;
                add(sample, sleep, call);
            }
        } else if (sleep.syscall == call_futex_wait) {
            call.address = sleep.args[0];
            call.expected = sleep.args[1];
            call.private_flag = (sleep.args[3] & FUTEX_PRIVATE_FLAG) != 0;
            call.timed = sleep.args[4] != 0;
            add(sample, sleep, call);
        } else if (sleep.syscall == SYS_futex) {
            const auto operation = static_cast<int>(sleep.args[1]);
            const int command = operation & FUTEX_CMD_MASK;
            constexpr int lock_pi2 = 13;
            call.lock_pi = command == FUTEX_LOCK_PI || command == lock_pi2;
            if (!call.lock_pi && command != FUTEX_WAIT && command != FUTEX_WAIT_BITSET &&
                command != FUTEX_WAIT_REQUEUE_PI)
                return;
            call.address = sleep.args[0];
            call.expected = sleep.args[2] & 0xffffffff;
            call.private_flag = (operation & FUTEX_PRIVATE_FLAG) != 0;
            call.timed = sleep.args[3] != 0;
            add(sample, sleep, call);
        }
    }

    void end(Sample& sample) override {
        for (const auto& [object, count] : waiters_)
            sample.set(object, futex_waiters, count);
    }

private:
    void add(Sample& sample, const SeenSleep& sleep, const FutexCall& call) {
        SeenMapping place;
        const bool shared = !call.private_flag && sleep.mapped(call.address, place) && place.shared;
        // Named semaphores are shown by their name, which is another folder's matter.
        if (shared && place.path.starts_with("/dev/shm/sem.")) return;
        ObjectIndex object = none_index;
        if (shared) {
            const auto offset = place.offset + (call.address - place.begin);
            object = sample.object(kind_, fmt::format("{:02x}:{:02x}:{}+{:#x}", major(place.device),
                                                      minor(place.device), place.inode, offset));
            if (sample.at(object).name == 0 && !place.path.empty()) {
                const auto name = sample.text(fmt::format("{}+{:#x}", place.path, offset));
                sample.at(object).name = name;
            }
        } else {
            object = sample.object(kind_, fmt::format("{}/{:#x}", sleep.pid, call.address));
        }
        ++waiters_[object];
        sample.at(object).uid = sample.processes()[sleep.process].uid;
        sample.set(object, futex_private, shared ? 0 : 1);
        std::uint32_t word = 0;
        const bool known = sleep.memory(call.address, &word, sizeof word);
        FutexOwner owner;
        if (known) {
            sample.set(object, futex_word, word);
            const auto pids = sample.processes()[sleep.process].pid_namespace;
            owner =
                futex_owner_of(sleep, call, word, !shared, pids == own_pids_, sample.processes_complete());
            tell_owner(sample, object, owner);
        } else {
            sample.set_missing(object, futex_word, CellState::not_permitted, "CAP_SYS_PTRACE");
        }
        SeenWait wait;
        wait.object = object;
        wait.process = sleep.process;
        wait.thread = sleep.thread;
        wait.syscall = sleep.syscall;
        wait.timed = call.timed;
        wait.any = call.any ? 1 : 0;
        wait.words = sample.text(words(call, owner, word));
        sample.wait(wait);
    }

    static std::string words(const FutexCall& call, const FutexOwner& owner, std::uint32_t word) {
        switch (owner.use) {
            case FutexUse::mutex:
            case FutexUse::robust_mutex:
            case FutexUse::pi_mutex:
                return fmt::format("the mutex to be unlocked by thread {}", owner.thread);
            case FutexUse::thread_end: return fmt::format("the end of thread {}", word);
            case FutexUse::unknown: break;
        }
        return call.lock_pi ? std::string("the mutex to be unlocked")
                            : fmt::format("to be woken: the word was {}", call.expected);
    }

    void tell_owner(Sample& sample, ObjectIndex object, const FutexOwner& owner) {
        if (owner.use != FutexUse::unknown || sample.cell(object, futex_use).state == CellState::absent)
            sample.set(object, futex_use, static_cast<std::int64_t>(owner.use));
        if (owner.thread == 0 || sample.cell(object, futex_owner).state == CellState::known) return;
        sample.set(object, futex_owner, owner.thread);
        sample.set(object, futex_owner_by, static_cast<std::int64_t>(owner.by));
        if (owner.unseen)
            sample.set_missing(object, futex_owner_dead, CellState::not_available,
                               "its process cannot be seen from here");
        else
            sample.set(object, futex_owner_dead, owner.dead ? 1 : 0);
        sample.set(object, futex_guess,
                   owner.by == OwnerBy::glibc || owner.by == OwnerBy::robust_word ? 1 : 0);
        const auto process = owner.dead ? none_index : sample.process(owner.process);
        if (process == none_index) return;
        SeenHold hold;
        hold.object = object;
        hold.process = process;
        hold.kind = Hold::owner;
        hold.detail = owner.thread;
        sample.hold(hold);
    }

    std::size_t kind_;
    std::uint64_t own_pids_ = 0;
    std::unordered_map<ObjectIndex, std::int64_t> waiters_;
};

}  // namespace

std::unique_ptr<Monitor> pthread_sync_monitor() {
    return std::make_unique<FutexMonitor>();
}

}  // namespace ipcscope::mechanisms

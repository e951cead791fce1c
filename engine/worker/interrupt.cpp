// How a blocked call is interrupted: by signal 33, which glibc keeps for itself (setuid in multi-threaded
// programs) and therefore leaves out of every signal set that it hands to the kernel. A person can so use,
// block, ignore and wait for all signals that signal(7) names, and can still interrupt. It is installed by
// the raw system call, because glibc refuses the number; without SA_RESTART, so that calls come back with
// EINTR.
#include "worker/link/interrupt.h"

#include "worker/worker.h"

#include <csignal>
#include <cstring>

#include <sys/syscall.h>

namespace ipcscope {

namespace {

struct KernelSigaction {  // rt_sigaction(2), not the libc's struct sigaction
    void (*handler)(int);
    unsigned long flags;
    void (*restorer)();
    std::uint64_t mask;
};

void nothing(int) {}

}  // namespace

Status install_interrupt_signal() {
    // The return trampoline is private to glibc: take it from an action that glibc installed.
    struct sigaction ours {};
    struct sigaction before {};
    ours.sa_handler = nothing;
    if (sigaction(SIGWINCH, &ours, &before) != 0)
        return system_failure("learning libc's restorer", "sigaction");
    KernelSigaction action{};
    if (syscall(SYS_rt_sigaction, SIGWINCH, nullptr, &action, sizeof action.mask) != 0)
        return system_failure("learning libc's restorer", "rt_sigaction");
    sigaction(SIGWINCH, &before, nullptr);
    constexpr unsigned long restart = 0x10000000;
    action.handler = nothing;
    action.flags &= ~restart;
    action.mask = 0;
    if (syscall(SYS_rt_sigaction, interrupt_signal, &action, nullptr, sizeof action.mask) != 0)
        return system_failure("installing the interrupting signal", "rt_sigaction");
    return {};
}

}  // namespace ipcscope

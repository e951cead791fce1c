// What processes of this machine may see of each other. A probe and the children of a test are siblings: some
// machines (Yama) and containers (no CAP_SYS_PTRACE, seccomp) refuse what then cannot be tested.
#pragma once

#include "helpers/child.h"
#include "helpers/sandbox.h"

#include <cstdio>
#include <fcntl.h>

#include <sys/syscall.h>
#include <sys/uio.h>

namespace ipcscope::testing {

enum class Sight {
    waits,        // the call in which a process sleeps
    memory,       // its memory
    descriptors,  // copies of its descriptors
};

// Tried out: by one child, on another one.
inline bool siblings_may(Sight sight) {
    static volatile int word = 4711;
    const int any = open("/dev/null", O_RDONLY | O_CLOEXEC);
    const Child other([] { pause(); });
    const pid_t target = other.pid();
    const pid_t looker = fork();
    if (looker == 0) {
        bool may = false;
        if (sight == Sight::waits) {
            char text[64];
            std::snprintf(text, sizeof text, "/proc/%d/syscall", target);
            may = read(open(text, O_RDONLY), text, sizeof text) > 0;
        } else if (sight == Sight::memory) {
            int copy = 0;
            const iovec here{&copy, sizeof copy}, there{const_cast<int*>(&word), sizeof word};
            may = process_vm_readv(target, &here, 1, &there, 1, 0) == sizeof copy && copy == 4711;
        } else {
            const auto process = syscall(SYS_pidfd_open, target, 0);
            may = process >= 0 && syscall(SYS_pidfd_getfd, process, any, 0) >= 0;
        }
        _exit(may ? 0 : 1);
    }
    int status = -1;
    while (looker > 0 && waitpid(looker, &status, 0) < 0 && errno == EINTR) {
    }
    close(any);
    return looker > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// Root may become this user, and that one may start the program (its folder may be root's alone).
inline bool user_may_run(uid_t user, const char* program) {
    return geteuid() == 0 &&
           in_thread([&] {
               return std::string(become_user(user) && access(program, X_OK) == 0 ? "" : "no");
           }).empty();
}

}  // namespace ipcscope::testing

// In a test function.
#define NEEDS_SIGHT(what)                                              \
    do {                                                               \
        if (!ipcscope::testing::siblings_may(Sight::what))             \
            QSKIP("processes may not see of each other here: " #what); \
    } while (false)

// Runs part of a test in a thread of its own that has less than the process: fewer capabilities, another
// user, a private IPC namespace. Processes started from there inherit it; nothing else notices.
#pragma once

#include <fstream>
#include <initializer_list>
#include <sched.h>
#include <string>
#include <thread>
#include <unistd.h>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace ipcscope::testing {

// What `part` returns: "" = well, else what is wrong (QtTest's macros belong to the main thread).
template <typename Part>
std::string in_thread(Part part) {
    std::string problem;
    std::thread([&] { problem = part(); }).join();
    // If it became another user, nobody may look at the whole process now: neither LeakSanitizer nor a probe.
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    return problem;
}

// For programs started from this thread from now on, root or not.
inline void drop_capabilities(std::initializer_list<int> capabilities) {
    for (const int capability : capabilities)
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
}

// This thread only (setresuid(2) of libc would change all of them).
inline bool become_user(uid_t user) {
    return syscall(SYS_setresuid, user, user, user) == 0;
}

inline bool private_ipc_namespace() {
    return unshare(CLONE_NEWIPC) == 0;
}

inline bool write_limit(const char* path, const std::string& text) {
    std::ofstream file(path);
    file << text << std::flush;
    return file.good();
}

}  // namespace ipcscope::testing

// Processes of which may not be read which namespaces they are in: they may be in others than ours.
#pragma once

#include "mechanisms/monitor.h"

#include <cerrno>
#include <string>

#include <linux/capability.h>
#include <sys/stat.h>

namespace ipcscope::mechanisms {

// `space`: &SeenProcess::net_namespace and so on, 0 = it could not be read; `name`: in /proc/PID/ns.
inline std::size_t unread_spaces(const Sample& sample, std::uint64_t SeenProcess::*space, const char* name) {
    // Whoever may look into all fails only at those that end: not at one that is still there.
    const bool may_all = sample.capable(CAP_SYS_PTRACE);
    const auto refused = [&](pid_t pid) {
        struct stat seen {};
        return ::stat(("/proc/" + std::to_string(pid) + "/ns/" + name).c_str(), &seen) != 0 &&
               (errno == EACCES || errno == EPERM);
    };
    std::size_t count = 0;
    for (const auto& process : sample.processes())
        if (process.*space == 0 && process.state != 'Z' && process.state != 'X' &&
            (!may_all || refused(process.pid)))
            ++count;
    return count;
}

// `what`: "sockets of other network namespaces". Said once, whichever mechanism finds it.
inline void tell_unread_spaces(Sample& sample, const std::string& what, std::size_t count) {
    if (count == 0) return;
    sample.gap(every_kind,
               what + ", if there are any: " + std::to_string(count) + " process" + (count == 1 ? "" : "es") +
                   " may not be looked into",
               sample.capable(CAP_SYS_PTRACE) ? "" : "CAP_SYS_PTRACE");
}

}  // namespace ipcscope::mechanisms

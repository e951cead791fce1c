#include "mechanisms/ipc_spaces.h"

#include "base/try_thread.h"
#include "base/unique_fd.h"
#include "mechanisms/unread_spaces.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <sched.h>
#include <vector>

#include <linux/capability.h>
#include <sys/stat.h>

namespace ipcscope::mechanisms {
namespace {

constexpr std::size_t most_tried = 8;  // processes of a namespace: one that ends leaves others
constexpr std::string_view other_begin = "ipc:[";

bool enter(pid_t pid, std::uint64_t space) {
    const UniqueFd door(::open(fmt::format("/proc/{}/ns/ipc", pid).c_str(), O_RDONLY | O_CLOEXEC));
    struct stat seen {};
    return door && ::fstat(door.get(), &seen) == 0 && seen.st_ino == space &&
           ::setns(door.get(), CLONE_NEWIPC) == 0;
}

}  // namespace

void each_ipc_space(Sample& sample, std::size_t kind, std::string_view what,
                    const std::function<void(std::uint64_t)>& look) {
    const auto own = sample.ipc_namespace();
    look(own);
    std::map<std::uint64_t, std::vector<pid_t>> others;
    for (const auto& process : sample.processes())
        if (process.ipc_namespace != 0 && process.ipc_namespace != own)
            others[process.ipc_namespace].push_back(process.pid);
    tell_unread_spaces(sample, "objects of other IPC namespaces",
                       unread_spaces(sample, &SeenProcess::ipc_namespace, "ipc"));
    if (others.empty()) return;
    const bool allowed = sample.capable(CAP_SYS_ADMIN);
    std::size_t unseen = 0;
    const auto visit = [&] {
        for (const auto& [space, members] : others) {
            const auto end =
                members.begin() + static_cast<std::ptrdiff_t>(std::min(members.size(), most_tried));
            const bool there =
                std::any_of(members.begin(), end, [&, in = space](pid_t pid) { return enter(pid, in); });
            if (there)
                look(space);
            else
                unseen += members.size();
        }
    };
    // A thread of its own need not find the way back.
    if (auto there = allowed ? try_thread(visit) : std::thread(); there.joinable())
        there.join();
    else
        for (const auto& [space, members] : others)
            unseen += members.size();
    if (unseen > 0)
        sample.gap(kind,
                   fmt::format("{} of other IPC namespaces, with {} in them", what,
                               unseen == 1 ? "1 process" : fmt::format("{} processes", unseen)),
                   allowed ? "a probe inside that namespace (nsenter -i)" : "CAP_SYS_ADMIN");
}

std::string key_in_space(const Sample& sample, std::uint64_t space, std::string_view key) {
    if (space == sample.ipc_namespace()) return std::string(key);
    return fmt::format("{}{}]/{}", other_begin, space, key);
}

bool in_other_space(std::string_view key) {
    return key.starts_with(other_begin);
}

std::uint64_t ipc_space_of(const Sample& sample, ProcessIndex process) {
    const auto space = process == none_index ? 0 : sample.processes()[process].ipc_namespace;
    return space != 0 ? space : sample.ipc_namespace();
}

}  // namespace ipcscope::mechanisms

#include "session_file/machine_facts.h"

#include "schema/limits.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

#include <sys/utsname.h>

namespace ipcscope {

namespace {

constexpr unsigned cap_sys_ptrace = 19;  // capabilities(7)

std::uint64_t effective_capabilities() {
    std::uint64_t out = 0;
    FILE* status = std::fopen("/proc/self/status", "re");
    if (!status) return out;
    char line[256];
    while (std::fgets(line, sizeof line, status))
        if (std::strncmp(line, "CapEff:", 7) == 0) out = std::strtoull(line + 7, nullptr, 16);
    std::fclose(status);
    return out;
}

}  // namespace

MachineFacts machine_facts(const Registry& registry) {
    MachineFacts out;
    utsname name{};
    if (uname(&name) == 0) {
        out.emplace_back("kernel", fmt::format("{} {}", name.sysname, name.release));
        out.emplace_back("architecture", name.machine);
    }
    out.emplace_back("processors", std::to_string(sysconf(_SC_NPROCESSORS_ONLN)));
    out.emplace_back("page_size", std::to_string(sysconf(_SC_PAGESIZE)));
    out.emplace_back("privileges", geteuid() == 0 ? "root" : "ordinary user");
    // What could be seen of other processes: those of the same user, or all (engine/monitor/MONITOR.md).
    const auto capabilities = effective_capabilities();
    out.emplace_back("tier", capabilities >> cap_sys_ptrace & 1 ? "privileged" : "same_user");
    out.emplace_back("capabilities", fmt::format("{:016x}", capabilities));
    for (const auto* mechanism : registry.mechanisms()) {
        for (const auto& limit : mechanism->limits) {
            const auto now = limit_now(limit);
            out.emplace_back(fmt::format("limit {}: {}", mechanism->id, limit.label),
                             now ? *now : "not known");
        }
    }
    return out;
}

}  // namespace ipcscope

#include "session_file/machine_facts.h"

#include "schema/limits.h"

#include <fmt/format.h>
#include <unistd.h>

#include <sys/utsname.h>

namespace ipcscope {

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

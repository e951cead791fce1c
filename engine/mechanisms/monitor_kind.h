// What the folders' monitors share: finding their fields by name, and what the kernel's pids are worth.
#pragma once

#include "mechanisms/monitor.h"
#include "mechanisms/unread_spaces.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unistd.h>

#include <sys/stat.h>

namespace ipcscope::mechanisms {

// A kind and its fields by name. A name that the table lacks is a bug of ours: it ends the probe.
class MonitorKind {
public:
    MonitorKind(std::string_view mechanism, std::string_view kind) : index_(kind_index(mechanism, kind)) {
        if (index_ == no_kind) missing(kind);
    }
    std::size_t index() const { return index_; }
    std::size_t field(std::string_view name) const {
        const auto found = field_index(*monitored_kinds()[index_].kind, name);
        if (found == no_kind) missing(name);
        return found;
    }

private:
    [[noreturn]] static void missing(std::string_view name) {
        std::fprintf(stderr, "no such kind or field: %.*s\n", static_cast<int>(name.size()), name.data());
        std::abort();
    }
    std::size_t index_;
};

// The process that had this pid at a time (seconds since 1970); none_index = it is gone, whoever has its
// number now. The kernel keeps numbers, which are given again.
inline ProcessIndex process_then(const Sample& sample, pid_t pid, std::int64_t when) {
    if (pid <= 0) return none_index;
    const auto found = sample.process(pid);
    if (found == none_index) return none_index;
    // As of this sample: the clock may have been set since the one before.
    const auto boot = static_cast<std::int64_t>(sample.boot_ns() / 1'000'000'000);
    static const auto ticks = static_cast<std::uint64_t>(sysconf(_SC_CLK_TCK));
    const auto start = boot + static_cast<std::int64_t>(sample.processes()[found].start_ticks / ticks);
    return start <= when + 2 ? found : none_index;  // two clocks, each rounded
}

inline void hold_trace(Sample& sample, ObjectIndex object, pid_t pid, std::int64_t when, Hold kind,
                       Access access = Access::unknown) {
    const auto process = process_then(sample, pid, when);
    if (process != none_index)
        sample.hold({.object = object, .process = process, .kind = kind, .access = access});
}

// By which right something of this mode and owner was read, which it was.
inline Tier tier_of_reading(mode_t mode, uid_t owner) {
    static const auto self = ::geteuid();  // of thousands of objects, and it stays
    return (mode & S_IROTH) != 0        ? Tier::everyone
           : owner == self || self != 0 ? Tier::same_user  // or the same group
                                        : Tier::privileged;
}

// What was read of it stands in it, beside what everybody may see.
inline void read_by(SeenObject& seen) {
    seen.tier = std::max(seen.tier, tier_of_reading(static_cast<mode_t>(seen.mode), seen.uid));
}

// Is it a process whose objects of System V and queues are others than ours?
inline bool elsewhere(const Sample& sample, ProcessIndex process) {
    const auto space = process == none_index ? 0 : sample.processes()[process].ipc_namespace;
    return space != 0 && space != sample.ipc_namespace();
}

// Says what is not shown because it lies in other IPC namespaces; `what`: "message queues".
inline void tell_other_namespaces(Sample& sample, std::size_t kind, std::string_view what) {
    tell_unread_spaces(sample, "objects of other IPC namespaces",
                       unread_spaces(sample, &SeenProcess::ipc_namespace, "ipc"));
    std::size_t count = 0;
    for (ProcessIndex i = 0; i < sample.processes().size(); ++i)
        count += elsewhere(sample, i) ? 1 : 0;
    if (count == 0) return;
    sample.gap(kind,
               std::string(what) + " of other IPC namespaces, with " + std::to_string(count) +
                   (count == 1 ? " process in them" : " processes in them"),
               "a probe inside that namespace (nsenter -i, CAP_SYS_ADMIN)");
}

inline const Value* argument(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name && !value.empty()) return &value;
    return nullptr;
}

// A parameter whose value is -1 = "as it is".
inline std::int64_t argument_or(const Fields& fields, std::string_view name, std::int64_t otherwise) {
    const auto* value = argument(fields, name);
    return value && value->integer() >= 0 ? value->integer() : otherwise;
}

}  // namespace ipcscope::mechanisms

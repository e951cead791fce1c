#include "schema/monitor_spec.h"

#include "mechanisms/limits/monitor_fields.h"

#include <limits>

namespace ipcscope::mechanisms {
namespace {

using namespace limits;

// The same for all, but for the unit.
MonitoredKind kind_with(const char* id, const char* label, const char* prefix, Unit unit) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    std::vector<StateSpec> fields(limit_field_count);
    fields[limit_used] = {
        .name = "used", .type = types::integer(0, most, unit), .label = IPC_TR("Used"), .level = true};
    fields[limit_most] = {"limit", types::integer(0, most, unit, {{"unlimited", most}}), IPC_TR("Limit")};
    fields[limit_source] = {"source", types::text(), IPC_TR("Source"), IPC_TR("Where the limit is set.")};
    fields[limit_command] = {"command", types::text(), IPC_TR("Command"), IPC_TR("What would raise it.")};
    fields[limit_note] = {"note", types::text(), IPC_TR("Note")};
    return {.id = id,
            .label = label,
            .prefix = prefix,
            .fields = std::move(fields),
            .filling = "used",
            .capacity = "limit",
            .held = false};
}

}  // namespace

const MonitorSpec& limits_monitor_spec() {
    static const MonitorSpec spec = {
        .mechanism = "limits",
        .title = IPC_TR("Limits of this machine"),
        .group = Group::processes,
        .kinds = {kind_with("count", IPC_TR("Limit"), "limit", Unit::count),
                  kind_with("bytes", IPC_TR("Limit of memory"), "limit_bytes", Unit::bytes)},
        .words = {IPC_TR("processes and threads"),
                  IPC_TR("open files of the system"),
                  IPC_TR("System V message queues"),
                  IPC_TR("System V semaphore sets"),
                  IPC_TR("System V semaphores"),
                  IPC_TR("System V shared memory segments"),
                  IPC_TR("System V shared memory"),
                  IPC_TR("POSIX message queues"),
                  IPC_TR("POSIX message queues of user %1"),
                  IPC_TR("of the queues that may be read here, against the limit of this process"),
                  IPC_TR("the kernel allows no more"),
                  IPC_TR("the kernel allows no more, unless it is started with ipcmni_extend"),
                  IPC_TR("how much is used of a limit: %1 cannot be read"),
                  IPC_TR("how many POSIX message queues there are: those of this IPC namespace cannot be "
                         "listed"),
                  IPC_TR("open files of %1 (%2)"),
                  IPC_TR("memory of the files in /dev/shm"),
                  IPC_TR("files in /dev/shm"),
                  IPC_TR("processes and threads of the group %1"),
                  IPC_TR("inotify instances of user %1"),
                  IPC_TR("inotify watches of user %1"),
                  IPC_TR("of the processes that may be looked into")}};
    return spec;
}

}  // namespace ipcscope::mechanisms

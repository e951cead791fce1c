#include "schema/monitor_spec.h"

namespace ipcscope::mechanisms {

const MonitorSpec& eventfd_monitor_spec();
const MonitorSpec& eventfd_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "eventfd",
        .title = IPC_TR("Event counters (eventfd)"),
        .group = Group::synchronisation,
        .kinds = {{.id = "counter",
                   .label = IPC_TR("Event counter"),
                   .prefix = "eventfd",
                   .fields = {{.name = "value",
                               .type = types::integer(0, INT64_MAX, Unit::count),
                               .label = IPC_TR("Counter"),
                               .help = IPC_TR("What has been written and not been read; at most 2^63-1 is "
                                              "shown here."),
                               .level = true},
                              {.name = "semaphore",
                               .type = types::boolean(),
                               .label = IPC_TR("Semaphore"),
                               .help = IPC_TR("A read takes 1 (EFD_SEMAPHORE), not all there is.")},
                              {.name = "nonblocking",
                               .type = types::boolean(),
                               .label = IPC_TR("Does not block"),
                               .help = IPC_TR("O_NONBLOCK is set: calls fail instead of sleeping.")}}}}};
    return spec;
}

}  // namespace ipcscope::mechanisms

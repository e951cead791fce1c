#include "mechanisms/stream_monitor.h"

namespace ipcscope::mechanisms {

const MonitorSpec& pipe_monitor_spec();
const MonitorSpec& pipe_monitor_spec() {
    static const MonitorSpec spec{.mechanism = "pipe",
                                  .title = IPC_TR("Pipes"),
                                  .group = Group::byte_streams,
                                  .kinds = {{.id = "pipe",
                                             .label = IPC_TR("Pipe"),
                                             .prefix = "pipe",
                                             .object = "pipe",
                                             .fields = stream::monitored_fields(),
                                             .filling = "bytes",
                                             .capacity = "capacity",
                                             .peekable = true}}};
    return spec;
}

}  // namespace ipcscope::mechanisms

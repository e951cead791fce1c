#include "mechanisms/stream_monitor.h"

namespace ipcscope::mechanisms {

namespace {

MonitoredKind kind() {
    return {
        .id = "fifo",
        .label = IPC_TR("FIFO"),
        .prefix = "fifo",
        .object = "fifo",
        .fields = stream::monitored_fields(
            {{.name = "path",
              .type = types::path(),
              .label = IPC_TR("Path"),
              .help = IPC_TR("As its holders see it; in another file system tree it may be elsewhere.")},
             {.name = "device",
              .type = types::text(),
              .label = IPC_TR("Device"),
              .help = IPC_TR("Major and minor number of its file system.")},
             {.name = "inode",
              .type = types::integer(0, INT64_MAX),
              .label = IPC_TR("Inode"),
              .help = IPC_TR("Of its file: with the device, this is which FIFO it is.")}}),
        .filling = "bytes",
        .capacity = "capacity",
        .peekable = true,
        .actions = {{.kind = ActionKind::remove,
                     .label = IPC_TR("Remove FIFO"),
                     .command = "unlink -- {name}",
                     .warning = IPC_TR("Only the name goes. It is done only if nobody has the FIFO open."),
                     .keeps_contents = true}},
        .opens = {{.label = IPC_TR("Write to it"),
                   .line = "fifo.open(\"{path}\", access: O_WRONLY)",
                   .warning = IPC_TR("A reader that waits in open goes on, and readers see no end of file "
                                     "as long as this is open. It sleeps until there is a reader.")},
                  {.label = IPC_TR("Read from it"),
                   .line = "fifo.open(\"{path}\", access: O_RDONLY)",
                   .warning = IPC_TR("A writer that waits in open goes on, and gets SIGPIPE when this is "
                                     "closed. What is read here nobody else gets. It sleeps until there "
                                     "is a writer.")}}};
}

}  // namespace

const MonitorSpec& fifo_monitor_spec();
const MonitorSpec& fifo_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "fifo",
        .title = IPC_TR("FIFOs"),
        .group = Group::byte_streams,
        .kinds = {kind()},
        .words = {IPC_TR("FIFOs that nobody has open: there are too many directories to look into all"),
                  IPC_TR("which FIFOs %1 threads wait to open"), IPC_TR("a writer to open it"),
                  IPC_TR("a reader to open it"),
                  IPC_TR("nobody has it open: there is nothing in it, because a FIFO keeps its bytes only as "
                         "long as somebody has it open")}};
    return spec;
}

}  // namespace ipcscope::mechanisms

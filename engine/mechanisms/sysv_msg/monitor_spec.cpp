#include "mechanisms/sysv_monitor_spec.h"

namespace ipcscope::mechanisms {
namespace {

std::vector<StateSpec> fields() {
    using sysv::pid_field;
    using sysv::time_field;
    return sysv::with_identity(
        {{.name = "messages",
          .type = types::integer(0, INT64_MAX, Unit::messages),
          .label = IPC_TR("Messages"),
          .help = IPC_TR("How many messages wait in the queue."),
          .level = true},
         {.name = "cbytes",
          .type = types::integer(0, INT64_MAX, Unit::bytes),
          .label = IPC_TR("Bytes"),
          .help = IPC_TR("How many bytes of text these hold together."),
          .level = true},
         {.name = "qbytes",
          .type = types::integer(0, INT64_MAX, Unit::bytes),
          .label = IPC_TR("Bytes at most"),
          .help = IPC_TR("A send that would exceed this waits. No more messages than this either.")},
         pid_field("lspid", IPC_TR("Last sender"), IPC_TR("The process of the last msgsnd; 0 = none.")),
         time_field("stime", IPC_TR("Last send"), ""),
         pid_field("lrpid", IPC_TR("Last receiver"), IPC_TR("The process of the last msgrcv; 0 = none.")),
         time_field("rtime", IPC_TR("Last receive"), ""),
         time_field("ctime", IPC_TR("Made or changed"), IPC_TR("IPC_SET sets it, too."))});
}

MonitoredKind queue() {
    MonitoredKind kind{.id = "queue",
                       .label = IPC_TR("System V message queue"),
                       .prefix = "sysv_msg",
                       .object = "queue",
                       .fields = fields(),
                       .filling = "cbytes",
                       .capacity = "qbytes",
                       .persists = true,
                       .peekable = true};
    kind.actions = {
        {.kind = ActionKind::remove,
         .label = IPC_TR("Remove queue"),
         .command = "ipcrm -q {key}",
         .warning = IPC_TR("Its messages are lost, and who waits in it gets EIDRM.")},
        {.kind = ActionKind::permissions,
         .label = IPC_TR("Change permissions"),
         .command = "printf 'workers: w\\nw: q = sysv_msg.use(id: {key})\\nw: sysv_msg.set(q, mode: {mode}, "
                    "uid: {uid}, "
                    "gid: {gid})\\n' | ipcscope-cli run -",
         .warning = IPC_TR("Processes that use it may be refused from now on."),
         .params = sysv::set_owner_params()},
        {.kind = ActionKind::limits,
         .label = IPC_TR("Change limit"),
         .command = "printf 'workers: w\\nw: q = sysv_msg.use(id: {key})\\nw: sysv_msg.set(q, qbytes: "
                    "{qbytes})\\n' | "
                    "ipcscope-cli run -",
         .params = {{.name = "qbytes",
                     .type = sysv::or_unchanged(INT64_MAX, Unit::bytes),
                     .label = IPC_TR("Bytes at most"),
                     .help = IPC_TR("Above /proc/sys/kernel/msgmnb only with CAP_SYS_RESOURCE."),
                     .initial = std::int64_t{-1}}}},
    };
    kind.opens = {{.label = IPC_TR("Send and receive"),
                   .line = "sysv_msg.use(id: {key})",
                   .warning = IPC_TR("What a worker receives, no other process gets.")}};
    return kind;
}

}  // namespace

const MonitorSpec& sysv_msg_monitor_spec();

const MonitorSpec& sysv_msg_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "sysv_msg",
        .title = IPC_TR("System V message queues"),
        .group = Group::message_queues,
        .kinds = {queue()},
        .words = {IPC_TR("/proc and CONFIG_SYSVIPC"), IPC_TR("only MSG_STAT_ANY tells it (Linux 4.17)"),
                  IPC_TR("room for %1 bytes"), IPC_TR("room for %1 bytes of type %2"),
                  IPC_TR("a message of any type"), IPC_TR("a message of a type up to %1"),
                  IPC_TR("a message of another type than %1"), IPC_TR("a message of type %1"),
                  IPC_TR("msgrcv with MSG_COPY: copies, nothing was taken and no figure of it changed"),
                  IPC_TR("the queue moved while it was looked at"), IPC_TR("%1 of %2 messages are cut short"),
                  IPC_TR("the first %1 of %2 messages, %3 of %4 messages are cut short"),
                  IPC_TR("message %1 and those behind it are not shown: %2")}};
    return spec;
}

}  // namespace ipcscope::mechanisms

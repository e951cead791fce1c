#include "schema/monitor_spec.h"

#include "mechanisms/posix_mq/types.h"

namespace ipcscope::mechanisms {
namespace {

using namespace posix_mq;

std::vector<StateSpec> fields() {
    const auto size = types::integer(0, INT64_MAX, Unit::bytes);
    const auto messages = types::integer(0, INT64_MAX, Unit::messages);
    return {{.name = "messages",
             .type = messages,
             .label = IPC_TR("Messages"),
             .help = IPC_TR("How many messages wait in the queue."),
             .level = true},
            {.name = "maxmsg",
             .type = messages,
             .label = IPC_TR("Messages at most"),
             .help = IPC_TR("A send that finds so many waits.")},
            {.name = "bytes",
             .type = size,
             .label = IPC_TR("Bytes"),
             .help = IPC_TR("How many bytes these hold together (QSIZE)."),
             .level = true},
            capacity_field(),
            {.name = "msgsize", .type = size, .label = IPC_TR("Longest message"), .help = ""},
            notify_field(),
            signal_field(),
            notify_pid_field(),
            {.name = "mtime",
             .type = types::integer(0, INT64_MAX, Unit::unix_time),
             .label = IPC_TR("Last used"),
             .help = IPC_TR("When a message was last sent or received, or the queue was made.")},
            {.name = "inode", .type = types::integer(), .label = IPC_TR("Inode"), .help = ""}};
}

MonitoredKind queue() {
    MonitoredKind kind{.id = "queue",
                       .label = IPC_TR("POSIX message queue"),
                       .prefix = "posix_mq",
                       .object = "queue",
                       .fields = fields(),
                       .filling = "messages",
                       .capacity = "maxmsg",
                       .persists = true,
                       .peekable = true};
    auto mode = types::mode();
    mode.max = 0777;
    kind.actions = {
        {.kind = ActionKind::remove,
         .label = IPC_TR("Remove name"),
         .command = "rm -- /dev/mqueue{name}",
         .warning = IPC_TR("Nobody can open it any more; who has it open goes on using it. With nobody, its "
                           "messages are lost.")},
        {.kind = ActionKind::permissions,
         .label = IPC_TR("Change permissions"),
         .command = "chmod {mode} -- /dev/mqueue{name}",
         .warning = IPC_TR("Processes that open it later may be refused; those that have it keep it."),
         .params = {{.name = "mode",
                     .type = mode,
                     .label = IPC_TR("Permissions"),
                     .help = IPC_TR("Who may receive (read) and send (write)."),
                     .initial = std::int64_t{0600}}}},
    };
    kind.opens = {
        {.label = IPC_TR("Send and receive"),
         .line = "posix_mq.open(name: \"{name}\", access: O_RDWR, flags: 0)",
         .warning = IPC_TR("What a worker receives, no other process gets.")},
        {.label = IPC_TR("Send only"), .line = "posix_mq.open(name: \"{name}\", access: O_WRONLY, flags: 0)"},
        {.label = IPC_TR("Receive only"),
         .line = "posix_mq.open(name: \"{name}\", access: O_RDONLY, flags: 0)",
         .warning = IPC_TR("What a worker receives, no other process gets.")}};
    return kind;
}

}  // namespace

const MonitorSpec& posix_mq_monitor_spec();

const MonitorSpec& posix_mq_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "posix_mq",
        .title = IPC_TR("POSIX message queues"),
        .group = Group::message_queues,
        .kinds = {queue()},
        .words = {
            IPC_TR("message queues"),
            IPC_TR("message queues that nobody has open: /dev/mqueue is not mounted"),
            IPC_TR("message queues that nobody has open: /dev/mqueue is that of another IPC namespace"),
            IPC_TR("mount -t mqueue none /dev/mqueue, or CAP_SYS_ADMIN"),
            IPC_TR("a probe inside that namespace (nsenter -i, CAP_SYS_ADMIN)"),
            IPC_TR("read permission of the queue"),
            IPC_TR("a process of another pid namespace"),
            IPC_TR("room for %1 bytes of priority %2"),
            IPC_TR("a message"),
            IPC_TR("mq_getattr and the text of the queue, through a descriptor for reading"),
            IPC_TR("a BPF iterator read the queue in the kernel: nothing was taken"),
            IPC_TR("its messages are not shown: %1"),
            IPC_TR("this build was made without BPF"),
            IPC_TR("only a program in the kernel (BPF) can read them, which needs CAP_BPF and "
                   "CAP_PERFMON"),
            IPC_TR("the kernel does not describe its memory: there is no /sys/kernel/btf/vmlinux"),
            IPC_TR("%1 cannot be loaded; install the package %2"),
            IPC_TR("%1 is too old: it has no %2"),
            IPC_TR("the kernel is locked down (confidentiality): no program may read its memory"),
            IPC_TR("this kernel has no bpf(2)"),
            IPC_TR("bpf(2) is not permitted here, in spite of the capabilities: a container or a filter "
                   "of system calls refuses it"),
            IPC_TR("this kernel does not take the program that would read them: %1 (it is made for Linux "
                   "5.17 and newer)"),
            IPC_TR("the program in the kernel has not come by the queue"),
            IPC_TR("the program in the kernel cannot be kept: %1"),
            IPC_TR("the queue moved while it was looked at: only messages that stayed meanwhile are "
                   "shown"),
            IPC_TR("the first %1 of %2 messages, and of long ones only the beginning"),
            IPC_TR("of long messages only the beginning: %1 of %2 bytes in all")}};
    return spec;
}

}  // namespace ipcscope::mechanisms

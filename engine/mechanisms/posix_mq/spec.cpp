#include "mechanisms/posix_mq/types.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>

namespace ipcscope::mechanisms {
namespace {

using namespace posix_mq;

constexpr const char* no_memory = "needs a machine without free memory";
constexpr const char* always_valid = "only valid times can be given";
constexpr const char* not_open = IPC_TR("The queue is closed in this process.");

std::vector<ParamSpec> open_params() {
    return {
        name_param(IPC_TR("\"/chat\" for a queue that every program can open by this name, \"chat\" for one "
                          "that is private to this run. No further slash, at most 255 bytes.")),
        {.name = "access",
         .type = types::choice({{"O_RDWR", O_RDWR, IPC_TR("to send and to receive")},
                                {"O_RDONLY", O_RDONLY, IPC_TR("to receive only")},
                                {"O_WRONLY", O_WRONLY, IPC_TR("to send only")}}),
         .label = IPC_TR("Access"),
         .help = IPC_TR("What this descriptor is for."),
         .initial = std::int64_t{O_RDWR}},
        {.name = "flags",
         .type = types::flags({{"O_CREAT", O_CREAT, IPC_TR("make the queue if there is none of this name")},
                               {"O_EXCL", O_EXCL, IPC_TR("with O_CREAT: fail if there is one already")},
                               {"O_NONBLOCK", O_NONBLOCK,
                                IPC_TR("sending and receiving fail with EAGAIN instead of waiting")}}),
         .label = IPC_TR("Flags"),
         .help = IPC_TR("Without O_CREAT only a queue that exists is opened."),
         .initial = std::int64_t{O_CREAT}},
        {.name = "mode",
         .type = types::mode(),
         .label = IPC_TR("Permissions"),
         .help =
             IPC_TR("Of a new queue: who may receive (read) and send (write); the umask takes bits away."),
         .initial = std::int64_t{0600},
         .visible_when = {"flags", {O_CREAT}}},
        {.name = "maxmsg",
         .type = capacity_type(Unit::messages),
         .label = IPC_TR("Messages at most"),
         .help = IPC_TR("Of a new queue: a send that finds so many messages waits. If only one of the two "
                        "sizes is given, the other is the system's default."),
         .initial = by_default,
         .visible_when = {"flags", {O_CREAT}}},
        {.name = "msgsize",
         .type = capacity_type(Unit::bytes),
         .label = IPC_TR("Longest message"),
         .help = IPC_TR("Of a new queue, in bytes: longer messages are refused, and receivers need a buffer "
                        "of at least this size."),
         .initial = by_default,
         .visible_when = {"flags", {O_CREAT}}},
    };
}

OperationSpec open() {
    return {.verb = "open",
            .title = IPC_TR("Create or open"),
            .summary = IPC_TR("Makes a message queue of this name, or opens the one that has it."),
            .call = "mq_open",
            .man = "mq_open(3)",
            .side = Side::create,
            .params = open_params(),
            .returns = IPC_TR("message queue descriptor"),
            .results = {{.name = "queue",
                         .type = types::handle({queue_kind}),
                         .label = IPC_TR("Queue"),
                         .help = IPC_TR("This process's way to the queue.")}},
            .errnos = {
                {EACCES, IPC_TR("The queue exists, but its permissions do not allow this access; or the name "
                                "holds a further slash.")},
                {EEXIST, IPC_TR("A queue of this name exists, and O_CREAT with O_EXCL asked for a new one.")},
                {EINVAL, IPC_TR("A size of the new queue is 0 or, without "
                                "CAP_SYS_RESOURCE, above msg_max or msgsize_max of /proc/sys/fs/mqueue.")},
                {EMFILE, IPC_TR("This process has as many files open as it may have, or the user's queues "
                                "would take more bytes than RLIMIT_MSGQUEUE allows.")},
                {ENAMETOOLONG, IPC_TR("The name is longer than 255 bytes.")},
                {ENFILE, IPC_TR("The system has as many files open as it may have."),
                 "would starve the whole machine of files"},
                {ENOENT, IPC_TR("No queue has this name and O_CREAT was not given; or the name is a slash "
                                "and nothing else.")},
                {ENOMEM, IPC_TR("The kernel has no memory for a queue."), no_memory},
                {ENOSPC, IPC_TR("There are as many queues as /proc/sys/fs/mqueue/queues_max allows.")}}};
}

OperationSpec send() {
    return {.verb = "send",
            .title = IPC_TR("Send"),
            .summary = IPC_TR("Puts one message into the queue, behind those of the same or a higher "
                              "priority; waits while the queue is full."),
            .call = "mq_send",
            .syscall = "mq_timedsend",
            .man = "mq_send(3)",
            .side = Side::send,
            .flow = FlowRole::send,
            .object = "queue",
            .params = {queue_param(),
                       {.name = "data",
                        .type = types::bytes(),
                        .label = IPC_TR("Message"),
                        .help = IPC_TR("Text or any bytes; may be empty. At most msgsize of them."),
                        .initial = ""},
                       {.name = "priority",
                        .type = types::integer(0, UINT32_MAX),
                        .label = IPC_TR("Priority"),
                        .help = IPC_TR("0 (lowest) to 32767: the highest is received first, the oldest among "
                                       "equals. From 32768 (MQ_PRIO_MAX) on the kernel answers EINVAL."),
                        .initial = 0}},
            .errnos = {{EAGAIN, IPC_TR("The queue is full, and O_NONBLOCK is set.")},
                       {EBADF, IPC_TR("The queue is closed in this process, or not open for sending.")},
                       {EINTR, IPC_TR("A signal handler ran while this waited for room.")},
                       {EINVAL, IPC_TR("The priority is 32768 (MQ_PRIO_MAX) or above.")},
                       {EMSGSIZE, IPC_TR("The message is longer than the queue's msgsize.")}},
            .waits = {{IPC_TR("a receiver of {queue} to make room")}}};
}

OperationSpec timedsend() {
    auto spec = send();
    spec.verb = "timedsend";
    spec.title = IPC_TR("Send with a limit");
    spec.summary = IPC_TR("As sending, but gives up after a time.");
    spec.call = "mq_timedsend";
    spec.syscall = "";
    spec.params.push_back(timeout_param());
    spec.errnos.push_back({ETIMEDOUT, IPC_TR("Nobody made room within the time.")});
    spec.waits = {
        {.text = IPC_TR("a receiver of {queue} to make room, at most {timeout}"), .limit = "timeout"}};
    return spec;
}

OperationSpec receive() {
    return {
        .verb = "receive",
        .title = IPC_TR("Receive"),
        .summary =
            IPC_TR("Takes the oldest message of the highest priority; waits while the queue is empty."),
        .call = "mq_receive",
        .syscall = "mq_timedreceive",
        .man = "mq_receive(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "queue",
        .params = {queue_param(),
                   {.name = "size",
                    .type = types::integer(0, max_payload, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("How many bytes the buffer has room for: at least the queue's msgsize, "
                                   "however short the messages are."),
                    .initial = 8192}},
        .returns = IPC_TR("bytes of the message"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "priority", .type = types::integer(0, UINT32_MAX), .label = IPC_TR("Priority")},
                    {.name = "data",
                     .type = types::bytes(),
                     .label = IPC_TR("Message"),
                     .help = IPC_TR("The bytes that were sent."),
                     .payload = true}},
        .errnos = {{EAGAIN, IPC_TR("The queue is empty, and O_NONBLOCK is set.")},
                   {EBADF, IPC_TR("The queue is closed in this process, or not open for receiving.")},
                   {EINTR, IPC_TR("A signal handler ran while this waited for a message.")},
                   {EMSGSIZE, IPC_TR("The buffer is smaller than the queue's msgsize. Nothing was taken.")}},
        .waits = {{IPC_TR("a message in {queue}")}}};
}

OperationSpec timedreceive() {
    auto spec = receive();
    spec.verb = "timedreceive";
    spec.title = IPC_TR("Receive with a limit");
    spec.summary = IPC_TR("As receiving, but gives up after a time.");
    spec.call = "mq_timedreceive";
    spec.syscall = "";
    spec.params.push_back(timeout_param());
    spec.errnos.push_back({EINVAL, IPC_TR("The time is not valid."), always_valid});
    spec.errnos.push_back({ETIMEDOUT, IPC_TR("No message came within the time.")});
    spec.waits = {{.text = IPC_TR("a message in {queue}, at most {timeout}"), .limit = "timeout"}};
    return spec;
}

OperationSpec getattr() {
    const auto size = types::integer(0, INT64_MAX, Unit::bytes);
    const auto messages = types::integer(0, INT64_MAX, Unit::messages);
    return {.verb = "getattr",
            .title = IPC_TR("Attributes"),
            .summary = IPC_TR("Reads the queue's sizes, how many messages wait in it, and O_NONBLOCK."),
            .call = "mq_getattr",
            .syscall = "mq_getsetattr",
            .man = "mq_getattr(3)",
            .side = Side::query,
            .object = "queue",
            .params = {queue_param()},
            .results = {{.name = "flags", .type = flags_type(), .label = IPC_TR("Flags")},
                        {.name = "maxmsg", .type = messages, .label = IPC_TR("Messages at most")},
                        {.name = "msgsize", .type = size, .label = IPC_TR("Longest message")},
                        {.name = "curmsgs", .type = messages, .label = IPC_TR("Messages")}},
            .errnos = {{EBADF, not_open}},
            .pure = true};
}

OperationSpec setattr() {
    return {.verb = "setattr",
            .title = IPC_TR("Set flags"),
            .summary = IPC_TR("Sets or clears O_NONBLOCK, the only attribute that can be changed. Processes "
                              "that inherited the descriptor share it."),
            .call = "mq_setattr",
            .syscall = "mq_getsetattr",
            .man = "mq_getattr(3)",
            .side = Side::control,
            .object = "queue",
            .params = {queue_param(),
                       {.name = "flags",
                        .type = flags_type(),
                        .label = IPC_TR("Flags"),
                        .help = IPC_TR("Set or, if left out, cleared."),
                        .initial = std::int64_t{O_NONBLOCK}}},
            .results = {{.name = "previous", .type = flags_type(), .label = IPC_TR("Previous flags")}},
            .errnos = {{EBADF, not_open}, {EINVAL, IPC_TR("Other flags than O_NONBLOCK were given.")}}};
}

OperationSpec notify() {
    const VisibleWhen by_signal{"notify", {SIGEV_SIGNAL}};
    return {
        .verb = "notify",
        .title = IPC_TR("Ask to be notified"),
        .summary = IPC_TR("Asks for one notification when a message comes into the empty queue and nobody "
                          "waits to receive it; then the registration is over."),
        .call = "mq_notify",
        .man = "mq_notify(3)",
        .side = Side::control,
        .object = "queue",
        .params = {queue_param(),
                   {.name = "notify",
                    .type = notify_type(IPC_TR("give this process's registration up")),
                    .label = IPC_TR("How"),
                    .help =
                        IPC_TR("What happens when a message comes. One process at a time can be registered."),
                    .initial = std::int64_t{SIGEV_SIGNAL}},
                   {.name = "signal",
                    .type = signal_type(),
                    .label = IPC_TR("Signal"),
                    .help =
                        IPC_TR("Without a handler most signals end the process: install one first, or block "
                               "the signal and wait for it."),
                    .initial = std::int64_t{SIGUSR1},
                    .visible_when = by_signal},
                   {.name = "value",
                    .type = types::integer(INT32_MIN, INT32_MAX),
                    .label = IPC_TR("Value"),
                    .help = IPC_TR("A handler with SA_SIGINFO gets it; it tells several queues apart."),
                    .initial = 0,
                    .visible_when = by_signal}},
        .errnos = {{EBADF, not_open},
                   {EBUSY, IPC_TR("A process is registered for this queue already.")},
                   {EINVAL, IPC_TR("There is no such kind of notification, or no such signal."),
                    "only valid ones can be chosen"},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), no_memory}}};
}

OperationSpec close() {
    return {.verb = "close",
            .title = IPC_TR("Close"),
            .summary = IPC_TR("Closes the queue in this process, which gives its registration up, too. The "
                              "queue and its messages stay."),
            .call = "mq_close",
            .syscall = "close",
            .man = "mq_close(3)",
            .side = Side::close,
            .object = "queue",
            .params = {queue_param()},
            .errnos = {{EBADF, IPC_TR("The queue is closed in this process already.")}},
            .consumes = {"queue"}};
}

OperationSpec unlink() {
    return {
        .verb = "unlink",
        .title = IPC_TR("Remove name"),
        .summary = IPC_TR("Removes the name at once; the queue itself goes when its last descriptor is "
                          "closed."),
        .call = "mq_unlink",
        .man = "mq_unlink(3)",
        .side = Side::remove,
        .params = {name_param(IPC_TR("The queue to remove, named as when it was made."))},
        .errnos = {{EACCES, IPC_TR("The queue belongs to another user; or the name holds a further slash.")},
                   {ENAMETOOLONG, IPC_TR("The name is longer than 255 bytes.")},
                   {ENOENT, IPC_TR("No queue has this name.")}},
        .destructive = true};
}

std::vector<StateSpec> observed() {
    const auto size = types::integer(0, INT64_MAX, Unit::bytes);
    const auto messages = types::integer(0, INT64_MAX, Unit::messages);
    return {
        {.name = "messages",
         .type = messages,
         .label = IPC_TR("Messages"),
         .help = IPC_TR("How many messages wait in the queue, whoever sent them."),
         .level = true},
        {.name = "contents",
         .type = types::array(
             {.name = "message",
              .type = types::structure({
                  {.name = "priority", .type = types::integer(0, UINT32_MAX), .label = IPC_TR("Priority")},
                  {.name = "size", .type = size, .label = IPC_TR("Size")},
                  {.name = "data", .type = types::bytes(256), .label = IPC_TR("Message")},
              }),
              .label = IPC_TR("Message")},
             256),
         .label = IPC_TR("In the queue"),
         .help = IPC_TR(
             "The next to come out first. In a run: what it has sent and nobody has received yet, as far "
             "as it knows, the first 256 messages, of each the first 256 bytes. On the machine: what the "
             "kernel holds, whoever sent it, where a program in the kernel (BPF) may read it.")},
        {.name = "bytes",
         .type = size,
         .label = IPC_TR("Bytes"),
         .help = IPC_TR("How many bytes these hold together (QSIZE); not known without the permission to "
                        "read.")},
        capacity_field(),
        {.name = "maxmsg",
         .type = messages,
         .label = IPC_TR("Messages at most"),
         .help = IPC_TR("A send that finds so many waits.")},
        {.name = "msgsize", .type = size, .label = IPC_TR("Longest message")},
        {.name = "flags",
         .type = flags_type(),
         .label = IPC_TR("Flags"),
         .help = IPC_TR("Of this descriptor, and of those that were inherited from it.")},
        notify_field(),
        signal_field(),
        notify_pid_field(),
        {.name = "mode", .type = types::mode(), .label = IPC_TR("Permissions")},
        {.name = "uid", .type = types::integer(0, UINT32_MAX, Unit::uid), .label = IPC_TR("Owner")},
        {.name = "gid", .type = types::integer(0, UINT32_MAX), .label = IPC_TR("Group")},
    };
}

MechanismSpec make() {
    return {
        .id = "posix_mq",
        .title = IPC_TR("POSIX message queue"),
        .summary =
            IPC_TR("Messages with priorities in a queue that has a name; the highest comes out first."),
        .group = Group::message_queues,
        .rank = 20,
        .man = {"mq_overview(7)", "mq_open(3)", "mq_send(3)", "mq_receive(3)", "mq_getattr(3)",
                "mq_notify(3)", "mq_close(3)", "mq_unlink(3)"},
        .limits = {{IPC_TR("Messages in a queue at most"), "/proc/sys/fs/mqueue/msg_max", Unit::messages},
                   {IPC_TR("Messages in a queue, if not said"), "/proc/sys/fs/mqueue/msg_default",
                    Unit::messages},
                   {IPC_TR("Longest message at most"), "/proc/sys/fs/mqueue/msgsize_max", Unit::bytes},
                   {IPC_TR("Longest message, if not said"), "/proc/sys/fs/mqueue/msgsize_default",
                    Unit::bytes},
                   {IPC_TR("Queues in the system"), "/proc/sys/fs/mqueue/queues_max", Unit::count}},
        .objects = {{.id = "queue",
                     .label = IPC_TR("Message queue"),
                     .flow = FlowPolicy::typed_queue,  // the key is the priority: first in, first out in each
                     .view = ViewHint::messages,
                     .state = observed(),
                     .level_label = IPC_TR("messages in the queue"),
                     .level_unit = Unit::messages,
                     .level_from_flow = true,
                     .waiting = "contents",
                     .reach = Reach::named}},
        .handles = {{.id = "queue", .label = IPC_TR("Queue"), .object = "queue", .roles = {"descriptor"}}},
        .operations = {open(), send(), timedsend(), receive(), timedreceive(), getattr(), setattr(), notify(),
                       close(), unlink()},
        .privileges = IPC_TR(
            "The permission bits decide who may receive (read) and send (write). Only the owner may remove "
            "the name. CAP_SYS_RESOURCE passes msg_max, msgsize_max and queues_max, but not "
            "RLIMIT_MSGQUEUE, the bytes that all queues of a user may take together.")};
}

}  // namespace

const MechanismSpec& posix_mq_spec();

const MechanismSpec& posix_mq_spec() {
    static const MechanismSpec spec = make();
    return spec;
}

}  // namespace ipcscope::mechanisms

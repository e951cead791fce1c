#include "mechanisms/sysv_params.h"

#include <string_view>

#include <sys/msg.h>

namespace ipcscope::mechanisms {
namespace {

using sysv::as_results;

constexpr const char* queue_kind = "sysv_msg.queue";
constexpr const char* always_valid = "the worker's own buffers are always readable and writable";

constexpr const char* slot_reused = "needs the id's slot to come round, after dozens of other queues";
constexpr const char* no_memory = "needs a machine without free memory";

ParamSpec queue_param() {
    return {.name = "queue",
            .type = types::handle({queue_kind}),
            .label = IPC_TR("Queue"),
            .help = IPC_TR("The queue's identifier; every process may use it that has the permission.")};
}

std::vector<StateSpec> facts() {
    const auto number = types::integer(0);
    const auto size = types::integer(0, INT64_MAX, Unit::bytes);
    const auto pid = types::integer(0, INT32_MAX, Unit::pid);
    const auto time = types::integer(0, INT64_MAX, Unit::unix_time);
    return sysv::permission_state({
        {.name = "messages",
         .type = types::integer(0, INT64_MAX, Unit::messages),
         .label = IPC_TR("Messages"),
         .help = IPC_TR("How many messages wait in the queue.")},
        {.name = "cbytes",
         .type = size,
         .label = IPC_TR("Bytes"),
         .help = IPC_TR("How many bytes of text these hold together.")},
        {.name = "qbytes",
         .type = size,
         .label = IPC_TR("Bytes at most"),
         .help = IPC_TR("A send that would exceed this waits. No more messages than this either, so that "
                        "empty ones count.")},
        {.name = "lspid",
         .type = pid,
         .label = IPC_TR("Last sender"),
         .help = IPC_TR("The process of the last msgsnd; 0 = none.")},
        {.name = "lrpid",
         .type = pid,
         .label = IPC_TR("Last receiver"),
         .help = IPC_TR("The process of the last msgrcv; 0 = none.")},
        {.name = "stime", .type = time, .label = IPC_TR("Last send")},
        {.name = "rtime", .type = time, .label = IPC_TR("Last receive")},
        {.name = "ctime", .type = time, .label = IPC_TR("Made or changed")},
    });
}

std::vector<StateSpec> observed() {
    auto state = facts();
    for (auto& field : state) {  // as observe() names them
        if (std::string_view(field.name) == "cbytes") field.name = "bytes";
        if (std::string_view(field.name) == "qbytes") field.name = "capacity";
    }
    state.push_back(
        {.name = "contents",
         .type = types::array({.name = "message",
                               .type = types::structure({
                                   {.name = "type", .type = types::integer(), .label = IPC_TR("Type")},
                                   {.name = "size",
                                    .type = types::integer(0, INT64_MAX, Unit::bytes),
                                    .label = IPC_TR("Size")},
                                   {.name = "data", .type = types::bytes(256), .label = IPC_TR("Text")},
                               }),
                               .label = IPC_TR("Message")},
                              256),
         .label = IPC_TR("In the queue"),
         .help = IPC_TR("The first 256 messages in queue order, of each the first 256 bytes; looked at "
                        "without taking them.")});
    state.push_back({.name = "note",
                     .type = types::text(),
                     .label = IPC_TR("Note"),
                     .help = IPC_TR("Why messages are missing here, if some are.")});
    return state;
}

ErrnoSpec gone_while_waiting() {
    return {EIDRM, IPC_TR("The queue was removed, before or while this call waited.")};
}

OperationSpec get() {
    return {
        .verb = "get",
        .title = IPC_TR("Create or open"),
        .summary = IPC_TR("Makes a message queue, or finds the one that has this key."),
        .call = "msgget",
        .man = "msgget(2)",
        .side = Side::create,
        .params = {sysv::key_param(), sysv::get_flags_param(), sysv::get_mode_param()},
        .returns = IPC_TR("the queue's identifier"),
        .results = {{.name = "queue", .type = types::handle({queue_kind}), .label = IPC_TR("Queue")}},
        .errnos = {
            {EEXIST,
             IPC_TR("A queue with this key exists, and IPC_CREAT with IPC_EXCL asked for a new one.")},
            {ENOENT, IPC_TR("No queue has this key, and IPC_CREAT was not given.")},
            {EACCES, IPC_TR("The queue exists, but its permissions do not allow what the mode asks for.")},
            {ENOSPC, IPC_TR("The system's number of queues is reached: /proc/sys/kernel/msgmni.")},
            {ENOMEM, IPC_TR("The kernel has no memory for a queue."), no_memory}}};
}

OperationSpec use() {
    auto spec = sysv::use_operation(
        "msgctl", "msgctl(2)",
        IPC_TR("Takes a queue that another program made, by its identifier, after a look at it (IPC_STAT)."),
        "queue", queue_kind, IPC_TR("Queue"));
    spec.errnos = {{EINVAL, IPC_TR("No queue has this identifier.")},
                   {EACCES, IPC_TR("This user must not read from the queue.")},
                   {EIDRM, IPC_TR("The queue was removed, and another one has its place."), slot_reused}};
    return spec;
}

OperationSpec send() {
    return {.verb = "send",
            .title = IPC_TR("Send"),
            .summary =
                IPC_TR("Puts one message of a type at the end of the queue; waits while the queue is full."),
            .call = "msgsnd",
            .man = "msgop(2)",
            .side = Side::send,
            .flow = FlowRole::send,
            .object = "queue",
            .params = {queue_param(),
                       {.name = "type",
                        .type = types::integer(),
                        .label = IPC_TR("Type"),
                        .help = IPC_TR("Above 0, or the kernel answers EINVAL. Receivers choose by it."),
                        .initial = 1},
                       {.name = "data",
                        .type = types::bytes(),
                        .label = IPC_TR("Message"),
                        .help = IPC_TR(
                            "Text or any bytes; may be empty. At most /proc/sys/kernel/msgmax of them."),
                        .initial = ""},
                       {.name = "flags",
                        .type = types::flags(
                            {{"IPC_NOWAIT", IPC_NOWAIT, IPC_TR("EAGAIN instead of waiting for room")}}),
                        .label = IPC_TR("Flags"),
                        .help = IPC_TR("IPC_NOWAIT: do not wait."),
                        .initial = 0}},
            .errnos = {{EAGAIN, IPC_TR("The queue is full (its qbytes), and IPC_NOWAIT was given.")},
                       gone_while_waiting(),
                       {EINTR, IPC_TR("A signal came while this waited for room. msgsnd is never restarted, "
                                      "not even with SA_RESTART.")},
                       {EINVAL, IPC_TR("The type is below 1, the message is longer than "
                                       "/proc/sys/kernel/msgmax, or no queue has this identifier any more.")},
                       {EACCES, IPC_TR("This user must not write to the queue.")},
                       {EFAULT, IPC_TR("The message's address is not readable."), always_valid},
                       {ENOMEM, IPC_TR("The kernel has no memory for the message."), no_memory}},
            .waits = {{IPC_TR("room in {queue}")}}};
}

OperationSpec receive() {
    return {
        .verb = "receive",
        .title = IPC_TR("Receive"),
        .summary = IPC_TR("Takes the first message that matches out of the queue; waits until there is one."),
        .call = "msgrcv",
        .man = "msgop(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "queue",
        .params = {queue_param(),
                   {.name = "size",
                    .type = types::integer(0, max_payload, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("How many bytes the buffer has room for."),
                    .initial = 8192},
                   {.name = "type",
                    .type = types::integer(),
                    .label = IPC_TR("Type"),
                    .help = IPC_TR("0: the first message. Above 0: the first of this type. Below 0: the "
                                   "lowest type up to its absolute value."),
                    .initial = 0},
                   {.name = "flags",
                    .type =
                        types::flags({{"IPC_NOWAIT", IPC_NOWAIT, IPC_TR("ENOMSG instead of waiting")},
                                      {"MSG_EXCEPT", MSG_EXCEPT,
                                       IPC_TR("with a type above 0: the first message of any other type")},
                                      {"MSG_NOERROR", MSG_NOERROR,
                                       IPC_TR("cut a longer message short: what does not fit is lost")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("How to choose, and what to do when nothing fits."),
                    .initial = 0}},
        .returns = IPC_TR("bytes received"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "type", .type = types::integer(), .label = IPC_TR("Type")},
                    {.name = "data", .type = types::bytes(), .label = IPC_TR("Message"), .payload = true}},
        .errnos =
            {{ENOMSG, IPC_TR("No message matches, and IPC_NOWAIT was given.")},
             {E2BIG, IPC_TR("The message is longer than the size, and MSG_NOERROR was not given; it stays in "
                            "the queue.")},
             gone_while_waiting(),
             {EINTR,
              IPC_TR(
                  "A signal came while this waited. msgrcv is never restarted, not even with SA_RESTART.")},
             {EINVAL, IPC_TR("No queue has this identifier any more.")},
             {EACCES, IPC_TR("This user must not read from the queue.")},
             {EFAULT, IPC_TR("The buffer's address is not writable."), always_valid},
             {ENOMEM, IPC_TR("The kernel has no memory for the copy."), no_memory}},
        .waits = {{IPC_TR("a message of another type than {type} in {queue}"), {"flags", {MSG_EXCEPT}}},
                  {IPC_TR("a message in {queue}"), {"type", {0}}},
                  {IPC_TR("a message of type {type} in {queue}")}}};
}

OperationSpec peek() {
    return {
        .verb = "peek",
        .title = IPC_TR("Look at a message"),
        .summary = IPC_TR(
            "Copies the message at a place in the queue (MSG_COPY, with IPC_NOWAIT); it stays where it is."),
        .call = "msgrcv",
        .man = "msgop(2)",
        .side = Side::query,
        .object = "queue",
        .params = {queue_param(),
                   {.name = "index",
                    .type = types::integer(0, INT32_MAX),
                    .label = IPC_TR("Place"),
                    .help = IPC_TR("0 is the oldest message, whatever its type."),
                    .initial = 0},
                   {.name = "size",
                    .type = types::integer(0, max_payload, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("How many bytes the buffer has room for; a copy is never cut short."),
                    .initial = 8192}},
        .returns = IPC_TR("bytes of the message"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "type", .type = types::integer(), .label = IPC_TR("Type")},
                    {.name = "data", .type = types::bytes(), .label = IPC_TR("Message"), .payload = true}},
        .errnos = {{ENOMSG, IPC_TR("There are not so many messages in the queue.")},
                   {E2BIG, IPC_TR("The message is longer than the size.")},
                   {EINVAL, IPC_TR("No queue has this identifier any more.")},
                   {EACCES, IPC_TR("This user must not read from the queue.")},
                   {EIDRM, IPC_TR("The queue was removed, and another one has its place."), slot_reused},
                   {ENOSYS, IPC_TR("This kernel was built without CONFIG_CHECKPOINT_RESTORE."),
                    "the kernels of the tests have it"}},
        .pure = true};
}

OperationSpec stat() {
    return {
        .verb = "stat",
        .title = IPC_TR("State"),
        .summary = IPC_TR("Reads the queue's owner, permissions, fill, limits and last users (IPC_STAT)."),
        .call = "msgctl",
        .man = "msgctl(2)",
        .side = Side::query,
        .object = "queue",
        .params = {queue_param()},
        .results = as_results(facts()),
        .errnos = {{EACCES, IPC_TR("This user must not read from the queue.")},
                   {EINVAL, IPC_TR("No queue has this identifier any more.")},
                   {EIDRM, IPC_TR("The queue was removed, and another one has its place."), slot_reused}},
        .pure = true};
}

OperationSpec set() {
    std::vector<ParamSpec> params = {
        queue_param(),
        {.name = "qbytes",
         .type = sysv::or_unchanged(INT64_MAX, Unit::bytes),
         .label = IPC_TR("Bytes at most"),
         .help = IPC_TR("The new limit; above /proc/sys/kernel/msgmnb only with CAP_SYS_RESOURCE."),
         .initial = -1}};
    for (auto& param : sysv::set_owner_params())
        params.push_back(std::move(param));
    return {
        .verb = "set",
        .title = IPC_TR("Change"),
        .summary =
            IPC_TR("Changes the queue's byte limit, permissions or owner (IPC_SET, on what IPC_STAT gave)."),
        .call = "msgctl",
        .man = "msgctl(2)",
        .side = Side::control,
        .object = "queue",
        .params = params,
        .errnos =
            {{EPERM, IPC_TR("Only its owner, its creator and root may change the queue; more qbytes than "
                            "msgmnb need CAP_SYS_RESOURCE.")},
             {EACCES,
              IPC_TR("The state before must be read first, and this user must not read from the queue.")},
             {EINVAL, IPC_TR("No queue has this identifier any more, or user or group do not exist here.")},
             {EIDRM, IPC_TR("The queue was removed, and another one has its place."), slot_reused}},
        .destructive = true};
}

OperationSpec remove() {
    return {
        .verb = "remove",
        .title = IPC_TR("Remove"),
        .summary = IPC_TR("Removes the queue with all its messages, at once; who waits in it gets EIDRM."),
        .call = "msgctl",
        .man = "msgctl(2)",
        .side = Side::remove,
        .object = "queue",
        .params = {queue_param()},
        .errnos = {{EPERM, IPC_TR("Only its owner, its creator and root may remove the queue.")},
                   {EINVAL, IPC_TR("No queue has this identifier: it was removed already.")},
                   {EIDRM, IPC_TR("The queue was removed, and another one has its place."), slot_reused}},
        .destructive = true};
}

}  // namespace

const MechanismSpec& sysv_msg_spec();

const MechanismSpec& sysv_msg_spec() {
    static const MechanismSpec spec{
        .id = "sysv_msg",
        .title = IPC_TR("System V message queue"),
        .summary =
            IPC_TR("Typed messages in a queue of the kernel, which outlives the processes that use it."),
        .group = Group::message_queues,
        .rank = 10,
        .man = {"sysvipc(7)", "msgget(2)", "msgop(2)", "msgctl(2)", "ftok(3)"},
        .limits = {{IPC_TR("Longest message"), "/proc/sys/kernel/msgmax", Unit::bytes},
                   {IPC_TR("Bytes in a new queue"), "/proc/sys/kernel/msgmnb", Unit::bytes},
                   {IPC_TR("Queues in the system"), "/proc/sys/kernel/msgmni", Unit::count}},
        .objects = {{.id = "queue",
                     .label = IPC_TR("Message queue"),
                     .flow = FlowPolicy::typed_queue,
                     .view = ViewHint::messages,
                     .state = observed(),
                     .level_label = IPC_TR("messages in the queue"),
                     .level_unit = Unit::messages,
                     .level_from_flow = true}},
        .handles = {{.id = "queue", .label = IPC_TR("Queue"), .scope = Scope::system, .object = "queue"}},
        .operations = {sysv::ftok_operation(), get(), use(), send(), receive(), peek(), stat(), set(),
                       remove()},
        .privileges = IPC_TR(
            "The permission bits decide who may send (write) and receive (read); CAP_IPC_OWNER passes them. "
            "Only owner, creator and CAP_SYS_ADMIN may change or remove a queue."),
    };
    return spec;
}

}  // namespace ipcscope::mechanisms

#include "mechanisms/eventfd/counter.h"

#include <cerrno>
#include <fcntl.h>

#include <sys/eventfd.h>

namespace ipcscope::mechanisms {
namespace {

constexpr const char* counter_kind = "eventfd.counter";

ParamSpec counter_param() {
    return {.name = "counter",
            .type = types::handle({counter_kind}),
            .label = IPC_TR("Event counter"),
            .help = IPC_TR("The descriptor; forked processes share it.")};
}

OperationSpec create() {
    return {
        .verb = "create",
        .title = IPC_TR("Create"),
        .summary = IPC_TR("Makes a counter in the kernel and a descriptor for it, which serves for both "
                          "writing and reading."),
        .call = "eventfd",
        .syscall = "eventfd2",
        .man = "eventfd(2)",
        .side = Side::create,
        .params = {{.name = "initial",
                    .type = types::integer(0, UINT32_MAX),
                    .label = IPC_TR("Initial value"),
                    .help = IPC_TR("What the counter starts with; 32 bits only."),
                    .initial = 0},
                   {.name = "flags",
                    .type = types::flags(
                        {{"EFD_SEMAPHORE", EFD_SEMAPHORE,
                          IPC_TR("a read takes 1; otherwise it takes all there is")},
                         {"EFD_NONBLOCK", EFD_NONBLOCK, IPC_TR("calls fail with EAGAIN instead of sleeping")},
                         {"EFD_CLOEXEC", EFD_CLOEXEC,
                          IPC_TR("a program that is executed does not get the descriptor")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("How reading works, and what the descriptor does."),
                    .initial = 0}},
        .returns = IPC_TR("descriptor"),
        .results = {{.name = "counter",
                     .type = types::handle({counter_kind}),
                     .label = IPC_TR("Event counter"),
                     .help = IPC_TR("The descriptor of the new counter.")}},
        .errnos = {{EINVAL, IPC_TR("There are flags among these that this kernel does not know.")},
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")},
                   {ENFILE, IPC_TR("The system has as many files open as it may have."),
                    "would starve the whole machine of files"},
                   {ENODEV, IPC_TR("The kernel could not mount its device for files without a name."),
                    "does not happen on a running system"},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), "would starve the machine"}}};
}

OperationSpec write() {
    return {
        .verb = "write",
        .title = IPC_TR("Add"),
        .summary = IPC_TR("Adds a number to the counter and wakes readers; sleeps while the sum would exceed "
                          "18446744073709551614."),
        .call = "write",
        .man = "eventfd(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "counter",
        .params = {counter_param(),
                   {.name = "value",
                    .type = eventfd::value_type(),
                    .label = IPC_TR("Value"),
                    .help = IPC_TR("What is added, 64 bits without a sign: -1 stands for the highest number. "
                                   "0 is allowed, and wakes nobody."),
                    .initial = 1}},
        .returns = IPC_TR("bytes written: 8"),
        .returns_unit = Unit::bytes,
        .errnos = {{EAGAIN, IPC_TR("EFD_NONBLOCK is set, and the sum would exceed 18446744073709551614.")},
                   {EBADF, IPC_TR("The descriptor is closed in this process.")},
                   {EINTR, IPC_TR("A signal handler ran while this waited for a read.")},
                   {EINVAL,
                    IPC_TR("The value is 18446744073709551615 (UINT64_MAX), which no counter takes.")}},
        .waits = {{IPC_TR("a read of {counter}")}}};
}

OperationSpec read() {
    return {
        .verb = "read",
        .title = IPC_TR("Take"),
        .summary = IPC_TR("Takes the whole counter, or 1 of it with EFD_SEMAPHORE; sleeps while it is 0."),
        .call = "read",
        .man = "eventfd(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "counter",
        .params = {counter_param(),
                   {.name = "size",
                    .type = types::integer(0, 8, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("Of the buffer: below 8 bytes the kernel answers EINVAL."),
                    .initial = 8}},
        .returns = IPC_TR("bytes read: 8"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "value",
                     .type = eventfd::value_type(),
                     .label = IPC_TR("Value"),
                     .help = IPC_TR("What was taken. From 2^63 on it is shown as a negative number.")}},
        .errnos = {{EAGAIN, IPC_TR("EFD_NONBLOCK is set, and the counter is 0.")},
                   {EBADF, IPC_TR("The descriptor is closed in this process.")},
                   {EINTR, IPC_TR("A signal handler ran while the counter was 0.")},
                   {EINVAL, IPC_TR("The buffer has less than 8 bytes.")}},
        .waits = {{IPC_TR("a write to {counter}")}}};
}

OperationSpec close() {
    return {.verb = "close",
            .title = IPC_TR("Close"),
            .summary = IPC_TR("Closes the descriptor in this process; the counter goes with the last one."),
            .call = "close",
            .man = "close(2)",
            .side = Side::close,
            .object = "counter",
            .params = {counter_param()},
            .errnos = {{EBADF, IPC_TR("The descriptor is closed in this process already.")}},
            .consumes = {"counter"}};
}

MechanismSpec make() {
    return {
        .id = "eventfd",
        .title = IPC_TR("Event counter (eventfd)"),
        .summary = IPC_TR("A number in the kernel behind a descriptor: one process adds, another waits."),
        .group = Group::synchronisation,
        .rank = 40,
        .man = {"eventfd(2)", "poll(2)"},
        .objects = {{.id = "counter",
                     .label = IPC_TR("Event counter"),
                     .flow = FlowPolicy::wake,
                     .view = ViewHint::level,
                     .state = {{.name = "value",
                                .type = types::integer(0, INT64_MAX),
                                .label = IPC_TR("Counter"),
                                .help = IPC_TR("What has been written and not been read; at most 2^63-1 is "
                                               "shown here."),
                                .level = true},
                               {.name = "exact",
                                .type = types::text(),
                                .label = IPC_TR("Exactly"),
                                .help = IPC_TR("The counter, where it is 2^63 or more.")},
                               {.name = "semaphore",
                                .type = types::boolean(),
                                .label = IPC_TR("Semaphore"),
                                .help = IPC_TR("A read takes 1 (EFD_SEMAPHORE), not all there is.")},
                               {.name = "flags",
                                .type = types::flags({{"O_NONBLOCK", O_NONBLOCK}}),
                                .label = IPC_TR("Flags"),
                                .help = IPC_TR("Of the open descriptor, which forked processes share.")}},
                     .level_label = IPC_TR("counter"),
                     .level_unit = Unit::none}},
        .handles = {{.id = "counter", .label = IPC_TR("Event counter"), .roles = {"descriptor"}}},
        .operations = {create(), write(), read(), close()},
        .privileges = IPC_TR("None: a counter has no name, and is for those only who were given its "
                             "descriptor, by a fork or through a Unix socket.")};
}

}  // namespace

const MechanismSpec& eventfd_spec();

const MechanismSpec& eventfd_spec() {
    static const MechanismSpec spec = make();
    return spec;
}

}  // namespace ipcscope::mechanisms

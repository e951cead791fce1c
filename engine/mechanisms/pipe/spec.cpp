#include "mechanisms/stream_spec.h"

namespace ipcscope::mechanisms {

namespace {

OperationSpec create_spec() {
    return {
        .verb = "create",
        .title = IPC_TR("Create pipe"),
        .summary = IPC_TR("Makes a pipe and opens both of its ends; forked workers inherit them."),
        .call = "pipe2",
        .man = "pipe(2)",
        .side = Side::create,
        .params = {{.name = "flags",
                    .type = types::flags(
                        {{"O_CLOEXEC", O_CLOEXEC, IPC_TR("a program that is executed does not get the ends")},
                         {"O_NONBLOCK", O_NONBLOCK, IPC_TR("calls fail with EAGAIN instead of sleeping")},
                         {"O_DIRECT", O_DIRECT,
                          IPC_TR("packet mode: each write is read as one packet, up to 4096 bytes")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("How both ends begin."),
                    .initial = std::int64_t{0}}},
        .results = {{.name = "read_end",
                     .type = types::handle({"pipe.read_end"}),
                     .label = IPC_TR("Reading end"),
                     .help = IPC_TR("What is written comes out here.")},
                    {.name = "write_end",
                     .type = types::handle({"pipe.write_end"}),
                     .label = IPC_TR("Writing end"),
                     .help = IPC_TR("Bytes go in here.")}},
        .errnos = {{EFAULT, IPC_TR("The result does not lie in memory of this process."),
                    stream::driver_memory},
                   {EINVAL, IPC_TR("A flag that the kernel does not know."),
                    "only flags that exist can be chosen"},
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")},
                   {ENFILE,
                    IPC_TR("The system has as many files open, or the user as much pipe memory, as "
                           "the limits allow."),
                    "would starve the whole machine of files"}},
    };
}

OperationSpec popen_spec() {
    return {
        .verb = "popen",
        .title = IPC_TR("Open shell command"),
        .summary =
            IPC_TR("Runs a shell command with a pipe to its standard input or from its standard output."),
        .call = "popen",
        .syscall = "-",
        .man = "popen(3)",
        .side = Side::create,
        .params = {{.name = "command",
                    .type = types::text(131071),
                    .label = IPC_TR("Command"),
                    .help = IPC_TR("Given to /bin/sh -c."),
                    .names = NameKind::command},
                   {.name = "type",
                    .type = types::choice({{"r", 0, IPC_TR("read what the command prints")},
                                           {"w", 1, IPC_TR("write what the command reads")},
                                           {"re", 2, IPC_TR("as r, and closed in executed programs")},
                                           {"we", 3, IPC_TR("as w, and closed in executed programs")}}),
                    .label = IPC_TR("Type"),
                    .help = IPC_TR("Which way the bytes go."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("descriptor of the stream"),
        .results = {{.name = "stream",
                     .type = types::handle({"pipe.stream"}),
                     .label = IPC_TR("Stream"),
                     .help = IPC_TR("Our end of the pipe.")},
                    {.name = "pid",
                     .type = types::integer(0, INT32_MAX, Unit::pid),
                     .label = IPC_TR("Shell"),
                     .help =
                         IPC_TR("Process id of the shell, as /proc shows it; 0 = it could not be told.")}},
        .errnos = {{EAGAIN, IPC_TR("The user has as many processes as allowed."),
                    "would stop the machine's user"},
                   {EINVAL, IPC_TR("The type is none that popen knows."),
                    "only types that exist can be chosen"},
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")},
                   {ENFILE, IPC_TR("The system has as many files open as it may have."),
                    "would starve the whole machine of files"},
                   {ENOMEM, IPC_TR("There is no memory for another process."), "would starve the machine"}},
    };
}

OperationSpec pclose_spec() {
    return {
        .verb = "pclose",
        .title = IPC_TR("Close shell command"),
        .summary =
            IPC_TR("Closes the stream and waits until the shell has ended. Signals do not end the wait."),
        .call = "pclose",
        .syscall = "-",
        .man = "popen(3)",
        .side = Side::close,
        .object = "stream",
        .params = {stream::end_param("stream", {"pipe.stream"}, IPC_TR("What popen gave."))},
        .returns = IPC_TR("wait status"),
        .results = {{.name = "status",
                     .type = types::integer(0, 255),
                     .label = IPC_TR("Exit status"),
                     .help = IPC_TR("If the shell exited; 127 = it found no such command.")},
                    {.name = "signal",
                     .type = types::integer(1, 64, Unit::signal),
                     .label = IPC_TR("Signal"),
                     .help = IPC_TR("If a signal killed the shell.")}},
        .errnos = {{ECHILD, IPC_TR("The shell is not a child of this process, or was waited for already; "
                                   "the stream is closed.")}},
        .waits = {{.text = IPC_TR("the command of {stream} to end"), .by = EndedBy::outside}},
        .consumes = {"stream"},
    };
}

MechanismSpec make_spec() {
    const std::vector<std::string> ends{"pipe.read_end", "pipe.write_end"};
    const std::vector<std::string> all{"pipe.read_end", "pipe.write_end", "pipe.stream"};
    return {
        .id = "pipe",
        .title = IPC_TR("Pipe"),
        .summary = IPC_TR("Bytes in one direction between processes that inherit its two ends."),
        .group = Group::byte_streams,
        .rank = 10,
        .man = {"pipe(7)", "pipe(2)", "popen(3)"},
        .limits = stream::limits_spec(),
        .objects = {{.id = "pipe",
                     .label = IPC_TR("Pipe"),
                     .flow = FlowPolicy::byte_stream,
                     .view = ViewHint::bytes_in_flight,
                     .state = stream::state_spec(),
                     .level_label = IPC_TR("bytes in flight"),
                     .level_unit = Unit::bytes,
                     .level_from_flow = true,
                     .held_by_handles = true,
                     .packet_bytes = stream::packet_bytes,
                     .reach = Reach::named}},
        .handles = {{.id = "read_end", .label = IPC_TR("Reading end"), .roles = {"descriptor"}},
                    {.id = "write_end", .label = IPC_TR("Writing end"), .roles = {"descriptor"}},
                    {.id = "stream", .label = IPC_TR("Stream of a shell command")}},
        .operations = {create_spec(), stream::write_spec({"pipe.write_end", "pipe.stream"}),
                       stream::read_spec({"pipe.read_end", "pipe.stream"}),
                       stream::close_spec(ends,
                                          IPC_TR("Closes one end in this process; the last writer's close "
                                                 "is end of file, the last reader's breaks the pipe.")),
                       stream::pending_spec(all), stream::get_size_spec(all), stream::set_size_spec(all),
                       stream::set_flags_spec(all), popen_spec(), pclose_spec()},
        .privileges =
            IPC_TR("Nobody needs a privilege to make pipes. Only who inherits an end, or gets it sent, "
                   "can use one. A capacity above pipe-max-size needs CAP_SYS_RESOURCE."),
    };
}

}  // namespace

const MechanismSpec& pipe_spec();
const MechanismSpec& pipe_spec() {
    static const MechanismSpec spec = make_spec();
    return spec;
}

}  // namespace ipcscope::mechanisms

// Private buses, connections to any bus, and names on it. Tables only: nothing to link.
#pragma once

#include "mechanisms/dbus/spec_parts.h"

namespace ipcscope::mechanisms::dbus {

inline constexpr const char* other_user = "the tests may run as root, and never as two users";
inline constexpr const char* short_of = "would starve the machine";

inline std::vector<ResultSpec> connect_results() {
    return {{.name = "connection",
             .type = types::handle({"dbus.connection"}),
             .label = IPC_TR("Connection"),
             .help = IPC_TR("To be given to all other operations.")},
            varying_result("unique_name", IPC_TR("Unique name"),
                           IPC_TR("What the bus calls this connection; nobody else ever gets the same."))};
}

inline std::vector<ErrnoSpec> connect_errnos(std::vector<ErrnoSpec> own = {}) {
    own.push_back({ECONNREFUSED, IPC_TR("The socket is there, but no bus listens at it; or there is no "
                                        "socket in what the address says.")});
    own.push_back({ECONNRESET, IPC_TR("The other end hung up while the connection was being made.")});
    own.push_back({EINTR, IPC_TR("A signal handler ran before the bus had answered.")});
    own.push_back({EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")});
    own.push_back({ENOENT, IPC_TR("There is no socket of this name: the bus does not run.")});
    own.push_back({EPERM, IPC_TR("The bus does not admit this user."), other_user});
    return own;
}

inline OperationSpec connect_spec() {
    return {
        .verb = "connect",
        .title = IPC_TR("Connect"),
        .summary = IPC_TR("Connects to a private bus and says hello, for which the bus gives a unique name."),
        .call = "sd_bus_start",
        .syscall = "connect",
        .man = "sd_bus_start(3)",
        .side = Side::open,
        .params = {{.name = "bus",
                    .type = types::handle({"dbus.bus"}),
                    .label = IPC_TR("Bus"),
                    .help = IPC_TR("A bus that a worker has started.")}},
        .results = connect_results(),
        .errnos = connect_errnos(),
        .waits = {{.text = IPC_TR("{bus} to answer"), .by = EndedBy::outside}}};
}

inline OperationSpec connect_address_spec() {
    auto out = connect_spec();
    out.verb = "connect_address";
    out.title = IPC_TR("Connect to address");
    out.summary = IPC_TR("Connects to the bus at an address of your own.");
    out.params = {
        {.name = "address",
         .type = types::text(),
         .label = IPC_TR("Address"),
         .help = IPC_TR("As D-Bus writes it: unix:path=/run/user/1000/bus, unix:abstract=name, ..."),
         .names = NameKind::endpoint}};
    out.errnos = connect_errnos(
        {{EADDRNOTAVAIL, IPC_TR("The host or the port of the address is not known.")},
         {E2BIG, IPC_TR("The path of the socket is longer than a socket's name may be (107 bytes).")},
         {EINVAL, IPC_TR("This is not an address as D-Bus writes them.")}});
    out.waits = {{.text = IPC_TR("the bus at {address} to answer"), .by = EndedBy::outside}};
    return out;
}

inline OperationSpec open_user_spec() {
    auto out = connect_spec();
    out.verb = "open_user";
    out.title = IPC_TR("Connect to session bus");
    out.summary =
        IPC_TR("Connects to the bus of your desktop session: what you do there is real to other programs.");
    out.call = "sd_bus_open_user";
    out.man = "sd_bus_open_user(3)";
    out.params = {};
    out.errnos =
        connect_errnos({{ENOMEDIUM, IPC_TR("There is no session bus: neither DBUS_SESSION_BUS_ADDRESS nor "
                                           "XDG_RUNTIME_DIR is set.")}});
    out.waits = {{.text = IPC_TR("the session bus to answer"), .by = EndedBy::outside}};
    out.destructive = true;
    return out;
}

inline OperationSpec open_system_spec() {
    auto out = open_user_spec();
    out.verb = "open_system";
    out.title = IPC_TR("Connect to system bus");
    out.summary =
        IPC_TR("Connects to the bus of the whole machine: what you do there is real to its services.");
    out.call = "sd_bus_open_system";
    out.man = "sd_bus_open_system(3)";
    out.errnos = connect_errnos();
    out.waits = {{.text = IPC_TR("the system bus to answer"), .by = EndedBy::outside}};
    return out;
}

inline OperationSpec start_bus_spec() {
    return {
        .verb = "start_bus",
        .title = IPC_TR("Start private bus"),
        .summary = IPC_TR("Starts dbus-daemon for this run alone; it ends with the worker that started it."),
        .call = "posix_spawn",
        .syscall = "clone",
        .man = "dbus-daemon(1)",
        .side = Side::create,
        .results = {{.name = "bus",
                     .type = types::handle({"dbus.bus"}),
                     .label = IPC_TR("Bus"),
                     .help = IPC_TR("Every worker can connect to it.")},
                    varying_result("address", IPC_TR("Address"), IPC_TR("Where it listens.")),
                    {.name = "pid",
                     .type = types::integer(1, INT32_MAX, Unit::pid),
                     .label = IPC_TR("Process"),
                     .help = IPC_TR("The process number of the daemon.")}},
        .errnos = {{EAGAIN, IPC_TR("No more processes may be made."), short_of},
                   {EINTR, IPC_TR("A signal handler ran before the bus listened."),
                    "it listens within milliseconds"},
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE), or "
                                   "this run has had a thousand buses.")},
                   {ENOENT, IPC_TR("dbus-daemon is not installed (package dbus-daemon).")},
                   {ENOMEM, IPC_TR("The kernel has no memory for another process."), short_of},
                   {EPROTO, IPC_TR("dbus-daemon ended before it listened.")}},
        .waits = {{.text = IPC_TR("the bus to listen"), .by = EndedBy::outside}}};
}

inline OperationSpec stop_bus_spec() {
    return {
        .verb = "stop_bus",
        .title = IPC_TR("Stop private bus"),
        .summary = IPC_TR("Ends the daemon: every connection to it is broken."),
        .call = "kill",
        .man = "dbus-daemon(1)",
        .side = Side::remove,
        .object = "bus",
        .params = {{.name = "bus",
                    .type = types::handle({"dbus.bus"}),
                    .label = IPC_TR("Bus"),
                    .help = IPC_TR("A bus that a worker has started.")}},
        .errnos = {{EINTR, IPC_TR("A signal handler ran before the daemon had ended."), "it ends at once"},
                   {ESRCH, IPC_TR("The daemon runs no more.")},
                   {ETIMEDOUT, IPC_TR("The daemon did not end within five seconds."), "it ends at once"}},
        .waits = {{.text = IPC_TR("the daemon of {bus} to end"), .by = EndedBy::outside}},
        .consumes = {"bus"},
        .destructive = true};
}

inline OperationSpec close_spec() {
    return {.verb = "close",
            .title = IPC_TR("Close connection"),
            .summary = IPC_TR(
                "Sends what is still to be sent and hangs up: its names become free, calls to it fail."),
            .call = "sd_bus_flush_close_unref",
            .syscall = "close",
            .man = "sd_bus_close(3)",
            .side = Side::close,
            .object = "connection",
            .params = {connection_param()},
            .errnos = connection_errnos(),
            .consumes = {"connection"}};
}

inline OperationSpec request_name_spec() {
    return {
        .verb = "request_name",
        .title = IPC_TR("Own a name"),
        .summary = IPC_TR("Asks the bus for a well-known name, under which others can call this connection."),
        .call = "sd_bus_request_name",
        .syscall = "sendmsg",
        .man = "sd_bus_request_name(3)",
        .side = Side::control,
        .object = "connection",
        .params = {connection_param(),
                   {.name = "name",
                    .type = types::text(255),
                    .label = IPC_TR("Name"),
                    .help = IPC_TR("As org.example.Clock: at least one dot.")},
                   {.name = "flags",
                    .type = types::flags(
                        {{"SD_BUS_NAME_REPLACE_EXISTING", 1,
                          IPC_TR("take it from who has it, if they allow that")},
                         {"SD_BUS_NAME_ALLOW_REPLACEMENT", 2, IPC_TR("others may take it away")},
                         {"SD_BUS_NAME_QUEUE", 4, IPC_TR("if it is taken, stand in line for it")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("What to do if somebody has it already."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("1 = owned now, 0 = standing in line"),
        .results = error_results({{.name = "reply",
                                   .type = types::choice({{"DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER", 1},
                                                          {"DBUS_REQUEST_NAME_REPLY_IN_QUEUE", 2},
                                                          {"DBUS_REQUEST_NAME_REPLY_EXISTS", 3},
                                                          {"DBUS_REQUEST_NAME_REPLY_ALREADY_OWNER", 4}}),
                                   .label = IPC_TR("Answer of the bus"),
                                   .help = ""}}),
        .errnos =
            traffic_errnos({{EACCES, IPC_TR("The policy of the bus does not let this user have the name."),
                             "needs the system bus"},
                            {EALREADY, IPC_TR("This connection has the name already.")},
                            {EEXIST, IPC_TR("Somebody else has the name, and keeps it.")},
                            {EINVAL, IPC_TR("This cannot be a name: org.example.Name is one.")}}),
        .waits = {{.text = IPC_TR("the bus to answer"), .by = EndedBy::outside}},
    };
}

inline OperationSpec release_name_spec() {
    return {
        .verb = "release_name",
        .title = IPC_TR("Give a name back"),
        .summary = IPC_TR("Gives a well-known name back; who is next in line gets it."),
        .call = "sd_bus_release_name",
        .syscall = "sendmsg",
        .man = "sd_bus_release_name(3)",
        .side = Side::control,
        .object = "connection",
        .params = {connection_param(),
                   {.name = "name",
                    .type = types::text(255),
                    .label = IPC_TR("Name"),
                    .help = IPC_TR("One that this connection owns or stands in line for.")}},
        .results = error_results({{.name = "reply",
                                   .type = types::choice({{"DBUS_RELEASE_NAME_REPLY_RELEASED", 1},
                                                          {"DBUS_RELEASE_NAME_REPLY_NON_EXISTENT", 2},
                                                          {"DBUS_RELEASE_NAME_REPLY_NOT_OWNER", 3}}),
                                   .label = IPC_TR("Answer of the bus"),
                                   .help = ""}}),
        .errnos = traffic_errnos({{EADDRINUSE, IPC_TR("Somebody else has the name.")},
                                  {EINVAL, IPC_TR("This cannot be a name: org.example.Name is one.")},
                                  {ESRCH, IPC_TR("Nobody has the name.")}}),
        .waits = {{.text = IPC_TR("the bus to answer"), .by = EndedBy::outside}},
    };
}

}  // namespace ipcscope::mechanisms::dbus

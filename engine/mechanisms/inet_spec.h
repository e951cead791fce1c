// Operations that TCP and UDP sockets declare alike (socket(7), ip(7)). Tables only: nothing to link.
#pragma once

#include "mechanisms/inet_words.h"
#include "schema/spec.h"

#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <poll.h>

#include <sys/socket.h>

namespace ipcscope::mechanisms::inet {

inline constexpr const char* driver_memory = "the call is only given valid memory";
inline constexpr const char* starve = "would starve the whole machine";
inline constexpr const char* firewall = "needs a firewall rule";
inline constexpr const char* no_network = "the tests use loopback only, which is always reachable";

inline ErrnoSpec not_open() {
    return {EBADF, IPC_TR("The socket is closed in this process.")};
}

inline ParamSpec socket_param(const char* kind, const char* help, const char* name = "socket") {
    return {.name = name, .type = types::handle({kind}), .label = IPC_TR("Socket"), .help = help};
}

inline ParamSpec address_param(const char* help) {
    return {.name = "address",
            .type = types::text(108),
            .label = IPC_TR("Address"),
            .help = help,
            .initial = loopback,
            .names = NameKind::address};
}

inline ParamSpec port_param(const char* help, bool with_default) {
    return {.name = "port",
            .type = types::integer(0, UINT16_MAX),
            .label = IPC_TR("Port"),
            .help = help,
            .initial = with_default ? Value(0) : Value(),
            .names = NameKind::port};
}

inline ResultSpec address_result(const char* help, const char* name = "address") {
    return {.name = name, .type = types::text(), .label = IPC_TR("Address"), .help = help};
}

inline ResultSpec port_result(const char* help, const char* name = "port") {
    return {.name = name,
            .type = types::varying(types::integer(0, UINT16_MAX)),
            .label = IPC_TR("Port"),
            .help = help};
}

inline std::vector<NamedValue> descriptor_flags() {
    return {{"SOCK_NONBLOCK", SOCK_NONBLOCK, IPC_TR("no call on it sleeps: EAGAIN or EINPROGRESS instead")},
            {"SOCK_CLOEXEC", SOCK_CLOEXEC, IPC_TR("a program that is executed does not get the socket")}};
}

inline OperationSpec socket_spec(const char* kind, const char* summary) {
    return {
        .verb = "socket",
        .title = IPC_TR("Create socket"),
        .summary = summary,
        .call = "socket",
        .man = "socket(2)",
        .side = Side::create,
        .params = {{.name = "family",
                    .type = types::choice({{"AF_INET", AF_INET, IPC_TR("IPv4: 127.0.0.1 is this machine")},
                                           {"AF_INET6", AF_INET6, IPC_TR("IPv6: ::1 is this machine")}}),
                    .label = IPC_TR("Family"),
                    .help = IPC_TR("Which kind of addresses it speaks."),
                    .initial = std::int64_t{AF_INET}},
                   {.name = "flags",
                    .type = types::flags(descriptor_flags()),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Of the new descriptor."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("descriptor"),
        .results = {{.name = "socket",
                     .type = types::handle({kind}),
                     .label = IPC_TR("Socket"),
                     .help = IPC_TR("The new socket: without address, without partner.")}},
        .errnos = {{EACCES, IPC_TR("A security policy forbids such sockets."), "needs such a policy"},
                   {EAFNOSUPPORT, IPC_TR("This kernel, or this container, does not speak that family."),
                    "needs a kernel without IPv6"},
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")},
                   {ENFILE, IPC_TR("The system has as many files open as it may have."), starve},
                   {ENOBUFS, IPC_TR("The kernel has no memory for it."), starve},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), starve}},
    };
}

inline OperationSpec bind_spec(const char* kind) {
    return {
        .verb = "bind",
        .title = IPC_TR("Bind to address"),
        .summary = IPC_TR("Gives the socket its own address and port, where others find it."),
        .call = "bind",
        .man = "bind(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket that gets the address.")),
                   address_param(IPC_TR("In numbers; loopback = 127.0.0.1 or ::1, any = every address of "
                                        "this machine, so that others can reach it too.")),
                   port_param(IPC_TR("0 = the kernel chooses a free one, see the result."), true)},
        .results = {address_result(IPC_TR("The address that the socket has now.")),
                    port_result(IPC_TR("The port that the socket has now."))},
        .errnos = {{EACCES,
                    IPC_TR("Ports below /proc/sys/net/ipv4/ip_unprivileged_port_start (1024) need "
                           "CAP_NET_BIND_SERVICE."),
                    "some systems and containers let everybody use low ports"},
                   {EADDRINUSE, IPC_TR("Another socket has this port, or an old connection of it is in "
                                       "TIME_WAIT; SO_REUSEADDR or SO_REUSEPORT on both may allow it.")},
                   {EADDRNOTAVAIL, IPC_TR("No interface of this machine has this address.")},
                   {EAFNOSUPPORT, IPC_TR("The address is not of the socket's family.")},
                   not_open(),
                   {EINVAL, IPC_TR("The socket has an address already, or the address is not of its "
                                   "family.")},
                   {ENODEV, IPC_TR("There is no interface of this name or number."),
                    "needs an address with a scope"}},
    };
}

inline OperationSpec name_spec(const char* kind, bool own) {
    OperationSpec out{
        .verb = own ? "getsockname" : "getpeername",
        .title = own ? IPC_TR("Own address") : IPC_TR("Partner's address"),
        .summary = own ? IPC_TR("Says which address and port the socket itself has.")
                       : IPC_TR("Says with which address and port it is connected."),
        .call = own ? "getsockname" : "getpeername",
        .man = own ? "getsockname(2)" : "getpeername(2)",
        .side = Side::query,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket to ask."))},
        .results = {address_result(IPC_TR("In numbers.")), port_result(IPC_TR("0 = none yet."))},
        .errnos = {not_open(),
                   {EFAULT, IPC_TR("The buffer is not in memory of this process."), driver_memory},
                   {ENOBUFS, IPC_TR("The kernel has no memory for it."), starve}},
        .pure = true};
    if (!own) out.errnos.push_back({ENOTCONN, IPC_TR("It is not connected, or not any more.")});
    return out;
}

inline std::vector<NamedValue> poll_events() {
    return {{"POLLIN", POLLIN, IPC_TR("something to receive, to accept, or the end")},
            {"POLLPRI", POLLPRI, IPC_TR("urgent data (MSG_OOB)")},
            {"POLLOUT", POLLOUT, IPC_TR("room to send; a connect is through, or has failed")},
            {"POLLRDHUP", POLLRDHUP, IPC_TR("the partner will send no more")}};
}

inline std::vector<NamedValue> polled_events() {
    auto all = poll_events();
    all.push_back({"POLLERR", POLLERR, IPC_TR("an error is waiting: get_error tells which")});
    all.push_back({"POLLHUP", POLLHUP, IPC_TR("both directions have ended")});
    all.push_back({"POLLNVAL", POLLNVAL, IPC_TR("the descriptor is not open")});
    return all;
}

inline OperationSpec poll_spec(const char* kind) {
    return {.verb = "poll",
            .title = IPC_TR("Wait for readiness"),
            .summary = IPC_TR("Waits until a call on the socket would not sleep, or the time is over."),
            .call = "ppoll",
            .man = "poll(2)",
            .side = Side::query,
            .object = "socket",
            .params = {socket_param(kind, IPC_TR("The socket to watch.")),
                       {.name = "events",
                        .type = types::flags(poll_events()),
                        .label = IPC_TR("Events"),
                        .help = IPC_TR("What to wait for; errors and hang-up are told in any case."),
                        .initial = std::int64_t{POLLIN}},
                       {.name = "forever",
                        .type = types::boolean(),
                        .label = IPC_TR("Without limit"),
                        .help = IPC_TR("Wait for as long as it takes."),
                        .initial = false},
                       {.name = "timeout",
                        .type = types::duration(),
                        .label = IPC_TR("Timeout"),
                        .help = IPC_TR("0 = only look."),
                        .initial = std::int64_t{5'000'000'000},
                        .visible_when = {"forever", {0}}}},
            .returns = IPC_TR("1 = ready, 0 = the time was over"),
            .results = {{.name = "revents",
                         .type = types::flags(polled_events()),
                         .label = IPC_TR("Happened"),
                         .help = IPC_TR("What is so now.")}},
            .errnos = {{EFAULT, IPC_TR("The list is not in memory of this process."), driver_memory},
                       {EINTR, IPC_TR("A signal handler ran before anything happened.")},
                       {EINVAL, IPC_TR("The time is not valid."), "a timeout here is never negative"},
                       {ENOMEM, IPC_TR("The kernel has no memory for it."), starve}},
            .waits = {{.text = IPC_TR("{socket} to become ready"), .limit = "timeout"}},
            .pure = true};
}

inline OperationSpec set_flags_spec(const char* kind) {
    return {.verb = "set_flags",
            .title = IPC_TR("Set flags"),
            .summary = IPC_TR("Switches waiting off (O_NONBLOCK) or on again; all who share the open socket, "
                              "by fork or passing, get it too."),
            .call = "fcntl",
            .man = "fcntl(2)",
            .side = Side::control,
            .object = "socket",
            .params = {socket_param(kind, IPC_TR("The socket to change.")),
                       {.name = "flags",
                        .type = types::flags({{"O_NONBLOCK", O_NONBLOCK, IPC_TR("calls do not sleep")}}),
                        .label = IPC_TR("Flags"),
                        .help = IPC_TR("Set or, if left out, cleared; other flags stay as they are."),
                        .initial = std::int64_t{O_NONBLOCK}}},
            .errnos = {not_open()}};
}

inline OperationSpec amount_spec(const char* kind, const char* verb, const char* title, const char* summary,
                                 const char* help) {
    return {.verb = verb,
            .title = title,
            .summary = summary,
            .call = "ioctl",
            .man = "",
            .side = Side::query,
            .object = "socket",
            .params = {socket_param(kind, IPC_TR("The socket to ask."))},
            .results = {{.name = "bytes",
                         .type = types::integer(0, INT_MAX, Unit::bytes),
                         .label = IPC_TR("Bytes"),
                         .help = help}},
            .errnos = {not_open(),
                       {EFAULT, IPC_TR("The number is not in memory of this process."), driver_memory}},
            .pure = true};
}

inline OperationSpec close_spec(const char* kind, const char* summary) {
    return {.verb = "close",
            .title = IPC_TR("Close"),
            .summary = summary,
            .call = "close",
            .man = "close(2)",
            .side = Side::close,
            .object = "socket",
            .params = {socket_param(kind, IPC_TR("The socket to close in this process."))},
            .errnos = {{EBADF, IPC_TR("It is closed in this process already.")},
                       {EINTR, IPC_TR("A signal handler ran; on Linux the socket is closed all the same."),
                        "Linux closes without waiting for a handler to end"},
                       {EIO, IPC_TR("An input or output error."), "does not happen to sockets"}},
            .consumes = {"socket"}};
}

inline ParamSpec data_param() {
    return {.name = "data",
            .type = types::bytes(),
            .label = IPC_TR("Data"),
            .help = IPC_TR("The bytes to send.")};
}

inline ParamSpec stretch_param() {
    return {.name = "size",
            .type = types::integer(0, max_payload, Unit::bytes),
            .label = IPC_TR("Size"),
            .help = IPC_TR("How many bytes: the data is cut or repeated to fit. 0 = as the data is."),
            .initial = std::int64_t{0}};
}

inline ParamSpec room_param(const char* help) {
    return {.name = "size",
            .type = types::integer(0, max_payload, Unit::bytes),
            .label = IPC_TR("Size"),
            .help = help,
            .initial = std::int64_t{4096}};
}

inline ParamSpec flags_param(std::vector<NamedValue> flags) {
    return {.name = "flags",
            .type = types::flags(std::move(flags)),
            .label = IPC_TR("Flags"),
            .help = IPC_TR("For this call only."),
            .initial = std::int64_t{0}};
}

inline ResultSpec data_result() {
    return {.name = "data",
            .type = types::bytes(),
            .label = IPC_TR("Data"),
            .help = IPC_TR("The bytes that came."),
            .payload = true};
}

inline std::vector<LimitSpec> port_limits() {
    return {{IPC_TR("First port that the kernel chooses"), "/proc/sys/net/ipv4/ip_local_port_range#0"},
            {IPC_TR("Last port that the kernel chooses"), "/proc/sys/net/ipv4/ip_local_port_range#1"},
            {IPC_TR("First port for everybody"), "/proc/sys/net/ipv4/ip_unprivileged_port_start"},
            {IPC_TR("Largest receive buffer to ask for"), "/proc/sys/net/core/rmem_max", Unit::bytes},
            {IPC_TR("Largest send buffer to ask for"), "/proc/sys/net/core/wmem_max", Unit::bytes}};
}

}  // namespace ipcscope::mechanisms::inet

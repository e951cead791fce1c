// Tables of the operations that ask and set.
#pragma once

#include "mechanisms/unix_socket/params.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>

namespace ipcscope::mechanisms::unix_socket {

inline ErrnoSpec result_memory() {
    return {EFAULT, IPC_TR("The result does not lie in memory of this process."), driver_memory};
}

inline OperationSpec getsockname_spec() {
    return {
        .verb = "getsockname",
        .title = IPC_TR("Own name"),
        .summary = IPC_TR("The name that the socket is bound to."),
        .call = "getsockname",
        .man = "getsockname(2)",
        .side = Side::query,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket to ask."))},
        .results = name_results(),
        .errnos = {not_open(), result_memory()},
        .pure = true,
    };
}

inline OperationSpec getpeername_spec() {
    return {
        .verb = "getpeername",
        .title = IPC_TR("Peer's name"),
        .summary = IPC_TR("The name that the socket at the other end is bound to; clients rarely have one."),
        .call = "getpeername",
        .man = "getpeername(2)",
        .side = Side::query,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket to ask."))},
        .results = name_results(),
        .errnos = {not_open(), result_memory(), {ENOTCONN, IPC_TR("The socket has no peer.")}},
        .pure = true,
    };
}

inline std::vector<NamedValue> settable_options() {
    return {{"SO_SNDBUF", SO_SNDBUF, IPC_TR("bytes of memory for what was sent and not received")},
            {"SO_RCVBUF", SO_RCVBUF, IPC_TR("has no effect on these sockets: the sender's buffer counts")},
            {"SO_PASSCRED", SO_PASSCRED, IPC_TR("receive who sent it with every message")},
            {"SO_RCVTIMEO", SO_RCVTIMEO, IPC_TR("longest sleep of receive and accept")},
            {"SO_SNDTIMEO", SO_SNDTIMEO, IPC_TR("longest sleep of send and connect")}};
}

inline OperationSpec setsockopt_spec() {
    return {
        .verb = "setsockopt",
        .title = IPC_TR("Set option"),
        .summary = IPC_TR("Changes an option of the socket: buffer size, time-outs, credentials."),
        .call = "setsockopt",
        .man = "socket(7)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket whose option is set.")),
                   {.name = "option",
                    .type = types::choice(settable_options()),
                    .label = IPC_TR("Option"),
                    .help = IPC_TR("Which one."),
                    .initial = std::int64_t{SO_SNDBUF}},
                   {.name = "value",
                    .type = types::integer(INT32_MIN, INT32_MAX),
                    .label = IPC_TR("Value"),
                    .help = IPC_TR(
                        "Bytes, or 0 and 1. The kernel doubles a buffer size, for its own needs, and keeps "
                        "it between 4608 and net.core.wmem_max (or rmem_max)."),
                    .initial = std::int64_t{1},
                    .visible_when = {"option", {SO_SNDBUF, SO_RCVBUF, SO_PASSCRED}}},
                   {.name = "after",
                    .type = types::duration(),
                    .label = IPC_TR("Time-out"),
                    .help = IPC_TR(
                        "After so long the call fails with EAGAIN; 0 = it sleeps as long as it takes."),
                    .initial = std::int64_t{0},
                    .visible_when = {"option", {SO_RCVTIMEO, SO_SNDTIMEO}}}},
        .errnos = {not_open(),
                   {EFAULT, IPC_TR("The value does not lie in memory of this process."), driver_memory}},
    };
}

inline OperationSpec getsockopt_spec() {
    auto options = settable_options();
    options.push_back({"SO_TYPE", SO_TYPE, IPC_TR("SOCK_STREAM 1, SOCK_DGRAM 2, SOCK_SEQPACKET 5")});
    options.push_back({"SO_ACCEPTCONN", SO_ACCEPTCONN, IPC_TR("1 if it listens")});
    options.push_back(
        {"SO_ERROR", SO_ERROR, IPC_TR("the errno that the next call would say; asking clears it")});
    return {
        .verb = "getsockopt",
        .title = IPC_TR("Get option"),
        .summary = IPC_TR("Asks for an option of the socket."),
        .call = "getsockopt",
        .man = "socket(7)",
        .side = Side::query,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket to ask.")),
                   {.name = "option",
                    .type = types::choice(std::move(options)),
                    .label = IPC_TR("Option"),
                    .help = IPC_TR("Which one."),
                    .initial = std::int64_t{SO_SNDBUF}}},
        .results = {{.name = "value",
                     .type = types::integer(INT32_MIN, INT32_MAX),
                     .label = IPC_TR("Value"),
                     .help = IPC_TR(
                         "Of a buffer: twice what was asked for, because the kernel counts its own needs "
                         "too.")},
                    {.name = "after",
                     .type = types::duration(),
                     .label = IPC_TR("Time-out"),
                     .help = IPC_TR("0 = it sleeps as long as it takes.")}},
        .errnos = {not_open(), result_memory()},
    };
}

inline OperationSpec peercred_spec() {
    return {
        .verb = "peercred",
        .title = IPC_TR("Peer's credentials"),
        .summary =
            IPC_TR("Who connected, or listened, or made the pair, as the kernel noted it then (SO_PEERCRED): "
                   "nobody can lie about it."),
        .call = "getsockopt",
        .man = "unix(7)",
        .side = Side::query,
        .object = "socket",
        .params = {socket_param(IPC_TR("A connected socket."))},
        .results = {{.name = "pid",
                     .type = types::integer(0, INT32_MAX, Unit::pid),
                     .label = IPC_TR("Process"),
                     .help =
                         IPC_TR("0 if there is no peer. It may have ended since, or passed the socket on.")},
                    {.name = "uid",
                     .type = types::integer(-1, UINT32_MAX, Unit::uid),
                     .label = IPC_TR("User"),
                     .help = IPC_TR("-1 if there is no peer.")},
                    {.name = "gid",
                     .type = types::integer(-1, UINT32_MAX, Unit::uid),
                     .label = IPC_TR("User group"),
                     .help = IPC_TR("-1 if there is no peer.")}},
        .errnos = {not_open(), result_memory()},
        .pure = true,
    };
}

inline OperationSpec pending_spec() {
    return {
        .verb = "pending",
        .title = IPC_TR("Pending bytes"),
        .summary = IPC_TR("How much waits to be received here, or at the other end."),
        .call = "ioctl",
        .man = "unix(7)",
        .side = Side::query,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket to ask.")),
                   {.name = "which",
                    .type = types::choice(
                        {{"SIOCINQ", SIOCINQ, IPC_TR("bytes to receive; of datagrams, those of the first")},
                         {"SIOCOUTQ", SIOCOUTQ, IPC_TR("memory taken by what was sent and not received")}}),
                    .label = IPC_TR("Direction"),
                    .help = IPC_TR("What came in, or what went out."),
                    .initial = std::int64_t{SIOCINQ}}},
        .results = {{.name = "bytes",
                     .type = types::integer(0, INT32_MAX, Unit::bytes),
                     .label = IPC_TR("Bytes"),
                     .help = IPC_TR("SIOCOUTQ counts the kernel's bookkeeping as well.")}},
        .errnos = {not_open(),
                   result_memory(),
                   {EINVAL, IPC_TR("A listening socket has no bytes to receive.")}},
        .pure = true,
    };
}

inline OperationSpec set_flags_spec() {
    return {
        .verb = "set_flags",
        .title = IPC_TR("Set flags"),
        .summary =
            IPC_TR("Makes calls on this socket sleep, or fail with EAGAIN instead (F_SETFL). Processes that "
                   "share the socket share its flags."),
        .call = "fcntl",
        .man = "fcntl(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(IPC_TR("The socket whose flags are set.")),
                   {.name = "flags",
                    .type = types::flags(
                        {{"O_NONBLOCK", O_NONBLOCK, IPC_TR("calls fail with EAGAIN instead of sleeping")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Set or, if left out, cleared; other flags stay as they are."),
                    .initial = std::int64_t{O_NONBLOCK}}},
        .errnos = {not_open()},
    };
}

}  // namespace ipcscope::mechanisms::unix_socket

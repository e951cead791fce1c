// Tables that several operations of unix_socket share.
#pragma once

#include "mechanisms/unix_socket/address.h"
#include "mechanisms/unix_socket/calls.h"
#include "schema/spec.h"

#include <cerrno>
#include <climits>
#include <cstdint>
#include <fcntl.h>

#include <sys/socket.h>

namespace ipcscope::mechanisms::unix_socket {

inline constexpr const char* driver_memory = "the call is only given valid memory";
inline constexpr const char* starves_kernel = "would starve the machine";

inline ParamSpec socket_param(const char* help) {
    return {.name = "socket",
            .type = types::handle({"unix_socket.socket"}),
            .label = IPC_TR("Socket"),
            .help = help};
}

inline ErrnoSpec not_open() {
    return {EBADF, IPC_TR("The socket is closed in this process.")};
}

inline NamedValue path_choice() {
    return {"path", path, IPC_TR("a name in the file system")};
}

inline NamedValue abstract_choice() {
    return {"abstract", abstract, IPC_TR("a name that only the kernel knows; it goes with the socket")};
}

// `address`, which says what kind of name, and the name itself.
inline std::vector<ParamSpec> address_params(std::vector<NamedValue> choices, const char* help) {
    const auto initial = choices.front().value;
    const auto text = [&](const char* what) -> Value { return Value(what); };
    return {{.name = "address",
             .type = types::choice(std::move(choices)),
             .label = IPC_TR("Address"),
             .help = help,
             .initial = initial},
            {.name = "path",
             .type = types::path(),
             .label = IPC_TR("Path"),
             .help = IPC_TR("At most 108 bytes; without a leading / in the private directory of the run."),
             .initial = text("socket"),
             .visible_when = {"address", {path}}},
            {.name = "name",
             .type = types::bytes(4095),
             .label = IPC_TR("Abstract name"),
             .help = IPC_TR(
                 "Any bytes, at most 107, the same for the whole machine. Usually written with @ before "
                 "it, which does not belong to it."),
             .initial = text(""),
             .visible_when = {"address", {abstract}},
             .names = NameKind::word}};
}

// What every call with a path may say (path_resolution(7)).
inline std::vector<ErrnoSpec> with_path_errnos(std::vector<ErrnoSpec> own) {
    own.push_back({EACCES, IPC_TR("A directory of the path, or the socket's file, does not admit this user."),
                   "the tests may run as root, who may do all this"});
    own.push_back({ELOOP, IPC_TR("Too many symbolic links in the path.")});
    own.push_back({ENOTDIR, IPC_TR("A part of the path that should be a directory is not one.")});
    return own;
}

// A name that the kernel told.
inline std::vector<ResultSpec> name_results(std::vector<ResultSpec> before = {}) {
    before.push_back({.name = "address",
                      .type = types::choice({path_choice(),
                                             abstract_choice(),
                                             {"unnamed", unnamed, IPC_TR("it was never bound to a name")}}),
                      .label = IPC_TR("Kind of address"),
                      .help = IPC_TR("What kind of name the sender, or the socket, has.")});
    before.push_back({.name = "name",
                      .type = types::varying(types::bytes()),
                      .label = IPC_TR("Name"),
                      .help = IPC_TR("The path or the abstract name; not there if it has none.")});
    return before;
}

inline ParamSpec type_param() {
    return {
        .name = "type",
        .type = types::choice(
            {{"SOCK_STREAM", SOCK_STREAM, IPC_TR("a connection that carries bytes; boundaries are not kept")},
             {"SOCK_DGRAM", SOCK_DGRAM,
              IPC_TR("whole messages, without a connection; none is lost or reordered")},
             {"SOCK_SEQPACKET", SOCK_SEQPACKET, IPC_TR("a connection that carries whole messages")}}),
        .label = IPC_TR("Type"),
        .help = IPC_TR("What the socket carries."),
        .initial = std::int64_t{SOCK_STREAM}};
}

inline ParamSpec creation_flags() {
    return {
        .name = "flags",
        .type = types::flags(
            {{"SOCK_NONBLOCK", SOCK_NONBLOCK, IPC_TR("calls fail with EAGAIN instead of sleeping")},
             {"SOCK_CLOEXEC", SOCK_CLOEXEC, IPC_TR("a program that is executed does not get the socket")}}),
        .label = IPC_TR("Flags"),
        .help = IPC_TR("Set as the descriptor is made."),
        .initial = std::int64_t{0}};
}

inline ResultSpec socket_result(const char* name, const char* label, const char* help) {
    return {.name = name, .type = types::handle({"unix_socket.socket"}), .label = label, .help = help};
}

inline std::vector<ErrnoSpec> no_descriptor_left() {
    return {{EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")},
            {ENFILE, IPC_TR("The system has as many files open as it may have."),
             "would starve the whole machine of files"},
            {ENOMEM, IPC_TR("The kernel has no memory for it."), starves_kernel},
            {ENOBUFS, IPC_TR("The kernel has no memory for it."), starves_kernel}};
}

}  // namespace ipcscope::mechanisms::unix_socket

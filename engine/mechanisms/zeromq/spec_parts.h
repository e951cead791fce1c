// Parameters and errnos that several operations share. Tables only: nothing to link.
#pragma once

#include "base/result.h"
#include "schema/spec.h"

#include <cerrno>
#include <utility>
#include <zmq.h>

namespace ipcscope::mechanisms::zeromq {

inline constexpr const char* no_memory = "would starve the machine";
inline constexpr const char* interrupted = IPC_TR("A signal handler ran while the call waited.");

inline ParamSpec context_param() {
    return {.name = "context",
            .type = types::handle({"zeromq.context"}),
            .label = IPC_TR("Context"),
            .help = IPC_TR("One that this worker has made.")};
}

inline ParamSpec socket_param() {
    return {.name = "socket",
            .type = types::handle({"zeromq.socket"}),
            .label = IPC_TR("Socket"),
            .help = IPC_TR("One that this worker has made.")};
}

inline ParamSpec endpoint_param(const char* help) {
    return {.name = "endpoint",
            .type = types::text(1024),
            .label = IPC_TR("Endpoint"),
            .help = help,
            .names = NameKind::endpoint};
}

inline ParamSpec prefix_param() {
    return {.name = "prefix",
            .type = types::bytes(4096),
            .label = IPC_TR("Prefix"),
            .help = IPC_TR("How the first frame begins; empty = everything."),
            .initial = ""};
}

inline ParamSpec flags_param(const char* help) {
    return {.name = "flags",
            .type = types::flags({{"ZMQ_DONTWAIT", ZMQ_DONTWAIT, IPC_TR("EAGAIN instead of waiting")}}),
            .label = IPC_TR("Flags"),
            .help = help,
            .initial = std::int64_t{0}};
}

inline ParamSpec format_param(const char* help) {
    return {.name = "format",
            .type = types::choice({{"bytes", 0, IPC_TR("as it is")},
                                   {"json", 1, IPC_TR("JSON text")},
                                   {"cbor", 2, IPC_TR("JSON here, CBOR on the way: shorter, and typed")}}),
            .label = IPC_TR("Format"),
            .help = help,
            .initial = std::int64_t{0}};
}

inline TypeSpec frames_type() {
    return types::array({.name = "frame", .type = types::bytes(), .label = IPC_TR("Frame")}, 4096);
}

inline ResultSpec content_result() {
    return {
        .name = "content",
        .type = types::bytes(),
        .label = IPC_TR("Content"),
        .help = IPC_TR("The frames as they travelled, with a space between, without the address of a peer."),
        .payload = true};
}

// What every operation on a socket may come back with.
inline std::vector<ErrnoSpec> socket_errnos(std::vector<ErrnoSpec> own = {}) {
    own.push_back({ENOTSOCK, IPC_TR("The socket is closed.")});
    return own;
}

// ... that also ends when the context does.
inline std::vector<ErrnoSpec> living_errnos(std::vector<ErrnoSpec> own = {}) {
    own.push_back({kept_errno(ETERM), IPC_TR("The context is shut down: its sockets can only be closed.")});
    return socket_errnos(std::move(own));
}

inline TypeSpec option_type() {
    return types::choice(
        {{"ZMQ_SNDHWM", ZMQ_SNDHWM,
          IPC_TR("so many messages may wait for each peer to take them; 0 = any number")},
         {"ZMQ_RCVHWM", ZMQ_RCVHWM,
          IPC_TR("so many messages of each peer may wait to be received; 0 = any number")},
         {"ZMQ_SNDTIMEO", ZMQ_SNDTIMEO, IPC_TR("how long a send waits, in ms; -1 = as long as it takes")},
         {"ZMQ_RCVTIMEO", ZMQ_RCVTIMEO, IPC_TR("how long a receive waits, in ms; -1 = as long as it takes")},
         {"ZMQ_LINGER", ZMQ_LINGER,
          IPC_TR("how long unsent messages outlive the socket, in ms; -1 = until they are sent")},
         {"ZMQ_IMMEDIATE", ZMQ_IMMEDIATE, IPC_TR("1 = queue only for connections that stand")},
         {"ZMQ_CONFLATE", ZMQ_CONFLATE, IPC_TR("1 = keep the newest message only")},
         {"ZMQ_ROUTER_MANDATORY", ZMQ_ROUTER_MANDATORY,
          IPC_TR("1 = EHOSTUNREACH for an unknown address, instead of dropping the message")},
         {"ZMQ_REQ_CORRELATE", ZMQ_REQ_CORRELATE, IPC_TR("1 = number requests, and take no other answer")},
         {"ZMQ_REQ_RELAXED", ZMQ_REQ_RELAXED, IPC_TR("1 = a new request may be sent before the answer came")},
         {"ZMQ_XPUB_VERBOSE", ZMQ_XPUB_VERBOSE, IPC_TR("1 = tell every subscription, not only new ones")},
         {"ZMQ_RECONNECT_IVL", ZMQ_RECONNECT_IVL, IPC_TR("how long to wait before connecting again, in ms")},
         {"ZMQ_BACKLOG", ZMQ_BACKLOG, IPC_TR("how many connections may wait to be accepted")},
         {"ZMQ_SNDBUF", ZMQ_SNDBUF, IPC_TR("the kernel's sending buffer, in bytes; -1 = the usual one")},
         {"ZMQ_RCVBUF", ZMQ_RCVBUF, IPC_TR("the kernel's receiving buffer, in bytes; -1 = the usual one")},
         {"ZMQ_IPV6", ZMQ_IPV6, IPC_TR("1 = IPv6 as well")},
         {"ZMQ_RCVMORE", ZMQ_RCVMORE, IPC_TR("only to be read: more frames of this message follow")},
         {"ZMQ_EVENTS", ZMQ_EVENTS,
          IPC_TR("only to be read: 1 = something to receive, 2 = room to send, 3 = both")},
         {"ZMQ_TYPE", ZMQ_TYPE, IPC_TR("only to be read: the number of the socket's type")}});
}

}  // namespace ipcscope::mechanisms::zeromq

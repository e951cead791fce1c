// send and receive of a ZeroMQ socket. Tables only: nothing to link.
#pragma once

#include "mechanisms/zeromq/spec_parts.h"

namespace ipcscope::mechanisms::zeromq {

inline OperationSpec send_spec() {
    return {
        .verb = "send",
        .title = IPC_TR("Send message"),
        .summary =
            IPC_TR("Puts a message of one or more frames into the queue to a peer: all of it, or nothing."),
        .call = "zmq_send",
        .syscall = "-",
        .man = "zmq_send(3)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "socket",
        .params = {socket_param(),
                   {.name = "frames",
                    .type = frames_type(),
                    .label = IPC_TR("Frames"),
                    .help =
                        IPC_TR("The parts of the message. A ROUTER's first one is the address of the peer.")},
                   format_param(IPC_TR("How the last frame is written and sent.")),
                   flags_param(IPC_TR("What to do if there is no room for it, or no peer."))},
        .returns = IPC_TR("bytes of all frames"),
        .returns_unit = Unit::bytes,
        .results = {content_result()},
        .errnos = living_errnos(
            {{EAGAIN, IPC_TR("No peer has room for it, and waiting is not wanted, or has lasted long enough "
                             "(ZMQ_SNDTIMEO).")},
             {kept_errno(EFSM),
              IPC_TR("It is not its turn: a REQ must receive the answer first, a REP the question.")},
             {EHOSTUNREACH, IPC_TR("The ROUTER knows no peer of this address (ZMQ_ROUTER_MANDATORY).")},
             {EINTR, interrupted},
             {EINVAL, IPC_TR("Sockets of this type cannot send such a message."), "no type here refuses any"},
             {ENOTSUP, IPC_TR("Sockets of this type do not send.")}}),
        .waits = {{.text = IPC_TR("a peer of {socket} with room for a message"), .limited_by = "set_option"}},
    };
}

inline OperationSpec receive_spec() {
    return {
        .verb = "receive",
        .title = IPC_TR("Receive message"),
        .summary = IPC_TR("Takes the next message with all its frames; waits while there is none."),
        .call = "zmq_msg_recv",
        .syscall = "-",
        .man = "zmq_msg_recv(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "socket",
        .params = {socket_param(), format_param(IPC_TR("How the last frame is shown.")),
                   flags_param(IPC_TR("What to do if there is nothing to receive."))},
        .returns = IPC_TR("bytes of all frames"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "routing_id",
                     .type = types::varying(types::bytes()),
                     .label = IPC_TR("Peer"),
                     .help = IPC_TR(
                         "The address that a ROUTER has put in front: begins with 0 if the peer has none "
                         "of its own.")},
                    {.name = "frames",
                     .type = frames_type(),
                     .label = IPC_TR("Frames"),
                     .help = IPC_TR("The parts of the message, the last one decoded.")},
                    {.name = "frames_left_out",
                     .type = types::integer(0, INT64_MAX, Unit::count),
                     .label = IPC_TR("Frames left out"),
                     .help = IPC_TR("If there were more than 4096.")},
                    {.name = "problem",
                     .type = types::text(),
                     .label = IPC_TR("Problem"),
                     .help = IPC_TR("Why the last frame could not be decoded.")},
                    content_result()},
        .errnos = living_errnos(
            {{EAGAIN, IPC_TR("Nothing is there, and waiting is not wanted, or has lasted long enough "
                             "(ZMQ_RCVTIMEO).")},
             {kept_errno(EFSM),
              IPC_TR("It is not its turn: a REQ must send a question first, a REP the answer.")},
             {EINTR, interrupted},
             {ENOTSUP, IPC_TR("Sockets of this type do not receive.")}}),
        .waits = {{.text = IPC_TR("a message for {socket}"), .limited_by = "set_option"}},
    };
}

inline OperationSpec subscribe_spec(bool wanted) {
    return {.verb = wanted ? "subscribe" : "unsubscribe",
            .title = wanted ? IPC_TR("Subscribe") : IPC_TR("Unsubscribe"),
            .summary = wanted
                           ? IPC_TR("Asks for all messages that begin so: without it a SUB receives nothing.")
                           : IPC_TR("Takes a subscription back."),
            .call = "zmq_setsockopt",
            .syscall = "-",
            .man = "zmq_setsockopt(3)",
            .side = Side::control,
            .flow = FlowRole::send,
            .object = "socket",
            .params = {socket_param(), prefix_param()},
            .results = {content_result()},
            .errnos = living_errnos({{EINVAL, IPC_TR("Only a SUB subscribes.")}})};
}

}  // namespace ipcscope::mechanisms::zeromq

// What can be seen of a TCP socket: the fields of its state view and of the info operation.
#pragma once

#include "mechanisms/inet_spec.h"

#include <netinet/tcp.h>

namespace ipcscope::mechanisms::tcp {

inline TypeSpec state_type() {
    return types::choice(
        {{"TCP_CLOSE", TCP_CLOSE, IPC_TR("not connected, or not any more")},
         {"TCP_LISTEN", TCP_LISTEN, IPC_TR("takes connections")},
         {"TCP_SYN_SENT", TCP_SYN_SENT, IPC_TR("has asked for a connection, no answer yet")},
         {"TCP_SYN_RECV", TCP_SYN_RECV, IPC_TR("was asked for a connection, and has answered")},
         {"TCP_ESTABLISHED", TCP_ESTABLISHED, IPC_TR("connected, both directions open")},
         {"TCP_FIN_WAIT1", TCP_FIN_WAIT1, IPC_TR("has said that it sends no more")},
         {"TCP_FIN_WAIT2", TCP_FIN_WAIT2, IPC_TR("the partner knows it, and may still send")},
         {"TCP_CLOSE_WAIT", TCP_CLOSE_WAIT, IPC_TR("the partner sends no more: this side has to close")},
         {"TCP_LAST_ACK", TCP_LAST_ACK, IPC_TR("has closed last, the partner has to acknowledge it")},
         {"TCP_CLOSING", TCP_CLOSING, IPC_TR("both have closed at the same moment")},
         {"TCP_TIME_WAIT", TCP_TIME_WAIT,
          IPC_TR("over; the port is kept for a minute, in case something comes late")}});
}

inline std::vector<StateSpec> connection_state() {
    const auto bytes = types::integer(0, INT_MAX, Unit::bytes);
    const auto count = types::integer(0, UINT32_MAX, Unit::count);
    return {
        {.name = "state", .type = state_type(), .label = IPC_TR("State")},
        {.name = "rtt",
         .type = types::varying(types::integer(0, INT64_MAX, Unit::nanoseconds)),
         .label = IPC_TR("Round trip"),
         .help = IPC_TR("How long an acknowledgement takes, smoothed.")},
        {.name = "window",
         .type = count,
         .label = IPC_TR("Congestion window"),
         .help = IPC_TR("How many packets may be under way.")},
        {.name = "segment", .type = bytes, .label = IPC_TR("Packet size")},
        {.name = "retransmitted",
         .type = count,
         .label = IPC_TR("Sent again"),
         .help = IPC_TR("Packets that had to be sent more than once.")},
        {.name = "accept_queue",
         .type = count,
         .label = IPC_TR("Accept queue"),
         .help = IPC_TR("Connections that are there and were not accepted yet.")},
        {.name = "backlog",
         .type = count,
         .label = IPC_TR("Backlog"),
         .help = IPC_TR("How long the accept queue may get; one more than this fits.")},
    };
}

inline std::vector<StateSpec> socket_state() {
    const auto bytes = types::integer(0, INT_MAX, Unit::bytes);
    std::vector<StateSpec> all{
        {.name = "receive_queue",
         .type = bytes,
         .label = IPC_TR("Receive queue"),
         .help = IPC_TR("Has come, and was not received yet."),
         .level = true},
        {.name = "capacity",
         .type = bytes,
         .label = IPC_TR("Receive buffer"),
         .help = IPC_TR("SO_RCVBUF; a part of it is for the kernel's own books. It grows by itself.")},
        {.name = "local", .type = types::text(), .label = IPC_TR("Own address")},
        {.name = "peer", .type = types::text(), .label = IPC_TR("Partner")},
        {.name = "send_queue",
         .type = bytes,
         .label = IPC_TR("Send queue"),
         .help = IPC_TR("Sent, and not acknowledged yet: a partner that does not receive lets it grow.")},
        {.name = "send_buffer", .type = bytes, .label = IPC_TR("Send buffer"), .help = "SO_SNDBUF"}};
    const auto connection = connection_state();
    all.insert(all.begin() + 2, connection.front());
    all.insert(all.end(), connection.begin() + 1, connection.end());
    return all;
}

}  // namespace ipcscope::mechanisms::tcp

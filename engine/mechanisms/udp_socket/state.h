// What can be seen of a UDP socket: the fields of its state view and of the info operation.
#pragma once

#include "mechanisms/inet_spec.h"

namespace ipcscope::mechanisms::udp {

// What SO_MEMINFO tells (sock_diag(7), SK_MEMINFO).
inline std::vector<StateSpec> memory_state() {
    const auto bytes = types::integer(0, UINT32_MAX, Unit::bytes);
    return {{.name = "queued",
             .type = bytes,
             .label = IPC_TR("Receive queue"),
             .help = IPC_TR("Memory of the datagrams that were not received yet: more than their bytes, as "
                            "each one needs some for itself."),
             .level = true},
            {.name = "capacity",
             .type = bytes,
             .label = IPC_TR("Receive buffer"),
             .help = IPC_TR("SO_RCVBUF: a datagram that comes when this is used up is lost.")},
            {.name = "drops",
             .type = types::integer(0, UINT32_MAX, Unit::messages),
             .label = IPC_TR("Lost"),
             .help = IPC_TR("Datagrams that came when the buffer was full, since the socket was made.")}};
}

inline std::vector<StateSpec> socket_state() {
    const auto bytes = types::integer(0, INT_MAX, Unit::bytes);
    auto all = memory_state();
    all.push_back({.name = "next",
                   .type = bytes,
                   .label = IPC_TR("Next datagram"),
                   .help = IPC_TR("How many bytes the oldest one has.")});
    all.push_back({.name = "local", .type = types::text(), .label = IPC_TR("Own address")});
    all.push_back({.name = "peer",
                   .type = types::text(),
                   .label = IPC_TR("Partner"),
                   .help = IPC_TR("Only if it is connected: datagrams of others are not taken then.")});
    all.push_back({.name = "send_queue",
                   .type = bytes,
                   .label = IPC_TR("Send queue"),
                   .help = IPC_TR("Memory of what has not left this machine yet.")});
    all.push_back(
        {.name = "send_buffer", .type = bytes, .label = IPC_TR("Send buffer"), .help = "SO_SNDBUF"});
    return all;
}

}  // namespace ipcscope::mechanisms::udp

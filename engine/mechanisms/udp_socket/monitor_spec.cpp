#include "mechanisms/socket_monitor_spec.h"

#include <netinet/tcp.h>

namespace ipcscope::mechanisms {

namespace {

using namespace sockets;

MonitoredKind socket_kind() {
    return {
        .id = "socket",
        .label = IPC_TR("UDP socket"),
        .prefix = "udp",
        .object = "socket",
        .fields = together(
            {{family(),
              {.name = "state",
               .type = types::choice({{"unconnected", TCP_CLOSE, IPC_TR("takes datagrams of everybody")},
                                      {"connected", TCP_ESTABLISHED, IPC_TR("takes those of its partner")}}),
               .label = IPC_TR("State"),
               .help = IPC_TR("Whether connect(2) has named a partner.")}},
             addresses(),
             {amount("receive_queue", Unit::bytes, IPC_TR("Receive queue"),
                     IPC_TR("Memory of the datagrams that were not received yet: more than their bytes, as "
                            "each one needs some for itself."),
                     true),
              amount("receive_buffer", Unit::bytes, IPC_TR("Receive buffer"),
                     IPC_TR("SO_RCVBUF: a datagram that comes when this is used up is lost.")),
              amount("lost", Unit::messages, IPC_TR("Lost"),
                     IPC_TR("Datagrams that came when the buffer was full, since the socket was made."),
                     true),
              amount("send_queue", Unit::bytes, IPC_TR("Send queue"),
                     IPC_TR("Memory of what has not left this machine yet.")),
              amount("send_buffer", Unit::bytes, IPC_TR("Send buffer"), IPC_TR("SO_SNDBUF.")),
              amount("next", Unit::bytes, IPC_TR("Next datagram"),
                     IPC_TR("How many bytes the oldest one has; only a peek shows it.")),
              inode(), cookie(), contents(peek_words)}}),
        .filling = "receive_queue",
        .capacity = "receive_buffer",
        .peekable = true,
        .opens = {{.label = IPC_TR("Send to it"),
                   .line = "udp_socket.socket({family})\n"
                           "udp_socket.connect({it}, address: \"{local_address}\", port: {local_port})",
                   .warning = IPC_TR("Whoever has the socket gets what is sent, as from any other sender.")}},
    };
}

}  // namespace

const MonitorSpec& udp_socket_monitor_spec();
const MonitorSpec& udp_socket_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "udp_socket",
        .title = IPC_TR("UDP sockets"),
        .group = Group::sockets,
        .kinds = {socket_kind()},
        .words = {IPC_TR("UDP sockets"), IPC_TR("only by fetching a descriptor: peek")}};
    return spec;
}

}  // namespace ipcscope::mechanisms

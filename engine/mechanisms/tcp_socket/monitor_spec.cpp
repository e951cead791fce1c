#include "mechanisms/socket_monitor_spec.h"
#include "mechanisms/tcp_socket/state.h"

namespace ipcscope::mechanisms {

namespace {

using namespace sockets;

MonitoredKind socket_kind() {
    auto state = tcp::state_type();
    constexpr std::int64_t new_syn_recv = 12;  // TCP_NEW_SYN_RECV of the kernel
    state.names.push_back(
        {"TCP_NEW_SYN_RECV", new_syn_recv, IPC_TR("was asked for a connection, nothing is made yet")});
    return {
        .id = "socket",
        .label = IPC_TR("TCP socket"),
        .prefix = "tcp",
        .object = "socket",
        .fields = together(
            {{family(),
              {.name = "state", .type = state, .label = IPC_TR("State"), .help = IPC_TR("As in tcp(7).")}},
             addresses(),
             {amount("receive_queue", Unit::bytes, IPC_TR("Receive queue"),
                     IPC_TR("Has come, and was not received yet."), true),
              amount("send_queue", Unit::bytes, IPC_TR("Send queue"),
                     IPC_TR("Sent, and not acknowledged yet: a partner that does not receive lets it grow."),
                     true),
              amount("receive_buffer", Unit::bytes, IPC_TR("Receive buffer"),
                     IPC_TR("SO_RCVBUF; a part of it is for the kernel's own books. It grows by itself.")),
              amount("send_buffer", Unit::bytes, IPC_TR("Send buffer"),
                     IPC_TR("SO_SNDBUF; it grows by itself.")),
              pending(),
              backlog(),
              {.name = "unaccepted",
               .type = types::boolean(),
               .label = IPC_TR("Not accepted"),
               .help =
                   IPC_TR("It waits in a listener's queue: the kernel has made the connection, no process "
                          "has it yet.")},
              inode(),
              cookie(),
              contents(peek_words)}}),
        .filling = "pending",
        .capacity = "backlog",
        .peekable = true,
        .opens = {{.label = IPC_TR("Connect to it"),
                   .line = "tcp_socket.socket({family})\n"
                           "tcp_socket.connect({it}, address: \"{local_address}\", port: {local_port})",
                   .warning = IPC_TR("The server sees a new client, and may wait for what it says.")}},
    };
}

}  // namespace

const MonitorSpec& tcp_socket_monitor_spec();
const MonitorSpec& tcp_socket_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "tcp_socket",
        .title = IPC_TR("TCP sockets"),
        .group = Group::sockets,
        .kinds = {socket_kind()},
        .words = {IPC_TR("TCP sockets"), IPC_TR("buffers, cookies and backlogs of %1: sock_diag is refused "
                                                "(%2), and /proc/net does not tell them")}};
    return spec;
}

}  // namespace ipcscope::mechanisms

#include "mechanisms/socket_monitor_spec.h"

#include <netinet/tcp.h>

#include <sys/socket.h>

namespace ipcscope::mechanisms {

namespace {

using namespace sockets;

std::vector<StateSpec> fields() {
    return {
        {.name = "type",
         .type = types::choice({{"SOCK_STREAM", SOCK_STREAM, IPC_TR("a stream of bytes")},
                                {"SOCK_DGRAM", SOCK_DGRAM, IPC_TR("whole messages, without connection")},
                                {"SOCK_SEQPACKET", SOCK_SEQPACKET, IPC_TR("whole messages, connected")}}),
         .label = IPC_TR("Type"),
         .help = IPC_TR("What it carries.")},
        {.name = "state",
         .type = types::choice({{"unconnected", TCP_CLOSE, IPC_TR("it has no peer")},
                                {"listening", TCP_LISTEN, IPC_TR("others may connect")},
                                {"connected", TCP_ESTABLISHED, IPC_TR("it has a peer, or had one")},
                                {"stale", 0, IPC_TR("a file that no socket is bound to any more")}}),
         .label = IPC_TR("State"),
         .help = IPC_TR("Whether it has a peer.")},
        {.name = "path",
         .type = types::path(),
         .label = IPC_TR("Path"),
         .help = IPC_TR("As it was given to bind: perhaps relative, perhaps of another file system tree. The "
                        "accepted ends of a listener have it too.")},
        {.name = "abstract",
         .type = types::bytes(),
         .label = IPC_TR("Abstract name"),
         .help = IPC_TR("Without the NUL that begins it; any bytes.")},
        {.name = "stale",
         .type = types::boolean(),
         .label = IPC_TR("Leads nowhere"),
         .help = IPC_TR(
             "The file is there, but no socket is bound to it: connecting is refused. Looked for below "
             "/run, /tmp and /var/tmp.")},
        words("device", IPC_TR("Device of the path"), IPC_TR("Major and minor number of its file system.")),
        amount("file_inode", Unit::none, IPC_TR("Inode of the path"), IPC_TR("Of the file, not the socket.")),
        amount("receive_queue", Unit::bytes, IPC_TR("Bytes to receive"),
               IPC_TR("Of a connection: all that came in and was not received yet."), true),
        amount("next_datagram", Unit::bytes, IPC_TR("Next datagram"),
               IPC_TR("Of a datagram socket: the bytes of the oldest one. How many wait is not told."), true),
        amount("send_memory", Unit::bytes, IPC_TR("Memory of what was sent"),
               IPC_TR("Sent from here and not received at the other end, with the kernel's bookkeeping."),
               true),
        pending(),
        backlog(),
        {.name = "shutdown",
         .type = types::flags({{"SHUT_RD", 1, IPC_TR("it receives no more")},
                               {"SHUT_WR", 2, IPC_TR("it sends no more, or its peer is gone")}}),
         .label = IPC_TR("Shut down"),
         .help = IPC_TR("Which directions have ended.")},
        amount("descriptors", Unit::count, IPC_TR("Descriptors under way"),
               IPC_TR("Passed with SCM_RIGHTS to this socket, and not received yet.")),
        amount("peer", Unit::none, IPC_TR("Peer's inode"), IPC_TR("The other end; 0 = none.")),
        {.name = "peer_name",
         .type = types::bytes(),
         .label = IPC_TR("Peer's name"),
         .help = IPC_TR("What the other end is bound to; @ stands before an abstract name.")},
        inode(),
        cookie(),
        contents(peek_words),
    };
}

MonitoredKind socket_kind() {
    return {
        .id = "socket",
        .label = IPC_TR("Unix socket"),
        .prefix = "unix",
        .object = "socket",
        .fields = fields(),
        .filling = "pending",
        .capacity = "backlog",
        .peekable = true,
        .actions = {{.kind = ActionKind::remove,
                     .label = IPC_TR("Remove the file"),
                     .command = "unlink -- {name}",
                     .warning = IPC_TR("Only the name goes: nobody can connect by it any more. It is done "
                                       "only if no socket is bound to it."),
                     .keeps_contents = true}},
        .opens = {{.label = IPC_TR("Connect to the path"),
                   .line = "unix_socket.socket({type})\nunix_socket.connect({it}, path: \"{path}\")",
                   .warning = IPC_TR("The server sees a new client, and may wait for what it says.")},
                  {.label = IPC_TR("Connect to the abstract name"),
                   .line = "unix_socket.socket({type})\n"
                           "unix_socket.connect({it}, address: abstract, name: \"{abstract}\")",
                   .warning = IPC_TR("The server sees a new client, and may wait for what it says.")}},
    };
}

}  // namespace

const MonitorSpec& unix_socket_monitor_spec();
const MonitorSpec& unix_socket_monitor_spec() {
    static const MonitorSpec spec{
        .mechanism = "unix_socket",
        .title = IPC_TR("Unix sockets"),
        .group = Group::sockets,
        .kinds = {socket_kind()},
        .words = {IPC_TR("stale files of sockets: there are too many directories to look into all"),
                  IPC_TR("queues, peers and owners of Unix sockets: sock_diag is refused (%1), and "
                         "/proc/net/unix does not tell them"),
                  IPC_TR("%1 Unix sockets that were not accepted yet"), IPC_TR("all Unix sockets: %1"),
                  IPC_TR("only sock_diag tells it, which is refused here"),
                  IPC_TR("room among the connections that wait to be accepted"),
                  IPC_TR("permission to write to the file"),
                  IPC_TR("socket:[%1] may be bound to it, in another tree of files"),
                  IPC_TR("socket:[%1] is bound to it"),
                  IPC_TR("a socket of a network namespace that may not be entered is bound to it"),
                  IPC_TR("nobody can say that %1 is not in use: the kernel does not tell (%2)")}};
    return spec;
}

}  // namespace ipcscope::mechanisms

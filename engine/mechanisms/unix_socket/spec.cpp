#include "mechanisms/unix_socket/endpoints_spec.h"
#include "mechanisms/unix_socket/options_spec.h"
#include "mechanisms/unix_socket/transfer_spec.h"

namespace ipcscope::mechanisms {

namespace {

using namespace unix_socket;

ObjectSpec socket_object() {
    const auto bytes = [](const char* name, const char* label, const char* help, bool level = false) {
        return StateSpec{.name = name,
                         .type = types::integer(0, INT32_MAX, Unit::bytes),
                         .label = label,
                         .help = help,
                         .level = level};
    };
    const auto text = [](const char* name, const char* label, const char* help) {
        return StateSpec{.name = name, .type = types::text(), .label = label, .help = help};
    };
    const auto count = [](const char* name, const char* label, const char* help) {
        return StateSpec{
            .name = name, .type = types::integer(0, INT32_MAX, Unit::count), .label = label, .help = help};
    };
    return {
        .id = "socket",
        .label = IPC_TR("Socket"),
        .flow = FlowPolicy::byte_stream,
        .view = ViewHint::bytes_in_flight,
        .state =
            {bytes("bytes", IPC_TR("Bytes to receive"),
                   IPC_TR("What came in and was not received yet; of datagrams, the first only."), true),
             bytes(
                 "unread", IPC_TR("Memory of what was sent"),
                 IPC_TR("Sent from here and not received at the other end, with the kernel's bookkeeping.")),
             {.name = "type",
              .type = type_param().type,
              .label = IPC_TR("Type"),
              .help = IPC_TR("What it carries.")},
             {.name = "state",
              .type = types::choice({{"unconnected", unconnected, IPC_TR("it has no peer")},
                                     {"listening", listening, IPC_TR("others may connect")},
                                     {"connected", connected, IPC_TR("it has a peer")}}),
              .label = IPC_TR("State"),
              .help = IPC_TR("Whether it has a peer.")},
             text("name", IPC_TR("Name"), IPC_TR("What it is bound to; @ stands before an abstract name.")),
             text("peer", IPC_TR("Peer's name"), IPC_TR("What the other end is bound to.")),
             bytes("sndbuf", IPC_TR("Send buffer"), IPC_TR("SO_SNDBUF: memory that unread bytes may take.")),
             bytes("rcvbuf", IPC_TR("Receive buffer"), IPC_TR("SO_RCVBUF: has no effect here.")),
             count("waiting", IPC_TR("Connections waiting"), IPC_TR("Connected, and not accepted yet.")),
             count("backlog", IPC_TR("Backlog"), IPC_TR("More than so many make connecting sleep."))},
        .level_label = IPC_TR("bytes to receive"),
        .level_unit = Unit::bytes,
        .level_from_flow = true,
        .streams_by_key = true,
        .held_by_handles = true,
    };
}

// What was passed to a worker by somebody whom this run does not know.
ObjectSpec descriptor_object() {
    return {
        .id = "descriptor",
        .label = IPC_TR("Open file"),
        .state = {{.name = "what",
                   .type = types::text(),
                   .label = IPC_TR("What it is"),
                   .help = IPC_TR("As /proc/PID/fd names it.")},
                  {.name = "size",
                   .type = types::integer(0, INT64_MAX, Unit::bytes),
                   .label = IPC_TR("Size"),
                   .help = IPC_TR("Of a file.")},
                  {.name = "access",
                   .type = types::choice({{"O_RDONLY", O_RDONLY, IPC_TR("to read")},
                                          {"O_WRONLY", O_WRONLY, IPC_TR("to write")},
                                          {"O_RDWR", O_RDWR, IPC_TR("both")}}),
                   .label = IPC_TR("Access"),
                   .help = IPC_TR("What it was opened for.")}},
    };
}

MechanismSpec make_spec() {
    return {
        .id = "unix_socket",
        .title = IPC_TR("Unix socket"),
        .summary =
            IPC_TR("Two-way connections and messages between processes of one machine, which can pass open "
                   "descriptors and say who the sender is."),
        .group = Group::sockets,
        .rank = 10,
        .man = {"unix(7)", "socket(7)", "socketpair(2)", "cmsg(3)"},
        .limits = {{IPC_TR("Datagrams that may wait for one socket (the kernel lets one more in)"),
                    "/proc/sys/net/unix/max_dgram_qlen", Unit::messages},
                   {IPC_TR("Largest backlog"), "/proc/sys/net/core/somaxconn", Unit::count},
                   {IPC_TR("Send buffer of a new socket"), "/proc/sys/net/core/wmem_default", Unit::bytes},
                   {IPC_TR("Largest send buffer that may be asked for"), "/proc/sys/net/core/wmem_max",
                    Unit::bytes}},
        .objects = {socket_object(), descriptor_object()},
        .handles = {{.id = "socket", .label = IPC_TR("Socket"), .roles = {"descriptor"}},
                    {.id = "descriptor",
                     .label = IPC_TR("Passed descriptor"),
                     .object = "descriptor",
                     .roles = {"descriptor"}}},
        .operations = {socket_spec(),      socketpair_spec(), bind_spec(),       listen_spec(),
                       accept_spec(),      connect_spec(),    send_spec(),       recv_spec(),
                       sendto_spec(),      recvfrom_spec(),   sendmsg_spec(),    recvmsg_spec(),
                       shutdown_spec(),    close_spec(),      unlink_spec(),     getsockname_spec(),
                       getpeername_spec(), setsockopt_spec(), getsockopt_spec(), peercred_spec(),
                       pending_spec(),     set_flags_spec()},
        .privileges =
            IPC_TR("Who may write to the socket's file may connect to it, and who may write to its directory "
                   "may remove it. Abstract names are open to everybody on the machine: ask for the peer's "
                   "credentials."),
    };
}

}  // namespace

const MechanismSpec& unix_socket_spec();
const MechanismSpec& unix_socket_spec() {
    static const MechanismSpec spec = make_spec();
    return spec;
}

}  // namespace ipcscope::mechanisms

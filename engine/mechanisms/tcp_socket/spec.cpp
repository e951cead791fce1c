#include "mechanisms/tcp_socket/options.h"
#include "mechanisms/tcp_socket/state.h"
#include "mechanisms/tcp_socket/transfer_spec.h"

namespace ipcscope::mechanisms {

namespace {

constexpr const char* kind = "tcp_socket.socket";
using inet::socket_param;

OperationSpec listen_spec() {
    return {
        .verb = "listen",
        .title = IPC_TR("Listen"),
        .summary = IPC_TR("From now on the socket takes connections; they queue until they are accepted."),
        .call = "listen",
        .man = "listen(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket that is to take connections.")),
                   {.name = "backlog",
                    .type = types::integer(INT_MIN, INT_MAX),
                    .label = IPC_TR("Backlog"),
                    .help = IPC_TR("How many connections may wait to be accepted; one more fits. Beyond "
                                   "that, whoever connects has to wait."),
                    .initial = 16}},
        .errnos = {{EADDRINUSE, IPC_TR("Another socket listens on this port already.")},
                   inet::not_open(),
                   {EINVAL, IPC_TR("The socket is connected: it cannot listen.")}}};
}

OperationSpec accept_spec() {
    return {
        .verb = "accept",
        .title = IPC_TR("Accept"),
        .summary =
            IPC_TR("Takes the oldest waiting connection and gives it a socket of its own; sleeps while "
                   "there is none."),
        .call = "accept4",
        .man = "accept(2)",
        .side = Side::open,
        .object = "listener",
        .params = {socket_param(kind, IPC_TR("The listening socket."), "listener"),
                   {.name = "flags",
                    .type = types::flags(inet::descriptor_flags()),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("Of the new descriptor; it inherits none from the listener."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("descriptor"),
        .results = {{.name = "socket",
                     .type = types::handle({kind}),
                     .label = IPC_TR("Connection"),
                     .help = IPC_TR("The socket that is connected with the partner.")},
                    inet::address_result(IPC_TR("Of the partner.")),
                    inet::port_result(IPC_TR("Of the partner."))},
        .errnos = {{EAGAIN, IPC_TR("O_NONBLOCK is set, or SO_RCVTIMEO is over, and no connection is there.")},
                   inet::not_open(),
                   {ECONNABORTED, IPC_TR("The connection was given up while it waited."),
                    "Linux hands out such a connection and tells the reset later"},
                   {EINTR, IPC_TR("A signal handler ran before a connection came.")},
                   {EINVAL, IPC_TR("The socket does not listen.")},
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE); the "
                                   "connection stays in the queue.")},
                   {ENFILE, IPC_TR("The system has as many files open as it may have."), inet::starve},
                   {ENOBUFS, IPC_TR("The kernel has no memory for it."), inet::starve},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), inet::starve},
                   {EPERM, IPC_TR("A firewall rule forbids it."), inet::firewall}},
        .waits = {{.text = IPC_TR("a connection to {listener}"),
                   .by = EndedBy::anybody,
                   .limited_by = "setsockopt",
                   .limited_when = {"option", {SO_RCVTIMEO}}}}};
}

OperationSpec connect_spec() {
    return {
        .verb = "connect",
        .title = IPC_TR("Connect"),
        .summary = IPC_TR("Asks the listener at an address for a connection, and sleeps until it stands."),
        .call = "connect",
        .man = "connect(2)",
        .side = Side::open,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket that is to be connected.")),
                   inet::address_param(IPC_TR("In numbers; loopback = 127.0.0.1 or ::1.")),
                   inet::port_param(IPC_TR("The listener's port, such as the result of its bind."), false)},
        .results = {inet::address_result(IPC_TR("Own address of the connection.")),
                    inet::port_result(IPC_TR("Own port: chosen by the kernel unless it was bound."))},
        .errnos =
            {{EADDRNOTAVAIL, IPC_TR("This very connection exists already, or no free port is left, or the "
                                    "own address does not lead there.")},
             {EAFNOSUPPORT, IPC_TR("The address is not of the socket's family.")},
             {EAGAIN, IPC_TR("The kernel is short of something."), inet::starve},
             {EALREADY, IPC_TR("A connect that did not wait is still under way: poll for POLLOUT.")},
             inet::not_open(),
             {ECONNREFUSED, IPC_TR("Nobody listens on that port.")},
             {ECONNRESET, IPC_TR("The partner reset the connection while it was made."),
              "needs a partner outside of the kernel's rules"},
             {EHOSTUNREACH, IPC_TR("The host does not answer."), inet::no_network},
             {EINPROGRESS, IPC_TR("It does not wait (O_NONBLOCK, or SO_SNDTIMEO is over): the connection is "
                                  "being made. Poll for POLLOUT, then get_error.")},
             {EINTR, IPC_TR("A signal handler ran. The connection is made all the same, without us: poll for "
                            "POLLOUT.")},
             {EINVAL, IPC_TR("The address is not valid for the socket."),
              "needs a link-local address without a scope"},
             {EISCONN, IPC_TR("It is connected already, or it listens.")},
             {ENETUNREACH, IPC_TR("No route leads to that address."), inet::no_network},
             {EPERM, IPC_TR("A firewall rule forbids it."), inet::firewall},
             {ETIMEDOUT, IPC_TR("Nobody answered for a long time: the listener's queue is full, or the host "
                                "is silent.")}},
        .waits = {{.text = IPC_TR("the listener on port {port} to take the connection"),
                   .by = EndedBy::anybody,
                   .limited_by = "setsockopt",
                   .limited_when = {"option", {SO_SNDTIMEO}}}}};
}

OperationSpec shutdown_spec() {
    return {
        .verb = "shutdown",
        .title = IPC_TR("Shut down"),
        .summary = IPC_TR("Ends one direction or both, for all processes that share the socket; the "
                          "descriptor stays open."),
        .call = "shutdown",
        .man = "shutdown(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The connected or listening socket.")),
                   {.name = "how",
                    .type = types::choice(
                        {{"SHUT_RD", SHUT_RD, IPC_TR("receive no more: recv says 0 once it is empty")},
                         {"SHUT_WR", SHUT_WR, IPC_TR("send no more: the partner reads the end (half-close)")},
                         {"SHUT_RDWR", SHUT_RDWR, IPC_TR("both")}}),
                    .label = IPC_TR("Direction"),
                    .help = IPC_TR("What is to end."),
                    .initial = std::int64_t{SHUT_WR}}},
        .errnos = {inet::not_open(),
                   {EINVAL, IPC_TR("There is no such direction."), "the choice offers valid ones only"},
                   {ENOTCONN, IPC_TR("The socket is not connected.")}}};
}

OperationSpec info_spec() {
    std::vector<ResultSpec> results;
    for (const auto& field : tcp::connection_state())
        results.push_back({.name = field.name, .type = field.type, .label = field.label, .help = field.help});
    return {.verb = "info",
            .title = IPC_TR("Connection facts"),
            .summary = IPC_TR("Tells in which state the connection is, and what the kernel measured of it "
                              "(TCP_INFO)."),
            .call = "getsockopt",
            .man = "tcp(7)",
            .side = Side::query,
            .object = "socket",
            .params = {socket_param(kind, IPC_TR("The socket to ask."))},
            .results = std::move(results),
            .errnos = {inet::not_open()},
            .pure = true};
}

OperationSpec list_spec() {
    const auto row = types::structure(
        {{.name = "state", .type = tcp::state_type(), .label = IPC_TR("State")},
         {.name = "local", .type = types::varying(types::text()), .label = IPC_TR("Own address")},
         {.name = "peer", .type = types::varying(types::text()), .label = IPC_TR("Partner")}});
    const auto count = types::integer(0, INT_MAX, Unit::count);
    return {
        .verb = "list",
        .title = IPC_TR("Connections of a port"),
        .summary = IPC_TR("Reads from the kernel's table what there is of a port, also what no process has "
                          "any more: TIME_WAIT."),
        .call = "read",
        .man = "proc(5)",
        .side = Side::query,
        .params = {inet::port_param(IPC_TR("Own or partner's port."), false)},
        .returns = IPC_TR("how many there are"),
        .returns_unit = Unit::count,
        .results = {{.name = "time_wait",
                     .type = count,
                     .label = IPC_TR("In TIME_WAIT"),
                     .help = IPC_TR("Ended ones whose port is kept for a minute.")},
                    {.name = "established", .type = count, .label = IPC_TR("Established")},
                    {.name = "sockets",
                     .type = types::array({.name = "row", .type = row, .label = IPC_TR("Socket")}, 256),
                     .label = IPC_TR("Sockets"),
                     .help = IPC_TR("The first 256; both ends of a connection, if both are here.")}},
        .errnos = {{EACCES, IPC_TR("This process must not read the table."), "everybody may read it here"},
                   {ENOENT, IPC_TR("There is no /proc/net/tcp: /proc is not mounted."), "needs /proc gone"}},
        .pure = true};
}

MechanismSpec make_spec() {
    const auto options = tcp::options();
    auto limits = inet::port_limits();
    limits.push_back({IPC_TR("Longest backlog"), "/proc/sys/net/core/somaxconn"});
    auto close = inet::close_spec(kind, IPC_TR("Gives the socket up in this process. With the last one the "
                                               "connection ends: the partner reads the end, or a reset if "
                                               "data was left unread."));
    close.waits = {{.text = IPC_TR("the partner of {socket} to acknowledge what was sent (SO_LINGER)"),
                    .by = EndedBy::outside}};
    auto unread = inet::amount_spec(kind, "pending", IPC_TR("Unread bytes"),
                                    IPC_TR("Counts what has come and was not received yet (SIOCINQ)."),
                                    IPC_TR("In the receive queue."));
    unread.errnos.push_back({EINVAL, IPC_TR("The socket listens: it has no data.")});
    auto unsent = inet::amount_spec(
        kind, "unacknowledged", IPC_TR("Unacknowledged bytes"),
        IPC_TR("Counts what was sent and is not acknowledged by the partner's kernel (SIOCOUTQ)."),
        IPC_TR("In the send queue."));
    unsent.errnos.push_back({EINVAL, IPC_TR("The socket listens: it has no data.")});
    unread.man = unsent.man = "tcp(7)";
    return {
        .id = "tcp_socket",
        .title = IPC_TR("TCP socket"),
        .summary = IPC_TR("A connection between two processes, here or on two machines: bytes in both "
                          "directions, in order, nothing lost."),
        .group = Group::sockets,
        .rank = 20,
        .man = {"tcp(7)", "ip(7)", "ipv6(7)", "socket(7)"},
        .limits = limits,
        .objects = {{.id = "socket",
                     .label = IPC_TR("TCP socket"),
                     .flow = FlowPolicy::byte_stream,
                     .view = ViewHint::bytes_in_flight,
                     .state = tcp::socket_state(),
                     .level_label = IPC_TR("bytes in receive queue"),
                     .level_unit = Unit::bytes,
                     .level_from_flow = true,
                     .streams_by_key = true,
                     .held_by_handles = true}},
        .handles = {{.id = "socket", .label = IPC_TR("Socket"), .roles = {"descriptor"}}},
        .operations = {inet::socket_spec(kind, IPC_TR("Makes a socket that can connect, or listen for those "
                                                      "who connect.")),
                       inet::bind_spec(kind),
                       listen_spec(),
                       accept_spec(),
                       connect_spec(),
                       tcp::send_spec(kind),
                       tcp::recv_spec(kind),
                       shutdown_spec(),
                       inet::poll_spec(kind),
                       inet::set_option_spec(kind, options),
                       inet::get_option_spec(kind, options),
                       inet::get_error_spec(kind),
                       inet::set_flags_spec(kind),
                       inet::name_spec(kind, true),
                       inet::name_spec(kind, false),
                       unread,
                       unsent,
                       info_spec(),
                       list_spec(),
                       close},
        .privileges = IPC_TR("Everybody may make, bind and connect sockets; ports below 1024 need "
                             "CAP_NET_BIND_SERVICE. There are no permission bits: whoever reaches the port "
                             "may connect."),
    };
}

}  // namespace

const MechanismSpec& tcp_socket_spec();
const MechanismSpec& tcp_socket_spec() {
    static const MechanismSpec spec = make_spec();
    return spec;
}

}  // namespace ipcscope::mechanisms

#include "mechanisms/udp_socket/options.h"
#include "mechanisms/udp_socket/state.h"
#include "mechanisms/udp_socket/transfer_spec.h"

namespace ipcscope::mechanisms {

namespace {

constexpr const char* kind = "udp_socket.socket";
using inet::socket_param;

OperationSpec connect_spec() {
    return {
        .verb = "connect",
        .title = IPC_TR("Connect"),
        .summary =
            IPC_TR("Settles whom the socket sends to and takes datagrams from. Nothing is sent: nobody "
                   "is asked, and whether somebody is there shows later."),
        .call = "connect",
        .man = "connect(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket; without an own address it gets one now.")),
                   inet::address_param(IPC_TR("In numbers; loopback = 127.0.0.1 or ::1.")),
                   inet::port_param(IPC_TR("The partner's port, such as the result of its bind."), false)},
        .results = {inet::address_result(IPC_TR("The own address towards that partner.")),
                    inet::port_result(IPC_TR("The own port: chosen by the kernel unless it was bound."))},
        .errnos = {{EACCES, IPC_TR("It is a broadcast address, and SO_BROADCAST is not set.")},
                   {EAFNOSUPPORT, IPC_TR("The address is not of the socket's family.")},
                   {EAGAIN, IPC_TR("No free port is left."), "needs all ports of the range in use"},
                   inet::not_open(),
                   {EINVAL, IPC_TR("The own address does not lead to that one."),
                    "needs an address of another machine"},
                   {ENETUNREACH, IPC_TR("No route leads to that address."), inet::no_network}}};
}

OperationSpec disconnect_spec() {
    return {
        .verb = "disconnect",
        .title = IPC_TR("Disconnect"),
        .summary = IPC_TR("Takes datagrams from everybody again (connect with AF_UNSPEC). A port that the "
                          "kernel had chosen is given back."),
        .call = "connect",
        .man = "connect(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The connected socket."))},
        .errnos = {inet::not_open()}};
}

OperationSpec group_spec(bool join) {
    OperationSpec out{
        .verb = join ? "join_group" : "leave_group",
        .title = join ? IPC_TR("Join group") : IPC_TR("Leave group"),
        .summary = join ? IPC_TR("From now on the machine takes what is sent to a multicast address; all "
                                 "sockets bound to the port and that address, or to any, get it.")
                        : IPC_TR("Does not take what is sent to the multicast address any more."),
        .call = "setsockopt",
        .man = "ip(7)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket that is the member.")),
                   {.name = "group",
                    .type = types::text(108),
                    .label = IPC_TR("Group"),
                    .help = IPC_TR("A multicast address: 224.0.0.0 to 239.255.255.255, or ff00::/8."),
                    .names = NameKind::address},
                   {.name = "interface",
                    .type = types::text(108),
                    .label = IPC_TR("Interface"),
                    .help = IPC_TR("Its name or, for IPv4, an address of it; loopback = lo."),
                    .initial = inet::loopback}},
        .errnos = {inet::not_open(),
                   {EFAULT, IPC_TR("The request is not in memory of this process."), inet::driver_memory},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), inet::starve}}};
    if (join) {
        out.errnos.push_back({EADDRINUSE, IPC_TR("The socket is a member already.")});
        out.errnos.push_back({EINVAL, IPC_TR("It is not a multicast address.")});
        out.errnos.push_back({ENODEV, IPC_TR("No interface has this address.")});
        out.errnos.push_back({ENOBUFS,
                              IPC_TR("The socket is a member of as many groups as it may be "
                                     "(igmp_max_memberships)."),
                              "the limit may be any number"});
    } else {
        out.errnos.push_back({EADDRNOTAVAIL, IPC_TR("The socket is not a member.")});
    }
    return out;
}

OperationSpec info_spec() {
    std::vector<ResultSpec> results;
    for (const auto& field : udp::memory_state())
        results.push_back({.name = field.name, .type = field.type, .label = field.label, .help = field.help});
    return {.verb = "info",
            .title = IPC_TR("Losses and memory"),
            .summary = IPC_TR("Tells how full the receive buffer is, and how many datagrams found it full "
                              "(SO_MEMINFO)."),
            .call = "getsockopt",
            .man = "sock_diag(7)",
            .side = Side::query,
            .object = "socket",
            .params = {socket_param(kind, IPC_TR("The socket to ask."))},
            .results = std::move(results),
            .errnos = {inet::not_open()},
            .pure = true};
}

MechanismSpec make_spec() {
    const auto options = udp::options();
    auto limits = inet::port_limits();
    limits.push_back({IPC_TR("Groups that a socket may join"), "/proc/sys/net/ipv4/igmp_max_memberships"});
    auto next = inet::amount_spec(kind, "pending", IPC_TR("Size of next datagram"),
                                  IPC_TR("Tells how many bytes the oldest datagram has (SIOCINQ)."),
                                  IPC_TR("0 = none is there, or an empty one."));
    next.man = "udp(7)";
    return {
        .id = "udp_socket",
        .title = IPC_TR("UDP socket"),
        .summary = IPC_TR("Single messages to one or many receivers, here or on other machines: each arrives "
                          "whole, or gets lost."),
        .group = Group::sockets,
        .rank = 30,
        .man = {"udp(7)", "ip(7)", "ipv6(7)", "socket(7)"},
        .limits = limits,
        .objects = {{.id = "socket",
                     .label = IPC_TR("UDP socket"),
                     .flow = FlowPolicy::copies,
                     .view = ViewHint::bytes_in_flight,
                     .state = udp::socket_state(),
                     .level_label = IPC_TR("bytes sent and not received"),
                     .level_unit = Unit::bytes,
                     .level_from_flow = true,
                     .streams_by_key = true,
                     .held_by_handles = true}},
        .handles = {{.id = "socket", .label = IPC_TR("Socket"), .roles = {"descriptor"}}},
        .operations = {inet::socket_spec(kind, IPC_TR("Makes a socket that sends and receives datagrams.")),
                       inet::bind_spec(kind),
                       udp::sendto_spec(kind),
                       udp::recvfrom_spec(kind),
                       connect_spec(),
                       udp::send_spec(kind),
                       udp::recv_spec(kind),
                       udp::recvmsg_spec(kind),
                       disconnect_spec(),
                       inet::poll_spec(kind),
                       group_spec(true),
                       group_spec(false),
                       inet::set_option_spec(kind, options),
                       inet::get_option_spec(kind, options),
                       inet::get_error_spec(kind),
                       inet::set_flags_spec(kind),
                       inet::name_spec(kind, true),
                       inet::name_spec(kind, false),
                       next,
                       info_spec(),
                       inet::close_spec(kind, IPC_TR("Gives the socket up in this process. With the last one "
                                                     "what was not received is lost."))},
        .privileges = IPC_TR("Everybody may make, bind and connect sockets; ports below 1024 need "
                             "CAP_NET_BIND_SERVICE. There are no permission bits: whoever reaches the port "
                             "may send to it, under any sender's address on other machines."),
    };
}

}  // namespace

const MechanismSpec& udp_socket_spec();
const MechanismSpec& udp_socket_spec() {
    static const MechanismSpec spec = make_spec();
    return spec;
}

}  // namespace ipcscope::mechanisms

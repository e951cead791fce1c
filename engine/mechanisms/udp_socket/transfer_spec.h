// What sends and receives datagrams. Tables only: nothing to link.
#pragma once

#include "mechanisms/inet_spec.h"

namespace ipcscope::mechanisms::udp {

inline constexpr const char* never_full = "loopback takes every datagram at once";

inline std::vector<ErrnoSpec> send_errnos(std::vector<ErrnoSpec> own) {
    std::vector<ErrnoSpec> all{
        {EAGAIN, IPC_TR("The send buffer is full, and it must not sleep."), never_full},
        inet::not_open(),
        {ECONNREFUSED,
         IPC_TR("An earlier datagram to the partner found nobody at that port (ICMP). Said once; "
                "only a connected socket learns it. This datagram was not sent.")},
        {EFAULT, IPC_TR("The data is not in memory of this process."), inet::driver_memory},
        {EINTR, IPC_TR("A signal handler ran while it waited for room."), never_full},
        {EMSGSIZE, IPC_TR("A datagram holds 65507 bytes at most with IPv4, 65527 with IPv6.")},
        {ENETUNREACH, IPC_TR("No route leads to that address."), inet::no_network},
        {ENOBUFS, IPC_TR("The kernel has no memory for it."), inet::starve},
        {ENOMEM, IPC_TR("The kernel has no memory for it."), inet::starve},
        {EPERM, IPC_TR("A firewall rule forbids it."), inet::firewall}};
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

inline ParamSpec send_flags() {
    return inet::flags_param({{"MSG_DONTWAIT", MSG_DONTWAIT, IPC_TR("EAGAIN instead of sleeping")},
                              {"MSG_CONFIRM", MSG_CONFIRM, IPC_TR("the partner lives: no need to ask")},
                              {"MSG_DONTROUTE", MSG_DONTROUTE, IPC_TR("not over a router")}});
}

inline OperationSpec send_spec(const char* kind) {
    return {
        .verb = "send",
        .title = IPC_TR("Send to partner"),
        .summary = IPC_TR("Sends one datagram to the address that the socket is connected with. Whether it "
                          "arrives nobody says."),
        .call = "send",
        .syscall = "sendto",
        .man = "send(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "socket",
        .params = {inet::socket_param(kind, IPC_TR("The connected socket.")), inet::data_param(),
                   inet::stretch_param(), send_flags()},
        .returns = IPC_TR("bytes sent"),
        .returns_unit = Unit::bytes,
        .errnos = send_errnos(
            {{EACCES, IPC_TR("It is a broadcast address, and SO_BROADCAST is not set."),
              "connect has asked already"},
             {EDESTADDRREQ, IPC_TR("The socket is not connected: use sendto, or connect first.")}}),
        .waits = {{.text = IPC_TR("room in the send buffer of {socket}"), .by = EndedBy::outside}}};
}

inline OperationSpec sendto_spec(const char* kind) {
    return {
        .verb = "sendto",
        .title = IPC_TR("Send to address"),
        .summary = IPC_TR("Sends one datagram to an address. Whether it arrives nobody says."),
        .call = "sendto",
        .man = "sendto(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "socket",
        .params = {inet::socket_param(kind, IPC_TR("The socket; without an own address it gets one now.")),
                   inet::data_param(),
                   inet::address_param(IPC_TR("Where to, in numbers; loopback = 127.0.0.1 or ::1.")),
                   inet::port_param(IPC_TR("The receiver's port, such as the result of its bind."), false),
                   inet::stretch_param(), send_flags()},
        .returns = IPC_TR("bytes sent"),
        .returns_unit = Unit::bytes,
        .errnos = send_errnos({{EACCES, IPC_TR("It is a broadcast address, and SO_BROADCAST is not set.")},
                               {EAFNOSUPPORT, IPC_TR("The address is not of the socket's family.")},
                               {EINVAL, IPC_TR("Nothing can be sent to port 0, or to such an address.")}}),
        .waits = {{.text = IPC_TR("room in the send buffer of {socket}"), .by = EndedBy::outside}}};
}

// recv, recvfrom and recvmsg: the same call, which tells more and more.
inline OperationSpec receive_spec(const char* kind, const char* verb, const char* title,
                                  const char* summary) {
    return {
        .verb = verb,
        .title = title,
        .summary = summary,
        .call = verb,
        .man = "recv(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "socket",
        .params = {inet::socket_param(kind, IPC_TR("The socket with an address of its own.")),
                   inet::room_param(IPC_TR("At most so many bytes; the rest of a longer datagram is lost.")),
                   inet::flags_param(
                       {{"MSG_PEEK", MSG_PEEK, IPC_TR("look only: the datagram stays")},
                        {"MSG_DONTWAIT", MSG_DONTWAIT, IPC_TR("EAGAIN instead of sleeping")},
                        {"MSG_TRUNC", MSG_TRUNC, IPC_TR("return the whole length, also of a cut one")}})},
        .returns = IPC_TR("bytes received"),
        .returns_unit = Unit::bytes,
        .results = {inet::data_result()},
        .errnos = {{EAGAIN,
                    IPC_TR("No datagram is there, and it must not sleep: O_NONBLOCK, MSG_DONTWAIT, or "
                           "SO_RCVTIMEO is over.")},
                   inet::not_open(),
                   {ECONNREFUSED, IPC_TR("A datagram to the partner found nobody at that port (ICMP). Said "
                                         "once; only a connected socket learns it.")},
                   {EFAULT, IPC_TR("The buffer is not in memory of this process."), inet::driver_memory},
                   {EINTR, IPC_TR("A signal handler ran before a datagram came.")},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), inet::starve}},
        .waits = {{.text = IPC_TR("a datagram for {socket}"),
                   .by = EndedBy::anybody,
                   .limited_by = "setsockopt",
                   .limited_when = {"option", {SO_RCVTIMEO}}}}};
}

inline OperationSpec recv_spec(const char* kind) {
    auto out = receive_spec(kind, "recv", IPC_TR("Receive"),
                            IPC_TR("Takes the oldest datagram; sleeps while there is none."));
    out.syscall = "recvfrom";
    return out;
}

inline OperationSpec recvfrom_spec(const char* kind) {
    auto out = receive_spec(kind, "recvfrom", IPC_TR("Receive with sender"),
                            IPC_TR("Takes the oldest datagram and tells who sent it."));
    out.results.push_back(inet::address_result(IPC_TR("Of the sender.")));
    out.results.push_back(inet::port_result(IPC_TR("Of the sender: an answer goes there.")));
    return out;
}

inline OperationSpec recvmsg_spec(const char* kind) {
    auto out = receive_spec(
        kind, "recvmsg", IPC_TR("Receive with all"),
        IPC_TR("Takes the oldest datagram and tells who sent it, whether it was cut, and what was lost."));
    out.results.push_back(inet::address_result(IPC_TR("Of the sender.")));
    out.results.push_back(inet::port_result(IPC_TR("Of the sender: an answer goes there.")));
    out.results.push_back({.name = "flags",
                           .type = types::flags({{"MSG_TRUNC", MSG_TRUNC, IPC_TR("the datagram was longer")},
                                                 {"MSG_CTRUNC", MSG_CTRUNC, IPC_TR("more was to be told")}}),
                           .label = IPC_TR("Flags"),
                           .help = IPC_TR("What happened to this datagram.")});
    out.results.push_back({.name = "drops",
                           .type = types::integer(0, UINT32_MAX, Unit::messages),
                           .label = IPC_TR("Lost so far"),
                           .help = IPC_TR("With SO_RXQ_OVFL: datagrams that found the buffer full, before "
                                          "this one came.")});
    out.results.push_back({.name = "destination",
                           .type = types::text(),
                           .label = IPC_TR("Sent to"),
                           .help = IPC_TR("With IP_PKTINFO: the address that the sender used.")});
    return out;
}

}  // namespace ipcscope::mechanisms::udp

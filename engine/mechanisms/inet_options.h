// Socket options as typed parameters (socket(7), tcp(7), udp(7), ip(7), ipv6(7)). Tables only: nothing to
// link.
#pragma once

#include "mechanisms/inet_spec.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>

namespace ipcscope::mechanisms::inet {

enum class OptionValue : std::uint8_t { boolean, number, duration, linger, interface, read_only };

struct Option {
    const char* name;
    int level;
    int number;
    OptionValue value;
    const char* help;
};

// What both kinds of sockets have.
inline std::vector<Option> common_options(std::vector<Option> own) {
    using V = OptionValue;
    std::vector<Option> all{
        {"SO_REUSEADDR", SOL_SOCKET, SO_REUSEADDR, V::boolean,
         IPC_TR("the address may be bound again, in spite of TIME_WAIT; to be set before bind")},
        {"SO_REUSEPORT", SOL_SOCKET, SO_REUSEPORT, V::boolean,
         IPC_TR("several sockets of one user share the port, if all of them set this before bind")},
        {"SO_RCVBUF", SOL_SOCKET, SO_RCVBUF, V::number,
         IPC_TR("bytes for what was not received yet; the kernel doubles the number")},
        {"SO_SNDBUF", SOL_SOCKET, SO_SNDBUF, V::number,
         IPC_TR("bytes for what was not sent yet; the kernel doubles the number")},
        {"SO_RCVTIMEO", SOL_SOCKET, SO_RCVTIMEO_OLD, V::duration,
         IPC_TR("receiving sleeps no longer than this (then EAGAIN); 0 = for ever")},
        {"SO_SNDTIMEO", SOL_SOCKET, SO_SNDTIMEO_OLD, V::duration,
         IPC_TR("sending and connecting sleep no longer than this; 0 = for ever")},
        {"IP_TTL", IPPROTO_IP, IP_TTL, V::number, IPC_TR("how many routers a packet may pass")},
        {"IPV6_V6ONLY", IPPROTO_IPV6, IPV6_V6ONLY, V::boolean,
         IPC_TR("IPv6 only; off: an IPv6 socket at 'any' takes IPv4 partners too, as ::ffff:a.b.c.d")}};
    all.insert(all.end(), own.begin(), own.end());
    all.push_back({"SO_TYPE", SOL_SOCKET, SO_TYPE, V::read_only, IPC_TR("1 = stream, 2 = datagrams")});
    all.push_back({"SO_DOMAIN", SOL_SOCKET, SO_DOMAIN, V::read_only, IPC_TR("2 = AF_INET, 10 = AF_INET6")});
    return all;
}

inline std::vector<std::int64_t> codes_of(const std::vector<Option>& options, OptionValue value) {
    std::vector<std::int64_t> out;
    for (const auto& option : options)
        if (option.value == value) out.push_back(option_code(option.level, option.number));
    return out;
}

inline ParamSpec option_param(const std::vector<Option>& options, bool to_set) {
    std::vector<NamedValue> names;
    for (const auto& option : options)
        if (!to_set || option.value != OptionValue::read_only)
            names.push_back({option.name, option_code(option.level, option.number), option.help});
    return {.name = "option",
            .type = types::choice(std::move(names)),
            .label = IPC_TR("Option"),
            .help = IPC_TR("Which one.")};
}

inline std::vector<ErrnoSpec> option_errnos(std::vector<ErrnoSpec> own) {
    own.push_back(not_open());
    own.push_back({EFAULT, IPC_TR("The value is not in memory of this process."), driver_memory});
    return own;
}

inline OperationSpec set_option_spec(const char* kind, const std::vector<Option>& options) {
    using V = OptionValue;
    OperationSpec out{
        .verb = "setsockopt",
        .title = IPC_TR("Set option"),
        .summary = IPC_TR("Changes how the socket behaves."),
        .call = "setsockopt",
        .man = "setsockopt(2)",
        .side = Side::control,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket to change.")),
                   option_param(options, true),
                   {.name = "on",
                    .type = types::boolean(),
                    .label = IPC_TR("On"),
                    .help = IPC_TR("Whether the option holds."),
                    .initial = true,
                    .visible_when = {"option", codes_of(options, V::boolean)}},
                   {.name = "value",
                    .type = types::integer(INT_MIN, INT_MAX),
                    .label = IPC_TR("Value"),
                    .help = IPC_TR("A number: bytes, seconds, hops, as the option says."),
                    .visible_when = {"option", codes_of(options, V::number)}},
                   {.name = "after",
                    .type = types::duration(),
                    .label = IPC_TR("Time"),
                    .help = IPC_TR("To the microsecond; 0 = no limit."),
                    .visible_when = {"option", codes_of(options, V::duration)}}},
        .errnos = option_errnos(
            {{EINVAL, IPC_TR("The value is out of range, or it is too late to change the option.")},
             {ENODEV, IPC_TR("There is no such interface."), "names are looked up before the call"},
             {ENOPROTOOPT, IPC_TR("A socket of this family or kind does not have the option.")}})};
    if (const auto codes = codes_of(options, V::linger); !codes.empty())
        out.params.push_back({.name = "seconds",
                              .type = types::integer(-1, INT_MAX),
                              .label = IPC_TR("Seconds"),
                              .help = IPC_TR("How long close waits for what was sent to be acknowledged; 0 = "
                                             "close throws it away and resets; -1 = the option is off."),
                              .visible_when = {"option", codes}});
    if (const auto codes = codes_of(options, V::interface); !codes.empty())
        out.params.push_back({.name = "interface",
                              .type = types::text(108),
                              .label = IPC_TR("Interface"),
                              .help = IPC_TR("Its name or, for IPv4, an address of it; loopback = lo."),
                              .initial = loopback,
                              .visible_when = {"option", codes}});
    return out;
}

inline OperationSpec get_option_spec(const char* kind, const std::vector<Option>& options) {
    return {
        .verb = "getsockopt",
        .title = IPC_TR("Read option"),
        .summary = IPC_TR("Says how an option stands."),
        .call = "getsockopt",
        .man = "getsockopt(2)",
        .side = Side::query,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket to ask.")), option_param(options, false)},
        .results = {{.name = "value",
                     .type = types::integer(),
                     .label = IPC_TR("Value"),
                     .help = IPC_TR("0 or 1, or the number; -1 = SO_LINGER is off; an interface's "
                                    "number or address.")},
                    {.name = "after",
                     .type = types::duration(),
                     .label = IPC_TR("Time"),
                     .help = IPC_TR("Of a time limit; 0 = none.")}},
        .errnos = option_errnos({{ENOPROTOOPT, IPC_TR("A socket of this kind does not have the option."),
                                  "Linux says EOPNOTSUPP of the options offered here"},
                                 {EOPNOTSUPP, IPC_TR("A socket of this family does not have the option.")}}),
        .pure = true};
}

// SO_ERROR: not pure, for asking forgets it.
inline OperationSpec get_error_spec(const char* kind) {
    return {
        .verb = "get_error",
        .title = IPC_TR("Pending error"),
        .summary = IPC_TR("Takes the error that happened to the socket meanwhile; afterwards there is none."),
        .call = "getsockopt",
        .man = "socket(7)",
        .side = Side::query,
        .object = "socket",
        .params = {socket_param(kind, IPC_TR("The socket to ask."))},
        .results = {{.name = "error",
                     .type = types::integer(0, INT_MAX, Unit::none,
                                            {{"none", 0, IPC_TR("no error is waiting")},
                                             {"ECONNREFUSED", ECONNREFUSED, IPC_TR("nobody has that port")},
                                             {"ECONNRESET", ECONNRESET, IPC_TR("the partner reset it")},
                                             {"EPIPE", EPIPE, IPC_TR("the connection is closed")},
                                             {"ETIMEDOUT", ETIMEDOUT, IPC_TR("the partner fell silent")},
                                             {"EHOSTUNREACH", EHOSTUNREACH, IPC_TR("no way to the host")},
                                             {"ENETUNREACH", ENETUNREACH, IPC_TR("no way to the network")}}),
                     .label = IPC_TR("Error"),
                     .help = IPC_TR("Such as how a connect that did not wait ended.")}},
        .errnos = {not_open(),
                   {EFAULT, IPC_TR("The number is not in memory of this process."), driver_memory}}};
}

}  // namespace ipcscope::mechanisms::inet

// The calls behind inet_options.h.
#pragma once

#include "mechanisms/inet_address.h"
#include "mechanisms/inet_options.h"

#include <net/if.h>

#include <sys/time.h>

namespace ipcscope::mechanisms::inet {

// 0 = there is no interface of this name.
inline unsigned interface_number(const std::string& name) {
    return ::if_nametoindex(name == loopback ? "lo" : name.c_str());
}

// As IPv4 multicast options name an interface: by one of its addresses, or by number. Without a value the
// call was refused.
inline std::optional<ip_mreqn> interface_v4(Call& call, const std::string& name) {
    ip_mreqn out{};
    if (name != loopback && ::inet_pton(AF_INET, name.c_str(), &out.imr_address) == 1) return out;
    out.imr_ifindex = static_cast<int>(interface_number(name));
    // Else the kernel would look for a sender's address that is valid outside of this machine.
    if (name == loopback) out.imr_address.s_addr = htonl(INADDR_LOOPBACK);
    if (out.imr_ifindex != 0) return out;
    call.refuse(fmt::format("interface: there is no interface '{}'", name));
    return {};
}

inline std::optional<int> interface_v6(Call& call, const std::string& name) {
    if (const auto number = interface_number(name)) return static_cast<int>(number);
    call.refuse(fmt::format("interface: there is no interface '{}'", name));
    return {};
}

template <typename T>
void set(Call& call, int level, int name, const T& value) {
    const int fd = call.fd("socket");
    call.run([&] { return ::setsockopt(fd, level, name, &value, sizeof value); });
}

inline void set_option(Call& call, const std::vector<Option>& options) {
    const auto code = call.integer("option");
    const int level = option_level(code), name = option_name(code);
    auto value = OptionValue::number;
    for (const auto& option : options)
        if (option.level == level && option.number == name) value = option.value;
    switch (value) {
        case OptionValue::boolean: return set(call, level, name, call.flag("on") ? 1 : 0);
        case OptionValue::read_only:
        case OptionValue::number: return set(call, level, name, static_cast<int>(call.integer("value")));
        case OptionValue::duration: {
            const auto us = call.integer("after") / 1000;
            return set(call, level, name, timeval{us / 1'000'000, us % 1'000'000});
        }
        case OptionValue::linger: {
            const auto seconds = static_cast<int>(call.integer("seconds"));
            return set(call, level, name, linger{seconds >= 0 ? 1 : 0, std::max(seconds, 0)});
        }
        case OptionValue::interface: {
            if (level == IPPROTO_IPV6) {
                if (const auto number = interface_v6(call, call.bytes("interface")))
                    set(call, level, name, *number);
            } else if (const auto request = interface_v4(call, call.bytes("interface"))) {
                set(call, level, name, *request);
            }
            return;
        }
    }
}

inline void get_option(Call& call, const std::vector<Option>& options) {
    const int fd = call.fd("socket");
    const auto code = call.integer("option");
    auto kind = OptionValue::number;
    for (const auto& option : options)
        if (option_code(option.level, option.number) == code) kind = option.value;
    union {
        int number;
        linger lingering;
        timeval time;
    } value{};
    socklen_t size = kind == OptionValue::linger     ? sizeof value.lingering
                     : kind == OptionValue::duration ? sizeof value.time
                                                     : sizeof value.number;
    call.run([&] { return ::getsockopt(fd, option_level(code), option_name(code), &value, &size); });
    if (!call.ok()) return;
    if (kind == OptionValue::duration) {
        call.result("after", (value.time.tv_sec * 1'000'000 + value.time.tv_usec) * 1000);
    } else if (kind == OptionValue::linger) {
        call.result("value", value.lingering.l_onoff != 0 ? value.lingering.l_linger : -1);
    } else {
        call.result("value", value.number);
    }
}

inline void get_error(Call& call) {
    const int fd = call.fd("socket");
    int error = 0;
    socklen_t size = sizeof error;
    call.run([&] { return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size); });
    if (call.ok()) call.result("error", error);
}

}  // namespace ipcscope::mechanisms::inet

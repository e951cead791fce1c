// Fields that the monitored sockets of several folders have alike. Tables only: nothing to link.
#pragma once

#include "schema/monitor_spec.h"

#include <cstdint>
#include <vector>

#include <sys/socket.h>

namespace ipcscope::mechanisms::sockets {

inline StateSpec amount(const char* name, Unit unit, const char* label, const char* help,
                        bool level = false) {
    return {.name = name,
            .type = types::integer(0, INT64_MAX, unit),
            .label = label,
            .help = help,
            .level = level};
}

inline StateSpec words(const char* name, const char* label, const char* help) {
    return {.name = name, .type = types::text(), .label = label, .help = help};
}

inline StateSpec contents(const char* help) {
    return {.name = "contents", .type = types::bytes(), .label = IPC_TR("Contents"), .help = help};
}

inline StateSpec family() {
    return {
        .name = "family",
        .type = types::choice({{"AF_INET", AF_INET, IPC_TR("IPv4")}, {"AF_INET6", AF_INET6, IPC_TR("IPv6")}}),
        .label = IPC_TR("Family"),
        .help = IPC_TR("Which kind of addresses it has.")};
}

// Addresses and ports, for reading and for filters.
inline std::vector<StateSpec> addresses() {
    const auto port = [](const char* name, const char* label) {
        return StateSpec{.name = name,
                         .type = types::integer(0, UINT16_MAX),
                         .label = label,
                         .help = IPC_TR("A number up to 65535.")};
    };
    return {words("local", IPC_TR("Own address"), IPC_TR("Address and port.")),
            words("local_address", IPC_TR("Own host"), IPC_TR("The address without the port.")),
            port("local_port", IPC_TR("Own port")),
            words("remote", IPC_TR("Partner"), IPC_TR("Address and port of the other end, if connected.")),
            port("remote_port", IPC_TR("Partner's port"))};
}

inline std::vector<StateSpec> together(std::vector<std::vector<StateSpec>> parts) {
    std::vector<StateSpec> all;
    for (auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

inline StateSpec inode() {
    return amount("inode", Unit::none, IPC_TR("Inode"),
                  IPC_TR("As in socket:[N] of /proc/PID/fd; 0 = no process has it."));
}

inline StateSpec cookie() {
    return amount("cookie", Unit::none, IPC_TR("Cookie"),
                  IPC_TR("The kernel's own number of the socket, never used twice (SO_COOKIE)."));
}

inline StateSpec pending() {
    return amount("pending", Unit::count, IPC_TR("Connections waiting"),
                  IPC_TR("Of a listener: connected, and not accepted yet."), true);
}

inline StateSpec backlog() {
    return amount("backlog", Unit::count, IPC_TR("Backlog"),
                  IPC_TR("Of a listener: so many may wait to be accepted; the kernel lets one more in."));
}

inline const char* const peek_words = IPC_TR(
    "The first bytes that wait to be received; only a peek shows them, which fetches the descriptor for some "
    "microseconds.");

}  // namespace ipcscope::mechanisms::sockets

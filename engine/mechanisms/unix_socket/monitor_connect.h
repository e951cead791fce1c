// Whom a process wants that sleeps in connect(2).
#pragma once

#include "mechanisms/monitor.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ipcscope::mechanisms::unix_socket {

struct ConnectTarget {
    std::string name;  // as the process has given it; an abstract one begins with NUL
    // Of a path: the file that it leads the process to, whatever tree of files that one sees. As sock_diag
    // tells them.
    bool has_file = false;
    std::uint32_t device = 0, inode = 0;
};
// Nothing: it is no Unix socket, or not known.
std::optional<ConnectTarget> connect_target(const SeenSleep& seen);

}  // namespace ipcscope::mechanisms::unix_socket

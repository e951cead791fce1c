// What the monitor's speed is held against: one pass over the same sources with the least that can be done.
#pragma once

#include <cstddef>

namespace ipcscope::bench {

struct Scanned {
    std::size_t rows = 0;         // of /proc/sysvipc and /dev/mqueue
    std::size_t sockets = 0;      // of sock_diag
    std::size_t descriptors = 0;  // of all processes
    std::size_t mappings = 0, threads = 0, processes = 0;
};
Scanned bare_scan();

}  // namespace ipcscope::bench

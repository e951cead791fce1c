// Threads that sleep in opening a FIFO, and FIFOs that nobody has open.
#pragma once

#include "mechanisms/monitor.h"
#include "mechanisms/named_file_monitor.h"

#include <string>

#include <sys/stat.h>

namespace ipcscope::mechanisms::fifo_open {

struct Opening {
    struct statx file {};  // what its path leads to
    std::string path;      // as the process says it; made absolute with its directory
    Access access = Access::unknown;
};
// False: not permitted, gone, or no call that opens.
bool read(const SeenSleep& sleep, Opening& out);

// Removes the name of a FIFO that nobody has open, if the name leads here to the one that was seen.
Status remove(const ActRequest& request, const KnownFiles& known);

}  // namespace ipcscope::mechanisms::fifo_open

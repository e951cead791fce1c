// The file system that message queues are files of (mq_overview(7)).
#pragma once

#include "base/unique_fd.h"

#include <cstdint>

namespace ipcscope::mechanisms::posix_mq {

inline constexpr long file_system_magic = 0x19800202;

struct QueueDirectory {
    UniqueFd fd;               // none = it cannot be seen
    std::uint64_t device = 0;  // 0 = not known
    bool privileged = false;   // not the one that is mounted, but one of our own that nobody else sees
    bool other = false;        // what is mounted on /dev/mqueue is of another IPC namespace
};
// Of this process's IPC namespace. One that is mounted shows the queues of whoever mounted it.
QueueDirectory open_directory();

}  // namespace ipcscope::mechanisms::posix_mq

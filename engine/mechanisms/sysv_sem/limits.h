// Bounds of ours, which the tables and the driver share.
#pragma once

#include <cstddef>

namespace ipcscope::mechanisms::sysv_sem {

inline constexpr std::size_t max_operations =
    1024;  // in one semop: above SEMOPM (500), so that E2BIG can be met
inline constexpr std::size_t max_semaphores = 65536;  // sembuf.sem_num has 16 bits
inline constexpr std::size_t max_shown = 256;         // semaphores whose state is observed and told

}  // namespace ipcscope::mechanisms::sysv_sem

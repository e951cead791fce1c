// What a list of semaphore operations waits for (semop(2)).
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include <sys/sem.h>

namespace ipcscope::mechanisms::sysv_sem {

// "semaphore 0 to reach 2". `values` of the set as they are now, empty = not known: then all operations that
// could wait are named.
std::string waits_for(std::span<const sembuf> operations, std::span<const unsigned short> values);

}  // namespace ipcscope::mechanisms::sysv_sem

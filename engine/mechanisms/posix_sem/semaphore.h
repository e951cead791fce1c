// Shared by the files of this driver.
#pragma once

#include "mechanisms/shared_place.h"

#include <semaphore.h>

namespace ipcscope::mechanisms::posix_sem {

// A sem_t as glibc keeps it where a long has 64 bits (struct new_sem, since 2.21).
struct Layout {
    std::uint32_t value;
    std::uint32_t waiters;
    std::uint32_t shared;  // 0 = for one process only
    std::uint32_t unused;
};
static_assert(sizeof(long) == 8, "with 32 bits glibc keeps value and waiters in another way");
static_assert(sizeof(Layout) <= sizeof(sem_t));

void open(Call& call);
void close(Call& call);
void unlink(Call& call);
Result<std::string> remove_left(const std::string& record, bool intended);
std::string describe_left(const std::string& record);

// The value as it is now, for the level lane.
void tell_value(Call& call, const void* semaphore);

}  // namespace ipcscope::mechanisms::posix_sem

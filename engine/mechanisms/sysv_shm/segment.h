// Shared by the files of this driver.
#pragma once

#include "mechanisms/driver.h"
#include "mechanisms/mapping.h"

#include <cstdlib>

#include <sys/shm.h>

namespace ipcscope::mechanisms::sysv_shm {

// Which segment a mapping is of, by its `object`.
inline int segment_of(const Mapping& mapping) {
    return std::atoi(mapping.object.c_str() + sizeof "shmid:" - 1);
}

void attach(Call& call);
void detach(Call& call);

// Call::level: how often it is attached now; if that cannot be read, changed by `change`.
void tell_attachments(Call& call, int id, int change);
// What IPC_STAT gives, by the names of the spec's state.
Fields facts(const shmid_ds& segment);
std::int64_t level_after_fork(std::string_view handle, std::int64_t native);
Result<Fields> observe(std::string_view handle, std::int64_t native);

}  // namespace ipcscope::mechanisms::sysv_shm

// Shared by the files of this driver.
#pragma once

#include "mechanisms/driver.h"

#include <sys/shm.h>

namespace ipcscope::mechanisms::sysv_shm {

void attach(Call& call);
void detach(Call& call);

// Call::level: how often it is attached now; if that cannot be read, changed by `change`.
void tell_attachments(Call& call, int id, int change);
// What IPC_STAT gives, by the names of the spec's state.
Fields facts(const shmid_ds& segment);
Result<Fields> observe(std::string_view handle, std::int64_t native);

}  // namespace ipcscope::mechanisms::sysv_shm

// Looking into shared memory of others.
#pragma once

#include "mechanisms/monitor.h"

namespace ipcscope::mechanisms::posix_shm {

// `named`: of an object of /dev/shm, else of a memory file.
Result<Peeked> look_into(const PeekRequest& request, bool named);

}  // namespace ipcscope::mechanisms::posix_shm

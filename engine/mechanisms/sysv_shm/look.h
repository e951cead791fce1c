// Looking into a segment of others.
#pragma once

#include "mechanisms/monitor.h"

namespace ipcscope::mechanisms::sysv_shm {

Result<Peeked> look_into(const PeekRequest& request);

}  // namespace ipcscope::mechanisms::sysv_shm

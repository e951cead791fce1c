#pragma once

#include "base/result.h"
#include "schema/value.h"

#include <cstdint>
#include <string_view>

namespace ipcscope::mechanisms {

// Live state of a process's signals out of /proc/PID/status (proc_pid_status(5)): disturbs nobody. Fails with
// ENOENT when there is no such process.
Result<Fields> observe_signals(std::string_view handle, std::int64_t pid);

}  // namespace ipcscope::mechanisms

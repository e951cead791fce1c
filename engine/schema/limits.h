// The limits of this machine that a mechanism names, as they are now.
#pragma once

#include "base/result.h"
#include "schema/spec.h"

#include <string>

namespace ipcscope {

// "8 KiB", "unlimited" for values that no signed 64-bit number holds. Error: the file is not there, or may
// not be read.
Result<std::string> limit_now(const LimitSpec& limit);

}  // namespace ipcscope

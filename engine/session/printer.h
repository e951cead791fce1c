#pragma once

#include "session/program.h"

namespace ipcscope {

// Notes that `written` is how this statement was written.
void mark_written(const Registry& registry, Statement& statement);

}  // namespace ipcscope

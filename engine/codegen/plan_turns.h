// Who goes on when: the last step of a plan.
#pragma once

#include "codegen/plan.h"

namespace ipcscope {

// Of the steps: the turns, who is not back at the end, and whose children nobody waits for.
void take_turns(Plan& plan);

}  // namespace ipcscope

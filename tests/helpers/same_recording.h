// Do two recordings say the same?
#pragma once

#include "runtime/recording.h"

#include <string>

namespace ipcscope::testing {

// "" = they do; else the first thing that differs. `lanes`: also what the lanes and the index of flows
// answer.
std::string difference(const Recording& a, const Recording& b, bool lanes = true);

}  // namespace ipcscope::testing

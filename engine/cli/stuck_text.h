// What is said about who is stuck when a run has come to its end.
#pragma once

#include "runtime/stuck.h"

#include <string>

namespace ipcscope::cli {

// "" = nobody is. `json`: one object a line, with the key "stuck".
std::string stuck_text(const StuckReport& report, const RunState& state);
std::string stuck_json(const StuckReport& report, const RunState& state);

}  // namespace ipcscope::cli

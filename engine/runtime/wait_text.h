// What a blocked call waits for, as a sentence part made of its operation's `waits`.
#pragma once

#include "runtime/run_state.h"
#include "schema/spec.h"

#include <functional>
#include <string>
#include <vector>

namespace ipcscope {

// `translate` gets every text of the spec before names are filled in; empty = English as it is. `both` stands
// between two waits of one call. "" = the spec says nothing for these arguments.
std::string wait_text(const RunState& state, const OperationSpec& operation, const std::vector<Value>& args,
                      const std::function<std::string(const char*)>& translate = {},
                      std::string_view both = " and ");

}  // namespace ipcscope

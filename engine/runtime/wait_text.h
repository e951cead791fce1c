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

// The waits that a call with these arguments can be in: the first that fits or, of one with `each`, all that
// do.
struct FittingWait {
    const WaitSpec* spec = nullptr;
    const Fields* element = nullptr;  // with `each`: of its array
};
std::vector<FittingWait> fitting_waits(const OperationSpec& operation, const std::vector<Value>& args);

const Value* argument(const OperationSpec& operation, const std::vector<Value>& args, std::string_view name);
bool fits(const VisibleWhen& when, const OperationSpec& operation, const std::vector<Value>& args);

}  // namespace ipcscope

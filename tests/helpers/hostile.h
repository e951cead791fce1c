// Values that nobody should pass, as program text: what a form or a file could hold by mistake or malice.
#pragma once

#include "schema/spec.h"

#include <string>
#include <vector>

namespace ipcscope::testing {

// One that a person would pass; "" for handles and workers.
std::string plain_text(const ParamSpec& param);
// Negative, zero, huge, empty, overlong, of the wrong type, every flag and all of them.
std::vector<std::string> hostile_texts(const ParamSpec& param);

}  // namespace ipcscope::testing

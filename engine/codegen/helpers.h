// Functions that generated programs are made of, besides their steps; each is written if something says its
// name.
#pragma once

#include "schema/code.h"

#include <string>
#include <vector>

namespace ipcscope {

// All in the order in which they have to stand; texts of C and of C++ both as Snippet::c.
std::vector<HelperCode> c_types(bool cpp);                // before the variables
std::vector<HelperCode> c_helpers(bool cpp, bool alone);  // for the steps
std::vector<HelperCode> c_turn_helpers(bool cpp);  // between processes; "finish" is left to be filled in
std::vector<HelperCode> python_helpers(bool alone);

// Those of `known` that `text` needs, and what they need: in their order.
std::vector<const HelperCode*> needed_helpers(const std::vector<HelperCode>& known, std::string text,
                                              Language language);

}  // namespace ipcscope

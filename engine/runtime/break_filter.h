// Breaks out of text, in the filter language (filter/FILTER.md).
#pragma once

#include "filter/filter.h"
#include "runtime/breaks.h"

namespace ipcscope {

struct ParsedBreak {
    BreakTest test;                   // if there are no errors
    std::vector<FilterError> errors;  // also: a text that is empty, or asks for what only an outcome has
};

// The call is taken as its enter event will be: it has a worker, an operation, an object, arguments, a line
// and what it sends; no errno, no duration, no result.
ParsedBreak parse_break(const Registry& registry, std::string_view text);

}  // namespace ipcscope

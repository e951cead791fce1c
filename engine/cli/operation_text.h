// An operation as the command line explains it.
#pragma once

#include "schema/registry.h"

#include <string>

namespace ipcscope::cli {

const char* kind_name(Kind kind);
std::string operation_text(const OperationRef& ref);  // several lines, the first one empty

}  // namespace ipcscope::cli

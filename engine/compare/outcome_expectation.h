// An outcome as an expectation that holds again: without what varies by its nature.
#pragma once

#include "runtime/supervisor.h"
#include "session/program.h"

namespace ipcscope {

// Kind::none: nothing that could be expected. Payloads and strings longer than `longest` octets, or cut when
// they were recorded (`whole` is false), are left out.
Expectation expectation_of(const Registry& registry, OperationId operation, const Outcome& outcome,
                           bool whole, std::size_t longest);
// What both say: an outcome that fits either fits it. Kind::none if they have nothing in common.
Expectation common_part(Expectation a, const Expectation& b);

}  // namespace ipcscope

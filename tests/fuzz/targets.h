// All targets, for who runs them from one program.
#pragma once

#include "fuzz/fuzz.h"

namespace ipcscope::fuzz {

extern const Target program_target, session_target, rows_target, protocol_target, filter_target,
    imports_target;
inline constexpr const Target* all_targets[] = {&program_target,  &session_target, &rows_target,
                                                &protocol_target, &filter_target,  &imports_target};

}  // namespace ipcscope::fuzz

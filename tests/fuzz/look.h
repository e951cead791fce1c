// Looks at all of a recording that any view could: what was read of a hostile file must also be shown.
#pragma once

#include "runtime/recording.h"

#include <memory>
#include <string_view>

namespace ipcscope::fuzz {

void look_at(const std::shared_ptr<const Recording>& recording);
// Its program, with what the recording says about it.
void look_at_program(const Recording& recording, std::string_view text);

}  // namespace ipcscope::fuzz

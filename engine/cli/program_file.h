// The program that a verb is about.
#pragma once

#include "session/program.h"

#include <optional>
#include <string>
#include <string_view>

namespace ipcscope::cli {

// "-" = standard input. Nothing: it cannot be read or has errors, which are said on standard error.
std::optional<Program> read_program(const Registry& registry, const std::string& file);
// `file` is its name in messages.
std::optional<Program> parse_text(const Registry& registry, std::string_view text, const std::string& file);

}  // namespace ipcscope::cli

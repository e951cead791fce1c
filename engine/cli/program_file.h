// The program that a verb is about.
#pragma once

#include "base/result.h"
#include "runtime/conductor.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope::cli {

// The text of a program; "-" = standard input.
Result<std::string> read_text(const std::string& file);
// "-" = standard input. Nothing: it cannot be read or has errors, which are said on standard error.
// `settings`: values of its parameters (session/settings.h).
std::optional<Program> read_program(const Registry& registry, const std::string& file,
                                    const std::vector<std::string>& settings = {});
// `file` is its name in messages.
std::optional<Program> parse_text(const Registry& registry, std::string_view text, const std::string& file,
                                  const std::vector<std::string>& settings = {});

// "line 5 (i=3): CALL", what was expected, what came; three lines.
std::string difference_text(const Difference& difference);

}  // namespace ipcscope::cli

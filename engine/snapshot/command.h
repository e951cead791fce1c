// Patterns of the specs with values in them: commands as a shell takes them.
#pragma once

#include "schema/value.h"
#include "snapshot/snapshot.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ipcscope {

// As a shell takes it, whatever octets it holds.
std::string shell_word(std::string_view octets);

// {name} becomes what `value` says of it; nothing: it stays, as braces that mean nothing to us are the
// shell's.
using PatternValue = std::function<std::optional<std::string>(std::string_view name)>;
std::string fill_pattern(std::string_view pattern, const PatternValue& value);

// The command of an action for an object: {key}, {name}, its parameters as they are given, and fields that
// are known, each as one word of a shell.
std::string filled_command(const Snapshot& snapshot, const SeenObject& object, const ActionSpec& action,
                           const Fields& args = {});

}  // namespace ipcscope

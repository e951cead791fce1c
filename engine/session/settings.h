// Parameters of a program: what its `let` lines outside of repeats say can be said otherwise when it is run
// (--set message=...). The text with the new values is the program that is run and recorded, so that a replay
// is the same.
#pragma once

#include "session/variables.h"

namespace ipcscope {

struct Parameter {
    std::string name;
    std::string value;  // as the text says it
    LiteralKind kind = LiteralKind::string;
    int line = 0;
    std::string comment;  // behind it, without '#'
};
std::vector<Parameter> parameters_of(const Program& program);

// `settings`: "name=value". A text needs no quotes (as it stands, without escapes); one that begins and ends
// with " is a string as the program writes it. Every other value is written as in the program, and is of the
// same kind as the one that stands there. Error: the first that is wrong, with the nearest names. Lines,
// formatting and comments stay.
Result<std::string> apply_settings(const Registry& registry, std::string_view text,
                                   const std::vector<std::string>& settings);

}  // namespace ipcscope

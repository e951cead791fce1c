// Values as C, C++ and Python write them.
#pragma once

#include "schema/code.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace ipcscope {

// What a program needs besides its steps; found while these are written.
struct Gathered {
    std::set<std::string> includes, cpp_includes, imports;
    std::map<std::string, std::int64_t> constants;  // of Python, which has no header to take them from
    std::size_t buffer = 0;                         // bytes of room for what is received
    bool has_buffer = false;
    void need(const Needs& needs, Language language);
    void include(std::string_view headers);
};

std::string integer_literal(std::int64_t value);
// Bytes, or a Python str for text; never longer than a few lines: what repeats is written as repeated(...).
std::string string_literal(Language language, std::string_view bytes, bool text);
// A number with its names: flags, choices, modes, durations in nanoseconds.
std::string number_literal(Language language, const TypeSpec& type, std::int64_t value,
                           const MechanismCode* code, Gathered& gathered);
// One line of text that may stand behind // or #.
std::string comment_text(std::string text, std::size_t most);

}  // namespace ipcscope

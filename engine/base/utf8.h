#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ipcscope {

// Length of the well-formed UTF-8 sequence at `at` (1..4), or 0 if there is none (RFC 3629: no overlong
// forms, no surrogates). `point` receives the code point.
std::size_t utf8_sequence(std::string_view text, std::size_t at, std::uint32_t* point = nullptr);
// Where the first octet stands that is not UTF-8; npos = all of it is.
std::size_t utf8_fault(std::string_view text);
// How many characters text[0, bytes) has; an octet that is not UTF-8 counts as one.
std::size_t utf8_columns(std::string_view text, std::size_t bytes);

}  // namespace ipcscope

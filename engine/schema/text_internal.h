// Shared by the files that implement text.h.
#pragma once

#include "schema/text.h"

#include <optional>

namespace ipcscope::text_internal {

// "" = fits; else what is wrong, without the parameter's name.
std::string problem(const TypeSpec& type, const Value& value, int depth = 0);
std::string above(std::string_view given, std::int64_t limit, Unit unit);
std::string below(std::string_view given, std::int64_t limit, Unit unit);
// The longest bytes, text or path of this type.
std::size_t longest(const TypeSpec& type);
// 'word', shortened and with control characters escaped, for messages.
std::string shown(std::string_view word);
// ": did you mean a, b?" or "".
std::string suggestion(std::string_view word, const std::vector<std::string>& known);
std::string suggestion(std::string_view word, const std::vector<NamedValue>& known);

struct Digits {
    std::string_view text;  // as written
    bool negative = false;
    bool overflow = false;  // does not fit into int64
    std::int64_t value = 0;
    bool ambiguous = false;  // decimal with a leading zero
};
// [-+]decimal or 0x hexadecimal; nothing taken if there is no digit.
std::optional<Digits> take_integer(Cursor& cursor);
Result<Value> take_duration(Cursor& cursor);

}  // namespace ipcscope::text_internal

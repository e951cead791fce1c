// Values as a person reads and types them, by type: 0600, O_NONBLOCK|O_CLOEXEC, 1.5s, "a\x00b", [1, 2], {num:
// 0}. parse(print(x)) == x for every valid value.
#pragma once

#include "base/result.h"
#include "schema/spec.h"

#include <string>
#include <string_view>

namespace ipcscope {

std::string print_value(const TypeSpec& type, const Value& value);
// Without a type (results whose type is unknown, inner values).
std::string print_value(const Value& value);
// "Hello\n" with C escapes; valid UTF-8 stays readable, other octets become \xNN.
std::string quote(std::string_view bytes);
// The reverse; fails with the position of a bad escape.
Result<std::string> unquote(std::string_view quoted);
std::string print_duration(std::int64_t ns);                // shortest exact form: "1.5s", "200ms", "0s"
std::string print_quantity(std::int64_t value, Unit unit);  // for people: "64 KiB", "3.2 ms", "5 messages"

// A cursor over program text; parse_value leaves it behind the value.
struct Cursor {
    std::string_view text;
    std::size_t at = 0;
    bool partial = false;  // fields of structures may be left out: an expectation compares what it says
    void skip_space();
    bool done() const { return at >= text.size(); }
    char peek() const { return done() ? '\0' : text[at]; }
    bool take(char c);
    std::string_view word();  // [A-Za-z_][A-Za-z0-9_.]*, may be empty
};

// One value of this type; Names ("p.read_end", "child") stay Names. Errors name the thing and the range.
// The cursor stands where the error is.
Result<Value> parse_value(const TypeSpec& type, Cursor& cursor);

// Is the value of this type and within its range? Error: "size: 99999999999 is above the limit 16777216
// (bytes)".
Status check_value(const ParamSpec& param, const Value& value);

}  // namespace ipcscope

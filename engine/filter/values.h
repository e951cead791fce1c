// Values of a filter: from a token, by the field's type, and back.
#pragma once

#include "filter/filter.h"
#include "filter/lexer.h"

namespace ipcscope::filter_internal {

struct ReadValue {
    Literal literal;
    std::string error;  // "" = it could be read
    std::string doubt;
};

bool fits(FieldType type, Relation relation);
bool comparable_types(FieldType type, FieldType other, Relation relation);
// The field that a bare word behind a comparison means; npos: it is a value. A value that can be read is one,
// of texts unless a field is called so that events have by themselves, or that is named in full (arg.size).
std::size_t other_field(const FieldTable& table, std::size_t field, Relation relation, std::string_view word);
std::string fitting_words(FieldType type);  // "==, !=, in"
// `token` is a word or a string.
ReadValue read_value(const Field& field, Relation relation, const Token& token);
std::string print_literal(const Field& field, Relation relation, const Literal& literal);
// ": did you mean a, b?" or "".
std::string suggestion(std::string_view given, const std::vector<std::string>& known);
std::string shown(std::string_view word);  // in quotation marks, shortened

// Number with a unit: "1.5s", "4KiB", "-3", "0x10". Error: plain words.
struct Quantity {
    std::int64_t value = 0;
    std::string error;
};
Quantity read_quantity(FieldType type, std::string_view text);
bool is_unit(FieldType type, std::string_view word);
std::string print_quantity_exactly(FieldType type, std::int64_t value);

}  // namespace ipcscope::filter_internal

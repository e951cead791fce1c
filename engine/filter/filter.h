// The filter language (FILTER.md): text to tree and back, and what may be typed next. What a row is and how
// its fields are read is the business of whoever made the FieldTable.
#pragma once

#include "filter/field_table.h"

#include <optional>

namespace ipcscope {

// One value, as the field's type has it.
struct Literal {
    bool is_number = false;
    bool any_case = false;    // text: "hello"i
    std::int64_t number = 0;  // duration, time: ns; flags: or'ed; boolean: 0 or 1
    // text, bytes, choice by words, regular expression; FieldType::value: as written, beside the number if
    // it can be one.
    std::string text = {};
    bool operator==(const Literal&) const = default;
};

enum class Relation : std::uint8_t {
    present,  // the field's name alone: the row has it; boolean: it is true
    equal,
    unequal,
    less,
    at_most,
    greater,
    at_least,
    contains,  // text, bytes: holds it; flags: all of these bits are set
    matches,   // text, bytes: a regular expression is found in it (RE2; bytes: of octets)
    in,        // equal to one of the values, or within one of the ranges
};
const char* relation_words(Relation relation);  // "==", "contains"

bool relation_fits(FieldType type, Relation relation);
// Whether both can be compared with each other.
bool comparable(FieldType type, FieldType other, Relation relation);

struct Operand {
    Literal low;
    std::optional<Literal> high;  // in: a range, both ends belong to it
    bool operator==(const Operand&) const = default;
};

// A comparison with a field that the row does not have is false, `!=` too.
struct FilterTest {
    std::size_t field = 0;  // index in the table
    Relation relation = Relation::present;
    std::vector<Operand> values = {};  // present: none; in: one or more; else one
    // Compared with this field of the same row instead (no values); npos = with the values.
    std::size_t other = FieldTable::npos;
    bool operator==(const FilterTest&) const = default;
};

// A tree, valid for the table it was parsed with.
struct Filter {
    enum class Kind : std::uint8_t { all, both, either, negated, test };
    Kind kind = Kind::all;              // all: every row
    std::vector<Filter> children = {};  // both, either: two or more; negated: one
    FilterTest test = {};
    bool operator==(const Filter&) const = default;
};

struct FilterError {
    std::size_t begin = 0, end = 0;  // octets of the text, what to underline; begin <= end <= size
    std::string message;             // one plain sentence
};

struct ParsedFilter {
    std::optional<Filter> filter;     // if there are no errors
    std::vector<FilterError> errors;  // the first that stands in the way
    std::vector<FilterError> doubts;  // it can be used, but likely does not mean what it says
    bool valid() const { return filter.has_value(); }
};

// An empty text matches everything.
ParsedFilter parse_filter(const FieldTable& table, std::string_view text);
// parse_filter(print_filter(f)) gives f again; a filter that matches everything is "".
std::string print_filter(const FieldTable& table, const Filter& filter);
// The same value for another field, which may read it otherwise; nothing: it has no such value.
std::optional<Literal> literal_as(const Field& to, const Field& from, Relation relation,
                                  const Literal& literal);
// The text, and below it the marked span with the message, as terminals show errors; ends with a line end.
std::string underlined(std::string_view text, const FilterError& error);

struct Completion {
    std::string insert;  // what stands between begin and end afterwards
    std::string label;   // how a list shows it
    std::string help;    // IPC_TR, may be ""
};
struct Completions {
    std::size_t begin = 0, end = 0;  // octets that an item replaces
    std::vector<Completion> items;   // the likeliest first
};
Completions complete_filter(const FieldTable& table, std::string_view text, std::size_t cursor);

}  // namespace ipcscope

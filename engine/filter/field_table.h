// The fields that a filter may speak of: of events now, of any other kind of row by another table.
#pragma once

#include "schema/spec.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ipcscope {

enum class FieldType : std::uint8_t {
    integer,
    duration,     // ns; written with a unit: 2ms
    bytes_count,  // written with or without a unit: 4096, 4KiB
    time,         // ns since the beginning; written as durations are
    text,         // UTF-8
    bytes,        // any octets; written as text, "\x00" for an octet
    choice,       // one of `names`
    errnos,       // a number that has a name: EAGAIN
    flags,        // numbers of `names` or'ed; `contains` asks for some of them
    boolean,
    value,  // of several types, by the row: a number, a name or a text
};

struct Field {
    std::string name;
    FieldType type = FieldType::integer;
    Unit unit = Unit::none;
    std::vector<std::string> words = {};  // values to offer; of a choice: all that there are
    std::string help = {};                // one sentence; IPC_TR
    // Values that also have a name: SIGUSR1.
    std::vector<std::pair<std::string, std::int64_t>> names = {};
    bool natural = false;  // a number that is never below zero
    bool octal = false;    // 0644 is octal
    bool closed = false;   // text: a value that is not among `words` is an error, not only doubtful
    bool many = false;     // a row can have several: one that fits is enough
    bool offered = true;   // completion shows it before others ("arg.size" only when it is asked for)
    std::uint32_t id = 0;  // what the maker of the table calls it
};

class FieldTable {
public:
    static constexpr std::size_t npos = ~std::size_t{0};

    // `what` is one row, for messages: "event".
    explicit FieldTable(std::string what = "event") : what_(std::move(what)) {}
    // Returns its index. A name that is there already is refused (npos).
    std::size_t add(Field field);
    // Another name for a field; completion does not show it.
    void alias(std::string name, std::string field);

    void set_words(std::size_t index, std::vector<std::string> words) {
        fields_[index].words = std::move(words);
    }

    // Whoever evaluates filters of this table also compares two fields of a row with each other.
    void compare_fields() { compares_ = true; }
    bool compares_fields() const { return compares_; }

    const std::vector<Field>& fields() const { return fields_; }
    const Field& operator[](std::size_t index) const { return fields_[index]; }
    std::size_t size() const { return fields_.size(); }
    const std::string& what() const { return what_; }
    std::size_t index(std::string_view name) const;  // npos = none
    const Field* find(std::string_view name) const;  // nullptr = none
    std::vector<std::string> names() const;

private:
    std::string what_;
    bool compares_ = false;
    std::vector<Field> fields_;
    std::vector<std::pair<std::string, std::size_t>> by_name_;  // sorted, with aliases
};

// The words of a type: "duration", "number".
const char* type_words(FieldType type);

}  // namespace ipcscope

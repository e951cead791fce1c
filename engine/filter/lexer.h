// The words of a filter text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ipcscope::filter_internal {

struct Token {
    enum class Kind { end, word, string, symbol, bad };
    Kind kind = Kind::end;
    std::size_t begin = 0, end = 0;
    std::string text;       // word, symbol: as written; string: what stands between the quotes; bad: why
    char quote = 0;         // string: which
    bool any_case = false;  // string: "..."i
    bool is(std::string_view symbol) const { return kind == Kind::symbol && text == symbol; }
    // A keyword, in any case: "and", "AND".
    bool says(std::string_view keyword) const;
};

// The token that begins at or behind `at`.
Token next_token(std::string_view text, std::size_t at);
bool is_keyword(std::string_view word);
// A word that next_token() would read as one, whole.
bool is_word(std::string_view text);
bool same_word(std::string_view a, std::string_view b);  // whatever the case of ASCII letters

}  // namespace ipcscope::filter_internal

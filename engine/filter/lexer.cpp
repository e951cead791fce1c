#include "filter/lexer.h"

#include <algorithm>
#include <array>

namespace ipcscope::filter_internal {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool word_char(char c) {
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
           static_cast<signed char>(c) < 0 ||
           std::string_view("_./:+-@#%$*").find(c) != std::string_view::npos;
}

// Where the word that begins at `at` ends: two dots are a range, not part of a word.
std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size() && word_char(text[at]) && text.substr(at, 2) != "..")
        ++at;
    return at;
}

constexpr std::array<std::string_view, 21> symbols = {"==", "!=", "<=", ">=", "&&", "||", "..",
                                                      "<",  ">",  "!",  "(",  ")",  "{",  "}",
                                                      ",",  "|",  "~",  "=",  "&",  "[",  "]"};

Token string_token(std::string_view text, std::size_t begin) {
    Token token;
    token.kind = Token::Kind::string;
    token.begin = begin;
    token.quote = text[begin];
    for (auto at = begin + 1; at < text.size(); ++at) {
        if (text[at] == token.quote) {
            token.text = text.substr(begin + 1, at - begin - 1);
            token.end = at + 1;
            const bool suffix = token.end < text.size() && text[token.end] == 'i';
            if (suffix && word_end(text, token.end) == token.end + 1) {
                token.any_case = true;
                ++token.end;
            }
            return token;
        }
        if (text[at] == '\\') ++at;
    }
    token.kind = Token::Kind::bad;
    token.end = text.size();
    token.text = "the closing quotation mark is missing";
    return token;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

bool Token::says(std::string_view keyword) const {
    return kind == Kind::word && same_word(text, keyword);
}

bool is_keyword(std::string_view word) {
    constexpr std::array<std::string_view, 6> keywords = {"and", "or", "not", "in", "contains", "matches"};
    return std::any_of(keywords.begin(), keywords.end(),
                       [&](auto keyword) { return same_word(word, keyword); });
}

bool is_word(std::string_view text) {
    return !text.empty() && word_end(text, 0) == text.size();
}

Token next_token(std::string_view text, std::size_t at) {
    while (at < text.size() && std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos)
        ++at;
    Token token;
    token.begin = token.end = at;
    if (at >= text.size()) return token;
    if (text[at] == '"' || text[at] == '\'') return string_token(text, at);
    if (const auto end = word_end(text, at); end > at) {
        token.kind = Token::Kind::word;
        token.end = end;
    } else {
        token.kind = Token::Kind::bad;
        token.end = at + 1;
        for (const auto symbol : symbols) {
            if (!text.substr(at).starts_with(symbol)) continue;
            token.kind = Token::Kind::symbol;
            token.end = at + symbol.size();
            break;
        }
    }
    token.text = token.kind == Token::Kind::bad ? "this character has no meaning outside of quotation marks"
                                                : std::string(text.substr(at, token.end - at));
    return token;
}

}  // namespace ipcscope::filter_internal

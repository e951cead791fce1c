#include "filter/values.h"

#include "base/result.h"
#include "filter/pattern.h"
#include "schema/registry.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope::filter_internal {

namespace {

using enum Relation;

bool is_text(FieldType type) {
    return type == FieldType::text || type == FieldType::bytes || type == FieldType::value;
}

bool textual(const Field& field) {  // its literals are kept as text
    return is_text(field.type) || (field.type == FieldType::choice && field.names.empty());
}

// What a string says: C escapes. In a regular expression they are its own, but for the quotation mark.
std::string content(const Token& token, Relation relation, std::string& error) {
    if (token.kind == Token::Kind::word) return token.text;
    std::string out;
    for (std::size_t at = 0; at < token.text.size(); ++at) {
        const char c = token.text[at];
        const char then = at + 1 < token.text.size() ? token.text[at + 1] : '\0';
        if (c == '\\' && (relation == matches ? then == token.quote : then == '\'')) {
            out += then;
            ++at;
        } else if (c == '\\') {
            out += c;
            out += then;
            ++at;
        } else {
            if (c == '"' && relation != matches) out += '\\';
            out += c;
        }
    }
    if (relation == matches) return out;
    const auto plain = unquote('"' + out + '"');
    if (plain) return *plain;
    error = plain.error().message;
    return {};
}

const std::pair<std::string, std::int64_t>* named(const Field& field, std::string_view word) {
    for (const auto& name : field.names)
        if (name.first == word) return &name;
    for (const auto& name : field.names)
        if (same_word(name.first, word)) return &name;
    return nullptr;
}

std::vector<std::string> name_words(const Field& field) {
    if (field.names.empty()) return field.words;
    std::vector<std::string> out;
    for (const auto& name : field.names)
        out.push_back(name.first);
    return out;
}

bool begins_a_number(std::string_view text) {
    const auto at = text.find_first_not_of("+-");
    return at <= 1 && text[at] >= '0' && text[at] <= '9';
}

ReadValue number_value(const Field& field, const std::string& text) {
    if (const auto* name = named(field, text)) return {{.is_number = true, .number = name->second}, {}, {}};
    if (field.type == FieldType::integer && !field.names.empty() && !begins_a_number(text))
        return {
            {},
            fmt::format("{} has no value {}{}", field.name, shown(text), suggestion(text, name_words(field))),
            {}};
    if (field.octal && text.size() > 1 && text[0] == '0' &&
        text.find_first_not_of("01234567") == std::string::npos) {
        const auto octal = read_quantity(FieldType::integer, "0o" + text);
        return {{.is_number = true, .number = octal.value}, octal.error, {}};
    }
    // Sizes are understood wherever numbers are.
    const auto type = field.type == FieldType::integer ? FieldType::bytes_count : field.type;
    auto read = read_quantity(type, text);
    if (!read.error.empty() && field.type == FieldType::integer && !begins_a_number(text))
        read.error = fmt::format("{} is not a number", shown(text));
    return {{.is_number = true, .number = read.value}, read.error, {}};
}

ReadValue errno_value_of(const Field& field, std::string text) {
    if (begins_a_number(text)) {
        const auto read = read_quantity(FieldType::integer, text);
        return {{.is_number = true, .number = read.value}, read.error, {}};
    }
    const auto given = text;
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (const auto code = errno_value(text); code >= 0) return {{.is_number = true, .number = code}, {}, {}};
    return {{}, fmt::format("there is no errno {}{}", shown(given), suggestion(text, field.words)), {}};
}

ReadValue flags_value(const Field& field, const std::string& text) {
    Literal out{.is_number = true};
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('|', at), text.size());
        const auto word = text.substr(at, end - at);
        at = end + 1;
        if (const auto* name = named(field, word)) {
            out.number |= name->second;
        } else if (begins_a_number(word)) {
            const auto read = read_quantity(FieldType::integer, word);
            if (!read.error.empty()) return {{}, read.error, {}};
            out.number |= read.value;
        } else {
            return {{},
                    fmt::format("{} has no flag {}{}", field.name, shown(word),
                                suggestion(word, name_words(field))),
                    {}};
        }
    }
    return {out, {}, {}};
}

ReadValue choice_value(const Field& field, const std::string& text) {
    if (field.names.empty()) {
        for (const auto& word : field.words)
            if (same_word(word, text)) return {{.text = word}, {}, {}};
    } else {
        if (const auto* name = named(field, text))
            return {{.is_number = true, .number = name->second}, {}, {}};
        if (begins_a_number(text)) {
            const auto read = read_quantity(FieldType::integer, text);
            return {{.is_number = true, .number = read.value}, read.error, {}};
        }
    }
    return {{},
            fmt::format("{} has no value {}{}", field.name, shown(text), suggestion(text, name_words(field))),
            {}};
}

ReadValue boolean_value(const Field& field, const std::string& text) {
    for (const auto* yes : {"true", "yes", "1"})
        if (same_word(text, yes)) return {{.is_number = true, .number = 1}, {}, {}};
    for (const auto* no : {"false", "no", "0"})
        if (same_word(text, no)) return {{.is_number = true, .number = 0}, {}, {}};
    return {{}, fmt::format("{} is true or false, not {}", field.name, shown(text)), {}};
}

ReadValue text_value(const Field& field, Relation relation, const Token& token, std::string text) {
    ReadValue out{{.any_case = token.any_case, .text = std::move(text)}, {}, {}};
    const auto& given = out.literal.text;
    if (relation == matches) {
        const Pattern pattern(given, token.any_case, field.type == FieldType::bytes);
        if (const auto why = pattern.error(); !why.empty())
            out.error = fmt::format("this is no regular expression: {}", why);
        return out;
    }
    if (relation == contains || field.words.empty() || field.type == FieldType::value) return out;
    const bool known = std::any_of(field.words.begin(), field.words.end(), [&](const auto& word) {
        return token.any_case ? same_word(word, given) : word == given;
    });
    if (known) return out;
    auto words = fmt::format("there is no {} {}{}", field.name, shown(given), suggestion(given, field.words));
    (field.closed ? out.error : out.doubt) = std::move(words);
    return out;
}

// A number, a name or a text: which one counts depends on the row.
ReadValue any_value(const Field& field, Relation relation, const Token& token, std::string text) {
    auto out = text_value(field, relation, token, std::move(text));
    if (token.kind != Token::Kind::word || relation == matches) return out;
    const auto& word = out.literal.text;
    auto number = flags_value(field, word);
    if (!number.error.empty() && begins_a_number(word)) {
        for (const auto type : {FieldType::bytes_count, FieldType::duration}) {
            const auto read = read_quantity(type, word);
            if (!read.error.empty()) continue;
            number = {{.is_number = true, .number = read.value}, {}, {}};
            break;
        }
    }
    if (!number.error.empty()) return out;
    out.literal.is_number = true;
    out.literal.number = number.literal.number;
    return out;
}

}  // namespace

std::string shown(std::string_view word) {
    constexpr std::size_t most = 40;
    return word.size() <= most ? quote(word) : quote(word.substr(0, most)) + "...";
}

std::string suggestion(std::string_view given, const std::vector<std::string>& known) {
    if (given.size() < 3) return {};  // everything short is near
    const auto near = nearest(given.substr(0, 40), known);
    return near.empty() ? "" : fmt::format(": did you mean {}?", near[0]);
}

bool fits(FieldType type, Relation relation) {
    const bool text = is_text(type);
    switch (relation) {
        case present:
        case equal:
        case unequal: return true;
        case less:
        case at_most:
        case greater:
        case at_least:
            return type == FieldType::integer || type == FieldType::duration ||
                   type == FieldType::bytes_count || type == FieldType::time || type == FieldType::value;
        case contains: return text || type == FieldType::flags;
        case matches: return text;
        case in: return type != FieldType::boolean;
    }
    return false;
}

bool comparable_types(FieldType type, FieldType other, Relation relation) {
    if (relation == present || relation == matches || relation == in) return false;
    if (!fits(type, relation)) return false;
    const auto kind = [](FieldType one) {
        switch (one) {
            case FieldType::integer:
            case FieldType::bytes_count:
            case FieldType::errnos:
            case FieldType::choice:
            case FieldType::flags: return 1;
            case FieldType::duration:
            case FieldType::time: return 2;
            case FieldType::text:
            case FieldType::bytes: return 3;
            case FieldType::value: return 4;  // of any
            case FieldType::boolean: break;
        }
        return 0;
    };
    const int a = kind(type), b = kind(other);
    return a != 0 && b != 0 && (a == b || a == 4 || b == 4);
}

std::size_t other_field(const FieldTable& table, std::size_t field, Relation relation,
                        std::string_view word) {
    const auto npos = FieldTable::npos;
    if (!table.compares_fields() || word.empty() || word.front() == '"') return npos;
    const auto index = table.index(word);
    if (index == npos || !comparable_types(table[field].type, table[index].type, relation)) return npos;
    const auto& own = table[field];
    const bool any = is_text(own.type) || own.type == FieldType::value;
    if (any) {
        const bool value = std::find(own.words.begin(), own.words.end(), word) != own.words.end() ||
                           std::any_of(own.names.begin(), own.names.end(),
                                       [&](const auto& one) { return one.first == word; });
        const bool clear = table[index].offered || word.find('.') != std::string_view::npos;
        return value || !clear ? npos : index;
    }
    Token token;
    token.kind = Token::Kind::word;
    token.text = std::string(word);
    return read_value(own, relation, token).error.empty() ? npos : index;
}

std::string fitting_words(FieldType type) {
    std::vector<std::string> out;
    for (const auto relation : {equal, unequal, less, at_most, greater, at_least, contains, matches, in})
        if (fits(type, relation)) out.emplace_back(relation_words(relation));
    return fmt::format("{}", fmt::join(out, ", "));
}

ReadValue read_value(const Field& field, Relation relation, const Token& token) {
    std::string error;
    auto text = content(token, relation, error);
    if (!error.empty()) return {{}, error, {}};
    switch (field.type) {
        case FieldType::boolean: return boolean_value(field, text);
        case FieldType::errnos: return errno_value_of(field, text);
        case FieldType::flags: return flags_value(field, text);
        case FieldType::choice: return choice_value(field, text);
        case FieldType::text:
        case FieldType::bytes: return text_value(field, relation, token, std::move(text));
        case FieldType::value: return any_value(field, relation, token, std::move(text));
        case FieldType::integer:
        case FieldType::duration:
        case FieldType::bytes_count:
        case FieldType::time: return number_value(field, text);
    }
    return {};
}

namespace {

std::string print_text(Relation relation, const Literal& literal) {
    const auto& text = literal.text;
    const char* suffix = literal.any_case ? "i" : "";
    if (relation == matches) {
        std::string out = "\"";
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\\' && at + 1 < text.size()) out += text[at++];
            if (text[at] == '"' && !out.ends_with('\\')) out += '\\';
            out += text[at];
        }
        return out + '"' + suffix;
    }
    if (!literal.any_case && is_word(text) && !is_keyword(text)) return text;
    return quote(text) + suffix;
}

std::string print_flags(const Field& field, std::int64_t value) {
    std::string out;
    std::int64_t left = value;
    for (const auto& [name, bits] : field.names) {
        if (bits == 0 || (left & bits) != bits) continue;
        out += (out.empty() ? "" : "|") + name;
        left &= ~bits;
    }
    if (out.empty()) {
        for (const auto& [name, bits] : field.names)
            if (bits == value) return name;
        return fmt::format("{}", value);
    }
    return left == 0 ? out : fmt::format("{}|{}", out, left);
}

}  // namespace

std::string print_literal(const Field& field, Relation relation, const Literal& literal) {
    if (field.type == FieldType::value && literal.is_number) return literal.text;
    if (field.type == FieldType::value && relation != matches) {
        // A bare word that could be a number would be one.
        const auto word = print_text(relation, literal);
        if (word.starts_with('"')) return word;
        const auto again = read_value(field, relation, next_token(word, 0));
        return again.literal == literal ? word : quote(literal.text);
    }
    if (textual(field)) return print_text(relation, literal);
    if (field.type == FieldType::boolean) return literal.number != 0 ? "true" : "false";
    if (field.type == FieldType::errnos) {
        const std::string name = errno_name(static_cast<int>(literal.number));
        return errno_value(name) >= 0 ? name : fmt::format("{}", literal.number);
    }
    if (field.type == FieldType::flags) return print_flags(field, literal.number);
    for (const auto& [name, number] : field.names)
        if (number == literal.number) return name;
    if (field.octal && literal.number > 0) return fmt::format("0{:o}", literal.number);
    return print_quantity_exactly(field.type, literal.number);
}

}  // namespace ipcscope::filter_internal

#include "session/variables.h"

#include "schema/text_internal.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using text_internal::shown;
using text_internal::suggestion;

namespace {

constexpr std::size_t most_names = 400;  // for suggestions
constexpr std::size_t longest_text = max_payload;

tl::unexpected<Error> too_long() {
    return failure(
        fmt::format("with its variables the string is longer than the limit {} (bytes)", longest_text));
}

bool holds_variable(const Value& value, const Variables& variables) {
    if (const auto* name = value.as<Name>()) return is_template(name->text) || variables.find(name->text);
    if (const auto* list = value.as<List>())
        return std::any_of(list->begin(), list->end(),
                           [&](const Value& item) { return holds_variable(item, variables); });
    if (const auto* fields = value.as<Fields>())
        return std::any_of(fields->begin(), fields->end(),
                           [&](const auto& item) { return holds_variable(item.second, variables); });
    return false;
}

}  // namespace

bool is_template(std::string_view name) {
    return !name.empty() && name.front() == '"';
}

const std::string* Variables::find(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? nullptr : &found->second;
}

void Variables::erase(std::string_view name) {
    if (const auto found = values_.find(name); found != values_.end()) values_.erase(found);
}

std::vector<std::string> Variables::names() const {
    std::vector<std::string> out;
    for (const auto& [name, literal] : values_)
        if (out.size() < most_names) out.push_back(name);
    return out;
}

// What stands for the variable within a string, as it is written there.
Result<std::string> Variables::inside_string(std::string_view name, const std::string& literal) const {
    switch (literal_kind(literal)) {
        case LiteralKind::list:
        case LiteralKind::structure:
            return failure(fmt::format("'{}' is {}: it cannot stand in a string", name,
                                       literal_words(literal_kind(literal))));
        case LiteralKind::string: break;
        default: made_ += literal.size(); return literal;
    }
    Cursor cursor{literal};
    const auto bytes = parse_value(types::bytes(), cursor);
    if (!bytes) return tl::unexpected(bytes.error());
    made_ += bytes->bytes().size();
    auto quoted = quote(bytes->bytes());
    return quoted.substr(1, quoted.size() - 2);
}

Result<std::string> Variables::literal(std::string_view text) const {
    if (!is_template(text)) {
        const auto* found = find(text);
        if (!found)
            return failure(fmt::format("unknown variable {}{}", shown(text), suggestion(text, names())));
        return *found;
    }
    std::string out;
    std::size_t at = 0;
    bool closed = false;
    while (at < text.size() && !closed) {
        const char c = text[at];
        if (c != '\\' || at + 1 >= text.size()) {
            closed = c == '"' && at > 0;
            out += c;
            ++at;
            continue;
        }
        if (text[at + 1] != '{') {
            out += text.substr(at, 2);
            at += 2;
            continue;
        }
        const auto end = text.find('}', at);
        const auto name = text.substr(at + 2, end == std::string_view::npos ? end : end - at - 2);
        const auto* found = find(name);
        if (end == std::string_view::npos || !found)
            return failure(fmt::format("unknown variable {} in the string{}", shown(name.substr(0, 64)),
                                       suggestion(name.substr(0, 64), names())));
        const auto inner = inside_string(name, *found);
        if (!inner) return inner;
        out += *inner;
        if (out.size() > 4 * longest_text) return too_long();
        at = end + 1;
    }
    out += text.substr(at);  // how often
    return out;
}

Result<Value> Variables::value(const TypeSpec& type, std::string_view text) const {
    const auto found = literal(text);
    if (!found) return tl::unexpected(found.error());
    const auto what = is_template(text) ? std::string("the string")
                                        : fmt::format("'{}' is {}", text, shown(found->substr(0, 40)));
    Cursor cursor{*found};
    auto parsed = parse_value(type, cursor);
    if (!parsed) return failure(fmt::format("{}: {}", what, parsed.error().message));
    cursor.skip_space();
    if (!cursor.done() || holds_variable(*parsed, *this))
        return failure(fmt::format("{}: that does not fit here", what));
    if (const auto* made = parsed->as<std::string>()) made_ += made->size();
    return parsed;
}

Result<std::string> Variables::assigned(std::string_view text) const {
    if (find(text)) return *find(text);
    if (!is_template(text)) return std::string(text);
    auto out = literal(text);
    if (out && out->size() > (std::size_t{1} << 16) && out->size() > text.size())
        return failure("with its variables the string is longer than the limit 65536 for a variable");
    return out;
}

namespace {

// "text" [* N]. It is made when it is used: here it is only looked at.
Result<std::string> take_string(Cursor& cursor) {
    const auto begin = cursor.at;
    bool variables = false;
    for (++cursor.at; !cursor.done() && cursor.peek() != '"'; ++cursor.at)
        if (cursor.peek() == '\\' && ++cursor.at < cursor.text.size()) variables |= cursor.peek() == '{';
    if (cursor.done()) {
        cursor.at = cursor.text.size();
        return failure("the closing \" is missing");
    }
    ++cursor.at;
    if (!variables)
        if (const auto fine = unquote(cursor.text.substr(begin, cursor.at - begin)); !fine) {
            cursor.at = begin;
            return fine;
        }
    auto ahead = cursor;
    ahead.skip_space();
    if (ahead.take('*')) {
        ahead.skip_space();
        cursor = ahead;
        const auto times = text_internal::take_integer(cursor);
        if (!times || times->negative || times->overflow)
            return failure("expected how many times: \"x\" * 65536");
    }
    return std::string(cursor.text.substr(begin, cursor.at - begin));
}

}  // namespace

Result<std::string> take_literal(Cursor& cursor) {
    cursor.skip_space();
    const auto begin = cursor.at;
    if (cursor.peek() == '"') return take_string(cursor);
    std::string closing;  // brackets that are open; a value is never nested deep
    constexpr std::size_t deepest = 32;
    auto end = begin;  // behind what is not a space
    for (; !cursor.done() && cursor.peek() != '#'; ++cursor.at) {
        const char c = cursor.peek();
        if (c == '"') {
            if (closing.empty()) return failure("unexpected '\"' within the value");
            for (++cursor.at; !cursor.done() && cursor.peek() != '"'; ++cursor.at)
                if (cursor.peek() == '\\') ++cursor.at;
            if (cursor.done()) break;
        } else if (c == '[' || c == '{') {
            if (closing.size() >= deepest) return failure("nested too deep");
            closing += c == '[' ? ']' : '}';
        } else if (c == ']' || c == '}') {
            if (closing.empty() || closing.back() != c) return failure(fmt::format("unexpected '{}'", c));
            closing.pop_back();
        } else if (closing.empty() && (c == ' ' || c == '\t')) {
            continue;
        } else if (closing.empty() && end > begin && cursor.at > end && c != '|' &&
                   cursor.text[end - 1] != '|') {
            return failure("a value is one word; a text stands in double quotes");
        }
        end = cursor.at + 1;
    }
    cursor.at = std::min(end, cursor.text.size());
    if (!closing.empty()) return failure(fmt::format("'{}' is missing", closing.back()));
    if (end == begin) return failure("expected a value: 5, 10ms, \"text\", O_NONBLOCK, [1, 2]");
    return std::string(cursor.text.substr(begin, cursor.at - begin));
}

LiteralKind literal_kind(std::string_view literal) {
    if (literal.empty()) return LiteralKind::word;
    if (literal.front() == '"') return LiteralKind::string;
    if (literal.front() == '[') return LiteralKind::list;
    if (literal.front() == '{') return LiteralKind::structure;
    Cursor cursor{literal};
    const auto digits = text_internal::take_integer(cursor);
    if (!digits) return LiteralKind::word;
    const auto unit = literal.substr(cursor.at);
    if (unit.empty() || unit == "KiB" || unit == "MiB" || unit == "GiB") return LiteralKind::integer;
    Cursor again{literal};
    const auto duration = text_internal::take_duration(again);
    if (duration && again.done()) return LiteralKind::duration;
    return unit.front() == '.' || unit.front() == 'e' ? LiteralKind::real : LiteralKind::word;
}

const char* literal_words(LiteralKind kind) {
    switch (kind) {
        case LiteralKind::string: return "a text";
        case LiteralKind::integer: return "a number";
        case LiteralKind::real: return "a number with a fraction";
        case LiteralKind::duration: return "a duration";
        case LiteralKind::word: return "a constant or a name";
        case LiteralKind::list: return "a list";
        case LiteralKind::structure: return "a structure";
    }
    return "";
}

}  // namespace ipcscope

// Values out of program text. The type says what may stand there, so nesting is bounded by the spec.
#include "schema/text.h"

#include "base/utf8.h"
#include "schema/text_internal.h"

#include <charconv>
#include <fmt/format.h>

namespace ipcscope {

using namespace text_internal;

namespace {

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}

// What stands at the cursor, for "expected ..., got '...'".
std::string got(const Cursor& cursor) {
    if (cursor.done()) return "the end of the line";
    auto end = cursor.at;
    while (end < cursor.text.size() && (letter(cursor.text[end]) || digit(cursor.text[end])))
        ++end;
    if (end == cursor.at) end += std::max<std::size_t>(1, utf8_sequence(cursor.text, end));
    return shown(cursor.text.substr(cursor.at, end - cursor.at));
}

// A C name: SIGRTMIN+3 is one.
std::string_view take_constant(Cursor& cursor) {
    const auto begin = cursor.at;
    cursor.word();
    auto end = cursor.at;
    if (end > begin && end + 1 < cursor.text.size() && (cursor.text[end] == '+' || cursor.text[end] == '-') &&
        digit(cursor.text[end + 1])) {
        ++end;
        while (end < cursor.text.size() && digit(cursor.text[end]))
            ++end;
        cursor.at = end;
    }
    return cursor.text.substr(begin, cursor.at - begin);
}

const NamedValue* find_name(const TypeSpec& type, std::string_view word) {
    for (const auto& name : type.names)
        if (word == name.name) return &name;
    return nullptr;
}

class ValueParser {
public:
    explicit ValueParser(Cursor& cursor) : cursor_(cursor) {}

    Result<Value> parse(const TypeSpec& type) {
        cursor_.skip_space();
        switch (type.kind) {
            case Kind::choice:
            case Kind::flags: return named(type);
            case Kind::boolean: return boolean();
            default: break;
        }
        const auto begin = cursor_.at;
        if (letter(cursor_.peek())) return word(type);
        auto value = literal(type);
        if (!value || value->as<Name>()) return value;
        // What is inside of these has been checked already; only what is left out is not a mistake then.
        if (cursor_.partial && (type.kind == Kind::structure || type.kind == Kind::array)) return value;
        if (const auto what = problem(type, *value); !what.empty()) {
            cursor_.at = begin;
            return failure(what);
        }
        return value;
    }

private:
    Result<Value> literal(const TypeSpec& type) {
        switch (type.kind) {
            case Kind::integer: return integer(type);
            case Kind::real: return real();
            case Kind::mode: return mode(type);
            case Kind::duration:
                return digit(cursor_.peek()) || cursor_.peek() == '-'
                           ? take_duration(cursor_)
                           : expected("a duration, such as 1.5s or 200ms");
            case Kind::bytes:
            case Kind::text:
            case Kind::path: return string(type);
            case Kind::structure: return structure(type);
            case Kind::array: return array(type);
            case Kind::handle: return expected("the name of a handle");
            case Kind::worker: return expected("the name of a worker");
            default: return expected("a value");
        }
    }

    tl::unexpected<Error> expected(std::string_view what) {
        return failure(fmt::format("expected {}, got {}", what, got(cursor_)));
    }

    tl::unexpected<Error> fail_at(std::size_t at, std::string what) {
        cursor_.at = at;
        return failure(std::move(what));
    }

    // A constant of the type, or the name of something in the program.
    Result<Value> word(const TypeSpec& type) {
        const auto begin = cursor_.at;
        if (!type.names.empty()) {
            const auto constant = take_constant(cursor_);
            if (const auto* known = find_name(type, constant)) return Value(known->value);
            const bool c_name =
                constant.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
            if (c_name || constant.find_first_of("+-") != std::string_view::npos)
                return fail_at(begin, fmt::format("unknown value {}{}", shown(constant),
                                                  suggestion(constant, type.names)));
            cursor_.at = begin;
        }
        const auto name = cursor_.word();
        if (name == "true" || name == "false") {
            cursor_.at = begin;
            return literal(type);
        }
        if (name.back() == '.' || name.find("..") != std::string_view::npos)
            return fail_at(begin, fmt::format("{} is not a name", shown(name)));
        return Value(Name{std::string(name)});
    }

    Result<Value> number(const TypeSpec& type, std::string_view what) {
        const auto begin = cursor_.at;
        const auto digits = take_integer(cursor_);
        if (!digits) return expected(what);
        if (letter(cursor_.peek()) || cursor_.peek() == '.')
            return fail_at(begin, fmt::format("expected {}, got {}", what, shown(rest_of_word(begin))));
        if (digits->overflow) {
            const auto text = digits->text.substr(0, 40);
            return fail_at(begin, digits->negative ? below(text, type.min, type.unit)
                                                   : above(text, type.max, type.unit));
        }
        if (digits->ambiguous)
            return fail_at(begin, fmt::format("{} has a leading zero: write decimal or 0x hexadecimal",
                                              shown(digits->text)));
        return Value(digits->value);
    }

    std::string_view rest_of_word(std::size_t begin) const {
        auto end = begin;
        while (end < cursor_.text.size() && (letter(cursor_.text[end]) || digit(cursor_.text[end]) ||
                                             cursor_.text[end] == '.' || cursor_.text[end] == '-'))
            ++end;
        return cursor_.text.substr(begin, end - begin);
    }

    Result<Value> integer(const TypeSpec& type) {
        constexpr std::pair<std::string_view, int> sizes[] = {{"KiB", 10}, {"MiB", 20}, {"GiB", 30}};
        if (type.unit == Unit::bytes) {
            Cursor ahead = cursor_;
            const auto begin = cursor_.at;
            const auto digits = take_integer(ahead);
            const auto unit = digits ? ahead.word() : std::string_view{};
            for (const auto& [name, shift] : sizes) {
                if (unit != name) continue;
                cursor_ = ahead;
                const auto text = cursor_.text.substr(begin, cursor_.at - begin);
                if (digits->overflow || digits->value >= (std::int64_t{1} << (62 - shift)))
                    return fail_at(begin, above(text, type.max, type.unit));
                return Value(digits->value * (std::int64_t{1} << shift));
            }
        }
        return number(type, "a number");
    }

    Result<Value> real() {
        const auto begin = cursor_.at;
        double value = 0;
        const auto* first = cursor_.text.data() + begin;
        const auto [end, error] = std::from_chars(first, cursor_.text.data() + cursor_.text.size(), value);
        if (error == std::errc::invalid_argument) return expected("a number");
        if (error != std::errc{}) return failure("the number is out of range");
        cursor_.at = begin + static_cast<std::size_t>(end - first);
        return Value(value);
    }

    Result<Value> mode(const TypeSpec& type) {
        const auto begin = cursor_.at;
        const auto text = rest_of_word(begin);
        for (const auto& name : type.names) {
            if (text != name.name) continue;
            cursor_.at = begin + text.size();
            return Value(name.value);
        }
        auto digits = text;
        const bool marked = digits.substr(0, 2) == "0o";
        if (marked) digits.remove_prefix(2);
        if (digits.empty() || digits.find_first_not_of("01234567") != std::string_view::npos)
            return expected("permission bits in octal, such as 0600");
        if (!marked && digits[0] != '0')
            return failure(fmt::format("{} is not octal: write 0{}", shown(text), digits));
        std::int64_t value = 0;
        for (const char c : digits)
            value = std::min<std::int64_t>(value * 8 + (c - '0'), std::int64_t{1} << 40);
        if (value > type.max)
            return failure(fmt::format("{} is above the limit 0{:o}", text.substr(0, 40), type.max));
        cursor_.at = begin + text.size();
        return Value(value);
    }

    Result<Value> boolean() {
        const auto begin = cursor_.at;
        const auto name = cursor_.word();
        if (name == "true") return Value(true);
        if (name == "false") return Value(false);
        cursor_.at = begin;
        return expected("true or false");
    }

    Result<Value> named(const TypeSpec& type) {
        const bool many = type.kind == Kind::flags;
        std::int64_t value = 0;
        do {
            cursor_.skip_space();
            const auto begin = cursor_.at;
            if (many && digit(cursor_.peek())) {
                const auto bits = number(type, "flags");
                if (!bits) return bits;
                value |= bits->integer();
            } else {
                const auto name = take_constant(cursor_);
                if (name.empty()) return expected(many ? "flags such as A|B, or 0" : "a name");
                const auto* known = find_name(type, name);
                if (!known)
                    return fail_at(begin, fmt::format("unknown {} {}{}", many ? "flag" : "name", shown(name),
                                                      suggestion(name, type.names)));
                value |= known->value;
            }
            if (!many) break;
            const auto end = cursor_.at;
            cursor_.skip_space();
            if (cursor_.peek() != '|') cursor_.at = end;
        } while (cursor_.take('|'));
        return Value(value);
    }

    Result<Value> string(const TypeSpec& type) {
        const auto begin = cursor_.at;
        if (cursor_.peek() != '"') return expected("a string in double quotes");
        auto end = begin + 1;
        while (end < cursor_.text.size() && cursor_.text[end] != '"')
            end += cursor_.text[end] == '\\' ? 2 : 1;
        end = std::min(end + 1, cursor_.text.size());
        if (has_variable(cursor_.text.substr(begin, end - begin))) return with_variables(begin, end);
        auto bytes = unquote(cursor_.text.substr(begin, end - begin));
        if (!bytes) return tl::unexpected(bytes.error());
        cursor_.at = end;
        Cursor ahead = cursor_;
        ahead.skip_space();
        if (!ahead.take('*')) return Value(std::move(*bytes));
        ahead.skip_space();
        cursor_ = ahead;
        const auto times_at = cursor_.at;
        const auto times = take_integer(cursor_);
        if (!times || times->negative) return fail_at(times_at, "expected how many times: \"x\" * 65536");
        const auto limit = longest(type);
        const auto size = std::max<std::size_t>(1, bytes->size());
        if (times->overflow || static_cast<std::uint64_t>(times->value) > limit / size)
            return fail_at(begin, above(fmt::format("{} * {}", bytes->size(), times->text.substr(0, 40)),
                                        static_cast<std::int64_t>(limit), Unit::bytes));
        std::string all;
        all.reserve(bytes->size() * static_cast<std::size_t>(times->value));
        for (std::int64_t i = 0; i < times->value && !bytes->empty(); ++i)
            all += *bytes;
        return Value(std::move(all));
    }

    // "n=\{i}": a string in which variables of the program stand. What it is shows when they are known.
    static bool has_variable(std::string_view quoted) {
        for (std::size_t at = 0; at + 1 < quoted.size(); ++at)
            if (quoted[at] == '\\' && quoted[++at] == '{') return true;
        return false;
    }
    Result<Value> with_variables(std::size_t begin, std::size_t end) {
        const auto quoted = cursor_.text.substr(begin, end - begin);
        if (quoted.size() < 2 || quoted.back() != '"') return failure("the closing \" is missing");
        cursor_.at = end;
        Cursor ahead = cursor_;
        ahead.skip_space();
        if (ahead.take('*')) {
            ahead.skip_space();
            const auto times = take_integer(ahead);
            if (!times || times->negative) return fail_at(ahead.at, "expected how many times: \"x\" * 65536");
            cursor_ = ahead;
        }
        return Value(Name{std::string(cursor_.text.substr(begin, cursor_.at - begin))});
    }

    Result<Value> array(const TypeSpec& type) {
        if (!cursor_.take('[')) return expected("a list such as [1, 2]");
        List list;
        cursor_.skip_space();
        if (cursor_.take(']')) return Value(std::move(list));
        for (;;) {
            if (list.size() >= longest(type))
                return failure(fmt::format("more than {} elements", longest(type)));
            auto item = parse(type.fields[0].type);
            if (!item) return item;
            list.push_back(std::move(*item));
            cursor_.skip_space();
            if (cursor_.take(']')) return Value(std::move(list));
            if (!cursor_.take(',')) return expected("',' or ']'");
        }
    }

    Result<Value> structure(const TypeSpec& type) {
        if (!cursor_.take('{')) return expected("a structure such as {name: value}");
        std::vector<Value> given(type.fields.size());
        cursor_.skip_space();
        bool closed = cursor_.take('}');
        const auto begin = cursor_.at;
        while (!closed) {
            cursor_.skip_space();
            const auto name_at = cursor_.at;
            const auto name = cursor_.word();
            std::size_t index = 0;
            while (index < given.size() && name != type.fields[index].name)
                ++index;
            if (name.empty()) return expected("the name of a field");
            if (index == given.size()) return fail_at(name_at, unknown_field(type, name));
            if (!given[index].empty())
                return fail_at(name_at, fmt::format("the field {} stands twice", shown(name)));
            cursor_.skip_space();
            if (!cursor_.take(':')) return expected("':'");
            auto value = parse(type.fields[index].type);
            if (!value) return failure(fmt::format("{}: {}", name, value.error().message));
            given[index] = std::move(*value);
            cursor_.skip_space();
            closed = cursor_.take('}');
            if (!closed && !cursor_.take(',')) return expected("',' or '}'");
        }
        Fields fields;
        for (std::size_t i = 0; i < given.size(); ++i) {
            const auto& field = type.fields[i];
            if (given[i].empty() && cursor_.partial) continue;
            if (given[i].empty()) given[i] = field.initial;
            if (given[i].empty()) return fail_at(begin, fmt::format("the field '{}' is missing", field.name));
            fields.emplace_back(field.name, std::move(given[i]));
        }
        return Value(std::move(fields));
    }

    static std::string unknown_field(const TypeSpec& type, std::string_view name) {
        std::vector<std::string> known;
        for (const auto& field : type.fields)
            known.emplace_back(field.name);
        return fmt::format("unknown field {}{}", shown(name), suggestion(name, known));
    }

    Cursor& cursor_;
};

}  // namespace

void Cursor::skip_space() {
    while (!done() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
}

bool Cursor::take(char c) {
    if (peek() != c || done()) return false;
    ++at;
    return true;
}

std::string_view Cursor::word() {
    const auto begin = at;
    if (!letter(peek())) return {};
    while (!done() && (letter(text[at]) || digit(text[at]) || text[at] == '.'))
        ++at;
    return text.substr(begin, at - begin);
}

Result<Value> parse_value(const TypeSpec& type, Cursor& cursor) {
    return ValueParser(cursor).parse(type);
}

}  // namespace ipcscope

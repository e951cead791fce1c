#include "session/settings.h"

#include "base/utf8.h"
#include "schema/text_internal.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using text_internal::shown;

namespace {

// The statements that are parameters.
std::vector<std::size_t> places(const Program& program) {
    std::vector<std::size_t> out;
    int deep = 0;
    for (std::size_t i = 0; i < program.statements.size(); ++i) {
        const auto& now = program.statements[i];
        if (now.kind == Statement::Kind::rounds || now.kind == Statement::Kind::repeat) ++deep;
        if (now.kind == Statement::Kind::end) --deep;
        if (now.kind == Statement::Kind::let && !now.value.empty() && deep == 0) out.push_back(i);
    }
    return out;
}

// "x" of a command line as the program writes it.
Result<std::string> literal_of(const Statement& let, const std::string& value) {
    const auto wanted = literal_kind(let.value);
    const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    if (wanted == LiteralKind::string && !quoted) return quote(value);
    if (value.find_first_of("\r\n") != std::string::npos)
        return failure("a value stands on one line; a text in double quotes has \\n for a new one");
    Cursor cursor{value};
    auto literal = take_literal(cursor);
    if (!literal) return literal;
    cursor.skip_space();
    const auto kind = literal_kind(*literal);
    const auto number = [](LiteralKind one) {
        return one == LiteralKind::integer || one == LiteralKind::real;
    };
    const bool zero = *literal == "0" && (wanted == LiteralKind::duration || wanted == LiteralKind::word);
    const bool fits = kind == wanted || zero || (wanted == LiteralKind::real && number(kind));
    if (!cursor.done() || !fits)
        return failure(fmt::format("{} is needed, as in 'let {} = {}' (line {}); got {}",
                                   literal_words(wanted), let.variable, let.value.substr(0, 40), let.line,
                                   shown(value)));
    return literal;
}

}  // namespace

std::vector<Parameter> parameters_of(const Program& program) {
    std::vector<Parameter> out;
    for (const auto place : places(program)) {
        const auto& let = program.statements[place];
        const auto begin = let.comment.find_first_not_of("# \t");
        out.push_back({let.variable, let.value, literal_kind(let.value), let.line,
                       begin == std::string::npos ? "" : let.comment.substr(begin)});
    }
    return out;
}

Result<std::string> apply_settings(const Registry& registry, std::string_view text,
                                   const std::vector<std::string>& settings) {
    auto program = parse_program(registry, text).program;
    const auto lets = places(program);
    std::vector<std::string> known;
    for (const auto place : lets)
        known.push_back(program.statements[place].variable);
    std::vector<std::string> named;
    for (const auto& setting : settings) {
        const auto equals = setting.find('=');
        const auto name = setting.substr(0, equals);
        if (equals == std::string::npos)
            return failure(fmt::format("--set {}: write name=value", shown(setting)));
        const auto found = std::find(known.begin(), known.end(), name);
        if (found == known.end()) {
            auto hint = text_internal::suggestion(name, known);
            if (hint.empty())
                hint = known.empty() ? ": it has none ('let NAME = VALUE' makes one)"
                                     : fmt::format(": known are {}", fmt::join(known, ", "));
            return failure(fmt::format("--set: the program has no parameter {}{}", shown(name), hint));
        }
        if (std::find(named.begin(), named.end(), name) != named.end())
            return failure(fmt::format("--set: {} is given twice", shown(name)));
        named.push_back(name);
        auto& let = program.statements[lets[static_cast<std::size_t>(found - known.begin())]];
        auto value = literal_of(let, setting.substr(equals + 1));
        if (!value) return failure(fmt::format("--set {}: {}", name, value.error().message));
        let.value = std::move(*value);
    }
    return print_program(registry, program);
}

}  // namespace ipcscope

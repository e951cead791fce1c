// mechanism.verb(arguments) [async]
#include "schema/text_internal.h"
#include "session/line_parser.h"
#include "session/visible.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using text_internal::shown;
using text_internal::suggestion;

bool LineParser::parse_call(std::string_view word, std::size_t at) {
    const auto* operation = registry_.operation(word);
    if (!operation) {
        std::vector<std::string> known(std::begin(actions), std::end(actions));
        known.emplace_back("repeat");
        for (const auto& candidate : registry_.operations())
            known.push_back(candidate.name);
        return error(at, fmt::format("unknown operation {}{}", shown(word), suggestion(word, known)));
    }
    if (operation->operation->actor != Actor::worker)
        return error(at,
                     fmt::format("{} is recorded when it happens; it cannot be asked for", operation->name));
    const auto& results = operation->operation->results;
    const bool makes = std::any_of(results.begin(), results.end(),
                                   [](const auto& result) { return result.type.kind == Kind::handle; });
    if (loop_ && (makes || operation->operation->forks))
        return error(at,
                     fmt::format("{} makes something new each time: it cannot be repeated", operation->name));
    operation_ = awaited_ = operation;
    out_.operation = operation->id;
    cursor_.skip_space();
    if (!cursor_.take('('))
        return error(cursor_.at, fmt::format("expected '(' after {}, got {}", operation->name, got()));
    const auto errors_before = errors_.size();
    parse_arguments(*operation);
    if (errors_.size() == errors_before) check_complete(*operation, at);
    if (!cursor_.take(')'))
        return errors_.size() > errors_before ? false : error(cursor_.at, "')' is missing");
    const auto end = cursor_.at;
    cursor_.skip_space();
    const auto async_at = cursor_.at;
    out_.async = cursor_.word() == "async";
    if (!out_.async) cursor_.at = end;
    if (out_.async && loop_) return error(async_at, "write async behind the repeat");
    return true;
}

void LineParser::parse_arguments(const OperationRef& operation) {
    cursor_.skip_space();
    if (cursor_.peek() == ')') return;
    for (bool first = true;; first = false) {
        cursor_.skip_space();
        const auto errors_before = errors_.size();
        parse_argument(operation, first);
        cursor_.skip_space();
        if (errors_.size() == errors_before && cursor_.peek() != ',' && cursor_.peek() != ')')
            error(cursor_.at,
                  cursor_.done() ? "')' is missing" : fmt::format("expected ',' or ')', got {}", got()));
        if (errors_.size() != errors_before) skip_argument();
        if (!cursor_.take(',') || errors_.size() >= max_errors) return;
    }
}

// Behind an error: to the ',' or ')' that ends the argument.
void LineParser::skip_argument() {
    int depth = 0;
    for (; !cursor_.done(); ++cursor_.at) {
        const char c = cursor_.peek();
        if (c == '"') {
            for (++cursor_.at; !cursor_.done() && cursor_.peek() != '"'; ++cursor_.at)
                if (cursor_.peek() == '\\') ++cursor_.at;
            if (cursor_.done()) break;
        } else if (c == '[' || c == '{' || c == '(') {
            ++depth;
        } else if (depth > 0 && (c == ']' || c == '}' || c == ')')) {
            --depth;
        } else if (depth == 0 && (c == ',' || c == ')')) {
            return;
        }
    }
    cursor_.at = std::min(cursor_.at, cursor_.text.size());
}

void LineParser::parse_argument(const OperationRef& operation, bool first) {
    const auto& params = operation.operation->params;
    const auto at = cursor_.at;
    Cursor ahead = cursor_;
    const auto name = ahead.word();
    ahead.skip_space();
    const bool named = !name.empty() && ahead.take(':');
    if (!named && params.empty()) {
        error(at, fmt::format("{} has no parameters", operation.name));
        return;
    }
    if (!named && !first) {
        error(at, fmt::format("only the first argument may stand without its name: write {}",
                              fmt::format("{}: ...",
                                          params[std::min(out_.arguments.size(), params.size() - 1)].name)));
        return;
    }
    const ParamSpec* param = named ? nullptr : &params[0];
    std::vector<std::string> known;
    for (const auto& candidate : params) {
        if (named && name == candidate.name) param = &candidate;
        known.emplace_back(candidate.name);
    }
    if (!param) {
        auto hint = suggestion(name, known);
        if (hint.empty())
            hint = known.empty() ? ": it has none" : fmt::format(": known are {}", fmt::join(known, ", "));
        error(at, fmt::format("unknown parameter {} of {}{}", shown(name), operation.name, hint));
        return;
    }
    const auto twice = std::any_of(out_.arguments.begin(), out_.arguments.end(),
                                   [&](const auto& argument) { return argument.name == param->name; });
    if (twice) {
        error(at, fmt::format("the parameter '{}' is given twice", param->name));
        return;
    }
    if (named) cursor_ = ahead;
    cursor_.skip_space();
    const auto value_at = cursor_.at;
    auto value = take_value(param->type);
    if (!value) {
        error(cursor_.at, fmt::format("{}: {}", param->name, value.error().message));
        return;
    }
    if (!enough(*value, value_at)) return;
    if (const auto what = scope_.check(param->type, *value); !what.empty()) {
        error(value_at, fmt::format("{}: {}", param->name, what));
        return;
    }
    out_.arguments.push_back({param->name, std::move(*value), value_at + 1});
}

Result<Value> LineParser::take_value(const TypeSpec& type) {
    auto ahead = cursor_;
    if (const auto word = ahead.word(); scope_.variables.find(word)) {
        cursor_ = ahead;
        return Value(Name{std::string(word)});
    }
    return parse_value(type, cursor_);
}

// A short text must not fill the memory.
bool LineParser::enough(const Value& value, std::size_t at) {
    const auto* text = value.as<std::string>();
    if (!text || text->size() <= cursor_.at - at) return true;
    const bool before = text_.strings > max_strings;
    text_.strings += text->size();
    if (text_.strings <= max_strings) return true;
    return before ? false
                  : error(at, fmt::format("the strings of this program are longer than the limit {} MiB in "
                                          "all",
                                          max_strings >> 20));
}

void LineParser::check_complete(const OperationRef& operation, std::size_t at) {
    const auto given = [&](std::string_view name) -> const Argument* {
        for (const auto& argument : out_.arguments)
            if (argument.name == name) return &argument;
        return nullptr;
    };
    for (const auto& param : operation.operation->params) {
        const auto visible =
            is_visible(*operation.operation, param, [&](const ParamSpec& other) -> const Value& {
                const auto* argument = given(other.name);
                return argument ? argument->value : other.initial;
            });
        const auto* argument = given(param.name);
        if (visible && !argument && param.initial.empty())
            error(at, fmt::format("{} needs '{}'", operation.name, param.name));
        if (!visible && argument)
            error(argument->column - 1,
                  fmt::format("'{}' has no meaning with this '{}'", param.name, param.visible_when.param));
    }
}

}  // namespace ipcscope

// let, delay, and repeats of the run.
#include "schema/text_internal.h"
#include "session/line_parser.h"

#include <fmt/format.h>

namespace ipcscope {

using text_internal::shown;
using text_internal::suggestion;

std::string delay_too_long(std::int64_t ns) {
    return fmt::format("delay: {} is longer than the limit of {}", print_duration(ns),
                       print_duration(max_delay_ns));
}

bool LineParser::parse_let() {
    out_.kind = Statement::Kind::let;
    if (loop_) return error(out_.indent.size(), "'let' cannot stand in the repeat of a worker");
    cursor_.skip_space();
    const auto at = cursor_.at;
    const auto name = cursor_.word();
    if (name.empty()) return error(at, fmt::format("expected the name of a variable, got {}", got()));
    if (!new_name(name, at, "a variable") || !free_name(name, at)) return false;
    if (scope_.known(name))
        return error(at, fmt::format("{} is already the name of a {}", shown(name),
                                     scope_.is_result(name) ? "result" : "worker"));
    out_.variable = name;
    cursor_.skip_space();
    if (!cursor_.take('='))
        return error(cursor_.at, fmt::format("expected '=' behind {}, got {}", shown(name), got()));
    cursor_.skip_space();
    const auto value_at = cursor_.at;
    auto literal = take_literal(cursor_);
    if (!literal) {
        scope_.variables.set(name, "0");  // said once is enough
        return error(cursor_.at, literal.error().message);
    }
    out_.value = *literal;
    auto assigned = scope_.variables.assigned(out_.value);
    scope_.variables.set(name, assigned ? *assigned : "0");
    return assigned || error(value_at, assigned.error().message);
}

bool LineParser::parse_delay() {
    out_.kind = Statement::Kind::delay;
    if (loop_)
        return error(out_.indent.size(),
                     "a worker's repeat does not wait in between: leave out the worker, and the run repeats");
    cursor_.skip_space();
    const auto at = cursor_.at;
    const auto type = types::duration();
    const auto value = take_value(type);
    if (!value) return error(cursor_.at, fmt::format("delay: {}", value.error().message));
    out_.count = value->integer();
    if (const auto* name = value->as<Name>()) {
        if (!scope_.variables.find(name->text))
            return error(at, fmt::format("delay: unknown variable {}{}", shown(name->text),
                                         suggestion(name->text, scope_.variables.names())));
        const auto now = scope_.variables.value(type, name->text);
        if (!now) return error(at, "delay: " + now.error().message);
        out_.count_name = name->text;
        out_.count = now->integer();
    }
    return out_.count <= max_delay_ns || error(at, delay_too_long(out_.count));
}

// A number, or the variable that holds it.
bool LineParser::parse_count(std::int64_t least, std::int64_t most) {
    cursor_.skip_space();
    const auto at = cursor_.at;
    if (const auto name = cursor_.word(); !name.empty()) {
        if (!scope_.variables.find(name))
            return error(at, fmt::format("repeat: unknown variable {}{}", shown(name),
                                         suggestion(name, scope_.variables.names())));
        const auto count = scope_.variables.value(types::integer(0, most), name);
        if (!count) return error(at, "repeat: " + count.error().message);
        out_.count_name = name;
        out_.count = count->integer();
        return true;
    }
    const auto count = text_internal::take_integer(cursor_);
    if (!count) return error(at, fmt::format("expected how often, got {}", got()));
    if (count->overflow || count->value < least || count->value > most)
        return error(at, fmt::format("repeat: {} is not within {}..{}", shown(count->text), least, most));
    out_.count = count->value;
    return true;
}

// repeat 100 [as i]
bool LineParser::parse_rounds() {
    out_.kind = Statement::Kind::rounds;
    if (loop_)
        return error(out_.indent.size(),
                     fmt::format("a repeat within the repeat of line {} is not possible: that one is done by "
                                 "'{}' alone",
                                 loop_->line, loop_->worker));
    // What stands up to its end belongs to it, even if its first line is wrong.
    const auto around = text_.rounds.empty() ? 1 : text_.rounds.back().all;
    text_.rounds.push_back({out_.line, "", around});
    cursor_.skip_space();
    const auto at = cursor_.at;
    if (text_.rounds.size() > max_nesting)
        return error(at, fmt::format("repeats stand within repeats at most {} deep", max_nesting));
    if (!parse_count(1, max_run_rounds)) return false;
    const auto count = std::max<std::int64_t>(1, out_.count);
    if (count > max_run_rounds / around)
        return error(at, fmt::format("repeat: {} rounds, {} times, are more than {} in all", count, around,
                                     max_run_rounds));
    text_.rounds.back().all = around * count;
    const auto end = cursor_.at;
    cursor_.skip_space();
    const auto as_at = cursor_.at;
    const auto word = cursor_.word();
    if (word == "async")
        return error(as_at, "only the repeat of a worker can be async: 'worker: repeat N async'");
    if (word != "as") {
        cursor_.at = end;
        return true;
    }
    cursor_.skip_space();
    const auto name_at = cursor_.at;
    const auto name = cursor_.word();
    if (name.empty()) return error(name_at, fmt::format("expected the name of the counter, got {}", got()));
    if (!new_name(name, name_at, "a counter") || !free_name(name, name_at)) return false;
    if (scope_.known(name))
        return error(name_at, fmt::format("{} is already the name of a {}", shown(name),
                                          scope_.is_result(name) ? "result" : "worker"));
    out_.variable = name;
    text_.rounds.back().counter = name;
    scope_.variables.set(name, "0");
    return true;
}

bool LineParser::end_rounds() {
    scope_.variables.erase(text_.rounds.back().counter);
    text_.rounds.pop_back();
    return true;
}

}  // namespace ipcscope

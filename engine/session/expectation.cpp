// What stands behind '#': an expectation, if it begins like one, and a comment.
#include "base/signals.h"
#include "schema/text_internal.h"
#include "session/line_parser.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using text_internal::shown;
using text_internal::suggestion;

namespace {

constexpr const char* as_comment = "; a comment that begins so needs a further #";

bool looks_like_errno(std::string_view word) {
    return word.size() >= 3 && word[0] == 'E' && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
}

std::vector<std::string> errno_names() {
    std::vector<std::string> out;
    for (int code = 1; code < 134; ++code)
        out.emplace_back(errno_name(code));
    for (const auto* name : {"EFSM", "ENOCOMPATPROTO", "ETERM", "EMTHREAD"})  // of libraries
        out.emplace_back(name);
    return out;
}

std::string upper(std::string_view word) {
    std::string out(word.substr(0, 32));
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

// One lone word that is nearly an expectation: a slip, not a comment. "" = it is none.
std::string slip(std::string_view word) {
    const auto big = upper(word);
    if (errno_value(big) > 0) return big;
    for (const auto* known : {"blocked", "deadlock", "killed", "exited"}) {
        const auto near = nearest(word.substr(0, 32), {known});
        std::string_view name = known;
        if (big == upper(name)) return known;
        const bool dropped = word.size() + 1 == name.size() && word.substr(0, 2) == name.substr(0, 2);
        if (dropped && !near.empty()) return known;
    }
    return "";
}

}  // namespace

void LineParser::parse_tail() {
    cursor_.skip_space();
    const auto hash = cursor_.at;
    if (cursor_.done()) return;
    if (cursor_.peek() != '#') {
        error(hash, fmt::format("unexpected {}: the line should end here", got()));
        return;
    }
    const bool may_expect = out_.kind == Statement::Kind::operation || out_.kind == Statement::Kind::repeat ||
                            out_.kind == Statement::Kind::action;
    ++cursor_.at;
    if (!may_expect || !parse_expectation(awaited_, hash)) {
        out_.comment = cursor_.text.substr(hash);
        return;
    }
    check_expectation(hash);
    cursor_.skip_space();
    if (cursor_.peek() == '#') {
        out_.comment = cursor_.text.substr(cursor_.at);
    } else if (!cursor_.done()) {
        error(cursor_.at, fmt::format("unexpected {} behind the expectation{}", got(),
                                      ": a comment there begins with a further #"));
    }
}

// False: it is a comment (or an error was said). The cursor stands behind the '#'.
bool LineParser::parse_expectation(const OperationRef* operation, std::size_t hash) {
    auto& expect = out_.expect;
    using Expected = Expectation::Kind;
    cursor_.skip_space();
    const auto at = cursor_.at;
    if (operation) expect.operation = operation->id;
    if (cursor_.take('=')) {
        expect.kind = Expected::returns;
        return parse_returns(operation);
    }
    const auto word = cursor_.word();
    if (looks_like_errno(word)) {
        expect.err = errno_value(std::string(word));
        if (expect.err <= 0) {
            expect.err = 0;
            return error(at, fmt::format("unknown errno {}{}{}", shown(word), suggestion(word, errno_names()),
                                         as_comment));
        }
        expect.kind = Expected::fails;
        return parse_result(operation);  // errors by name (D-Bus) stand beside their errno
    }
    if (word == "deadlock") {
        cursor_.skip_space();
        if (!cursor_.done() && cursor_.peek() != '#') return false;  // it goes on: words for people
        expect.kind = Expected::deadlock;
        return true;
    }
    if (word == "blocked") {
        expect.kind = Expected::blocked;
        return true;
    }
    if (word == "killed") {
        cursor_.skip_space();
        const auto begin = cursor_.at;
        while (!cursor_.done() && cursor_.peek() != ' ' && cursor_.peek() != '\t' && cursor_.peek() != '#')
            ++cursor_.at;
        const auto name = cursor_.text.substr(begin, cursor_.at - begin);
        const int number = signal_value(name);
        std::vector<std::string> known;
        for (int i = 1; i < 32; ++i)
            known.push_back(signal_name(i));
        if (number < 0)
            return error(begin, fmt::format("killed: unknown signal {}{}{}", shown(name),
                                            suggestion(name, known), as_comment));
        expect.kind = Expected::killed;
        expect.ret = number;
        return true;
    }
    if (word == "exited") {
        cursor_.skip_space();
        const auto begin = cursor_.at;
        const auto status = text_internal::take_integer(cursor_);
        if (!status || status->overflow || status->value < 0 || status->value > 255)
            return error(begin,
                         fmt::format("exited: a status of 0..255 was expected, got {}{}", got(), as_comment));
        expect.kind = Expected::exited;
        expect.ret = status->value;
        return true;
    }
    // name=value without the '=' in front
    if (!word.empty() && cursor_.peek() == '=') {
        cursor_.at = at;
        expect.kind = Expected::returns;
        return parse_result(operation);
    }
    auto rest = cursor_;
    if (word.empty() && (rest.peek() == '"' || text_internal::take_integer(rest))) {
        rest.skip_space();
        if (rest.done() || rest.peek() == '"')
            return error(at, fmt::format("an expected value begins with '='{}", as_comment));
    }
    rest = cursor_;
    rest.skip_space();
    const auto meant = rest.done() && !word.empty() ? slip(word) : std::string();
    if (!meant.empty()) error(at, fmt::format("did you mean the expectation {}?{}", meant, as_comment));
    cursor_.at = hash;
    return false;
}

// After '=': [number] ["payload"] [name=value]...
bool LineParser::parse_returns(const OperationRef* operation) {
    auto& expect = out_.expect;
    cursor_.skip_space();
    const auto at = cursor_.at;
    if (const auto number = text_internal::take_integer(cursor_)) {
        if (number->overflow)
            return error(at, fmt::format("the return value {} is out of range", shown(number->text)));
        expect.ret = number->value;
        expect.has_ret = true;
        cursor_.skip_space();
    }
    const auto payload_at = cursor_.at;
    if (cursor_.peek() == '"') {
        const bool has_payload = operation && std::any_of(operation->operation->results.begin(),
                                                          operation->operation->results.end(),
                                                          [](const auto& result) { return result.payload; });
        if (!has_payload && !any_outcome_)
            return error(payload_at, operation ? fmt::format("{} brings back no payload", operation->name)
                                               : std::string("a repeat brings back no payload"));
        auto payload = parse_value(types::bytes(), cursor_);
        if (!payload) return error(cursor_.at, payload.error().message);
        if (const auto* name = payload->as<Name>()) {
            if (const auto what = scope_.check(types::bytes(), *payload); !what.empty())
                return error(payload_at, what);
            expect.payload_template = name->text;
        } else {
            if (!enough(*payload, payload_at)) return false;
            expect.payload = payload->bytes();
        }
    }
    return parse_result(operation);
}

bool LineParser::parse_result(const OperationRef* operation) {
    static const std::vector<ResultSpec> of_repeat{{"rounds", types::integer(0, max_rounds), "", "", false}};
    const auto& results = operation ? operation->operation->results : of_repeat;
    for (;;) {
        cursor_.skip_space();
        const auto at = cursor_.at;
        const auto name = cursor_.word();
        if (name.empty()) return true;
        const ResultSpec* result = nullptr;
        std::vector<std::string> known;
        for (const auto& candidate : results) {
            if (name == candidate.name) result = &candidate;
            known.emplace_back(candidate.name);
        }
        const auto* owner = operation ? operation->name.c_str() : "repeat";
        if (!result) {
            cursor_.skip_space();
            if (cursor_.peek() != '=')
                return error(
                    at, fmt::format("unexpected {} behind the expectation: a comment there begins with a "
                                    "further #",
                                    shown(name)));
            return error(
                at, fmt::format("unknown result {} of {}{}", shown(name), owner, suggestion(name, known)));
        }
        if (result->type.kind == Kind::handle)
            return error(at,
                         fmt::format("the handle '{}' differs from run to run: it cannot be expected", name));
        cursor_.skip_space();
        if (!cursor_.take('='))
            return error(cursor_.at, fmt::format("expected '=' behind '{}', got {}", name, got()));
        cursor_.partial = true;
        auto value = take_value(result->type);
        cursor_.partial = false;
        if (!value) return error(cursor_.at, fmt::format("{}: {}", name, value.error().message));
        if (const auto what = scope_.check(result->type, *value); !what.empty())
            return error(at, fmt::format("{}: {}", name, what));
        out_.expect.results.emplace_back(name, std::move(*value));
    }
}

void LineParser::check_expectation(std::size_t at) {
    using Expected = Expectation::Kind;
    const auto kind = out_.expect.kind;
    if (loop_ && out_.kind != Statement::Kind::repeat)
        error(at, "an expectation stands behind the repeat, not within it");
    if (out_.kind != Statement::Kind::action) return;
    if (out_.action == "interrupt") error(at, "interrupt has no outcome of its own: expect it behind await");
    if (out_.action == "kill" && kind != Expected::killed && kind != Expected::exited)
        error(at, "after kill only 'killed SIGKILL' can be expected");
    if (out_.action == "await" && out_.expect.stays())
        error(at, "await waits until the operation is no longer blocked");
}

}  // namespace ipcscope

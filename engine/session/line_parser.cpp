#include "session/line_parser.h"

#include "base/utf8.h"
#include "schema/text_internal.h"
#include "session/printer.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace ipcscope {

using text_internal::shown;
using text_internal::suggestion;

namespace {

bool reserved(std::string_view name) {
    return std::find(std::begin(reserved_words), std::end(reserved_words), name) != std::end(reserved_words);
}

bool is_action(std::string_view word) {
    return std::find(std::begin(actions), std::end(actions), word) != std::end(actions);
}

}  // namespace

Statement LineParser::parse(std::string_view line, int number) {
    out_.line = number;
    if (!line.empty() && line.back() == '\r') {
        out_.written.end = "\r";
        line.remove_suffix(1);
    }
    cursor_.text = line;
    if (number == 1 && line.substr(0, 3) == "\xef\xbb\xbf") cursor_.at = 3;
    cursor_.skip_space();
    out_.indent = line.substr(0, cursor_.at);
    std::size_t head_end = line.size();
    if (const auto fault = utf8_fault(line); fault != std::string_view::npos) {
        error(fault, fmt::format("not UTF-8 text (octet 0x{0:02x}); write such octets as \"\\x{0:02x}\"",
                                 static_cast<unsigned char>(line[fault])));
    } else if (cursor_.done() || cursor_.peek() == '#') {
        out_.comment = line.substr(cursor_.at);
        head_end = cursor_.at;
    } else if (parse_head()) {
        head_end = cursor_.at;
        parse_tail();
        finish();
    }
    out_.written.head = line.substr(0, head_end);
    out_.written.tail = line.substr(head_end);
    mark_written(registry_, out_);
    return std::move(out_);
}

bool LineParser::error(std::size_t at, std::string message) {
    errors_.push_back({out_.line, static_cast<int>(utf8_columns(cursor_.text, at)) + 1, std::move(message)});
    return false;
}

std::string LineParser::got() const {
    if (cursor_.done()) return "the end of the line";
    Cursor ahead = cursor_;
    auto word = ahead.word();
    if (word.empty())
        word = cursor_.text.substr(cursor_.at,
                                   std::max<std::size_t>(1, utf8_sequence(cursor_.text, cursor_.at)));
    return shown(word);
}

bool LineParser::parse_head() {
    const auto at = cursor_.at;
    const auto first = cursor_.word();
    if (first.empty())
        return error(
            at, fmt::format("expected a line such as 'worker: name = mechanism.verb(...)', got {}", got()));
    if (first == "end") {
        auto ahead = cursor_;
        ahead.skip_space();
        if (ahead.done() || ahead.peek() == '#') return parse_end(at);
    }
    const auto behind = cursor_.at;
    cursor_.skip_space();
    const bool colon = cursor_.take(':');
    if (!colon) {
        cursor_.at = behind;
        if (first == "let") return parse_let();
        if (first == "delay") return parse_delay();
        if (first == "repeat") return parse_rounds();
    }
    if (colon && first == "workers") return parse_workers();
    if (colon) return parse_worker_line(first, at);
    return parse_body_line(first, at);
}

bool LineParser::parse_workers() {
    out_.kind = Statement::Kind::workers;
    if (loop_) return error(out_.indent.size(), "workers cannot be started in the repeat of a worker");
    std::set<std::string_view> named;
    do {
        cursor_.skip_space();
        const auto at = cursor_.at;
        const auto name = cursor_.word();
        if (name.empty()) return error(at, fmt::format("expected the name of a worker, got {}", got()));
        if (!named.insert(name).second)
            return error(at, fmt::format("the worker {} stands twice", shown(name)));
        if (scope_.is_result(name) && !scope_.is_worker(name))
            return error(at, fmt::format("{} is already the name of a result", shown(name)));
        if (!new_name(name, at, "a worker") || !free_name(name, at)) return false;
        out_.names.emplace_back(name);
        const auto end = cursor_.at;
        cursor_.skip_space();
        if (cursor_.peek() != ',') cursor_.at = end;
    } while (cursor_.take(','));
    return true;
}

bool LineParser::new_name(std::string_view name, std::size_t at, const char* what) {
    if (name.find('.') != std::string_view::npos)
        return error(at, fmt::format("the name of {} holds no '.'", what));
    if (reserved(name))
        return error(at, fmt::format("{} is a word of the language: choose another name", shown(name)));
    return true;
}

bool LineParser::free_name(std::string_view name, std::size_t at) {
    return !scope_.variables.find(name) ||
           error(at, fmt::format("{} is already the name of a variable", shown(name)));
}

bool LineParser::parse_worker_line(std::string_view worker, std::size_t at) {
    out_.worker = worker;
    if (!scope_.is_worker(worker)) {
        if (scope_.known(worker))
            error(at, fmt::format("{} is not a worker", shown(worker)));
        else
            error(at,
                  fmt::format("unknown worker {}{}", shown(worker), suggestion(worker, scope_.workers())));
        scope_.bind(worker, nullptr);  // said once is enough
    }
    if (loop_ && worker != loop_->worker)
        return error(
            at, fmt::format("a repeat of '{}' holds operations of '{}' only", loop_->worker, loop_->worker));
    cursor_.skip_space();
    const auto word_at = cursor_.at;
    const auto word = cursor_.word();
    if (word.empty()) return error(word_at, fmt::format("expected an operation, got {}", got()));
    if (word == "repeat") return parse_repeat(word_at);
    if (is_action(word)) return parse_action(word, word_at);
    if (auto ahead = cursor_; word == "delay" || word == "let") {
        ahead.skip_space();
        if (ahead.peek() != '=')
            return error(word_at, fmt::format("'{}' stands without a worker: it is the run's", word));
    }
    return parse_body_line(word, word_at);
}

// [binding =] operation(...)
bool LineParser::parse_body_line(std::string_view first, std::size_t at) {
    if (out_.worker.empty() && !loop_) {
        if (is_action(first)) return error(at, fmt::format("which worker? Write 'worker: {}'", first));
        const auto end = cursor_.at;
        const bool dotted = first.find('.') != std::string_view::npos;
        cursor_.skip_space();
        const bool call = cursor_.peek() == '(' || cursor_.peek() == '=';
        cursor_.at = end;
        if (!dotted && !call) {
            std::vector<std::string> known{"workers:", "let", "delay", "repeat", "end"};
            for (const auto& worker : scope_.workers())
                known.push_back(worker + ":");
            return error(at, fmt::format("{} is not a statement{}", shown(first), suggestion(first, known)));
        }
        error(at, "which worker? Write 'worker: mechanism.verb(...)'");
    }
    out_.kind = Statement::Kind::operation;
    auto end = cursor_.at;
    cursor_.skip_space();
    if (!cursor_.take('=')) {
        cursor_.at = end;
        return parse_call(first, at);
    }
    if (!new_name(first, at, "a result") || !free_name(first, at)) return false;
    if (loop_) return error(at, "results cannot be named in a repeat");
    if (scope_.known(first) && !scope_.is_result(first))
        return error(at, fmt::format("{} is already the name of a worker", shown(first)));
    out_.binding = first;
    cursor_.skip_space();
    const auto word_at = cursor_.at;
    const auto word = cursor_.word();
    if (word.empty()) return error(word_at, fmt::format("expected an operation, got {}", got()));
    if (parse_call(word, word_at)) return true;
    scope_.bind(out_.binding, nullptr);
    return false;
}

bool LineParser::parse_repeat(std::size_t at) {
    out_.kind = Statement::Kind::repeat;
    if (loop_)
        return error(at, fmt::format("a repeat within the repeat of line {} is not possible", loop_->line));
    loop_ = Loop{out_.line, out_.worker};
    if (!parse_count(1, max_rounds)) return false;
    const auto end = cursor_.at;
    cursor_.skip_space();
    out_.async = cursor_.word() == "async";
    if (!out_.async) cursor_.at = end;
    return true;
}

bool LineParser::parse_action(std::string_view word, std::size_t at) {
    out_.kind = Statement::Kind::action;
    out_.action = word;
    if (loop_) return error(at, fmt::format("'{}' cannot be repeated", word));
    if (word != "await") return true;
    auto& outstanding = scope_.outstanding[out_.worker];
    any_outcome_ = outstanding.empty() && scope_.is_result(out_.worker) && !scope_.is_described(out_.worker);
    if (any_outcome_) return true;
    if (outstanding.empty())
        return error(at, fmt::format("'{}' has nothing to await: no operation of it stands above as 'async'",
                                     out_.worker));
    const auto begun = outstanding.front();
    if (!text_.rounds.empty() && begun.line < text_.rounds.back().line)
        return error(at,
                     fmt::format("what '{}' has to await first was begun in line {}, outside of this repeat",
                                 out_.worker, begun.line));
    awaited_ = begun.operation;
    outstanding.pop_front();
    return true;
}

bool LineParser::parse_end(std::size_t at) {
    out_.kind = Statement::Kind::end;
    if (!loop_ && text_.rounds.empty()) return error(at, "'end' without a repeat");
    if (!loop_) return end_rounds();
    loop_.reset();
    return true;
}

void LineParser::finish() {
    for (const auto& name : out_.names)
        scope_.add_worker(name);
    const bool left = out_.async || out_.expect.stays();
    if (out_.kind == Statement::Kind::operation && !out_.binding.empty())
        scope_.bind(out_.binding, operation_);
    const bool awaitable = out_.kind == Statement::Kind::operation || out_.kind == Statement::Kind::repeat;
    if (left && awaitable && !out_.worker.empty())
        scope_.outstanding[out_.worker].push_back({operation_, out_.line});
}

}  // namespace ipcscope

#include "session/completion_context.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope::completion_internal {

namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '+';
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view last_word(std::string_view text) {
    text = trimmed(text);
    std::size_t at = text.size();
    while (at > 0 && is_word(text[at - 1]))
        --at;
    return text.substr(at);
}

// Reads a line up to the cursor: brackets, strings, the comment.
struct Scan {
    struct Open {
        Frame frame;
        std::size_t item = 0;  // where the item begins, or its value
    };
    std::vector<Open> open;
    std::string_view call;                         // the word before the outermost '('
    std::size_t comment = std::string_view::npos;  // where it begins
    bool quoted = false;

    void read(std::string_view line, std::size_t end) {
        for (std::size_t at = 0; at < end; ++at) {
            const char c = line[at];
            if (quoted && c == '\\')
                ++at;
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == '#') {
                comment = at;
                return;
            } else if (!quoted)
                structure(line, at);
        }
    }

    void structure(std::string_view line, std::size_t at) {
        const char c = line[at];
        if (c == '(' || c == '[' || c == '{') {
            if (open.empty() && c != '(') return;
            if (open.empty()) call = last_word(line.substr(0, at));
            open.push_back({{c, "", 0, {}}, at + 1});
        } else if (open.empty()) {
            return;
        } else if (c == ')' || c == ']' || c == '}') {
            open.pop_back();
        } else if (c == ':') {
            auto& now = open.back();
            now.frame.key = trimmed(line.substr(now.item, at - now.item));
            now.item = at + 1;
        } else if (c == ',') {
            auto& now = open.back();
            if (!now.frame.key.empty()) now.frame.given.insert(now.frame.key);
            now.frame.key.clear();
            ++now.frame.index;
            now.item = at + 1;
        }
    }
};

// The keys that stand behind the cursor, in the same bracket.
void read_rest(std::string_view rest, Frame& frame) {
    int depth = 0;
    bool quoted = false;
    std::size_t item = 0;
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const char c = rest[at];
        if (quoted && c == '\\') {
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            if (c == '(' || c == '[' || c == '{') ++depth;
            if ((c == ')' || c == ']' || c == '}') && depth-- == 0) return;
            if (c == '#') return;
            if (c == ',' && depth == 0) item = at + 1;
            if (c == ':' && depth == 0 && item > 0)
                frame.given.insert(std::string(trimmed(rest.substr(item, at - item))));
        }
    }
}

Place place_of(std::string_view head, std::string_view& worker) {
    head = trimmed(head);
    const auto colon = head.find(':');
    worker = colon == std::string_view::npos ? std::string_view{} : trimmed(head.substr(0, colon));
    if (worker == "workers") return Place::nothing;
    const auto word = head.substr(0, head.find_first_of(" \t"));
    if (colon == std::string_view::npos && (word == "let" || word == "delay" || word == "repeat"))
        return Place::nothing;
    const auto rest = colon == std::string_view::npos ? head : trimmed(head.substr(colon + 1));
    if (rest.empty()) return colon == std::string_view::npos ? Place::line : Place::statement;
    if (rest.back() == '=') return Place::operation;
    const bool counted = rest.starts_with("repeat ") && rest.back() >= '0' && rest.back() <= '9';
    return rest.back() == ')' || counted ? Place::tail : Place::nothing;
}

}  // namespace

Context context_at(const Registry& registry, std::string_view text, std::size_t cursor) {
    Context out;
    const auto newline = cursor == 0 ? std::string_view::npos : text.rfind('\n', cursor - 1);
    const auto start = newline == std::string_view::npos ? 0 : newline + 1;
    const auto line = text.substr(start, text.find('\n', cursor) - start);
    const auto at = cursor - start;
    out.above = text.substr(0, start);
    std::size_t begin = at, end = at;
    while (begin > 0 && is_word(line[begin - 1]))
        --begin;
    while (end < line.size() && is_word(line[end]))
        ++end;
    out.begin = start + begin;
    out.end = start + end;
    out.typed = line.substr(begin, at - begin);
    out.parenthesis = end < line.size() && line[end] == '(';

    Scan scan;
    scan.read(line, begin);
    if (scan.quoted) {
        if (line.substr(0, begin).ends_with("\\{")) out.place = Place::variable;
        return out;
    }
    std::string_view worker;
    if (scan.comment != std::string_view::npos) {
        // Only its first word may be an expectation, of a line that does something.
        Scan head;
        head.read(line, scan.comment);
        const auto before = trimmed(line.substr(0, scan.comment));
        if (before.empty() || !trimmed(line.substr(scan.comment + 1, begin - scan.comment - 1)).empty())
            return out;
        if (before.back() != ')' && last_word(before) != "async" && last_word(before) != "await") return out;
        out.operation = registry.operation(head.call);
        out.place = Place::outcome;
        return out;
    }
    if (scan.open.empty()) {
        out.place = place_of(line.substr(0, begin), worker);
        // "async" stands there already.
        if (out.place == Place::tail && trimmed(line.substr(end)).starts_with("async"))
            out.place = Place::nothing;
        return out;
    }
    out.operation = registry.operation(scan.call);
    // Of `A|B|` all that stands before the word; else a value that is not begun yet.
    auto value = trimmed(line.substr(scan.open.back().item, begin - scan.open.back().item));
    while (!value.empty() && value.back() == '|') {
        value = trimmed(value.substr(0, value.size() - 1));
        const auto other = last_word(value);
        out.alternatives.emplace(other);
        value = trimmed(value.substr(0, value.size() - other.size()));
    }
    if (!value.empty()) return out;
    out.place = Place::call;
    for (auto& each : scan.open)
        out.path.push_back(std::move(each.frame));
    read_rest(line.substr(end), out.path.back());
    return out;
}

Known::Known(const Registry& registry, std::string_view above) : registry_(registry) {
    const auto parsed = parse_program(registry, above);
    for (const auto& statement : parsed.program.statements) {
        for (const auto& name : statement.names)
            names_.add_worker(name);
        const auto kind = statement.kind;
        if (kind == Statement::Kind::repeat || kind == Statement::Kind::rounds) open_.push_back(kind);
        if (kind == Statement::Kind::end && !open_.empty()) open_.pop_back();
        if (kind == Statement::Kind::let) names_.variables.set(statement.variable, statement.value);
        if (kind == Statement::Kind::rounds && !statement.variable.empty())
            names_.variables.set(statement.variable, "0");
        const auto* operation = registry_.operation(statement.operation);
        if (statement.kind != Statement::Kind::operation || !operation) continue;
        mechanisms_.insert(operation->mechanism);
        if (statement.binding.empty()) continue;
        names_.bind(statement.binding, operation);
        std::erase_if(bound_, [&](const auto& old) { return old.first == statement.binding; });
        bound_.emplace_back(statement.binding, operation);
    }
}

std::vector<std::pair<std::string, std::string>> Known::fitting(const TypeSpec& type) const {
    std::vector<std::pair<std::string, std::string>> out;
    const auto fits = [&](const std::string& name) { return names_.check(type, Value(Name{name})).empty(); };
    for (auto it = bound_.rbegin(); it != bound_.rend(); ++it) {
        const auto& [name, operation] = *it;
        const auto& results = operation->operation->results;
        const auto same = std::count_if(results.begin(), results.end(), [&](const ResultSpec& result) {
            return fits(fmt::format("{}.{}", name, result.name));
        });
        const auto* primary = primary_result(*operation->operation);
        for (const auto& result : results) {
            const auto full = fmt::format("{}.{}", name, result.name);
            // What a bare name stands for anyway, unless there is something to be mixed up with.
            const bool bare = &result == primary && same == 1 && results.size() == 1;
            if (fits(full)) out.emplace_back(bare ? name : full, operation->name);
        }
        if (results.empty() && operation->operation->forks && fits(name))
            out.emplace_back(name, operation->name);
    }
    for (const auto& variable : names_.variables.names())
        if (names_.variables.value(type, variable))
            out.emplace_back(variable, *names_.variables.find(variable));
    if (type.kind == Kind::worker || (type.kind == Kind::integer && type.unit == Unit::pid))
        for (const auto& worker : names_.workers())
            if (std::none_of(out.begin(), out.end(), [&](const auto& one) { return one.first == worker; }))
                out.emplace_back(worker, "");
    return out;
}

}  // namespace ipcscope::completion_internal

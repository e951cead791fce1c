#include "import/trace_text.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace ipcscope {

namespace {

constexpr int deepest = 32;
constexpr std::size_t most_items = 4096;     // of one list
constexpr std::size_t most_values = 65'536;  // of one line: a list of empty lists is short to write

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_name(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

struct Text {
    std::string_view rest;
    std::size_t values = 0;  // taken so far
    bool done() const { return rest.empty(); }
    char front() const { return rest.empty() ? '\0' : rest.front(); }
    bool take(std::string_view what) {
        if (!rest.starts_with(what)) return false;
        rest.remove_prefix(what.size());
        return true;
    }
    void spaces() {
        while (front() == ' ' || front() == '\t')
            rest.remove_prefix(1);
    }
    std::string_view while_name() {
        std::size_t n = 0;
        while (n < rest.size() && is_name(rest[n]))
            ++n;
        const auto out = rest.substr(0, n);
        rest.remove_prefix(n);
        return out;
    }
};

// After the opening quote, up to and with the closing one.
bool take_string(Text& text, std::string& out) {
    while (!text.done()) {
        const char c = text.front();
        text.rest.remove_prefix(1);
        if (c == '"') return true;
        if (c != '\\') {
            out += c;
            continue;
        }
        const char escaped = text.front();
        if (text.done()) return false;
        if (escaped >= '0' && escaped <= '7') {
            int value = 0;
            for (int i = 0; i < 3 && text.front() >= '0' && text.front() <= '7'; ++i) {
                value = value * 8 + (text.front() - '0');
                text.rest.remove_prefix(1);
            }
            out += static_cast<char>(value);
            continue;
        }
        text.rest.remove_prefix(1);
        switch (escaped) {
            case 'n': out += '\n'; break;
            case 't': out += '\t'; break;
            case 'r': out += '\r'; break;
            case 'v': out += '\v'; break;
            case 'f': out += '\f'; break;
            case 'x': {
                int value = 0;
                const auto* begin = text.rest.data();
                const auto [end, error] =
                    std::from_chars(begin, begin + std::min<std::size_t>(2, text.rest.size()), value, 16);
                if (error != std::errc()) return false;
                text.rest.remove_prefix(static_cast<std::size_t>(end - begin));
                out += static_cast<char>(value);
                break;
            }
            default: out += escaped;
        }
    }
    return false;
}

// <...>, which may hold <...>: what -y says of a descriptor.
bool take_note(Text& text, std::string& out) {
    int open = 1;
    for (std::size_t i = 0; i < text.rest.size(); ++i) {
        const char c = text.rest[i];
        const bool arrow = c == '>' && i > 0 && text.rest[i - 1] == '-';
        if (c == '<') ++open;
        if (c != '>' || arrow || --open > 0) continue;
        out = text.rest.substr(0, i);
        text.rest.remove_prefix(i + 1);
        return true;
    }
    return false;
}

bool take_value(Text& text, TraceValue& out, int depth);

bool take_items(Text& text, char closing, std::vector<TraceValue>& out, int depth) {
    text.spaces();
    while (text.front() != closing) {
        if (text.done()) return false;
        TraceValue item;
        if (!take_value(text, item, depth)) return false;
        if (out.size() < most_items && ++text.values <= most_values) out.push_back(std::move(item));
        text.spaces();
        // Signal sets stand without commas: [USR1 TERM]; changed values as [16 => 2].
        if (text.take(",") || text.take("=>")) text.spaces();
    }
    text.rest.remove_prefix(1);
    return true;
}

bool take_value(Text& text, TraceValue& out, int depth) {
    if (depth > deepest) return false;
    const auto start = text.rest;
    const auto name = text.while_name();
    if (!name.empty() && text.front() == '=' && !text.rest.starts_with("=>") &&
        !text.rest.starts_with("==")) {
        text.take("=");
        if (!take_value(text, out, depth + 1)) return false;
        out.name = name;
        return true;
    }
    text.rest = start;
    text.take("@");  // before an abstract socket's name; said by its first octet below
    const bool abstract = start.size() != text.rest.size();
    if (text.take("\"")) {
        out.form = TraceValue::Form::text;
        if (abstract) out.word = "@";
        if (!take_string(text, out.word)) return false;
        out.cut = text.take("...");
        return true;
    }
    text.rest = start;
    for (const auto& [open, close, form] :
         {std::tuple{'[', ']', TraceValue::Form::list}, std::tuple{'{', '}', TraceValue::Form::structure}}) {
        if (text.front() != open) continue;
        text.rest.remove_prefix(1);
        out.form = form;
        return take_items(text, close, out.items, depth + 1);
    }
    const auto function = text.while_name();
    if (!function.empty() && text.take("(")) {
        out.form = TraceValue::Form::call;
        out.word = function;
        return take_items(text, ')', out.items, depth + 1);
    }
    text.rest = start;
    // A word: up to what ends an item; it may hold blanks ("WIFEXITED(s) && WEXITSTATUS(s) == 0").
    std::size_t n = 0;
    int open = 0;
    for (; n < text.rest.size(); ++n) {
        const char c = text.rest[n];
        if (c == '(') ++open;
        if (c == ')' && open > 0) {
            --open;
            continue;
        }
        if (c == ',' || c == ']' || c == '}' || c == '<' || (c == ')' && open == 0)) break;
        if (c == '"' || c == '{' || (c == '[' && n > 0)) break;
        if (c == '=' && text.rest.substr(n).starts_with("=>")) break;
        if (c == ' ' && n + 1 < text.rest.size() && text.rest[n + 1] == '/' &&
            text.rest.substr(n).starts_with(" /*"))
            break;
    }
    auto word = text.rest.substr(0, n);
    text.rest.remove_prefix(n);
    if (word.empty() && text.front() != '<') return false;
    while (word.ends_with(' '))
        word.remove_suffix(1);
    out.word = word;
    if (text.take("<") && !take_note(text, out.note)) return false;
    if (text.spaces(), text.take("/*")) {
        const auto end = text.rest.find("*/");
        if (end == std::string_view::npos) return false;
        text.rest.remove_prefix(end + 2);
    }
    return true;
}

// "1795308502.466568" -> ns; "13:07:01.5" too.
std::optional<std::int64_t> take_seconds(Text& text) {
    constexpr std::int64_t most = 4'000'000'000;  // seconds: two of them, in ns, are still an int64
    std::int64_t seconds = 0;
    std::size_t n = 0, colons = 0;
    std::int64_t part = 0;
    for (; n < text.rest.size() && (is_digit(text.rest[n]) || text.rest[n] == ':'); ++n) {
        if (text.rest[n] == ':') {
            seconds = (seconds + part) * 60;
            part = 0;
            ++colons;
        } else {
            part = part * 10 + (text.rest[n] - '0');
        }
        if (part > most || seconds > most) return {};
    }
    if (n == 0 || colons > 2) return {};
    seconds += part;
    std::int64_t ns = 0, unit = 100'000'000;
    bool fraction = false;
    if (n < text.rest.size() && text.rest[n] == '.') {
        fraction = true;
        for (++n; n < text.rest.size() && is_digit(text.rest[n]); ++n, unit /= 10)
            ns += unit * (text.rest[n] - '0');
    }
    if (seconds > most || (!fraction && colons == 0)) return {};
    text.rest.remove_prefix(n);
    return seconds * 1'000'000'000 + ns;
}

}  // namespace

std::optional<std::int64_t> TraceValue::number() const {
    if (form != Form::word || word.empty()) return {};
    std::string_view digits = word;
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    int base = 10;
    if (digits.starts_with("0x")) {
        base = 16;
        digits.remove_prefix(2);
    } else if (digits.size() > 1 && digits.starts_with('0')) {
        base = 8;
    }
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return negative ? -static_cast<std::int64_t>(value & INT64_MAX) : static_cast<std::int64_t>(value);
}

const TraceValue* TraceValue::member(std::string_view wanted) const {
    for (const auto& item : items) {
        if (item.name == wanted && (form == Form::structure || form == Form::list)) return &item;
        if (const auto* found = item.member(wanted)) return found;
    }
    return nullptr;
}

std::optional<TraceLine> parse_trace_line(std::string_view line) {
    TraceLine out;
    Text text;
    text.rest = line;
    text.spaces();
    const bool bracketed = text.take("[pid ");
    text.spaces();
    const auto start = text.rest;
    std::size_t digits = 0;
    while (digits < start.size() && is_digit(start[digits]))
        ++digits;
    if (digits > 0 && digits < 11 && digits < start.size() &&
        (start[digits] == ' ' || start[digits] == ']')) {
        std::int64_t pid = 0;
        std::from_chars(start.data(), start.data() + digits, pid);
        if (pid > INT32_MAX) return {};
        out.pid = static_cast<int>(pid);
        text.rest.remove_prefix(digits + (bracketed ? 1 : 0));
        text.spaces();
    } else if (bracketed) {
        return {};
    }
    out.time_ns = take_seconds(text);
    text.spaces();
    if (text.take("--- ")) {
        out.what = TraceLine::What::signal;
        out.name = text.while_name();
        text.spaces();
        TraceValue info;
        if (text.front() == '{' && take_value(text, info, 0)) out.items = std::move(info.items);
        if (!out.name.starts_with("SIG")) return {};
        return out;
    }
    if (text.take("+++ exited with ")) {
        out.what = TraceLine::What::exited;
        std::from_chars(text.rest.data(), text.rest.data() + text.rest.size(), out.status);
        return out;
    }
    if (text.take("+++ killed by ")) {
        out.what = TraceLine::What::killed;
        out.name = text.while_name();
        return out;
    }
    if (text.take("<... ")) {
        out.what = TraceLine::What::resumed;
        out.name = text.while_name();
        if (!text.take(" resumed>")) return {};
        out.text = text.rest;
        return out;
    }
    out.name = text.while_name();
    if (out.name.empty() || !text.take("(")) return {};
    out.text = text.rest;
    const auto unfinished = out.text.rfind("<unfinished ...>");
    if (unfinished != std::string_view::npos &&
        out.text.substr(unfinished + 16).find_first_not_of(") =?") == std::string_view::npos) {
        out.what = TraceLine::What::unfinished;
        out.text = out.text.substr(0, unfinished);
        while (out.text.ends_with(' '))
            out.text.remove_suffix(1);
    }
    return out;
}

std::optional<TraceResult> parse_trace_call(std::string_view line) {
    TraceResult out;
    Text text;
    text.rest = line;
    if (!take_items(text, ')', out.arguments, 0)) return {};
    text.spaces();
    if (!text.take("=")) return {};
    text.spaces();
    TraceValue ret;
    const auto end = text.rest.find_first_of(" <");
    ret.word = text.rest.substr(0, end);
    text.rest.remove_prefix(std::min(text.rest.size(), end));
    if (ret.word != "?") out.ret = ret.number();
    if (text.take("<") && !take_note(text, out.note)) return {};
    text.spaces();
    if (text.front() == 'E') out.error = text.while_name();
    const auto open = text.rest.rfind('<');
    if (open != std::string_view::npos) {
        Text duration;
        duration.rest = text.rest.substr(open + 1);
        const auto value = take_seconds(duration);
        if (value && duration.front() == '>') out.duration_ns = value;
    }
    return out;
}

}  // namespace ipcscope

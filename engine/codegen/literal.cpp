#include "codegen/literal.h"

#include "base/utf8.h"
#include "schema/text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <limits>
#include <sstream>

namespace ipcscope {

namespace {

constexpr PythonName usual_names[] = {{"O_", "os."}, {"SIG", "signal."}, {"SI_", "signal."}};

// Upper case as constants of C are, perhaps with a distance behind: SIGRTMIN+3.
bool is_constant(std::string_view name) {
    const auto sign = name.find_first_of("+-");
    const auto word = name.substr(0, sign);
    const bool distance = sign == std::string_view::npos ||
                          (sign + 1 < name.size() &&
                           std::all_of(name.begin() + static_cast<std::ptrdiff_t>(sign) + 1, name.end(),
                                       [](unsigned char c) { return std::isdigit(c) != 0; }));
    return distance && word.size() > 1 &&
           std::all_of(
               word.begin(), word.end(),
               [](unsigned char c) { return std::isupper(c) != 0 || std::isdigit(c) != 0 || c == '_'; }) &&
           std::isdigit(static_cast<unsigned char>(word.front())) == 0;
}

// A type of C, in which a value is kept: uint32_t, double.
bool is_type(std::string_view name) {
    return name.ends_with("_t") || name == "float" || name == "double";
}

std::string constant(Language language, const NamedValue& name, const MechanismCode* code,
                     Gathered& gathered) {
    std::string text = name.name;
    if (language != Language::python && is_type(text)) return text;
    if (!is_constant(text)) return integer_literal(name.value);
    const auto sign = text.find_first_of("+-");
    const auto spaced = sign == std::string::npos ? text
                                                  : fmt::format("{} {} {}", text.substr(0, sign), text[sign],
                                                                text.substr(sign + 1));
    if (language != Language::python) return spaced;
    const auto keep = [&](const PythonName& rule) {
        const std::string module = rule.module;
        if (const auto dot = module.find('.'); dot != std::string::npos)
            gathered.imports.insert(module.substr(0, dot));
        return module + spaced;
    };
    if (code)
        for (const auto& rule : code->python_names)
            if (text.starts_with(rule.prefix)) return keep(rule);
    for (const auto& rule : usual_names)
        if (text.starts_with(rule.prefix) && !text.starts_with("SIGEV_")) return keep(rule);
    gathered.constants[text] = name.value;
    return text;
}

const NamedValue* named(const TypeSpec& type, std::string_view word) {
    for (const auto& name : type.names)
        if (word == name.name) return &name;
    return nullptr;
}

void put_octet(std::string& out, Language language, char c) {
    const auto octet = static_cast<unsigned char>(c);
    out += language == Language::python ? fmt::format("\\x{:02x}", octet) : fmt::format("\\{:03o}", octet);
}

std::string quoted_literal(Language language, std::string_view bytes, bool ascii) {
    std::string out = "\"";
    for (std::size_t at = 0; at < bytes.size();) {
        const char c = bytes[at];
        const auto length = utf8_sequence(bytes, at);
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '?' && at > 0 && bytes[at - 1] == '?' && language != Language::python) {
            out += "\\?";  // no trigraphs
        } else if (length == 0 || static_cast<unsigned char>(c) < 0x20 || c == 0x7f ||
                   (ascii && length > 1)) {
            put_octet(out, language, c);
            ++at;
            continue;
        } else {
            out.append(bytes.substr(at, length));
        }
        at += length;
    }
    return out + '"';
}

// The shortest beginning that the bytes are made of; all of them if nothing repeats.
std::string_view period(std::string_view bytes) {
    for (std::size_t length = 1; length <= 64 && length * 2 <= bytes.size(); ++length) {
        bool repeats = true;
        for (std::size_t at = length; repeats && at < bytes.size(); ++at)
            repeats = bytes[at] == bytes[at - length];
        if (repeats) return bytes.substr(0, length);
    }
    return bytes;
}

void add_words(std::set<std::string>& to, std::string_view words) {
    std::istringstream in{std::string(words)};
    for (std::string word; in >> word;)
        to.insert(word);
}

}  // namespace

void Gathered::need(const Needs& needs, Language language) {
    if (language == Language::python) return add_words(imports, needs.imports);
    add_words(includes, needs.includes);
    if (language == Language::cpp) add_words(cpp_includes, needs.cpp_includes);
}

void Gathered::include(std::string_view headers) {
    add_words(includes, headers);
}

std::string integer_literal(std::int64_t value) {
    if (value == std::numeric_limits<std::int64_t>::min()) return "(-9223372036854775807 - 1)";
    return fmt::format("{}", value);
}

std::string string_literal(Language language, std::string_view bytes, bool text) {
    if (const auto part = period(bytes); bytes.size() > 64 && part.size() < bytes.size()) {
        const auto once = string_literal(language, part, text);
        if (language != Language::python)
            return fmt::format("repeated({}, {}, {})", once, part.size(), bytes.size());
        if (bytes.size() % part.size() == 0) return fmt::format("{} * {}", once, bytes.size() / part.size());
        return text ? fmt::format("({} * {})[:{}]", once, bytes.size() / part.size() + 1, bytes.size())
                    : fmt::format("repeated({}, {})", once, bytes.size());
    }
    if (language != Language::python) return quoted_literal(language, bytes, false);
    const bool ascii =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    const bool readable = utf8_fault(bytes) == std::string_view::npos;
    if (text && readable) return quoted_literal(language, bytes, false);
    if (readable && !ascii) return quoted_literal(language, bytes, false) + ".encode()";
    return "b" + quoted_literal(language, bytes, true);
}

std::string number_literal(Language language, const TypeSpec& type, std::int64_t value,
                           const MechanismCode* code, Gathered& gathered) {
    if (type.kind == Kind::boolean) {
        if (language == Language::python) return value != 0 ? "True" : "False";
        if (language == Language::c) gathered.include("stdbool.h");
        return value != 0 ? "true" : "false";
    }
    if (type.kind == Kind::mode && value >= 0)
        return fmt::format("{}{:o}", language == Language::python ? "0o" : "0", value);
    if (type.kind != Kind::choice && type.kind != Kind::flags) {
        for (const auto& name : type.names)
            if (name.value == value) return constant(language, name, code, gathered);
        return integer_literal(value);
    }
    // As the session writes it, with the names that the language has.
    const auto words = print_value(type, Value(value));
    std::string out;
    for (std::size_t at = 0; at <= words.size();) {
        const auto bar = std::min(words.find('|', at), words.size());
        const auto word = words.substr(at, bar - at);
        const auto* name = named(type, word);
        out += (out.empty() ? "" : " | ") + (name ? constant(language, *name, code, gathered) : word);
        at = bar + 1;
    }
    return out;
}

std::string comment_text(std::string text, std::size_t most) {
    for (auto& c : text)
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    if (text.size() > most) {
        while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80)
            --most;
        text.resize(most);
        text += " ...";
    }
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    if (text.ends_with('\\')) text += " .";  // or the next line would belong to it
    return text;
}

}  // namespace ipcscope

#include "snapshot/command.h"

#include "schema/text.h"
#include "snapshot/ref.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace ipcscope {
namespace {

bool plain(std::string_view octets) {
    return std::all_of(octets.begin(), octets.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

std::string word_of(const TypeSpec& type, const Value& value) {
    const bool text = type.kind == Kind::text || type.kind == Kind::bytes || type.kind == Kind::path;
    return shell_word(text ? value.bytes() : print_value(type, value));
}

}  // namespace

std::string shell_word(std::string_view octets) {
    const auto bare = [](unsigned char c) {
        return std::isalnum(c) != 0 ||
               std::string_view("_-./:,@%+=").find(static_cast<char>(c)) != std::string_view::npos;
    };
    if (!octets.empty() && std::all_of(octets.begin(), octets.end(), bare)) return std::string(octets);
    if (plain(octets)) {
        std::string out = "'";
        for (const char c : octets)
            out += c == '\'' ? std::string("'\\''") : std::string(1, c);
        return out + "'";
    }
    std::string out = "$'";
    for (const char c : octets) {
        const auto octet = static_cast<unsigned char>(c);
        if (c == '\'' || c == '\\')
            (out += '\\') += c;
        else if (octet < 0x20 || octet >= 0x7f)
            out += fmt::format("\\x{:02x}", octet);
        else
            out += c;
    }
    return out + "'";
}

std::string fill_pattern(std::string_view pattern, const PatternValue& value) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) break;
        out += pattern.substr(0, open);
        const auto filled = value(pattern.substr(open + 1, close - open - 1));
        out += filled ? *filled : std::string(pattern.substr(open, close - open + 1));
        pattern.remove_prefix(close + 1);
    }
    return out.append(pattern);
}

std::string filled_command(const Snapshot& snapshot, const SeenObject& object, const ActionSpec& action,
                           const Fields& args) {
    const auto& kind = *snapshot.kind(object).kind;
    return fill_pattern(action.command, [&](std::string_view name) -> std::optional<std::string> {
        if (name == "key") return shell_word(unescape_key(snapshot.text(object.key)));
        if (name == "name") return shell_word(snapshot.text(object.name));
        for (const auto& param : action.params)
            for (const auto& [given, value] : args)
                if (given == name && given == param.name) return word_of(param.type, value);
        const auto field = field_index(kind, name);
        if (field == no_kind || snapshot.cell(object, field).state != CellState::known) return {};
        return word_of(kind.fields[field].type, snapshot.value(object, field));
    });
}

}  // namespace ipcscope

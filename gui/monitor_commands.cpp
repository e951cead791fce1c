#include "monitor_commands.h"

#include "monitor/rows.h"
#include "schema/text.h"
#include "snapshot/ref.h"

#include <algorithm>
#include <functional>

namespace ipcscope {

namespace {

using Lookup = std::function<std::string(std::string_view name)>;

std::string filled(std::string_view pattern, const Lookup& value) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) return out.append(pattern);
        out.append(pattern.substr(0, open));
        out += value(pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
    }
    return out;
}

// As a POSIX shell takes it: what is not plain stands in single quotes.
std::string shellWord(std::string_view octets) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=@%+,";
    if (!octets.empty() && octets.find_first_not_of(plain) == std::string_view::npos)
        return std::string(octets);
    std::string out = "'";
    for (const char c : octets)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + '\'';
}

std::string fieldValue(const Snapshot& snapshot, const SeenObject& object, std::string_view name) {
    const auto& kind = *snapshot.kind(object).kind;
    const auto field = field_index(kind, name);
    const auto& type = kind.fields[field].type;
    const auto value = snapshot.value(object, field);
    if (value.empty()) return {};
    return type.kind == Kind::text || type.kind == Kind::bytes || type.kind == Kind::path
               ? value.bytes()
               : print_value(type, value);
}

}  // namespace

std::string shellCommand(const Snapshot& snapshot, const SeenObject& object, const ActionSpec& action,
                         const Fields& args) {
    return filled(action.command, [&](std::string_view name) {
        if (name == "key") return shellWord(unescape_key(snapshot.text(object.key)));
        if (name == "name") return shellWord(snapshot.text(object.name));
        for (const auto& param : action.params) {
            if (name != param.name) continue;
            for (const auto& [given, value] : args)
                if (given == name)
                    return shellWord(param.type.kind == Kind::text || param.type.kind == Kind::path
                                         ? value.bytes()
                                         : print_value(param.type, value));
        }
        // Braces that mean nothing to us are the shell's.
        if (field_index(*snapshot.kind(object).kind, name) == no_kind) return "{" + std::string(name) + "}";
        return shellWord(fieldValue(snapshot, object, name));
    });
}

// Texts stand in quotation marks there; what would end them is escaped.
std::string openLine(const Snapshot& snapshot, const SeenObject& object, const OpenSpec& open) {
    const auto inner = [](std::string_view octets) {
        const auto quoted = quote(octets);
        return quoted.substr(1, quoted.size() - 2);
    };
    return filled(open.line, [&](std::string_view name) {
        if (name == "key") return inner(unescape_key(snapshot.text(object.key)));
        if (name == "name") return inner(snapshot.text(object.name));
        if (field_index(*snapshot.kind(object).kind, name) == no_kind) return "{" + std::string(name) + "}";
        return inner(fieldValue(snapshot, object, name));
    });
}

bool canOpen(const Snapshot& snapshot, const SeenObject& object, const OpenSpec& open) {
    bool known = true;
    filled(open.line, [&](std::string_view name) {
        const auto field = field_index(*snapshot.kind(object).kind, name);
        if (field != no_kind && snapshot.value(object, field).empty()) known = false;
        return std::string();
    });
    return known;
}

std::string openProgram(std::string_view calls, const std::string& worker, const std::string& name) {
    std::string out;
    while (!calls.empty()) {
        const auto line = calls.substr(0, calls.find('\n'));
        calls.remove_prefix(std::min(line.size() + 1, calls.size()));
        const bool first = out.empty();
        out += worker + ": " + (first ? name + " = " : "");
        out += filled(
            line, [&](std::string_view what) { return what == "it" ? name : "{" + std::string(what) + "}"; });
        out += '\n';
    }
    return out;
}

std::string savedText(const Snapshot& snapshot, const SeenObject& object, const Fields& state,
                      std::string_view how) {
    std::string out = "object: " + snapshot.ref(object) + "\nname: " + quote(snapshot.text(object.name)) +
                      "\ntaken_at_ns: " + std::to_string(snapshot.taken_at) + "\nhow: " + std::string(how) +
                      "\n";
    for (const auto& [name, value] : state)
        out += name + ": " + print_value(value) + "\n";
    return out;
}

}  // namespace ipcscope

#include "monitor_commands.h"

#include "monitor/commands.h"
#include "monitor/rows.h"
#include "schema/text.h"
#include "snapshot/command.h"
#include "snapshot/ref.h"

#include <algorithm>
#include <optional>

namespace ipcscope {

namespace {

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

// Texts stand in quotation marks there; what would end them is escaped.
std::string openLine(const Snapshot& snapshot, const SeenObject& object, const OpenSpec& open) {
    const auto inner = [](std::string_view octets) {
        const auto quoted = quote(octets);
        return quoted.substr(1, quoted.size() - 2);
    };
    return fill_pattern(open.line, [&](std::string_view name) -> std::optional<std::string> {
        if (name == "key") return inner(unescape_key(snapshot.text(object.key)));
        if (name == "name") return inner(snapshot.text(object.name));
        if (field_index(*snapshot.kind(object).kind, name) == no_kind) return {};
        return inner(fieldValue(snapshot, object, name));
    });
}

bool canOpen(const Snapshot& snapshot, const SeenObject& object, const OpenSpec& open) {
    if (!names_only(snapshot, object, open.line)) return false;
    bool known = true;
    fill_pattern(open.line, [&](std::string_view name) -> std::optional<std::string> {
        const auto field = field_index(*snapshot.kind(object).kind, name);
        if (field != no_kind && snapshot.value(object, field).empty()) known = false;
        return {};
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
        out += fill_pattern(line, [&](std::string_view what) {
            return what == "it" ? std::optional(name) : std::optional<std::string>();
        });
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

#include "monitor/commands.h"

#include "snapshot/ref.h"

#include <fmt/format.h>
#include <optional>

namespace ipcscope {
namespace {

constexpr std::string_view ipc_begin = "ipc:[", net_begin = "net:[";

bool mentions(std::string_view pattern, std::string_view word) {
    return pattern.find(word) != std::string_view::npos;
}

// What stands behind the namespace: "7" of "ipc:[4026531839]/7".
std::string_view in_its_space(std::string_view key) {
    const auto end = key.find("]/");
    return end == std::string_view::npos ? std::string_view() : key.substr(end + 2);
}

}  // namespace

bool names_only(const Snapshot& snapshot, const SeenObject& object, std::string_view pattern) {
    const auto key = unescape_key(snapshot.text(object.key));
    if (mentions(pattern, "{key}") && lies_elsewhere(snapshot, object)) return false;
    if (mentions(pattern, "{name}") &&
        (object.removed || !key.starts_with('/') || key != snapshot.text(object.name)))
        return false;
    if (mentions(pattern, "{path}")) {
        // Of what has a path as its key, "/path#device:inode" is another one than who has the path.
        const auto field = field_index(*snapshot.kind(object).kind, "path");
        const bool known = field != no_kind && snapshot.cell(object, field).state == CellState::known;
        if (object.removed ||
            (known && key.starts_with('/') && key != snapshot.text(snapshot.cell(object, field).text)))
            return false;
    }
    return true;
}

bool lies_elsewhere(const Snapshot& snapshot, const SeenObject& object) {
    const auto key = snapshot.text(object.key);
    return key.starts_with(ipc_begin) || key.starts_with(net_begin);
}

std::string shell_command(const Snapshot& snapshot, const SeenObject& object, const ActionSpec& action,
                          const Fields& args) {
    const std::string_view pattern = action.command;
    if (names_only(snapshot, object, pattern)) return filled_command(snapshot, object, action, args);
    // One program, and not the first of several, can be started there.
    const auto key = unescape_key(snapshot.text(object.key));
    if (!key.starts_with(ipc_begin) || !mentions(pattern, "{key}") || mentions(pattern, "|")) return {};
    for (const auto& process : snapshot.processes)
        if (object.space != 0 && process.ipc_namespace == object.space)
            return fmt::format("nsenter -i -t {} {}", process.pid,
                               fill_pattern(pattern, [&](std::string_view name) {
                                   return name == "key" ? std::optional(shell_word(in_its_space(key)))
                                                        : std::optional<std::string>();
                               }));
    return {};
}

std::string remove_command(const Snapshot& snapshot, const SeenObject& object) {
    for (const auto& action : snapshot.kind(object).kind->actions)
        if (action.kind == ActionKind::remove) return shell_command(snapshot, object, action, {});
    return {};
}

}  // namespace ipcscope

#include "monitor/lookup.h"

#include "monitor/rows.h"
#include "schema/registry.h"
#include "snapshot/ref.h"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>

namespace ipcscope {

namespace {

constexpr std::size_t most_compared = 2'000;

std::string real_path(const std::string& path) {
    const std::unique_ptr<char, void (*)(void*)> found(::realpath(path.c_str(), nullptr), &std::free);
    return found ? found.get() : path;
}

bool called(const Snapshot& snapshot, const SeenObject& object, const std::string& text,
            const std::string& path) {
    const auto name = snapshot.text(object.name);
    if (!name.empty() && (name == text || name == path)) return true;
    const auto key = unescape_key(snapshot.text(object.key));
    if (key == text || key == path) return true;
    const auto& fields = snapshot.kind(object).kind->fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& cell = snapshot.cell(object, i);
        if (fields[i].type.kind != Kind::path || cell.state != CellState::known) continue;
        const auto value = snapshot.text(cell.text);
        if (!value.empty() && (value == text || value == path)) return true;
    }
    return false;
}

std::vector<std::string> near_refs(const Snapshot& snapshot, std::string_view text, std::string_view prefix) {
    std::vector<std::string> known;
    for (const auto& object : snapshot.objects) {
        if (!prefix.empty() && prefix != snapshot.kind(object).kind->prefix) continue;
        if (known.size() == most_compared) break;
        known.push_back(snapshot.ref(object));
    }
    return nearest(text.substr(0, 64), known);
}

}  // namespace

Looked look_up(const Snapshot& snapshot, std::string_view text) {
    Looked out;
    if (const auto exact = snapshot.find(text)) {
        out.objects = {*exact};
        return out;
    }
    const auto parts = split_ref(text);
    const bool is_ref = !parts.prefix.empty() && kind_of_prefix(parts.prefix) != no_kind;
    if (is_ref) {
        const auto again = fmt::format("{}:{}", parts.prefix, escape_key(unescape_key(parts.key)));
        if (const auto other = snapshot.find(again)) {
            out.objects = {*other};
            return out;
        }
    }
    const std::string given(text),
        path = text.starts_with('/') || text.starts_with('.') ? real_path(given) : given;
    for (ObjectIndex i = 0; i < snapshot.objects.size() && !is_ref; ++i)
        if (called(snapshot, snapshot.objects[i], given, path)) out.objects.push_back(i);
    if (!out.objects.empty()) return out;
    out.near = near_refs(snapshot, text, is_ref ? parts.prefix : std::string_view());
    const auto shown = printable(text.substr(0, 100));
    if (is_ref) {
        out.problem = fmt::format("there is no {} now: it is gone, or was never there", shown);
    } else if (!parts.prefix.empty() && text.find('/') == std::string_view::npos) {
        std::vector<std::string> prefixes;
        for (const auto& kind : monitored_kinds())
            prefixes.emplace_back(kind.kind->prefix);
        for (const auto& prefix : nearest(parts.prefix.substr(0, 32), prefixes))
            if (out.near.empty())
                out.near = {fmt::format("{}:{}", prefix, printable(parts.key.substr(0, 64)))};
        out.problem = fmt::format("there are no objects with references that begin with '{}:'",
                                  printable(parts.prefix.substr(0, 40)));
    } else {
        out.problem = fmt::format("no object that can be seen is called '{}'", shown);
    }
    return out;
}

Involvement involvement_of(const Snapshot& snapshot, ProcessIndex process) {
    Involvement out;
    for (const auto& hold : snapshot.holds)
        if (hold.process == process) out.holds.push_back(&hold);
    for (const auto& wait : snapshot.waits)
        if (wait.process == process) out.waits.push_back(&wait);
    return out;
}

}  // namespace ipcscope

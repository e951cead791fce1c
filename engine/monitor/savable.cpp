#include "monitor/savable.h"

#include "base/tr.h"

namespace ipcscope {
namespace {

// -1 = not known.
std::int64_t filling(const Snapshot& snapshot, const SeenObject& object) {
    const auto& kind = *snapshot.kind(object).kind;
    const auto field = kind.filling[0] ? field_index(kind, kind.filling) : no_kind;
    if (field == no_kind) return -1;
    const auto& cell = snapshot.cell(object, field);
    return cell.state == CellState::known ? cell.number : -1;
}

// Lists are messages or semaphores; figures alone are no contents.
bool holds_contents(const Fields& state) {
    for (const auto& [name, value] : state) {
        if (const auto* list = value.as<List>(); list && !list->empty()) return true;
        if (const auto* octets = value.as<std::string>(); octets && name == "contents" && !octets->empty())
            return true;
    }
    return false;
}

bool tells_contents(const Fields& state) {
    for (const auto& [name, value] : state)
        if (name == "contents" || value.as<List>()) return true;
    return false;
}

}  // namespace

bool loses_contents(const MonitoredKind& kind, const ActionSpec& removal) {
    return removal.kind == ActionKind::remove && kind.peekable && !removal.keeps_contents;
}

Savable savable(const Snapshot& snapshot, const SeenObject& object, const Result<Peeked>& peeked) {
    using What = Savable::What;
    const auto filled = filling(snapshot, object);
    if (!peeked) {
        if (filled == 0) return {What::nothing};
        return {What::unknown, peeked.error().text()};
    }
    if (holds_contents(peeked->state)) return {peeked->note.empty() ? What::whole : What::part, peeked->note};
    // It may have been emptied since; but a look that shows no contents does not say so.
    if (filled == 0 || (tells_contents(peeked->state) && peeked->note.empty())) return {What::nothing};
    if (!peeked->note.empty()) return {What::unknown, peeked->note};
    if (filled > 0) return {What::unknown, IPC_TR("a look at it shows no contents")};
    return {What::nothing};
}

}  // namespace ipcscope

#include "snapshot/snapshot.h"

#include "base/tr.h"
#include "snapshot/ref.h"

#include <algorithm>

namespace ipcscope {

const char* tier_words(Tier tier) {
    switch (tier) {
        case Tier::everyone: return IPC_TR("what everybody may read");
        case Tier::same_user: return IPC_TR("what the same user may read");
        case Tier::privileged: return IPC_TR("read with a privilege");
        case Tier::fetched: return IPC_TR("a descriptor was fetched for a moment");
        case Tier::tracer: return IPC_TR("a program in the kernel");
    }
    return "";
}

Value Snapshot::value(const SeenObject& object, std::size_t field) const {
    const auto& seen = cell(object, field);
    if (seen.state != CellState::known) return {};
    const auto& type = kind(object).kind->fields[field].type;
    if (type.kind == Kind::text || type.kind == Kind::bytes || type.kind == Kind::path)
        return std::string(text(seen.text));
    return seen.number;
}

std::string Snapshot::ref(const SeenObject& object) const {
    return std::string(kind(object).kind->prefix) + ":" + std::string(text(object.key));
}

std::optional<ObjectIndex> Snapshot::find(std::string_view ref) const {
    const auto parts = split_ref(ref);
    const auto wanted = kind_of_prefix(parts.prefix);
    if (wanted == no_kind) return {};
    const auto before = [&](const SeenObject& object, std::string_view key) {
        return object.kind != wanted ? object.kind < wanted : text(object.key) < key;
    };
    const auto found = std::lower_bound(objects.begin(), objects.end(), parts.key, before);
    if (found == objects.end() || found->kind != wanted || text(found->key) != parts.key) return {};
    return static_cast<ObjectIndex>(found - objects.begin());
}

std::optional<ProcessIndex> Snapshot::process(pid_t pid) const {
    const auto found =
        std::lower_bound(processes.begin(), processes.end(), pid,
                         [](const SeenProcess& process, pid_t wanted) { return process.pid < wanted; });
    if (found == processes.end() || found->pid != pid) return {};
    return static_cast<ProcessIndex>(found - processes.begin());
}

std::size_t Snapshot::bytes() const {
    const auto of = [](const auto& all) { return all.capacity() * sizeof all[0]; };
    return of(processes) + of(objects) + of(holds) + of(waits) + of(ends) + of(cells) + of(gaps) +
           texts.capacity() + of(text_begins);
}

}  // namespace ipcscope

#include "monitor/advice_words.h"

#include "base/tr.h"
#include "schema/text.h"

#include <algorithm>
#include <utility>

namespace ipcscope {
namespace {

bool plain(std::string_view octets) {
    return std::all_of(octets.begin(), octets.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

}  // namespace

void tell(Finding& finding, Phrase sentence) {
    finding.words += (finding.words.empty() ? "" : " ") + in_english(sentence);
    finding.sentences.push_back(std::move(sentence));
}

void prove(Finding& finding, Phrase fact) {
    finding.evidence.push_back(in_english(fact));
    finding.facts.push_back(std::move(fact));
}

Phrase object_phrase(const Snapshot& snapshot, const SeenObject& object) {
    const auto& kind = *snapshot.kind(object).kind;
    const auto name = snapshot.text(object.name);
    return phrase("%1 %2", phrase(kind.label),
                  as_it_is(name.empty()  ? snapshot.ref(object)
                           : plain(name) ? std::string(name)
                                         : quote(name)));
}

Phrase processes_phrase(const Snapshot& snapshot, const std::vector<ProcessIndex>& processes) {
    constexpr std::size_t most = 5;
    const auto shown = std::min(processes.size(), most);
    Phrase out;
    for (std::size_t i = 0; i < shown; ++i) {
        auto one = as_it_is(process_words(snapshot, processes[i]));
        if (i == 0)
            out = std::move(one);
        else
            out = phrase(i + 1 == processes.size() ? IPC_TR("%1 and %2") : "%1, %2", std::move(out),
                         std::move(one));
    }
    if (processes.size() > shown)
        out = phrase(IPC_TR("%1 and %2 more"), std::move(out),
                     as_it_is(std::to_string(processes.size() - shown)));
    return out;
}

std::vector<ProcessIndex> few_unseen(const Snapshot& snapshot) {
    constexpr std::size_t most = 3;
    std::vector<ProcessIndex> out;
    // What somebody else could see is not for this list.
    if (!snapshot.processes_complete || !snapshot.owners || snapshot.needs != 0) return out;
    for (ProcessIndex i = 0; i < snapshot.processes.size(); ++i) {
        const auto& one = snapshot.processes[i];
        if (one.descriptors_errno != 0 || one.maps_errno != 0 || one.calls_errno != 0) out.push_back(i);
        if (out.size() > most) return {};
    }
    return out;
}

Phrase unseen_phrase(const Snapshot& snapshot) {
    const auto few = few_unseen(snapshot);
    if (few.empty()) return phrase(IPC_TR("processes that cannot be looked into"));
    return phrase(IPC_TR("%1, which cannot be looked into,"), processes_phrase(snapshot, few));
}

Phrase age_phrase(std::int64_t seconds) {
    const auto many = [](std::int64_t count, const char* one, const char* more) {
        return count == 1 ? phrase(one) : phrase(more, as_it_is(std::to_string(count)));
    };
    if (seconds < 120)
        return many(std::max<std::int64_t>(seconds, 0), IPC_TR("1 second"), IPC_TR("%1 seconds"));
    if (seconds < 7200) return many(seconds / 60, "", IPC_TR("%1 minutes"));
    if (seconds < 48 * 3600) return many(seconds / 3600, "", IPC_TR("%1 hours"));
    return many(seconds / (24 * 3600), "", IPC_TR("%1 days"));
}

const Cell* known_cell(const Snapshot& snapshot, const SeenObject& object, std::string_view field) {
    if (field.empty()) return nullptr;
    const auto index = field_index(*snapshot.kind(object).kind, field);
    if (index == no_kind) return nullptr;
    const auto& cell = snapshot.cell(object, index);
    return cell.state == CellState::known ? &cell : nullptr;
}

bool is_stale(const Snapshot& snapshot, const SeenObject& object) {
    if (const auto* stale = known_cell(snapshot, object, "stale")) return stale->number != 0;
    const auto* state = known_cell(snapshot, object, "state");
    if (!state) return false;
    const auto& kind = *snapshot.kind(object).kind;
    const auto& names = kind.fields[field_index(kind, "state")].type.names;
    return std::any_of(names.begin(), names.end(), [&](const NamedValue& name) {
        return name.value == state->number && std::string_view(name.name) == "stale";
    });
}

Phrase field_phrase(const Snapshot& snapshot, const SeenObject& object, std::size_t field) {
    const auto& spec = snapshot.kind(object).kind->fields[field];
    const auto value = snapshot.value(object, field);
    const auto* number = value.as<std::int64_t>();
    auto text = spec.type.kind == Kind::integer && number && spec.type.unit != Unit::none
                    ? print_quantity(*number, spec.type.unit)
                    : print_value(spec.type, value);
    return phrase("%1: %2", phrase(spec.label), as_it_is(text));
}

const SeenObject* same_object(const Snapshot& snapshot, const SeenObject& object, const Snapshot& other) {
    const auto found = other.find(snapshot.ref(object));
    if (!found) return nullptr;
    const auto& seen = other.objects[*found];
    const bool same =
        seen.space == object.space && seen.creator == object.creator && seen.created == object.created;
    return same ? &seen : nullptr;
}

bool same_process(const SeenProcess& a, const SeenProcess& b) {
    return a.pid == b.pid && a.start_ticks == b.start_ticks;
}

}  // namespace ipcscope

#include "cli/monitor_source.h"

#include "filter/filter.h"
#include "schema/registry.h"
#include "schema/text.h"

#include <cstdio>
#include <fmt/format.h>
#include <set>
#include <unistd.h>

namespace ipcscope::cli {

std::shared_ptr<MonitorClient> open_probe() {
    auto client = MonitorClient::start();
    if (client) return std::move(*client);
    fmt::print(stderr, "ipcscope-cli: {}\n", client.error().text());
    return nullptr;
}

std::optional<Machine> look_at_machine() {
    Machine out;
    out.client = open_probe();
    if (!out.client) return {};
    auto snapshot = out.client->sample();
    if (!snapshot) {
        fmt::print(stderr, "ipcscope-cli: {}\n", snapshot.error().text());
        return {};
    }
    out.snapshot = std::move(*snapshot);
    return out;
}

std::optional<ObjectIndex> one_object(const Snapshot& snapshot, const std::string& text) {
    const auto found = look_up(snapshot, text);
    if (found.objects.size() == 1) return found.objects.front();
    if (found.objects.empty()) {
        fmt::print(
            stderr, "ipcscope-cli: {}{}\n", found.problem,
            found.near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(found.near, " or ")));
        return {};
    }
    fmt::print(stderr, "ipcscope-cli: '{}' names {} objects: say which\n", printable(text),
               found.objects.size());
    for (const auto object : found.objects)
        fmt::print(stderr, "  {}\n", snapshot.ref(snapshot.objects[object]));
    return {};
}

std::optional<RowFilter> read_row_filter(const std::string& text) {
    const auto table = monitor_fields();
    const auto parsed = parse_filter(table, text);
    if (!parsed.filter) {
        fmt::print(stderr, "ipcscope-cli: --filter is not valid:\n{}", underlined(text, parsed.errors[0]));
        return {};
    }
    for (const auto& doubt : parsed.doubts)
        fmt::print(stderr, "ipcscope-cli: --filter likely does not mean what it says:\n{}",
                   underlined(text, doubt));
    return RowFilter(*parsed.filter);
}

bool known_mechanism(const std::string& mechanism) {
    if (mechanism.empty()) return true;
    std::vector<std::string> known;
    for (const auto* spec : monitor_specs()) {
        if (mechanism == spec->mechanism) return true;
        known.emplace_back(spec->mechanism);
    }
    const auto near = nearest(mechanism.substr(0, 64), known);
    fmt::print(stderr, "ipcscope-cli: there is no mechanism '{}' that is watched{}\n",
               mechanism.substr(0, 64), near.empty() ? "" : fmt::format(": did you mean {}?", near.front()));
    return false;
}

void tell_gaps(const Snapshot& snapshot) {
    std::set<std::pair<TextIndex, TextIndex>> told;  // several mechanisms may lack the same
    for (const auto& gap : snapshot.gaps)
        if (told.emplace(gap.words, gap.needs).second) tell_gap(snapshot, gap);
}

void tell_gap(const Snapshot& snapshot, const SeenGap& gap) {
    const auto needs = snapshot.text(gap.needs);
    fmt::print(stderr, "not shown: {}{}\n", printable(snapshot.text(gap.words)),
               needs.empty() ? "" : fmt::format(" (not permitted, needs {})", printable(needs)));
}

bool confirmed_at_terminal(const std::string& question) {
    fmt::print(stderr, "{} Type yes to go on: ", question);
    char line[64] = {};
    if (!std::fgets(line, sizeof line, stdin)) return false;
    return std::string_view(line) == "yes\n";
}

std::string title_of(const Snapshot& snapshot, ObjectIndex index) {
    const auto& object = snapshot.objects[index];
    const auto ref = snapshot.ref(object);
    const auto name = printable(snapshot.text(object.name));
    const bool more = !name.empty() && ref.find(name) == std::string::npos;
    return fmt::format("{} {}{}", snapshot.kind(object).kind->label, ref,
                       more ? fmt::format(" ({})", name) : "");
}

std::string hold_text(const SeenHold& hold) {
    std::string out = hold_words(hold.kind);
    if (hold.fd >= 0) out += fmt::format(" as fd {}", hold.fd);
    if (hold.count > 1) out += fmt::format(" {} times", hold.count);
    if (const std::string access = access_words(hold.access); !access.empty()) out += ", " + access;
    return out;
}

std::string wait_text(const Snapshot& snapshot, const SeenWait& wait) {
    std::string out = wait.any != 0 ? "waits for any of several" : "waits";
    if (const auto words = snapshot.text(wait.words); !words.empty())
        out += fmt::format(" for {}", printable(words));
    else if (wait.direction == Access::read)
        out += " for something to come";
    else if (wait.direction == Access::write)
        out += " for room";
    if (wait.fd >= 0) out += fmt::format(", on fd {}", wait.fd);
    const auto process = wait.process < snapshot.processes.size() ? snapshot.processes[wait.process].pid : 0;
    if (wait.thread != 0 && wait.thread != process) out += fmt::format(", in thread {}", wait.thread);
    if (wait.timed) out += ", with a time limit";
    if (wait.since_ns != 0 && wait.since_ns < snapshot.taken_ns)
        out += fmt::format(", since {} at least", age_words(snapshot.taken_ns - wait.since_ns));
    return out;
}

std::string state_text(const Snapshot& snapshot, const SeenObject& object, bool levels) {
    const auto& fields = snapshot.kind(object).kind->fields;
    std::string out, forbidden;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (levels && !fields[i].level) continue;
        const auto cell = field_cell(snapshot, object, i);
        if (cell.state == CellState::absent || cell.text.empty()) continue;
        if (levels && cell.state == CellState::not_permitted && forbidden.empty()) forbidden = cell.text;
        if (levels && cell.state != CellState::known) continue;
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", fields[i].name, cell.text);
    }
    return out.empty() ? forbidden : out;
}

const ActionSpec* action_of(const MonitoredKind& kind, ActionKind what) {
    for (const auto& action : kind.actions)
        if (action.kind == what) return &action;
    return nullptr;
}

}  // namespace ipcscope::cli

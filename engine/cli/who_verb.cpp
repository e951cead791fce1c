// ipcscope-cli who: who has to do with an object, in plain words; or with what a process has.
#include "cli/monitor_source.h"
#include "cli/monitor_verbs.h"
#include "cli/output.h"
#include "cli/snapshot_json.h"
#include "cli/verbs.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

std::string owner_line(const Snapshot& snapshot, ObjectIndex index) {
    const auto& object = snapshot.objects[index];
    std::string out;
    if (object.mode >= 0) out += fmt::format("mode {:04o}", object.mode);
    if (object.uid != ~0u) out += fmt::format("{}of {}", out.empty() ? "" : ", ", user_words(object.uid));
    if (const auto age = cell_text(snapshot, index, *object_column("age")); !age.empty())
        out += fmt::format("{}made or changed {} ago", out.empty() ? "" : ", ", age);
    if (const auto by = cell_text(snapshot, index, *object_column("creator")); !by.empty())
        out += fmt::format("{}made by {}", out.empty() ? "" : ", ", by);
    return out;
}

void holders(const Snapshot& snapshot, const SeenObject& object, const char* indent, std::string& out) {
    if (!snapshot.kind(object).kind->held) return;
    bool any = false;
    for (const auto& hold : snapshot.holds_of(object)) {
        any |= is_holder(hold.kind);
        out += fmt::format("{}{} {}\n", indent, process_words(snapshot, hold.process), hold_text(hold));
    }
    if (!any && object.holders_complete)
        out += fmt::format("{}nobody holds it\n", indent);
    else if (!object.holders_complete)
        out += fmt::format("{}{}: {}\n", indent,
                           any ? "others may hold it, too" : "whether anybody holds it is not known",
                           unseen_cell(snapshot).text);
    for (const auto& wait : snapshot.waits_of(object))
        out += fmt::format("{}{} {}\n", indent, process_words(snapshot, wait.process),
                           wait_text(snapshot, wait));
    if (!object.waiters_complete)
        out += fmt::format("{}{} wait for it: {}\n", indent,
                           object.wait_count > 0 ? "whether others, too," : "whether others",
                           unseen_cell(snapshot).text);
}

std::string object_text(const Snapshot& snapshot, ObjectIndex index) {
    const auto& object = snapshot.objects[index];
    auto out = title_of(snapshot, index) + "\n";
    if (const auto line = owner_line(snapshot, index); !line.empty()) out += "  " + line + "\n";
    if (const auto state = state_text(snapshot, object, false); !state.empty()) out += "  " + state + "\n";
    if (object.removed) out += "  removed, or without its name; it goes when the last one lets go of it\n";
    out += fmt::format("  seen by: {}\n", tier_words(object.tier));
    holders(snapshot, object, "  ", out);
    for (const auto end : snapshot.ends_of(object)) {
        if (end >= snapshot.objects.size()) continue;
        out += fmt::format("  at the other end: {}\n", title_of(snapshot, end));
        holders(snapshot, snapshot.objects[end], "    ", out);
    }
    return out;
}

// Who could end a wait on this object: those who hold it, or its other ends, and are not the one that waits.
void others_of(const Snapshot& snapshot, const SeenObject& object, ProcessIndex me, std::string& out) {
    const auto tell = [&](const SeenObject& of, const std::string& where) {
        for (const auto& hold : snapshot.holds_of(of))
            if (hold.process != me && is_holder(hold.kind))
                out += fmt::format("      {}{} {}\n", where, process_words(snapshot, hold.process),
                                   hold_text(hold));
    };
    tell(object, "");
    for (const auto end : snapshot.ends_of(object))
        if (end < snapshot.objects.size())
            tell(snapshot.objects[end], fmt::format("other end {}: ", snapshot.ref(snapshot.objects[end])));
}

// Who else has it, or its other end: "with cat (4711) reads".
std::string with_whom(const Snapshot& snapshot, const SeenObject& object, ProcessIndex me) {
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    std::size_t all = 0;
    const auto add = [&](const SeenObject& of) {
        for (const auto process : holders_of(snapshot, of))
            if (process != me && ++all <= most) names.push_back(holder_words(snapshot, of, process));
    };
    add(object);
    for (const auto end : snapshot.ends_of(object))
        if (end < snapshot.objects.size()) add(snapshot.objects[end]);
    if (all == 0) return {};
    if (all > most) names.push_back(fmt::format("{} more", all - most));
    return fmt::format("; with {}", fmt::join(names, ", "));
}

std::string why_unseen(int error) {
    switch (error) {
        case EACCES:
        case EPERM: return "not permitted, needs CAP_SYS_PTRACE";
        case ETIMEDOUT: return "left out, it did not answer in time before";
        case EOVERFLOW: return "not all of it, there is too much";
        case ENOENT:
        case ESRCH: return "not known, it was just ending";
        case ENOSYS: return "not known, the calls of a 32-bit program have other numbers";
        default: return fmt::format("cannot be read ({})", errno_name(error));
    }
}

std::string process_text(const Snapshot& snapshot, ProcessIndex index) {
    const auto& process = snapshot.processes[index];
    const auto seen = involvement_of(snapshot, index);
    auto out = process_words(snapshot, index) + fmt::format(", of {}", user_words(process.uid));
    if (process.ours) out += ", of this program";
    out += "\n";
    if (const auto line = printable(snapshot.text(process.command)); !line.empty()) out += "  " + line + "\n";
    const auto tell = [&](const char* what, int error) {
        if (error != 0) out += fmt::format("  {}: {}\n", what, why_unseen(error));
    };
    tell("what it has open", process.descriptors_errno);
    tell("what it has mapped", process.maps_errno);
    tell("what it waits for", process.calls_errno);
    if (!seen.waits.empty()) out += "  waits for\n";
    for (const auto* wait : seen.waits) {
        out += fmt::format("    {}: {}\n", title_of(snapshot, wait->object), wait_text(snapshot, *wait));
        others_of(snapshot, snapshot.objects[wait->object], index, out);
    }
    if (!seen.holds.empty()) out += "  has to do with\n";
    for (const auto* hold : seen.holds)
        out += fmt::format("    {}: {}{}\n", title_of(snapshot, hold->object), hold_text(*hold),
                           with_whom(snapshot, snapshot.objects[hold->object], index));
    if (seen.holds.empty() && seen.waits.empty() && process.descriptors_errno == 0)
        out += "  holds no IPC object that can be seen\n";
    return out;
}

std::optional<ProcessIndex> process_of(const Snapshot& snapshot, const std::string& text, bool& is_pid) {
    pid_t pid = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, pid);
    is_pid = error == std::errc() && at == end && pid > 0;
    return is_pid ? snapshot.process(pid) : std::nullopt;
}

}  // namespace

int who_verb(const WhoCommand& command) {
    const auto machine = look_at_machine();
    if (!machine) return our_failure;
    const auto& snapshot = *machine->snapshot;
    bool is_pid = false;
    const auto process = process_of(snapshot, command.what, is_pid);
    if (is_pid && !process) {
        fmt::print(stderr, "ipcscope-cli: there is no process {} now\n", command.what);
        return cannot_run;
    }
    const auto found = is_pid ? Looked() : look_up(snapshot, command.what);
    if (!is_pid && found.objects.empty()) {
        fmt::print(
            stderr, "ipcscope-cli: {}{}\n", found.problem,
            found.near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(found.near, " or ")));
        return cannot_run;
    }
    Output out;
    if (command.json) {
        auto document = head_json(snapshot);
        if (process) document["of_process"] = process_json(snapshot, *process);
        document["objects"] = Json::array();
        for (const auto object : found.objects)
            document["objects"].push_back(object_json(snapshot, object));
        if (process) {
            std::vector<ObjectIndex> all;
            for (const auto* hold : involvement_of(snapshot, *process).holds)
                all.push_back(hold->object);
            for (const auto* wait : involvement_of(snapshot, *process).waits)
                all.push_back(wait->object);
            std::sort(all.begin(), all.end());
            all.erase(std::unique(all.begin(), all.end()), all.end());
            for (const auto object : all)
                document["objects"].push_back(object_json(snapshot, object));
        }
        document["gaps"] = gaps_json(snapshot);
        out.write(dumped(document, true));
    } else if (process) {
        out.write(process_text(snapshot, *process));
    } else {
        for (const auto object : found.objects)
            out.write(object_text(snapshot, object));
    }
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli

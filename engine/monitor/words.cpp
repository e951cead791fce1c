// What a person reads of a snapshot.
#include "base/tr.h"
#include "base/utf8.h"
#include "monitor/rows.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <map>

namespace ipcscope {

std::string printable(std::string_view octets) {
    std::string out;
    while (!octets.empty()) {
        const auto fault = utf8_fault(octets);
        const auto good = octets.substr(0, fault);
        for (const char c : good) {
            const auto octet = static_cast<unsigned char>(c);
            if (octet < 0x20 || octet == 0x7f)
                out += fmt::format("\\x{:02x}", octet);
            else
                out += c;
        }
        octets.remove_prefix(good.size());
        if (octets.empty()) break;
        out += fmt::format("\\x{:02x}", static_cast<unsigned char>(octets.front()));
        octets.remove_prefix(1);
    }
    return out;
}

std::string age_words(std::int64_t ns) {
    const auto seconds = std::max<std::int64_t>(ns, 0) / 1'000'000'000;
    const auto minutes = seconds / 60, hours = minutes / 60, days = hours / 24;
    if (seconds < 120) return fmt::format("{} s", seconds);
    if (minutes < 120) return fmt::format("{} min", minutes);
    if (hours < 48)
        return minutes % 60 ? fmt::format("{} h {} min", hours, minutes % 60) : fmt::format("{} h", hours);
    return fmt::format("{} days", days);
}

// From the file alone: a name service may hang, and a number is an answer, too.
std::string user_words(std::uint32_t uid) {
    static const auto names = [] {
        std::map<std::uint32_t, std::string> out;
        std::ifstream file("/etc/passwd");
        for (std::string line; std::getline(file, line);) {
            const auto first = line.find(':');
            const auto second = first == std::string::npos ? first : line.find(':', first + 1);
            if (second == std::string::npos) continue;
            std::uint32_t id = 0;
            const char* begin = line.data() + second + 1;
            if (std::from_chars(begin, line.data() + line.size(), id).ec == std::errc())
                out.emplace(id, line.substr(0, first));
        }
        return out;
    }();
    if (uid == ~0u) return {};
    const auto found = names.find(uid);
    return found == names.end() ? fmt::format("{}", uid) : printable(found->second);
}

const char* hold_words(Hold hold) {
    switch (hold) {
        case Hold::descriptor: return IPC_TR("has it open");
        case Hold::mapping: return IPC_TR("has it mapped");
        case Hold::attachment: return IPC_TR("has it attached");
        case Hold::owner: return IPC_TR("owns it");
        case Hold::creator: return IPC_TR("made it");
        case Hold::last_user: return IPC_TR("used it last");
        case Hold::listener: return IPC_TR("asked to be told of it");
    }
    return "";
}

const char* access_words(Access access) {
    switch (access) {
        case Access::unknown: return "";
        case Access::read: return IPC_TR("reads");
        case Access::write: return IPC_TR("writes");
        case Access::both: return IPC_TR("reads and writes");
    }
    return "";
}

bool is_holder(Hold hold) {
    return hold != Hold::creator && hold != Hold::last_user;
}

static void sort_distinct(std::vector<ProcessIndex>& all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

std::vector<ProcessIndex> holders_of(const Snapshot& snapshot, const SeenObject& object) {
    std::vector<ProcessIndex> out;
    for (const auto& hold : snapshot.holds_of(object))
        if (is_holder(hold.kind) && hold.process < snapshot.processes.size()) out.push_back(hold.process);
    sort_distinct(out);
    return out;
}

std::vector<ProcessIndex> waiters_of(const Snapshot& snapshot, const SeenObject& object) {
    std::vector<ProcessIndex> out;
    for (const auto& wait : snapshot.waits_of(object))
        if (wait.process < snapshot.processes.size()) out.push_back(wait.process);
    sort_distinct(out);
    return out;
}

bool is_own(const Snapshot& snapshot, const SeenObject& object, pid_t program, pid_t probe) {
    if (probe <= 0) return false;
    const auto pid_of = [&](const SeenHold& hold) {
        return hold.process < snapshot.processes.size() ? snapshot.processes[hold.process].pid : 0;
    };
    const auto probe_has = [&](const SeenObject& one) {
        const auto holds = snapshot.holds_of(one);
        return std::any_of(holds.begin(), holds.end(),
                           [&](const SeenHold& hold) { return pid_of(hold) == probe; });
    };
    const auto ends = snapshot.ends_of(object);
    if (!probe_has(object) && std::none_of(ends.begin(), ends.end(),
                                           [&](ObjectIndex end) { return probe_has(snapshot.objects[end]); }))
        return false;
    const auto holds = snapshot.holds_of(object);
    return std::all_of(holds.begin(), holds.end(), [&](const SeenHold& hold) {
        return !is_holder(hold.kind) || pid_of(hold) == 0 || pid_of(hold) == program || pid_of(hold) == probe;
    });
}

std::string process_words(const Snapshot& snapshot, ProcessIndex process) {
    if (process >= snapshot.processes.size()) return "a process that is gone";
    const auto& seen = snapshot.processes[process];
    return fmt::format("{} ({})", printable(snapshot.text(seen.name)), seen.pid);
}

std::string holder_words(const Snapshot& snapshot, const SeenObject& object, ProcessIndex process) {
    bool reads = false, writes = false;
    for (const auto& hold : snapshot.holds_of(object)) {
        if (hold.process != process || !is_holder(hold.kind)) continue;
        reads |= hold.access == Access::read;
        writes |= hold.access == Access::write;
    }
    const auto words = process_words(snapshot, process);
    if (!reads && !writes) return words;
    return words + " " + access_words(reads && writes ? Access::both : reads ? Access::read : Access::write);
}

}  // namespace ipcscope

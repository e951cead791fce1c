// One object of a snapshot, asked for by its reference: for tests of the monitor.
#pragma once

#include "monitor/client.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace ipcscope::testing {

class Look {
public:
    Look(const Snapshot& snapshot, const std::string& ref)
        : snapshot_(snapshot), index_(snapshot.find(ref)) {}
    explicit operator bool() const { return index_.has_value(); }
    const SeenObject& object() const { return snapshot_.objects[*index_]; }
    std::string name() const { return std::string(snapshot_.text(object().name)); }

    const Cell& cell(std::string_view field) const {
        static const Cell none;
        if (!index_) return none;
        const auto at = field_index(*snapshot_.kind(object()).kind, field);
        return at == no_kind ? none : snapshot_.cell(object(), at);
    }
    // Nothing known: -1.
    std::int64_t number(std::string_view field) const {
        return cell(field).state == CellState::known ? cell(field).number : -1;
    }
    std::string text(std::string_view field) const { return std::string(snapshot_.text(cell(field).text)); }

    // References of its other ends.
    std::set<std::string> ends() const {
        std::set<std::string> all;
        if (index_)
            for (const auto end : snapshot_.ends_of(object()))
                all.insert(snapshot_.ref(snapshot_.objects[end]));
        return all;
    }
    // The descriptors that a process has of it: all that it can do with them.
    unsigned access(pid_t pid) const {
        unsigned all = 0;
        if (index_)
            for (const auto& hold : snapshot_.holds_of(object()))
                if (snapshot_.processes[hold.process].pid == pid) all |= static_cast<unsigned>(hold.access);
        return all;
    }
    std::set<pid_t> holders() const {
        std::set<pid_t> all;
        if (index_)
            for (const auto& hold : snapshot_.holds_of(object()))
                all.insert(snapshot_.processes[hold.process].pid);
        return all;
    }
    const SeenWait* wait_of(pid_t pid) const {
        if (!index_) return nullptr;
        const auto waits = snapshot_.waits_of(object());
        const auto found = std::find_if(waits.begin(), waits.end(), [&](const SeenWait& wait) {
            return snapshot_.processes[wait.process].pid == pid;
        });
        return found == waits.end() ? nullptr : &*found;
    }

private:
    const Snapshot& snapshot_;
    std::optional<ObjectIndex> index_;
};

// Does a gap say this, and does it need that?
inline bool has_gap(const Snapshot& snapshot, std::string_view words, std::string_view needs = {}) {
    return std::any_of(snapshot.gaps.begin(), snapshot.gaps.end(), [&](const SeenGap& gap) {
        return snapshot.text(gap.words).find(words) != std::string_view::npos &&
               (needs.empty() || snapshot.text(gap.needs) == needs);
    });
}

inline std::string gaps_of(const Snapshot& snapshot) {
    std::string all;
    for (const auto& gap : snapshot.gaps)
        all += std::string(snapshot.text(gap.words)) + " [" + std::string(snapshot.text(gap.needs)) + "]\n";
    return all;
}

}  // namespace ipcscope::testing

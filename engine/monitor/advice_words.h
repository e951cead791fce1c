// How findings name things.
#pragma once

#include "monitor/advisor.h"
#include "monitor/commands.h"
#include "monitor/phrase.h"
#include "monitor/rows.h"

#include <string>
#include <string_view>

namespace ipcscope {

// What a rule reads, and where it puts what it found.
struct Look {
    const Snapshot& now;
    const Snapshot* before;  // nullptr = there is none
    std::vector<Finding>& out;
};

Phrase object_phrase(const Snapshot& snapshot, const SeenObject& object);  // "Pipe pipe:[4711]"
Phrase processes_phrase(const Snapshot& snapshot,
                        const std::vector<ProcessIndex>& processes);  // "a (1) and b (2)"
// Processes that cannot be looked into, if they are so few that they can be named.
std::vector<ProcessIndex> few_unseen(const Snapshot& snapshot);
// "a (1), which cannot be looked into," or "processes that cannot be looked into".
Phrase unseen_phrase(const Snapshot& snapshot);
Phrase age_phrase(std::int64_t seconds);  // "3 hours"
// A field by its name; nullptr = the kind has none, or it is not known.
const Cell* known_cell(const Snapshot& snapshot, const SeenObject& object, std::string_view field);
Phrase field_phrase(const Snapshot& snapshot, const SeenObject& object, std::size_t field);  // "Bytes: 3 KiB"
// One more sentence of what a finding says; one more fact that shows it.
void tell(Finding& finding, Phrase sentence);
void prove(Finding& finding, Phrase fact);
// Its name leads to nothing: a field `stale`, or a `state` that is called so.
bool is_stale(const Snapshot& snapshot, const SeenObject& object);
// The same object in the other snapshot (not another one that got its key later); nullptr = was not there.
const SeenObject* same_object(const Snapshot& snapshot, const SeenObject& object, const Snapshot& other);
bool same_process(const SeenProcess& a, const SeenProcess& b);
// It holds on to it, rather than having left a trace only.
inline bool real_hold(Hold kind) {
    return kind != Hold::creator && kind != Hold::last_user;
}

// advice_objects.cpp: of single objects.
void find_leaks(const Look& look);
void find_nearly_full(const Look& look);
void find_removed(const Look& look);
void find_marked(const Look& look);   // what a kind says itself, by fields of agreed names (see advisor.md)
void find_stopped(const Look& look);  // locks whose owner is stopped
void find_pending(const Look& look);  // signals that do not arrive
// advice_stuck.cpp: chains of waits.
void find_stuck(const Look& look);

}  // namespace ipcscope

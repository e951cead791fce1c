// A probe and a snapshot of the machine, for verbs; what goes wrong is told on standard error.
#pragma once

#include "monitor/client.h"
#include "monitor/lookup.h"
#include "monitor/rows.h"
#include "snapshot/command.h"

#include <memory>
#include <optional>
#include <string>

namespace ipcscope::cli {

struct Machine {
    std::shared_ptr<MonitorClient> client;
    std::shared_ptr<const Snapshot> snapshot;
};
std::shared_ptr<MonitorClient> open_probe();  // nullptr = told
std::optional<Machine> look_at_machine();     // nothing = told
// The one object that the text names; nothing = told, with what looks like it.
std::optional<ObjectIndex> one_object(const Snapshot& snapshot, const std::string& text);
// Nothing = told, with the place underlined.
std::optional<RowFilter> read_row_filter(const std::string& text);
bool known_mechanism(const std::string& mechanism);  // "" = all; false = told
void tell_gaps(const Snapshot& snapshot);            // on standard error
void tell_gap(const Snapshot& snapshot, const SeenGap& gap);
// "yes" at the terminal; nothing else than that counts.
bool confirmed_at_terminal(const std::string& question);

// "Unix socket unix:[4711]", with its name if the reference does not have it.
std::string title_of(const Snapshot& snapshot, ObjectIndex object);
// "has it open as fd 3, writes".
std::string hold_text(const SeenHold& hold);
std::string wait_text(const Snapshot& snapshot, const SeenWait& wait);
// All fields that are known, or why not: "messages 3, cbytes 12 bytes"; `levels`: only levels that are known,
// or why none is.
std::string state_text(const Snapshot& snapshot, const SeenObject& object, bool levels);
const ActionSpec* action_of(const MonitoredKind& kind, ActionKind what);  // nullptr = none

}  // namespace ipcscope::cli

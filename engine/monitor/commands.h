// Commands for a shell that do to an object what an action does, out of the patterns of the specs.
#pragma once

#include "snapshot/command.h"

#include <string>
#include <string_view>

namespace ipcscope {

// Does what the pattern calls it by ({key}, {name}, {path}) mean this object here, and no other one? Not of
// what has lost its name, of what lies in another tree of files, nor of an id of another namespace.
bool names_only(const Snapshot& snapshot, const SeenObject& object, std::string_view pattern);
// It lies in another namespace than the probe, which does nothing there.
bool lies_elsewhere(const Snapshot& snapshot, const SeenObject& object);

// The command of an action, each value as one word of the shell. "" = none would do it to this object and to
// nothing else. Of another IPC namespace it goes there first, through a process that lives in it.
std::string shell_command(const Snapshot& snapshot, const SeenObject& object, const ActionSpec& action,
                          const Fields& args);
// Of the action that removes it; "" = there is none.
std::string remove_command(const Snapshot& snapshot, const SeenObject& object);

}  // namespace ipcscope

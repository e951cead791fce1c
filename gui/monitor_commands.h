// Patterns of the specs with an object's own values in them: what a shell would do, what a program says.
#pragma once

#include "snapshot/command.h"
#include "snapshot/snapshot.h"

#include <string>
#include <string_view>

namespace ipcscope {

// The call of an OpenSpec, for a line of a program.
std::string openLine(const Snapshot& snapshot, const SeenObject& object, const OpenSpec& open);
// Does it mean this object and no other one, and are all fields that it names known?
bool canOpen(const Snapshot& snapshot, const SeenObject& object, const OpenSpec& open);
// The lines of a program for it: what the first call gives gets the name, which {it} means in those that
// follow.
std::string openProgram(std::string_view calls, const std::string& worker, const std::string& name);
// All of a peek as text that a person and a program can read.
std::string savedText(const Snapshot& snapshot, const SeenObject& object, const Fields& state,
                      std::string_view how);

}  // namespace ipcscope

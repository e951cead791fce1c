// What a recording of the monitor consists of: the mechanism "machine", made of the kinds that are watched.
// It is in no registry of what can be driven; files that hold it are read with it.
#pragma once

#include "schema/spec.h"

#include <string>
#include <string_view>

namespace ipcscope {

inline constexpr char machine_id[] = "machine";
// The mechanism of an imported recording's calls that no mechanism here knows: its operations are what the
// file names, and nothing is wrong with them.
inline constexpr char syscall_id[] = "syscall";
const MechanismSpec& machine_spec();
// Of a kind by its references' prefix; with a field: of that level of it. nullptr = none.
const ObjectSpec* machine_object(std::string_view prefix, std::string_view field = {});

}  // namespace ipcscope

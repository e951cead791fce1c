// What an operation may meet that its run has not made: told from the schema alone (NameKind, Kind::path,
// OperationSpec::destructive), so that a recorded program is never run against others' objects without a
// word.
#pragma once

#include "schema/spec.h"

#include <string>

namespace ipcscope {

// Why a parameter with this value (as the program writes it; a Name is judged by whoever knows what it stands
// for) is not sure to mean something of the run's own: "/tmp/x is not in the run's directory". "" = it is, or
// it names nothing. English.
std::string outside_words(const ParamSpec& param, const Value& value);

// Does this parameter name anything, or a part of it (structures, arrays).
bool names_anything(const ParamSpec& param);
NameKind name_kind(const ParamSpec& param);  // Kind::path: name

// Does it open what is everybody's, whatever its arguments are: it makes a handle out of nothing that the run
// has, and a person would be asked before.
bool opens_others(const OperationSpec& operation);

}  // namespace ipcscope

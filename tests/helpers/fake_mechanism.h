// A mechanism with a parameter of every kind, for tests of what is derived from specs.
#pragma once

#include "schema/registry.h"

namespace ipcscope::testing {

const MechanismSpec& fake_spec();
const Registry& fake_registry();  // fake_spec() alone

}  // namespace ipcscope::testing

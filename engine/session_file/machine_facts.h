// What a recording was made on: kernel, processors, limits, rights. Nothing that names a person or a host.
#pragma once

#include "schema/registry.h"

#include <string>
#include <utility>
#include <vector>

namespace ipcscope {

// Key and value, in the order in which they are shown.
using MachineFacts = std::vector<std::pair<std::string, std::string>>;
MachineFacts machine_facts(const Registry& registry);

}  // namespace ipcscope

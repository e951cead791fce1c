// Contents that were looked at, for people and for files.
#pragma once

#include "mechanisms/monitor.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ipcscope::cli {

// What to ask the probe for, with all that it may need.
PeekRequest peek_request(const Snapshot& snapshot, ObjectIndex object);
std::string peeked_text(const KindRef& kind, const Peeked& peeked, std::uint64_t offset);
nlohmann::ordered_json peeked_json(const Snapshot& snapshot, ObjectIndex object, const Peeked& peeked);

}  // namespace ipcscope::cli

#pragma once

#include "cli/event_source.h"

#include <nlohmann/json_fwd.hpp>

namespace ipcscope::cli {

// Octets as {"utf8"} or {"base64"}, handles and workers as objects.
nlohmann::ordered_json value_json(const Value& value);
// One event as one JSON object, without a line end. The keys: session/FORMAT.md, "Events as JSON".
std::string event_json(const EventSource& source, const EventFacts& facts);

}  // namespace ipcscope::cli

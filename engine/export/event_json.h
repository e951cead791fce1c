#pragma once

#include "export/event_source.h"

#include <nlohmann/json_fwd.hpp>

namespace ipcscope {

// Octets as {"utf8"} or {"base64"}, handles and workers as objects.
nlohmann::ordered_json value_json(const Value& value);
// One event as one JSON object, without a line end. The keys: session/FORMAT.md, "Events as JSON".
std::string event_json(const EventSource& source, const EventDetails& facts);

}  // namespace ipcscope

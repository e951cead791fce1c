#pragma once

#include "cli/event_source.h"

namespace ipcscope::cli {

// One event as one JSON object, without a line end. The keys: session/FORMAT.md, "Events as JSON".
std::string event_json(const EventSource& source, const EventFacts& facts);

}  // namespace ipcscope::cli

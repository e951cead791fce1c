// Snapshots as JSON. The schema: engine/monitor/MONITOR.md.
#pragma once

#include "monitor/difference.h"
#include "snapshot/snapshot.h"

#include <nlohmann/json_fwd.hpp>

namespace ipcscope::cli {

using Json = nlohmann::ordered_json;

Json object_json(const Snapshot& snapshot, ObjectIndex object);
Json process_json(const Snapshot& snapshot, ProcessIndex process);
Json gaps_json(const Snapshot& snapshot);
// The head of every document: when, by whom, how long it took.
Json head_json(const Snapshot& snapshot);
// `now` is the snapshot after it, `before` the one before.
Json change_json(const ObjectChange& change, const Snapshot& before, const Snapshot& now);
std::string dumped(const Json& json, bool pretty);

}  // namespace ipcscope::cli

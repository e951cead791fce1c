// What can be read of a run, while it lives or after it: views, filters, statistics and exporters ask for no
// more than this, so that they work on any recording, whoever made it.
#pragma once

#include "runtime/event_store.h"
#include "runtime/flow_index.h"
#include "runtime/lane_index.h"
#include "runtime/run_state.h"
#include "schema/registry.h"

#include <cstdint>
#include <memory>

namespace ipcscope {

class Recording {
public:
    virtual ~Recording() = default;

    // --- any thread; references stay valid as long as the recording ---
    virtual const Registry& registry() const = 0;
    virtual const EventStore& events() const = 0;
    virtual const FlowTable& flows() const = 0;
    virtual const CallTable& calls() const = 0;
    virtual const LaneIndex& lanes() const = 0;
    virtual const FlowIndex& flow_index() const = 0;
    virtual std::shared_ptr<const RunState> state() const = 0;  // never nullptr; the latest, or as it ended
    virtual std::int64_t started_ns() const = 0;                // CLOCK_MONOTONIC

protected:
    Recording() = default;
    Recording(const Recording&) = default;
    Recording& operator=(const Recording&) = default;
};

}  // namespace ipcscope

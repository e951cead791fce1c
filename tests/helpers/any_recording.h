// Everything random of one seed: any phase, worker, object, bytes, flows, levels, calls, names.
#pragma once

#include "runtime/recording.h"

#include <cstdint>

namespace ipcscope::testing {

class AnyRecording : public Recording {
public:
    AnyRecording(std::uint64_t seed, int size);
    const Registry& registry() const override;
    const EventStore& events() const override { return events_; }
    const FlowTable& flows() const override { return flows_; }
    const CallTable& calls() const override { return calls_; }
    const LaneIndex& lanes() const override { return lanes_; }
    const FlowIndex& flow_index() const override { return index_; }
    std::shared_ptr<const RunState> state() const override { return state_; }
    std::int64_t started_ns() const override { return 5'000'000; }

private:
    EventStore events_;
    FlowTable flows_;
    CallTable calls_;
    LaneIndex lanes_;
    FlowIndex index_;
    std::shared_ptr<const RunState> state_;
};

}  // namespace ipcscope::testing

// A recording that nobody made: traffic as real programs have it (many processes, bursts and long waits,
// requests and replies, queues, semaphores, shared memory, signals, losses), of any size, always the same for
// the same numbers. Operations and objects are those of the mechanisms of this build.
#pragma once

#include "runtime/recording.h"

#include <cstdint>
#include <memory>

namespace ipcscope::testing {

struct Traffic {
    std::uint64_t events = 100'000;  // at least; a few more until everybody is back
    int lanes = 40;                  // about: two of five are workers, the rest levels, signals, memories
    std::uint64_t seed = 1;
    bool payloads = true;                   // else only those of up to eight bytes, which stand in the event
    double mean_ns = 2'000;                 // between two events, on the average of a long recording
    std::int64_t begin_ns = 1'000'000'000;  // started_ns
    ArenaOptions memory = {};
};

// Every 1,000th message or so says this, for those who search.
inline constexpr char rare_text[] = "needle-4711";

class MadeUpRecording : public Recording {
public:
    explicit MadeUpRecording(const Traffic& traffic = {});
    ~MadeUpRecording() override;

    const Registry& registry() const override;
    const EventStore& events() const override;
    const FlowTable& flows() const override;
    const CallTable& calls() const override;
    const LaneIndex& lanes() const override;
    const FlowIndex& flow_index() const override;
    std::shared_ptr<const RunState> state() const override;
    std::int64_t started_ns() const override;

private:
    class Maker;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace ipcscope::testing

// What a recording looked like at one moment: plain values, computed from its events. Nothing is executed.
#pragma once

#include "runtime/recording.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ipcscope {

// What had been done with an object. Sequences plus one, 0 = not yet.
struct ObjectFigures {
    std::uint64_t calls = 0;   // that had come back
    std::uint64_t failed = 0;  // of these, with an errno
    std::uint64_t sent = 0, received = 0;
    std::uint64_t sent_bytes = 0, received_bytes = 0;  // as they were on the way, kept or not
    std::uint64_t last_sent = 0, last_received = 0;
    bool operator==(const ObjectFigures&) const = default;
};

// Sent by then, and not yet received.
struct OnTheWay {
    std::uint64_t from = 0;  // sequence of the send
    FlowId flow;             // none = nobody has received it in the whole recording
    ObjectId object;
    WorkerId target;  // of a signal: who it is for
};

struct Moment {
    std::int64_t time_ns = 0;         // CLOCK_MONOTONIC
    std::uint64_t events = 0;         // there were by then
    std::optional<std::uint64_t> at;  // the latest of them that is more than the change of a level
    // When something happens next, and happened before `at`; none = never.
    std::optional<std::int64_t> next_ns, previous_ns;

    // Who was alive and in which call, which objects and handles there were. Workers that had not begun yet
    // are left out. Never nullptr.
    std::shared_ptr<const RunState> state;
    std::unordered_map<std::uint32_t, ObjectFigures> objects;  // by ObjectId; none = nothing was done
    std::map<LaneKey, std::int64_t> levels;                    // of kind `level`; none = not known yet
    // Messages, bytes and signals that were sent and had not arrived, the oldest first: at most
    // `most_on_the_way` of each kind. `on_the_way_total` counts all; not exact = an estimate.
    static constexpr std::size_t most_on_the_way = 512;
    std::vector<OnTheWay> on_the_way;
    FlowCount on_the_way_total;
    std::size_t flows = 0;  // that had been received: the first ones of the table
    // Whether state->stuck says why workers are blocked (explain_waits).
    bool explained = false;
    // False: the recording was not read so far yet, what is said may change.
    bool known = true;

    const ObjectFigures& figures(ObjectId object) const {
        static const ObjectFigures none;
        const auto found = objects.find(object.value);
        return found == objects.end() ? none : found->second;
    }
};

// The same moment, and why workers are blocked in it, which costs by all that had happened. Nothing is added
// when that is more than `most_explained` events.
inline constexpr std::uint64_t most_explained = 2'000'000;
std::shared_ptr<const Moment> explain_waits(const Recording& recording, const Moment& moment);

}  // namespace ipcscope

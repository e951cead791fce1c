// Figures of a recording: per worker, object and operation how often, how much, how long. One pass over the
// events; parts of it can be made apart and merged, and more events added as they come.
#pragma once

#include "runtime/histogram.h"
#include "runtime/recording.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

enum class StatisticsBy : std::uint8_t { operation, object, worker };
inline constexpr std::size_t statistics_kinds = 3;

// What is counted of one worker, object or operation.
struct Figures {
    std::uint64_t calls = 0;    // came back, with success or without
    std::uint64_t marks = 0;    // instants: deliveries, ends of processes, ...
    std::uint64_t failed = 0;   // calls and instants with an errno
    std::uint64_t blocked = 0;  // calls that were seen asleep in the kernel
    std::uint64_t cut = 0;      // calls that the end of their process ended: in none of the figures above
    std::uint64_t lost = 0;     // events that are missing (of a worker)
    std::uint64_t sent = 0, received = 0;           // bytes that successful calls carried, by their direction
    std::uint64_t other_bytes = 0;                  // bytes of calls that have none
    std::int64_t blocked_ns = 0;                    // durations of `blocked` together
    Histogram latency;                              // ns from enter to leave, of `calls`
    Histogram sizes;                                // bytes, of the calls that carried any
    std::map<std::uint16_t, std::uint64_t> errnos;  // how often each; sums up to `failed`

    std::uint64_t count() const { return calls + marks; }
    std::uint64_t bytes() const { return sent + received + other_bytes; }
    void merge(const Figures& other);
};

// Which events are counted: those that match, and came back or happened in [begin_ns, end_ns).
struct StatisticsScope {
    std::function<bool(std::uint64_t seq)> matches;  // empty = all; called from several threads
    std::int64_t begin_ns = std::numeric_limits<std::int64_t>::min();  // CLOCK_MONOTONIC
    std::int64_t end_ns = std::numeric_limits<std::int64_t>::max();
};

class Statistics {
public:
    explicit Statistics(const Registry& registry);

    // Adds the events [begin, end) of the store.
    void add(const EventStore& store, std::uint64_t begin, std::uint64_t end, const StatisticsScope& scope);
    void merge(const Statistics& other);  // of other events of the same recording

    // nullptr = nothing was counted of it. `id`: OperationId, ObjectId or WorkerId.
    const Figures* find(StatisticsBy by, std::uint32_t id) const;
    std::vector<std::uint32_t> ids(StatisticsBy by) const;  // of which something was counted, ascending
    Figures total() const;
    // From the first to the last counted event, calls from their beginning; 0, 0 = none.
    std::int64_t first_ns() const { return first_ns_; }
    std::int64_t last_ns() const { return last_ns_; }
    std::size_t memory_bytes() const;

private:
    struct OperationFacts {
        FlowRole flow = FlowRole::none;
        bool counts_bytes = false;  // its return value is the number of bytes
    };
    Figures& of(StatisticsBy by, std::uint32_t id);
    void count(const Event& event);

    std::vector<OperationFacts> operations_;  // by OperationId
    // By id: ids are small numbers, given one after another.
    std::array<std::vector<std::unique_ptr<Figures>>, statistics_kinds> figures_;
    std::int64_t first_ns_ = 0, last_ns_ = 0;
};

struct StatisticsProgress {              // shared between who computes and who watches
    std::atomic<std::uint64_t> done{0};  // events
    std::atomic<bool> cancelled{false};
};

// The events [begin, end) of a recording, on `threads` threads (0 = as the machine has). std::nullopt =
// cancelled.
std::optional<Statistics> compute_statistics(const Recording& recording, std::uint64_t begin,
                                             std::uint64_t end, const StatisticsScope& scope,
                                             StatisticsProgress& progress, unsigned threads = 0);

// How a row is called: "pipe.write", "p", "parent".
std::string statistics_name(const Recording& recording, const RunState& state, StatisticsBy by,
                            std::uint32_t id);

}  // namespace ipcscope

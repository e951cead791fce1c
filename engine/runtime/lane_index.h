// Level of detail of every lane, built as events arrive: a question costs by pixels, not by events.
// One writer (append), many readers. Times are CLOCK_MONOTONIC ns.
#pragma once

#include "base/event.h"
#include "base/ids.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace ipcscope {

struct Outline;  // runtime/outline.h

enum class LaneKind : std::uint8_t {
    operations,  // of one worker: bars
    markers,     // of one worker: markers (instants)
    level,       // of one object and index: steps
    memory,      // of one object: ranges of its bytes, written and read
};

struct LaneKey {
    LaneKind kind = LaneKind::operations;
    std::uint32_t id = 0;     // WorkerId or ObjectId
    std::uint32_t index = 0;  // level: which (n-th semaphore; of FlowPolicy::typed_queue also bytes_level)
    auto operator<=>(const LaneKey&) const = default;
};

// Of an object that queues messages: level 0 counts them, this one their bytes.
inline constexpr std::uint32_t bytes_level = 1;

// What one or more neighbouring events look like. count == 1: exactly the event `seq`.
struct Span {
    std::int64_t begin_ns = 0;
    std::int64_t end_ns = 0;  // open (no leave yet): the asked-for end
    std::uint64_t seq = 0;    // leave (or enter, if open; instant: itself) of the longest one
    std::uint32_t count = 0;
    std::uint16_t operation = 0;  // of the longest one
    bool open = false;            // still running
    bool blocked = false;         // (mostly) blocked time
    bool failed = false;          // any came back with an errno
    bool lost = false;            // a gap: events were lost here
};

struct LevelPoint {
    std::int64_t time_ns = 0;
    std::int64_t first = 0, last = 0, min = 0,
                 max = 0;   // value at the column's begin and end, extremes in it
    std::uint64_t seq = 0;  // of the last change
};

// What was touched of a memory in a piece of time. count == 1: exactly by the event `seq`. Else [low, high)
// is one of the ranges that `count` events touched together, to a 64th of the memory.
struct RangeSpan {
    std::int64_t begin_ns = 0;
    std::int64_t end_ns = 0;
    std::uint64_t low = 0, high = 0;  // bytes
    std::uint64_t seq = 0;            // of the last one
    std::uint32_t count = 0;
    std::uint16_t worker = 0;  // of the last one
    bool wrote = false;        // else read
};

class LaneIndex {
public:
    explicit LaneIndex(std::shared_ptr<class Arena> arena = {});  // none: an own one, on the heap
    ~LaneIndex();
    // --- the writer's thread ---
    void append(std::uint64_t seq, const Event& event);  // operation events, instants, lost, state
    // A level that is derived, not emitted (bytes in flight): value after the event.
    void level(LaneKey lane, std::uint64_t seq, std::int64_t time_ns, std::int64_t value);
    // A memory's bytes [offset, offset + length) were written (or read) by this event.
    void memory(std::uint64_t seq, const Event& event, std::uint64_t offset, std::uint64_t length,
                bool wrote);
    // Of a recording that is still being read: shown from where append() has come to on. nullptr = all of it
    // was read.
    void foretell(std::shared_ptr<const Outline> outline);
    // --- any thread ---
    // The current absolute value of a level lane (0 = none yet).
    std::int64_t level_now(LaneKey lane) const;
    std::vector<LaneKey> lanes() const;  // in order of first appearance
    // Everything that touches [t0, t1), in order, neighbours merged to at most ~2 spans per column of
    // `columns`; a running call comes last. Unknown lanes have nothing. Appends to `out`.
    void spans(LaneKey lane, std::int64_t t0, std::int64_t t1, int columns, std::vector<Span>& out) const;
    // At most ~2 points per column where something changed; the first one is the value at t0, if the lane
    // had one by then. `columns` INT_MAX: every change. Appends to `out`.
    void levels(LaneKey lane, std::int64_t t0, std::int64_t t1, int columns,
                std::vector<LevelPoint>& out) const;
    // What touches [t0, t1) of a memory lane, in order, at most ~2 pieces of time per column, each with the
    // ranges that were read and those that were written in it. `columns` INT_MAX: every one. Appends to
    // `out`.
    void ranges(LaneKey lane, std::int64_t t0, std::int64_t t1, int columns,
                std::vector<RangeSpan>& out) const;
    std::uint64_t range_end(LaneKey lane) const;  // the highest byte touched so far, plus one
    std::int64_t first_ns() const;                // of all lanes; 0 = nothing yet
    std::int64_t last_ns() const;
    std::size_t memory_bytes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ipcscope

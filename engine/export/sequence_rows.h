// The rows of a sequence diagram: which events stand in it, one below the other. A row is a call that came
// back, a call that waited (where it began), a moment (a signal, a birth, a death), or a gap of lost events.
// A send and its receive share one row where nothing of theirs lies between: their arrow is level.
//
// Rows are found in one pass over the events, incrementally (SequenceBuilder), and read from immutable
// snapshots (SequenceRows) by row number or by event in O(log n). 8 bytes a row.
#pragma once

#include "runtime/recording.h"

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace ipcscope {

// What a moment means for the life of its process.
enum class LifeChange : std::uint8_t { none, begins, changes, ends };
LifeChange life_change(const OperationRef& operation);

struct SequenceChoice {
    std::vector<WorkerId> hidden;  // in any order
    bool objects = false;          // objects are columns, too: every event keeps a row of its own
    bool messages_only = false;    // only what has a flow, lives and deaths, and losses
    std::int64_t from_ns = std::numeric_limits<std::int64_t>::min();  // CLOCK_MONOTONIC; of the event's end
    std::int64_t to_ns = std::numeric_limits<std::int64_t>::max();    // exclusive
    std::int64_t gap_ns = 10'000'000;                 // a longer silence before a row is a gap
    std::function<bool(std::uint64_t)> accepts = {};  // a filter; called by the builder's thread
};

struct SequenceRow {
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    std::uint32_t seq = none;
    std::uint32_t joined = none;  // the other end of a level arrow
};

class SequenceRows {
public:
    static constexpr std::size_t chunk_rows = std::size_t{1} << 14;

    std::uint64_t size() const { return size_; }
    std::uint64_t looked_at() const { return events_; }  // events that these rows are made of
    SequenceRow operator[](std::uint64_t row) const {    // row < size()
        return chunks_[row / chunk_rows]->rows[row % chunk_rows];
    }
    // The row that shows this event, also as the second of a level arrow.
    std::optional<std::uint64_t> find(const Recording& recording, std::uint64_t seq) const;
    std::uint64_t lower_bound(std::uint64_t seq) const;  // first row of this or a later event
    // First row at or after this time; rows are in order of arrival, so this is exact to some microseconds.
    std::uint64_t at_time(const EventStore& events, std::int64_t time_ns) const;

    // Gaps that stand above this row or above an earlier one; row <= size().
    std::uint64_t gaps_until(std::uint64_t row) const;
    bool gap_before(std::uint64_t row) const;
    std::uint64_t gaps() const { return size_ ? gaps_until(size_ - 1) : 0; }

    struct Life {  // of one worker, within the rows
        static constexpr std::uint64_t none = ~std::uint64_t{0};
        std::uint64_t born = none;   // row of its first moment; none = it lived before
        std::uint64_t ended = none;  // row of its end
        std::uint64_t ended_seq = none;
        std::uint64_t first = none, last = none;  // rows that touch it
        std::uint64_t rows = 0;
        std::uint64_t messages = 0;  // ends of flows; counted also while it is hidden
    };
    // Unknown workers have lived without a trace.
    Life life(WorkerId worker) const { return worker.value < lives_.size() ? lives_[worker.value] : Life{}; }

    // Of an object, if objects are columns: only `first`, `last` and `rows` are known.
    Life life(ObjectId object) const {
        return object.value < object_lives_.size() ? object_lives_[object.value] : Life{};
    }

private:
    friend class SequenceBuilder;
    struct Chunk {
        std::vector<SequenceRow> rows;
        std::vector<std::uint32_t> gaps;  // numbers, within the chunk, of rows with a gap above them
        std::uint64_t gaps_before = 0;    // in earlier chunks
    };
    std::vector<std::shared_ptr<const Chunk>> chunks_;
    std::vector<Life> lives_;         // by WorkerId
    std::vector<Life> object_lives_;  // by ObjectId
    std::uint64_t size_ = 0;
    std::uint64_t events_ = 0;
};

// The flows that begin or end at an event.
std::vector<FlowId> flows_of(const Recording& recording, std::uint64_t seq);

class SequenceBuilder {
public:
    SequenceBuilder(const Recording& recording, SequenceChoice choice);
    ~SequenceBuilder();
    // Looks at some more events, at most `limit`, and anew at the latest ones (their flows may be joined a
    // moment after they arrive). False: there was nothing new.
    bool advance(std::uint64_t limit);
    bool done() const;  // all events that there are now have been looked at
    std::shared_ptr<const SequenceRows> snapshot() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ipcscope

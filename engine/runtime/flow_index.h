// Which flows touch a piece of time, built as they are joined: an answer costs by what it says, not by how
// many flows there are. One writer (append), many readers. Times are CLOCK_MONOTONIC ns.
//
// To draw a frame: arrows() with the number of arrows that the eye can use. If its total is larger, draw the
// bands of density() below them, each with its count: the arrows given then are the longest ones, which stand
// out of a band. Ask for a few lanes (the selected ones, the visible ones) to leave out all others.
#pragma once

#include "runtime/event_store.h"
#include "runtime/lane_index.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace ipcscope {

// The lane in which an event is drawn.
LaneKey lane_of(const Event& event);

struct FlowArrow {
    FlowId flow;
    LaneKey from, to;
    std::int64_t begin_ns = 0;  // when the send came back (not after end_ns: the receive may be seen earlier)
    std::int64_t end_ns = 0;    // when the receive came back
};

// Neighbouring arrows from one lane to another that arrive within one column.
struct FlowBand {
    LaneKey from, to;
    int column = 0;
    std::int64_t first_begin_ns = 0, last_begin_ns = 0;
    std::int64_t first_end_ns = 0, last_end_ns = 0;
    std::uint64_t count = 0;
    FlowId longest;
};

struct FlowCount {
    std::uint64_t total = 0;
    bool exact = true;  // else an estimate: counting would have taken too long
};

class FlowIndex {
public:
    explicit FlowIndex(std::shared_ptr<Arena> arena = {});  // none: an own one, on the heap
    ~FlowIndex();
    // --- the writer's thread ---
    // Flows in the order in which they are joined, with the events of their ends.
    void append(FlowId id, const Event& from, const Event& to);
    void foretell(std::shared_ptr<const Outline> outline);  // as of a LaneIndex
    // --- any thread ---
    std::uint64_t size() const;
    // The arrows that touch [t0, t1), also those that only pass over it: all of them, or the `limit` longest;
    // in order of their end. With `lanes`: only arrows that begin or end in one of these. Appends to `out`;
    // returns how many there are in all.
    FlowCount arrows(std::int64_t t0, std::int64_t t1, std::size_t limit, std::vector<FlowArrow>& out,
                     std::span<const LaneKey> lanes = {}) const;
    // How many arrive in each of `columns` equal parts of [t0, t1), told apart by the lanes they join;
    // columns in which none arrives are left out. Each arrow that ends in the range is counted once. Appends
    // to `out`, pair of lanes after pair of lanes, each in order of time: the `most_pairs` busiest. Of very
    // many, some stand for all: then the counts are not exact. Returns how many arrive in all, also of the
    // other pairs.
    FlowCount density(std::int64_t t0, std::int64_t t1, int columns, std::vector<FlowBand>& out,
                      std::span<const LaneKey> lanes = {}, std::size_t most_pairs = 64) const;
    std::size_t memory_bytes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ipcscope

// What a recording looks like as a whole, told before its events are read: sums of neighbouring events, the
// busiest flows. Lanes and flows show it where they were not read yet.
#pragma once

#include "runtime/flow_index.h"
#include "runtime/lane_index.h"

#include <cstdint>
#include <map>
#include <vector>

namespace ipcscope {

// All in order of time. Constant once it is given to an index.
struct Outline {
    std::vector<LaneKey> lanes;  // in order of first appearance
    std::map<LaneKey, std::vector<Span>> spans;
    std::map<LaneKey, std::vector<LevelPoint>> levels;
    std::map<LaneKey, std::vector<RangeSpan>> ranges;
    std::vector<FlowArrow> arrows;  // the longest ones
    std::vector<FlowBand> bands;    // their columns have no meaning
    std::int64_t first_ns = 0, last_ns = 0;

    // What begins at `from` or later and touches [t0, t1), neighbours merged to one within a column.
    void add_spans(LaneKey lane, std::int64_t from, std::int64_t t0, std::int64_t t1, int columns,
                   std::vector<Span>& out) const;
    void add_levels(LaneKey lane, std::int64_t from, std::int64_t t0, std::int64_t t1, int columns,
                    std::vector<LevelPoint>& out) const;
    void add_ranges(LaneKey lane, std::int64_t from, std::int64_t t0, std::int64_t t1,
                    std::vector<RangeSpan>& out) const;
    std::uint64_t range_end(LaneKey lane) const;
    // What arrives at `from` or later. Returns how many there are in all, which is an estimate.
    std::uint64_t add_arrows(std::int64_t from, std::int64_t t0, std::int64_t t1, std::size_t limit,
                             std::vector<FlowArrow>& out, std::span<const LaneKey> only) const;
    std::uint64_t add_bands(std::int64_t from, std::int64_t t0, std::int64_t t1, int columns,
                            std::vector<FlowBand>& out, std::span<const LaneKey> only) const;
};

}  // namespace ipcscope

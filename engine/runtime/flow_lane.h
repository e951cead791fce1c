// The flows that lead from one lane to another. One writer, many readers.
#pragma once

#include "runtime/flow_index.h"
#include "runtime/lane_forest.h"

#include <array>
#include <mutex>

namespace ipcscope::lanes {

class FlowLane {
public:
    struct Entry {
        std::int64_t begin_ns = 0, end_ns = 0;
        std::uint32_t flow = 0;
        std::int64_t length_ns() const { return end_ns - begin_ns; }
        bool touches(std::int64_t t0, std::int64_t t1) const { return begin_ns < t1 && end_ns >= t0; }
    };
    struct Node {
        std::int64_t begin_ns, last_begin_ns;
        std::int64_t first_end_ns, end_ns;
        std::int64_t longest_ns;
        std::uint32_t longest;   // its FlowId
        std::uint32_t count;     // of a block: its length
        std::uint32_t position;  // of the packed block
        bool touches(std::int64_t t0, std::int64_t t1) const { return begin_ns < t1 && end_ns >= t0; }
        bool all_touch(std::int64_t t0, std::int64_t t1) const {
            return last_begin_ns < t1 && first_end_ns >= t0;
        }
        void absorb(const Node& later);
    };
    // There are many such lanes, most of them with little in them: all comes in small pieces.
    static constexpr std::size_t block = 32;  // at most
    static constexpr std::size_t kept = 16;   // not packed yet, at least
    using Nodes = Forest<Node, 8>;
    using Blocks = PackedBlocks<160>;
    using Block = std::array<Entry, block>;

    // What stood there at one moment.
    struct View {
        Nodes::View forest;
        Blocks::View blocks;
        std::vector<Entry> tail;  // only those that touch the range asked for
        void unpack(const Node& leaf, Block& out) const;
    };

    FlowLane(Arena& arena, LaneKey first, LaneKey second)
        : from(first), to(second), forest_(arena), blocks_(arena) {}
    const LaneKey from, to;

    // --- the writer's thread ---
    void append(const Entry& entry);
    // --- any thread ---
    // Nothing if no flow of it touches the range: then `out` is as it was.
    bool view(std::int64_t t0, std::int64_t t1, View& out) const;
    Node sum() const;  // of all; count == 0: nothing yet
    static Node node_of(const Entry& entry);
    std::size_t memory_bytes() const;

private:
    void seal();

    mutable std::mutex mutex_;
    Nodes forest_;
    Blocks blocks_;
    std::vector<Entry> tail_;  // not packed yet, by end; late ones still find their place here
    Node sum_{};
};

}  // namespace ipcscope::lanes

// All flows by the time of their ends, in packed blocks with summaries over them. One writer, many readers.
#pragma once

#include "runtime/flow_index.h"
#include "runtime/lane_forest.h"

#include <array>
#include <mutex>

namespace ipcscope::lanes {

class FlowList {
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
        std::uint32_t longest;  // its FlowId
        std::uint32_t count;
        std::uint32_t position;      // of the packed block; of a sum: its first one
        std::uint32_t block_length;  // of that block
        bool touches(std::int64_t t0, std::int64_t t1) const { return begin_ns < t1 && end_ns >= t0; }
        bool all_touch(std::int64_t t0, std::int64_t t1) const {
            return last_begin_ns < t1 && first_end_ns >= t0;
        }
        void absorb(const Node& later);
    };
    static constexpr std::size_t block = 64;  // at most
    static constexpr std::size_t kept = 64;   // not packed yet, at least: late ones still find their place
    using Nodes = Forest<Node>;
    using Blocks = BlockStore;
    using Block = std::array<Entry, block>;

    // What stood there at one moment.
    struct View {
        Nodes::View forest;
        Blocks::View blocks;
        std::vector<Entry> tail;  // only those that touch the range asked for
        void unpack(const Node& leaf, Block& out) const;
    };

    explicit FlowList(Arena& arena) : forest_(arena), blocks_(arena) {}

    // --- the writer's thread ---
    void append(const Entry& entry);
    // --- any thread ---
    // Nothing if no flow of it touches the range: then `out` is as it was.
    bool view(std::int64_t t0, std::int64_t t1, View& out) const;
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

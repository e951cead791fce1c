// What was written to and read from one memory: ranges of its bytes over time. One writer, many readers.
#pragma once

#include "runtime/lane_forest.h"
#include "runtime/lane_index.h"

#include <array>
#include <mutex>

namespace ipcscope::lanes {

struct RangeEntry {
    std::int64_t begin_ns = 0;
    std::int64_t duration_ns = 0;
    std::uint64_t seq = 0;
    std::uint64_t offset = 0;
    std::uint64_t length = 1;  // not 0
    std::uint16_t worker = 0;
    bool wrote = false;
    std::int64_t end_ns() const { return begin_ns + duration_ns; }
};

class RangeLane {
public:
    explicit RangeLane(Arena& arena) : forest_(arena), blocks_(arena) {}
    // --- the writer's thread ---
    void add(const RangeEntry& entry);
    // --- any thread ---
    void ranges(std::int64_t t0, std::int64_t t1, int columns, std::vector<RangeSpan>& out) const;
    std::uint64_t range_end() const;
    std::size_t memory_bytes() const;

private:
    static constexpr std::size_t block = 32;
    // The bytes that were touched are kept as one bit for each of 64 equal slices, of 2^shift bytes.
    struct Node {
        std::int64_t begin_ns, end_ns;
        std::uint64_t written, read;
        std::uint64_t low, high;  // exact
        std::uint64_t seq;        // of the last one
        std::uint32_t count;
        std::uint32_t position;  // of the packed block
        std::uint16_t worker;    // of the last one
        std::uint8_t shift;
        void absorb(const Node& later);
    };
    class Merger;
    static Node node_of(const RangeEntry& entry, std::uint8_t shift);
    static void unpack(const char* in, std::array<RangeEntry, block>& out);
    std::uint8_t shift() const;
    void seal();

    mutable std::mutex mutex_;
    Forest<Node> forest_;
    BlockStore blocks_;
    std::vector<RangeEntry> tail_;  // not packed yet, by end; late ones still find their place here
    std::uint64_t range_end_ = 0;
};

}  // namespace ipcscope::lanes

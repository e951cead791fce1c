// The steps of one level lane: a value over time. One writer, many readers.
#pragma once

#include "runtime/lane_forest.h"
#include "runtime/lane_index.h"

#include <array>
#include <mutex>

namespace ipcscope::lanes {

class LevelLane {
public:
    explicit LevelLane(Arena& arena) : forest_(arena), blocks_(arena) {}
    // --- the writer's thread ---
    // Workers report through rings of their own, so one may be heard a little late: it still takes its place
    // in time, and what changes by it is mended, for as long as it is among the last 64.
    void set(std::int64_t time_ns, std::uint64_t seq, std::int64_t value, bool relative);
    // --- any thread ---
    std::int64_t now() const;
    void levels(std::int64_t t0, std::int64_t t1, int columns, std::vector<LevelPoint>& out) const;
    std::size_t memory_bytes() const;

private:
    static constexpr std::size_t block = 96;  // at most
    static constexpr std::size_t kept = 64;   // not packed yet, at least: late ones still find their place
    struct Change {
        std::int64_t time_ns = 0;
        std::int64_t value = 0;  // after it
        std::int64_t given = 0;  // as reported: a value, or a change if relative
        std::uint64_t seq = 0;
        bool relative = false;
    };
    struct Node {
        std::int64_t begin_ns, end_ns;
        std::int64_t last, min, max;
        std::uint64_t seq;  // of the last change
        std::uint32_t position;
        std::uint32_t count;  // of a block: its length
        void absorb(const Node& later);
    };
    class Merger;
    struct Columns {  // of a block; times and values as their bits
        std::array<std::uint64_t, block> time, value, seq;
        std::int64_t time_ns(std::size_t i) const { return static_cast<std::int64_t>(time[i]); }
        std::int64_t value_at(std::size_t i) const { return static_cast<std::int64_t>(value[i]); }
        Change change(std::size_t i) const { return {time_ns(i), value_at(i), 0, seq[i], false}; }
    };
    static Node node_of(const Change& change);
    static void unpack(const char* in, std::size_t n, Columns& out);
    void seal();

    mutable std::mutex mutex_;
    Forest<Node> forest_;
    BlockStore blocks_;
    std::vector<Change> tail_;
    std::int64_t sealed_value_ = 0;  // before the tail
    std::int64_t sealed_ns_ = INT64_MIN;
};

}  // namespace ipcscope::lanes

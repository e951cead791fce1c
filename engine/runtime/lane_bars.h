// The bars (or markers) of one lane. One writer, many readers.
#pragma once

#include "runtime/lane_forest.h"
#include "runtime/lane_index.h"

#include <array>
#include <mutex>

namespace ipcscope::lanes {

struct Bar {
    std::int64_t begin_ns = 0;
    std::int64_t duration_ns = 0;
    std::uint64_t seq = 0;
    std::uint16_t operation = 0;
    std::uint8_t flags = 0;
    std::int64_t end_ns() const { return begin_ns + duration_ns; }
};
namespace bar_flag {
inline constexpr std::uint8_t blocked = 1, failed = 2, lost = 4;
}

class BarLane {
public:
    explicit BarLane(Arena& arena) : forest_(arena), blocks_(arena) {}
    // --- the writer's thread ---
    void enter(std::int64_t time_ns, std::uint64_t seq, std::uint16_t operation);
    void leave(const Bar& bar);
    void lost(std::int64_t time_ns, std::uint64_t seq);
    void instant(const Bar& bar);
    // --- any thread ---
    void spans(std::int64_t t0, std::int64_t t1, int columns, std::vector<Span>& out) const;
    std::size_t memory_bytes() const;

private:
    static constexpr std::size_t block = 96;  // at most
    static constexpr std::size_t kept = 32;   // not packed yet, at least: late ones still find their place
    struct Node {
        std::int64_t begin_ns, end_ns;
        std::int64_t longest_ns;           // of one bar
        std::int64_t busy_ns, blocked_ns;  // sums
        std::uint64_t seq;                 // of the longest bar
        std::uint32_t count;               // of a block: its length
        std::uint32_t position;            // of the packed block
        std::uint16_t operation;           // of the longest bar
        std::uint8_t flags;
        void absorb(const Node& later);
    };
    struct Open {
        std::int64_t begin_ns = 0;
        std::uint64_t seq = 0;
        std::uint16_t operation = 0;
        bool running = false;
        bool overtaken = false;  // a gap was seen since: its leave may be among the lost
    };
    class Merger;
    struct Columns {  // of a block; times as their bits
        std::array<std::uint64_t, block> begin, end, seq, operation, flags;
        std::int64_t begin_ns(std::size_t i) const { return static_cast<std::int64_t>(begin[i]); }
        std::int64_t end_ns(std::size_t i) const { return static_cast<std::int64_t>(end[i]); }
        Bar bar(std::size_t i) const {
            return {begin_ns(i), end_ns(i) - begin_ns(i), seq[i], static_cast<std::uint16_t>(operation[i]),
                    static_cast<std::uint8_t>(flags[i])};
        }
    };
    static Node node_of(const Bar& bar);
    static void unpack(const char* in, std::size_t n, Columns& out);
    void push(const Bar& bar);
    void seal();

    mutable std::mutex mutex_;
    Forest<Node> forest_;
    BlockStore blocks_;
    std::vector<Bar> tail_;  // not packed yet, by end; late ones still find their place here
    Open open_;
    std::int64_t last_end_ns_ = 0;
};

}  // namespace ipcscope::lanes

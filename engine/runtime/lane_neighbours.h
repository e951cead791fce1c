// What stands close together becomes one, as long as it is not wider than a column: of bars and of ranges.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace ipcscope::lanes {

// Node: begin_ns, end_ns, count and absorb(const Node& later). Whole: emit(const Node&), called for each sum;
// it calls flush() when it is done.
template <typename Whole, typename Node>
class Neighbours {
public:
    Neighbours(std::int64_t t0, std::int64_t t1, std::int64_t column) : t0_(t0), t1_(t1), column_(column) {}
    bool outside(const Node& node) const { return node.begin_ns >= t1_ || node.end_ns < t0_; }
    bool inside(const Node& node) const { return node.begin_ns >= t0_ && node.end_ns < t1_; }
    bool small_enough(const Node& node) const {
        return node.end_ns - node.begin_ns <= column_ && inside(node);
    }
    void add(const Node& node) {
        if (sum_.count) {
            const auto begin = std::min(sum_.begin_ns, node.begin_ns);
            const auto end = std::max(sum_.end_ns, node.end_ns);
            if (end - begin <= column_) return sum_.absorb(node);
            flush();
        }
        sum_ = node;
    }

protected:
    void flush() {
        if (sum_.count) static_cast<Whole*>(this)->emit(sum_);
        sum_.count = 0;
    }
    std::int64_t t0_, t1_, column_;
    Node sum_{};
};

// Late ones still find their place among those that are not packed yet, which stand by their end.
template <typename Entry>
void insert_by_end(std::vector<Entry>& tail, const Entry& entry) {
    auto place = tail.end();
    while (place != tail.begin() && std::prev(place)->end_ns() > entry.end_ns())
        --place;
    tail.insert(place, entry);
}

}  // namespace ipcscope::lanes

// The levels of objects over time, bounded. Only changes cost memory: an object whose levels never change has
// no entry.
#pragma once

#include "monitor/difference.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct HistoryPoint {
    std::int64_t time_ns = 0;  // CLOCK_MONOTONIC, of the sample
    std::int64_t value = 0;    // from then on
    bool known = true;         // false: it was gone, or could not be seen any more
};

class LevelHistory {
public:
    explicit LevelHistory(std::size_t points_each = 4096, std::size_t objects = 20'000)
        : points_each_(points_each), most_(objects) {}
    // The samples in order; `before` nullptr = the first one.
    void add(const Snapshot* before, const Snapshot& now, const std::vector<ObjectChange>& changes);
    // Of a level field by its name, in order of time; the last one holds until now. Empty = it has not
    // changed since since(), or was never seen.
    std::vector<HistoryPoint> of(std::string_view ref, std::string_view field) const;
    // When the object appeared; it was there before: when the watch began.
    std::int64_t since(std::string_view ref) const;
    std::int64_t first_ns() const { return first_ns_; }
    std::int64_t last_ns() const { return last_ns_; }
    std::size_t bytes() const;

private:
    struct Line {
        std::deque<HistoryPoint> points;
    };
    using Key = std::pair<std::string, std::string>;
    void put(const std::string& ref, const std::string& field, HistoryPoint point);
    void make_room();
    const std::size_t points_each_, most_;
    std::map<Key, Line, std::less<>> lines_;
    std::map<std::string, std::int64_t, std::less<>> appeared_;  // after the first sample
    std::int64_t first_ns_ = 0, last_ns_ = 0;
    std::size_t points_ = 0;
};

}  // namespace ipcscope

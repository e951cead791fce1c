// Runs a filter over a recording on threads of its own; what is found is there to be read while it goes on.
#pragma once

#include "runtime/event_filter.h"
#include "runtime/match_set.h"

#include <functional>

namespace ipcscope {

class FilterScan {
public:
    // Begins at once. `changed` is called on a scanning thread when there is more to read, at most 50 times a
    // second and once at the end; it must not wait for the thread that destroys the scan.
    FilterScan(const Recording& recording, Filter filter, std::function<void()> changed = {},
               int threads = 0);
    ~FilterScan();  // cancels
    FilterScan(const FilterScan&) = delete;
    FilterScan& operator=(const FilterScan&) = delete;

    // --- any thread ---
    const MatchSet& matches() const;
    const Filter& filter() const;
    double progress() const;  // 0..1, of the events there are now
    bool done() const;        // all events that were there at the last update() are known, or cancelled
    bool cancelled() const;
    void cancel();
    void update();  // goes on with what has arrived since; returns at once
    void wait() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ipcscope

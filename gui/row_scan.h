// Which events of a recording are rows of the table, found on a thread of its own: all of them, or those that
// match a filter. Rows are what came back or happened; a call that runs has no row here, it is told apart.
// Of the matching ones also the lanes, for the timeline.
#pragma once

#include "runtime/match_set.h"
#include "runtime/recording.h"

#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace ipcscope {

class RowScan {
public:
    // `matches`: nullptr = all events; else it is followed as far as it has come. It must live as long.
    explicit RowScan(std::shared_ptr<const Recording> recording, const MatchSet* matches = nullptr);
    ~RowScan();
    RowScan(const RowScan&) = delete;
    RowScan& operator=(const RowScan&) = delete;

    static bool isRow(Phase phase) {
        return phase == Phase::leave || phase == Phase::instant || phase == Phase::lost ||
               phase == Phase::note;
    }

    // --- any thread ---
    void update();  // goes on with what is new; returns at once
    std::uint64_t seen() const { return rows_.covered(); }
    bool behind() const;  // there is more to see than it has seen
    bool stale() const;   // what matched before has changed: another scan is needed
    const MatchSet& rows() const { return rows_; }
    const LaneIndex* lanes() const { return lanes_.get(); }  // nullptr without a filter
    // The enters whose leave is not among the first seen() events, oldest first.
    struct Moment {
        std::uint64_t seen = 0;
        std::vector<std::uint64_t> open;
    };
    Moment moment() const;
    std::set<std::uint16_t> operations() const;  // OperationIds that occur

private:
    std::uint64_t target() const;
    void run(const std::stop_token& stop);
    void take(std::uint64_t begin, std::uint64_t end);

    std::shared_ptr<const Recording> recording_;
    const MatchSet* matches_;
    std::uint64_t revision_ = 0;
    MatchSet rows_;
    std::unique_ptr<LaneIndex> lanes_;

    mutable std::mutex mutex_;  // for what follows
    std::condition_variable_any wake_;
    bool asked_ = true;
    std::map<std::uint16_t, std::uint64_t> open_;  // by worker
    std::vector<bool> operations_;
    std::jthread thread_;
};

}  // namespace ipcscope

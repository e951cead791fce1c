// Which events of a store are rows of the table, and where: one bit an event, so that millions cost little.
// Rows are what came back or happened; a call that runs has no row here (the model shows those at its end).
#pragma once

#include "runtime/event_store.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace ipcscope {

class EventIndex {
public:
    static bool isRow(Phase phase) {
        return phase == Phase::leave || phase == Phase::instant || phase == Phase::lost ||
               phase == Phase::note;
    }
    // Takes in what the store has since the last time, at most `limit` events; returns how many were left.
    std::uint64_t update(const EventStore& store, std::uint64_t limit);
    void clear() { *this = {}; }
    std::uint64_t rows() const { return rows_; }
    std::uint64_t seen() const { return seen_; }
    std::uint64_t seqOf(std::uint64_t row) const;  // row < rows()
    std::optional<std::uint64_t> rowOf(std::uint64_t seq) const;
    // The enters without a leave, by worker.
    const std::map<std::uint16_t, std::uint64_t>& open() const { return open_; }

private:
    static constexpr std::uint64_t blockBits = 4096;
    std::vector<std::uint64_t> bits_;
    std::vector<std::uint64_t> before_;  // rows before each block
    std::map<std::uint16_t, std::uint64_t> open_;
    std::uint64_t rows_ = 0;
    std::uint64_t seen_ = 0;
};

}  // namespace ipcscope

#include "event_index.h"

#include <algorithm>
#include <bit>

namespace ipcscope {

std::uint64_t EventIndex::update(const EventStore& store, std::uint64_t limit) {
    const std::uint64_t size = store.size();
    const std::uint64_t end = std::min(size, seen_ + limit);
    bits_.resize((end + 63) / 64);
    for (; seen_ < end; ++seen_) {
        if (seen_ % blockBits == 0) before_.push_back(rows_);
        const auto& event = store[seen_];
        if (event.phase == Phase::enter) open_[event.worker] = seen_;
        if (event.phase == Phase::leave) open_.erase(event.worker);
        if (!isRow(event.phase)) continue;
        bits_[seen_ / 64] |= std::uint64_t{1} << (seen_ % 64);
        ++rows_;
    }
    return size - end;
}

std::uint64_t EventIndex::seqOf(std::uint64_t row) const {
    const auto block =
        static_cast<std::uint64_t>(std::upper_bound(before_.begin(), before_.end(), row) - before_.begin()) -
        1;
    std::uint64_t left = row - before_[block];
    for (std::uint64_t word = block * (blockBits / 64);; ++word) {
        auto bits = bits_[word];
        const auto count = static_cast<std::uint64_t>(std::popcount(bits));
        if (left >= count) {
            left -= count;
            continue;
        }
        for (; left; --left)
            bits &= bits - 1;
        return word * 64 + static_cast<std::uint64_t>(std::countr_zero(bits));
    }
}

std::optional<std::uint64_t> EventIndex::rowOf(std::uint64_t seq) const {
    if (seq >= seen_ || !(bits_[seq / 64] >> (seq % 64) & 1)) return std::nullopt;
    std::uint64_t row = before_[seq / blockBits];
    for (std::uint64_t word = seq / blockBits * (blockBits / 64); word < seq / 64; ++word)
        row += static_cast<std::uint64_t>(std::popcount(bits_[word]));
    const std::uint64_t below = (std::uint64_t{1} << (seq % 64)) - 1;
    return row + static_cast<std::uint64_t>(std::popcount(bits_[seq / 64] & below));
}

}  // namespace ipcscope

// Two sequences beside each other: which elements stand for the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ipcscope {

inline constexpr std::size_t no_partner = ~std::size_t{0};

struct AlignedPair {
    std::size_t a = no_partner, b = no_partner;  // one of them may be no_partner
    bool operator==(const AlignedPair&) const = default;
};

// In the order of both. As many equal elements as possible are paired (the shortest edit script), as long as
// no more than `most_edits` elements stand alone; beyond that they are paired by place.
std::vector<AlignedPair> align(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                               std::size_t most_edits = 1500);

}  // namespace ipcscope

#include "compare/align.h"

#include <algorithm>
#include <optional>

namespace ipcscope {
namespace {

using Sequence = std::span<const std::uint32_t>;

// E. Myers, "An O(ND) difference algorithm and its variations" (1986): for every number of edits, how far one
// comes on each diagonal. Nothing: it takes more than `most` edits.
std::optional<std::vector<AlignedPair>> shortest(Sequence a, Sequence b, std::size_t most) {
    const auto n = static_cast<std::ptrdiff_t>(a.size()), m = static_cast<std::ptrdiff_t>(b.size());
    const auto limit = std::min(static_cast<std::ptrdiff_t>(most), n + m);
    std::vector<std::vector<std::ptrdiff_t>> rounds;  // furthest x on diagonal k = -d..d, at k + d
    const auto reached = [&](std::ptrdiff_t d, std::ptrdiff_t k) {
        return rounds[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    };
    // Where round d comes from on diagonal k: from above (an element of b stands alone) or from the left.
    const auto from_above = [&](std::ptrdiff_t d, std::ptrdiff_t k) {
        return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
    };
    std::ptrdiff_t last = -1;
    for (std::ptrdiff_t d = 0; d <= limit && last < 0; ++d) {
        rounds.emplace_back(static_cast<std::size_t>(2 * d + 1), std::ptrdiff_t{-1});
        for (std::ptrdiff_t k = -d; k <= d; k += 2) {
            auto x = d == 0 ? 0 : from_above(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
            while (x < n && x - k < m && x - k >= 0 &&
                   a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)])
                ++x;
            rounds.back()[static_cast<std::size_t>(k + d)] = x;
            if (x >= n && x - k >= m) last = d;
        }
    }
    if (last < 0) return {};
    std::vector<AlignedPair> back;
    auto x = n, y = m;
    for (auto d = last; d > 0; --d) {
        const auto k = x - y;
        const bool above = from_above(d, k);
        const auto before = above ? k + 1 : k - 1;
        const auto old_x = reached(d - 1, before), old_y = old_x - before;
        const auto start = above ? old_x : old_x + 1;  // where the run of equal ones begins
        while (x > start)
            back.push_back({static_cast<std::size_t>(--x), static_cast<std::size_t>(--y)});
        if (above)
            back.push_back({no_partner, static_cast<std::size_t>(old_y)});
        else
            back.push_back({static_cast<std::size_t>(old_x), no_partner});
        x = old_x;
        y = old_y;
    }
    while (x > 0)
        back.push_back({static_cast<std::size_t>(--x), static_cast<std::size_t>(--y)});
    std::reverse(back.begin(), back.end());
    return back;
}

}  // namespace

std::vector<AlignedPair> align(Sequence a, Sequence b, std::size_t most_edits) {
    std::size_t head = 0, tail = 0;
    const auto shorter = std::min(a.size(), b.size());
    while (head < shorter && a[head] == b[head])
        ++head;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    std::vector<AlignedPair> out;
    out.reserve(std::max(a.size(), b.size()));
    for (std::size_t i = 0; i < head; ++i)
        out.push_back({i, i});
    const auto inner_a = a.subspan(head, a.size() - head - tail);
    const auto inner_b = b.subspan(head, b.size() - head - tail);
    if (auto inner = shortest(inner_a, inner_b, most_edits)) {
        for (const auto& pair : *inner)
            out.push_back({pair.a == no_partner ? no_partner : pair.a + head,
                           pair.b == no_partner ? no_partner : pair.b + head});
    } else {
        for (std::size_t i = 0; i < std::max(inner_a.size(), inner_b.size()); ++i) {
            const bool both = i < inner_a.size() && i < inner_b.size();
            if (both && inner_a[i] == inner_b[i]) {
                out.push_back({i + head, i + head});
                continue;
            }
            if (i < inner_a.size()) out.push_back({i + head, no_partner});
            if (i < inner_b.size()) out.push_back({no_partner, i + head});
        }
    }
    for (std::size_t i = tail; i > 0; --i)
        out.push_back({a.size() - i, b.size() - i});
    return out;
}

}  // namespace ipcscope

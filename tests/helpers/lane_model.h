// What a lane must say, by asking every bar that there is.
#pragma once

#include "runtime/lane_index.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace ipcscope::testing {

struct PlainBar {
    std::int64_t begin = 0, end = 0;
    std::uint64_t seq = 0;
    std::uint16_t operation = 0;
    bool blocked = false, failed = false, lost = false;
    bool touches(std::int64_t t0, std::int64_t t1) const {
        return begin < t1 && (end > t0 || (begin == end && end == t0));
    }
};

// Calls of a worker do not overlap; those that were lost or late may seem to, and are merged less well.
enum class Overlap { none, any };

// The spans must be a partition of the bars in the range, each saying the truth about its part, and not too
// many. Returns what is wrong; "" = nothing.
inline std::string wrong_spans(const std::vector<PlainBar>& bars, const std::vector<Span>& spans,
                               std::int64_t t0, std::int64_t t1, int columns,
                               Overlap overlap = Overlap::none) {
    std::vector<PlainBar> in_range;
    for (const PlainBar& bar : bars)
        if (bar.touches(t0, t1)) in_range.push_back(bar);
    const std::int64_t column = (t1 - t0) / columns;
    std::size_t at = 0, wide = 0;
    for (const Span& span : spans) {
        if (span.count == 0) return "an empty span";
        if (at + span.count > in_range.size()) return "more bars than there are";
        PlainBar sum = in_range[at];
        std::int64_t longest = -1, blocked = 0, busy = 0;
        bool any_blocked = false;
        for (std::size_t i = at; i < at + span.count; ++i) {
            const PlainBar& bar = in_range[i];
            sum.begin = std::min(sum.begin, bar.begin);
            sum.end = std::max(sum.end, bar.end);
            sum.failed |= bar.failed;
            sum.lost |= bar.lost;
            any_blocked |= bar.blocked;
            busy += bar.end - bar.begin;
            if (bar.blocked) blocked += bar.end - bar.begin;
            if (bar.end - bar.begin > longest) {
                longest = bar.end - bar.begin;
                sum.seq = bar.seq;
                sum.operation = bar.operation;
            }
        }
        const auto here = "span " + std::to_string(&span - spans.data()) + ": ";
        if (span.begin_ns != sum.begin) return here + "begin";
        if (span.end_ns != sum.end) return here + "end";
        if (span.seq != sum.seq) return here + "sequence";
        if (span.operation != sum.operation) return here + "operation";
        if (span.failed != sum.failed) return here + "failed";
        if (span.lost != sum.lost) return here + "lost";
        if (span.blocked != (any_blocked && blocked * 2 >= busy)) return here + "blocked";
        if (span.open) return here + "open";
        if (span.count > 1 && span.end_ns - span.begin_ns > column) return here + "wider than a column";
        if (span.end_ns - span.begin_ns > column) ++wide;
        at += span.count;
    }
    if (at != in_range.size()) return "fewer bars than there are";
    if (overlap == Overlap::none && column > 0 &&
        static_cast<std::int64_t>(spans.size()) >
            2 * (t1 - t0) / column + static_cast<std::int64_t>(wide) + 4)
        return "too many spans";
    return {};
}

}  // namespace ipcscope::testing

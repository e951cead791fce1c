#include "runtime/outline.h"

#include <algorithm>
#include <climits>

namespace ipcscope {

namespace {

template <typename Item>
const std::vector<Item>* items_of(const std::map<LaneKey, std::vector<Item>>& from, LaneKey lane) {
    const auto found = from.find(lane);
    return found == from.end() ? nullptr : &found->second;
}

std::int64_t width(std::int64_t t0, std::int64_t t1, int columns) {
    return columns == INT_MAX ? -1 : (t1 - t0) / std::max(columns, 1);
}

bool wanted(const LaneKey& from, const LaneKey& to, std::span<const LaneKey> only) {
    return only.empty() || std::find(only.begin(), only.end(), from) != only.end() ||
           std::find(only.begin(), only.end(), to) != only.end();
}

void absorb(Span& sum, const Span& later) {
    const auto length = [](const Span& span) { return span.end_ns - span.begin_ns; };
    if (length(later) > length(sum)) {
        sum.seq = later.seq;
        sum.operation = later.operation;
    }
    sum.end_ns = std::max(sum.end_ns, later.end_ns);
    sum.count += later.count;
    sum.blocked |= later.blocked;
    sum.failed |= later.failed;
    sum.lost |= later.lost;
}

}  // namespace

void Outline::add_spans(LaneKey lane, std::int64_t from, std::int64_t t0, std::int64_t t1, int columns,
                        std::vector<Span>& out) const {
    const auto* all = items_of(spans, lane);
    if (!all) return;
    const auto column = width(t0, t1, columns), begin = std::max(from, t0);
    // By their begin; one that is long may reach in from before.
    const auto start = out.size();
    for (const auto& span : *all) {
        if (span.begin_ns >= t1) break;
        auto shown = span;
        if (shown.open) shown.end_ns = t1;
        if (shown.end_ns < begin || (shown.begin_ns < from && shown.end_ns <= from)) continue;
        shown.begin_ns = std::max(shown.begin_ns, std::min(from, shown.end_ns));
        if (out.size() > start && !shown.open && shown.end_ns - out.back().begin_ns <= column)
            absorb(out.back(), shown);
        else
            out.push_back(shown);
    }
}

void Outline::add_levels(LaneKey lane, std::int64_t from, std::int64_t t0, std::int64_t t1, int columns,
                         std::vector<LevelPoint>& out) const {
    const auto* all = items_of(levels, lane);
    if (!all) return;
    const auto column = width(t0, t1, columns);
    // What was read has told what came before `from`, not at it.
    auto next =
        std::upper_bound(all->begin(), all->end(), from > t0 ? from - 1 : t0,
                         [](std::int64_t time, const LevelPoint& point) { return time < point.time_ns; });
    if (out.empty() && next != all->begin()) {  // its value at t0
        const auto& before = *std::prev(next);
        out.push_back({t0, before.last, before.last, before.last, before.last, before.seq});
    }
    for (const auto start = out.size(); next != all->end() && next->time_ns < t1; ++next) {
        if (out.size() == start || next->time_ns - out.back().time_ns > column) {
            out.push_back(*next);
            continue;
        }
        auto& sum = out.back();
        sum.last = next->last;
        sum.min = std::min(sum.min, next->min);
        sum.max = std::max(sum.max, next->max);
        sum.seq = next->seq;
    }
}

void Outline::add_ranges(LaneKey lane, std::int64_t from, std::int64_t t0, std::int64_t t1,
                         std::vector<RangeSpan>& out) const {
    if (const auto* all = items_of(ranges, lane))
        for (const auto& range : *all)
            if (range.begin_ns >= from && range.begin_ns < t1 && range.end_ns >= t0) out.push_back(range);
}

std::uint64_t Outline::range_end(LaneKey lane) const {
    std::uint64_t end = 0;
    if (const auto* all = items_of(ranges, lane))
        for (const auto& range : *all)
            end = std::max(end, range.high);
    return end;
}

std::uint64_t Outline::add_arrows(std::int64_t from, std::int64_t t0, std::int64_t t1, std::size_t limit,
                                  std::vector<FlowArrow>& out, std::span<const LaneKey> only) const {
    std::uint64_t total = 0;
    for (const auto& band : bands)
        if (band.last_end_ns >= std::max(from, t0) && band.first_begin_ns < t1 &&
            wanted(band.from, band.to, only))
            total += band.count;
    if (total == 0) return 0;
    std::vector<FlowArrow> mine;
    for (const auto& arrow : arrows)
        if (arrow.end_ns >= std::max(from, t0) && arrow.begin_ns < t1 && wanted(arrow.from, arrow.to, only))
            mine.push_back(arrow);
    if (mine.size() > limit) {
        const auto longer = [](const FlowArrow& a, const FlowArrow& b) {
            return a.end_ns - a.begin_ns > b.end_ns - b.begin_ns;
        };
        std::nth_element(mine.begin(), mine.begin() + static_cast<std::ptrdiff_t>(limit), mine.end(), longer);
        mine.resize(limit);
        std::sort(mine.begin(), mine.end(),
                  [](const FlowArrow& a, const FlowArrow& b) { return a.end_ns < b.end_ns; });
    }
    out.insert(out.end(), mine.begin(), mine.end());
    return total;
}

std::uint64_t Outline::add_bands(std::int64_t from, std::int64_t t0, std::int64_t t1, int columns,
                                 std::vector<FlowBand>& out, std::span<const LaneKey> only) const {
    std::uint64_t total = 0;
    const auto each = std::max<std::int64_t>(1, (t1 - t0) / std::max(columns, 1));
    const auto start = out.size();
    for (const auto& band : bands) {
        if (band.first_end_ns < from || band.first_end_ns < t0 || band.first_end_ns >= t1 ||
            !wanted(band.from, band.to, only))
            continue;
        total += band.count;
        const auto column =
            static_cast<int>(std::min<std::int64_t>(columns - 1, (band.first_end_ns - t0) / each));
        if (out.size() > start && out.back().column == column && out.back().from == band.from &&
            out.back().to == band.to) {
            auto& sum = out.back();
            sum.first_begin_ns = std::min(sum.first_begin_ns, band.first_begin_ns);
            sum.last_begin_ns = std::max(sum.last_begin_ns, band.last_begin_ns);
            sum.last_end_ns = std::max(sum.last_end_ns, band.last_end_ns);
            sum.count += band.count;
            continue;
        }
        out.push_back(band);
        out.back().column = column;
    }
    return total;
}

}  // namespace ipcscope

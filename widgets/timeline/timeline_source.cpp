#include "timeline/timeline_source.h"

#include <algorithm>

namespace ipcscope {

void TimelineSource::ranges(quint64, qint64, qint64, int, std::vector<TimelineRange>&) const {}

std::size_t TimelineSource::arrowDensity(qint64 t0, qint64 t1, int columns,
                                         std::vector<TimelineArrowBand>& out) const {
    out.clear();
    if (t1 <= t0 || columns < 1) return 0;
    std::vector<TimelineArrow> some;
    const std::size_t all = arrows(t0, t1, 4000, some);
    const double share = some.empty() ? 1 : static_cast<double>(all) / static_cast<double>(some.size());
    for (const TimelineArrow& arrow : some) {
        if (arrow.fromTime < t0 || arrow.fromTime >= t1) continue;
        auto band = std::find_if(out.begin(), out.end(), [&](const TimelineArrowBand& b) {
            return b.fromLane == arrow.fromLane && b.toLane == arrow.toLane;
        });
        if (band == out.end()) {
            band = out.insert(out.end(), {arrow.fromLane, arrow.toLane, arrow.colour, {}});
            band->counts.resize(static_cast<std::size_t>(columns));
        }
        const double at = static_cast<double>(arrow.fromTime - t0) / static_cast<double>(t1 - t0) * columns;
        band->counts[static_cast<std::size_t>(std::min<double>(at, columns - 1))] +=
            static_cast<quint32>(std::max(1.0, share));
    }
    return all;
}

quint64 TimelineSource::count(quint64 lane, qint64 t0, qint64 t1) const {
    if (t1 <= t0) return 0;
    quint64 n = 0;
    const auto within = [&](qint64 begin, qint64 end, quint32 events) {
        if (begin < t1 && std::max(end, begin + 1) > t0) n += events;
    };
    std::vector<TimelineBar> found;
    bars(lane, t0, t1, 256, found);
    for (const TimelineBar& bar : found)
        within(bar.begin, bar.end, bar.count);
    return n;
}

void TimelineSource::density(qint64 t0, qint64 t1, int columns, std::vector<TimelineDensity>& out) const {
    out.assign(static_cast<std::size_t>(std::max(columns, 1)), {});
    if (t1 <= t0) return;
    const double scale = static_cast<double>(out.size()) / static_cast<double>(t1 - t0);
    const auto column = [&](qint64 time) {
        const double at = static_cast<double>(time - t0) * scale;
        return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(out.size() - 1)));
    };
    std::vector<TimelineBar> found;
    for (const TimelineLane& lane : lanes()) {
        if (lane.shape != LaneShape::bars && lane.shape != LaneShape::markers) continue;
        found.clear();
        bars(lane.key, t0, t1, columns, found);
        for (const TimelineBar& bar : found) {
            const std::size_t from = column(bar.begin), to = column(bar.end);
            // A single long call is one event, where it begins; many are spread over their time.
            const std::size_t last = bar.count > 1 ? to : from;
            const auto parts = static_cast<quint32>(last - from + 1);
            for (std::size_t i = from; i <= last; ++i)
                out[i].count += std::max<quint32>(1, bar.count / parts);
            out[to].failed |= bar.failed;
            out[from].lost |= bar.lost;
        }
    }
}

bool TimelineSource::numbered(quint64 number, quint64& seq) const {
    quint64 lane = 0;
    qint64 begin = 0, end = 0;
    seq = number;
    return locate(number, lane, begin, end);
}

// Looks among those that touch the time of both.
bool TimelineSource::arrow(quint64 fromSeq, quint64 toSeq, TimelineArrow& out) const {
    quint64 lane = 0;
    qint64 begin = 0, end = 0, from = 0, to = 0;
    if (!locate(fromSeq, lane, begin, end) || !locate(toSeq, lane, from, to)) return false;
    std::vector<TimelineArrow> some;
    arrows(std::min(begin, from), std::max(end, to) + 1, 512, some);
    for (const TimelineArrow& one : some)
        if (one.fromSeq == fromSeq && one.toSeq == toSeq) {
            out = one;
            return true;
        }
    return false;
}

}  // namespace ipcscope

#include "timeline/timeline_source.h"

#include <QLocale>

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
    std::vector<quint64> all;
    for (const TimelineLane& lane : lanes())
        if (lane.shape == LaneShape::bars || lane.shape == LaneShape::markers) all.push_back(lane.key);
    densityOf(all, t0, t1, columns, out);
}

void TimelineSource::densityOf(const std::vector<quint64>& lanes, qint64 t0, qint64 t1, int columns,
                               std::vector<TimelineDensity>& out) const {
    out.assign(static_cast<std::size_t>(std::max(columns, 1)), {});
    if (t1 <= t0) return;
    std::vector<TimelineBar> found;
    std::vector<TimelineStep> changes;
    for (const TimelineLane& lane : this->lanes()) {
        if (std::find(lanes.begin(), lanes.end(), lane.key) == lanes.end()) continue;
        found.clear();
        changes.clear();
        if (lane.shape == LaneShape::steps)
            steps(lane.key, t0, t1, columns, changes);
        else
            bars(lane.key, t0, t1, columns, found);
        for (const TimelineStep& step : changes)
            if (step.time > t0) addDensity(out, t0, t1, step.time, step.time, 1, false, false);
        for (const TimelineBar& bar : found)
            addDensity(out, t0, t1, bar.begin, bar.end, bar.count, bar.failed, bar.lost);
    }
}

void addDensity(std::vector<TimelineDensity>& out, qint64 t0, qint64 t1, qint64 begin, qint64 end,
                quint32 count, bool failed, bool lost) {
    const double scale = static_cast<double>(out.size()) / static_cast<double>(t1 - t0);
    const auto column = [&](qint64 time) {
        const double at = static_cast<double>(time - t0) * scale;
        return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(out.size() - 1)));
    };
    const std::size_t from = column(begin), to = column(end);
    // A single long call is one event, where it begins; many are spread over their time.
    const std::size_t last = count > 1 ? to : from;
    const auto parts = static_cast<quint32>(last - from + 1);
    for (std::size_t i = from; i <= last; ++i)
        out[i].count += std::max<quint32>(1, count / parts);
    out[to].failed |= failed;
    out[from].lost |= lost;
}

QString TimelineSource::levelText(const TimelineLane& lane) const {
    std::vector<TimelineStep> found;
    const qint64 at = moment();
    steps(lane.key, at, at + 1, 1, found);
    if (found.empty()) return {};
    if (!found.back().known) return QChar(0x2013);  // nobody knows it now
    const QString value = QLocale().toString(found.back().last);
    return lane.unit.isEmpty() ? value : value + QChar(0xa0) + lane.unit;
}

qint64 TimelineSource::firstToShow(qint64 end) const {
    const qint64 begin = firstTime(), first = firstOfInterest();
    const bool late = first > begin && first < end && (first - begin) > (end - begin) / 6;
    return late ? first - (end - first) / 50 : begin;
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

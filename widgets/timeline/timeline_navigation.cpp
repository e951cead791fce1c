// Finding events: under the pointer, beside another one, at the other end of a flow.
#include "timeline/timeline_view_p.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace ipcscope {
namespace {
constexpr double reach = 4;  // pixels
}

int TimelineView::Private::laneIndex(quint64 key) const {
    for (std::size_t i = 0; i < lanes.size(); ++i)
        if (lanes[i].key == key) return static_cast<int>(i);
    return -1;
}

// Level changes look like markers here.
std::vector<TimelineBar> TimelineView::Private::items(int lane, qint64 t0, qint64 t1, int columns,
                                                      bool foreign) const {
    std::vector<TimelineBar> out;
    if (!source || lane < 0 || t1 <= t0) return out;
    const TimelineLane& info = lanes[static_cast<std::size_t>(lane)];
    if (info.shape == LaneShape::ranges) {
        if (!foreign) return out;  // they stand in the lanes of who wrote
        std::vector<TimelineRange> ranges;
        source->ranges(info.key, t0, t1, columns, ranges);
        for (const TimelineRange& range : ranges) {
            TimelineBar bar;
            bar.begin = range.begin;
            bar.end = range.end;
            bar.seq = range.seq;
            bar.count = range.count;
            bar.colour = range.colour;
            out.push_back(bar);
        }
        return out;
    }
    if (info.shape != LaneShape::steps) {
        source->bars(info.key, t0, t1, columns, out);
        if (!foreign)  // what is shown here, but stands in the lane of who sent it
            std::erase_if(out, [](const TimelineBar& bar) {
                return bar.mark == TimelineMark::pending || bar.mark == TimelineMark::sent ||
                       bar.mark == TimelineMark::ignored;
            });
        return out;
    }
    std::vector<TimelineStep> steps;
    source->steps(info.key, t0, t1, columns, steps);
    for (const TimelineStep& step : steps) {
        if (step.time == t0) continue;  // what was before
        TimelineBar bar;
        bar.begin = bar.end = step.time;
        bar.seq = step.seq;
        bar.colour = info.colour;
        out.push_back(bar);
    }
    return out;
}

std::optional<TimelineHit> TimelineView::Private::hit(const QPointF& position) const {
    const TimelineFrame now = frame();
    if (!source || !now.plot().contains(position.toPoint())) return std::nullopt;
    const LaneRow* row = layout.rowSeenAt(static_cast<int>(position.y()) - now.rulerHeight, now.scroll);
    if (!row || row->lane < 0) return std::nullopt;
    const bool bars = lanes[static_cast<std::size_t>(row->lane)].shape == LaneShape::bars;
    const double around = bars ? reach : 8;
    const double x = position.x() - header_width;
    auto found = items(row->lane, axis.time(x - around - 1), axis.time(x + around + 1) + 1,
                       static_cast<int>(std::ceil((2 * around + 2) * now.ratio)), true);
    for (TimelineBar& bar : found)
        if (bar.open) bar.end = std::max(bar.begin, source->now());
    const int best = nearestItem(found, axis, x, around);
    if (best < 0) return std::nullopt;
    return TimelineHit{row->lane, found[static_cast<std::size_t>(best)]};
}

// The first (or last) item that begins within [t0, t1): closer and closer, until it is one by itself.
std::optional<TimelineBar> TimelineView::Private::single(int lane, qint64 t0, qint64 t1, bool first) const {
    std::optional<TimelineBar> best;
    for (int round = 0; round < 40 && t1 > t0; ++round) {
        auto found = items(lane, t0, t1, 64);
        std::erase_if(found, [&](const TimelineBar& bar) { return bar.begin < t0; });
        if (found.empty()) return best;
        const TimelineBar& bar = first ? found.front() : found.back();
        best = bar;
        if (bar.count == 1) return best;
        const qint64 from = bar.begin, to = bar.end + 1;
        if (from <= t0 && to >= t1) return best;
        t0 = std::max(t0, from);
        t1 = std::min(t1, to);
    }
    return best;
}

std::optional<TimelineBar> TimelineView::Private::itemAfter(int lane, qint64 time) const {
    const qint64 end = dataEnd() + 1;
    qint64 from = time + 1;
    for (qint64 width = std::max<qint64>(64, static_cast<qint64>(axis.span)); from < end; width *= 4) {
        if (const auto found = single(lane, from, std::min(end, from + width), true)) return found;
        from += width;
    }
    return std::nullopt;
}

std::optional<TimelineBar> TimelineView::Private::itemBefore(int lane, qint64 time) const {
    const qint64 begin = dataBegin();
    qint64 to = time;
    for (qint64 width = std::max<qint64>(64, static_cast<qint64>(axis.span)); to > begin; width *= 4) {
        if (const auto found = single(lane, std::max(begin - 1, to - width), to, false)) return found;
        to -= width;
    }
    return std::nullopt;
}

std::optional<TimelineBar> TimelineView::Private::itemNear(int lane, qint64 time) const {
    auto here = items(lane, time, time + 1, 1);
    if (!here.empty() && here.front().count == 1) return here.front();
    const auto before = itemBefore(lane, time + 1), after = itemAfter(lane, time);
    if (!before || !after) return before ? before : after;
    return time - before->end <= after->begin - time ? before : after;
}

void TimelineView::Private::locateSelection() {
    joints.clear();
    selected_lane = -1;
    if (!source) return;
    quint64 key = 0;
    if (!source->locate(selected_seq, key, selected_begin, selected_end)) return;
    selected_lane = laneIndex(key);
    for (const quint64 seq : source->joined(selected_seq)) {
        Joint joint{};
        joint.seq = seq;
        if (joints.size() == 64 || !source->locate(seq, key, joint.begin, joint.end)) continue;
        joint.lane = laneIndex(key);
        if (joint.lane < 0) continue;
        // Without better knowledge: from what ended first.
        const bool sends = selected_end <= joint.end;
        joint.from_lane = sends ? selected_lane : joint.lane;
        joint.to_lane = sends ? joint.lane : selected_lane;
        joint.from_time = sends ? selected_end : joint.end;
        joint.to_time = sends ? joint.end : selected_end;
        TimelineArrow arrow;
        const bool out = source->arrow(selected_seq, seq, arrow);
        if (out || source->arrow(seq, selected_seq, arrow)) {
            joint.from_lane = out ? selected_lane : joint.lane;
            joint.to_lane = out ? joint.lane : selected_lane;
            joint.from_time = arrow.fromTime;
            joint.to_time = arrow.toTime;
        }
        joints.push_back(joint);
    }
}

void TimelineView::Private::reveal(int lane, qint64 begin, qint64 end) {
    const double x0 = axis.x(begin), x1 = axis.x(end);
    if (x1 < 0 || x0 > axis.width || (x1 - x0 < axis.width && (x0 < 0 || x1 > axis.width))) {
        fitted = false;
        q.setFollow(false);
        const double middle = x1 - x0 < axis.width ? (x0 + x1) / 2 - axis.width / 2 : x0 - axis.width * 0.1;
        axis.pan(middle);
        axisChanged();
    }
    const LaneRow* row = layout.rowOf(lane);
    if (!row) return;
    scrollTo(*row);
}

void TimelineView::Private::moveAlong(int direction) {
    if (!source || lanes.empty()) return;
    if (selected_lane < 0 || !selected) return moveAcross(0);
    const auto found =
        direction > 0 ? itemAfter(selected_lane, selected_begin) : itemBefore(selected_lane, selected_begin);
    if (found) q.select(found->seq);
}

// Without a selection: what is nearest to the middle of the first lane that has anything.
void TimelineView::Private::moveAcross(int direction) {
    if (!source || lanes.empty()) return;
    const bool start = !selected || selected_lane < 0;
    const qint64 time =
        start ? axis.time(axis.width / 2) : selected_begin + (selected_end - selected_begin) / 2;
    int lane = start ? layout.neighbour(-1, 0) : layout.neighbour(selected_lane, direction);
    for (std::size_t tries = 0; tries < lanes.size(); ++tries) {
        if (const auto found = itemNear(lane, time)) return q.select(found->seq);
        const int next = layout.neighbour(lane, start || direction > 0 ? 1 : -1);
        if (next == lane) return;
        lane = next;
    }
}

void TimelineView::selectNext() {
    d->moveAlong(1);
}
void TimelineView::selectPrevious() {
    d->moveAlong(-1);
}

// Again and again: through all other ends in turn, if there are several.
void TimelineView::jumpToOtherEnd() {
    if (!d->selected || d->joints.empty()) return;
    const quint64 origin = d->selected_seq;
    const quint64 target = d->joints[d->next_jump % d->joints.size()].seq;
    d->jump_origin = target;
    select(target);
    // The way back leads on to the origin's next other end.
    if (d->joints.size() == 1 && d->joints.front().seq == origin) ++d->next_jump;
}

// To the other end of the arrow that leaves here; where none does, to the next thing in this lane that sends
// (backwards: that received).
void TimelineView::Private::hop(bool forward) {
    if (!source || !selected || selected_lane < 0) return;
    for (const Joint& joint : joints) {
        const bool leaves = joint.from_lane == selected_lane && joint.from_time <= joint.to_time &&
                            (joint.lane != selected_lane || joint.begin > selected_begin) &&
                            joint.to_lane == joint.lane;
        if (leaves == forward) return q.select(joint.seq);
    }
    constexpr int farthest = 500;  // events
    qint64 time = selected_begin;
    for (int i = 0; i < farthest; ++i) {
        const auto next = forward ? itemAfter(selected_lane, time) : itemBefore(selected_lane, time);
        if (!next) return;
        time = next->begin;
        for (const quint64 other : source->joined(next->seq)) {
            quint64 key = 0, own = 0;
            qint64 begin = 0, end = 0, from = 0, to = 0;
            if (!source->locate(other, key, begin, end) || !source->locate(next->seq, own, from, to))
                continue;
            if ((end >= to) == forward) return q.select(next->seq);
        }
    }
}

void TimelineView::nextHop() {
    d->hop(true);
}

void TimelineView::previousHop() {
    d->hop(false);
}

// A click on an arrow leads to the end that is not seen, else to the one that is farther from the click.
std::optional<quint64> TimelineView::Private::arrowAt(const QPointF& position) const {
    if (!source || arrow_mode == ArrowMode::none) return std::nullopt;
    const TimelineFrame now = frame();
    if (!now.plot().contains(position.toPoint())) return std::nullopt;
    std::optional<quint64> found;
    double nearest = 5;
    const auto consider = [&](const ArrowShape& shape, quint64 fromSeq, quint64 toSeq) {
        const QPointF line = shape.to - shape.from, away = position - shape.from;
        const double square = QPointF::dotProduct(line, line);
        if (square < 1) return;
        const double share = std::clamp(QPointF::dotProduct(away, line) / square, 0.0, 1.0);
        const QPointF off = away - line * share;
        const double distance = std::hypot(off.x(), off.y());
        if (distance >= nearest) return;
        nearest = distance;
        const auto seen = [&](const QPointF& end) { return now.plot().contains(end.toPoint()); };
        const bool to = seen(shape.from) != seen(shape.to) ? seen(shape.from) : share < 0.5;
        found = to ? toSeq : fromSeq;
    };
    ArrowShape shape;
    for (const Joint& joint : joints) {
        const bool leaves = joint.to_lane == joint.lane;
        if (arrowShape(now, joint.from_lane, joint.to_lane, joint.from_time, joint.to_time, shape))
            consider(shape, leaves ? selected_seq : joint.seq, leaves ? joint.seq : selected_seq);
    }
    if (found || arrow_mode != ArrowMode::all) return found;
    std::vector<TimelineArrow> arrows;
    if (source->arrows(axis.first(), axis.last(), TimelinePainter::max_arrows, arrows) >
        TimelinePainter::max_arrows)
        return std::nullopt;
    for (const TimelineArrow& arrow : arrows)
        if (arrowShape(now, laneIndex(arrow.fromLane), laneIndex(arrow.toLane), arrow.fromTime, arrow.toTime,
                       shape))
            consider(shape, arrow.fromSeq, arrow.toSeq);
    return found;
}

void TimelineView::zoomToSelection() {
    if (!d->selected || d->selected_lane < 0) return;
    const qint64 end = d->selected_end;
    const double length = std::max<double>(static_cast<double>(end - d->selected_begin), d->axis.span / 200);
    d->fitted = false;
    setFollow(false);
    d->axis.span = std::clamp(length * 1.6, TimeAxis::min_span, TimeAxis::max_span);
    const double middle = static_cast<double>(d->selected_begin - d->axis.origin) +
                          static_cast<double>(end - d->selected_begin) / 2;
    d->axis.begin = middle - d->axis.span / 2;
    d->axisChanged();
}

}  // namespace ipcscope

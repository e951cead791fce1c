// What stands in or between bars: lives, moments, writes into memory.
#include "timeline/pixel_canvas.h"
#include "timeline/timeline_painter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ipcscope {

// From its first to its last moment a process has a ground of its own; the line in its middle is time in
// which it was asked for nothing.
void TimelinePainter::paintLife(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row,
                                const QRect& box) {
    const TimelineLane& lane = (*frame.lanes)[static_cast<std::size_t>(row.lane)];
    if (!lane.born) return;
    const qint64 end = lane.died                 ? lane.died
                       : frame.source->running() ? frame.source->now()
                                                 : std::max(frame.source->lastTime(), lane.born);
    const auto x = [&](qint64 time) { return px(std::clamp(frame.xOf(time), -1e6, 1e6)); };
    const int x0 = x(lane.born), x1 = std::max(x(end), x0 + 1);
    const int y0 = px(box.top()), y1 = px(box.top() + box.height()), line = std::max(1, px(1));
    bool given = false;
    const QColor colour = laneColour(frame, lane, &given);
    const QColor ground = tinted(given ? colour : palette_.dimText, palette_.plot,
                                 given           ? 0.22
                                 : palette_.dark ? 0.13
                                                 : 0.10);
    canvas.fill(x0, y0, x1, y1, ground.rgb());
    const int middle = (y0 + y1) / 2;
    canvas.fill(x0, middle, x1, middle + line, tinted(palette_.dimText, ground, 0.38).rgb());
}

void TimelinePainter::paintMark(PixelCanvas& canvas, const TimelineFrame& frame, const TimelineBar& bar,
                                const QRect& box) {
    const double strength = bar.dimmed ? 0.28 : 1;
    const QColor colour = tinted(bar.failed ? palette_.failed
                                 : bar.lost ? palette_.lost
                                            : palette_.mechanism(bar.colour),
                                 palette_.plot, strength);
    const double from = frame.xOf(bar.begin), x = (from + frame.xOf(bar.end)) / 2 * ratio_;
    const double y = (box.top() + box.height() / 2.0) * ratio_;
    const double r = std::min(box.height() / 2.0, bar.count > 1 ? 8.0 : 6.5) * ratio_;
    const QRgb ink = colour.rgb(), pale = tinted(colour, palette_.plot, 0.55).rgb();
    const QRgb ground = palette_.plot.rgb();
    const int line = std::max(1, px(1));
    switch (bar.mark) {
        case TimelineMark::born: {  // a wall with a flag: from here on
            const int x0 = px(from);
            const QRgb life = tinted(palette_.dimText, palette_.plot, 0.9 * strength).rgb();
            canvas.fill(x0, px(box.top()), x0 + 2 * line, px(box.top() + box.height()), life);
            const double wall = x0 + line;
            canvas.triangle({wall, y - r * 0.75}, {wall, y + r * 0.75}, {x0 + r, y}, life, 255);
            return;
        }
        case TimelineMark::ended: {  // a wall: red if it was killed
            const int x0 = px(from);
            const QRgb end =
                tinted(bar.failed ? palette_.failed : palette_.dimText, palette_.plot, strength).rgb();
            canvas.fill(x0 - line, px(box.top()), x0 + 2 * line, px(box.top() + box.height()), end);
            const double s = r * 0.62;
            canvas.line(x - s, y - s, x + s, y + s, 2 * ratio_, end, 255);
            canvas.line(x - s, y + s, x + s, y - s, 2 * ratio_, end, 255);
            return;
        }
        case TimelineMark::pending: {  // from the sending on, until it is delivered or now
            const double x0 = from * ratio_;
            const double x1 =
                std::clamp(frame.xOf(bar.open ? frame.source->now() : bar.end), -1e5, 1e5) * ratio_;
            canvas.line(std::max(x0, -1e5), y, x1, y, 1.6 * ratio_, ink, 255, 4 * ratio_);
            canvas.circle(x0, y, r * 0.72, ground, ink);
            return;
        }
        case TimelineMark::sent: canvas.circle(x, y, r * 0.72, ground, ink); return;
        case TimelineMark::ignored: {  // crossed out
            const QRgb faint = tinted(colour, palette_.plot, 0.62 * strength).rgb();
            const double s = r * 0.95;
            canvas.circle(x, y, r * 0.72, ground, faint);
            canvas.line(x - s, y + s, x + s, y - s, 1.8 * ratio_, palette_.failed.rgb(), 255);
            return;
        }
        case TimelineMark::coalesced:  // several became one
            canvas.diamond(x + 4 * ratio_, y, r, ground, ink);
            canvas.diamond(x, y, r, ink, ground);
            return;
        case TimelineMark::delivered:
        case TimelineMark::plain: break;
    }
    canvas.line(x, px(box.top() - 3), x, px(box.top() + box.height() + 3), ratio_, ink, 90);
    if (bar.mark == TimelineMark::plain && bar.count == 1)
        canvas.circle(x, y, r * 0.7, ink, ink);
    else
        canvas.diamond(x, y, r, bar.count > 1 ? pale : ink, ink);
}

void TimelinePainter::paintMarkers(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    const TimelineLane& lane = (*frame.lanes)[static_cast<std::size_t>(row.lane)];
    bars_.clear();
    // Those that would cover each other are asked for as one.
    const double apart = 9;
    const qint64 margin = static_cast<qint64>(frame.axis.perPixel() * apart) + 1;
    frame.source->bars(lane.key, frame.axis.first() - margin, frame.axis.last() + margin,
                       std::max(1, static_cast<int>(frame.axis.width / apart)), bars_);
    const QRect box = TimelineFrame::barRect(lane, frame.yOf(row), row.height);
    for (const TimelineBar& bar : bars_)
        if (bar.mark == TimelineMark::pending) paintMark(canvas, frame, bar, box);
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        const TimelineBar& bar = bars_[i];
        if (bar.mark != TimelineMark::pending) paintMark(canvas, frame, bar, box);
        const bool pending = bar.mark == TimelineMark::pending;
        const double x = pending ? frame.xOf(bar.begin) : (frame.xOf(bar.begin) + frame.xOf(bar.end)) / 2;
        double next = frame.size.width();
        for (std::size_t n = i + 1; n < bars_.size(); ++n)
            next = std::min(next, frame.xOf(bars_[n].begin) - 8);
        const double room_from = x + (bar.mark == TimelineMark::coalesced ? 14 : 9);
        const QString text = bar.count > 1 ? QLocale().toString(bar.count) : bar.label;
        const double needed = bar.count > 1 ? 14 : 34;
        if (text.isEmpty() || next - room_from <= needed || room_from <= frame.headerWidth) continue;
        const QColor ink = bar.dimmed ? palette_.dimText : bar.failed ? palette_.failed : palette_.text;
        // Above a dashed line the words stand on a ground of their own.
        if (pending && frame.words && bar.end > bar.begin) {
            texts_.setFont(frame.font);
            const double wide = std::min(texts_.width(text, false) + 4, next - room_from - 2);
            canvas.fill(px(room_from - 2), px(box.top()), px(room_from + wide), px(box.top() + box.height()),
                        palette_.plot.rgb());
        }
        plot_labels_.push_back(
            {QRectF(room_from, box.top(), next - room_from - 2, box.height()), text, ink, false, pinned_});
    }
}

void TimelinePainter::paintRanges(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    const TimelineLane& lane = (*frame.lanes)[static_cast<std::size_t>(row.lane)];
    ranges_.clear();
    frame.source->ranges(lane.key, frame.axis.first(), frame.axis.last(), px(frame.axis.width), ranges_);
    const QRect box = TimelineFrame::barRect(lane, frame.yOf(row), row.height);
    quint64 size = lane.size;
    for (const TimelineRange& range : ranges_)
        size = std::max(size, range.offset + range.length);
    const QFontMetrics metrics(frame.font);
    if (size)
        header_labels_.push_back(
            {QRectF(14, box.top() + metrics.height() - 2, frame.headerWidth - 26.0, metrics.height() + 4),
             QCoreApplication::translate("ipcscope::TimelineView", "%1 bytes, first at the top")
                 .arg(QLocale().toString(size)),
             palette_.dimText, false, pinned_});
    if (!size) return;
    const double top = box.top() * ratio_, height = box.height() * ratio_;
    const auto y = [&](quint64 offset) {
        return top + height * static_cast<double>(offset) / static_cast<double>(size);
    };
    // The address runs from top to bottom: what was written stays until it is written again.
    const int line = std::max(1, px(1));
    canvas.fill(canvas.clip().left(), static_cast<int>(top), canvas.clip().right() + 1,
                static_cast<int>(top) + line, palette_.grid.rgb());
    canvas.fill(canvas.clip().left(), static_cast<int>(top + height) - line, canvas.clip().right() + 1,
                static_cast<int>(top + height), palette_.grid.rgb());
    for (const TimelineRange& range : ranges_) {
        const int x0 = px(std::clamp(frame.xOf(range.begin), -1e6, 1e6));
        const int x1 = std::max(x0 + px(3), px(std::clamp(frame.xOf(range.end), -1e6, 1e6)));
        const int y0 = static_cast<int>(std::floor(y(range.offset)));
        const int y1 = std::max(y0 + px(3), static_cast<int>(std::ceil(y(range.offset + range.length))));
        const QColor colour =
            tinted(palette_.mechanism(range.colour), palette_.plot, range.dimmed ? 0.28 : 1);
        if (range.read)  // looked at, not changed
            canvas.frame(x0, y0, x1, y1, tinted(colour, palette_.plot, 0.6).rgb(), line);
        else
            canvas.blend(x0, y0, x1, y1, colour.rgb(), range.count > 1 ? 150 : 235);
    }
}

// What stands in a group that is not open, all lanes together: the more in a column, the higher.
void TimelinePainter::paintGroup(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    std::vector<quint64> keys;
    for (const int lane : row.lanes)
        keys.push_back((*frame.lanes)[static_cast<std::size_t>(lane)].key);
    // Columns stand where they are in time, so that they do not flicker while the view moves.
    constexpr double wide = 6;  // logical pixels
    const double each = frame.axis.perPixel() * wide;
    const double begin = std::floor(frame.axis.begin / each) * each;
    const int columns = static_cast<int>(std::ceil((frame.axis.begin + frame.axis.span - begin) / each));
    const qint64 t0 = frame.axis.origin + static_cast<qint64>(begin);
    const qint64 t1 =
        std::max(t0 + 1, frame.axis.origin + static_cast<qint64>(begin + each * std::max(columns, 1)));
    frame.source->densityOf(keys, t0, t1, std::max(columns, 1), density_);
    quint32 most = 1;
    for (const TimelineDensity& column : density_)
        most = std::max(most, column.count);
    const double full = std::log1p(static_cast<double>(most));
    const int top = px(frame.yOf(row) + 4), bottom = px(frame.yOf(row) + row.height - 4);
    const QRgb ink = tinted(palette_.accent, palette_.header, palette_.dark ? 0.6 : 0.5).rgb();
    const double left = frame.headerWidth + (begin - frame.axis.begin) / frame.axis.perPixel();
    for (std::size_t i = 0; i < density_.size(); ++i) {
        const TimelineDensity& column = density_[i];
        if (!column.count) continue;
        const int x0 = px(left + static_cast<double>(i) * wide);
        const int x1 = px(left + static_cast<double>(i + 1) * wide) - std::max(1, px(1));
        const double part = std::log1p(static_cast<double>(column.count)) / full;
        const int height = std::max(px(3), static_cast<int>(part * (bottom - top)));
        canvas.fill(x0, bottom - height, x1, bottom, column.lost ? palette_.lost.rgb() : ink);
        if (column.failed) canvas.fill(x0, bottom - px(3), x1, bottom, palette_.failed.rgb());
    }
}

}  // namespace ipcscope

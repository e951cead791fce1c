// The parts around the lanes: ruler, single arrows.
#include "timeline/pixel_canvas.h"
#include "timeline/timeline_painter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ipcscope {

void TimelinePainter::paintRuler(PixelCanvas& canvas, const TimelineFrame& frame, const Ruler& ruler) {
    PixelCanvas band(image_, tape_);
    (void)canvas;
    const int height = px(frame.rulerHeight), line = std::max(1, px(1));
    band.fill(0, 0, px(frame.size.width()), height, palette_.ruler.rgb());
    band.fill(0, height - line, px(frame.size.width()), height, palette_.headerBorder.rgb());
    band.fill(px(frame.headerWidth) - line, 0, px(frame.headerWidth), height, palette_.headerBorder.rgb());
    band.setClip({px(frame.headerWidth), 0, px(frame.size.width() - frame.headerWidth), height});
    const QFontMetrics metrics(frame.font);
    for (const Tick& tick : ruler.ticks) {
        const double x = frame.headerWidth + tick.x;
        const int length = px(tick.major ? 9 : 4);
        band.fill(px(x), height - length, px(x) + line, height,
                  (tick.major ? palette_.dimText : tinted(palette_.dimText, palette_.ruler, 0.5)).rgb());
        if (!tick.major) continue;
        const double width = metrics.horizontalAdvance(tick.label) + 2;
        if (x + 4 >= frame.headerWidth && x + 4 + width <= frame.size.width())
            ruler_labels_.push_back(
                {QRectF(x + 4, 0, width, frame.rulerHeight - 7), tick.label, palette_.dimText});
    }
    // What the labels count from; else how much is seen.
    const QString corner =
        ruler.base.isEmpty()
            ? QCoreApplication::translate("ipcscope::TimelineView", "%1 in view")
                  .arg(formatDuration(static_cast<qint64>(frame.axis.span)))
            : QCoreApplication::translate("ipcscope::TimelineView", "from %1").arg(ruler.base);
    ruler_labels_.push_back(
        {QRectF(14, 0, frame.headerWidth - 24, frame.rulerHeight), corner, palette_.dimText});
}

bool arrowShape(const TimelineFrame& frame, int fromLane, int toLane, qint64 fromTime, qint64 toTime,
                ArrowShape& shape) {
    const LaneRow* from = frame.layout->rowOf(fromLane);
    const LaneRow* to = frame.layout->rowOf(toLane);
    if (!from || !to) return false;
    // Bars are left and met inside, so that arrows between neighbours are long enough to be seen.
    const auto edge = [&](const LaneRow& row, bool lower) {
        const TimelineLane& lane = (*frame.lanes)[static_cast<std::size_t>(row.lane)];
        const QRect box = TimelineFrame::barRect(lane, frame.yOf(row), row.height);
        const double inset = lane.shape == LaneShape::bars ? box.height() * 0.38 : 1;
        return lower ? box.top() + box.height() - inset : box.top() + inset;
    };
    const bool down = frame.yOf(*to) >= frame.yOf(*from);
    shape.from = {frame.xOf(fromTime), edge(*from, down)};
    shape.to = {frame.xOf(toTime), edge(*to, from == to ? down : !down)};
    // What has scrolled above the pinned lanes is pointed at, not drawn over them.
    const double top = frame.pinnedBottom();
    if (!from->pinned) shape.from.setY(std::max(shape.from.y(), top));
    if (!to->pinned) shape.to.setY(std::max(shape.to.y(), top));
    return true;
}

void drawArrow(PixelCanvas& canvas, const ArrowShape& shape, QRgb colour, int alpha, double width,
               double ratio, bool guess) {
    const QPointF a = shape.from * ratio, b = shape.to * ratio;
    const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
    if (!(length > 0.5)) return;
    const QPointF along = (b - a) / length, across(-along.y(), along.x());
    const double head = std::min(8.0 * ratio * std::max(1.0, width / 2), length);
    const QPointF neck = b - along * head * 0.8;
    canvas.line(a.x(), a.y(), neck.x(), neck.y(), width * ratio, colour, alpha, guess ? 4 * ratio : 0);
    canvas.triangle(b, b - along * head + across * head * 0.42, b - along * head - across * head * 0.42,
                    colour, std::min(255, alpha + 50));
    const double dot = 1.6 * ratio * std::max(1.0, width / 1.6);
    canvas.diamond(a.x(), a.y(), dot * 1.3, colour, colour);
}

}  // namespace ipcscope

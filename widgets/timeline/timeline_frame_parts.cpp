// The parts around the lanes: header column, ruler, arrows.
#include "timeline/pixel_canvas.h"
#include "timeline/timeline_painter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ipcscope {

void TimelinePainter::paintHeader(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    const int y = frame.yOf(row);
    if (y >= frame.size.height() || y + row.height <= frame.rulerHeight) return;
    const QFontMetrics metrics(frame.font);
    const int line = std::max(1, px(1));
    canvas.setClip({0, px(frame.rulerHeight), px(frame.size.width()), px(frame.size.height())});
    canvas.fill(0, px(y + row.height) - line, px(frame.headerWidth), px(y + row.height),
                tinted(palette_.headerBorder, palette_.header, 0.55).rgb());
    if (row.lane < 0) {
        header_labels_.push_back(
            {QRectF(8, y, frame.headerWidth - 16, row.height), row.title, palette_.dimText, true});
        return;
    }
    const TimelineLane& lane = (*frame.lanes)[static_cast<std::size_t>(row.lane)];
    const bool steps = lane.shape == LaneShape::steps;
    QString side = lane.detail;
    if (steps) {
        canvas.fill(0, px(y), px(3), px(y + row.height) - line, palette_.mechanism(lane.colour).rgb());
        // The value now, whatever the view shows.
        steps_.clear();
        if (frame.source) {
            const qint64 last = frame.source->lastTime();
            frame.source->steps(lane.key, last, last + 1, 1, steps_);
        }
        if (!steps_.empty())
            side = lane.unit.isEmpty() ? QLocale().toString(steps_.back().last)
                                       : QLocale().toString(steps_.back().last) + QChar(0xa0) + lane.unit;
    }
    const double height = steps ? metrics.height() + 8 : row.height;
    const double full = frame.headerWidth - 24.0;
    QFont bold = frame.font;
    bold.setWeight(QFont::DemiBold);
    const double needed = QFontMetrics(steps ? bold : frame.font).horizontalAdvance(side) + 4;
    const double side_width = side.isEmpty() ? 0 : std::min<double>(needed, full * 0.6);
    const double label_width = full - side_width - (side_width > 0 ? 8 : 0);
    header_labels_.push_back({QRectF(14, y, label_width, height), lane.label,
                              lane.ended ? palette_.dimText : palette_.text, lane.shape == LaneShape::bars});
    if (!side.isEmpty())
        header_labels_.push_back({QRectF(14 + full - side_width - 2, y, side_width + 2, height), side,
                                  steps ? palette_.text : palette_.dimText, steps});
}

void TimelinePainter::paintRuler(PixelCanvas& canvas, const TimelineFrame& frame, const Ruler& ruler) {
    PixelCanvas band(image_);
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
    const bool down = to->y >= from->y;
    shape.from = {frame.xOf(fromTime), edge(*from, down)};
    shape.to = {frame.xOf(toTime), edge(*to, from == to ? down : !down)};
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

void TimelinePainter::paintArrows(PixelCanvas& canvas, const TimelineFrame& frame) {
    arrows_.clear();
    constexpr std::size_t density_limit = 4000;
    arrows_in_view_ = frame.source->arrows(frame.axis.first(), frame.axis.last(), density_limit, arrows_);
    if (arrows_.empty()) return;
    QHash<quint64, int> index;
    for (int i = 0; i < static_cast<int>(frame.lanes->size()); ++i)
        index[(*frame.lanes)[static_cast<std::size_t>(i)].key] = i;
    if (arrows_in_view_ <= max_arrows) {
        // Those that only pass through are long, and say little: a few of them are enough.
        constexpr int most_passing = 40;
        int passing = 0;
        ArrowShape shape;
        for (const TimelineArrow& arrow : arrows_) {
            const double x0 = frame.axis.x(arrow.fromTime), x1 = frame.axis.x(arrow.toTime);
            if (std::min(x0, x1) < 0 && std::max(x0, x1) > frame.axis.width && ++passing > most_passing)
                continue;
            if (!arrowShape(frame, index.value(arrow.fromLane, -1), index.value(arrow.toLane, -1),
                            arrow.fromTime, arrow.toTime, shape))
                continue;
            const QColor colour = tinted(palette_.mechanism(arrow.colour), palette_.text, 0.7);
            drawArrow(canvas, shape, colour.rgb(), arrow.guess ? 150 : 205, 1.3, frame.ratio, arrow.guess);
        }
        return;
    }
    // Each pair of lanes has a band between them: the more arrows begin in a column, the stronger it is.
    const int columns = image_.width();
    QHash<quint64, std::vector<quint16>> bands;
    QHash<quint64, quint16> colours;
    for (const TimelineArrow& arrow : arrows_) {
        const int from = index.value(arrow.fromLane, -1), to = index.value(arrow.toLane, -1);
        const double x = frame.xOf(arrow.fromTime) * ratio_;
        if (from < 0 || to < 0 || x < 0 || x >= columns) continue;
        const quint64 key = (static_cast<quint64>(from) << 32) | static_cast<quint32>(to);
        std::vector<quint16>& band = bands[key];
        if (band.empty()) band.resize(static_cast<std::size_t>(columns));
        ++band[static_cast<std::size_t>(x)];
        colours[key] = arrow.colour;
    }
    for (auto band = bands.cbegin(); band != bands.cend(); ++band) {
        ArrowShape shape;
        if (!arrowShape(frame, static_cast<int>(band.key() >> 32), static_cast<int>(band.key() & 0xffffffff),
                        0, 0, shape))
            continue;
        const int y0 = px(std::min(shape.from.y(), shape.to.y())),
                  y1 = px(std::max(shape.from.y(), shape.to.y()));
        const QRgb colour = palette_.mechanism(colours[band.key()]).rgb();
        for (int x = 0; x < columns; ++x) {
            const int n = band.value()[static_cast<std::size_t>(x)];
            if (n) canvas.blend(x, y0, x + 1, y1, colour, std::min(150, 34 + 22 * n));
        }
    }
}

}  // namespace ipcscope

// The column of names: group titles, lanes, the tree of processes.
#include "timeline/pixel_canvas.h"
#include "timeline/timeline_painter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>

namespace ipcscope {

void TimelinePainter::paintTitle(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    const int y = frame.yOf(row);
    // A sign that says whether it is open, as in any tree.
    const double x = 13 * ratio_, middle = (y + row.height / 2.0) * ratio_, r = 4 * ratio_;
    const QRgb ink = palette_.dimText.rgb();
    if (row.collapsed)
        canvas.triangle({x - r * 0.6, middle - r}, {x - r * 0.6, middle + r}, {x + r * 0.8, middle}, ink,
                        255);
    else
        canvas.triangle({x - r, middle - r * 0.6}, {x + r, middle - r * 0.6}, {x, middle + r * 0.8}, ink,
                        255);
    header_labels_.push_back(
        {QRectF(24, y, frame.headerWidth - 32.0, row.height), row.title, palette_.dimText, true, pinned_});
    if (!row.collapsed || !frame.words) return;
    const QString count =
        row.count == 1 ? QCoreApplication::translate("ipcscope::TimelineView", "1 lane")
                       : QCoreApplication::translate("ipcscope::TimelineView", "%1 lanes").arg(row.count);
    texts_.setFont(frame.font);
    const double needed = texts_.width(count, false) + 4, right = frame.headerWidth - 10.0;
    if (24 + texts_.width(row.title, true) + 10 + needed <= right)
        header_labels_.push_back(
            {QRectF(right - needed, y, needed, row.height), count, palette_.dimText, false, pinned_});
}

void TimelinePainter::paintTree(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    if (row.indent < 1) return;
    const bool process = (*frame.lanes)[static_cast<std::size_t>(row.lane)].shape == LaneShape::bars;
    const int y0 = px(frame.yOf(row)), y1 = px(frame.yOf(row) + row.height), middle = (y0 + y1) / 2;
    const int line = std::max(1, px(1));
    const QRgb ink = tinted(palette_.dimText, palette_.header, 0.55).rgb();
    const int x = px(14 + (row.indent - 1) * indent + 5);
    if (!process && row.last) return;
    canvas.fill(x, y0, x + line, row.last ? middle : y1, ink);
    if (process) canvas.fill(x, middle, x + px(7), middle + line, ink);
}

void TimelinePainter::paintHeader(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    const int y = frame.yOf(row);
    const QFontMetrics metrics(frame.font);
    const int line = std::max(1, px(1));
    canvas.fill(0, px(y + row.height) - line, px(frame.headerWidth), px(y + row.height),
                tinted(palette_.headerBorder, palette_.header, 0.55).rgb());
    if (row.lane < 0) return paintTitle(canvas, frame, row);
    const TimelineLane& lane = (*frame.lanes)[static_cast<std::size_t>(row.lane)];
    const bool levels = lane.shape == LaneShape::steps || lane.shape == LaneShape::ranges;
    bool given = false;
    const QColor colour = laneColour(frame, lane, &given);
    if (levels || given) canvas.fill(0, px(y), px(given ? 5 : 3), px(y + row.height) - line, colour.rgb());
    if (lane.alarm) canvas.fill(0, px(y), px(4), px(y + row.height) - line, palette_.failed.rgb());
    paintTree(canvas, frame, row);
    QString side = lane.detail;
    if (lane.shape == LaneShape::steps && frame.source)
        if (const QString level = frame.source->levelText(lane); !level.isEmpty()) side = level;
    const bool value = lane.shape == LaneShape::steps;
    const QString label = frame.labelOf(lane);
    const double height = levels ? metrics.height() + 8 : row.height;
    const double left = 14 + row.indent * indent;
    const double full = frame.headerWidth - left - 10;
    QFont bold = frame.font;
    bold.setWeight(QFont::DemiBold);
    const double name =
        QFontMetrics(lane.shape == LaneShape::bars ? bold : frame.font).horizontalAdvance(label) + 4;
    const QFontMetrics side_metrics(value ? bold : frame.font);
    double needed = side_metrics.horizontalAdvance(side) + 4;
    // A number is never cut: where there is no room for both, its unit goes, which the name tells, too.
    if (value && !lane.unit.isEmpty() && side.endsWith(lane.unit) && needed + name + 8 > full) {
        side.chop(lane.unit.size() + 1);
        needed = side_metrics.horizontalAdvance(side) + 4;
    }
    // The name first; what it does now takes what is left.
    const double least = value ? std::min(needed, full * 0.7) : std::min(needed, full * 0.4);
    const double side_width =
        side.isEmpty() ? 0 : std::clamp(full - name - 8, least, std::max({1.0, least, needed}));
    const double label_width = full - side_width - (side_width > 0 ? 8 : 0);
    header_labels_.push_back({QRectF(left, y, label_width, height), label,
                              lane.ended ? palette_.dimText : palette_.text, lane.shape == LaneShape::bars,
                              pinned_});
    if (!side.isEmpty())
        header_labels_.push_back({QRectF(left + full - side_width - 2, y, side_width + 2, height), side,
                                  value          ? palette_.text
                                  : lane.alarm   ? palette_.failed
                                  : lane.waiting ? palette_.waiting
                                                 : palette_.dimText,
                                  value, pinned_});
}

}  // namespace ipcscope

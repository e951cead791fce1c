// What pointer, selection and state add to a frame: few things, drawn with QPainter.
#include "timeline/timeline_view_p.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ipcscope {
namespace {

// A rounded label; returns where it is.
QRectF chip(QPainter& painter, const QPointF& topLeft, const QString& text, const QColor& ground,
            const QColor& ink) {
    const QFontMetricsF metrics(painter.font());
    const QRectF box(topLeft, QSizeF(metrics.horizontalAdvance(text) + 16, metrics.height() + 6));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, text);
    return box;
}

void strongArrow(QPainter& painter, const ArrowShape& shape, const QColor& colour, const QColor& halo) {
    const QLineF line(shape.from, shape.to);
    if (line.length() < 0.5) return;
    const QPointF along = (shape.to - shape.from) / line.length(), across(-along.y(), along.x());
    const double head = std::min(11.0, line.length());
    const QPointF neck = shape.to - along * head * 0.8;
    painter.setPen(QPen(halo, 5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(shape.from, neck);
    painter.setPen(QPen(colour, 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(shape.from, neck);
    QPainterPath path(shape.to);
    path.lineTo(shape.to - along * head + across * head * 0.45);
    path.lineTo(shape.to - along * head - across * head * 0.45);
    path.closeSubpath();
    painter.setPen(QPen(halo, 1));
    painter.setBrush(colour);
    painter.drawPath(path);
    painter.drawEllipse(shape.from, 3.2, 3.2);
    painter.setBrush(Qt::NoBrush);
}

}  // namespace

QRectF TimelineView::Private::itemRect(const TimelineFrame& frame, int lane, qint64 begin, qint64 end) const {
    const LaneRow* row = layout.rowOf(lane);
    if (!row) return {};
    const TimelineLane& info = lanes[static_cast<std::size_t>(lane)];
    const QRect box = TimelineFrame::barRect(info, frame.yOf(*row), row->height);
    const double x0 = std::clamp(frame.xOf(begin), -4e3, 1e5), x1 = std::clamp(frame.xOf(end), -4e3, 1e5);
    if (info.shape != LaneShape::bars) {
        const double radius = 8;
        return {x0 - radius, box.center().y() - radius + 0.5, 2 * radius + std::max(0.0, x1 - x0),
                2 * radius};
    }
    return {x0, static_cast<double>(box.top()), std::max(x1 - x0, 2.0), static_cast<double>(box.height())};
}

void TimelineView::Private::paintOverlay(QPainter& painter, const TimelineFrame& frame) {
    painter.setFont(q.font());
    if (!source || source->firstTime() == 0) return paintEmpty(painter, frame);
    painter.setClipRect(frame.plot());
    const Palette palette = Palette::of(q.palette());
    if (source->running()) {
        const double x = frame.xOf(source->now());
        painter.setPen(QPen(palette.accent, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, frame.rulerHeight), QPointF(x, frame.size.height()));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintBookmarks(painter, frame);
    painter.setClipRect(frame.plot());
    if (selected) paintSelection(painter, frame);
    paintCursors(painter, frame);
    paintPlayCursor(painter, frame);
    painter.setClipRect(frame.plot());
    paintPointer(painter, frame);
    paintRowSigns(painter, frame);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(QRect(QPoint(0, 0), frame.size));
    paintChips(painter, frame);
    if (q.hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(palette.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(QPoint(0, 0), frame.size - QSize(1, 1)));
    }
}

void TimelineView::Private::paintSelection(QPainter& painter, const TimelineFrame& frame) {
    const Palette palette = Palette::of(q.palette());
    const auto outline = [&](const QRectF& box, double width) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.plot, width + 2));
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3);
        painter.setPen(QPen(palette.selection, width));
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3);
    };
    if (selected_lane < 0 || arrow_mode == ArrowMode::none) {
        if (selected_lane >= 0) outline(itemRect(frame, selected_lane, selected_begin, selected_end), 2.2);
        return;
    }
    // Where it stands in time, over all lanes.
    const double x = frame.xOf(selected_begin);
    QColor guide = palette.selection;
    guide.setAlpha(60);
    painter.setPen(QPen(guide, 1));
    painter.drawLine(QPointF(x, frame.rulerHeight), QPointF(x, frame.size.height()));
    for (const Joint& joint : joints)
        outline(itemRect(frame, joint.lane, joint.begin, joint.end), 1.2);
    for (const Joint& joint : joints) {
        ArrowShape shape;
        if (arrowShape(frame, joint.from_lane, joint.to_lane, joint.from_time, joint.to_time, shape))
            strongArrow(painter, shape, palette.selection, palette.plot);
    }
    outline(itemRect(frame, selected_lane, selected_begin, selected_end), 2.2);
}

void TimelineView::Private::paintPointer(QPainter& painter, const TimelineFrame& frame) {
    const Palette palette = Palette::of(q.palette());
    if (hover) {
        const QRectF box =
            itemRect(frame, hover->lane, hover->bar.begin, hover->bar.open ? source->now() : hover->bar.end);
        QColor light = palette.dark ? QColor(255, 255, 255, 46) : QColor(255, 255, 255, 70);
        painter.setPen(QPen(palette.selection, 1.2));
        painter.setBrush(light);
        painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2);
    }
    const bool inside = frame.plot().contains(pointer.toPoint());
    if (drag == Drag::band) {
        const double from = frame.headerWidth + std::min(band_from, pointer.x() - frame.headerWidth);
        const double to = frame.headerWidth + std::max(band_from, pointer.x() - frame.headerWidth);
        QColor fill = palette.accent;
        fill.setAlpha(50);
        painter.setPen(QPen(palette.accent, 1));
        painter.setBrush(fill);
        painter.drawRect(QRectF(from, frame.rulerHeight - 1, to - from, frame.size.height()));
        const QString text = formatDuration(static_cast<qint64>((to - from) * axis.perPixel()));
        chip(painter, QPointF(from + 6, frame.rulerHeight + 6), text, palette.accent, palette.accentText);
    } else if (inside && drag == Drag::none) {
        QColor line = palette.dimText;
        line.setAlpha(110);
        painter.setPen(QPen(line, 1));
        const double x = std::floor(pointer.x()) + 0.5;
        painter.drawLine(QPointF(x, frame.rulerHeight), QPointF(x, frame.size.height()));
    }
    if (!inside) return;
    // The time at the pointer, in the ruler.
    painter.setClipRect(QRect(frame.headerWidth, 0, frame.size.width(), frame.rulerHeight));
    const QString text =
        formatTime(axis.offset(pointer.x() - frame.headerWidth), std::max(1.0, axis.perPixel()));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 16;
    const double left = std::clamp(pointer.x() - width / 2, frame.headerWidth + 1.0,
                                   std::max(frame.headerWidth + 1.0, frame.size.width() - width - 1));
    chip(painter, QPointF(left, 2), text, tinted(palette.text, palette.ruler, 0.82), palette.ruler);
    painter.setClipRect(frame.plot());
}

void TimelineView::Private::paintChips(QPainter& painter, const TimelineFrame& frame) {
    const Palette palette = Palette::of(q.palette());
    double bottom = frame.size.height() - 10;
    const double height = QFontMetricsF(painter.font()).height() + 6;
    follow_chip = {};
    if (source->running() && !follow) {
        const quint64 now = source->events();
        const QString text =
            now > paused_at ? TimelineView::tr("%1 new: follow (L)").arg(QLocale().toString(now - paused_at))
                            : TimelineView::tr("Follow live (L)");
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 16;
        QColor ground = palette.header;
        ground.setAlpha(230);
        const bool more = now > paused_at;  // asks for a look only when there is something to see
        follow_chip = chip(painter, QPointF(frame.size.width() - width - 12, bottom - height), text,
                           more ? palette.accent : ground, more ? palette.accentText : palette.dimText);
        bottom -= height + 6;
    }
    if (arrow_mode == ArrowMode::all && frame_painter.arrowsInView() > TimelinePainter::max_arrows) {
        const QString text = TimelineView::tr("%1 flows in view: zoom in to see each")
                                 .arg(QLocale().toString(static_cast<quint64>(frame_painter.arrowsInView())));
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 16;
        QColor ground = palette.header;
        ground.setAlpha(230);
        chip(painter, QPointF(frame.size.width() - width - 12, bottom - height), text, ground,
             palette.dimText);
    }
}

void TimelineView::Private::paintEmpty(QPainter& painter, const TimelineFrame& frame) {
    const Palette palette = Palette::of(q.palette());
    const QRect plot = lanes.empty() ? QRect(QPoint(0, 0), frame.size) : frame.plot();
    if (lanes.empty()) painter.fillRect(plot, palette.plot);
    QFont large = q.font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    const int line = QFontMetrics(large).height();
    const QRect upper(plot.left(), plot.center().y() - line, plot.width(), line);
    painter.setFont(large);
    painter.setPen(palette.text);
    painter.drawText(upper, Qt::AlignCenter, TimelineView::tr("Run a program to see it here"));
    painter.setFont(q.font());
    painter.setPen(palette.dimText);
    painter.drawText(
        upper.translated(0, line + 4), Qt::AlignCenter,
        TimelineView::tr(
            "Each process gets a lane; calls, waits, messages and signals appear as they happen."));
}

}  // namespace ipcscope

// Two cursors and what lies between them.
#include "timeline/go_to.h"
#include "timeline/timeline_view_p.h"

#include <QAccessible>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ipcscope {

std::optional<qint64> TimelineView::cursorA() const {
    return d->cursor_a;
}

std::optional<qint64> TimelineView::cursorB() const {
    return d->cursor_b;
}

void TimelineView::setCursors(std::optional<qint64> a, std::optional<qint64> b) {
    if (a == d->cursor_a && b == d->cursor_b) return;
    d->cursor_a = a;
    d->cursor_b = b;
    d->syncMap();
    viewport()->update();
    emit cursorsChanged();
    QAccessibleEvent description(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
}

void TimelineView::clearCursors() {
    setCursors({}, {});
}

void TimelineView::measureSelection() {
    if (d->selected && d->selected_lane >= 0) setCursors(d->selected_begin, d->selected_end);
}

QString TimelineView::measureText() const {
    if (!d->source) return {};
    const auto at = [&](qint64 time) {
        return formatTime(static_cast<double>(time - d->dataBegin()), std::max(1.0, d->axis.perPixel()));
    };
    if (d->cursor_a.has_value() != d->cursor_b.has_value())
        return d->cursor_a ? tr("cursor A at %1").arg(at(*d->cursor_a))
                           : tr("cursor B at %1").arg(at(*d->cursor_b));
    if (!d->cursor_a) return {};
    const auto& all = d->measured();
    const qint64 length = all.to - all.from;
    QString text = QChar(0x0394) + QString(QChar(0xa0)) + formatDuration(length);
    text += all.events == 1 ? tr(", 1 event") : tr(", %1 events").arg(QLocale().toString(all.events));
    if (all.events && length) text += tr(", %1").arg(formatRate(all.events, length));
    if (d->selected && d->selected_lane >= 0 && d->selected_lane < static_cast<int>(all.lanes.size())) {
        const auto& lane = d->lanes[static_cast<std::size_t>(d->selected_lane)];
        const quint64 count = all.lanes[static_cast<std::size_t>(d->selected_lane)];
        const QString label = d->frame().labelOf(lane);
        text += count == 1 ? tr("; %1: 1 event").arg(label)
                           : tr("; %1: %2 events").arg(label, QLocale().toString(count));
        if (count && length) text += tr(", %1").arg(formatRate(count, length));
    }
    return text;
}

// Every lane is asked once for each pair of cursors, or when more has come.
const TimelineView::Private::Measured& TimelineView::Private::measured() const {
    const qint64 from = std::min(*cursor_a, *cursor_b), to = std::max(*cursor_a, *cursor_b);
    const quint64 known = source->events();
    const bool live = to >= source->lastTime() && known != measured_.known;
    if (measured_.from == from && measured_.to == to && !live && measured_.lanes.size() == lanes.size())
        return measured_;
    measured_ = {from, to, 0, known, {}};
    for (const TimelineLane& lane : lanes) {
        const quint64 count = source->count(lane.key, from, to + 1);
        measured_.lanes.push_back(count);
        measured_.events += count;
    }
    return measured_;
}

qint64 TimelineView::Private::snapped(const QPointF& position) const {
    const qint64 time = axis.time(position.x() - header_width);
    const auto found = hit(position);
    if (!found || found->bar.count > 1) return time;
    const qint64 end = found->bar.open ? source->now() : found->bar.end;
    for (const qint64 edge : {found->bar.begin, end})
        if (std::abs(axis.x(edge) + header_width - position.x()) <= 6) return edge;
    return time;
}

void TimelineView::Private::setCursor(Cursor which, qint64 time) {
    if (which == Cursor::none || !has_range) return;
    last_cursor = which;
    pause();
    which == Cursor::a ? q.setCursors(time, cursor_b) : q.setCursors(cursor_a, time);
}

void TimelineView::Private::nudgeCursor(double pixels) {
    auto& cursor = last_cursor == Cursor::b ? cursor_b : cursor_a;
    const double start = cursor ? axis.x(*cursor) : axis.width / 2;
    const qint64 time = axis.time(start + pixels);
    setCursor(last_cursor == Cursor::b ? Cursor::b : Cursor::a,
              cursor && time == *cursor ? time + (pixels > 0 ? 1 : -1) : time);
}

TimelineView::Private::Cursor TimelineView::Private::cursorAt(const QPointF& position) const {
    if (position.x() < header_width) return Cursor::none;
    // The flag in the ruler is held; below it only close to the line.
    const bool flag = position.y() < rulerHeight();
    const auto near = [&](const std::optional<qint64>& cursor) {
        return cursor && std::abs(axis.x(*cursor) + header_width - position.x()) <= (flag ? 9 : 3);
    };
    return near(cursor_b) ? Cursor::b : near(cursor_a) ? Cursor::a : Cursor::none;
}

void TimelineView::Private::paintCursors(QPainter& painter, const TimelineFrame& frame) {
    measure_chip = {};
    if (!cursor_a && !cursor_b) return;
    const Palette palette = Palette::of(q.palette());
    const QFontMetricsF metrics(painter.font());
    const double top = frame.rulerHeight, bottom = frame.size.height();
    const auto x = [&](qint64 time) { return std::clamp(std::round(frame.xOf(time)), -1e4, 1e5) + 0.5; };
    painter.setClipRect(QRect(frame.headerWidth, 0, frame.size.width(), frame.size.height()));
    if (cursor_a && cursor_b) {
        QColor between = palette.waiting;
        between.setAlpha(palette.dark ? 26 : 30);
        const double x0 = std::min(x(*cursor_a), x(*cursor_b)), x1 = std::max(x(*cursor_a), x(*cursor_b));
        painter.fillRect(QRectF(x0, top, x1 - x0, bottom - top), between);
    }
    const auto flag = [&](const std::optional<qint64>& cursor, const QString& letter) {
        if (!cursor) return;
        const double at = x(*cursor);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(palette.waiting, 1));
        painter.drawLine(QPointF(at, top - 4), QPointF(at, bottom));
        painter.setRenderHint(QPainter::Antialiasing);
        const double width = metrics.horizontalAdvance(letter) + 10;
        const QRectF box(at - width / 2, top - metrics.height() - 3, width, metrics.height() + 1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.waiting);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(palette.dark ? QColor(0x14181d) : QColor(Qt::white));
        painter.drawText(box, Qt::AlignCenter, letter);
    };
    flag(cursor_a, QStringLiteral("A"));
    flag(cursor_b, QStringLiteral("B"));

    const QString text = q.measureText();
    const double width = std::min(metrics.horizontalAdvance(text) + 18, axis.width - 8);
    const double height = metrics.height() + 8;
    const double a = x(cursor_a ? *cursor_a : *cursor_b), b = x(cursor_b ? *cursor_b : *cursor_a);
    const double left = std::clamp((a + b) / 2 - width / 2, frame.headerWidth + 4.0,
                                   std::max(frame.headerWidth + 4.0, frame.size.width() - width - 4));
    // Above the words that stand at the right edge.
    const bool others =
        (source->running() && !follow) || frame_painter.arrowsInView() > TimelinePainter::max_arrows;
    const double lift = others && left + width > frame.size.width() - 330.0 ? 2 * (height + 4) : 0;
    measure_chip = QRectF(left, bottom - height - 8 - lift, width, height);
    // A line from one to the other, where the words stand.
    painter.setPen(QPen(palette.waiting, 1.2));
    if (cursor_a && cursor_b && std::abs(a - b) > 14) {
        const double y = measure_chip.center().y(), x0 = std::min(a, b), x1 = std::max(a, b);
        painter.drawLine(QPointF(x0, y), QPointF(x1, y));
        for (const double end : {x0, x1}) {
            const double in = end == x0 ? 6 : -6;
            painter.drawLine(QPointF(end, y), QPointF(end + in, y - 4));
            painter.drawLine(QPointF(end, y), QPointF(end + in, y + 4));
        }
    }
    painter.setBrush(palette.header);
    painter.drawRoundedRect(measure_chip, 5, 5);
    painter.setPen(palette.text);
    painter.drawText(measure_chip.adjusted(8, 0, -8, 0), Qt::AlignCenter,
                     metrics.elidedText(text, Qt::ElideRight, width - 14));
}

}  // namespace ipcscope

// The cursor of playback: where the moment is that everything shows.
#include "timeline/timeline_view_p.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ipcscope {

std::optional<qint64> TimelineView::playCursor() const {
    return d->play_cursor;
}

void TimelineView::setPlayCursor(std::optional<qint64> time) {
    if (time == d->play_cursor) return;
    d->play_cursor = time;
    d->map->setPlayCursor(time);
    viewport()->update();
}

// Its flag hangs below the ruler, its line is grasped closely.
bool TimelineView::Private::playCursorAt(const QPointF& position) const {
    if (!play_cursor || position.x() < header_width) return false;
    const double away = std::abs(axis.x(*play_cursor) + header_width - position.x());
    return away <= (position.y() < rulerHeight() + 12 ? 9 : 3);
}

void TimelineView::Private::dragPlayCursor(const QPointF& position) {
    emit q.playCursorDragged(snapped(QPointF(std::max<double>(position.x(), header_width), position.y())));
}

void TimelineView::Private::paintPlayCursor(QPainter& painter, const TimelineFrame& frame) {
    if (!play_cursor) return;
    const double x = std::round(frame.xOf(*play_cursor)) + 0.5;
    if (x < frame.headerWidth - 8 || x > frame.size.width() + 8) return;
    const Palette palette = Palette::of(q.palette());
    const double top = frame.rulerHeight, bottom = frame.size.height();
    painter.setClipRect(QRect(frame.headerWidth, 0, frame.size.width(), frame.size.height()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(palette.plot, 4));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    painter.setPen(QPen(palette.playing, 2));
    painter.drawLine(QPointF(x, top - 4), QPointF(x, bottom));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.plot, 1));
    painter.setBrush(palette.playing);
    painter.drawPolygon(
        QPolygonF{{x - 8, top - 9}, {x + 8, top - 9}, {x + 8, top - 1}, {x, top + 9}, {x - 8, top - 1}});
    painter.setBrush(Qt::NoBrush);
}

}  // namespace ipcscope

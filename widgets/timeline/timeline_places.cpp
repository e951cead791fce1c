// Getting to a time, and the moments that a person has marked.
#include "timeline/bookmark_list.h"
#include "timeline/go_to.h"
#include "timeline/timeline_ask.h"
#include "timeline/timeline_view_p.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ipcscope {

TimelineAsk* TimelineView::Private::ask() {
    if (!asking) asking = new TimelineAsk(&q);
    return asking;
}

void TimelineView::goToTime(qint64 time) {
    if (!d->has_range) return;
    d->pause();
    d->went_to = time;
    d->axis.begin = static_cast<double>(time - d->axis.origin) - d->axis.span / 2;
    d->axis.keepWithin(d->dataBegin(), d->dataEnd());
    d->axisChanged();
}

void TimelineView::goToBookmark(std::size_t index) {
    if (index < d->bookmarks.size()) goToTime(d->dataBegin() + d->bookmarks[index].time);
}

QString TimelineView::goTo(const QString& text) {
    QString why;
    const auto place = parseGoTo(text, &why);
    if (!place) return why;
    if (!d->source || !d->has_range) return tr("Nothing has been recorded yet");
    const qint64 begin = d->dataBegin(), end = d->dataEnd();
    if (place->what == GoTo::What::event) {
        quint64 seq = 0, lane = 0;
        qint64 from = 0, to = 0;
        if (!d->source->numbered(place->number, seq) || !d->source->locate(seq, lane, from, to))
            return tr("There is no event %1").arg(place->number);
        select(seq);
        goToTime(from);
        d->went_to.reset();
        return {};
    }
    qint64 from = begin;
    if (place->what == GoTo::What::step)
        from = d->selected && d->selected_lane >= 0 ? d->selected_begin
               : d->went_to                         ? *d->went_to
                                                    : d->axis.time(d->axis.width / 2);
    const qint64 time = from + place->ns;
    if (time < begin || time > end) return tr("The recording is %1 long").arg(formatDuration(end - begin));
    goToTime(time);
    return {};
}

void TimelineView::askWhere() {
    d->ask()->ask(tr("Go to"), {}, tr("A time (1.5s, 200ms, 2:05), a step (+5ms) or an event (#1234)"),
                  [this](const QString& text) { return goTo(text); });
}

void TimelineView::askBookmark() {
    if (d->has_range) d->editBookmark(d->here());
}

void TimelineView::Private::editBookmark(qint64 time) {
    const qint64 since = time - dataBegin();
    QString old;
    for (const Bookmark& bookmark : bookmarks)
        if (bookmark.time == since) old = bookmark.note;
    pause();
    ask()->ask(TimelineView::tr("Bookmark at %1")
                   .arg(formatTime(static_cast<double>(since), std::max(1.0, axis.perPixel()))),
               old, TimelineView::tr("A note, if you like; Enter keeps it"),
               [this, since](const QString& note) {
                   Bookmarks next = bookmarks;
                   std::erase_if(next, [&](const Bookmark& bookmark) { return bookmark.time == since; });
                   next.push_back({since, note.trimmed()});
                   q.setBookmarks(std::move(next));
                   return QString();
               });
}

void TimelineView::showBookmarks() {
    if (!d->bookmarks_window) d->bookmarks_window = new BookmarkList(*this);
    d->bookmarks_window->show();
    d->bookmarks_window->raise();
    d->bookmarks_window->activateWindow();
}

void TimelineView::nextBookmark() {
    if (!d->source) return;
    const qint64 from = (d->went_to ? *d->went_to : d->axis.time(d->axis.width / 2)) - d->dataBegin();
    for (const Bookmark& bookmark : d->bookmarks)
        if (bookmark.time > from) return goToTime(d->dataBegin() + bookmark.time);
}

void TimelineView::previousBookmark() {
    if (!d->source) return;
    const qint64 from = (d->went_to ? *d->went_to : d->axis.time(d->axis.width / 2)) - d->dataBegin();
    for (auto bookmark = d->bookmarks.rbegin(); bookmark != d->bookmarks.rend(); ++bookmark)
        if (bookmark->time < from) return goToTime(d->dataBegin() + bookmark->time);
}

int TimelineView::Private::bookmarkAt(const QPointF& position) const {
    if (position.y() > rulerHeight() || position.x() < header_width) return -1;
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
        const double x = axis.x(dataBegin() + bookmarks[i].time) + header_width;
        if (position.x() >= x - 3 && position.x() <= x + 11) return static_cast<int>(i);
    }
    return -1;
}

void TimelineView::Private::paintBookmarks(QPainter& painter, const TimelineFrame& frame) {
    const Palette palette = Palette::of(q.palette());
    painter.setClipRect(QRect(frame.headerWidth, 0, frame.size.width(), frame.size.height()));
    const double top = frame.rulerHeight;
    if (went_to) {
        const double x = std::round(frame.xOf(*went_to)) + 0.5;
        painter.setPen(QPen(palette.accent, 1.4));
        painter.drawLine(QPointF(x, top - 10), QPointF(x, frame.size.height()));
    }
    const QFontMetricsF metrics(painter.font());
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
        const double x = std::round(frame.xOf(dataBegin() + bookmarks[i].time)) + 0.5;
        if (x < frame.headerWidth - 150 || x > frame.size.width() + 2) continue;
        QColor line = palette.waiting;
        line.setAlpha(90);
        painter.setPen(QPen(line, 1));
        painter.drawLine(QPointF(x, top), QPointF(x, frame.size.height()));
        painter.setPen(QPen(palette.waiting, 1.4));
        painter.drawLine(QPointF(x, top - 13), QPointF(x, top));
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.waiting);
        painter.drawPolygon(QPolygonF{{x, top - 14}, {x + 10, top - 10}, {x, top - 6}});
        // The note, as far as there is room before the next one.
        double room = 180;
        if (i + 1 < bookmarks.size())
            room = std::min(room, frame.xOf(dataBegin() + bookmarks[i + 1].time) - x - 8);
        if (bookmarks[i].note.isEmpty() || room < 30) continue;
        const QString text = metrics.elidedText(bookmarks[i].note, Qt::ElideRight, room - 12);
        const QRectF box(x + 0.5, top + 1, metrics.horizontalAdvance(text) + 12, metrics.height() + 2);
        QColor ground = tinted(palette.waiting, palette.plot, 0.2);
        painter.setBrush(ground);
        painter.drawRect(box);
        painter.setPen(palette.text);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

}  // namespace ipcscope

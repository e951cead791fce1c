#include "timeline/timeline_view.h"

#include "timeline/timeline_view_p.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>

namespace ipcscope {

TimelineView::TimelineView(QWidget* parent)
    : QAbstractScrollArea(parent), d(std::make_unique<Private>(*this)) {
    installTimelineAccessibility();
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(320, 120);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setFocusProxy(this);
    d->relayout();
}

TimelineView::~TimelineView() = default;

void TimelineView::setSource(const TimelineSource* source) {
    const bool was_following = d->follow;
    d->source = source;
    d->selected = false;
    d->joints.clear();
    d->hover.reset();
    d->has_range = false;
    d->fitted = true;
    d->follow = true;
    d->axis = TimeAxis{};
    refresh();
    if (!was_following) emit followChanged(true);
}

void TimelineView::refresh() {
    const auto font_height = fontMetrics().height();
    d->lanes = d->source ? d->source->lanes() : std::vector<TimelineLane>{};
    d->layout = LaneLayout::of(d->lanes, font_height);
    d->relayout();
    if (d->source && d->source->firstTime() != 0) {
        const qint64 first = d->source->firstTime();
        if (!d->has_range) {
            d->axis.origin = first;
            d->has_range = true;
            d->fitAll();
        } else if (first < d->axis.origin) {  // a worker was heard late
            d->axis.begin += static_cast<double>(d->axis.origin - first);
            d->axis.origin = first;
        }
        d->followLive();
    }
    if (d->selected) d->locateSelection();
    d->invalidate();
}

void TimelineView::select(quint64 seq, bool reveal) {
    const bool changed = !d->selected || d->selected_seq != seq;
    d->selected = true;
    d->selected_seq = seq;
    d->locateSelection();
    if (changed && d->jump_origin != seq) d->next_jump = 0;
    if (reveal && d->selected_lane >= 0) d->reveal(d->selected_lane, d->selected_begin, d->selected_end);
    viewport()->update();
    if (!changed) return;
    QAccessibleEvent description(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
    QAccessibleValueChangeEvent value(this, selectionText());
    QAccessible::updateAccessibility(&value);
    emit selectionChanged(seq);
}

void TimelineView::clearSelection() {
    d->selected = false;
    d->selected_lane = -1;
    d->joints.clear();
    viewport()->update();
}

quint64 TimelineView::selected() const {
    return d->selected ? d->selected_seq : 0;
}
bool TimelineView::hasSelection() const {
    return d->selected;
}

QString TimelineView::selectionText() const {
    if (!d->selected || !d->source) return {};
    return QTextDocumentFragment::fromHtml(d->source->toolTip(d->selected_seq)).toPlainText();
}

void TimelineView::setVisibleRange(qint64 t0, qint64 t1) {
    if (t1 <= t0) return;
    if (!d->has_range) d->axis.origin = d->source && d->source->firstTime() ? d->source->firstTime() : t0;
    d->has_range = true;
    d->fitted = false;
    setFollow(false);
    d->axis.show(t0, t1);
    d->axisChanged();
}

qint64 TimelineView::visibleBegin() const {
    return d->axis.first();
}
qint64 TimelineView::visibleEnd() const {
    return d->axis.last();
}
bool TimelineView::follows() const {
    return d->follow;
}

const LaneArrangement& TimelineView::arrangement() const {
    return d->arrangement;
}

void TimelineView::setArrangement(const LaneArrangement& arrangement) {
    if (arrangement == d->arrangement) return;
    d->arrangement = arrangement;
    refresh();
    emit arrangementChanged();
}

const Bookmarks& TimelineView::bookmarks() const {
    return d->bookmarks;
}

void TimelineView::setBookmarks(Bookmarks bookmarks) {
    std::stable_sort(bookmarks.begin(), bookmarks.end(),
                     [](const Bookmark& a, const Bookmark& b) { return a.time < b.time; });
    if (bookmarks == d->bookmarks) return;
    d->bookmarks = std::move(bookmarks);
    viewport()->update();
    emit bookmarksChanged();
}

void TimelineView::fit() {
    d->fitAll();
    d->axisChanged();
}

void TimelineView::setFollow(bool on) {
    if (on != d->follow) {
        d->follow = on;
        emit followChanged(on);
    }
    if (on) d->followLive();
    d->invalidate();
}

void TimelineView::zoomIn() {
    d->zoomAt(1.6, d->axis.width / 2);
}
void TimelineView::zoomOut() {
    d->zoomAt(1 / 1.6, d->axis.width / 2);
}

void TimelineView::paintEvent(QPaintEvent*) {
    const TimelineFrame frame = d->frame();
    if (d->dirty) {
        d->frame_painter.paint(frame);
        d->dirty = false;
    }
    QPainter painter(viewport());
    painter.drawImage(QPointF(0, 0), d->frame_painter.image());
    d->paintOverlay(painter, frame);
}

void TimelineView::resizeEvent(QResizeEvent*) {
    d->relayout();
    d->axisChanged();
}

void TimelineView::scrollContentsBy(int, int) {
    d->invalidate();
}

void TimelineView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) refresh();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange) d->invalidate();
}

TimelineFrame TimelineView::Private::frame() const {
    TimelineFrame frame;
    frame.source = source;
    frame.lanes = &lanes;
    frame.layout = &layout;
    frame.axis = axis;
    frame.size = q.viewport()->size();
    frame.ratio = q.viewport()->devicePixelRatioF();
    frame.headerWidth = header_width;
    frame.rulerHeight = q.fontMetrics().height() + 14;
    frame.scroll = q.verticalScrollBar()->value();
    frame.font = q.font();
    frame.palette = q.palette();
    return frame;
}

int TimelineView::Private::plotWidth() const {
    return std::max(1, q.viewport()->width() - header_width);
}

void TimelineView::Private::relayout() {
    axis.width = plotWidth();
    const int visible = q.viewport()->height() - (q.fontMetrics().height() + 14);
    q.verticalScrollBar()->setRange(0, std::max(0, layout.height - visible));
    q.verticalScrollBar()->setPageStep(std::max(1, visible));
    q.verticalScrollBar()->setSingleStep(q.fontMetrics().height());
    invalidate();
}

void TimelineView::Private::invalidate() {
    dirty = true;
    q.viewport()->update();
}

void TimelineView::Private::axisChanged() {
    invalidate();
    emit q.rangeChanged(axis.first(), axis.last());
}

qint64 TimelineView::Private::dataBegin() const {
    return source ? source->firstTime() : 0;
}

qint64 TimelineView::Private::dataEnd() const {
    if (!source) return 0;
    const bool goes_on = source->running() && frame_painter.hasOpen();
    return std::max(dataBegin() + 1,
                    goes_on ? std::max(source->now(), source->lastTime()) : source->lastTime());
}

void TimelineView::Private::fitAll() {
    if (!source || source->firstTime() == 0) return;
    const double length = static_cast<double>(dataEnd() - dataBegin());
    axis.span = std::clamp(length * 1.06, TimeAxis::min_span, TimeAxis::max_span);
    axis.begin = static_cast<double>(dataBegin() - axis.origin) - length * 0.02;
    fitted = true;
}

void TimelineView::Private::followLive() {
    if (!follow || !source || source->firstTime() == 0) return;
    constexpr double longest_fit = 30e9;
    const TimeAxis before = axis;
    const double end = static_cast<double>(dataEnd() - axis.origin);
    if (fitted && (!source->running() || static_cast<double>(dataEnd() - dataBegin()) < longest_fit))
        fitAll();
    else
        axis.begin = end - axis.span * 0.95;
    if (!(before == axis)) axisChanged();
}

void TimelineView::Private::zoomAt(double factor, double x) {
    if (!has_range) return;
    fitted = false;
    q.setFollow(false);
    axis.zoom(factor, x);
    axis.keepWithin(dataBegin(), dataEnd());
    axisChanged();
}

void TimelineView::Private::panBy(double pixels) {
    if (!has_range) return;
    fitted = false;
    q.setFollow(false);
    axis.pan(pixels);
    axis.keepWithin(dataBegin(), dataEnd());
    axisChanged();
}

}  // namespace ipcscope

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
    d->map = new MiniMap(this);
    connect(d->map, &MiniMap::scrubbed, this, &TimelineView::playCursorDragged);
    connect(d->map, &MiniMap::wanted, this, [this](qint64 from, qint64 to) { d->show(from, to); });
    connect(d->map, &MiniMap::panned, this, [this](double windows) { d->panBy(windows * d->axis.width); });
    connect(d->map, &MiniMap::zoomed, this, [this](double factor, qint64 at) {
        d->zoomAt(factor, std::clamp(d->axis.x(at), 0.0, d->axis.width));
    });
    connect(d->map, &MiniMap::fitWanted, this, &TimelineView::fit);
    connect(d->map, &MiniMap::followWanted, this, [this] { setFollow(true); });
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
    d->cursor_a.reset();
    d->cursor_b.reset();
    d->went_to.reset();
    d->measured_ = {};
    d->map->setSource(source);
    refresh();
    if (!was_following) emit followChanged(true);
}

void TimelineView::refresh() {
    const auto font_height = fontMetrics().height();
    d->lanes = d->source ? d->source->lanes() : std::vector<TimelineLane>{};
    d->layout = LaneLayout::of(d->lanes, d->arrangement, font_height);
    d->relayout();
    d->map->refresh();
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
    if (d->selected_lane >= 0) d->setCurrent(d->layout.rowOf(d->selected_lane));
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

bool TimelineView::canUndoArrangement() const {
    return !d->undo.empty();
}

MiniMap* TimelineView::miniMap() const {
    return d->map;
}

ArrowMode TimelineView::arrowMode() const {
    return d->arrow_mode;
}

void TimelineView::setArrowMode(ArrowMode mode) {
    if (mode == d->arrow_mode) return;
    d->arrow_mode = mode;
    d->invalidate();
    emit arrowModeChanged();
}

const Bookmarks& TimelineView::bookmarks() const {
    return d->bookmarks;
}

void TimelineView::setBookmarks(Bookmarks bookmarks) {
    std::stable_sort(bookmarks.begin(), bookmarks.end(),
                     [](const Bookmark& a, const Bookmark& b) { return a.time < b.time; });
    if (bookmarks == d->bookmarks) return;
    d->bookmarks = std::move(bookmarks);
    d->syncMap();
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
        if (!on && d->source) d->paused_at = d->source->events();
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
    frame.arrangement = &arrangement;
    frame.arrows = arrow_mode == ArrowMode::all;
    frame.axis = axis;
    frame.size = q.viewport()->size();
    frame.ratio = q.viewport()->devicePixelRatioF();
    frame.headerWidth = header_width;
    frame.rulerHeight = rulerHeight();
    frame.scroll = q.verticalScrollBar()->value();
    frame.font = q.font();
    frame.palette = q.palette();
    return frame;
}

int TimelineView::Private::rulerHeight() const {
    return q.fontMetrics().height() + 14;
}

int TimelineView::Private::plotWidth() const {
    return std::max(1, q.viewport()->width() - header_width);
}

void TimelineView::Private::relayout() {
    const int map_height = map->sizeHint().height();
    if (q.viewportMargins().top() != map_height) q.setViewportMargins(0, map_height, 0, 0);
    const QRect above = q.viewport()->geometry();
    map->setGeometry(above.left(), above.top() - map_height, above.width(), map_height);
    map->setEdge(header_width);
    axis.width = plotWidth();
    const int visible = q.viewport()->height() - rulerHeight() - layout.pinned_height;
    q.verticalScrollBar()->setRange(0, std::max(0, layout.height - visible));
    q.verticalScrollBar()->setPageStep(std::max(1, visible));
    q.verticalScrollBar()->setSingleStep(q.fontMetrics().height());
    invalidate();
}

void TimelineView::Private::syncMap() {
    // Up to now while a call runs; but who looks at what was before keeps it in sight, however long that
    // waits.
    const qint64 last = source ? source->lastTime() : 0;
    const qint64 length = source ? last - source->firstToShow(last) : 0;
    map->setEnd(std::min(dataEnd(), std::max(last + length / 4, axis.last())));
    map->setWindow(axis.first(), axis.last());
    map->setMarks(bookmarks, cursor_a, cursor_b);
}

void TimelineView::Private::invalidate() {
    dirty = true;
    syncMap();
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
    const bool goes_on = source->running() &&
                         (frame_painter.hasOpen() || std::any_of(lanes.begin(), lanes.end(),
                                                                 [](const auto& lane) { return lane.busy; }));
    return std::max(dataBegin() + 1,
                    goes_on ? std::max(source->now(), source->lastTime()) : source->lastTime());
}

void TimelineView::Private::fitAll() {
    if (!source || source->firstTime() == 0) return;
    // What was slow to start is not what a person looks for.
    const qint64 begin = source->firstToShow(dataEnd());
    const double length = static_cast<double>(dataEnd() - begin);
    axis.span = std::clamp(length * 1.06, TimeAxis::min_span, TimeAxis::max_span);
    axis.begin = static_cast<double>(begin - axis.origin) - length * 0.02;
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

void TimelineView::Private::pause() {
    fitted = false;
    q.setFollow(false);
}

void TimelineView::Private::show(qint64 from, qint64 to) {
    if (!has_range || to <= from) return;
    pause();
    axis.show(from, to);
    axis.keepWithin(dataBegin(), dataEnd());
    axisChanged();
}

qint64 TimelineView::Private::here() const {
    const double x = pointer.x() - header_width;
    if (pointer.y() >= 0 && x >= 0 && x <= axis.width) return snapped(pointer);
    if (selected && selected_lane >= 0) return selected_begin;
    return axis.time(axis.width / 2);
}

void TimelineView::Private::zoomAt(double factor, double x) {
    if (!has_range) return;
    pause();
    axis.zoom(factor, x);
    axis.keepWithin(dataBegin(), dataEnd());
    axisChanged();
}

void TimelineView::Private::panBy(double pixels) {
    if (!has_range) return;
    pause();
    axis.pan(pixels);
    axis.keepWithin(dataBegin(), dataEnd());
    axisChanged();
}

}  // namespace ipcscope

#include "sequence/sequence_view.h"

#include "sequence/sequence_view_p.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>

namespace ipcscope {

SequenceView::SequenceView(QWidget* parent)
    : QAbstractScrollArea(parent), d(std::make_unique<Private>(*this)) {
    installSequenceAccessibility();
    setAccessibleName(tr("Sequence diagram"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(320, 120);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setFocusProxy(this);
    d->relayout();
}

SequenceView::~SequenceView() = default;

void SequenceView::setSource(const SequenceSource* source) {
    d->source = source;
    d->selected.reset();
    d->scroll_x = d->scroll_y = 0;
    d->scale = 0;
    d->current = 0;
    refresh();
}

void SequenceView::refresh() {
    const bool at_end = d->scroll_y > 0 && d->scroll_y >= d->vertical.length - 2;
    d->all = d->source ? d->source->columns() : std::vector<DiagramColumn>();
    d->relayout();
    if (at_end) d->scrollTo(d->vertical.length);
    viewport()->update();
}

void SequenceView::setEmptyText(const QString& text) {
    d->empty_text = text;
    viewport()->update();
}

// --- selection ---

void SequenceView::select(quint64 seq, bool reveal) {
    const bool changed = d->selected != seq;
    d->selected = seq;
    if (changed && d->jump_origin != seq) d->next_jump = 0;
    if (d->source) {
        const auto row = d->source->rowOf(seq);
        if (row >= 0) {
            for (const auto& end : d->source->row(row).ends)
                if (end.seq == seq && d->columnIndex(end.column) >= 0)
                    d->current = d->columnIndex(end.column);
        }
        if (reveal) d->reveal(row >= 0 ? row : std::min(d->source->rowAfter(seq), d->layout.count() - 1));
    }
    viewport()->update();
    if (!changed) return;
    d->announce();
    emit selectionChanged(seq);
}

void SequenceView::Private::announce() {
    QAccessibleEvent description(&q, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
    QAccessibleValueChangeEvent value(&q, q.selectionText());
    QAccessible::updateAccessibility(&value);
}

void SequenceView::clearSelection() {
    d->selected.reset();
    viewport()->update();
}

std::optional<quint64> SequenceView::selected() const {
    return d->selected;
}

qint64 SequenceView::selectedRow() const {
    return d->selected && d->source ? d->source->rowOf(*d->selected) : -1;
}

QString SequenceView::selectionText() const {
    if (!d->selected || !d->source) return {};
    return QTextDocumentFragment::fromHtml(d->source->toolTip(*d->selected)).toPlainText();
}

// --- columns ---

std::vector<quint64> SequenceView::order() const {
    std::vector<quint64> keys;
    for (const auto& column : d->shown)
        keys.push_back(column.key);
    return keys;
}

void SequenceView::setOrder(std::vector<quint64> order) {
    if (order == d->wanted) return;
    const quint64 marked = d->current < static_cast<int>(d->shown.size()) && d->current >= 0
                               ? d->shown[static_cast<std::size_t>(d->current)].key
                               : 0;
    d->wanted = std::move(order);
    d->relayout();
    d->current = std::max(0, d->columnIndex(marked));
    viewport()->update();
    emit orderChanged();
}

QSet<quint64> SequenceView::hiddenColumns() const {
    return d->hidden;
}

void SequenceView::setHiddenColumns(const QSet<quint64>& hidden) {
    if (hidden == d->hidden) return;
    d->hidden = hidden;
    d->relayout();
    viewport()->update();
    emit hiddenChanged();
}

void SequenceView::hideCurrentColumn() {
    if (d->current < 0 || d->current >= static_cast<int>(d->shown.size()) || d->shown.size() < 2) return;
    auto hidden = d->hidden;
    hidden.insert(d->shown[static_cast<std::size_t>(d->current)].key);
    setHiddenColumns(hidden);
}

void SequenceView::moveColumn(int from, int to) {
    setOrder(moved(order(), from, to));
}

int SequenceView::currentColumn() const {
    return d->current;
}

int SequenceView::Private::columnIndex(quint64 key) const {
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i].key == key) return static_cast<int>(i);
    return -1;
}

// --- layout ---

QFont SequenceView::Private::font() const {
    QFont font = q.font();
    font.setPointSizeF(std::max(5.0, font.pointSizeF() * zoom));
    return font;
}

double SequenceView::Private::viewHeight() const {
    return std::max(1.0, q.viewport()->height() - SequenceMetrics(font()).headHeight);
}

void SequenceView::Private::relayout() {
    shown.clear();
    for (const auto key : wanted)
        for (const auto& column : all)
            if (column.key == key && !hidden.contains(key)) shown.push_back(column);
    for (const auto& column : all)
        if (!hidden.contains(column.key) &&
            std::find(wanted.begin(), wanted.end(), column.key) == wanted.end())
            shown.push_back(column);
    current = std::clamp(current, 0, std::max(0, static_cast<int>(shown.size()) - 1));
    const SequenceMetrics metrics(font());
    layout.rows = source;
    layout.rowHeight = metrics.rowHeight;
    layout.gapHeight = metrics.gapHeight;
    layout.gutter = metrics.gutter;
    layout.top = metrics.line * 0.4;
    layout.bottom = metrics.line * 1.5;
    layout.columns = static_cast<int>(shown.size());
    layout.toScale = to_scale;
    double ns = scale;
    if (to_scale && ns <= 0 && layout.count() > 0) {  // all of it in sight, until a person chooses
        const auto length = static_cast<double>(source->timeOf(layout.count() - 1) - source->timeOf(0));
        ns = length / std::max(1.0, viewHeight() - metrics.rowHeight * 2);
    }
    layout.nsPerPixel = std::max(1.0, ns);
    layout.shareWidth(q.viewport()->width(), metrics.narrowest, metrics.widest);
    vertical.length = std::max(0.0, std::ceil(layout.height() - viewHeight()));
    scroll_y = std::clamp(scroll_y, 0.0, vertical.length);
    const int wide = static_cast<int>(std::ceil(layout.width())) - q.viewport()->width();
    setting_bars = true;
    q.horizontalScrollBar()->setRange(0, std::max(0, wide));
    q.horizontalScrollBar()->setPageStep(q.viewport()->width());
    q.horizontalScrollBar()->setSingleStep(static_cast<int>(layout.columnWidth / 4));
    q.verticalScrollBar()->setRange(0, vertical.maximum());
    q.verticalScrollBar()->setPageStep(std::max(1, vertical.value(viewHeight())));
    q.verticalScrollBar()->setSingleStep(std::max(1, vertical.value(metrics.rowHeight)));
    q.verticalScrollBar()->setValue(vertical.value(scroll_y));
    setting_bars = false;
    scroll_x = q.horizontalScrollBar()->value();
}

void SequenceView::Private::applyScroll() {
    scroll_x = q.horizontalScrollBar()->value();
    scroll_y = vertical.pixels(q.verticalScrollBar()->value());
}

void SequenceView::Private::scrollTo(double y) {
    scroll_y = std::clamp(y, 0.0, vertical.length);
    setting_bars = true;
    q.verticalScrollBar()->setValue(vertical.value(scroll_y));
    setting_bars = false;
    q.viewport()->update();
}

void SequenceView::Private::reveal(qint64 row) {
    if (row < 0 || row >= layout.count()) return;
    const double y = layout.y(row), room = viewHeight(), margin = layout.rowHeight;
    if (y - margin < scroll_y || y + margin > scroll_y + room) scrollTo(y - room / 2);
    if (shown.empty()) return;
    const double x = layout.x(current), half = layout.columnWidth / 2;
    auto* bar = q.horizontalScrollBar();
    if (x - half < bar->value() + layout.gutter) bar->setValue(static_cast<int>(x - half - layout.gutter));
    if (x + half > bar->value() + q.viewport()->width())
        bar->setValue(static_cast<int>(x + half - q.viewport()->width()));
}

SequenceFrame SequenceView::Private::frame() const {
    SequenceFrame frame;
    frame.source = source;
    frame.columns = shown;
    frame.layout = layout;
    frame.size = q.viewport()->size();
    frame.font = font();
    frame.headHeight = SequenceMetrics(frame.font).headHeight;
    frame.scrollX = scroll_x;
    frame.scrollY = scroll_y;
    frame.palette = q.palette();
    frame.selected = selected;
    frame.current = current;
    frame.hovered = hovered;
    frame.focus = q.hasFocus();
    return frame;
}

std::pair<qint64, qint64> SequenceView::rowsInSight() const {
    if (d->layout.count() == 0) return {0, -1};
    const auto first = d->layout.firstBelow(d->scroll_y);
    const auto last = d->layout.firstBelow(d->scroll_y + d->viewHeight()) - 1;
    return {std::min(first, d->layout.count() - 1), std::max(first, last)};
}

SequenceFrame SequenceView::pictureFrame(qint64 first, qint64 last, const QPalette& palette) const {
    SequenceFrame frame = d->frame();
    frame.palette = palette;
    frame.selected.reset();
    frame.hovered = -1;
    frame.focus = false;
    frame.scrollX = 0;
    const SequenceMetrics metrics(frame.font);
    frame.layout.shareWidth(std::max<double>(viewport()->width(), 640), metrics.narrowest, metrics.widest);
    if (frame.layout.count() == 0) {
        frame.size = QSizeF(std::max(320.0, frame.layout.width()), frame.headHeight + metrics.line * 3);
        return frame;
    }
    const double above = frame.layout.toScale || first == 0 ? 0 : metrics.gapHeight;
    frame.scrollY = std::max(0.0, frame.layout.y(first) - metrics.rowHeight / 2 - above - frame.layout.top);
    const double end = frame.layout.y(last) + metrics.rowHeight / 2 + frame.layout.bottom;
    frame.size =
        QSizeF(std::max(320.0, frame.layout.width()), std::ceil(frame.headHeight + end - frame.scrollY));
    return frame;
}

// --- how it is seen ---

bool SequenceView::toScale() const {
    return d->to_scale;
}
double SequenceView::zoom() const {
    return d->zoom;
}

void SequenceView::setToScale(bool on) {
    if (on == d->to_scale) return;
    const auto middle = d->layout.rowAt(d->scroll_y + d->viewHeight() / 2);
    d->to_scale = on;
    d->relayout();
    if (middle >= 0 && d->layout.count() > 0) d->scrollTo(d->layout.y(middle) - d->viewHeight() / 2);
    viewport()->update();
}

void SequenceView::setZoom(double factor) {
    factor = std::clamp(factor, 0.5, 3.0);
    if (factor == d->zoom) return;
    const auto middle = d->layout.rowAt(d->scroll_y + d->viewHeight() / 2);
    d->zoom = factor;
    d->relayout();
    if (middle >= 0) d->scrollTo(d->layout.y(middle) - d->viewHeight() / 2);
    viewport()->update();
    emit zoomChanged(factor);
}

void SequenceView::Private::zoomTime(double factor, double at) {
    if (layout.count() == 0) return;
    const double above = layout.top + layout.rowHeight / 2;
    const double ns = (at + scroll_y - above) * layout.nsPerPixel;
    scale = std::clamp(layout.nsPerPixel / factor, 1.0, 1e12);
    relayout();
    scrollTo(ns / layout.nsPerPixel + above - at);
}

void SequenceView::Private::zoomBy(double factor) {
    if (!to_scale) return q.setZoom(zoom * factor);
    const auto row = q.selectedRow();
    const double y = row >= 0 ? layout.y(row) - scroll_y : -1;
    zoomTime(factor * factor * factor, y >= 0 && y <= viewHeight() ? y : viewHeight() / 2);
}

void SequenceView::zoomIn() {
    d->zoomBy(1.15);
}
void SequenceView::zoomOut() {
    d->zoomBy(1 / 1.15);
}

void SequenceView::resetZoom() {
    d->scale = 0;
    d->relayout();
    setZoom(1);
    viewport()->update();
}

void SequenceView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const auto frame = d->frame();
    d->painter.paint(painter, frame);
    const Palette colours = Palette::of(palette());
    if (d->drag == Private::Drag::head && (d->pointer - d->press).manhattanLength() > 6) {
        const int to = d->layout.dropAt(d->pointer.x() + d->scroll_x);
        const double x = frame.x(to) + (to > d->dragged ? 0.5 : -0.5) * d->layout.columnWidth;
        painter.setPen(QPen(colours.accent, 3));
        painter.drawLine(QPointF(to == d->dragged ? frame.x(to) : x, 4),
                         QPointF(to == d->dragged ? frame.x(to) : x, frame.headHeight - 4));
    }
    if (d->layout.count() > 0) return;
    painter.setPen(colours.dimText);
    painter.setFont(font());
    painter.drawText(QRectF(24, frame.headHeight, viewport()->width() - 48, d->viewHeight()),
                     Qt::AlignCenter | Qt::TextWordWrap, d->empty_text);
}

void SequenceView::resizeEvent(QResizeEvent*) {
    d->relayout();
}

void SequenceView::scrollContentsBy(int, int) {
    if (!d->setting_bars) d->applyScroll();
    viewport()->update();
}

void SequenceView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) d->relayout();
    viewport()->update();
}

}  // namespace ipcscope

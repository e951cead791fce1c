// Pointer and keys, and what a screen reader is told.
#include "sequence/sequence_view_p.h"

#include <QAccessibleWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ipcscope {

namespace {

constexpr qint64 mostSearched = 100'000;  // rows that a step within a column looks at

class AccessibleSequence : public QAccessibleWidget {
public:
    explicit AccessibleSequence(SequenceView* view) : QAccessibleWidget(view, QAccessible::Chart) {}
    QString text(QAccessible::Text which) const override {
        const auto* view = static_cast<const SequenceView*>(object());
        const QString selection = view->selectionText();
        if (which == QAccessible::Value) return selection;
        if (which == QAccessible::Description && !selection.isEmpty()) return selection;
        if (which == QAccessible::Help)
            return SequenceView::tr(
                "Up and down go from row to row, with control within the marked column; left and right mark "
                "another column, with control and shift they move it; J goes to the other end of an arrow.");
        return QAccessibleWidget::text(which);
    }
};

QAccessibleInterface* create(const QString&, QObject* object) {
    auto* view = qobject_cast<SequenceView*>(object);
    return view ? new AccessibleSequence(view) : nullptr;
}

}  // namespace

void installSequenceAccessibility() {
    static const bool once = (QAccessible::installFactory(create), true);
    (void)once;
}

int SequenceView::Private::headAt(const QPointF& position) const {
    const SequenceMetrics metrics(font());
    if (position.y() > metrics.headHeight) return -1;
    const auto now = frame();
    for (int i = 0; i < static_cast<int>(shown.size()); ++i)
        if (now.headBox(i, metrics).contains(position)) return i;
    return -1;
}

std::optional<quint64> SequenceView::Private::eventAt(const QPointF& position) const {
    const double head = SequenceMetrics(font()).headHeight;
    if (!source || position.y() < head || layout.count() == 0) return {};
    const double y = position.y() - head + scroll_y;
    const auto row = layout.rowAt(y);
    if (row < 0 || std::abs(layout.y(row) - y) > layout.rowHeight * 0.6) return {};
    std::optional<quint64> best;
    double nearest = 1e9;
    for (const auto& end : source->row(row).ends) {
        const int column = columnIndex(end.column);
        const double distance = column < 0 ? 1e8 : std::abs(layout.x(column) - scroll_x - position.x());
        if (distance < nearest) {
            nearest = distance;
            best = end.seq;
        }
    }
    return best;
}

void SequenceView::Private::selectRow(qint64 row) {
    if (!source || layout.count() == 0) return;
    const auto ends = source->row(std::clamp<qint64>(row, 0, layout.count() - 1)).ends;
    if (ends.empty()) return;
    const auto* chosen = &ends.front();
    for (const auto& end : ends)
        if (columnIndex(end.column) == current) chosen = &end;
    q.select(chosen->seq);
}

void SequenceView::Private::step(int direction) {
    const auto row = q.selectedRow();
    selectRow(row >= 0 ? row + direction : q.rowsInSight().first);
}

void SequenceView::Private::stepInColumn(int direction) {
    if (!source || shown.empty()) return;
    const auto key = shown[static_cast<std::size_t>(current)].key;
    auto row = q.selectedRow();
    if (row < 0) row = q.rowsInSight().first - direction;
    for (qint64 i = 0; i < mostSearched; ++i) {
        row += direction;
        if (row < 0 || row >= layout.count()) return;
        const auto columns = source->columnsOf(row);
        if (std::find(columns.begin(), columns.end(), key) != columns.end()) return selectRow(row);
    }
}

void SequenceView::Private::moveCurrent(int direction) {
    const int to = current + direction;
    if (to < 0 || to >= static_cast<int>(shown.size())) return;
    q.moveColumn(current, to);
}

void SequenceView::selectNext() {
    d->step(1);
}
void SequenceView::selectPrevious() {
    d->step(-1);
}

void SequenceView::jumpToOtherEnd() {
    if (!d->selected || !d->source) return;
    // Pressed again and again, it visits all ends of the first event's flows.
    if (d->next_jump == 0) d->jump_origin = *d->selected;
    const auto ends = d->source->joined(d->next_jump == 0 ? *d->selected : d->jump_origin);
    if (ends.empty()) return;
    if (d->next_jump >= ends.size()) {
        const auto origin = d->jump_origin;
        d->next_jump = 0;
        return select(origin);
    }
    const auto to = ends[d->next_jump];
    const auto kept = d->next_jump + 1;
    select(to);
    d->next_jump = kept;
}

void SequenceView::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier,
               shift = event->modifiers() & Qt::ShiftModifier;
    const auto page = std::max<qint64>(1, static_cast<qint64>(d->viewHeight() / d->layout.rowHeight) - 1);
    const auto columns = static_cast<int>(d->shown.size());
    const auto mark = [&](int column) {
        d->current = std::clamp(column, 0, std::max(0, columns - 1));
        viewport()->update();
    };
    switch (event->key()) {
        case Qt::Key_Down: return control ? d->stepInColumn(1) : d->step(1);
        case Qt::Key_Up: return control ? d->stepInColumn(-1) : d->step(-1);
        case Qt::Key_PageDown: return d->selectRow(std::max<qint64>(0, selectedRow()) + page);
        case Qt::Key_PageUp: return d->selectRow(std::max<qint64>(0, selectedRow()) - page);
        case Qt::Key_Home: return d->selectRow(0);
        case Qt::Key_End: return d->selectRow(d->layout.count() - 1);
        case Qt::Key_Left: return control && shift ? d->moveCurrent(-1) : mark(d->current - 1);
        case Qt::Key_Right: return control && shift ? d->moveCurrent(1) : mark(d->current + 1);
        case Qt::Key_Delete: return hideCurrentColumn();
        case Qt::Key_J: return jumpToOtherEnd();
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoomIn();
        case Qt::Key_Minus: return zoomOut();
        case Qt::Key_0: return resetZoom();
        default: return QAbstractScrollArea::keyPressEvent(event);
    }
}

void SequenceView::wheelEvent(QWheelEvent* event) {
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        const double factor = std::pow(1.0012, angle.y());
        if (d->to_scale && d->layout.count() > 0) {  // time is what is zoomed, at the cursor
            d->zoomTime(factor, event->position().y() - SequenceMetrics(d->font()).headHeight);
        } else {
            setZoom(d->zoom * factor);
        }
    } else if ((event->modifiers() & Qt::ShiftModifier) || std::abs(angle.x()) > std::abs(angle.y())) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() -
                                        (angle.x() ? angle.x() : angle.y()) / 2);
    } else {
        d->scrollTo(d->scroll_y - angle.y() * d->layout.rowHeight / 48);
    }
    event->accept();
}

void SequenceView::mousePressEvent(QMouseEvent* event) {
    d->press = d->pointer = event->position();
    const int head = d->headAt(event->position());
    if (head >= 0) {
        d->current = head;
        if (event->button() == Qt::LeftButton) {
            d->drag = Private::Drag::head;
            d->dragged = head;
        }
        viewport()->update();
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    if (const auto seq = d->eventAt(event->position())) select(*seq, false);
}

void SequenceView::mouseMoveEvent(QMouseEvent* event) {
    d->pointer = event->position();
    const int head = d->drag == Private::Drag::head ? d->hovered : d->headAt(d->pointer);
    if (head != d->hovered) {
        d->hovered = head;
        viewport()->setCursor(head >= 0 ? Qt::OpenHandCursor : Qt::ArrowCursor);
        viewport()->update();
    }
    if (d->drag == Private::Drag::head) viewport()->update();
}

void SequenceView::mouseReleaseEvent(QMouseEvent* event) {
    const bool dragged =
        d->drag == Private::Drag::head && (event->position() - d->press).manhattanLength() > 6;
    d->drag = Private::Drag::none;
    if (dragged) moveColumn(d->dragged, d->layout.dropAt(event->position().x() + d->scroll_x));
    viewport()->update();
}

void SequenceView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (d->eventAt(event->position())) jumpToOtherEnd();
}

void SequenceView::contextMenuEvent(QContextMenuEvent* event) {
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    if (!keyboard) {
        const int head = d->headAt(event->pos());
        const int column = head >= 0 ? head : d->layout.columnAt(event->pos().x() + d->scroll_x);
        if (column >= 0) d->current = column;
        if (const auto seq = d->eventAt(event->pos())) select(*seq, false);
    }
    QMenu menu(this);
    if (d->selected) {
        menu.addAction(tr("Go to the &other end\tJ"), this, &SequenceView::jumpToOtherEnd)
            ->setEnabled(d->source && !d->source->joined(*d->selected).empty());
        menu.addAction(tr("&Copy as text"), this,
                       [this] { QGuiApplication::clipboard()->setText(selectionText()); });
        menu.addSeparator();
    }
    if (d->current >= 0 && d->current < static_cast<int>(d->shown.size())) {
        const QString name = d->shown[static_cast<std::size_t>(d->current)].label;
        const int count = static_cast<int>(d->shown.size());
        menu.addAction(tr("Move “%1” &left\tCtrl+Shift+Left").arg(name), this, [this] { d->moveCurrent(-1); })
            ->setEnabled(d->current > 0);
        menu.addAction(tr("Move “%1” &right\tCtrl+Shift+Right").arg(name), this,
                       [this] { d->moveCurrent(1); })
            ->setEnabled(d->current + 1 < count);
        menu.addAction(tr("&Hide “%1”\tDel").arg(name), this, &SequenceView::hideCurrentColumn)
            ->setEnabled(count > 1);
    }
    if (!d->hidden.isEmpty()) menu.addAction(tr("&Show all columns"), this, [this] { setHiddenColumns({}); });
    const QPoint at = keyboard ? viewport()->mapToGlobal(viewport()->rect().center()) : event->globalPos();
    menu.exec(at);
}

bool SequenceView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int head = d->headAt(help->pos()); head >= 0) {
            const auto& column = d->shown[static_cast<std::size_t>(head)];
            QToolTip::showText(help->globalPos(),
                               tr("%1\n%2\nDrag it to move the column.").arg(column.label, column.detail),
                               this);
        } else if (const auto seq = d->eventAt(help->pos())) {
            QToolTip::showText(help->globalPos(), d->source->toolTip(*seq), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::Leave && d->hovered >= 0) {
        d->hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void SequenceView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void SequenceView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace ipcscope

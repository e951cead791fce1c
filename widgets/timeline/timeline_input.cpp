// Pointer and keys.
#include "timeline/timeline_view_p.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ipcscope {

void TimelineView::wheelEvent(QWheelEvent* event) {
    const QPoint angle = event->angleDelta();
    const double x = event->position().x() - d->header_width;
    if (x < 0 || (event->modifiers() & Qt::AltModifier)) {  // over the labels: up and down
        const int delta = angle.y() ? angle.y() : angle.x();
        verticalScrollBar()->setValue(verticalScrollBar()->value() - delta / 2);
    } else if (event->modifiers() & Qt::ShiftModifier) {
        d->panBy(-(angle.y() ? angle.y() : angle.x()) * 0.8);
    } else if (std::abs(angle.x()) > std::abs(angle.y())) {
        d->panBy(-angle.x() * 0.8);
    } else if (angle.y()) {
        d->zoomAt(std::pow(1.0016, angle.y()), x);
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    d->press = d->pointer = at;
    if (d->follow_chip.contains(at)) return setFollow(true);
    const bool edge = std::abs(at.x() - d->header_width) <= 4;
    const bool left = event->button() == Qt::LeftButton;
    if (edge && left) {
        d->drag = Private::Drag::splitter;
    } else if (at.x() > d->header_width) {
        const bool band =
            event->button() == Qt::RightButton || (left && (event->modifiers() & Qt::ControlModifier));
        d->band_from = at.x() - d->header_width;
        d->drag = band ? Private::Drag::band : Private::Drag::press;
    }
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    const QPointF before = d->pointer;
    d->pointer = at;
    switch (d->drag) {
        case Private::Drag::splitter:
            d->header_width = static_cast<int>(
                std::clamp<double>(at.x(), 90, std::max<double>(90, viewport()->width() - 120)));
            d->relayout();
            d->axisChanged();
            return;
        case Private::Drag::press:
            if ((at - d->press).manhattanLength() < 5) return;
            d->drag = Private::Drag::pan;
            d->hover.reset();
            viewport()->setCursor(Qt::ClosedHandCursor);
            [[fallthrough]];
        case Private::Drag::pan:
            d->panBy(before.x() - at.x());
            verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                          static_cast<int>(before.y() - at.y()));
            return;
        case Private::Drag::band: viewport()->update(); return;
        case Private::Drag::none: break;
    }
    d->hover = d->hit(at);
    const bool edge = std::abs(at.x() - d->header_width) <= 4;
    viewport()->setCursor(edge                          ? Qt::SplitHCursor
                          : d->follow_chip.contains(at) ? Qt::PointingHandCursor
                                                        : Qt::ArrowCursor);
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    const auto drag = std::exchange(d->drag, Private::Drag::none);
    viewport()->unsetCursor();
    const QPointF at = event->position();
    if (drag == Private::Drag::band) {
        const double from = std::min(d->band_from, at.x() - d->header_width);
        const double to = std::max(d->band_from, at.x() - d->header_width);
        if (to - from >= 4 && d->has_range) {
            const double begin = d->axis.offset(from), end = d->axis.offset(to);
            d->fitted = false;
            setFollow(false);
            d->axis.begin = begin;
            d->axis.span = std::max(TimeAxis::min_span, end - begin);
            d->axisChanged();
        }
    } else if (drag == Private::Drag::press && event->button() == Qt::LeftButton) {
        if (const auto hit = d->hit(at))
            select(hit->bar.seq, false);
        else
            clearSelection();
    }
    viewport()->update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (std::abs(event->position().x() - d->header_width) <= 4) {  // as wide as the labels need
        int width = 90;
        for (const TimelineLane& lane : d->lanes)
            width = std::max(width, fontMetrics().horizontalAdvance(lane.label + lane.detail) + 56);
        d->header_width = std::min(width, std::max(90, viewport()->width() / 2));
        d->relayout();
        return d->axisChanged();
    }
    if (const auto hit = d->hit(event->position())) {
        select(hit->bar.seq, false);
        zoomToSelection();
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    event->accept();  // the right button draws a range
}

bool TimelineView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        d->pointer = {-1, -1};
        d->hover.reset();
        viewport()->update();
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QString text;
        if (const auto hit = d->hit(help->pos())) {
            if (hit->bar.count > 1)
                text = tr("<b>%1 events</b> in %2; the longest:")
                           .arg(hit->bar.count)
                           .arg(formatDuration(hit->bar.end - hit->bar.begin)) +
                       QStringLiteral("<br>");
            text += d->source->toolTip(hit->bar.seq);
        } else if (help->pos().x() < d->header_width) {
            const TimelineFrame frame = d->frame();
            const LaneRow* row = d->layout.rowAt(help->pos().y() - frame.rulerHeight + frame.scroll);
            if (row && row->lane >= 0 && help->pos().y() > frame.rulerHeight) {
                const TimelineLane& lane = d->lanes[static_cast<std::size_t>(row->lane)];
                text = QStringLiteral("<b>%1</b><br>%2")
                           .arg(lane.label.toHtmlEscaped(), lane.detail.toHtmlEscaped());
            }
        }
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    const double step = d->axis.width * 0.1;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoomIn(); break;
        case Qt::Key_Minus: zoomOut(); break;
        case Qt::Key_Left: control ? selectPrevious() : d->panBy(-step); break;
        case Qt::Key_Right: control ? selectNext() : d->panBy(step); break;
        case Qt::Key_Up: d->moveAcross(-1); break;
        case Qt::Key_Down: d->moveAcross(1); break;
        case Qt::Key_PageUp: verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub); break;
        case Qt::Key_PageDown: verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd); break;
        case Qt::Key_Home:
        case Qt::Key_F: fit(); break;
        case Qt::Key_End:
        case Qt::Key_L: setFollow(true); break;
        case Qt::Key_J: jumpToOtherEnd(); break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Z: zoomToSelection(); break;
        case Qt::Key_Escape:
            if (!d->selected) return QAbstractScrollArea::keyPressEvent(event);
            clearSelection();
            break;
        default: QAbstractScrollArea::keyPressEvent(event); return;
    }
    event->accept();
}

}  // namespace ipcscope

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
    const bool ruler = at.y() < d->rulerHeight();
    using Drag = Private::Drag;
    if (edge && left) {
        d->drag = Drag::splitter;
    } else if (at.x() > d->header_width) {
        d->dragged_cursor = left ? d->cursorAt(at) : Private::Cursor::none;
        const bool band =
            event->button() == Qt::RightButton || (left && (event->modifiers() & Qt::ControlModifier));
        d->band_from = at.x() - d->header_width;
        d->measure_from = d->snapped(at);
        d->drag = left && d->playCursorAt(at)                  ? Drag::play
                  : d->dragged_cursor != Private::Cursor::none ? Drag::cursor
                  : band                                       ? Drag::band
                  : ruler && left                              ? Drag::measure
                                                               : Drag::press;
    } else if (!ruler) {
        const TimelineFrame now = d->frame();
        const LaneRow* row = d->layout.rowSeenAt(static_cast<int>(at.y()) - now.rulerHeight, now.scroll);
        d->setCurrent(row);
        if (row && left) {
            d->drag = Drag::row_press;
            d->dragged_lane =
                row->lane >= 0 ? laneName(d->lanes[static_cast<std::size_t>(row->lane)]) : QString();
            d->dragged_group = row->lane < 0 ? row->group : QString();
        }
    }
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    const QPointF before = d->pointer;
    d->pointer = at;
    using Drag = Private::Drag;
    switch (d->drag) {
        case Drag::splitter:
            d->header_width = static_cast<int>(
                std::clamp<double>(at.x(), 90, std::max<double>(90, viewport()->width() - 120)));
            d->relayout();
            d->axisChanged();
            return;
        case Drag::press:
            if ((at - d->press).manhattanLength() < 5) return;
            d->drag = Drag::pan;
            d->hover.reset();
            viewport()->setCursor(Qt::ClosedHandCursor);
            [[fallthrough]];
        case Drag::pan:
            d->panBy(before.x() - at.x());
            verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                          static_cast<int>(before.y() - at.y()));
            return;
        case Drag::band: viewport()->update(); return;
        case Drag::cursor:
            d->setCursor(d->dragged_cursor,
                         d->snapped(QPointF(std::max<double>(at.x(), d->header_width), at.y())));
            return;
        case Drag::play: d->dragPlayCursor(at); return;
        case Drag::measure:
            if (!d->has_range || std::abs(at.x() - d->press.x()) < 4) return;
            d->pause();
            setCursors(d->measure_from,
                       d->snapped(QPointF(std::max<double>(at.x(), d->header_width), at.y())));
            return;
        case Drag::row_press:
            if ((at - d->press).manhattanLength() < 6) return;
            d->drag = Drag::row;
            viewport()->setCursor(Qt::ClosedHandCursor);
            [[fallthrough]];
        case Drag::row:
            d->dropRow(at.y());
            viewport()->update();
            return;
        case Drag::none: break;
    }
    d->hover = d->hit(at);
    const bool edge = std::abs(at.x() - d->header_width) <= 4;
    const bool cursor = d->cursorAt(at) != Private::Cursor::none || d->playCursorAt(at);
    viewport()->setCursor(edge || cursor                ? Qt::SplitHCursor
                          : d->follow_chip.contains(at) ? Qt::PointingHandCursor
                                                        : Qt::ArrowCursor);
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    using Drag = Private::Drag;
    const auto drag = std::exchange(d->drag, Drag::none);
    viewport()->unsetCursor();
    const QPointF at = event->position();
    switch (drag) {
        case Drag::band: {
            const double from = std::min(d->band_from, at.x() - d->header_width);
            const double to = std::max(d->band_from, at.x() - d->header_width);
            if (to - from >= 4 && d->has_range) {
                const double begin = d->axis.offset(from), end = d->axis.offset(to);
                d->pause();
                d->axis.begin = begin;
                d->axis.span = std::max(TimeAxis::min_span, end - begin);
                d->axisChanged();
            } else if (event->button() == Qt::RightButton) {
                d->popup(at.toPoint());
            }
            break;
        }
        case Drag::press:
            if (event->button() != Qt::LeftButton) break;
            d->went_to.reset();
            if (const auto hit = d->hit(at)) {
                if (d->source->running()) d->pause();
                select(hit->bar.seq, false);
            } else if (const auto other = d->arrowAt(at)) {
                select(*other);
            } else {
                clearSelection();
            }
            break;
        case Drag::measure:
            if (const int mark = d->bookmarkAt(at); mark >= 0 && std::abs(at.x() - d->press.x()) < 4)
                goToBookmark(static_cast<std::size_t>(mark));
            break;
        case Drag::row_press:  // a click: titles open and close
            if (!d->dragged_group.isEmpty())
                d->change(arranging::collapsed(d->arrangement, d->dragged_group,
                                               !d->arrangement.collapsed.contains(d->dragged_group)));
            break;
        case Drag::row:
            if (d->drop_y >= 0 && !d->drop_name.isEmpty())
                d->change(d->dragged_group.isEmpty()
                              ? arranging::moved(d->arrangement, d->lanes, d->layout, d->dragged_lane,
                                                 d->drop_name, d->drop_before)
                              : arranging::groupMoved(d->arrangement, d->lanes, d->layout, d->dragged_group,
                                                      d->drop_name, d->drop_before));
            d->drop_y = -1;
            break;
        case Drag::none:
            if (event->button() == Qt::RightButton) d->popup(at.toPoint());
            break;
        case Drag::pan:
        case Drag::cursor:
        case Drag::play:
        case Drag::splitter: break;
    }
    viewport()->update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (std::abs(at.x() - d->header_width) <= 4) {  // as wide as the labels need
        int width = 90;
        for (const TimelineLane& lane : d->lanes)
            width = std::max(width, fontMetrics().horizontalAdvance(lane.label + lane.detail) + 56);
        d->header_width = std::min(width, std::max(90, viewport()->width() / 2));
        d->relayout();
        return d->axisChanged();
    }
    if (at.x() < d->header_width) {
        if (const QString name = d->currentLane(); !name.isEmpty() && at.y() > d->rulerHeight())
            d->renameLane(name);
        return;
    }
    if (const auto hit = d->hit(at)) {
        select(hit->bar.seq, false);
        zoomToSelection();
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    event->accept();  // the right button draws a range; let go at once, it opens the menu
    if (event->reason() == QContextMenuEvent::Keyboard) d->popup({-1, -1});
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
            const LaneRow* row = d->layout.rowSeenAt(help->pos().y() - frame.rulerHeight, frame.scroll);
            if (row && row->lane >= 0) {
                const TimelineLane& lane = d->lanes[static_cast<std::size_t>(row->lane)];
                text = QStringLiteral("<b>%1</b><br>%2")
                           .arg(frame.labelOf(lane).toHtmlEscaped(), lane.detail.toHtmlEscaped());
            }
        } else if (const int mark = d->bookmarkAt(help->pos()); mark >= 0) {
            const Bookmark& bookmark = d->bookmarks[static_cast<std::size_t>(mark)];
            text =
                QStringLiteral("<b>%1</b><br>%2")
                    .arg(formatTime(static_cast<double>(bookmark.time), 1000), bookmark.note.toHtmlEscaped());
        } else if (d->measure_chip.contains(help->pos())) {
            text = measureText().toHtmlEscaped();
        }
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

// Letters and these combinations are the timeline's own while it has the focus.
bool TimelineView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool control = key->modifiers() & Qt::ControlModifier;
        const int code = key->key();
        if ((control && (code == Qt::Key_G || code == Qt::Key_B || code == Qt::Key_Z)) ||
            (!control && code == Qt::Key_F2)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const auto modifiers = event->modifiers();
    const bool control = modifiers & Qt::ControlModifier, alt = modifiers & Qt::AltModifier;
    const double step = d->axis.width * 0.1;
    event->accept();
    if (d->rowKey(event->key(), modifiers)) return;
    if (alt) {
        const double pixels = modifiers & Qt::ShiftModifier ? 10 : 1;
        if (event->key() == Qt::Key_Left) return d->nudgeCursor(-pixels);
        if (event->key() == Qt::Key_Right) return d->nudgeCursor(pixels);
        return QAbstractScrollArea::keyPressEvent(event);
    }
    if (control) {
        switch (event->key()) {
            case Qt::Key_Left: return selectPrevious();
            case Qt::Key_Right: return selectNext();
            case Qt::Key_G: return askWhere();
            case Qt::Key_B: return modifiers & Qt::ShiftModifier ? showBookmarks() : askBookmark();
            case Qt::Key_Z: return undoArrangement();
            case Qt::Key_Plus:
            case Qt::Key_Equal: return zoomIn();
            case Qt::Key_Minus: return zoomOut();
            default: return QAbstractScrollArea::keyPressEvent(event);
        }
    }
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoomIn(); break;
        case Qt::Key_Minus: zoomOut(); break;
        case Qt::Key_Left: d->panBy(-step); break;
        case Qt::Key_Right: d->panBy(step); break;
        case Qt::Key_Up: d->moveAcross(-1); break;
        case Qt::Key_Down: d->moveAcross(1); break;
        case Qt::Key_PageUp: verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub); break;
        case Qt::Key_PageDown: verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd); break;
        case Qt::Key_Home:
        case Qt::Key_F: fit(); break;
        case Qt::Key_End:
        case Qt::Key_L: setFollow(true); break;
        case Qt::Key_J: jumpToOtherEnd(); break;
        case Qt::Key_BracketRight: nextHop(); break;
        case Qt::Key_BracketLeft: previousHop(); break;
        case Qt::Key_A: d->setCursor(Private::Cursor::a, d->here()); break;
        case Qt::Key_B: d->setCursor(Private::Cursor::b, d->here()); break;
        case Qt::Key_M: measureSelection(); break;
        case Qt::Key_V:
            setArrowMode(static_cast<ArrowMode>((static_cast<int>(d->arrow_mode) + 1) % 3));
            break;
        case Qt::Key_Period: nextBookmark(); break;
        case Qt::Key_Comma: previousBookmark(); break;
        case Qt::Key_Question:
        case Qt::Key_F1: showKeys(); break;
        case Qt::Key_Menu: d->popup({-1, -1}); break;
        case Qt::Key_F10:
            if (!(modifiers & Qt::ShiftModifier)) return QAbstractScrollArea::keyPressEvent(event);
            d->popup({-1, -1});
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Z: zoomToSelection(); break;
        case Qt::Key_Escape:  // one thing at a time
            if (d->selected)
                clearSelection();
            else if (d->cursor_a || d->cursor_b)
                clearCursors();
            else if (d->went_to)
                d->went_to.reset();
            else
                return QAbstractScrollArea::keyPressEvent(event);
            viewport()->update();
            break;
        default: QAbstractScrollArea::keyPressEvent(event); return;
    }
}

}  // namespace ipcscope

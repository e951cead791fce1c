// Arranging lanes: by dragging their names, by keys.
#include "timeline/timeline_ask.h"
#include "timeline/timeline_view_p.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ipcscope {

void TimelineView::Private::change(LaneArrangement next) {
    if (next == arrangement) return;
    undo.push_back(arrangement);
    if (undo.size() > 100) undo.erase(undo.begin());
    q.setArrangement(next);
    if (const LaneRow* row = currentRow()) scrollTo(*row);
}

void TimelineView::undoArrangement() {
    if (d->undo.empty()) return;
    const LaneArrangement last = d->undo.back();
    d->undo.pop_back();
    setArrangement(last);
}

void TimelineView::resetArrangement() {
    d->change({});
}

const LaneRow* TimelineView::Private::currentRow() const {
    if (!current_group.isEmpty()) return layout.titleOf(current_group);
    if (current_lane.isEmpty()) return nullptr;
    for (const LaneRow& row : layout.rows)
        if (row.lane >= 0 && laneName(lanes[static_cast<std::size_t>(row.lane)]) == current_lane) return &row;
    return nullptr;
}

QString TimelineView::Private::currentLane() const {
    return currentRow() && current_group.isEmpty() ? current_lane : QString();
}

void TimelineView::Private::setCurrent(const LaneRow* row) {
    const QString lane =
        row && row->lane >= 0 ? laneName(lanes[static_cast<std::size_t>(row->lane)]) : QString();
    const QString group = row && row->lane < 0 ? row->group : QString();
    if (lane == current_lane && group == current_group) return;
    current_lane = lane;
    current_group = group;
    q.viewport()->update();
    if (!row) return;
    QAccessibleEvent description(&q, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
}

void TimelineView::Private::scrollTo(const LaneRow& row) {
    if (row.pinned) return;
    QScrollBar* bar = q.verticalScrollBar();
    if (row.y < bar->value()) bar->setValue(row.y);
    if (row.bottom() > bar->value() + bar->pageStep()) bar->setValue(row.bottom() - bar->pageStep());
}

void TimelineView::Private::stepRow(int direction) {
    if (layout.rows.empty()) return;
    const LaneRow* row = currentRow();
    std::ptrdiff_t at = row ? row - layout.rows.data() + direction : 0;
    at = std::clamp<std::ptrdiff_t>(at, 0, static_cast<std::ptrdiff_t>(layout.rows.size()) - 1);
    row = &layout.rows[static_cast<std::size_t>(at)];
    setCurrent(row);
    scrollTo(*row);
}

void TimelineView::Private::renameLane(const QString& name) {
    QString now, usual;
    for (const TimelineLane& lane : lanes)
        if (laneName(lane) == name) {
            usual = lane.label;
            now = arrangement.labels.value(name, lane.label);
        }
    ask()->ask(TimelineView::tr("Name of the lane"), now,
               TimelineView::tr("Nothing: its own name, %1").arg(usual),
               [this, name, usual](const QString& text) {
                   change(arranging::renamed(arrangement, name, text.trimmed() == usual ? QString() : text));
                   return QString();
               });
}

// Where the dragged row would go.
void TimelineView::Private::dropRow(double y) {
    drop_y = -1;
    drop_name.clear();
    const TimelineFrame now = frame();
    QScrollBar* bar = q.verticalScrollBar();
    if (y > now.size.height() - 14) bar->setValue(bar->value() + 10);
    if (y < now.pinnedBottom() + 14) bar->setValue(bar->value() - 10);
    const int scroll = bar->value();
    const LaneRow* row = layout.rowSeenAt(static_cast<int>(y) - now.rulerHeight, scroll);
    if (!row && y >= now.rulerHeight && !layout.rows.empty()) row = &layout.rows.back();
    if (!row) return;
    const TimelineFrame shown = frame();
    if (!dragged_group.isEmpty()) {  // whole groups change places
        if (row->group.isEmpty() || row->group == dragged_group) return;
        int top = INT_MAX, bottom = 0;
        for (const LaneRow& other : layout.rows)
            if (other.group == row->group && !other.pinned) {
                top = std::min(top, shown.yOf(other));
                bottom = std::max(bottom, shown.yOf(other) + other.height);
            }
        drop_before = y < (top + bottom) / 2.0;
        drop_name = row->group;
        drop_y = drop_before ? top : bottom;
        return;
    }
    if (row->lane < 0) {  // on a title: before the first lane below it
        const auto at = row - layout.rows.data() + 1;
        if (at >= static_cast<std::ptrdiff_t>(layout.rows.size())) return;
        row = &layout.rows[static_cast<std::size_t>(at)];
        if (row->lane < 0) return;
    }
    const QString name = laneName(lanes[static_cast<std::size_t>(row->lane)]);
    if (name == dragged_lane) return;
    drop_before = y < shown.yOf(*row) + row->height / 2.0;
    drop_name = name;
    drop_y = drop_before ? shown.yOf(*row) : shown.yOf(*row) + row->height;
}

bool TimelineView::Private::rowKey(int key, Qt::KeyboardModifiers modifiers) {
    const LaneRow* row = currentRow();
    const QString name = currentLane();
    if (modifiers & Qt::ControlModifier) {
        if (key != Qt::Key_Up && key != Qt::Key_Down) return false;
        stepRow(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (modifiers & Qt::AltModifier) {
        if (key != Qt::Key_Up && key != Qt::Key_Down) return false;
        const int direction = key == Qt::Key_Up ? -1 : 1;
        if (!name.isEmpty()) {
            change(arranging::stepped(arrangement, lanes, layout, name, direction));
        } else if (row) {
            QStringList groups;
            for (const LaneRow& other : layout.rows)
                if (other.lane < 0) groups << other.group;
            const auto next = groups.indexOf(row->group) + direction;
            if (next >= 0 && next < groups.size())
                change(arranging::groupMoved(arrangement, lanes, layout, row->group, groups[next],
                                             direction < 0));
        }
        return true;
    }
    switch (key) {
        case Qt::Key_P:
            if (name.isEmpty()) return false;
            change(arranging::pinned(arrangement, name, !arrangement.pinned.contains(name)));
            return true;
        case Qt::Key_H: {
            if (name.isEmpty()) return false;
            const int next = row ? layout.neighbour(row->lane, 1) : -1;
            const QString after = next >= 0 ? laneName(lanes[static_cast<std::size_t>(next)]) : QString();
            change(arranging::hidden(arrangement, name, true));
            if (after != name) current_lane = after;
            return true;
        }
        case Qt::Key_F2:
            if (name.isEmpty()) return false;
            renameLane(name);
            return true;
        case Qt::Key_T:
        case Qt::Key_Space: {
            const QString group = row ? row->group : QString();
            if (group.isEmpty()) return false;
            const bool on = !arrangement.collapsed.contains(group);
            current_lane.clear();
            current_group = group;
            change(arranging::collapsed(arrangement, group, on));
            return true;
        }
        default: return false;
    }
}

void TimelineView::Private::paintRowSigns(QPainter& painter, const TimelineFrame& frame) {
    const Palette palette = Palette::of(q.palette());
    const LaneRow* row = currentRow();
    if (row && q.hasFocus()) {
        painter.setClipRect(frame.section(row->pinned));
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(palette.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(1, frame.yOf(*row), frame.headerWidth - 4, row->height - 2));
    }
    if (drag != Drag::row || drop_y < 0) return;
    painter.setClipRect(QRect(0, frame.rulerHeight, frame.size.width(), frame.size.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.accent);
    painter.drawRect(QRectF(0, drop_y - 1.5, frame.size.width(), 3));
}

}  // namespace ipcscope

// Everything that can be done by pointer and key stands in a menu, too.
#include "timeline/timeline_ask.h"
#include "timeline/timeline_view_p.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>

namespace ipcscope {
namespace {

QAction* add(QMenu* menu, const QString& text, const QKeySequence& key, const std::function<void()>& done,
             bool enabled = true) {
    QAction* action = menu->addAction(text);
    // Shown, not registered: the view itself listens to its keys.
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    action->setEnabled(enabled);
    QObject::connect(action, &QAction::triggered, menu, done);
    return action;
}

}  // namespace

void TimelineView::Private::fillArrowMenu(QMenu* menu) {
    auto* group = new QActionGroup(menu);
    const auto one = [&](const QString& text, ArrowMode mode) {
        QAction* action = add(menu, text, {}, [this, mode] { q.setArrowMode(mode); });
        action->setCheckable(true);
        action->setChecked(arrow_mode == mode);
        group->addAction(action);
    };
    one(TimelineView::tr("&All arrows"), ArrowMode::all);
    one(TimelineView::tr("Only those of the &selection"), ArrowMode::selection);
    one(TimelineView::tr("&No arrows"), ArrowMode::none);
}

void TimelineView::Private::fillArrangementMenu(QMenu* menu) {
    QMenu* group_by = menu->addMenu(TimelineView::tr("&Group lanes by"));
    auto* group = new QActionGroup(group_by);
    const std::pair<LaneGrouping, QString> choices[] = {
        {LaneGrouping::kind, TimelineView::tr("&Workers and objects")},
        {LaneGrouping::process, TimelineView::tr("&Process tree")},
        {LaneGrouping::mechanism, TimelineView::tr("&Mechanism")},
        {LaneGrouping::object, TimelineView::tr("&Object")},
        {LaneGrouping::none, TimelineView::tr("&Nothing")}};
    for (const auto& [grouping, text] : choices) {
        QAction* action = add(group_by, text, {}, [this, chosen = grouping] {
            LaneArrangement next = arrangement;
            next.grouping = chosen;
            change(next);
        });
        action->setCheckable(true);
        action->setChecked(arrangement.grouping == grouping);
        group->addAction(action);
    }
    QStringList groups;
    for (const LaneRow& row : layout.rows)
        if (row.lane < 0) groups << row.group;
    add(
        menu, TimelineView::tr("&Collapse all groups"), {},
        [this, groups] {
            LaneArrangement next = arrangement;
            next.collapsed = groups;
            change(next);
        },
        !groups.isEmpty());
    add(
        menu, TimelineView::tr("&Expand all groups"), {},
        [this] {
            LaneArrangement next = arrangement;
            next.collapsed.clear();
            change(next);
        },
        !arrangement.collapsed.isEmpty());
    QMenu* hidden = menu->addMenu(TimelineView::tr("&Show hidden lanes (%1)").arg(layout.hidden));
    hidden->setEnabled(layout.hidden > 0);
    add(hidden, TimelineView::tr("&All"), {}, [this] {
        LaneArrangement next = arrangement;
        next.hidden.clear();
        change(next);
    });
    hidden->addSeparator();
    const TimelineFrame now = frame();
    for (const TimelineLane& lane : lanes) {
        const QString name = laneName(lane);
        if (!arrangement.hidden.contains(name)) continue;
        add(hidden, now.labelOf(lane), {},
            [this, name] { change(arranging::hidden(arrangement, name, false)); });
    }
    add(
        menu, TimelineView::tr("&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { q.undoArrangement(); },
        !undo.empty());
    add(
        menu, TimelineView::tr("&Reset arrangement"), {}, [this] { q.resetArrangement(); },
        !arrangement.isDefault());
}

void TimelineView::Private::fillRowMenu(QMenu* menu, const LaneRow* row) {
    if (row && row->lane >= 0) {
        const TimelineLane& lane = lanes[static_cast<std::size_t>(row->lane)];
        const QString name = laneName(lane);
        const bool is_pinned = row->pinned;
        menu->addSection(frame().labelOf(lane));
        add(menu, is_pinned ? TimelineView::tr("Un&pin") : TimelineView::tr("&Pin to the top"), Qt::Key_P,
            [this, name, is_pinned] { change(arranging::pinned(arrangement, name, !is_pinned)); });
        add(menu, TimelineView::tr("&Hide"), Qt::Key_H,
            [this, name] { change(arranging::hidden(arrangement, name, true)); });
        add(menu, TimelineView::tr("Re&name…"), Qt::Key_F2, [this, name] { renameLane(name); });
        QMenu* colours = menu->addMenu(TimelineView::tr("&Colour"));
        const Palette palette = Palette::of(q.palette());
        const int own = arrangement.colours.value(name, -1);
        const QString names[] = {TimelineView::tr("Blue"),  TimelineView::tr("Orange"),
                                 TimelineView::tr("Green"), TimelineView::tr("Violet"),
                                 TimelineView::tr("Teal"),  TimelineView::tr("Pink"),
                                 TimelineView::tr("Gold"),  TimelineView::tr("Indigo"),
                                 TimelineView::tr("Lime"),  TimelineView::tr("Brown")};
        for (int i = 0; i < Palette::mechanism_colours; ++i) {
            QPixmap swatch(16, 16);
            swatch.fill(palette.mechanism(i));
            QAction* action = add(colours, names[i], {},
                                  [this, name, i] { change(arranging::coloured(arrangement, name, i)); });
            action->setIcon(swatch);
            action->setIconVisibleInMenu(true);
            action->setCheckable(true);
            action->setChecked(own == i);
        }
        colours->addSeparator();
        add(
            colours, TimelineView::tr("Its &own"), {},
            [this, name] { change(arranging::coloured(arrangement, name, -1)); }, own >= 0);
        add(menu, TimelineView::tr("Move &up"), QKeySequence(Qt::ALT | Qt::Key_Up),
            [this, name] { change(arranging::stepped(arrangement, lanes, layout, name, -1)); });
        add(menu, TimelineView::tr("Move &down"), QKeySequence(Qt::ALT | Qt::Key_Down),
            [this, name] { change(arranging::stepped(arrangement, lanes, layout, name, 1)); });
    } else if (row) {
        menu->addSection(row->title);
        add(menu, row->collapsed ? TimelineView::tr("&Expand") : TimelineView::tr("&Collapse"), Qt::Key_T,
            [this, group = row->group, on = !row->collapsed] {
                change(arranging::collapsed(arrangement, group, on));
            });
    }
    menu->addSeparator();
    fillArrangementMenu(menu);
}

void TimelineView::Private::fillPlaceMenu(QMenu* menu, const std::optional<TimelineHit>& hit, qint64 time) {
    if (hit || selected) {
        add(
            menu, TimelineView::tr("To the &other end of its arrow"), Qt::Key_J,
            [this] { q.jumpToOtherEnd(); }, !joints.empty());
        add(menu, TimelineView::tr("&Next hop"), Qt::Key_BracketRight, [this] { q.nextHop(); });
        add(menu, TimelineView::tr("&Previous hop"), Qt::Key_BracketLeft, [this] { q.previousHop(); });
        add(menu, TimelineView::tr("&Zoom to it"), Qt::Key_Z, [this] { q.zoomToSelection(); });
        add(menu, TimelineView::tr("&Measure it"), Qt::Key_M, [this] { q.measureSelection(); });
        menu->addSeparator();
    }
    add(menu, TimelineView::tr("Cursor &A here"), Qt::Key_A, [this, time] { setCursor(Cursor::a, time); });
    add(menu, TimelineView::tr("Cursor &B here"), Qt::Key_B, [this, time] { setCursor(Cursor::b, time); });
    add(
        menu, TimelineView::tr("&Remove cursors"), {}, [this] { q.clearCursors(); }, cursor_a || cursor_b);
    if (cursor_a && cursor_b)
        add(menu, TimelineView::tr("Zoom &between the cursors"), {}, [this] {
            const qint64 from = std::min(*cursor_a, *cursor_b), to = std::max(*cursor_a, *cursor_b);
            show(from - (to - from) / 20, to + (to - from) / 20 + 1);
        });
    menu->addSeparator();
    add(menu, TimelineView::tr("Book&mark here…"), QKeySequence(Qt::CTRL | Qt::Key_B),
        [this, time] { editBookmark(time); });
    add(menu, TimelineView::tr("Book&marks…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
        [this] { q.showBookmarks(); });
    add(menu, TimelineView::tr("&Go to…"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { q.askWhere(); });
    fillArrowMenu(menu->addMenu(TimelineView::tr("Arro&ws")));
}

void TimelineView::fillMenu(QMenu* menu) {
    const bool known = d->has_range;
    add(
        menu, tr("&Go to…"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { askWhere(); }, known);
    add(
        menu, tr("&Bookmark…"), QKeySequence(Qt::CTRL | Qt::Key_B), [this] { askBookmark(); }, known);
    add(menu, tr("Bookmark &list…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
        [this] { showBookmarks(); });
    menu->addSeparator();
    add(
        menu, tr("&Measure the selection"), Qt::Key_M, [this] { measureSelection(); }, hasSelection());
    add(
        menu, tr("Remove &cursors"), {}, [this] { clearCursors(); }, d->cursor_a || d->cursor_b);
    menu->addSeparator();
    d->fillArrowMenu(menu->addMenu(tr("Arro&ws")));
    d->fillArrangementMenu(menu);
    menu->addSeparator();
    add(menu, tr("&Keys and signs…"), Qt::Key_Question, [this] { showKeys(); });
}

// At a point of the viewport; outside of it: the menu key, for what is current.
void TimelineView::Private::popup(const QPoint& position) {
    auto* menu = new QMenu(&q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("timelineMenu"));
    const TimelineFrame now = frame();
    const bool by_key = !q.viewport()->rect().contains(position);
    if (by_key) {
        const LaneRow* row = currentRow();
        if (selected) {
            fillPlaceMenu(menu, std::nullopt, here());
            emit q.eventMenuWanted(menu, q.selected());
        }
        QMenu* of_lane = menu;
        if (selected) {
            menu->addSeparator();
            of_lane = menu->addMenu(TimelineView::tr("&Lane"));
        }
        fillRowMenu(of_lane, row);
        if (row && row->lane >= 0)
            emit q.laneMenuWanted(of_lane, lanes[static_cast<std::size_t>(row->lane)].key);
        const int y =
            row ? std::clamp(now.yOf(*row), now.rulerHeight, now.size.height() - 8) : now.rulerHeight;
        return menu->popup(q.viewport()->mapToGlobal(QPoint(header_width / 2, y)));
    }
    const LaneRow* row = position.y() < now.rulerHeight
                             ? nullptr
                             : layout.rowSeenAt(position.y() - now.rulerHeight, now.scroll);
    if (const int mark = bookmarkAt(position); mark >= 0) {
        const Bookmark bookmark = bookmarks[static_cast<std::size_t>(mark)];
        add(menu, TimelineView::tr("&Edit note…"), {},
            [this, bookmark] { editBookmark(dataBegin() + bookmark.time); });
        add(menu, TimelineView::tr("&Delete bookmark"), {}, [this, bookmark] {
            Bookmarks next = bookmarks;
            std::erase(next, bookmark);
            q.setBookmarks(std::move(next));
        });
        menu->addSeparator();
    }
    if (position.x() > header_width) {
        const auto found = hit(position);
        if (found) q.select(found->bar.seq, false);
        fillPlaceMenu(menu, found, snapped(position));
        if (found) emit q.eventMenuWanted(menu, found->bar.seq);
        if (row) {
            menu->addSeparator();
            fillRowMenu(menu->addMenu(TimelineView::tr("&Lane")), row);
        }
    } else {
        setCurrent(row);
        fillRowMenu(menu, row);
        if (row && row->lane >= 0)
            emit q.laneMenuWanted(menu, lanes[static_cast<std::size_t>(row->lane)].key);
    }
    menu->popup(q.viewport()->mapToGlobal(position));
}

}  // namespace ipcscope

// What a screen reader is told: the selected event and what is measured, in words; every lane as a child.
#include "timeline/timeline_view_p.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QScrollBar>

namespace ipcscope {

class AccessibleLane : public QAccessibleInterface {
public:
    AccessibleLane(TimelineView* view, int index) : view_(view), index_(index) {}
    bool isValid() const override { return view_ && row(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override {
        return view_ && view_->window() ? view_->window()->windowHandle() : nullptr;
    }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(view_); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override {
        QAccessible::State state;
        const LaneRow* own = row();
        state.focusable = true;
        state.focused = own && view_->hasFocus() && view_->d->currentRow() == own;
        if (own && own->lane < 0) {
            state.expandable = true;
            state.collapsed = own->collapsed;
            state.expanded = !own->collapsed;
        }
        return state;
    }
    QString text(QAccessible::Text which) const override {
        const LaneRow* own = row();
        if (!own) return {};
        if (own->lane < 0)
            return which == QAccessible::Name          ? own->title
                   : which == QAccessible::Description ? TimelineView::tr("group, lanes: %1").arg(own->count)
                                                       : QString();
        const TimelineLane& lane = view_->d->lanes[static_cast<std::size_t>(own->lane)];
        if (which == QAccessible::Name) return view_->d->frame().labelOf(lane);
        if (which != QAccessible::Description) return {};
        QStringList words;
        if (lane.shape == LaneShape::steps && view_->d->source)
            if (const QString level = view_->d->source->levelText(lane); !level.isEmpty()) words << level;
        if (!lane.detail.isEmpty()) words << lane.detail;
        if (own->pinned) words << TimelineView::tr("pinned to the top");
        if (own->indent > 0) words << TimelineView::tr("level %1 of the process tree").arg(own->indent + 1);
        return words.join(QStringLiteral(", "));
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        const LaneRow* own = row();
        if (!own) return {};
        const TimelineFrame frame = view_->d->frame();
        const QRect box(0, frame.yOf(*own), frame.size.width(), own->height);
        return {view_->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }

private:
    const LaneRow* row() const {
        if (!view_) return nullptr;
        const auto& rows = view_->d->layout.rows;
        return index_ < static_cast<int>(rows.size()) ? &rows[static_cast<std::size_t>(index_)] : nullptr;
    }
    QPointer<TimelineView> view_;
    int index_;
};

class AccessibleTimeline : public QAccessibleWidget {
public:
    explicit AccessibleTimeline(TimelineView* view) : QAccessibleWidget(view, QAccessible::Chart) {}
    ~AccessibleTimeline() override {
        for (const auto id : lanes_)
            QAccessible::deleteAccessibleInterface(id);
    }
    QString text(QAccessible::Text which) const override {
        const TimelineView* timeline = view();
        const QString selection = timeline->selectionText();
        if (which == QAccessible::Value) return selection;
        if (which == QAccessible::Description) {
            QStringList words;
            if (!selection.isEmpty()) words << selection;
            const QString measured = timeline->measureText();
            if (!measured.isEmpty()) words << measured;
            if (!timeline->d->currentLane().isEmpty() || !timeline->d->current_group.isEmpty()) {
                const LaneRow* row = timeline->d->currentRow();
                if (row && row->lane >= 0)
                    words << TimelineView::tr("lane %1").arg(timeline->d->frame().labelOf(
                        timeline->d->lanes[static_cast<std::size_t>(row->lane)]));
                else if (row)
                    words << TimelineView::tr("group %1").arg(row->title);
            }
            const Bookmarks& bookmarks = timeline->bookmarks();
            if (!bookmarks.empty()) words << TimelineView::tr("bookmarks: %1").arg(bookmarks.size());
            if (!words.isEmpty()) return words.join(QStringLiteral("; "));
        }
        if (which == QAccessible::Help)
            return TimelineView::tr(
                "Up and down move between lanes, control with left and right between events, "
                "J to the other end of a flow; plus and minus zoom, F fits, L follows; "
                "question mark lists all keys.");
        return QAccessibleWidget::text(which);
    }
    int childCount() const override { return QAccessibleWidget::childCount() + rows(); }
    QAccessibleInterface* child(int index) const override {
        const int widgets = QAccessibleWidget::childCount();
        if (index < widgets) return QAccessibleWidget::child(index);
        const int row = index - widgets;
        if (row >= rows()) return nullptr;
        const auto known = lanes_.constFind(row);
        if (known != lanes_.constEnd()) return QAccessible::accessibleInterface(*known);
        auto* lane = new AccessibleLane(view(), row);
        lanes_[row] = QAccessible::registerAccessibleInterface(lane);
        return lane;
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (auto lane = lanes_.cbegin(); lane != lanes_.cend(); ++lane)
            if (QAccessible::accessibleInterface(lane.value()) == child)
                return QAccessibleWidget::childCount() + lane.key();
        return QAccessibleWidget::indexOfChild(child);
    }

private:
    TimelineView* view() const { return static_cast<TimelineView*>(object()); }
    int rows() const { return static_cast<int>(view()->d->layout.rows.size()); }
    mutable QHash<int, QAccessible::Id> lanes_;
};

namespace {

QAccessibleInterface* create(const QString&, QObject* object) {
    auto* view = qobject_cast<TimelineView*>(object);
    return view ? new AccessibleTimeline(view) : nullptr;
}

}  // namespace

void installTimelineAccessibility() {
    static const bool once = (QAccessible::installFactory(create), true);
    (void)once;
}

}  // namespace ipcscope

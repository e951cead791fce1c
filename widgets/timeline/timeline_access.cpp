// What a screen reader is told: the selected event, in words.
#include "timeline/timeline_view_p.h"

#include <QAccessibleWidget>

namespace ipcscope {
namespace {

class AccessibleTimeline : public QAccessibleWidget {
public:
    explicit AccessibleTimeline(TimelineView* view) : QAccessibleWidget(view, QAccessible::Chart) {}
    QString text(QAccessible::Text which) const override {
        const auto* view = static_cast<const TimelineView*>(object());
        const QString selection = view->selectionText();
        if (which == QAccessible::Value) return selection;
        if (which == QAccessible::Description && !selection.isEmpty()) return selection;
        if (which == QAccessible::Help)
            return TimelineView::tr(
                "Up and down move between lanes, control with left and right between events, "
                "J to the other end of a flow; plus and minus zoom, F fits, L follows.");
        return QAccessibleWidget::text(which);
    }
};

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

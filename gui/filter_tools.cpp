#include "filter_tools.h"

#include "event_table.h"
#include "filter_bar.h"
#include "find_bar.h"
#include "icons.h"
#include "session.h"
#include "statistics_panel.h"
#include "timeline/timeline_view.h"

#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>
#include <QToolBar>

namespace ipcscope {

FilterTools::FilterTools(QMainWindow& window, Session& session, EventTable& table, TimelineView& timeline)
    : QObject(&window),
      window_(window),
      session_(session),
      table_(table),
      filter_(new FilterBar(session)),
      find_(new FindBar(session)),
      statistics_(new StatisticsPanel(session)) {
    connect(&table, &EventTable::told, this,
            [this](const QString& what) { window_.statusBar()->showMessage(what, 10'000); });
    connect(&timeline, &TimelineView::cursorsChanged, statistics_, [this, view = &timeline] {
        const auto a = view->cursorA(), b = view->cursorB();
        if (a && b && *a != *b)
            statistics_->setRange(std::pair(std::min(*a, *b), std::max(*a, *b)));
        else
            statistics_->setRange(std::nullopt);
    });
}

void FilterTools::fillMenu(QMenu* menu) {
    const auto add = [&](const char* icon, const QString& text, const QKeySequence& key, auto&& done) {
        auto* action = menu->addAction(text);
        if (icon[0]) action->setIcon(actionIcon(QLatin1String(icon)));
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, done);
        return action;
    };
    add("search", tr("&Find…"), QKeySequence::Find, [this] { find_->open(); });
    add("next", tr("Find &next"), QKeySequence(Qt::Key_F3), [this] { find_->findNext(); });
    add("previous", tr("Find &previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [this] { find_->findPrevious(); });
    add("", tr("&Go to event…"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { table_.askGoTo(); });
    menu->addSeparator();
    add("filter", tr("Fi&lter"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] { filter_->focusEdit(); });
    auto* clear = add("", tr("&Clear the filter"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                      [this] { session_.filter().clear(); });
    auto* dims = add("dim", tr("&Dim instead of hiding"), {}, [this](bool on) {
        session_.filter().setMode(on ? FilterController::Mode::dim : FilterController::Mode::hide);
    });
    dims->setCheckable(true);
    const auto show = [this, clear, dims] {
        clear->setEnabled(session_.filter().active());
        dims->setChecked(session_.filter().mode() == FilterController::Mode::dim);
    };
    connect(&session_.filter(), &FilterController::changed, menu, show);
    show();
}

}  // namespace ipcscope

#include "filter_tools.h"

#include "event_columns.h"
#include "event_table.h"
#include "filter_bar.h"
#include "find_bar.h"
#include "icons.h"
#include "schema/text.h"
#include "session.h"
#include "statistics_panel.h"
#include "timeline/timeline_view.h"
#include "timeline_adapter.h"
#include "words.h"
#include "workers_panel.h"

#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>
#include <QToolBar>
#include <QTreeView>

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
    connect(&timeline, &TimelineView::eventMenuWanted, this, &FilterTools::fillEventMenu);
    connect(&timeline, &TimelineView::laneMenuWanted, this, &FilterTools::fillLaneMenu);
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

void FilterTools::offer(QMenu* menu, const QStringList& tests) {
    if (tests.isEmpty()) return;
    menu->addSeparator();
    auto& filter = session_.filter();
    auto *only = menu->addMenu(actionIcon(QStringLiteral("filter")), tr("&Filter by")),
         *without = menu->addMenu(tr("Filter &out"));
    for (const auto& test : tests) {
        QString shown = test.size() > 60 ? test.left(59) + QChar(0x2026) : test;
        shown.replace(QLatin1Char('&'), QStringLiteral("&&"));
        connect(only->addAction(shown), &QAction::triggered, &filter,
                [&filter, test] { filter.apply(test); });
        connect(without->addAction(shown), &QAction::triggered, &filter,
                [&filter, test] { filter.exclude(test); });
    }
    if (filter.active())
        connect(menu->addAction(tr("No filter")), &QAction::triggered, &filter, &FilterController::clear);
}

void FilterTools::fillEventMenu(QMenu* menu, quint64 seq) {
    const auto recording = session_.controller().recording();
    if (!recording || seq >= recording->events().size()) return;
    const auto state = recording->state();
    QStringList tests;
    for (const auto kind : {EventColumn::Operation, EventColumn::Worker, EventColumn::Object,
                            EventColumn::OutcomeText, EventColumn::Duration})
        if (const auto test = columnFilter(*recording, state, seq, {kind, {}}); !test.isEmpty())
            tests += test;
    offer(menu, tests);
}

void FilterTools::fillLaneMenu(QMenu* menu, quint64 lane) {
    const auto state = session_.controller().state();
    const auto key = laneKey(lane);
    const auto quoted = [](const QString& name) { return fromUtf8(quote(name.toStdString())); };
    if (key.kind == LaneKind::operations || key.kind == LaneKind::markers) {
        if (const auto* worker = state->worker(WorkerId{static_cast<std::uint16_t>(key.id)}))
            offer(menu, {QStringLiteral("worker == %1").arg(quoted(fromUtf8(worker->name)))});
    } else if (const auto found = state->objects.find(ObjectId{key.id}); found != state->objects.end()) {
        offer(menu, {QStringLiteral("object == %1").arg(quoted(objectText(found->second)))});
    }
}

void FilterTools::offerFor(WorkersPanel& workers) {
    auto* view = workers.view();
    const auto add = [&](const QString& text, bool without) {
        auto* action = new QAction(text, view);
        view->addAction(action);
        connect(action, &QAction::triggered, this, [this, view, without] {
            const auto name = view->currentIndex().siblingAtColumn(0).data().toString();
            if (name.isEmpty()) return;
            const auto test = QStringLiteral("worker == %1").arg(fromUtf8(quote(name.toStdString())));
            without ? session_.filter().exclude(test) : session_.filter().apply(test);
        });
    };
    auto* line = new QAction(view);
    line->setSeparator(true);
    view->addAction(line);
    add(tr("Filter by this worker"), false);
    add(tr("Filter this worker out"), true);
}

}  // namespace ipcscope

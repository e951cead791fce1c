// The window with real clicks on real widgets, real workers behind it.
#include "event_model.h"
#include "event_table.h"
#include "forms/operation_form.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "main_window.h"
#include "mechanism_panel.h"
#include "operation_pane.h"
#include "program_document.h"
#include "program_editor.h"
#include "program_panel.h"
#include "sequence/sequence_view.h"
#include "sequence_panel.h"
#include "stuck_bar.h"
#include "stuck_panel.h"
#include "theme.h"
#include "timeline/timeline_view.h"
#include "timeline_panel.h"
#include "view_tabs.h"
#include "workers_model.h"
#include "workers_panel.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolBar>
#include <QTreeView>
#include <QtTest>

#include <signal.h>

using namespace ipcscope;
using Phase_ = RunController::Phase;

namespace {

QString text(MainWindow& window) {
    return window.session().document().text()->toPlainText();
}

void press(OperationPane* pane) {
    auto* button = pane->form()->findChild<QPushButton*>(QString(), Qt::FindDirectChildrenOnly);
    for (auto* each : pane->form()->findChildren<QPushButton*>())
        if (each->isDefault() || each->autoDefault()) button = each;
    QVERIFY(button);
    QVERIFY2(button->isEnabled(), qPrintable(pane->form()->problem()));
    QTest::mouseClick(button, Qt::LeftButton);
}

void choose(OperationPane* pane, const QString& call) {
    const int index = pane->operations()->findText(call, Qt::MatchContains);
    QVERIFY2(index >= 0, qPrintable(call));
    pane->operations()->setCurrentIndex(index);
}

const WorkerInfo* worker(MainWindow& window, const char* name) {
    static std::shared_ptr<const RunState> kept;
    kept = window.session().controller().state();
    return kept->worker(name);
}

}  // namespace

class TestWindow : public testing::GuiTest {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(settings_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        applyTheme(Theme::light);
    }

    void init() {
        failOnWarnings();
        window_.reset();
        QSettings().clear();
        window_ = std::make_unique<MainWindow>(testing::registry());
        window_->resetLayout();
        window_->show();
    }

    void cleanupTestCase() { window_.reset(); }

    void exampleRunsByItsButton() {
        window_->openExample();
        auto* button = window_->timeline()->runButton();
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QSignalSpy ended(&window_->session().controller(), &RunController::programEnded);
        QVERIFY(ended.wait(15'000));
        const auto& report = window_->session().controller().report();
        QCOMPARE(testing::explain(report), std::string());
        QVERIFY(report.expectations >= 5);
        auto* model = window_->events()->eventModel();
        QTRY_VERIFY(model->rowCount() >= 15);
        QTRY_VERIFY(window_->session().controller().recording()->flows().size() >= 3);
        QVERIFY(!button->isVisible());
        QVERIFY(window_->timeline()->view()->isVisible());
        QCOMPARE(window_->workers()->model()->rowCount(), 1);
        QCOMPARE(window_->workers()->model()->rowCount(window_->workers()->model()->index(0, 0)), 1);
    }

    void oneSelectionEverywhere() {
        exampleRunsByItsButton();
        auto* table = window_->events();
        auto* model = table->eventModel();
        // The row of the read that got bytes: it has another end.
        int row = -1;
        for (int i = 0; i < model->rowCount(); ++i)
            if (model->index(i, EventModel::FlowColumn).data().toString().startsWith(QStringLiteral("←")))
                row = i;
        QVERIFY(row >= 0);
        table->scrollTo(model->index(row, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(model->index(row, 1)).center());
        const auto seq = model->seqOf(row);
        auto& selection = window_->session().selection();
        QCOMPARE(selection.seq(), std::optional<quint64>(seq));
        QCOMPARE(window_->timeline()->view()->selected(), seq);
        auto* fields = window_->findChild<QTextBrowser*>(QStringLiteral("inspectorFields"));
        QVERIFY(fields->toPlainText().contains(QString::number(seq)));
        // Through the inspector's link to the other end.
        window_->timeline()->view()->jumpToOtherEnd();
        QVERIFY(*selection.seq() != seq);
        QTRY_COMPARE(model->seqOf(table->currentIndex().row()), *selection.seq());
        QVERIFY(fields->toPlainText().contains(QString::number(*selection.seq())));
    }

    void sequenceIsLinkedAndExported() {
        exampleRunsByItsButton();
        QVERIFY(window_->views()->showView(QStringLiteral("sequence")));
        auto* panel = window_->sequence();
        auto* view = panel->view();
        QVERIFY(view->isVisible() && !window_->timeline()->isVisible());
        QCOMPARE(view->order().size(), std::size_t{2});
        // From the table to the diagram, ...
        auto* model = window_->events()->eventModel();
        auto& selection = window_->session().selection();
        int row = -1;
        for (int i = 0; i < model->rowCount(); ++i)
            if (model->index(i, EventModel::FlowColumn).data().toString().startsWith(QStringLiteral("←")))
                row = i;
        QVERIFY(row >= 0);
        selection.select(model->seqOf(row));
        QCOMPARE(view->selected(), selection.seq());
        QVERIFY(view->selectedRow() >= 0);
        // ... and back, to the timeline as well.
        view->setFocus();
        QTest::keyClick(view, Qt::Key_J);
        QVERIFY(*selection.seq() != model->seqOf(row));
        QTRY_COMPARE(model->seqOf(window_->events()->currentIndex().row()), *selection.seq());
        QCOMPARE(window_->timeline()->view()->selected(), *selection.seq());
        // Hidden processes and objects change what there is to draw.
        const auto rows = view->rowsInSight();
        panel->setShowsObjects(true);
        QVERIFY(view->order().size() > 2);
        QVERIFY(rows.second >= 0 && view->selected() == selection.seq());
        panel->setShowsObjects(false);
        view->setHiddenColumns({1});
        QCOMPARE(view->order(), std::vector<quint64>{2});
        view->setHiddenColumns({});
        QTemporaryDir folder;
        for (const auto* name : {"a.svg", "a.png", "a.mmd", "a.puml"}) {
            const auto path = folder.filePath(QLatin1String(name));
            QCOMPARE(panel->exportTo(path), QString());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly) && file.size() > 300);
        }
        QVERIFY(!panel->exportTo(QStringLiteral("/nowhere/a.svg")).isEmpty());
        QVERIFY(panel->diagramText(DiagramLanguage::mermaid).contains(QStringLiteral("c0->>c1: fork")));
        // A filter that hides leaves rows out.
        QVERIFY(window_->session().filter().apply(QStringLiteral("failed and worker == \"nobody\"")));
        window_->session().filter().setMode(FilterController::Mode::hide);
        QTRY_COMPARE(view->rowsInSight().second, qint64{-1});
        window_->session().filter().clear();
        QTRY_VERIFY(view->rowsInSight().second > 3);
    }

    void clicksBecomeProgramLines() {
        auto* panel = window_->openMechanism(QStringLiteral("pipe"));
        QVERIFY(panel);
        press(panel->pane(Side::create));
        QTRY_COMPARE(panel->objects()->currentText(), QStringLiteral("p"));
        QCOMPARE(text(*window_), QStringLiteral("workers: parent\nparent: p = pipe.create()\n"));
        auto* send = panel->pane(Side::send);
        choose(send, QStringLiteral("write"));
        QTRY_COMPARE(send->form()->problem(), QString());
        send->form()->setArgument("data", Value("Hello"));
        press(send);
        auto* outcome = send->findChild<QLabel*>(QStringLiteral("outcome"));
        QTRY_VERIFY2(outcome->text().contains(QStringLiteral("= 5")), qPrintable(outcome->text()));
        QVERIFY(
            text(*window_).endsWith(QStringLiteral("parent: pipe.write(p.write_end, data: \"Hello\")\n")));
        // What clicks wrote is a program: run again, on fresh workers.
        window_->session().runProgram();
        QSignalSpy ended(&window_->session().controller(), &RunController::programEnded);
        QVERIFY(ended.wait(15'000));
        QCOMPARE(testing::explain(window_->session().controller().report()), std::string());
    }

    // Another program ends the run of the one before: what is clicked then can be run again by itself.
    void newProgramBeginsAnew() {
        exampleRunsByItsButton();
        window_->showText({}, {});
        QTRY_VERIFY(window_->session().controller().phase() == Phase_::ended);
        auto* panel = window_->openMechanism(QStringLiteral("pipe"));
        press(panel->pane(Side::create));
        QTRY_COMPARE(panel->objects()->currentText(), QStringLiteral("p"));
        QCOMPARE(text(*window_), QStringLiteral("workers: parent\nparent: p = pipe.create()\n"));
        QVERIFY(window_->session().document().parsed().errors.empty());
        QVERIFY(window_->timeline()->view()->follows());
    }

    void firstColumnsAreReadable() {
        window_->resize(1280, 800);
        window_->resetLayout();
        exampleRunsByItsButton();
        auto* table = window_->events();
        QTRY_VERIFY(table->columnViewportPosition(EventModel::OutcomeText) + 40 < table->viewport()->width());
        QVERIFY(table->columnViewportPosition(EventModel::OutcomeText) > 0);
    }

    void blocksAndIsInterrupted() {
        auto* panel = window_->openMechanism(QStringLiteral("pipe"));
        press(panel->pane(Side::create));
        QTRY_COMPARE(panel->objects()->currentText(), QStringLiteral("p"));
        auto* receive = panel->pane(Side::receive);
        choose(receive, QStringLiteral("read"));
        QTRY_COMPARE(receive->form()->problem(), QString());
        press(receive);
        QTRY_VERIFY(worker(*window_, "parent") &&
                    worker(*window_, "parent")->status == WorkerStatus::blocked);
        auto* workers = window_->workers();
        QTRY_COMPARE(workers->model()->rowCount(), 1);
        const auto index = workers->model()->index(0, 0);
        QTRY_VERIFY(index.data(WorkersModel::StatusRole)
                        .toString()
                        .contains(QStringLiteral("blocked in pipe.read since")));
        QVERIFY(index.data(WorkersModel::StatusRole).toString().contains(QStringLiteral("waits for")));
        QTRY_VERIFY(text(*window_).contains(QStringLiteral(" async")));
        // The window still answers; the open call is the table's last row.
        QTRY_COMPARE(window_->events()
                         ->eventModel()
                         ->index(window_->events()->eventModel()->rowCount() - 1, EventModel::OutcomeText)
                         .data()
                         .toString(),
                     QStringLiteral("not back yet"));
        workers->view()->setCurrentIndex(index);
        workers->interrupt();
        auto* outcome = receive->findChild<QLabel*>(QStringLiteral("outcome"));
        QTRY_VERIFY2(outcome->text().contains(QStringLiteral("EINTR")), qPrintable(outcome->text()));
        QVERIFY(text(*window_).endsWith(QStringLiteral("parent: interrupt\n")));
    }

    // Where a signal would end nothing, the window offers none and says why; the program text does as well.
    void aWaitThatNoSignalEnds() {
        window_->session().document().setText(
            QStringLiteral("workers: stuck\nstuck: memory = pthread_sync.map()\n"
                           "stuck: m = pthread_sync.mutex_init(memory)\nstuck: pthread_sync.mutex_lock(m)\n"
                           "stuck: pthread_sync.mutex_lock(m) async\n"),
            QString());
        window_->session().runProgram();
        QTRY_VERIFY(worker(*window_, "stuck") && worker(*window_, "stuck")->status == WorkerStatus::blocked);
        auto* workers = window_->workers();
        QTRY_COMPARE(workers->model()->rowCount(), 1);
        workers->view()->setCurrentIndex(workers->model()->index(0, 0));
        QAction* interrupt = nullptr;
        for (auto* action : workers->view()->actions())
            if (action->text() == QStringLiteral("Interrupt")) interrupt = action;
        QVERIFY(interrupt);
        QTRY_VERIFY(interrupt->toolTip().contains(QStringLiteral("No signal ends this wait")));
        QVERIFY(!interrupt->isEnabled());
        QTRY_COMPARE(window_->session().controller().phase(), RunController::Phase::live);
        QSignalSpy refused(&window_->session(), &Session::refused);
        workers->interrupt();
        QTRY_VERIFY(!refused.isEmpty());
        QVERIFY2(refused.last().first().toString().contains(QStringLiteral("no signal ends that wait")),
                 qPrintable(refused.last().first().toString()));
        QTRY_COMPARE(worker(*window_, "stuck")->status, WorkerStatus::blocked);
        workers->kill(SIGKILL);
        QTRY_COMPARE(worker(*window_, "stuck")->status, WorkerStatus::killed);
        QTRY_VERIFY(!interrupt->isEnabled());
    }

    void aDeadlockIsToldAndExplained() {
        window_->openExample(QStringLiteral("locks_in_different_orders"));
        auto* bar = window_->findChild<StuckBar*>();
        auto* panel = window_->findChild<StuckPanel*>();
        QVERIFY(bar && panel && !bar->isVisible());
        window_->session().runProgram();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 20'000);
        QVERIFY(bar->findChild<QLabel*>()->text().contains(QStringLiteral("anna, boris")));
        QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
        QTRY_VERIFY(panel->isVisible());
        QTRY_VERIFY(panel->page()->toPlainText().contains(QStringLiteral("anna waits for account_b")));
        QVERIFY(panel->page()->toPlainText().contains(QStringLiteral("Locks in different orders")));
        QTRY_VERIFY(worker(*window_, "anna")->waits_for.ends_with("held by boris"));
        // The first link is the worker that waits: a click selects its call.
        const auto html = panel->page()->toHtml();
        const auto at = html.indexOf(QStringLiteral("event:")) + 6;
        const auto seq = html.mid(at, html.indexOf(QLatin1Char('"'), at) - at).toULongLong();
        emit panel->page()->anchorClicked(QUrl(QStringLiteral("event:%1").arg(seq)));
        QCOMPARE(window_->session().selection().seq(), std::optional<quint64>(seq));
        window_->session().controller().endRun();
        QTRY_VERIFY(!bar->isVisible());
    }

    void workersStartForkAndDie() {
        auto* workers = window_->workers();
        workers->start();
        QTRY_VERIFY(worker(*window_, "parent") && worker(*window_, "parent")->status == WorkerStatus::idle);
        QTRY_COMPARE(workers->model()->rowCount(), 1);
        workers->view()->setCurrentIndex(workers->model()->index(0, 0));
        workers->fork();
        QTRY_VERIFY(worker(*window_, "child") && worker(*window_, "child")->status == WorkerStatus::idle);
        const auto parent = workers->model()->index(0, 0);
        QTRY_COMPARE(workers->model()->rowCount(parent), 1);
        workers->view()->setCurrentIndex(workers->model()->index(0, 0, parent));
        workers->kill(SIGKILL);
        QTRY_COMPARE(workers->model()->index(0, 0, parent).data(WorkersModel::StatusRole).toString(),
                     QStringLiteral("killed by SIGKILL"));
        QCOMPARE(text(*window_),
                 QStringLiteral("workers: parent\nparent: child = process.fork()\nchild: kill\n"));
    }

    void endRunLeavesEventsAndNoWorkers() {
        window_->openExample();
        window_->session().runProgram();
        QSignalSpy ended(&window_->session().controller(), &RunController::programEnded);
        QVERIFY(ended.wait(15'000));
        auto& controller = window_->session().controller();
        controller.endRun();
        QTRY_VERIFY(worker(*window_, "parent")->status == WorkerStatus::exited ||
                    worker(*window_, "parent")->status == WorkerStatus::killed);
        QTRY_VERIFY(window_->events()->eventModel()->rowCount() > 10);
        QVERIFY(controller.phase() == Phase_::ended);
    }

    void syntaxErrorsAreMarkedAndNotRun() {
        window_->showText(QStringLiteral("workers: parent\nparent: pipe.wirte(p)\n"),
                          QStringLiteral("broken"));
        auto* problem = window_->findChild<QLabel*>(QStringLiteral("programProblem"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("pipe.write")));
        QVERIFY(!window_->timeline()->runButton()->isEnabled());
        window_->session().runProgram();
        QVERIFY(window_->session().controller().phase() == Phase_::none);
    }

    void docksComeBackWhereTheyWere() {
        auto* panel = window_->openMechanism(QStringLiteral("pipe"));
        QVERIFY(panel);
        auto* dock = window_->findChild<QDockWidget*>(QStringLiteral("dock.mechanism.pipe"));
        auto* events = window_->findChild<QDockWidget*>(QStringLiteral("dock.events"));
        dock->setFloating(true);
        events->hide();
        window_->saveLayout();
        window_ = std::make_unique<MainWindow>(testing::registry());
        window_->restoreLayout();
        window_->show();
        dock = window_->findChild<QDockWidget*>(QStringLiteral("dock.mechanism.pipe"));
        QVERIFY(dock->isFloating() && dock->isVisible());
        QTRY_VERIFY(dock->widget());
        QVERIFY(!window_->findChild<QDockWidget*>(QStringLiteral("dock.events"))->isVisible());
        window_->resetLayout();
        QVERIFY(!dock->isFloating());
        QTRY_VERIFY(window_->findChild<QDockWidget*>(QStringLiteral("dock.events"))->isVisible());
    }

    void everyPanelOpens() {
        for (const auto* mechanism : testing::registry().mechanisms()) {
            auto* panel = window_->openMechanism(QString::fromUtf8(mechanism->id));
            QVERIFY(panel);
            QTRY_VERIFY(panel->isVisible());
        }
        QVERIFY(!window_->openMechanism(QStringLiteral("no such thing")));
    }

private:
    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"

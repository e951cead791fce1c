// Breakpoints and the graph in the window: pausing before an operation, stepping, going on; who flows to
// whom.
#include "break_list.h"
#include "break_panel.h"
#include "filter_edit.h"
#include "find_hits.h"
#include "graph/graph_view.h"
#include "graph_builder.h"
#include "graph_panel.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "main_window.h"
#include "program_editor.h"
#include "program_panel.h"
#include "steps/reach.h"
#include "theme.h"
#include "view_tabs.h"
#include "workers_model.h"
#include "workers_panel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextCursor>
#include <QToolBar>
#include <QTreeView>
#include <QtTest>

#include <map>

using namespace ipcscope;
using RunPhase = RunController::Phase;

namespace {

const auto hello = QStringLiteral(
    "workers: parent\n"
    "parent: p = pipe.create()\n"
    "parent: child = process.fork()\n"
    "child: pipe.write(p.write_end, data: \"Hello\")   # = 5\n"
    "parent: pipe.read(p.read_end, size: 64)         # = 5 \"Hello\"\n");

}  // namespace

class TestSteps : public testing::GuiTest {
    Q_OBJECT

    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;

    BreakPanel* panel() { return window_->breakpoints(); }
    BreakList* list() { return panel()->list(); }
    RunController& controller() { return window_->session().controller(); }
    QAction* action(int index) { return panel()->runActions().at(index); }  // continue, step, pause, toggle
    QString held() {
        const auto state = controller().state();
        for (const auto& worker : state->workers)
            if (worker.status == WorkerStatus::held)
                return QString::fromStdString(worker.name + ": " +
                                              controller().recording()->calls().find(worker.current)->text);
        return {};
    }
    void open() {
        window_.reset();
        window_ = std::make_unique<MainWindow>(testing::registry());
        window_->resetLayout();
        window_->resize(1280, 800);
        window_->show();
        window_->session().document().setText(hello, QString());
    }
    void ranAsExpected() {
        QTRY_COMPARE_WITH_TIMEOUT(controller().phase(), RunPhase::live, 15'000);
        QCOMPARE(testing::explain(controller().report()), std::string());
    }

private slots:
    void initTestCase() {
        QVERIFY(settings_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        applyTheme(Theme::light);
    }
    void init() {
        failOnWarnings();
        QSettings().clear();
        open();
    }
    void cleanupTestCase() { window_.reset(); }

    void aBreakpointIsTypedHitAndLeft() {
        QAbstractItemModelTester tester(list());
        auto* entry = panel()->findChild<FilterEdit*>(QStringLiteral("breakEntry"));
        auto* who = panel()->findChild<QLabel*>(QStringLiteral("heldWorkers"));
        entry->setText(QStringLiteral("op == nothing.such"));
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(list()->rowCount(), 0);
        entry->setText(QStringLiteral("op == pipe.write"));
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(list()->rowCount(), 1);
        QVERIFY(entry->text().isEmpty());
        QVERIFY(!action(0)->isEnabled() && !action(1)->isEnabled());

        window_->session().runProgram();
        QTRY_COMPARE(held(), QStringLiteral("child: pipe.write(p.write_end, data: \"Hello\")"));
        QTRY_VERIFY(who->text().contains(QStringLiteral("paused before pipe.write")));
        QVERIFY(who->text().contains(QStringLiteral("line 4")));
        QTRY_COMPARE(list()->index(0, BreakList::Hits).data().toString(), QStringLiteral("1"));
        auto* workers = window_->workers()->model();
        const auto parent = workers->index(0, 0);
        QTRY_VERIFY(workers->index(0, 0, parent)
                        .data(WorkersModel::StatusRole)
                        .toString()
                        .startsWith(QStringLiteral("paused before pipe.write")));
        QVERIFY(action(0)->isEnabled() && action(1)->isEnabled());
        action(0)->trigger();
        ranAsExpected();
        QTRY_VERIFY(!who->text().contains(QStringLiteral("paused")) ||
                    who->text().contains(QStringLiteral("Nobody")));
        QVERIFY(!action(1)->isEnabled());
    }

    void stepByStep() {
        QTest::keyClick(window_->program()->editor(), Qt::Key_Home, Qt::ControlModifier);
        list()->toggleLine(2);
        window_->session().runProgram();
        QTRY_COMPARE(held(), QStringLiteral("parent: pipe.create()"));
        for (const char* next : {"parent: process.fork()", "child: pipe.write(p.write_end, data: \"Hello\")",
                                 "parent: pipe.read(p.read_end, size: 64)"}) {
            QTRY_VERIFY(action(1)->isEnabled());
            action(1)->trigger();
            QTRY_COMPARE(held(), QString::fromLatin1(next));
        }
        QTRY_VERIFY(action(1)->isEnabled());
        action(1)->trigger();
        ranAsExpected();
        QTRY_VERIFY(action(0)->isEnabled());  // everybody is paused still, though nobody has anything to do
        action(0)->trigger();
        QTRY_VERIFY(!action(0)->isEnabled());
    }

    void stopAndEndWhilePaused() {
        QCOMPARE(list()->add(QStringLiteral("op == pipe.write")), QString());
        window_->session().runProgram();
        QTRY_VERIFY(!held().isEmpty());
        controller().stopProgram();
        QTRY_COMPARE(controller().phase(), RunPhase::live);
        QVERIFY(held().isEmpty());
        window_->session().runProgram();
        QTRY_VERIFY(!held().isEmpty());
        controller().endRun();
        QTRY_COMPARE(controller().phase(), RunPhase::ended);
        QTRY_VERIFY(held().isEmpty());
        window_->session().runProgram();
        QTRY_VERIFY(!held().isEmpty());
        window_.reset();  // the window is closed while somebody is held
    }

    void pausedBeforeAnythingIsDone() {
        controller().startLive();
        QTRY_COMPARE(controller().phase(), RunPhase::live);
        QTRY_VERIFY(action(2)->isEnabled());
        action(2)->trigger();
        QTRY_VERIFY(controller().state()->paused);
        window_->workers()->start();
        auto* workers = window_->workers()->model();
        QTRY_VERIFY(workers->rowCount() == 1 && workers->index(0, 0)
                                                    .data(WorkersModel::StatusRole)
                                                    .toString()
                                                    .contains(QStringLiteral("will pause")));
        window_->workers()->view()->setCurrentIndex(workers->index(0, 0));
        window_->workers()->fork();
        QTRY_VERIFY(held().endsWith(QStringLiteral(": process.fork()")));
        action(0)->trigger();
        QTRY_COMPARE(controller().state()->workers.size(), std::size_t{2});
    }

    void linesOfTheProgram() {
        auto* editor = window_->program()->editor();
        QSignalSpy clicked(editor, &ProgramEditor::marginClicked);
        // In the margin, beside the fourth line.
        auto* gutter =
            editor->childAt(4, editor->viewport()->y() + editor->fontMetrics().lineSpacing() * 7 / 2);
        QVERIFY(gutter && gutter != editor->viewport());
        QTest::mouseClick(gutter, Qt::LeftButton, {}, QPoint(4, editor->fontMetrics().lineSpacing() * 7 / 2));
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().toInt(), 4);
        QCOMPARE(list()->lines(), (std::map<int, bool>{{4, true}}));
        // By key, at the cursor; again removes it.
        editor->goTo(2);
        action(3)->trigger();
        QCOMPARE(list()->lines().size(), std::size_t{2});
        action(3)->trigger();
        QCOMPARE(list()->lines().size(), std::size_t{1});
        // Nothing is done in the first line: the next one is meant; behind the last, none is.
        list()->toggleLine(1);
        QCOMPARE(list()->lines(), (std::map<int, bool>{{2, true}, {4, true}}));
        list()->toggleLine(2);
        QSignalSpy refused(list(), &BreakList::refused);
        list()->toggleLine(6);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(list()->lines().size(), std::size_t{1});
        // Lines move with the text, and go with it.
        editor->goTo(1);
        QTextCursor cursor = editor->textCursor();
        cursor.movePosition(QTextCursor::Start);
        cursor.insertText(QStringLiteral("# a remark\n# and another\n"));
        QCOMPARE(list()->lines(), (std::map<int, bool>{{6, true}}));
        QCOMPARE(list()->index(0, BreakList::Filter).data().toString(), QStringLiteral("line == 6"));
        window_->session().runProgram();
        QTRY_VERIFY(held().startsWith(QStringLiteral("child: pipe.write")));
        controller().goOn({});
        ranAsExpected();
        window_->session().document().setText(hello, QString());
        QVERIFY(list()->lines().empty());
    }

    void theyAreKeptEditedAndRemoved() {
        QCOMPARE(list()->add(QStringLiteral("op == pipe.read")), QString());
        QCOMPARE(list()->add(QStringLiteral("bytes > 1KiB"), true), QString());
        const auto first = list()->index(0, BreakList::Filter);
        QVERIFY(list()->setData(first, Qt::Unchecked, Qt::CheckStateRole));
        QSignalSpy refused(list(), &BreakList::refused);
        QVERIFY(!list()->setData(first, QStringLiteral("op =="), Qt::EditRole));
        QCOMPARE(refused.size(), 1);
        QVERIFY(list()->setData(first, QStringLiteral("op == pipe.write"), Qt::EditRole));
        open();  // another window, of the same person
        QCOMPARE(list()->rowCount(), 2);
        QCOMPARE(list()->index(0, 0).data().toString(), QStringLiteral("op == pipe.write"));
        QCOMPARE(list()->index(0, 0).data(Qt::CheckStateRole).toInt(), int{Qt::Unchecked});
        QCOMPARE(list()->index(1, BreakList::Holds).data().toString(), QStringLiteral("everybody"));
        window_->session().runProgram();  // not enabled: nobody is held
        ranAsExpected();
        panel()->view()->setCurrentIndex(list()->index(1, 0));
        for (auto* each : panel()->view()->actions())
            each->trigger();
        QCOMPARE(list()->rowCount(), 1);
    }

    void theGraphShowsWhoFlowsToWhom() {
        auto* tabs = window_->findChild<ViewTabs*>();
        auto* empty = window_->graph()->findChild<QLabel*>(QStringLiteral("graphEmpty"));
        QVERIFY(tabs->showView(QStringLiteral("graph")));
        QVERIFY(empty->isVisible());
        window_->session().runProgram();
        ranAsExpected();
        auto* view = window_->graph()->view();
        QTRY_COMPARE(view->places().size(), std::size_t{3});
        QVERIFY(view->isVisible());
        const auto scene = view->graph();
        const auto key = [&](const char* label) {
            for (const auto& node : scene.nodes)
                if (node.label == QLatin1String(label)) return node.key;
            return quint64{0};
        };
        const auto edge = [&](const char* from, const char* to) -> const GraphEdge* {
            for (const auto& each : scene.edges)
                if (each.from == key(from) && each.to == key(to)) return &each;
            return nullptr;
        };
        QVERIFY(edge("child", "p") && edge("child", "p")->flowed);
        QVERIFY(edge("p", "parent") && edge("p", "parent")->flowed);
        QVERIFY(edge("p", "child") && !edge("p", "child")->flowed);  // open, but nothing has gone that way
        auto* rates = window_->graph()->findChild<QComboBox*>();
        rates->setCurrentIndex(2);
        QTRY_VERIFY(
            std::any_of(view->graph().edges.begin(), view->graph().edges.end(), [](const GraphEdge& each) {
                return each.label == QStringLiteral("1 message(s), 5 B") ||
                       each.label == QStringLiteral("1 message, 5 B");
            }));
        // Chosen there, chosen everywhere; and back.
        view->setFocus();
        auto& selection = window_->session().selection();
        selection.clear();
        QTest::keyClick(view, Qt::Key_Tab);
        QVERIFY(view->selectedNode());
        QVERIFY(selection.seq());
        const auto& events = controller().recording()->events();
        for (quint64 seq = 0; seq < events.size(); ++seq)
            if (events[seq].worker == 2) selection.select(seq);
        QCOMPARE(view->selectedNode(), std::optional<quint64>(key("child")));
    }

    // A call that runs is found at its beginning, afterwards at its end: once, either way.
    void aRunningCallIsFoundOnce() {
        window_->session().document().setText(
            QStringLiteral("workers: parent\n"
                           "parent: p = pipe.create()\n"
                           "parent: child = process.fork()\n"
                           "child: pipe.read(p.read_end, size: 64)  async\n"
                           "parent: pipe.write(p.write_end, data: \"Hello\")\n"),
            QString());
        QCOMPARE(list()->add(QStringLiteral("op == pipe.write")), QString());
        window_->session().runProgram();
        QTRY_VERIFY_WITH_TIMEOUT(held().startsWith(QStringLiteral("parent: pipe.write")), 30'000);
        FindHits hits;
        TextQuery query;
        query.text = "pipe.read";
        const auto recording = controller().recording();
        hits.find(recording, query, nullptr);
        const auto settled = [&] {
            hits.goOn();
            return !hits.busy() && hits.count() == 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
        QVERIFY(recording->events()[hits.all().front().seq].phase == Phase::enter);
        QTRY_VERIFY_WITH_TIMEOUT(action(0)->isEnabled(), 30'000);
        action(0)->trigger();
        ranAsExpected();
        QTRY_VERIFY_WITH_TIMEOUT(
            settled() && recording->events()[hits.all().front().seq].phase == Phase::leave, 30'000);
    }

    void keysOfToolBars() {
        QVERIFY(window_->views()->showView(QStringLiteral("timeline")));
        auto* tools = window_->findChild<QToolBar*>(QStringLiteral("timelineTools"));
        QVERIFY(tools && tools->isVisible());
        const auto focus = [] { return QApplication::focusWidget(); };
        window_->activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(window_->isActiveWindow(), 30'000);
        auto* first = tools->widgetForAction(tools->actions().front());
        first->setFocus();
        QTRY_COMPARE_WITH_TIMEOUT(focus(), first, 30'000);
        QTest::keyClick(first, Qt::Key_Right);
        QVERIFY(focus() != first && tools->isAncestorOf(focus()));
        QTest::keyClick(focus(), Qt::Key_Left);
        QCOMPARE(focus(), first);
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(focus() && !tools->isAncestorOf(focus()));
        QTest::keyClick(focus(), Qt::Key_Backtab);
        QVERIFY(tools->isAncestorOf(focus()));
        // The window has another use for F4, but a combo box opens.
        QVERIFY(window_->views()->showView(QStringLiteral("graph")));
        auto* rates = window_->graph()->findChild<QComboBox*>();
        rates->setFocus();
        QTRY_COMPARE_WITH_TIMEOUT(focus(), rates, 30'000);
        QTest::keyClick(rates, Qt::Key_F4);
        QTRY_VERIFY_WITH_TIMEOUT(rates->view()->isVisible(), 30'000);
        rates->hidePopup();
    }

    // A key that two actions claim does neither.
    void noKeyIsClaimedTwice() {
        window_->comparison();
        std::map<QString, QStringList> window, local;
        for (const auto* each : window_->findChildren<QAction*>())
            for (const auto& key : each->shortcuts()) {
                const bool everywhere = each->shortcutContext() == Qt::WindowShortcut;
                if (each->associatedObjects().isEmpty()) continue;  // nobody hears it
                (everywhere ? window : local)[key.toString()] += each->text();
            }
        QVERIFY(window.size() > 30);
        QStringList bad;
        for (auto& [key, texts] : window)
            if (const auto own = local.find(key); texts.size() > 1 || own != local.end())
                bad += key + QStringLiteral(": ") +
                       (texts + (own == local.end() ? QStringList() : own->second)).join(QLatin1Char('|'));
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
    }

    // Whatever can be acted on is named for screen readers, and reached by Tab or done by a key or a menu.
    void everythingIsNamedAndReached() {
        window_->session().runProgram();
        ranAsExpected();
        QStringList bad;
        for (auto* dock : window_->findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            QTRY_VERIFY_WITH_TIMEOUT(dock->widget() && dock->widget()->isVisible(), 30'000);
            bad += testing::unnamed_or_out_of_reach(*window_);
        }
        for (const auto* view : {"sequence", "graph", "timeline"}) {
            QVERIFY(window_->views()->showView(QString::fromLatin1(view)));
            bad += testing::unnamed_or_out_of_reach(*window_);
        }
        bad.removeDuplicates();
        QVERIFY2(bad.isEmpty(), qPrintable(QLatin1Char('\n') + bad.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestSteps)
#include "test_steps.moc"

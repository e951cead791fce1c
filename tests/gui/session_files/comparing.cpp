#include "comparing.h"

#include "compare_dialog.h"
#include "compare_differences.h"
#include "compare_panel.h"
#include "compare_statistics.h"
#include "compare_timelines.h"
#include "helpers/run_fixture.h"
#include "main_window.h"
#include "replay_dialog.h"
#include "timeline/timeline_view.h"
#include "view_tabs.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

namespace ipcscope::testing {

namespace {

constexpr int patience = 60'000;  // ms, on a machine that does much else

const auto hello = QStringLiteral(
    "workers: a, b\n"
    "a: q = sysv_msg.get()\n"
    "a: sysv_msg.send(q, type: 1, data: \"one\")\n"
    "a: sysv_msg.send(q, type: 2, data: \"two\")\n"
    "b: sysv_msg.receive(q, size: 10)\n"
    "b: sysv_msg.receive(q, size: 10)\n");

bool ran(MainWindow& window, const QString& text) {
    auto& session = window.session();
    session.document().setText(text, QStringLiteral("hello"));
    QSignalSpy ended(&session.controller(), &RunController::programEnded);
    session.runProgram();
    return (ended.count() > 0 || ended.wait(patience)) && session.controller().report().problem.empty();
}

bool wanted(MainWindow& window, ReplayRunner::Wanted& out) {
    QString why;
    const bool can = window.comparison()->wantedNow(out, why);
    if (!can) qWarning("%s", qPrintable(why));
    return can;
}

const auto first = CompareTimelines::first, second = CompareTimelines::second;

}  // namespace

void executed_again_it_is_the_same(MainWindow& window) {
    auto* panel = window.comparison();
    ReplayRunner::Wanted what;
    QString why;
    QVERIFY(!panel->wantedNow(what, why));
    QVERIFY(!why.isEmpty());
    QVERIFY(!panel->againAction()->isEnabled());
    QVERIFY(ran(window, hello));
    QTRY_VERIFY(panel->againAction()->isEnabled());
    QVERIFY(wanted(window, what));
    const auto recorded = what.recorded;
    panel->executeAgain(std::move(what));
    QCOMPARE(window.views()->currentView(), QStringLiteral("compare"));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QCOMPARE(panel->runner().problem(), QString());
    QCOMPARE(panel->summary(), QStringLiteral("5 of 5 operations the same"));
    QCOMPARE(panel->differences()->model()->rowCount(), 0);
    QCOMPARE(panel->runner().runs().size(), std::size_t{1});
    QVERIFY(panel->runner().runs()[0].recording != recorded);
    QCOMPARE(panel->statistics()->table()->model()->columnCount(), CompareStatisticsModel::columns);
    QTRY_VERIFY(panel->statistics()->table()->model()->rowCount() >= 3);
    panel->statistics()->byBox()->setCurrentIndex(2);
    QCOMPARE(panel->statistics()->table()->model()->rowCount(), 2);  // a and b

    // One time axis: what is zoomed in one is zoomed in the other, what is selected there, too.
    auto* timelines = panel->timelines();
    auto *above = timelines->view(first), *below = timelines->view(second);
    const auto begin = timelines->source(first)->firstTime();
    QVERIFY(begin != 0);
    QCOMPARE(timelines->source(second)->firstTime(), begin);
    above->setVisibleRange(begin + 1000, begin + 2'000'000);
    QCOMPARE(below->visibleBegin(), above->visibleBegin());
    QCOMPARE(below->visibleEnd(), above->visibleEnd());
    below->zoomOut();
    QCOMPARE(above->visibleEnd(), below->visibleEnd());
    const auto& pairs = panel->runner().runs()[0].comparison->pairs;
    QCOMPARE(pairs.size(), std::size_t{5});
    above->select(pairs[1].a, true);
    QVERIFY(below->hasSelection());
    QCOMPARE(below->selected(), quint64{pairs[1].b});
    QCOMPARE(window.session().selection().seq(), std::optional<quint64>(pairs[1].a));
    below->select(pairs[2].b, true);
    QCOMPARE(above->selected(), quint64{pairs[2].a});
}

void what_differs_is_listed_and_found_in_both(MainWindow& window) {
    auto* panel = window.comparison();
    QVERIFY(ran(window, hello));
    const auto a = window.session().controller().recording();
    auto changed = hello;
    changed.replace(QStringLiteral("\"two\""), QStringLiteral("\"tWo\""))
        .append(QStringLiteral("b: process.get_pid()\n"));
    QVERIFY(ran(window, changed));
    const auto b = window.session().controller().recording();
    auto* list = panel->differences();
    QAbstractItemModelTester tester(list->model());
    QAbstractItemModelTester filterTester(list->filter());
    panel->compareFiles({a, {}}, QStringLiteral("one"), {b, {}}, QStringLiteral("other"));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QCOMPARE(panel->summary(),
             QStringLiteral("3 of 6 operations the same, 2 different, 1 only in the second"));
    QCOMPARE(list->model()->rowCount(), 3);
    QCOMPARE(list->model()->worker(0), QStringLiteral("a"));
    QVERIFY(list->model()->sentence(0).contains(QStringLiteral("tWo")));

    // Filtered by what they are, and by a text.
    QVERIFY(list->button(Likeness::extra)->isVisible() && !list->button(Likeness::late)->isVisible());
    list->button(Likeness::extra)->click();
    QCOMPARE(list->filter()->rowCount(), 2);
    list->search()->setText(QStringLiteral("receive"));
    QCOMPARE(list->filter()->rowCount(), 1);
    list->search()->clear();
    list->button(Likeness::extra)->click();
    QCOMPARE(list->filter()->rowCount(), 3);

    // It leads to the event in both, and the first is marked.
    auto *above = panel->timelines()->view(first), *below = panel->timelines()->view(second);
    QCOMPARE(above->bookmarks().size(), std::size_t{1});
    QCOMPARE(below->bookmarks().size(), std::size_t{1});
    list->chooseNext(1);
    const auto step = list->model()->step(0);
    QCOMPARE(above->selected(), quint64{step.a.last()});
    QCOMPARE(below->selected(), quint64{step.b.last()});
    QCOMPARE(above->visibleBegin(), below->visibleBegin());
    list->chooseNext(1);
    list->chooseNext(1);
    QVERIFY(!above->hasSelection());
    QVERIFY(below->hasSelection());
    QCOMPARE(window.session().selection().seq(), std::optional<quint64>(below->selected()));
    list->chooseNext(-1);
    QVERIFY(above->hasSelection());

    // What is the same is dimmed, what differs is not.
    const auto* source = panel->timelines()->source(first);
    int bright = 0, dimmed = 0;
    for (const auto& lane : source->lanes()) {
        std::vector<TimelineBar> bars;
        if (lane.shape == LaneShape::bars)
            source->bars(lane.key, source->firstTime(), source->lastTime() + 1, 1'000'000, bars);
        for (const auto& bar : bars)
            ++(bar.dimmed ? dimmed : bright);
    }
    QCOMPARE(bright, 2);
    QVERIFY(dimmed >= 3);

    CompareDialog dialog(QStringLiteral("hello"));
    QVERIFY(dialog.firstIsPresent() && !dialog.okButton()->isEnabled());
    dialog.setPaths({}, QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/v1.ipcscope"));
    QVERIFY(dialog.okButton()->isEnabled());
    dialog.setPaths({}, QStringLiteral("/nowhere/a.ipcscope"));
    QVERIFY(!dialog.okButton()->isEnabled());
    dialog.setPaths({}, QStringLiteral(IPCSCOPE_SOURCE_DIR "/README.md"));
    QVERIFY(!dialog.okButton()->isEnabled());
    CompareWork::Side golden;
    golden.path = QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/v1.ipcscope");
    panel->compareFiles(golden, QStringLiteral("one"), golden, QStringLiteral("the same"));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QVERIFY2(panel->summary().contains(QStringLiteral("operations the same")), qPrintable(panel->summary()));
    QVERIFY(!panel->summary().contains(QLatin1Char(',')));
    golden.path = QStringLiteral("/nowhere/a.ipcscope");
    panel->compareFiles(golden, QStringLiteral("one"), golden, QStringLiteral("the same"));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QVERIFY(panel->findChild<QLabel*>(QStringLiteral("compareNotice"))
                ->text()
                .contains(QStringLiteral("ENOENT")));
}

void often_and_step_by_step(MainWindow& window) {
    auto* panel = window.comparison();
    auto& runner = panel->runner();
    QVERIFY(ran(window, hello));
    ReplayRunner::Wanted what;
    QVERIFY(wanted(window, what));
    const auto recorded = what.recorded;
    what.times = 3;
    // Another program than the one that was recorded: every run diverges.
    what.program =
        parse_program(
            registry(),
            QString(hello).replace(QStringLiteral("\"two\""), QStringLiteral("\"2\"")).toStdString())
            .program;
    panel->executeAgain(std::move(what));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QCOMPARE(runner.tally().runs(), 3);
    QCOMPARE(panel->summary(), QStringLiteral("3 runs: 0 the same, 3 diverged"));
    QCOMPARE(runner.runs().size(), std::size_t{3});
    QCOMPARE(panel->runBox()->count(), 4);
    auto* model = panel->differences()->model();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, CompareModel::Often).data().toString(), QStringLiteral("3 of 3"));
    panel->runBox()->setCurrentIndex(2);
    emit panel->runBox()->activated(2);
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->run(0), 0);

    QVERIFY(ran(window, hello));
    ReplayRunner::Wanted steps;
    QVERIFY(wanted(window, steps));
    steps.step = true;
    auto again = steps;
    panel->executeAgain(std::move(steps));
    for (const auto* statement :
         {"workers: a, b", "a: q = sysv_msg.get()", "a: sysv_msg.send(q, type: 1, data: \"one\")",
          "a: sysv_msg.send(q, type: 2, data: \"two\")", "b: sysv_msg.receive(q, size: 10)",
          "b: sysv_msg.receive(q, size: 10)"}) {
        QTRY_COMPARE_WITH_TIMEOUT(runner.waitsBefore(), QString::fromLatin1(statement), patience);
        const int line = runner.line();
        runner.next();
        QTRY_VERIFY_WITH_TIMEOUT(runner.line() != line || runner.waitsBefore().isEmpty(), patience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QCOMPARE(panel->summary(), QStringLiteral("5 of 5 operations the same"));

    panel->executeAgain(std::move(again));
    QTRY_COMPARE_WITH_TIMEOUT(runner.waitsBefore(), QStringLiteral("workers: a, b"), patience);
    runner.next();
    QTRY_COMPARE_WITH_TIMEOUT(runner.waitsBefore(), QStringLiteral("a: q = sysv_msg.get()"), patience);
    runner.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QVERIFY(runner.cancelled());
    QVERIFY2(panel->summary().startsWith(QStringLiteral("Cancelled. ")), qPrintable(panel->summary()));
}

void what_reaches_outside_is_asked_for(MainWindow& window) {
    auto* panel = window.comparison();
    QVERIFY(ran(window, hello + QStringLiteral("a: x = sysv_msg.use(id: 2147483647)\n")));
    ReplayRunner::Wanted what;
    QVERIFY(wanted(window, what));
    const auto left = own_part(registry(), what.program).left_out;
    QCOMPARE(left.size(), std::size_t{1});
    ReplayDialog dialog(left, {});
    QVERIFY(!dialog.outside() && !dialog.step() && dialog.speed() == 0.0 && dialog.times() == 1);
    QVERIFY(dialog.findChild<QPlainTextEdit*>(QStringLiteral("replayLeftOut"))
                ->toPlainText()
                .contains(QStringLiteral("line 7: a: x = sysv_msg.use(2147483647)")));
    dialog.findChild<QCheckBox*>(QStringLiteral("replayOutside"))->setChecked(true);
    QVERIFY(dialog.outside());
    panel->executeAgain(std::move(what));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QCOMPARE(panel->summary(), QStringLiteral("5 of 5 operations the same, 1 left out"));
    const auto* notice = panel->findChild<QLabel*>(QStringLiteral("compareNotice"));
    QVERIFY2(notice->text().contains(QStringLiteral("sysv_msg.use")), qPrintable(notice->text()));
    auto* model = panel->differences()->model();
    QCOMPARE(model->rowCount(), 1);
    QVERIFY(model->index(0, CompareModel::Why).data().toString().contains(QStringLiteral("there already")));
}

}  // namespace ipcscope::testing

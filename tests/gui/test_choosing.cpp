// Choosing among events in the window: the filter's bar, completion by keyboard, find, the table, statistics.
#include "event_model.h"
#include "event_table.h"
#include "filter_bar.h"
#include "filter_edit.h"
#include "filter_tools.h"
#include "find_bar.h"
#include "gui/choosing/subjects.h"
#include "helpers/made_up_recording.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"
#include "histogram/histogram.h"
#include "main_window.h"
#include "statistics_panel.h"
#include "theme.h"
#include "timeline/timeline_view.h"
#include "timeline_adapter.h"
#include "timeline_panel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDockWidget>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace ipcscope;

class TestChoosing : public testing::GuiTest {
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
        make();
    }

    void cleanupTestCase() { window_.reset(); }

    void theBarSaysWhatItIs() {
        auto* edit = bar()->edit();
        QVERIFY(edit->state() == FilterEdit::State::empty);
        const auto plain = edit->palette().color(QPalette::Base);
        write("failed");
        QVERIFY(edit->state() == FilterEdit::State::valid);
        const auto valid = edit->palette().color(QPalette::Base);
        QVERIFY(valid != plain);
        write("failed and duration > 2parsecs");
        QVERIFY(edit->state() == FilterEdit::State::invalid);
        QVERIFY(edit->palette().color(QPalette::Base) != valid);
        // Not by colour alone: a reason, for the eye, as a tool tip and for a screen reader.
        QVERIFY(!edit->reason().isEmpty());
        QVERIFY(edit->accessibleDescription().contains(edit->reason()));
        QVERIFY(bar()->outcome()->isVisible());
        QCOMPARE(bar()->outcome()->accessibleDescription(), edit->reason());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(filter().text(), QString());
        write("op == pipe.read and op == pipe.write");
        QVERIFY(edit->state() == FilterEdit::State::doubtful);
    }

    void completesByKeyboard() {
        auto* edit = bar()->edit();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("fai"));
        auto* list = edit->completer()->popup();
        QTRY_VERIFY(list->isVisible());
        QVERIFY(list->model()->rowCount() > 0);
        QVERIFY(!list->model()->index(0, 1).data().toString().isEmpty());  // a help text
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(edit->text().trimmed(), QStringLiteral("failed"));
        QTRY_VERIFY(!list->isVisible());
        QCOMPARE(filter().text(), QString());  // it completes, and applies nothing
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(filter().text(), QStringLiteral("failed"));
        // With nothing written, what was used before is offered.
        edit->clear();
        QCOMPARE(filter().text(), QString());
        QTest::keyClick(edit, Qt::Key_Down);
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("failed"));
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!list->isVisible());
    }

    void hidesOrDims() {
        run();
        auto* model = table()->eventModel();
        const int all = model->rowCount();
        apply("op == pipe.read");
        QTRY_VERIFY(!filter().scanning() && model->rowCount() > 0 && model->rowCount() < all);
        for (int row = 0; row < model->rowCount(); ++row)
            QCOMPARE(model->index(row, EventModel::Operation).data().toString(), QStringLiteral("pipe.read"));
        const int reads = model->rowCount();
        QTRY_COMPARE(bar()->outcome()->text(), QStringLiteral("%1 of %2").arg(reads).arg(all));
        QTest::mouseClick(bar()->dimButton(), Qt::LeftButton);
        QTRY_COMPARE(model->rowCount(), all);
        int dimmed = 0;
        for (int row = 0; row < all; ++row)
            dimmed += model->index(row, 0).data(EventModel::DimmedRole).toBool();
        QCOMPARE(dimmed, all - reads);
        QVERIFY(filter().matchingLanes());
        // The choice is remembered; a text that is not applied yet survives a change of it.
        write("failed or fl");
        QTest::mouseClick(bar()->dimButton(), Qt::LeftButton);
        QCOMPARE(bar()->edit()->text(), QStringLiteral("failed or fl"));
        QTest::mouseClick(bar()->dimButton(), Qt::LeftButton);
        make();
        QVERIFY(filter().mode() == FilterController::Mode::dim);
    }

    void aFilterFollowsALiveRun() {
        run();
        auto* model = table()->eventModel();
        // Another program brings its own filter; another run of the same keeps it.
        apply("op == pipe.write");
        QTRY_COMPARE(model->rowCount(), 2);
        QSignalSpy ended(&window_->session().controller(), &RunController::programEnded);
        window_->session().runProgram();
        QVERIFY(ended.wait(15'000));
        QTRY_COMPARE(model->rowCount(), 2);
        filter().clear();
        QTRY_VERIFY(model->rowCount() > 10);
    }

    void narrowsAndExcludes() {
        apply("op == pipe.read or op == pipe.write");
        QVERIFY(filter().narrow(QStringLiteral("failed")));
        QCOMPARE(filter().text(), QStringLiteral("(op == pipe.read or op == pipe.write) and failed"));
        QVERIFY(filter().exclude(QStringLiteral("blocked")));
        QCOMPARE(filter().text(),
                 QStringLiteral("(op == pipe.read or op == pipe.write) and failed and not (blocked)"));
        QCOMPARE(bar()->edit()->text(), filter().text());
        QVERIFY(!filter().apply(QStringLiteral("and")));
    }

    void savedFiltersAreKept() {
        auto& saved = filter().saved();
        QVERIFY(!saved.all().empty());
        for (const auto& each : saved.all())  // those that come with the program are filters
            QVERIFY2(filter().parse(each.text).valid(), qPrintable(each.text));
        QVERIFY(!saved.save(saved.all().front().name, QStringLiteral("flow")));
        QVERIFY(!saved.save(QString(), QStringLiteral("flow")));
        QVERIFY(saved.save(QStringLiteral("mine"), QStringLiteral("flow")));
        QVERIFY(saved.save(QStringLiteral("other"), QStringLiteral("failed")));
        QVERIFY(!saved.rename(QStringLiteral("mine"), QStringLiteral("other")));
        QVERIFY(saved.rename(QStringLiteral("mine"), QStringLiteral("yours")));
        QVERIFY(saved.remove(QStringLiteral("other")));
        QVERIFY(saved.save(QStringLiteral("new"), QStringLiteral("failed")));
        QVERIFY(saved.move(QStringLiteral("new"), -1) && saved.move(QStringLiteral("new"), 1));
        // Those of the session are not kept for the person.
        QSignalSpy forSession(&saved, &SavedFilters::sessionChanged);
        QVERIFY(saved.save(QStringLiteral("here"), QStringLiteral("lost"), SavedFilter::Place::session));
        QCOMPARE(forSession.count(), 1);
        QCOMPARE(saved.all().front().name, QStringLiteral("here"));
        make();
        QCOMPARE(filter().saved().own().size(), std::size_t{2});
        QCOMPARE(filter().saved().own()[0].name, QStringLiteral("yours"));
        QCOMPARE(filter().saved().own()[0].text, QStringLiteral("flow"));
    }

    void findsWithoutHiding() {
        run();
        auto* find = window_->filterTools()->findBar();
        find->open();
        QVERIFY(find->isVisible());
        QTest::keyClicks(find->edit(), QStringLiteral("hello back"));
        const auto search = [&](Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(find->edit(), Qt::Key_Return, modifiers);
            QTRY_VERIFY(!find->busy());
        };
        auto& selection = window_->session().selection();
        search();
        QVERIFY(selection.seq());
        const auto first = *selection.seq();
        QCOMPARE(table()->eventModel()->seqOf(table()->currentIndex().row()), first);
        QCOMPARE(window_->timeline()->view()->selected(), first);
        search();
        const auto second = *selection.seq();
        QVERIFY(second > first);
        search();  // the write and the read of it are all: from the beginning again
        QCOMPARE(*selection.seq(), first);
        QVERIFY(find->outcome()->text().contains(QStringLiteral("beginning")));
        // All that is found is counted, and stands in the overview.
        QTRY_VERIFY2(find->outcome()->text().endsWith(QStringLiteral("(1 of %1)").arg(find->hits().count())),
                     qPrintable(find->outcome()->text()));
        QVERIFY(find->hits().placeOf(first) == quint64{1} && find->hits().placeOf(second) == quint64{2});
        TimelineAdapter found(window_->session().controller().recording());
        found.setFound(&find->hits());
        std::vector<TimelineDensity> columns;
        found.density(found.firstTime(), found.lastTime() + 1, 200, columns);
        QVERIFY(std::any_of(columns.begin(), columns.end(), [](const auto& one) { return one.found; }));
        search(Qt::ShiftModifier);
        QCOMPARE(*selection.seq(), second);
        // Octets.
        find->kindBox()->setCurrentIndex(1);
        find->edit()->setText(QStringLiteral("48 65 6c 6C 6f"));
        search();
        QVERIFY(selection.seq());
        find->edit()->setText(QStringLiteral("4"));
        QVERIFY(!find->outcome()->text().isEmpty());
        find->edit()->setText(QStringLiteral("ff ff ff fe"));
        search();
        QCOMPARE(find->outcome()->text(), QStringLiteral("nothing found"));
        // What the filter hides is not found.
        apply("op == pipe.create");
        QTRY_VERIFY(!filter().scanning());
        find->edit()->setText(QStringLiteral("48 65"));
        search();
        QVERIFY(find->outcome()->text().contains(QStringLiteral("filter")));
        QTest::keyClick(find->edit(), Qt::Key_Escape);
        QVERIFY(!find->isVisible());
    }

    void hexIsPairsOfDigits() {
        QCOMPARE(octetsOf(QStringLiteral("de ad")), std::optional<std::string>("\xde\xad"));
        QCOMPARE(octetsOf(QStringLiteral("DEAD")), std::optional<std::string>("\xde\xad"));
        QCOMPARE(octetsOf(QStringLiteral("de:ad")), std::optional<std::string>("\xde\xad"));
        QVERIFY(!octetsOf(QStringLiteral("d ead")));
        QVERIFY(!octetsOf(QStringLiteral("dea")));
        QVERIFY(!octetsOf(QStringLiteral("xy")));
    }

    void columnsAreChosenAndKept() {
        run();
        table()->setColumnShown({EventColumn::Argument, "size"}, true);
        table()->setColumnShown({EventColumn::FlowColumn, {}}, false);
        table()->horizontalHeader()->moveSection(
            table()->horizontalHeader()->visualIndex(EventColumn::FixedCount), 1);
        table()->setTimeMode(TimeMode::sincePrevious);
        make();
        const auto& columns = table()->eventModel()->columns();
        QCOMPARE(columns.size(), std::size_t{EventColumn::FixedCount + 1});
        QCOMPARE(columns.back().id(), QStringLiteral("arg.size"));
        QCOMPARE(table()->horizontalHeader()->visualIndex(EventColumn::FixedCount), 1);
        QVERIFY(table()->isColumnHidden(EventModel::FlowColumn));
        QVERIFY(table()->eventModel()->timeMode() == TimeMode::sincePrevious);
        table()->resetColumns();
        QCOMPARE(table()->eventModel()->columnCount(), int{EventColumn::FixedCount});
        QVERIFY(!table()->isColumnHidden(EventModel::FlowColumn));
    }

    void rowsAreCopied() {
        run();
        auto* model = table()->eventModel();
        table()->selectAll();
        table()->copy(EventTable::CopyForm::json);
        const auto json = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).array();
        QCOMPARE(json.size(), model->rowCount());
        table()->copy(EventTable::CopyForm::csv);
        const auto lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), model->rowCount() + 1);
        QVERIFY(lines.front().startsWith(QStringLiteral("no,time,worker,operation")));
        table()->selectRow(2);
        table()->showRow(2);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QString::number(model->seqOf(2)) +
                                                                QLatin1Char('\t')));
    }

    void goesToAnEvent() {
        run();
        auto* model = table()->eventModel();
        const auto seq = model->seqOf(3);
        table()->goTo(seq);
        QCOMPARE(table()->currentIndex().row(), 3);
        QCOMPARE(window_->session().selection().seq(), std::optional<quint64>(seq));
        table()->goTo(1'000'000'000);
        QCOMPARE(table()->currentIndex().row(), model->rowCount() - 1);
    }

    void statisticsOfWhatIsShown() {
        run();
        auto* panel = window_->filterTools()->statistics();
        auto* dock = window_->findChild<QDockWidget*>(QStringLiteral("dock.statistics"));
        dock->show();
        dock->raise();
        QAbstractItemModelTester tester(panel->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(panel->isVisible() && !panel->busy() && panel->model()->rowCount() > 3);
        const auto countOf = [&](const QString& name) {
            for (int row = 0; row < panel->model()->rowCount(); ++row)
                if (panel->model()->name(row) == name) return int(panel->model()->figures(row).count());
            return 0;
        };
        QTRY_COMPARE(countOf(QStringLiteral("pipe.read")), 3);
        QTRY_VERIFY(!panel->histogram()->bars().isEmpty());
        QVERIFY(!panel->histogram()->accessibleDescription().isEmpty());
        panel->byBox()->setCurrentIndex(2);
        QTRY_VERIFY(countOf(QStringLiteral("child")) > 3);
        const auto csv = panel->model()->csv();
        QVERIFY(csv.startsWith(QStringLiteral("worker,calls,")));
        panel->byBox()->setCurrentIndex(0);
        // A row's filter, by a double click; then only that is counted.
        auto* rows = panel->table();
        for (int row = 0; row < rows->model()->rowCount(); ++row)
            if (rows->model()->index(row, 0).data().toString() == QStringLiteral("pipe.write"))
                emit rows->activated(rows->model()->index(row, 0));
        QCOMPARE(filter().text(), QStringLiteral("op == pipe.write"));
        QTRY_COMPARE(panel->model()->rowCount(), 1);
        QTRY_COMPARE(countOf(QStringLiteral("pipe.write")), 2);
        panel->scopeBox()->setCurrentIndex(StatisticsPanel::everything);
        QTRY_COMPARE(countOf(QStringLiteral("pipe.read")), 3);
        // Between the cursors: nothing happens in the nanosecond before the first event.
        auto* timeline = window_->timeline()->view();
        const auto first = window_->session().controller().recording()->lanes().first_ns();
        timeline->setCursors(first - 2, first - 1);
        panel->scopeBox()->setCurrentIndex(StatisticsPanel::between);
        QTRY_VERIFY(!panel->busy() && panel->model()->rowCount() == 0);
        timeline->setCursors({}, {});
        QTRY_COMPARE(panel->scopeBox()->currentIndex(), int{StatisticsPanel::filtered});
        QTRY_COMPARE(panel->model()->rowCount(), 1);
    }

private:
    void make() {
        window_.reset();
        window_ = std::make_unique<MainWindow>(testing::registry());
        window_->resetLayout();
        window_->resize(1280, 800);
        window_->show();
    }
    FilterController& filter() { return window_->session().filter(); }
    FilterBar* bar() { return window_->filterTools()->filterBar(); }
    EventTable* table() { return window_->events(); }
    void write(const char* text) { bar()->edit()->setText(QString::fromUtf8(text)); }
    void apply(const char* text) {
        write(text);
        QTest::keyClick(bar()->edit(), Qt::Key_Return);
        QCOMPARE(filter().text(), QString::fromUtf8(text));
    }
    // The first example: a message each way.
    void run() {
        window_->openExample();
        QSignalSpy ended(&window_->session().controller(), &RunController::programEnded);
        window_->session().runProgram();
        QVERIFY(ended.wait(15'000));
        const auto recording = window_->session().controller().recording();
        QTRY_VERIFY(filter().allRows() && !filter().allRows()->behind() && recording->flows().size() >= 3);
        QTRY_VERIFY(!filter().scanning());
        // All that it ever will have: what comes after the program's end is the last.
        if (!filter().active()) QTRY_COMPARE(table()->eventModel()->rowCount(), 18);
    }

    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    return testing::runSubjects(argc, argv, std::make_unique<TestChoosing>(), testing::tall_tables());
}
#include "test_choosing.moc"

// The window's models, each watched by QAbstractItemModelTester while a real run feeds it.
#include "event_model.h"
#include "gallery.h"
#include "helpers/made_up_recording.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "navigator.h"
#include "program_document.h"
#include "row_scan.h"
#include "runtime/filter_scan.h"
#include "statistics_model.h"
#include "tall_table.h"
#include "timeline_adapter.h"
#include "workers_model.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTranslator>
#include <QtTest>

using namespace ipcscope;

namespace {

std::shared_ptr<const Supervisor> borrowed(testing::RunFixture& run) {
    return {&run.supervisor(), [](const Supervisor*) {}};
}

}  // namespace

class TestWindowModels : public testing::GuiTest {
    Q_OBJECT

private slots:
    void rowsAreFoundBothWays() {
        const auto recording = std::make_shared<testing::MadeUpRecording>(testing::Traffic{200'000, 40, 7});
        const auto& events = recording->events();
        std::vector<std::uint64_t> expected;
        for (std::uint64_t seq = 0; seq < events.size(); ++seq)
            if (RowScan::isRow(events[seq].phase)) expected.push_back(seq);
        RowScan scan(recording);
        QTRY_VERIFY(!scan.behind());
        const auto& rows = scan.rows();
        QCOMPARE(rows.count(), std::uint64_t{expected.size()});
        for (std::size_t row = 0; row < expected.size(); row += 13) {
            QCOMPARE(rows.seq_of(row), std::optional<std::uint64_t>(expected[row]));
            QVERIFY(rows.contains(expected[row]));
            QCOMPARE(rows.rank(expected[row]), std::uint64_t{row});
        }
        QVERIFY(!scan.operations().empty());
    }

    // What matches, and the lanes of it, are those of the filter alone.
    void rowsOfAFilter() {
        const auto recording = std::make_shared<testing::MadeUpRecording>(testing::Traffic{150'000, 40, 3});
        const auto parsed = parse_filter(event_fields(recording->registry()), "failed");
        QVERIFY(parsed.valid());
        FilterScan filter(*recording, *parsed.filter);
        const EventFilter brute(*recording, *parsed.filter);
        RowScan scan(recording, &filter.matches());
        QTRY_VERIFY((scan.update(), filter.done() && !scan.behind()));
        std::uint64_t failed = 0;
        for (std::uint64_t seq = 0; seq < recording->events().size(); ++seq) {
            const auto& event = recording->events()[seq];
            const bool wanted = RowScan::isRow(event.phase) && brute.matches(seq);
            QCOMPARE(scan.rows().contains(seq), wanted);
            failed += wanted;
        }
        QVERIFY(failed > 0);
        std::uint64_t drawn = 0;
        for (const auto& lane : scan.lanes()->lanes()) {
            std::vector<Span> spans;
            scan.lanes()->spans(lane, scan.lanes()->first_ns(), scan.lanes()->last_ns() + 1, 1, spans);
            for (const auto& span : spans)
                drawn += span.count;
        }
        QCOMPARE(drawn, failed);
    }

    void eventsOfARealRun() {
        testing::RunFixture run;
        EventModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto rows = std::make_shared<RowScan>(borrowed(run));
        model.setSource(borrowed(run), rows);
        QCOMPARE(model.rowCount(), 0);
        const auto refresh = [&] {
            rows->update();
            model.refresh();
        };
        RUN_OK(run,
               "workers: parent\nparent: p = pipe.create()\nparent: pipe.write(p.write_end, data: \"Hi\")\n");
        QTRY_VERIFY((refresh(), model.rowCount() >= 3));
        const int before = model.rowCount();
        RUN_OK(
            run,
            "workers: other\nother: q = pipe.create()\nother: pipe.write(q.write_end, data: \"Hi\")\n"
            "other: pipe.read(q.read_end, size: 2)\nother: pipe.read(q.read_end, size: 2) async # blocked\n");
        // The call that blocks is the last to arrive.
        const auto lastOutcome = [&] {
            refresh();
            return model.index(model.rowCount() - 1, EventModel::OutcomeText).data().toString();
        };
        QTRY_COMPARE(lastOutcome(), QStringLiteral("not back yet"));
        QVERIFY(model.rowCount() >= before + 4);
        const int last = model.rowCount() - 1;
        QCOMPARE(model.index(last, EventModel::OutcomeText).data().toString(),
                 QStringLiteral("not back yet"));
        QCOMPARE(model.index(last - 1, EventModel::OutcomeText).data().toString(),
                 QStringLiteral("= 2 \"Hi\""));
        QCOMPARE(model.index(last - 1, EventModel::Operation).data().toString(), QStringLiteral("pipe.read"));
        QCOMPARE(model.index(last - 1, EventModel::Worker).data().toString(), QStringLiteral("other"));
        QCOMPARE(model.rowOf(model.seqOf(last)), last);
        run.supervisor().interrupt(run.worker("other")->id);
        QTRY_COMPARE(lastOutcome(), QStringLiteral("EINTR"));
        // A column for a parameter, one for a result; a time since the row before.
        model.setMoreColumns({{EventColumn::Argument, "size"}, {EventColumn::Payload, {}}});
        const int size = EventColumn::FixedCount;
        QCOMPARE(model.headerData(size, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("size"));
        QCOMPARE(model.index(last, size).data().toString(), QStringLiteral("2"));
        QCOMPARE(model.index(last - 1, size + 1).data().toString(), QStringLiteral("\"Hi\""));
        QCOMPARE(model.filterOf(model.index(last, EventModel::Worker)),
                 QStringLiteral("worker == \"other\""));
        QCOMPARE(model.filterOf(model.index(last, EventModel::OutcomeText)),
                 QStringLiteral("errno == EINTR"));
        model.setTimeMode(TimeMode::sincePrevious);
        const auto gap = run.supervisor().events()[model.seqOf(last)].time_ns -
                         run.supervisor().events()[model.seqOf(last - 1)].time_ns;
        QCOMPARE(model.index(last, EventModel::Time).data().toString(),
                 QLocale().toString(static_cast<double>(gap) / 1e9, 'f', 9));
        model.setMoreColumns({});
        QCOMPARE(model.columnCount(), int{EventColumn::FixedCount});
        model.setSource(nullptr, nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    // A receiver may be stored before its sender: the direction is the flow's, not that of the numbers.
    void flowsPointFromSenderToReceiver() {
        testing::RunFixture run;
        RUN_OK(
            run,
            "workers: parent\nparent: child = process.fork()\nparent: process.wait(child) async # blocked\n"
            "child: process.exit(status: 3)\nparent: await # = status=3\n");
        const auto& flows = run.supervisor().flows();
        QTRY_COMPARE(flows.size(), std::size_t{2});  // fork to start, end to wait
        EventModel model;
        const auto rows = std::make_shared<RowScan>(borrowed(run));
        model.setSource(borrowed(run), rows);
        const auto shown = [&](std::uint64_t seq) {
            return model.index(model.rowOf(seq), EventModel::FlowColumn).data().toString();
        };
        for (std::uint32_t id = 1; id <= flows.size(); ++id) {
            const auto& flow = flows[FlowId{id}];
            QTRY_VERIFY((rows->update(), model.refresh(), model.rowOf(std::max(flow.from, flow.to)) >= 0));
            QCOMPARE(shown(flow.from), QStringLiteral("→ %1").arg(flow.to));
            QCOMPARE(shown(flow.to), QStringLiteral("← %1").arg(flow.from));
        }
        model.setSource(nullptr, nullptr);
    }

    // A bar of waiting looks like one while it lasts, not only afterwards.
    void aWaitIsSeenWhileItLasts() {
        testing::RunFixture run;
        RUN_OK(run,
               "workers: parent\nparent: p = pipe.create()\nparent: pipe.write(p.write_end, data: \"x\")\n"
               "parent: pipe.read(p.read_end)\nparent: pipe.read(p.read_end) async # blocked\n");
        TimelineAdapter timeline(borrowed(run));
        const auto lane = laneNumber({LaneKind::operations, run.worker("parent")->id.value, 0});
        std::vector<TimelineBar> bars;
        const auto look = [&] {
            timeline.bars(lane, timeline.firstTime(), timeline.now(), 100'000, bars);
            std::erase_if(bars, [](const TimelineBar& bar) { return bar.mark != TimelineMark::plain; });
            return bars.size();
        };
        QTRY_VERIFY(look() == 4 && bars.back().open && bars.back().blocked);
        for (std::size_t i = 0; i + 1 < bars.size(); ++i)
            QVERIFY(!bars[i].blocked);
        run.supervisor().interrupt(run.worker("parent")->id);
        QTRY_VERIFY(look() == 4 && !bars.back().open);
        QVERIFY(bars.back().blocked);
    }

    // A signal is often delivered, and a sleeper awake, before the call that did it is back.
    void noArrowLeadsIntoThePast() {
        testing::RunFixture run;
        RUN_OK(run,
               "workers: sender, receiver\nreceiver: signal.action(SIGUSR1, disposition: handler)\n"
               "sender: repeat 200\n    signal.kill(receiver, signal: SIGUSR1)\nend\n");
        TimelineAdapter timeline(borrowed(run));
        std::vector<TimelineArrow> arrows;
        QTRY_VERIFY(timeline.arrows(timeline.firstTime(), timeline.now(), 100'000, arrows) > 0);
        for (const auto& arrow : arrows)
            QVERIFY2(arrow.fromTime <= arrow.toTime, qPrintable(QString::number(arrow.fromSeq)));
    }

    // What was sent and did not arrive: it waits, or was thrown away at once or later.
    void signalsThatDoNotArrive() {
        testing::RunFixture run;
        RUN_OK(run,
               "workers: sender, receiver\n"
               "receiver: signal.action(SIGHUP, disposition: SIG_IGN)\n"
               "sender: signal.kill(receiver, signal: SIGHUP)\n"
               "sender: signal.kill(receiver, signal: SIGWINCH)\n"
               "receiver: signal.mask(how: SIG_BLOCK, set: [SIGHUP, SIGUSR1, SIGUSR2])\n"
               "sender: signal.kill(receiver, signal: SIGHUP)\n"
               "sender: signal.kill(receiver, signal: SIGUSR1)\n"
               "sender: signal.kill(receiver, signal: SIGUSR2)\n"
               "receiver: signal.action(SIGUSR2, disposition: SIG_IGN)\n"
               "receiver: child = process.fork()\n"
               "sender: signal.kill(child, signal: SIGUSR1)\n"
               "child: signal.action(SIGUSR1, disposition: SIG_IGN)\n"
               // It does not merge with what was thrown away.
               "receiver: signal.action(SIGUSR2, disposition: handler)\n"
               "sender: signal.kill(receiver, signal: SIGUSR2)\n"
               "receiver: signal.mask(how: SIG_UNBLOCK, set: [SIGUSR2])\n");
        TimelineAdapter timeline(borrowed(run));
        const auto seen = [&](const char* worker) {
            timeline.lanes();
            std::vector<TimelineBar> bars;
            timeline.bars(laneNumber({LaneKind::markers, run.worker(worker)->id.value, 0}),
                          timeline.firstTime(), timeline.now() + 1, 100'000, bars);
            QStringList out;
            for (const auto& bar : bars)
                out += bar.label +
                       (bar.mark == TimelineMark::ignored   ? QStringLiteral(" -")
                        : bar.mark == TimelineMark::pending ? QStringLiteral(" ~")
                        : bar.mark == TimelineMark::sent    ? QStringLiteral(" ?")
                                                            : QString()) +
                       (bar.open ? QStringLiteral(" open") : QString());
            return out.join(QStringLiteral(", "));
        };
        QTRY_COMPARE(seen("receiver"),
                     QStringLiteral("SIGHUP ignored -, SIGWINCH ignored -, SIGHUP pending ~ open, "
                                    "SIGUSR1 pending ~ open, SIGUSR2 pending ~, thrown away -,  ~, SIGUSR2"));
        // A child begins as its parent was.
        QTRY_COMPARE(seen("child"), QStringLiteral("SIGUSR1 pending ~, thrown away -"));
    }

    void workersAsATree() {
        testing::RunFixture run;
        WorkersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRun(borrowed(run));
        RUN_OK(run,
               "workers: a, b\na: c = process.fork()\nc: d = process.fork()\nd: process.exit(status: 3)\nc: "
               "process.wait(d)\n");
        model.refresh();
        QCOMPARE(model.rowCount(), 2);
        const auto a = model.index(0, 0);
        const auto c = model.index(0, 0, a);
        const auto d = model.index(0, 0, c);
        QCOMPARE(a.data().toString(), QStringLiteral("a"));
        QCOMPARE(c.data().toString(), QStringLiteral("c"));
        QCOMPARE(d.data(WorkersModel::StatusRole).toString(), QStringLiteral("exited with status 3"));
        QVERIFY(d.data(WorkersModel::EndedRole).toBool());
        QCOMPARE(model.rowCount(model.index(1, 0)), 0);
        model.setRun(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    // The texts that are collected for translation are those that the gallery looks up, to the letter.
    void examplesAreExplainedInGerman() {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/ipcscope_de.qm")));
        for (const auto& example : examples()) {
            std::vector<std::string> texts = example.paragraphs;
            texts.insert(texts.end(), {example.group, example.title, example.look_for});
            for (const auto& text : texts)
                QVERIFY2(!german.translate("examples", text.c_str()).isEmpty(), text.c_str());
        }
    }

    void everyPartOfAWaitIsSaid() {
        testing::RunFixture run;
        WorkersModel model;
        model.setRun(borrowed(run));
        RUN_OK(run,
               "workers: a\na: s = sysv_sem.get(count: 2)\n"
               "a: sysv_sem.op(s, ops: [{num: 0, op: -2}, {num: 1, op: -1}]) async # blocked\n");
        model.refresh();
        const auto status = model.index(0, 0).data(WorkersModel::StatusRole).toString();
        QVERIFY2(status.contains(QStringLiteral("semaphore 0 of s to reach 2")), qPrintable(status));
        QVERIFY2(status.contains(QStringLiteral("semaphore 1 of s to reach 1")), qPrintable(status));
    }

    void navigatorHasEveryMechanismOnce() {
        MechanismModel model(testing::registry());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        int mechanisms = 0;
        for (int group = 0; group < model.rowCount(); ++group) {
            QVERIFY(model.rowCount(model.index(group, 0)) > 0);
            mechanisms += model.rowCount(model.index(group, 0));
        }
        QCOMPARE(mechanisms, static_cast<int>(testing::registry().mechanisms().size()));
    }

    void documentKeepsAndRefuses() {
        QTemporaryDir folder;
        ProgramDocument document(testing::registry());
        const QString text = QStringLiteral("# a comment\nworkers: parent\n");
        document.setText(text, {});
        QVERIFY(!document.isModified());
        const QString path = folder.filePath(QStringLiteral("one.ips"));
        QVERIFY(document.save(path).has_value());
        ProgramDocument other(testing::registry());
        QVERIFY(other.load(path).has_value());
        QCOMPARE(other.text()->toPlainText(), text);
        QFile bad(folder.filePath(QStringLiteral("bad.ips")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("workers: \xff\xfe\n");
        bad.close();
        const auto status = other.load(bad.fileName());
        QVERIFY(!status);
        QVERIFY(status.error().text().find("UTF-8") != std::string::npos);
        QCOMPARE(other.text()->toPlainText(), text);
        QVERIFY(!other.load(folder.path()));
        QVERIFY(!other.load(folder.filePath(QStringLiteral("none.ips"))));
        QVERIFY(!document.save(folder.filePath(QStringLiteral("no/such/folder.ips"))));
    }

    void clickedLinesCanBeMarkedLater() {
        ProgramDocument document(testing::registry());
        document.setText(QStringLiteral("workers: parent"), {});
        Statement create;
        create.kind = Statement::Kind::operation;
        create.worker = "parent";
        create.binding = "p";
        create.operation = testing::registry().operation("pipe.create")->id;
        const auto line = document.append(create);
        document.append(create);
        document.markAsync(line);
        document.markAsync(line);
        document.setExpectation(line, QStringLiteral("= 0"));
        document.setExpectation(line, QStringLiteral("blocked"));
        QCOMPARE(
            document.text()->toPlainText(),
            QStringLiteral(
                "workers: parent\nparent: p = pipe.create() async  # blocked\nparent: p = pipe.create()\n"));
    }
};

QTEST_MAIN(TestWindowModels)
#include "test_window_models.moc"

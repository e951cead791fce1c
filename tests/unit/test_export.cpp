// Rows of sequence diagrams, and their texts: held against expected files, a grammar, PlantUML itself.
#include "export/sequence_scan.h"
#include "export/sequence_steps.h"
#include "export/sequence_text.h"
#include "helpers/hand_made_recording.h"
#include "helpers/subjects.h"
#include "schema/wire.h"
#include "unit/export/subjects.h"

#include <QtTest>

#include <cerrno>
#include <random>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::export_tests;

namespace {

std::shared_ptr<const SequenceRows> rows_of(const Recording& run, SequenceChoice choice = {}) {
    SequenceBuilder builder(run, std::move(choice));
    while (!builder.done())
        builder.advance(1'000'000);
    return builder.snapshot();
}

}  // namespace

class TestExport : public QObject {
    Q_OBJECT
private slots:
    void rowsStandInOrder() {
        const Story s;
        const auto rows = rows_of(s.run);
        std::vector<std::uint32_t> seqs;
        for (std::uint64_t row = 0; row < rows->size(); ++row)
            seqs.push_back((*rows)[row].seq);
        QVERIFY(std::is_sorted(seqs.begin(), seqs.end()));
        // Level: fork with the birth, write with read, the end with the wait.
        QCOMPARE(rows->find(s.run, s.fork), rows->find(s.run, s.born));
        QCOMPARE(rows->find(s.run, s.write), rows->find(s.run, s.read));
        QVERIFY(rows->find(s.run, s.read).has_value());
        QCOMPARE((*rows)[*rows->find(s.run, s.write)].joined, static_cast<std::uint32_t>(s.read));
        QVERIFY(rows->find(s.run, s.asks).has_value());         // it waits
        QVERIFY(!rows->find(s.run, s.closed - 1).has_value());  // an enter of a quick call
        QCOMPARE(rows->gaps(), std::uint64_t{1});
        QVERIFY(rows->gap_before(*rows->find(s.run, s.write)));
        QCOMPARE(rows->life(s.child).born, *rows->find(s.run, s.born));
        QCOMPARE(rows->life(s.child).ended, *rows->find(s.run, s.ended));
        QCOMPARE(rows->at_time(s.run.events(), s.run.events()[s.failed].time_ns),
                 *rows->find(s.run, s.failed));
    }

    void choicesLeaveOut() {
        const Story s;
        SequenceChoice hidden;
        hidden.hidden = {s.child};
        const auto without = rows_of(s.run, hidden);
        QVERIFY(!without->find(s.run, s.write) && without->find(s.run, s.read));
        QCOMPARE(without->life(s.child).rows, std::uint64_t{0});
        SequenceChoice messages;
        messages.messages_only = true;
        QVERIFY(!rows_of(s.run, messages)->find(s.run, s.create));
        SequenceChoice range;
        range.from_ns = s.run.events()[s.write].time_ns;
        range.to_ns = s.run.events()[s.failed].time_ns;
        QCOMPARE(rows_of(s.run, range)->size(), std::uint64_t{1});
        SequenceChoice filtered;
        filtered.accepts = [&](std::uint64_t seq) { return seq == s.failed; };
        QCOMPARE(rows_of(s.run, filtered)->size(), std::uint64_t{1});
        SequenceChoice objects;
        objects.objects = true;
        const auto apart = rows_of(s.run, objects);
        QVERIFY(apart->find(s.run, s.write) != apart->find(s.run, s.read));
    }

    // Whatever the steps in which events are looked at, and whenever flows are joined, the rows come out the
    // same.
    void stepsDoNotMatter() {
        std::mt19937 random(4711);
        HandMadeRecording run;
        std::vector<WorkerId> workers;
        for (int i = 0; i < 5; ++i)
            workers.push_back(run.worker("w" + std::to_string(i)));
        const auto pipe = run.object("p");
        SequenceBuilder live(run, {});
        std::vector<std::uint64_t> sent;
        for (int i = 0; i < 40'000; ++i) {
            const auto who = workers[random() % workers.size()];
            const auto phase = random() % 4 == 0 ? Phase::enter : Phase::leave;
            if (random() % 500 == 0) run.time += 20'000'000;
            const auto seq = run.event(phase, who, "pipe.write(p.write_end)", {.ret = 1, .object = pipe});
            if (phase == Phase::leave && !sent.empty() && random() % 3 == 0) {
                const auto from = sent[random() % sent.size()];
                run.flow(std::min(from, seq), std::max(from, seq), pipe);
            }
            if (phase == Phase::leave) sent.push_back(seq);
            if (sent.size() > 6) sent.erase(sent.begin());
            if (random() % 300 == 0) live.advance(1 + random() % 20'000);
        }
        while (!live.done())
            live.advance(5'000);
        const auto all = rows_of(run), stepwise = live.snapshot();
        QVERIFY(all->size() > SequenceRows::chunk_rows);
        QCOMPARE(stepwise->size(), all->size());
        QCOMPARE(stepwise->gaps(), all->gaps());
        QVERIFY(all->gaps() > 10);
        std::uint64_t gaps = 0, level = 0;
        for (std::uint64_t row = 0; row < all->size(); ++row) {
            QCOMPARE((*stepwise)[row].seq, (*all)[row].seq);
            QCOMPARE((*stepwise)[row].joined, (*all)[row].joined);
            gaps += all->gap_before(row) ? 1 : 0;
            level += (*all)[row].joined != SequenceRow::none ? 1 : 0;
            QCOMPARE(all->gaps_until(row), gaps);
            QCOMPARE(all->find(run, (*all)[row].seq), std::optional<std::uint64_t>(row));
        }
        QVERIFY(level > 100);
        for (const auto worker : workers) {
            QCOMPARE(stepwise->life(worker).rows, all->life(worker).rows);
            QCOMPARE(stepwise->life(worker).last, all->life(worker).last);
        }
    }

    void manyEventsAreScannedOnTheirOwn() {
        auto run = std::make_shared<HandMadeRecording>();
        const auto one = run->worker("one");
        for (int i = 0; i < 300'000; ++i)
            run->leave(one, "pipe.write(p.write_end)", {.ret = 1});
        SequenceScan scan(run, {});
        scan.update();
        QVERIFY(scan.rows()->size() >= SequenceScan::at_once);  // something at once
        scan.wait();
        QVERIFY(!scan.busy());
        QCOMPARE(scan.rows()->size(), std::uint64_t{300'000});
        QCOMPARE(scan.progress(), 1.0);
        run->leave(one, "pipe.write(p.write_end)", {.ret = 1});
        scan.update();
        QCOMPARE(scan.rows()->size(), std::uint64_t{300'001});
        SequenceScan cancelled(run, {});
        cancelled.update();
        cancelled.cancel();
        cancelled.wait();
        QVERIFY(cancelled.rows()->size() >= SequenceScan::at_once);
        cancelled.update();
        cancelled.wait();
        QCOMPARE(cancelled.rows()->size(), std::uint64_t{300'001});
    }

    void stepsSayWhoAndWhat() {
        const Story s;
        const auto rows = rows_of(s.run);
        const SequenceSteps steps(s.run, rows, {});
        const auto fork = steps.step(*rows->find(s.run, s.fork));
        QCOMPARE(fork.messages.size(), std::size_t{1});
        QVERIFY(fork.messages[0].creates);
        const auto message = steps.step(*rows->find(s.run, s.write));
        QCOMPARE(message.ends.size(), std::size_t{2});
        QCOMPARE(message.ends[0].text, std::string("write \"Hello; #1\""));
        QCOMPARE(message.ends[1].text + " " + message.ends[1].outcome, std::string("read = 9 \"Hello; #1\""));
        QCOMPARE(message.ends[1].begin_row, *rows->find(s.run, s.asks));
        QVERIFY(message.ends[1].blocked);
        QCOMPARE(message.messages.size(), std::size_t{1});
        QCOMPARE(message.messages[0].from_row, message.messages[0].to_row);
        const auto failed = steps.step(*rows->find(s.run, s.failed));
        QVERIFY(failed.ends[0].failed);
        QCOMPARE(failed.ends[0].outcome, std::string("EAGAIN (Resource temporarily unavailable)"));
        const auto lost = steps.step(*rows->find(s.run, s.failed + 1));
        QCOMPARE(lost.ends[0].text, std::string("write 01 ff 00 7f"));
        QCOMPARE(lost.messages.size(), std::size_t{1});
        QVERIFY(!lost.messages[0].received);
        const auto ended = steps.step(*rows->find(s.run, s.ended));
        QCOMPARE(ended.ends[0].text, std::string("exited 3"));
        QCOMPARE(steps.row_of(s.closed - 1), rows->find(s.run, s.closed));  // an enter, by its leave
    }

    void coalescedSignalsAreTold() {
        HandMadeRecording run;
        const auto a = run.worker("a"), b = run.worker("b");
        const auto one = run.leave(a, "signal.kill(b, signal: SIGUSR1)");
        const auto two = run.leave(a, "signal.kill(b, signal: SIGUSR1)");
        const auto taken = run.instant(b, "signal.delivered", {.ret = 10});
        run.flow(one, taken, {}, 1);
        run.flow(two, taken, {}, 1);
        const auto rows = rows_of(run);
        QCOMPARE(rows->size(), std::uint64_t{3});  // level with none of the two
        const auto step = SequenceSteps(run, rows, {}).step(2);
        QCOMPARE(step.messages.size(), std::size_t{2});
        QVERIFY(!step.messages[0].coalesced && step.messages[1].coalesced);
        QVERIFY(text(run, DiagramLanguage::mermaid).find("(coalesced)") != std::string::npos);
    }

    void whatIsCutIsCounted() {
        HandMadeRecording run;
        std::vector<WorkerId> workers;
        for (int i = 0; i < 12; ++i)
            workers.push_back(run.worker("w" + std::to_string(i)));
        for (int i = 0; i < 3000; ++i)
            run.leave(workers[static_cast<std::size_t>(i < 12 ? i : 3)], "pipe.create()");
        SequenceTextOptions options;
        options.max_steps = 100;
        options.max_columns = 4;
        for (const auto language : {DiagramLanguage::mermaid, DiagramLanguage::plantuml}) {
            const auto cut = sequence_text(run, language, options);
            QCOMPARE(cut.steps, std::uint64_t{100});
            QCOMPARE(cut.columns_left_out, std::size_t{8});
            QCOMPARE(cut.steps_left_out, std::uint64_t{3000 - 8 - 100});
            QVERIFY(cut.text.find("… 8 more columns not shown") != std::string::npos);
            QVERIFY(cut.text.find("… 2,892 more calls and messages not shown") != std::string::npos);
        }
        // What Mermaid's viewers refuse to draw is not written.
        options.max_steps = 100'000;
        const auto cut = sequence_text(run, DiagramLanguage::mermaid, options);
        QVERIFY(cut.text.size() <= 50'000 && cut.text.size() > 45'000);
        QVERIFY(cut.steps_left_out > 0);
        QCOMPARE(mermaid_problem(cut.text), QString());
        QVERIFY(sequence_text(run, DiagramLanguage::plantuml, options).steps_left_out == 0);
        // Chosen rows stay the chosen ones where columns are left out, and rows counted anew.
        options.first_row = 2990;
        options.end_row = 3000;
        const auto part = sequence_text(run, DiagramLanguage::plantuml, options);
        QCOMPARE(part.steps, std::uint64_t{10});
        QCOMPARE(part.columns_left_out, std::size_t{8});
        // Whoever no longer wants it gets nothing.
        double told = -1;
        options.go_on = [&](double done) { return told = done, false; };
        const auto none = sequence_text(run, DiagramLanguage::plantuml, options);
        QVERIFY(none.cancelled && none.text.empty());
        QCOMPARE(told, 0.0);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestExport>(), diagrams());
}
#include "test_export.moc"

// Rows of sequence diagrams, and their texts: held against expected files, a grammar, PlantUML itself.
#include "export/sequence_scan.h"
#include "export/sequence_steps.h"
#include "export/sequence_text.h"
#include "helpers/hand_made_recording.h"
#include "schema/wire.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <random>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

std::string encoded(const Fields& fields) {
    Writer writer;
    writer.fields(fields);
    return writer.take();
}

// Fork, a read that waits, an answer after a second, a failure, a coalesced signal, a death.
struct Story {
    HandMadeRecording run;
    WorkerId parent = run.worker("parent"), child = run.worker("child");
    ObjectId there = run.object("there"), back = run.object("back");
    std::uint64_t create, fork, born, asks, write, read, closed, failed, ended;

    Story() {
        run.instant(parent, "process.start");
        create = run.leave(parent, "pipe.create()", {.object = there});
        fork = run.leave(parent, "process.fork()", {.ret = 4711});
        born = run.instant(child, "process.start");
        run.flow(fork, born);
        asks = run.enter(parent, "pipe.read(back.read_end, size: 64)",
                         {.object = back, .args = {Value(Name{"back"})}});
        run.enter(child, "pipe.close(there.write_end)");
        closed = run.leave(child, "pipe.close(there.write_end)");
        run.time += 1'200'000'000;
        write = run.leave(child, "pipe.write(back.write_end, data: \"Hello; #1\")",
                          {.ret = 9, .object = back, .payload = "Hello; #1"});
        read = run.leave(parent, "pipe.read(back.read_end, size: 64)",
                         {.ret = 9,
                          .object = back,
                          .payload = "Hello; #1",
                          .duration_ns = run.time - run.events()[asks].time_ns,
                          .flags = event_flag::was_blocked});
        run.flow(write, read, back);
        failed = run.leave(parent, "pipe.read(there.read_end, size: 64)",
                           {.ret = -1, .err = EAGAIN, .object = there});
        run.leave(parent, "pipe.write(there.write_end, data: \"x\")",
                  {.ret = 4, .object = there, .payload = std::string("\x01\xff\x00\x7f", 4)});
        ended = run.instant(child, "process.ended", {.ret = 3, .results = encoded({{"status", Value(3)}})});
        const auto wait = run.leave(parent, "process.wait(child)", {.ret = 4711});
        run.flow(ended, wait);
    }
};

std::shared_ptr<const SequenceRows> rows_of(const Recording& run, SequenceChoice choice = {}) {
    SequenceBuilder builder(run, std::move(choice));
    while (!builder.done())
        builder.advance(1'000'000);
    return builder.snapshot();
}

QString golden(const QString& name, const std::string& text) {
    QFile file(QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/") + name);
    if (qEnvironmentVariableIsSet("IPCSCOPE_WRITE_GOLDEN") && file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::fromStdString(text));
        file.close();
    }
    if (!file.open(QIODevice::ReadOnly)) return QStringLiteral("%1 is not there").arg(file.fileName());
    const auto wanted = file.readAll();
    return wanted.toStdString() == text ? QString()
                                        : QString::fromStdString(name.toStdString() + " differs:\n" + text);
}

// Every line is one of the statements that we use, every column is declared, what waits is ended at most
// once.
QString mermaid_problem(const std::string& text) {
    static const QRegularExpression title(QStringLiteral("^    title (?<text>.+)$"));
    static const QRegularExpression column(QStringLiteral("^    participant (?<id>c\\d+) as (?<text>.+)$"));
    static const QRegularExpression arrow(
        QStringLiteral("^    (?<a>c\\d+)(->>|-->>|-x)(?<b>c\\d+): (?<text>.+)$"));
    static const QRegularExpression note(
        QStringLiteral("^    Note over (?<a>c\\d+)(,(?<b>c\\d+))?: (?<text>.+)$"));
    static const QRegularExpression bar(QStringLiteral("^    (?<what>activate|deactivate) (?<a>c\\d+)$"));
    static const QRegularExpression entity(QStringLiteral("#\\d+;"));
    const auto lines = QString::fromStdString(text).split(QLatin1Char('\n'));
    if (lines.first() != QStringLiteral("sequenceDiagram")) return QStringLiteral("no head");
    if (!lines.last().isEmpty()) return QStringLiteral("no end of the last line");
    QSet<QString> columns, active;
    for (int i = 1; i + 1 < lines.size(); ++i) {
        QRegularExpressionMatch match;
        for (const auto& rule : {title, column, arrow, note, bar})
            if (!match.hasMatch()) match = rule.match(lines[i]);
        if (!match.hasMatch()) return lines[i];
        auto said = match.captured(QStringLiteral("text"));
        if (said.remove(entity).contains(QRegularExpression(QStringLiteral("[#;<>%\\\\&]")))) return lines[i];
        if (!match.captured(QStringLiteral("id")).isEmpty()) columns += match.captured(QStringLiteral("id"));
        for (const auto* end : {"a", "b"}) {
            const auto id = match.captured(QLatin1String(end));
            if (!id.isEmpty() && !columns.contains(id)) return lines[i];
        }
        const auto what = match.captured(QStringLiteral("what")), who = match.captured(QStringLiteral("a"));
        if (what.isEmpty()) continue;
        const bool on = what == QStringLiteral("activate");
        if (active.contains(who) == on) return lines[i];
        if (on)
            active.insert(who);
        else
            active.remove(who);
    }
    return {};
}

std::string text(const Recording& run, DiagramLanguage language, SequenceTextOptions options = {}) {
    return sequence_text(run, language, options).text;
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

    void textsAreAsExpected() {
        const Story s;
        SequenceTextOptions options;
        options.title = "A story <of> two; #processes";
        for (const bool objects : {false, true}) {
            options.choice.objects = objects;
            const auto name = objects ? QStringLiteral("story_objects") : QStringLiteral("story");
            const auto mermaid = text(s.run, DiagramLanguage::mermaid, options);
            QCOMPARE(golden(name + QStringLiteral(".mmd"), mermaid), QString());
            QCOMPARE(mermaid_problem(mermaid), QString());
            const auto plant = text(s.run, DiagramLanguage::plantuml, options);
            QCOMPARE(golden(name + QStringLiteral(".puml"), plant), QString());
        }
    }

    void theGrammarFindsWhatIsWrong() {
        const std::string good = "sequenceDiagram\n    participant c0 as a\n    c0->>c0: x #59; y\n";
        QCOMPARE(mermaid_problem(good), QString());
        for (const auto* bad :
             {"    c0->>c1: x\n", "    c0->>c0: x; y\n", "    c0->>c0: a # b\n", "    c0 says\n",
              "    deactivate c0\n", "    c0->>c0: \n", "    c0->>c0: %%{init}%%\n"})
            QVERIFY2(!mermaid_problem(good + bad).isEmpty(), bad);
    }

    void hostileTextStaysText() {
        HandMadeRecording run;
        const auto a = run.worker("end\nactivate c0;%%{init: 1}%% <b>#35;\"'\\ [[http]] ${x} ~~");
        for (const auto* said :
             {"@enduml", "/' comment '/", "**bold** //i// __u__ --s-- \"\"m\"\"", "wrap: x", "!include x",
              "... x ...", "== x ==", "a\nb\r\tc", "<U+0041>&#65;", "}}{{"})
            run.event(Phase::note, a, "", {.payload = said});
        const auto mermaid = text(run, DiagramLanguage::mermaid);
        QCOMPARE(mermaid_problem(mermaid), QString());
        const auto plant = text(run, DiagramLanguage::plantuml);
        QCOMPARE(QString::fromStdString(plant).count(QStringLiteral("@enduml")), 1);
        QCOMPARE(QString::fromStdString(plant).count(QLatin1Char('\n')), 15);
        plantUmlTakes(plant);
    }

    void plantUmlTakesTheStory() {
        const Story s;
        SequenceTextOptions options;
        options.title = "A story";
        plantUmlTakes(text(s.run, DiagramLanguage::plantuml, options));
        options.choice.objects = true;
        plantUmlTakes(text(s.run, DiagramLanguage::plantuml, options));
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

    void nothingIsADiagramToo() {
        HandMadeRecording run;
        QCOMPARE(mermaid_problem(text(run, DiagramLanguage::mermaid)), QString());
        plantUmlTakes(text(run, DiagramLanguage::plantuml));
    }

    void theCommandRunsAndExports() {
        QTemporaryDir folder;
        const auto out = folder.filePath(QStringLiteral("x.mmd"));
        const auto cli = [](const QStringList& words) {
            QProcess process;
            process.start(QStringLiteral(IPCSCOPE_BIN_DIR "/ipcscope-cli"), words);
            if (!process.waitForFinished(60'000)) return -1;
            return process.exitCode();
        };
        const auto file = QStringLiteral(IPCSCOPE_SOURCE_DIR "/resources/examples/hello_pipe.ips");
        const auto as = QStringLiteral("--as");
        QCOMPARE(
            cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"), QStringLiteral("-o"), out}),
            0);
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto mermaid = written.readAll().toStdString();
        QCOMPARE(mermaid_problem(mermaid), QString());
        for (const auto* part :
             {"c0->>c1: fork\n", "write \"Hello\"", "(back)\n", "waits for a writer of back",
              "read(there.read_end, size: 64) = 0", "Note over c1: killed SIGTERM"})
            QVERIFY2(mermaid.find(part) != std::string::npos, (part + ("\n" + mermaid)).c_str());
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"),
                      QStringLiteral("--workers"), QStringLiteral("nobody")}),
                 2);
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"), QStringLiteral("--from"),
                      QStringLiteral("soon")}),
                 2);
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("poetry")}), 2);
        const auto filter = QStringLiteral("--filter");
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"), filter,
                      QStringLiteral("op ==")}),
                 2);
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"), filter,
                      QStringLiteral("op == pipe.close"), QStringLiteral("-o"), out}),
                 0);
        QFile filtered(out);
        QVERIFY(filtered.open(QIODevice::ReadOnly));
        const auto closes = filtered.readAll();
        QVERIFY2(closes.contains("close(there.read_end)") && !closes.contains("Hello"), closes);
    }

private:
    static void plantUmlTakes(const std::string& diagram) {
        const auto program = QStandardPaths::findExecutable(QStringLiteral("plantuml"));
        if (program.isEmpty()) QSKIP("plantuml is not installed: its syntax is not checked by itself");
        QProcess process;
        process.start(program,
                      {QStringLiteral("-charset"), QStringLiteral("UTF-8"), QStringLiteral("-syntax")});
        process.write(diagram.data(), static_cast<qint64>(diagram.size()));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        const auto said = process.readAllStandardOutput();
        QVERIFY2(said.startsWith("SEQUENCE"), (said.toStdString() + "\n" + diagram).c_str());
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "test_export.moc"

// Runs held against each other, and programs run again: what differs is found, what only differs by its
// nature is not.
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#ifndef Q_MOC_RUN
#include "base/clock.h"
#include "compare/foreign.h"
#include "compare/played.h"
#include "compare/replay.h"
#include "helpers/cli.h"
#include "helpers/run_fixture.h"
#include "mechanisms/driver.h"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#endif

using namespace ipcscope;
using namespace ipcscope::testing;
using Json = nlohmann::json;

namespace {

Comparison compared(const std::string& first, const std::string& second, const CompareOptions& options = {}) {
    const auto a = played(first), b = played(second);
    return compare(*a, *b, options);
}

// How many stand alone at the least, by the plain table.
std::size_t fewest_alone(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
            common[i][j] = a[i - 1] == b[j - 1] ? common[i - 1][j - 1] + 1
                                                : std::max(common[i - 1][j], common[i][j - 1]);
    return a.size() + b.size() - 2 * common[a.size()][b.size()];
}

}  // namespace

class TestCompare : public QObject {
    Q_OBJECT
private slots:
    // Every element once, in order, partners equal, and no more alone than need be.
    void sequencesAreAligned() {
        QVERIFY(rc::check("sequences are aligned", [](const std::vector<std::uint8_t>& x,
                                                      const std::vector<std::uint8_t>& y, bool few) {
            std::vector<std::uint32_t> a, b;
            for (const auto n : x)
                a.push_back(n % 4);
            for (const auto n : y)
                b.push_back(n % 4);
            std::size_t next_a = 0, next_b = 0, alone = 0;
            for (const auto& pair : align(a, b, few ? 1 : 1500)) {
                const bool has_a = pair.a != no_partner, has_b = pair.b != no_partner;
                RC_ASSERT(has_a || has_b);
                if (has_a) RC_ASSERT(pair.a == next_a++);
                if (has_b) RC_ASSERT(pair.b == next_b++);
                if (has_a && has_b)
                    RC_ASSERT(a[pair.a] == b[pair.b]);
                else
                    ++alone;
            }
            RC_ASSERT(next_a == a.size());
            RC_ASSERT(next_b == b.size());
            if (!few) RC_ASSERT(alone == fewest_alone(a, b));
        }));
    }

    void theSameProgramIsTheSame() {
        const auto comparison = compared(hello, hello);
        QCOMPARE(comparison.count(), std::uint64_t{8});
        QCOMPARE(comparison.same, std::uint64_t{8});
        QVERIFY(comparison.alike());
    }

    void whatDiffersIsSaid_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("why");
        QTest::newRow("bytes") << "\"two\""
                               << "\"tWo\"" << int{differs_bytes | differs_arguments};
        QTest::newRow("length") << "\"two\""
                                << "\"three\"" << int{differs_bytes | differs_arguments | differs_return};
        QTest::newRow("errno") << "size: 10, flags"
                               << "size: 1, flags"
                               << int{differs_errno | differs_arguments | differs_blocked};
        QTest::newRow("came back") << "size: 10) async"
                                   << "size: 10, flags: IPC_NOWAIT)"
                                   << int{differs_blocked | differs_arguments};
    }
    void whatDiffersIsSaid() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, why);
        const auto a = played(hello), b = played(with(hello, from.toStdString(), to.toStdString()));
        const auto comparison = compare(*a, *b);
        QVERIFY(!comparison.alike());
        int all = 0;
        for (const auto& step : comparison.different) {
            QCOMPARE(step.likeness, Likeness::different);
            all |= step.why;
            const auto words = difference_words(*a, *b, step);
            QVERIFY(!words.call.empty() && !words.why.empty() && words.line > 0);
            QVERIFY(words.expected != words.got || (step.why & differs_arguments));
        }
        // (What stat tells of the queue then differs, too.)
        QCOMPARE(all & ~differs_results, why);
        for (std::size_t i = 1; i < comparison.different.size(); ++i)
            QVERIFY(comparison.different[i - 1].at <= comparison.different[i].at);
    }

    void whatDoesNotCountIsLeftOut() {
        CompareOptions options;
        options.arguments = options.bytes = options.returns = options.results = false;
        QVERIFY(compared(hello, with(hello, "\"two\"", "\"other\""), options).alike());
        options.bytes = true;
        QVERIFY(!compared(hello, with(hello, "\"two\"", "\"other\""), options).alike());
    }

    void whatIsMissingAndExtra() {
        const auto shorter = with(hello, "a: process.get_pid()\n", "");
        auto comparison = compared(hello, shorter);
        QCOMPARE(comparison.missing, std::uint64_t{1});
        QCOMPARE(comparison.same, std::uint64_t{7});
        comparison = compared(shorter, hello);
        QCOMPARE(comparison.extra, std::uint64_t{1});
        comparison = compared(hello, hello + "workers: c\nc: process.get_pid()\n");
        QCOMPARE(comparison.extra, std::uint64_t{1});
        QCOMPARE(comparison.workers.back(), std::string("c"));
    }

    void aDeathInsideACallIsAnotherEnd() {
        const std::string writing =
            "workers: a\na: p = pipe.create()\na: signal.action(SIGPIPE, disposition: SIG_IGN)\n"
            "a: pipe.close(p.read_end)\na: pipe.write(p.write_end, data: \"x\")  # EPIPE\n";
        const auto a = played(writing);
        const auto b = played(with(with(writing, "a: signal.action(SIGPIPE, disposition: SIG_IGN)\n", ""),
                                   "EPIPE", "killed SIGPIPE"));
        const auto comparison = compare(*a, *b);
        QCOMPARE(comparison.missing, std::uint64_t{1});
        QCOMPARE(comparison.changed, std::uint64_t{1});
        QVERIFY(comparison.different.back().why & differs_end);
    }

    void lateIsSaidOnlyIfAskedFor() {
        const std::string quick =
            "workers: a\na: q = sysv_msg.get()\na: s = sysv_sem.get()\n"
            "a: sysv_sem.timed_op(s, ops: [{num: 0, op: -1}], timeout: 1ms)  # EAGAIN\n";
        // Far apart, so that no hiccup of a loaded machine is longer.
        const auto slow = with(quick, "1ms", "2s");
        CompareOptions options;
        options.arguments = false;
        QVERIFY(compared(quick, slow, options).alike());
        options.late_factor = 2;
        options.late_ns = 1'000'000'000;
        QCOMPARE(compared(quick, slow, options).late, std::uint64_t{1});
    }

    void aRecordedProgramRunsAgain() {
        const auto recorded = played(hello);
        const auto parsed = parse_program(registry(), hello);
        ReplayOptions options;
        const auto again = replay(registry(), *recorded, parsed.program, options);
        QVERIFY2(again, again ? "" : again.error().text().c_str());
        QVERIFY2(again->report.problem.empty(), again->report.problem.c_str());
        QVERIFY(again->alike());
        QVERIFY(again->cleaned.has_value());
    }

    // Ports, addresses, keys and cookies are other ones in every run.
    void whatTheKernelNumbersDoesNotCount() {
        const std::string text =
            "workers: a\na: l = tcp_socket.socket()\na: b = tcp_socket.bind(l, port: 0)\n"
            "a: tcp_socket.listen(l)\na: k = tcp_socket.socket()\n"
            "a: tcp_socket.connect(k, port: b.port)\na: c = tcp_socket.accept(l)\n"
            "a: s = sysv_shm.get()\na: m = sysv_shm.at(s)\na: p = sysv_msg.ftok(\"/\")\n"
            "a: u = unix_socket.socket(SOCK_DGRAM)\na: process.get_pid()\n";
        const auto comparison = compared(text, text);
        QCOMPARE(comparison.count(), std::uint64_t{11});
        QVERIFY(comparison.alike());
    }

    // Each statement begins no earlier than it did, scaled: as slow as recorded, or slower.
    void timesAreKept() {
        const std::string text =
            "workers: a\na: s = sysv_sem.get()\n"
            "a: sysv_sem.timed_op(s, ops: [{num: 0, op: -1}], timeout: 40ms)\n"
            "a: process.get_pid()\na: process.get_pid()\n";
        const auto recorded = played(text);
        const auto times = recorded_times(*recorded);
        QCOMPARE(times.size(), std::size_t{4});
        QVERIFY(times.at(4).front() - times.at(2).front() >= 40'000'000);
        const auto parsed = parse_program(registry(), with(text, "40ms", "1ms"));
        ReplayOptions options;
        options.speed = 2;
        std::int64_t fourth_ns = 0;
        options.at_statement = [&](const Statement& statement) {
            if (statement.line == 4) fourth_ns = now_ns();
        };
        const auto before_ns = now_ns();
        const auto again = replay(registry(), *recorded, parsed.program, options);
        QVERIFY(again);
        QVERIFY(fourth_ns - before_ns >= (times.at(4).front() - times.at(2).front()) / 2);
        options.speed = 1e-6;  // a day; given up at once
        options.cancelled = [] { return true; };
        QVERIFY(replay(registry(), *recorded, parsed.program, options));
    }

    void whatReachesOutsideIsKnown() { what_reaches_outside_is_known(); }
    void whatNeedsItGoesWithIt() { what_needs_it_goes_with_it(); }
    void nothingOfTheExamplesIsLost() { nothing_of_the_examples_is_lost(); }
    void aForeignQueueStaysUntouched() { a_foreign_queue_stays_untouched(); }
    void aForeignProcessStaysUntouched() { a_foreign_process_stays_untouched(); }
    void aForeignFileStaysUntouched() { a_foreign_file_stays_untouched(); }

    void pairsLeadFromOneToTheOther() { pairs_lead_from_one_to_the_other(); }
    void whatWasNotToBeDoneIsNoDifference() { what_was_not_to_be_done_is_no_difference(); }
    void howOftenWhatDiffersIsCounted() { how_often_what_differs_is_counted(); }
    void soManyDifferencesAreKept() { so_many_differences_are_kept(); }
    void whatWasLostIsNotCalledDifferent() { what_was_lost_is_not_called_different(); }
    void figuresStandSideBySide() { figures_stand_side_by_side(); }

    void theCommandLine() {
        QTemporaryDir directory;
        const auto file = [&](const char* name, const std::string& text) {
            QFile out(directory.filePath(QString::fromLatin1(name)));
            if (!out.open(QIODevice::WriteOnly)) qFatal("no file");
            out.write(QByteArray::fromStdString(text));
            return out.fileName();
        };
        const auto program = file("hello.ips", hello);
        const auto other = file("other.ips", with(hello, "\"two\"", "\"tWo\""));
        const auto session = directory.filePath(QStringLiteral("hello.ipcscope"));
        QCOMPARE(run_cli({"run", "--record", session, program}).code, 0);
        auto ran = run_cli({"replay", session});
        QVERIFY2(ran.code == 0, ran.out + ran.err);
        QVERIFY(ran.out.contains("8 of 8 operations the same"));
        ran = run_cli({"replay", session, "--times", "3", "--verify", "--json"});
        QVERIFY2(ran.code == 0, ran.out + ran.err);
        auto json = Json::parse(ran.out.toStdString());
        QCOMPARE(json["runs"], 3);
        QCOMPARE(json["diverged"], 0);
        QCOMPARE(json["operations"]["same"], 24);
        ran = run_cli({"compare", session, other});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.out.contains("other bytes, from octet 1 on"), ran.out);
        QCOMPARE(run_cli({"compare", session, other, "--ignore", "bytes,arguments,results"}).code, 0);
        ran = run_cli({"compare", session, other, "--json"});
        json = Json::parse(ran.out.toStdString());
        QVERIFY(json["differences"].size() >= 1);
        QCOMPARE(json["differences"][0]["likeness"], "different");
        ran = run_cli({"compare", session, other, "--statistics"});
        QVERIFY2(ran.out.contains("median") && ran.out.contains("sysv_msg.send"), ran.out);
        json = Json::parse(run_cli({"compare", session, other, "--statistics", "--json"}).out.toStdString());
        QCOMPARE(json["statistics"]["workers"].size(), std::size_t{2});
        QVERIFY(json["statistics"]["operations"][0]["second"].contains("blocked_ns"));
        const auto foreign = file("foreign.ips", hello + "a: x = sysv_msg.use(id: 2147483647)\n");
        ran = run_cli({"replay", foreign, "--json"});
        QVERIFY2(ran.code == 0 && ran.err.contains("sysv_msg.use(2147483647)"), ran.err);
        json = Json::parse(ran.out.toStdString());
        QCOMPARE(json["left_out"][0]["line"], 10);
        ran = run_cli({"replay", foreign, "--junit"});
        QVERIFY2(ran.out.contains("<skipped message=") && ran.out.contains("skipped=\"1\""), ran.out);
        // The same as ever, but not what it says behind its '#': machines are told, too.
        const auto wrong = file("wrong.ips", hello + "a: sysv_msg.stat(q)    # EPERM\n");
        ran = run_cli({"replay", wrong, "--verify", "--junit"});
        QVERIFY2(ran.code == 1 && ran.out.contains("failures=\"1\"") && ran.out.contains("expected: EPERM"),
                 ran.out);
        json = Json::parse(run_cli({"replay", wrong, "--verify", "--json"}).out.toStdString());
        QCOMPARE(json["expectations"]["unmet"], 1);
        QCOMPARE(json["expectations"]["differences"][0]["line"], 10);
        QCOMPARE(run_cli({"replay", wrong, "--junit"}).code, 0);
        QCOMPARE(run_cli({"replay", session, "--speed", "fast"}).code, 2);
        QCOMPARE(run_cli({"replay", session, "--step"}).code, 2);  // no terminal
        QCOMPARE(run_cli({"replay", directory.filePath(QStringLiteral("none.ipcscope"))}).code, 2);
    }

    // What comes out once so, once so, is found by running it often: here it is decided by the first run.
    void whatIsFlakyIsFound() {
        QTemporaryDir directory;
        const auto flag = directory.filePath(QStringLiteral("flag")).toStdString();
        QFile out(directory.filePath(QStringLiteral("flaky.ips")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QByteArray::fromStdString("workers: a\na: s = pipe.popen(\"mkdir " + flag +
                                            " 2>/dev/null\")\na: pipe.pclose(s)\n"));
        out.close();
        const auto ran = run_cli({"replay", out.fileName(), "--outside", "--times", "2", "--json"});
        QCOMPARE(ran.code, 1);
        const auto json = Json::parse(ran.out.toStdString());
        QCOMPARE(json["diverged"], 2);
        QCOMPARE(json["differences"].size(), std::size_t{1});
        QCOMPARE(json["differences"][0]["runs"], 2);
        QVERIFY(json["differences"][0]["got"].get<std::string>().find("status=1") != std::string::npos);
        const auto junit = run_cli({"replay", out.fileName(), "--outside", "--junit"});
        QXmlStreamReader xml(junit.out);
        int cases = 0;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("testcase"))
                ++cases;
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(cases, 2);
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "test_compare.moc"

// How programs are run: order, waiting, names, expectations, deadlines, cancelling. On real workers.
#include "conformance/conductor/subjects.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#ifndef Q_MOC_RUN
#include <thread>
#endif

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

RunOptions options(double seconds, bool verify = true) {
    RunOptions out;
    out.verify = verify;
    out.timeout_ns = static_cast<std::int64_t>(seconds * 1e9);
    return out;
}

constexpr const char* pipe_pair =
    "workers: parent\nparent: p = pipe.create()\nparent: child = process.fork()\n";

}  // namespace

class TestConductor : public QObject {
    Q_OBJECT
private slots:
    void runsInOrderAndCompares() {
        RunFixture run;
        const auto report = run.run(std::string(pipe_pair) + R"(
child: pipe.write(p.write_end, data: "Hello")    # = 5
parent: pipe.read(p.read_end, size: 64)          # = 5 "Hello"
parent: pipe.read(p.read_end, size: 64) async    # blocked
parent: interrupt
parent: await                                    # EINTR
parent: repeat 1000                              # = 1 rounds=1000
    pipe.write(p.write_end, data: "x")
    pipe.read(p.read_end, size: 1)
end
child: process.exit(status: 3)                   # exited 3
)");
        QCOMPARE(explain(report), std::string());
        QCOMPARE(report.expectations, std::size_t{6});
    }

    void differencesSayLineExpectedAndGot() {
        RunFixture run;
        const auto report =
            run.run(std::string(pipe_pair) + R"(child: pipe.write(p.write_end, data: "Hello")  # = 6
parent: pipe.read(p.read_end, size: 64)        # = "Hallo"
parent: pipe.read(p.read_end, size: 64)        # blocked
child: pipe.write(p.write_end, data: "!")      # EPIPE  # no
parent: await                                  # = "!"
parent: pipe.read(p.read_end, size: 9) async   # = 9
child: kill                                    # killed SIGTERM
)");
        QCOMPARE(report.problem, std::string());
        QCOMPARE(report.differences.size(), std::size_t{5});
        const auto said = [&](std::size_t i) {
            const auto& difference = report.differences[i];
            return std::to_string(difference.line) + "|" + difference.statement + "|" + difference.expected +
                   "|" + difference.got;
        };
        QCOMPARE(said(0), std::string("4|child: pipe.write(p.write_end, data: \"Hello\")|= 6|= 5"));
        QCOMPARE(said(1), std::string("5|parent: pipe.read(p.read_end, size: 64)|= \"Hallo\"|= 5 \"Hello\""));
        QCOMPARE(said(2), std::string("7|child: pipe.write(p.write_end, data: \"!\")|EPIPE|= 1"));
        QCOMPARE(QString::fromStdString(said(3)).left(9), QString("9|parent:"));
        QVERIFY2(report.differences[3].got.starts_with("blocked"), report.differences[3].got.c_str());
        QCOMPARE(report.differences[4].got, std::string("killed SIGKILL"));
    }

    void expectedBlockButCameBack() {
        RunFixture run;
        const auto report =
            run.run(std::string(pipe_pair) + "parent: pipe.write(p.write_end, data: \"x\")  # blocked\n");
        QCOMPARE(report.differences.size(), std::size_t{1});
        QCOMPARE(report.differences[0].got, std::string("= 1"));
    }

    void blockedWithoutExpectationEndsTheRun() {
        RunFixture run;
        const auto report = run.run(
            std::string(pipe_pair) + "parent: pipe.read(p.read_end, size: 1)\nchild: kill\n", options(0.3));
        QCOMPARE(report.problem_line, 4);
        QVERIFY2(report.problem.find("parent: pipe.read(p.read_end, size: 1)") != std::string::npos &&
                     report.problem.find("waits for") != std::string::npos,
                 report.problem.c_str());
        QVERIFY(run.worker("child")->status != WorkerStatus::killed);  // what follows was not done
    }

    void nextOfTheSameWorkerWaitsItsTurn() {
        RunFixture run;
        const auto report =
            run.run(std::string(pipe_pair) + R"(parent: pipe.read(p.read_end, size: 1) async  # blocked
parent: pipe.write(p.write_end, data: "x")    # = 1
)",
                    options(0.3));
        QCOMPARE(report.problem_line, 5);
        QVERIFY2(report.problem.find("waits for its turn") != std::string::npos, report.problem.c_str());
        QCOMPARE(report.differences.size(), std::size_t{1});
    }

    void awaitsAreTakenInOrder() {
        RunFixture run;
        RUN_OK(run, std::string(pipe_pair) + R"(
parent: pipe.read(p.read_end, size: 1) async   # blocked
parent: pipe.read(p.read_end, size: 2) async
child: pipe.write(p.write_end, data: "abc")    # = 3
parent: await                                  # = 1 "a"
parent: await                                  # = 2 "bc"
)");
    }

    void goesOnInAnotherProgram() {
        RunFixture run;
        RUN_OK(run, std::string(pipe_pair) + "parent: pipe.read(p.read_end, size: 1) async  # blocked\n");
        RUN_OK(run, "child: pipe.write(p.write_end, data: \"z\")  # = 1\nparent: await  # = 1 \"z\"\n");
    }

    void loopsOfTwoWorkersRunAtOnce() {
        RunFixture run;
        RUN_OK(run, std::string(pipe_pair) + R"(
child: repeat 200 async
    pipe.write(p.write_end, data: "x" * 4096)
end
parent: repeat 200   # rounds=200
    pipe.read(p.read_end, size: 4096)
end
child: await         # = 4096 rounds=200
)");
    }

    void noRoundsAtAllCanBeAwaited() {
        RunFixture run;
        RUN_OK(run, std::string(pipe_pair) + R"(
let n = 0
child: repeat n async
    pipe.write(p.write_end, data: "x")
end
child: await         # = rounds=0
parent: repeat n     # rounds=0
    pipe.read(p.read_end, size: 1)
end
)");
    }

    void loopStopsAtTheFirstErrno() {
        RunFixture run;
        RUN_OK(run, R"(workers: one
one: p = pipe.create(flags: O_NONBLOCK)
one: repeat 100   # EAGAIN rounds=16
    pipe.write(p.write_end, data: "x" * 4096)
end
)");
    }

    void whatCannotBeDoneIsAProblem_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("ended") << "child: kill\nchild: process.get_pid()\n"
                               << "'child' was killed by SIGKILL: it can do nothing more";
        QTest::newRow("killed twice") << "child: kill\nchild: kill\n"
                                      << "'child' was killed by SIGKILL already";
        QTest::newRow("same name") << "workers: child\n"
                                   << "a worker 'child' runs already";
        QTest::newRow("fork of the same name") << "parent: child = process.fork()\n"
                                               << "a worker 'child' runs already";
        QTest::newRow("result that failed") << "parent: f = fifo.open(\"none\")\nparent: fifo.close(f)\n"
                                            << "holds nothing";
    }
    void whatCannotBeDoneIsAProblem() {
        QFETCH(QString, text);
        QFETCH(QString, problem);
        RunFixture run;
        const auto report = run.run(pipe_pair + text.toStdString());
        QVERIFY2(QString::fromStdString(report.problem).contains(problem), report.problem.c_str());
        QVERIFY(report.problem_line >= 4);
    }

    void cancelEndsWaiting() {
        RunFixture run;
        const auto parsed =
            parse_program(registry(), std::string(pipe_pair) + "parent: pipe.read(p.read_end, size: 1)\n");
        Conductor conductor(run.supervisor());
        RunReport report;
        std::thread runner([&] { report = conductor.run(parsed.program, options(60)); });
        const bool asleep = run.supervisor().wait_until(
            [](const RunState& state) {
                const auto* parent = state.worker("parent");
                return parent && parent->status == WorkerStatus::blocked;
            },
            10'000'000'000);
        conductor.cancel();
        runner.join();
        QVERIFY(asleep);
        QVERIFY(report.cancelled && report.problem.empty());
    }

    void clicksResolveAsProgramsDo() {
        RunFixture run;
        RUN_OK(run, std::string(pipe_pair));
        const auto parsed = parse_program(
            registry(), "child: pipe.write(p.write_end, data: \"ab\")\nchild: kill\n", {"child", "p"});
        QVERIFY(parsed.errors.empty());
        Conductor conductor(run.supervisor());
        std::atomic<std::int64_t> ret{-2};
        QVERIFY(conductor.perform(parsed.program.statements[0],
                                  [&](const Outcome& outcome) { ret = outcome.ret; }));
        QVERIFY(wait_for([&] { return ret == 2; }));
        QVERIFY(conductor.perform(parsed.program.statements[1]));
        QVERIFY(wait_for([&] { return run.worker("child")->status == WorkerStatus::killed; }));
        const auto refused = conductor.perform(parsed.program.statements[0]);
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
                 std::string("'child' was killed by SIGKILL: it can do nothing more"));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    // The language comes last, for it starts programs: after that ThreadSanitizer lets this one begin no more
    // threads.
    return runSubjects(argc, argv, std::make_unique<TestConductor>(), filled_in(), random_programs(),
                       the_language());
}

#include "test_conductor.moc"

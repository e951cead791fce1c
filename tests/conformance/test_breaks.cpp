// Breaks: workers are held before what matches, and go on by step or continue. On real workers.
#include "helpers/run_fixture.h"

#ifndef Q_MOC_RUN
#include "base/clock.h"
#include "runtime/break_filter.h"

#include <csignal>
#include <thread>
#endif

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr const char* pair_of_workers =
    "workers: parent\nparent: p = pipe.create()\nparent: child = process.fork()\n";

// A program that runs on a thread of its own, while the test is the person at the window.
class Going {
public:
    Going(RunFixture& run, const std::string& text, double seconds = 0)
        : run_(run), conductor_(run.supervisor()) {
        std::vector<std::string> known;
        const auto state = run.state();
        for (const auto& worker : state->workers)
            known.push_back(worker.name);
        for (const auto& [name, value] : state->names)
            known.push_back(name);
        parsed_ = parse_program(registry(), text, known);
        RunOptions options;
        options.verify = true;
        options.timeout_ns = static_cast<std::int64_t>(seconds * 1e9);
        thread_ = std::thread([this, options] {
            report_ = conductor_.run(parsed_.program, options);
            ended_ = true;
        });
    }
    ~Going() { end(); }
    RunReport end() {
        if (!thread_.joinable()) return report_;
        if (!ended_) {
            conductor_.cancel();
            run_.supervisor().withdraw_held();
        }
        thread_.join();
        return report_;
    }
    std::string problems() {  // of a program that comes to its end by itself
        if (!wait_for([&] { return ended_.load(); })) return "it does not end\n";
        end();
        return explain(report_);
    }
    bool ended() const { return ended_; }

private:
    RunFixture& run_;
    Conductor conductor_;
    ParsedProgram parsed_;
    RunReport report_;
    std::atomic<bool> ended_{false};
    std::thread thread_;
};

std::vector<Break> breaks(std::initializer_list<const char*> filters, bool everybody = false) {
    std::vector<Break> out;
    for (const char* text : filters) {
        const auto parsed = parse_break(registry(), text);
        if (!parsed.errors.empty()) qFatal("%s: %s", text, parsed.errors.front().message.c_str());
        out.push_back({static_cast<std::uint32_t>(out.size() + 1), true, everybody, parsed.test});
    }
    return out;
}

// What the worker is held before; "" = it is not (or not in time).
std::string held(const RunFixture& run, const char* name) {
    const auto found = [&] {
        const auto worker = run.worker(name);
        return worker && worker->status == WorkerStatus::held;
    };
    if (!wait_for(found)) return {};
    return const_cast<RunFixture&>(run).supervisor().calls().find(run.worker(name)->current)->text;
}

std::size_t done(const RunFixture& run, const char* operation) {
    return run.events({.operation = operation, .phase = Phase::leave}).size();
}

}  // namespace

class TestBreaks : public QObject {
    Q_OBJECT
private slots:
    void aWorkerIsHeldAndGoesOn() {
        RunFixture run;
        run.supervisor().set_breaks(breaks({"worker == \"child\" and op == pipe.write"}));
        Going going(run, std::string(pair_of_workers) +
                             "parent: pipe.write(p.write_end, data: \"a\")   # = 1\n"
                             "child: pipe.write(p.write_end, data: \"bc\")   # = 2\n"
                             "parent: pipe.read(p.read_end, size: 9)       # = \"abc\"\n");
        QCOMPARE(held(run, "child"), std::string("pipe.write(p.write_end, data: \"bc\")"));
        const auto worker = *run.worker("child");
        QCOMPARE(worker.held_by, 1u);
        QVERIFY(worker.since_ns > 0);
        QVERIFY(run.supervisor().holding());
        QCOMPARE(run.state()->break_hits.at(1), std::uint64_t{1});
        // Nothing of it has been done, and what it would act on can be looked at.
        QVERIFY(run.events({.operation = "pipe.write", .worker = "child"}).empty());
        const auto state = run.observe("p");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "bytes").integer(), std::int64_t{1});
        run.supervisor().go_on();
        QCOMPARE(going.problems(), std::string());
        QVERIFY(!run.supervisor().holding());
    }

    // Time does not count while a person looks.
    void whoIsHeldIsNotLate() {
        RunFixture run;
        RUN_OK(run, pair_of_workers);
        run.supervisor().set_breaks(breaks({"op == pipe.write"}));
        const auto begun = now_ns();
        Going going(run, "child: pipe.write(p.write_end, data: \"x\")   # = 1\n", 0.02);
        QVERIFY(!held(run, "child").empty());
        QVERIFY(wait_for([&] { return now_ns() - begun > 100'000'000; }));
        QVERIFY(!going.ended());
        const auto report = going.end();
        QVERIFY2(report.cancelled && report.problem.empty(), report.problem.c_str());
    }

    void whatMatches_data() {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<int>("line");  // 0 = nothing is held
        QTest::newRow("line") << QByteArray("line == 5") << 5;
        QTest::newRow("payload") << QByteArray("payload contains \"Hell\"") << 5;
        QTest::newRow("bytes that are repeated") << QByteArray("bytes >= 4KiB") << 6;
        QTest::newRow("object") << QByteArray("object == \"q\"") << 8;
        QTest::newRow("set") << QByteArray("op in {pipe.read, pipe.pending}") << 7;
        QTest::newRow("not there") << QByteArray("op == sysv_msg.send") << 0;
        QTest::newRow("has no outcome yet") << QByteArray("errno == EAGAIN or duration > 1ns") << 0;
    }
    void whatMatches() {
        QFETCH(QByteArray, filter);
        QFETCH(int, line);
        RunFixture run;
        run.supervisor().set_breaks(breaks({filter.constData()}));
        Going going(run, R"(workers: parent
parent: p = pipe.create()
parent: q = pipe.create()
parent: pipe.write(p.write_end, data: "no")
parent: pipe.write(p.write_end, data: "Hello")
parent: pipe.write(p.write_end, data: "x", size: 5000)
parent: pipe.pending(p.read_end)
parent: pipe.write(q.write_end, data: "y")
)");
        if (line == 0) {
            QCOMPARE(going.problems(), std::string());
            return;
        }
        QVERIFY(!held(run, "parent").empty());
        QCOMPARE(run.supervisor().calls().find(run.worker("parent")->current)->line, line);
    }

    void whatIsNoFilterIsSaid() {
        QVERIFY(!parse_break(registry(), "op ==").errors.empty());
        QVERIFY(!parse_break(registry(), "").errors.empty());
        QVERIFY(!parse_break(registry(), "colour == 3").errors.front().message.empty());
    }

    // One operation, whoever's it is; then everybody waits again.
    void stepsGoByOneOperation() {
        RunFixture run;
        run.supervisor().set_breaks(breaks({"line == 4"}));
        Going going(run, std::string(pair_of_workers) +
                             "parent: pipe.write(p.write_end, data: \"a\")\n"
                             "child: pipe.read(p.read_end, size: 9)   # = \"a\"\n"
                             "parent: pipe.pending(p.read_end)\n");
        QVERIFY(!held(run, "parent").empty());
        run.supervisor().step(run.worker("parent")->id);
        QCOMPARE(held(run, "child"), std::string("pipe.read(p.read_end, size: 9)"));
        QCOMPARE(done(run, "pipe.write"), std::size_t{1});
        QCOMPARE(done(run, "pipe.read"), std::size_t{0});
        QVERIFY(run.worker("parent")->paused);
        QCOMPARE(run.worker("child")->held_by, 0u);
        run.supervisor().step(run.worker("child")->id);
        QCOMPARE(held(run, "parent"), std::string("pipe.pending(p.read_end)"));
        run.supervisor().go_on();
        QCOMPARE(going.problems(), std::string());
        QVERIFY(!run.worker("parent")->paused && !run.state()->paused);
    }

    void loopsAreHeldInEveryRound() {
        RunFixture run;
        run.supervisor().set_breaks(breaks({"op == pipe.write"}));
        Going going(run, std::string(pair_of_workers) + R"(child: repeat 5   # = 2 rounds=5
    pipe.write(p.write_end, data: "ab")
    pipe.read(p.read_end, size: 9)
end
)");
        const std::string first = "pipe.write(p.write_end, data: \"ab\")";
        QCOMPARE(held(run, "child"), first);
        run.supervisor().step(run.worker("child")->id);
        QVERIFY(wait_for([&] { return done(run, "pipe.write") == 1; }));
        QCOMPARE(held(run, "child"), std::string("pipe.read(p.read_end, size: 9)"));
        run.supervisor().go_on();
        QVERIFY(wait_for([&] { return run.state()->break_hits.at(1) == 2; }));  // the second round
        QCOMPARE(held(run, "child"), first);
        QCOMPARE(done(run, "pipe.read"), std::size_t{1});
        run.supervisor().set_breaks({});
        QVERIFY(run.state()->break_hits.empty());
        run.supervisor().go_on();
        QCOMPARE(going.problems(), std::string());
        QCOMPARE(done(run, "pipe.write"), std::size_t{5});
        QCOMPARE(done(run, "pipe.read"), std::size_t{5});
        QCOMPARE(run.flows("p").size(), std::size_t{5});
    }

    void aFailureEndsALoopThatIsHeld() {
        RunFixture run;
        run.supervisor().set_breaks(breaks({"op == pipe.read"}));
        Going going(run, R"(workers: a
a: p = pipe.create(flags: O_NONBLOCK)
a: pipe.write(p.write_end, data: "xy")
a: repeat 9   # EAGAIN rounds=2
    pipe.read(p.read_end, size: 1)
end
)");
        for (std::uint64_t round = 1; round <= 3; ++round) {
            QVERIFY(wait_for([&] {
                const auto hits = run.state()->break_hits;
                return hits.count(1) > 0 && hits.at(1) == round;
            }));
            QVERIFY(!held(run, "a").empty());
            run.supervisor().go_on();
        }
        const auto ended = wait_for([&] { return going.ended(); });
        QVERIFY(ended);
        const auto reads = run.events({.operation = "pipe.read", .phase = Phase::leave});
        QCOMPARE(reads.size(), std::size_t{3});
        QCOMPARE(int(reads.back().event.err), EAGAIN);
    }

    // It runs in the worker without asking: paused, it comes back after its round, and goes on from there.
    void aRunningLoopIsTakenBack() {
        RunFixture run;
        RUN_OK(run, "workers: a\na: p = pipe.create()\n");
        constexpr std::uint64_t rounds = 100'000;
        Going going(run, R"(a: repeat 100000   # = 1 rounds=100000
    pipe.write(p.write_end, data: "x")
    pipe.read(p.read_end, size: 9)
end
)");
        QVERIFY(wait_for([&] { return run.worker("a")->status == WorkerStatus::running; }));
        run.supervisor().pause(run.worker("a")->id);
        const bool ended =
            !wait_for([&] { return run.worker("a")->status == WorkerStatus::held || going.ended(); }) ||
            going.ended();
        if (!ended) {
            const auto before = run.supervisor().events().size();
            run.supervisor().step(run.worker("a")->id);
            QVERIFY(wait_for([&] { return run.supervisor().events().size() > before; }));
            QVERIFY(!held(run, "a").empty());
            run.supervisor().go_on();
        }
        QCOMPARE(going.problems(), std::string());
        std::uint64_t counted = 0, lost = 0;
        const auto& events = run.supervisor().events();
        for (std::uint64_t seq = 0; seq < events.size(); ++seq) {
            if (events[seq].phase == Phase::leave && events[seq].captured == 1) ++counted;
            if (events[seq].phase == Phase::lost) lost += static_cast<std::uint64_t>(events[seq].ret);
        }
        QVERIFY2(lost > 0 || counted == 2 * rounds, std::to_string(counted).c_str());
    }

    void aLoopThatIsTakenBackCanBeInterrupted() {
        RunFixture run;
        RUN_OK(run, "workers: a\na: p = pipe.create()\n");
        Going going(run, R"(a: repeat 1000000000
    pipe.write(p.write_end, data: "x")
    pipe.read(p.read_end, size: 9)
end
)");
        QVERIFY(wait_for([&] { return run.worker("a")->status == WorkerStatus::running; }));
        run.supervisor().pause();
        QVERIFY(!held(run, "a").empty());
        run.supervisor().go_on();
        QVERIFY(wait_for([&] {
            run.supervisor().interrupt(run.worker("a")->id);
            return going.ended();
        }));
    }

    void everybodyIsHeldByOne() {
        RunFixture run;
        RUN_OK(run, pair_of_workers);
        run.supervisor().set_breaks(breaks({"op == pipe.write"}, true));
        Going going(run, "parent: pipe.write(p.write_end, data: \"a\")\n");
        QVERIFY(!held(run, "parent").empty());
        Going other(run, "child: pipe.pending(p.read_end)\n");
        QCOMPARE(held(run, "child"), std::string("pipe.pending(p.read_end)"));
        run.supervisor().go_on(run.worker("child")->id);  // this one alone
        QCOMPARE(other.problems(), std::string());
        HAS_STATUS(run, "parent", WorkerStatus::held);
        run.supervisor().go_on();
        QCOMPARE(going.problems(), std::string());
    }

    void childrenOfWhoIsPausedArePaused() {
        RunFixture run;
        RUN_OK(run, "workers: a\n");
        run.supervisor().pause();
        Going going(run, "a: b = process.fork()\nb: process.get_pid()\n");
        QCOMPARE(held(run, "a"), std::string("process.fork()"));
        run.supervisor().step(run.worker("a")->id);
        QCOMPARE(held(run, "b"), std::string("process.get_pid()"));
        run.supervisor().go_on();
        QCOMPARE(going.problems(), std::string());
    }

    void killedWhileHeld() {
        RunFixture run;
        RUN_OK(run, pair_of_workers);
        run.supervisor().set_breaks(breaks({"op == pipe.write"}));
        Going going(run, "child: pipe.write(p.write_end, data: \"a\")   # killed SIGKILL\n");
        QVERIFY(!held(run, "child").empty());
        run.supervisor().kill(run.worker("child")->id, SIGKILL);
        QCOMPARE(going.problems(), std::string());
        QVERIFY(!run.supervisor().holding());
    }

    void withdrawnWhileHeld() {
        RunFixture run;
        RUN_OK(run, pair_of_workers);
        run.supervisor().set_breaks(breaks({"op == pipe.write"}));
        {
            Going going(run, "child: pipe.write(p.write_end, data: \"a\")\n");
            QVERIFY(!held(run, "child").empty());
            QVERIFY(going.end().cancelled);
        }
        HAS_STATUS(run, "child", WorkerStatus::idle);
        QVERIFY(!run.supervisor().holding());
        run.supervisor().set_breaks({});
        RUN_OK(run,
               "child: pipe.write(p.write_end, data: \"b\")\nparent: pipe.read(p.read_end, size: 9)   # = "
               "\"b\"\n");
    }

    void aRunEndsWhileSomebodyIsHeld() {
        RunFixture run;
        RUN_OK(run, pair_of_workers);
        run.supervisor().set_breaks(breaks({"op == pipe.write"}));
        Going going(run, "child: pipe.write(p.write_end, data: \"a\")\n");
        QVERIFY(!held(run, "child").empty());
        const auto state = run.state();
        for (const auto& worker : state->workers)
            run.supervisor().kill(worker.id, SIGKILL);
        QVERIFY(wait_for([&] { return going.ended(); }));
    }

    // Stopped by a signal and continued, it is held as before.
    void heldAndStopped() {
        RunFixture run;
        RUN_OK(run, pair_of_workers);
        run.supervisor().set_breaks(breaks({"op == pipe.write"}));
        Going going(run, "child: pipe.write(p.write_end, data: \"a\")\n");
        QVERIFY(!held(run, "child").empty());
        run.supervisor().kill(run.worker("child")->id, SIGSTOP);
        HAS_STATUS(run, "child", WorkerStatus::stopped);
        run.supervisor().kill(run.worker("child")->id, SIGCONT);
        QVERIFY(!held(run, "child").empty());
        run.supervisor().go_on();
        QCOMPARE(going.problems(), std::string());
    }
};

QTEST_GUILESS_MAIN(TestBreaks)
#include "test_breaks.moc"

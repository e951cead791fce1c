#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <csignal>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestPipe : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void sessions();
    void flowsJoinByteRanges();
    void packetsJoinOneToOne();
    void levelAndStateAgree();
    void blockedReadSaysWhatItWaitsFor();
    void killedInTheMiddleOfARead();
    void endsAreInherited();
    void brokenPipeIsAnErrnoForWhoIgnoresTheSignal();
    void interruptedWrite();
    void wrongEndsAndClosedOnes();
    void capacityLimits();
    void descriptorsRunOut();
    void largePayloads();
    void tooLargeIsRefusedWithTheLimit();
    void shellCommands();
    void shellOfAForkedWorker();
    void runawayShellIsEnded();
    void shellThatHasJustBegunIsEnded();
    void processesWithoutEnvironmentAreEnded();
    void binaryDataSurvives();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestPipe::sessions() {
    const auto problems = check_sessions("pipe");
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestPipe::flowsJoinByteRanges() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: pipe.write(p.write_end, data: "0123456789")   # = 10
a: pipe.read(p.read_end, size: 4)                # = 4 "0123"
a: pipe.write(p.write_end, data: "abc")          # = 3
a: pipe.read(p.read_end, size: 64)               # = 9 "456789abc"
a: pipe.close(p.write_end)
a: pipe.read(p.read_end, size: 64)               # = 0
)");
    const auto flows = run.flows("p");
    QCOMPARE(flows.size(), std::size_t{3});
    QCOMPARE(flows[0].from.line, 3);
    QCOMPARE(flows[0].to.line, 4);
    QCOMPARE(flows[0].flow.bytes, 4u);
    QCOMPARE(flows[1].from.line, 3);
    QCOMPARE(flows[1].to.line, 6);
    QCOMPARE(flows[1].flow.offset, 4u);
    QCOMPARE(flows[1].flow.bytes, 6u);
    QCOMPARE(flows[2].from.line, 5);
    QCOMPARE(flows[2].to.line, 6);
    QCOMPARE(flows[2].flow.bytes, 3u);
    QVERIFY(!flows[2].flow.guess);
}

void TestPipe::packetsJoinOneToOne() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create(flags: O_DIRECT|O_NONBLOCK)
a: pipe.write(p.write_end, data: "first")        # = 5
a: pipe.write(p.write_end, data: "")             # = 0
a: pipe.write(p.write_end, data: "second")       # = 6
a: pipe.read(p.read_end, size: 2)                # = 2 "fi"
a: pipe.read(p.read_end, size: 64)               # = 6 "second"
a: pipe.read(p.read_end, size: 64)               # EAGAIN
)");
    const auto flows = run.flows("p");
    QCOMPARE(flows.size(), std::size_t{2});
    QCOMPARE(flows[0].from.line, 3);
    QCOMPARE(flows[0].to.line, 6);
    QCOMPARE(flows[1].from.line, 5);
    QCOMPARE(flows[1].to.line, 7);
}

void TestPipe::levelAndStateAgree() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: pipe.write(p.write_end, data: "x", size: 1000)   # = 1000
a: pipe.read(p.read_end, size: 300)                 # = 300
a: pipe.pending(p.write_end)                        # = 0 bytes=700
)");
    QCOMPARE(run.level("p"), std::int64_t{700});
    const auto state = run.observe("p");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "bytes").integer(), std::int64_t{700});
    QCOMPARE(field(*state, "capacity").integer(), std::int64_t{65536});
    // Looking has taken nothing out.
    RUN_OK(run, "a: pipe.read(p.read_end, size: 4096)   # = 700\n");
    QCOMPARE(run.level("p"), std::int64_t{0});
}

void TestPipe::blockedReadSaysWhatItWaitsFor() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: pipe.read(p.read_end, size: 1) async   # blocked
)");
    WAITS_FOR(run, "a", "a writer of p");
    HAS_STATUS(run, "a", WorkerStatus::blocked);
    const auto state = run.observe("p");  // also while the only process that has it is asleep
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "bytes").integer(), std::int64_t{0});
    run.supervisor().interrupt(run.worker("a")->id);
    QVERIFY(run.wait_for_event({.operation = "pipe.read", .phase = Phase::leave}));
    const auto leave = run.event({.operation = "pipe.read", .phase = Phase::leave});
    QCOMPARE(int(leave.event.err), EINTR);
    QVERIFY((leave.event.flags & event_flag::was_blocked) != 0);
}

void TestPipe::killedInTheMiddleOfARead() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: pipe.read(p.read_end, size: 1) async   # blocked
a: kill
a: await                                  # killed SIGKILL
)");
    QVERIFY(run.wait_for_event({.operation = "pipe.read", .phase = Phase::leave}));
    const auto leave = run.event({.operation = "pipe.read", .phase = Phase::leave});
    QVERIFY((leave.event.flags & event_flag::ended) != 0);
}

void TestPipe::endsAreInherited() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: b = process.fork()
b: c = process.fork()
c: pipe.write(p.write_end, data: "from the grandchild")   # = 19
a: pipe.read(p.read_end, size: 64)                        # = "from the grandchild"
a: pipe.close(p.write_end)
b: pipe.close(p.write_end)
a: pipe.read(p.read_end, size: 64) async                  # blocked
c: pipe.close(p.write_end)                                # = 0
a: await                                                  # = 0
)");
    const auto state = run.state();
    std::size_t pipes = 0;
    for (const auto& [id, object] : state->objects)
        pipes += std::string_view(object.mechanism->id) == "pipe" ? 1u : 0u;
    QCOMPARE(pipes, std::size_t{1});  // one pipe, whoever has it
}

void TestPipe::brokenPipeIsAnErrnoForWhoIgnoresTheSignal() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: signal.action(SIGPIPE, disposition: SIG_IGN)
a: p = pipe.create()
a: pipe.close(p.read_end)
a: pipe.write(p.write_end, data: "x")   # EPIPE
)");
}

void TestPipe::interruptedWrite() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: pipe.write(p.write_end, data: "x", size: 65536)         # = 65536
a: pipe.write(p.write_end, data: "y") async                # blocked
a: interrupt
a: await                                                   # EINTR
a: pipe.read(p.read_end, size: 4096)                       # = 4096
a: pipe.write(p.write_end, data: "y", size: 10000) async   # blocked
a: interrupt
a: await                                                   # = 4096
)");
}

void TestPipe::wrongEndsAndClosedOnes() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: pipe.close(p.read_end)            # = 0
a: pipe.close(p.read_end)            # EBADF
a: pipe.read(p.read_end, size: 1)    # EBADF
a: pipe.pending(p.read_end)          # EBADF
a: pipe.get_size(p.read_end)         # EBADF
a: pipe.set_size(p.read_end, size: 4096)   # EBADF
a: pipe.set_flags(p.read_end)        # EBADF
a: pipe.close(p.write_end)
a: pipe.write(p.write_end, data: "x")   # EBADF
a: s = pipe.popen("cat", type: w)
a: pipe.read(s.stream, size: 1)      # EBADF  # open to write only
a: pipe.pclose(s.stream)             # status=0
)");
}

void TestPipe::capacityLimits() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create(flags: O_NONBLOCK|O_CLOEXEC)
a: pipe.read(p.read_end)                                # EAGAIN
a: pipe.set_size(p.read_end, size: 5000)                # = 8192
a: pipe.get_size(p.write_end)                           # = 8192
a: pipe.write(p.write_end, data: "x", size: 8192)       # = 8192
a: pipe.write(p.write_end, data: "x")                   # EAGAIN
a: pipe.set_size(p.read_end, size: 1)                   # EBUSY
a: pipe.set_size(p.read_end, size: 4294967295)          # EINVAL
a: pipe.set_size(p.read_end, size: 1073741824)          # EPERM
a: pipe.set_flags(p.write_end, flags: 0)                # = 0
a: pipe.write(p.write_end, data: "x") async             # blocked
a: interrupt
a: await                                                # EINTR
)");
}

void TestPipe::descriptorsRunOut() {
    RunFixture run;
    {
        FileLimit limit(64);
        RUN_OK(run, "workers: a\n");
    }
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "a: pipe.create()\n";
    RUN_OK(run, text + "a: pipe.create()   # EMFILE\na: pipe.popen(\"true\")   # EMFILE\n");
}

void TestPipe::largePayloads() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: b = process.fork()
a: pipe.set_size(p.write_end, size: 1048576)                         # = 1048576
a: pipe.write(p.write_end, data: "0123456789abcdef", size: 16777216) async   # blocked
b: repeat 15
    pipe.read(p.read_end, size: 1048576)
end
a: pipe.pending(p.read_end)
b: pipe.read(p.read_end, size: 1048576)                              # = 1048576
)");
    const auto leave = run.event({.operation = "pipe.write", .phase = Phase::leave});
    QCOMPARE(leave.event.ret, std::int64_t{16777216});
    QCOMPARE(leave.event.original, 16777216u);
    QCOMPARE(leave.event.captured, 65536u);
    QCOMPARE(leave.payload.substr(65520), std::string("0123456789abcdef"));
}

void TestPipe::tooLargeIsRefusedWithTheLimit() {
    RunFixture run;
    const auto report =
        run.run("workers: a\na: p = pipe.create()\na: pipe.read(p.read_end, size: 1073741824)\n");
    QVERIFY2(report.problem.find("16777216") != std::string::npos, report.problem.c_str());
    QVERIFY2(report.problem.find("size") != std::string::npos, report.problem.c_str());
    QCOMPARE(report.problem_line, 3);
}

void TestPipe::shellCommands() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = pipe.popen("printf '%s' \"$0\"; kill -TERM $$", type: re)
a: pipe.read(s.stream, size: 64)     # = "sh"
a: pipe.pclose(s.stream)             # = 15 signal=15
a: t = pipe.popen("sleep 60", type: we)
a: pipe.pclose(t.stream) async       # blocked
)");
    const auto opened = run.events({.operation = "pipe.popen", .phase = Phase::leave});
    QCOMPARE(opened.size(), std::size_t{2});
    const auto shell = static_cast<pid_t>(opened[1].result("pid").integer());
    QVERIFY(shell > 1);
    QCOMPARE(::kill(shell, SIGTERM), 0);  // the one that this test has just started
    QVERIFY(run.wait_for_event({.operation = "pipe.pclose", .phase = Phase::leave}, 2));
    const auto closed = run.events({.operation = "pipe.pclose", .phase = Phase::leave});
    QCOMPARE(closed.back().result("signal").integer(), std::int64_t{SIGTERM});
    const auto report = run.run("a: pipe.pclose(t.stream)\n");
    QVERIFY(!report.problem.empty() || !report.differences.empty());  // refused, not crashed
    RUN_OK(run, "a: pipe.create()\n");
}

void TestPipe::shellOfAForkedWorker() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = pipe.popen("exit 0", type: r)
a: b = process.fork()
b: pipe.pclose(s.stream)             # ECHILD
a: pipe.pclose(s.stream)             # status=0
)");
}

void TestPipe::runawayShellIsEnded() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = pipe.popen("sleep 60 & sleep 60", type: w)
a: t = pipe.popen("exec sleep 60", type: w)
)");
    pid_t shells[2]{};
    for (int i = 0; const auto& event : run.events({.operation = "pipe.popen", .phase = Phase::leave}))
        shells[i++] = static_cast<pid_t>(event.result("pid").integer());
    const auto left = run.finish();
    QVERIFY2(left.empty(), left.c_str());
    for (const pid_t shell : shells) {
        QVERIFY(shell > 1);
        QVERIFY(wait_for([&] { return ::kill(shell, 0) != 0 && errno == ESRCH; }));
    }
}

// A process shows no environment while its program is being loaded: that is not the same as being gone.
void TestPipe::shellThatHasJustBegunIsEnded() {
    for (int round = 0; round < 10; ++round) {
        RunFixture run;
        std::string text = "workers: a\n";
        for (int i = 0; i < 4; ++i)
            text += "a: pipe.popen(\"sleep 60 & sleep 60 & sleep 60\", type: w)\n";
        RUN_OK(run, text);
        const pid_t group = run.worker("a")->pid;
        const auto left = run.finish();
        QVERIFY2(left.empty(), left.c_str());
        QVERIFY(::kill(-group, 0) != 0 && errno == ESRCH);  // also no zombie
    }
}

void TestPipe::processesWithoutEnvironmentAreEnded() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: s = pipe.popen("env -i sh -c 'echo here; exec sleep 60' & exec sleep 60", type: r)
a: pipe.read(s.stream, size: 64)     # = 5
a: t = pipe.popen("(env -i sh -c 'echo here; exec sleep 60' &) ; true", type: r)
a: pipe.read(t.stream, size: 64)     # = 5
)");
    const pid_t group = run.worker("a")->pid;
    QVERIFY(group > 1);
    const auto left = run.finish();
    QVERIFY2(left.empty(), left.c_str());
    QVERIFY(::kill(-group, 0) != 0 && errno == ESRCH);
}

void TestPipe::binaryDataSurvives() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: p = pipe.create()
a: pipe.write(p.write_end, data: "\x00\xff\xfe\n\"z\x80")   # = 7
a: pipe.read(p.read_end)                                    # = 7 "\x00\xff\xfe\n\"z\x80"
)");
    const auto leave = run.event({.operation = "pipe.write", .phase = Phase::leave});
    QCOMPARE(leave.payload, std::string("\0\xff\xfe\n\"z\x80", 7));
}

void TestPipe::cleanupTestCase() {
    const auto gaps = errno_gaps("pipe");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

QTEST_GUILESS_MAIN(TestPipe)
#include "test_pipe.moc"

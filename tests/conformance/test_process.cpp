// Workers as processes: fork, exit, kill, stop, wait, and what the kernel tells of them.
#include "helpers/run_fixture.h"

#include <signal.h>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestProcess : public QObject {
    Q_OBJECT
private slots:
    void sessionsGoAsWritten() {
        const auto problems = check_sessions("process");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void childIsAWorkerOfItsOwn() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent
parent: child = process.fork()
child: process.get_pid()
child: process.get_ppid()
parent: process.get_pid()
)");
        const auto parent = run.worker("parent"), child = run.worker("child");
        QVERIFY(parent && child);
        QVERIFY(child->pid != parent->pid);
        QCOMPARE(child->parent, parent->id);
        const auto forked = run.event({.operation = "process.fork", .phase = Phase::leave});
        QCOMPARE(forked.event.ret, std::int64_t{child->pid});
        const auto own =
            run.event({.operation = "process.get_pid", .phase = Phase::leave, .worker = "child"});
        QCOMPARE(own.event.ret, std::int64_t{child->pid});
        const auto up = run.event({.operation = "process.get_ppid", .phase = Phase::leave});
        QCOMPARE(up.event.ret, std::int64_t{parent->pid});
    }

    void fiveDeep() {
        RunFixture run;
        RUN_OK(run, R"(workers: w0
w0: w1 = process.fork()
w1: w2 = process.fork()
w2: w3 = process.fork()
w3: w4 = process.fork()
w4: w5 = process.fork()
w5: process.exit(status: 5)         # exited 5
w4: process.wait(w5)                # = status=5
w4: process.exit(status: 4)         # exited 4
w3: process.wait(w4)                # = status=4
w3: process.wait(w5)                # ECHILD
)");
        QCOMPARE(run.worker("w5")->parent, run.worker("w4")->id);
    }

    void endsAreTold() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent, killer
parent: first = process.fork()
parent: second = process.fork()
first: process.exit(status: 255)    # exited 255
killer: process.kill(second, signal: SIGTERM)  # = 0
parent: process.wait(second)        # = signal=SIGTERM core=false
parent: process.wait_any()          # = status=255
parent: process.wait_any()          # ECHILD
killer: process.kill(parent)        # = 0
)");
        for (const char* name : {"first", "second", "parent"})
            QVERIFY2(run.wait_for_event({.operation = "process.ended", .worker = name}), name);
        const auto first = run.event({.operation = "process.ended", .worker = "first"});
        QCOMPARE(first.event.ret, std::int64_t{255});
        QCOMPARE(first.result("status").integer(-1), std::int64_t{255});
        QVERIFY(first.result("signal").empty());
        const auto second = run.event({.operation = "process.ended", .worker = "second"});
        QCOMPARE(second.event.ret, std::int64_t{SIGTERM});
        QCOMPARE(second.result("signal").integer(-1), std::int64_t{SIGTERM});
        QVERIFY(second.result("status").empty());
        const auto parent = run.event({.operation = "process.ended", .worker = "parent"});
        QCOMPARE(parent.result("signal").integer(-1), std::int64_t{SIGKILL});
        QCOMPARE(run.worker("first")->status, WorkerStatus::exited);
        QCOMPARE(run.worker("first")->exit_code, 255);
        QCOMPARE(run.worker("parent")->status, WorkerStatus::killed);
        QCOMPARE(run.worker("parent")->exit_code, SIGKILL);
    }

    void exitHasNoWayBack() {
        RunFixture run;
        RUN_OK(run, "workers: one\none: process.exit(status: 2)   # exited 2\n");
        QVERIFY(run.wait_for_event({.operation = "process.ended", .worker = "one"}));
        QCOMPARE(run.events({.operation = "process.exit", .phase = Phase::enter}).size(), std::size_t{1});
        for (const auto& event : run.events({.operation = "process.exit", .phase = Phase::leave}))
            QVERIFY((event.event.flags & event_flag::ended) != 0);  // only one made for it
    }

    void stopAndContinueAreTold() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent
parent: child = process.fork()
parent: process.kill(child, signal: SIGSTOP)
parent: process.wait(child, flags: WUNTRACED)             # = signal=SIGSTOP stopped=true
)");
        QVERIFY(run.wait_for_event({.operation = "process.stopped", .worker = "child"}));
        HAS_STATUS(run, "child", WorkerStatus::stopped);
        RUN_OK(run, "parent: process.kill(child, signal: SIGCONT)\n");
        QVERIFY(run.wait_for_event({.operation = "process.continued", .worker = "child"}));
        RUN_OK(run, "child: process.get_ppid()\n");
    }

    void waitBlocksAndIsInterrupted() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent
parent: child = process.fork()
parent: process.wait(child) async      # blocked
)");
        HAS_STATUS(run, "parent", WorkerStatus::blocked);
        WAITS_FOR(run, "parent", "child to end");
        run.supervisor().interrupt(run.worker("parent")->id);
        const Which came_back{.operation = "process.wait", .phase = Phase::leave};
        QVERIFY(run.wait_for_event(came_back));
        QCOMPARE(int(run.event(came_back).event.err), EINTR);
        RUN_OK(run, R"(parent: process.wait_any() async       # blocked
parent: interrupt
parent: await                          # EINTR
)");
    }

    void onlyTheParentCanWait() {
        RunFixture run;
        RUN_OK(run, R"(workers: parent, stranger
parent: child = process.fork()
stranger: process.wait(child)                      # ECHILD
child: process.exit()                              # exited 0
parent: process.kill(child)                        # = 0
parent: process.wait(child)                        # = status=0
parent: process.kill(child)                        # ESRCH
)");
    }

    void errnosAreDocumented() {
        const auto gaps = errno_gaps("process");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "test_process.moc"

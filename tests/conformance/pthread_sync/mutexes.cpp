// Mutexes: who owns one, of which kind, and what becomes of it when the owner dies.
#include "conformance/pthread_sync/subjects.h"
#include "helpers/run_fixture.h"

#include <fmt/format.h>
#include <pthread.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::pthread_sync_tests;

class TestMutexes : public QObject {
    Q_OBJECT
private slots:
    void aMutexAndItsOwner() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m, type: PTHREAD_MUTEX_RECURSIVE)\n"));
        auto state = fixture.observe("x");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{0});
        QCOMPARE(field(now_of(*state), "owner").integer(), std::int64_t{0});
        QCOMPARE(field(*state, "type").integer(), std::int64_t{PTHREAD_MUTEX_RECURSIVE});
        QCOMPARE(field(*state, "shared").integer(), std::int64_t{1});
        RUN_OK(fixture, R"(b: pthread_sync.mutex_lock(x)
b: pthread_sync.mutex_lock(x)
c: pthread_sync.mutex_lock(x) async                          # blocked
)");
        WAITS_FOR(fixture, "c", "x to be unlocked");
        QCOMPARE(fixture.level("x"), std::int64_t{1});
        state = fixture.observe("x");
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{1});
        QCOMPARE(field(now_of(*state), "owner").integer(), pid_of(fixture, "b"));
        QCOMPARE(field(now_of(*state), "depth").integer(), std::int64_t{2});
        QCOMPARE(field(*state, "waiters").integer(), std::int64_t{1});
        RUN_OK(fixture,
               "b: pthread_sync.mutex_unlock(x)\nb: pthread_sync.mutex_unlock(x)\nc: await   # = 0\n");
        const auto flows = fixture.flows("x");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].from.operation, std::string("pthread_sync.mutex_unlock"));
        QCOMPARE(flows[0].to.worker, std::string("c"));
        QCOMPARE(fixture.level("x"), std::int64_t{1});
        RUN_OK(fixture, "c: pthread_sync.mutex_unlock(x)\n");
        QCOMPARE(fixture.level("x"), std::int64_t{0});
    }

    void kindsOfMutexAreSeen_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("value");
        QTest::newRow("robust") << "robust: true"
                                << "robust" << 1;
        QTest::newRow("not robust") << ""
                                    << "robust" << 0;
        QTest::newRow("inherits") << "protocol: PTHREAD_PRIO_INHERIT"
                                  << "protocol" << int{PTHREAD_PRIO_INHERIT};
        QTest::newRow("ceiling") << "protocol: PTHREAD_PRIO_PROTECT, ceiling: 5"
                                 << "protocol" << int{PTHREAD_PRIO_PROTECT};
        QTest::newRow("checks") << "type: PTHREAD_MUTEX_ERRORCHECK"
                                << "type" << int{PTHREAD_MUTEX_ERRORCHECK};
        QTest::newRow("private") << "pshared: false"
                                 << "shared" << 0;
    }
    void kindsOfMutexAreSeen() {
        QFETCH(QString, arguments);
        QFETCH(QString, name);
        QFETCH(int, value);
        RunFixture fixture;
        const auto more = arguments.isEmpty() ? std::string() : ", " + arguments.toStdString();
        RUN_OK(fixture,
               fmt::format("workers: a\na: m = pthread_sync.map()\na: x = pthread_sync.mutex_init(m{})\n",
                           more));
        const auto state = fixture.observe("x");
        QVERIFY(state);
        QCOMPARE(field(*state, name.toStdString()).integer(), std::int64_t{value});
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{0});
        QCOMPARE(field(*state, "waiters").integer(), std::int64_t{0});
    }

    // Also where the owner stands in the word that the kernel looks at.
    void ownerByKind_data() {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("normal") << "type: PTHREAD_MUTEX_NORMAL";
        QTest::newRow("robust") << "robust: true";
        QTest::newRow("inherits") << "protocol: PTHREAD_PRIO_INHERIT";
        QTest::newRow("robust, inherits") << "robust: true, protocol: PTHREAD_PRIO_INHERIT";
    }
    void ownerByKind() {
        QFETCH(QString, arguments);
        RunFixture fixture;
        RUN_OK(fixture,
               beginning(fmt::format("a: x = pthread_sync.mutex_init(m, {})\n", arguments.toStdString())) +
                   "b: pthread_sync.mutex_lock(x)\nc: pthread_sync.mutex_lock(x) async   # blocked\n");
        const auto state = fixture.observe("x");
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "owner").integer(), pid_of(fixture, "b"));
        QCOMPARE(field(*state, "waiters").integer(), std::int64_t{1});
        RUN_OK(fixture, "b: pthread_sync.mutex_unlock(x)\nc: await   # = 0\n");
        const auto after = fixture.observe("x");
        QCOMPARE(field(now_of(*after), "owner").integer(), pid_of(fixture, "c"));
    }

    // Everybody who has them mapped is blocked: the state is read in one of them, from outside.
    void aDeadlockIsSeen() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = pthread_sync.map()
a: x = pthread_sync.mutex_init(m, offset: 0)
a: y = pthread_sync.mutex_init(m, offset: 64)
a: b = process.fork()
a: pthread_sync.mutex_lock(x)
b: pthread_sync.mutex_lock(y)
a: pthread_sync.mutex_lock(y) async                          # blocked
b: pthread_sync.mutex_lock(x) async                          # blocked
)");
        for (const auto& [mutex, owner] : {std::pair("x", "a"), std::pair("y", "b")}) {
            const auto state = fixture.observe(mutex);
            QVERIFY2(state, state ? "" : state.error().text().c_str());
            QCOMPARE(field(now_of(*state), "owner").integer(), pid_of(fixture, owner));
            QCOMPARE(field(*state, "waiters").integer(), std::int64_t{1});
        }
        WAITS_FOR(fixture, "a", "y to be unlocked");
        WAITS_FOR(fixture, "b", "x to be unlocked");
    }

    // glibc goes on waiting after a signal: interrupt says so at once, and the loop of signals stays out.
    void noSignalEndsTheWait() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = pthread_sync.map()
a: x = pthread_sync.mutex_init(m)
a: pthread_sync.mutex_lock(x)
a: pthread_sync.mutex_lock(x) async                          # blocked
)");
        QTRY_VERIFY(fixture.worker("a")->uninterruptible);
        const auto problems = fixture.check("a: interrupt\n");
        QVERIFY2(problems.find("no signal ends that wait") != std::string::npos, problems.c_str());
        QVERIFY2(problems.find("waits for x to be unlocked") != std::string::npos, problems.c_str());
        fixture.supervisor().interrupt(fixture.worker("a")->id);  // asked for all the same: no harm
        HAS_STATUS(fixture, "a", WorkerStatus::blocked);          // it woke for a moment
        RUN_OK(fixture, "a: kill   # killed SIGKILL\n");
        QVERIFY(!fixture.worker("a")->uninterruptible);
    }

    // A real signal comes, its handler runs, and the wait goes on.
    void aHandlerDoesNotEndTheWait() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m)\n") + R"(
b: signal.action(SIGUSR1, disposition: handler)
a: pthread_sync.mutex_lock(x)
b: pthread_sync.mutex_lock(x) async                          # blocked
a: signal.kill(b, signal: SIGUSR1)
)");
        QVERIFY(fixture.wait_for_event({.operation = "signal.delivered", .worker = "b"}));
        HAS_STATUS(fixture, "b", WorkerStatus::blocked);
        RUN_OK(fixture, "a: pthread_sync.mutex_unlock(x)\nb: await   # = 0\n");
    }

    // A loop can be stopped between its calls.
    void aLoopOfLocksEnds() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = pthread_sync.map()
a: x = pthread_sync.mutex_init(m)
a: repeat 1000000000 async
    pthread_sync.mutex_lock(x)
    pthread_sync.mutex_unlock(x)
end
a: interrupt
a: await
a: pthread_sync.mutex_destroy(x)                             # = 0
)");
    }

    void robustnessByStages() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m, robust: true)\n") +
                            "b: pthread_sync.mutex_lock(x)\nb: kill   # killed SIGKILL\n");
        const auto condition = [&] {
            const auto state = fixture.observe("x");
            return state ? field(*state, "condition").integer() : -1;
        };
        QTRY_COMPARE(condition(), std::int64_t{1});
        RUN_OK(fixture, "a: pthread_sync.mutex_lock(x)   # EOWNERDEAD\n");
        QCOMPARE(condition(), std::int64_t{2});
        QCOMPARE(fixture.level("x"), std::int64_t{1});
        RUN_OK(fixture, "a: pthread_sync.mutex_consistent(x)\n");
        QCOMPARE(condition(), std::int64_t{0});
        RUN_OK(fixture, R"(a: pthread_sync.mutex_unlock(x)
a: pthread_sync.mutex_consistent(x)                          # EINVAL
c: pthread_sync.mutex_lock(x)
c: process.exit()                                            # exited 0
a: pthread_sync.mutex_trylock(x)                             # EOWNERDEAD
a: pthread_sync.mutex_unlock(x)
)");
        QCOMPARE(condition(), std::int64_t{3});
        RUN_OK(fixture,
               "a: pthread_sync.mutex_lock(x)   # ENOTRECOVERABLE\na: pthread_sync.mutex_destroy(x)\n");
    }

    // A fork copies no ownership: the child is another thread to the mutex.
    void aMutexHeldAcrossFork() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = pthread_sync.map()
a: x = pthread_sync.mutex_init(m, type: PTHREAD_MUTEX_RECURSIVE, robust: true)
a: pthread_sync.mutex_lock(x)
a: b = process.fork()
b: pthread_sync.mutex_trylock(x)                             # EBUSY
b: pthread_sync.mutex_unlock(x)                              # EPERM
b: process.exit()                                            # exited 0
)");
        const auto state = fixture.observe("x");  // that a child ends which did not own it changes nothing
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "owner").integer(), pid_of(fixture, "a"));
        QCOMPARE(field(*state, "condition").integer(), std::int64_t{0});
        RUN_OK(fixture, "a: pthread_sync.mutex_unlock(x)\n");
    }

    // With a real-time priority below the ceiling the lock is given, and the owner raised.
    void aCeilingIsKept() {
        if (geteuid() != 0) QSKIP("a real-time priority needs root");
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = pthread_sync.map()
a: x = pthread_sync.mutex_init(m, protocol: PTHREAD_PRIO_PROTECT, ceiling: 5)
)");
        const auto pid = fixture.worker("a")->pid;
        sched_param wanted{};
        wanted.sched_priority = 2;
        if (sched_setscheduler(pid, SCHED_FIFO, &wanted) != 0) QSKIP("no real-time priorities here");
        RUN_OK(fixture, "a: pthread_sync.mutex_lock(x)\n");
        sched_param now{};
        sched_getparam(pid, &now);
        QCOMPARE(now.sched_priority, 5);
        const auto state = fixture.observe("x");
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{1});
        QCOMPARE(field(now_of(*state), "owner").integer(), std::int64_t{pid});
        RUN_OK(fixture, "a: pthread_sync.mutex_unlock(x)\n");
        sched_getparam(pid, &now);
        QCOMPARE(now.sched_priority, 2);
    }
};

std::unique_ptr<QObject> testing::pthread_sync_tests::mutexes() {
    return std::make_unique<TestMutexes>();
}

#include "mutexes.moc"

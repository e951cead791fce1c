#include "helpers/run_fixture.h"
#include "helpers/sandbox.h"

#include <fmt/format.h>
#include <pthread.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

// A worker `a` with memory `m`, and what the test makes in it, before others are forked.
std::string beginning(const std::string& made) {
    return "workers: a\na: m = pthread_sync.map()\n" + made +
           "a: b = process.fork()\na: c = process.fork()\n";
}

const Fields& now_of(const Fields& state) {
    static const Fields none;
    const auto* list = field(state, "now").as<List>();
    const auto* one = list && list->size() == 1 ? (*list)[0].as<Fields>() : nullptr;
    return one ? *one : none;
}

std::int64_t pid_of(const RunFixture& fixture, const char* worker) {
    return fixture.worker(worker)->pid;
}

}  // namespace

class TestPthreadSync : public QObject {
    Q_OBJECT

private slots:
    void sessions() {
        const auto problems = check_sessions("pthread_sync");
        QVERIFY2(problems.empty(), problems.c_str());
    }

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

    void levelsWhileAConditionIsWaitedFor() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m)\n"
                                  "a: y = pthread_sync.cond_init(m, offset: 64)\n") +
                            R"(b: pthread_sync.mutex_lock(x)
b: pthread_sync.cond_wait(y, mutex: x) async                 # blocked
c: pthread_sync.mutex_lock(x)
c: pthread_sync.cond_timedwait(y, mutex: x, timeout: 60s) async   # blocked
)");
        QTRY_COMPARE(fixture.level("y"), std::int64_t{2});
        QTRY_COMPARE(fixture.level("x"), std::int64_t{0});  // given away by both
        WAITS_FOR(fixture, "b", "a signal to y, then for x");
        auto state = fixture.observe("y");
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{2});
        QCOMPARE(field(*state, "shared").integer(), std::int64_t{1});
        QCOMPARE(field(*state, "clock").integer(), std::int64_t{CLOCK_REALTIME});
        RUN_OK(fixture, R"(a: pthread_sync.mutex_lock(x)
a: pthread_sync.cond_broadcast(y)
a: pthread_sync.mutex_unlock(x)
)");
        // One of them has the mutex now, the other one waits for it.
        const auto back = [&] {
            return fixture.events({.operation = "pthread_sync.cond_wait", .phase = Phase::leave}).size() +
                   fixture.events({.operation = "pthread_sync.cond_timedwait", .phase = Phase::leave}).size();
        };
        QVERIFY(wait_for([&] { return back() == 1; }));
        const bool b_first =
            fixture.events({.operation = "pthread_sync.cond_wait", .phase = Phase::leave}).size() == 1;
        const std::string first = b_first ? "b" : "c", second = b_first ? "c" : "b";
        QTRY_COMPARE(fixture.level("x"), std::int64_t{1});
        QTRY_COMPARE(fixture.level("y"), std::int64_t{1});
        RUN_OK(fixture,
               fmt::format("{0}: await   # = 0\n{0}: pthread_sync.mutex_unlock(x)\n{1}: await   # = 0\n",
                           first, second));
        QCOMPARE(fixture.level("y"), std::int64_t{0});
        QVERIFY(!fixture.flows("y").empty());
        RUN_OK(fixture, "a: pthread_sync.cond_destroy(y)\n");
    }

    void aSignalWakesOne() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m)\n"
                                  "a: y = pthread_sync.cond_init(m, offset: 64, clock: CLOCK_MONOTONIC)\n") +
                            R"(b: pthread_sync.mutex_lock(x)
b: pthread_sync.cond_timedwait(y, mutex: x, timeout: 60s) async   # blocked
a: pthread_sync.cond_signal(y)
b: await                                                     # = 0
)");
        const auto flows = fixture.flows("y");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].from.operation, std::string("pthread_sync.cond_signal"));
        const auto state = fixture.observe("y");
        QVERIFY(state);
        QCOMPARE(field(*state, "clock").integer(), std::int64_t{CLOCK_MONOTONIC});
        QCOMPARE(fixture.level("x"), std::int64_t{1});
    }

    // A waiter that was killed is counted by glibc for ever, and destroying waits for it.
    void destroyingWhatIsWaitedFor() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m)\n"
                                  "a: y = pthread_sync.cond_init(m, offset: 64)\n"
                                  "a: z = pthread_sync.barrier_init(m, offset: 128, count: 2)\n") +
                            R"(b: pthread_sync.mutex_lock(x)
b: pthread_sync.cond_wait(y, mutex: x) async                 # blocked
b: kill                                                      # killed SIGKILL
a: pthread_sync.cond_destroy(y) async                        # blocked
)");
        WAITS_FOR(fixture, "a", "those who wait at y to leave");
        QTRY_VERIFY(fixture.worker("a")->uninterruptible);
        const auto state = fixture.observe("y");
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{1});
    }

    void readersAndAWriter() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.rwlock_init(m)\n") + R"(
a: d = process.fork()
a: pthread_sync.rwlock_rdlock(x)
b: pthread_sync.rwlock_rdlock(x)
c: pthread_sync.rwlock_wrlock(x) async                       # blocked
)");
        WAITS_FOR(fixture, "c", "all others to leave x");
        QCOMPARE(fixture.level("x"), std::int64_t{2});
        auto state = fixture.observe("x");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{2});
        QCOMPARE(field(now_of(*state), "writer").integer(), std::int64_t{0});
        QCOMPARE(field(now_of(*state), "writers_waiting").integer(), std::int64_t{1});
        QCOMPARE(field(*state, "preference").integer(), std::int64_t{PTHREAD_RWLOCK_PREFER_READER_NP});
        RUN_OK(fixture, R"(a: pthread_sync.rwlock_unlock(x)
b: pthread_sync.rwlock_unlock(x)
c: await                                                     # = 0
a: pthread_sync.rwlock_rdlock(x) async                       # blocked
b: pthread_sync.rwlock_wrlock(x) async                       # blocked
)");
        WAITS_FOR(fixture, "a", "the writer of x to leave");
        QCOMPARE(fixture.level("x"), std::int64_t{1});
        state = fixture.observe("x");
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{1});
        QCOMPARE(field(now_of(*state), "writer").integer(), pid_of(fixture, "c"));
        QCOMPARE(field(now_of(*state), "readers_waiting").integer(), std::int64_t{1});
        QCOMPARE(field(*state, "shared").integer(), std::int64_t{1});
        const auto flows = fixture.flows("x");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].to.worker, std::string("c"));
        // The last unlock lets the writer in, the first one did not.
        QCOMPARE(flows[0].from.worker, std::string("b"));
    }

    void writersThatWaitAreCounted() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.rwlock_init(m, pshared: true, preference: "
                                  "PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP)\n") +
                            R"(a: pthread_sync.rwlock_wrlock(x)
b: pthread_sync.rwlock_wrlock(x) async                       # blocked
c: pthread_sync.rwlock_wrlock(x) async                       # blocked
)");
        const auto state = fixture.observe("x");
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "writers_waiting").integer(), std::int64_t{2});
        QCOMPARE(field(*state, "preference").integer(),
                 std::int64_t{PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP});
    }

    // A reader that ends without unlocking is inside for ever, and nobody knows who it was.
    void aDeadReaderStaysInside() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.rwlock_init(m)\n") +
                            R"(b: pthread_sync.rwlock_rdlock(x)
b: process.exit()                                            # exited 0
a: pthread_sync.rwlock_timedwrlock(x, timeout: 20ms)         # ETIMEDOUT
a: pthread_sync.rwlock_timedrdlock(x, timeout: 20ms)         # = 0
)");
        QCOMPARE(fixture.level("x"), std::int64_t{2});
    }

    void aBarrierWakesAll() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.barrier_init(m, count: 3)\n") + R"(
a: pthread_sync.barrier_wait(x) async                        # blocked
b: pthread_sync.barrier_wait(x) async                        # blocked
)");
        QTRY_COMPARE(fixture.level("x"), std::int64_t{2});
        WAITS_FOR(fixture, "a", "the others to arrive at x");
        auto state = fixture.observe("x");
        QVERIFY(state);
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{2});
        QCOMPARE(field(*state, "max").integer(), std::int64_t{3});
        QCOMPARE(field(*state, "shared").integer(), std::int64_t{1});
        RUN_OK(fixture, "c: pthread_sync.barrier_wait(x)   # = serial=true\na: await\nb: await\n");
        QCOMPARE(fixture.level("x"), std::int64_t{0});
        state = fixture.observe("x");
        QCOMPARE(field(now_of(*state), "value").integer(), std::int64_t{0});
        const auto flows = fixture.flows("x");
        QVERIFY(!flows.empty() && flows.size() <= 2);
        for (const auto& flow : flows)
            QCOMPARE(flow.from.worker, std::string("c"));
        // A second round, and one who died waiting still counts as arrived.
        RUN_OK(fixture, R"(b: pthread_sync.barrier_wait(x) async             # blocked
b: kill                                                      # killed SIGKILL
c: pthread_sync.barrier_wait(x) async                        # blocked
a: pthread_sync.barrier_wait(x)                              # = serial=true
c: await                                                     # = serial=false
)");
    }

    // Two processes that map the same file at different addresses find the same objects.
    void foundByAnotherProcess() {
        RunFixture fixture;
        RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m, offset: 1024)\n"
                                  "a: y = pthread_sync.cond_init(m, offset: 2048)\n"
                                  "a: z = pthread_sync.rwlock_init(m, offset: 3072)\n"
                                  "a: w = pthread_sync.barrier_init(m, offset: 512, count: 1)\n") +
                            R"(a: pthread_sync.mutex_lock(x)
b: x2 = pthread_sync.mutex_at(m, offset: 1024)
b: y2 = pthread_sync.cond_at(m, offset: 2048)
b: z2 = pthread_sync.rwlock_at(m, offset: 3072)
b: w2 = pthread_sync.barrier_at(m, offset: 512)
b: pthread_sync.mutex_trylock(x2)                            # EBUSY
b: pthread_sync.rwlock_wrlock(z2)
a: pthread_sync.rwlock_tryrdlock(z)                          # EBUSY
b: pthread_sync.barrier_wait(w2)                             # = serial=true
)");
        QVERIFY(!fixture.object("x2"));  // another handle of "x"
        QCOMPARE(fixture.level("x"), std::int64_t{1});
    }

    void whatCannotBeIsRefused_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* line, const char* words) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(words);
        };
        row("mutex behind the end", "a: pthread_sync.mutex_init(m, offset: 4064)", "does not fit");
        row("condition behind the end", "a: pthread_sync.cond_init(m, offset: 4056)", "does not fit");
        row("lock behind the end", "a: pthread_sync.rwlock_init(m, offset: 4048)", "does not fit");
        row("barrier behind the end", "a: pthread_sync.barrier_at(m, offset: 4072)", "does not fit");
        row("not aligned", "a: pthread_sync.mutex_at(m, offset: 1)", "must lie at a multiple of 8");
        row("unmapped", "a: pthread_sync.unmap(m)\na: pthread_sync.mutex_lock(x)", "is not mapped");
        row("mutex unmapped",
            "a: n = pthread_sync.map()\na: y = pthread_sync.cond_init(n)\n"
            "a: pthread_sync.unmap(m)\na: pthread_sync.cond_wait(y, mutex: x)",
            "mutex: the memory that it lies in");
        row("another's", "workers: b\nb: pthread_sync.mutex_lock(x)", "this process does not have that");
        row("another kind", "a: pthread_sync.rwlock_rdlock(x)", "is a pthread_sync.mutex");
    }
    void whatCannotBeIsRefused() {
        QFETCH(QString, line);
        QFETCH(QString, words);
        RunFixture fixture;
        const auto problems =
            fixture.check("workers: a\na: m = pthread_sync.map()\na: x = pthread_sync.mutex_init(m)\n" +
                          line.toStdString() + "\n");
        QVERIFY2(QString::fromStdString(problems).contains(words), problems.c_str());
        // What the parser refuses is not even begun: then there is no worker.
        if (fixture.worker("a")) QTRY_VERIFY(fixture.worker("a")->status == WorkerStatus::idle);
    }

    void documentedErrors() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: m = pthread_sync.map()
a: pthread_sync.map(size: 0)                                                                # EINVAL
a: pthread_sync.map(size: 4611686018427387904)                                              # ENOMEM
a: pthread_sync.mutex_init(m, protocol: PTHREAD_PRIO_PROTECT, ceiling: 0)                   # EINVAL
a: pthread_sync.mutex_init(m, protocol: PTHREAD_PRIO_PROTECT, ceiling: 100)                 # EINVAL
a: pthread_sync.mutex_init(m, protocol: PTHREAD_PRIO_PROTECT, robust: true)                 # EOPNOTSUPP
a: pthread_sync.cond_init(m, clock: CLOCK_BOOTTIME)                                         # EINVAL
a: pthread_sync.barrier_init(m, count: 0)                                                   # EINVAL
a: pthread_sync.barrier_init(m, count: 4294967295)                                          # EINVAL
a: high = pthread_sync.mutex_init(m, offset: 64, protocol: PTHREAD_PRIO_PROTECT, ceiling: 5)
a: pthread_sync.mutex_lock(high)                                                            # EINVAL
a: x = pthread_sync.mutex_init(m, offset: 128, type: PTHREAD_MUTEX_ERRORCHECK)
a: y = pthread_sync.cond_init(m, offset: 192)
a: pthread_sync.mutex_unlock(x)                                                             # EPERM
a: pthread_sync.mutex_consistent(x)                                                         # EINVAL
a: pthread_sync.cond_wait(y, mutex: x)                                                      # EPERM
a: pthread_sync.cond_timedwait(y, mutex: x)                                                 # EPERM
a: pthread_sync.cond_clockwait(y, mutex: x)                                                 # EPERM
a: pthread_sync.mutex_lock(x)
a: pthread_sync.mutex_lock(x)                                                               # EDEADLK
a: pthread_sync.mutex_timedlock(x)                                                          # EDEADLK
a: pthread_sync.mutex_clocklock(x)                                                          # EDEADLK
a: pthread_sync.mutex_clocklock(x, clock: CLOCK_BOOTTIME)                                   # EINVAL
a: pthread_sync.cond_timedwait(y, mutex: x, timeout: 1ms)                                   # ETIMEDOUT
a: pthread_sync.cond_clockwait(y, mutex: x, timeout: 1ms)                                   # ETIMEDOUT
a: pthread_sync.cond_clockwait(y, mutex: x, timeout: 1ms, clock: CLOCK_BOOTTIME)            # EINVAL
a: b = process.fork()
b: pthread_sync.mutex_trylock(x)                                                            # EBUSY
b: pthread_sync.mutex_timedlock(x, timeout: 1ms)                                            # ETIMEDOUT
b: pthread_sync.mutex_clocklock(x, timeout: 1ms)                                            # ETIMEDOUT
b: pthread_sync.mutex_destroy(x)                                                            # EBUSY
a: pthread_sync.mutex_unlock(x)
a: pthread_sync.mutex_destroy(x)
a: pthread_sync.mutex_lock(x)                                                               # EINVAL
a: pthread_sync.mutex_trylock(x)                                                            # EINVAL
a: pthread_sync.mutex_timedlock(x)                                                          # EINVAL
a: pthread_sync.mutex_unlock(x)                                                             # EINVAL
a: pthread_sync.cond_wait(y, mutex: x)                                                      # EINVAL
a: pthread_sync.cond_timedwait(y, mutex: x)                                                 # EINVAL
a: z = pthread_sync.rwlock_init(m, offset: 256)
a: pthread_sync.rwlock_wrlock(z)
a: pthread_sync.rwlock_wrlock(z)                                                            # EDEADLK
a: pthread_sync.rwlock_rdlock(z)                                                            # EDEADLK
a: pthread_sync.rwlock_timedwrlock(z)                                                       # EDEADLK
a: pthread_sync.rwlock_timedrdlock(z)                                                       # EDEADLK
a: c = process.fork()
c: pthread_sync.rwlock_tryrdlock(z)                                                         # EBUSY
c: pthread_sync.rwlock_trywrlock(z)                                                         # EBUSY
)");
    }

    // Every call that locks a robust mutex tells of its owner's death; without repair, that it is lost.
    void documentedErrorsOfRobustMutexes() {
        for (const char* how :
             {"mutex_lock(x)", "mutex_trylock(x)", "mutex_timedlock(x)", "mutex_clocklock(x)"}) {
            RunFixture fixture;
            RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m, robust: true)\n") +
                                fmt::format(R"(b: pthread_sync.mutex_lock(x)
b: process.exit()                                            # exited 0
a: pthread_sync.{0}                                          # EOWNERDEAD
a: pthread_sync.mutex_unlock(x)
c: pthread_sync.{0}                                          # ENOTRECOVERABLE
)",
                                            how));
        }
        for (const char* how : {"cond_wait", "cond_timedwait", "cond_clockwait"}) {
            RunFixture fixture;
            RUN_OK(fixture, beginning("a: x = pthread_sync.mutex_init(m, robust: true)\n"
                                      "a: y = pthread_sync.cond_init(m, offset: 64)\n") +
                                fmt::format(R"(a: d = process.fork()
b: pthread_sync.mutex_lock(x)
b: pthread_sync.{0}(y, mutex: x) async                       # blocked
c: pthread_sync.mutex_lock(x)
c: pthread_sync.{0}(y, mutex: x) async                       # blocked
d: pthread_sync.mutex_lock(x)
d: pthread_sync.cond_signal(y)
d: process.exit()                                            # exited 0
)",
                                            how));
            const auto back = [&](const char* worker) {
                return !fixture
                            .events({.operation = fmt::format("pthread_sync.{}", how),
                                     .phase = Phase::leave,
                                     .worker = worker})
                            .empty();
            };
            QVERIFY(wait_for([&] { return back("b") || back("c"); }));
            const std::string first = back("b") ? "b" : "c", second = back("b") ? "c" : "b";
            RUN_OK(fixture, fmt::format(R"({0}: await            # EOWNERDEAD
{0}: pthread_sync.mutex_unlock(x)
a: pthread_sync.cond_broadcast(y)
{1}: await                                                   # ENOTRECOVERABLE
)",
                                        first, second));
        }
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

    void everyErrnoIsReachedOrExplained() {
        const auto gaps = errno_gaps("pthread_sync");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPthreadSync)
#include "test_pthread_sync.moc"

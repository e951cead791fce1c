#include "conformance/pthread_sync/subjects.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"

#include <fmt/format.h>
#include <pthread.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::pthread_sync_tests;

class TestPthreadSync : public QObject {
    Q_OBJECT
private slots:
    void sessions() {
        const auto problems = check_sessions("pthread_sync");
        QVERIFY2(problems.empty(), problems.c_str());
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
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestPthreadSync>(), mutexes(), errors());
}
#include "test_pthread_sync.moc"

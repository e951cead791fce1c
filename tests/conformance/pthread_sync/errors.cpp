// What fails, and every documented errno.
#include "conformance/pthread_sync/subjects.h"
#include "helpers/run_fixture.h"

#include <fmt/format.h>
#include <pthread.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::pthread_sync_tests;

class TestPthreadSyncErrors : public QObject {
    Q_OBJECT
private slots:
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

    void everyErrnoIsReachedOrExplained() {
        const auto gaps = errno_gaps("pthread_sync");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

std::unique_ptr<QObject> testing::pthread_sync_tests::errors() {
    return std::make_unique<TestPthreadSyncErrors>();
}

#include "errors.moc"

// Deadlocks of real processes: of every mechanism that can wait, what is certain, what is only possible, and
// what is none.
#include "helpers/run_fixture.h"
#include "runtime/stuck.h"

#include <QtTest>

#include <string>

using namespace ipcscope;
using testing::RunFixture;

namespace {

// What the analysis says of a worker once it has made up its mind.
std::optional<StuckWait> settled(const RunFixture& fixture, const char* worker) {
    std::optional<StuckWait> out;
    const auto known = [&] {
        const auto state = fixture.state();
        const auto* info = state->worker(worker);
        if (!info || !state->stuck || !state->stuck->settled) return false;
        const auto* wait = state->stuck->wait_of(info->id);
        if (wait) out = *wait;
        return wait != nullptr;
    };
    return testing::wait_for(known) ? out : std::nullopt;
}

Verdict verdict(const RunFixture& fixture, const char* worker) {
    const auto wait = settled(fixture, worker);
    return wait ? wait->verdict : Verdict::waiting;
}

const char* locks = R"(workers: parent
parent: memory = pthread_sync.map()
parent: m = pthread_sync.mutex_init(memory, offset: 0)
parent: n = pthread_sync.mutex_init(memory, offset: 64)
parent: rw = pthread_sync.rwlock_init(memory, offset: 128)
parent: bar = pthread_sync.barrier_init(memory, offset: 256, count: 3)
parent: c = pthread_sync.cond_init(memory, offset: 320)
parent: a = process.fork()
parent: b = process.fork()
)";

}  // namespace

class TestDeadlocks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void certain_data() {
        QTest::addColumn<QString>("program");
        const auto add = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QString::fromStdString(text);
        };
        add("two mutexes", std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
b: pthread_sync.mutex_lock(n)
a: pthread_sync.mutex_lock(n)  # blocked
b: pthread_sync.mutex_lock(m)  # deadlock
)");
        add("a mutex locked twice", std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
a: pthread_sync.mutex_lock(m)  # deadlock
)");
        add("its owner was killed", std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
a: kill
b: pthread_sync.mutex_lock(m)  # deadlock
)");
        add("behind a deadlock", std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
a: pthread_sync.mutex_lock(m)  # deadlock
b: pthread_sync.mutex_lock(m)  # deadlock
)");
        add("an upgrade of two readers", std::string(locks) + R"(a: pthread_sync.rwlock_rdlock(rw)
b: pthread_sync.rwlock_rdlock(rw)
a: pthread_sync.rwlock_wrlock(rw)  # deadlock
b: pthread_sync.rwlock_wrlock(rw)  # deadlock
)");
        add("a barrier for too many", std::string(locks) + R"(b: process.exit()  # exited 0
a: pthread_sync.barrier_wait(bar)  # blocked
parent: pthread_sync.barrier_wait(bar)  # deadlock
)");
        add("nobody is left to signal", std::string(locks) + R"(b: process.exit()  # exited 0
a: pthread_sync.mutex_lock(m)
a: pthread_sync.cond_wait(c, mutex: m)  # blocked
parent: process.wait(a)  # deadlock
)");
        add("the reader is the writer", R"(workers: parent
parent: p = pipe.create()
parent: pipe.read(p.read_end)  # deadlock
)");
        add("both read first", R"(workers: parent
parent: p = pipe.create()
parent: q = pipe.create()
parent: child = process.fork()
parent: pipe.close(p.write_end)
parent: pipe.close(q.read_end)
child: pipe.close(p.read_end)
child: pipe.close(q.write_end)
parent: pipe.read(p.read_end)  # blocked
child: pipe.read(q.read_end)   # deadlock
)");
        add("both write first", R"(workers: parent
parent: p = unix_socket.socketpair()
parent: child = process.fork()
parent: unix_socket.close(p.second)
child: unix_socket.close(p.first)
parent: unix_socket.recv(p.first)  # blocked
child: unix_socket.recv(p.second)  # deadlock
)");
        add("the parent waits for its child", R"(workers: parent
parent: p = pipe.create()
parent: child = process.fork()
child: pipe.read(p.read_end)  # blocked
parent: process.wait(child)   # deadlock
)");
        add("any child", R"(workers: parent
parent: p = pipe.create()
parent: one = process.fork()
parent: two = process.fork()
one: process.exit()  # exited 0
parent: process.wait_any()  # =
two: pipe.read(p.read_end)  # blocked
parent: process.wait_any()  # deadlock
)");
        add("two TCP partners", R"(workers: server, client
server: l = tcp_socket.socket()
server: at = tcp_socket.bind(l)
server: tcp_socket.listen(l)
client: c = tcp_socket.socket()
client: tcp_socket.connect(c, port: at.port)
server: s = tcp_socket.accept(l)
client: tcp_socket.recv(c)   # blocked
server: tcp_socket.recv(s.socket)  # deadlock
)");
        add("an event counter", R"(workers: parent
parent: e = eventfd.create()
parent: child = process.fork()
child: eventfd.read(e)   # blocked
parent: eventfd.read(e)  # deadlock
)");
        add("semaphores that all wait for", R"(workers: parent
parent: memory = posix_sem.map()
parent: s = posix_sem.init(memory, offset: 0, value: 0)
parent: child = process.fork()
child: posix_sem.wait(s)   # blocked
parent: posix_sem.wait(s)  # deadlock
)");
        add("locks of open files", R"(workers: a, b
a: f = file.open("one")
b: g = file.open("one")
a: file.lock(f, command: F_OFD_SETLK, start: 0, length: 1)
b: file.lock(g, command: F_OFD_SETLK, start: 1, length: 1)
a: file.lock(f, command: F_OFD_SETLKW, start: 1, length: 1)  # blocked
b: file.lock(g, command: F_OFD_SETLKW, start: 0, length: 1)  # deadlock
)");
        add("flock of two files", R"(workers: a, b
a: f = file.open("one")
a: g = file.open("two")
b: h = file.open("one")
b: i = file.open("two")
a: file.flock(f)
b: file.flock(i)
a: file.flock(g)  # blocked
b: file.flock(h)  # deadlock
)");
        add("a context with an open socket", R"(workers: a
a: x = zeromq.context()
a: s = zeromq.socket(x, type: ZMQ_PAIR)
a: zeromq.term(x)  # deadlock
)");
    }
    void certain() {
        QFETCH(QString, program);
        RunFixture fixture;
        RUN_OK(fixture, program.toStdString());
    }

    void possible_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("worker");
        QTest::addColumn<QString>("reason");
        const auto add = [](const char* name, const char* text, const char* worker, const char* reason) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(worker)
                                << QString::fromUtf8(reason);
        };
        add("a queue with a name", R"(workers: a
a: q = posix_mq.open("/queue", access: O_RDWR, flags: O_CREAT)
a: posix_mq.receive(q)  # blocked
)",
            "a", "/queue");
        add("a System V queue", R"(workers: a
a: q = sysv_msg.get()
a: sysv_msg.receive(q)  # blocked
)",
            "a", "another program");
        add("System V semaphores", R"(workers: a, b
a: s = sysv_sem.get(count: 2)
a: sysv_sem.set_all(s, values: [1, 1])
a: sysv_sem.op(s, ops: [{num: 0, op: -1}])
b: sysv_sem.op(s, ops: [{num: 1, op: -1}])
a: sysv_sem.op(s, ops: [{num: 1, op: -1}])  # blocked
b: sysv_sem.op(s, ops: [{num: 0, op: -1}])  # blocked
)",
            "b", "");
        add("semaphores used as locks", R"(workers: parent
parent: memory = posix_sem.map()
parent: s = posix_sem.init(memory, offset: 0, value: 1)
parent: t = posix_sem.init(memory, offset: 64, value: 1)
parent: a = process.fork()
parent: b = process.fork()
a: posix_sem.wait(s)
b: posix_sem.wait(t)
a: posix_sem.wait(t)  # blocked
b: posix_sem.wait(s)  # blocked
)",
            "b", "no owner");
        add("FIFOs opened crosswise", R"(workers: a, b
a: fifo.create("x")
a: fifo.create("y")
a: fifo.open("x", access: O_RDONLY)  # blocked
b: fifo.open("y", access: O_RDONLY)  # blocked
)",
            "b", "another program");
    }
    void possible() {
        QFETCH(QString, program);
        QFETCH(QString, worker);
        QFETCH(QString, reason);
        RunFixture fixture;
        RUN_OK(fixture, program.toStdString());
        QTRY_COMPARE_WITH_TIMEOUT(verdict(fixture, qPrintable(worker)), Verdict::possible, 10'000);
        const auto state = fixture.state();
        const auto* deadlock = state->stuck->deadlock_of(state->worker(worker.toStdString())->id);
        QVERIFY(deadlock);
        QVERIFY(!deadlock->certain);
        QVERIFY2(
            !deadlock->reason.empty() && deadlock->reason.find(reason.toStdString()) != std::string::npos,
            deadlock->reason.c_str());
    }

    void none_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("worker");
        const auto add = [](const char* name, const std::string& text, const char* worker) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromUtf8(worker);
        };
        add("an idle writer", R"(workers: parent
parent: p = pipe.create()
parent: child = process.fork()
child: pipe.read(p.read_end)  # blocked
)",
            "child");
        add("a time limit", std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
a: pthread_sync.mutex_timedlock(m, timeout: 60s)  # blocked
)",
            "a");
        add("an alarm", R"(workers: parent
parent: p = pipe.create()
parent: signal.alarm(600)
parent: pipe.read(p.read_end)  # blocked
)",
            "parent");
        add("a time-out of the socket", R"(workers: parent
parent: p = unix_socket.socketpair()
parent: unix_socket.setsockopt(p.first, option: SO_RCVTIMEO, after: 60s)
parent: unix_socket.close(p.second)  # = 0
parent: q = unix_socket.socketpair()
parent: unix_socket.setsockopt(q.first, option: SO_RCVTIMEO, after: 60s)
parent: unix_socket.recv(q.first)  # blocked
)",
            "parent");
        add("a server", R"(workers: server
server: l = tcp_socket.socket()
server: tcp_socket.bind(l)
server: tcp_socket.listen(l)
server: tcp_socket.accept(l)  # blocked
)",
            "server");
        add("a signal", "workers: a\na: signal.pause()  # blocked\n", "a");
        add("a shell's child", R"(workers: a
a: p = pipe.popen("sleep 60; echo", type: r)
a: pipe.read(p)  # blocked
)",
            "a");
    }
    void none() {
        QFETCH(QString, program);
        QFETCH(QString, worker);
        RunFixture fixture;
        RUN_OK(fixture, program.toStdString());
        const auto wait = settled(fixture, qPrintable(worker));
        QVERIFY(wait);
        QCOMPARE(wait->verdict, Verdict::waiting);
        QVERIFY(fixture.state()->stuck->deadlocks.empty());
        // Nor later, when it was looked at again and again.
        const auto revision = fixture.state()->revision;
        fixture.supervisor().observe({}, [](const Result<Fields>&) {});
        QVERIFY(fixture.state()->revision >= revision);
        QCOMPARE(verdict(fixture, qPrintable(worker)), Verdict::waiting);
    }

    void whoHoldsIsSaid() {
        RunFixture fixture;
        RUN_OK(fixture, std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
b: pthread_sync.mutex_lock(m)  # blocked
)");
        QTRY_COMPARE(fixture.worker("b")->waits_for, std::string("m to be unlocked, held by a"));
        RUN_OK(fixture, "a: pthread_sync.mutex_unlock(m)  # = 0\nb: await  # = 0\n");
        QTRY_VERIFY(!fixture.state()->stuck || fixture.state()->stuck->waits.empty());
    }
    void whatWasADeadlockEndsWithItsWorkers() {
        RunFixture fixture;
        RUN_OK(fixture, std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
b: pthread_sync.mutex_lock(n)
a: pthread_sync.mutex_lock(n)  # blocked
b: pthread_sync.mutex_lock(m)  # deadlock
)");
        QCOMPARE(fixture.state()->stuck->deadlocks.size(), std::size_t{1});
        RUN_OK(fixture, "a: kill  # killed SIGKILL\n");
        // Now b waits for one that has ended: that is certain, too, but for another reason.
        QTRY_VERIFY(fixture.state()->stuck && !fixture.state()->stuck->deadlocks.empty() &&
                    fixture.state()->stuck->deadlocks[0].words.find("killed") != std::string::npos);
    }
    void anExpectationThatDoesNotHold() {
        RunFixture fixture;
        const auto report = fixture.run(R"(workers: parent
parent: p = pipe.create()
parent: child = process.fork()
child: pipe.read(p.read_end)  # deadlock
)");
        QCOMPARE(report.differences.size(), std::size_t{1});
        QVERIFY2(
            report.differences[0].got.find("no deadlock: child waits for a writer of p") != std::string::npos,
            report.differences[0].got.c_str());
    }
    void aMillionCallsWithSomebodyAsleep() {
        // What is asleep and what is done do not slow each other down: the lock is followed all the way.
        RunFixture fixture;
        RUN_OK(fixture, std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
b: pthread_sync.mutex_lock(m)  # blocked
a: repeat 20000
    pthread_sync.mutex_lock(n)
    pthread_sync.mutex_unlock(n)
end
a: pthread_sync.mutex_lock(n)
a: pthread_sync.mutex_lock(m)  # deadlock
)");
        QCOMPARE(fixture.state()->stuck->deadlocks[0].workers.size(), std::size_t{1});
    }
    void locksInDifferentOrdersAreToldBefore() {
        RunFixture fixture;
        RUN_OK(fixture, std::string(locks) + R"(a: pthread_sync.mutex_lock(m)
a: pthread_sync.mutex_lock(n)
a: pthread_sync.mutex_unlock(n)
a: pthread_sync.mutex_unlock(m)
b: pthread_sync.mutex_lock(n)
b: pthread_sync.mutex_lock(m)
)");
        QTRY_VERIFY(fixture.state()->stuck && fixture.state()->stuck->warnings.size() == 1);
        QVERIFY(fixture.state()->stuck->deadlocks.empty());
        const auto again = analyse_stuck(fixture.supervisor(), *fixture.state());
        QCOMPARE(again.warnings.size(), std::size_t{1});
        QCOMPARE(again.warnings[0].words, fixture.state()->stuck->warnings[0].words);
    }
};

QTEST_GUILESS_MAIN(TestDeadlocks)
#include "test_deadlocks.moc"

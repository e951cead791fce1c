// Waits for ends, processes, counts, ranges and barriers: what no single worker owns.
#include "helpers/run_fixture.h"
#include "runtime/stuck.h"
#include "unit/stuck/subjects.h"

#include <QtTest>

#include <sys/file.h>

using namespace ipcscope;
using namespace ipcscope::testing::stuck_tests;

class TestStuckWithoutOwners : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOnlyWriterIsTheReader() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b");
        const auto pipe = play.object("pipe", "pipe", "p", "pipe:[1]");
        const auto end = play.handle(pipe, "pipe.read_end", "p.read_end", {a});
        const auto writes = play.handle(pipe, "pipe.write_end", "p.write_end", {a, b}).as<HandleRef>()->id;
        play.sleeps(a, "pipe.read", {end});
        auto report = play.analyse();
        QCOMPARE(report.wait_of(a)->verdict, Verdict::waiting);
        QCOMPARE(report.wait_of(a)->by, std::string("a writer of p (b)"));
        QVERIFY(report.wait_of(a)->words.find("b is idle") != std::string::npos);
        QCOMPARE(report.wait_of(a)->advice, std::string("Let b do pipe.write."));
        std::erase(play.state.handles.at(writes).open_in, b);
        report = play.analyse();
        QCOMPARE(report.wait_of(a)->verdict, Verdict::certain);
        QVERIFY(report.deadlocks[0].words.find("the only one left") != std::string::npos);
        QVERIFY(report.deadlocks[0].advice.find("Close p.write_end in a") != std::string::npos);
        // A descriptor in a message that nobody has taken out yet may still be used.
        report = StuckAnalyser(testing::registry(), play.events, play.calls).analyse(play.state, {pipe});
        QCOMPARE(report.wait_of(a)->verdict, Verdict::possible);
    }

    void severalWritersAreOr() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b"), c = play.worker("c");
        const auto p = play.object("pipe", "pipe", "p", "pipe:[1]"),
                   q = play.object("pipe", "pipe", "q", "pipe:[2]");
        const auto read_p = play.handle(p, "pipe.read_end", "p.read_end", {a});
        play.handle(p, "pipe.write_end", "p.write_end", {b, c});
        const auto read_q = play.handle(q, "pipe.read_end", "q.read_end", {b, c});
        play.handle(q, "pipe.write_end", "q.write_end", {a});
        play.sleeps(a, "pipe.read", {read_p});
        play.sleeps(b, "pipe.read", {read_q});
        QCOMPARE(play.verdict(a), Verdict::waiting);  // c can still write
        play.sleeps(c, "pipe.read", {read_q});
        const auto report = play.analyse();
        QCOMPARE(report.deadlocks.size(), std::size_t{1});
        QVERIFY(report.deadlocks[0].certain);
        QCOMPARE(report.deadlocks[0].workers.size(), std::size_t{3});
        QVERIFY(!report.wait_of(a)->all);
    }

    void waitingForAChildThatWaitsForItsParent() {
        Play play;
        const auto parent = play.worker("parent");
        const auto child = play.worker("child", parent);
        const auto p = play.object("pipe", "pipe", "p", "pipe:[1]");
        const auto end = play.handle(p, "pipe.read_end", "p.read_end", {child});
        play.handle(p, "pipe.write_end", "p.write_end", {parent});
        play.sleeps(child, "pipe.read", {end});
        play.sleeps(parent, "process.wait", {WorkerRef{child, 102}});
        QCOMPARE(play.verdict(parent), Verdict::certain);
        play.ends(child);
        QCOMPARE(play.verdict(parent), Verdict::waiting);  // it is about to come back
    }

    void whatOthersCanReachIsNeverCertain() {
        Play play;
        const auto a = play.worker("a");
        const auto mq = play.handle(play.object("posix_mq", "queue", "q", "posix_mq:1:2", "/q"),
                                    "posix_mq.queue", "q", {a});
        play.sleeps(a, "posix_mq.receive", {mq});
        auto report = play.analyse();
        QCOMPARE(report.wait_of(a)->verdict, Verdict::possible);
        QVERIFY(report.deadlocks[0].reason.find("/q") != std::string::npos);
        Play other;
        const auto b = other.worker("b");
        const auto queue =
            other.handle(other.object("sysv_msg", "queue", "q", "sysv_msg:1"), "sysv_msg.queue", "q", {});
        other.sleeps(b, "sysv_msg.receive", {queue});
        QCOMPARE(other.verdict(b), Verdict::possible);
    }

    void aServerAloneIsNoDeadlock() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b");
        play.sleeps(a, "signal.pause", {});
        QCOMPARE(play.verdict(a), Verdict::waiting);
        play.ends(b);
        QCOMPARE(play.verdict(a), Verdict::waiting);
    }

    void semaphoresHaveNoOwner() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b"), parent = play.worker("parent");
        play.object("posix_sem", "memory", "m", "00:01:7");
        const auto o1 = play.object("posix_sem", "semaphore", "s1", "00:01:7+0", "00:01:7+0");
        const auto o2 = play.object("posix_sem", "semaphore", "s2", "00:01:7+32", "00:01:7+32");
        const auto s1 = play.handle(o1, "posix_sem.unnamed", "s1", {a, b, parent});
        const auto s2 = play.handle(o2, "posix_sem.unnamed", "s2", {a, b, parent});
        play.did(a, "posix_sem.wait", {s1});
        play.level(a, "posix_sem.wait", o1, -1);
        play.did(b, "posix_sem.wait", {s2});
        play.level(b, "posix_sem.wait", o2, -1);
        play.sleeps(a, "posix_sem.wait", {s2});
        play.sleeps(b, "posix_sem.wait", {s1});
        auto report = play.analyse();
        QCOMPARE(report.deadlocks.size(), std::size_t{1});
        QVERIFY(!report.deadlocks[0].certain);  // the parent could post
        QVERIFY(report.deadlocks[0].reason.find("no owner") != std::string::npos);
        play.ends(parent, WorkerStatus::exited);
        report = play.analyse();
        QVERIFY(report.deadlocks[0].certain);  // now nobody is left who could
    }

    void aSemaphoreThatCountsItemsIsNoLock() {
        Play play;
        const auto producer = play.worker("producer"), consumer = play.worker("consumer");
        const auto items = play.object("posix_sem", "semaphore", "items", "k", "/items");
        const auto s = play.handle(items, "posix_sem.named", "items", {producer, consumer});
        for (int i = 0; i < 3; ++i) {
            play.did(producer, "posix_sem.post", {s});
            play.level(producer, "posix_sem.post", items, 1);
            play.did(consumer, "posix_sem.wait", {s});
            play.level(consumer, "posix_sem.wait", items, -1);
        }
        play.sleeps(consumer, "posix_sem.wait", {s});
        const auto report = play.analyse();
        QCOMPARE(report.wait_of(consumer)->verdict, Verdict::waiting);
        QVERIFY(report.wait_of(consumer)->words.find("The last posix_sem.post was by producer") !=
                std::string::npos);
    }

    void rangesOfAFile() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b"), c = play.worker("c");
        const auto file = play.object("file", "file", "f", "file:1", "/tmp/f");
        const auto f = play.handle(file, "file.descriptor", "f", {a, b, c});
        const auto lock = [&](std::int64_t type, std::int64_t start, std::int64_t length) {
            return std::vector<Value>{f, std::int64_t{F_SETLKW}, type, start, length, std::int64_t{0}};
        };
        play.did(a, "file.lock", lock(F_WRLCK, 0, 100));
        play.did(a, "file.lock", lock(F_UNLCK, 40, 20));  // 0..40 and 60..100 are left
        play.did(b, "file.lock", lock(F_WRLCK, 40, 20));
        play.sleeps(b, "file.lock", lock(F_RDLCK, 30, 5));
        play.sleeps(a, "file.lock", lock(F_WRLCK, 50, 1));
        auto report = play.analyse();
        QCOMPARE(report.deadlocks.size(), std::size_t{1});
        QCOMPARE(report.wait_of(a)->releasers.front().worker, b);
        QCOMPARE(report.wait_of(b)->releasers.front().worker, a);
        play.sleeps(c, "file.lock", lock(F_WRLCK, 100, 1));
        report = play.analyse();
        QVERIFY(report.wait_of(c)->releasers.empty());  // nobody here has byte 100
        QCOMPARE(report.wait_of(c)->verdict, Verdict::waiting);
    }

    void closingAnyDescriptorGivesRecordLocksUp() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b");
        const auto file = play.object("file", "file", "f", "file:1", "/tmp/f");
        const auto f = play.handle(file, "file.descriptor", "f", {a, b});
        play.did(a, "file.lock", {f, std::int64_t{F_SETLKW}, std::int64_t{F_WRLCK}});
        play.did(a, "file.close", {f});
        play.sleeps(b, "file.lock", {f, std::int64_t{F_SETLKW}, std::int64_t{F_WRLCK}});
        QVERIFY(play.analyse().wait_of(b)->releasers.empty());
    }

    void anOpenFileHoldsItsLock() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b");
        const auto file = play.object("file", "file", "f", "file:1", "/tmp/f");
        const auto shared = play.handle(file, "file.descriptor", "f", {a, b});  // b inherited it
        const auto own = play.handle(file, "file.descriptor", "g", {b});
        play.did(a, "file.flock", {shared, std::int64_t{LOCK_EX}});
        play.sleeps(b, "file.flock", {own, std::int64_t{LOCK_EX}});
        auto report = play.analyse();
        QCOMPARE(report.wait_of(b)->releasers.size(), std::size_t{2});  // b itself could give it up
        QCOMPARE(report.wait_of(b)->verdict, Verdict::waiting);
        play.ends(a);
        QCOMPARE(play.verdict(b), Verdict::certain);
    }

    void aBarrierThatNotEnoughCanReach() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b");
        play.object("pthread_sync", "memory", "m", "00:01:7");
        const auto object = play.object("pthread_sync", "barrier", "bar", "barrier:00:01:7+0", "00:01:7+0");
        const auto bar = play.handle(object, "pthread_sync.barrier", "bar", {a, b});
        const auto* init = testing::registry().operation("pthread_sync.barrier_init");
        std::vector<Value> args;
        for (const auto& param : init->operation->params)
            args.push_back(std::string_view(param.name) == "count" ? Value(3) : param.initial);
        play.state.objects.at(object).made_by = play.call(a, "pthread_sync.barrier_init", args);
        play.sleeps(a, "pthread_sync.barrier_wait", {bar});
        const auto report = play.analyse();
        QCOMPARE(report.wait_of(a)->needed, std::size_t{2});
        QCOMPARE(report.wait_of(a)->verdict, Verdict::certain);  // only b is left, and two are missing
        QVERIFY(report.wait_of(a)->words.find("2 more must come, but only 1") != std::string::npos);
    }
};

std::unique_ptr<QObject> testing::stuck_tests::without_owners() {
    return std::make_unique<TestStuckWithoutOwners>();
}

#include "others.moc"

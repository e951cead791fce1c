// The analysis of waits: the rules on made-up states, mutexes first.
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"
#include "runtime/stuck.h"
#include "unit/stuck/subjects.h"

#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing::stuck_tests;

namespace {

// The mutexes of two workers, in memory that nobody else has.
struct Mutexes : Play {
    WorkerId a = worker("a"), b = worker("b"), parent = worker("parent");
    Value m1 = make("m1", "00:01:9+0"), m2 = make("m2", "00:01:9+64");
    Value make(const char* name, const char* place) {
        const auto key = std::string("mutex:") + place;
        return handle(object("pthread_sync", "mutex", name, key.c_str(), place), "pthread_sync.mutex", name,
                      {a, b, parent});
    }
};

}  // namespace

class TestStuck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoMutexesInDifferentOrder() {
        Mutexes play;
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.did(play.b, "pthread_sync.mutex_lock", {play.m2});
        play.sleeps(play.a, "pthread_sync.mutex_lock", {play.m2});
        QCOMPARE(play.verdict(play.a), Verdict::waiting);  // b can go on
        play.sleeps(play.b, "pthread_sync.mutex_lock", {play.m1});
        const auto report = play.analyse();
        QCOMPARE(report.deadlocks.size(), std::size_t{1});
        QVERIFY(report.deadlocks[0].certain);  // although the parent is idle: it holds nothing
        QCOMPARE(report.deadlocks[0].workers, (std::vector<WorkerId>{play.a, play.b}));
        QCOMPARE(report.wait_of(play.a)->by, std::string("m2 to be unlocked, held by b"));
        QCOMPARE(report.deadlocks[0].words,
                 std::string("a waits for m2 to be unlocked: b holds it (since line 2). b waits for m1 to be "
                             "unlocked: a holds it (since line 1)."));
        QVERIFY(report.wait_of(play.a)->all);
    }

    void whoWaitsBehindADeadlockIsInNone() {
        Mutexes play;
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.sleeps(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.sleeps(play.b, "pthread_sync.mutex_lock", {play.m1});
        const auto report = play.analyse();
        QCOMPARE(report.deadlocks.size(), std::size_t{1});
        QCOMPARE(report.deadlocks[0].workers, std::vector<WorkerId>{play.a});
        QVERIFY(report.deadlocks[0].words.find("which it holds itself") != std::string::npos);
        QCOMPARE(report.wait_of(play.b)->verdict, Verdict::certain);
        QVERIFY(!report.deadlock_of(play.b));
    }

    void aTimeLimitEndsIt() {
        Mutexes play;
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.did(play.b, "pthread_sync.mutex_lock", {play.m2});
        play.sleeps(play.a, "pthread_sync.mutex_lock", {play.m2});
        play.sleeps(play.b, "pthread_sync.mutex_timedlock", {play.m1, std::int64_t{5'000'000'000}});
        const auto report = play.analyse();
        QVERIFY(report.deadlocks.empty());
        QVERIFY(report.wait_of(play.b)->limited);
        QCOMPARE(report.wait_of(play.b)->ends_ns, report.wait_of(play.b)->since_ns + 5'000'000'000);
    }

    void anAlarmMayEndIt() {
        Mutexes play;
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.did(play.a, "signal.alarm", {std::int64_t{1}});
        play.sleeps(play.a, "pthread_sync.mutex_lock", {play.m1});
        QCOMPARE(play.verdict(play.a), Verdict::waiting);
    }

    void whatWasUnlockedIsNotHeld() {
        Mutexes play;
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.did(play.a, "pthread_sync.mutex_unlock", {play.m1});
        play.sleeps(play.b, "pthread_sync.mutex_lock", {play.m1});
        const auto report = play.analyse();
        QVERIFY(report.deadlocks.empty());
        QVERIFY(report.wait_of(play.b)->outside);  // somebody else must have it
    }

    void aDeadHolderKeepsAMutex() {
        Mutexes play;
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.ends(play.a);
        play.sleeps(play.b, "pthread_sync.mutex_lock", {play.m1});
        const auto report = play.analyse();
        QCOMPARE(report.deadlocks.size(), std::size_t{1});
        QVERIFY(report.deadlocks[0].certain);
        QVERIFY(report.deadlocks[0].words.find("was killed while it held it") != std::string::npos);
        QVERIFY(report.deadlocks[0].advice.find("robust") != std::string::npos);
    }

    void aDeadHolderOfARobustMutexDoesNot() {
        Mutexes play;
        const auto object = play.state.handles.at(play.m1.as<HandleRef>()->id).object;
        const auto* init = testing::registry().operation("pthread_sync.mutex_init");
        std::vector<Value> args;
        for (const auto& param : init->operation->params)
            args.push_back(std::string_view(param.name) == "robust" ? Value(true) : param.initial);
        play.state.objects.at(object).made_by = play.call(play.parent, "pthread_sync.mutex_init", args);
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.ends(play.a);
        play.sleeps(play.b, "pthread_sync.mutex_lock", {play.m1});
        QCOMPARE(play.verdict(play.b), Verdict::waiting);
    }

    void lostEventsMakeNothingCertain() {
        Mutexes play;
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        Event lost;
        lost.phase = Phase::lost;
        lost.worker = play.b.value;
        lost.ret = 3;
        play.events.append(lost, {});
        play.sleeps(play.a, "pthread_sync.mutex_lock", {play.m1});
        QCOMPARE(play.verdict(play.a), Verdict::possible);
    }

    void readersAndWriters() {
        Play play;
        const auto a = play.worker("a"), b = play.worker("b");
        const auto lock =
            play.handle(play.object("pthread_sync", "rwlock", "rw"), "pthread_sync.rwlock", "rw", {a, b});
        play.did(a, "pthread_sync.rwlock_rdlock", {lock});
        play.did(b, "pthread_sync.rwlock_rdlock", {lock});
        play.sleeps(a, "pthread_sync.rwlock_wrlock", {lock});  // waits for both: b, and itself
        auto report = play.analyse();
        QCOMPARE(report.wait_of(a)->releasers.size(), std::size_t{2});
        QCOMPARE(report.wait_of(a)->verdict, Verdict::certain);
    }

    void conditionLendsItsMutex() {
        Mutexes play;
        const auto cond = play.handle(play.object("pthread_sync", "condition", "c"), "pthread_sync.condition",
                                      "c", {play.a, play.b});
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.sleeps(play.a, "pthread_sync.cond_wait", {cond, play.m1});
        play.did(play.b, "pthread_sync.mutex_lock", {play.m1});  // so it can be had
        QCOMPARE(play.verdict(play.a), Verdict::waiting);
        play.did(play.b, "pthread_sync.cond_signal", {cond});
        play.did(play.b, "pthread_sync.mutex_lock", {play.m2});
        play.sleeps(play.b, "pthread_sync.mutex_lock", {play.m2});
        const auto report = play.analyse();
        QCOMPARE(report.wait_of(play.a)->kind, EndedBy::holders);  // woken, it waits for the mutex
        QVERIFY(report.wait_of(play.a)->verdict != Verdict::waiting);
    }

    void locksInDifferentOrders() {
        Mutexes play;
        const auto lock = [&](WorkerId worker, const Value& mutex) {
            play.did(worker, "pthread_sync.mutex_lock", {mutex});
        };
        const auto unlock = [&](WorkerId worker, const Value& mutex) {
            play.did(worker, "pthread_sync.mutex_unlock", {mutex});
        };
        lock(play.a, play.m1), lock(play.a, play.m2), unlock(play.a, play.m2), unlock(play.a, play.m1);
        lock(play.a, play.m2), lock(play.a, play.m1), unlock(play.a, play.m1), unlock(play.a, play.m2);
        QVERIFY(play.analyse().warnings.empty());  // alone it is in nobody's way
        lock(play.b, play.m1), lock(play.b, play.m2);
        const auto report = play.analyse();
        QCOMPARE(report.warnings.size(), std::size_t{1});
        QCOMPARE(report.warnings[0].steps.size(), std::size_t{2});
        QVERIFY(report.warnings[0].words.find("a held m2") != std::string::npos);
        QVERIFY(report.warnings[0].words.find("b held m1") != std::string::npos);
    }

    void anOuterLockKeepsThemApart() {
        Mutexes play;
        const auto outer = play.make("outer", "00:01:9+128");
        for (const auto& [worker, first, second] :
             {std::tuple(play.a, play.m1, play.m2), std::tuple(play.b, play.m2, play.m1)}) {
            for (const auto& mutex : {outer, first, second})
                play.did(worker, "pthread_sync.mutex_lock", {mutex});
            for (const auto& mutex : {second, first, outer})
                play.did(worker, "pthread_sync.mutex_unlock", {mutex});
        }
        QVERIFY(play.analyse().warnings.empty());
    }

    void wordsAreTranslatedWhole() {
        Mutexes play;
        play.did(play.a, "pthread_sync.mutex_lock", {play.m1});
        play.sleeps(play.b, "pthread_sync.mutex_lock", {play.m1});
        auto report = play.analyse();
        tell_stuck(report, play.state, testing::registry(), play.events, play.calls, [](const char* text) {
            return std::string_view(text) == "{mutex} to be unlocked"
                       ? std::string("die Freigabe von {mutex}")
                       : text;
        });
        QCOMPARE(report.wait_of(play.b)->what, std::string("die Freigabe von m1"));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return testing::runSubjects(argc, argv, std::make_unique<TestStuck>(), graph(), without_owners());
}
#include "test_stuck.moc"

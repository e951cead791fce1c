// The analysis of waits: the graph against brute force over random ones, the rules on made-up states.
#include "helpers/run_fixture.h"
#include "runtime/stuck.h"
#include "runtime/wait_graph.h"

#include <QtTest>

#include <algorithm>
#include <fcntl.h>
#include <rapidcheck.h>
#include <set>

#include <sys/file.h>

using namespace ipcscope;

namespace {

using Nodes = std::vector<WaitNode>;

bool met_without(const WaitClause& clause, std::uint32_t set) {
    std::set<std::size_t> outside;
    for (const auto node : clause.any_of)
        if ((set >> node & 1) == 0) outside.insert(node);
    return outside.size() >= clause.needed;
}

// A set is stuck if each in it has a clause that those outside of the set cannot meet; all such sets
// together.
std::uint32_t stuck_by_trying(const Nodes& nodes) {
    std::uint32_t all = 0;
    for (std::uint32_t set = 1; set < 1u << nodes.size(); ++set) {
        bool closed = true;
        for (std::size_t i = 0; i < nodes.size() && closed; ++i)
            closed = (set >> i & 1) == 0 ||
                     std::any_of(nodes[i].clauses.begin(), nodes[i].clauses.end(),
                                 [&](const WaitClause& clause) { return !met_without(clause, set); });
        if (closed) all |= set;
    }
    return all;
}

rc::Gen<Nodes> graphs() {
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 9), [](std::size_t count) {
        const auto clause = rc::gen::map(rc::gen::pair(rc::gen::container<std::vector<std::size_t>>(
                                                           rc::gen::inRange<std::size_t>(0, count)),
                                                       rc::gen::inRange<std::size_t>(0, 4)),
                                         [](const std::pair<std::vector<std::size_t>, std::size_t>& one) {
                                             return WaitClause{one.first, one.second};
                                         });
        return rc::gen::container<Nodes>(
            count, rc::gen::map(rc::gen::container<std::vector<WaitClause>>(clause),
                                [](const std::vector<WaitClause>& clauses) { return WaitNode{clauses}; }));
    });
}

const Registry& registry() {
    return testing::registry();
}

// A run that nobody made: workers, handles, what was done and who sleeps in what.
struct Play {
    RunState state;
    EventStore events;
    CallTable calls;
    std::uint32_t next = 1;
    std::int64_t time = 1000;

    WorkerId worker(const char* name, WorkerId parent = {}) {
        WorkerInfo info;
        info.id = WorkerId{static_cast<std::uint16_t>(state.workers.size() + 1)};
        info.name = name;
        info.pid = 100 + info.id.value;
        info.parent = parent;
        info.status = WorkerStatus::idle;
        state.workers.push_back(info);
        return info.id;
    }
    ObjectId object(const char* mechanism, const char* id, const char* name, const char* key = "",
                    const char* label = "") {
        ObjectInfo info;
        info.id = ObjectId{next++};
        info.mechanism = registry().mechanism(mechanism);
        for (const auto& spec : info.mechanism->objects)
            if (std::string_view(spec.id) == id) info.spec = &spec;
        info.flow = info.spec->flow;
        info.name = name;
        info.key = key;
        info.label = label;
        state.objects[info.id] = info;
        return info.id;
    }
    Value handle(ObjectId object, const char* kind, const char* name, std::vector<WorkerId> open_in) {
        HandleInfo info;
        info.id = HandleId{next++};
        info.open_file = info.id;
        info.kind = kind;
        info.object = object;
        info.name = name;
        info.open_in = std::move(open_in);
        const auto [mechanism, spec] = registry().handle(kind);
        info.everywhere = mechanism && spec->scope == Scope::system;
        state.handles[info.id] = info;
        return HandleRef{info.id, -1};
    }
    CallId call(WorkerId worker, const char* operation, std::vector<Value> args) {
        CallInfo info;
        info.worker = worker;
        const auto* ref = registry().operation(operation);
        info.operation = ref->id;
        for (auto i = args.size(); i < ref->operation->params.size(); ++i)
            args.push_back(ref->operation->params[i].initial);
        info.args = std::move(args);
        info.text = operation;
        info.line = static_cast<int>(calls.size() + 1);
        return calls.append(std::move(info)).id;
    }
    std::uint64_t event(Phase phase, CallId id, int err = 0, std::uint8_t flags = 0) {
        const auto* info = calls.find(id);
        Event event;
        event.phase = phase;
        event.time_ns = time += 10;
        event.worker = info->worker.value;
        event.operation = info->operation.value;
        event.call = id.value;
        event.err = static_cast<std::uint16_t>(err);
        event.flags = flags;
        const auto& spec = *registry().operation(info->operation)->operation;
        for (std::size_t i = 0; i < spec.params.size(); ++i)
            if (std::string_view(spec.params[i].name) == spec.object)
                if (const auto* ref = info->args[i].as<HandleRef>())
                    event.object = state.handles.at(ref->id).object.value;
        return events.append(event, {});
    }
    CallId did(WorkerId worker, const char* operation, std::vector<Value> args, int err = 0) {
        const auto id = call(worker, operation, std::move(args));
        event(Phase::enter, id);
        event(Phase::leave, id, err);
        return id;
    }
    void sleeps(WorkerId worker, const char* operation, std::vector<Value> args) {
        const auto id = call(worker, operation, std::move(args));
        event(Phase::enter, id);
        auto& info = state.workers[worker.value - 1u];
        info.status = WorkerStatus::blocked;
        info.current = id;
        info.since_ns = time;
    }
    void level(WorkerId worker, const char* operation, ObjectId object, std::int64_t change) {
        Event event;
        event.phase = Phase::state;
        event.time_ns = time += 10;
        event.worker = worker.value;
        event.operation = registry().operation(operation)->id.value;
        event.object = object.value;
        event.ret = change;
        event.flags = event_flag::relative;
        events.append(event, {});
    }
    void ends(WorkerId worker, WorkerStatus how = WorkerStatus::killed) {
        state.workers[worker.value - 1u].status = how;
        state.workers[worker.value - 1u].exit_code = 9;
        for (auto& [id, handle] : state.handles)
            std::erase(handle.open_in, worker);
    }
    StuckReport analyse() { return StuckAnalyser(registry(), events, calls).analyse(state); }
    Verdict verdict(WorkerId worker) {
        const auto report = analyse();
        const auto* wait = report.wait_of(worker);
        return wait ? wait->verdict : Verdict::waiting;
    }
};

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
    void theGraphAgreesWithTryingAllSets() {
        QVERIFY(rc::check("stuck_nodes", [] {
            const auto nodes = *graphs();
            const auto stuck = stuck_nodes(nodes);
            const auto expected = stuck_by_trying(nodes);
            for (std::size_t i = 0; i < nodes.size(); ++i)
                RC_ASSERT(stuck[i] == ((expected >> i & 1) != 0));
        }));
    }
    void coresWaitForNobodyElse() {
        QVERIFY(rc::check("stuck_cores", [] {
            const auto nodes = *graphs();
            const auto stuck = stuck_nodes(nodes);
            const auto cores = stuck_cores(nodes, stuck);
            RC_ASSERT(cores.empty() == (std::count(stuck.begin(), stuck.end(), true) == 0));
            std::set<std::size_t> seen;
            for (const auto& core : cores) {
                RC_ASSERT(!core.empty());
                for (const auto node : core) {
                    RC_ASSERT(stuck[node]);
                    RC_ASSERT(seen.insert(node).second);
                    for (const auto& clause : nodes[node].clauses)
                        for (const auto by : clause.any_of)
                            RC_ASSERT(!stuck[by] || std::find(core.begin(), core.end(), by) != core.end());
                }
            }
            // From every stuck node one of the cores can be reached.
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                if (!stuck[i]) continue;
                std::set<std::size_t> reached{i};
                for (std::size_t before = 0; before != reached.size();) {
                    before = reached.size();
                    for (const auto node : std::set<std::size_t>(reached))
                        for (const auto& clause : nodes[node].clauses)
                            for (const auto by : clause.any_of)
                                if (stuck[by]) reached.insert(by);
                }
                RC_ASSERT(std::any_of(reached.begin(), reached.end(),
                                      [&](std::size_t node) { return seen.count(node) > 0; }));
            }
        }));
    }
    void manyNodesTakeNoTime() {
        // A ring of 2,000, each of which could also be released by any of 50 others of it.
        Nodes nodes(2000);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            WaitClause clause;
            for (std::size_t j = 1; j <= 50; ++j)
                clause.any_of.push_back((i + j) % nodes.size());
            nodes[i].clauses.push_back(clause);
        }
        const auto stuck = stuck_nodes(nodes);
        QCOMPARE(std::count(stuck.begin(), stuck.end(), true), 2000);
        QCOMPARE(stuck_cores(nodes, stuck).size(), std::size_t{1});
    }

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
        const auto* init = registry().operation("pthread_sync.mutex_init");
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
        report = StuckAnalyser(registry(), play.events, play.calls).analyse(play.state, {pipe});
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
        const auto* init = registry().operation("pthread_sync.barrier_init");
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
        tell_stuck(report, play.state, registry(), play.events, play.calls, [](const char* text) {
            return std::string_view(text) == "{mutex} to be unlocked"
                       ? std::string("die Freigabe von {mutex}")
                       : text;
        });
        QCOMPARE(report.wait_of(play.b)->what, std::string("die Freigabe von m1"));
    }
};

QTEST_GUILESS_MAIN(TestStuck)
#include "test_stuck.moc"

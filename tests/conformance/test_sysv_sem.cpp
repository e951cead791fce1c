#include "base/sysv.h"
#include "helpers/run_fixture.h"
#include "helpers/sandbox.h"

#include <fmt/format.h>
#include <fstream>

#include <sys/sem.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr auto kind = SysvKind::semaphore_set;

// A key that nobody else uses while this test runs.
key_t own_key(int n) {
    return static_cast<key_t>(0x53000000 | ((getpid() & 0xffff) << 8) | n);
}

int id_of(const RunFixture& fixture, const std::string& name) {
    const auto object = fixture.object(name);
    return object ? std::stoi(object->key.substr(object->key.find(':') + 1)) : -1;
}

}  // namespace

class TestSysvSem : public QObject {
    Q_OBJECT

private slots:
    void sessions() {
        const auto problems = check_sessions("sysv_sem");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void levelsFollowTheValues() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = sysv_sem.get(count: 3)
a: sysv_sem.set_all(s, values: [5, 1, 0])
a: sysv_sem.op(s, ops: [{num: 0, op: -2}, {num: 2, op: 4}, {num: 0, op: -1}])
a: sysv_sem.op(s, ops: [{num: 1, op: -1}, {num: 1, op: 0}, {num: 1, op: 1}])
a: sysv_sem.op(s, ops: [{num: 1, op: -1}, {num: 0, op: -9, flags: IPC_NOWAIT}])   # EAGAIN
a: sysv_sem.get_all(s)                               # = values=[2, 1, 4]
)");
        QCOMPARE(fixture.level("s", 0), std::int64_t{2});
        QCOMPARE(fixture.level("s", 1), std::int64_t{1});
        QCOMPARE(fixture.level("s", 2), std::int64_t{4});
    }

    void tooFewValuesAreRefused() {
        RunFixture fixture;
        const auto problems = fixture.check(
            "workers: a\na: s = sysv_sem.get(count: 3)\n"
            "a: sysv_sem.set_all(s, values: [1, 2])\n");
        QVERIFY2(problems.find("the set has 3 semaphores, only 2 values are given") != std::string::npos,
                 problems.c_str());
        QCOMPARE(fixture.level("s", 0), std::int64_t{0});
    }

    void anExistingSetShowsItsValues() {
        const int id = semget(own_key(1), 2, IPC_CREAT | IPC_EXCL | 0600);
        QVERIFY(id >= 0);
        const bool set = semctl(id, 1, SETVAL, 9) == 0;
        bool stays = false;
        std::int64_t level = 0;
        std::string problem;
        {
            RunFixture fixture;
            problem =
                fixture.check(fmt::format("workers: a\na: s = sysv_sem.get({}, count: 0)\n", own_key(1)));
            level = fixture.level("s", 1);
        }
        stays = find_sysv(kind, id).has_value();
        semctl(id, 0, IPC_RMID);
        QVERIFY2(problem.empty(), problem.c_str());
        QVERIFY(set);
        QCOMPARE(level, std::int64_t{9});
        QVERIFY(stays);
    }

    void aPostWakes() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: s = sysv_sem.get()
b: sysv_sem.op(s, ops: [{op: -2}]) async             # blocked
a: sysv_sem.op(s, ops: [{op: 2}])
b: await                                             # = 0
)");
        const auto flows = fixture.flows("s");
        QCOMPARE(flows.size(), std::size_t{1});
        QCOMPARE(flows[0].from.worker, std::string("a"));
        QCOMPARE(flows[0].to.worker, std::string("b"));
        QCOMPARE(fixture.level("s"), std::int64_t{0});
    }

    void observedWithWaiters() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b, c
a: s = sysv_sem.get(count: 2)
a: sysv_sem.set_value(s, num: 1, value: 6)
b: sysv_sem.op(s, ops: [{num: 0, op: -1}]) async     # blocked
c: sysv_sem.op(s, ops: [{num: 1, op: 0}]) async      # blocked
a: sysv_sem.get_ncnt(s, num: 0)                      # = 1
a: sysv_sem.get_zcnt(s, num: 1)                      # = 1
)");
        const auto state = fixture.observe("s");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "nsems").integer(), std::int64_t{2});
        const auto* all = field(*state, "semaphores").as<List>();
        QVERIFY(all && all->size() == 2);
        const auto& first = *(*all)[0].as<Fields>();
        const auto& second = *(*all)[1].as<Fields>();
        QCOMPARE(field(first, "value").integer(), std::int64_t{0});
        QCOMPARE(field(first, "ncnt").integer(), std::int64_t{1});
        QCOMPARE(field(first, "zcnt").integer(), std::int64_t{0});
        QCOMPARE(field(second, "value").integer(), std::int64_t{6});
        QCOMPARE(field(second, "zcnt").integer(), std::int64_t{1});
        QCOMPARE(field(second, "pid").integer(), std::int64_t{fixture.worker("a")->pid});
    }

    void settingAllWakesBothKinds() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b, c
a: s = sysv_sem.get(count: 2)
a: sysv_sem.set_value(s, num: 1, value: 6)
b: sysv_sem.op(s, ops: [{num: 0, op: -1}]) async     # blocked
c: sysv_sem.op(s, ops: [{num: 1, op: 0}]) async      # blocked
a: sysv_sem.set_all(s, values: [1, 0])
b: await                                             # = 0
c: await                                             # = 0
)");
    }

    void aLargeSetDoesNotFlood() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = sysv_sem.get(count: 1000)
a: sysv_sem.op(s, ops: [{num: 999, op: 3}, {num: 255, op: 2}])
a: sysv_sem.get_value(s, num: 999)                   # = 3
)");
        QCOMPARE(fixture.level("s", 255), std::int64_t{2});
        QCOMPARE(fixture.events({.phase = Phase::state}).size(), std::size_t{257});
        const auto state = fixture.observe("s");
        QVERIFY(state);
        QCOMPARE(field(*state, "semaphores").as<List>()->size(), std::size_t{256});
    }

    void documentedErrors() {
        int limit = 0, unused = 0;
        std::ifstream("/proc/sys/kernel/sem") >> unused >> unused >> limit;
        if (limit >= 1024) QSKIP("SEMOPM is above what one operation may carry here");
        std::string many = "{op: 1}";
        for (int i = 0; i < limit; ++i)
            many += ", {op: 1}";
        RunFixture fixture;
        RUN_OK(fixture, fmt::format(R"(workers: a, b
a: sysv_sem.ftok(path: "not-there")                  # ENOENT
a: sysv_sem.ftok(path: "/proc/self/status/x")        # ENOTDIR
a: sysv_sem.ftok(path: "n" * 300)                    # ENAMETOOLONG
a: sysv_sem.get(count: 0)                            # EINVAL
a: sysv_sem.get(count: -1)                           # EINVAL
a: sysv_sem.get({0}, flags: 0)                       # ENOENT
a: s = sysv_sem.get({0}, flags: IPC_CREAT|IPC_EXCL)
a: sysv_sem.get({0}, flags: IPC_CREAT|IPC_EXCL)      # EEXIST
a: sysv_sem.get({0}, count: 2)                       # EINVAL
a: sysv_sem.op(s, ops: [])                           # EINVAL
a: sysv_sem.op(s, ops: [{1}])                        # E2BIG
a: sysv_sem.timed_op(s, ops: [{1}])                  # E2BIG
a: sysv_sem.timed_op(s, ops: [{{num: 7, op: 1}}])    # EFBIG
a: sysv_sem.timed_op(s, ops: [{{op: 32767}}, {{op: 1}}])  # ERANGE
a: sysv_sem.set_all(s, values: [40000])              # ERANGE
a: sysv_sem.get_value(s, num: 1)                     # EINVAL
a: sysv_sem.set_value(s, num: 1, value: 0)           # EINVAL
b: sysv_sem.op(s, ops: [{{op: -1}}]) async           # blocked
b: interrupt
b: await                                             # EINTR
b: sysv_sem.timed_op(s, ops: [{{op: -1}}], timeout: 60s) async   # blocked
b: interrupt
b: await                                             # EINTR
b: sysv_sem.timed_op(s, ops: [{{op: -1}}], timeout: 60s) async   # blocked
a: sysv_sem.set(s, mode: 0660)
a: sysv_sem.stat(s)                                  # = mode=0660 nsems=1
a: sysv_sem.remove(s)
b: await                                             # EIDRM
a: t = sysv_sem.get()
b: sysv_sem.op(t, ops: [{{op: -1}}]) async           # blocked
a: sysv_sem.remove(t)
b: await                                             # EIDRM
a: sysv_sem.op(t, ops: [{{op: 1}}])                  # EINVAL
a: sysv_sem.timed_op(t, ops: [{{op: 1}}])            # EINVAL
a: sysv_sem.set_value(t, value: 1)                   # EINVAL
a: sysv_sem.set_all(t, values: [1])                  # EINVAL
a: sysv_sem.get_value(t)                             # EINVAL
a: sysv_sem.use(id: 2147483647)                      # EINVAL
a: sysv_sem.get_all(t)                               # EINVAL
a: sysv_sem.get_pid(t)                               # EINVAL
a: sysv_sem.get_ncnt(t)                              # EINVAL
a: sysv_sem.get_zcnt(t)                              # EINVAL
a: sysv_sem.stat(t)                                  # EINVAL
a: sysv_sem.set(t, mode: 0600)                       # EINVAL
a: sysv_sem.remove(t)                                # EINVAL
)",
                                    own_key(2), many));
    }

    // Without CAP_IPC_OWNER the permission bits count for root too.
    void withoutPermission() {
        const auto problem = in_thread([] {
            drop_capabilities({CAP_IPC_OWNER});
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a
a: s = sysv_sem.get({0}, mode: 0000)
a: sysv_sem.get({0}, flags: 0, mode: 0600)           # EACCES
a: sysv_sem.op(s, ops: [{{op: 1}}])                  # EACCES
a: sysv_sem.timed_op(s, ops: [{{op: 1}}])            # EACCES
a: sysv_sem.set_value(s, value: 1)                   # EACCES
a: sysv_sem.set_all(s, values: [1])                  # EACCES
a: sysv_sem.get_value(s)                             # EACCES
a: sysv_sem.get_all(s)                               # EACCES
a: sysv_sem.get_pid(s)                               # EACCES
a: sysv_sem.get_ncnt(s)                              # EACCES
a: sysv_sem.get_zcnt(s)                              # EACCES
a: sysv_sem.stat(s)                                  # EACCES
a: sysv_sem.set(s, mode: 0600)                       # EACCES
a: sysv_sem.remove(s)
a: w = sysv_sem.get(count: 2, mode: 0200)
a: sysv_sem.set_all(w, values: [4, 7])
a: sysv_sem.get_all(w)                               # EACCES
)",
                                             own_key(3)));
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void somebodyElsesSet() {
        if (geteuid() != 0) QSKIP("only root can make a set of another user");
        int id = -1;
        in_thread([&] {
            if (become_user(65534)) id = semget(own_key(4), 1, IPC_CREAT | IPC_EXCL | 0666);
            return std::string();
        });
        QVERIFY(id >= 0);
        const auto problem = in_thread([] {
            drop_capabilities({CAP_SYS_ADMIN});
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a
a: s = sysv_sem.get({})
a: sysv_sem.set(s, mode: 0600)                       # EPERM
a: sysv_sem.remove(s)                                # EPERM
)",
                                             own_key(4)));
        });
        const bool stays = find_sysv(kind, id).has_value();
        semctl(id, 0, IPC_RMID);
        QVERIFY2(problem.empty(), problem.c_str());
        QVERIFY(stays);
    }

    void systemIsFull() {
        bool possible = false;
        const auto problem = in_thread([&possible] {
            possible = private_ipc_namespace() && write_limit("/proc/sys/kernel/sem", "10 15 500 2");
            if (!possible) return std::string();
            RunFixture fixture;
            return fixture.check(R"(workers: a
a: sysv_sem.get(count: 11)                           # EINVAL
a: p = sysv_sem.get(count: 10)
a: sysv_sem.get(count: 10)                           # ENOSPC
a: q = sysv_sem.get(count: 5)
a: sysv_sem.get(count: 1)                            # ENOSPC
a: sysv_sem.remove(q)
a: sysv_sem.get(count: 1)
)");
        });
        if (!possible) QSKIP("only root can make an IPC namespace with lower limits");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void nothingIsLeft() {
        int with_key = -1, without_key = -1;
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format(R"(workers: a, b
a: p = sysv_sem.get({}, flags: IPC_CREAT|IPC_EXCL)
a: q = sysv_sem.get()
b: sysv_sem.op(q, ops: [{{op: -1}}]) async           # blocked
)",
                                        own_key(5)));
            with_key = id_of(fixture, "p");
            without_key = id_of(fixture, "q");
            QVERIFY(find_sysv(kind, with_key) && find_sysv(kind, without_key));
        }
        QVERIFY(!find_sysv(kind, with_key));
        QVERIFY(!find_sysv(kind, without_key));
    }

    // One that another program made, without a key.
    void usedByItsIdentifier() {
        const int id = semget(IPC_PRIVATE, 2, 0600);
        QVERIFY(id >= 0);
        const auto problem = [id] {
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a, b
a: s = sysv_sem.use(id: {0})                # = {0}
a: sysv_sem.op(s, ops: [{{num: 1, op: 2}}])
b: sysv_sem.get_all(s)                      # values=[0, 2]
)",
                                             id));
        }();
        const int value = semctl(id, 1, GETVAL);
        QCOMPARE(semctl(id, 0, IPC_RMID), 0);
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(value, 2);  // the run did not make it, and leaves it
        const auto refused = in_thread([] {
            drop_capabilities({CAP_IPC_OWNER});
            const int closed = semget(IPC_PRIVATE, 1, 0);
            RunFixture fixture;
            auto words =
                fixture.check(fmt::format("workers: a\na: sysv_sem.use(id: {})  # EACCES\n", closed));
            semctl(closed, 0, IPC_RMID);
            return words;
        });
        QVERIFY2(refused.empty(), refused.c_str());
    }

    void everyErrnoIsReachedOrExplained() {
        if (geteuid() != 0) QSKIP("not all can be reached without root");
        const auto gaps = errno_gaps("sysv_sem");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

QTEST_GUILESS_MAIN(TestSysvSem)
#include "test_sysv_sem.moc"

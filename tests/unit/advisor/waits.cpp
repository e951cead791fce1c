// Who waits for whom on made-up machines: what is called a deadlock, and what is not.
#include "helpers/made_up_snapshot.h"
#include "monitor/advisor.h"
#include "monitor/stuck_system.h"
#include "unit/advisor/subjects.h"

#include <QtTest>

#include <csignal>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::advisor_tests;

class TestAdvisorWaits : public QObject {
    Q_OBJECT
private slots:
    void deadlock_of_locks() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b"), c = machine.process(12, "c");
        auto& maker = machine.maker;
        const auto first = machine.lock("00:01:2:POSIX:0-9:10", a),
                   other = machine.lock("00:01:2:POSIX:10-19:11", b);
        maker.wait(other, a, Access::unknown, "write lock of bytes 10 to 19");
        maker.wait(first, b, Access::unknown, "write lock of bytes 0 to 9");
        maker.wait(first, c, Access::unknown, "write lock of bytes 0 to 9");
        const auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        const auto& stuck = findings[0];
        QCOMPARE(stuck.id, std::string("stuck"));
        QCOMPARE(stuck.severity, Finding::Severity::problem);
        QVERIFY2(says(stuck, "which b (11) holds") && says(stuck, "it is a deadlock"), texts(stuck).c_str());
        QVERIFY2(says(stuck, "c (12) waits behind it"), texts(stuck).c_str());
        QCOMPARE(stuck.processes.size(), std::size_t{2});
        QCOMPARE(stuck.command, std::string("kill 11"));  // the youngest of the two

        // Seen once, or asleep only since after the first look: not claimed.
        const auto now = machine.now();
        const auto once = advise(now, nullptr);
        QVERIFY(once[0].severity == Finding::Severity::hint && says(once[0], "one sample only"));
        QVERIFY(once[0].command.empty());
        const auto was = machine.before(), woken = machine.at(11 * second, 11 * second);
        QVERIFY(advise(woken, &was).empty());
    }

    void no_deadlock_of_locks() {
        {  // one of them comes back by itself
            Machine machine;
            const auto a = machine.process(10, "a"), b = machine.process(11, "b");
            const auto one = machine.lock("00:01:2:POSIX:0-9:10", a),
                       two = machine.lock("00:01:2:POSIX:10-19:11", b);
            machine.maker.wait(two, a, Access::unknown);
            machine.maker.wait(one, b, Access::unknown);
            auto was = machine.before(), now = machine.now();
            was.waits[0].timed = now.waits[0].timed = true;
            QVERIFY(advise(now, &was).empty());
        }
        {  // another thread of it may unlock
            Machine machine;
            const auto a = machine.process(10, "a"), b = machine.process(11, "b", 2);
            const auto one = machine.lock("00:01:2:POSIX:0-9:10", a),
                       two = machine.lock("00:01:2:POSIX:10-19:11", b);
            machine.maker.wait(two, a, Access::unknown);
            machine.maker.wait(one, b, Access::unknown);
            QVERIFY(machine.advise().empty());
        }
        {  // two read locks are in the way, and one of the two holders goes on: still not stuck
            Machine machine;
            const auto a = machine.process(10, "a"), b = machine.process(11, "b");
            const auto one = machine.lock("00:01:2:POSIX:0-9:10", a);
            machine.maker.wait(one, b, Access::unknown);
            QVERIFY(machine.advise().empty());
        }
    }

    void deadlock_of_pipes() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b"), c = machine.process(12, "c");
        auto& maker = machine.maker;
        const auto there = machine.pipe("[1]", {b}, {a}), back = machine.pipe("[2]", {a}, {b});
        maker.wait(back, a, Access::read);
        maker.wait(there, b, Access::read);
        auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].severity, Finding::Severity::problem);
        QVERIFY2(says(findings[0], "which only b (11) could write"), texts(findings[0]).c_str());
        // Any writer would do: with one that goes on, nobody is stuck.
        maker.hold(there, c, Access::write, 7);
        QVERIFY(machine.advise().empty());
        // Until that one waits for the first two.
        maker.wait(back, c, Access::read);
        maker.hold(back, c, Access::read, 8);
        findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].processes.size(), std::size_t{3});
        // If others could hold it, it is not certain.
        maker.at(there).holders_complete = false;
        findings = machine.advise();
        QCOMPARE(findings[0].severity, Finding::Severity::warning);
        QVERIFY(says(findings[0], "unless a process that cannot be looked into"));
        QVERIFY(findings[0].command.empty());
    }

    // A timer of its own may wake one of them.
    void alarmed() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b");
        const auto there = machine.pipe("[1]", {b}, {a}), back = machine.pipe("[2]", {a}, {b});
        machine.maker.wait(back, a, Access::read);
        machine.maker.wait(there, b, Access::read);
        QCOMPARE(machine.advise()[0].severity, Finding::Severity::problem);
        machine.maker.set(0, "caught", 1 << (SIGALRM - 1));
        const auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].severity, Finding::Severity::hint);
        QVERIFY2(says(findings[0], "handles SIGALRM"), texts(findings[0]).c_str());
        QVERIFY(findings[0].command.empty());
    }

    void deadlock_of_sockets() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b");
        auto& maker = machine.maker;
        const auto one = maker.object("unix:[1]"), two = maker.object("unix:[2]");
        maker.hold(one, a, Access::both, 3);
        maker.hold(two, b, Access::both, 3);
        maker.wait(one, a, Access::read);
        maker.wait(two, b, Access::read);
        QVERIFY(machine.advise().empty());  // who is at the other ends is not known
        maker.join(one, two);
        const auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].severity, Finding::Severity::warning);
        QVERIFY2(says(findings[0], "unless a time limit ends it") && says(findings[0], "SO_RCVTIMEO"),
                 texts(findings[0]).c_str());
        QVERIFY(findings[0].command.empty());
        // Both in event loops: they have nothing to do.
        auto was = machine.before(), now = machine.now();
        for (auto* snapshot : {&was, &now})
            for (auto& wait : snapshot->waits)
                wait.any = 1;
        QVERIFY(advise(now, &was).empty());
    }

    void mutex_and_lock() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b");
        auto& maker = machine.maker;
        const auto mutex = maker.object("futex:00:1a:7+0x0");
        maker.hold(mutex, b, Access::unknown, -1, Hold::owner);
        maker.set(mutex, "guess", 0);
        maker.wait(mutex, a, Access::unknown, "the mutex to be unlocked by thread 11");
        const auto lock = machine.lock("00:01:2:FLOCK:0-EOF:10", a);
        maker.wait(lock, b, Access::unknown, "write lock of the whole file");
        auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].severity, Finding::Severity::problem);
        maker.set(mutex, "guess", 1);
        findings = machine.advise();
        QCOMPARE(findings[0].severity, Finding::Severity::hint);
        QVERIFY2(says(findings[0], "its owner is a guess"), texts(findings[0]).c_str());
    }

    // Two threads of one process, each with a mutex that the other one wants; a third thread does not matter.
    void threads_of_one_process() {
        Machine machine;
        const auto a = machine.process(10, "a", 3);
        auto& maker = machine.maker;
        const auto one = maker.object("futex:10/0x1000"), two = maker.object("futex:10/0x2000");
        for (const auto mutex : {one, two}) {
            maker.hold(mutex, a, Access::unknown, -1, Hold::owner);
            maker.set(mutex, "guess", 0);
            maker.wait(mutex, a, Access::unknown);
        }
        auto was = machine.before(), now = machine.now();
        for (auto* snapshot : {&was, &now}) {
            for (auto& hold : snapshot->holds)
                if (std::string_view(snapshot->kind(snapshot->objects[hold.object]).kind->prefix) == "futex")
                    hold.detail =
                        snapshot->text(snapshot->objects[hold.object].key).ends_with("1000") ? 10 : 11;
            for (auto& wait : snapshot->waits)
                wait.thread = snapshot->text(snapshot->objects[wait.object].key).ends_with("1000") ? 11 : 10;
        }
        const auto findings = advise(now, &was);
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].severity, Finding::Severity::problem);
        QCOMPARE(findings[0].evidence.size(), std::size_t{2});
    }

    void nobody_owns_semaphores() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b");
        auto& maker = machine.maker;
        const auto one = maker.object("sysv_sem:1"), two = maker.object("sysv_sem:2");
        maker.hold(one, a, Access::unknown, -1, Hold::last_user);
        maker.hold(two, b, Access::unknown, -1, Hold::last_user);
        maker.wait(one, b, Access::unknown, "semaphore 0 to be raised by 1");
        maker.wait(two, a, Access::unknown, "semaphore 0 to be raised by 1");
        const auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].severity, Finding::Severity::hint);
        QVERIFY2(says(findings[0], "This may be a deadlock") && says(findings[0], "it has no owner"),
                 texts(findings[0]).c_str());
    }

    void forgotten_write_end() {
        {  // its own
            Machine machine;
            const auto a = machine.process(10, "a");
            const auto pipe = machine.pipe("[1]", {a}, {a});
            machine.maker.wait(pipe, a, Access::read);
            const auto findings = machine.advise();
            QCOMPARE(findings.size(), std::size_t{1});
            QCOMPARE(findings[0].id, std::string("forgotten_end"));
            QCOMPARE(findings[0].severity, Finding::Severity::problem);
            QVERIFY2(says(findings[0], "descriptor 4"), texts(findings[0]).c_str());
            QCOMPARE(findings[0].command, std::string("gdb -p 10 -batch -ex 'call (int)close(4)'"));
            machine.maker.set(0, "caught", 1 << 16);
            QVERIFY(machine.advise().empty());  // a handler may write to it, as event loops have it
        }
        {  // that of a child, which does something else
            Machine machine;
            const auto a = machine.process(10, "a"), b = machine.process(11, "b");
            const auto pipe = machine.pipe("[1]", {a, b}, {b});
            machine.maker.wait(pipe, a, Access::read);
            const auto findings = machine.advise();
            QCOMPARE(findings.size(), std::size_t{1});
            QCOMPARE(findings[0].id, std::string("forgotten_end"));
            QCOMPARE(findings[0].severity, Finding::Severity::hint);
            QVERIFY(findings[0].command.empty());  // b may be about to write
        }
        {  // a pool that all take from and give back to, as make has it for its jobs
            Machine machine;
            const auto a = machine.process(10, "make"), b = machine.process(11, "make"),
                       c = machine.process(12, "cc");
            const auto pipe = machine.pipe("[1]", {a, b, c}, {a, b, c});
            machine.maker.wait(pipe, b, Access::read);
            QVERIFY(machine.advise().empty());
        }
        {  // two that have forgotten theirs: closing one is not enough
            Machine machine;
            const auto a = machine.process(10, "a"), b = machine.process(11, "b");
            const auto pipe = machine.pipe("[1]", {a, b}, {a, b});
            machine.maker.wait(pipe, a, Access::read);
            machine.maker.wait(pipe, b, Access::read);
            const auto findings = machine.advise();
            QCOMPARE(findings.size(), std::size_t{1});
            QCOMPARE(findings[0].severity, Finding::Severity::problem);
            QVERIFY(findings[0].command.empty());
        }
        {  // of one that writes, and has closed the end that it does not need
            Machine machine;
            const auto a = machine.process(10, "a"), b = machine.process(11, "b");
            const auto pipe = machine.pipe("[1]", {a}, {b});
            machine.maker.wait(pipe, a, Access::read);
            QVERIFY(machine.advise().empty());
        }
    }
};

std::unique_ptr<QObject> testing::advisor_tests::waits() {
    return std::make_unique<TestAdvisorWaits>();
}

#include "waits.moc"

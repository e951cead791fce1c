// Findings and stuck processes on made-up machines: what is told, what is not, and how sure it is.
#include "helpers/made_up_snapshot.h"
#include "monitor/advice_words.h"
#include "monitor/advisor.h"
#include "monitor/stuck_system.h"

#include <QtTest>

#include <algorithm>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t hour = 3600;

// A machine that is looked at twice, with nothing changed in between.
struct Machine {
    SnapshotMaker maker;

    ProcessIndex process(pid_t pid, std::string_view name, std::int64_t threads = 1) {
        const auto index = maker.process(pid, name);
        const auto status = maker.object("signals:" + std::to_string(pid));
        maker.set(status, "threads", threads);
        maker.set(status, "caught", 0);
        maker.hold(status, index, Access::unknown, -1, Hold::owner);
        return index;
    }
    ObjectIndex pipe(std::string_view key, std::vector<ProcessIndex> readers,
                     std::vector<ProcessIndex> writers) {
        const auto object = maker.object("pipe:" + std::string(key));
        for (const auto one : readers)
            maker.hold(object, one, Access::read, 3);
        for (const auto one : writers)
            maker.hold(object, one, Access::write, 4);
        return object;
    }
    ObjectIndex lock(std::string_view key, ProcessIndex owner) {
        const auto object = maker.object("lock:" + std::string(key), "/tmp/file");
        maker.hold(object, owner, Access::unknown, 5, Hold::owner);
        return object;
    }
    // Every wait is one of the process's first thread, and was there `since` ago.
    Snapshot at(std::int64_t taken_ns, std::int64_t since_ns) const {
        auto copy = maker;
        copy.taken_ns = taken_ns;
        Snapshot made = *copy.make();
        for (auto& wait : made.waits) {
            wait.thread = made.processes[wait.process].pid;
            wait.since_ns = since_ns;
        }
        for (auto& hold : made.holds)
            if (hold.kind == Hold::owner) hold.detail = 0;
        return made;
    }
    Snapshot before() const { return at(10 * second, 5 * second); }
    Snapshot now() const { return at(11 * second, 5 * second); }
    std::vector<Finding> advise() const {
        const auto was = before(), is = now();
        return ipcscope::advise(is, &was);
    }
};

const Finding* find(const std::vector<Finding>& findings, std::string_view id) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const Finding& finding) { return finding.id == id; });
    return found == findings.end() ? nullptr : &*found;
}

std::string texts(const Finding& finding) {
    std::string out = finding.words;
    for (const auto& fact : finding.evidence)
        out += "\n" + fact;
    return out;
}

bool says(const Finding& finding, std::string_view what) {
    return texts(finding).find(what) != std::string::npos;
}

}  // namespace

class TestAdvisor : public QObject {
    Q_OBJECT

private slots:
    void nothing() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b");
        machine.pipe("[1]", {a}, {b});
        QCOMPARE(machine.advise().size(), std::size_t{0});
        QVERIFY(advise(Snapshot{}, nullptr).empty());
    }

    void left_behind() {
        Machine machine;
        machine.process(10, "a");
        auto& maker = machine.maker;
        const auto made = maker.taken_at / second - 3 * hour;
        const auto add = [&](const char* ref, std::int32_t creator, std::int64_t created) {
            const auto object = maker.object(ref);
            maker.at(object).creator = creator;
            maker.at(object).created = created;
            return object;
        };
        add("sysv_shm:1", 4711, made);                         // the leak
        add("sysv_shm:2", 10, made);                           // its creator lives
        add("sysv_shm:3", 4711, maker.taken_at / second - 5);  // made just now
        const auto held = add("sysv_shm:4", 4711, made);       // somebody has it
        maker.hold(held, 0, Access::both, -1, Hold::attachment);
        maker.at(add("sysv_shm:5", 4711, made)).removed = true;  // will go by itself
        const auto now = machine.now();
        const auto findings = advise(now, nullptr);
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].id, std::string("leak"));
        QCOMPARE(now.ref(now.objects[findings[0].objects[0]]), std::string("sysv_shm:1"));
        QVERIFY2(says(findings[0], "made 3 hours ago by process 4711, which is gone"),
                 texts(findings[0]).c_str());
        QCOMPARE(findings[0].command, std::string("ipcrm -m 1"));
        QVERIFY(findings[0].removable);
    }

    void creators_number_is_anothers() {
        Machine machine;
        const auto young = machine.process(10, "young");
        auto& maker = machine.maker;
        maker.at_process(young).start_ticks = 100 * (1'700'000'000ull - 60);  // booted in 1970
        const auto object = maker.object("sysv_msg:1");
        maker.at(object).creator = 10;
        maker.at(object).created = maker.taken_at / second - hour;
        QVERIFY(find(advise(machine.now(), nullptr), "leak"));
        maker.at_process(young).start_ticks = 0;
        QVERIFY(!find(advise(machine.now(), nullptr), "leak"));
    }

    void nearly_full() {
        Machine machine;
        const auto a = machine.process(10, "a");
        auto& maker = machine.maker;
        const auto queue = maker.object("sysv_msg:7");
        maker.set(queue, "cbytes", 15000);
        maker.set(queue, "qbytes", 16384);
        const auto full = maker.object("sysv_msg:8");
        maker.set(full, "cbytes", 16384);
        maker.set(full, "qbytes", 16384);
        maker.wait(full, a, Access::write);
        const auto half = maker.object("sysv_msg:9");
        maker.set(half, "cbytes", 8000);
        maker.set(half, "qbytes", 16384);
        const auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{2});
        QCOMPARE(findings[0].severity, Finding::Severity::warning);
        QVERIFY2(says(findings[0], "a (10) waits for room"), texts(findings[0]).c_str());
        QCOMPARE(findings[1].severity, Finding::Severity::hint);
        QVERIFY2(says(findings[1], "nearly full"), texts(findings[1]).c_str());
    }

    // What flows is full now and then: it has to be so twice.
    void full_pipe_twice() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b");
        const auto pipe = machine.pipe("[1]", {a}, {b});
        machine.maker.set(pipe, "bytes", 65536);
        machine.maker.set(pipe, "capacity", 65536);
        QVERIFY(!find(advise(machine.now(), nullptr), "nearly_full"));
        QVERIFY(find(machine.advise(), "nearly_full"));
    }

    void limits() {
        Machine machine;
        auto& maker = machine.maker;
        const auto limit = maker.object("limit:msgmni", "System V message queues");
        maker.set(limit, "used", 31990);
        maker.set(limit, "limit", 32000);
        maker.set(limit, "command", "sysctl -w kernel.msgmni=64000");
        const auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].id, std::string("limit"));
        QVERIFY2(says(findings[0], "System V message queues, 31990 of 32000"), texts(findings[0]).c_str());
        QCOMPARE(findings[0].command, std::string("sysctl -w kernel.msgmni=64000"));
        maker.set(limit, "used", 100);
        QVERIFY(machine.advise().empty());
    }

    void removed_but_attached() {
        Machine machine;
        const auto a = machine.process(10, "a");
        const auto segment = machine.maker.object("sysv_shm:1");
        machine.maker.at(segment).removed = true;
        machine.maker.hold(segment, a, Access::both, -1, Hold::attachment);
        const auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].id, std::string("removed"));
        QVERIFY2(says(findings[0], "until a (10) detaches it"), texts(findings[0]).c_str());
    }

    void stale_path() {
        Machine machine;
        const auto object = machine.maker.object("unix:/tmp/it's gone", "/tmp/it's gone");
        machine.maker.set(object, "state", 0);
        machine.maker.set(object, "path", "/tmp/it's gone");
        const auto findings = machine.advise();
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].id, std::string("stale_path"));
        QCOMPARE(findings[0].command, std::string("unlink -- '/tmp/it'\\''s gone'"));
    }

    void dead_and_stopped_owners() {
        Machine machine;
        const auto a = machine.process(10, "a"), b = machine.process(11, "b");
        auto& maker = machine.maker;
        const auto mutex = maker.object("futex:10/0x1000");
        maker.set(mutex, "owner", 4711);
        maker.set(mutex, "owner_dead", 1);
        maker.wait(mutex, a, Access::unknown, "the mutex to be unlocked by thread 4711");
        const auto lock = machine.lock("00:01:2:POSIX:0-EOF:11", b);
        maker.wait(lock, a, Access::unknown, "write lock of the whole file");
        maker.at_process(b).state = 'T';
        const auto findings = machine.advise();
        const auto* dead = find(findings, "dead_owner");
        QVERIFY(dead);
        QCOMPARE(dead->severity, Finding::Severity::problem);
        QVERIFY2(says(*dead, "4711") && says(*dead, "a (10) waits for it"), texts(*dead).c_str());
        QCOMPARE(dead->command, std::string("kill 10"));
        maker.set(mutex, "guess", 1);
        const auto guessed = machine.advise();
        QCOMPARE(find(guessed, "dead_owner")->severity, Finding::Severity::hint);
        QVERIFY(find(guessed, "dead_owner")->command.empty());
        const auto* stopped = find(findings, "stopped_owner");
        QVERIFY(stopped);
        QCOMPARE(stopped->command, std::string("kill -CONT 11"));
        QVERIFY(!find(findings, "stuck"));  // it can be let go on
    }

    void pending_signals() {
        Machine machine;
        machine.process(10, "a");
        auto& maker = machine.maker;
        const auto object = maker.object("signals:11");
        const std::int64_t usr1 = 1 << 9, term = 1 << 14;
        maker.set(object, "process_pending", usr1);
        maker.set(object, "thread_pending", 0);
        maker.set(object, "blocked", usr1 | term);
        QVERIFY(!find(advise(machine.now(), nullptr), "signal_pending"));  // it may arrive any moment
        const auto findings = machine.advise();
        const auto* pending = find(findings, "signal_pending");
        QVERIFY(pending);
        QVERIFY2(says(*pending, "does not get SIGUSR1: it blocks"), texts(*pending).c_str());
        maker.set(object, "blocked", term);
        const auto asleep = machine.advise();
        QCOMPARE(find(asleep, "signal_pending")->severity, Finding::Severity::warning);
    }

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
        QVERIFY(once[0].severity != Finding::Severity::problem && says(once[0], "one sample only"));
        const auto was = machine.before(), woken = machine.at(11 * second, 11 * second);
        const auto again = advise(woken, &was);
        QVERIFY(again[0].severity != Finding::Severity::problem && says(again[0], "one sample only"));
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
        QCOMPARE(findings[0].severity, Finding::Severity::problem);
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
        }
        {  // of one that writes, and has closed the end that it does not need
            Machine machine;
            const auto a = machine.process(10, "a"), b = machine.process(11, "b");
            const auto pipe = machine.pipe("[1]", {a}, {b});
            machine.maker.wait(pipe, a, Access::read);
            QVERIFY(machine.advise().empty());
        }
    }

    void words() {
        QCOMPARE(shell_word("/a/b"), std::string("/a/b"));
        QCOMPARE(shell_word(""), std::string("''"));
        QCOMPARE(shell_word("a b"), std::string("'a b'"));
        QCOMPARE(shell_word("it's"), std::string("'it'\\''s'"));
        QCOMPARE(shell_word("a\nb\xff"), std::string("$'a\\x0ab\\xff'"));
        QCOMPARE(shell_word("$(reboot)"), std::string("'$(reboot)'"));
        for (const auto* id : {"leak", "nearly_full", "limit", "removed", "stuck", "forgotten_end",
                               "stale_path", "dead_owner", "stopped_owner", "signal_pending"})
            QVERIFY2(*finding_title(id) != 0, id);
        QCOMPARE(finding_title("other"), "");
    }
};

QTEST_GUILESS_MAIN(TestAdvisor)
#include "test_advisor.moc"

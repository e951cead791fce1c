// Findings and stuck processes on made-up machines: what is told, what is not, and how sure it is.
#include "helpers/made_up_snapshot.h"
#include "helpers/subjects.h"
#include "monitor/advice_words.h"
#include "monitor/advisor.h"
#include "monitor/stuck_system.h"
#include "unit/advisor/subjects.h"

#include <QtTest>

#include <cerrno>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::advisor_tests;

namespace {

constexpr std::int64_t hour = 3600;

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

    // The kernel does not tell who made a queue, but who used it last.
    void left_behind_by_its_users() {
        Machine machine;
        machine.process(10, "a");
        auto& maker = machine.maker;
        const auto now = maker.taken_at / second;
        const auto add = [&](const char* ref, pid_t sender, pid_t receiver, std::int64_t sent) {
            const auto queue = maker.object(ref);
            maker.at(queue).created = now - 3 * hour;
            maker.set(queue, "lspid", sender);
            maker.set(queue, "lrpid", receiver);
            maker.set(queue, "stime", sent);
            maker.set(queue, "messages", 3);
            if (sender == 10) maker.hold(queue, 0, Access::unknown, -1, Hold::last_user);
        };
        add("sysv_msg:1", 4711, 4712, now - 2 * hour);  // both are gone
        add("sysv_msg:2", 4711, 10, now - 2 * hour);    // its receiver lives
        add("sysv_msg:3", 4711, 0, now - 60);           // something was sent just now
        add("sysv_msg:4", 0, 0, 0);                     // never used: that takes a day
        const auto snapshot = machine.now();
        const auto findings = advise(snapshot, nullptr);
        QCOMPARE(findings.size(), std::size_t{1});
        QVERIFY(findings[0].severity == Finding::Severity::hint);
        QCOMPARE(snapshot.ref(snapshot.objects[findings[0].objects[0]]), std::string("sysv_msg:1"));
        QVERIFY2(says(findings[0], "those who did are gone"), texts(findings[0]).c_str());
        QVERIFY2(says(findings[0], "4712"), texts(findings[0]).c_str());
        QVERIFY2(says(findings[0], "Messages: 3"), texts(findings[0]).c_str());
        QCOMPARE(findings[0].command, std::string("ipcrm -q 1"));
    }

    // What counts is when it was used last, not when it was made.
    void in_use_now_and_then() {
        Machine machine;
        auto& maker = machine.maker;
        const auto now = maker.taken_at / second;
        const auto add = [&](const char* ref, std::int64_t age) {
            const auto object = maker.object(ref);
            maker.at(object).created = now - age;
            return object;
        };
        const auto queue = add("sysv_msg:1", 72 * hour);  // by processes that live for a moment
        maker.set(queue, "lspid", 4711);
        maker.set(queue, "stime", now - 1);
        maker.set(queue, "rtime", now - 20 * hour);
        maker.set(add("sysv_sem:1", 72 * hour), "otime", now);  // who operates on it is not asked for
        const auto segment = add("sysv_shm:1", 72 * hour);
        maker.at(segment).creator = 4711;
        maker.set(segment, "nattch", 0);
        maker.set(segment, "dtime", now - 30);
        maker.missing(add("posix_shm:/a", 72 * hour), "mtime", CellState::not_available, "nobody tells");
        // Where processes meet: that nobody is there means nothing.
        add("fifo:/tmp/meet", 72 * hour);
        add("unix:/run/elsewhere", 72 * hour);
        const auto busy = advise(machine.now(), nullptr);
        QVERIFY2(busy.empty(), busy.empty() ? "" : texts(busy[0]).c_str());

        // The same, left alone since.
        maker.set(queue, "stime", now - 50 * hour);
        maker.set(queue, "rtime", now - 60 * hour);
        maker.set(segment, "dtime", now - hour);
        add("posix_shm:/b", 72 * hour);
        const auto findings = advise(machine.now(), nullptr);
        QCOMPARE(findings.size(), std::size_t{3});
        const auto of = [&](std::string_view name) {
            return std::find_if(findings.begin(), findings.end(),
                                [&](const Finding& one) { return says(one, name); });
        };
        const auto left = of("nobody is seen to have it");
        QVERIFY(left != findings.end() && left->severity == Finding::Severity::hint);
        QVERIFY2(says(*left, "not used since"), texts(*left).c_str());
        QVERIFY(!says(*left, "for days"));
        QVERIFY(of("last used 2 days ago") != findings.end());
        QVERIFY(of("last used 60 minutes ago") != findings.end());
    }

    // Who is not seen may have it, may have made it, may wait in it.
    void left_behind_as_far_as_can_be_seen() {
        Machine machine;
        auto& maker = machine.maker;
        const auto now = maker.taken_at / second;
        const auto segment = maker.object("sysv_shm:1"), file = maker.object("posix_shm:/a"),
                   queue = maker.object("sysv_msg:1");
        maker.at(segment).creator = 4711;
        maker.set(segment, "nattch", 0);
        for (const auto object : {segment, file, queue})
            maker.at(object).created = now - 100 * hour;
        const auto leaks = [&] {
            const auto findings = advise(machine.now(), nullptr);
            return std::count_if(findings.begin(), findings.end(),
                                 [](const Finding& one) { return one.id == "leak"; });
        };
        QCOMPARE(leaks(), 3);
        maker.at(file).holders_complete = false;  // its holders cannot be known
        QCOMPARE(leaks(), 2);
        maker.at(queue).waiters_complete = false;  // nor who sleeps in msgrcv
        QCOMPARE(leaks(), 1);
        maker.at(segment).holders_complete = maker.at(segment).waiters_complete = false;
        QCOMPARE(leaks(), 1);  // the kernel counts those
        // One that can be named is named, and nothing is proposed.
        maker.at_process(machine.process(1, "init")).descriptors_errno = EACCES;
        const auto doubtful = advise(machine.now(), nullptr);
        QCOMPARE(doubtful.size(), std::size_t{3});
        for (const auto& one : doubtful) {
            if (says(one, "System V shared memory")) continue;
            QVERIFY2(one.severity == Finding::Severity::hint && says(one, "init (1), which cannot be looked"),
                     texts(one).c_str());
            QVERIFY(one.command.empty() && !one.removable);
        }
        maker.processes_complete = false;
        QCOMPARE(leaks(), 0);  // but its creator may live where nobody can see it
    }

    // The same in another language: every sentence has a pattern, and names stay as they are.
    void in_any_language() {
        Machine machine;
        const auto a = machine.process(10, "a %1"), b = machine.process(20, "b");
        auto& maker = machine.maker;
        const auto one = machine.lock("1", a), two = machine.lock("2", b);
        maker.wait(one, b, Access::unknown, "write lock of the whole file");
        maker.wait(two, a, Access::unknown, "write lock of the whole file");
        const auto findings = machine.advise();
        const auto* found = find(findings, "stuck");
        QVERIFY(found);
        const Tongue backwards{[](const char* pattern) {
                                   const std::string_view text(pattern);
                                   return text == "%1 waits for %2, %3" ? std::string("[%3 %2 %1]")
                                                                        : std::string(text);
                               },
                               [](std::string_view words) { return "<" + std::string(words) + ">"; }};
        std::string english, other;
        for (const auto& sentence : found->sentences) {
            english += (english.empty() ? "" : " ") + in_english(sentence);
            other += said(sentence, backwards);
        }
        QCOMPARE(english, found->words);
        QVERIFY2(other.find("/tmp/file (<write lock of the whole file>) a %1 (10)]") != std::string::npos,
                 other.c_str());
        QCOMPARE(found->facts.size(), found->evidence.size());
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
        // Of memory, too, at the first look.
        const auto memory = maker.object("limit_bytes:/dev/shm", "memory of the files in /dev/shm");
        maker.set(memory, "used", 999);
        maker.set(memory, "limit", 1000);
        maker.set(memory, "command", "mount -o remount,size=2000 /dev/shm");
        const auto of_memory = advise(machine.now(), nullptr);
        QCOMPARE(of_memory.size(), std::size_t{1});
        QCOMPARE(of_memory[0].id, std::string("limit"));
        QCOMPARE(of_memory[0].command, std::string("mount -o remount,size=2000 /dev/shm"));
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
        machine.maker.processes_complete = false;  // whoever listens may be hidden
        QVERIFY(machine.advise().empty());
    }

    // What systemd gives to services in place of sockets that they may not reach.
    void meant_to_lead_nowhere() {
        Machine machine;
        for (const auto* path :
             {"/run/systemd/inaccessible/sock", "/run/user/1000/systemd/inaccessible/sock"})
            machine.maker.set(machine.maker.object("unix:" + std::string(path), path), "state", 0);
        QVERIFY(machine.advise().empty());
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
        const auto once = advise(machine.now(), nullptr);  // it may just be ending
        QCOMPARE(find(once, "dead_owner")->severity, Finding::Severity::hint);
        QVERIFY(find(once, "dead_owner")->command.empty());
        maker.missing(mutex, "owner_dead", CellState::not_available, "its process cannot be seen from here");
        QVERIFY(!find(machine.advise(), "dead_owner"));
        maker.set(mutex, "owner_dead", 1);
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

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestAdvisor>(), waits());
}
#include "test_advisor.moc"

// Who is stuck on whom, across real processes.
#include "conformance/monitor_processes/monitor_processes.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_processes;

class TestProcessesStuck : public ProcessSubject {
    Q_OBJECT

private slots:
    void deadlock_of_locks() {
        NEEDS_SIGHT(waits);
        const Steps steps;
        const auto one = [&](off_t mine, off_t wanted) {
            const int fd = opened(path_.c_str());
            // The kernel finds circles of locks of processes, so these are of open files.
            lock_range(fd, F_OFD_SETLK, F_WRLCK, mine, 1);
            steps.done();
            steps.until(2);
            lock_range(fd, F_OFD_SETLKW, F_WRLCK, wanted, 1);
        };
        const Child a([&] { one(0, 1); }), b([&] { one(1, 0); });
        const auto finding = wait_for_finding(a.pid(), "stuck", Finding::Severity::problem);
        QCOMPARE(finding.processes.size(), std::size_t{2});
        QVERIFY2(finding.words.find("it is a deadlock") != std::string::npos, finding.words.c_str());
        QCOMPARE(finding.objects.size(), std::size_t{2});
    }

    void deadlock_of_pipes() {
        NEEDS_SIGHT(waits);
        int there[2], back[2];
        QVERIFY(pipe2(there, O_CLOEXEC) == 0 && pipe2(back, O_CLOEXEC) == 0);
        const auto read_one = [](int fd) {
            char octet = 0;
            (void)!read(fd, &octet, 1);
        };
        {
            const Child a([&] {
                close(there[0]);
                close(back[1]);
                read_one(back[0]);
            });
            const Child b([&] {
                close(there[1]);
                close(back[0]);
                read_one(there[0]);
            });
            for (const int fd : {there[0], there[1], back[0], back[1]})
                close(fd);
            const auto finding = wait_for_finding(b.pid(), "stuck", std::nullopt);
            QVERIFY2(finding.words.find("could write") != std::string::npos, finding.words.c_str());
            QCOMPARE(finding.processes.size(), std::size_t{2});
        }
    }

    void deadlock_of_mutex_and_lock() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        auto* mutex = static_cast<pthread_mutex_t*>(
            mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
        QVERIFY(mutex != MAP_FAILED);
        QVERIFY(init_shared_mutex(mutex, true));
        const Steps steps;
        {
            const Child a([&] {
                pthread_mutex_lock(mutex);
                steps.done();
                steps.until(2);
                lock_range(opened(path_.c_str()), F_SETLKW, F_WRLCK, 0, 0);
            });
            const Child b([&] {
                lock_range(opened(path_.c_str()), F_SETLKW, F_WRLCK, 0, 0);
                steps.done();
                steps.until(2);
                pthread_mutex_lock(mutex);
            });
            const auto finding = wait_for_finding(a.pid(), "stuck", Finding::Severity::problem);
            QCOMPARE(finding.processes.size(), std::size_t{2});
            QVERIFY2(finding.words.find("mutex") != std::string::npos, finding.words.c_str());
        }
        munmap(mutex, 4096);
    }

    // Two that talk all the time are never stuck, however often they are looked at.
    void no_deadlock_of_those_who_talk() {
        int there[2], back[2];
        QVERIFY(pipe2(there, O_CLOEXEC) == 0 && pipe2(back, O_CLOEXEC) == 0);
        const auto talk = [&](int in, int out, bool first) {
            char octet = 'x';
            if (first) (void)!write(out, &octet, 1);
            while (read(in, &octet, 1) == 1 && write(out, &octet, 1) == 1) {
            }
        };
        const Child a([&] {
            close(there[0]);
            close(back[1]);
            talk(back[0], there[1], true);
        });
        const Child b([&] {
            close(there[1]);
            close(back[0]);
            talk(there[0], back[1], false);
        });
        for (const int fd : {there[0], there[1], back[0], back[1]})
            close(fd);
        Taken before = sample();
        for (int i = 0; i < 12; ++i) {
            const auto now = sample();
            for (const auto& deadlock : stuck_processes(*now, before.get()))
                for (const auto process : deadlock.processes)
                    QVERIFY(!deadlock.certain || now->processes[process].pid != a.pid());
            before = now;
        }
    }

    void forgotten_write_end() {
        NEEDS_SIGHT(waits);
        int ends[2];
        QVERIFY(pipe2(ends, O_CLOEXEC) == 0);
        const Child child([&] {
            for (int number = 1; number < NSIG; ++number)
                std::signal(number, SIG_DFL);  // no handler could write to it
            char octet = 0;
            (void)!read(ends[0], &octet, 1);  // for ever: it has the write end itself
        });
        close(ends[0]);
        close(ends[1]);
        const auto finding = wait_for_finding(child.pid(), "forgotten_end", std::nullopt);
        QVERIFY(std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const std::string& fact) {
            return fact.find(fmt::format("descriptor {}", ends[1])) != std::string::npos;
        }));
        // Where somebody else could have it, too, nothing is proposed.
        if (finding.severity == Finding::Severity::problem)
            QCOMPARE(finding.command,
                     fmt::format("gdb -p {} -batch -ex 'call (int)close({})'", child.pid(), ends[1]));
        else
            QVERIFY(finding.command.empty());
    }

    void stopped_owner() {
        NEEDS_SIGHT(waits);
        const Steps steps;
        const Child owner([&] {
            lock_range(opened(path_.c_str()), F_SETLK, F_WRLCK, 0, 0);
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(1));
        QVERIFY(kill(owner.pid(), SIGSTOP) == 0);
        const Child waiter([&] { lock_range(opened(path_.c_str()), F_SETLKW, F_WRLCK, 0, 0); });
        const auto finding = wait_for_finding(waiter.pid(), "stopped_owner", Finding::Severity::problem);
        QCOMPARE(finding.command, fmt::format("kill -CONT {}", owner.pid()));
    }
};

std::unique_ptr<QObject> monitor_processes::stuck() {
    return std::make_unique<TestProcessesStuck>();
}
#include "stuck.moc"

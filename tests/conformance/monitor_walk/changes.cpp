// What changes of a process between two samples, also where it does not run itself.
#include "conformance/monitor_walk/made_up.h"
#include "conformance/monitor_walk/monitor_walk.h"
#include "helpers/child.h"
#include "helpers/pipe_ends.h"
#include "helpers/wait.h"

#include <QtTest>

#include <algorithm>
#include <fcntl.h>
#include <sched.h>

#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_walk;

namespace {

// For a child: as it is told, and back.
struct Word {
    PipeEnds pipe;
    void say() const {
        if (write(pipe.ends[1], "x", 1) != 1) _exit(1);
    }
    bool heard() const {
        char octet = 0;
        return read(pipe.ends[0], &octet, 1) == 1;
    }
    void let_go() {  // then it is heard when the others have ended
        close(pipe.ends[1]);
        pipe.ends[1] = -1;
    }
};

std::uint64_t namespace_now(pid_t pid) {
    struct stat info {};
    return stat(fmt::format("/proc/{}/ns/ipc", pid).c_str(), &info) == 0 ? info.st_ino : 0;
}

pid_t parent_now(pid_t pid) {
    std::string line(512, '\0');
    const UniqueFd file(open(fmt::format("/proc/{}/stat", pid).c_str(), O_RDONLY | O_CLOEXEC));
    const auto got = read(file.get(), line.data(), line.size());
    line.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    const auto at = line.rfind(") ");
    return at == std::string::npos ? 0 : std::atoi(line.c_str() + at + 4);
}

bool holds(const Snapshot& snapshot, const std::string& ref, pid_t pid, int fd) {
    const auto* object = find(snapshot, ref);
    if (!object) return false;
    const auto all = snapshot.holds_of(*object);
    return std::any_of(all.begin(), all.end(), [&](const SeenHold& hold) {
        return snapshot.processes[hold.process].pid == pid && hold.fd == fd;
    });
}

}  // namespace

class TestWalkChanges : public QObject {
    Q_OBJECT

private slots:
    // It has run when it was too early to look again, and sleeps from then on.
    void aNamespaceIsSeenThoughItsProcessSleepsSince() {
        Look look;
        look.options.identity_age = 300'000'000;
        Word go, done;
        const Child child([&] {
            go.heard();
            if (unshare(CLONE_NEWIPC) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWIPC) != 0) _exit(1);
            done.say();
            go.heard();
        });
        const auto seen = [&] {
            const auto& now = look.now();
            const auto process = now.process(child.pid());
            return process ? now.processes[*process].ipc_namespace : 0;
        };
        const auto before = seen();
        QVERIFY(before != 0);
        QCOMPARE(before, look.kept->ipc_namespace);
        go.say();
        done.let_go();
        if (!done.heard()) QSKIP("no namespace can be made here");
        seen();
        const auto wanted = namespace_now(child.pid());
        QVERIFY(wanted != 0 && wanted != look.kept->ipc_namespace);
        QVERIFY(wait_for([&] { return seen() == wanted; }));
    }

    void descriptorsInCommon_data() {
        QTest::addColumn<QString>("who");
        QTest::newRow("the parent sleeps") << "child";
        QTest::newRow("the child sleeps") << "parent";
        QTest::newRow("the child ends") << "ending child";
    }
    // clone(2) with CLONE_FILES: what one of them closes, the other has no more, without having run.
    void descriptorsInCommon() {
        QFETCH(QString, who);
        if (syscall(SYS_kcmp, getpid(), getppid(), 2, 0, 0) < 0 && errno != EPERM) QSKIP("no kcmp(2) here");
        if (syscall(SYS_kcmp, getpid(), getpid(), 2, 0, 0) != 0) QSKIP("kcmp(2) is not permitted here");
        Look look;
        const Word go, done, born;
        const PipeEnds things;
        const int shared = things.ends[0];
        const auto ref = ref_of(shared);
        const bool by_parent = who == "parent", ends = who == "ending child";
        const Child parent([&] {
            const auto clone = syscall(SYS_clone, CLONE_FILES | SIGCHLD, nullptr, nullptr, nullptr, nullptr);
            if (clone < 0) _exit(1);
            if (clone == 0) prctl(PR_SET_PDEATHSIG, SIGKILL);
            if ((clone != 0) == by_parent) {
                const auto other = static_cast<pid_t>(clone == 0 ? getpid() : clone);
                if (write(born.pipe.ends[1], &other, sizeof other) != sizeof other) _exit(1);
                go.heard();
                close(shared);
                done.say();
                if (ends) _exit(0);
            }
            pause();
        });
        pid_t child = 0;
        QCOMPARE(read(born.pipe.ends[0], &child, sizeof child), ssize_t{sizeof child});
        QVERIFY(wait_for([&] {
            const auto& now = look.now();
            return holds(now, ref, parent.pid(), shared) && holds(now, ref, child, shared);
        }));
        look.now();
        go.say();
        QVERIFY(done.heard());
        QVERIFY(wait_for([&] {
            const auto& now = look.now();
            return !holds(now, ref, parent.pid(), shared) && !holds(now, ref, child, shared);
        }));
        QVERIFY(holds(*look.kept, ref, getpid(), shared));
        QVERIFY(holds(*look.kept, ref, parent.pid(), things.ends[1]));
    }

    // Samples that do not look at descriptors, or at those of others only, lose nothing for those that do.
    void whatHasRunIsReadWhenItIsLookedAt_data() {
        QTest::addColumn<bool>("owners");
        QTest::newRow("without owners") << false;
        QTest::newRow("of another user") << true;
    }
    void whatHasRunIsReadWhenItIsLookedAt() {
        QFETCH(bool, owners);
        Look look;
        const Word go, done;
        const PipeEnds things;
        const int end = things.ends[0];
        const auto ref = ref_of(end);
        const Child child([&] {
            go.heard();
            close(end);
            done.say();
            pause();
        });
        QVERIFY(wait_for([&] { return holds(look.now(), ref, child.pid(), end); }));
        go.say();
        QVERIFY(done.heard());
        for (int i = 0; i < 3; ++i) {
            look.options.owners = owners;
            look.options.uid = owners ? 4'000'000'000u : ~0u;
            look.now();
        }
        look.options = {};
        QVERIFY(wait_for([&] { return !holds(look.now(), ref, child.pid(), end); }));
        QVERIFY(holds(*look.kept, ref, child.pid(), things.ends[1]));
    }

    void aParentThatHasEndedIsNoParentAnyMore() {
        Look look;
        Word born, end;
        Child parent([&] {
            const auto child = fork();
            if (child == 0) {
                end.let_go();
                end.heard();  // until the test has ended
                _exit(0);
            }
            if (write(born.pipe.ends[1], &child, sizeof child) != sizeof child) _exit(1);
            pause();
        });
        pid_t child = 0;
        QCOMPARE(read(born.pipe.ends[0], &child, sizeof child), ssize_t{sizeof child});
        const auto seen = [&] {
            const auto& now = look.now();
            const auto process = now.process(child);
            return process ? now.processes[*process].parent : -1;
        };
        // Until it sleeps.
        QVERIFY(wait_for([&] { return seen() == parent.pid() && parent_now(child) == parent.pid(); }));
        for (int i = 0; i < 3; ++i)
            seen();
        parent.end();
        const auto wanted = parent_now(child);
        QVERIFY(wanted != parent.pid());
        QCOMPARE(seen(), wanted);
        end.let_go();
        QVERIFY(wait_for([&] { return parent_now(child) == 0 || parent_now(child) == getpid(); }));
    }

    // What is sent to a process that sleeps is seen at once, however many threads the kernel has.
    void signalsThatWaitAreSeenAtOnce() {
        Look look;
        const Word ready;
        const Child child([&] {
            sigset_t all;
            sigfillset(&all);
            sigprocmask(SIG_BLOCK, &all, nullptr);
            ready.say();
            pause();
        });
        QVERIFY(ready.heard());
        constexpr std::size_t most_at_once = 128;
        for (int i = 0; i < 3; ++i)
            look.now();
        if (look.kept->processes.size() >= most_at_once) QSKIP("there are too many processes here");
        QVERIFY(look.status(child.pid()).find("ShdPnd:\t0000000000000000") != std::string::npos);
        QCOMPARE(kill(child.pid(), SIGUSR1), 0);
        look.now();
        QVERIFY(look.status(child.pid()).find("ShdPnd:\t0000000000000200") != std::string::npos);
    }
};

std::unique_ptr<QObject> monitor_walk::changes() {
    return std::make_unique<TestWalkChanges>();
}
#include "changes.moc"

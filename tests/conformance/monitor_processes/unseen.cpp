// Processes that the probe cannot see: nobody is then said to hold nothing, or to be gone.
#include "conformance/monitor_processes/monitor_processes.h"
#include "monitor/client.h"

#include <QScopeGuard>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_processes;

namespace {

// What every one of these looks has to say; "" = it does.
std::string what_is_claimed(const Snapshot& seen, std::string_view gap, std::string_view needs) {
    if (seen.processes_complete) return "as if all processes were seen";
    if (seen.calls_complete) return "as if all waits were seen";
    if (!has_gap(seen, gap)) return "no such gap: " + gaps_of(seen);
    if (seen.text(seen.needs) != needs) return "it needs '" + std::string(seen.text(seen.needs)) + "'";
    for (const auto& object : seen.objects) {
        const std::string_view prefix = seen.kind(object).kind->prefix;
        if (prefix == "pipe" && (object.holders_complete || object.waiters_complete))
            return seen.ref(object) + ": as if all its holders were seen";
        if (prefix == "sysv_msg" && object.waiters_complete)
            return seen.ref(object) + ": as if all its waiters were seen";
    }
    for (const auto& finding : advise(seen, nullptr))
        if (finding.id == "leak" || finding.id == "stale_path") return finding.words;
    return {};
}

// For this thread, and what it starts, /proc shows the processes of its own user alone.
bool hide_others() {
    return unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("proc", "/proc", "proc", 0, "hidepid=2") == 0;
}

// Who is in the group of root sees all, too.
bool become_nobody() {
    return syscall(SYS_setgroups, 0, nullptr) == 0 && syscall(SYS_setresgid, 65534, 65534, 65534) == 0 &&
           become_user(65534);
}

Result<Taken> look(const MonitorClient::Options& options = {}) {
    auto client = MonitorClient::start(options);
    if (!client) return tl::unexpected(client.error());
    return (*client)->sample({.timeout_ns = patience_ns});
}

}  // namespace

class TestProcessesUnseen : public ProcessSubject {
    Q_OBJECT

private slots:
    void all_seen() {
        if (geteuid() != 0) QSKIP("needs root");
        const auto seen = sample();
        if (seen->pid_namespace != 0xEFFFFFFC) QSKIP("in a pid namespace");
        QVERIFY(seen->processes_complete);
        QVERIFY(!has_gap(*seen, "pid namespace"));
        QVERIFY(seen->text(seen->needs).empty() || !seen->calls_complete);
    }

    void hidden_by_proc() {
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("needs root, to become somebody else, who may start the probe");
        int ends[2];
        QVERIFY(pipe2(ends, O_CLOEXEC) == 0);
        const auto closed = qScopeGuard([&] {
            close(ends[0]);
            close(ends[1]);
        });
        // A mutex of the kernel's, in memory that both share: the owner belongs to another user than who
        // waits.
        struct Shared {
            pthread_mutex_t mutex;
        };
        auto* shared = static_cast<Shared*>(
            mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
        QVERIFY(shared != MAP_FAILED);
        const auto unmapped = qScopeGuard([&] { munmap(shared, sizeof *shared); });
        pthread_mutexattr_t attributes;
        pthread_mutexattr_init(&attributes);
        pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
        pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT);
        QCOMPARE(pthread_mutex_init(&shared->mutex, &attributes), 0);
        const Steps steps;
        const Child owner([&] {
            pthread_mutex_lock(&shared->mutex);
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(1));
        const Child waiter([&] {
            if (!become_nobody() || prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) != 0) _exit(1);
            pthread_mutex_lock(&shared->mutex);
        });
        const auto problem = in_thread([&]() -> std::string {
            if (!hide_others()) return "skip";
            if (!become_nobody()) return "no other user";
            auto client = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
            if (!client) return client.error().text();
            std::string why;
            const bool seen = wait_for(
                [&] {
                    auto taken = (*client)->sample({.timeout_ns = patience_ns});
                    if (!taken) {
                        why = taken.error().text();
                        return true;
                    }
                    const auto& now = **taken;
                    if (now.process(owner.pid())) why = "the owner is not hidden";
                    if (why.empty()) why = what_is_claimed(now, "hidepid=", "CAP_SYS_PTRACE");
                    if (!why.empty()) return true;
                    for (const auto* futex : objects_of(now, "futex", "")) {
                        const Look look(now, now.ref(*futex));
                        if (!waiters_of(now, *futex).contains(waiter.pid())) continue;
                        if (look.number("owner") != owner.pid()) why = "another owner";
                        if (look.number("owner_dead") != -1) why = "who is hidden is taken for dead";
                        return true;
                    }
                    return false;
                },
                patience);
            return seen ? why : "nobody waits for the mutex";
        });
        if (problem == "skip") QSKIP("no other /proc may be mounted here");
        if (problem == "nobody waits for the mutex" && !siblings_may(Sight::waits))
            QSKIP("waits are not seen");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void outside_the_pid_namespace() {
        const auto problem = in_thread([]() -> std::string {
            if (unshare(CLONE_NEWPID) != 0) return "skip";
            const auto taken = look({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
            if (!taken) return taken.error().text();
            return what_is_claimed(**taken, "outside this pid namespace",
                                   "a probe in the first pid namespace");
        });
        if (problem == "skip") QSKIP("needs root, to make pid namespaces");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void more_than_files_may_be_open() {
        std::vector<std::unique_ptr<Child>> many;
        for (int i = 0; i < 50; ++i)
            many.push_back(std::make_unique<Child>([] { stay_until_killed(); }));
        int told[2];
        QVERIFY(pipe2(told, O_CLOEXEC) == 0);
        {
            const Child asking([&] {
                const rlimit few{45, 45};
                std::string problem = "setrlimit";
                if (setrlimit(RLIMIT_NOFILE, &few) == 0) {
                    const auto taken = look({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
                    problem = taken ? what_is_claimed(**taken, "may not have more files open",
                                                      "a higher limit of open files (ulimit -n)")
                                    : taken.error().text();
                }
                problem += "\n";
                if (write(told[1], problem.data(), problem.size()) < 0) _exit(1);
            });
            close(told[1]);
            std::string all;
            char octets[512];
            while (all.find('\n') == std::string::npos) {
                const auto got = read(told[0], octets, sizeof octets);
                if (got < 0 && errno == EINTR) continue;
                if (got <= 0) break;
                all.append(octets, static_cast<std::size_t>(got));
            }
            close(told[0]);
            QCOMPARE(QString::fromStdString(all), QString("\n"));
        }
    }
};

std::unique_ptr<QObject> monitor_processes::unseen() {
    return std::make_unique<TestProcessesUnseen>();
}
#include "unseen.moc"

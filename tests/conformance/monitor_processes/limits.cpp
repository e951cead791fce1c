// Limits that are not the machine's but a process's, a user's, a group's or a file system's.
#include "conformance/monitor_processes/monitor_processes.h"

#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/statvfs.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_processes;

class TestProcessesLimits : public ProcessSubject {
    Q_OBJECT

    static bool limit_files(rlim_t most, rlim_t hard) {
        const rlimit limit{most, hard};
        return setrlimit(RLIMIT_NOFILE, &limit) == 0;
    }

private slots:
    // Only a process that has more than half of what it may have is shown.
    void open_files_of_a_process() {
        const Steps steps;
        const auto holding = [&](int count) {
            return [&steps, count] {
                close_range(3, ~0u, 0);
                if (!limit_files(64, 4096)) _exit(1);
                for (int i = 3; i < count; ++i)
                    if (fcntl(0, F_DUPFD_CLOEXEC, 3) < 0) _exit(1);
                steps.done();
                stay_until_killed();
            };
        };
        const Child many(holding(50)), few(holding(20));
        QVERIFY(steps.reach(2));
        const auto ref = fmt::format("limit:nofile@{}", many.pid());
        const auto snapshot = sample_until([&](const Snapshot& seen) { return bool(Look(seen, ref)); });
        const Look look(*snapshot, ref);
        QVERIFY(look);
        QCOMPARE(look.number("used"), 50);
        QCOMPARE(look.number("limit"), 64);
        QCOMPARE(look.text("command"), fmt::format("prlimit --pid {} --nofile=128:", many.pid()));
        QCOMPARE(owners_of(*snapshot, look.object()), std::set<pid_t>{many.pid()});
        QVERIFY(!Look(*snapshot, fmt::format("limit:nofile@{}", few.pid())));
        // What the command says is what helps. (Needs util-linux.)
        if (QStandardPaths::findExecutable("prlimit").isEmpty()) QSKIP("there is no prlimit here");
        QCOMPARE(QProcess::execute("sh", {"-c", QString::fromStdString(look.text("command"))}), 0);
        rlimit now{};
        QCOMPARE(prlimit(many.pid(), RLIMIT_NOFILE, nullptr, &now), 0);
        QCOMPARE(now.rlim_cur, rlim_t{128});
        QCOMPARE(now.rlim_max, rlim_t{4096});
    }

    void memory_of_shared_files() {
        struct statvfs about {};
        if (statvfs("/dev/shm", &about) != 0 || !QFile::exists("/dev/shm"))
            QSKIP("there is no /dev/shm here");
        const auto snapshot = sample();
        const Look bytes(*snapshot, "limit_bytes:/dev/shm");
        if (!bytes) QSKIP("/dev/shm is no memory file system here");
        QCOMPARE(bytes.number("limit"), static_cast<std::int64_t>(about.f_blocks * about.f_frsize));
        QVERIFY(bytes.number("used") >= 0 && bytes.number("used") <= bytes.number("limit"));
        QVERIFY(bytes.text("command").starts_with("mount -o remount,size="));
        const auto name = fmt::format("/dev/shm/ipcscope-limits-{}", getpid());
        const auto file = open_file(name);
        const auto gone = qScopeGuard([&] { unlink(name.c_str()); });
        constexpr off_t size = 8 << 20;
        QCOMPARE(posix_fallocate(file.get(), 0, size), 0);
        struct statvfs then {};
        QVERIFY(sample_until([&](const Snapshot& seen) {
                    statvfs("/dev/shm", &then);
                    const auto used =
                        static_cast<std::int64_t>((then.f_blocks - then.f_bfree) * then.f_frsize);
                    return Look(seen, "limit_bytes:/dev/shm").number("used") == used && used >= size;
                }) != nullptr);
        QVERIFY(Look(*sample(), "limit_bytes:/dev/shm").number("used") >= size);
    }

    // What a child has inherited is its parent's: it counts once.
    void inotify_of_a_user() {
        constexpr uid_t nobody_else = 54321;
        if (geteuid() != 0) QSKIP("only root can be a user that has nothing else");
        const Steps steps;
        const Child watching([&] {
            if (!become_user(nobody_else)) _exit(1);
            prctl(PR_SET_DUMPABLE, 1);
            const int watches = inotify_init1(IN_CLOEXEC);
            for (const char* path : {"/", "/proc", "/dev"})
                if (inotify_add_watch(watches, path, IN_DELETE_SELF) < 0) _exit(1);
            if (fork() == 0) prctl(PR_SET_PDEATHSIG, SIGKILL);
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(2));
        const auto instances = fmt::format("limit:inotify_instances@{}", nobody_else);
        const auto snapshot = sample_until([&](const Snapshot& seen) { return bool(Look(seen, instances)); });
        const Look look(*snapshot, instances);
        QVERIFY(look);
        QCOMPARE(look.number("used"), 1);
        QCOMPARE(look.object().uid, nobody_else);
        const Look watches(*snapshot, fmt::format("limit:inotify_watches@{}", nobody_else));
        QCOMPARE(watches.number("used"), 3);
        QFile file("/proc/sys/fs/inotify/max_user_watches");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(watches.number("limit"), file.readAll().trimmed().toLongLong());
    }

    // A service or a container that may not fork any more.
    void processes_of_a_group() {
        std::string folder;
        for (const char* root : {"/sys/fs/cgroup", "/sys/fs/cgroup/pids", "/sys/fs/cgroup/unified"}) {
            folder = fmt::format("{}/ipcscope 'test' {}", root, getpid());
            if (mkdir(folder.c_str(), 0755) != 0) continue;
            const auto most = folder + "/pids.max";  // the kernel's, not a file of ours
            if (access(most.c_str(), W_OK) == 0 && write_limit(most.c_str(), "4")) break;
            rmdir(folder.c_str());
            folder.clear();
        }
        if (folder.empty() || !QFile::exists(QString::fromStdString(folder)))
            QSKIP("no group of processes can be made here");
        std::vector<std::unique_ptr<Child>> children;
        const auto gone = qScopeGuard([&] {
            children.clear();
            wait_for([&] { return rmdir(folder.c_str()) == 0; });
        });
        for (int i = 0; i < 3; ++i) {
            children.push_back(std::make_unique<Child>([] { stay_until_killed(); }));
            if (!write_limit((folder + "/cgroup.procs").c_str(), std::to_string(children.back()->pid())))
                QSKIP("processes cannot be put into a group here");
        }
        // A probe that has not looked at groups yet.
        auto client = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
        QVERIFY(client);
        const auto taken = (*client)->sample({.timeout_ns = patience_ns});
        QVERIFY(taken);
        const auto ref = "limit:" + escape_key("pids" + folder.substr(folder.rfind('/')));
        const Look look(**taken, ref);
        QVERIFY2(look, ref.c_str());
        QCOMPARE(look.number("used"), 3);
        QCOMPARE(look.number("limit"), 4);
        QCOMPARE(look.text("source"), folder + "/pids.max");
        QCOMPARE(QProcess::execute("sh", {"-c", QString::fromStdString(look.text("command"))}), 0);
        QFile file(QString::fromStdString(folder + "/pids.max"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().trimmed(), QByteArray("8"));
    }
};

std::unique_ptr<QObject> monitor_processes::limits() {
    return std::make_unique<TestProcessesLimits>();
}
#include "limits.moc"

// File locks and shared mappings of files.
#include "conformance/monitor_processes/monitor_processes.h"
#include "schema/text.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_processes;

class TestProcessesLocks : public ProcessSubject {
    Q_OBJECT

private slots:
    void equal_with_lslocks() {
        if (QStandardPaths::findExecutable("lslocks").isEmpty()) QSKIP("lslocks (util-linux) is not there");
        const Steps steps;
        const Child child([&] {
            const int fd = opened(path_.c_str());
            lock_range(fd, F_SETLK, F_WRLCK, 3, 4);
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(1));
        QProcess tool;
        tool.start("lslocks",
                   {"--noheadings", "--raw", "--notruncate", "-o", "PID,TYPE,MODE,START,END,PATH"});
        QVERIFY(tool.waitForFinished(20000));
        const auto line =
            QString("%1 POSIX WRITE 3 6 %2\n").arg(child.pid()).arg(QString::fromStdString(path_));
        const auto all = QString::fromUtf8(tool.readAllStandardOutput());
        QVERIFY2(all.contains(line), qPrintable(all));
        const auto snapshot = sample();
        const Look lock(*snapshot, fmt::format("lock:{}:POSIX:3-6:{}", place_, child.pid()));
        QVERIFY(lock);
        QCOMPARE(lock.name(), path_);
        QCOMPARE(owners_of(*snapshot, lock.object()), (std::set<pid_t>{child.pid()}));
        QCOMPARE(lock.number("waiting"), 0);
    }

    // All locks of a file and who waits for them, as we are and as an ordinary user.
    void all_locks_of_lslocks() {
        if (QStandardPaths::findExecutable("lslocks").isEmpty()) QSKIP("lslocks (util-linux) is not there");
        const Steps steps;
        const auto take = [&](short type, int begin, int length) {
            lock_range(opened(path_.c_str()), F_SETLK, type, begin, length);
            steps.done();
            stay_until_killed();
        };
        const Child reader([&] { take(F_RDLCK, 0, 10); }), writer([&] { take(F_WRLCK, 20, 0); });
        const Child whole([&] {
            flock(opened(path_.c_str()), LOCK_EX);
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(3));
        const Child waiter([&] { flock(opened(path_.c_str()), LOCK_SH); });
        const auto inode = QString::fromStdString(place_.substr(place_.rfind(':') + 1));
        using Rows = std::set<std::string>;  // "4711 POSIX READ 0 9", and "waits 1"
        const auto by_lslocks = [&] {
            QProcess tool;
            tool.start("lslocks",
                       {"--noheadings", "--raw", "--notruncate", "-o", "INODE,PID,TYPE,MODE,START,END"});
            Rows rows;
            int waiting = 0;
            if (tool.waitForFinished(60'000))
                for (const auto& line : QString::fromUtf8(tool.readAllStandardOutput()).split('\n')) {
                    const auto words = line.simplified().split(' ');
                    if (words.size() != 6 || words[0] != inode) continue;
                    if (words[3].endsWith('*'))
                        ++waiting;
                    else
                        rows.insert(words.mid(1).join(' ').toStdString());
                }
            rows.insert(fmt::format("waits {}", waiting));
            return rows;
        };
        const auto by_monitor = [&](const Snapshot& snapshot) {
            Rows rows;
            std::int64_t waiting = 0;
            for (const auto* lock : locks(snapshot)) {
                const Look look(snapshot, snapshot.ref(*lock));
                const auto word = [&](const char* field) {
                    const auto& fields = snapshot.kind(*lock).kind->fields;
                    const auto at = field_index(*snapshot.kind(*lock).kind, field);
                    return print_value(fields[at].type, snapshot.value(*lock, at));
                };
                const auto end = word("end");
                waiting += look.number("waiting");
                for (const auto owner : owners_of(snapshot, *lock))
                    rows.insert(fmt::format("{} {} {} {} {}", owner, word("type"), word("access"),
                                            word("start"), end == "EOF" ? "0" : end));
            }
            rows.insert(fmt::format("waits {}", waiting));
            return rows;
        };
        const auto compare = [&](MonitorClient& client) -> std::string {
            std::string why;
            const auto same = [&] {
                const auto theirs = by_lslocks();
                const auto taken = client.sample({.timeout_ns = patience_ns});
                if (!taken) return false;
                const auto ours = by_monitor(**taken);
                why = fmt::format("lslocks: {}; monitor: {}", fmt::join(theirs, ", "), fmt::join(ours, ", "));
                return theirs == ours && theirs.size() == 4 && theirs.contains("waits 1");
            };
            return wait_for(same, patience) ? std::string() : why;
        };
        auto problem = compare(*client_);
        QVERIFY2(problem.empty(), problem.c_str());
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("only root can become another user, who may start the probe");
        problem = in_thread([&]() -> std::string {
            if (!become_user(65534)) return "setresuid";
            const auto client = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
            return client ? compare(**client) : client.error().text();
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void lock_waiters() {
        NEEDS_SIGHT(waits);
        const Steps steps;
        const auto reader = [&] {
            const int fd = opened(path_.c_str());
            lock_range(fd, F_SETLK, F_RDLCK, 0, 10);
            steps.done();
            stay_until_killed();
        };
        const Child first(reader), second(reader);
        QVERIFY(steps.reach(2));
        const Child writer([&] { lock_range(opened(path_.c_str()), F_SETLKW, F_WRLCK, 5, 10); });
        const auto snapshot = sample_until([&](const Snapshot& seen) {
            const auto all = locks(seen);
            return all.size() == 2 && all[0]->wait_count == 1 && all[1]->wait_count == 1;
        });
        const auto all = locks(*snapshot);
        QCOMPARE(all.size(), std::size_t{2});
        std::set<pid_t> owners;
        for (const auto* lock : all) {  // both are in its way, though the table says it of one only
            QCOMPARE(waiters_of(*snapshot, *lock), (std::set<pid_t>{writer.pid()}));
            const auto& wait = snapshot->waits_of(*lock)[0];
            QCOMPARE(wait.thread, writer.pid());
            QCOMPARE(snapshot->text(wait.words), std::string_view("write lock of bytes 5 to 14"));
            owners.merge(owners_of(*snapshot, *lock));
        }
        QCOMPARE(owners, (std::set<pid_t>{first.pid(), second.pid()}));
    }

    // Locks of open files have no pid, or that of a process that may be gone: who has the file open holds
    // them.
    void locks_of_open_files() {
        NEEDS_SIGHT(waits);
        const Steps steps;
        const auto fd = open_file(path_);
        {
            const Child taker([&] {
                lock_range(fd.get(), F_OFD_SETLK, F_WRLCK, 0, 0);
                steps.done();
                stay_until_killed();
            });
            QVERIFY(steps.reach(1));
        }
        const Child heir(stay_until_killed);
        const Child waiter([&] {
            close(fd.get());
            lock_range(opened(path_.c_str()), F_OFD_SETLKW, F_WRLCK, 1, 2);
        });
        const auto snapshot = sample_until([&](const Snapshot& seen) {
            const auto all = locks(seen);
            return all.size() == 1 && all[0]->wait_count == 1 &&
                   owners_of(seen, *all[0]) == std::set<pid_t>{getpid(), heir.pid()};
        });
        const auto all = locks(*snapshot);
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(owners_of(*snapshot, *all[0]), (std::set<pid_t>{getpid(), heir.pid()}));
        QCOMPARE(waiters_of(*snapshot, *all[0]), (std::set<pid_t>{waiter.pid()}));
    }

    void flock_waits() {
        NEEDS_SIGHT(waits);
        const Steps steps;
        const Child holder([&] {
            flock(opened(path_.c_str()), LOCK_EX);
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(1));
        const Child waiter([&] { flock(opened(path_.c_str()), LOCK_SH); });
        const auto seen_waiting = [&](const Snapshot& seen) {
            const auto all = locks(seen);
            return all.size() == 1 && all[0]->wait_count == 1 && seen.waits_of(*all[0])[0].since_ns != 0;
        };
        const auto snapshot = sample_until(seen_waiting);
        QVERIFY(seen_waiting(*snapshot));
        const auto* lock = locks(*snapshot)[0];
        QCOMPARE(owners_of(*snapshot, *lock), (std::set<pid_t>{holder.pid()}));
        QCOMPARE(snapshot->waits_of(*lock)[0].thread, waiter.pid());
        QCOMPARE(snapshot->text(snapshot->waits_of(*lock)[0].words),
                 std::string_view("read lock of the whole file"));
    }

    void shared_mappings() {
        const Steps steps;
        const auto fd = open_file(path_);
        QVERIFY(ftruncate(fd.get(), 8192) == 0);
        const auto place = place_in_maps(fd);
        const auto map = [&](int protection) {
            if (mmap(nullptr, 8192, protection, MAP_SHARED, opened(path_.c_str()), 0) != MAP_FAILED)
                steps.done();
            stay_until_killed();
        };
        const Child reader([&] { map(PROT_READ); }), writer([&] { map(PROT_READ | PROT_WRITE); });
        QVERIFY(steps.reach(2));
        QVERIFY(unlink(path_.c_str()) == 0);
        const auto snapshot = sample();
        const Look mapping(*snapshot, "mapping:" + place);
        QVERIFY(mapping);
        QCOMPARE(mapping.name(), path_);
        QVERIFY(mapping.object().removed);
        QCOMPARE(mapping.access(reader.pid()), static_cast<unsigned>(Access::read));
        QCOMPARE(mapping.access(writer.pid()), static_cast<unsigned>(Access::both));
        QCOMPARE(mapping.number("bytes"), 8192);
        QCOMPARE(mapping.number("readers"), 1);
        QCOMPARE(mapping.number("writers"), 1);
    }
};

std::unique_ptr<QObject> monitor_processes::locks() {
    return std::make_unique<TestProcessesLocks>();
}
#include "locks.moc"

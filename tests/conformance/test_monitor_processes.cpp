// What belongs to processes, as the monitor sees it: file locks against /proc/locks and lslocks, mutexes and
// other futexes, signals, names on a bus; and who is stuck on whom, with real processes that are.
#include "base/unique_fd.h"
#include "helpers/child.h"
#include "helpers/monitored.h"
#include "helpers/sight.h"
#include "helpers/wait.h"
#include "monitor/advisor.h"
#include "monitor/stuck_system.h"
#include "snapshot/ref.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <pthread.h>
#include <set>
#include <sstream>

#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

using Taken = std::shared_ptr<const Snapshot>;

constexpr std::chrono::milliseconds patience{40'000};  // each look is one at the whole machine
constexpr std::int64_t patience_ns = 60'000'000'000;

UniqueFd open_file(const std::string& path) {
    UniqueFd fd(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!fd) qFatal("open: %s", strerror(errno));
    return fd;
}

// An open(2) of its own in a child: nothing of it is shared.
int opened(const char* path) {
    return open(path, O_RDWR | O_CLOEXEC);
}

bool lock_range(int fd, int command, short type, off_t start, off_t length) {
    struct flock range {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = start;
    range.l_len = length;
    return fcntl(fd, command, &range) == 0;
}

[[noreturn]] void sleep_for_ever() {
    for (;;)
        pause();
}

// Says one step to somebody else, without a message that the monitor would see as a wait.
struct Steps {
    Steps() {
        at = static_cast<std::atomic<int>*>(
            mmap(nullptr, sizeof *at, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
        if (at == MAP_FAILED) qFatal("mmap");
    }
    ~Steps() { munmap(at, sizeof *at); }
    Steps(const Steps&) = delete;
    Steps& operator=(const Steps&) = delete;
    void done() const { at->fetch_add(1); }
    void until(int count) const {  // in a child
        while (at->load() < count)
            poll(nullptr, 0, 1);
    }
    bool reach(int count) const {
        return wait_for([&] { return at->load() >= count; });
    }
    std::atomic<int>* at = nullptr;
};

// All objects of the kind whose key begins so.
std::vector<const SeenObject*> objects_of(const Snapshot& snapshot, std::string_view prefix,
                                          std::string_view begin) {
    std::vector<const SeenObject*> out;
    for (const auto& object : snapshot.objects)
        if (snapshot.kind(object).kind->prefix == prefix && snapshot.text(object.key).starts_with(begin))
            out.push_back(&object);
    return out;
}

std::set<pid_t> waiters_of(const Snapshot& snapshot, const SeenObject& object) {
    std::set<pid_t> out;
    for (const auto& wait : snapshot.waits_of(object))
        if (wait.process < snapshot.processes.size()) out.insert(snapshot.processes[wait.process].pid);
    return out;
}

std::set<pid_t> owners_of(const Snapshot& snapshot, const SeenObject& object) {
    std::set<pid_t> out;
    for (const auto& hold : snapshot.holds_of(object))
        if (hold.kind == Hold::owner) out.insert(snapshot.processes[hold.process].pid);
    return out;
}

// "fe:00:4711", as /proc/PID/maps names the file: on layered file systems not what stat(2) says.
std::string place_in_maps(const UniqueFd& fd) {
    void* const at = mmap(nullptr, 4096, PROT_READ, MAP_SHARED, fd.get(), 0);
    if (at == MAP_FAILED) qFatal("mmap");
    QFile file("/proc/self/maps");
    if (!file.open(QIODevice::ReadOnly)) qFatal("/proc/self/maps");
    const auto text = file.readAll().toStdString();
    munmap(at, 4096);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(fmt::format("{:x}-", reinterpret_cast<std::uintptr_t>(at)))) continue;
        std::istringstream words(line);
        std::string range, rights, offset, device, inode;
        words >> range >> rights >> offset >> device >> inode;
        return device + ":" + inode;
    }
    return {};
}

std::string told(const std::vector<Finding>& findings) {
    std::string out;
    for (const auto& finding : findings) {
        out += "\n" + finding.id + ": " + finding.words;
        for (const auto& fact : finding.evidence)
            out += "\n    " + fact;
    }
    return out;
}

}  // namespace

class TestMonitorProcesses : public QObject {
    Q_OBJECT

    std::unique_ptr<MonitorClient> client_;
    QTemporaryDir folder_;
    std::string path_;   // of a file that each test has to itself
    std::string place_;  // "fe:00:4711", as /proc/locks names it

    Taken sample() {
        auto taken = client_->sample({.timeout_ns = patience_ns});
        if (!taken) qFatal("%s", taken.error().text().c_str());
        return *taken;
    }
    // Samples until it is seen; the test then looks at what it was given last.
    template <typename Seen>
    Taken sample_until(Seen&& seen) {
        Taken last;
        wait_for(
            [&] {
                last = sample();
                return seen(*last);
            },
            patience);
        return last;
    }
    std::vector<const SeenObject*> locks(const Snapshot& snapshot) {
        return objects_of(snapshot, "lock", place_ + ":");
    }
    // Of a circle that pipes are part of: with processes that cannot be looked into it is not certain.
    static Finding::Severity surest(const Snapshot& snapshot) {
        for (const auto* pipe : objects_of(snapshot, "pipe", ""))
            if (!pipe->holders_complete) return Finding::Severity::warning;
        return Finding::Severity::problem;
    }
    // The finding that is about this process, once it is there; empty if it does not come. No severity: the
    // surest that can be at that moment.
    Finding wait_for_finding(pid_t pid, std::string_view id, std::optional<Finding::Severity> severity) {
        Taken before = sample();
        Finding out;
        std::string all;
        const bool seen = wait_for(
            [&] {
                const auto now = sample();
                const auto findings = advise(*now, before.get());
                all = told(findings);
                before = now;
                for (const auto& finding : findings)
                    for (const auto process : finding.processes)
                        if (now->processes[process].pid == pid && finding.id == id &&
                            finding.severity == severity.value_or(surest(*now))) {
                            out = finding;
                            return true;
                        }
                return false;
            },
            patience);
        if (!seen) qWarning("%s", all.c_str());
        return out;
    }

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        auto client = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
        QVERIFY2(client.has_value(), client ? "" : client.error().text().c_str());
        client_ = std::move(*client);
    }
    void init() {
        path_ = folder_.filePath(QTest::currentTestFunction()).toStdString();
        const auto fd = open_file(path_);
        // The device of /proc/locks is not everywhere that of stat(2): a lock of our own tells it.
        QVERIFY(flock(fd.get(), LOCK_EX) == 0);
        QFile info(QString("/proc/self/fdinfo/%1").arg(fd.get()));
        QVERIFY(info.open(QIODevice::ReadOnly));
        const auto text = info.readAll().toStdString();
        std::istringstream line(text.substr(text.find("lock:") + 5));
        std::string number, type, advisory, mode, pid;
        line >> number >> type >> advisory >> mode >> pid >> place_;
        QVERIFY2(place_.find(':') != std::string::npos, text.c_str());
    }

    void equal_with_the_table() {
        const Steps steps;
        const auto of = [&](const char* name) { return path_ + name; };
        for (const auto* name : {"a", "b", "c"})
            (void)open_file(of(name));
        const Child child([&] {
            const int a = opened(of("a").c_str()), b = opened(of("b").c_str()), c = opened(of("c").c_str());
            lock_range(a, F_SETLK, F_WRLCK, 10, 5);
            lock_range(a, F_SETLK, F_RDLCK, 100, 0);
            flock(b, LOCK_SH);
            lock_range(c, F_OFD_SETLK, F_WRLCK, 0, 1);
            steps.done();
            sleep_for_ever();
        });
        QVERIFY(steps.reach(1));
        using Locks = std::map<std::string, int>;
        const auto table = [] {
            QFile file("/proc/locks");
            if (!file.open(QIODevice::ReadOnly)) qFatal("/proc/locks");
            return file.readAll().toStdString();
        };
        const auto in_table = [](const std::string& text) {
            Locks out;
            std::istringstream lines(text);
            for (std::string line; std::getline(lines, line);) {
                std::istringstream words(line);
                std::string number, type, advisory, mode, pid, place, start, end;
                words >> number >> type;
                if (type == "->") continue;
                words >> advisory >> mode >> pid >> place >> start >> end;
                if (type == "OFDLCK") type = "OFD";
                ++out[fmt::format("{} {} {} {} {} {}", type, mode, pid, place, start, end)];
            }
            return out;
        };
        const auto in_snapshot = [](const Snapshot& snapshot) {
            Locks out;
            for (const auto* object : objects_of(snapshot, "lock", "")) {
                const Look lock(snapshot, snapshot.ref(*object));
                const char* types[] = {"POSIX", "OFD", "FLOCK", "LEASE", "DELEG", "OTHER"};
                const char* modes[] = {"READ", "WRITE", "UNLCK"};
                const auto end = lock.number("end");
                ++out[fmt::format("{} {} {} {}:{} {} {}", types[lock.number("type")],
                                  modes[lock.number("access")], object->creator == 0 ? -1 : object->creator,
                                  lock.text("device"), lock.number("inode"), lock.number("start"),
                                  end == INT64_MAX ? std::string("EOF") : std::to_string(end))];
            }
            return out;
        };
        // Others lock and unlock meanwhile: asked until the moments are the same. Where they never rest (a
        // database at work), those of the child count: they stay as they are.
        std::set<std::string> files;
        for (const auto* name : {"a", "b", "c"}) {
            struct stat about {};
            QVERIFY(stat(of(name).c_str(), &about) == 0);
            files.insert(fmt::format("{}:{}", place_.substr(0, place_.rfind(':')), about.st_ino));
        }
        const auto of_child = [&](const Locks& all) {
            Locks out;
            for (const auto& [line, count] : all) {
                std::istringstream words(line);
                std::string type, mode, pid, place;
                words >> type >> mode >> pid >> place;
                if (files.contains(place)) out[line] = count;
            }
            return out;
        };
        Locks wanted, seen;
        const bool same = wait_for(
            [&] {
                const auto before = table();
                const auto snapshot = sample();
                wanted = in_table(before);
                seen = in_snapshot(*snapshot);
                return table() == before && seen == wanted;
            },
            std::chrono::seconds(10));
        if (!same) {
            qInfo("others lock all the time: only the child's are compared");
            wanted = of_child(wanted);
            seen = of_child(seen);
        }
        QCOMPARE(of_child(wanted).size(), std::size_t{4});
        for (const auto& [line, count] : wanted)
            QVERIFY2(seen[line] == count, line.c_str());
        QCOMPARE(seen.size(), wanted.size());
    }

    void equal_with_lslocks() {
        if (QStandardPaths::findExecutable("lslocks").isEmpty()) QSKIP("lslocks (util-linux) is not there");
        const Steps steps;
        const Child child([&] {
            const int fd = opened(path_.c_str());
            lock_range(fd, F_SETLK, F_WRLCK, 3, 4);
            steps.done();
            sleep_for_ever();
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

    void lock_waiters() {
        NEEDS_SIGHT(waits);
        const Steps steps;
        const auto reader = [&] {
            const int fd = opened(path_.c_str());
            lock_range(fd, F_SETLK, F_RDLCK, 0, 10);
            steps.done();
            sleep_for_ever();
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
                sleep_for_ever();
            });
            QVERIFY(steps.reach(1));
        }
        const Child heir(sleep_for_ever);
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
            sleep_for_ever();
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
            sleep_for_ever();
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

    void futex_of_two_processes() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        const auto fd = open_file(path_);
        QVERIFY(ftruncate(fd.get(), 12288) == 0);
        // Each maps another part: the addresses differ, the word is the same.
        const auto mutex_at = [&](off_t from, std::size_t offset) {
            auto* memory =
                static_cast<char*>(mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), from));
            return memory == MAP_FAILED ? nullptr : reinterpret_cast<pthread_mutex_t*>(memory + offset);
        };
        auto* mutex = mutex_at(4096, 64);
        QVERIFY(mutex);
        pthread_mutexattr_t shared;
        pthread_mutexattr_init(&shared);
        pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
        pthread_mutexattr_setrobust(&shared, PTHREAD_MUTEX_ROBUST);
        QCOMPARE(pthread_mutex_init(mutex, &shared), 0);
        const Steps steps;
        const Child owner([&] {
            pthread_mutex_lock(mutex);
            steps.done();
            sleep_for_ever();
        });
        QVERIFY(steps.reach(1));
        const Child one([&] { pthread_mutex_lock(mutex); });
        const Child other([&] { pthread_mutex_lock(mutex_at(0, 4096 + 64)); });
        const auto ref = "futex:" + place_in_maps(fd) + "+0x1040";
        const auto snapshot = sample_until([&](const Snapshot& seen) {
            const Look futex(seen, ref);
            return futex && futex.object().wait_count == 2;
        });
        const Look futex(*snapshot, ref);
        QVERIFY(futex);
        QCOMPARE(waiters_of(*snapshot, futex.object()), (std::set<pid_t>{one.pid(), other.pid()}));
        QCOMPARE(owners_of(*snapshot, futex.object()), (std::set<pid_t>{owner.pid()}));
        QCOMPARE(futex.number("private"), 0);
        QCOMPARE(futex.number("owner"), owner.pid());
        QCOMPARE(futex.number("owner_by"), 1);  // it stands in the owner's own list
        QCOMPARE(futex.number("guess"), 0);
        QCOMPARE(futex.number("owner_dead"), 0);
        QVERIFY(futex.name().ends_with("+0x1040"));
        munmap(reinterpret_cast<char*>(mutex) - 64, 8192);
        pthread_mutexattr_destroy(&shared);
    }

    // Not robust: whoever waits does so for ever.
    void mutex_of_a_dead_owner() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        const auto fd = open_file(path_);
        QVERIFY(ftruncate(fd.get(), 4096) == 0);
        auto* mutex = static_cast<pthread_mutex_t*>(
            mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0));
        QVERIFY(mutex != MAP_FAILED);
        pthread_mutexattr_t shared;
        pthread_mutexattr_init(&shared);
        pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
        QCOMPARE(pthread_mutex_init(mutex, &shared), 0);
        const Steps steps;
        pid_t dead = 0;
        {
            const Child owner([&] {
                pthread_mutex_lock(mutex);
                steps.done();
                sleep_for_ever();
            });
            QVERIFY(steps.reach(1));
            dead = owner.pid();
        }
        const Child waiter([&] { pthread_mutex_lock(mutex); });
        const auto finding = wait_for_finding(waiter.pid(), "dead_owner", Finding::Severity::hint);
        QVERIFY(!finding.words.empty());
        QVERIFY(finding.command.empty());  // nobody is ended for a guess
        bool named = false, guess = false;
        for (const auto& fact : finding.evidence) {
            named = named || fact.find(std::to_string(dead)) != std::string::npos;
            guess = guess || fact.find("glibc") != std::string::npos;
        }
        QVERIFY(named && guess);
        munmap(mutex, 4096);
        pthread_mutexattr_destroy(&shared);
    }

    void signals_by_name() {
        const Steps steps;
        const Child child([&] {
            std::signal(SIGUSR2, SIG_IGN);
            std::signal(SIGHUP, [](int) {});
            sigset_t blocked;
            sigemptyset(&blocked);
            sigaddset(&blocked, SIGUSR1);
            sigaddset(&blocked, SIGRTMIN + 1);
            sigprocmask(SIG_BLOCK, &blocked, nullptr);
            raise(SIGRTMIN + 1);  // to the thread
            steps.done();
            sleep_for_ever();
        });
        QVERIFY(steps.reach(1));
        QVERIFY(kill(child.pid(), SIGUSR1) == 0);
        const auto snapshot = sample();
        const Look row(*snapshot, fmt::format("signals:{}", child.pid()));
        QVERIFY(row);
        const auto names = [&](const char* field) {
            const auto at = field_index(*snapshot->kind(row.object()).kind, field);
            const auto bits = static_cast<std::uint64_t>(row.number(field));
            std::set<std::string> out;
            for (const auto& name : snapshot->kind(row.object()).kind->fields[at].type.names)
                if ((bits & static_cast<std::uint64_t>(name.value)) != 0) out.insert(name.name);
            return out;
        };
        QCOMPARE(names("process_pending"), (std::set<std::string>{"SIGUSR1"}));
        QCOMPARE(names("thread_pending"), (std::set<std::string>{"SIGRTMIN+1"}));
        QCOMPARE(names("blocked"), (std::set<std::string>{"SIGUSR1", "SIGRTMIN+1"}));
        QVERIFY(names("ignored").contains("SIGUSR2"));
        QVERIFY(names("caught").contains("SIGHUP") && !names("caught").contains("SIGUSR2"));
        QCOMPARE(row.number("threads"), 1);
        QVERIFY(row.number("queued") >= 2);  // of all processes of the user
        // Every process that was there has one row.
        std::size_t rows = objects_of(*snapshot, "signals", "").size();
        QVERIFY(rows <= snapshot->processes.size() && rows > 1);

        const auto peeked = client_->peek(*snapshot, fmt::format("signals:{}", child.pid()), {});
        QVERIFY2(peeked.has_value(), peeked ? "" : peeked.error().text().c_str());
        const auto shown = std::find_if(peeked->state.begin(), peeked->state.end(),
                                        [](const auto& field) { return field.first == "process_pending"; });
        QVERIFY(shown != peeked->state.end());
        QCOMPARE(shown->second.integer(), row.number("process_pending"));

        const auto finding = wait_for_finding(child.pid(), "signal_pending", Finding::Severity::hint);
        QVERIFY2(finding.words.find("SIGUSR1") != std::string::npos, finding.words.c_str());
    }

    void send_a_signal() {
        const Steps steps;
        const Child child([&] {
            std::signal(SIGUSR1, [](int) {});
            pause();
            steps.done();
            sleep_for_ever();
        });
        const auto ref = fmt::format("signals:{}", child.pid());
        (void)sample_until([&](const Snapshot& seen) {
            const auto caught = Look(seen, ref).number("caught");  // -1: not known
            return caught > 0 && (caught & (1 << (SIGUSR1 - 1))) != 0;
        });
        ActRequest request;
        request.kind = kind_index("signal", "process");
        request.key = std::to_string(child.pid());
        request.action = ActionKind::signal;
        request.args = {{"signal", SIGUSR1}};
        QVERIFY(!client_->act(request, "signals:1"));  // what was agreed to is another one
        // It may not have come to pause() yet: it is sent until it has.
        QVERIFY(wait_for([&] {
            const auto sent = client_->act(request, ref);
            if (!sent) qWarning("%s", sent.error().text().c_str());
            return steps.at->load() > 0;
        }));
        request.seen_ns = 1;  // it began later than that: whoever was seen then is another process
        QVERIFY(!client_->act(request, ref));
        request.seen_ns = 0;
        request.key = "1";
        QVERIFY(!client_->act(request, "signals:1"));
        request.key = std::to_string(client_->probe());
        QVERIFY(!client_->act(request, "signals:" + request.key));
    }

    void names_on_a_bus() {
        if (QStandardPaths::findExecutable("dbus-daemon").isEmpty()) QSKIP("dbus-daemon is not there");
        QProcess daemon;
        daemon.start("dbus-daemon", {"--session", "--nofork", "--print-address=1",
                                     "--address=unix:path=" + folder_.filePath("bus")});
        QVERIFY(wait_for([&] { return daemon.waitForReadyRead(10) || daemon.canReadLine(); }));
        const auto address = daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        auto started = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
        QVERIFY(started.has_value());
        auto& client = **started;
        // Another probe is a connection that stays.
        auto other = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        QVERIFY(other.has_value());
        const auto caller = (*other)->probe();
        QVERIFY((*other)->sample({.timeout_ns = patience_ns}).has_value());
        Taken taken;
        const auto connection = [&]() -> const SeenObject* {
            if (!taken) return nullptr;
            for (const auto* object : objects_of(*taken, "dbus", "session/:"))
                if (Look(*taken, taken->ref(*object)).number("owner_pid") == caller) return object;
            return nullptr;
        };
        const bool seen = wait_for(
            [&] {
                auto sample = client.sample({.timeout_ns = patience_ns});
                if (sample) taken = *sample;
                return connection() != nullptr;
            },
            patience);
        QVERIFY2(seen, taken ? gaps_of(*taken).c_str() : "");
        const Look row(*taken, taken->ref(*connection()));
        QCOMPARE(row.number("connection"), 1);
        QCOMPARE(row.object().uid, getuid());
        QCOMPARE(owners_of(*taken, row.object()), (std::set<pid_t>{caller}));
        const Look bus(*taken, "dbus:session/org.freedesktop.DBus");
        QVERIFY(bus);
        QCOMPARE(bus.text("owner"), std::string("the bus"));
        // One that goes is gone; a bus that ends is told.
        const auto ref = taken->ref(row.object());
        other->reset();
        QVERIFY(wait_for([&] {
            auto sample = client.sample({.timeout_ns = patience_ns});
            return sample && !(*sample)->find(ref);
        }));
        daemon.kill();
        QVERIFY(daemon.waitForFinished());
        QVERIFY(wait_for([&] {
            auto sample = client.sample({.timeout_ns = patience_ns});
            return sample && has_gap(**sample, "names of the session bus");
        }));
    }

    void limits_of_the_machine() {
        const auto snapshot = sample();
        const Look files(*snapshot, "limit:files");
        QVERIFY(files);
        QVERIFY(files.number("used") > 0 && files.number("limit") > files.number("used"));
        const Look sets(*snapshot, "limit:semmni");
        QFile file("/proc/sys/kernel/sem");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto words = file.readAll().simplified().split(' ');
        QCOMPARE(sets.number("limit"), words[3].toLongLong());
        QVERIFY2(sets.text("command").find(words[0].toStdString()) != std::string::npos,
                 sets.text("command").c_str());
    }

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
        pthread_mutexattr_t shared;
        pthread_mutexattr_init(&shared);
        pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
        pthread_mutexattr_setrobust(&shared, PTHREAD_MUTEX_ROBUST);
        QCOMPARE(pthread_mutex_init(mutex, &shared), 0);
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
        pthread_mutexattr_destroy(&shared);
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
        QCOMPARE(finding.command,
                 fmt::format("gdb -p {} -batch -ex 'call (int)close({})'", child.pid(), ends[1]));
    }

    void stopped_owner() {
        NEEDS_SIGHT(waits);
        const Steps steps;
        const Child owner([&] {
            lock_range(opened(path_.c_str()), F_SETLK, F_WRLCK, 0, 0);
            steps.done();
            sleep_for_ever();
        });
        QVERIFY(steps.reach(1));
        QVERIFY(kill(owner.pid(), SIGSTOP) == 0);
        const Child waiter([&] { lock_range(opened(path_.c_str()), F_SETLKW, F_WRLCK, 0, 0); });
        const auto finding = wait_for_finding(waiter.pid(), "stopped_owner", Finding::Severity::problem);
        QCOMPARE(finding.command, fmt::format("kill -CONT {}", owner.pid()));
    }
};

QTEST_GUILESS_MAIN(TestMonitorProcesses)
#include "test_monitor_processes.moc"

// What belongs to processes, as the monitor sees it: file locks against /proc/locks and lslocks, mutexes and
// other futexes, signals, names on a bus; and who is stuck on whom, with real processes that are.
#pragma once

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

namespace ipcscope::testing::monitor_processes {

using Taken = std::shared_ptr<const Snapshot>;

inline constexpr std::chrono::milliseconds patience{40'000};  // each look is one at the whole machine
inline constexpr std::int64_t patience_ns = 60'000'000'000;

inline UniqueFd open_file(const std::string& path) {
    UniqueFd fd(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!fd) qFatal("open: %s", strerror(errno));
    return fd;
}

// An open(2) of its own in a child: nothing of it is shared.
inline int opened(const char* path) {
    return open(path, O_RDWR | O_CLOEXEC);
}

inline bool lock_range(int fd, int command, short type, off_t start, off_t length) {
    struct flock range {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = start;
    range.l_len = length;
    return fcntl(fd, command, &range) == 0;
}

[[noreturn]] inline void stay_until_killed() {
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

// In shared memory; false = it cannot be had.
inline bool init_shared_mutex(pthread_mutex_t* mutex, bool robust) {
    pthread_mutexattr_t shared;
    pthread_mutexattr_init(&shared);
    pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
    if (robust) pthread_mutexattr_setrobust(&shared, PTHREAD_MUTEX_ROBUST);
    const bool made = pthread_mutex_init(mutex, &shared) == 0;
    pthread_mutexattr_destroy(&shared);
    return made;
}

// All objects of the kind whose key begins so.
inline std::vector<const SeenObject*> objects_of(const Snapshot& snapshot, std::string_view prefix,
                                                 std::string_view begin) {
    std::vector<const SeenObject*> out;
    for (const auto& object : snapshot.objects)
        if (snapshot.kind(object).kind->prefix == prefix && snapshot.text(object.key).starts_with(begin))
            out.push_back(&object);
    return out;
}

inline std::set<pid_t> waiters_of(const Snapshot& snapshot, const SeenObject& object) {
    std::set<pid_t> out;
    for (const auto& wait : snapshot.waits_of(object))
        if (wait.process < snapshot.processes.size()) out.insert(snapshot.processes[wait.process].pid);
    return out;
}

inline std::set<pid_t> owners_of(const Snapshot& snapshot, const SeenObject& object) {
    std::set<pid_t> out;
    for (const auto& hold : snapshot.holds_of(object))
        if (hold.kind == Hold::owner) out.insert(snapshot.processes[hold.process].pid);
    return out;
}

// "fe:00:4711", as /proc/PID/maps names the file: on layered file systems not what stat(2) says.
inline std::string place_in_maps(const UniqueFd& fd) {
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

inline std::string told(const std::vector<Finding>& findings) {
    std::string out;
    for (const auto& finding : findings) {
        out += "\n" + finding.id + ": " + finding.words;
        for (const auto& fact : finding.evidence)
            out += "\n    " + fact;
    }
    return out;
}

// What all subjects have.
class ProcessSubject : public QObject {
    Q_OBJECT

protected:
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
};

// The subjects, each in a file of its own.
std::unique_ptr<QObject> locks();
std::unique_ptr<QObject> sync();
std::unique_ptr<QObject> stuck();
std::unique_ptr<QObject> limits();
std::unique_ptr<QObject> unseen();

}  // namespace ipcscope::testing::monitor_processes

// Recorders that are killed, or have no room: this program, started again with an argument.
#include "session_file/autosave.h"
#include "unit/session_file/session_file.h"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <random>
#include <spawn.h>

#include <sys/resource.h>
#include <sys/wait.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

// Events come until it is killed; says how many are in the file.
int record_until_killed(const char* path, bool kept) {
    EventStore events;
    FlowTable flows;
    class Growing : public AnyRecording {
    public:
        Growing() : AnyRecording(1, 0) {}
        void add() {
            Event event;
            event.phase = Phase::leave;
            event.worker = 1;
            event.time_ns = started_ns() + static_cast<std::int64_t>(store.size()) * 1000;
            event.captured = event.original = 64;
            const std::string payload(64, static_cast<char>('a' + store.size() % 26));
            index.append(store.append(event, payload), event);
        }
        const EventStore& events() const override { return store; }
        const LaneIndex& lanes() const override { return index; }
        EventStore store;
        LaneIndex index;
    } growing;
    const SessionTexts texts{"", "workers: w1\n", {}};
    const RecorderOptions options{.interval_ms = 5};
    std::unique_ptr<Recorder> own;
    std::unique_ptr<Autosave> autosave;
    if (kept) {
        auto made = Autosave::begin(path, {std::shared_ptr<void>(), &growing}, texts, options);
        if (!made) return 1;
        autosave = std::move(*made);
    } else {
        auto made = Recorder::create(path, growing, texts, options);
        if (!made) return 1;
        own = std::move(*made);
    }
    Recorder* recorder = kept ? &autosave->recorder() : own.get();
    std::uint64_t told = 0;
    for (;;) {
        for (int i = 0; i < 100; ++i)
            growing.add();
        if (const auto written = recorder->events_written(); written != told) {
            std::printf("%llu\n", static_cast<unsigned long long>(told = written));
            std::fflush(stdout);
        }
        while (growing.store.size() > recorder->events_written() + 5'000)
            std::this_thread::yield();
        if (growing.store.size() > 20'000'000) return 2;
    }
}

// A file may have so many bytes only, then more.
int record_without_room(const char* path) {
    std::signal(SIGXFSZ, SIG_IGN);
    const MadeUpRecording traffic({.events = 60'000});
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 1 << 20;
    setrlimit(RLIMIT_FSIZE, &limit);
    auto recorder = Recorder::create(path, traffic, {}, {.interval_ms = 5});
    if (!recorder) return 1;
    while ((*recorder)->problem().empty())
        std::this_thread::yield();
    std::printf("%s\n", (*recorder)->problem().c_str());
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
    return (*recorder)->finish() && (*recorder)->events_written() == traffic.events().size() ? 0 : 3;
}

// This program with two arguments. QProcess would not do: its child shares our memory for a moment, and
// ThreadSanitizer then takes us for the forked one.
class Process {
public:
    Process(const char* what, const QString& where) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) return;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        std::string self = QCoreApplication::applicationFilePath().toStdString(), argument = what,
                    file = where.toStdString();
        char* arguments[] = {self.data(), argument.data(), file.data(), nullptr};
        if (posix_spawn(&pid_, self.c_str(), &actions, nullptr, arguments, environ) != 0) pid_ = -1;
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        output_ = ends[0];
    }
    ~Process() {
        kill();
        wait();
        if (output_ >= 0) close(output_);
    }
    // Without its end; "" = it ended, or said nothing for a minute.
    std::string line() {
        for (;;) {
            if (const auto end = said_.find('\n'); end != std::string::npos) {
                auto out = said_.substr(0, end);
                said_.erase(0, end + 1);
                return out;
            }
            pollfd ready{output_, POLLIN, 0};
            char bytes[4096];
            if (poll(&ready, 1, 60'000) <= 0) return {};
            const auto got = read(output_, bytes, sizeof bytes);
            if (got <= 0) return {};
            said_.append(bytes, static_cast<std::size_t>(got));
        }
    }
    void kill() const {
        if (pid_ > 0) ::kill(pid_, SIGKILL);
    }
    int wait() {  // its exit code; -1 = it was killed
        if (pid_ <= 0) return -1;
        int status = 0;
        waitpid(std::exchange(pid_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t pid_ = -1;
    int output_ = -1;
    std::string said_;
};

}  // namespace

class TestCrashes : public SessionFileTest {
    Q_OBJECT
private slots:
    void whereNothingCanBeWritten() {
        const AnyRecording recording(1, 10);
        for (const auto* where : {"/proc/a.ipcscope", "/nowhere/a.ipcscope"}) {
            const auto recorder = Recorder::create(where, recording, {});
            QVERIFY(!recorder);
            QVERIFY2(recorder.error().text().find(where) != std::string::npos,
                     recorder.error().text().c_str());
            QVERIFY2(recorder.error().code != 0, recorder.error().text().c_str());
            QVERIFY(!save_session(where, recording, {}).has_value());
        }
        put(path("there.ipcscope"), "mine");
        const auto refused = Recorder::create(path("there.ipcscope").toStdString(), recording, {});
        QVERIFY(!refused && refused.error().code == EEXIST);
        QCOMPARE(bytes_of(path("there.ipcscope")), QByteArray("mine"));
    }
    void noRoom() {
        const auto where = path("room.ipcscope");
        Process process("--without-room", where);
        const auto said = process.line();
        QCOMPARE(process.wait(), 0);
        QVERIFY2(
            said.find(where.toStdString()) != std::string::npos && said.find("EFBIG") != std::string::npos,
            said.c_str());
        const auto file = opened(where);
        QVERIFY(file);
        QCOMPARE(joined(file->problems()), std::string());
        SAME(MadeUpRecording({.events = 60'000}), *file);
    }

    void killedAtAnyMoment() {
        std::mt19937 random(7);
        // More of it, for those who want to be surer.
        const int asked = qEnvironmentVariableIntValue("IPCSCOPE_CRASHES");
        for (int round = 0; round < std::max(20, asked); ++round) {
            const auto where = path("killed.ipcscope");
            for (const char* end : {"", "-wal", "-shm"})
                QFile::remove(where + QLatin1String(end));
            Process process("--until-killed", where);
            const auto lines = 1 + random() % 4;
            std::uint64_t written = 0;
            for (unsigned i = 0; i < lines; ++i) {
                const auto line = process.line();
                QVERIFY(!line.empty());
                written = std::stoull(line);
            }
            // On a loaded machine each turn given away may take milliseconds, and the file grows meanwhile.
            const auto latest = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
            for (auto wait = random() % 20'000; wait > 0 && std::chrono::steady_clock::now() < latest; --wait)
                std::this_thread::yield();
            process.kill();
            QCOMPARE(process.wait(), -1);
            const auto file = opened(where);
            QVERIFY(file && !file->complete());
            QCOMPARE(file->problems().size(), 1u);
            QVERIFY(file->events().size() >= written && written > 0);
            for (std::uint64_t seq = 0; seq < file->events().size(); ++seq) {
                const auto payload = file->events().payload(file->events()[seq]);
                QVERIFY(payload.size() == 64 && payload[0] == static_cast<char>('a' + seq % 26));
            }
            QCOMPARE(file->program(), std::string("workers: w1\n"));
        }
    }
    void whatWasNotClosedIsFound() {
        const auto where = path("state/of/somebody");
        const auto directory = where.toStdString();
        QVERIFY(unclosed_recordings(directory).empty());
        const auto files = [&] { return QDir(where).entryList(QDir::Files); };
        {
            const auto begun = Autosave::begin(directory, std::make_shared<AnyRecording>(1, 50), {});
            QVERIFY2(begun.has_value(), begun ? "" : begun.error().text().c_str());
            QVERIFY(unclosed_recordings(directory).empty());  // its program lives
            const auto refused = remove_unclosed((*begun)->path());
            QVERIFY(!refused && refused.error().text().find("is being recorded") != std::string::npos);
            QVERIFY(!files().isEmpty());
        }
        QCOMPARE(files(), QStringList());
        Process process("--kept-until-killed", where);
        const auto line = process.line();
        QVERIFY(!line.empty());
        QVERIFY(unclosed_recordings(directory).empty());
        process.kill();
        QCOMPARE(process.wait(), -1);
        const auto found = unclosed_recordings(directory);
        QCOMPARE(found.size(), 1u);
        QVERIFY(found[0].bytes > 0 && found[0].written_unix_ns > 0);
        {
            const auto file = opened(QString::fromStdString(found[0].path));
            QVERIFY(file && !file->complete());
            QVERIFY(file->events().size() >= std::stoull(line));
        }
        QVERIFY(remove_unclosed(found[0].path).has_value());
        QVERIFY(unclosed_recordings(directory).empty());
        QCOMPARE(files(), QStringList());
        for (const char* nowhere : {"", "/proc/nothing", "/dev/null/x"})
            QVERIFY(!Autosave::begin(nowhere, std::make_shared<AnyRecording>(1, 5), {}));
    }
};

int ipcscope::testing::other_process(int argc, char** argv) {
    if (argc == 3 && !std::strcmp(argv[1], "--until-killed")) return record_until_killed(argv[2], false);
    if (argc == 3 && !std::strcmp(argv[1], "--kept-until-killed")) return record_until_killed(argv[2], true);
    if (argc == 3 && !std::strcmp(argv[1], "--without-room")) return record_without_room(argv[2]);
    return -1;
}
std::unique_ptr<QObject> ipcscope::testing::crashes() {
    return std::make_unique<TestCrashes>();
}
#include "crash.moc"

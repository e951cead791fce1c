// Recorders that are killed: this program, started again with an argument.
#include "base/clock.h"
#include "session_file/autosave.h"
#include "unit/session_file/process.h"
#include "unit/session_file/session_file.h"

#include <chrono>
#include <random>

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
            event.ret = now_ns();
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

}  // namespace

class TestCrashes : public SessionFileTest {
    Q_OBJECT
private slots:
    void killedAtAnyMoment() {
        std::mt19937 random(7);
        // More of it, for those who want to be surer.
        const int asked = qEnvironmentVariableIntValue("IPCSCOPE_CRASHES");
        std::int64_t latest_lost_ns = 0;
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
            const auto killed_ns = now_ns();
            process.kill();
            QCOMPARE(process.wait(), -1);
            const auto file = opened(where);
            QVERIFY(file && !file->complete());
            QCOMPARE(file->problems().size(), 1u);
            QVERIFY(file->events().size() >= written && written > 0);
            latest_lost_ns =
                std::max(latest_lost_ns, killed_ns - file->events()[file->events().size() - 1].ret);
            for (std::uint64_t seq = 0; seq < file->events().size(); ++seq) {
                const auto payload = file->events().payload(file->events()[seq]);
                QVERIFY(payload.size() == 64 && payload[0] == static_cast<char>('a' + seq % 26));
            }
            QCOMPARE(file->program(), std::string("workers: w1\n"));
        }
        if (asked > 0) qInfo("at most %.1f ms were lost", static_cast<double>(latest_lost_ns) / 1e6);
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
    return process_without_room(argc, argv);
}
std::unique_ptr<QObject> ipcscope::testing::crashes() {
    return std::make_unique<TestCrashes>();
}
#include "crash.moc"

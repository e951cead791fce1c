// Session files: what is written is read again, whatever happens to the one who writes or to the file.
#include "helpers/made_up_recording.h"
#include "helpers/run_fixture.h"
#include "helpers/same_recording.h"
#include "session/examples.h"
#include "session_file/database.h"
#include "session_file/file_recording.h"
#include "session_file/recorder.h"
#include "session_file/schema.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <random>
#include <rapidcheck.h>
#include <sqlite3.h>

#include <sys/resource.h>

using namespace ipcscope;
using namespace ipcscope::testing;

#define SAME(a, b)                                        \
    do {                                                  \
        const std::string different_ = difference(a, b);  \
        QVERIFY2(different_.empty(), different_.c_str()); \
    } while (false)

namespace {

// Everything random of one seed: any phase, worker, object, bytes, flows, levels, calls, names.
class AnyRecording : public Recording {
public:
    AnyRecording(std::uint64_t seed, int size) {
        std::mt19937_64 random(seed);
        const auto upto = [&](std::uint64_t n) { return random() % (n + 1); };
        auto state = std::make_shared<RunState>();
        const auto workers = 1 + upto(3);
        for (std::uint16_t id = 1; id <= workers; ++id) {
            WorkerInfo worker;
            worker.id.value = id;
            worker.name = "w" + std::to_string(id);
            worker.pid = static_cast<pid_t>(1000 + upto(1000));
            worker.parent.value = static_cast<std::uint16_t>(upto(id - 1u));
            worker.status = static_cast<WorkerStatus>(upto(7));
            worker.waits_for = upto(1) ? "a writer of \"p\"" : "";
            state->workers.push_back(worker);
        }
        for (std::uint32_t id = 1; id <= 3; ++id) {
            ObjectInfo object;
            object.id.value = id;
            for (const auto* mechanism : registry().mechanisms())
                if (!mechanism->objects.empty() && (!object.mechanism || upto(3) == 0)) {
                    object.mechanism = mechanism;
                    object.spec = &mechanism->objects.back();
                }
            object.key = std::string("key\xff", 4) + std::to_string(id);
            object.flow = static_cast<FlowPolicy>(upto(10));
            state->objects[object.id] = object;
            HandleInfo handle;
            handle.id.value = id + 10;
            handle.kind = "a.b";
            handle.object.value = id;
            handle.native = static_cast<std::int64_t>(random());
            for (std::uint16_t w = 1; w <= upto(workers); ++w)
                handle.open_in.push_back(WorkerId{w});
            state->handles[handle.id] = handle;
        }
        state->names["p"] = Value(Fields{{"x", 1}, {"y", Value(List{Value("z"), Value(2.5)})}});
        state_ = state;
        for (auto n = upto(5); n > 0; --n) {
            CallInfo call;
            call.operation.value = static_cast<std::uint16_t>(1 + upto(20));
            for (const auto& param : registry().operation(call.operation)->operation->params)
                call.args.push_back(param.initial);
            call.text = "call";
            call.line = static_cast<int>(upto(9));
            calls_.append(call);
        }
        std::int64_t time = started_ns();
        std::vector<std::int64_t> busy(8, 0);
        for (int i = 0; i < size; ++i) {
            Event event;
            time += static_cast<std::int64_t>(upto(3) == 0 ? upto(5'000'000'000) : upto(2000));
            event.time_ns = time;
            event.phase = static_cast<Phase>(upto(5));
            event.worker = static_cast<std::uint16_t>(upto(workers));
            event.operation = static_cast<std::uint16_t>(upto(registry().operations().size()));
            event.object = static_cast<std::uint32_t>(upto(3));
            event.call = static_cast<std::uint32_t>(upto(3));
            event.ret = upto(2) ? static_cast<std::int64_t>(upto(100)) : static_cast<std::int64_t>(random());
            event.err = static_cast<std::uint16_t>(upto(1) ? 0 : upto(65535));
            if (event.phase == Phase::leave) {
                event.duration_ns = static_cast<std::int64_t>(upto(static_cast<std::uint64_t>(
                    std::max<std::int64_t>(0, time - std::max(busy[event.worker], started_ns())))));
                busy[event.worker] = time;
            }
            event.flags = static_cast<std::uint8_t>(upto(15) << 1);
            if (event.phase == Phase::state) event.ret %= 1'000'000;
            std::string bytes, results;
            for (auto n = upto(3) ? upto(10) : upto(300); n > 0; --n)
                bytes += static_cast<char>(random());
            for (auto n = upto(3) ? 0 : upto(40); n > 0; --n)
                results += static_cast<char>(random());
            event.captured = static_cast<std::uint32_t>(bytes.size());
            event.original = event.captured + static_cast<std::uint32_t>(upto(1) ? 0 : upto(1000));
            event.results = static_cast<std::uint32_t>(results.size());
            const auto seq = events_.append(event, bytes + results);
            lanes_.append(seq, event);
            if (upto(3) == 0 && event.phase == Phase::leave)
                lanes_.level({LaneKind::level, event.object, 0}, seq, event.time_ns, event.ret % 1000);
            if (upto(9) == 0)  // another object's, a little later
                lanes_.level({LaneKind::level, 7, 2}, seq, event.time_ns + 5,
                             static_cast<std::int64_t>(upto(9)));
            if (event.phase == Phase::leave && upto(9) == 0)
                lanes_.memory(seq, event, upto(5000), 1 + upto(70), upto(1) == 1);
            if (seq > 0 && upto(2) == 0) {
                Flow flow;
                flow.from = upto(seq);
                flow.to = upto(1) ? seq : upto(seq);
                flow.bytes = static_cast<std::uint32_t>(upto(1000));
                flow.merged = static_cast<std::uint32_t>(upto(1));
                flow.guess = upto(1) == 1;
                const auto id = flows_.append(flow);
                events_.set_flow(flow.from, id);
                events_.set_flow(flow.to, id);
                index_.append(id, events_[flow.from], events_[flow.to]);
            }
        }
    }
    const Registry& registry() const override { return testing::registry(); }
    const EventStore& events() const override { return events_; }
    const FlowTable& flows() const override { return flows_; }
    const CallTable& calls() const override { return calls_; }
    const LaneIndex& lanes() const override { return lanes_; }
    const FlowIndex& flow_index() const override { return index_; }
    std::shared_ptr<const RunState> state() const override { return state_; }
    std::int64_t started_ns() const override { return 5'000'000; }

private:
    EventStore events_;
    FlowTable flows_;
    CallTable calls_;
    LaneIndex lanes_;
    FlowIndex index_;
    std::shared_ptr<const RunState> state_;
};

std::unique_ptr<FileRecording> opened(const QString& path, std::string* why = nullptr) {
    auto file = open_session(path.toStdString(), registry());
    if (!file) {
        if (why) *why = file.error().text();
        return nullptr;
    }
    (*file)->wait_loaded();
    return std::move(*file);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines)
        out += line + "\n";
    return out;
}

// Looks at everything that a view could.
void look_at_all(const FileRecording& file) {
    std::uint64_t sum = 0;
    for (std::uint64_t seq = 0; seq < file.events().size(); ++seq) {
        const auto event = file.events().copy(seq);
        for (const char c : file.events().payload(event))
            sum += static_cast<unsigned char>(c);
        sum += file.events().results(event).size();
        if (const auto flow = file.events().flow(seq)) sum += file.flows()[flow].from;
        if (event.phase != Phase::state)
            if (const auto* call = file.calls().find(CallId{event.call})) sum += call->text.size();
        file.registry().operation(OperationId{event.operation});
    }
    for (const auto& key : file.lanes().lanes()) {
        std::vector<Span> spans;
        std::vector<LevelPoint> levels;
        file.lanes().spans(key, file.lanes().first_ns(), file.lanes().last_ns() + 1, 100, spans);
        file.lanes().levels(key, file.lanes().first_ns(), file.lanes().last_ns() + 1, 100, levels);
    }
    const auto state = file.state();
    for (const auto& [id, object] : state->objects)
        QVERIFY(object.mechanism && object.spec);
    QVERIFY(sum < ~std::uint64_t{0});
}

QByteArray bytes_of(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes) {
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void sql(const QString& path, const char* statements) {
    auto db = session_file::Database::open_for_writing(path.toStdString());
    QVERIFY(db.has_value());
    const auto done = db->run(statements);
    QVERIFY2(done.has_value(), done ? "" : done.error().text().c_str());
}

// --- the process that is killed, or has no room: this program with an argument ---

// Events come until it is killed; says how many are in the file.
int record_until_killed(const char* path) {
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
    auto recorder = Recorder::create(path, growing, {"", "workers: w1\n", {}}, {.interval_ms = 5});
    if (!recorder) return 1;
    std::uint64_t told = 0;
    for (;;) {
        for (int i = 0; i < 100; ++i)
            growing.add();
        if (const auto written = (*recorder)->events_written(); written != told) {
            std::printf("%llu\n", static_cast<unsigned long long>(told = written));
            std::fflush(stdout);
        }
        while (growing.store.size() > (*recorder)->events_written() + 5'000)
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

}  // namespace

// A child that QProcess starts shares the memory for a moment: ThreadSanitizer takes the test for the forked
// one, and ends it as soon as it starts a thread, as opening a file does.
#ifdef __SANITIZE_THREAD__
#define SKIP_UNDER_TSAN QSKIP("ThreadSanitizer allows no thread after a process was started")
#else
#define SKIP_UNDER_TSAN
#endif

class TestSessionFile : public QObject {
    Q_OBJECT
    // In memory where that can be: the tests wait for no disk.
    QTemporaryDir folder_{QDir(QStringLiteral("/dev/shm")).exists()
                              ? QStringLiteral("/dev/shm/ipcscope-XXXXXX")
                              : QDir::tempPath() + QStringLiteral("/ipcscope-XXXXXX")};
    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase() { QVERIFY(folder_.isValid()); }

    // --- what is written is read ---
    void realRuns_data() {
        QTest::addColumn<QString>("name");
        for (const auto* name : {"hello_pipe", "hello_signal", "chat_over_a_queue", "hello_udp",
                                 "hello_sysv_shm", "philosophers_deadlock"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void realRuns() {
        QFETCH(QString, name);
        const auto* example = find_example(name.toStdString());
        QVERIFY(example);
        const auto live = path("live.ipcscope"), after = path("after.ipcscope");
        RunFixture fixture;
        SessionTexts texts{"/somewhere/a.ips", std::string(example->text), {}};
        auto recorder = Recorder::create(live.toStdString(), fixture.supervisor(), texts, {.replace = true});
        QVERIFY2(recorder.has_value(), recorder ? "" : recorder.error().text().c_str());
        QCOMPARE(explain(fixture.run(example->text)), std::string());
        QVERIFY(fixture.supervisor().shutdown().has_value());
        const auto finished = (*recorder)->finish();
        QVERIFY2(finished.has_value(), finished ? "" : finished.error().text().c_str());
        const auto saved = save_session(after.toStdString(), fixture.supervisor(), texts);
        QVERIFY2(saved.has_value(), saved ? "" : saved.error().text().c_str());
        for (const auto& each : {live, after}) {
            const auto file = opened(each);
            QVERIFY(file);
            QCOMPARE(joined(file->problems()), std::string());
            SAME(fixture.supervisor(), *file);
            QCOMPARE(file->program(), std::string(example->text));
            QCOMPARE(file->program_path(), std::string("/somewhere/a.ips"));
            QVERIFY(file->complete() && !file->machine().empty() && file->started_unix_ns() > 0);
        }
        QVERIFY(!QFile::exists(live + "-wal"));
    }
    void anythingAtAll() {
        const auto file_path = path("any.ipcscope");
        qputenv("RC_PARAMS", "max_success=25");
        const bool holds = rc::check("what is saved is read", [&] {
            const auto seed = *rc::gen::arbitrary<std::uint64_t>();
            const auto size = *rc::gen::inRange(0, 400);
            const AnyRecording recording(seed, size);
            const auto saved = save_session(file_path.toStdString(), recording, {});
            RC_ASSERT(saved.has_value());
            const auto file = opened(file_path);
            RC_ASSERT(file != nullptr);
            RC_ASSERT(joined(file->problems()) == std::string());
            RC_ASSERT(difference(recording, *file) == std::string());
        });
        QVERIFY(holds);
    }
    void muchTraffic() {
        const MadeUpRecording recording({.events = 150'000});
        const auto saved = save_session(path("much.ipcscope").toStdString(), recording, {});
        QVERIFY2(saved.has_value(), saved ? "" : saved.error().text().c_str());
        const auto file = opened(path("much.ipcscope"));
        QVERIFY(file);
        QCOMPARE(joined(file->problems()), std::string());
        SAME(recording, *file);
    }
    void savingCanBeCancelled() {
        const MadeUpRecording recording({.events = 150'000});
        const auto where = path("cancelled.ipcscope");
        put(where, "what was there");
        int asked = 0;
        const auto saved = save_session(where.toStdString(), recording, {},
                                        [&](double done) { return ++asked < 2 && done < 1; });
        QVERIFY(!saved && asked == 2);
        QCOMPARE(bytes_of(where), QByteArray("what was there"));
        QCOMPARE(QDir(folder_.path()).entryList({"cancelled*"}).size(), 1);
    }
    void notes() {
        ViewNotes notes;
        notes.lane_order = {"worker:child", "level:q:0"};
        notes.pinned = {"worker:child"};
        notes.hidden = {"x\xff"};
        notes.labels["worker:child"] = "Kind";
        notes.colours["worker:child"] = 7;
        notes.grouping = "by_process";
        notes.bookmarks = {{-5, "before"}, {77, "it's \"here\"\n"}};
        notes.filters = {{"slow", "duration > 2ms"}};
        notes.filter = "err == EAGAIN";
        notes.filter_dims = true;
        auto again = ViewNotes::from_json(notes.json());
        QCOMPARE(again.hidden.at(0), std::string("x\xef\xbf\xbd"));
        again.hidden = notes.hidden;
        QVERIFY(again == notes);
        notes.hidden = {"worker:x"};
        const auto where = path("notes.ipcscope");
        QVERIFY(save_session(where.toStdString(), AnyRecording(1, 10), {"", "", notes}).has_value());
        QVERIFY(opened(where)->notes() == notes);
        notes.bookmarks.pop_back();
        QVERIFY(save_notes(where.toStdString(), notes).has_value());
        QVERIFY(opened(where)->notes() == notes);
        for (const auto* hostile : {"", "{", "[]", "null", "{\"bookmarks\":7,\"labels\":[1],\"filter\":{}}",
                                    "{\"bookmarks\":[{\"time_ns\":1e300},{\"note\":1},8]}"})
            QVERIFY(ViewNotes::from_json(hostile).empty());
        QVERIFY(ViewNotes::from_json(std::string(1'000'000, '[')).empty());
    }
    void theQuestionsOfTheDocument() {
        RunFixture fixture;
        fixture.run(find_example("hello_pipe")->text);
        const auto where = path("asked.ipcscope");
        QVERIFY(save_session(where.toStdString(), fixture.supervisor(), {}).has_value());
        auto db = session_file::Database::open_for_writing(where.toStdString());
        QVERIFY(db.has_value());
        const auto text = bytes_of(QStringLiteral(IPCSCOPE_SOURCE_DIR "/engine/session_file/FORMAT.md"));
        static const QRegularExpression block(QStringLiteral("```sql\n(.*?)```"),
                                              QRegularExpression::DotMatchesEverythingOption);
        int asked = 0;
        for (auto each = block.globalMatch(QString::fromUtf8(text)); each.hasNext(); ++asked) {
            const auto question = each.next().captured(1).toStdString();
            auto answer = db->prepare(question);
            QVERIFY2(answer.has_value(), question.c_str());
            int rows = 0;
            while (answer->step() == SQLITE_ROW)
                ++rows;
            QVERIFY2(rows > 0 || question.find("errno IS NOT NULL") != std::string::npos, question.c_str());
        }
        QCOMPARE(asked, 5);
        auto greeting = db->prepare(
            "SELECT count(*) FROM events WHERE worker = 'child' AND phase = 'leave' AND "
            "payload = CAST('Hello' AS BLOB) AND bytes = 5 AND operation LIKE '%write'");
        QVERIFY(greeting.has_value() && greeting->step() == SQLITE_ROW);
        QCOMPARE(greeting->integer(0), 1);
    }

    // --- what is refused, and how ---
    void otherFilesAreRefused() {
        std::string why;
        put(path("empty"), "");
        put(path("text"), QByteArray(10'000, 'x'));
        QFile::remove(path("other"));
        {
            auto db = session_file::Database::create(path("other").toStdString());
            QVERIFY(db && db->run("CREATE TABLE event(seq INTEGER PRIMARY KEY)"));
        }
        for (const auto* name : {"empty", "text", "other"}) {
            QVERIFY2(!opened(path(name), &why), name);
            QVERIFY2(why.find("is not a session file of IPC Scope") != std::string::npos, why.c_str());
            QVERIFY(!is_session_file(path(name).toStdString()));
        }
        QVERIFY(!opened(path("nowhere"), &why) && why.find("ENOENT") != std::string::npos);
        QVERIFY(!opened(folder_.path(), &why) && why.find("is a directory") != std::string::npos);
        QVERIFY(!opened(QStringLiteral("/dev/zero"), &why) && why.find("regular") != std::string::npos);
        const auto where = path("newer.ipcscope");
        QVERIFY(save_session(where.toStdString(), AnyRecording(1, 10), {}).has_value());
        QVERIFY(is_session_file(where.toStdString()));
        sql(where, "PRAGMA user_version=2");
        QVERIFY(!opened(where, &why));
        QVERIFY2(why.find("format version 2") != std::string::npos &&
                     why.find("newer one is needed") != std::string::npos,
                 why.c_str());
    }
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
        SKIP_UNDER_TSAN;
        const auto where = path("room.ipcscope");
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {"--without-room", where});
        QVERIFY(process.waitForFinished(60'000));
        const auto said = process.readAllStandardOutput();
        QCOMPARE(process.exitCode(), 0);
        QVERIFY2(said.contains(where.toUtf8()) && said.contains("EFBIG"), said);
        const auto file = opened(where);
        QVERIFY(file);
        QCOMPARE(joined(file->problems()), std::string());
        SAME(MadeUpRecording({.events = 60'000}), *file);
    }

    // --- killed ---
    void killedAtAnyMoment() {
        SKIP_UNDER_TSAN;
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            const auto where = path("killed.ipcscope");
            for (const char* end : {"", "-wal", "-shm"})
                QFile::remove(where + QLatin1String(end));
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(), {"--until-killed", where});
            QVERIFY(process.waitForStarted());
            const auto lines = 1 + random() % 4;
            std::uint64_t written = 0;
            for (unsigned i = 0; i < lines; ++i) {
                while (!process.canReadLine())
                    QVERIFY(process.waitForReadyRead(60'000));
                written = process.readLine().trimmed().toULongLong();
            }
            for (auto wait = random() % 100'000; wait > 0; --wait)
                std::this_thread::yield();
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            QVERIFY(process.waitForFinished(60'000));
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

    // --- damaged and hostile ---
    void cutShort() {
        const auto whole = path("whole.ipcscope"), cut = path("cut.ipcscope");
        const AnyRecording recording(3, 4000);
        QVERIFY(save_session(whole.toStdString(), recording, {}).has_value());
        const auto bytes = bytes_of(whole);
        std::mt19937 random(5);
        std::size_t shown = 0;
        for (int i = 0; i < 60; ++i) {
            auto size = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
            if (i % 2 == 0) size -= size % 4096;
            put(cut, bytes.left(size));
            const auto file = opened(cut);
            if (!file) continue;
            QVERIFY2(!file->problems().empty(), qPrintable(QString::number(size)));
            look_at_all(*file);
            shown += file->events().size() > 0 ? 1u : 0u;
        }
        QVERIFY2(shown > 15, qPrintable(QString::number(shown)));
    }
    void flippedBits() {
        const auto whole = path("whole.ipcscope"), flipped = path("flipped.ipcscope");
        const AnyRecording recording(4, 1500);
        QVERIFY(save_session(whole.toStdString(), recording, {}).has_value());
        const auto bytes = bytes_of(whole);
        std::mt19937 random(6);
        std::size_t shown = 0;
        for (int i = 0; i < 150; ++i) {
            auto damaged = bytes;
            for (auto n = 1 + random() % 40; n > 0; --n) {
                auto& byte = damaged.data()[random() % static_cast<unsigned>(damaged.size())];
                byte = static_cast<char>(byte ^ static_cast<char>(1u << random() % 8));
            }
            put(flipped, damaged);
            const auto file = opened(flipped);
            if (!file) continue;
            look_at_all(*file);
            shown += file->events().size() > 0 ? 1u : 0u;
        }
        QVERIFY2(shown > 75, qPrintable(QString::number(shown)));
    }
    void hostile_data() {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<bool>("told");
        const auto add = [](const char* name, const char* statements, bool told = true) {
            QTest::newRow(name) << QString::fromLatin1(statements) << told;
        };
        add("huge numbers",
            "UPDATE event SET t_ns = 9223372036854775807, duration_ns = 9223372036854775807, "
            "worker = -1, phase = 99, object = 1e300, operation = 70000, original = -5");
        add("other types",
            "UPDATE event SET t_ns = 'x', ret = x'00', flags = 'y', payload = 5, results = 1.5");
        add("everything blocks for ever",
            "UPDATE event SET phase = 1, worker = 1, t_ns = 1152921504606846976, duration_ns = "
            "1152921504606846976");
        add("a level each",
            "UPDATE event SET phase = 3, object = seq * 77, call = seq, ret = 9223372036854775807", false);
        add("far apart", "UPDATE event SET seq = -seq - 1; UPDATE event SET seq = seq * -1000000000000 + 5");
        add("flows to nowhere", "UPDATE flow SET from_seq = -1, to_seq = 9223372036854775807");
        add("flows in a circle", "UPDATE flow SET from_seq = to_seq, to_seq = from_seq", false);
        add("levels of nobody", "INSERT INTO level VALUES(NULL, 9223372036854775807, -1, -1, -1, -1)", false);
        add("touched anywhere",
            "INSERT INTO touched VALUES(NULL, 3, 1, -1, 9223372036854775807, 1), (NULL, -7, 1, 1, 1, 1)",
            false);
        add("parents in a circle", "UPDATE worker SET parent = 1 + id % 2");
        add("worker 65535", "INSERT INTO worker(id, name, status) VALUES(65535, 'far', 'idle')", false);
        add("no such status", "UPDATE worker SET status = 'dreaming', exit_code = 'x'");
        add("open in all", "UPDATE handle SET open_in = '1 2 x 99999 1 1 1 1 1 1 1 1 1 1'");
        add("results of no sense", "UPDATE event SET results = x'ffffffff00000001'", false);
        add("args of no sense", "UPDATE call SET args = x'08ffffffff09ffffffff', operation = 3", false);
        add("calls that jump", "UPDATE call SET id = id * 1000000007", false);
        add("names that are none", "UPDATE operation SET name = x'00ff2e00' || id, title = x'00'");
        add("objects of no kind",
            "UPDATE object SET mechanism = x'00', kind = '', title = x'00', flow = 'up'", false);
        add("no events", "DROP TABLE event");
        add("no tables",
            "DROP TABLE worker; DROP TABLE object; DROP TABLE handle; DROP TABLE call; DROP TABLE flow; "
            "DROP TABLE level; DROP TABLE operation; DROP TABLE program; DROP TABLE bookmark");
        add("events are a view",
            "DROP VIEW events; DROP VIEW flows; DROP VIEW workers; ALTER TABLE event RENAME TO e; CREATE "
            "VIEW event AS "
            "WITH RECURSIVE n(seq) AS (SELECT 0 UNION ALL SELECT seq + 1 FROM n) SELECT n.seq, e.t_ns FROM "
            "n, e");
        add("events without a key", "DROP TABLE event; CREATE TABLE event(seq TEXT, t_ns, payload)");
        add("events that are worked out",
            "DROP TABLE event; CREATE TABLE event(seq INTEGER PRIMARY KEY, t_ns AS (zeroblob(1000000000)))");
        add("huge payload", "UPDATE event SET payload = zeroblob(3000000) WHERE seq = 7", false);
        add("wrong notes", "UPDATE notes SET json = '{\"bookmarks\":[[[[[[' || printf('%.100000c', '[')",
            false);
        add("wrong session",
            "UPDATE session SET value = x'00'; UPDATE session SET value = 1e300 WHERE key = 'started_ns'");
        add("a trigger", "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM event; END", false);
    }
    void hostile() {
        QFETCH(QString, statements);
        QFETCH(bool, told);
        const auto where = path("hostile.ipcscope");
        QFile::remove(where);
        const AnyRecording recording(11, 300);
        QVERIFY(save_session(where.toStdString(), recording, {}).has_value());
        sql(where, qPrintable(statements));
        const auto file = opened(where);
        QVERIFY(file);
        look_at_all(*file);
        if (told) QVERIFY(!file->problems().empty());
    }
    // Interior pages that lead to the same leaf again and again.
    void treesThatAreNone() {
        const auto whole = path("whole.ipcscope"), bad = path("bad.ipcscope");
        QVERIFY(save_session(whole.toStdString(), AnyRecording(4, 3000), {}).has_value());
        const auto bytes = bytes_of(whole);
        const int page = static_cast<unsigned char>(bytes[16]) << 8 | static_cast<unsigned char>(bytes[17]);
        const auto pages = bytes.size() / page;
        std::mt19937 random(8);
        int changed = 0;
        for (qsizetype n = 1; n < pages; ++n) {
            if (bytes[n * page] != 5) continue;  // the inside of a tree of a table
            for (int i = 0; i < 8; ++i) {
                auto damaged = bytes;
                const auto cells = static_cast<unsigned char>(bytes[n * page + 3]) << 8 |
                                   static_cast<unsigned char>(bytes[n * page + 4]);
                const auto target =
                    i == 0 ? n + 1 : static_cast<qsizetype>(1 + random() % static_cast<unsigned>(pages));
                for (int cell = 0; cell < cells; ++cell) {
                    const auto slot = n * page + 12 + 2 * cell;
                    const auto at = n * page + (static_cast<unsigned char>(bytes[slot]) << 8 |
                                                static_cast<unsigned char>(bytes[slot + 1]));
                    for (int k = 0; k < 4; ++k)
                        damaged[at + k] = static_cast<char>(target >> (24 - 8 * k));
                }
                put(bad, damaged);
                ++changed;
                if (const auto file = opened(bad)) look_at_all(*file);
            }
        }
        QVERIFY(changed > 0);
    }
    void whatThisBuildDoesNotKnow() {
        const auto where = path("strange.ipcscope");
        QFile::remove(where);
        const AnyRecording recording(12, 200);
        QVERIFY(save_session(where.toStdString(), recording, {}).has_value());
        sql(where,
            "UPDATE operation SET id = id + 1000; UPDATE event SET operation = operation + 1000 WHERE "
            "operation > 0; UPDATE operation SET name = 'telepathy.send', title = 'Think' WHERE id = 1003; "
            "UPDATE event SET operation = 1003 WHERE seq = 5; UPDATE object SET mechanism = 'telepathy', "
            "kind = 'mind', title = 'Mind' WHERE id = 2");
        const auto file = opened(where);
        QVERIFY(file);
        QCOMPARE(file->problems().size(), 1u);
        const auto* ref = file->registry().operation(OperationId{file->events()[5].operation});
        QVERIFY(ref);
        QCOMPARE(ref->name, std::string("telepathy.send"));
        QCOMPARE(std::string(ref->operation->title), std::string("Think"));
        QCOMPARE(std::string(file->state()->objects.at(ObjectId{2}).spec->label), std::string("Mind"));
        for (std::uint64_t seq = 0; seq < 200; ++seq)
            if (seq != 5 && recording.events()[seq].operation != 3)
                QCOMPARE(file->events()[seq].operation, recording.events()[seq].operation);
    }
    // Files of each version must open for ever.
    void oldFiles() {
        const QDir golden(QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden"));
        const auto files = golden.entryList({"*.ipcscope"});
        QVERIFY(!files.isEmpty());
        for (const auto& name : files) {
            const auto copy = path("golden.ipcscope");
            QFile::remove(copy);
            QVERIFY(QFile::copy(golden.filePath(name), copy));
            const auto file = opened(copy);
            QVERIFY2(file, qPrintable(name));
            QCOMPARE(joined(file->problems()), std::string());
            QCOMPARE(file->events().size(), 33u);
            QCOMPARE(file->flows().size(), 5u);
            QCOMPARE(file->state()->workers.size(), 2u);
            QCOMPARE(file->state()->workers[1].name, std::string("child"));
            QCOMPARE(file->notes().bookmarks.size(), 1u);
            bool greeted = false;
            for (std::uint64_t seq = 0; seq < file->events().size(); ++seq)
                greeted |= file->events().payload(file->events()[seq]) == "Hello";
            QVERIFY(greeted && file->program().find("Hello through a pipe") != std::string::npos);
            look_at_all(*file);
        }
    }
};

int main(int argc, char** argv) {
    if (argc == 3 && !std::strcmp(argv[1], "--until-killed")) return record_until_killed(argv[2]);
    if (argc == 3 && !std::strcmp(argv[1], "--without-room")) return record_without_room(argv[2]);
    QCoreApplication application(argc, argv);
    TestSessionFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_session_file.moc"

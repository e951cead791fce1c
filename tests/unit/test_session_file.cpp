// Session files: what is written is read again. The folder session_file/ tests what happens to the one who
// writes or to the file.
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"
#include "session/examples.h"
#include "unit/session_file/session_file.h"

#include <QRegularExpression>

#include <random>
#include <rapidcheck.h>
#include <sqlite3.h>
#include <thread>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestSessionFile : public SessionFileTest {
    Q_OBJECT
private slots:
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
    // What is looked at comes from the source, what was looked at long ago is put aside: and stays the same,
    // also to those who still point to it.
    void pagedStore() {
        struct Numbers : EventStore::Source {
            void read(std::uint64_t chunk, std::size_t known, std::vector<Event>& events,
                      std::string& extra) override {
                ++asked;
                for (std::size_t i = 0; i < known; ++i) {
                    const auto payload = "payload of " + std::to_string(chunk * EventStore::chunk_events + i);
                    Event event;
                    event.ret = static_cast<std::int64_t>(chunk * EventStore::chunk_events + i);
                    event.captured = static_cast<std::uint32_t>(payload.size());
                    event.data = extra.size();
                    extra += payload;
                    events.push_back(event);
                }
            }
            int asked = 0;
        } source;
        constexpr std::uint64_t chunks = 5, size = chunks * EventStore::chunk_events;
        for (const char* directory : {"", "/nowhere"}) {
            source.asked = 0;
            PageFile pages({.in_memory = 6 << 20, .resident = 12 << 20, .directory = directory});
            EventStore store;
            store.page_from(source, pages);
            store.grow(size);
            std::vector<const Event*> kept;
            for (int round = 0; round < 3; ++round)
                for (std::uint64_t chunk = 0; chunk < chunks; ++chunk) {
                    const auto seq = chunk * EventStore::chunk_events + chunk * 7;
                    kept.push_back(&store[seq]);
                    QCOMPARE(store[seq].ret, static_cast<std::int64_t>(seq));
                    QVERIFY(store.payload(store[seq]) == "payload of " + std::to_string(seq));
                }
            QCOMPARE(source.asked, static_cast<int>(chunks));
            for (std::size_t i = 0; i < kept.size(); ++i)
                QCOMPARE(kept[i]->ret,
                         static_cast<std::int64_t>(i % chunks * (EventStore::chunk_events + 7)));
            QVERIFY(pages.resident_bytes() <= 12 << 20 && pages.made_bytes() > 20 << 20);
            QCOMPARE(pages.problem().has_value(), directory[0] == '\0');
            store.set_flow(size - 1, FlowId{4});
            store.set_flow(size - 1, FlowId{5});
            QCOMPARE(store.copy(size - 1).flow, 4u);
            QVERIFY(!store.flow(0));
            // Whoever reads finds what is there, whoever else makes the store put things aside.
            std::atomic<int> wrong{0};
            std::vector<std::thread> readers;
            for (unsigned reader = 0; reader < 3; ++reader)
                readers.emplace_back([&, reader] {
                    std::mt19937_64 random(reader);
                    for (int i = 0; i < 2000; ++i) {
                        const auto seq = random() % size;
                        const Event& event = store[seq];
                        if (event.ret != static_cast<std::int64_t>(seq) ||
                            store.payload(event) != "payload of " + std::to_string(seq))
                            ++wrong;
                    }
                });
            for (auto& reader : readers)
                reader.join();
            QCOMPARE(wrong.load(), 0);
        }
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
    // What is saved again is what was recorded then and there, not here and now.
    void anotherMachinesRecordingStaysOne() {
        const AnyRecording recording(3, 20);
        SessionTexts texts{"", "workers: a\n", {}};
        texts.elsewhere_unix_ns = 12'345'000'000'000;
        texts.elsewhere = {{"kernel", "Linux 2.4.18"}, {"tier", "same_user"}};
        const auto where = path("elsewhere.ipcscope");
        QVERIFY(save_session(where.toStdString(), recording, texts).has_value());
        const auto file = opened(where);
        QVERIFY(file);
        QVERIFY(file->machine() == texts.elsewhere);
        QCOMPARE(file->started_unix_ns(), std::int64_t{12'345'000'000'000});
    }
    void readingCanBeStopped() {
        const MadeUpRecording recording({.events = 150'000});
        const auto where = path("stopped.ipcscope");
        QVERIFY(save_session(where.toStdString(), recording, {}).has_value());
        bool stopped = false;
        for (int tries = 0; tries < 50 && !stopped; ++tries) {
            auto file = open_session(where.toStdString(), registry());
            QVERIFY(file.has_value());
            (*file)->stop_loading();
            (*file)->wait_loaded();
            stopped = (*file)->partly_read();
            const auto said = joined((*file)->problems());
            QCOMPARE(said.find("reading was stopped") != std::string::npos, stopped);
            // The events are read when they are looked at, so all of them are there; the lanes as a whole.
            QCOMPARE((*file)->events().size(), std::uint64_t{150'000});
            for (const std::uint64_t seq : {0, 77'777, 149'999})
                QVERIFY((*file)->events()[seq].time_ns == recording.events()[seq].time_ns);
            QVERIFY((*file)->lanes().last_ns() >= recording.lanes().last_ns());
        }
        QVERIFY(stopped);
        // Nor is it waited for any longer than somebody wants to.
        auto file = open_session(where.toStdString(), registry());
        QVERIFY(file.has_value());
        int asked = 0;
        const bool read = (*file)->wait_loaded([&](double done) { return ++asked < 1 && done <= 1; });
        QVERIFY(read == (asked == 0));
        QVERIFY((*file)->wait_loaded([](double) { return true; }));
        QCOMPARE(joined((*file)->problems()), std::string());
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
        // A file of an older version stays one.
        QFile::remove(where);
        QVERIFY(QFile::copy(golden("v2.ipcscope"), where));
        const auto old = opened(where);
        QVERIFY(old);
        QCOMPARE(old->notes().lane_order, (std::vector<std::string>{"worker:child", "worker:parent"}));
        QVERIFY(old->notes().labels.at("worker:child") == "Kind" && old->notes().filter_dims);
        QVERIFY(old->notes().filters.size() == 1 && old->notes().filters[0].text == "duration > 2ms");
        QVERIFY(save_notes(where.toStdString(), notes).has_value());
        QVERIFY(opened(where)->notes() == notes && opened(where)->version() == 2);
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
};

int main(int argc, char** argv) {
    if (const int code = other_process(argc, argv); code >= 0) return code;
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestSessionFile>(), refused_files(), damaged_files(),
                       hostile_files(), summaries(), without_room(), crashes(), moments_of_runs());
}
#include "test_session_file.moc"

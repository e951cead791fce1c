// Rows of a snapshot: the filter language over objects, cells, order, differences, history, the watch.
#include <QtTest>

#ifndef Q_MOC_RUN
#include "base/clock.h"
#include "helpers/made_up_snapshot.h"
#include "helpers/wait.h"
#include "monitor/history.h"
#include "monitor/lookup.h"
#include "monitor/recording.h"
#include "monitor/spoken.h"
#include "monitor/watch.h"

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#endif

using namespace ipcscope;
using ipcscope::testing::SnapshotMaker;
using ipcscope::testing::wait_for;

namespace {

std::shared_ptr<const Snapshot> queues(std::int64_t messages = 3, bool with_pipe = true,
                                       std::int64_t taken_ns = 1'000'000'000) {
    SnapshotMaker make;
    make.taken_ns = taken_ns;
    const auto nginx = make.process(100, "nginx");
    const auto odd = make.process(200, "a \"b\"\xff");
    const auto queue = make.object("sysv_msg:10", "0x1234");
    make.at(queue).uid = 0;
    make.at(queue).mode = 0640;
    make.at(queue).created = make.taken_at / 1'000'000'000 - 7200;
    make.set(queue, "messages", messages);
    make.set(queue, "cbytes", messages * 2048);
    make.set(queue, "qbytes", 16384);
    make.hold(queue, nginx, Access::unknown, -1, Hold::last_user);
    const auto full = make.object("sysv_msg:9");
    make.missing(full, "messages", CellState::not_permitted, "CAP_IPC_OWNER");
    make.at(full).holders_complete = false;
    if (with_pipe) {
        const auto pipe = make.object("pipe:[77]");
        make.hold(pipe, nginx, Access::write, 4);
        make.hold(pipe, odd, Access::read, 5);
        make.wait(pipe, odd, Access::read, "something to read");
    }
    return make.make();
}

std::string matching(const Snapshot& snapshot, std::string_view text) {
    const auto table = monitor_fields();
    const auto parsed = parse_filter(table, text);
    if (!parsed.filter) return "invalid: " + parsed.errors[0].message;
    std::string out;
    for (const auto object : RowFilter(*parsed.filter).rows(snapshot))
        out += (out.empty() ? "" : " ") + snapshot.ref(snapshot.objects[object]);
    return out;
}

}  // namespace

class TestMonitorRows : public QObject {
    Q_OBJECT
private slots:
    void filters_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        const QString all = "sysv_msg:10 sysv_msg:9";
        QTest::newRow("reference") << "ref == \"sysv_msg:9\""
                                   << "sysv_msg:9";
        QTest::newRow("mechanism") << "mechanism == sysv_msg" << all;
        QTest::newRow("set") << "mechanism in {fifo, pipe}"
                             << "pipe:[77]";
        QTest::newRow("a process") << "process == nginx"
                                   << "pipe:[77]";
        QTest::newRow("octets of a name") << "process contains \"\\xff\""
                                          << "pipe:[77]";
        QTest::newRow("pid") << "pid == 200"
                             << "pipe:[77]";
        QTest::newRow("nobody, known to be nobody") << "holders == 0"
                                                    << "sysv_msg:10";
        QTest::newRow("how many") << "holders >= 2"
                                  << "pipe:[77]";
        QTest::newRow("anybody waits") << "waiters"
                                       << "pipe:[77]";
        QTest::newRow("nobody waits") << "not waiters" << all;
        QTest::newRow("age") << "age > 1h"
                             << "sysv_msg:10";
        QTest::newRow("younger") << "age < 1h"
                                 << "";
        QTest::newRow("mode") << "mode == 0640"
                              << "sysv_msg:10";
        QTest::newRow("size with a unit") << "qbytes == 16KiB"
                                          << "sysv_msg:10";
        QTest::newRow("by its prefix") << "sysv_msg.messages > 2"
                                       << "sysv_msg:10";
        QTest::newRow("what is not permitted is no zero") << "messages == 0"
                                                          << "";
        QTest::newRow("nor anything else") << "messages != 5"
                                           << "sysv_msg:10";
        QTest::newRow("user by name") << "user == root"
                                      << "sysv_msg:10";
        QTest::newRow("expression") << "ref matches \"^pipe:.7\""
                                    << "pipe:[77]";
        QTest::newRow("all") << ""
                             << "pipe:[77] " + all;
    }
    void filters() {
        QFETCH(QString, filter);
        QFETCH(QString, expected);
        auto words = QString::fromStdString(matching(*queues(), filter.toStdString())).split(' ');
        auto wanted = expected.split(' ');
        words.sort(), wanted.sort();
        QCOMPARE(words, wanted);
    }

    void wrongFiltersSayWhatIsNear() {
        QVERIFY(matching(*queues(), "mechanism == sysv_mgs").find("sysv_msg") != std::string::npos);
        QVERIFY(matching(*queues(), "mesages == 1").find("messages") != std::string::npos);
    }

    void everyFieldCanBeAskedFor() {
        const auto snapshot = queues();
        const auto table = monitor_fields();
        QCOMPARE(table.size(), all_object_columns().size());
        for (const auto& field : table.fields()) {
            const auto found = matching(*snapshot, field.name);
            QVERIFY2(!found.starts_with("invalid"), field.name.c_str());
            QVERIFY2(object_column(field.name), field.name.c_str());
        }
    }

    void cells() {
        const auto snapshot = queues();
        const auto cell = [&](const char* ref, const char* column) {
            return QString::fromStdString(cell_text(*snapshot, *snapshot->find(ref), *object_column(column)));
        };
        QCOMPARE(cell("sysv_msg:10", "qbytes"), "16 KiB");
        QCOMPARE(cell("sysv_msg:10", "messages"), "3");
        QCOMPARE(cell("sysv_msg:10", "mode"), "0640");
        QCOMPARE(cell("sysv_msg:10", "age"), "2 h");
        QCOMPARE(cell("sysv_msg:10", "holders"), "0");
        QCOMPARE(cell("sysv_msg:9", "messages"), "not permitted, needs CAP_IPC_OWNER");
        QVERIFY(cell("sysv_msg:9", "holders").startsWith("not permitted"));
        QCOMPARE(cell("pipe:[77]", "process"), "nginx (100), a \"b\"\\xff (200)");
        QCOMPARE(cell("pipe:[77]", "messages"), "");
    }

    void order() {
        const auto snapshot = queues();
        const auto sorted = [&](const char* column, bool descending) {
            std::vector<ObjectIndex> rows(snapshot->objects.size());
            for (ObjectIndex i = 0; i < rows.size(); ++i)
                rows[i] = i;
            sort_rows(*snapshot, rows, *object_column(column), descending);
            QStringList out;
            for (const auto row : rows)
                out << QString::fromStdString(snapshot->ref(snapshot->objects[row]));
            return out;
        };
        QCOMPARE(sorted("ref", false), QStringList({"pipe:[77]", "sysv_msg:9", "sysv_msg:10"}));
        QCOMPARE(sorted("ref", true), QStringList({"sysv_msg:10", "sysv_msg:9", "pipe:[77]"}));
        for (const bool descending : {false, true})
            QCOMPARE(sorted("messages", descending).front(), "sysv_msg:10");  // what is not known comes last
        for (const auto& column : all_object_columns())
            QCOMPARE(sorted(column.name.c_str(), true).size(), 3);
    }

    void lookUp() {
        const auto snapshot = queues();
        QCOMPARE(look_up(*snapshot, "sysv_msg:10").objects.size(), std::size_t{1});
        QCOMPARE(look_up(*snapshot, "0x1234").objects.size(), std::size_t{1});
        const auto gone = look_up(*snapshot, "sysv_msg:11");
        QVERIFY(gone.objects.empty());
        QVERIFY(!gone.near.empty());
        QVERIFY(!gone.problem.empty());
    }

    void changes() {
        const auto before = queues(), now = queues(5, false);
        QVERIFY(differences(*before, *queues()).empty());
        const auto found = differences(*before, *now);
        QCOMPARE(found.size(), std::size_t{2});
        for (const auto& change : found) {
            const auto words = QString::fromStdString(change_words(change, before.get(), *now));
            if (change.what == ObjectChange::What::vanished) {
                QCOMPARE(change.ref, "pipe:[77]");
            } else {
                QCOMPARE(change.ref, "sysv_msg:10");
                QCOMPARE(words, "messages 3 -> 5, cbytes 6 KiB -> 10 KiB");
            }
        }
        QVERIFY(differences(*now, *before).front().what != ObjectChange::What::vanished);
    }

    void historyIsBounded() {
        LevelHistory history(8);
        auto before = queues(0, false, 1);
        history.add(nullptr, *before, {});
        for (int i = 1; i <= 100; ++i) {
            const auto now = queues(i, false, i + 1);
            history.add(before.get(), *now, differences(*before, *now));
            before = now;
        }
        const auto points = history.of("sysv_msg:10", "messages");
        QCOMPARE(points.size(), std::size_t{8});
        QCOMPARE(points.back().value, 100);
        QVERIFY(history.of("sysv_msg:10", "qbytes").empty());
    }

    // Sampled in turns with nothing to wait for: two threads that meet as often as can be.
    void watch() {
        std::atomic<int> samples{0}, told{0};
        std::atomic<bool> fails{false};
        Watch::Options options;
        options.period_ns = 1'000'000;
        options.share = 0;
        options.on_sample = [&](const std::shared_ptr<const Watched>& one) {
            told += one->snapshot != nullptr;
        };
        const auto sampler = [&](const SampleOptions&) -> Result<std::shared_ptr<const Snapshot>> {
            const int n = ++samples;
            if (fails) return failure("no probe");
            return queues(n, true, now_ns());
        };
        Watch one(sampler, options);
        one.start();
        QVERIFY(wait_for([&] { return told > 3; }));
        QVERIFY(one.latest()->number >= 2);
        QVERIFY(!one.latest()->changes.empty());
        QVERIFY(one.history("sysv_msg:10", "messages").size() >= 2);
        QCOMPARE(one.history("sysv_msg:10", "qbytes").size(), std::size_t{0});  // no level
        fails = true;
        QVERIFY(wait_for([&] { return one.problem() == "no probe"; }));
        fails = false;
        QVERIFY(wait_for([&] { return one.problem().empty(); }));
        one.set_paused(true);
        const auto asked = one.latest()->number;
        one.now();
        QVERIFY(wait_for([&] { return one.latest()->number > asked; }));
        one.stop();
        const int ended = samples;
        one.now();
        QCOMPARE(samples.load(), ended);
    }

    void whatTheProbeSaysIsTakenApart() {
        const auto in_german = [](std::string_view english) {
            return say<QString>(
                english,
                [](const char* pattern) {
                    const std::map<std::string_view, QString> known{
                        {"descriptors of %1", "Deskriptoren von %1"},
                        {"%1 processes", "%1 Prozessen"},
                        {"names of the %1 bus: %2", "%2 (Bus %1)"},
                        {"semaphore %1 to reach %2", "Semaphor %1 auf %2"},
                        {"%1 (one of %2 operations)", "%1 (eine von %2)"}};
                    const auto found = known.find(pattern);
                    return found == known.end() ? QString("? ") + pattern : found->second;
                },
                [](std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); });
        };
        QCOMPARE(in_german("descriptors of 12 processes"), QString("Deskriptoren von 12 Prozessen"));
        QCOMPARE(in_german("names of the session bus: a %1: b"), QString("a %1: b (Bus session)"));
        QCOMPARE(in_german("semaphore 3 to reach 2 (one of 4 operations)"),
                 QString("Semaphor 3 auf 2 (eine von 4)"));
        QCOMPARE(in_german("what nobody says"), QString("what nobody says"));
        QCOMPARE(in_german(""), QString());
        for (const char* pattern : spoken_patterns())
            QVERIFY2(take_apart(pattern).pattern == pattern, pattern);
    }

    void aQuickLookComesFirst() {
        Watch::Options options;
        options.quick_first = true;
        options.period_ns = 1'000'000;
        std::mutex guard;
        std::vector<std::shared_ptr<const Watched>> told;
        options.on_sample = [&](std::shared_ptr<const Watched> one) {
            const std::lock_guard lock(guard);
            if (told.size() < 3) told.push_back(std::move(one));
        };
        Watch one(
            [](const SampleOptions& how) -> Result<std::shared_ptr<const Snapshot>> {
                auto made = std::make_shared<Snapshot>(*queues(3, how.owners));
                made->owners = how.owners;
                return made;
            },
            options);
        one.start();
        QVERIFY(wait_for([&] {
            const std::lock_guard lock(guard);
            return told.size() == 3;
        }));
        one.stop();
        QVERIFY(!told[0]->snapshot->owners);
        QCOMPARE(told[0]->number, std::uint64_t{0});
        // The first sample is compared with nothing: what the look left out has not appeared.
        QVERIFY(told[1]->snapshot->owners && !told[1]->before);
        QCOMPARE(told[1]->number, std::uint64_t{1});
        QVERIFY(told[1]->changes.empty());
        QCOMPARE(told[2]->before, told[1]->snapshot);
    }

    void costBoundsHowOften() {
        Watch::Options options;
        options.period_ns = 1'000'000;
        options.share = 0.05;
        std::atomic<int> slowed{0};
        options.on_sample = [&](const std::shared_ptr<const Watched>& one) {
            slowed += one->slowed && one->next_ns >= 20 * one->cost_ns;
        };
        // The made-up snapshot says that it took 1 ms: one every 20 ms.
        Watch one([](const SampleOptions&) -> Result<std::shared_ptr<const Snapshot>> { return queues(); },
                  options);
        one.start();
        QVERIFY(wait_for([&] { return slowed > 0; }));
    }

    void recording() {
        MonitorRecording recording;
        Watched first;
        first.snapshot = queues(1, true, now_ns());
        recording.add(first);
        Watched second;
        second.before = first.snapshot;
        second.snapshot = queues(4, false, now_ns());
        second.changes = differences(*second.before, *second.snapshot);
        recording.add(second);
        recording.settle();
        const auto state = recording.state();
        QVERIFY(state->worker("a \"b\"\\xff (200)"));
        std::vector<LaneKey> levels;
        for (const auto& key : recording.lanes().lanes())
            if (key.kind == LaneKind::level) levels.push_back(key);
        QVERIFY(!levels.empty());
        bool four = false;
        for (const auto& key : levels)
            four |= recording.lanes().level_now(key) == 4;
        QVERIFY(four);
        int vanished = 0, waits = 0;
        for (std::uint64_t seq = 0; seq < recording.events().size(); ++seq) {
            const auto& event = recording.events()[seq];
            const auto* ref = recording.registry().operation(OperationId{event.operation});
            vanished += ref && ref->name == "machine.vanished";
            waits += ref && ref->name == "machine.wait" && event.phase == Phase::leave &&
                     (event.flags & event_flag::was_blocked) != 0;
        }
        QCOMPARE(vanished, 1);
        QCOMPARE(waits, 1);
    }

    // In the middle of a watch: what there is stands in it, not only what changes from then on.
    void aRecordingMayBeginLater() {
        MonitorRecording recording;
        Watched sample;
        sample.before = queues(1, true, now_ns());
        sample.snapshot = queues(3, true, now_ns());
        sample.changes = differences(*sample.before, *sample.snapshot);
        recording.add(sample);
        recording.settle();
        const auto state = recording.state();
        std::set<std::string> keys;
        for (const auto& [id, object] : state->objects)
            keys.insert(object.key);
        for (const auto& object : sample.snapshot->objects)
            QVERIFY(keys.contains(sample.snapshot->ref(object)));
        bool three = false;
        for (const auto& key : recording.lanes().lanes())
            three |= key.kind == LaneKind::level && recording.lanes().level_now(key) == 3;
        QVERIFY(three);
    }

    // Objects come and go for days: what is gone does not stay for ever.
    void aLongRecordingKeepsWhatThereIs() {
        MonitorRecording recording({}, 3);
        Watched sample;
        sample.snapshot = queues(1, true, now_ns());
        recording.add(sample);
        recording.settle();
        const auto at_first = recording.state()->objects.size();
        for (int i = 0; i < 40; ++i) {
            sample.before = sample.snapshot;
            sample.snapshot = queues(1, i % 2 != 0, now_ns());
            sample.changes = differences(*sample.before, *sample.snapshot);
            QVERIFY(!sample.changes.empty());
            recording.add(sample);
        }
        recording.settle();
        QVERIFY2(recording.state()->objects.size() <= at_first + 3,
                 std::to_string(recording.state()->objects.size()).c_str());
        std::size_t gone = 0;
        const auto state = recording.state();
        for (const auto& [id, object] : state->objects)
            gone += object.removed;
        QCOMPARE(gone, std::size_t{3});
        // What is there has a number of its own, also after others were let go.
        std::set<std::string> there;
        for (const auto& [id, object] : state->objects) {
            QVERIFY(id == object.id);
            if (!object.removed) there.insert(object.key);
        }
        for (const auto& object : sample.snapshot->objects)
            QVERIFY2(there.contains(sample.snapshot->ref(object)), sample.snapshot->ref(object).c_str());
    }
};

QTEST_GUILESS_MAIN(TestMonitorRows)
#include "test_monitor_rows.moc"

// Looking again and again: what the probe says, how often it is asked, and recordings of it.
#include "unit/monitor_rows/subjects.h"

#include <QtTest>

#ifndef Q_MOC_RUN
#include "base/clock.h"
#include "helpers/wait.h"
#include "monitor/recording.h"
#include "monitor/spoken.h"
#include "monitor/watch.h"

#include <atomic>
#include <cerrno>
#include <map>
#include <mutex>
#include <set>
#endif

using namespace ipcscope;
using ipcscope::testing::wait_for;
using namespace ipcscope::testing::monitor_rows_tests;

class TestWatching : public QObject {
    Q_OBJECT
private slots:
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

    // A mechanism, or a process, that was left out for a while: what it had has not vanished.
    void whatIsLeftOutHasNotVanished_data() {
        QTest::addColumn<bool>("process");
        QTest::newRow("a mechanism") << false;
        QTest::newRow("a process") << true;
    }
    void whatIsLeftOutHasNotVanished() {
        QFETCH(bool, process);
        const auto specs = monitor_specs();
        const auto of_pipes = monitored_kinds()[kind_of_prefix("pipe")].mechanism;
        const auto bit = std::find(specs.begin(), specs.end(), of_pipes) - specs.begin();
        const auto sample_with = [&](bool pipe, bool left_out) {
            auto snapshot = std::make_shared<Snapshot>(*queues(1, pipe, now_ns()));
            if (left_out && !process) snapshot->left_out = std::uint64_t{1} << bit;
            if (left_out && process) {
                for (auto& one : snapshot->processes)
                    if (one.pid == 200) one.descriptors_errno = one.calls_errno = ETIMEDOUT;
            }
            return snapshot;
        };
        // There, left out twice, there again; then left out once more, and gone when it is looked at again.
        const std::vector<std::shared_ptr<Snapshot>> samples{
            sample_with(true, false),  sample_with(false, true), sample_with(false, true),
            sample_with(true, false),  sample_with(false, true), sample_with(false, false),
            sample_with(false, false),
        };
        std::atomic<std::size_t> next{0};
        std::mutex mutex;
        std::vector<std::shared_ptr<const Watched>> seen;
        Watch::Options options;
        options.period_ns = 1'000'000;
        options.share = 0;
        options.on_sample = [&](const std::shared_ptr<const Watched>& one) {
            const std::lock_guard lock(mutex);
            if (seen.size() < samples.size()) seen.push_back(one);
        };
        Watch watch(
            [&](const SampleOptions&) -> Result<std::shared_ptr<const Snapshot>> {
                return std::shared_ptr<const Snapshot>(samples[std::min(next++, samples.size() - 1)]);
            },
            options);
        watch.start();
        QVERIFY(wait_for([&] {
            const std::lock_guard lock(mutex);
            return seen.size() == samples.size();
        }));
        watch.stop();
        MonitorRecording recording;
        std::map<std::size_t, ObjectChange::What> told;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            recording.add(*seen[i]);
            for (const auto& change : seen[i]->changes) {
                if (change.ref != "pipe:[77]") continue;
                told[i] = change.what;
                const auto& before = change.before_in(*seen[i]->before);
                if (change.what == ObjectChange::What::vanished)
                    QCOMPARE(before.ref(before.objects[change.before]), change.ref);
            }
        }
        QCOMPARE(told.size(), std::size_t{1});
        QVERIFY(told.contains(5) && told.at(5) == ObjectChange::What::vanished);
        int vanished = 0, leaves = 0;
        for (std::uint64_t seq = 0; seq < recording.events().size(); ++seq) {
            const auto& event = recording.events()[seq];
            const auto* ref = recording.registry().operation(OperationId{event.operation});
            vanished += ref && ref->name == "machine.vanished";
            leaves += ref && ref->name == "machine.wait" && event.phase == Phase::leave;
        }
        QCOMPARE(vanished, 1);
        QCOMPARE(leaves, 1);
    }

    // Counts in them go up and down all the time: that is no change.
    void gapsThatBeginAndEnd() {
        const auto with = [](const std::vector<std::string>& words) {
            ipcscope::testing::SnapshotMaker make;
            for (const auto& one : words)
                make.gap(one, "");
            return make.make();
        };
        GapChanges gaps;
        QCOMPARE(gaps.next(*with({"descriptors of 12 processes"})).begun.size(), std::size_t{1});
        QVERIFY(!gaps.next(*with({"descriptors of 13 processes"})).any());
        const auto more = gaps.next(*with({"descriptors of 13 processes", "process 7: it did not answer"}));
        QCOMPARE(more.begun, std::vector<std::size_t>{1});
        QVERIFY(more.ended.empty());
        const auto less = gaps.next(*with({"descriptors of 9 processes"}));
        QVERIFY(less.begun.empty());
        QCOMPARE(less.ended, std::vector<std::string>{"process 7: it did not answer"});
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

std::unique_ptr<QObject> testing::monitor_rows_tests::watching() {
    return std::make_unique<TestWatching>();
}

#include "watching.moc"

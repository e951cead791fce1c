// Samples that follow others: texts keep their numbers and objects their order.
#include "conformance/monitor_walk/monitor_walk.h"
#include "mechanisms/monitor_kind.h"
#include "monitor/difference.h"
#include "probe/sample_builder.h"
#include "snapshot/snapshot_wire.h"

#include <QtTest>

#include <fmt/format.h>
#include <random>
#include <set>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestWalkAgain : public QObject {
    Q_OBJECT

private slots:
    // When a process was begun follows the clock, which may be set while we look.
    void aProcessIsFoundByItsTimeAfterTheClockWasSet() {
        const auto ticks = static_cast<std::uint64_t>(sysconf(_SC_CLK_TCK));
        SampleBuilder sample;
        const auto found_at = [&](std::int64_t boot, std::int64_t when) {
            sample.clear();
            sample.head().boot_ns = static_cast<std::uint64_t>(boot) * 1'000'000'000;
            SeenProcess process;
            process.pid = 4711;
            process.start_ticks = 50 * ticks;
            sample.add_process(process, Tier::everyone, "");
            return mechanisms::process_then(sample, 4711, when) == 0;
        };
        QVERIFY(found_at(10'000, 10'050));
        QVERIFY(!found_at(10'000, 10'040));
        QVERIFY(found_at(6'400, 6'450));  // an hour back
        QVERIFY(!found_at(6'400, 6'440));
    }

    // What is found by what the sample before has left is what one finds that knows nothing.
    void samplesAfterOthersAreAsFirstOnes() {
        SampleBuilder builder;
        std::set<std::pair<std::size_t, unsigned>> there;
        std::mt19937 random(7);
        Snapshot before, before_anew;
        for (unsigned round = 0; round < 80; ++round) {
            const auto changes = round % 20 == 19 ? 600 : random() % 4;
            for (unsigned i = 0; i < changes; ++i) {
                const std::pair one{std::size_t{random() % 2}, static_cast<unsigned>(random() % 700)};
                if (there.erase(one) == 0) there.insert(one);
            }
            const auto fill = [&](SampleBuilder& sample) -> const Snapshot& {
                sample.clear();
                for (const auto& [kind, number] : there) {
                    const auto object = sample.object(kind, std::to_string(number * 7919 % 5000));
                    sample.set_text(object, 0, fmt::format("{} in {}", number, round / (number % 30 + 1)));
                }
                return sample.finish();
            };
            SampleBuilder anew;
            const auto &now = fill(builder), &wanted = fill(anew);
            QCOMPARE(check_snapshot(now), std::string());
            QCOMPARE(now.objects.size(), wanted.objects.size());
            for (ObjectIndex i = 0; i < now.objects.size(); ++i) {
                QCOMPARE(now.ref(now.objects[i]), wanted.ref(wanted.objects[i]));
                QCOMPARE(now.text(now.cell(now.objects[i], 0).text),
                         wanted.text(wanted.cell(wanted.objects[i], 0).text));
            }
            QVERIFY(now.text_begins.size() <= 3 * wanted.text_begins.size() + 4096);
            const auto changed = differences(before, now), wanted_changes = differences(before_anew, wanted);
            QCOMPARE(changed.size(), wanted_changes.size());
            for (std::size_t i = 0; i < changed.size(); ++i) {
                QCOMPARE(changed[i].ref, wanted_changes[i].ref);
                QVERIFY(changed[i].what == wanted_changes[i].what);
            }
            before = now;
            before_anew = wanted;
        }
    }

    // Whoever still looks at a snapshot keeps it as it is; the memory of one that nobody has is used again.
    void memoryOfSnapshotsIsUsedAgain() {
        SampleBuilder builder;
        UniqueFd memory;
        const auto spare = std::make_shared<SpareSnapshot>();
        const auto next = [&](int number) {
            builder.clear();
            for (int i = 0; i < 100; ++i)
                builder.set_text(builder.object(0, std::to_string(i)), 0, std::to_string(number));
            return write_snapshot(builder.finish(), memory) ? read_snapshot(memory.get(), spare)
                                                            : Result<std::shared_ptr<const Snapshot>>();
        };
        const auto text = [](const Snapshot& snapshot) {
            return snapshot.text(snapshot.cell(snapshot.objects[99], 0).text);
        };
        auto first = next(1), second = next(2);
        QVERIFY(first && second);
        const auto* where = (*first)->objects.data();
        QCOMPARE(text(**first), std::string_view("1"));
        QCOMPARE(text(**second), "2");
        first->reset();
        auto third = next(3);
        QVERIFY(third);
        QCOMPARE((*third)->objects.data(), where);
        QCOMPARE(text(**second), "2");
        QCOMPARE(text(**third), "3");
    }
};

std::unique_ptr<QObject> monitor_walk::again() {
    return std::make_unique<TestWalkAgain>();
}
#include "again.moc"

// LaneIndex against a plain model that keeps everything and asks every event.
#include "helpers/lane_model.h"
#include "helpers/subjects.h"
#include "runtime/lane_columns.h"
#include "unit/lane_index/subjects.h"

#include <QtTest>

#include <atomic>
#include <random>
#include <thread>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::lane_index_tests;

class TestLaneIndex : public QObject {
    Q_OBJECT
private slots:
    // Any values come back, of any width, with outliers; nothing is written beyond the room that is promised.
    void columns() {
        std::mt19937_64 rng(7);
        for (int round = 0; round < 20'000; ++round) {
            const std::size_t n = 1 + rng() % 64;
            const auto width = rng() % 65, base = rng() % 3 ? 0 : rng() >> rng() % 64;
            const auto outliers = 1 + rng() % 40;
            std::vector<std::uint64_t> in(n), out(n);
            for (auto& value : in)
                value =
                    base + (width ? rng() >> (64 - width) : 0) + (rng() % outliers ? 0 : rng() >> rng() % 64);
            std::vector<char> room(lanes::column_room(n) + 16, '\x5a');
            const char* end = lanes::pack_column(room.data(), in.data(), n);
            QVERIFY(end <= room.data() + lanes::column_room(n) - 8);
            QVERIFY(std::all_of(room.end() - 16, room.end(), [](char c) { return c == '\x5a'; }));
            QVERIFY(lanes::unpack_column(room.data(), out.data(), n) == end);
            QCOMPARE(out, in);
        }
    }

    void emptyAndUnknown() {
        LaneIndex index;
        QVERIFY(index.lanes().empty());
        QCOMPARE(index.first_ns(), 0);
        QCOMPARE(index.last_ns(), 0);
        QVERIFY(spans_of(index, operations_lane, 0, 100, 10).empty());
        std::vector<LevelPoint> points;
        index.levels({LaneKind::level, 7, 0}, 0, 100, 10, points);
        QVERIFY(points.empty());
        QCOMPARE(index.level_now({LaneKind::level, 7, 0}), 0);
        index.append(0, make_leave(50, 10));
        QVERIFY(spans_of(index, operations_lane, 100, 100, 10).empty());
        QVERIFY(spans_of(index, operations_lane, 100, 40, 10).empty());
        index.levels(operations_lane, 0, 100, 10, points);  // of another kind
        QVERIFY(points.empty());
    }

    void openThenClosed() {
        LaneIndex index;
        index.append(5, make(Phase::enter, 1000, 1, 9));
        auto spans = spans_of(index, operations_lane, 0, 5000, 100);
        QCOMPARE(spans.size(), 1u);
        QVERIFY(spans[0].open);
        QCOMPARE(spans[0].begin_ns, 1000);
        QCOMPARE(spans[0].end_ns, 5000);
        QCOMPARE(spans[0].seq, 5u);
        QCOMPARE(spans[0].operation, 9);
        QVERIFY(spans_of(index, operations_lane, 0, 1000, 100).empty());

        index.append(8, make_leave(3000, 2000, EAGAIN, true));
        spans = spans_of(index, operations_lane, 0, 5000, 100);
        QCOMPARE(spans.size(), 1u);
        QVERIFY(!spans[0].open);
        QVERIFY(spans[0].blocked);
        QVERIFY(spans[0].failed);
        QCOMPARE(spans[0].begin_ns, 1000);
        QCOMPARE(spans[0].end_ns, 3000);
        QCOMPARE(spans[0].seq, 8u);
        QCOMPARE(index.first_ns(), 1000);
        QCOMPARE(index.last_ns(), 3000);
    }

    void leaveWithoutEnter() {
        LaneIndex index;
        index.append(0, make_leave(3000, 500));
        const auto spans = spans_of(index, operations_lane, 0, 5000, 100);
        QCOMPARE(spans.size(), 1u);
        QCOMPARE(spans[0].begin_ns, 2500);
        QCOMPARE(index.first_ns(), 2500);
    }

    // Which bars and gaps there are after events were lost.
    void lost_data() {
        QTest::addColumn<QVector<Event>>("events");
        QTest::addColumn<QString>("expected");  // begin-end, L = lost, O = open
        QTest::newRow("between two calls")
            << QVector<Event>{make_leave(100, 50), make(Phase::lost, 300), make_leave(400, 50)}
            << "50-100 100-300L 350-400";
        QTest::newRow("first of all") << QVector<Event>{make(Phase::lost, 300)} << "300-300L";
        QTest::newRow("leave lost, gap seen")
            << QVector<Event>{make(Phase::enter, 100), make(Phase::lost, 300), make(Phase::enter, 320)}
            << "100-300L 320-1000O";
        QTest::newRow("leave lost, no gap seen")
            << QVector<Event>{make(Phase::enter, 100), make(Phase::enter, 320)} << "100-320L 320-1000O";
        QTest::newRow("gap within a call that goes on")
            << QVector<Event>{make(Phase::enter, 100), make(Phase::lost, 300)} << "100-300L 100-1000O";
        QTest::newRow("gap within a call that came back")
            << QVector<Event>{make(Phase::enter, 100), make(Phase::lost, 300), make_leave(500, 400)}
            << "100-300L 100-500";
    }
    void lost() {
        QFETCH(QVector<Event>, events);
        LaneIndex index;
        for (int i = 0; i < events.size(); ++i)
            index.append(static_cast<std::uint64_t>(i), events[i]);
        QStringList got;
        for (const Span& span : spans_of(index, operations_lane, 0, 1000, 1000))
            got << QString("%1-%2").arg(span.begin_ns).arg(span.end_ns) + (span.lost ? "L" : "") +
                       (span.open ? "O" : "");
        QTEST(got.join(' '), "expected");
    }

    void derivedLevel() {
        LaneIndex index;
        const LaneKey key{LaneKind::level, 3, 0};
        index.level(key, 10, 100, 5);
        index.level(key, 11, 200, INT64_MAX);
        index.level(key, 12, 300, INT64_MIN);
        QCOMPARE(index.level_now(key), INT64_MIN);
        std::vector<LevelPoint> points;
        index.levels(key, 50, 1000, 950, points);
        QCOMPARE(points.size(), 3u);
        QCOMPARE(points[0].time_ns, 100);
        QCOMPARE(points[0].first, 0);
        QCOMPARE(points[2].last, INT64_MIN);
    }

    void lanesInOrderOfAppearance() {
        LaneIndex index;
        index.append(0, make(Phase::enter, 10, 7));
        index.append(1, make(Phase::instant, 11, 2));
        index.append(2, make(Phase::enter, 12, 1));
        index.append(3, make(Phase::note, 13, 7));
        index.append(4, make(Phase::enter, 14, 7));
        const std::vector<LaneKey> expected{{LaneKind::operations, 7, 0},
                                            {LaneKind::markers, 2, 0},
                                            {LaneKind::operations, 1, 0},
                                            {LaneKind::markers, 7, 0}};
        QVERIFY(index.lanes() == expected);
    }

    void memoryPerEvent() {
        LaneIndex index;
        std::mt19937_64 rng(21);
        std::int64_t now = 1'000'000'000;
        const std::uint64_t events = 1'000'000;
        for (std::uint64_t seq = 0; seq < events; seq += 2) {
            const auto worker = static_cast<std::uint16_t>(1 + (seq / 2) % 2);
            now += 100 + static_cast<std::int64_t>(rng() % 900);
            index.append(seq, make(Phase::enter, now, worker, 3));
            Event e = make(Phase::leave, now + 400, worker, static_cast<std::uint16_t>(3 + rng() % 2));
            e.duration_ns = 300 + static_cast<std::int64_t>(rng() % 100);
            index.append(seq + 1, e);
        }
        const double each = static_cast<double>(index.memory_bytes()) / events;
        QVERIFY2(each <= 8, qPrintable(QString::number(each)));
    }

    // Readers see only whole things, and ever more of them, while the writer goes on.
    void readersBesideTheWriter() {
        LaneIndex index;
        std::atomic<bool> done{false};
        std::atomic<int> wrong{0};
        const std::uint64_t pairs = 200'000;
        const LaneKey level{LaneKind::level, 1, 0};
        std::vector<std::thread> readers;
        for (int r = 0; r < 2; ++r)
            readers.emplace_back([&] {
                std::uint64_t seen = 0;
                std::vector<Span> spans;
                std::vector<LevelPoint> points;
                bool last_round = false;
                while (!last_round) {
                    last_round = done;
                    spans.clear();
                    index.spans(operations_lane, 0, INT64_MAX / 2, 200, spans);
                    std::uint64_t count = 0;
                    for (const Span& span : spans) {
                        count += span.open ? 0 : span.count;
                        if (span.open ? span.begin_ns % 100 != 0 : span.end_ns % 100 != 60) ++wrong;
                    }
                    if (count < seen || (last_round && count != pairs)) ++wrong;
                    seen = count;
                    points.clear();
                    index.levels(level, 0, INT64_MAX / 2, 200, points);
                    for (const LevelPoint& point : points)
                        if (point.min < 0 || point.max > 1) ++wrong;
                    if (index.lanes().size() > 2 || index.memory_bytes() == 0) ++wrong;
                }
            });
        for (std::uint64_t i = 0; i < pairs; ++i) {
            const auto t = static_cast<std::int64_t>(i + 1) * 100;
            index.append(2 * i, make(Phase::enter, t));
            index.append(2 * i + 1, make_leave(t + 60, 60));
            index.level(level, 2 * i + 1, t + 60, static_cast<std::int64_t>(i % 2));
        }
        done = true;
        for (std::thread& reader : readers)
            reader.join();
        QCOMPARE(wrong.load(), 0);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestLaneIndex>(), random_lanes());
}
#include "test_lane_index.moc"

// Random bars and levels against a plain model that keeps everything and asks every event.
#include "helpers/lane_model.h"
#include "unit/lane_index/subjects.h"

#include <QtTest>

#include <random>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::lane_index_tests;

namespace {

const LaneKey markers_lane{LaneKind::markers, 1, 0};

void compare(const std::vector<PlainBar>& bars, const std::vector<Span>& spans, std::int64_t t0,
             std::int64_t t1, int columns) {
    QCOMPARE(QString::fromStdString(wrong_spans(bars, spans, t0, t1, columns)), QString());
}

}  // namespace

class TestRandomLanes : public QObject {
    Q_OBJECT
private slots:
    void random_data() {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("gap");
        QTest::addColumn<qint64>("duration");
        QTest::newRow("few") << 1u << 20 << qint64{1000} << qint64{1000};
        QTest::newRow("tight loop") << 2u << 60'000 << qint64{200} << qint64{300};
        QTest::newRow("sparse, long") << 3u << 5'000 << qint64{100'000'000'000} << qint64{5'000'000'000};
        QTest::newRow("no gaps") << 4u << 9'000 << qint64{0} << qint64{50};
        QTest::newRow("one block and one") << 5u << 33 << qint64{10} << qint64{10};
    }
    void random() {
        QFETCH(quint32, seed);
        QFETCH(int, count);
        QFETCH(qint64, gap);
        QFETCH(qint64, duration);
        std::mt19937_64 rng(seed);
        const auto upto = [&](std::int64_t n) {
            return std::uniform_int_distribution<std::int64_t>(0, n)(rng);
        };
        LaneIndex index;
        std::vector<PlainBar> bars, marks;
        std::int64_t now = 1'000'000'000'000;
        std::uint64_t seq = 0;
        for (int i = 0; i < count; ++i) {
            now += upto(gap) * (upto(500) == 0 ? 1000 : 1);  // pauses
            if (upto(9) == 0) {
                Event e = make(Phase::instant, now, 1, static_cast<std::uint16_t>(upto(3)));
                marks.push_back({now, now, seq, e.operation, false, false, false});
                index.append(seq++, e);
                continue;
            }
            if (upto(999) == 0) {
                const std::int64_t begin = bars.empty() ? now : bars.back().end;
                bars.push_back({begin, now, seq, 0, false, false, true});
                index.append(seq++, make(Phase::lost, now));
                continue;
            }
            const std::int64_t length = upto(duration) * (upto(200) == 0 ? 500 : 1);
            const auto operation = static_cast<std::uint16_t>(1 + upto(upto(50) == 0 ? 60'000 : 2));
            if (upto(3)) index.append(seq++, make(Phase::enter, now, 1, operation));
            seq += static_cast<std::uint64_t>(upto(upto(20) == 0 ? 5000 : 2));  // of other workers
            Event e = make_leave(now + length, length, upto(40) == 0 ? EINTR : 0, upto(5) == 0);
            e.operation = operation;
            bars.push_back({now, now + length, seq, operation, (e.flags & event_flag::was_blocked) != 0,
                            e.err != 0, false});
            now += length;
            index.append(seq++, e);
        }
        const std::int64_t first =
            std::min(bars.front().begin, marks.empty() ? INT64_MAX : marks.front().begin);
        QCOMPARE(index.first_ns(), first);
        QCOMPARE(index.last_ns(), std::max(bars.back().end, marks.empty() ? 0 : marks.back().end));
        const std::int64_t all = now - first;
        for (int round = 0; round < 150; ++round) {
            const std::int64_t width = std::max<std::int64_t>(1, all >> upto(30));
            const std::int64_t t0 = first - width / 2 + upto(all);
            const int columns = static_cast<int>(1 + upto(2000));
            compare(bars, spans_of(index, operations_lane, t0, t0 + width, columns), t0, t0 + width, columns);
            compare(marks, spans_of(index, markers_lane, t0, t0 + width, columns), t0, t0 + width, columns);
            if (QTest::currentTestFailed()) return;
        }
        compare(bars, spans_of(index, operations_lane, first, now + 1, 1), first, now + 1, 1);
        // Edges that lie exactly on events.
        for (int round = 0; round < 50; ++round) {
            const PlainBar& a =
                bars[static_cast<std::size_t>(upto(static_cast<std::int64_t>(bars.size()) - 1))];
            const PlainBar& b =
                bars[static_cast<std::size_t>(upto(static_cast<std::int64_t>(bars.size()) - 1))];
            const auto t0 = std::min(a.end, b.begin), t1 = std::max(a.end, b.begin) + 1;
            compare(bars, spans_of(index, operations_lane, t0, t1, 100), t0, t1, 100);
            if (QTest::currentTestFailed()) return;
        }
    }

    void randomLevels_data() {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("late");  // up to so many ns out of order
        QTest::newRow("in order") << 11u << 40'000 << qint64{0};
        QTest::newRow("late ones") << 12u << 20'000 << qint64{3000};
        QTest::newRow("few") << 13u << 5 << qint64{0};
    }
    void randomLevels() {
        QFETCH(quint32, seed);
        QFETCH(int, count);
        QFETCH(qint64, late);
        std::mt19937_64 rng(seed);
        const auto upto = [&](std::int64_t n) {
            return std::uniform_int_distribution<std::int64_t>(0, n)(rng);
        };
        struct Change {
            std::int64_t time, given;
            std::uint64_t seq;
            bool relative;
            std::int64_t value;
        };
        std::vector<Change> changes;
        LaneIndex index;
        const LaneKey key{LaneKind::level, 42, 3};
        std::int64_t now = 1'000'000;
        for (int i = 0; i < count; ++i) {
            now += upto(400);
            Change c{now - upto(late), upto(20) - 10, static_cast<std::uint64_t>(i), upto(4) != 0, 0};
            Event e = make(Phase::state, c.time);
            e.object = 42;
            e.call = 3;
            e.ret = c.given;
            if (c.relative) e.flags = event_flag::relative;
            index.append(c.seq, e);
            changes.push_back(c);
        }
        std::stable_sort(changes.begin(), changes.end(),
                         [](const Change& a, const Change& b) { return a.time < b.time; });
        std::int64_t value = 0;
        for (Change& c : changes)
            c.value = value = c.relative ? value + c.given : c.given;
        QCOMPARE(index.level_now(key), value);

        for (int round = 0; round < 200; ++round) {
            const std::int64_t width = std::max<std::int64_t>(1, (now - 1'000'000) >> upto(16));
            const std::int64_t t0 = 1'000'000 - width / 2 + upto(now - 1'000'000), t1 = t0 + width;
            const int columns = static_cast<int>(1 + upto(1000));
            const std::int64_t column = width / columns;
            std::vector<LevelPoint> points;
            index.levels(key, t0, t1, columns, points);
            std::size_t at = 0;
            while (at < changes.size() && changes[at].time <= t0)
                ++at;
            std::size_t p = 0;
            value = 0;
            if (at > 0) {
                value = changes[at - 1].value;
                QVERIFY(!points.empty());
                QCOMPARE(points[0].time_ns, t0);
                QCOMPARE(points[0].last, value);
                QCOMPARE(points[0].min, value);
                QCOMPARE(points[0].seq, changes[at - 1].seq);
                p = 1;
            }
            for (; p < points.size(); ++p) {
                const LevelPoint& point = points[p];
                QVERIFY(at < changes.size());
                QCOMPARE(point.time_ns, changes[at].time);
                QCOMPARE(point.first, value);
                std::int64_t low = value, high = value;
                std::uint64_t last_seq = 0;
                const std::int64_t limit =
                    p + 1 < points.size() ? points[p + 1].time_ns : std::min(t1, point.time_ns + column + 1);
                // Up to the change the point ends with.
                bool ended = false;
                while (at < changes.size() && changes[at].time <= limit && !ended) {
                    value = changes[at].value;
                    low = std::min(low, value);
                    high = std::max(high, value);
                    last_seq = changes[at].seq;
                    ended = last_seq == point.seq;
                    ++at;
                }
                QVERIFY(ended);
                QCOMPARE(point.last, value);
                QCOMPARE(point.min, low);
                QCOMPARE(point.max, high);
            }
            QVERIFY(at == changes.size() || changes[at].time >= t1);
            if (column > 0) QVERIFY(static_cast<std::int64_t>(points.size()) <= 2 * (width / column) + 4);
        }
    }
};

std::unique_ptr<QObject> testing::lane_index_tests::random_lanes() {
    return std::make_unique<TestRandomLanes>();
}

#include "random.moc"

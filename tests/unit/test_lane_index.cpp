// LaneIndex against a plain model that keeps everything and asks every event.
#include "helpers/lane_model.h"
#include "runtime/lane_columns.h"

#include <QtTest>

#include <atomic>
#include <random>
#include <thread>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

Event make(Phase phase, std::int64_t time, std::uint16_t worker = 1, std::uint16_t operation = 1) {
    Event e;
    e.phase = phase;
    e.time_ns = time;
    e.worker = worker;
    e.operation = operation;
    return e;
}

Event make_leave(std::int64_t time, std::int64_t duration, int err = 0, bool blocked = false) {
    Event e = make(Phase::leave, time);
    e.duration_ns = duration;
    e.err = static_cast<std::uint16_t>(err);
    if (blocked) e.flags = event_flag::was_blocked;
    return e;
}

const LaneKey operations_lane{LaneKind::operations, 1, 0};
const LaneKey markers_lane{LaneKind::markers, 1, 0};

std::vector<Span> spans_of(const LaneIndex& index, LaneKey lane, std::int64_t t0, std::int64_t t1,
                           int columns) {
    std::vector<Span> out;
    index.spans(lane, t0, t1, columns, out);
    return out;
}

void compare(const std::vector<PlainBar>& bars, const std::vector<Span>& spans, std::int64_t t0,
             std::int64_t t1, int columns) {
    QCOMPARE(QString::fromStdString(wrong_spans(bars, spans, t0, t1, columns)), QString());
}

struct Scale {
    std::int64_t gap, duration;
};

}  // namespace

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

QTEST_GUILESS_MAIN(TestLaneIndex)
#include "test_lane_index.moc"

// What recordings are made of: FlowIndex against a plain list of all flows, memory that may lie in a file,
// and the recording that nobody made.
#include "helpers/made_up_recording.h"

#include <QDir>
#include <QtTest>

#include <algorithm>
#include <csignal>
#include <map>
#include <random>

#include <sys/resource.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

struct Plain {
    std::uint32_t id = 0;
    LaneKey from, to;
    std::int64_t begin = 0, end = 0;
    bool touches(std::int64_t t0, std::int64_t t1) const { return begin < t1 && end >= t0; }
};

struct Both {
    FlowIndex index;
    std::vector<Plain> plain;
    void add(std::uint16_t from, std::uint16_t to, std::int64_t begin, std::int64_t end) {
        Event a, b;
        a.phase = b.phase = Phase::leave;
        a.worker = from;
        b.worker = to;
        a.time_ns = begin;
        b.time_ns = end;
        const auto id = static_cast<std::uint32_t>(plain.size() + 1);
        index.append(FlowId{id}, a, b);
        plain.push_back({id, lane_of(a), lane_of(b), std::min(begin, end), end});
    }
    void compare(std::int64_t t0, std::int64_t t1, std::size_t limit,
                 const std::vector<LaneKey>& lanes = {}) const {
        std::vector<FlowArrow> out;
        const auto count = index.arrows(t0, t1, limit, out, lanes);
        std::vector<Plain> expected;
        for (const auto& one : plain)
            if (one.touches(t0, t1) && wanted(one, lanes)) expected.push_back(one);
        QVERIFY(count.exact);
        QCOMPARE(count.total, expected.size());
        QCOMPARE(out.size(), std::min(limit, expected.size()));
        std::sort(expected.begin(), expected.end(),
                  [](const Plain& a, const Plain& b) { return a.end - a.begin > b.end - b.begin; });
        std::vector<std::int64_t> lengths, longest;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const auto& one = plain[out[i].flow.value - 1];
            QVERIFY(one.touches(t0, t1) && wanted(one, lanes));
            QVERIFY(out[i].from == one.from && out[i].to == one.to);
            QCOMPARE(out[i].begin_ns, one.begin);
            QCOMPARE(out[i].end_ns, one.end);
            QVERIFY(i == 0 || out[i - 1].end_ns <= out[i].end_ns);
            lengths.push_back(one.end - one.begin);
            longest.push_back(expected[i].end - expected[i].begin);
        }
        std::sort(lengths.begin(), lengths.end(), std::greater<>());
        QCOMPARE(lengths, longest);
    }
    static bool wanted(const Plain& one, const std::vector<LaneKey>& lanes) {
        return lanes.empty() || std::find(lanes.begin(), lanes.end(), one.from) != lanes.end() ||
               std::find(lanes.begin(), lanes.end(), one.to) != lanes.end();
    }
    void compare_density(std::int64_t t0, std::int64_t t1, int columns) const {
        std::vector<FlowBand> bands;
        index.density(t0, t1, columns, bands);
        std::map<std::tuple<LaneKey, LaneKey, int>, std::vector<Plain>> expected;
        for (const auto& one : plain)
            if (one.end >= t0 && one.end < t1)
                expected[{one.from, one.to, static_cast<int>((one.end - t0) * columns / (t1 - t0))}]
                    .push_back(one);
        QCOMPARE(bands.size(), expected.size());
        for (const auto& band : bands) {
            const auto found = expected.find({band.from, band.to, band.column});
            QVERIFY(found != expected.end());
            const auto& in = found->second;
            QCOMPARE(band.count, in.size());
            const auto by_begin = [](const Plain& a, const Plain& b) { return a.begin < b.begin; };
            const auto by_end = [](const Plain& a, const Plain& b) { return a.end < b.end; };
            QCOMPARE(band.first_begin_ns, std::min_element(in.begin(), in.end(), by_begin)->begin);
            QCOMPARE(band.last_begin_ns, std::max_element(in.begin(), in.end(), by_begin)->begin);
            QCOMPARE(band.first_end_ns, std::min_element(in.begin(), in.end(), by_end)->end);
            QCOMPARE(band.last_end_ns, std::max_element(in.begin(), in.end(), by_end)->end);
            std::int64_t longest = 0;
            for (const auto& one : in)
                longest = std::max(longest, one.end - one.begin);
            const auto& named = plain[band.longest.value - 1];
            QCOMPARE(named.end - named.begin, longest);
        }
    }
};

}  // namespace

class TestRecordings : public QObject {
    Q_OBJECT
private slots:
    void nothing() {
        const Both both;
        both.compare(0, 100, 10);
        both.compare_density(0, 100, 10);
    }

    void an_arrow_that_only_passes_over_is_found() {
        Both both;
        both.add(1, 2, 0, 1'000'000'000);
        for (int i = 0; i < 5'000; ++i)
            both.add(1, 2, 2'000'000'000 + i * 1'000, 2'000'000'000 + i * 1'000 + 500);
        both.compare(500'000'000, 500'000'001, 10);
        both.compare(0, 3'000'000'000, 10);
        both.compare(1'000'000'000, 1'000'000'001, 10);  // it arrives at the first moment
        both.compare(1'000'000'001, 1'000'000'002, 10);
    }

    void as_a_plain_list() {
        std::mt19937_64 rng(11);
        Both both;
        std::int64_t now = 1'000;
        for (int i = 0; i < 20'000; ++i) {
            now +=
                rng() % 3 ? static_cast<std::int64_t>(rng() % 50) : static_cast<std::int64_t>(rng() % 5'000);
            const auto late = rng() % 10 ? 0 : static_cast<std::int64_t>(rng() % 300);
            const auto length = rng() % 100 ? static_cast<std::int64_t>(rng() % 2'000)
                                            : static_cast<std::int64_t>(rng() % 5'000'000);
            const auto end = now - late;
            both.add(static_cast<std::uint16_t>(1 + rng() % 3), static_cast<std::uint16_t>(1 + rng() % 3),
                     rng() % 50 ? std::max<std::int64_t>(0, end - length) : end + 10, end);
        }
        for (int i = 0; i < 300; ++i) {
            const auto t0 = static_cast<std::int64_t>(rng() % static_cast<std::uint64_t>(now));
            const auto width = static_cast<std::int64_t>(std::uint64_t{1} << rng() % 24);
            std::vector<LaneKey> lanes;
            if (i % 3 == 0) lanes.push_back({LaneKind::operations, 1, 0});
            both.compare(t0, t0 + width, i % 4 ? 50 : 100'000, lanes);
            both.compare_density(t0, t0 + width, 1 + i % 200);
            if (QTest::currentTestFailed()) return;
        }
        both.compare(0, now + 1, 1);
        both.compare_density(0, now + 1, 1);
    }

    // 400,000 at an even pace: what is told of each column comes of some of them.
    void of_very_many_some_stand_for_all() {
        Both both;
        for (int i = 0; i < 400'000; ++i)
            both.add(static_cast<std::uint16_t>(1 + i % 3), 4, i * 100, i * 100 + 50);
        std::vector<FlowBand> bands;
        const auto count = both.index.density(0, 40'000'000, 10, bands);
        QVERIFY(!count.exact);
        QVERIFY(std::abs(static_cast<double>(count.total) - 400'000) < 4'000);
        QCOMPARE(bands.size(), 30u);
        for (const auto& band : bands)
            QVERIFY2(band.count > 13'333 * 8 / 10 && band.count < 13'333 * 12 / 10,
                     qPrintable(QString::number(band.count)));
        bands.clear();
        QCOMPARE(both.index.density(0, 40'000'000, 10, bands, {}, 2).total, count.total);
        QCOMPARE(bands.size(), 20u);
    }

    void memory_may_lie_in_a_file() {
        ArenaOptions options;
        options.in_memory = std::size_t{8} << 20;
        options.directory = QDir::tempPath().toStdString();
        const auto arena = std::make_shared<Arena>(options);
        EventStore store(arena);
        std::string text;
        for (std::uint64_t i = 0; i < 200'000; ++i) {
            Event event;
            event.time_ns = static_cast<std::int64_t>(i);
            text = std::to_string(i) + " and more than eight bytes";
            event.captured = event.original = static_cast<std::uint32_t>(text.size());
            store.append(event, text);
        }
        QVERIFY(arena->problem());
        QVERIFY(arena->heap_bytes() > 0 && arena->heap_bytes() <= options.in_memory);
        QVERIFY(arena->file_bytes() >= 200'000 * sizeof(Event) - options.in_memory);
        for (std::uint64_t i = 0; i < 200'000; i += 7) {
            QCOMPARE(store[i].time_ns, static_cast<std::int64_t>(i));
            QVERIFY(store.payload(store[i]) == std::to_string(i) + " and more than eight bytes");
        }
    }

    void a_full_disk_is_said_and_survived() {
        ArenaOptions options;
        options.in_memory = 0;
        options.directory = QDir::tempPath().toStdString();
        // A disk is full when the file must not grow: to the caller it is the same refusal.
        struct rlimit before {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit small = before;
        small.rlim_cur = std::size_t{100} << 20;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto arena = std::make_shared<Arena>(options);
        auto* first = static_cast<char*>(arena->take(std::size_t{60} << 20));
        auto* second = static_cast<char*>(arena->take(std::size_t{60} << 20));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!arena->problem());
        QVERIFY(arena->problem().error().text().find("EFBIG") != std::string::npos);
        QVERIFY(arena->file_bytes() > 0 && arena->heap_bytes() > 0);
        first[(60 << 20) - 1] = second[(60 << 20) - 1] = 1;
    }

    void without_a_directory_memory_serves() {
        ArenaOptions options;
        options.in_memory = 0;
        options.directory = "/nowhere/at/all";
        Arena arena(options);
        static_cast<char*>(arena.take(100))[99] = 1;
        QVERIFY(arena.problem().error().text().find("/nowhere/at/all") != std::string::npos);
    }

    void made_up_traffic_is_what_it_says() {
        Traffic traffic;
        traffic.events = 30'000;
        const MadeUpRecording made(traffic), again(traffic);
        QVERIFY(made.events().size() >= traffic.events);
        QCOMPARE(made.events().size(), again.events().size());
        QVERIFY(made.flows().size() > traffic.events / 8);
        QCOMPARE(made.flow_index().size(), made.flows().size());
        const auto state = made.state();
        std::map<Phase, int> phases;
        std::map<std::uint16_t, bool> inside;
        bool rare = false;
        for (std::uint64_t seq = 0; seq < made.events().size(); ++seq) {
            const auto& event = made.events()[seq];
            QCOMPARE(event.time_ns, again.events()[seq].time_ns);
            QVERIFY(seq == 0 || made.events()[seq - 1].time_ns <= event.time_ns);
            ++phases[event.phase];
            if (event.worker != 0) QVERIFY(state->worker(WorkerId{event.worker}));
            if (event.object != 0) QVERIFY(state->objects.contains(ObjectId{event.object}));
            if (event.phase == Phase::enter) QVERIFY(!std::exchange(inside[event.worker], true));
            if (event.phase == Phase::leave) QVERIFY(std::exchange(inside[event.worker], false));
            if (event.phase == Phase::enter || event.phase == Phase::leave) {
                const auto* call = made.calls().find(CallId{event.call});
                QVERIFY(call && call->operation.value == event.operation &&
                        call->worker.value == event.worker);
            }
            rare |= made.events().payload(event).starts_with(rare_text);
        }
        for (const auto phase : {Phase::enter, Phase::leave, Phase::instant, Phase::state})
            QVERIFY(phases[phase] > 0);
        QVERIFY(rare);
        const auto lanes = made.lanes().lanes().size();
        QVERIFY(lanes > 25 && lanes < 60);
    }
};

QTEST_GUILESS_MAIN(TestRecordings)
#include "test_recordings.moc"

// Histograms and statistics against brute force over random recordings.
#include "helpers/run_fixture.h"
#include "runtime/statistics.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <rapidcheck.h>

using namespace ipcscope;

namespace {

// Values as waits and sizes are: of every magnitude.
rc::Gen<std::vector<std::int64_t>> values() {
    return rc::gen::container<std::vector<std::int64_t>>(rc::gen::map(
        rc::gen::pair(rc::gen::inRange(0, 62), rc::gen::arbitrary<std::uint64_t>()),
        [](const std::pair<int, std::uint64_t>& pair) {
            return static_cast<std::int64_t>(pair.second & ((std::uint64_t{2} << pair.first) - 1));
        }));
}

std::int64_t exact_quantile(std::vector<std::int64_t> all, double share) {
    std::sort(all.begin(), all.end());
    const auto n = static_cast<double>(all.size());
    const auto rank = std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(share * n)), 1, all.size());
    return all[rank - 1];
}

void agrees(const Histogram& histogram, const std::vector<std::int64_t>& all) {
    RC_ASSERT(histogram.count() == all.size());
    if (all.empty()) {
        RC_ASSERT(histogram.quantile(0.5) == 0);
        RC_ASSERT(histogram.bars(10).empty());
        return;
    }
    RC_ASSERT(histogram.min() == *std::min_element(all.begin(), all.end()));
    RC_ASSERT(histogram.max() == *std::max_element(all.begin(), all.end()));
    for (const double share : {0.0, 0.1, 0.5, 0.9, 0.99, 1.0}) {
        const auto wanted = exact_quantile(all, share), got = histogram.quantile(share);
        const auto error = std::abs(static_cast<double>(got) - static_cast<double>(wanted));
        RC_ASSERT(error <= Histogram::quantile_error * static_cast<double>(wanted));
        if (wanted < 64) RC_ASSERT(got == wanted);
    }
    for (const std::size_t most : {std::size_t{1}, std::size_t{7}, std::size_t{60}}) {
        const auto bars = histogram.bars(most);
        RC_ASSERT(bars.size() <= most);
        for (std::size_t i = 0; i < bars.size(); ++i) {
            const auto inside = std::count_if(all.begin(), all.end(), [&](std::int64_t v) {
                return v >= bars[i].low && (v < bars[i].high || i + 1 == bars.size());
            });
            RC_ASSERT(static_cast<std::uint64_t>(inside) == bars[i].count);
            if (i > 0) RC_ASSERT(bars[i].low == bars[i - 1].high);
        }
    }
}

Histogram histogram_of(const std::vector<std::int64_t>& all) {
    Histogram histogram;
    for (const auto value : all)
        histogram.add(value);
    return histogram;
}

class MadeUp : public Recording {
public:
    const Registry& registry() const override { return testing::registry(); }
    const EventStore& events() const override { return events_; }
    const FlowTable& flows() const override { return flows_; }
    const CallTable& calls() const override { return calls_; }
    const LaneIndex& lanes() const override { return lanes_; }
    const FlowIndex& flow_index() const override { return flow_index_; }
    std::shared_ptr<const RunState> state() const override { return state_; }
    std::int64_t started_ns() const override { return 0; }
    EventStore events_;
    FlowTable flows_;
    CallTable calls_;
    LaneIndex lanes_;
    FlowIndex flow_index_;
    std::shared_ptr<const RunState> state_ = std::make_shared<RunState>();
};

rc::Gen<Event> any_event() {
    return rc::gen::exec([] {
        Event e;
        e.phase = *rc::gen::element(Phase::enter, Phase::leave, Phase::leave, Phase::leave, Phase::instant,
                                    Phase::state, Phase::lost, Phase::note);
        e.time_ns = *rc::gen::inRange<std::int64_t>(1, 10'000);
        e.duration_ns = e.phase == Phase::leave ? *rc::gen::inRange<std::int64_t>(0, 1'000) : 0;
        e.worker = *rc::gen::inRange<std::uint16_t>(0, 4);
        e.object = *rc::gen::inRange<std::uint32_t>(0, 4);
        const auto operations = testing::registry().operations();
        e.operation = operations[*rc::gen::inRange<std::size_t>(0, operations.size())].id.value;
        e.err = *rc::gen::element<std::uint16_t>(0, 0, 0, 4, 11);
        e.original = *rc::gen::element<std::uint32_t>(0, 5, 100, 70'000);
        e.ret = e.err ? -1 : *rc::gen::inRange<std::int64_t>(0, 100);
        e.flags = *rc::gen::element<std::uint8_t>(0, 0, event_flag::was_blocked, event_flag::ended);
        return e;
    });
}

std::uint16_t id_of(const Event& e, StatisticsBy by) {
    return by == StatisticsBy::operation ? e.operation
           : by == StatisticsBy::worker  ? e.worker
                                         : static_cast<std::uint16_t>(e.object);
}

// What the figures of one id have to be, the long way.
void agrees(const Statistics& statistics, const std::vector<Event>& events, const StatisticsScope& scope,
            StatisticsBy by, std::uint16_t id) {
    std::vector<std::int64_t> latencies;
    std::uint64_t marks = 0, failed = 0, blocked = 0, cut = 0, lost = 0, bytes = 0;
    std::int64_t blocked_ns = 0;
    for (std::size_t seq = 0; seq < events.size(); ++seq) {
        const auto& e = events[seq];
        if (id_of(e, by) != id || e.time_ns < scope.begin_ns || e.time_ns >= scope.end_ns) continue;
        if (scope.matches && !scope.matches(seq)) continue;
        if (e.phase == Phase::lost && by == StatisticsBy::worker) lost += static_cast<std::uint64_t>(e.ret);
        if (e.phase != Phase::leave && e.phase != Phase::instant) continue;
        if (e.flags & event_flag::ended) {
            ++cut;
            continue;
        }
        if (e.phase == Phase::leave) {
            latencies.push_back(e.duration_ns);
            if (e.flags & event_flag::was_blocked) ++blocked, blocked_ns += e.duration_ns;
        } else {
            ++marks;
        }
        if (e.err) ++failed;
        const auto* ref = testing::registry().operation(OperationId{e.operation});
        const bool by_return = e.phase == Phase::leave && ref->operation->returns_unit == Unit::bytes;
        if (!e.err && e.original) bytes += by_return ? static_cast<std::uint64_t>(e.ret) : e.original;
    }
    const auto* figures = statistics.find(by, id);
    if (!figures) {
        RC_ASSERT(latencies.empty() && marks == 0 && cut == 0 && lost == 0);
        return;
    }
    RC_ASSERT(figures->marks == marks);
    RC_ASSERT(figures->failed == failed);
    RC_ASSERT(figures->blocked == blocked);
    RC_ASSERT(figures->blocked_ns == blocked_ns);
    RC_ASSERT(figures->cut == cut);
    RC_ASSERT(figures->lost == lost);
    RC_ASSERT(figures->bytes() == bytes);
    std::uint64_t errors = 0;
    for (const auto& [code, times] : figures->errnos)
        errors += times;
    RC_ASSERT(errors == failed);
    RC_ASSERT(figures->calls == latencies.size());
    agrees(figures->latency, latencies);
}

}  // namespace

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void quantilesAreAsCloseAsTheySay() {
        QVERIFY(rc::check([] {
            const auto all = *values();
            agrees(histogram_of(all), all);
        }));
    }

    void mergedIsAsOne() {
        QVERIFY(rc::check([] {
            auto all = *values();
            const auto more = *values();
            auto histogram = histogram_of(all);
            histogram.merge(histogram_of(more));
            all.insert(all.end(), more.begin(), more.end());
            agrees(histogram, all);
        }));
    }

    void memoryIsBounded() {
        Histogram histogram;
        for (int bit = 0; bit < 63; ++bit)
            for (std::int64_t i = 0; i < 64; ++i)
                histogram.add((std::int64_t{1} << bit) +
                              i * std::max<std::int64_t>(1, (std::int64_t{1} << bit) / 64));
        QVERIFY(histogram.memory_bytes() < 24'000);
    }

    void figuresAreThoseOfBruteForce() {
        QVERIFY(rc::check([] {
            const auto events = *rc::gen::container<std::vector<Event>>(any_event());
            MadeUp recording;
            for (const auto& e : events)
                recording.events_.append(e, {});
            StatisticsScope scope;
            if (*rc::gen::arbitrary<bool>()) {
                scope.begin_ns = *rc::gen::inRange<std::int64_t>(0, 5'000);
                scope.end_ns = *rc::gen::inRange<std::int64_t>(5'000, 10'000);
            }
            if (*rc::gen::arbitrary<bool>()) scope.matches = [](std::uint64_t seq) { return seq % 3 != 1; };
            StatisticsProgress progress;
            // In two parts, as when events arrive later.
            const auto half = events.size() / 2;
            auto statistics = compute_statistics(recording, 0, half, scope, progress, 1);
            const auto rest = compute_statistics(recording, half, events.size(), scope, progress, 2);
            RC_ASSERT(statistics && rest);
            statistics->merge(*rest);
            RC_ASSERT(progress.done == events.size());
            for (const auto by : {StatisticsBy::worker, StatisticsBy::object})
                for (std::uint16_t id = 1; id < 4; ++id)
                    agrees(*statistics, events, scope, by, id);
            for (const auto& ref : testing::registry().operations())
                agrees(*statistics, events, scope, StatisticsBy::operation, ref.id.value);
        }));
    }

    void threadsShareTheWorkAndCanBeStopped() {
        MadeUp recording;
        Event e;
        e.phase = Phase::leave;
        e.worker = e.operation = 1;
        for (std::uint64_t i = 0; i < 5 * EventStore::chunk_events / 2; ++i) {
            e.time_ns = static_cast<std::int64_t>(i) + 1;
            e.duration_ns = static_cast<std::int64_t>(i % 1000);
            recording.events_.append(e, {});
        }
        StatisticsProgress progress;
        const auto all = compute_statistics(recording, 0, recording.events_.size(), {}, progress, 4);
        QVERIFY(all);
        QCOMPARE(all->total().calls, recording.events_.size());
        QCOMPARE(all->find(StatisticsBy::worker, 1)->latency.max(), std::int64_t{999});
        QCOMPARE(progress.done.load(), recording.events_.size());
        progress.cancelled = true;
        QVERIFY(!compute_statistics(recording, 0, recording.events_.size(), {}, progress, 4));
    }

    void figuresOfARealRun() {
        testing::RunFixture run;
        RUN_OK(
            run,
            "workers: parent\nparent: p = pipe.create()\nparent: pipe.write(p.write_end, data: \"Hello\")\n"
            "parent: pipe.read(p.read_end, size: 64)\nparent: pipe.close(p.write_end)\n");
        const auto& recording = run.supervisor();
        std::optional<Statistics> all;
        const auto closed = testing::registry().operation("pipe.close")->id.value;
        QTRY_VERIFY2(
            [&] {
                StatisticsProgress progress;
                all = compute_statistics(recording, 0, recording.events().size(), {}, progress);
                return all && all->find(StatisticsBy::operation, closed);
            }(),
            "the close has arrived");
        const auto* write =
            all->find(StatisticsBy::operation, testing::registry().operation("pipe.write")->id.value);
        QVERIFY(write);
        QCOMPARE(write->calls, std::uint64_t{1});
        QCOMPARE(write->sent, std::uint64_t{5});
        QVERIFY(write->latency.min() > 0);
        const auto objects = all->ids(StatisticsBy::object);
        QVERIFY(!objects.empty());
        QCOMPARE(statistics_name(recording, *recording.state(), StatisticsBy::object, objects.front()),
                 std::string("p"));
        QCOMPARE(all->find(StatisticsBy::object, objects.front())->received, std::uint64_t{5});
        QVERIFY(all->last_ns() > all->first_ns());
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "test_statistics.moc"

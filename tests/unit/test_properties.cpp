// Properties that hold for all recordings and programs, shown on random ones against models that are too slow
// to be wrong. Another seed: RC_PARAMS="seed=5"; a failure prints how to repeat it.
#include "helpers/lane_model.h"
#include "unit/properties/properties.h"

#include <QtTest>

#include <rapidcheck.h>

#undef signals  // a keyword of Qt, which signal(7) had first

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

struct Range {
    std::int64_t t0, t1;
    int columns;
};
// Of any width, with edges that often lie exactly on something.
Range some_range(Rng& rng, const std::vector<std::int64_t>& times) {
    const auto any = [&] {
        const auto time = times.empty() ? 0 : times[rng() % times.size()];
        return rng() % 3 ? time : time + upto(rng, 2'000) - 1'000;
    };
    const auto a = any(), b = rng() % 2 ? any() : a + (std::int64_t{1} << rng() % 20);
    return {std::min(a, b), std::max(a, b) + upto(rng, 1), 1 + static_cast<int>(rng() % 300)};
}

Event event_of(Phase phase, std::int64_t time) {
    Event event;
    event.phase = phase;
    event.time_ns = time;
    event.worker = 1;
    return event;
}

// --- bars: calls that overlap losses, calls without an end or a beginning, late ones, ties ---

class BarModel {
public:
    explicit BarModel(Rng& rng) : rng_(rng) {}
    void step(LaneIndex& index) {
        seq_ += 1 + rng_() % 3;
        now_ += rng_() % 4 ? upto(rng_, 300) : 0;
        const auto dice = rng_() % 100;
        if (dice < 3) {
            auto begin = last_end_;
            if (running_) {
                begin = std::max(begin, open_.begin);
                overtaken_ = true;
            }
            begin = begin ? std::min(begin, now_) : now_;
            put({begin, now_, seq_, 0, false, false, true});
            index.append(seq_, event_of(Phase::lost, now_));
        } else if (dice < 40) {
            auto event = event_of(Phase::enter, now_);
            event.operation = static_cast<std::uint16_t>(1 + rng_() % 4);
            if (running_ && !overtaken_)
                put({open_.begin, std::max(open_.begin, now_), open_.seq, open_.operation, false, false,
                     true});
            open_ = {now_, now_, seq_, event.operation};
            running_ = true;
            overtaken_ = false;
            index.append(seq_, event);
        } else {
            // Late ones come back before others that were seen earlier.
            const auto back = rng_() % 12;
            const auto end = dice < 55 && bars.size() > back ? bars[bars.size() - 1 - back].end : now_;
            auto event = event_of(Phase::leave, end);
            event.duration_ns = rng_() % 5 ? upto(rng_, 200) : upto(rng_, 20'000);
            if (rng_() % 6 == 0) event.duration_ns = 0;
            event.operation = static_cast<std::uint16_t>(1 + rng_() % 4);
            if (rng_() % 4 == 0) event.flags = event_flag::was_blocked;
            if (rng_() % 9 == 0) event.err = EAGAIN;
            put({end - event.duration_ns, end, seq_, event.operation,
                 (event.flags & event_flag::was_blocked) != 0, event.err != 0, false});
            running_ = false;
            index.append(seq_, event);
        }
    }
    void put(const PlainBar& bar) {
        const auto place =
            std::upper_bound(bars.begin(), bars.end(), bar,
                             [](const PlainBar& a, const PlainBar& b) { return a.end < b.end; });
        bars.insert(place, bar);
        last_end_ = std::max(last_end_, bar.end);
    }
    bool open(PlainBar& bar) const { return bar = open_, running_; }
    std::vector<PlainBar> bars;

private:
    Rng& rng_;
    std::int64_t now_ = 1'000'000, last_end_ = 0;
    std::uint64_t seq_ = 0;
    PlainBar open_;
    bool running_ = false, overtaken_ = false;
};

void bars_tell_the_truth() {
    auto rng = randomness();
    LaneIndex index;
    BarModel model(rng);
    for (auto left = amount(); left > 0; --left)
        model.step(index);
    std::vector<std::int64_t> times;
    for (const auto& bar : model.bars)
        times.insert(times.end(), {bar.begin, bar.end});
    for (int round = 0; round < 12; ++round) {
        const auto [t0, t1, columns] = some_range(rng, times);
        std::vector<Span> spans;
        index.spans({LaneKind::operations, 1, 0}, t0, t1, columns, spans);
        PlainBar open;
        const bool runs = model.open(open) && t1 > t0 && open.begin < t1;
        RC_ASSERT(((!spans.empty() && spans.back().open) == runs));
        if (runs) {
            RC_ASSERT((spans.back().begin_ns == open.begin && spans.back().end_ns == t1));
            RC_ASSERT(spans.back().seq == open.seq);
            spans.pop_back();
        }
        if (t1 <= t0) {
            RC_ASSERT(spans.empty());
            continue;
        }
        RC_ASSERT(wrong_spans(model.bars, spans, t0, t1, columns, Overlap::any) == std::string());
    }
}

// --- levels: absolute and relative, late, many at one moment ---

void levels_tell_the_truth() {
    struct Change {
        std::int64_t time, given;
        std::uint64_t seq;
        bool relative;
        std::int64_t value = 0;
    };
    auto rng = randomness();
    LaneIndex index;
    const LaneKey key{LaneKind::level, 7, 1};
    std::vector<Change> changes;
    std::int64_t now = 1'000'000;
    const auto count = amount();
    for (std::uint64_t seq = 0; seq < count; ++seq) {
        now += rng() % 3 ? upto(rng, 500) : 0;
        const auto back = rng() % 20;
        const auto time =
            rng() % 5 == 0 && changes.size() > back ? changes[changes.size() - 1 - back].time : now;
        const Change change{time, upto(rng, 20) - 10, seq, rng() % 3 != 0};
        auto event = event_of(Phase::state, time);
        event.object = key.id;
        event.call = key.index;
        event.ret = change.given;
        if (change.relative) event.flags = event_flag::relative;
        index.append(seq, event);
        changes.insert(std::upper_bound(changes.begin(), changes.end(), change,
                                        [](const Change& a, const Change& b) { return a.time < b.time; }),
                       change);
    }
    std::int64_t value = 0;
    std::vector<std::int64_t> times;
    for (auto& change : changes) {
        value = change.value = change.relative ? value + change.given : change.given;
        times.push_back(change.time);
    }
    RC_ASSERT(index.level_now(key) == value);
    for (int round = 0; round < 12; ++round) {
        const auto [t0, t1, columns] = some_range(rng, times);
        if (t1 <= t0) continue;
        std::vector<LevelPoint> points;
        index.levels(key, t0, t1, columns, points);
        auto at = changes.begin();
        while (at != changes.end() && at->time <= t0)
            ++at;
        std::size_t next = 0;
        std::int64_t before = 0;
        if (at != changes.begin()) {
            before = std::prev(at)->value;
            RC_ASSERT((!points.empty() && points[0].time_ns == t0 && points[0].last == before));
            next = 1;
        }
        for (; next < points.size(); ++next) {
            const auto& point = points[next];
            RC_ASSERT((at != changes.end() && at->time < t1 && point.time_ns == at->time));
            RC_ASSERT(point.first == before);
            auto low = before, high = before;
            // The point holds all changes up to the one that it names.
            bool named = false;
            while (!named && at != changes.end() && at->time < t1) {
                low = std::min(low, at->value);
                high = std::max(high, at->value);
                before = at->value;
                RC_ASSERT(at->time - point.time_ns <= (t1 - t0) / columns);
                named = at->seq == point.seq;
                ++at;
            }
            RC_ASSERT((named && point.last == before && point.min == low && point.max == high));
        }
        RC_ASSERT((at == changes.end() || at->time >= t1));
    }
}

// --- memory: what was touched, as ranges ---

void ranges_tell_the_truth() {
    struct Touch {
        std::int64_t begin, end;
        std::uint64_t offset, length, seq;
        bool wrote;
    };
    auto rng = randomness();
    LaneIndex index;
    std::vector<Touch> touches;
    std::vector<std::int64_t> times;
    std::int64_t now = 1'000'000;
    std::uint64_t extent = 0;
    const auto size = std::int64_t{1} << rng() % 20;
    const auto count = amount();
    for (std::uint64_t seq = 0; seq < count; ++seq) {
        now += rng() % 3 ? upto(rng, 500) : 0;
        const auto back = rng() % 12;
        const auto end =
            rng() % 5 == 0 && touches.size() > back ? touches[touches.size() - 1 - back].end : now;
        auto event = event_of(Phase::leave, end);
        event.object = 9;
        event.duration_ns = rng() % 3 ? upto(rng, 300) : 0;
        const auto offset = static_cast<std::uint64_t>(upto(rng, size)),
                   length = static_cast<std::uint64_t>(1 + upto(rng, rng() % 4 ? 64 : size));
        const Touch touch{end - event.duration_ns, end, offset, length, seq, rng() % 2 == 0};
        extent = std::max(extent, offset + length);
        index.memory(seq, event, offset, length, touch.wrote);
        touches.insert(std::upper_bound(touches.begin(), touches.end(), touch,
                                        [](const Touch& a, const Touch& b) { return a.end < b.end; }),
                       touch);
        times.insert(times.end(), {touch.begin, touch.end});
    }
    const LaneKey key{LaneKind::memory, 9, 0};
    RC_ASSERT(index.range_end(key) == extent);
    std::uint64_t slice = 1;
    while ((extent ? extent - 1 : 0) / slice >= 64)
        slice *= 2;
    for (int round = 0; round < 12; ++round) {
        const auto [t0, t1, columns] = some_range(rng, times);
        std::vector<RangeSpan> spans;
        index.ranges(key, t0, t1, columns, spans);
        std::vector<Touch> in;
        for (const auto& touch : touches)
            if (t1 > t0 && touch.begin < t1 && touch.end >= t0) in.push_back(touch);
        std::size_t at = 0;
        for (std::size_t i = 0; i < spans.size();) {
            std::vector<RangeSpan> piece{spans[i]};  // the ranges of one piece of time
            while (++i < spans.size() && spans[i].seq == piece[0].seq)
                piece.push_back(spans[i]);
            const auto n = piece[0].count;
            RC_ASSERT((n > 0 && at + n <= in.size()));
            RC_ASSERT((n == 1 || piece[0].end_ns - piece[0].begin_ns <= (t1 - t0) / columns));
            RC_ASSERT(in[at + n - 1].seq == piece[0].seq);
            const auto covered = [&](const Touch& touch) {
                return std::any_of(piece.begin(), piece.end(), [&](const RangeSpan& span) {
                    return span.wrote == touch.wrote && span.low <= touch.offset &&
                           span.high >= touch.offset + touch.length;
                });
            };
            for (auto k = at; k < at + n; ++k) {
                RC_ASSERT((in[k].begin >= piece[0].begin_ns && in[k].end <= piece[0].end_ns));
                RC_ASSERT(covered(in[k]));
            }
            for (const auto& span : piece) {
                if (n == 1)
                    RC_ASSERT((span.low == in[at].offset && span.high == in[at].offset + in[at].length));
                // Nothing that was not touched, but for the rest of a slice.
                const auto near = [&](std::uint64_t byte) {
                    return std::any_of(in.begin() + static_cast<std::ptrdiff_t>(at),
                                       in.begin() + static_cast<std::ptrdiff_t>(at + n), [&](const Touch& t) {
                                           return t.wrote == span.wrote && byte + slice > t.offset &&
                                                  byte < t.offset + t.length + slice;
                                       });
                };
                RC_ASSERT((span.low < span.high && near(span.low) && near(span.high - 1)));
            }
            at += n;
        }
        RC_ASSERT(at == in.size());
    }
}

}  // namespace

class TestProperties : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "seed=4711 max_success=500");
    }
    void bars() { QVERIFY(rc::check("bars tell the truth", bars_tell_the_truth)); }
    void levels() { QVERIFY(rc::check("levels tell the truth", levels_tell_the_truth)); }
    void memories() { QVERIFY(rc::check("ranges tell the truth", ranges_tell_the_truth)); }
    void moments() { QVERIFY(rc::check("moments tell the truth", moments_tell_the_truth)); }
    void lateMoments() {
        QVERIFY(rc::check("moments with late events do, too", late_moments_tell_the_truth));
    }
    void flows_data() {
        QTest::addColumn<int>("policy");
        const auto row = [](const char* name, FlowPolicy policy) {
            QTest::newRow(name) << static_cast<int>(policy);
        };
        row("byte streams", FlowPolicy::byte_stream);
        row("packets", FlowPolicy::packets);
        row("typed queues", FlowPolicy::typed_queue);
        row("signals", FlowPolicy::signals);
        row("copies", FlowPolicy::copies);
        row("memory", FlowPolicy::memory);
    }
    void flows() {
        QFETCH(int, policy);
        QVERIFY(
            rc::check(QTest::currentDataTag(), [&] { flows_are_those_of(static_cast<FlowPolicy>(policy)); }));
    }
};

QTEST_GUILESS_MAIN(TestProperties)
#include "test_properties.moc"

// What stands in a lane: calls, moments, writes into memory; and what a filter makes of them.
#include "event_facts.h"
#include "filter_controller.h"
#include "find_hits.h"
#include "runtime/match_set.h"
#include "runtime/wait_text.h"
#include "stuck_words.h"
#include "timeline_adapter.h"
#include "words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ipcscope {

namespace {

struct Lanes {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Lanes)
};

}  // namespace

QString TimelineAdapter::waitsFor(const Event& event, const RunState& state) const {
    const auto* ref = run_->registry().operation(OperationId{event.operation});
    const auto* call = run_->calls().find(CallId{event.call});
    if (!ref || !call || ref->operation->waits.empty()) return {};
    const auto translated = [](const char* text) { return schemaText(text).toStdString(); };
    return fromUtf8(wait_text(state, *ref->operation, call->args, translated));
}

TimelineBar TimelineAdapter::barOf(const Span& span, bool room, const EventFacts& facts,
                                   const RunState& state) const {
    TimelineBar bar;
    bar.begin = span.begin_ns;
    bar.end = span.open ? std::min<qint64>(span.end_ns, now()) : span.end_ns;
    bar.seq = span.seq;
    bar.count = span.count;
    bar.colour = colour(OperationId{span.operation});
    bar.open = span.open;
    bar.blocked = span.blocked;
    bar.failed = span.failed;
    bar.lost = span.lost;
    if (span.count != 1 || !room) return bar;
    if (labels_of_ != state.revision || labels_.size() > 20'000) labels_.clear();
    labels_of_ = state.revision;
    auto known = labels_.constFind(span.seq);
    if (known == labels_.constEnd())
        known = labels_.insert(span.seq, labelOf(span, bar.blocked, facts, state));
    bar.label = known->text;
    bar.waits = known->waits;
    return bar;
}

TimelineAdapter::Label TimelineAdapter::labelOf(const Span& span, bool blocked, const EventFacts& facts,
                                                const RunState& state) const {
    const auto& event = run_->events()[span.seq];
    Label label{facts.shortLabel(event), {}};
    if (event.phase == Phase::lost)
        label.text = Lanes::tr("%1 lost").arg(QLocale().toString(static_cast<qint64>(event.ret)));
    if (!blocked) return label;
    // While it waits, also who could end that, and whether it is a deadlock.
    const auto worker = WorkerId{event.worker};
    const QString why = span.open ? waitsLabel(*run_, state, worker) : QString();
    const QString waits = why.isEmpty() ? waitsFor(event, state) : why;
    if (waits.isEmpty()) return label;
    // That it came back without an error says less than what it waited for.
    const auto* ref = run_->registry().operation(OperationId{event.operation});
    if (ref && !span.failed && !event.original) label.text = fromUtf8(ref->operation->verb);
    label.waits = !why.isEmpty() ? why
                  : span.open    ? Lanes::tr("waits for %1").arg(waits)
                                 : Lanes::tr("waited for %1").arg(waits);
    label.text += QStringLiteral(" \u00b7 ") + label.waits;
    return label;
}

bool TimelineAdapter::matches(quint64 seq) const {
    const auto set = filter_->matchSet();
    return set && seq < set->covered() ? set->contains(seq) : filter_->matches(seq);
}

void TimelineAdapter::bars(quint64 lane, qint64 t0, qint64 t1, int columns,
                           std::vector<TimelineBar>& out) const {
    out.clear();
    const auto key = laneKey(lane);
    const auto state = run_->state();
    const EventFacts facts(*run_, state);
    const auto id = static_cast<std::uint16_t>(key.id);
    const auto* worker = key.kind == LaneKind::operations ? state->worker(WorkerId{id}) : nullptr;
    const bool asleep = worker && worker->status == WorkerStatus::blocked;
    const auto& life = lives_.of(id);
    const bool moments = key.kind == LaneKind::markers;
    const bool filters = filter_ && filter_->active(), hides = filters && filter_->hides();
    const auto matching = filters ? filter_->matchingLanes() : nullptr;
    // What matches, seen from far, has an index of its own: it is drawn over all the rest.
    const auto add = [&](const LaneIndex& index, bool only) {
        spans_.clear();
        index.spans(key, t0, t1, columns, spans_);
        for (auto& span : spans_) {
            // Its begin and end stand in the worker's own lane.
            if (moments && span.count == 1 &&
                ((life.born_told && span.seq == life.born_seq) ||
                 (life.died_told && span.seq == life.died_seq)))
                continue;
            span.blocked |= span.open && asleep;
            const bool one = span.count == 1;
            const bool fits = only || !filters || (one && !span.lost && matches(span.seq));
            if (hides && !fits && !span.lost) continue;
            const bool room = moments || (span.end_ns - span.begin_ns) * columns > 24 * (t1 - t0);
            auto bar = barOf(span, room && (!filters || one == !only || hides), facts, *state);
            bar.dimmed = !fits && !span.lost;
            out.push_back(std::move(bar));
        }
    };
    add(run_->lanes(), false);
    if (matching) {
        const auto drawn = out.size();
        add(*matching, true);
        // Each one alone is there already.
        std::vector<quint64> single;
        for (std::size_t i = 0; i < drawn; ++i)
            if (out[i].count == 1 && !out[i].dimmed) single.push_back(out[i].seq);
        std::sort(single.begin(), single.end());
        out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(drawn), out.end(),
                                 [&](const TimelineBar& bar) {
                                     return bar.count == 1 &&
                                            std::binary_search(single.begin(), single.end(), bar.seq);
                                 }),
                  out.end());
        std::stable_sort(out.begin(), out.end(),
                         [](const auto& a, const auto& b) { return a.begin < b.begin; });
    }
    addMoments(key, t0, t1, *state, out);
}

// Exact: what reaches over an edge of the range is looked at more closely.
quint64 TimelineAdapter::count(quint64 lane, qint64 t0, qint64 t1) const {
    const auto matching = filter_ && filter_->hides() ? filter_->matchingLanes() : nullptr;
    return countIn(matching ? *matching : run_->lanes(), laneKey(lane), t0, t1, 64);
}

quint64 TimelineAdapter::countIn(const LaneIndex& index, LaneKey key, qint64 t0, qint64 t1, int columns) {
    constexpr int finest = 1 << 20;
    if (t1 <= t0) return 0;
    std::vector<Span> spans;
    index.spans(key, t0, t1, columns, spans);
    quint64 n = 0;
    for (const auto& span : spans) {
        if (span.count == 1 || (span.begin_ns >= t0 && span.end_ns < t1) || columns >= finest) {
            n += span.count;
            continue;
        }
        n += countIn(index, key, std::max<qint64>(t0, span.begin_ns), std::min<qint64>(t1, span.end_ns + 1),
                     columns * 8);
    }
    return n;
}

void TimelineAdapter::density(qint64 t0, qint64 t1, int columns, std::vector<TimelineDensity>& out) const {
    std::vector<quint64> all;
    for (const auto& key : run_->lanes().lanes())
        if (key.kind == LaneKind::operations || key.kind == LaneKind::markers) all.push_back(laneNumber(key));
    densityOf(all, t0, t1, columns, out);
    if (found_ && t1 > t0 && !out.empty()) {
        // In the order of the store, which is nearly that of time.
        const auto width = static_cast<double>(out.size());
        for (const auto& hit : found_->all()) {
            if (hit.time < t0 || hit.time >= t1) continue;
            const double at = static_cast<double>(hit.time - t0) / static_cast<double>(t1 - t0) * width;
            out[static_cast<std::size_t>(std::clamp(at, 0.0, width - 1))].found = true;
        }
    }
    const auto matching = filter_ && filter_->active() ? filter_->matchingLanes() : nullptr;
    if (!matching || t1 <= t0) return;
    const double scale = static_cast<double>(out.size()) / static_cast<double>(t1 - t0);
    for (const auto lane : all) {
        spans_.clear();
        matching->spans(laneKey(lane), t0, t1, columns, spans_);
        for (const auto& span : spans_)
            out[static_cast<std::size_t>(std::clamp(static_cast<double>(span.end_ns - t0) * scale, 0.0,
                                                    static_cast<double>(out.size() - 1)))]
                .hit = true;
    }
}

void TimelineAdapter::densityOf(const std::vector<quint64>& lanes, qint64 t0, qint64 t1, int columns,
                                std::vector<TimelineDensity>& out) const {
    out.assign(static_cast<std::size_t>(std::max(columns, 1)), {});
    if (t1 <= t0) return;
    const auto hiding = filter_ && filter_->active() && filter_->hides() ? filter_->matchingLanes() : nullptr;
    for (const auto lane : lanes) {
        const auto key = laneKey(lane);
        if (key.kind == LaneKind::level) {
            points_.clear();
            run_->lanes().levels(key, t0, t1, columns, points_);
            for (const auto& point : points_)
                if (point.time_ns > t0)
                    addDensity(out, t0, t1, point.time_ns, point.time_ns, 1, false, false);
        } else if (key.kind == LaneKind::memory) {
            ranges_.clear();
            run_->lanes().ranges(key, t0, t1, columns, ranges_);
            for (const auto& span : ranges_)
                addDensity(out, t0, t1, span.begin_ns, span.end_ns, span.count, false, false);
        } else {
            spans_.clear();
            (hiding ? *hiding : run_->lanes()).spans(key, t0, t1, columns, spans_);
            for (const auto& span : spans_)
                addDensity(out, t0, t1, span.begin_ns, span.end_ns, span.count, span.failed, span.lost);
        }
    }
}

void TimelineAdapter::ranges(quint64 lane, qint64 t0, qint64 t1, int columns,
                             std::vector<TimelineRange>& out) const {
    ranges_.clear();
    run_->lanes().ranges(laneKey(lane), t0, t1, columns, ranges_);
    const bool filters = filter_ && filter_->active();
    for (const auto& span : ranges_) {
        TimelineRange range;
        range.begin = span.begin_ns;
        range.end = span.end_ns;
        range.offset = span.low;
        range.length = span.high - span.low;
        range.seq = span.seq;
        range.count = span.count;
        range.colour = span.worker;
        range.read = !span.wrote;
        range.dimmed = filters && span.count == 1 && !matches(span.seq);
        if (!(range.dimmed && filter_->hides())) out.push_back(range);
    }
}

// The number of the signal that an event is about; 0 = none.
int TimelineAdapter::signalOf(quint64 seq) const {
    const auto& event = run_->events()[seq];
    const auto* ref = run_->registry().operation(OperationId{event.operation});
    return ref && ref->operation->returns_unit == Unit::signal ? static_cast<int>(event.ret) : 0;
}

// What does not stand in the index of the lane: lives, and signals on their way.
void TimelineAdapter::addMoments(LaneKey key, qint64 t0, qint64 t1, const RunState& state,
                                 std::vector<TimelineBar>& out) const {
    const auto id = static_cast<std::uint16_t>(key.id);
    const auto& life = lives_.of(id);
    if (key.kind == LaneKind::operations) {
        const auto add = [&](qint64 time, quint64 seq, TimelineMark mark) {
            if (time < t0 || time >= t1) return;
            TimelineBar bar;
            bar.begin = bar.end = time;
            bar.seq = seq;
            bar.mark = mark;
            const auto* worker = state.worker(WorkerId{id});
            bar.failed = mark == TimelineMark::ended && worker && worker->status == WorkerStatus::killed;
            const auto behind = std::upper_bound(out.begin(), out.end(), time,
                                                 [](qint64 t, const auto& other) { return t < other.begin; });
            out.insert(behind, std::move(bar));
        };
        if (life.born_told) add(life.born, life.born_seq, TimelineMark::born);
        if (life.died_told) add(life.died, life.died_seq, TimelineMark::ended);
        return;
    }
    if (key.kind != LaneKind::markers) return;
    std::vector<TimelineBar> on_the_way;
    for (auto& bar : out) {
        if (bar.count != 1) continue;
        std::uint32_t merged = 0;
        bool arrived = false;
        for (const auto id_of : EventFacts(*run_, nullptr).flows(bar.seq)) {
            const auto& flow = run_->flows()[id_of];
            if (flow.to != bar.seq) continue;
            arrived = true;
            merged = std::max(merged, flow.merged);
            const auto& sent = run_->events()[flow.from];
            if (sent.time_ns >= bar.begin) continue;
            TimelineBar pending;
            pending.begin = sent.time_ns;
            pending.end = bar.begin;
            pending.seq = flow.from;
            pending.colour = bar.colour;
            pending.mark = TimelineMark::pending;
            on_the_way.push_back(pending);
        }
        if (!arrived) continue;
        if (const auto number = signalOf(bar.seq)) bar.label = signalText(number);
        bar.mark = merged ? TimelineMark::coalesced : TimelineMark::delivered;
        if (merged) bar.label += QStringLiteral(" \u00d7%1").arg(merged + 1);
    }
    addUndelivered(id, t0, t1, on_the_way);
    out.insert(out.end(), on_the_way.begin(), on_the_way.end());
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
}

// What was sent to a worker and has not arrived: it waits, was thrown away, or is still on its way.
void TimelineAdapter::addUndelivered(std::uint16_t id, qint64 t0, qint64 t1,
                                     std::vector<TimelineBar>& out) const {
    const auto& life = lives_.of(id);
    for (const auto& sent : lives_.undelivered()) {
        if (sent.target != id || sent.time >= t1) continue;
        TimelineBar bar;
        bar.begin = bar.end = sent.time;
        bar.seq = sent.seq;
        bar.colour = colour(OperationId{run_->events()[sent.seq].operation});
        const auto say = [&](TimelineMark mark, const QString& word) {
            bar.mark = mark;
            bar.label = sent.number
                            ? QStringLiteral("%1 %2").arg(signalText(static_cast<int>(sent.number)), word)
                            : word;
        };
        say(TimelineMark::sent, Lanes::tr("sent"));
        if (sent.way == Reception::ignored) say(TimelineMark::ignored, Lanes::tr("ignored"));
        if (sent.way == Reception::held) {
            say(TimelineMark::pending, Lanes::tr("pending"));
            const bool ended = sent.wait.until_ns != Receptions::never || life.died;
            bar.end = !ended
                          ? std::max(now(), bar.begin)
                          : std::max(bar.begin, std::min<qint64>(sent.wait.until_ns,
                                                                 life.died ? life.died : Receptions::never));
            bar.open = !ended;
            if (sent.wait.discarded) {
                auto end = bar;
                end.begin = end.end = sent.wait.until_ns;
                end.mark = TimelineMark::ignored;
                end.label = Lanes::tr("thrown away");
                if (end.begin >= t0 && end.begin < t1) out.push_back(std::move(end));
            }
        }
        if (bar.end >= t0) out.push_back(std::move(bar));
    }
}

}  // namespace ipcscope

// A TimelineSource over a LaneIndex and events of our own making, for pictures, tests and the bench.
#pragma once

#include "runtime/lane_index.h"
#include "timeline/timeline_source.h"

#include <random>

namespace ipcscope::testing {

class MadeUpTimeline : public TimelineSource {
public:
    // --- making it up ---
    int addLane(LaneKey key, const QString& label, const QString& detail, int group, const QString& title) {
        TimelineLane lane;
        lane.key = lanes_.size() + 1;
        lane.label = label;
        lane.detail = detail;
        lane.group = group;
        lane.groupTitle = title;
        lane.shape = key.kind == LaneKind::operations ? LaneShape::bars
                     : key.kind == LaneKind::markers  ? LaneShape::markers
                                                      : LaneShape::steps;
        lanes_.push_back(lane);
        keys_.push_back(key);
        return static_cast<int>(lanes_.size()) - 1;
    }
    TimelineLane& lane(int i) { return lanes_[static_cast<std::size_t>(i)]; }
    quint64 add(const Event& event) {
        events_.push_back(event);
        index_.append(events_.size() - 1, event);
        return events_.size() - 1;
    }
    quint64 call(std::uint16_t worker, qint64 begin, qint64 end, std::uint16_t operation, int err = 0,
                 bool blocked = false, qint64 ret = 0) {
        Event e = make(Phase::leave, worker, end, operation);
        e.duration_ns = end - begin;
        e.err = static_cast<std::uint16_t>(err);
        e.ret = ret;
        if (blocked) e.flags = event_flag::was_blocked;
        return add(e);
    }
    quint64 enter(std::uint16_t worker, qint64 time, std::uint16_t operation) {
        return add(make(Phase::enter, worker, time, operation));
    }
    quint64 mark(std::uint16_t worker, qint64 time, std::uint16_t operation) {
        return add(make(Phase::instant, worker, time, operation));
    }
    quint64 lose(std::uint16_t worker, qint64 time, qint64 count) {
        Event e = make(Phase::lost, worker, time, 0);
        e.ret = count;
        return add(e);
    }
    void level(std::uint32_t object, std::uint32_t index, qint64 time, qint64 value) {
        Event e = make(Phase::state, 0, time, 0);
        e.object = object;
        e.call = index;
        e.ret = value;
        add(e);
    }
    void join(quint64 from, quint64 to, bool guess = false) {
        const Event &a = event(from), &b = event(to);
        TimelineArrow arrow;
        arrow.id = arrows_.size() + 1;
        arrow.fromLane = laneOf(a);
        arrow.toLane = laneOf(b);
        arrow.fromTime = a.time_ns;
        arrow.toTime = b.time_ns;
        arrow.fromSeq = from;
        arrow.toSeq = to;
        arrow.colour = static_cast<quint16>(a.operation / 10);
        arrow.guess = guess;
        arrows_.push_back(arrow);
    }
    const Event& event(quint64 seq) const { return events_[static_cast<std::size_t>(seq)]; }
    const LaneIndex& index() const { return index_; }
    void setRunning(bool running, qint64 now) {
        running_ = running;
        now_ = now;
    }

    // --- TimelineSource ---
    std::vector<TimelineLane> lanes() const override { return lanes_; }
    qint64 firstTime() const override { return index_.first_ns(); }
    qint64 lastTime() const override { return index_.last_ns(); }
    qint64 moment() const override { return shown ? shown : lastTime(); }
    qint64 now() const override { return running_ ? now_ : lastTime(); }
    bool running() const override { return running_; }
    quint64 events() const override { return events_.size(); }
    void bars(quint64 lane, qint64 t0, qint64 t1, int columns, std::vector<TimelineBar>& out) const override {
        spans_.clear();
        index_.spans(keys_[lane - 1], t0, t1, columns, spans_);
        const qint64 wide = 24 * (t1 - t0) / std::max(columns, 1);
        for (const Span& span : spans_) {
            TimelineBar bar;
            bar.begin = span.begin_ns;
            bar.end = span.end_ns;
            bar.seq = span.seq;
            bar.count = span.count;
            bar.colour = static_cast<quint16>(span.operation / 10);
            bar.open = span.open;
            bar.blocked = span.blocked || (span.open && open_blocked);
            bar.failed = span.failed;
            bar.lost = span.lost;
            if (span.count == 1 && (span.end_ns - span.begin_ns > wide || span.begin_ns == span.end_ns))
                bar.label = label(span.seq);
            out.push_back(bar);
        }
    }
    void steps(quint64 lane, qint64 t0, qint64 t1, int columns,
               std::vector<TimelineStep>& out) const override {
        points_.clear();
        index_.levels(keys_[lane - 1], t0, t1, columns, points_);
        for (const LevelPoint& p : points_)
            out.push_back({p.time_ns, p.first, p.last, p.min, p.max, p.seq});
    }
    std::size_t arrows(qint64 t0, qint64 t1, std::size_t limit,
                       std::vector<TimelineArrow>& out) const override {
        std::size_t n = 0;
        for (const TimelineArrow& arrow : arrows_) {
            if (std::max(arrow.fromTime, arrow.toTime) < t0 || std::min(arrow.fromTime, arrow.toTime) >= t1)
                continue;
            if (n++ < limit) out.push_back(arrow);
        }
        return n;
    }
    QString toolTip(quint64 seq) const override {
        return QStringLiteral("<b>%1</b> event %2").arg(label(seq)).arg(seq);
    }
    bool locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const override {
        if (seq >= events_.size()) return false;
        const Event& e = event(seq);
        lane = laneOf(e);
        end = e.phase == Phase::enter ? now() : e.time_ns;
        begin = e.phase == Phase::enter ? e.time_ns : e.time_ns - e.duration_ns;
        return lane != 0;
    }
    std::vector<quint64> joined(quint64 seq) const override {
        std::vector<quint64> out;
        for (const TimelineArrow& arrow : arrows_) {
            if (arrow.fromSeq == seq) out.push_back(arrow.toSeq);
            if (arrow.toSeq == seq) out.push_back(arrow.fromSeq);
        }
        return out;
    }

    bool open_blocked = true;
    qint64 shown = 0;            // the moment that is played back; 0 = now
    std::vector<QString> names;  // by operation

private:
    static Event make(Phase phase, std::uint16_t worker, qint64 time, std::uint16_t operation) {
        Event e;
        e.phase = phase;
        e.worker = worker;
        e.time_ns = time;
        e.operation = operation;
        return e;
    }
    quint64 laneOf(const Event& e) const {
        LaneKey key{LaneKind::operations, e.worker, 0};
        if (e.phase == Phase::instant || e.phase == Phase::note) key.kind = LaneKind::markers;
        if (e.phase == Phase::state) key = {LaneKind::level, e.object, e.call};
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (keys_[i] == key) return i + 1;
        return 0;
    }
    QString label(quint64 seq) const {
        const Event& e = event(seq);
        if (e.phase == Phase::lost) return QStringLiteral("%1 lost").arg(e.ret);
        const QString name = e.operation < names.size() ? names[e.operation] : QStringLiteral("call");
        if (e.phase == Phase::instant) return name;
        if (e.phase == Phase::enter) return name;
        return e.err ? name + QStringLiteral(" = EAGAIN") : QStringLiteral("%1 = %2").arg(name).arg(e.ret);
    }

    LaneIndex index_;
    std::vector<Event> events_;
    std::vector<TimelineLane> lanes_;
    std::vector<LaneKey> keys_;
    std::vector<TimelineArrow> arrows_;
    mutable std::vector<Span> spans_;
    mutable std::vector<LevelPoint> points_;
    bool running_ = false;
    qint64 now_ = 0;
};

}  // namespace ipcscope::testing

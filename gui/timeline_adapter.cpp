#include "timeline_adapter.h"

#include "base/clock.h"
#include "event_facts.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ipcscope {

namespace {

struct Lanes {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Lanes)
};

QString unitText(Unit unit) {
    switch (unit) {
        case Unit::bytes: return Lanes::tr("bytes");
        case Unit::messages: return Lanes::tr("messages");
        default: return {};
    }
}

}  // namespace

quint64 laneNumber(LaneKey key) {
    return static_cast<quint64>(key.kind) << 60 | static_cast<quint64>(key.id) << 28 |
           (key.index & 0xfffffff);
}

LaneKey laneKey(quint64 number) {
    return {static_cast<LaneKind>(number >> 60), static_cast<std::uint32_t>(number >> 28),
            static_cast<std::uint32_t>(number & 0xfffffff)};
}

TimelineAdapter::TimelineAdapter(std::shared_ptr<const Recording> run) : run_(std::move(run)) {
    for (const auto* mechanism : run_->registry().mechanisms())
        colours_.emplace(mechanism, static_cast<quint16>(colours_.size()));
}

void TimelineAdapter::setRunning(bool running) {
    if (running_ && !running) stopped_ = now_ns();
    running_ = running;
}

quint16 TimelineAdapter::colour(OperationId operation) const {
    const auto* ref = run_->registry().operation(operation);
    const auto found = ref ? colours_.find(ref->mechanism) : colours_.end();
    return found == colours_.end() ? quint16{0} : found->second;
}

std::vector<TimelineLane> TimelineAdapter::lanes() const {
    const auto state = run_->state();
    std::vector<TimelineLane> out;
    auto keys = run_->lanes().lanes();
    // A worker's signals stand below its operations, levels below all workers.
    std::stable_sort(keys.begin(), keys.end(), [](const LaneKey& a, const LaneKey& b) {
        const bool levelA = a.kind == LaneKind::level, levelB = b.kind == LaneKind::level;
        if (levelA != levelB) return levelB;
        return levelA ? std::tie(a.id, a.index) < std::tie(b.id, b.index)
                      : std::tie(a.id, a.kind) < std::tie(b.id, b.kind);
    });
    for (const auto& key : keys) {
        if (key.kind == LaneKind::memory) continue;
        TimelineLane lane;
        lane.key = laneNumber(key);
        if (key.kind == LaneKind::level) {
            const auto found = state->objects.find(ObjectId{key.id});
            if (found == state->objects.end()) continue;
            const auto& object = found->second;
            const auto level = schemaText(object.spec->level_label)
                                   .replace(QStringLiteral("{n}"), QString::number(key.index));
            lane.label = level.isEmpty() ? objectText(object)
                                         : QStringLiteral("%1: %2").arg(objectText(object), level);
            lane.detail = object.mechanism ? schemaText(object.mechanism->title) : QString();
            lane.shape = LaneShape::steps;
            lane.group = 1;
            lane.groupTitle = Lanes::tr("Objects");
            lane.unit = unitText(object.spec->level_unit);
            lane.ended = object.removed;
        } else {
            const auto* worker = state->worker(WorkerId{static_cast<std::uint16_t>(key.id)});
            const QString name = worker ? fromUtf8(worker->name) : Lanes::tr("worker %1").arg(key.id);
            const bool marks = key.kind == LaneKind::markers;
            lane.label = marks ? Lanes::tr("%1: life and signals").arg(name) : name;
            if (worker && !marks) lane.detail = workerStatusText(*run_, *state, *worker, now());
            lane.shape = marks ? LaneShape::markers : LaneShape::bars;
            lane.groupTitle = Lanes::tr("Workers");
            lane.ended =
                worker && (worker->status == WorkerStatus::exited || worker->status == WorkerStatus::killed);
        }
        out.push_back(std::move(lane));
    }
    return out;
}

qint64 TimelineAdapter::firstTime() const {
    return run_->lanes().first_ns();
}

qint64 TimelineAdapter::lastTime() const {
    return run_->lanes().last_ns();
}

qint64 TimelineAdapter::now() const {
    return running_ || !stopped_ ? now_ns() : stopped_;
}

void TimelineAdapter::bars(quint64 lane, qint64 t0, qint64 t1, int columns,
                           std::vector<TimelineBar>& out) const {
    out.clear();
    spans_.clear();
    run_->lanes().spans(laneKey(lane), t0, t1, columns, spans_);
    const EventFacts facts(*run_);
    const auto state = run_->state();
    const auto* worker = laneKey(lane).kind == LaneKind::operations
                             ? state->worker(WorkerId{static_cast<std::uint16_t>(laneKey(lane).id)})
                             : nullptr;
    const bool asleep = worker && worker->status == WorkerStatus::blocked;
    for (const auto& span : spans_) {
        TimelineBar bar;
        bar.begin = span.begin_ns;
        bar.end = span.open ? std::min<qint64>(span.end_ns, now()) : span.end_ns;
        bar.seq = span.seq;
        bar.count = span.count;
        bar.colour = colour(OperationId{span.operation});
        bar.open = span.open;
        bar.blocked = span.blocked || (span.open && asleep);
        bar.failed = span.failed;
        bar.lost = span.lost;
        const bool room =
            laneKey(lane).kind == LaneKind::markers || (bar.end - bar.begin) * columns > 24 * (t1 - t0);
        if (span.count == 1 && room) bar.label = facts.shortLabel(run_->events()[span.seq]);
        out.push_back(std::move(bar));
    }
}

void TimelineAdapter::steps(quint64 lane, qint64 t0, qint64 t1, int columns,
                            std::vector<TimelineStep>& out) const {
    out.clear();
    points_.clear();
    run_->lanes().levels(laneKey(lane), t0, t1, columns, points_);
    for (const auto& point : points_)
        out.push_back({point.time_ns, point.first, point.last, point.min, point.max, point.seq});
}

std::size_t TimelineAdapter::arrows(qint64 t0, qint64 t1, std::size_t limit,
                                    std::vector<TimelineArrow>& out) const {
    out.clear();
    const auto& flows = run_->flows();
    const auto& events = run_->events();
    const auto at = [&](std::size_t index) -> const Flow& {
        return flows[FlowId{static_cast<std::uint32_t>(index + 1)}];
    };
    // Flows are made when their receive arrives, so they stand in the order of the receives' times.
    const auto after = [&](qint64 time) {
        std::size_t low = 0, high = flows.size();
        while (low < high) {
            const auto middle = (low + high) / 2;
            if (events[at(middle).to].time_ns < time)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    const std::size_t begin = after(t0), end = std::min(after(t1) + 64, flows.size());
    const std::size_t total = end - begin;
    if (!limit || !total) return total;
    const std::size_t stride = (total + limit - 1) / limit;
    for (std::size_t i = begin; i < end; i += stride) {
        const auto& flow = at(i);
        TimelineArrow arrow;
        qint64 entered = 0, ignored = 0;
        if (!locate(flow.from, arrow.fromLane, entered, arrow.fromTime)) continue;
        if (!locate(flow.to, arrow.toLane, ignored, arrow.toTime)) continue;
        // What arrives before the call that sent it is back, left within that call: no arrow leads into the
        // past.
        arrow.fromTime = std::clamp(arrow.toTime, std::min(entered, arrow.fromTime), arrow.fromTime);
        if (arrow.fromTime > t1) continue;
        arrow.id = i + 1;
        arrow.fromSeq = flow.from;
        arrow.toSeq = flow.to;
        arrow.colour = colour(OperationId{events[flow.from].operation});
        arrow.guess = flow.guess;
        out.push_back(arrow);
    }
    return total;
}

QString TimelineAdapter::toolTip(quint64 seq) const {
    return seq < run_->events().size() ? EventFacts(*run_).toolTip(seq) : QString();
}

bool TimelineAdapter::locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const {
    if (seq >= run_->events().size()) return false;
    const auto& event = run_->events()[seq];
    LaneKey key{LaneKind::operations, event.worker, 0};
    begin = end = event.time_ns;
    switch (event.phase) {
        case Phase::leave: begin -= event.duration_ns; break;
        case Phase::enter: end = now(); break;
        case Phase::instant: key.kind = LaneKind::markers; break;
        case Phase::state: key = {LaneKind::level, event.object, event.call}; break;
        case Phase::lost:
        case Phase::note: break;
    }
    lane = laneNumber(key);
    return true;
}

std::vector<quint64> TimelineAdapter::joined(quint64 seq) const {
    return seq < run_->events().size() ? EventFacts(*run_).joined(seq) : std::vector<quint64>();
}

}  // namespace ipcscope

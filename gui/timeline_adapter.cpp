#include "timeline_adapter.h"

#include "base/clock.h"
#include "event_facts.h"
#include "runtime/stuck.h"
#include "session_file/machine_spec.h"
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

TimelineAdapter::TimelineAdapter(std::shared_ptr<const Recording> run)
    : run_(std::move(run)), lives_(run_->registry()) {
    for (const auto* mechanism : run_->registry().mechanisms())
        colours_.emplace(mechanism, static_cast<quint16>(colours_.size()));
    for (const auto& ref : run_->registry().operations()) {
        if (ref.id.value >= operation_colours_.size())
            operation_colours_.resize(ref.id.value + std::size_t{1});
        operation_colours_[ref.id.value] = colours_[ref.mechanism];
    }
}

void TimelineAdapter::setRunning(bool running) {
    if (running_ && !running) stopped_ = now_ns();
    running_ = running;
}

quint16 TimelineAdapter::colour(OperationId operation) const {
    return operation.value < operation_colours_.size() ? operation_colours_[operation.value] : quint16{0};
}

std::vector<TimelineLane> TimelineAdapter::lanes() const {
    const auto state = run_->state();
    lives_.update(*run_, *state);
    std::vector<TimelineLane> out;
    auto keys = run_->lanes().lanes();
    // A worker's signals stand below its operations, levels below all workers.
    const auto ofObject = [](const LaneKey& key) {
        return key.kind == LaneKind::level || key.kind == LaneKind::memory;
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const LaneKey& a, const LaneKey& b) {
        if (ofObject(a) != ofObject(b)) return ofObject(b);
        return std::tie(a.id, a.kind, a.index) < std::tie(b.id, b.kind, b.index);
    });
    // A worker that has only begun has its lane already.
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i].kind == LaneKind::markers &&
            (i == 0 || keys[i - 1] != LaneKey{LaneKind::operations, keys[i].id, 0})) {
            keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(i), {LaneKind::operations, keys[i].id, 0});
            ++i;
        }
    for (const auto& key : keys) {
        TimelineLane lane;
        lane.key = laneNumber(key);
        if (ofObject(key)) {
            if (!objectLane(key, *state, lane)) continue;
        } else {
            const auto id = static_cast<std::uint16_t>(key.id);
            if (key.kind == LaneKind::markers && !lives_.of(id).moments && !lives_.undelivered(id)) continue;
            workerLane(key, *state, lane);
        }
        out.push_back(std::move(lane));
    }
    return out;
}

bool TimelineAdapter::objectLane(LaneKey key, const RunState& state, TimelineLane& lane) const {
    const auto found = state.objects.find(ObjectId{key.id});
    if (found == state.objects.end()) return false;
    const auto& object = found->second;
    // Queues of messages have a second level, which no spec has to declare.
    const bool queued = key.kind == LaneKind::level && key.index == bytes_level &&
                        object.spec->flow == FlowPolicy::typed_queue;
    const auto level =
        queued
            ? Lanes::tr("bytes in the queue")
            : schemaText(object.spec->level_label).replace(QStringLiteral("{n}"), QString::number(key.index));
    lane.object = objectText(object);
    lane.mechanism = object.mechanism ? schemaText(object.mechanism->title) : QString();
    const bool memory = key.kind == LaneKind::memory;
    lane.name = memory ? QStringLiteral("memory:%1").arg(lane.object)
                       : QStringLiteral("level:%1:%2").arg(lane.object).arg(key.index);
    lane.label = level.isEmpty() ? lane.object : QStringLiteral("%1: %2").arg(lane.object, level);
    lane.detail = lane.mechanism;
    lane.shape = LaneShape::steps;
    lane.group = 1;
    lane.groupTitle = Lanes::tr("Objects");
    lane.unit = unitText(queued ? Unit::bytes : object.spec->level_unit);
    lane.ended = object.removed;
    if (moment_) {
        const auto then = moment_->state->objects.find(ObjectId{key.id});
        const bool made = then != moment_->state->objects.end();
        lane.ended = made && then->second.removed;
        if (!made) lane.detail = Lanes::tr("has not been made yet");
    }
    const auto colour = colours_.find(object.mechanism);
    if (colour != colours_.end()) lane.colour = colour->second;
    if (!memory) return true;
    lane.shape = LaneShape::ranges;
    lane.label = lane.object;
    lane.size = run_->lanes().range_end(key);
    lane.unit.clear();
    return true;
}

void TimelineAdapter::workerLane(LaneKey key, const RunState& state, TimelineLane& lane) const {
    const auto id = static_cast<std::uint16_t>(key.id);
    const auto* worker = state.worker(WorkerId{id});
    const QString name = worker ? fromUtf8(worker->name) : Lanes::tr("worker %1").arg(key.id);
    const bool marks = key.kind == LaneKind::markers;
    lane.groupTitle = Lanes::tr("Workers");
    lane.shape = marks ? LaneShape::markers : LaneShape::bars;
    lane.name = QStringLiteral("worker:") + name;
    lane.label = name;
    lane.ended = worker && (worker->status == WorkerStatus::exited || worker->status == WorkerStatus::killed);
    // Whole families stand together: they are called by who began them.
    const auto* eldest = worker;
    for (int i = 0; i < 256 && eldest && eldest->parent && state.worker(eldest->parent); ++i)
        eldest = state.worker(eldest->parent);
    if (eldest) lane.process = fromUtf8(eldest->name);
    if (marks) {
        lane.name += QStringLiteral(":signals");
        lane.label = worker && worker->name == machine_id ? Lanes::tr("%1: changes").arg(name)
                                                          : Lanes::tr("%1: signals").arg(name);
        lane.parent = laneNumber({LaneKind::operations, key.id, 0});
        return;
    }
    if (!worker) return;
    if (worker->parent) lane.parent = laneNumber({LaneKind::operations, worker->parent.value, 0});
    const auto& life = lives_.of(id);
    lane.born = life.born;
    lane.died = life.died;
    lane.busy = worker->status == WorkerStatus::blocked || worker->status == WorkerStatus::running;
    if (moment_) {
        worker = moment_->state->worker(WorkerId{id});
        lane.ended =
            worker && (worker->status == WorkerStatus::exited || worker->status == WorkerStatus::killed);
        if (!worker) lane.detail = Lanes::tr("has not begun yet");
        if (!worker) return;
    }
    const RunState& shown = moment_ ? *moment_->state : state;
    lane.detail = workerStatusText(*run_, shown, *worker, moment_ ? moment_->time_ns : now());
    lane.waiting = worker->status == WorkerStatus::blocked || worker->status == WorkerStatus::held;
    if (shown.stuck)
        for (const auto& deadlock : shown.stuck->deadlocks)
            lane.alarm |= deadlock.certain && std::find(deadlock.workers.begin(), deadlock.workers.end(),
                                                        worker->id) != deadlock.workers.end();
}

qint64 TimelineAdapter::firstTime() const {
    const qint64 first = run_->lanes().first_ns();
    return first ? std::min<qint64>(first, run_->started_ns()) : 0;
}

qint64 TimelineAdapter::lastTime() const {
    return run_->lanes().last_ns();
}

qint64 TimelineAdapter::now() const {
    return running_ || !stopped_ ? now_ns() : stopped_;
}

void TimelineAdapter::steps(quint64 lane, qint64 t0, qint64 t1, int columns,
                            std::vector<TimelineStep>& out) const {
    out.clear();
    points_.clear();
    run_->lanes().levels(laneKey(lane), t0, t1, columns, points_);
    for (const auto& point : points_)
        out.push_back({point.time_ns, point.first, point.last, point.min, point.max, point.seq});
}

void TimelineAdapter::setFilter(const FilterController* filter) {
    filter_ = filter;
}

void TimelineAdapter::setFound(const FindHits* hits) {
    found_ = hits;
    ++filterRevision_;
}

quint64 TimelineAdapter::revision() const {
    return events() + (filterRevision_ << 40);
}

quint64 TimelineAdapter::events() const {
    return run_->events().size();
}

bool TimelineAdapter::numbered(quint64 number, quint64& seq) const {
    seq = number;
    return number < run_->events().size();
}

qint64 TimelineAdapter::firstOfInterest() const {
    return lives_.firstCall();
}

LaneKey TimelineAdapter::shown(LaneKey key, quint64 seq) const {
    if (key.kind != LaneKind::markers) return key;
    const auto& life = lives_.of(static_cast<std::uint16_t>(key.id));
    const bool own =
        !life.moments || (life.born_told && seq == life.born_seq) || (life.died_told && seq == life.died_seq);
    return own ? LaneKey{LaneKind::operations, key.id, 0} : key;
}

QString TimelineAdapter::toolTip(quint64 seq) const {
    return seq < run_->events().size() ? EventFacts(*run_).toolTip(seq) : QString();
}

// When the call that begins there came back; now, if it has not.
qint64 TimelineAdapter::endOf(const Event& enter) const {
    constexpr qint64 soon = 100'000;  // ns: so soon after it was asked for a call begins
    std::vector<Span> spans;
    run_->lanes().spans({LaneKind::operations, enter.worker, 0}, enter.time_ns, enter.time_ns + soon,
                        static_cast<int>(soon), spans);
    for (const auto& span : spans) {
        const auto& event = run_->events()[span.seq];
        if (event.phase == Phase::leave && event.call == enter.call && event.time_ns >= enter.time_ns)
            return event.time_ns;
    }
    return now();
}

bool TimelineAdapter::locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const {
    if (seq >= run_->events().size()) return false;
    const auto& event = run_->events()[seq];
    LaneKey key{LaneKind::operations, event.worker, 0};
    begin = end = event.time_ns;
    switch (event.phase) {
        case Phase::leave: begin -= event.duration_ns; break;
        case Phase::enter: end = endOf(event); break;
        case Phase::instant: key.kind = LaneKind::markers; break;
        case Phase::state: key = {LaneKind::level, event.object, event.call}; break;
        case Phase::lost:
        case Phase::note: break;
    }
    lane = laneNumber(shown(key, seq));
    return true;
}

std::vector<quint64> TimelineAdapter::joined(quint64 seq) const {
    return seq < run_->events().size() ? EventFacts(*run_).joined(seq) : std::vector<quint64>();
}

}  // namespace ipcscope

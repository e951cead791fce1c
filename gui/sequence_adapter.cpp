#include "sequence_adapter.h"

#include "base/clock.h"
#include "event_facts.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ipcscope {

namespace {

struct Sequence {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Sequence)
};

constexpr quint64 objectBit = quint64{1} << 32;

DiagramMark markOf(const SequenceEnd& end) {
    switch (end.phase) {
        case Phase::enter: return DiagramMark::waits;
        case Phase::leave: return DiagramMark::call;
        case Phase::lost: return DiagramMark::lost;
        case Phase::note: return DiagramMark::note;
        case Phase::instant:
        case Phase::state: break;
    }
    return end.change == LifeChange::begins ? DiagramMark::birth
           : end.change == LifeChange::ends ? DiagramMark::death
                                            : DiagramMark::moment;
}

}  // namespace

quint64 columnKey(SequencePlace place) {
    return place.id == 0 ? 0 : place.object ? objectBit | place.id : place.id;
}

SequencePlace placeOfColumn(quint64 key) {
    return {static_cast<std::uint32_t>(key & 0xffffffff), (key & objectBit) != 0};
}

SequenceAdapter::SequenceAdapter(std::shared_ptr<const Recording> run, SequenceChoice choice,
                                 std::function<bool(std::uint64_t)> dimmed)
    : run_(std::move(run)),
      choice_(std::move(choice)),
      dimmed_(std::move(dimmed)),
      scan_(run_, choice_),
      rows_(scan_.rows()) {
    for (const auto* mechanism : run_->registry().mechanisms())
        colours_.emplace(mechanism, static_cast<quint16>(colours_.size()));
    update();
}

bool SequenceAdapter::update() {
    scan_.update();
    const auto rows = scan_.rows();
    const auto state = run_->state();
    if (rows == rows_ && state == state_ && steps_) return scan_.busy();
    rows_ = rows;
    state_ = state;
    steps_ = std::make_unique<SequenceSteps>(*run_, rows_, choice_);
    steps_->translate = [](const char* text) { return schemaText(text).toStdString(); };
    return true;
}

qint64 SequenceAdapter::origin() const {
    return run_->started_ns();
}

qint64 SequenceAdapter::gapsUntil(qint64 row) const {
    return static_cast<qint64>(rows_->gaps_until(static_cast<quint64>(row)));
}

qint64 SequenceAdapter::timeOf(qint64 row) const {
    return run_->events()[(*rows_)[static_cast<quint64>(row)].seq].time_ns;
}

qint64 SequenceAdapter::rowAtTime(qint64 time) const {
    return static_cast<qint64>(rows_->at_time(run_->events(), time));
}

quint16 SequenceAdapter::colour(quint64 seq) const {
    const auto* ref = run_->registry().operation(OperationId{run_->events()[seq].operation});
    const auto found = ref ? colours_.find(ref->mechanism) : colours_.end();
    return found == colours_.end() ? quint16{0} : found->second;
}

std::vector<DiagramColumn> SequenceAdapter::columns() const {
    std::vector<DiagramColumn> out;
    const auto row = [](std::uint64_t number) {
        return number == SequenceRows::Life::none ? qint64{-1} : static_cast<qint64>(number);
    };
    for (const auto& worker : state_->workers) {
        const auto life = rows_->life(worker.id);
        DiagramColumn column;
        column.key = columnKey(SequencePlace::of(worker.id));
        column.label = fromUtf8(worker.name);
        const bool ended = worker.status == WorkerStatus::exited || worker.status == WorkerStatus::killed;
        column.detail = ended            ? workerStatusText(*run_, *state_, worker, 0)
                        : worker.pid > 0 ? Sequence::tr("pid %1").arg(worker.pid)
                                         : QString();
        column.failed = worker.status == WorkerStatus::killed ||
                        (worker.status == WorkerStatus::exited && worker.exit_code > 0);
        column.born = row(life.born);
        column.ended = row(life.ended);
        column.messages = static_cast<qint64>(life.messages);
        out.push_back(column);
    }
    if (!choice_.objects) return out;
    for (const auto& [id, object] : state_->objects) {
        const auto life = rows_->life(id);
        if (life.rows == 0 || object.flow == FlowPolicy::lifetime) continue;
        DiagramColumn column;
        column.key = columnKey(SequencePlace::of(id));
        column.label = objectText(object);
        column.detail = object.spec ? schemaText(object.spec->label) : QString();
        column.object = true;
        const auto found = colours_.find(object.mechanism);
        column.colour = found == colours_.end() ? quint16{0} : found->second;
        column.born = row(life.first);
        column.ended = object.removed ? row(life.last) : -1;
        column.messages = static_cast<qint64>(life.rows);
        out.push_back(column);
    }
    return out;
}

DiagramEnd SequenceAdapter::end(const SequenceEnd& from) const {
    DiagramEnd out;
    out.seq = from.seq;
    out.column = columnKey(SequencePlace::of(from.worker));
    out.mark = markOf(from);
    out.text = fromUtf8(from.text);
    out.outcome = from.cut_off ? Sequence::tr("never came back") : fromUtf8(from.outcome);
    if (out.mark == DiagramMark::lost)
        out.text = Sequence::tr("%1 events lost").arg(run_->events()[from.seq].ret);
    if (out.mark == DiagramMark::death) {
        const auto space = out.text.indexOf(QLatin1Char(' '));
        const bool killed = out.text.startsWith(QLatin1String("killed"));
        out.text =
            (killed ? Sequence::tr("killed %1") : Sequence::tr("exited %1")).arg(out.text.mid(space + 1));
    }
    if (!from.waits.empty()) out.waits = Sequence::tr("waits for %1").arg(fromUtf8(from.waits));
    out.beginRow = static_cast<qint64>(from.begin_row);
    out.failed = from.failed || from.cut_off;
    out.blocked = from.blocked;
    return out;
}

DiagramArrow SequenceAdapter::arrow(const SequenceMessage& from, bool words) const {
    DiagramArrow out;
    const auto row = [](std::uint64_t number) {
        return number == SequenceMessage::no_row ? qint64{-1} : static_cast<qint64>(number);
    };
    out.id = from.flow.value;
    out.from = columnKey(from.from);
    out.to = columnKey(from.to);
    out.fromRow = row(from.from_row);
    out.toRow = row(from.to_row);
    out.fromSeq = from.from_seq;
    out.toSeq = from.to_seq;
    if (words) name(out, from);
    out.colour = colour(from.from_seq);
    out.guess = from.guess;
    out.coalesced = from.coalesced;
    out.received = from.received;
    out.creates = from.creates;
    out.bothWays = from.both_ways;
    return out;
}

void SequenceAdapter::name(DiagramArrow& out, const SequenceMessage& from) const {
    const auto& events = run_->events();
    out.fromName = from.from.id ? fromUtf8(steps_->name(from.from)) : QString();
    out.toName = from.to.id ? fromUtf8(steps_->name(from.to)) : QString();
    const bool drawn = from.from.object || from.to.object;
    if (from.object && !drawn) out.through = fromUtf8(steps_->name(SequencePlace::of(from.object)));
    const auto later = events[from.to_seq].time_ns - events[from.from_seq].time_ns;
    if (from.received && later > 0) out.later = durationText(later);
}

DiagramRow SequenceAdapter::row(qint64 number, bool words) const {
    const auto at = static_cast<quint64>(number);
    const auto step = steps_->step(at, words);
    DiagramRow out;
    out.row = number;
    out.time = step.time_ns;
    if (words) out.timeText = durationText(step.time_ns - origin());
    if (words && rows_->gap_before(at))
        out.gap = QStringLiteral("+ ") + durationText(step.time_ns - timeOf(number - 1));
    out.dimmed = dimmed_ != nullptr;
    for (const auto& each : step.ends) {
        out.ends.push_back(end(each));
        out.dimmed = out.dimmed && dimmed_(each.seq);
    }
    for (const auto& each : step.messages)
        out.arrows.push_back(arrow(each, words));
    return out;
}

std::vector<quint64> SequenceAdapter::columnsOf(qint64 number) const {
    const auto ids = (*rows_)[static_cast<quint64>(number)];
    std::vector<quint64> out;
    for (const auto seq : {ids.seq, ids.joined}) {
        if (seq == SequenceRow::none) continue;
        const auto& event = run_->events()[seq];
        out.push_back(columnKey(SequencePlace::of(WorkerId{event.worker})));
        if (choice_.objects && event.object != 0)
            out.push_back(columnKey(SequencePlace::of(ObjectId{event.object})));
    }
    return out;
}

std::optional<DiagramEnd> SequenceAdapter::running(quint64 column, qint64 first, qint64 last) const {
    const auto place = placeOfColumn(column);
    if (place.object || rows_->size() == 0) return {};
    const auto begin = timeOf(first), end_ns = timeOf(last);
    std::vector<Span> spans;
    run_->lanes().spans({LaneKind::operations, place.id, 0}, begin, std::max(end_ns, begin) + 1, 4, spans);
    for (const auto& span : spans) {
        if (span.count != 1 || span.begin_ns >= begin || (!span.open && span.end_ns <= end_ns)) continue;
        DiagramEnd out;
        out.seq = span.seq;
        out.column = column;
        const auto* worker = state_->worker(WorkerId{static_cast<std::uint16_t>(place.id)});
        out.blocked = span.blocked || (span.open && worker && worker->status == WorkerStatus::blocked);
        return out;
    }
    return {};
}

qint64 SequenceAdapter::rowOf(quint64 seq) const {
    const auto row = steps_->row_of(seq);
    return row ? static_cast<qint64>(*row) : -1;
}

qint64 SequenceAdapter::rowAfter(quint64 seq) const {
    return static_cast<qint64>(rows_->lower_bound(seq));
}

std::vector<quint64> SequenceAdapter::joined(quint64 seq) const {
    const auto ends = steps_->other_ends(seq);
    return {ends.begin(), ends.end()};
}

QString SequenceAdapter::toolTip(quint64 seq) const {
    return seq < run_->events().size() ? EventFacts(*run_, state_).toolTip(seq) : QString();
}

}  // namespace ipcscope

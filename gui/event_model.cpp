#include "event_model.h"

#include "event_facts.h"
#include "theme.h"
#include "words.h"

#include <QBrush>
#include <QLocale>

#include <limits>

namespace ipcscope {

namespace {
constexpr std::uint64_t eventsPerRefresh = 400'000;  // a few milliseconds
constexpr std::uint64_t searchLimit = 4096;
}  // namespace

void EventModel::setRun(std::shared_ptr<const Recording> run) {
    beginResetModel();
    run_ = std::move(run);
    state_ = run_ ? run_->state() : nullptr;
    index_.clear();
    open_.clear();
    closed_ = 0;
    endResetModel();
}

bool EventModel::refresh() {
    if (!run_) return false;
    state_ = run_->state();
    if (run_->events().size() == index_.seen()) return false;
    if (!open_.empty()) {
        beginRemoveRows({}, closed_, closed_ + static_cast<int>(open_.size()) - 1);
        open_.clear();
        endRemoveRows();
    }
    const auto left = index_.update(run_->events(), eventsPerRefresh);
    const int rows =
        static_cast<int>(std::min<std::uint64_t>(index_.rows(), std::numeric_limits<int>::max() - 70'000));
    if (rows > closed_) {
        beginInsertRows({}, closed_, rows - 1);
        closed_ = rows;
        endInsertRows();
    }
    std::vector<quint64> open;
    for (const auto& [worker, seq] : index_.open())
        open.push_back(seq);
    if (!open.empty()) {
        beginInsertRows({}, closed_, closed_ + static_cast<int>(open.size()) - 1);
        open_ = std::move(open);
        endInsertRows();
    }
    return left > 0;
}

quint64 EventModel::seqOf(int row) const {
    return row < closed_ ? index_.seqOf(static_cast<std::uint64_t>(row))
                         : open_[static_cast<std::size_t>(row - closed_)];
}

int EventModel::rowOf(quint64 seq) const {
    if (!run_ || seq >= index_.seen()) return -1;
    for (std::size_t i = 0; i < open_.size(); ++i)
        if (open_[i] == seq) return closed_ + static_cast<int>(i);
    if (const auto row = index_.rowOf(seq)) return static_cast<int>(*row);
    const auto& events = run_->events();
    const auto& enter = events[seq];
    if (enter.phase != Phase::enter) return -1;
    // A worker does one call at a time: the next leave of it is this call's.
    for (auto next = seq + 1; next < std::min<std::uint64_t>(index_.seen(), seq + searchLimit); ++next)
        if (events[next].worker == enter.worker && events[next].phase == Phase::leave)
            return static_cast<int>(*index_.rowOf(next));
    return -1;
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : closed_ + static_cast<int>(open_.size());
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventModel::text(quint64 seq, int column) const {
    const EventFacts facts(*run_, state_);
    const auto& event = facts.event(seq);
    switch (column) {
        case Seq: return QString::number(seq);
        case Time: return QLocale().toString(static_cast<double>(facts.time(event)) / 1e9, 'f', 6);
        case Worker: return facts.worker(event);
        case Operation: return facts.operationName(event);
        case Object: return facts.object(event);
        case Arguments: return facts.arguments(event);
        case OutcomeText: return facts.outcome(event);
        case Duration: return event.phase == Phase::leave ? durationText(event.duration_ns) : QString();
        case FlowColumn: {
            QStringList ends;
            // By the flow, not by the numbers: a receiver may be seen before its sender.
            for (const auto id : facts.flows(seq)) {
                const auto& flow = run_->flows()[id];
                ends += flow.from == seq ? QStringLiteral("→ %1").arg(flow.to)
                                         : QStringLiteral("← %1").arg(flow.from);
            }
            return ends.join(QStringLiteral(", "));
        }
        default: return {};
    }
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!run_ || !index.isValid()) return {};
    const auto seq = seqOf(index.row());
    const auto& event = run_->events()[seq];
    const bool failed = event.err != 0 || event.phase == Phase::lost;
    switch (role) {
        case Qt::DisplayRole: return text(seq, index.column());
        case Qt::ToolTipRole: return EventFacts(*run_, state_).toolTip(seq);
        case Qt::AccessibleTextRole:
            return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QLatin1Char(' ') +
                   text(seq, index.column());
        case Qt::TextAlignmentRole: {
            const bool number = index.column() == Seq || index.column() == Time || index.column() == Duration;
            return QVariant::fromValue(
                Qt::Alignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
        }
        case Qt::ForegroundRole:
            if (index.column() == OutcomeText && failed) return QBrush(tones().bad);
            if (index.column() == OutcomeText && event.phase == Phase::enter) return QBrush(tones().warn);
            if (index.column() == Seq || index.column() == FlowColumn) return QBrush(tones().quiet);
            return {};
        case SeqRole: return seq;
        case FailedRole: return failed;
        default: return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Seq || section == Time || section == Duration;
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Seq: return tr("No.");
        case Time: return tr("Time (s)");
        case Worker: return tr("Worker");
        case Operation: return tr("Operation");
        case Object: return tr("Object");
        case Arguments: return tr("Arguments");
        case OutcomeText: return tr("Outcome");
        case Duration: return tr("Duration");
        case FlowColumn: return tr("Flow");
        default: return {};
    }
}

}  // namespace ipcscope

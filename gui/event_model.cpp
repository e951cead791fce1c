#include "event_model.h"

#include "theme.h"
#include "words.h"

#include <QBrush>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <limits>

namespace ipcscope {

namespace {
constexpr std::uint64_t searchLimit = 4096;
}  // namespace

EventModel::EventModel(QObject* parent) : QAbstractTableModel(parent), columns_(fixedColumns()) {}

void EventModel::setSource(std::shared_ptr<const Recording> recording, std::shared_ptr<const RowScan> rows) {
    beginResetModel();
    recording_ = std::move(recording);
    rows_ = recording_ ? std::move(rows) : nullptr;
    state_ = recording_ ? recording_->state() : nullptr;
    open_.clear();
    closed_ = 0;
    endResetModel();
    refresh();
}

void EventModel::refresh() {
    if (!rows_) return;
    state_ = recording_->state();
    auto now = rows_->moment();
    const auto known = rows_->rows().rank(now.seen);
    const int rows =
        static_cast<int>(std::min<std::uint64_t>(known, std::numeric_limits<int>::max() - 70'000));
    std::vector<quint64> open(now.open.begin(), now.open.end());
    if (rows == closed_ && open == open_) return;
    if (!open_.empty()) {
        beginRemoveRows({}, closed_, closed_ + static_cast<int>(open_.size()) - 1);
        open_.clear();
        endRemoveRows();
    }
    if (rows > closed_) {
        beginInsertRows({}, closed_, rows - 1);
        closed_ = rows;
        endInsertRows();
    }
    if (!open.empty()) {
        beginInsertRows({}, closed_, closed_ + static_cast<int>(open.size()) - 1);
        open_ = std::move(open);
        endInsertRows();
    }
}

void EventModel::setDimmed(std::function<bool(quint64)> dimmed) {
    if (!dimmed && !dimmed_) return;
    dimmed_ = std::move(dimmed);
    if (const int rows = rowCount()) emit dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
}

void EventModel::setTimeMode(TimeMode mode) {
    if (mode == timeMode_) return;
    timeMode_ = mode;
    emit headerDataChanged(Qt::Horizontal, Time, Time);
    if (const int rows = rowCount()) emit dataChanged(index(0, Time), index(rows - 1, Time));
}

void EventModel::setMoreColumns(const std::vector<EventColumn>& columns) {
    auto wanted = fixedColumns();
    wanted.insert(wanted.end(), columns.begin(), columns.end());
    if (wanted == columns_) return;
    constexpr int fixed = EventColumn::FixedCount;
    if (columnCount() > fixed) {
        beginRemoveColumns({}, fixed, columnCount() - 1);
        columns_.resize(fixed);
        endRemoveColumns();
    }
    if (wanted.size() > static_cast<std::size_t>(fixed)) {
        beginInsertColumns({}, fixed, static_cast<int>(wanted.size()) - 1);
        columns_ = std::move(wanted);
        endInsertColumns();
    }
}

quint64 EventModel::seqOf(int row) const {
    if (row >= closed_) return open_[static_cast<std::size_t>(row - closed_)];
    return rows_->rows().seq_of(static_cast<std::uint64_t>(row)).value_or(0);
}

int EventModel::rowOf(quint64 seq) const {
    if (!rows_) return -1;
    for (std::size_t i = 0; i < open_.size(); ++i)
        if (open_[i] == seq) return closed_ + static_cast<int>(i);
    const auto& rows = rows_->rows();
    const auto row = [&](std::uint64_t wanted) {
        const auto rank = rows.rank(wanted);
        return rows.contains(wanted) && rank < static_cast<std::uint64_t>(closed_) ? static_cast<int>(rank)
                                                                                   : -1;
    };
    if (const int found = row(seq); found >= 0) return found;
    const auto& events = recording_->events();
    if (seq >= events.size() || events[seq].phase != Phase::enter) return -1;
    // A worker does one call at a time: the next leave of it is this call's.
    const auto end = std::min<std::uint64_t>(rows.covered(), seq + searchLimit);
    for (auto next = seq + 1; next < end; ++next)
        if (events[next].worker == events[seq].worker && events[next].phase == Phase::leave) return row(next);
    return -1;
}

int EventModel::nearestRow(quint64 seq) const {
    const int rows = rowCount();
    if (rows == 0) return -1;
    if (const int exact = rowOf(seq); exact >= 0) return exact;
    return static_cast<int>(
        std::min<std::uint64_t>(rows_->rows().rank(seq), static_cast<std::uint64_t>(rows) - 1));
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : closed_ + static_cast<int>(open_.size());
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QString EventModel::text(int row, int section) const {
    std::optional<quint64> previous;
    if (section == Time && timeMode_ == TimeMode::sincePrevious && row > 0) previous = seqOf(row - 1);
    return columnText(*recording_, state_, seqOf(row), column(section), timeMode_, previous);
}

QString EventModel::filterOf(const QModelIndex& index) const {
    if (!recording_ || !index.isValid()) return {};
    return columnFilter(*recording_, state_, seqOf(index.row()), column(index.column()));
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!rows_ || !index.isValid()) return {};
    const auto seq = seqOf(index.row());
    const auto& event = recording_->events()[seq];
    const bool failed = event.err != 0 || event.phase == Phase::lost;
    switch (role) {
        case Qt::DisplayRole: return text(index.row(), index.column());
        case Qt::ToolTipRole: return EventFacts(*recording_, state_).toolTip(seq);
        case Qt::AccessibleTextRole:
            return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QLatin1Char(' ') +
                   text(index.row(), index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(
                Qt::AlignVCenter | (column(index.column()).isNumber() ? Qt::AlignRight : Qt::AlignLeft)));
        case Qt::ForegroundRole:
            if (dimmed_ && dimmed_(seq))
                return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
            if (index.column() == OutcomeText && failed) return QBrush(tones().bad);
            if (index.column() == OutcomeText && event.phase == Phase::enter) return QBrush(tones().warn);
            if (index.column() == Seq || index.column() == FlowColumn) return QBrush(tones().quiet);
            return {};
        case SeqRole: return seq;
        case FailedRole: return failed;
        case DimmedRole: return dimmed_ && dimmed_(seq);
        default: return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const auto& column = this->column(section);
    switch (role) {
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                Qt::Alignment(Qt::AlignVCenter | (column.isNumber() ? Qt::AlignRight : Qt::AlignLeft)));
        case Qt::DisplayRole:
            return section == Time && timeMode_ == TimeMode::sincePrevious ? tr("Since previous (s)")
                                                                           : column.title();
        case Qt::ToolTipRole:
            if (section == Time && timeMode_ == TimeMode::absolute)
                return tr("CLOCK_MONOTONIC, since the boot");
            return {};
        default: return {};
    }
}

}  // namespace ipcscope

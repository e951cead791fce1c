#include "workers_model.h"

#include "base/clock.h"
#include "icons.h"
#include "theme.h"
#include "words.h"

#include <algorithm>

namespace ipcscope {

namespace {

QColor toneOf(WorkerStatus status, int code) {
    const auto t = tones();
    switch (status) {
        case WorkerStatus::starting:
        case WorkerStatus::running: return t.busy;
        case WorkerStatus::idle: return t.good;
        case WorkerStatus::blocked:
        case WorkerStatus::stopped:
        case WorkerStatus::held: return t.warn;
        case WorkerStatus::exited: return code == 0 ? t.quiet : t.bad;
        case WorkerStatus::killed: return t.bad;
    }
    return t.quiet;
}

bool ended(WorkerStatus status) {
    return status == WorkerStatus::exited || status == WorkerStatus::killed;
}

}  // namespace

void WorkersModel::setRun(std::shared_ptr<const Recording> run) {
    beginResetModel();
    run_ = std::move(run);
    state_ = moment_ = nullptr;
    nodes_.assign(1, {});
    endResetModel();
    refresh();
}

void WorkersModel::refresh() {
    if (!run_) return;
    const auto next = moment_ ? moment_ : run_->state();
    if (nodes_.size() > next->workers.size() + 1) {  // back in time, some were not there yet
        beginResetModel();
        nodes_.assign(1, {});
        state_ = next;
        endResetModel();
    }
    state_ = next;
    while (nodes_.size() <= state_->workers.size()) {
        const auto id = static_cast<std::uint16_t>(nodes_.size());
        std::uint16_t parent = state_->workers[id - 1u].parent.value;
        if (parent >= id) parent = 0;
        const int row = static_cast<int>(nodes_[parent].children.size());
        beginInsertRows(parent ? createIndex(nodes_[parent].row, 0, quintptr{parent}) : QModelIndex(), row,
                        row);
        nodes_.push_back({parent, row, {}});
        nodes_[parent].children.push_back(id);
        endInsertRows();
    }
    const QList<int> roles{Qt::DisplayRole, Qt::ToolTipRole, Qt::DecorationRole,
                           StatusRole,      ToneRole,        EndedRole};
    for (const auto& node : nodes_)
        if (!node.children.empty()) {
            const auto first = node.children.front(), last = node.children.back();
            emit dataChanged(createIndex(0, 0, quintptr{first}),
                             createIndex(static_cast<int>(node.children.size()) - 1, 0, quintptr{last}),
                             roles);
        }
}

void WorkersModel::setMoment(std::shared_ptr<const RunState> state, qint64 time) {
    moment_ = std::move(state);
    time_ = time;
    refresh();
}

bool WorkersModel::anyBlocked() const {
    return state_ && std::any_of(state_->workers.begin(), state_->workers.end(),
                                 [](const auto& worker) { return worker.status == WorkerStatus::blocked; });
}

QModelIndex WorkersModel::indexOf(WorkerId worker) const {
    if (!worker || worker.value >= nodes_.size()) return {};
    return createIndex(nodes_[worker.value].row, 0, quintptr{worker.value});
}

QModelIndex WorkersModel::index(int row, int column, const QModelIndex& parent) const {
    const auto& children = nodes_[parent.isValid() ? parent.internalId() : 0].children;
    if (row < 0 || column != 0 || row >= static_cast<int>(children.size())) return {};
    return createIndex(row, column, quintptr{children[static_cast<std::size_t>(row)]});
}

QModelIndex WorkersModel::parent(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    return indexOf(WorkerId{nodes_[index.internalId()].parent});
}

int WorkersModel::rowCount(const QModelIndex& parent) const {
    return static_cast<int>(nodes_[parent.isValid() ? parent.internalId() : 0].children.size());
}

QVariant WorkersModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !state_) return {};
    const auto& worker = state_->workers[index.internalId() - 1];
    const auto status = [&] { return workerStatusText(*run_, *state_, worker, moment_ ? time_ : now_ns()); };
    switch (role) {
        case Qt::DisplayRole:
        case NameRole: return fromUtf8(worker.name);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return tr("%1, pid %2: %3").arg(fromUtf8(worker.name)).arg(worker.pid).arg(status());
        case Qt::DecorationRole: return statusIcon(toneOf(worker.status, worker.exit_code));
        case WorkerRole: return worker.id.value;
        case PidRole: return worker.pid;
        case StatusRole: return status();
        case ToneRole: return toneOf(worker.status, worker.exit_code);
        case EndedRole: return ended(worker.status);
        default: return {};
    }
}

}  // namespace ipcscope

#include "monitor_model.h"

#include <algorithm>
#include <unordered_map>

namespace ipcscope {

namespace {

constexpr std::size_t mostSteps = 4000;  // more differences than that are one new list

struct RowKey {
    quint64 group;
    quint32 id;
    bool operator==(const RowKey&) const = default;
};
struct RowHash {
    std::size_t operator()(const RowKey& key) const {
        return static_cast<std::size_t>((key.group * 0x9e3779b97f4a7c15u) ^ key.id);
    }
};
using Positions = std::unordered_map<RowKey, std::size_t, RowHash>;

Positions positionsOf(const std::vector<MonitorRow>& rows) {
    Positions out;
    out.reserve(rows.size() * 2);
    for (std::size_t i = 0; i < rows.size(); ++i)
        out.emplace(RowKey{rows[i].group, rows[i].id}, i);
    return out;
}

}  // namespace

MonitorModel::MonitorModel(QObject* parent) : QAbstractTableModel(parent) {}

const ObjectColumn* MonitorModel::column(int section) const {
    const auto index = section - FirstField;
    return index >= 0 && index < static_cast<int>(columns_.size()) ? columns_[static_cast<std::size_t>(index)]
                                                                   : nullptr;
}

void MonitorModel::setColumns(std::vector<const ObjectColumn*> columns) {
    beginResetModel();
    columns_ = std::move(columns);
    endResetModel();
}

// --- another sample or view ---

// Both are sorted by kind and key.
void MonitorModel::number(const Snapshot* before, const Snapshot& now) {
    beforeIds_ = std::move(ids_);
    ids_.assign(now.objects.size(), 0);
    earlier_.assign(now.objects.size(), none_index);
    vanished_.clear();
    const std::size_t old = before ? std::min(before->objects.size(), beforeIds_.size()) : 0;
    std::size_t i = 0;
    for (std::size_t j = 0; j < now.objects.size(); ++j) {
        const auto& object = now.objects[j];
        const auto key = now.text(object.key);
        int order = 1;
        for (; i < old; ++i) {
            const auto& other = before->objects[i];
            order = other.kind != object.kind ? (other.kind < object.kind ? -1 : 1)
                                              : before->text(other.key).compare(key);
            if (order >= 0) break;
            vanished_.push_back(static_cast<ObjectIndex>(i));
        }
        if (i < old && order == 0) {
            earlier_[j] = static_cast<ObjectIndex>(i);
            ids_[j] = beforeIds_[i++];
        } else {
            ids_[j] = nextId_++;
        }
    }
    for (; i < old; ++i)
        vanished_.push_back(static_cast<ObjectIndex>(i));
}

// What has vanished stays behind the row that it was behind, for one sample.
void MonitorModel::addGone(std::vector<MonitorRow>& rows) const {
    if (vanished_.empty()) return;
    std::unordered_map<quint32, ObjectIndex> gone;
    for (const auto index : vanished_)
        gone.emplace(beforeIds_[index], index);
    std::unordered_map<RowKey, std::vector<MonitorRow>, RowHash> behind;
    const MonitorRow* last = nullptr;
    const auto there = positionsOf(rows);
    for (const auto& row : rows_) {
        if (there.contains({row.group, row.id})) {
            last = &row;
            continue;
        }
        const auto found = row.isHead() || row.gone ? gone.end() : gone.find(row.id);
        if (found == gone.end()) continue;
        // Of a group that is no more, too: then it stands alone.
        const bool inGroup = last && last->group == row.group;
        const RowKey place = inGroup ? RowKey{last->group, last->id} : RowKey{row.group, MonitorRow::head};
        behind[place].push_back({row.group, row.id, found->second, true});
    }
    if (behind.empty()) return;
    std::vector<MonitorRow> out;
    out.reserve(rows.size() + vanished_.size());
    const auto add = [&](const RowKey& key) {
        const auto found = behind.find(key);
        if (found != behind.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    };
    if (view_.grouping == MonitorGrouping::none) add({0, MonitorRow::head});
    for (const auto& row : rows) {
        out.push_back(row);
        add({row.group, row.id});
    }
    rows = std::move(out);
}

MonitorRows MonitorModel::wanted(const Snapshot& snapshot) const {
    auto rows = arrangeRows(snapshot, view_);
    for (auto& row : rows.rows)
        if (!row.isHead()) row.id = ids_[row.at];
    return rows;
}

// In three steps that views can follow: what goes, what moves, what comes. `commit` makes the new data the
// one that rows speak of.
template <typename Commit>
void MonitorModel::become(std::vector<MonitorRow> rows, Commit commit) {
    const auto target = positionsOf(rows);
    std::size_t steps = 0;
    bool inside = false;
    for (const auto& row : rows_) {
        const bool goes = !target.contains({row.group, row.id});
        steps += goes && !inside;
        inside = goes;
    }
    const auto source = positionsOf(rows_);
    for (const auto& row : rows) {
        const bool comes = !source.contains({row.group, row.id});
        steps += comes && !inside;
        inside = comes;
    }
    if (steps > mostSteps || target.size() != rows.size()) {
        beginResetModel();
        commit();
        rows_ = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t end = rows_.size(); end > 0;) {
        if (target.contains({rows_[end - 1].group, rows_[end - 1].id})) {
            --end;
            continue;
        }
        std::size_t begin = end - 1;
        while (begin > 0 && !target.contains({rows_[begin - 1].group, rows_[begin - 1].id}))
            --begin;
        beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(begin),
                    rows_.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
        end = begin;
    }
    // What stays, in its new order.
    std::vector<MonitorRow> kept;
    kept.reserve(rows_.size());
    for (const auto& row : rows)
        if (source.contains({row.group, row.id})) kept.push_back(row);
    const bool moves = !std::equal(kept.begin(), kept.end(), rows_.begin(), rows_.end(),
                                   [](const auto& a, const auto& b) { return a.sameAs(b); });
    if (moves) {
        emit layoutAboutToBeChanged();
        const auto old = persistentIndexList();
        const auto place = positionsOf(kept);
        QModelIndexList fresh;
        for (const auto& index : old) {
            const auto& row = rows_[static_cast<std::size_t>(index.row())];
            fresh.append(createIndex(static_cast<int>(place.at({row.group, row.id})), index.column()));
        }
        commit();
        rows_ = std::move(kept);
        changePersistentIndexList(old, fresh);
        emit layoutChanged();
    } else {
        commit();
        rows_ = std::move(kept);
    }
    for (std::size_t i = 0; i < rows.size();) {
        if (i < rows_.size() && rows[i].sameAs(rows_[i])) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < rows.size() && !source.contains({rows[end].group, rows[end].id}))
            ++end;
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
        rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(i),
                     rows.begin() + static_cast<std::ptrdiff_t>(i),
                     rows.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        i = end;
    }
    if (!rows_.empty())
        emit dataChanged(index(0, 0), index(static_cast<int>(rows_.size()) - 1, columnCount() - 1));
}

void MonitorModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot) {
    if (snapshot == now_ || !snapshot) return;
    number(now_.get(), *snapshot);
    auto next = wanted(*snapshot);
    const bool first = !now_;
    if (!first) addGone(next.rows);
    gone_ = vanished_.size();
    matching_ = next.matching;
    own_ = next.own;
    decide(next);
    emit aboutToArrange();
    become(std::move(next.rows), [&] {
        before_ = std::move(now_);
        now_ = std::move(snapshot);
        groups_ = std::move(next.groups);
        marks_ = !first && before_->owners;  // what a quick look has left out is nothing new
    });
    emit arranged();
}

// Groups stay as they are though there comes more of them.
void MonitorModel::decide(const MonitorRows& rows) {
    for (const auto& group : rows.groups)
        view_.folds.emplace(group.key, group.folded);
}

void MonitorModel::setView(MonitorView view) {
    view_ = std::move(view);
    arrange();
}

void MonitorModel::arrange() {
    if (!now_) return;
    auto next = wanted(*now_);
    matching_ = next.matching;
    own_ = next.own;
    gone_ = 0;
    decide(next);
    emit aboutToArrange();
    become(std::move(next.rows), [&] { groups_ = std::move(next.groups); });
    emit arranged();
}

void MonitorModel::setOwn(qint32 window, qint32 probe) {
    view_.own = window;
    view_.probe = probe;
}

void MonitorModel::toggle(int row) {
    const auto* head = group(row);
    if (!head) return;
    view_.folds[head->key] = !head->folded;
    arrange();
}

void MonitorModel::forgetChanges() {
    if (!std::exchange(marks_, false) || rows_.empty()) return;
    emit dataChanged(index(0, 0), index(static_cast<int>(rows_.size()) - 1, columnCount() - 1));
}

// --- what there is ---

const MonitorGroup* MonitorModel::group(int number) const {
    if (number < 0 || number >= static_cast<int>(rows_.size())) return nullptr;
    const auto& one = row(number);
    return one.isHead() && one.at < groups_.size() ? &groups_[one.at] : nullptr;
}

MonitorModel::Place MonitorModel::place(const MonitorRow& row) const {
    const auto* snapshot = row.gone ? before_.get() : now_.get();
    return {snapshot, &snapshot->objects[row.at], row.at};
}

const SeenObject* MonitorModel::earlier(const MonitorRow& row) const {
    if (row.gone || !before_ || earlier_[row.at] == none_index) return nullptr;
    return &before_->objects[earlier_[row.at]];
}

std::string MonitorModel::refOf(int number) const {
    if (number < 0 || number >= static_cast<int>(rows_.size()) || row(number).isHead()) return {};
    const auto there = place(row(number));
    return there.snapshot->ref(*there.object);
}

int MonitorModel::rowOf(const std::string& ref, quint64 near) const {
    if (!now_ || ref.empty()) return -1;
    const auto object = now_->find(ref);
    const auto gone = before_ ? before_->find(ref) : std::nullopt;
    int first = -1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& row = rows_[i];
        if (row.isHead()) continue;
        if (row.gone ? !gone || row.at != *gone : !object || row.at != *object) continue;
        if (near == 0 || row.group == near) return static_cast<int>(i);
        if (first < 0) first = static_cast<int>(i);
    }
    return first;
}

int MonitorModel::rowOfGroup(quint64 key) const {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (rows_[i].isHead() && rows_[i].group == key) return static_cast<int>(i);
    return -1;
}

int MonitorModel::headRow(int number) const {
    for (int i = number; i >= 0; --i)
        if (row(i).isHead()) return i;
    return -1;
}

bool MonitorModel::openGroupOf(const std::string& ref) {
    if (rowOf(ref) >= 0) return true;
    if (!now_) return false;
    // Which group it is in is known when all are open.
    auto all = view_;
    for (auto& [key, folded] : all.folds)
        folded = false;
    const auto object = now_->find(ref);
    if (!object) return false;
    for (const auto& row : arrangeRows(*now_, all).rows) {
        if (row.isHead() || row.at != *object) continue;
        const int head = rowOfGroup(row.group);
        if (head >= 0 && group(head)->folded) toggle(head);
        return rowOf(ref) >= 0;
    }
    return false;
}

}  // namespace ipcscope

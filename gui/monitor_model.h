// The table of objects: rows of the newest sample as a flat list, heads of groups among them. A new sample
// removes, moves and inserts only what differs, so that selection and scroll position stay; what has vanished
// stays, struck out, until the sample after.
#pragma once

#include "monitor/watch.h"
#include "monitor_rows.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <memory>
#include <string>

namespace ipcscope {

class MonitorModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        HeadRole = Qt::UserRole + 1,  // bool: the head of a group
        FoldedRole,                   // bool: of a head
        LevelRole,                    // int: how far it is indented
        ChangedRole,                  // bool: it was another value in the sample before
        GoneRole,                     // bool
        ShareRole,                    // double, 0 to 1: how full; invalid = not known
        NoteRole,                     // QString: of a head, what is to be noticed
    };
    enum Column { Object, State, FirstField };  // then those of setColumns

    explicit MonitorModel(QObject* parent = nullptr);

    // --- what is shown ---
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void setView(MonitorView view);  // rows are made anew; the filter must stay until the next call
    const MonitorView& view() const { return view_; }
    void setColumns(std::vector<const ObjectColumn*> columns);
    const std::vector<const ObjectColumn*>& columns() const { return columns_; }
    const ObjectColumn* column(int section) const;  // nullptr: not one of those
    void toggle(int row);                           // folds or opens the group of a head
    void setOwn(qint32 window, qint32 probe);       // see MonitorView; from the next sample on
    void forgetChanges();                           // nothing is marked as changed any more

    // --- what there is ---
    std::shared_ptr<const Snapshot> snapshot() const { return now_; }
    std::size_t matching() const { return matching_; }
    std::size_t gone() const { return gone_; }
    std::size_t own() const { return own_; }
    const MonitorRow& row(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    const MonitorGroup* group(int row) const;  // of a head; nullptr = no head
    std::string refOf(int row) const;          // "" = a head
    // First row of the object; -1 = not shown. `near`: of several, the one in that group.
    int rowOf(const std::string& ref, quint64 near = 0) const;
    int headRow(int row) const;  // of the group that it is in; -1 = there are no groups
    int rowOfGroup(quint64 key) const;
    bool openGroupOf(const std::string& ref);  // false: it is not among what matches

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void aboutToArrange();
    void arranged();  // the rows are those of another sample or view

private:
    struct Place {
        const Snapshot* snapshot;
        const SeenObject* object;
        ObjectIndex index;
    };
    Place place(const MonitorRow& row) const;
    const SeenObject* earlier(const MonitorRow& row) const;  // in the sample before; nullptr = was not there
    void number(const Snapshot* before, const Snapshot& now);
    void arrange();
    void decide(const MonitorRows& rows);
    MonitorRows wanted(const Snapshot& snapshot) const;
    void addGone(std::vector<MonitorRow>& rows) const;
    template <typename Commit>
    void become(std::vector<MonitorRow> rows, Commit commit);
    QVariant headData(const MonitorGroup& group, int column, int role) const;
    QVariant objectData(const MonitorRow& row, int column, int role) const;
    QString cellText(const Place& place, int column) const;
    bool changed(const MonitorRow& row, int column) const;

    std::shared_ptr<const Snapshot> now_, before_;
    std::vector<quint32> ids_, beforeIds_;  // by object
    std::vector<ObjectIndex> earlier_;      // by object: where it was before; none_index = new
    std::vector<ObjectIndex> vanished_;     // of before_
    quint32 nextId_ = 0;
    MonitorView view_;
    std::vector<const ObjectColumn*> columns_;
    std::vector<MonitorRow> rows_;
    std::vector<MonitorGroup> groups_;
    std::size_t matching_ = 0, gone_ = 0, own_ = 0;
    bool marks_ = false;
    mutable std::vector<QIcon> icons_;  // by kind
};

}  // namespace ipcscope

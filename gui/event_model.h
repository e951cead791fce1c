// The event table's model: reads the store, keeps nothing per row but a bit.
#pragma once

#include "event_index.h"
#include "runtime/recording.h"

#include <QAbstractTableModel>

#include <memory>

namespace ipcscope {

class EventModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Seq,
        Time,
        Worker,
        Operation,
        Object,
        Arguments,
        OutcomeText,
        Duration,
        FlowColumn,
        ColumnCount
    };
    enum Role { SeqRole = Qt::UserRole, FailedRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setRun(std::shared_ptr<const Recording> run);
    // Takes in what has arrived since; bounded, so that the window stays quick. Returns whether more is left.
    bool refresh();

    quint64 seqOf(int row) const;
    int rowOf(quint64 seq) const;  // an enter leads to its leave; -1 = no row

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(quint64 seq, int column) const;
    std::shared_ptr<const Recording> run_;
    std::shared_ptr<const RunState> state_;
    EventIndex index_;
    int closed_ = 0;             // rows of what has come back
    std::vector<quint64> open_;  // rows behind them: the calls that run now
};

}  // namespace ipcscope

// The event table's model: reads the store, keeps nothing per row. Rows are those of a RowScan, and behind
// them the calls that run now.
#pragma once

#include "event_columns.h"
#include "row_scan.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>

namespace ipcscope {

class EventModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using Column = EventColumn::Kind;
    static constexpr auto Seq = EventColumn::Seq;
    static constexpr auto Time = EventColumn::Time;
    static constexpr auto Worker = EventColumn::Worker;
    static constexpr auto Operation = EventColumn::Operation;
    static constexpr auto Object = EventColumn::Object;
    static constexpr auto Arguments = EventColumn::Arguments;
    static constexpr auto OutcomeText = EventColumn::OutcomeText;
    static constexpr auto Duration = EventColumn::Duration;
    static constexpr auto FlowColumn = EventColumn::FlowColumn;
    enum Role { SeqRole = Qt::UserRole, FailedRole, DimmedRole };

    explicit EventModel(QObject* parent = nullptr);
    void setSource(std::shared_ptr<const Recording> recording, std::shared_ptr<const RowScan> rows);
    const std::shared_ptr<const Recording>& recording() const { return recording_; }
    const std::shared_ptr<const RowScan>& rows() const { return rows_; }
    void refresh();  // takes in what the scan has found since

    // Which events are drawn pale; empty = none.
    void setDimmed(std::function<bool(quint64)> dimmed);
    TimeMode timeMode() const { return timeMode_; }
    void setTimeMode(TimeMode mode);
    // Behind the fixed ones.
    void setMoreColumns(const std::vector<EventColumn>& columns);
    const std::vector<EventColumn>& columns() const { return columns_; }

    quint64 seqOf(int row) const;
    int rowOf(quint64 seq) const;  // an enter leads to its leave; -1 = no row
    // The row of the event, or of the nearest one after it that has a row; -1 = there are no rows.
    int nearestRow(quint64 seq) const;
    QString text(int row, int column) const;
    QString filterOf(const QModelIndex& index) const;  // see columnFilter

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const EventColumn& column(int section) const { return columns_[static_cast<std::size_t>(section)]; }
    std::shared_ptr<const Recording> recording_;
    std::shared_ptr<const RowScan> rows_;
    std::shared_ptr<const RunState> state_;
    std::vector<EventColumn> columns_;
    std::function<bool(quint64)> dimmed_;
    TimeMode timeMode_ = TimeMode::sinceStart;
    int closed_ = 0;             // rows of what has come back
    std::vector<quint64> open_;  // rows behind them: the calls that run now
};

}  // namespace ipcscope

// Statistics as a table: a row for every operation, object or worker.
#pragma once

#include "histogram/histogram.h"
#include "runtime/statistics.h"

#include <QAbstractTableModel>

#include <memory>

namespace ipcscope {

class StatisticsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        Calls,
        Spread,
        Median,
        P99,
        Maximum,
        Failed,
        Bytes,
        Blocked,
        Rate,
        Minimum,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, BarsRole };  // BarsRole: HistogramBars

    using QAbstractTableModel::QAbstractTableModel;
    // `seconds`: what the rates are of. nullptr = nothing.
    void set(std::shared_ptr<const Recording> recording, std::shared_ptr<const Statistics> statistics,
             StatisticsBy by, double seconds);
    // The same statistics with more in them.
    void refresh(double seconds);
    StatisticsBy by() const { return by_; }

    const Figures& figures(int row) const { return *rows_[static_cast<std::size_t>(row)].figures; }
    QString name(int row) const { return rows_[static_cast<std::size_t>(row)].name; }
    QString filterOf(int row) const;  // "" = it cannot be said
    QString sentence(int row) const;  // the row in words
    HistogramBars bars(int row, std::size_t most) const;
    QString csv() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::uint32_t id = 0;
        QString name;
        const Figures* figures = nullptr;
    };
    std::vector<Row> makeRows() const;
    QString text(int row, int column) const;
    QVariant number(int row, int column) const;
    std::shared_ptr<const Recording> recording_;
    std::shared_ptr<const Statistics> statistics_;
    StatisticsBy by_ = StatisticsBy::operation;
    double seconds_ = 0;
    std::vector<Row> rows_;
};

}  // namespace ipcscope

Q_DECLARE_METATYPE(ipcscope::HistogramBars)

// Figures of two recordings beside each other, with how many times the second is the first.
#pragma once

#include "compare/side_by_side.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QTableView;

namespace ipcscope {

class CompareStatisticsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Figure { Count, Bytes, Minimum, Median, P99, Maximum, Blocked, FigureCount };
    enum Role { SortRole = Qt::UserRole };
    // The name, then of every figure: first, second, ratio.
    static constexpr int columns = 1 + 3 * FigureCount;

    using QAbstractTableModel::QAbstractTableModel;
    void set(std::shared_ptr<const SideBySide> both, StatisticsBy by);  // nullptr = nothing

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    // Nothing: there is no such figure.
    std::optional<qint64> value(const FiguresPair& row, int figure, bool second) const;
    std::shared_ptr<const SideBySide> both_;
    std::vector<FiguresPair> rows_;
};

class CompareStatistics : public QWidget {
    Q_OBJECT
public:
    explicit CompareStatistics(QWidget* parent = nullptr);
    void set(std::shared_ptr<const SideBySide> both);
    QTableView* table() { return table_; }
    QComboBox* byBox() { return by_; }

private:
    void show();
    CompareStatisticsModel* model_;
    QTableView* table_;
    QComboBox* by_;
    QLabel* words_;
    std::shared_ptr<const SideBySide> both_;
};

}  // namespace ipcscope

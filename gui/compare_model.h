// The differences of two recordings, or of many runs with one, as a table. Words are made when they are
// asked for.
#pragma once

#include "compare/tally.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <unordered_map>
#include <vector>

namespace ipcscope {

QString likenessText(Likeness likeness);  // "not reached"

class CompareModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Line, Worker, Call, Expected, Got, Why, Often, ColumnCount };
    enum Role { SortRole = Qt::UserRole, LikenessRole, WorkerRole };

    using QAbstractTableModel::QAbstractTableModel;
    // Those of one run. The recordings are kept.
    void set(std::shared_ptr<const Recording> a, std::shared_ptr<const Recording> b,
             std::shared_ptr<const Comparison> comparison, const std::map<int, QString>& leftOut);
    // Those of all runs together; each leads to the run that it was first seen in.
    void set(const Tally& tally);
    void clear();

    const ComparedStep& step(int row) const { return rows_[static_cast<std::size_t>(row)].step; }
    int run(int row) const { return rows_[static_cast<std::size_t>(row)].run; }  // from 1; 0 = the only one
    DifferenceWords words(int row) const;
    QString worker(int row) const { return rows_[static_cast<std::size_t>(row)].worker; }
    QString sentence(int row) const;            // in words, of several lines
    quint64 beyond() const { return beyond_; }  // differences that have no row

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        ComparedStep step;
        Likeness likeness = Likeness::same;
        QString worker;
        int run = 0, runs = 0;
        quint64 times = 0;
        DifferenceWords words;  // of a tally
        bool worded = false;
    };
    QString text(const Row& row, int place, int column) const;
    std::shared_ptr<const Recording> a_, b_;
    std::vector<Row> rows_;
    std::map<int, QString> leftOut_;  // why, by line
    int runs_ = 1;
    quint64 beyond_ = 0;
    mutable std::unordered_map<int, DifferenceWords> known_;  // by row
};

// Which of them are seen: by what they are, by worker, by a text in any column.
class CompareFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CompareFilter(QObject* parent = nullptr);
    void setShown(Likeness likeness, bool shown);
    bool shows(Likeness likeness) const { return (hidden_ & (1u << static_cast<unsigned>(likeness))) == 0; }
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    unsigned hidden_ = 0;
    QString text_;
};

}  // namespace ipcscope

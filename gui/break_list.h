// The breakpoints of the window: filters that pause a worker before an operation. They outlive runs; those
// that stand at a line of the program move with it and end with it, the others are kept in the settings.
#pragma once

#include "run_controller.h"

#include <QAbstractTableModel>

#include <vector>

namespace ipcscope {

class ProgramDocument;

class BreakList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Filter, Holds, Hits, columns };

    BreakList(RunController& controller, ProgramDocument& document, QObject* parent = nullptr);

    // "" = it was added; else what is wrong with the text.
    QString add(const QString& filter, bool everybody = false);
    void remove(int row);
    void toggleLine(int line);  // of the program: sets one there (or at the next operation), or removes it
    // Lines with a breakpoint; the value says whether it is enabled.
    std::map<int, bool> lines() const;
    bool everybody(int row) const { return rows_[static_cast<std::size_t>(row)].everybody; }
    QString filterOf(quint32 id) const;  // "" = it is gone

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void changed();                    // which there are, or how one is set
    void refused(const QString& why);  // an edit that was not taken

private:
    struct Row {
        quint32 id = 0;
        QString filter;
        int line = 0;  // of the program; 0 = none
        bool enabled = true, everybody = false;
        BreakTest test;
        quint64 hits = 0;
    };
    static QString lineFilter(int line);
    QString parse(const QString& filter, BreakTest& test) const;
    void apply();
    void refreshHits();
    void load();

    RunController& controller_;
    ProgramDocument& document_;
    std::vector<Row> rows_;
    quint32 next_ = 1;
    int blocks_ = 1;  // lines of the program, as they were
};

}  // namespace ipcscope

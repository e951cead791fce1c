// Statistics of the run, of what the filter lets through, or of the time between the cursors: a table with a
// histogram in every row, and a large one of the chosen row. Counts on threads of its own, and only while it
// is seen.
#pragma once

#include "runtime/match_set.h"
#include "runtime/statistics.h"
#include "statistics_model.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QSortFilterProxyModel;
class QSplitter;
class QTableView;
class QToolButton;

namespace ipcscope {

class HistogramView;
class Session;

class StatisticsPanel : public QWidget {
    Q_OBJECT
public:
    enum Scope { filtered, everything, between };

    explicit StatisticsPanel(Session& session, QWidget* parent = nullptr);
    ~StatisticsPanel() override;
    StatisticsModel* model() { return model_; }
    QTableView* table() { return table_; }
    QComboBox* byBox() { return by_; }
    QComboBox* scopeBox() { return scope_; }
    HistogramView* histogram() { return histogram_; }
    bool busy() const { return job_ != nullptr; }
    // Between the two cursors of the timeline, CLOCK_MONOTONIC; nothing = there are not two.
    void setRange(std::optional<std::pair<qint64, qint64>> range);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Job;
    void restart();  // counts anew
    void go();       // counts what is not yet counted
    void done(const std::shared_ptr<Job>& job);
    void show();    // what has been counted
    void choose();  // the row whose histogram is large
    void copy(bool toFile);
    double seconds() const;
    Session& session_;
    StatisticsModel* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QSplitter* splitter_;
    HistogramView* histogram_;
    QLabel* words_;
    QComboBox *by_, *scope_;
    QProgressBar* progress_;
    QToolButton *cancel_, *copy_, *export_;
    QTimer later_, watch_;
    QThreadPool pool_;
    std::shared_ptr<Job> job_;
    std::shared_ptr<Statistics> counted_;
    std::shared_ptr<const Recording> recording_;  // what is counted
    std::shared_ptr<const MatchSet> matches_;
    quint64 seen_ = 0;  // events that are in it
    bool stopped_ = false;
    bool arranged_ = true;  // the columns' widths are ours, until somebody drags one
    std::optional<std::pair<qint64, qint64>> range_;
};

}  // namespace ipcscope

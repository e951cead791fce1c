// The view "System": every IPC object of this machine, who holds it, who waits, what is in it and what is
// wrong. It watches while it is shown, or pinned; the sampling is done by a probe, in a thread of its own.
#pragma once

#include "filter_language.h"
#include "monitor_rows.h"
#include "monitor_watch.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace ipcscope {

class FilterEdit;
class MonitorActions;
class MonitorContents;
class MonitorDetails;
class MonitorFindings;
class MonitorGraphPanel;
class MonitorHistoryPanel;
class MonitorRecordBar;
class MonitorRecorder;
class MonitorTable;
class Session;

// Filters speak of the fields that objects have.
class MonitorLanguage : public FilterLanguage {
public:
    MonitorLanguage();
    ParsedFilter parse(const QString& text) const override;
    Completions complete(const QString& text, int cursor) const override;

private:
    FieldTable fields_;
};

class MonitorPanel : public QWidget {
    Q_OBJECT
public:
    // `sampler`: another source than the probe (see MonitorWatch).
    explicit MonitorPanel(Session& session, QWidget* parent = nullptr, Watch::Sampler sampler = {});
    ~MonitorPanel() override;
    MonitorWatch& watch() { return watch_; }
    MonitorTable* table() { return table_; }
    MonitorDetails* details() { return details_; }
    MonitorContents* contents() { return contents_; }
    MonitorActions* actions() { return actions_; }
    MonitorGraphPanel* graph() { return graph_; }
    MonitorHistoryPanel* history() { return history_; }
    MonitorFindings* findings() { return findings_; }
    FilterEdit* filter() { return filter_; }
    QComboBox* grouping() { return grouping_; }
    QTabWidget* tabs() { return tabs_; }
    QLabel* outcome() { return outcome_; }
    QLabel* status() { return status_; }
    bool applyFilter(const QString& text);  // false: it has an error, which is shown

Q_SIGNALS:
    void openedInWorker(const QString& mechanism);
    void openWanted(const QString& path);  // a recording that was made

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTop(QWidget* top);
    void refresh();
    void regroup();
    void showOutcome();
    void showStatus();
    void showGaps();
    void showProblem();
    void showCount();
    Session& session_;
    MonitorLanguage language_;
    MonitorWatch watch_;
    std::unique_ptr<RowFilter> rowFilter_;
    QString filterText_;
    FilterEdit* filter_;
    QComboBox* grouping_;
    QLabel *outcome_, *status_, *empty_;
    QToolButton *keep_, *pause_, *record_, *gaps_;
    MonitorRecorder* recorder_;
    MonitorRecordBar* recordBar_;
    MonitorTable* table_;
    QStackedWidget* pages_;
    QTabWidget* tabs_;
    MonitorDetails* details_;
    MonitorContents* contents_;
    MonitorGraphPanel* graph_;
    MonitorHistoryPanel* history_;
    MonitorFindings* findings_;
    MonitorActions* actions_;
    QSplitter* splitter_;
    bool arranged_ = false;  // by the person
};

}  // namespace ipcscope

// The middle of the window: the timeline with its tools; before the first run, an invitation to run.
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolBar;

namespace ipcscope {

class FindHits;
class Session;
class TimelineAdapter;
class TimelineExport;
class TimelineView;

class TimelinePanel : public QWidget {
    Q_OBJECT
public:
    explicit TimelinePanel(Session& session, QWidget* parent = nullptr);
    ~TimelinePanel() override;
    TimelineView* view() { return view_; }
    void setFound(const FindHits& hits);  // what a search finds is marked in the overview
    TimelineExport* exportMenu() { return export_; }
    QPushButton* runButton() { return run_; }
    QPushButton* examplesButton() { return examples_; }

signals:
    void examplesWanted();
    void systemWanted();

private:
    void makeTools(QToolBar* tools);
    QWidget* makeInvitation();
    void adopt();
    void showInvitation();
    void refresh();
    Session& session_;
    TimelineView* view_;
    QStackedWidget* pages_;
    QPushButton* run_;
    QPushButton* examples_;
    QPushButton* system_;
    QLabel* title_;
    QLabel* text_;
    TimelineExport* export_;
    QTimer tick_;
    const FindHits* found_ = nullptr;
    std::unique_ptr<TimelineAdapter> adapter_;
};

}  // namespace ipcscope

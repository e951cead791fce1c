// The view "Graph": processes and objects of the run, and what flows between them.
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;
class QToolBar;

namespace ipcscope {

class GraphBuilder;
class GraphView;
class Session;
class TimelineView;

class GraphPanel : public QWidget {
    Q_OBJECT
public:
    // `timeline`: whose visible part rates can be taken of.
    GraphPanel(Session& session, const TimelineView* timeline, QWidget* parent = nullptr);
    ~GraphPanel() override;
    GraphView* view() { return view_; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeTools(QToolBar* tools);
    void adopt();
    void refresh();
    void follow(quint64 key);
    void showSelection();
    void save();
    Session& session_;
    const TimelineView* timeline_;
    std::unique_ptr<GraphBuilder> builder_;
    GraphView* view_;
    QStackedWidget* pages_;
    QComboBox* rates_;
    QAction *hideEnded_, *unused_;
    std::optional<bool> unusedWanted_;  // as the person has chosen
    QLabel* left_;
    QTimer tick_;  // rates fade though nothing happens
    bool following_ = false;
};

}  // namespace ipcscope

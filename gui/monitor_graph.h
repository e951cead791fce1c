// Who holds what, in which direction, and who waits: the selected object or process and what is around it, or
// the whole machine while that is small enough to be a picture.
#pragma once

#include "graph/graph_scene.h"
#include "monitor/rows.h"
#include "monitor_watch.h"

#include <QWidget>

#include <unordered_map>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace ipcscope {

class GraphView;

class MonitorGraphPanel : public QWidget {
    Q_OBJECT
public:
    explicit MonitorGraphPanel(MonitorWatch& watch, QWidget* parent = nullptr);
    GraphView* view() { return view_; }
    QComboBox* scope() { return scope_; }
    // What the whole machine is reduced to; nullptr = nothing is filtered. Must live until the next one.
    void setFilter(const RowFilter* filter);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void follow(quint64 key);
    MonitorWatch& watch_;
    GraphView* view_;
    QStackedWidget* pages_;
    QLabel *empty_, *left_;
    QComboBox* scope_;
    std::unordered_map<quint64, std::string> objects_;  // by the key of the node
    std::unordered_map<quint64, ProcessKey> processes_;
    QString centre_;
    const RowFilter* filter_ = nullptr;
};

struct MonitorScene {
    GraphScene scene;
    // What the nodes stand for: first those of processes, then those of objects.
    std::vector<ProcessIndex> processes;
    std::vector<ObjectIndex> objects;
    std::size_t leftOut = 0;  // objects, with those who have them
};
inline constexpr std::size_t mostGraphNodes = 160;

// Around one object (with it chosen, the process does not count) or one process; with neither, all that joins
// somebody with somebody, or all that the filter finds.
MonitorScene neighbourhood(const Snapshot& snapshot, std::optional<ObjectIndex> object,
                           std::optional<ProcessIndex> process, const RowFilter* filter = nullptr);

}  // namespace ipcscope

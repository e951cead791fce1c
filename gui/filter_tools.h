// What the window offers for choosing among events: the filter's bar, the find bar, the statistics' dock, and
// their menu.
#pragma once

#include <QObject>

class QMainWindow;
class QMenu;

namespace ipcscope {

class EventTable;
class FilterBar;
class FindBar;
class Session;
class StatisticsPanel;
class TimelineView;
class WorkersPanel;

class FilterTools : public QObject {
    Q_OBJECT
public:
    FilterTools(QMainWindow& window, Session& session, EventTable& table, TimelineView& timeline);
    FilterBar* filterBar() { return filter_; }
    FindBar* findBar() { return find_; }
    StatisticsPanel* statistics() { return statistics_; }
    void fillMenu(QMenu* menu);
    void offerFor(WorkersPanel& workers);  // in its rows' menu

private:
    void offer(QMenu* menu, const QStringList& tests);  // what the filter may say
    void fillEventMenu(QMenu* menu, quint64 seq);
    void fillLaneMenu(QMenu* menu, quint64 lane);
    QMainWindow& window_;
    Session& session_;
    EventTable& table_;
    FilterBar* filter_;
    FindBar* find_;
    StatisticsPanel* statistics_;
};

}  // namespace ipcscope

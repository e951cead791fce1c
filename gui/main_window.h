// The window: docks around the timeline, menus, files. What happens is decided in Session.
#pragma once

#include "session.h"

#include <QMainWindow>
#include <QSet>

#include <functional>
#include <map>

class QAction;
class QActionGroup;
class QLabel;
class QTextBrowser;
class QToolBar;

namespace ipcscope {

class BreakPanel;
class ComparePanel;
class EventTable;
class FilterTools;
class Gallery;
class GraphPanel;
class Inspector;
class MechanismPanel;
class MonitorPanel;
class Navigator;
class PlaybackBar;
class ProgramPanel;
class SequencePanel;
class TimelinePanel;
class ViewMemory;
class ViewTabs;
class WorkersPanel;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Registry& registry, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return session_; }
    TimelinePanel* timeline() { return timeline_; }
    ViewTabs* views() { return tabs_; }
    SequencePanel* sequence() { return sequence_; }
    EventTable* events() { return events_; }
    FilterTools* filterTools() { return filterTools_; }
    WorkersPanel* workers() { return workers_; }
    ProgramPanel* program() { return program_; }
    BreakPanel* breakpoints() { return breaks_; }
    GraphPanel* graph() { return graph_; }
    MonitorPanel* monitor() { return monitor_; }
    ComparePanel* comparison();  // made when it is first wanted
    PlaybackBar* playback() { return playback_; }
    // Opens and raises the mechanism's dock; nullptr = there is no such mechanism.
    MechanismPanel* openMechanism(const QString& id);
    void openReference(const MechanismSpec& mechanism);
    // Says in a box why it cannot. `remembered`: it is one of the recent files from now on.
    bool openFile(const QString& path, bool remembered = true);
    bool openHere(const QString& path, bool remembered = true);  // asks first when that would lose changes
    bool openOther(const QString& path);  // here when nothing stands here yet, else in a window of its own
    // Of Windows; without them there is this one window only. "" = a window with nothing in it.
    std::function<bool(const QString& path)> openApart;
    std::function<void()> quitAll;
    bool isFree();    // another file may take the place of what is shown
    bool mayClose();  // asks when changes would be lost
    // "" = the first one. False: there is none of that name, or the person wants to keep what is open.
    bool openExample(const QString& name = {});
    void saveAsExample();
    void openGallery();
    void showText(const QString& text, const QString& title);
    void saveLayout();
    void restoreLayout();
    void resetLayout();
    void addBar(QWidget* bar);  // a notice above the timeline
    // Closes without a question, as a signal from outside asks for.
    void closeNow();

protected:
    void closeEvent(QCloseEvent* event) override;
    void childEvent(QChildEvent* event) override;

private:
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* contents,
                         Qt::DockWidgetArea area);
    void makeDocks();
    QSet<QString> usedMechanisms();
    void addStuckDock();   // main_window_layout.cpp
    void addMonitor();     // the same
    void addComparison();  // compare_view.cpp
    void changeView();     // the same
    void makeMechanismDocks();
    void makeActions();
    void makeFileMenu();
    void makeEditMenu();
    void makeRunMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void fillExamples(QMenu* menu);
    void showExample(const QString& title, const QString& text);
    void updateActions();
    void updateTitle();
    void updateStatus();
    bool mayDiscard(const QString& question);
    bool save();
    bool saveAs();
    void open();
    void makeFiles();
    bool openOwnExample(const QString& name);
    void makeRecent(QMenu* menu);
    QString folder();
    void makeLayouts();
    bool saveTo(const QString& path);
    void fillDock(const QString& id);

    Session session_;
    ViewTabs* tabs_;  // see its header for how to add a view
    TimelinePanel* timeline_;
    SequencePanel* sequence_;
    EventTable* events_;
    FilterTools* filterTools_;
    Inspector* inspector_;
    WorkersPanel* workers_;
    ProgramPanel* program_;
    BreakPanel* breaks_;
    GraphPanel* graph_;
    MonitorPanel* monitor_ = nullptr;
    ComparePanel* comparison_ = nullptr;
    QWidget* comparePage_ = nullptr;
    QAction *again_ = nullptr, *compare_ = nullptr;
    PlaybackBar* playback_ = nullptr;
    Navigator* navigator_;
    QTextBrowser* reference_;
    Gallery* gallery_ = nullptr;                      // made when first wanted
    std::map<QString, QDockWidget*> docks_;           // by name
    std::map<QString, QDockWidget*> mechanismDocks_;  // by mechanism id; filled when first shown
    QToolBar* tools_ = nullptr;
    QAction *new_, *open_, *save_, *saveAs_, *run_, *stop_, *end_;
    QMenu* view_;
    QLabel *phaseLabel_, *countLabel_;
    QWidget* bars_;
    ViewMemory* memory_ = nullptr;
    bool closing_ = false;
    bool onSystem_ = false;              // the view of the whole machine is shown
    QByteArray runDocks_, systemDocks_;  // what stands around the other views, and around that one
};

}  // namespace ipcscope

// Where the docks are: at first, and as the person left them.
#include "layout_menu.h"
#include "main_window.h"
#include "monitor_panel.h"
#include "playback_bar.h"
#include "stuck_bar.h"
#include "stuck_panel.h"
#include "view_tabs.h"

#include <QDockWidget>
#include <QScopeGuard>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>

#include <algorithm>

namespace ipcscope {

namespace {
constexpr int layoutVersion = 5;  // grows when docks change so that an old arrangement no longer fits
}

// Of the program that is open: what creates objects there is worth a tab beside it.
QSet<QString> MainWindow::usedMechanisms() {
    QSet<QString> used;
    for (const auto& statement : session_.document().parsed().program.statements) {
        const auto* ref = session_.registry().operation(statement.operation);
        if (ref && ref->operation->side == Side::create && !ref->operation->forks)
            used.insert(QString::fromUtf8(ref->mechanism->id));
    }
    return used;
}

void MainWindow::addStuckDock() {
    auto* dock = addDock(QStringLiteral("dock.stuck"), tr("Why is it stuck?"), new StuckPanel(session_),
                         Qt::BottomDockWidgetArea);
    auto* bar = new StuckBar(session_);
    addBar(bar);
    connect(bar, &StuckBar::whyWanted, dock, [dock] {
        dock->show();
        dock->raise();
        dock->widget()->setFocus();
    });
}

void MainWindow::addMonitor() {
    monitor_ = new MonitorPanel(session_);
    tabs_->addView(QStringLiteral("system"), tr("System"), monitor_);
    connect(tabs_, &ViewTabs::viewChanged, this, &MainWindow::changeView);
    connect(monitor_, &MonitorPanel::openWanted, this, [this](const QString& path) {
        const bool here = !openApart || isFree();
        if (openOther(path) && here) tabs_->showView(QStringLiteral("timeline"));
    });
    connect(monitor_, &MonitorPanel::openedInWorker, this, [this](const QString& mechanism) {
        tabs_->showView(QStringLiteral("timeline"));
        openMechanism(mechanism);
    });
}

// The docks are about the run. The machine as a whole, and two runs, need their room; whoever opens one
// beside it finds it there again.
void MainWindow::changeView() {
    const bool system = tabs_->currentWidget() == monitor_ || tabs_->currentWidget() == comparePage_;
    if (system == onSystem_ || docks_.empty()) return;
    onSystem_ = system;
    playback_->setVisible(!system);
    (system ? runDocks_ : systemDocks_) = saveState(layoutVersion);
    const auto& wanted = system ? systemDocks_ : runDocks_;
    if (!wanted.isEmpty()) {
        restoreState(wanted, layoutVersion);
        return;
    }
    for (const auto& [name, each] : docks_)
        if (!each->isFloating()) each->hide();
    if (auto* filter = findChild<QToolBar*>(QStringLiteral("filterTools"))) filter->hide();
}

void MainWindow::resetLayout() {
    const auto view = tabs_->currentView();
    if (onSystem_) tabs_->setCurrentIndex(0);
    runDocks_.clear();
    systemDocks_.clear();
    const QScopeGuard back([this, view] { tabs_->showView(view); });
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    const auto dock = [this](const char* name) { return docks_.at(QString::fromLatin1(name)); };
    auto *navigator = dock("dock.navigator"), *workers = dock("dock.workers"),
         *program = dock("dock.program"), *events = dock("dock.events"), *inspector = dock("dock.inspector"),
         *reference = dock("dock.reference");
    for (const auto& [name, each] : docks_) {
        each->setFloating(false);
        removeDockWidget(each);
    }
    addDockWidget(Qt::LeftDockWidgetArea, navigator);
    splitDockWidget(navigator, workers, Qt::Vertical);
    addDockWidget(Qt::RightDockWidgetArea, program);
    addDockWidget(Qt::BottomDockWidgetArea, events);
    splitDockWidget(events, inspector, Qt::Horizontal);
    for (auto* each : {navigator, workers, program, events, inspector})
        each->show();
    const auto used = usedMechanisms();
    for (const auto& [id, each] : mechanismDocks_) {
        addDockWidget(Qt::RightDockWidgetArea, each);
        tabifyDockWidget(program, each);
        each->setVisible(used.contains(id));
    }
    for (auto* each : {dock("dock.code"), reference}) {
        addDockWidget(Qt::RightDockWidgetArea, each);
        tabifyDockWidget(program, each);
        each->hide();
    }
    for (const char* name : {"dock.statistics", "dock.stuck"}) {
        tabifyDockWidget(events, dock(name));
        dock(name)->hide();
    }
    auto* breaks = dock("dock.breaks");
    addDockWidget(Qt::BottomDockWidgetArea, breaks);
    tabifyDockWidget(inspector, breaks);
    breaks->hide();
    program->raise();
    const int w = width(), h = height();
    const int left = std::clamp(w * 19 / 100, 220, 330), right = std::clamp(w * 31 / 100, 380, 640);
    const int bottom = std::clamp(h * 32 / 100, 220, 480);
    resizeDocks({navigator, program}, {left, right}, Qt::Horizontal);
    resizeDocks({events}, {bottom}, Qt::Vertical);
    resizeDocks({navigator, workers}, {h - bottom - 250, 180}, Qt::Vertical);
    const int details = std::clamp((w - right) * 33 / 100, 270, 620);
    resizeDocks({events, inspector}, {w - right - details, details}, Qt::Horizontal);
}

void MainWindow::makeLayouts() {
    LayoutMenu::Window window;
    window.state = [this] { return onSystem_ ? runDocks_ : saveState(layoutVersion); };
    window.restore = [this](const QByteArray& state) {
        if (onSystem_) tabs_->setCurrentIndex(0);
        return restoreState(state, layoutVersion);
    };
    window.reset = [this] { resetLayout(); };
    window.told = [this](const QString& words) { statusBar()->showMessage(words, 10'000); };
    view_->addMenu(new LayoutMenu(std::move(window), this));
}

void MainWindow::saveLayout() {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    // As it is around the views of the run.
    settings.setValue(QStringLiteral("window/state"), onSystem_ ? runDocks_ : saveState(layoutVersion));
    QVariantMap floating;
    for (const auto& [name, dock] : docks_)
        if (dock->isFloating()) floating[name] = dock->pos();
    settings.setValue(QStringLiteral("window/floating"), floating);
    settings.setValue(QStringLiteral("window/view"), tabs_->currentView());
}

void MainWindow::restoreLayout() {
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        const QSize room = screen()->availableSize();
        resize(QSize(1600, 1000).boundedTo(room * 0.9));
        if (room.width() <= 1400 || room.height() <= 900) setWindowState(Qt::WindowMaximized);
    }
    resetLayout();  // also gives every dock a place that the saved state does not know
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray(), layoutVersion);
    tabs_->showView(settings.value(QStringLiteral("window/view")).toString());
    // What floats is placed and stacked by the window that it belongs to: once more when that is shown.
    QTimer::singleShot(0, this, [this, places = settings.value(QStringLiteral("window/floating")).toMap()] {
        for (const auto& [name, dock] : docks_) {
            if (!dock->isFloating() || !dock->isVisible()) continue;
            if (places.contains(name)) dock->move(places.value(name).toPoint());
            dock->raise();
        }
    });
}

}  // namespace ipcscope

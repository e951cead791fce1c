// Menus, tool bar and shortcuts of the window.
#include "break_panel.h"
#include "event_export.h"
#include "filter_bar.h"
#include "filter_tools.h"
#include "icons.h"
#include "import_recording.h"
#include "main_window.h"
#include "mechanisms/driver.h"
#include "playback_bar.h"
#include "program_actions.h"
#include "program_panel.h"
#include "sequence_panel.h"
#include "theme.h"
#include "timeline_export.h"
#include "timeline_panel.h"
#include "tool_keys.h"
#include "view_tabs.h"
#include "words.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

namespace ipcscope {

namespace {

QAction* make(QMenu* menu, const char* icon, const QString& text, const QKeySequence& key,
              const QString& tip = {}) {
    auto* action = menu->addAction(text);
    if (icon[0]) action->setIcon(actionIcon(QString::fromLatin1(icon)));
    action->setShortcut(key);
    QString plain = text;
    plain.remove(QLatin1Char('&')).remove(QChar(0x2026));
    const QString what = tip.isEmpty() ? plain : tip;
    action->setToolTip(
        key.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, key.toString(QKeySequence::NativeText)));
    action->setStatusTip(what);
    return action;
}

}  // namespace

void MainWindow::makeActions() {
    makeFileMenu();
    makeEditMenu();
    makeRunMenu();
    playback_->fillMenu(menuBar()->addMenu(tr("Play&back")));
    filterTools_->fillMenu(menuBar()->addMenu(tr("F&ind")));
    makeViewMenu();
    makeHelpMenu();
    openCombosByKey(this);
    tools_ = addToolBar(tr("Tools"));
    tools_->setObjectName(QStringLiteral("tools"));
    tools_->setIconSize({20, 20});
    tools_->addActions({new_, open_, save_});
    tools_->addSeparator();
    tools_->addActions({run_, stop_, end_});
    tools_->addSeparator();
    tools_->addActions(breaks_->runActions().mid(0, 3));
    for (auto* action : {run_, stop_, end_})
        if (auto* button = qobject_cast<QToolButton*>(tools_->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* filter = addToolBar(tr("Filter"));
    filter->setObjectName(QStringLiteral("filterTools"));
    filter->setMovable(false);
    filter->addWidget(filterTools_->filterBar());
    view_->addSeparator();
    view_->addAction(tools_->toggleViewAction());
    view_->addAction(filter->toggleViewAction());
}

void MainWindow::makeFileMenu() {
    auto* menu = menuBar()->addMenu(tr("&File"));
    new_ = make(menu, "new", tr("&New"), QKeySequence::New, tr("New program"));
    connect(new_, &QAction::triggered, this, [this] {
        if (mayDiscard(tr("A new program is about to be started."))) showText({}, {});
    });
    auto* window = make(menu, "", tr("New &window"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                        tr("A window of its own for another session"));
    connect(window, &QAction::triggered, this, [this] {
        if (openApart) openApart({});
    });
    open_ = make(menu, "open", tr("&Open…"), QKeySequence::Open, tr("Open a program"));
    connect(open_, &QAction::triggered, this, &MainWindow::open);
    auto* import =
        make(menu, "", tr("&Import…"), {}, tr("Make a session of what strace or another program recorded"));
    connect(import, &QAction::triggered, this, [this] {
        if (const auto path = importRecording(this, session_.registry()); !path.isEmpty()) openOther(path);
    });
    makeRecent(menu->addMenu(tr("Open &recent")));
    auto* gallery =
        make(menu, "", tr("&Examples…"), QKeySequence(Qt::CTRL | Qt::Key_E), tr("Browse the examples"));
    connect(gallery, &QAction::triggered, this, &MainWindow::openGallery);
    fillExamples(menu->addMenu(tr("Sessions of &mechanisms")));
    menu->addSeparator();
    save_ = make(menu, "save", tr("&Save"), QKeySequence::Save, tr("Save the program"));
    connect(save_, &QAction::triggered, this, &MainWindow::save);
    saveAs_ = make(menu, "", tr("Save &as…"), QKeySequence::SaveAs);
    connect(saveAs_, &QAction::triggered, this, &MainWindow::saveAs);
    auto* example =
        make(menu, "", tr("Save as exam&ple…"), {}, tr("Keep the program among your own examples"));
    connect(example, &QAction::triggered, this, &MainWindow::saveAsExample);
    menu->addMenu(new EventExport(session_, this));
    menu->addMenu(timeline_->exportMenu());
    menu->addMenu(sequence_->exportMenu());
    menu->addSeparator();
    auto* closes = make(menu, "", tr("&Close window"), QKeySequence::Close);
    connect(closes, &QAction::triggered, this, &MainWindow::close);
    auto* quit = make(menu, "", tr("&Quit"), QKeySequence::Quit, tr("Close all windows"));
    connect(quit, &QAction::triggered, this, [this] { quitAll ? quitAll() : static_cast<void>(close()); });
}

void MainWindow::makeEditMenu() {
    program_->actions()->fillEditMenu(menuBar()->addMenu(tr("&Edit")));
}

void MainWindow::fillExamples(QMenu* menu) {
    const auto add = [this](QMenu* where, QString name, const QString& text) {
        name.replace(QLatin1Char('_'), QLatin1Char(' '));
        connect(where->addAction(name), &QAction::triggered, this, [this, name, text] {
            if (mayDiscard(tr("An example is about to be opened."))) showExample(name, text);
        });
    };
    for (const auto* mechanism : session_.registry().mechanisms()) {
        const auto sessions = sessions_of(mechanism->id);
        if (sessions.empty()) continue;
        auto* sub = menu->addMenu(mechanismIcon(mechanism->id), schemaText(mechanism->title));
        for (const auto& [name, text] : sessions)
            add(sub, fromUtf8(name), fromUtf8(text));
    }
}

void MainWindow::makeRunMenu() {
    auto* menu = menuBar()->addMenu(tr("&Run"));
    run_ = make(menu, "", tr("&Run"), QKeySequence(Qt::Key_F5),
                tr("Run the program from its beginning, on fresh workers and objects"));
    run_->setIcon(actionIcon(QStringLiteral("run"), QColor(0x2e9e4f)));
    connect(run_, &QAction::triggered, &session_, &Session::runProgram);
    stop_ = make(menu, "stop", tr("&Stop"), QKeySequence(Qt::SHIFT | Qt::Key_F5),
                 tr("Stop the program; its workers stay for clicks"));
    connect(stop_, &QAction::triggered, &session_.controller(), &RunController::stopProgram);
    end_ = make(menu, "end", tr("&End run"), QKeySequence(Qt::CTRL | Qt::Key_F5),
                tr("End all workers and remove every object; the events stay"));
    connect(end_, &QAction::triggered, &session_.controller(), &RunController::endRun);
    menu->addSeparator();
    menu->addActions({again_, compare_});
    menu->addSeparator();
    menu->addActions(breaks_->runActions());
    menu->addSeparator();
    menu->addActions(program_->actions()->lineActions());
    menu->addSeparator();
    menu->addActions(program_->actions()->programActions());
    auto* record = menu->addAction(tr("Write &outcomes of clicks into the program"));
    record->setCheckable(true);
    record->setStatusTip(tr("Each click's outcome becomes what the program expects when it is run again"));
    record->setChecked(QSettings().value(QStringLiteral("program/recordOutcomes"), false).toBool());
    session_.setRecordsOutcomes(record->isChecked());
    connect(record, &QAction::toggled, this, [this](bool on) {
        session_.setRecordsOutcomes(on);
        QSettings().setValue(QStringLiteral("program/recordOutcomes"), on);
    });
}

void MainWindow::makeViewMenu() {
    view_ = menuBar()->addMenu(tr("&View"));
    view_->addActions(tabs_->viewActions());
    view_->addSeparator();
    int digit = Qt::Key_1;
    for (const char* name :
         {"dock.navigator", "dock.workers", "dock.program", "dock.events", "dock.inspector", "dock.reference",
          "dock.code", "dock.statistics", "dock.breaks", "dock.stuck"}) {
        auto* dock = docks_.at(QString::fromLatin1(name));
        auto* action = dock->toggleViewAction();
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(digit)));
        digit = digit == Qt::Key_9 ? Qt::Key_0 : digit + 1;
        connect(action, &QAction::triggered, dock, [dock](bool on) {
            if (on) dock->raise();
        });
        view_->addAction(action);
    }
    auto* mechanisms = view_->addMenu(tr("&Mechanisms"));
    for (const auto* mechanism : session_.registry().mechanisms()) {
        auto* dock = mechanismDocks_.at(QString::fromUtf8(mechanism->id));
        auto* action = dock->toggleViewAction();
        action->setIcon(mechanismIcon(mechanism->id));
        connect(action, &QAction::triggered, dock, [dock](bool on) {
            if (on) dock->raise();
        });
        mechanisms->addAction(action);
    }
    view_->addSeparator();
    auto* themes = view_->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    const auto current = themeOf(QSettings().value(QStringLiteral("window/theme")).toString());
    const auto add = [&](const QString& text, Theme theme) {
        auto* action = themes->addAction(text);
        action->setCheckable(true);
        action->setChecked(theme == current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [theme] {
            QSettings().setValue(QStringLiteral("window/theme"), themeName(theme));
            applyTheme(theme);
        });
    };
    add(tr("As the &system"), Theme::system);
    add(tr("&Light"), Theme::light);
    add(tr("&Dark"), Theme::dark);
    auto* full = make(view_, "", tr("&Full screen"), QKeySequence(Qt::Key_F11));
    full->setCheckable(true);
    connect(full, &QAction::triggered, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    makeLayouts();
}

void MainWindow::makeHelpMenu() {
    auto* menu = menuBar()->addMenu(tr("&Help"));
    auto* reference = menu->addMenu(actionIcon(QStringLiteral("help")), tr("&Reference"));
    for (const auto* mechanism : session_.registry().mechanisms()) {
        auto* action = reference->addAction(mechanismIcon(mechanism->id), schemaText(mechanism->title));
        connect(action, &QAction::triggered, this, [this, mechanism] { openReference(*mechanism); });
    }
    menu->addSeparator();
    auto* about = make(menu, "", tr("&About IPC Scope"), {});
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] {
        QMessageBox::about(
            this, tr("About IPC Scope"),
            QStringLiteral("<h3>IPC Scope %1</h3><p>%2</p><p>%3</p>")
                .arg(QApplication::applicationVersion(),
                     tr("Makes real IPC objects, drives them from real processes, and shows every send, "
                        "receive, wait and signal on one time axis."),
                     tr("Free software under the GNU General Public License, version 3 or later. "
                        "It comes with no warranty.")));
    });
    auto* qt = make(menu, "", tr("About &Qt"), {});
    qt->setMenuRole(QAction::AboutQtRole);
    connect(qt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

}  // namespace ipcscope

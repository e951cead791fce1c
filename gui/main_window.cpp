#include "main_window.h"

#include "break_panel.h"
#include "code_panel.h"
#include "compare_panel.h"
#include "event_table.h"
#include "filter_bar.h"
#include "filter_tools.h"
#include "find_bar.h"
#include "gallery.h"
#include "graph_panel.h"
#include "icons.h"
#include "inspector.h"
#include "mechanism_panel.h"
#include "monitor_panel.h"
#include "navigator.h"
#include "playback_bar.h"
#include "program_editor.h"
#include "program_panel.h"
#include "reference.h"
#include "sequence_panel.h"
#include "statistics_panel.h"
#include "theme.h"
#include "timeline_panel.h"
#include "view_memory.h"
#include "view_tabs.h"
#include "words.h"
#include "workers_panel.h"

#include <QApplication>
#include <QChildEvent>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTabBar>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

namespace ipcscope {

MainWindow::MainWindow(const Registry& registry, QWidget* parent) : QMainWindow(parent), session_(registry) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/ipcscope.svg")));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    session_.mayDiscard = [this] {
        return mayDiscard(tr("To begin with what you clicked, a new program is started."));
    };

    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    bars_ = new QWidget;
    auto* bars = new QVBoxLayout(bars_);
    bars->setContentsMargins(0, 0, 0, 0);
    bars->setSpacing(0);
    timeline_ = new TimelinePanel(session_);
    tabs_ = new ViewTabs;
    tabs_->addView(QStringLiteral("timeline"), tr("Timeline"), timeline_);
    sequence_ = new SequencePanel(session_);
    tabs_->addView(QStringLiteral("sequence"), tr("Sequence"), sequence_);
    graph_ = new GraphPanel(session_, timeline_->view());
    tabs_->addView(QStringLiteral("graph"), tr("Graph"), graph_);
    addMonitor();
    addComparison();
    column->addWidget(bars_);
    column->addWidget(tabs_, 1);
    playback_ = new PlaybackBar(session_.playback(), session_.controller());
    column->addWidget(playback_);
    setCentralWidget(middle);

    makeDocks();
    makeMechanismDocks();
    makeActions();
    phaseLabel_ = new QLabel;
    countLabel_ = new QLabel;
    countLabel_->setContentsMargins(0, 0, 8, 0);
    phaseLabel_->setAccessibleName(tr("State of the run"));
    countLabel_->setAccessibleName(tr("Figures of the run"));
    statusBar()->addWidget(phaseLabel_, 1);
    statusBar()->addPermanentWidget(countLabel_);
    statusBar()->setSizeGripEnabled(false);

    auto& controller = session_.controller();
    connect(&controller, &RunController::phaseChanged, this, [this] {
        updateActions();
        updateStatus();
    });
    connect(&controller, &RunController::frozenChanged, this, [this] {
        updateActions();
        updateStatus();
    });
    connect(&controller, &RunController::eventsArrived, this, &MainWindow::updateStatus);
    connect(&controller, &RunController::stateChanged, this, &MainWindow::updateStatus);
    connect(&controller, &RunController::programEnded, this, &MainWindow::updateStatus);
    connect(&controller, &RunController::failed, this,
            [this](const QString& why) { QMessageBox::warning(this, tr("IPC Scope"), why); });
    connect(&session_, &Session::refused, this,
            [this](const QString& why) { statusBar()->showMessage(why, 10'000); });
    connect(&session_, &Session::told, this,
            [this](const QString& what) { statusBar()->showMessage(what, 10'000); });
    connect(&session_.document(), &ProgramDocument::titleChanged, this, &MainWindow::updateTitle);
    connect(&session_.document(), &ProgramDocument::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&session_.document(), &ProgramDocument::parsedChanged, this, &MainWindow::updateActions);
    connect(navigator_, &Navigator::chosen, this, &MainWindow::openMechanism);
    connect(timeline_, &TimelinePanel::examplesWanted, this, &MainWindow::openGallery);
    const auto showSystem = [this] {
        tabs_->showView(QStringLiteral("system"));
        monitor_->setFocus();
    };
    connect(navigator_, &Navigator::systemWanted, this, showSystem);
    connect(timeline_, &TimelinePanel::systemWanted, this, showSystem);
    makeFiles();
    updateActions();
    updateTitle();
    updateStatus();
    resize(1280, 800);
}

MainWindow::~MainWindow() {
    // An editor that loses the focus looks at its document, which goes before it.
    if (auto* focus = focusWidget()) focus->clearFocus();
    disconnect(tabs_, nullptr, this, nullptr);  // a view that goes is no choice of another one
    delete memory_;                             // it reads the session once more
    delete monitor_;                            // and this one may still be looking
    delete comparison_;                         // the same
}

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, QWidget* contents,
                                 Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    if (contents) dock->setWidget(contents);
    addDockWidget(area, dock);
    docks_[name] = dock;
    return dock;
}

void MainWindow::makeDocks() {
    navigator_ = new Navigator(session_.registry());
    workers_ = new WorkersPanel(session_);
    program_ = new ProgramPanel(session_);
    events_ = new EventTable(session_);
    filterTools_ = new FilterTools(*this, session_, *events_, *timeline_->view());
    filterTools_->offerFor(*workers_);
    addBar(filterTools_->findBar());
    timeline_->setFound(filterTools_->findBar()->hits());
    inspector_ = new Inspector(session_);
    reference_ = new QTextBrowser;
    reference_->setAccessibleName(tr("Reference"));
    reference_->setFrameShape(QFrame::NoFrame);
    reference_->setOpenExternalLinks(true);
    addDock(QStringLiteral("dock.navigator"), tr("Mechanisms"), navigator_, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("dock.workers"), tr("Workers"), workers_, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("dock.program"), tr("Program"), program_, Qt::RightDockWidgetArea);
    addDock(QStringLiteral("dock.events"), tr("Events"), events_, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("dock.statistics"), tr("Statistics"), filterTools_->statistics(),
            Qt::BottomDockWidgetArea);
    addStuckDock();
    addDock(QStringLiteral("dock.inspector"), tr("Inspector"), inspector_, Qt::BottomDockWidgetArea);
    auto* code = new CodePanel(session_);
    addDock(QStringLiteral("dock.code"), tr("Code"), code, Qt::RightDockWidgetArea);
    connect(program_->editor(), &QPlainTextEdit::cursorPositionChanged, code,
            [this, code] { code->followLine(program_->editor()->textCursor().blockNumber() + 1); });
    breaks_ = new BreakPanel(session_, program_->editor());
    addDock(QStringLiteral("dock.breaks"), tr("Breakpoints"), breaks_, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("dock.reference"), tr("Reference"), reference_, Qt::RightDockWidgetArea);
}

void MainWindow::makeMechanismDocks() {
    for (const auto* mechanism : session_.registry().mechanisms()) {
        const QString id = QString::fromUtf8(mechanism->id);
        auto* dock = addDock(QStringLiteral("dock.mechanism.") + id, schemaText(mechanism->title), nullptr,
                             Qt::RightDockWidgetArea);
        dock->hide();
        mechanismDocks_[id] = dock;
        connect(dock, &QDockWidget::visibilityChanged, this, [this, id](bool visible) {
            if (visible) fillDock(id);
        });
    }
}

void MainWindow::fillDock(const QString& id) {
    auto* dock = mechanismDocks_.at(id);
    if (dock->widget()) return;
    const auto* mechanism = session_.registry().mechanism(id.toStdString());
    auto* panel = new MechanismPanel(session_, *mechanism);
    dock->setWidget(panel);
    connect(panel, &MechanismPanel::referenceWanted, this, [this, mechanism] { openReference(*mechanism); });
}

MechanismPanel* MainWindow::openMechanism(const QString& id) {
    const auto found = mechanismDocks_.find(id);
    if (found == mechanismDocks_.end()) return nullptr;
    fillDock(id);
    found->second->show();
    found->second->raise();
    return qobject_cast<MechanismPanel*>(found->second->widget());
}

void MainWindow::openReference(const MechanismSpec& mechanism) {
    showReference(*reference_, mechanism);
    auto* dock = docks_.at(QStringLiteral("dock.reference"));
    dock->show();
    dock->raise();
}

void MainWindow::addBar(QWidget* bar) {
    bars_->layout()->addWidget(bar);
}

// --- files ---

void MainWindow::showText(const QString& text, const QString& title) {
    session_.document().setText(text, title);
}

void MainWindow::showExample(const QString& title, const QString& text) {
    showText(text, tr("Example: %1").arg(title));
}

bool MainWindow::openExample(const QString& name) {
    if (isOwnExample(name)) return openOwnExample(name);
    const auto& all = examples();
    const auto* example = name.isEmpty() && !all.empty() ? &all.front() : find_example(name.toStdString());
    if (!example || !mayDiscard(tr("An example is about to be opened."))) return false;
    showExample(exampleText(example->title), fromUtf8(example->text));
    return true;
}

void MainWindow::openGallery() {
    if (!gallery_) {
        gallery_ = new Gallery(this);
        connect(gallery_, &Gallery::openWanted, this, [this](const QString& name) {
            if (openExample(name)) gallery_->hide();
        });
        connect(gallery_, &Gallery::runWanted, this, [this](const QString& name) {
            if (!openExample(name)) return;
            gallery_->hide();
            session_.runProgram();
        });
    }
    gallery_->refresh();
    gallery_->show();
    gallery_->raise();
    gallery_->activateWindow();
}

bool MainWindow::mayDiscard(const QString& question) {
    if (!session_.document().isModified() || session_.document().isBlank()) return true;
    QMessageBox box(QMessageBox::Question, tr("Save changes?"),
                    question + QLatin1Char('\n') +
                        tr("“%1” has changes that are not saved.").arg(session_.document().title()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("unsavedQuestion"));
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Save) return save();
    return answer == QMessageBox::Discard;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!closing_ && !mayClose()) return event->ignore();
    saveLayout();
    memory_->flush();
    hide();  // the end of the workers may take a moment
    QMainWindow::closeEvent(event);
}

// The bars of tabbed docks come and go: their titles are to be read in full, and scrolled where there are
// many.
void MainWindow::childEvent(QChildEvent* event) {
    QMainWindow::childEvent(event);
    if (event->type() != QEvent::ChildPolished) return;
    if (auto* tabs = qobject_cast<QTabBar*>(event->child())) {
        tabs->setElideMode(Qt::ElideNone);
        tabs->setUsesScrollButtons(true);
    }
}

void MainWindow::closeNow() {
    closing_ = true;
    close();
}

// --- what is shown about the run ---

void MainWindow::updateTitle() {
    setWindowTitle(tr("%1[*] – IPC Scope").arg(session_.document().title()));
    setWindowModified(session_.document().isModified());
}

void MainWindow::updateActions() {
    auto& controller = session_.controller();
    const auto phase = controller.phase();
    const bool runnable = session_.document().parsed().errors.empty() && !session_.document().isBlank();
    run_->setEnabled(runnable && phase != RunController::Phase::starting);
    stop_->setEnabled(phase == RunController::Phase::program && controller.drives());
    end_->setEnabled(controller.drives());
}

void MainWindow::updateStatus() {
    auto& controller = session_.controller();
    const auto& report = controller.report();
    QString text;
    switch (controller.phase()) {
        case RunController::Phase::none: text = tr("Ready"); break;
        case RunController::Phase::starting: text = tr("Starting …"); break;
        case RunController::Phase::program: text = tr("The program is running"); break;
        case RunController::Phase::live:
            if (!report.problem.empty() && !report.cancelled)
                text = tr("The program could not go on: %1").arg(fromUtf8(report.problem));
            else if (report.cancelled)
                text = tr("Stopped; the workers wait for clicks");
            else if (!report.differences.empty())
                text = tr("Done; %n outcome(s) differ from what the program expects", nullptr,
                          static_cast<int>(report.differing));
            else if (report.expectations)
                text = tr("Done; %n outcome(s) as expected. The workers wait for clicks", nullptr,
                          static_cast<int>(report.expectations));
            else
                text = tr("The workers wait for clicks");
            break;
        case RunController::Phase::ended:
            text = controller.shown() ? tr("An opened recording: nothing is running")
                                      : tr("The run has ended; everything it made is removed");
            break;
    }
    if (const auto held = breaks_->heldText(); !held.isEmpty()) text = held;
    if (controller.frozen())
        text = tr("Playing back: a moment of the past is shown, nothing is executed or sent");
    phaseLabel_->setText(text);
    const auto run = controller.recording();
    if (!run) return countLabel_->clear();
    const auto state = controller.state();
    const auto alive = std::count_if(state->workers.begin(), state->workers.end(), [](const auto& worker) {
        return worker.status != WorkerStatus::exited && worker.status != WorkerStatus::killed;
    });
    const QLocale locale;
    countLabel_->setText(tr("Workers: %1   Events: %2   Flows: %3")
                             .arg(locale.toString(qlonglong{alive}),
                                  locale.toString(qulonglong{run->events().size()}),
                                  locale.toString(qulonglong{run->flows().size()})));
}

}  // namespace ipcscope

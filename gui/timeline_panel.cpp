#include "timeline_panel.h"

#include "find_hits.h"
#include "gallery.h"
#include "icons.h"
#include "playback_view.h"
#include "session.h"
#include "theme.h"
#include "timeline/timeline_view.h"
#include "timeline_adapter.h"
#include "timeline_export.h"
#include "tool_row.h"
#include "words.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ipcscope {

TimelinePanel::TimelinePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(new TimelineView),
      pages_(new QStackedWidget),
      export_(new TimelineExport(session, *view_, this)) {
    setObjectName(QStringLiteral("timelinePanel"));
    view_->setAccessibleName(tr("Timeline"));
    view_->setFrameShape(QFrame::NoFrame);
    auto* tools = makeToolBar(tr("Timeline tools"), QStringLiteral("timelineTools"));
    makeTools(tools);
    pages_->addWidget(makeInvitation());
    pages_->addWidget(view_);
    stackTools(this, tools, pages_);

    auto& controller = session.controller();
    auto& selection = session.selection();
    connect(&controller, &RunController::runChanged, this, &TimelinePanel::adopt);
    connect(&controller, &RunController::phaseChanged, this, [this] {
        if (adapter_) adapter_->setRunning(session_.controller().alive());
        showInvitation();
        refresh();
    });
    connect(&controller, &RunController::eventsArrived, this, &TimelinePanel::refresh);
    connect(&controller, &RunController::stateChanged, this, &TimelinePanel::refresh);
    connect(&controller, &RunController::programEnded, view_, [this] {
        // A program that is over is shown whole; what is clicked afterwards is followed by whoever wants it.
        refresh();
        view_->setFollow(false);
        view_->fit();
        if (!window()->focusWidget() || window()->focusWidget() == run_) view_->setFocus();
    });
    connect(&session, &Session::clicked, view_, [this] { view_->setFollow(true); });
    connect(&session.document(), &ProgramDocument::titleChanged, this, &TimelinePanel::showInvitation);
    connect(&session.document(), &ProgramDocument::parsedChanged, this, &TimelinePanel::showInvitation);
    connect(view_, &TimelineView::selectionChanged, &selection, &EventSelection::select);
    connect(&selection, &EventSelection::changed, this, [this] {
        if (const auto seq = session_.selection().seq()) {
            if (!view_->hasSelection() || view_->selected() != *seq)
                view_->select(*seq, !session_.playback().active());  // else the cursor is followed
        } else {
            view_->clearSelection();
        }
    });
    for (auto change : {&FilterController::changed, &FilterController::progressed})
        connect(&session.filter(), change, this, [this] {
            if (adapter_) adapter_->filterChanged();
            refresh();
        });
    new PlaybackView(*view_, session.playback(), this);
    connect(&session.playback(), &Playback::changed, this, [this] {
        if (adapter_) adapter_->setMoment(session_.playback().moment());
        refresh();
    });
    tick_.setInterval(100);
    connect(&tick_, &QTimer::timeout, this, &TimelinePanel::refresh);
    showInvitation();
}

TimelinePanel::~TimelinePanel() {
    view_->setSource(nullptr);
}

void TimelinePanel::makeTools(QToolBar* tools) {
    const auto add = [tools](const char* icon, const QString& text, const QString& tip) {
        return addTool(tools, icon, text, tip);
    };
    connect(add("fit", tr("Fit"), tr("Show everything (F)")), &QAction::triggered, view_, &TimelineView::fit);
    connect(add("zoom-in", tr("Zoom in"), tr("Zoom in (+, or the wheel at the cursor)")), &QAction::triggered,
            view_, &TimelineView::zoomIn);
    connect(add("zoom-out", tr("Zoom out"), tr("Zoom out (-)")), &QAction::triggered, view_,
            &TimelineView::zoomOut);
    auto* follow = add("follow", tr("Follow"), tr("Keep the newest events in view (L)"));
    follow->setCheckable(true);
    follow->setChecked(view_->follows());
    connect(follow, &QAction::triggered, view_, &TimelineView::setFollow);
    connect(view_, &TimelineView::followChanged, follow, &QAction::setChecked);
    tools->addSeparator();
    auto* jump = add("jump", tr("Other end"), tr("Go to the other end of the selected event's arrow (J)"));
    jump->setShortcut(QKeySequence(Qt::Key_J));
    jump->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(jump);
    jump->setEnabled(false);
    connect(jump, &QAction::triggered, view_, &TimelineView::jumpToOtherEnd);
    auto* hop =
        add("hop", tr("Next hop"),
            tr("Follow the message: to where it arrived, then to what was sent next (]; back with [)"));
    hop->setEnabled(false);
    connect(hop, &QAction::triggered, view_, &TimelineView::nextHop);
    auto* measure = add("measure", tr("Measure"), tr("Measure the selected event (M); or drag in the ruler"));
    measure->setEnabled(false);
    connect(measure, &QAction::triggered, view_, &TimelineView::measureSelection);
    connect(&session_.selection(), &EventSelection::changed, jump, [this, jump, hop, measure] {
        const auto seq = session_.selection().seq();
        jump->setEnabled(seq && adapter_ && !adapter_->joined(*seq).empty());
        hop->setEnabled(seq.has_value());
        measure->setEnabled(seq.has_value());
    });
    tools->addSeparator();
    connect(add("go-to", tr("Go to"), tr("Go to a time, a step or an event: 1.5s, +5ms, #12 (Ctrl+G)")),
            &QAction::triggered, view_, &TimelineView::askWhere);
    connect(add("bookmark", tr("Bookmark"), tr("Mark this moment, with a note (Ctrl+B)")),
            &QAction::triggered, view_, &TimelineView::askBookmark);
    tools->addSeparator();
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        view_->fillMenu(menu);
    });
    addMenuTool(tools, tr("Lanes and arrows"), menu, tr("Group, show and hide lanes, arrows, bookmarks"),
                "lanes")
        ->setObjectName(QStringLiteral("timelineMenuButton"));
    addMenuTool(tools, tr("Export"), export_, tr("As a picture: SVG or PNG"));
    connect(add("help", tr("Keys and signs"), tr("All keys of the timeline, and what its signs mean (?)")),
            &QAction::triggered, view_, &TimelineView::showKeys);
}

QWidget* TimelinePanel::makeInvitation() {
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("invitation"));
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    title_ = new QLabel;
    auto font = title_->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    font.setBold(true);
    title_->setFont(font);
    title_->setAlignment(Qt::AlignCenter);
    title_->setWordWrap(true);
    text_ = new QLabel;
    text_->setAlignment(Qt::AlignCenter);
    text_->setWordWrap(true);
    text_->setMaximumWidth(520);
    text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    run_ = new QPushButton;
    run_->setObjectName(QStringLiteral("runInvitation"));
    run_->setDefault(true);
    run_->setAutoDefault(true);
    run_->setIcon(actionIcon(QStringLiteral("run"), Qt::white));
    run_->setIconSize({20, 20});
    auto buttonFont = run_->font();
    buttonFont.setPointSizeF(buttonFont.pointSizeF() * 1.15);
    buttonFont.setBold(true);
    run_->setFont(buttonFont);
    run_->setStyleSheet(QStringLiteral(
        "QPushButton { background: #1f5fae; color: white; border: 1px solid #1a5094; border-radius: 6px; "
        "padding: 10px 26px; }"
        "QPushButton:hover { background: #2a70c6; } QPushButton:pressed { background: #184c8c; }"
        "QPushButton:focus { border: 2px solid #8cb8ff; }"
        "QPushButton:disabled { background: #6b7684; color: #e4e7eb; border-color: #6b7684; }"));
    connect(run_, &QPushButton::clicked, &session_, &Session::runProgram);
    examples_ = new QPushButton(tr("Browse examples…"));
    examples_->setObjectName(QStringLiteral("browseExamples"));
    connect(examples_, &QPushButton::clicked, this, &TimelinePanel::examplesWanted);
    system_ = new QPushButton(tr("Look at this machine…"));
    system_->setObjectName(QStringLiteral("lookAtSystem"));
    system_->setToolTip(tr("All IPC objects of this machine: who holds them, who waits, what is wrong"));
    connect(system_, &QPushButton::clicked, this, &TimelinePanel::systemWanted);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(14);
    layout->addStretch(2);
    layout->addWidget(title_);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(text_, 20);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addSpacing(6);
    layout->addWidget(run_, 0, Qt::AlignHCenter);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addStretch(1);
    ways->addWidget(examples_);
    ways->addWidget(system_);
    ways->addStretch(1);
    layout->addLayout(ways);
    layout->addStretch(3);
    // In a small window it is scrolled rather than that the window grows, also when it is not shown any more.
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Timeline"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    return scroll;
}

void TimelinePanel::showInvitation() {
    auto& document = session_.document();
    const bool example = document.path().isEmpty() && !document.isBlank() && !document.isModified();
    const bool errors = !document.parsed().errors.empty();
    const auto phase = session_.controller().phase();
    if (document.isBlank()) {
        title_->setText(tr("Nothing has run yet"));
        text_->setText(tr(
            "Choose a mechanism on the left and create an object, or open a program. Whatever real processes "
            "do with it is drawn here."));
    } else {
        title_->setText(document.title());
        const auto head = read_example(document.text()->toPlainText().toStdString());
        const auto said = head.paragraphs.empty() ? QString() : exampleText(head.paragraphs.front());
        text_->setText(errors ? tr("The program has errors; they are marked in its text.")
                       : !said.isEmpty()
                           ? said
                           : tr("Run it to see real processes at work: every call, every message from "
                                "sender to receiver, "
                                "on one time axis."));
    }
    run_->setText(example ? tr("Run example") : tr("Run"));
    run_->setAccessibleName(run_->text());
    run_->setVisible(!document.isBlank());
    run_->setEnabled(!errors && phase != RunController::Phase::starting);
    pages_->setCurrentIndex(adapter_ ? 1 : 0);
}

void TimelinePanel::adopt() {
    view_->setSource(nullptr);
    adapter_.reset();
    if (auto run = session_.controller().recording()) {
        adapter_ = std::make_unique<TimelineAdapter>(std::move(run));
        adapter_->setRunning(session_.controller().alive());
        adapter_->setFilter(&session_.filter());
        adapter_->setFound(found_);
        view_->setSource(adapter_.get());
        view_->setFollow(true);
    }
    // Between two runs the old picture's page stays: no flicker.
    if (adapter_ || session_.controller().phase() != RunController::Phase::starting) showInvitation();
}

void TimelinePanel::setFound(const FindHits& hits) {
    found_ = &hits;
    if (adapter_) adapter_->setFound(found_);
    connect(&hits, &FindHits::changed, this, [this] {
        if (adapter_) adapter_->filterChanged();
        refresh();
    });
    connect(&hits, &QObject::destroyed, this, [this] {
        found_ = nullptr;
        if (adapter_) adapter_->setFound(nullptr);
    });
}

void TimelinePanel::refresh() {
    if (adapter_) view_->refresh();
    // A call that runs grows with time, without any event.
    const auto& controller = session_.controller();
    const auto state = controller.state();
    const bool grows =
        controller.alive() &&
        std::any_of(state->workers.begin(), state->workers.end(), [](const auto& worker) {
            return worker.status == WorkerStatus::blocked || worker.status == WorkerStatus::running;
        });
    if (grows && !tick_.isActive()) tick_.start();
    if (!grows) tick_.stop();
}

}  // namespace ipcscope

#include "break_panel.h"

#include "break_list.h"
#include "filter_edit.h"
#include "icons.h"
#include "program_editor.h"
#include "session.h"
#include "theme.h"
#include "tool_row.h"
#include "words.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTextBlock>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ipcscope {

namespace {

// Who is held, the one that has been so for longest first.
std::vector<const WorkerInfo*> heldWorkers(const RunState& state) {
    std::vector<const WorkerInfo*> out;
    for (const auto& worker : state.workers)
        if (worker.status == WorkerStatus::held) out.push_back(&worker);
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->since_ns < b->since_ns; });
    return out;
}

QLabel* textLabel(const QString& name) {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setMargin(6);
    label->setAccessibleName(name);
    return label;
}

}  // namespace

BreakPanel::BreakPanel(Session& session, ProgramEditor* editor, QWidget* parent)
    : QWidget(parent),
      session_(session),
      editor_(editor),
      list_(new BreakList(session.controller(), session.document(), this)),
      view_(new QTreeView),
      held_(textLabel(tr("Who is paused"))),
      problem_(textLabel(tr("What is wrong with the filter"))),
      empty_(textLabel(tr("About breakpoints"))),
      entry_(new FilterEdit(session.filter())) {
    setObjectName(QStringLiteral("breakPanel"));
    makeActions();
    auto* tools = makeToolBar(tr("Breakpoint actions"), QStringLiteral("breakTools"));
    tools->addActions({continue_, step_, pause_});
    tools->addSeparator();
    tools->addActions({everybody_, remove_});
    held_->setObjectName(QStringLiteral("heldWorkers"));
    held_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    empty_->setText(
        tr("No breakpoints. Type a filter above, or click beside a line number of the program: workers "
           "then pause before what matches, until you step or continue."));
    empty_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setMinimumHeight(fontMetrics().height());
    view_->setObjectName(QStringLiteral("breakpoints"));
    view_->setAccessibleName(tr("Breakpoints"));
    view_->setModel(list_);
    view_->setRootIsDecorated(false);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setUniformRowHeights(true);
    view_->setMinimumHeight(fontMetrics().height() * 3);
    entry_->setMinimumWidth(fontMetrics().averageCharWidth() * 9);
    view_->addActions({everybody_, remove_});
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    view_->header()->setStretchLastSection(false);
    view_->header()->setSectionResizeMode(BreakList::Filter, QHeaderView::Stretch);
    view_->header()->setSectionResizeMode(BreakList::Holds, QHeaderView::ResizeToContents);
    view_->header()->setSectionResizeMode(BreakList::Hits, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tools);
    layout->addWidget(held_);
    layout->addWidget(makeEntry());
    layout->addWidget(problem_);
    layout->addWidget(view_, 1);
    layout->addWidget(empty_, 1);
    problem_->hide();

    auto& controller = session.controller();
    connect(&controller, &RunController::stateChanged, this, &BreakPanel::refresh);
    connect(&controller, &RunController::frozenChanged, this, &BreakPanel::refresh);
    connect(&controller, &RunController::phaseChanged, this, &BreakPanel::refresh);
    connect(&controller, &RunController::runChanged, this, &BreakPanel::refresh);
    connect(list_, &BreakList::changed, this, &BreakPanel::showLines);
    connect(list_, &BreakList::refused, this, [this](const QString& why) { emit session_.refused(why); });
    connect(editor_, &ProgramEditor::marginClicked, list_, &BreakList::toggleLine);
    connect(held_, &QLabel::linkActivated, this, [this](const QString& link) {
        const WorkerId worker{link.mid(link.indexOf(QLatin1Char(':')) + 1).toUShort()};
        if (link.startsWith(QLatin1String("step")))
            step(worker);
        else
            session_.controller().goOn(worker);
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &BreakPanel::showCurrent);
    connect(view_, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() == BreakList::Holds) everybody_->trigger();
    });
    refresh();
    showLines();
}

void BreakPanel::makeActions() {
    const auto make = [this](const char* icon, const QString& text, const QKeySequence& key,
                             const QString& tip) {
        auto* action = new QAction(actionIcon(QString::fromLatin1(icon)), text, this);
        action->setShortcut(key);
        action->setToolTip(
            key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        action->setStatusTip(tip);
        return action;
    };
    continue_ =
        make("continue", tr("&Continue"), QKeySequence(Qt::Key_F8), tr("Let everybody who is paused go on"));
    connect(continue_, &QAction::triggered, this, [this] { session_.controller().goOn({}); });
    step_ = make("step", tr("S&tep"), QKeySequence(Qt::Key_F10),
                 tr("Do the one operation that a worker is paused before, then pause before the next"));
    connect(step_, &QAction::triggered, this, [this] {
        const auto state = session_.controller().state();
        if (const auto held = heldWorkers(*state); !held.empty()) step(held.front()->id);
    });
    pause_ = make("pause", tr("&Pause all"), QKeySequence(Qt::CTRL | Qt::Key_F8),
                  tr("Pause everybody, each before its next operation"));
    connect(pause_, &QAction::triggered, this, [this] { session_.controller().pause(); });
    toggle_ = make("", tr("&Breakpoint at this line"), QKeySequence(Qt::Key_F9),
                   tr("Pause before the operation in the line of the cursor, or no longer"));
    toggle_->setIcon({});
    connect(toggle_, &QAction::triggered, this,
            [this] { list_->toggleLine(editor_->textCursor().blockNumber() + 1); });
    remove_ = make("kill", tr("Remove"), QKeySequence::Delete, tr("Remove the selected breakpoint"));
    remove_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    remove_->setEnabled(false);
    connect(remove_, &QAction::triggered, this, [this] { list_->remove(view_->currentIndex().row()); });
    everybody_ =
        make("", tr("&Everybody pauses"), {},
             tr("Where the selected breakpoint is hit, everybody pauses before their next operation"));
    everybody_->setIcon({});
    everybody_->setCheckable(true);
    everybody_->setEnabled(false);
    connect(everybody_, &QAction::triggered, this, [this](bool on) {
        list_->setData(view_->currentIndex().siblingAtColumn(BreakList::Holds), on, Qt::EditRole);
    });
}

void BreakPanel::showCurrent() {
    const auto now = view_->currentIndex();
    remove_->setEnabled(now.isValid());
    everybody_->setEnabled(now.isValid());
    everybody_->setChecked(now.isValid() && list_->everybody(now.row()));
}

QWidget* BreakPanel::makeEntry() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 2, 6, 4);
    entry_->setObjectName(QStringLiteral("breakEntry"));
    entry_->setAccessibleName(tr("Filter of a new breakpoint"));
    entry_->setPlaceholderText(tr("Pause before what matches: worker == \"child\" and bytes > 1KiB"));

    auto* add = new QPushButton(tr("Add"));
    layout->addWidget(entry_, 1);
    layout->addWidget(add);
    connect(add, &QPushButton::clicked, this, &BreakPanel::add);
    connect(entry_, &FilterEdit::applied, this, &BreakPanel::add);
    connect(entry_, &QLineEdit::textEdited, problem_, &QLabel::hide);
    return row;
}

void BreakPanel::add() {
    if (entry_->text().trimmed().isEmpty()) return;
    const QString why = list_->add(entry_->text());
    if (why.isEmpty()) entry_->clear();
    auto palette = problem_->palette();
    palette.setColor(QPalette::WindowText, tones().bad);
    problem_->setPalette(palette);
    problem_->setText(why);
    problem_->setVisible(!why.isEmpty());
}

void BreakPanel::step(WorkerId worker) {
    session_.controller().step(worker);
}

void BreakPanel::refresh() {
    auto& controller = session_.controller();
    const auto state = controller.state();
    const auto run = controller.recording();
    const auto held = controller.alive() ? heldWorkers(*state) : std::vector<const WorkerInfo*>();
    QStringList lines;
    std::map<int, QString> held_lines;
    for (const auto* worker : held) {
        const auto* call = run->calls().find(worker->current);
        const QString what = workerStatusText(*run, *state, *worker, 0);
        const QString at = call && call->line > 0 ? tr("line %1").arg(call->line) : QString();
        if (call && call->line > 0)
            held_lines[call->line] += tr("%1 is paused here").arg(fromUtf8(worker->name));
        const auto why = list_->filterOf(worker->held_by);
        QString text =
            QStringLiteral("<b>%1</b> %2").arg(fromUtf8(worker->name).toHtmlEscaped(), what.toHtmlEscaped());
        if (!at.isEmpty()) text += QStringLiteral(", ") + at;
        if (!why.isEmpty() && worker->held_by != 0) text += QStringLiteral(" (%1)").arg(why.toHtmlEscaped());
        lines += text + QStringLiteral("<br><a href=\"step:%1\">%2</a> &nbsp; <a href=\"go:%1\">%3</a>")
                            .arg(worker->id.value)
                            .arg(tr("Step"), tr("Continue"));
    }
    if (!lines.isEmpty())
        held_->setText(lines.join(QStringLiteral("<br>")));
    else if (controller.alive() && state->paused)
        held_->setText(tr("Everybody will pause before the next operation."));
    else
        held_->setText(tr("Nobody is paused."));
    heldText_.clear();
    if (!held.empty())
        heldText_ = QStringLiteral("%1: %2").arg(fromUtf8(held.front()->name),
                                                 workerStatusText(*run, *state, *held.front(), 0));
    if (held.size() > 1)
        heldText_ = tr("%1 (and %n more)", nullptr, static_cast<int>(held.size() - 1)).arg(heldText_);
    editor_->setHeldLines(held_lines);
    const bool drives = controller.drives();
    continue_->setEnabled(drives && (!held.empty() || state->paused));
    step_->setEnabled(drives && !held.empty());
    pause_->setEnabled(drives && !state->paused);
    const int count = static_cast<int>(held.size());
    if (count > std::exchange(heldCount_, count) && count == 1) emit somebodyHeld();
}

void BreakPanel::showLines() {
    showCurrent();
    editor_->setBreakLines(list_->lines());
    const bool any = list_->rowCount() > 0;
    view_->setVisible(any);
    empty_->setVisible(!any);
}

}  // namespace ipcscope

#include "monitor_actions.h"

#include "common/tones.h"
#include "form_context.h"
#include "forms/field_rows.h"
#include "icons.h"
#include "monitor/commands.h"
#include "monitor/savable.h"
#include "monitor_commands.h"
#include "monitor_words.h"
#include "session.h"
#include "snapshot/ref.h"
#include "words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>
#include <unistd.h>

namespace ipcscope {

namespace {

// The number of a process that has ended may be another one's by now.
bool isAnother(const Snapshot& snapshot, const std::string& pid) {
    const auto process = snapshot.process(QString::fromStdString(pid).toInt());
    if (!process || !snapshot.processes[*process].start_ticks) return false;
    QFile file(QStringLiteral("/proc/%1/stat").arg(snapshot.processes[*process].pid));
    if (!file.open(QIODevice::ReadOnly)) return false;  // it has ended: the kernel says so
    const auto line = file.readAll();
    // The name in brackets may hold anything; behind it, the start is the 20th.
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 19 && fields[19].toULongLong() != snapshot.processes[*process].start_ticks;
}

}  // namespace

// --- one action ---

MonitorActionDialog::MonitorActionDialog(MonitorWatch& watch, std::shared_ptr<const Snapshot> snapshot,
                                         ObjectIndex object, const ActionSpec& action, QWidget* parent)
    : QDialog(parent),
      watch_(watch),
      snapshot_(std::move(snapshot)),
      object_(object),
      action_(action),
      ref_(snapshot_->ref(snapshot_->objects[object])),
      command_(new QPlainTextEdit),
      problem_(new ToneLabel(Tone::danger)) {
    setObjectName(QStringLiteral("monitorAction"));
    problem_->setTextFormat(Qt::PlainText);
    problem_->setObjectName(QStringLiteral("monitorProblem"));
    const QString title = schemaText(action.label);
    setWindowTitle(title);
    setMinimumWidth(480);
    const auto& seen = snapshot_->objects[object];
    auto* what = new QLabel(QStringLiteral("<b>%1</b><br>%2 · <tt>%3</tt>")
                                .arg(title.toHtmlEscaped(), kindText(*snapshot_, seen).toHtmlEscaped(),
                                     fromUtf8(ref_).toHtmlEscaped()));
    what->setTextFormat(Qt::RichText);
    what->setWordWrap(true);
    what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* who = new QLabel(impact());
    who->setObjectName(QStringLiteral("monitorImpact"));
    who->setWordWrap(true);
    who->setTextFormat(Qt::PlainText);  // names are others' words
    who->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(what);
    column->addWidget(who);
    if (const QString warning = schemaText(action.warning); !warning.isEmpty()) {
        auto* label = new ToneLabel(Tone::warning);
        label->setText(warning);
        column->addWidget(label);
    }
    if (!action.params.empty()) {
        FormContext context;
        context.translate = &schemaText;
        form_ = new FieldRows(action.params, context, false, this);
        connect(form_, &FieldRows::edited, this, &MonitorActionDialog::update);
        column->addWidget(form_);
    }
    const auto& kind = *snapshot_->kind(seen).kind;
    if (loses_contents(kind, action)) {
        save_ = new QCheckBox(tr("Save its contents to a file first…"));
        const auto filling = field_index(kind, kind.filling);
        const bool empty = kind.filling[0] && filling != no_kind &&
                           snapshot_->cell(seen, filling).state == CellState::known &&
                           snapshot_->cell(seen, filling).number == 0;
        save_->setChecked(!empty);
        save_->setObjectName(QStringLiteral("monitorSaveFirst"));
        connect(save_, &QCheckBox::toggled, this, &MonitorActionDialog::forgetPart);
        column->addWidget(save_);
    }
    // Its emptiness is the object's, whatever the parameters are.
    const bool inShell = !shell_command(*snapshot_, seen, action, {}).empty();
    if (inShell) {
        auto* label = new QLabel(tr("The same in a shell:"));
        label->setBuddy(command_);
        command_->setReadOnly(true);
        command_->setTabChangesFocus(true);
        command_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        command_->setAccessibleName(tr("The same in a shell"));
        command_->setObjectName(QStringLiteral("monitorCommand"));
        command_->setFixedHeight(command_->fontMetrics().lineSpacing() * 3 + 14);
        column->addWidget(label);
        column->addWidget(command_);
    } else {
        command_->hide();
        command_->setParent(this);
    }
    problem_->hide();
    column->addWidget(problem_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    confirm_ = buttons->addButton(title, QDialogButtonBox::AcceptRole);
    confirm_->setObjectName(QStringLiteral("monitorConfirm"));
    confirm_->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    if (inShell) {
        auto* copy = buttons->addButton(tr("Copy command"), QDialogButtonBox::HelpRole);
        copy->setAutoDefault(false);
        connect(copy, &QPushButton::clicked, this,
                [this] { QGuiApplication::clipboard()->setText(command()); });
    }
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { cancelled_ = true; });
    connect(confirm_, &QPushButton::clicked, this, &MonitorActionDialog::confirm);
    // Nothing is selected by accident: Return cancels.
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
    update();
}

QString MonitorActionDialog::command() const {
    return command_->toPlainText();
}

// Whom it hits, by name.
QString MonitorActionDialog::impact() const {
    const auto& seen = snapshot_->objects[object_];
    QStringList lines;
    const auto holders = holders_of(*snapshot_, seen);
    if (action_.kind == ActionKind::signal) {
        QStringList names;
        for (const auto process : holders)
            names += processText(*snapshot_, process);
        return names.isEmpty() ? tr("To: %1").arg(objectTitle(*snapshot_, seen))
                               : tr("To: %1").arg(names.join(QStringLiteral(", ")));
    }
    const QString title = objectTitle(*snapshot_, seen), state = stateText(*snapshot_, seen);
    lines += state.isEmpty() ? title : QStringLiteral("%1 · %2").arg(title, state);
    lines += holders.empty()
                 ? (seen.holders_complete ? tr("Nobody holds it.") : tr("Who holds it is not known."))
                 : tr("Held by %1.").arg(holdersText(*snapshot_, seen, 6));
    if (!holders.empty() && !seen.holders_complete)
        lines.last() += QLatin1Char(' ') + tr("There may be more that cannot be seen.");
    if (const auto waiters = waiters_of(*snapshot_, seen); !waiters.empty())
        lines += tr("%n process(es) wait for it.", nullptr, static_cast<int>(waiters.size()));
    return lines.join(QLatin1Char('\n'));
}

void MonitorActionDialog::update() {
    const Fields args = form_ ? form_->values(false) : Fields();
    command_->setPlainText(
        fromUtf8(printable(shell_command(*snapshot_, snapshot_->objects[object_], action_, args))));
    QString refused = form_ ? form_->problem() : QString();
    if (action_.kind == ActionKind::signal)
        if (const QString why = signalRefusal(*snapshot_, snapshot_->objects[object_]); !why.isEmpty())
            refused = why;
    confirm_->setEnabled(refused.isEmpty() && !busy_);
    say(form_ && form_->problemIsUntouched() ? QString() : refused);
}

void MonitorActionDialog::say(const QString& problem) {
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    if (problem.isEmpty() || !isVisible()) return;
    // Wrapped text has no smallest height of its own: without room it would stand over what is above it.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void MonitorActionDialog::confirm() {
    say({});
    if (save_ && save_->isChecked()) return saveThenAct();
    act();
}

void MonitorActionDialog::saveThenAct() {
    if (path_.isEmpty()) {
        QString name = fromUtf8(ref_);
        for (auto& c : name)
            if (!c.isLetterOrNumber()) c = QLatin1Char('-');
        path_ = QFileDialog::getSaveFileName(this, tr("Save contents"), name + QStringLiteral(".txt"),
                                             tr("Text (*.txt)"));
        if (path_.isEmpty()) return;
    }
    busy_ = true;
    confirm_->setEnabled(false);
    peekAndAct(false);
}

// `harder`: also as it would disturb somebody, which does not matter any more where it goes anyway.
void MonitorActionDialog::peekAndAct(bool harder) {
    PeekRequest how;
    how.kind = snapshot_->objects[object_].kind;
    how.limit = std::size_t{16} << 20;
    how.allow_fetch = harder;
    watch_.peek(snapshot_, ref_, how, this, [this, harder](const Result<Peeked>& peeked) {
        if (cancelled_) return;  // closed, but not gone yet
        const auto seen = savable(*snapshot_, snapshot_->objects[object_], peeked);
        if (seen.what == Savable::What::unknown && !harder) return peekAndAct(true);
        busy_ = false;
        confirm_->setEnabled(true);
        if (seen.what == Savable::What::unknown) {
            path_.clear();
            return say(tr("Its contents could not be saved, and nothing was removed: %1. To remove it "
                          "without, take the tick away.")
                           .arg(probeText(printable(seen.why))));
        }
        const bool part = seen.what == Savable::What::part;
        if (part && !partAgreed_) {
            partAgreed_ = true;
            confirm_->setText(tr("Save that part and remove"));
            return say(tr("Only a part of its contents can be saved, and nothing was removed yet: %1.")
                           .arg(probeText(printable(seen.why))));
        }
        QSaveFile file(path_);
        auto text = peeked ? QByteArray::fromStdString(savedText(*snapshot_, snapshot_->objects[object_],
                                                                 peeked->state, peeked->how))
                           : QByteArray();
        if (part) text += QByteArray::fromStdString("left out: " + printable(seen.why) + "\n");
        if (!text.isEmpty() &&
            (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())) {
            const QString path = std::exchange(path_, {});
            return say(tr("Nothing was removed: %1 could not be written: %2").arg(path, file.errorString()));
        }
        act();
    });
}

// What was agreed to about a part holds for that look.
void MonitorActionDialog::forgetPart() {
    partAgreed_ = false;
    confirm_->setText(windowTitle());
    say({});
}

void MonitorActionDialog::act() {
    ActRequest request;
    const auto& seen = snapshot_->objects[object_];
    request.kind = seen.kind;
    request.key = unescape_key(snapshot_->text(seen.key));
    request.action = action_.kind;
    request.seen_ns = snapshot_->taken_ns;
    if (form_) request.args = form_->values(false);
    if (action_.kind == ActionKind::signal && isAnother(*snapshot_, request.key))
        return say(tr("It is not known which process this would be."));
    busy_ = true;  // once, whatever is edited meanwhile
    confirm_->setEnabled(false);
    watch_.act(request, ref_, this, [this](const Status& done) {
        busy_ = false;
        confirm_->setEnabled(true);
        if (done) return accept();
        say(errorText(done.error()));
    });
}

QString signalRefusal(const Snapshot& snapshot, const SeenObject& object) {
    const auto parts = unescape_key(snapshot.text(object.key));
    const int pid = QString::fromStdString(parts).toInt();
    if (pid == 1)
        return MonitorActionDialog::tr("Process 1 is what all others depend on: it gets no signal.");
    if (pid <= 0) return MonitorActionDialog::tr("It is not known which process this would be.");
    const auto process = snapshot.process(pid);
    if (pid == ::getpid() || (process && snapshot.processes[*process].ours))
        return MonitorActionDialog::tr("This process is part of IPC Scope.");
    return {};
}

// --- the menu ---

MonitorActions::MonitorActions(MonitorWatch& watch, Session& session, QWidget* window)
    : QObject(window), watch_(watch), session_(session), window_(window) {}

void MonitorActions::fill(QMenu* menu) {
    const auto snapshot = watch_.now();
    if (!snapshot) return;
    if (const auto object = snapshot->find(watch_.object()); object && !watch_.object().empty())
        return fillOf(menu, snapshot, *object);
    if (!watch_.process()) return;
    const bool lives =
        findProcess(*snapshot, *watch_.process()).has_value();  // and is no other of that number
    // Of a process: what the object that stands for it can do.
    const auto key = std::to_string(watch_.process()->pid);
    for (std::size_t kind = 0; kind < monitored_kinds().size(); ++kind) {
        const auto& spec = *monitored_kinds()[kind].kind;
        const bool takesSignals =
            std::any_of(spec.actions.begin(), spec.actions.end(),
                        [](const auto& action) { return action.kind == ActionKind::signal; });
        const auto object =
            takesSignals && lives ? snapshot->find(std::string(spec.prefix) + ':' + key) : std::nullopt;
        if (object) fillOf(menu, snapshot, *object);
    }
    if (menu->isEmpty()) menu->addAction(tr("Nothing can be done with it"))->setEnabled(false);
}

void MonitorActions::fillOf(QMenu* menu, const std::shared_ptr<const Snapshot>& snapshot,
                            ObjectIndex object) {
    const auto& seen = snapshot->objects[object];
    const auto& kind = *snapshot->kind(seen).kind;
    if (kind.peekable)
        menu->addAction(actionIcon(QStringLiteral("search")), tr("Look at its contents"), this,
                        &MonitorActions::contentsWanted);
    for (const auto& how : kind.opens) {
        if (!canOpen(*snapshot, seen, how)) continue;
        auto* action = menu->addAction(
            actionIcon(QStringLiteral("worker-start")), tr("In a worker: %1").arg(schemaText(how.label)),
            this, [this, snapshot, object, &how] { open(*snapshot, snapshot->objects[object], how); });
        action->setToolTip(schemaText(how.warning));
        action->setStatusTip(action->toolTip());
    }
    if (!menu->isEmpty()) menu->addSeparator();
    for (const auto& spec : kind.actions) {
        auto* action = menu->addAction(tr("%1…").arg(schemaText(spec.label)), this,
                                       [this, snapshot, object, &spec] { begin(snapshot, object, spec); });
        action->setToolTip(schemaText(spec.warning));
        if (spec.kind != ActionKind::signal) continue;
        const QString refused = signalRefusal(*snapshot, seen);
        action->setEnabled(refused.isEmpty());
        if (!refused.isEmpty()) action->setToolTip(refused);
    }
    menu->addSeparator();
    menu->addAction(actionIcon(QStringLiteral("copy")), tr("Copy reference"), this, [snapshot, object] {
        QGuiApplication::clipboard()->setText(fromUtf8(snapshot->ref(snapshot->objects[object])));
    });
    const auto ref = snapshot->ref(seen);
    auto* pin = menu->addAction(tr("Draw its levels over time"));
    pin->setCheckable(true);
    pin->setChecked(watch_.isPinned(ref));
    connect(pin, &QAction::triggered, this, [this, ref](bool on) { watch_.setPinned(ref, on); });
    menu->setToolTipsVisible(true);
}

void MonitorActions::begin(std::shared_ptr<const Snapshot> snapshot, ObjectIndex object,
                           const ActionSpec& action) {
    auto* dialog = new MonitorActionDialog(watch_, std::move(snapshot), object, action, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString done = tr("Done: %1").arg(dialog->windowTitle());
    connect(dialog, &QDialog::accepted, this, [this, done] { emit told(done); });
    dialog->open();
}

// The object is opened by a worker of ours, with a line that the program keeps: from then on the panels drive
// it as if it had been made here.
void MonitorActions::open(const Snapshot& snapshot, const SeenObject& object, const OpenSpec& how) {
    const auto state = session_.controller().state();
    std::string worker = session_.firstWorker().toStdString();
    for (const auto& each : state->workers)
        if (!hasEnded(each)) {
            worker = each.name;
            break;
        }
    const auto& kind = *snapshot.kind(object).kind;
    const std::string call = openLine(snapshot, object, how);
    const QString wanted = QString::fromUtf8(kind.object[0] ? kind.object : kind.id).left(1);
    const std::string text = openProgram(call, worker, session_.freeName(wanted).toStdString());
    const auto parsed = parse_program(session_.registry(), text, {worker});
    std::vector<Statement> calls;
    for (const auto& statement : parsed.program.statements)
        if (statement.kind == Statement::Kind::operation) calls.push_back(statement);
    if (!parsed.errors.empty() || calls.empty()) {
        QMessageBox::warning(
            window_, tr("Open in a worker"),
            tr("This object cannot be opened: %1\n%2")
                .arg(fromUtf8(call),
                     parsed.errors.empty() ? QString() : fromUtf8(parsed.errors.front().message)));
        return;
    }
    QMessageBox box(QMessageBox::Question, tr("Open in a worker"),
                    tr("A worker of yours opens %1.").arg(objectTitle(snapshot, object)), QMessageBox::Cancel,
                    window_);
    box.setObjectName(QStringLiteral("monitorOpenQuestion"));
    box.setTextFormat(Qt::PlainText);
    QStringList lines = {fromUtf8(text).trimmed()};
    if (how.warning[0]) lines.prepend(schemaText(how.warning));
    if (!holders_of(snapshot, object).empty())
        lines += tr("Others use it: %1.").arg(holdersText(snapshot, object));
    box.setInformativeText(lines.join(QStringLiteral("\n\n")));
    auto* yes = box.addButton(tr("Open"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != yes) return;
    openNext(std::move(calls), QString::fromUtf8(snapshot.kind(object).mechanism->mechanism));
}

// One after the other: each may need what the one before gave.
void MonitorActions::openNext(std::vector<Statement> calls, const QString& mechanism) {
    Statement statement = calls.front();
    calls.erase(calls.begin());
    statement.line = 0;
    statement.written = {};
    session_.click(statement, this, [this, calls, mechanism](const RunController::Click& click) {
        if (click.refused.isEmpty() && click.outcome.err == 0) {
            if (calls.empty())
                emit opened(mechanism);
            else
                openNext(calls, mechanism);
        } else if (click.refused.isEmpty()) {
            emit told(tr("It could not be opened: %1").arg(errnoText(click.outcome.err)));
        }
    });
}

}  // namespace ipcscope

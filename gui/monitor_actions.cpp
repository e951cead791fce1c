#include "monitor_actions.h"

#include "form_context.h"
#include "icons.h"
#include "monitor_commands.h"
#include "monitor_words.h"
#include "session.h"
#include "words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace ipcscope {

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

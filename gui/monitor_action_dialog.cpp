#include "common/tones.h"
#include "form_context.h"
#include "forms/field_rows.h"
#include "monitor/commands.h"
#include "monitor/savable.h"
#include "monitor_actions.h"
#include "monitor_commands.h"
#include "monitor_words.h"
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

}  // namespace ipcscope

#include "program_panel.h"

#include "program_actions.h"
#include "program_completer.h"
#include "program_editor.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ipcscope {

ProgramPanel::ProgramPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      editor_(new ProgramEditor(this)),
      actions_(new ProgramActions(session, editor_)),
      insertion_(new QLabel(this)),
      problem_(new QLabel(this)) {
    editor_->setDocument(session.document().text());
    editor_->document()->setDefaultFont(editor_->font());  // a document brings its own
    editor_->assist(&session.document().history(), new ProgramCompleter(session.registry(), editor_));
    problem_->setObjectName(QStringLiteral("programProblem"));
    problem_->setAccessibleName(tr("What is wrong with the program"));
    problem_->setWordWrap(true);
    problem_->setMargin(6);
    problem_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    problem_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(editor_, 1);
    layout->addWidget(insertion_);
    layout->addWidget(problem_);
    insertion_->setObjectName(QStringLiteral("insertionNote"));
    insertion_->setAccessibleName(tr("Where clicks are written"));
    insertion_->setWordWrap(true);
    insertion_->setMargin(6);
    insertion_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(insertion_, &QLabel::linkActivated, this, [this] { session_.document().setInsertion(0); });
    connect(&session.document(), &ProgramDocument::insertionChanged, this, &ProgramPanel::showInsertion);
    connect(&session.document(), &ProgramDocument::parsedChanged, this, &ProgramPanel::showInsertion);
    showInsertion();
    auto& run = session.controller();
    connect(problem_, &QLabel::linkActivated, this, [this](const QString& link) {
        const auto parts = link.split(QLatin1Char(':'));
        editor_->goTo(parts.value(0).toInt(), parts.value(1).toInt());
        editor_->setFocus();
    });
    connect(&session.document(), &ProgramDocument::parsedChanged, this, &ProgramPanel::showProblems);
    connect(&run, &RunController::lineReached, editor_, &ProgramEditor::setRunningLine);
    connect(&session.playback(), &Playback::changed, this, &ProgramPanel::showMoment);
    connect(&run, &RunController::programEnded, this, &ProgramPanel::showProblems);
    connect(&run, &RunController::runChanged, this, &ProgramPanel::showProblems);
    showProblems();
}

// In playback: the line whose operation happened last at the moment that is shown.
void ProgramPanel::showMoment() {
    const auto& playback = session_.playback();
    if (!playback.active()) return editor_->setRunningLine(session_.controller().line());
    const auto run = session_.controller().recording();
    const auto moment = playback.moment();
    int line = 0;
    if (run && moment && moment->at && *moment->at < run->events().size())
        if (const auto* call = run->calls().find(CallId{run->events()[*moment->at].call})) line = call->line;
    editor_->setRunningLine(line);
}

void ProgramPanel::showInsertion() {
    const int line = session_.document().insertion();
    editor_->setInsertionLine(line);
    insertion_->setVisible(line > 0);
    if (line > 0)
        insertion_->setText(QStringLiteral("%1 <a href=\"end\">%2</a>")
                                .arg(tr("Clicks are written before line %1.").arg(line).toHtmlEscaped(),
                                     tr("Write them at the end").toHtmlEscaped()));
}

void ProgramPanel::showProblems() {
    const auto& errors = session_.document().parsed().errors;
    const auto& report = session_.controller().report();
    editor_->setErrors(errors);
    editor_->setDifferences(report.differences);
    const auto link = [](int line, int column) {
        return QStringLiteral("<a href=\"%1:%2\">%3</a>").arg(line).arg(column).arg(tr("Line %1").arg(line));
    };
    QString text;
    if (!errors.empty()) {
        text = link(errors[0].line, errors[0].column) + QStringLiteral(": ") +
               fromUtf8(errors[0].message).toHtmlEscaped();
        if (errors.size() > 1)
            text += QLatin1Char(' ') + tr("(and %n more)", nullptr, static_cast<int>(errors.size() - 1));
    } else if (!report.problem.empty() && !report.cancelled) {
        text = report.problem_line ? link(report.problem_line, 1) + QStringLiteral(": ") : QString();
        text += fromUtf8(report.problem).toHtmlEscaped();
    } else if (!report.differences.empty()) {
        const auto& d = report.differences[0];
        text = link(d.line, 1) + QStringLiteral(": ") +
               tr("expected %1, got %2").arg(fromUtf8(d.expected), fromUtf8(d.got)).toHtmlEscaped();
        if (report.differing > 1)
            text += QLatin1Char(' ') + tr("(and %n more)", nullptr, static_cast<int>(report.differing - 1));
    }
    auto palette = problem_->palette();
    palette.setColor(QPalette::WindowText, tones().bad);
    problem_->setPalette(palette);
    problem_->setText(text);
    problem_->setVisible(!text.isEmpty());
}

}  // namespace ipcscope

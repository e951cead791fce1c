#include "program_actions.h"

#include "fill_outcomes.h"
#include "parameters_dialog.h"
#include "program_completer.h"
#include "program_editor.h"
#include "session.h"

#include <QAction>
#include <QMenu>
#include <QTextBlock>

namespace ipcscope {

ProgramActions::ProgramActions(Session& session, ProgramEditor* editor)
    : QObject(editor), session_(session), editor_(editor), outcomes_(new FillOutcomes(session, this)) {
    makeEditActions();
    makeLineActions();
    editor_->setLineActions(line_);
    auto& document = session_.document();
    connect(&document, &ProgramDocument::parsedChanged, this, &ProgramActions::update);
    connect(&document, &ProgramDocument::insertionChanged, this, &ProgramActions::update);
    connect(&session_.controller(), &RunController::phaseChanged, this, &ProgramActions::update);
    connect(outcomes_, &FillOutcomes::done, this, &ProgramActions::update);
    update();
}

QAction* ProgramActions::make(const QString& text, const QKeySequence& key, const QString& tip) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    return action;
}

void ProgramActions::makeEditActions() {
    auto& stack = session_.document().history().stack();
    undo_ = stack.createUndoAction(this, tr("&Undo"));
    undo_->setShortcut(QKeySequence::Undo);
    undo_->setStatusTip(tr("Take back the last change of the program, whoever made it"));
    redo_ = stack.createRedoAction(this, tr("&Redo"));
    redo_->setShortcut(QKeySequence::Redo);
    redo_->setStatusTip(tr("Do again what was taken back"));
    next_ = make(tr("Next &problem"), QKeySequence(Qt::Key_F4),
                 tr("Go to the next line that has an error or came out differently"));
    connect(next_, &QAction::triggered, this, [this] {
        if (!editor_->goToNextProblem()) emit session_.told(tr("There is no problem in the program"));
    });
    offer_ = make(tr("&Complete"), QKeySequence(Qt::CTRL | Qt::Key_Space),
                  tr("Show what can stand at the cursor"));
    offer_->setShortcutContext(Qt::WidgetShortcut);  // the editor's own key; other lists have the same
    connect(offer_, &QAction::triggered, this, [this] {
        editor_->setFocus();
        editor_->completer()->offer(true);
    });
    comment_ = make(tr("Co&mment"), QKeySequence(Qt::CTRL | Qt::Key_Slash),
                    tr("Make the selected lines comments, or statements again"));
    connect(comment_, &QAction::triggered, editor_, &ProgramEditor::toggleComment);
}

void ProgramActions::makeLineActions() {
    const auto told = [this](const QString& why) {
        if (!why.isEmpty()) emit session_.refused(why);
    };
    runHere_ =
        make(tr("Run &from here"), QKeySequence(Qt::CTRL | Qt::Key_F10),
             tr("Run the program on fresh workers: everything above the line of the cursor without stopping, "
                "then pause there, to step or continue"));
    connect(runHere_, &QAction::triggered, this, [this, told] { told(session_.runFrom(line())); });
    recordHere_ =
        make(tr("Record from &here"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
             tr("Run what stands above the line of the cursor on fresh workers; what you click then is "
                "written there, before the lines that follow"));
    connect(recordHere_, &QAction::triggered, this, [this, told] { told(session_.recordFrom(line())); });
    atEnd_ = make(tr("Record &at the end again"), {},
                  tr("What you click is written behind the last line of the program"));
    connect(atEnd_, &QAction::triggered, this, [this] { session_.document().setInsertion(0); });
    doLine_ =
        make(tr("&Do this line now"), QKeySequence(Qt::CTRL | Qt::Key_Return),
             tr("Do the statement in the line of the cursor at once, with the workers and objects that there "
                "are; the program stays as it is"));
    connect(doLine_, &QAction::triggered, this, [this, told] { told(session_.doLine(line())); });
    line_ = {runHere_, recordHere_, atEnd_, doLine_};
    fill_ =
        make(tr("Fill &in expected outcomes"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
             tr("Write behind each line what came of it in this run, so that the program expects it from now "
                "on; what differs from run to run by its nature is left out"));
    connect(fill_, &QAction::triggered, this, [this] {
        outcomes_->start(editor_->window());
        update();
    });
    parameters_ = make(tr("Run &with parameters…"), QKeySequence(Qt::ALT | Qt::Key_F5),
                       tr("Say other values for the program's let lines, then run it"));
    connect(parameters_, &QAction::triggered, this, [this] {
        ParametersDialog dialog(session_, editor_->window());
        dialog.exec();
    });
}

void ProgramActions::fillEditMenu(QMenu* menu) {
    menu->addActions({undo_, redo_});
    menu->addSeparator();
    menu->addActions({offer_, comment_, next_});
}

void ProgramActions::update() {
    auto& document = session_.document();
    const bool blank = document.isBlank();
    runHere_->setEnabled(!blank && document.parsed().errors.empty());
    recordHere_->setEnabled(!blank);
    fill_->setEnabled(!blank && outcomes_->isPossible());
    parameters_->setEnabled(ParametersDialog::has(session_));
    atEnd_->setVisible(document.insertion() > 0);
    doLine_->setEnabled(session_.controller().phase() == RunController::Phase::live);
}

int ProgramActions::line() const {
    return editor_->textCursor().blockNumber() + 1;
}

}  // namespace ipcscope

// Keys, context menu and drops of the program's editor.
#include "program_completer.h"
#include "program_editor.h"
#include "text_history.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>
#include <memory>

namespace ipcscope {

void ProgramEditor::assist(TextHistory* history, ProgramCompleter* completer) {
    history_ = history;
    completer_ = completer;
    if (!history_) return;
    connect(history_, &TextHistory::moved, this, [this](int position) {
        auto cursor = textCursor();
        cursor.setPosition(std::min(position, document()->characterCount() - 1));
        setTextCursor(cursor);
        ensureCursorVisible();
    });
}

// What the text edit would take for itself before the window and the list are asked.
bool ProgramEditor::overrides(QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride && history_ &&
        (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) {
        event->ignore();  // the window's
        return true;
    }
    // Tab goes to the next widget, unless there is a list to choose from.
    if (event->type() != QEvent::KeyPress || key->key() != Qt::Key_Tab || !completer_ ||
        !completer_->isOpen())
        return false;
    return completer_->before(key);
}

void ProgramEditor::keyPressEvent(QKeyEvent* event) {
    if (history_ && event->matches(QKeySequence::Undo)) return history_->stack().undo();
    if (history_ && event->matches(QKeySequence::Redo)) return history_->stack().redo();
    if (completer_ && completer_->before(event)) return;
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enters && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        newLine();
        event->accept();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (completer_) completer_->behind(*event);
}

// Begins where the line above does.
void ProgramEditor::newLine() {
    auto cursor = textCursor();
    const QString line = cursor.block().text();
    const int column = cursor.hasSelection() ? 0 : cursor.positionInBlock();
    int indent = 0;
    while (indent < column && (line[indent] == QLatin1Char(' ') || line[indent] == QLatin1Char('\t')))
        ++indent;
    cursor.insertText(QLatin1Char('\n') + line.first(indent));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ProgramEditor::contextMenuEvent(QContextMenuEvent* event) {
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    if (history_) {
        // Its own ones know nothing of the history.
        auto actions = menu->actions();
        for (auto* action : actions)
            if (action->objectName() == QLatin1String("edit-undo") ||
                action->objectName() == QLatin1String("edit-redo"))
                delete action;
        auto* first = menu->actions().value(0);
        menu->insertAction(first, history_->stack().createUndoAction(menu.get(), tr("Undo")));
        menu->insertAction(first, history_->stack().createRedoAction(menu.get(), tr("Redo")));
    }
    if (!lineActions_.isEmpty()) {
        if (event->reason() == QContextMenuEvent::Mouse && !textCursor().hasSelection())
            setTextCursor(cursorForPosition(event->pos()));  // the line that was clicked is meant
        auto* first = menu->actions().value(0);
        menu->insertActions(first, lineActions_);
        menu->insertSeparator(first);
    }
    menu->exec(event->globalPos());
}

// A file that is dropped here is for the window.
bool ProgramEditor::canInsertFromMimeData(const QMimeData* source) const {
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

bool ProgramEditor::goToNextProblem() {
    if (marks_.empty()) return false;
    auto next = marks_.upper_bound(textCursor().blockNumber() + 1);
    if (next == marks_.end()) next = marks_.begin();
    goTo(next->first, next->second.column);
    setFocus();
    return true;
}

void ProgramEditor::toggleComment() {
    const auto selected = textCursor();
    const auto first = document()->findBlock(selected.selectionStart());
    auto last = document()->findBlock(selected.selectionEnd());
    if (last != first && last.position() == selected.selectionEnd()) last = last.previous();
    bool all = true;
    for (auto block = first; block.isValid() && block.position() <= last.position(); block = block.next())
        all = all && block.text().startsWith(QLatin1Char('#'));
    std::unique_ptr<TextHistory::Step> step;
    if (history_)
        step = std::make_unique<TextHistory::Step>(*history_, all ? tr("no comment") : tr("comment"));
    QTextCursor cursor(document());
    for (auto block = first; block.isValid() && block.position() <= last.position(); block = block.next()) {
        cursor.setPosition(block.position());
        if (!all) {
            cursor.insertText(QStringLiteral("# "));
            continue;
        }
        const int marks = block.text().startsWith(QLatin1String("# ")) ? 2 : 1;
        cursor.setPosition(block.position() + marks, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    }
}

}  // namespace ipcscope

// What was done to a text, step by step, on a QUndoStack that other edits of a session may stand on too:
// typed, pasted, written by a click or by a form. The document's own history is switched off.
#pragma once

#include <QObject>
#include <QString>
#include <QTextCursor>
#include <QTextDocument>
#include <QUndoStack>

namespace ipcscope {

class TextHistory : public QObject {
    Q_OBJECT
public:
    explicit TextHistory(QTextDocument& text, QObject* parent = nullptr);
    ~TextHistory() override { stack_.blockSignals(true); }  // whoever would listen is going, too
    QUndoStack& stack() { return stack_; }
    void setText(const QString& text);  // another one: nothing of the old one comes back

    // While one lives, all changes are one step, called `name` in the menu. With `joins`, they become part of
    // the last step.
    class Step {
    public:
        Step(TextHistory& history, const QString& name, bool joins = false);
        ~Step();
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        TextHistory& history_;
        QTextCursor cursor_;
        QString name_;
        bool joins_;
    };

Q_SIGNALS:
    void moved(int position);  // undone or done again: this is where

private:
    friend class TextEdit;
    void changed(int position, int removed, int added);
    QString piece(int from, int to) const;
    void replace(int position, qsizetype removed, const QString& added);
    QTextDocument& text_;
    QUndoStack stack_;
    QString shadow_;  // the text before the change that is being made
    QString name_;
    bool joins_ = false, named_ = false;
    bool replaying_ = false;
};

}  // namespace ipcscope

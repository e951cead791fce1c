// The program's text: what is edited, saved and run, and what clicks are written to, line by line.
#pragma once

#include "base/result.h"
#include "session/program.h"
#include "text_history.h"

#include <QObject>
#include <QTextCursor>
#include <QTextDocument>
#include <QTimer>

namespace ipcscope {

class ProgramDocument : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 maxBytes = 16 << 20;  // of a file

    explicit ProgramDocument(const Registry& registry, QObject* parent = nullptr);

    QTextDocument* text() { return &text_; }
    TextHistory& history() { return history_; }  // for undo and redo
    QString path() const { return path_; }
    QString title() const;  // file name, or what it is called until it has one
    bool isModified() const { return text_.isModified(); }
    bool isBlank() const;  // nothing but white space

    // A text without a file of its own: an example, or a new program. Not counted as changed.
    void setText(const QString& text, const QString& title);
    // The text of a session that stands in `path` with its recording.
    void setSession(const QString& text, const QString& path);
    void setSaved(const QString& path);  // somebody has saved it there
    Status load(const QString& path);    // UTF-8 only; the text is left as it is when this fails
    Status save(const QString& path);    // all or nothing

    void replaceAll(const QString& text, const QString& step);  // can be undone

    // The program as the text stands now. Parsed again only after a change.
    const ParsedProgram& parsed() const;

    // Writes a statement behind the last line, or where clicks are written to (setInsertion); the cursor
    // stays on that line through later edits. What is noted on the line next is undone with it.
    QTextCursor append(const Statement& statement);
    // Clicks are written before this line from now on; 0 = at the end again.
    void setInsertion(int line);
    int insertion() const;                    // the line; 0 = at the end
    void withdraw(const QTextCursor& line);   // it was not even tried
    void markAsync(const QTextCursor& line);  // the line must not be waited for when it is run again
    void setExpectation(const QTextCursor& line, const QString& outcome);

Q_SIGNALS:
    void parsedChanged();  // a moment after the last change
    void titleChanged();
    void replaced();  // another program stands here now
    void modifiedChanged(bool modified);
    void insertionChanged();

private:
    const Registry& registry_;
    bool joins(const QTextCursor& line);
    QTextDocument text_;
    TextHistory history_{text_};
    QTextCursor insertion_;   // null = at the end
    QTextCursor appended_;    // the line that was written last
    int appendedIndex_ = -1;  // of the history, behind it
    QString path_;
    QString title_;
    QTimer settle_;
    mutable ParsedProgram parsed_;
    mutable int parsedRevision_ = -1;
};

}  // namespace ipcscope

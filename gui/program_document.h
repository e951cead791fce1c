// The program's text: what is edited, saved and run, and what clicks are written to, line by line.
#pragma once

#include "base/result.h"
#include "session/program.h"

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

    // The program as the text stands now. Parsed again only after a change.
    const ParsedProgram& parsed() const;

    // Writes a statement behind the last line; the cursor stays on that line through later edits.
    QTextCursor append(const Statement& statement);
    void markAsync(const QTextCursor& line);  // the line must not be waited for when it is run again
    void setExpectation(const QTextCursor& line, const QString& outcome);

Q_SIGNALS:
    void parsedChanged();  // a moment after the last change
    void titleChanged();
    void replaced();  // another program stands here now
    void modifiedChanged(bool modified);

private:
    const Registry& registry_;
    QTextDocument text_;
    QString path_;
    QString title_;
    QTimer settle_;
    mutable ParsedProgram parsed_;
    mutable int parsedRevision_ = -1;
};

}  // namespace ipcscope

// The text editor of a program: line numbers, colours, marks for errors, differences and the running line.
#pragma once

#include "runtime/conductor.h"
#include "session/program.h"

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

#include <map>

namespace ipcscope {

class ProgramHighlighter : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& text) override;
};

class ProgramCompleter;
class TextHistory;

class ProgramEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ProgramEditor(QWidget* parent = nullptr);
    void setErrors(const std::vector<ParseError>& errors);
    void setDifferences(const std::vector<Difference>& differences);
    void setRunningLine(int line);  // from 1; 0 = none
    int runningLine() const { return running_; }
    void setBreakLines(const std::map<int, bool>& lines);  // the value: is it enabled?
    void setHeldLines(
        const std::map<int, QString>& lines);  // where workers are paused, and what to say of it
    void setInsertionLine(int line);           // clicks are written before it; 0 = none
    // Undo and redo are the history's, offers the completer's. Both may be missing.
    void assist(TextHistory* history, ProgramCompleter* completer);
    ProgramCompleter* completer() { return completer_; }
    void setLineActions(const QList<QAction*>& entries) { lineActions_ = entries; }  // of the context menu
    void goTo(int line, int column = 1);
    bool goToNextProblem();  // false: there is none
    void toggleComment();    // of the selected lines
    int gutterWidth() const;

Q_SIGNALS:
    void marginClicked(int line);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;             // program_editor_input.cpp
    void contextMenuEvent(QContextMenuEvent* event) override;  // the same
    bool canInsertFromMimeData(const QMimeData* source) const override;

private:
    class Gutter;
    struct Mark {
        QString text;
        int column = 1;
        bool error = false;  // else a difference
    };
    void paintGutter(QPaintEvent* event);
    void layGutter();
    void updateMarks();
    bool overrides(QEvent* event);
    void newLine();
    TextHistory* history_ = nullptr;
    ProgramCompleter* completer_ = nullptr;
    QList<QAction*> lineActions_;
    int insertion_ = 0;
    Gutter* gutter_;
    ProgramHighlighter* highlighter_ = nullptr;
    std::multimap<int, Mark> marks_;  // by line
    std::map<int, bool> breaks_;
    std::map<int, QString> held_;
    int running_ = 0;
};

}  // namespace ipcscope

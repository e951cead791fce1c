// The code dock's contents: the program as C, C++ or Python. Follows the program's text and the selected
// line.
#pragma once

#include "codegen/generate.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ipcscope {

class CodeHighlighter;
class Session;

class CodePanel : public QWidget {
    Q_OBJECT
public:
    explicit CodePanel(Session& session, QWidget* parent = nullptr);

    QPlainTextEdit* text() { return text_; }
    QComboBox* languages() { return languages_; }
    Language language() const;
    // Marks what this line of the program (from 1) has become; 0 = nothing.
    void followLine(int line);
    bool saveTo(const QString& path);  // says in a box why it cannot

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void outdated();  // made anew at once if it can be seen, else when it is shown
    void make();
    void mark();
    void followSelection();
    void copy();
    void save();
    QString stem() const;  // of a file name: "hello"

    Session& session_;
    QComboBox* languages_;
    QPlainTextEdit* text_;
    QLabel* note_;
    QPushButton *copy_, *save_;
    CodeHighlighter* highlighter_ = nullptr;
    std::vector<int> sources_;
    int line_ = 0;
    bool current_ = false;
};

}  // namespace ipcscope

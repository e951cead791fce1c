// The program dock's contents: the editor, and below it one line that says what is wrong.
#pragma once

#include <QWidget>

class QLabel;

namespace ipcscope {

class ProgramEditor;
class Session;

class ProgramPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProgramPanel(Session& session, QWidget* parent = nullptr);
    ProgramEditor* editor() { return editor_; }

private:
    void showProblems();
    Session& session_;
    ProgramEditor* editor_;
    QLabel* problem_;
};

}  // namespace ipcscope

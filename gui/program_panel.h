// The program dock's contents: the editor, and below it one line that says what is wrong.
#pragma once

#include <QWidget>

class QLabel;

namespace ipcscope {

class ProgramActions;
class ProgramEditor;
class Session;

class ProgramPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProgramPanel(Session& session, QWidget* parent = nullptr);
    ProgramEditor* editor() { return editor_; }
    ProgramActions* actions() { return actions_; }

private:
    void showProblems();
    Session& session_;
    ProgramEditor* editor_;
    void showInsertion();
    void showMoment();
    ProgramActions* actions_;
    QLabel *insertion_, *problem_;
};

}  // namespace ipcscope

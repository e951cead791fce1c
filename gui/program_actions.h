// What can be done with the program's text, for menus: undo, completion, problems, running and recording from
// the line of the cursor.
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QMenu;

namespace ipcscope {

class FillOutcomes;
class ProgramEditor;
class Session;

class ProgramActions : public QObject {
    Q_OBJECT
public:
    ProgramActions(Session& session, ProgramEditor* editor);
    void fillEditMenu(QMenu* menu);
    // Run from here, record from here, do this line now.
    const QList<QAction*>& lineActions() const { return line_; }
    // Fill in outcomes, run with parameters.
    QList<QAction*> programActions() const { return {parameters_, fill_}; }
    FillOutcomes* outcomes() { return outcomes_; }

private:
    QAction* make(const QString& text, const QKeySequence& key, const QString& tip);
    void makeEditActions();
    void makeLineActions();
    void update();
    int line() const;
    Session& session_;
    ProgramEditor* editor_;
    QAction *undo_ = nullptr, *redo_ = nullptr, *next_ = nullptr, *offer_ = nullptr, *comment_ = nullptr;
    QAction *runHere_ = nullptr, *recordHere_ = nullptr, *atEnd_ = nullptr, *doLine_ = nullptr;
    QAction *fill_ = nullptr, *parameters_ = nullptr;
    FillOutcomes* outcomes_;
    QList<QAction*> line_;
};

}  // namespace ipcscope

// The breakpoints dock's contents: who is paused, how it goes on, and before what workers pause.
#pragma once

#include "schema/registry.h"

#include <QWidget>

class QAction;
class QLabel;
class QTreeView;

namespace ipcscope {

class BreakList;
class FilterEdit;
class ProgramEditor;
class Session;

class BreakPanel : public QWidget {
    Q_OBJECT
public:
    BreakPanel(Session& session, ProgramEditor* editor, QWidget* parent = nullptr);
    BreakList* list() { return list_; }
    QTreeView* view() { return view_; }
    // Continue, step, pause everybody, breakpoint at the line of the cursor: for a menu.
    QList<QAction*> runActions() const { return {continue_, step_, pause_, toggle_}; }
    QString heldText() const { return heldText_; }  // one line about who is paused; "" = nobody

Q_SIGNALS:
    void somebodyHeld();  // nobody was, until now

private:
    void makeActions();
    QWidget* makeEntry();
    void add();
    void refresh();
    void step(WorkerId worker);
    void showLines();
    void showCurrent();
    Session& session_;
    ProgramEditor* editor_;
    BreakList* list_;
    QTreeView* view_;
    QLabel *held_, *problem_, *empty_;
    FilterEdit* entry_;
    QAction *continue_, *step_, *pause_, *toggle_, *remove_, *everybody_;
    QString heldText_;
    int heldCount_ = 0;
};

}  // namespace ipcscope

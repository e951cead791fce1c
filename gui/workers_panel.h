// The workers dock's contents: who is there and what it does; start, fork, interrupt, kill.
#pragma once

#include "schema/registry.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QToolBar;
class QTreeView;

namespace ipcscope {

class Session;
class WorkersModel;

class WorkersPanel : public QWidget {
    Q_OBJECT
public:
    explicit WorkersPanel(Session& session, QWidget* parent = nullptr);
    WorkersModel* model() { return model_; }
    QTreeView* view() { return view_; }

    void start();
    void fork();
    void interrupt();
    void kill(int signal);

private:
    void makeTools(QToolBar* tools);
    void refresh();
    void updateActions();
    QString current() const;  // name of the selected worker that lives; "" = none
    Session& session_;
    WorkersModel* model_;
    QTreeView* view_;
    const OperationRef* forks_ = nullptr;  // the operation that makes a worker out of a worker
    QAction *start_, *fork_ = nullptr, *interrupt_, *kill_;
    QTimer tick_;  // "blocked since 3.2 s" grows
};

}  // namespace ipcscope

// All windows of the program; each has a session of its own.
#pragma once

#include "schema/registry.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace ipcscope {

class DraftBar;
class MainWindow;

class Windows : public QObject {
    Q_OBJECT
public:
    explicit Windows(const Registry& registry, QObject* parent = nullptr);
    ~Windows() override;
    QList<MainWindow*> all() const;
    // A new one, with nothing in it and not shown yet. The first one offers what an earlier start left
    // behind.
    MainWindow* make();
    void show(MainWindow* window, const MainWindow* beside = nullptr);
    // In the window that has it already, else in one of its own; "" = a window with nothing in it. False: it
    // cannot be opened; the person knows why.
    bool openApart(const QString& path, MainWindow* from);
    bool mayEnd();    // asks in every window that would lose changes; false: somebody wants to stay
    bool closeAll();  // the same, and closes them
    void closeNow();  // asks nobody: what is not saved is offered at the next start

private:
    struct One {
        QPointer<MainWindow> window;
        QPointer<DraftBar> draft;
    };
    const Registry& registry_;
    QList<One> windows_;
};

}  // namespace ipcscope

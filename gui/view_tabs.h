// The middle of the window: one tab per view of the same run. To add one, in MainWindow's constructor:
//     tabs_->addView(QStringLiteral("graph"), tr("Graph"), graph_);
// The name is stable (settings and --view use it), the title is what people read. It gets a tab, an action in
// the menu View and Ctrl+<its number>. A view in the background is hidden: it should do no work then
// (showEvent, isVisible()), and must be right when it is shown.
#pragma once

#include <QList>
#include <QTabWidget>

class QAction;
class QActionGroup;

namespace ipcscope {

class ViewTabs : public QTabWidget {
    Q_OBJECT
public:
    explicit ViewTabs(QWidget* parent = nullptr);
    void addView(const QString& name, const QString& title, QWidget* view);
    bool showView(const QString& name);  // false = there is none of that name
    QString currentView() const;
    QStringList views() const;
    QList<QAction*> viewActions() const;  // checkable, one at a time; for a menu

Q_SIGNALS:
    void viewChanged(const QString& name);

private:
    QActionGroup* actions_;
};

}  // namespace ipcscope

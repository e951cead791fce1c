#include "view_tabs.h"

#include <QAction>
#include <QActionGroup>
#include <QTabBar>

namespace ipcscope {

ViewTabs::ViewTabs(QWidget* parent) : QTabWidget(parent), actions_(new QActionGroup(this)) {
    setObjectName(QStringLiteral("views"));
    setAccessibleName(tr("Views"));
    setDocumentMode(true);
    tabBar()->setAccessibleName(tr("Views"));
    tabBar()->setElideMode(Qt::ElideNone);
    tabBar()->setExpanding(false);
    tabBar()->setDrawBase(false);
    connect(this, &QTabWidget::currentChanged, this, [this](int index) {
        if (auto* action = viewActions().value(index)) action->setChecked(true);
        emit viewChanged(currentView());
    });
}

void ViewTabs::addView(const QString& name, const QString& title, QWidget* view) {
    view->setProperty("view", name);
    auto* action = new QAction(title, actions_);
    action->setCheckable(true);
    action->setStatusTip(tr("Show the view “%1”").arg(title));
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + count())));
    connect(action, &QAction::triggered, this, [this, view] {
        setCurrentWidget(view);
        view->setFocus(Qt::ShortcutFocusReason);
    });
    const int index = addTab(view, title);
    setTabToolTip(
        index, QStringLiteral("%1 (%2)").arg(title, action->shortcut().toString(QKeySequence::NativeText)));
    action->setChecked(index == currentIndex());
}

bool ViewTabs::showView(const QString& name) {
    for (int i = 0; i < count(); ++i)
        if (widget(i)->property("view").toString() == name) return setCurrentIndex(i), true;
    return false;
}

QString ViewTabs::currentView() const {
    return currentWidget() ? currentWidget()->property("view").toString() : QString();
}

QStringList ViewTabs::views() const {
    QStringList names;
    for (int i = 0; i < count(); ++i)
        names += widget(i)->property("view").toString();
    return names;
}

QList<QAction*> ViewTabs::viewActions() const {
    return actions_->actions();
}

}  // namespace ipcscope

#include "tool_row.h"

#include "icons.h"
#include "tool_keys.h"

#include <QAction>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ipcscope {

namespace {
constexpr QSize iconSize{18, 18};
}

QToolBar* makeToolBar(const QString& title, const QString& name) {
    auto* tools = new QToolBar(title);
    tools->setObjectName(name);
    tools->setIconSize(iconSize);
    tools->setMovable(false);
    makeReachable(tools);
    return tools;
}

QAction* addTool(QToolBar* tools, const char* icon, const QString& text, const QString& tip) {
    auto* action = tools->addAction(actionIcon(QString::fromLatin1(icon)), text);
    action->setToolTip(tip);
    return action;
}

QToolButton* addMenuTool(QToolBar* tools, const QString& text, QMenu* menu, const QString& tip,
                         const char* icon) {
    auto* button = new QToolButton;
    if (icon[0]) button->setIcon(actionIcon(QString::fromLatin1(icon)));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    tools->addWidget(button);
    return button;
}

QToolButton* flatButton(const char* icon, const QString& name) {
    auto* made = new QToolButton;
    made->setIcon(actionIcon(QLatin1String(icon)));
    made->setIconSize(iconSize);
    made->setAutoRaise(true);
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

QVBoxLayout* stackTools(QWidget* panel, QToolBar* tools, QWidget* view) {
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tools);
    layout->addWidget(view, 1);
    return layout;
}

}  // namespace ipcscope

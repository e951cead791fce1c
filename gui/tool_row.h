// Parts that the tool bars and bars of all views are made of, so that they look and behave alike.
#pragma once

#include <QString>

class QAction;
class QMenu;
class QToolBar;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace ipcscope {

QToolBar* makeToolBar(const QString& title, const QString& name = {});  // `name`: the object's
QAction* addTool(QToolBar* tools, const char* icon, const QString& text, const QString& tip);
// A button that opens a menu; with an icon, the text is its name only.
QToolButton* addMenuTool(QToolBar* tools, const QString& text, QMenu* menu, const QString& tip,
                         const char* icon = "");
// A flat button for a bar; `name` is its tool tip, too.
QToolButton* flatButton(const char* icon, const QString& name);
// Tools above a view, without gaps.
QVBoxLayout* stackTools(QWidget* panel, QToolBar* tools, QWidget* view);

}  // namespace ipcscope

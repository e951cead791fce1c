// Keys that tool bars and whole windows answer to.
#pragma once

class QToolBar;
class QWidget;

namespace ipcscope {

// Tab comes to the tool bar and leaves it, the arrow keys go from tool to tool, and down opens
// a tool's menu. Tools that come later, too.
void makeReachable(QToolBar* tools);

// F4 opens the combo box that has the focus, even where the window has another use for the key.
void openCombosByKey(QWidget* window);

}  // namespace ipcscope

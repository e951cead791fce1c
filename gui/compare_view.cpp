// The view of two recordings, in the window.
#include "compare_panel.h"
#include "main_window.h"
#include "view_tabs.h"

namespace ipcscope {

void MainWindow::addComparison() {
    comparison_ = new ComparePanel(session_);
    tabs_->addView(QStringLiteral("compare"), tr("Compare"), comparison_);
    connect(comparison_, &ComparePanel::shown, this, [this] { tabs_->showView(QStringLiteral("compare")); });
}

}  // namespace ipcscope

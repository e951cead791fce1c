// The view of two recordings, in the window: made when it is first wanted.
#include "compare_panel.h"
#include "icons.h"
#include "main_window.h"
#include "view_tabs.h"

#include <QAction>
#include <QVBoxLayout>

namespace ipcscope {

void MainWindow::addComparison() {
    const auto make = [this](const char* icon, const QString& text, const QKeySequence& key,
                             const QString& tip) {
        auto* action = new QAction(actionIcon(QString::fromLatin1(icon)), text, this);
        action->setShortcut(key);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        action->setStatusTip(tip);
        return action;
    };
    again_ = make("again", tr("E&xecute again…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F5),
                  tr("Run the recorded program again, for real, and compare what comes out"));
    compare_ = make("compare", tr("Co&mpare with…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                    tr("Compare what is shown, or a file, with another recording"));
    connect(again_, &QAction::triggered, this, [this] { comparison()->askAgain(); });
    connect(compare_, &QAction::triggered, this, [this] { comparison()->askCompare(); });
    comparePage_ = new QWidget;
    auto* layout = new QVBoxLayout(comparePage_);
    layout->setContentsMargins(0, 0, 0, 0);
    tabs_->addView(QStringLiteral("compare"), tr("Compare"), comparePage_);
    connect(tabs_, &ViewTabs::viewChanged, this, [this] {
        if (tabs_->currentWidget() == comparePage_) comparison();
    });
}

ComparePanel* MainWindow::comparison() {
    if (comparison_) return comparison_;
    comparison_ = new ComparePanel(session_, again_, compare_);
    comparePage_->layout()->addWidget(comparison_);
    comparePage_->setFocusProxy(comparison_);
    connect(comparison_, &ComparePanel::shown, this, [this] {
        tabs_->showView(QStringLiteral("compare"));
        comparison_->takeFocus();
    });
    return comparison_;
}

}  // namespace ipcscope

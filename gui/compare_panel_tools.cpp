// What the view of two recordings is made of: actions, tools, and the page that is shown before anything is
// compared.
#include "common/tones.h"
#include "compare_differences.h"
#include "compare_panel.h"
#include "compare_timelines.h"
#include "icons.h"
#include "replay_dialog.h"
#include "tool_keys.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace ipcscope {

void ComparePanel::makeActions() {
    const auto make = [this](const char* icon, const QString& text, const QKeySequence& key,
                             const QString& tip) {
        auto* action = new QAction(actionIcon(QString::fromLatin1(icon)), text, this);
        action->setShortcut(key);
        action->setToolTip(
            key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        action->setStatusTip(tip);
        return action;
    };
    const auto local = [this](QAction* action) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    };
    next_ = make("step", tr("Next statement"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F10),
                 tr("Execute the statement that it waits before"));
    connect(next_, &QAction::triggered, &runner_, &ReplayRunner::next);
    cancel_ = make("stop", tr("Cancel"), QKeySequence(Qt::Key_Escape), tr("Give up what is going on"));
    connect(cancel_, &QAction::triggered, this, [this] {
        runner_.cancel();
        work_.cancel();
        refresh();
    });
    before_ = make("previous", tr("Previous difference"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F7),
                   tr("Go to the previous difference"));
    connect(before_, &QAction::triggered, this, [this] { differences_->chooseNext(-1); });
    after_ = make("next", tr("Next difference"), QKeySequence(Qt::CTRL | Qt::Key_F7),
                  tr("Go to the next difference"));
    connect(after_, &QAction::triggered, this, [this] { differences_->chooseNext(1); });
    for (auto* action : {next_, cancel_, before_, after_})
        local(action);
}

QWidget* ComparePanel::makeTools() {
    auto* tools = new QToolBar(tr("Tools of the comparison"));
    tools->setIconSize({18, 18});
    tools->setMovable(false);
    makeReachable(tools);
    tools->addAction(again_);
    tools->addAction(compare_);
    for (auto* action : {again_, compare_})
        if (auto* button = qobject_cast<QToolButton*>(tools->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tools->addSeparator();
    tools->addActions({next_, cancel_});
    tools->addSeparator();
    tools->addActions({before_, after_});
    choose_ = new QToolButton;
    choose_->setText(tr("What counts"));
    choose_->setToolTip(tr("What makes an operation a different one"));
    choose_->setPopupMode(QToolButton::InstantPopup);
    choose_->setFocusPolicy(Qt::TabFocus);
    choices_ = new CompareChoices;
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->addWidget(new QLabel(tr("An operation is different if this differs:")));
    column->addWidget(choices_);
    auto* apply = new QPushButton(tr("Compare again"));
    column->addWidget(apply, 0, Qt::AlignRight);
    auto* menu = new QMenu(choose_);
    auto* inside = new QWidgetAction(menu);
    inside->setDefaultWidget(page);
    menu->addAction(inside);
    choose_->setMenu(menu);
    connect(apply, &QPushButton::clicked, this, [this, menu] {
        menu->close();
        compareAnew();
    });
    tools->addWidget(choose_);
    runBox_ = new QComboBox;
    runBox_->setObjectName(QStringLiteral("replayedRun"));
    runBox_->setAccessibleName(tr("Which run is shown"));
    runBox_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(runBox_, &QComboBox::activated, this, [this] { showRun(runBox_->currentData().toInt()); });

    summary_ = new QLabel;
    summary_->setObjectName(QStringLiteral("compareSummary"));
    summary_->setAccessibleName(tr("Result of the comparison"));
    summary_->setTextFormat(Qt::PlainText);
    summary_->setWordWrap(true);
    auto font = summary_->font();
    font.setBold(true);
    summary_->setFont(font);
    progress_ = new QProgressBar;
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setMaximumWidth(160);
    progress_->setMaximumHeight(summary_->fontMetrics().height());
    progress_->setAccessibleName(tr("How much is done"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 8, 2);
    row->addWidget(summary_, 1);
    row->addWidget(runBox_);
    row->addWidget(progress_);
    notice_ = new ToneLabel(Tone::warning);
    notice_->setObjectName(QStringLiteral("compareNotice"));
    notice_->setContentsMargins(8, 0, 8, 2);
    auto* head = new QWidget;
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tools);
    layout->addLayout(row);
    layout->addWidget(notice_);
    return head;
}

QWidget* ComparePanel::makeInvitation() {
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* title = new QLabel(tr("Nothing is compared yet"));
    auto font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setBold(true);
    title->setFont(font);
    title->setAlignment(Qt::AlignCenter);
    about_ = new QLabel;
    about_->setWordWrap(true);
    about_->setAlignment(Qt::AlignCenter);
    about_->setMaximumWidth(560);
    about_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (auto* action : {again_, compare_}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({18, 18});
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumHeight(34);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(about_, 20);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(page);
    layout->setSpacing(14);
    layout->addStretch(2);
    layout->addWidget(title);
    layout->addLayout(row);
    layout->addLayout(buttons);
    layout->addStretch(3);
    return page;
}

}  // namespace ipcscope

#include "notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace ipcscope {

NoticeBar::NoticeBar(const QString& name, const QString& meaning, QWidget* parent)
    : QFrame(parent), words_(new QLabel), row_(new QHBoxLayout(this)) {
    setObjectName(name);
    setAccessibleName(meaning);
    setBackgroundRole(QPalette::ToolTipBase);
    setAutoFillBackground(true);
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    row_->setContentsMargins(10, 5, 6, 5);
    row_->addWidget(words_, 1);
    hide();
}

QPushButton* NoticeBar::addButton(const QString& text, const QString& tip) {
    auto* button = new QPushButton(text);
    button->setToolTip(tip);
    row_->addWidget(button);
    return button;
}

QToolButton* NoticeBar::addDismiss(const QString& tip) {
    auto* dismiss = new QToolButton;
    dismiss->setText(QStringLiteral("×"));
    dismiss->setAutoRaise(true);
    dismiss->setFocusPolicy(Qt::TabFocus);
    dismiss->setToolTip(tip);
    dismiss->setAccessibleName(tip);
    row_->addWidget(dismiss);
    return dismiss;
}

}  // namespace ipcscope

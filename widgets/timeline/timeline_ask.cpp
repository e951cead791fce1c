#include "timeline/timeline_ask.h"

#include "common/palette.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ipcscope {

TimelineAsk::TimelineAsk(QWidget* parent)
    : QFrame(parent), title_(new QLabel), edit_(new QLineEdit), reason_(new QLabel) {
    setObjectName(QStringLiteral("timelineAsk"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    edit_->setObjectName(QStringLiteral("timelineAskEdit"));
    edit_->setMinimumWidth(300);
    edit_->setClearButtonEnabled(true);
    edit_->installEventFilter(this);
    reason_->setWordWrap(true);
    reason_->setMaximumWidth(360);
    title_->setBuddy(edit_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(title_);
    layout->addWidget(edit_);
    layout->addWidget(reason_);
    connect(edit_, &QLineEdit::returnPressed, this, [this] {
        const QString why = accept_ ? accept_(edit_->text()) : QString();
        if (why.isEmpty()) {
            hide();
            return parentWidget()->setFocus();
        }
        auto colours = reason_->palette();
        colours.setColor(QPalette::WindowText, Palette::of(palette()).failed);
        reason_->setPalette(colours);
        reason_->setText(why);
        reason_->show();
        edit_->setAccessibleDescription(why);
        place();
        edit_->selectAll();
    });
    hide();
}

void TimelineAsk::ask(const QString& title, const QString& text, const QString& hint,
                      std::function<QString(const QString&)> accept) {
    accept_ = std::move(accept);
    title_->setText(title);
    edit_->setAccessibleName(title);
    edit_->setAccessibleDescription(hint);
    edit_->setText(text);
    edit_->selectAll();
    auto colours = reason_->palette();
    colours.setColor(QPalette::WindowText, Palette::of(palette()).dimText);
    reason_->setPalette(colours);
    reason_->setText(hint);
    reason_->setVisible(!hint.isEmpty());
    place();
    show();
    raise();
    edit_->setFocus();
}

void TimelineAsk::place() {
    adjustSize();
    move(std::max(0, (parentWidget()->width() - width()) / 2), 40);
}

bool TimelineAsk::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        hide();
        parentWidget()->setFocus();
        return true;
    }
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    return QFrame::eventFilter(object, event);
}

}  // namespace ipcscope

#include "leftovers_bar.h"

#include "runtime/cleaner.h"
#include "words.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QToolButton>

namespace ipcscope {

namespace {

struct Found {
    QStringList things;
    QString problem;
};

Found clean(bool dryRun) {
    Found found;
    const auto result = clean_leftovers(dryRun);
    if (!result) {
        found.problem = fromUtf8(result.error().text());
        return found;
    }
    for (const auto& line : *result)
        found.things += fromUtf8(line);
    return found;
}

}  // namespace

LeftoversBar::LeftoversBar(QWidget* parent)
    : NoticeBar(QStringLiteral("leftovers"), tr("Leftovers of earlier runs"), parent),
      text_(words()),
      show_(addButton(tr("Show"))),
      remove_(addButton(tr("Remove"))) {
    auto* dismiss = addDismiss(tr("Not now"));
    connect(show_, &QPushButton::clicked, this, &LeftoversBar::showThings);
    connect(remove_, &QPushButton::clicked, this, &LeftoversBar::remove);
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
}

void LeftoversBar::look() {
    QThreadPool::globalInstance()->start([self = QPointer<LeftoversBar>(this)] {
        const auto answer = clean(true);
        QMetaObject::invokeMethod(qApp, [self, answer] {
            if (self) self->found(answer.things);
        });
    });
}

void LeftoversBar::found(const QStringList& things) {
    things_ = things;
    text_->setText(tr("Runs that ended unexpectedly have left %n thing(s) on this machine.", nullptr,
                      static_cast<int>(things.size())));
    setVisible(!things.isEmpty());
}

void LeftoversBar::showThings() {
    QMessageBox box(QMessageBox::Information, tr("Leftovers"), tr("Removing would do this:"),
                    QMessageBox::Close, this);
    box.setInformativeText(things_.mid(0, 20).join(QLatin1Char('\n')));
    if (things_.size() > 20) box.setDetailedText(things_.join(QLatin1Char('\n')));
    box.exec();
}

void LeftoversBar::remove() {
    remove_->setEnabled(false);
    text_->setText(tr("Removing …"));
    QThreadPool::globalInstance()->start([self = QPointer<LeftoversBar>(this)] {
        const auto answer = clean(false);
        QMetaObject::invokeMethod(qApp, [self, answer] {
            if (!self) return;
            self->remove_->setEnabled(true);
            if (answer.problem.isEmpty()) return self->hide();
            self->text_->setText(answer.problem);
        });
    });
}

}  // namespace ipcscope

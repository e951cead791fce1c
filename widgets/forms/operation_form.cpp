#include "forms/operation_form.h"

#include "common/tones.h"
#include "forms/field_rows.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace ipcscope {

struct OperationForm::Private {
    const OperationSpec& operation;
    FormContext context;
    FieldRows* rows = nullptr;
    QPushButton* act = nullptr;
    ToneLabel* message = nullptr;
    QString help = {};

    void show() {
        const QString why = rows->problem();
        act->setEnabled(why.isEmpty());
        act->setToolTip(why.isEmpty() ? translated(context, operation.summary) : why);
        message->setTone(why.isEmpty() || rows->problemIsUntouched() ? Tone::quiet : Tone::danger);
        message->setText(why.isEmpty() ? help : why);
        message->setVisible(!message->text().isEmpty());
    }
};

OperationForm::OperationForm(const OperationSpec& operation, FormContext context, QWidget* parent)
    : QWidget(parent), d(new Private{operation, std::move(context)}) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    const QString title = translated(d->context, operation.title);
    setAccessibleName(title);

    auto* summary = new ToneLabel(Tone::quiet, this);
    summary->setText(translated(d->context, operation.summary));
    summary->setVisible(!summary->text().isEmpty());
    layout->addWidget(summary);

    d->rows = new FieldRows(operation.params, d->context, true, this);
    layout->addWidget(d->rows);

    auto* bottom = new QHBoxLayout;
    auto* man = new ToneLabel(Tone::quiet, this);
    man->setWordWrap(false);
    man->setText(QString::fromUtf8(operation.man));
    d->act = new QPushButton(title, this);
    d->act->setObjectName(QStringLiteral("act"));
    d->act->setAccessibleDescription(summary->text());
    bottom->addWidget(man);
    bottom->addStretch(1);
    bottom->addWidget(d->act);
    layout->addLayout(bottom);

    d->message = new ToneLabel(Tone::quiet, this);
    d->message->setObjectName(QStringLiteral("message"));
    layout->addWidget(d->message);
    layout->addStretch(1);

    connect(d->act, &QPushButton::clicked, this, &OperationForm::triggered);
    connect(d->rows, &FieldRows::edited, this, [this] {
        d->show();
        Q_EMIT edited();
    });
    connect(d->rows, &FieldRows::helpWanted, this, [this](const QString& help) {
        d->help = help;
        d->show();
    });
    d->show();
}

// The part that has the keyboard says so when it goes, and must find nobody who listens.
OperationForm::~OperationForm() {
    d->rows->disconnect(this);
}

// Whatever editor has the keyboard lets Return through to here.
void OperationForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) return QWidget::keyPressEvent(event);
    if (d->act->isEnabled()) Q_EMIT triggered();
}

const OperationSpec& OperationForm::operation() const {
    return d->operation;
}

std::vector<std::pair<std::string, Value>> OperationForm::arguments() const {
    return d->rows->values(true);
}

void OperationForm::setArgument(const std::string& name, const Value& value) {
    d->rows->setValue(name, value);
}

QString OperationForm::problem() const {
    return d->rows->problem();
}

void OperationForm::refreshChoices() {
    d->rows->refreshChoices();
}

}  // namespace ipcscope

#include "compare_dialog.h"

#include "common/tones.h"
#include "session_files.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ipcscope {

CompareDialog::CompareDialog(const QString& present, QWidget* parent)
    : QDialog(parent),
      present_(new QRadioButton(present.isEmpty() ? tr("What is shown now: nothing yet")
                                                  : tr("What is shown now: %1").arg(present))),
      file_(new QRadioButton(tr("A &file:"))),
      first_(new QLineEdit),
      second_(new QLineEdit),
      problem_(new ToneLabel(Tone::danger)) {
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    ok_ = buttons->button(QDialogButtonBox::Ok);
    ok_->setText(tr("Compare"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto row = [this](QLineEdit* edit, const QString& name) {
        edit->setAccessibleName(name);
        edit->setMinimumWidth(280);
        auto* button = new QToolButton;
        button->setText(tr("Browse…"));
        button->setAccessibleName(tr("Browse for: %1").arg(name));
        connect(button, &QToolButton::clicked, this, [this, edit] { browse(edit); });
        connect(edit, &QLineEdit::textChanged, this, &CompareDialog::refresh);
        auto* layout = new QHBoxLayout;
        layout->addWidget(edit, 1);
        layout->addWidget(button);
        return layout;
    };
    auto* form = new QFormLayout;
    auto* which = new QVBoxLayout;
    which->addWidget(present_);
    which->addWidget(file_);
    which->addLayout(row(first_, tr("First recording")));
    form->addRow(tr("First:"), which);
    form->addRow(tr("Second:"), row(second_, tr("Second recording")));
    auto* about =
        new QLabel(tr("Both are aligned operation by operation: what came out otherwise is listed, and shown "
                      "on two timelines. Nothing is executed."));
    about->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addLayout(form);
    layout->addWidget(problem_);
    layout->addStretch(1);
    layout->addWidget(buttons);
    present_->setEnabled(!present.isEmpty());
    (present.isEmpty() ? file_ : present_)->setChecked(true);
    connect(present_, &QRadioButton::toggled, this, &CompareDialog::refresh);
    refresh();
}

bool CompareDialog::firstIsPresent() const {
    return present_->isChecked();
}

QString CompareDialog::first() const {
    return first_->text();
}

QString CompareDialog::second() const {
    return second_->text();
}

void CompareDialog::setPaths(const QString& first, const QString& second) {
    if (!first.isEmpty()) file_->setChecked(true);
    first_->setText(first);
    second_->setText(second);
}

void CompareDialog::browse(QLineEdit* edit) {
    const auto path = QFileDialog::getOpenFileName(this, tr("Recording"), edit->text(),
                                                   tr("Sessions (*.ipcscope);;All files (*)"));
    if (path.isEmpty()) return;
    if (edit == first_) file_->setChecked(true);
    edit->setText(path);
}

void CompareDialog::refresh() {
    const auto wrong = [](const QString& path) {
        if (!QFileInfo::exists(path)) return tr("There is no file %1.").arg(path);
        if (!isSessionPath(path))
            return tr("%1 is no recording. A program has to be run first: open it, and execute it.")
                .arg(path);
        return QString();
    };
    QString why;
    const bool file = !present_->isChecked();
    if (file && !first_->text().isEmpty()) why = wrong(first_->text());
    if (why.isEmpty() && !second_->text().isEmpty()) why = wrong(second_->text());
    problem_->setText(why);
    ok_->setEnabled(why.isEmpty() && !second_->text().isEmpty() && (!file || !first_->text().isEmpty()));
}

}  // namespace ipcscope

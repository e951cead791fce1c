#include "example_dialog.h"

#include "session/examples.h"
#include "words.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ipcscope {

ExampleDialog::ExampleDialog(const QString& program, QWidget* parent)
    : QDialog(parent), title_(new QLineEdit), about_(new QPlainTextEdit) {
    setObjectName(QStringLiteral("exampleDialog"));
    setWindowTitle(tr("Save as example"));
    const auto bytes = program.toStdString();
    const auto example = read_example(bytes);
    QStringList paragraphs;
    for (const auto& paragraph : example.paragraphs)
        paragraphs += fromUtf8(paragraph);
    if (!example.look_for.empty()) paragraphs += QStringLiteral("Look for: ") + fromUtf8(example.look_for);
    title_->setText(fromUtf8(example.title));
    title_->setMaxLength(80);
    about_->setPlainText(paragraphs.join(QStringLiteral("\n\n")));
    about_->setTabChangesFocus(true);
    about_->setAccessibleName(tr("What it shows"));
    auto* words = new QLabel(tr(
        "It is kept among your own examples, with this as the comment at its head; the program in the window "
        "stays as it is. A paragraph that begins with “Look for:” says what to look for on the timeline."));
    words->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    auto* form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(words);
    form->addRow(tr("&Title:"), title_);
    form->addRow(tr("What it &shows:"), about_);
    form->addRow(buttons);
    const auto check = [this, buttons] {
        buttons->button(QDialogButtonBox::Save)->setEnabled(!title().isEmpty());
    };
    connect(title_, &QLineEdit::textChanged, this, check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    resize(560, 420);
}

QString ExampleDialog::title() const {
    return title_->text().simplified();
}

QString ExampleDialog::about() const {
    return about_->toPlainText().trimmed();
}

}  // namespace ipcscope

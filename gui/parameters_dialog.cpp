#include "parameters_dialog.h"

#include "session.h"
#include "session/settings.h"
#include "theme.h"
#include "words.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ipcscope {

bool ParametersDialog::has(Session& session) {
    const auto& parsed = session.document().parsed();
    return parsed.errors.empty() && !parameters_of(parsed.program).empty();
}

ParametersDialog::ParametersDialog(Session& session, QWidget* parent)
    : QDialog(parent), session_(session), problem_(new QLabel), run_(nullptr) {
    setObjectName(QStringLiteral("parametersDialog"));
    setWindowTitle(tr("Run with parameters"));
    before_ = session_.document().text()->toPlainText();
    auto* inner = new QWidget;
    auto* form = new QFormLayout(inner);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto parameters = parameters_of(session_.document().parsed().program);
    for (const auto& parameter : parameters) {
        auto* edit = new QLineEdit(fromUtf8(parameter.value));
        const QString name = fromUtf8(parameter.name), help = fromUtf8(parameter.comment);
        edit->setAccessibleName(name);
        edit->setAccessibleDescription(help);
        edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        edit->setToolTip(help);
        auto* label = new QLabel(name);
        label->setBuddy(edit);
        form->addRow(label, edit);
        if (!help.isEmpty()) {
            auto* words = new QLabel(help);
            words->setWordWrap(true);
            words->setForegroundRole(QPalette::PlaceholderText);
            form->addRow(QString(), words);
        }
        edits_.push_back({name, edit});
        connect(edit, &QLineEdit::textChanged, this, &ParametersDialog::check);
    }
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(windowTitle());
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* words = new QLabel(tr(
        "What the program's let lines say. New values are written there before the program runs; Undo takes "
        "them back."));
    words->setWordWrap(true);
    problem_->setWordWrap(true);
    problem_->setAccessibleName(tr("What does not fit"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    run_ = buttons->addButton(tr("&Run"), QDialogButtonBox::AcceptRole);
    run_->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ParametersDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(scroll, 1);
    column->addWidget(problem_);
    column->addWidget(buttons);
    check();
    resize(520, std::min(520, 200 + 60 * static_cast<int>(edits_.size())));
}

void ParametersDialog::check() {
    std::vector<std::string> settings;
    const auto parameters = parameters_of(session_.document().parsed().program);
    std::size_t at = 0;
    for (const auto& [name, edit] : edits_) {
        const auto value = edit->text().trimmed().toStdString();
        if (at < parameters.size() && value != parameters[at].value)
            settings.push_back(name.toStdString() + "=" + value);
        ++at;
    }
    const auto applied = apply_settings(session_.registry(), before_.toStdString(), settings);
    text_ = applied ? fromUtf8(*applied) : QString();
    problem_->setText(applied ? QString() : fromUtf8(applied.error().message));
    auto palette = problem_->palette();
    palette.setColor(QPalette::WindowText, tones().bad);
    problem_->setPalette(palette);
    problem_->setVisible(!applied);
    run_->setEnabled(applied.has_value());
}

void ParametersDialog::accept() {
    if (text_.isNull()) return;
    auto& document = session_.document();
    if (text_ != before_) document.replaceAll(text_, tr("the parameters"));
    QDialog::accept();
    session_.runProgram();
}

}  // namespace ipcscope

#include "replay_dialog.h"

#include "common/tones.h"
#include "words.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ipcscope {

CompareChoices::CompareChoices(QWidget* parent)
    : QWidget(parent),
      late_(new QCheckBox(tr("takes longer than it did, times"))),
      factor_(new QDoubleSpinBox) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    int place = 0;
    const auto add = [&](const QString& text, const QString& tip, bool CompareOptions::*what) {
        auto* box = new QCheckBox(text);
        box->setToolTip(tip);
        box->setChecked(true);
        grid->addWidget(box, place / 2, place % 2);
        ++place;
        boxes_.push_back({box, what});
    };
    add(tr("&Error or success"), tr("Success, or which error (errno)"), &CompareOptions::errnos);
    add(tr("&Return value"), tr("Handles and process ids never count"), &CompareOptions::returns);
    add(tr("&Bytes"), tr("The payload, octet by octet"), &CompareOptions::bytes);
    add(tr("Other re&sults"), tr("What comes back beside these"), &CompareOptions::results);
    add(tr("&Arguments"), tr("What it was called with"), &CompareOptions::arguments);
    add(tr("B&locked"), tr("It came back in one, and is still asleep in the other"),
        &CompareOptions::blocked);
    factor_->setRange(1.1, 1e6);
    factor_->setDecimals(1);
    factor_->setValue(10);
    factor_->setSingleStep(1);
    factor_->setAccessibleName(tr("How many times as long"));
    factor_->setEnabled(false);
    late_->setToolTip(tr("What is over within 10 ms is never late"));
    auto* row = new QHBoxLayout;
    row->addWidget(late_);
    row->addWidget(factor_);
    row->addStretch(1);
    grid->addLayout(row, (place + 1) / 2, 0, 1, 2);
    connect(late_, &QCheckBox::toggled, factor_, &QWidget::setEnabled);
}

CompareOptions CompareChoices::options() const {
    CompareOptions out;
    for (const auto& [box, what] : boxes_)
        out.*what = box->isChecked();
    out.late_factor = late_->isChecked() ? factor_->value() : 0;
    return out;
}

void CompareChoices::set(const CompareOptions& options) {
    for (const auto& [box, what] : boxes_)
        box->setChecked(options.*what);
    late_->setChecked(options.late_factor > 0);
    if (options.late_factor > 0) factor_->setValue(options.late_factor);
}

ReplayDialog::ReplayDialog(const std::vector<LeftOut>& leftOut, const CompareOptions& options,
                           QWidget* parent)
    : QDialog(parent),
      fast_(new QRadioButton(tr("As &fast as possible"))),
      recorded_(new QRadioButton(tr("As &recorded"))),
      scaled_(new QRadioButton(tr("S&caled, times as fast:"))),
      step_(new QRadioButton(tr("Step &by step"))),
      factor_(new QDoubleSpinBox),
      times_(new QSpinBox),
      outside_(new QCheckBox),
      choices_(new CompareChoices) {
    setObjectName(QStringLiteral("replayDialog"));
    setWindowTitle(tr("Execute again"));
    auto* about =
        new QLabel(tr("The program runs again, for real, on fresh workers and fresh objects. What "
                      "comes out is compared with the recording."));
    about->setWordWrap(true);
    choices_->set(options);
    auto* counts = new QGroupBox(tr("An operation is different if this differs"));
    auto* inner = new QVBoxLayout(counts);
    inner->addWidget(choices_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Execute again"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(makeTiming());
    layout->addWidget(counts);
    if (!leftOut.empty()) layout->addWidget(makeOutside(leftOut));
    layout->addWidget(buttons);
    if (leftOut.empty()) {
        outside_->setParent(this);
        outside_->hide();
    }
    for (auto* button : {fast_, recorded_, scaled_, step_})
        connect(button, &QRadioButton::toggled, this, &ReplayDialog::refresh);
    fast_->setChecked(true);
    refresh();
    setMinimumWidth(460);
}

QWidget* ReplayDialog::makeTiming() {
    auto* box = new QGroupBox(tr("Timing"));
    auto* grid = new QGridLayout(box);
    factor_->setRange(0.001, 1e6);
    factor_->setDecimals(3);
    factor_->setValue(10);
    factor_->setAccessibleName(tr("How many times as fast"));
    times_->setRange(1, 1'000'000);
    times_->setValue(1);
    times_->setObjectName(QStringLiteral("replayTimes"));
    times_->setAccessibleName(tr("How often"));
    recorded_->setToolTip(tr("Each statement begins when it began then"));
    step_->setToolTip(tr("Waits before each statement until you go on"));
    step_->setObjectName(QStringLiteral("replayStep"));
    grid->addWidget(fast_, 0, 0, 1, 2);
    grid->addWidget(recorded_, 1, 0, 1, 2);
    grid->addWidget(scaled_, 2, 0);
    grid->addWidget(factor_, 2, 1);
    grid->addWidget(step_, 3, 0, 1, 2);
    auto* often = new QLabel(tr("Runs, one after the &other:"));
    often->setBuddy(times_);
    grid->addWidget(often, 4, 0);
    grid->addWidget(times_, 4, 1);
    grid->setColumnStretch(0, 1);
    return box;
}

QWidget* ReplayDialog::makeOutside(const std::vector<LeftOut>& leftOut) {
    auto* box = new QGroupBox(tr("Left out: it may touch what this program has not made"));
    auto* layout = new QVBoxLayout(box);
    auto* list = new QPlainTextEdit;
    list->setObjectName(QStringLiteral("replayLeftOut"));
    list->setAccessibleName(tr("What is left out"));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setLineWrapMode(QPlainTextEdit::NoWrap);
    list->setFixedHeight(
        std::min(7, static_cast<int>(leftOut.size()) * 2 + 1) * list->fontMetrics().lineSpacing() + 12);
    QStringList lines;
    for (const auto& one : leftOut)
        lines += tr("line %1: %2\n    %3").arg(one.line).arg(fromUtf8(one.text), fromUtf8(one.why));
    list->setPlainText(lines.join(QLatin1Char('\n')));
    outside_->setText(tr("Do this, &too: it may change what belongs to other programs"));
    outside_->setObjectName(QStringLiteral("replayOutside"));
    layout->addWidget(list);
    layout->addWidget(outside_);
    return box;
}

void ReplayDialog::refresh() {
    factor_->setEnabled(scaled_->isChecked());
    times_->setEnabled(!step_->isChecked());
}

double ReplayDialog::speed() const {
    return recorded_->isChecked() ? 1.0 : scaled_->isChecked() ? factor_->value() : 0.0;
}

bool ReplayDialog::step() const {
    return step_->isChecked();
}

int ReplayDialog::times() const {
    return step() ? 1 : times_->value();
}

bool ReplayDialog::outside() const {
    return outside_->isChecked();
}

}  // namespace ipcscope

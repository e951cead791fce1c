#include "forms/line_editors.h"

#include "common/tones.h"
#include "schema/text.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QToolButton>

#include <limits>

namespace ipcscope {

namespace {

QHBoxLayout* row(QWidget* owner) {
    auto* layout = new QHBoxLayout(owner);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    return layout;
}

// The program's way to read a value, for the whole text.
Value parseAll(const TypeSpec& type, const QString& text, QString& problem) {
    const std::string utf8 = text.trimmed().toStdString();
    Cursor cursor{utf8};
    Result<Value> value = parse_value(type, cursor);
    if (!value) {
        problem = QString::fromStdString(value.error().text());
        return {};
    }
    cursor.skip_space();
    if (!cursor.done()) {
        problem = LineEditor::tr("'%1' cannot stand here").arg(QString::fromUtf8(utf8.c_str() + cursor.at));
        return {};
    }
    return std::move(*value);
}

QString unitText(Unit unit) {
    switch (unit) {
        case Unit::bytes: return LineEditor::tr("bytes");
        case Unit::messages: return LineEditor::tr("messages");
        case Unit::nanoseconds: return QStringLiteral("ns");
        case Unit::unix_time: return LineEditor::tr("s since 1970");
        default: return {};
    }
}

// A spin box over the whole range of std::int64_t, which leaves its text to the editor.
class Stepper : public QAbstractSpinBox {
public:
    Stepper(QWidget* parent, EditorSize size, std::function<void(int)> step)
        : QAbstractSpinBox(parent), step_(std::move(step)), digits_(size == EditorSize::compact ? 4 : 12) {
        setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    }
    void stepBy(int steps) override { step_(steps); }
    QLineEdit* line() const { return lineEdit(); }

protected:
    StepEnabled stepEnabled() const override { return StepUpEnabled | StepDownEnabled; }
    QValidator::State validate(QString&, int&) const override { return QValidator::Acceptable; }
    QSize sizeHint() const override {
        const QSize base = QAbstractSpinBox::sizeHint();
        return {fontMetrics().horizontalAdvance(QLatin1Char('0')) * digits_ + 30, base.height()};
    }
    QSize minimumSizeHint() const override {
        return {fontMetrics().averageCharWidth() * 5 + 26, sizeHint().height()};
    }

private:
    std::function<void(int)> step_;
    int digits_;
};

}  // namespace

void LineEditor::use(QLineEdit* line) {
    line_ = line;
    setFocusProxy(line->parentWidget() == this ? line : line->parentWidget());
    connect(line, &QLineEdit::textChanged, this, &LineEditor::textChanged);
}

Value LineEditor::value() const {
    return value_;
}

QString LineEditor::problem() const {
    return problem_;
}

QString LineEditor::print(const Value& value) const {
    return value.empty() ? QString() : QString::fromStdString(print_value(type(), value));
}

Value LineEditor::parse(const QString& text, QString& problem) const {
    return parseAll(type(), text, problem);
}

void LineEditor::setValue(const Value& value) {
    const QScopedValueRollback<bool> guard(setting_, true);
    line_->setText(print(value));
    reparse();
    if (!value.empty()) {
        value_ = value;
        problem_.clear();
    }
    changed();
    Q_EMIT edited();
}

void LineEditor::textChanged() {
    if (setting_) return;
    reparse();
    changed();
    Q_EMIT edited();
}

void LineEditor::reparse() {
    problem_.clear();
    value_ = parse(line_->text(), problem_);
    if (!problem_.isEmpty()) value_ = {};
}

IntegerEditor::IntegerEditor(const TypeSpec& type, QWidget* parent, EditorSize size)
    : LineEditor(type, parent) {
    QHBoxLayout* layout = row(this);
    if (!type.names.empty()) {
        auto* combo = new QComboBox(this);
        combo->setEditable(true);
        combo->setInsertPolicy(QComboBox::NoInsert);
        for (const NamedValue& named : type.names) {
            combo->addItem(QString::fromUtf8(named.name));
            combo->setItemData(combo->count() - 1, QString::fromUtf8(named.help), Qt::ToolTipRole);
        }
        combo->setMinimumContentsLength(size == EditorSize::compact ? 4 : 8);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        layout->addWidget(combo, 1);
        use(combo->lineEdit());
    } else {
        auto* stepper = new Stepper(this, size, [this](int by) { step(by); });
        layout->addWidget(stepper, size == EditorSize::compact ? 1 : 0);
        use(stepper->line());
    }
    const QString unit = unitText(type.unit);
    if (size == EditorSize::normal) {
        unit_ = new ToneLabel(Tone::quiet, this);
        unit_->setWordWrap(false);
        unit_->setText(unit);
        layout->addWidget(unit_);
        if (type.names.empty()) layout->addStretch(1);
    }
    setValue({});
}

Value IntegerEditor::parse(const QString& text, QString& problem) const {
    if (text.trimmed().isEmpty()) {
        problem = tr("a number is needed");
        return {};
    }
    if (type().unit == Unit::bytes) {
        static const QRegularExpression scaled(QStringLiteral("^\\s*(\\d+)\\s*([KMG])(i?B)?\\s*$"),
                                               QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = scaled.match(text);
        if (match.hasMatch()) {
            bool ok = false;
            const qint64 number = match.captured(1).toLongLong(&ok);
            const int shift = match.captured(2).toUpper() == QLatin1String("K")   ? 10
                              : match.captured(2).toUpper() == QLatin1String("M") ? 20
                                                                                  : 30;
            if (ok && number <= (std::numeric_limits<qint64>::max() >> shift)) return Value(number << shift);
        }
    }
    return parseAll(type(), text, problem);
}

void IntegerEditor::changed() {
    if (!unit_) return;
    if (value().as<Name>()) {  // cannot be checked before it runs: at least it is seen to be one
        unit_->setText(tr("result of the program"));
        unit_->setVisible(true);
        return;
    }
    unit_->setVisible(type().unit != Unit::none && !unitText(type().unit).isEmpty());
    if (type().unit != Unit::bytes) return unit_->setText(unitText(type().unit));
    const std::int64_t number = value().integer();
    unit_->setText(number >= 1024 && problem().isEmpty()
                       ? QString::fromStdString(print_quantity(number, Unit::bytes))
                       : unitText(type().unit));
}

void IntegerEditor::step(int by) {
    const std::int64_t now = value().integer(std::clamp<std::int64_t>(0, type().min, type().max));
    std::int64_t next = 0;
    if (__builtin_add_overflow(now, std::int64_t{by}, &next)) return;
    setValue(std::clamp(next, type().min, type().max));
    line_->selectAll();
}

RealEditor::RealEditor(const TypeSpec& type, QWidget* parent) : LineEditor(type, parent) {
    auto* line = new QLineEdit(this);
    row(this)->addWidget(line);
    use(line);
    setValue({});
}

DurationEditor::DurationEditor(const TypeSpec& type, QWidget* parent) : LineEditor(type, parent) {
    auto* line = new QLineEdit(this);
    line->setPlaceholderText(tr("200ms, 1.5s"));
    row(this)->addWidget(line);
    use(line);
    setValue({});
}

Value DurationEditor::parse(const QString& text, QString& problem) const {
    QString dense = text;
    dense.remove(QLatin1Char(' '));
    if (dense.isEmpty()) {
        problem = tr("a duration is needed, such as 200ms or 1.5s");
        return {};
    }
    const Value value = parseAll(type(), dense, problem);
    if (!problem.isEmpty() || value.as<Name>())
        problem = tr("'%1' is not a duration: 1.5s, 200ms, 10us, 5ns").arg(text.trimmed());
    return value;
}

ModeEditor::ModeEditor(const TypeSpec& type, QWidget* parent) : LineEditor(type, parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    layout->addLayout(top);
    auto* line = new QLineEdit(this);
    line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    line->setMaximumWidth(line->fontMetrics().horizontalAdvance(QLatin1Char('0')) *
                          (type.names.empty() ? 10 : 14));
    letters_ = new QLabel(this);
    letters_->setFont(line->font());
    letters_->setForegroundRole(QPalette::PlaceholderText);
    auto* unfold = new QToolButton(this);
    unfold->setText(tr("Bits"));
    unfold->setCheckable(true);
    unfold->setAutoRaise(true);
    unfold->setToolTip(tr("Show the permissions as check boxes"));
    unfold->setArrowType(Qt::RightArrow);
    unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    top->addWidget(line);
    top->addWidget(letters_);
    top->addStretch(1);
    top->addWidget(unfold);

    grid_ = new QWidget(this);
    auto* cells = new QGridLayout(grid_);
    cells->setContentsMargins(2, 0, 0, 0);
    cells->setVerticalSpacing(2);
    const QString who[] = {tr("owner"), tr("group"), tr("others")};
    const QString what[] = {tr("read"), tr("write"), tr("execute")};
    for (int w = 0; w < 3; ++w) {
        auto* name = new QLabel(who[w], grid_);
        name->setForegroundRole(QPalette::PlaceholderText);
        cells->addWidget(name, w, 0);
        for (int p = 0; p < 3; ++p) {
            auto* box = new QCheckBox(what[p], grid_);
            box->setAccessibleName(tr("%1 may %2").arg(who[w], what[p]));
            const std::int64_t bit = 0400 >> (w * 3 + p);
            connect(box, &QCheckBox::clicked, this, [this, bit](bool on) {
                const std::int64_t now = std::max<std::int64_t>(value().integer(), 0);
                setValue(on ? now | bit : now & ~bit);
            });
            cells->addWidget(box, w, p + 1);
            bits_.push_back(box);
        }
    }
    cells->setColumnStretch(4, 1);
    grid_->hide();
    layout->addWidget(grid_);
    connect(unfold, &QToolButton::toggled, this, [this, unfold](bool on) {
        grid_->setVisible(on);
        unfold->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
    });
    use(line);
    setValue({});
}

Value ModeEditor::parse(const QString& text, QString& problem) const {
    const QString digits = text.trimmed();
    for (const NamedValue& named : type().names)
        if (digits == QString::fromUtf8(named.name)) return named.value;
    bool ok = false;
    const qint64 mode = digits.toLongLong(&ok, 8);
    if (!ok || mode < type().min || mode > type().max) {
        problem = digits.isEmpty() ? tr("permission bits are needed, such as 0600")
                                   : tr("'%1' is not a mode: octal digits, at most %2")
                                         .arg(digits, QString::number(type().max, 8));
        return {};
    }
    return mode;
}

QString ModeEditor::print(const Value& value) const {
    for (const NamedValue& named : type().names)
        if (!value.empty() && named.value == value.integer()) return QString::fromUtf8(named.name);
    return LineEditor::print(value);
}

void ModeEditor::changed() {
    const std::int64_t mode = std::max<std::int64_t>(value().integer(), 0);  // -1: a name for "none of them"
    QString letters;
    for (int i = 0; i < 9; ++i) {
        const bool on = (mode & (0400 >> i)) != 0;
        letters += on ? QLatin1Char("rwx"[i % 3]) : QLatin1Char('-');
        bits_[static_cast<std::size_t>(i)]->setChecked(on);
    }
    if (mode & 07000) {  // as ls(1) shows set-user-id, set-group-id and sticky
        const auto special = [&](int at, std::int64_t bit, char with, char without) {
            if (mode & bit) letters[at] = QLatin1Char(letters[at] == QLatin1Char('x') ? with : without);
        };
        special(2, 04000, 's', 'S');
        special(5, 02000, 's', 'S');
        special(8, 01000, 't', 'T');
    }
    letters_->setText(problem().isEmpty() && value().integer() >= 0 ? letters : QString());
}

TextEditor::TextEditor(const TypeSpec& type, QWidget* parent) : LineEditor(type, parent) {
    auto* line = new QLineEdit(this);
    row(this)->addWidget(line);
    use(line);
    setValue({});
}

QString TextEditor::print(const Value& value) const {
    return QString::fromStdString(value.bytes());
}

Value TextEditor::parse(const QString& text, QString&) const {
    return text.toStdString();
}

PathEditor::PathEditor(const TypeSpec& type, QWidget* parent) : LineEditor(type, parent) {
    QHBoxLayout* layout = row(this);
    auto* line = new QLineEdit(this);
    auto* browse = new QToolButton(this);
    browse->setText(QStringLiteral("…"));
    browse->setAccessibleName(tr("Choose a file"));
    browse->setToolTip(tr("Choose a file; it need not exist"));
    layout->addWidget(line, 1);
    layout->addWidget(browse);
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getSaveFileName(this, label_, line_->text(), {}, nullptr,
                                                            QFileDialog::DontConfirmOverwrite);
        if (!chosen.isEmpty()) line_->setText(chosen);
    });
    use(line);
    setValue({});
}

QString PathEditor::print(const Value& value) const {
    return QFile::decodeName(QByteArray::fromStdString(value.bytes()));
}

Value PathEditor::parse(const QString& text, QString& problem) const {
    if (text.isEmpty()) {
        problem = tr("a file name is needed");
        return {};
    }
    return QFile::encodeName(text).toStdString();
}

}  // namespace ipcscope

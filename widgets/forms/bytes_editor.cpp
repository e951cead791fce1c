#include "forms/bytes_editor.h"

#include "common/tones.h"
#include "schema/text.h"

#include <QAbstractTextDocumentLayout>
#include <QButtonGroup>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QToolButton>

namespace ipcscope {

namespace {

// More than this is not put into the editor: it stays as it was read, and its beginning is shown.
constexpr std::size_t editable = 64 << 10;

QToolButton* small(const QString& text, const QString& help, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(help);
    button->setAutoRaise(true);
    return button;
}

}  // namespace

QString escaped(const std::string& bytes) {
    const std::string quoted = quote(bytes);
    std::string out;
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
        if (quoted[i] == '\\' && i + 2 < quoted.size()) {
            if (quoted[i + 1] != '"') out += '\\';
            out += quoted[++i];
        } else {
            out += quoted[i];
        }
    }
    return QString::fromStdString(out);
}

std::string unescaped(const QString& text, QString& problem) {
    const std::string in = text.toStdString();
    std::string quoted = "\"";
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (in[i] == '\\' && i + 1 < in.size()) {
            quoted += in[i];
            quoted += in[++i];
        } else if (in[i] == '"') {
            quoted += "\\\"";
        } else if (in[i] == '\n') {
            quoted += "\\n";
        } else if (in[i] == '\t') {
            quoted += "\\t";
        } else if (in[i] == '\\') {
            problem = BytesEditor::tr("the text ends in a lone \\ (write \\\\ for one)");
            return {};
        } else {
            quoted += in[i];
        }
    }
    quoted += '"';
    Result<std::string> bytes = unquote(quoted);
    if (!bytes) {
        problem = QString::fromStdString(bytes.error().text());
        return {};
    }
    return std::move(*bytes);
}

QString hexDigits(const std::string& bytes) {
    return QString::fromLatin1(QByteArray::fromStdString(bytes).toHex(' '));
}

std::string fromHexDigits(const QString& text, QString& problem) {
    QByteArray digits;
    for (const QChar c : text) {
        if (c.isSpace()) continue;
        const char digit = c.toLatin1();
        if (!isxdigit(static_cast<unsigned char>(digit))) {
            problem = BytesEditor::tr("'%1' is not a hex digit").arg(c);
            return {};
        }
        digits += digit;
    }
    if (digits.size() % 2) {
        problem = BytesEditor::tr("a byte has two hex digits, the last one has one");
        return {};
    }
    return QByteArray::fromHex(digits).toStdString();
}

BytesEditor::BytesEditor(const TypeSpec& type, QWidget* parent) : Editor(type, parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    text_ = new QPlainTextEdit(this);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setTabChangesFocus(true);
    text_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text_->setWordWrapMode(QTextOption::WrapAnywhere);
    text_->setPlaceholderText(tr("empty"));
    text_->installEventFilter(this);
    setFocusProxy(text_);
    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    auto* length = new ToneLabel(Tone::quiet, this);
    length->setWordWrap(false);
    length_ = length;
    asText_ = small(tr("Text"), tr("Text with C escapes: \\n, \\0, \\x1b"), this);
    asHex_ = small(tr("Hex"), tr("Two hex digits a byte"), this);
    auto* file = small(tr("File…"), tr("Take the bytes of a file"), this);
    auto* group = new QButtonGroup(this);
    for (QToolButton* button : {asText_, asHex_}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    asText_->setChecked(true);
    below->addWidget(length_);
    below->addStretch(1);
    clear_ = small(tr("Clear"), tr("Empty the bytes, to type others"), this);
    for (QToolButton* button : {clear_, asText_, asHex_, file})
        below->addWidget(button);
    connect(clear_, &QToolButton::clicked, this, [this] { setValue(""); });
    layout->addWidget(text_);
    layout->addLayout(below);

    connect(text_, &QPlainTextEdit::textChanged, this, &BytesEditor::take);
    connect(asHex_, &QToolButton::toggled, this, [this](bool on) {
        bad_.clear();  // what cannot be converted gives way to what was last good
        hex_ = on;
        print();
        Q_EMIT edited();
    });
    connect(file, &QToolButton::clicked, this, &BytesEditor::load);
    print();
}

void BytesEditor::setValue(const Value& value) {
    bytes_ = value.bytes();
    bad_.clear();
    print();
    Q_EMIT edited();
}

void BytesEditor::take() {
    bad_.clear();
    const QString text = text_->toPlainText();
    std::string bytes = hex_ ? fromHexDigits(text, bad_) : unescaped(text, bad_);
    if (bad_.isEmpty()) bytes_ = std::move(bytes);
    length_->setText(bad_.isEmpty() ? countText() : tr("?"));
    fit();
    Q_EMIT edited();
}

void BytesEditor::print() {
    const QSignalBlocker quiet(text_);
    const bool large = bytes_.size() > editable;
    const std::string shown = large ? bytes_.substr(0, 256) : bytes_;
    text_->setPlainText((hex_ ? hexDigits(shown) : escaped(shown)) +
                        (large ? QStringLiteral(" …") : QString()));
    text_->setReadOnly(large);
    clear_->setVisible(large);
    length_->setText(large ? tr("%1, too long to edit here").arg(countText()) : countText());
    fit();
}

// "1500 bytes (1.5 KiB)": the exact number is what a person checks.
QString BytesEditor::countText() const {
    const auto size = static_cast<qint64>(bytes_.size());
    const QString quantity = QString::fromStdString(print_quantity(size, Unit::bytes));
    return size < 1024 ? quantity : tr("%1 bytes (%2)").arg(size).arg(quantity);
}

void BytesEditor::load() {
    const QString name = QFileDialog::getOpenFileName(this, label_);
    if (name.isEmpty()) return;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        bad_ = tr("%1 cannot be read: %2").arg(name, file.errorString());
    } else {
        const auto limit = type().max_items ? static_cast<qint64>(type().max_items) : qint64{max_payload};
        const QByteArray bytes = file.read(limit + 1);
        if (bytes.size() > limit) {
            bad_ = tr("%1 is longer than the %2 that fit")
                       .arg(QFileInfo(name).fileName(),
                            QString::fromStdString(print_quantity(limit, Unit::bytes)));
        } else {
            return setValue(bytes.toStdString());
        }
    }
    Q_EMIT edited();
}

// One line to begin with, up to six.
void BytesEditor::fit() {
    const int line = text_->fontMetrics().lineSpacing();
    const int lines =
        std::clamp(static_cast<int>(text_->document()->documentLayout()->documentSize().height()), 1, 6);
    const int margins = 2 + 2 * (text_->frameWidth() + static_cast<int>(text_->document()->documentMargin()));
    text_->setVerticalScrollBarPolicy(lines == 6 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    text_->setFixedHeight(lines * line + margins);
}

// Return does the operation; Shift+Return is a line end.
bool BytesEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == text_ && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ShiftModifier)) {
            text_->insertPlainText(QStringLiteral("\n"));
            return true;
        }
        if (enter) {
            event->ignore();
            return true;
        }
    }
    if (watched == text_ && event->type() == QEvent::Resize) fit();
    return Editor::eventFilter(watched, event);
}

}  // namespace ipcscope

#include "code_panel.h"

#include "code_highlighter.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSettings>
#include <QTextBlock>
#include <QVBoxLayout>

namespace ipcscope {

namespace {

constexpr Language all[] = {Language::c, Language::cpp, Language::python};

QFont fixedFont(const QFont& around) {
    auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (QFontInfo(fixed).fixedPitch()) return fixed;
    fixed = QFont(QStringLiteral("monospace"), around.pointSize());
    fixed.setStyleHint(QFont::Monospace);
    return fixed;
}

}  // namespace

CodePanel::CodePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      languages_(new QComboBox(this)),
      text_(new QPlainTextEdit(this)),
      note_(new QLabel(this)),
      copy_(new QPushButton(tr("&Copy"), this)),
      save_(new QPushButton(tr("Save &as…"), this)) {
    for (const auto language : all)
        languages_->addItem(QString::fromLatin1(language_title(language)), static_cast<int>(language));
    languages_->setObjectName(QStringLiteral("codeLanguage"));
    languages_->setAccessibleName(tr("Language of the code"));
    languages_->setCurrentIndex(
        std::clamp(QSettings().value(QStringLiteral("code/language")).toInt(), 0, languages_->count() - 1));
    copy_->setAccessibleName(tr("Copy the code"));
    save_->setAccessibleName(tr("Save the code in a file"));
    text_->setObjectName(QStringLiteral("codeText"));
    text_->setAccessibleName(tr("The program as code"));
    text_->setReadOnly(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setFont(fixedFont(font()));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    text_->setFrameShape(QFrame::NoFrame);
    note_->setObjectName(QStringLiteral("codeNote"));
    note_->setAccessibleName(tr("What there is no code for"));
    note_->setWordWrap(true);
    note_->setMargin(6);
    note_->hide();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 4, 6, 4);
    row->addWidget(languages_);
    row->addStretch(1);
    row->addWidget(copy_);
    row->addWidget(save_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(text_, 1);
    column->addWidget(note_);

    connect(languages_, &QComboBox::currentIndexChanged, this, [this](int index) {
        QSettings().setValue(QStringLiteral("code/language"), index);
        delete std::exchange(highlighter_, nullptr);
        outdated();
    });
    connect(copy_, &QPushButton::clicked, this, &CodePanel::copy);
    connect(save_, &QPushButton::clicked, this, &CodePanel::save);
    connect(&session.document(), &ProgramDocument::parsedChanged, this, &CodePanel::outdated);
    connect(&session.selection(), &EventSelection::changed, this, &CodePanel::followSelection);
}

Language CodePanel::language() const {
    return static_cast<Language>(languages_->currentData().toInt());
}

void CodePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!current_) make();
}

void CodePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    delete std::exchange(highlighter_, nullptr);  // its colours are those of the theme
    outdated();
}

void CodePanel::outdated() {
    current_ = false;
    if (isVisible()) make();
}

QString CodePanel::stem() const {
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_-]+"));
    auto name = QFileInfo(session_.document().title()).completeBaseName().replace(other, QStringLiteral("_"));
    return name.isEmpty() ? QStringLiteral("session") : name;
}

void CodePanel::make() {
    current_ = true;
    const auto& parsed = session_.document().parsed();
    const bool sound = parsed.errors.empty() && !session_.document().isBlank();
    GeneratedCode code;
    if (sound)
        code = generate_code(session_.registry(), parsed.program, language(), stem().toStdString(), code_of);
    if (!highlighter_) highlighter_ = new CodeHighlighter(text_->document(), language());
    const QString text = fromUtf8(code.text);
    if (text_->toPlainText() != text) text_->setPlainText(text);
    sources_ = std::move(code.sources);
    QString note;
    if (!parsed.errors.empty()) note = tr("The program has errors; without them it can be shown as code.");
    if (!code.missing.empty()) {
        QStringList names;
        for (const auto& name : code.missing)
            names += fromUtf8(name);
        note = tr("There is no code for this in %1: %2")
                   .arg(languages_->currentText(), names.join(QStringLiteral(", ")));
    } else if (!code.packages.empty()) {
        QStringList names;
        for (const auto& name : code.packages)
            names += fromUtf8(name);
        note = tr("Needs to be installed: %1").arg(names.join(QStringLiteral(", ")));
    }
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    copy_->setEnabled(sound);
    save_->setEnabled(sound);
    mark();
}

void CodePanel::followLine(int line) {
    if (line == line_) return;
    line_ = line;
    if (current_ && isVisible()) mark();
}

void CodePanel::followSelection() {
    const auto run = session_.controller().recording();
    const auto seq = session_.selection().seq();
    if (!run || !seq || *seq >= run->events().size()) return;
    const auto* call = run->calls().find(CallId{run->events()[*seq].call});
    if (call && call->line > 0) followLine(call->line);
}

void CodePanel::mark() {
    QList<QTextEdit::ExtraSelection> selections;
    int first = -1;
    for (std::size_t i = 0; line_ > 0 && i < sources_.size(); ++i) {
        if (sources_[i] != line_) continue;
        const auto block = text_->document()->findBlockByNumber(static_cast<int>(i));
        if (first < 0) first = static_cast<int>(i);
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.format.setBackground(tones().runningLine);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.push_back(selection);
    }
    text_->setExtraSelections(selections);
    if (first < 0) return;
    text_->setTextCursor(QTextCursor(text_->document()->findBlockByNumber(first)));
    text_->centerCursor();
}

void CodePanel::copy() {
    QApplication::clipboard()->setText(text_->toPlainText());
}

void CodePanel::save() {
    const auto suffix = QString::fromLatin1(language_suffix(language()));
    const auto path = QFileDialog::getSaveFileName(
        this, tr("Save the code"), stem() + QLatin1Char('.') + suffix,
        tr("%1 source (*.%2);;All files (*)").arg(languages_->currentText(), suffix));
    if (!path.isEmpty()) saveTo(path);
}

bool CodePanel::saveTo(const QString& path) {
    QSaveFile file(path);
    const QByteArray bytes = text_->toPlainText().toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return true;
    QMessageBox::warning(this, tr("Save the code"),
                         tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return false;
}

}  // namespace ipcscope

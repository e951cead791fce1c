#include "program_document.h"

#include "words.h"

#include <QFile>
#include <QFileInfo>
#include <QPlainTextDocumentLayout>
#include <QSaveFile>
#include <QStringDecoder>
#include <QTextBlock>

namespace ipcscope {

namespace {
constexpr int shownLetters = 32;  // of a line, in the name of a step
}

ProgramDocument::ProgramDocument(const Registry& registry, QObject* parent)
    : QObject(parent), registry_(registry) {
    text_.setDocumentLayout(new QPlainTextDocumentLayout(&text_));
    settle_.setSingleShot(true);
    settle_.setInterval(150);
    connect(&text_, &QTextDocument::contentsChanged, this, [this] { settle_.start(); });
    connect(&text_, &QTextDocument::modificationChanged, this, &ProgramDocument::modifiedChanged);
    connect(&settle_, &QTimer::timeout, this, &ProgramDocument::parsedChanged);
}

QString ProgramDocument::title() const {
    if (!path_.isEmpty()) return QFileInfo(path_).fileName();
    return title_.isEmpty() ? tr("Untitled") : title_;
}

bool ProgramDocument::isBlank() const {
    return text_.toPlainText().trimmed().isEmpty();
}

void ProgramDocument::setText(const QString& text, const QString& title) {
    appended_ = {};
    setInsertion(0);
    history_.setText(text);
    path_.clear();
    title_ = title;
    emit titleChanged();
    emit parsedChanged();
    emit replaced();
}

void ProgramDocument::setSession(const QString& text, const QString& path) {
    setText(text, {});
    setSaved(path);
}

void ProgramDocument::setSaved(const QString& path) {
    text_.setModified(false);
    path_ = path;
    emit titleChanged();
}

void ProgramDocument::replaceAll(const QString& text, const QString& name) {
    const TextHistory::Step step(history_, name);
    QTextCursor cursor(&text_);
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

Status ProgramDocument::load(const QString& path) {
    const auto name = QFile::encodeName(path).toStdString();
    QFile file(path);
    if (QFileInfo(path).isDir()) return failure(name + " is a directory");
    // Others may never come to an end (a FIFO), and would hold the window up.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile()) return failure(name + " is no regular file");
    if (!file.open(QIODevice::ReadOnly))
        return failure(name + " cannot be opened: " + file.errorString().toStdString());
    if (file.size() > maxBytes) return failure(name + " is larger than the 16 MiB that a program may have");
    const QByteArray bytes = file.read(maxBytes);
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    if (decode.hasError()) return failure(name + " is not UTF-8 text");
    setText(text, {});
    path_ = path;
    emit titleChanged();
    return {};
}

Status ProgramDocument::save(const QString& path) {
    const auto name = QFile::encodeName(path).toStdString();
    QSaveFile file(path);
    QByteArray bytes = text_.toPlainText().toUtf8();
    if (!bytes.endsWith('\n')) bytes += '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(name + " cannot be written: " + file.errorString().toStdString());
    setSaved(path);
    return {};
}

const ParsedProgram& ProgramDocument::parsed() const {
    if (parsedRevision_ != text_.revision()) {
        parsed_ = parse_program(registry_, text_.toPlainText().toStdString());
        parsedRevision_ = text_.revision();
    }
    return parsed_;
}

QTextCursor ProgramDocument::append(const Statement& statement) {
    const QString text = fromUtf8(print_statement(registry_, statement)).trimmed();
    const QString name =
        text.size() > shownLetters ? text.first(shownLetters).trimmed() + QChar(0x2026) : text;
    QTextCursor cursor(&text_);
    {
        const TextHistory::Step step(history_, QStringLiteral("“%1”").arg(name));
        if (insertion_.isNull()) {
            cursor.movePosition(QTextCursor::End);
            if (!cursor.block().text().trimmed().isEmpty()) cursor.insertBlock();
            cursor.insertText(text);
            cursor.insertBlock();
        } else {
            cursor.setPosition(insertion_.block().position());
            cursor.insertText(text + QLatin1Char('\n'));
        }
    }
    cursor.movePosition(QTextCursor::PreviousBlock);
    appended_ = cursor;
    appendedIndex_ = history_.stack().index();
    return cursor;
}

void ProgramDocument::setInsertion(int line) {
    const auto block = line > 0 ? text_.findBlockByNumber(line - 1) : QTextBlock();
    if (!block.isValid() && insertion_.isNull()) return;
    insertion_ = block.isValid() ? QTextCursor(block) : QTextCursor();
    emit insertionChanged();
}

int ProgramDocument::insertion() const {
    return insertion_.isNull() ? 0 : insertion_.blockNumber() + 1;
}

// What comes of a click belongs to its step, as long as nothing else was done since.
bool ProgramDocument::joins(const QTextCursor& line) {
    return !appended_.isNull() && appended_.block() == line.block() &&
           history_.stack().index() == appendedIndex_;
}

void ProgramDocument::withdraw(const QTextCursor& line) {
    if (line.isNull()) return;
    const TextHistory::Step step(history_, tr("withdrawing a line"), joins(line));
    QTextCursor cursor(line.block());
    cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

void ProgramDocument::markAsync(const QTextCursor& line) {
    if (line.isNull()) return;
    QTextCursor cursor(line.block());
    const QString text = cursor.block().text();
    const auto close = text.lastIndexOf(QLatin1Char(')'));
    if (close < 0 || text.mid(close).contains(QLatin1String("async"))) return;
    cursor.setPosition(cursor.block().position() + static_cast<int>(close) + 1);
    const TextHistory::Step step(history_, tr("not waiting for the outcome"), joins(line));
    cursor.insertText(QStringLiteral(" async"));
}

void ProgramDocument::setExpectation(const QTextCursor& line, const QString& outcome) {
    if (line.isNull() || outcome.isEmpty()) return;
    const TextHistory::Step step(history_, tr("the expected outcome"), joins(line));
    QTextCursor cursor(line.block());
    const auto comment = cursor.block().text().lastIndexOf(QLatin1String("  # "));
    if (comment >= 0)
        cursor.setPosition(cursor.block().position() + static_cast<int>(comment));
    else
        cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(QStringLiteral("  # ") + outcome);
}

}  // namespace ipcscope

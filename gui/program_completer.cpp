#include "program_completer.h"

#include "completion_list.h"
#include "session/completion.h"
#include "words.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace ipcscope {

namespace {
constexpr int leastWidth = 360, mostWidth = 640;
constexpr int mostText =
    1 << 20;  // characters: above this, names of the text are not looked for at every key
}  // namespace

ProgramCompleter::ProgramCompleter(const Registry& registry, QPlainTextEdit* editor)
    : QObject(editor), registry_(registry), editor_(editor), list_(new CompletionList(editor)) {
    connect(list_, &CompletionList::chosen, this, &ProgramCompleter::insert);
    // What was offered for another place means nothing here.
    connect(editor_, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const int at = editor_->textCursor().position();
        if (at < begin_ || at > end_ + 1) list_->close();
    });
    connect(editor_->verticalScrollBar(), &QScrollBar::valueChanged, list_, &CompletionList::close);
}

bool ProgramCompleter::isOpen() const {
    return list_->isOpen();
}

void ProgramCompleter::offer(bool asked) {
    const auto cursor = editor_->textCursor();
    const auto block = cursor.block();
    if (cursor.hasSelection() || (block.position() > mostText && !asked)) return list_->close();
    const QString line = block.text();
    QByteArray text = editor_->toPlainText().first(block.position()).toUtf8();
    const auto above = static_cast<std::size_t>(text.size());
    text += line.toUtf8();
    const auto at = above + static_cast<std::size_t>(line.first(cursor.positionInBlock()).toUtf8().size());
    const auto found =
        complete_program(registry_, {text.constData(), static_cast<std::size_t>(text.size())}, at);
    if (found.only_asked && !asked) return list_->close();
    const auto position = [&](std::size_t octets) {
        const auto part = text.mid(static_cast<qsizetype>(above), static_cast<qsizetype>(octets - above));
        return block.position() + static_cast<int>(QString::fromUtf8(part).size());
    };
    begin_ = position(found.begin);
    end_ = position(found.end);
    const QString word = line.mid(begin_ - block.position(), end_ - begin_);
    QList<CompletionItem> items;
    for (const auto& each : found.items)
        items.push_back({fromUtf8(each.insert), fromUtf8(each.label),
                         each.translate ? schemaText(each.help.c_str()) : fromUtf8(each.help),
                         static_cast<int>(each.back)});
    // What is written out already is no help.
    if (!asked && items.size() == 1 && items.front().insert.trimmed() == word) return list_->close();
    QRect where = editor_->cursorRect();
    where.translate(editor_->viewport()->x() + 4, editor_->viewport()->y() + 4);
    where.setWidth(std::clamp(editor_->width() - where.left() - 8, leastWidth, mostWidth));
    list_->open(items, where);
}

void ProgramCompleter::insert(const CompletionItem& item) {
    QTextCursor cursor(editor_->document());
    cursor.setPosition(begin_);
    cursor.setPosition(end_, QTextCursor::KeepAnchor);
    QString text = item.insert;
    // A space that stands there already is not written twice.
    const QString rest = cursor.block().text().mid(end_ - cursor.block().position());
    if (text.endsWith(QLatin1Char(' ')) && rest.startsWith(QLatin1Char(' '))) text.chop(1);
    cursor.insertText(text);
    cursor.setPosition(cursor.position() - item.back);
    editor_->setTextCursor(cursor);
    // Between the parentheses, or behind "data: ", the next word is chosen right away.
    if (item.back > 0 || text.endsWith(QLatin1Char(' ')) || text.endsWith(QLatin1Char('='))) offer(false);
}

bool ProgramCompleter::before(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer(true);
        event->accept();
        return true;
    }
    switch (list_->handle(*event)) {
        case CompletionList::Key::theirs: event->ignore(); return true;
        case CompletionList::Key::taken: event->accept(); return true;
        case CompletionList::Key::mine: break;
    }
    return false;
}

void ProgramCompleter::behind(const QKeyEvent& event) {
    const QString typed = event.text();
    const bool erases = event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
    if (erases) {
        if (list_->isOpen()) offer(false);
        return;
    }
    if (typed.isEmpty() || !typed[0].isPrint() ||
        (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return;
    if (typed[0] == QLatin1Char(')')) return list_->close();
    offer(false);
}

}  // namespace ipcscope

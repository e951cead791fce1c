#include "filter_edit.h"

#include "common/tones.h"
#include "completion_list.h"
#include "icons.h"
#include "words.h"

#include <QAccessible>
#include <QAction>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

#include <algorithm>

namespace ipcscope {

namespace {

// The language counts octets of UTF-8, an edit counts QChars.
int position(const QByteArray& utf8, std::size_t octets) {
    const auto end = std::min<qsizetype>(static_cast<qsizetype>(octets), utf8.size());
    return static_cast<int>(QString::fromUtf8(utf8.first(end)).size());
}

}  // namespace

FilterEdit::FilterEdit(const FilterLanguage& language, QWidget* parent)
    : QLineEdit(parent), language_(language), list_(new CompletionList(this)) {
    setAccessibleName(tr("Filter"));
    setClearButtonEnabled(true);
    sign_ = addAction(QIcon(), TrailingPosition);
    sign_->setVisible(false);
    connect(list_, &CompletionList::chosen, this, [this](const CompletionItem& item) {
        setSelection(begin_, end_ - begin_);
        QLineEdit::insert(item.insert);
    });
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::check);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::offerIfNew);
    check();
}

// --- right or wrong ---

void FilterEdit::check() {
    const auto parsed = language_.parse(text());
    const auto before = state_;
    const auto& marks = parsed.errors.empty() ? parsed.doubts : parsed.errors;
    state_ = text().trimmed().isEmpty() ? State::empty
             : !parsed.valid()          ? State::invalid
             : !parsed.doubts.empty()   ? State::doubtful
                                        : State::valid;
    const QString reason = marks.empty() ? QString() : fromUtf8(marks.front().message);
    underline(marks);
    if (state_ != before) colour();
    if (reason != reason_) {
        reason_ = reason;
        setToolTip(reason_);
        setAccessibleDescription(state_ == State::invalid    ? tr("Not a filter: %1").arg(reason_)
                                 : state_ == State::doubtful ? tr("Doubtful: %1").arg(reason_)
                                                             : QString());
        sign_->setToolTip(reason_);
    }
    if (state_ == State::valid) sign_->setToolTip(tr("This is a filter; Enter applies it"));
    emit stateChanged();
}

void FilterEdit::colour() {
    const auto& base = QGuiApplication::palette();
    const auto plain = base.color(QPalette::Base);
    auto mine = base;
    const auto paint = [&](Tone meaning, const char* icon, const QString& words) {
        mine.setColor(QPalette::Base, mixed(tone(base, meaning), plain, 0.16));
        sign_->setIcon(actionIcon(QLatin1String(icon), tone(base, meaning)));
        sign_->setText(words);
    };
    if (state_ == State::valid) paint(Tone::good, "valid", tr("Valid"));
    if (state_ == State::doubtful) paint(Tone::warning, "doubtful", tr("Doubtful"));
    if (state_ == State::invalid) paint(Tone::danger, "invalid", tr("Not a filter"));
    sign_->setVisible(state_ != State::empty);
    setPalette(mine);
}

// A line edit draws formats for input methods only, so they are told as one would tell them.
void FilterEdit::underline(const std::vector<FilterError>& marks) {
    QList<QInputMethodEvent::Attribute> attributes;
    const QByteArray utf8 = text().toUtf8();
    for (const auto& mark : marks) {
        int begin = position(utf8, mark.begin), end = position(utf8, mark.end);
        // What is missing at the end is marked where it should follow.
        if (begin == end) begin = std::max(0, begin - 1), end = std::max(end, begin + 1);
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(tone(palette(), state_ == State::invalid ? Tone::danger : Tone::warning));
        attributes.append({QInputMethodEvent::TextFormat, begin - cursorPosition(), end - begin, format});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

void FilterEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) colour();
}

// --- completion ---

void FilterEdit::offerIfNew() {
    offer();
    // What is written out already is no help.
    if (!list_->isOpen() || list_->items().size() != 1) return;
    if (list_->items().front().insert.trimmed() == text().mid(begin_, end_ - begin_)) list_->close();
}

void FilterEdit::offer() {
    QList<CompletionItem> items;
    if (text().isEmpty()) {
        begin_ = end_ = 0;
        for (const auto& each : history_)
            items.push_back({each, each, tr("used before")});
    }
    const auto found = language_.complete(text(), cursorPosition());
    const QByteArray utf8 = text().toUtf8();
    begin_ = position(utf8, found.begin);
    end_ = position(utf8, found.end);
    for (const auto& each : found.items)
        items.push_back({fromUtf8(each.insert), fromUtf8(each.label), schemaText(each.help.c_str())});
    QRect where = cursorRect();
    where.setWidth(std::min(std::max(width() - where.left(), 520), 640));
    list_->open(items, where.translated(0, 4));
}

QCompleter* FilterEdit::completer() {
    return list_->completer();
}

void FilterEdit::keyPressEvent(QKeyEvent* event) {
    const bool listed = list_->isOpen();
    switch (list_->handle(*event)) {
        case CompletionList::Key::theirs: return event->ignore();
        case CompletionList::Key::taken: return event->accept();
        case CompletionList::Key::mine: break;
    }
    const int key = event->key();
    if (!listed &&
        (key == Qt::Key_Down || (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier))) {
        offer();
        return event->accept();
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        list_->close();
        if (state_ != State::invalid) emit applied();
        return event->accept();
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace ipcscope

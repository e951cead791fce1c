#include "filter_edit.h"

#include "common/tones.h"
#include "icons.h"
#include "words.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QCompleter>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextCharFormat>
#include <QTreeView>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int mostRows = 12;

// The language counts octets of UTF-8, an edit counts QChars.
int position(const QByteArray& utf8, std::size_t octets) {
    const auto end = std::min<qsizetype>(static_cast<qsizetype>(octets), utf8.size());
    return static_cast<int>(QString::fromUtf8(utf8.first(end)).size());
}

}  // namespace

FilterEdit::FilterEdit(const FilterLanguage& language, QWidget* parent)
    : QLineEdit(parent),
      language_(language),
      completer_(new QCompleter(this)),
      items_(new QStandardItemModel(this)) {
    setAccessibleName(tr("Filter"));
    setClearButtonEnabled(true);
    sign_ = addAction(QIcon(), TrailingPosition);
    sign_->setVisible(false);
    auto* list = new QTreeView;
    list->setRootIsDecorated(false);
    list->setHeaderHidden(true);
    list->setUniformRowHeights(true);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setTextElideMode(Qt::ElideRight);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setAccessibleName(tr("What can stand here"));
    completer_->setModel(items_);
    completer_->setPopup(list);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(mostRows);
    completer_->setWidget(this);
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this, &FilterEdit::insert);
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
    const auto* popup = completer_->popup();
    if (!popup->isVisible() || items_->rowCount() != 1) return;
    const QString only = items_->item(0)->data().toString().trimmed();
    if (only == text().mid(begin_, end_ - begin_)) completer_->popup()->hide();
}

void FilterEdit::offer() {
    items_->clear();
    const auto add = [this](const QString& insert, const QString& label, const QString& help) {
        auto* item = new QStandardItem(label);
        item->setData(insert);
        item->setAccessibleText(help.isEmpty() ? label : label + QStringLiteral(": ") + help);
        auto* words = new QStandardItem(help);
        words->setForeground(tone(QGuiApplication::palette(), Tone::quiet));
        for (auto* each : {item, words}) {
            each->setToolTip(help);
            each->setSizeHint({0, fontMetrics().height() + 6});
        }
        items_->appendRow({item, words});
    };
    if (text().isEmpty()) {
        begin_ = end_ = 0;
        for (const auto& each : history_)
            add(each, each, tr("used before"));
    }
    const auto found = language_.complete(text(), cursorPosition());
    const QByteArray utf8 = text().toUtf8();
    begin_ = position(utf8, found.begin);
    end_ = position(utf8, found.end);
    for (const auto& each : found.items)
        add(fromUtf8(each.insert), fromUtf8(each.label), schemaText(each.help.c_str()));
    auto* list = static_cast<QTreeView*>(completer_->popup());
    if (items_->rowCount() == 0) return list->hide();
    int label = 0;
    for (int row = 0; row < std::min(items_->rowCount(), 200); ++row)
        label = std::max(label, list->fontMetrics().horizontalAdvance(items_->item(row)->text()));
    list->header()->setStretchLastSection(true);
    list->header()->resizeSection(0, std::min(label + 32, 320));
    QRect where = cursorRect();
    where.setWidth(std::min(std::max(width() - where.left(), 520), 640));
    completer_->complete(where.translated(0, 4));
    list->setCurrentIndex({});
}

void FilterEdit::insert(const QModelIndex& index) {
    const QString word = index.siblingAtColumn(0).data(Qt::UserRole + 1).toString();
    setSelection(begin_, end_ - begin_);
    QLineEdit::insert(word);
}

void FilterEdit::keyPressEvent(QKeyEvent* event) {
    const bool listed = completer_->popup()->isVisible();
    const int key = event->key();
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (listed && (key == Qt::Key_Escape ||
                   ((enters || key == Qt::Key_Tab) && completer_->popup()->currentIndex().isValid())))
        return event->ignore();          // the list's own
    if (listed && key == Qt::Key_Tab) {  // the likeliest, without looking for it
        insert(items_->index(0, 0));
        completer_->popup()->hide();
        return event->accept();
    }
    if (!listed &&
        (key == Qt::Key_Down || (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier))) {
        offer();
        return event->accept();
    }
    if (enters) {
        completer_->popup()->hide();
        if (state_ != State::invalid) emit applied();
        return event->accept();
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace ipcscope

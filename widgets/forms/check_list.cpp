#include "forms/check_list.h"

#include "common/tones.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QVBoxLayout>

namespace ipcscope {

void DetailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QString detail = index.data(detailRole).toString();
    if (detail.isEmpty()) return;
    const QFontMetrics metrics(option.font);
    const int check = index.data(Qt::CheckStateRole).isValid() ? 24 : 0;
    QRect rest = option.rect.adjusted(
        metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + check + 16, 0, -6, 0);
    painter->save();
    const bool chosen = option.state & QStyle::State_Selected;
    painter->setPen(chosen ? option.palette.color(QPalette::HighlightedText)
                           : tone(option.palette, Tone::quiet));
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(detail, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize DetailDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const QString detail = index.data(detailRole).toString();
    if (!detail.isEmpty()) size.rwidth() += QFontMetrics(option.font).horizontalAdvance(detail) + 24;
    return size;
}

CheckList::CheckList(std::vector<Item> items, QWidget* parent)
    : QPushButton(parent), items_(std::move(items)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    popup_ = new QFrame(this, Qt::Popup);
    popup_->setFrameShape(QFrame::StyledPanel);
    auto* layout = new QVBoxLayout(popup_);
    layout->setContentsMargins(4, 4, 4, 4);
    list_ = new QListWidget(popup_);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setItemDelegate(new DetailDelegate(list_));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Item& item : items_) {
        auto* row = new QListWidgetItem(item.name, list_);
        row->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        row->setCheckState(Qt::Unchecked);
        row->setData(detailRole, item.help);
        row->setToolTip(item.help);
    }
    if (items_.size() > 12) {
        auto* search = new QLineEdit(popup_);
        search->setPlaceholderText(tr("Search"));
        search->setAccessibleName(tr("Search"));
        search->setClearButtonEnabled(true);
        connect(search, &QLineEdit::textChanged, this, [this](const QString& text) {
            for (int i = 0; i < list_->count(); ++i)
                list_->item(i)->setHidden(!list_->item(i)->text().contains(text, Qt::CaseInsensitive));
        });
        layout->addWidget(search);
        popup_->setFocusProxy(search);
    } else {
        popup_->setFocusProxy(list_);
    }
    layout->addWidget(list_);
    list_->installEventFilter(this);
    connect(list_, &QListWidget::itemChanged, this, &CheckList::take);
    connect(this, &QPushButton::clicked, this, &CheckList::open);
    setBits(0);
}

void CheckList::setBits(qint64 bits) {
    bits_ = bits;
    const QSignalBlocker quiet(list_);
    QStringList names;
    qint64 unnamed = bits;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const bool on = (bits & items_[i].bits) == items_[i].bits;
        list_->item(static_cast<int>(i))->setCheckState(on ? Qt::Checked : Qt::Unchecked);
        if (on) names += items_[i].name, unnamed &= ~items_[i].bits;
    }
    if (unnamed) names += QStringLiteral("0x%1").arg(static_cast<quint64>(unnamed), 0, 16);
    setText(names.isEmpty() ? tr("none") : names.join(QLatin1Char('|')));
    update();
}

void CheckList::take() {
    qint64 bits = bits_;
    for (std::size_t i = 0; i < items_.size(); ++i)
        bits &= ~items_[i].bits;
    for (std::size_t i = 0; i < items_.size(); ++i)
        if (list_->item(static_cast<int>(i))->checkState() == Qt::Checked) bits |= items_[i].bits;
    setBits(bits);
    Q_EMIT bitsChanged(bits_);
}

void CheckList::open() {
    const int rows = std::min(list_->count(), 12);
    list_->setMinimumHeight(rows * std::max(list_->sizeHintForRow(0), 18) + 6);
    popup_->setMinimumWidth(std::max(width(), std::min(list_->sizeHintForColumn(0) + 40, 460)));
    popup_->adjustSize();
    QPoint at = mapToGlobal(QPoint(0, height()));
    const QRect room = screen()->availableGeometry();
    if (at.y() + popup_->height() > room.bottom())
        at.setY(std::max(room.top(), at.y() - height() - popup_->height()));
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - popup_->width())));
    popup_->move(at);
    popup_->show();
    if (!list_->currentItem()) list_->setCurrentRow(0);
    popup_->focusProxy()->setFocus(Qt::PopupFocusReason);
}

QSize CheckList::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 18, minimumSizeHint().height()};
}

QSize CheckList::minimumSizeHint() const {
    QStyleOptionComboBox option;
    option.initFrom(this);
    const QSize text(fontMetrics().averageCharWidth() * 7, std::max(fontMetrics().height(), 14) + 7);
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, text, this);
}

void CheckList::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.editable = false;
    option.state.setFlag(QStyle::State_Sunken, isDown());
    const QRect text =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width() - 4);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

// F4 opens it, as any combo box, even where the window has another use for the key.
bool CheckList::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_F4 && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QPushButton::event(event);
}

void CheckList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_F4) return open();
    QPushButton::keyPressEvent(event);
}

// Return closes the list as Escape does: what is checked is already taken.
bool CheckList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            popup_->hide();
            return true;
        }
    }
    return QPushButton::eventFilter(watched, event);
}

}  // namespace ipcscope

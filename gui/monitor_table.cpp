#include "monitor_table.h"

#include "common/tones.h"
#include "monitor_model.h"
#include "words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int fadeMs = 900;
constexpr int indent = 18, numberGap = 10;

class MonitorDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& given,
               const QModelIndex& index) const override {
        auto option = given;
        const auto& colours = option.palette;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (index.data(MonitorModel::HeadRole).toBool()) return;  // the table draws them across all columns
        if (!selected && index.data(MonitorModel::ChangedRole).toBool())
            painter->fillRect(option.rect,
                              mixed(tone(colours, Tone::warning), colours.color(QPalette::Base), 0.22));
        if (index.column() == MonitorModel::State && !selected) paintShare(painter, option, index);
        // Numbers keep away from the texts at their right.
        if (index.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight))
            option.rect.setRight(option.rect.right() - numberGap);
        if (index.column() == MonitorModel::Object)
            option.rect.setLeft(option.rect.left() +
                                (index.data(MonitorModel::LevelRole).toInt() ? indent : 2));
        QStyledItemDelegate::paint(painter, option, index);
    }

private:
    // A thin bar at the bottom of the cell: the text above it stays readable in both themes.
    static void paintShare(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
        const auto share = index.data(MonitorModel::ShareRole);
        if (!share.isValid() || share.toDouble() <= 0) return;
        const auto& colours = option.palette;
        const auto room = option.rect.adjusted(4, option.rect.height() - 4, -4, -2);
        painter->fillRect(room, mixed(colours.color(QPalette::Text), colours.color(QPalette::Base), 0.14));
        const double part = share.toDouble();
        auto filled = room;
        filled.setWidth(static_cast<int>(room.width() * part));
        if (filled.width() < 2) filled.setWidth(2);
        painter->fillRect(filled, tone(colours, part >= 0.9 ? Tone::danger : Tone::accent));
    }
};

}  // namespace

MonitorTable::MonitorTable(MonitorWatch& watch, QWidget* parent)
    : TallTable(parent), watch_(watch), model_(new MonitorModel(this)) {
    setObjectName(QStringLiteral("monitorTable"));
    setAccessibleName(tr("Objects of this machine"));
    setModel(model_);
    setItemDelegate(new MonitorDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setAlternatingRowColors(false);
    setFrameShape(QFrame::NoFrame);
    setIconSize({16, 16});
    auto* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    restoreColumns();
    connect(header, &QHeaderView::sortIndicatorChanged, this, &MonitorTable::sortBy);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (arranging_ || QApplication::mouseButtons() == Qt::NoButton) return;
        arranged_ = false;
        keepColumns();
    });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!arranging_) keepColumns();
    });
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this,
            [this](int column) { setColumnWidth(column, sizeHintForColumn(column) + indent + 24); });
    connect(header, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu;
        fillColumnMenu(&menu);
        menu.exec(horizontalHeader()->mapToGlobal(at));
    });
    fade_.setSingleShot(true);
    fade_.setInterval(fadeMs);
    connect(&fade_, &QTimer::timeout, model_, &MonitorModel::forgetChanges);
    connect(&watch, &MonitorWatch::selectionChanged, this, &MonitorTable::showSelection);
    // Rows that go take the current one with them: that is nobody's choice.
    connect(model_, &MonitorModel::aboutToArrange, this, [this] { quiet_ = true; });
    connect(model_, &MonitorModel::arranged, this, [this] {
        // Who stands on the head of a group stays there, whatever else is selected.
        const auto* head = model_->group(currentIndex().row());
        if (!head || headChosen_ != head->key) showSelection();
        quiet_ = false;
    });
}

// --- samples ---

void MonitorTable::update(std::shared_ptr<const Snapshot> snapshot) {
    const bool first = !model_->snapshot();
    // The row at the top stays there, whatever comes and goes above it; at the very top, what comes is shown.
    const int top = topRow();
    const QPersistentModelIndex anchor =
        top > 0 && top < model_->rowCount() ? model_->index(top, 0) : QModelIndex();
    model_->setSnapshot(std::move(snapshot));
    if (anchor.isValid() && anchor.row() != top) verticalScrollBar()->setValue(anchor.row());
    if (first) setColumnWidths();
    fade_.start();
}

// --- heads of groups ---

void MonitorTable::paintEvent(QPaintEvent* event) {
    TallTable::paintEvent(event);
    QPainter painter(viewport());
    const int height = rowHeightInPixels();
    for (int row = topRow() + event->rect().top() / height;
         row < model_->rowCount() && (row - topRow()) * height <= event->rect().bottom(); ++row)
        if (model_->row(row).isHead()) paintHead(painter, row, (row - topRow()) * height);
}

// Across all columns: titles are long in some languages.
void MonitorTable::paintHead(QPainter& painter, int row, int y) {
    const auto index = model_->index(row, MonitorModel::Object);
    const bool selected = selectionModel()->isRowSelected(row, QModelIndex());
    const auto group = isActiveWindow() && hasFocus() ? QPalette::Active : QPalette::Inactive;
    const auto& colours = palette();
    QRect room(0, y, viewport()->width(), rowHeightInPixels());
    painter.fillRect(room, colours.color(group, selected ? QPalette::Highlight : QPalette::Window));
    QStyleOption arrow;
    arrow.initFrom(this);
    arrow.rect = QRect(room.left() + 2, room.top(), indent - 4, room.height());
    if (selected)
        arrow.palette.setColor(QPalette::WindowText, colours.color(group, QPalette::HighlightedText));
    style()->drawPrimitive(index.data(MonitorModel::FoldedRole).toBool() ? QStyle::PE_IndicatorArrowRight
                                                                         : QStyle::PE_IndicatorArrowDown,
                           &arrow, &painter, this);
    room.setLeft(room.left() + indent);
    const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
    if (!icon.isNull()) {
        const QRect place(room.left() + 1, room.top() + (room.height() - 16) / 2, 16, 16);
        icon.paint(&painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        room.setLeft(place.right() + 6);
    }
    const auto ink = colours.color(group, selected ? QPalette::HighlightedText : QPalette::WindowText);
    auto bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(ink);
    const QString note = index.data(MonitorModel::NoteRole).toString();
    const int noteWidth = note.isEmpty() ? 0 : fontMetrics().horizontalAdvance(note) + 12;
    const QString title =
        QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, room.width() - noteWidth - 8);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, title);
    if (note.isEmpty()) return;
    painter.setFont(font());
    if (!selected) painter.setPen(tone(colours, Tone::warning));
    painter.drawText(room.adjusted(QFontMetrics(bold).horizontalAdvance(title) + 12, 0, -4, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, note);
}

// --- selection ---

void MonitorTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    TallTable::currentChanged(current, previous);
    if (quiet_ || !current.isValid()) return;
    headChosen_.reset();
    if (const auto* group = model_->group(current.row())) {
        headChosen_ = group->key;
        const auto snapshot = model_->snapshot();
        if (model_->view().grouping == MonitorGrouping::process && group->of < snapshot->processes.size()) {
            const auto& process = snapshot->processes[group->of];
            watch_.selectProcess({process.pid, process.start_ticks});
        }
        return;
    }
    watch_.selectObject(model_->refOf(current.row()));
}

void MonitorTable::showSelection() {
    const QScopedValueRollback guard(quiet_, true);
    const auto& ref = watch_.object();
    if (ref.empty()) {
        // A process that was chosen by its head stays marked; what else is marked means an object.
        if (currentIndex().isValid() && !model_->group(currentIndex().row())) {
            clearSelection();
            setCurrentIndex({});
        }
        return;
    }
    if (currentIndex().isValid() && model_->refOf(currentIndex().row()) == ref) return;
    const bool follows = sender() == &watch_;  // somebody has chosen it elsewhere: it is shown
    if (follows) headChosen_.reset();
    if (follows) model_->openGroupOf(ref);
    const quint64 near = currentIndex().isValid() ? model_->row(currentIndex().row()).group : 0;
    const int row = model_->rowOf(ref, near);
    if (row < 0) {
        // It is folded away, filtered or gone; the details still speak of it.
        if (currentIndex().isValid() && !model_->group(currentIndex().row())) {
            clearSelection();
            setCurrentIndex({});
        }
        return;
    }
    if (follows) return showRow(row);
    selectionModel()->setCurrentIndex(model_->index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

bool MonitorTable::onArrow(const QPoint& at) const {
    const auto index = indexAt(at);
    return index.isValid() && index.column() == MonitorModel::Object && model_->group(index.row()) &&
           at.x() < columnViewportPosition(index.column()) + indent;
}

void MonitorTable::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && onArrow(event->position().toPoint())) {
        model_->toggle(indexAt(event->position().toPoint()).row());
        return event->accept();
    }
    TallTable::mousePressEvent(event);
}

void MonitorTable::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid()) return;
    if (model_->group(index.row())) {
        if (!onArrow(event->position().toPoint())) model_->toggle(index.row());
        return;
    }
    emit chosen();
}

void MonitorTable::keyPressEvent(QKeyEvent* event) {
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto* head = model_->group(row);
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const auto key = plain ? event->key() : 0;
    if (head && (enters || key == Qt::Key_Space || (key == Qt::Key_Right && head->folded) ||
                 (key == Qt::Key_Left && !head->folded))) {
        model_->toggle(row);
        return event->accept();
    }
    if (row >= 0 && !head && key == Qt::Key_Left) {
        if (const int above = model_->headRow(row); above >= 0) showRow(above);
        return event->accept();
    }
    if (head && key == Qt::Key_Right) {
        if (row + 1 < model_->rowCount()) showRow(row + 1);
        return event->accept();
    }
    if (row >= 0 && enters) {
        emit chosen();
        return event->accept();
    }
    if (key == Qt::Key_Backspace) {
        watch_.back();
        return event->accept();
    }
    TallTable::keyPressEvent(event);
}

void MonitorTable::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const auto index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || model_->group(index.row())) {
        QMenu menu(this);
        fillColumnMenu(&menu);
        menu.exec(event->globalPos());
        return;
    }
    emit menuWanted(byMouse ? event->globalPos()
                            : viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

}  // namespace ipcscope

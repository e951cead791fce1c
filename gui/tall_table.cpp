#include "tall_table.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStringListModel>

#include <algorithm>

namespace ipcscope {

namespace {
constexpr int measured = 24;           // rows, at each of three places
constexpr int mostSelected = 100'000;  // by "select all"
}  // namespace

TallTable::TallTable(QWidget* parent) : QTableView(parent) {
    verticalHeader()->setModel(new QStringListModel(verticalHeader()));
    verticalHeader()->hide();
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    measure();
}

// As QTableView does, but for the vertical header, which would make room for every row.
void TallTable::setModel(QAbstractItemModel* model) {
    horizontalHeader()->setModel(model);
    QAbstractItemView::setModel(model);  // NOLINT(bugprone-parent-virtual-call): see above
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { updateGeometries(); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { updateGeometries(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { updateGeometries(); });
    // The base leaves painting to a layout that it has postponed, for ever if that was due while the table
    // was hidden: what would make up for it, its own painting, is not called here.
    const auto paint = [this] { viewport()->update(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, paint);
    connect(model, &QAbstractItemModel::rowsRemoved, this, paint);
    connect(model, &QAbstractItemModel::layoutChanged, this, paint);
    connect(model, &QAbstractItemModel::dataChanged, this, paint);
}

void TallTable::setSelectionModel(QItemSelectionModel* selection) {
    horizontalHeader()->setSelectionModel(selection);
    QAbstractItemView::setSelectionModel(selection);  // NOLINT(bugprone-parent-virtual-call)
}

void TallTable::measure() {
    height_ = fontMetrics().height() + 6;
}

int TallTable::topRow() const {
    return verticalScrollBar()->value();
}

int TallTable::visibleRows() const {
    return std::max(1, viewport()->height() / height_);
}

int TallTable::firstColumn() const {
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
        if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
            return column;
    return 0;
}

// --- where things are ---

QModelIndex TallTable::indexAt(const QPoint& point) const {
    if (!model() || point.y() < 0) return {};
    const qint64 row = qint64{topRow()} + point.y() / height_;
    const int column = columnAt(point.x());
    return row < rows() && column >= 0 ? model()->index(static_cast<int>(row), column) : QModelIndex();
}

QRect TallTable::visualRect(const QModelIndex& index) const {
    if (!index.isValid() || isColumnHidden(index.column())) return {};
    // Also out of view: a selection is made from one rectangle to another. Far away it is only "far away".
    constexpr qint64 far = 1'000'000'000;
    const qint64 away = std::clamp<qint64>(qint64{index.row()} - topRow(), -far / height_, far / height_);
    return {columnViewportPosition(index.column()), static_cast<int>(away) * height_,
            columnWidth(index.column()), height_};
}

int TallTable::verticalOffset() const {
    return 0;  // asked for by nobody who paints here, and the pixels of a hundred million rows fit no int
}

bool TallTable::isIndexHidden(const QModelIndex& index) const {
    return isColumnHidden(index.column());
}

void TallTable::updateGeometries() {
    auto* bar = verticalScrollBar();
    const int value = bar->value(), before = bar->maximum();
    {
        const QSignalBlocker quiet(bar);
        QTableView::updateGeometries();
        bar->setRange(0, std::max(0, rows() - visibleRows()));
        bar->setPageStep(visibleRows());
        bar->setSingleStep(1);
        bar->setValue(value);
    }
    if (bar->maximum() == before) return;
    // Told to those who show and hide the bar, once and with the right range.
    emit bar->rangeChanged(0, bar->maximum());
    viewport()->update();
}

void TallTable::scrollContentsBy(int dx, int dy) {
    if (dx) QTableView::scrollContentsBy(dx, 0);
    if (dy) viewport()->update();
}

void TallTable::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (!index.isValid()) return;
    const qint64 row = index.row(), fit = visibleRows(), top = topRow();  // near the end, an int overflows
    const auto show = [this](qint64 first) {
        verticalScrollBar()->setValue(static_cast<int>(std::max<qint64>(0, first)));
    };
    const bool seen = hint == EnsureVisible;  // is enough
    if (hint == PositionAtCenter || (seen && (row < top - fit || row > top + 2 * fit)))
        show(row - fit / 2);
    else if (hint == PositionAtTop || (seen && row < top))
        show(row);
    else if (hint == PositionAtBottom || (seen && row >= top + fit))
        show(row - fit + 1);
    // Across, only as far as the cell is out of view; rows are shown from their beginning.
    const int left = columnViewportPosition(index.column()), width = columnWidth(index.column());
    auto* across = horizontalScrollBar();
    if (left < 0)
        across->setValue(across->value() + left);
    else if (left + width > viewport()->width())
        across->setValue(across->value() + std::min(left, left + width - viewport()->width()));
}

void TallTable::showRow(int row) {
    if (row < 0 || row >= rows()) return;
    const int column = currentIndex().isValid() ? currentIndex().column() : firstColumn();
    const auto index = model()->index(row, column);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

// --- keyboard and selection ---

QModelIndex TallTable::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
    if (rows() == 0) return {};
    const auto current = currentIndex();
    if (!current.isValid()) return model()->index(0, firstColumn());
    qint64 row = current.row();
    int visual = horizontalHeader()->visualIndex(current.column());
    const auto sideways = [&](int step) {
        for (int next = visual + step; next >= 0 && next < horizontalHeader()->count(); next += step)
            if (!isColumnHidden(horizontalHeader()->logicalIndex(next))) {
                visual = next;
                return;
            }
    };
    switch (action) {
        case MoveUp: --row; break;
        case MoveDown: ++row; break;
        case MovePageUp: row -= visibleRows() - 1; break;
        case MovePageDown: row += visibleRows() - 1; break;
        case MoveHome: row = 0; break;
        case MoveEnd: row = rows() - 1; break;
        case MoveLeft:
        case MovePrevious: sideways(isRightToLeft() ? 1 : -1); break;
        case MoveRight:
        case MoveNext: sideways(isRightToLeft() ? -1 : 1); break;
    }
    row = std::clamp<qint64>(row, 0, rows() - 1);
    return model()->index(static_cast<int>(row), horizontalHeader()->logicalIndex(visual));
}

void TallTable::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) {
    if (!selectionModel()) return;
    const auto rowAtY = [&](int y) {
        return static_cast<int>(std::clamp<qint64>(
            qint64{topRow()} + (y < 0 ? (y + 1) / height_ - 1 : y / height_), 0, rows() - 1));
    };
    if (rows() == 0) return;
    int from = rowAtY(rect.top()), to = rowAtY(rect.bottom());
    if (from > to) std::swap(from, to);
    const int last = model()->columnCount() - 1;
    selectionModel()->select(QItemSelection(model()->index(from, 0), model()->index(to, last)), command);
}

QRegion TallTable::visualRegionForSelection(const QItemSelection& selection) const {
    QRegion region;
    const int top = topRow(),
              bottom = static_cast<int>(std::min<qint64>(qint64{top} + visibleRows() + 1, rows()));
    for (const auto& range : selection) {
        const int from = std::max(range.top(), top), to = std::min(range.bottom(), bottom);
        if (from <= to)
            region += QRect(0, (from - top) * height_, viewport()->width(), (to - from + 1) * height_);
    }
    return region;
}

void TallTable::selectAll() {
    if (rows() > mostSelected)
        emit tooMany(mostSelected);
    else
        QTableView::selectAll();
}

void TallTable::keyboardSearch(const QString&) {}

// --- painting ---

void TallTable::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    if (rows() == 0) return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const auto enabled = option.state & ~QStyle::State_HasFocus;
    const int top = topRow();
    const qint64 from = qint64{top} + event->rect().top() / height_;
    const qint64 to = std::min<qint64>(qint64{top} + event->rect().bottom() / height_, rows() - 1);
    const auto* header = horizontalHeader();
    for (qint64 row = from; row <= to; ++row) {
        const int y = static_cast<int>(row - top) * height_;
        const bool selected =
            selectionModel() && selectionModel()->isRowSelected(static_cast<int>(row), QModelIndex());
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (isColumnHidden(column)) continue;
            const QRect cell(columnViewportPosition(column), y, columnWidth(column), height_);
            if (cell.right() < event->rect().left() || cell.left() > event->rect().right()) continue;
            const auto index = model()->index(static_cast<int>(row), column);
            option.rect = cell;
            option.state = enabled;
            option.features.setFlag(QStyleOptionViewItem::Alternate, alternatingRowColors() && row % 2 != 0);
            if (selected) option.state |= QStyle::State_Selected;
            if (index == currentIndex() && hasFocus()) option.state |= QStyle::State_HasFocus;
            style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
            itemDelegateForIndex(index)->paint(&painter, option, index);
        }
    }
}

void TallTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    measure();
    updateGeometries();
}

// Of the rows in view, and of some at either end of all.
int TallTable::sizeHintForColumn(int column) const {
    int width = 0;
    const auto take = [&](qint64 row) {
        if (row < 0 || row >= rows()) return;
        const auto text = model()->index(static_cast<int>(row), column).data().toString();
        width = std::max(width, fontMetrics().horizontalAdvance(text) + 8);
    };
    for (int i = 0; i < measured; ++i) {
        take(i);
        take(qint64{topRow()} + i);
        take(qint64{rows()} - 1 - i);
    }
    return width;
}

}  // namespace ipcscope

#include "event_table.h"

#include "event_model.h"
#include "session.h"

#include <QApplication>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ipcscope {

namespace {
constexpr int measured = 24;  // rows, at each of three places
constexpr int narrow = 90;    // digits: below this width the least important column is left out
}  // namespace

EventTable::EventTable(Session& session, QWidget* parent)
    : QTableView(parent), session_(session), model_(new EventModel(this)) {
    setObjectName(QStringLiteral("eventTable"));
    setAccessibleName(tr("Events"));
    setModel(model_);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    setColumnWidths();
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!arranging_ && QApplication::mouseButtons() != Qt::NoButton) arranged_ = false;
    });

    auto& controller = session.controller();
    connect(&controller, &RunController::runChanged, this, [this] {
        follows_ = true;
        measuredRows_ = -1;
        model_->setRun(session_.controller().recording());
        refresh();
    });
    connect(&controller, &RunController::eventsArrived, this, &EventTable::refresh);
    connect(&controller, &RunController::stateChanged, this, &EventTable::refresh);
    connect(&session.selection(), &EventSelection::changed, this, &EventTable::showSelection);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { follows_ = verticalScrollBar()->sliderPosition() >= verticalScrollBar()->maximum(); });
    more_.setSingleShot(true);
    more_.setInterval(0);
    connect(&more_, &QTimer::timeout, this, &EventTable::refresh);
}

void EventTable::setColumnWidths() {
    if (!arranged_) return;
    const QScopedValueRollback guard(arranging_, true);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int room = viewport()->width();
    // The object nearly always stands among the arguments too: where room is scarce, it goes first.
    setColumnHidden(EventModel::Object, room < narrow * digit);
    int left = room;
    for (int column = 0; column < EventModel::ColumnCount; ++column) {
        if (isColumnHidden(column) || column == EventModel::Arguments || column == EventModel::OutcomeText)
            continue;
        const int most = (column == EventModel::Operation ? 22 : 14) * digit;
        const int header = horizontalHeader()->sectionSizeHint(column);
        const int width = std::max(header, std::min(sizeHintForColumn(column) + 8, most));
        setColumnWidth(column, width);
        left -= width;
    }
    left = std::max(left, 16 * digit);
    setColumnWidth(EventModel::Arguments, left * 54 / 100);
    setColumnWidth(EventModel::OutcomeText, left - left * 54 / 100);
}

// Of the rows in view, and of some at either end of all.
int EventTable::sizeHintForColumn(int column) const {
    const int rows = model_->rowCount();
    int width = 0;
    const auto measure = [&](int row) {
        if (row < 0 || row >= rows) return;
        const auto text = model_->index(row, column).data().toString();
        width = std::max(width, fontMetrics().horizontalAdvance(text) + 8);
    };
    const int top = std::max(0, rowAt(0));
    for (int i = 0; i < measured; ++i) {
        measure(i);
        measure(top + i);
        measure(rows - 1 - i);
    }
    return width;
}

void EventTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    setColumnWidths();
}

void EventTable::refresh() {
    if (model_->refresh()) more_.start();
    // Later rows seldom need more than the first some dozen have shown.
    if (const int rows = std::min(model_->rowCount(), 3 * measured); rows != measuredRows_) {
        measuredRows_ = rows;
        setColumnWidths();
    }
    viewport()->update();  // flows come after their events
    if (follows_) scrollToBottom();
    if (session_.selection().seq() && !currentIndex().isValid()) showSelection();
}

void EventTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (quiet_ || !current.isValid()) return;
    follows_ = false;
    session_.selection().select(model_->seqOf(current.row()));
}

void EventTable::showSelection() {
    const QScopedValueRollback guard(quiet_, true);
    const auto seq = session_.selection().seq();
    const int row = seq ? model_->rowOf(*seq) : -1;
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    if (currentIndex().row() == row) return;
    follows_ = false;
    selectRow(row);
    scrollTo(model_->index(row, 0));
}

}  // namespace ipcscope

#include "event_table.h"

#include "event_model.h"
#include "session.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace ipcscope {

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

    auto& controller = session.controller();
    connect(&controller, &RunController::runChanged, this, [this] {
        follows_ = true;
        model_->setRun(session_.controller().run());
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
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int widths[] = {4, 10, 8, 13, 8, 18, 16, 9, 9};
    for (int column = 0; column < EventModel::ColumnCount; ++column)
        setColumnWidth(column, widths[column] * digit + 12);
}

void EventTable::refresh() {
    if (model_->refresh()) more_.start();
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

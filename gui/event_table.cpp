#include "event_table.h"

#include "event_model.h"
#include "session.h"

#include <QApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace ipcscope {

namespace {
constexpr int measured = 24;
constexpr int narrow = 90;  // digits: below this width the least important column is left out
}  // namespace

EventTable::EventTable(Session& session, QWidget* parent)
    : TallTable(parent), session_(session), model_(new EventModel(this)) {
    setObjectName(QStringLiteral("eventTable"));
    setAccessibleName(tr("Events"));
    setModel(model_);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    restoreColumns();
    setColumnWidths();
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (arranging_ || QApplication::mouseButtons() == Qt::NoButton) return;
        arranged_ = false;
        keepColumns();
    });
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, [this] {
        if (!arranging_) keepColumns();
    });
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu;
        fillColumnMenu(&menu);
        menu.exec(horizontalHeader()->mapToGlobal(at));
    });
    connect(horizontalHeader(), &QHeaderView::sectionHandleDoubleClicked, this,
            [this](int column) { setColumnWidth(column, sizeHintForColumn(column) + 8); });
    auto& filter = session.filter();
    connect(&filter, &FilterController::changed, this, &EventTable::adopt);
    connect(&filter, &FilterController::progressed, this, &EventTable::refresh);
    connect(&session.controller(), &RunController::runChanged, this, [this] { follows_ = true; });
    connect(&session.selection(), &EventSelection::changed, this, &EventTable::showSelection);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { follows_ = verticalScrollBar()->sliderPosition() >= verticalScrollBar()->maximum(); });
    connect(this, &TallTable::tooMany, this, [this](int limit) {
        emit told(tr("More than %L1 rows are not selected at once; a filter makes them fewer").arg(limit));
    });
    adopt();
}

// --- what is shown ---

void EventTable::adopt() {
    auto& filter = session_.filter();
    const auto recording = session_.controller().recording();
    const auto rows = filter.rows();
    model_->setDimmed({});
    if (recording != model_->recording() || rows != model_->rows()) {
        const QScopedValueRollback guard(quiet_, true);
        measuredRows_ = -1;
        model_->setSource(recording, rows);
    }
    if (filter.dims()) model_->setDimmed([&filter](quint64 seq) { return !filter.matches(seq); });
    refresh();
    showSelection();
}

void EventTable::refresh() {
    {
        const QScopedValueRollback guard(quiet_, true);
        model_->refresh();
    }
    // Later rows seldom need more than the first some dozen have shown.
    if (const int rows = std::min(model_->rowCount(), 3 * measured); rows != measuredRows_) {
        measuredRows_ = rows;
        setColumnWidths();
    }
    viewport()->update();  // flows come after their events
    if (follows_) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    if (session_.selection().seq() && !currentIndex().isValid()) showSelection();
}

// --- selection ---

void EventTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    TallTable::currentChanged(current, previous);
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
    showRow(row);
}

void EventTable::goTo(quint64 seq) {
    const int row = model_->nearestRow(seq);
    if (row < 0) return;
    session_.selection().select(model_->seqOf(row));
    setFocus();
}

void EventTable::askGoTo() {
    if (model_->rowCount() == 0) return;
    QInputDialog dialog(this);
    dialog.setObjectName(QStringLiteral("goToEvent"));
    dialog.setWindowTitle(tr("Go to event"));
    dialog.setLabelText(tr("Number of the event:"));
    dialog.setInputMode(QInputDialog::IntInput);
    dialog.setIntRange(0, static_cast<int>(session_.controller().recording()->events().size()) - 1);
    if (const auto seq = session_.selection().seq()) dialog.setIntValue(static_cast<int>(*seq));
    if (dialog.exec() == QDialog::Accepted) goTo(static_cast<quint64>(dialog.intValue()));
}

void EventTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copy(CopyForm::text);
    TallTable::keyPressEvent(event);
}

// --- columns ---

void EventTable::resizeEvent(QResizeEvent* event) {
    TallTable::resizeEvent(event);
    setColumnWidths();
}

void EventTable::setTimeMode(TimeMode mode) {
    model_->setTimeMode(mode);
    QSettings().setValue(QStringLiteral("events/time"), static_cast<int>(mode));
    setColumnWidths();
}

void EventTable::setColumnShown(const EventColumn& column, bool shown) {
    auto columns = model_->columns();
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (column.kind < EventColumn::FixedCount) {
        hidden_.removeAll(column.id());
        if (!shown) hidden_ += column.id();
        setColumnHidden(static_cast<int>(found - columns.begin()), !shown);
    } else if (shown != (found != columns.end())) {
        if (shown)
            columns.push_back(column);
        else
            columns.erase(found);
        columns.erase(columns.begin(), columns.begin() + EventColumn::FixedCount);
        const QScopedValueRollback guard(quiet_, true);
        model_->setMoreColumns(columns);
    }
    measuredRows_ = -1;
    keepColumns();
    setColumnWidths();
}

void EventTable::setColumnWidths() {
    const QScopedValueRollback guard(arranging_, true);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int room = viewport()->width();
    // The object nearly always stands among the arguments too: where room is scarce, it goes first.
    setColumnHidden(EventModel::Object, hidden_.contains(model_->columns()[EventModel::Object].id()) ||
                                            (arranged_ && room < narrow * digit));
    if (!arranged_) return;
    int left = room;
    int lines = 0;  // columns that share what is left
    for (int column = 0; column < model_->columnCount(); ++column) {
        if (isColumnHidden(column)) continue;
        if (column == EventModel::Arguments || column == EventModel::OutcomeText) {
            ++lines;
            continue;
        }
        const int most = (column == EventModel::Operation ? 22 : 14) * digit;
        const int header = horizontalHeader()->sectionSizeHint(column);
        const int width = std::max(header, std::min(sizeHintForColumn(column) + 8, most));
        setColumnWidth(column, width);
        left -= width;
    }
    left = std::max(left, 16 * digit);
    const int arguments = lines == 2 ? left * 54 / 100 : left;
    setColumnWidth(EventModel::Arguments, arguments);
    setColumnWidth(EventModel::OutcomeText, lines == 2 ? left - arguments : left);
}

void EventTable::keepColumns() {
    QSettings settings;
    QStringList order;
    QVariantMap widths;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        const QString id = model_->columns()[static_cast<std::size_t>(column)].id();
        order += id;
        if (!arranged_) widths[id] = columnWidth(column);
    }
    settings.setValue(QStringLiteral("events/columns"), order);
    settings.setValue(QStringLiteral("events/hidden"), hidden_);
    settings.setValue(QStringLiteral("events/widths"), widths);
}

void EventTable::restoreColumns() {
    const QScopedValueRollback guard(arranging_, true);
    const QSettings settings;
    const auto order = settings.value(QStringLiteral("events/columns")).toStringList();
    const auto widths = settings.value(QStringLiteral("events/widths")).toMap();
    const int time = settings.value(QStringLiteral("events/time")).toInt();
    model_->setTimeMode(static_cast<TimeMode>(std::clamp(time, 0, static_cast<int>(TimeMode::absolute))));
    hidden_ = settings.value(QStringLiteral("events/hidden")).toStringList();
    std::vector<EventColumn> more;
    for (const auto& id : order)
        if (const auto column = columnOf(id); column && column->kind >= EventColumn::FixedCount)
            more.push_back(*column);
    model_->setMoreColumns(more);
    const auto& columns = model_->columns();
    const auto indexOf = [&](const QString& id) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].id() == id) return static_cast<int>(i);
        return -1;
    };
    int visual = 0;
    for (const auto& id : order)
        if (const int column = indexOf(id); column >= 0)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), visual++);
    for (int column = 0; column < model_->columnCount(); ++column) {
        const auto id = columns[static_cast<std::size_t>(column)].id();
        setColumnHidden(column, hidden_.contains(id));
        if (const int width = widths.value(id).toInt(); width > 0) setColumnWidth(column, width);
    }
    arranged_ = widths.isEmpty();
}

void EventTable::resetColumns() {
    QSettings settings;
    for (const char* key : {"events/columns", "events/hidden", "events/widths"})
        settings.remove(QLatin1String(key));
    {
        const QScopedValueRollback guard(quiet_, true);
        restoreColumns();
        for (int column = 0; column < model_->columnCount(); ++column)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
    }
    setColumnWidths();
}

}  // namespace ipcscope

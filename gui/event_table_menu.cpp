// The event table's menus, and its rows for other programs.
#include "event_model.h"
#include "event_table.h"
#include "session.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>

#include <algorithm>

namespace ipcscope {

namespace {

QString csvField(QString text) {
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

}  // namespace

void EventTable::copy(CopyForm form) {
    std::vector<int> rows, columns;
    for (const auto& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.empty()) return;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
        if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
            columns.push_back(column);
    if (form == CopyForm::json) {
        QJsonArray out;
        for (const int row : rows) {
            QJsonObject object;
            for (const int column : columns)
                object[model_->columns()[static_cast<std::size_t>(column)].id()] = model_->text(row, column);
            out.append(object);
        }
        QGuiApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(out).toJson()));
    } else {
        const bool csv = form == CopyForm::csv;
        const auto line = [&](auto&& field) {
            QStringList fields;
            for (const int column : columns)
                fields += csv ? csvField(field(column)) : field(column);
            return fields.join(csv ? QLatin1Char(',') : QLatin1Char('\t')) + QLatin1Char('\n');
        };
        QString text;
        if (csv)
            text = line([&](int column) { return model_->columns()[static_cast<std::size_t>(column)].id(); });
        for (const int row : rows)
            text += line([&](int column) { return model_->text(row, column); });
        QGuiApplication::clipboard()->setText(text);
    }
    emit told(tr("%n row(s) copied", nullptr, static_cast<int>(rows.size())));
}

void EventTable::fillColumnMenu(QMenu* menu) {
    const auto add = [this](QMenu* where, const EventColumn& column, bool shown) {
        auto* action = where->addAction(column.title());
        action->setCheckable(true);
        action->setChecked(shown);
        connect(action, &QAction::triggered, this, [this, column](bool on) { setColumnShown(column, on); });
    };
    const auto& columns = model_->columns();
    const auto has = [&](const EventColumn& column) {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
    };
    for (const auto& column : fixedColumns())
        add(menu, column, !hidden_.contains(column.id()));
    menu->addSeparator();
    const auto rows = session_.filter().allRows();
    auto more = moreColumns(session_.registry(), rows ? rows->operations() : std::set<std::uint16_t>());
    for (const auto& column : columns)
        if (column.kind >= EventColumn::FixedCount &&
            std::find(more.begin(), more.end(), column) == more.end())
            more.push_back(column);
    QMenu *arguments = nullptr, *results = nullptr;
    for (const auto& column : more) {
        if (column.kind == EventColumn::Argument && !arguments) arguments = menu->addMenu(tr("Arguments"));
        if (column.kind == EventColumn::Result && !results) results = menu->addMenu(tr("Results"));
        add(column.kind == EventColumn::Argument ? arguments
            : column.kind == EventColumn::Result ? results
                                                 : menu,
            column, has(column));
    }
    menu->addSeparator();
    auto* times = menu->addMenu(tr("Time"));
    const auto time = [&](const QString& text, TimeMode mode) {
        auto* action = times->addAction(text);
        action->setCheckable(true);
        action->setChecked(model_->timeMode() == mode);
        connect(action, &QAction::triggered, this, [this, mode] { setTimeMode(mode); });
    };
    time(tr("Since the start"), TimeMode::sinceStart);
    time(tr("Since the row before"), TimeMode::sincePrevious);
    time(tr("Absolute (CLOCK_MONOTONIC)"), TimeMode::absolute);
    menu->addAction(tr("As at first"), this, &EventTable::resetColumns);
}

void EventTable::contextMenuEvent(QContextMenuEvent* event) {
    // The menu key stands for the current cell.
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const auto index = byMouse ? indexAt(event->pos()) : currentIndex();
    const QPoint at =
        byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("eventMenu"));
    auto& filter = session_.filter();
    if (const QString test = model_->filterOf(index); !test.isEmpty()) {
        const QString shown = test.size() > 60 ? test.left(59) + QChar(0x2026) : test;
        menu.addAction(tr("Filter by %1").arg(shown), &filter, [&filter, test] { filter.apply(test); });
        menu.addAction(tr("And not this"), &filter, [&filter, test] { filter.exclude(test); });
        if (filter.active())
            menu.addAction(tr("And this"), &filter, [&filter, test] { filter.narrow(test); });
    }
    if (filter.active()) menu.addAction(tr("No filter"), &filter, &FilterController::clear);
    menu.addSeparator();
    if (selectionModel()->hasSelection()) {
        menu.addAction(tr("Copy"), QKeySequence(QKeySequence::Copy), this, [this] { copy(CopyForm::text); });
        menu.addAction(tr("Copy as CSV"), this, [this] { copy(CopyForm::csv); });
        menu.addAction(tr("Copy as JSON"), this, [this] { copy(CopyForm::json); });
    }
    menu.addAction(tr("Go to event…"), this, &EventTable::askGoTo);
    menu.addSeparator();
    fillColumnMenu(menu.addMenu(tr("Columns")));
    menu.exec(at);
}

}  // namespace ipcscope

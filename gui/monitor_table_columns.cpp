// Columns of the table of objects: which, how wide, how sorted; remembered.
#include "monitor_model.h"
#include "monitor_table.h"
#include "words.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>

namespace ipcscope {

namespace {

QStringList defaultColumns() {
    QStringList names;
    for (const auto field : {ObjectField::process, ObjectField::waiters, ObjectField::peer, ObjectField::user,
                             ObjectField::mode, ObjectField::age})
        for (const auto& column : all_object_columns())
            if (column.field == field) names += fromUtf8(column.name);
    return names;
}

}  // namespace

void MonitorTable::sortBy(int section, Qt::SortOrder order) {
    auto view = model_->view();
    static const auto* byName = object_column("name");
    view.byFilling = section == MonitorModel::State;
    view.sort = section == MonitorModel::Object ? byName : model_->column(section);
    view.descending = order == Qt::DescendingOrder;
    model_->setView(std::move(view));
}

QStringList MonitorTable::shownColumns() const {
    QStringList names;
    for (const auto* column : model_->columns())
        names += fromUtf8(column->name);
    return names;
}

void MonitorTable::setColumnShown(const QString& name, bool shown) {
    auto columns = model_->columns();
    const auto* column = object_column(name.toStdString());
    if (!column || shown == (std::find(columns.begin(), columns.end(), column) != columns.end())) return;
    if (shown)
        columns.push_back(column);
    else
        std::erase(columns, column);
    const auto selected = watch_.object();
    {
        const QScopedValueRollback guard(quiet_, true);
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        model_->setColumns(std::move(columns));
    }
    keepColumns();  // before: what the person has chosen is shown, though there is little room
    setColumnWidths();
    showSelection();
}

void MonitorTable::fillColumnMenu(QMenu* menu) {
    const auto shown = shownColumns();
    const auto add = [&](QMenu* where, const ObjectColumn& column) {
        const QString name = fromUtf8(column.name);
        auto* action = where->addAction(schemaText(column.label.c_str()));
        action->setCheckable(true);
        action->setChecked(shown.contains(name));
        action->setToolTip(schemaText(column.help.c_str()));
        connect(action, &QAction::triggered, this, [this, name](bool on) { setColumnShown(name, on); });
    };
    for (const auto& column : all_object_columns())
        if (column.field != ObjectField::of_kind && column.field != ObjectField::name) add(menu, column);
    menu->addSeparator();
    auto* more = menu->addMenu(tr("Of one mechanism"));
    for (const auto* spec : monitor_specs()) {
        QMenu* sub = nullptr;
        for (const auto& column : columns_of_mechanism(spec->mechanism)) {
            if (column.field != ObjectField::of_kind) continue;
            if (!sub) sub = more->addMenu(schemaText(spec->title));
            add(sub, column);
        }
    }
    menu->addSeparator();
    menu->addAction(tr("As at first"), this, &MonitorTable::resetColumns);
}

void MonitorTable::resizeEvent(QResizeEvent* event) {
    TallTable::resizeEvent(event);
    setColumnWidths();
}

// Until the person arranges them: as many as there is room for, the first ones first.
void MonitorTable::setColumnWidths() {
    if (!arranged_ || model_->columnCount() == 0) return;
    const QScopedValueRollback guard(arranging_, true);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    // What is left goes to the texts, to what they say most of.
    const auto weight = [](int column) {
        return column == MonitorModel::Object ? 3 : column == MonitorModel::State ? 2 : 1;
    };
    const auto isText = [&](int column) {
        const auto* field = model_->column(column);
        return column < MonitorModel::FirstField ||
               (field && (field->field == ObjectField::process || field->field == ObjectField::peer));
    };
    const auto least = [&](int column) {
        const int header = horizontalHeader()->sectionSizeHint(column) + 6;
        if (column == MonitorModel::Object) return std::max(header, 28 * digit);
        const auto* field = model_->column(column);
        if (field && field->field == ObjectField::process) return std::max(header, 24 * digit);
        if (isText(column)) return std::max(header, 20 * digit);
        return std::max(header, std::min(sizeHintForColumn(column) + 12 + 10, 20 * digit));
    };
    // Hidden ones have no size.
    for (int column = 0; column < model_->columnCount(); ++column)
        setColumnHidden(column, false);
    int left = viewport()->width(), texts = 0;
    for (int column = 0; column < model_->columnCount(); ++column) {
        const int width = least(column);
        const bool fits = chosen_ || column <= MonitorModel::FirstField || width <= left;
        setColumnHidden(column, !fits);
        if (!fits) continue;
        setColumnWidth(column, width);
        left -= width;
        texts += isText(column) ? weight(column) : 0;
    }
    for (int column = 0; left > 0 && column < model_->columnCount(); ++column)
        if (isText(column) && !isColumnHidden(column))
            setColumnWidth(column, columnWidth(column) + left * weight(column) / std::max(1, texts));
}

void MonitorTable::keepColumns() {
    QSettings settings;
    QStringList order;
    QVariantMap widths;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int section = horizontalHeader()->logicalIndex(visual);
        const auto* field = model_->column(section);
        const QString name = field                            ? fromUtf8(field->name)
                             : section == MonitorModel::State ? QStringLiteral("(state)")
                                                              : QStringLiteral("(object)");
        order += name;
        if (!arranged_) widths[name] = columnWidth(section);
    }
    chosen_ = true;
    settings.setValue(QStringLiteral("monitor/columns"), order);
    settings.setValue(QStringLiteral("monitor/widths"), widths);
}

void MonitorTable::restoreColumns() {
    const QScopedValueRollback guard(arranging_, true);
    const QSettings settings;
    auto order = settings.value(QStringLiteral("monitor/columns")).toStringList();
    chosen_ = !order.isEmpty();
    if (!chosen_) order = defaultColumns();
    std::vector<const ObjectColumn*> columns;
    for (const auto& name : order)
        if (const auto* column = object_column(name.toStdString()))
            if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
    model_->setColumns(std::move(columns));
    auto* header = horizontalHeader();
    // The two that are always there stand where they were put.
    for (const auto& [name, section] : {std::pair{QStringLiteral("(object)"), int{MonitorModel::Object}},
                                        std::pair{QStringLiteral("(state)"), int{MonitorModel::State}}})
        if (const auto at = order.indexOf(name); at >= 0 && at < header->count())
            header->moveSection(header->visualIndex(section), static_cast<int>(at));
    const auto widths = settings.value(QStringLiteral("monitor/widths")).toMap();
    arranged_ = widths.isEmpty();
    for (int section = 0; section < model_->columnCount(); ++section) {
        const auto* field = model_->column(section);
        const QString name = field                            ? fromUtf8(field->name)
                             : section == MonitorModel::State ? QStringLiteral("(state)")
                                                              : QStringLiteral("(object)");
        if (const int width = widths.value(name).toInt(); width > 0) setColumnWidth(section, width);
    }
}

void MonitorTable::resetColumns() {
    QSettings().remove(QStringLiteral("monitor/columns"));
    QSettings().remove(QStringLiteral("monitor/widths"));
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    restoreColumns();
    setColumnWidths();
    showSelection();
}

}  // namespace ipcscope

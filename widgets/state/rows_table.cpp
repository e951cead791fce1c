#include "state/rows_table.h"

#include "state/state_parts.h"

#include <QHeaderView>
#include <QScrollBar>

namespace ipcscope {

namespace {
constexpr int most = 256;        // rows
constexpr int most_at_once = 6;  // of them, without scrolling
}  // namespace

bool RowsTable::fits(const TypeSpec& type) {
    return type.kind == Kind::array && type.fields.front().type.kind == Kind::structure;
}

RowsTable::RowsTable(const StateSpec& array, const Translate& translate, QWidget* parent)
    : QTableWidget(parent), structure_(array.type.fields.front().type) {
    QStringList heads;
    for (const ParamSpec& field : structure_.fields)
        heads += titleOf(translate, field.label, field.name);
    setColumnCount(static_cast<int>(heads.size()));
    setHorizontalHeaderLabels(heads);
    for (int c = 0; c < columnCount(); ++c) {
        const char* help = structure_.fields[static_cast<std::size_t>(c)].help;
        if (*help) horizontalHeaderItem(c)->setToolTip(titleOf(translate, help, ""));
    }
    setObjectName(QString::fromUtf8(array.name));
    setAccessibleName(titleOf(translate, array.label, array.name));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void RowsTable::setRows(const List* rows) {
    const int before = rowCount();
    const int count = rows ? std::min(static_cast<int>(rows->size()), most) : 0;
    setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const auto* fields = (*rows)[static_cast<std::size_t>(row)].as<Fields>();
        for (int c = 0; c < columnCount(); ++c) {
            const ParamSpec& field = structure_.fields[static_cast<std::size_t>(c)];
            const Value* cell = fields ? fieldOf(*fields, field.name) : nullptr;
            if (!item(row, c)) setItem(row, c, new QTableWidgetItem);
            item(row, c)->setText(cell ? figure(field.type, *cell) : QString());
        }
    }
    for (int c = 0; c + 1 < columnCount(); ++c)
        resizeColumnToContents(c);
    if (count != before) updateGeometry();
}

QSize RowsTable::sizeHint() const {
    const int rows = std::clamp(rowCount(), 1, most_at_once);
    const int height = horizontalHeader()->sizeHint().height() +
                       rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth();
    return {240, height};
}

}  // namespace ipcscope

// An array of structures among the figures of a state: a small table, one row each, as high as its rows.
#pragma once

#include "state/state_view.h"

#include <QTableWidget>

namespace ipcscope {

class RowsTable : public QTableWidget {
    Q_OBJECT
public:
    // `array`: of structures.
    RowsTable(const StateSpec& array, const Translate& translate, QWidget* parent);
    static bool fits(const TypeSpec& type);  // is it an array of structures?

    void setRows(const List* rows);  // nullptr = none
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

private:
    const TypeSpec& structure_;
};

}  // namespace ipcscope

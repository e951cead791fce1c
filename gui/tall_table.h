// A table of any number of rows, up to 2^31: all rows are of one height, and nothing is kept of any of them.
// QTableView keeps some bytes of every row and counts their pixels in an int, which ends at 2^31 pixels; here
// its vertical header is empty, and rows are found by arithmetic. One step of the scroll bar is one row.
#pragma once

#include <QTableView>

namespace ipcscope {

class TallTable : public QTableView {
    Q_OBJECT
public:
    explicit TallTable(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;
    void setSelectionModel(QItemSelectionModel* selection) override;
    int rowHeightInPixels() const { return height_; }
    int topRow() const;
    int visibleRows() const;  // that fit as a whole, at least 1

    QModelIndex indexAt(const QPoint& point) const override;
    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void selectAll() override;  // not more than some ten thousand rows: says so by signal tooMany
    void keyboardSearch(const QString& search) override;  // would look at every row
    void showRow(int row);                                // current, selected, in view

Q_SIGNALS:
    void tooMany(int limit);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    bool isIndexHidden(const QModelIndex& index) const override;
    int verticalOffset() const override;
    int sizeHintForColumn(int column) const override;

private:
    int rows() const { return model() ? model()->rowCount() : 0; }
    int firstColumn() const;  // the leftmost that is shown
    void measure();
    int height_ = 20;
};

}  // namespace ipcscope

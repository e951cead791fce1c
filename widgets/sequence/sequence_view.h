// A sequence diagram: one column per process (and object), rows from top to bottom, heads that stay in sight.
// Draws the rows in sight only.
//
// Up and Down go from row to row, Ctrl+Up and Ctrl+Down within the marked column, Left and Right mark another
// column, Ctrl+Shift+Left and Right move it (or drag its head), Delete hides it, J goes to the other end of
// an arrow, plus, minus and Ctrl+wheel zoom, 0 resets.
#pragma once

#include "sequence/sequence_source.h"

#include <QAbstractScrollArea>
#include <QSet>

#include <memory>

namespace ipcscope {

struct SequenceFrame;

class SequenceView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit SequenceView(QWidget* parent = nullptr);
    ~SequenceView() override;

    void setSource(const SequenceSource* source);  // not owned; nullptr = nothing
    void refresh();                          // the source has other rows; stays at the end if it was there
    void setEmptyText(const QString& text);  // when there is no row

    void select(quint64 seq, bool reveal = true);
    void clearSelection();
    std::optional<quint64> selected() const;
    QString selectionText() const;  // plain words about the selected row; "" = none
    qint64 selectedRow() const;     // -1 = none

    // Columns, by key. What is hidden must be left out by the source as well.
    std::vector<quint64> order() const;  // those that are shown
    void setOrder(std::vector<quint64> order);
    QSet<quint64> hiddenColumns() const;
    void setHiddenColumns(const QSet<quint64>& hidden);
    void moveColumn(int from, int to);
    int currentColumn() const;

    bool toScale() const;
    double zoom() const;
    // The whole picture, or a part of it, for an export: rows [first, last], all columns that are shown.
    SequenceFrame pictureFrame(qint64 first, qint64 last, const QPalette& palette) const;
    std::pair<qint64, qint64> rowsInSight() const;

public slots:
    void setToScale(bool on);
    void setZoom(double factor);  // 0.5 to 3
    void zoomIn();
    void zoomOut();
    void resetZoom();
    void jumpToOtherEnd();
    void selectNext();
    void selectPrevious();
    void hideCurrentColumn();

signals:
    void selectionChanged(quint64 seq);
    void hiddenChanged();
    void orderChanged();
    void zoomChanged(double factor);

protected:
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace ipcscope

// The table of all objects: heads of groups that fold, cells that have just changed, how full things are.
#pragma once

#include "monitor_watch.h"
#include "tall_table.h"

#include <QTimer>

#include <optional>

class QMenu;

namespace ipcscope {

class MonitorModel;

class MonitorTable : public TallTable {
    Q_OBJECT
public:
    explicit MonitorTable(MonitorWatch& watch, QWidget* parent = nullptr);
    MonitorModel* objects() { return model_; }
    void fillColumnMenu(QMenu* menu);
    void setColumnShown(const QString& name, bool shown);
    QStringList shownColumns() const;  // names of filter fields, in their order
    void resetColumns();
    void update(std::shared_ptr<const Snapshot> snapshot);  // rows and scroll position stay

Q_SIGNALS:
    void chosen();                      // Enter or a double click on an object
    void menuWanted(const QPoint& at);  // of the selected object

protected:
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSelection();
    void setColumnWidths();
    void paintHead(QPainter& painter, int row, int y);
    void restoreColumns();
    void keepColumns();
    void sortBy(int section, Qt::SortOrder order);
    bool onArrow(const QPoint& at) const;
    MonitorWatch& watch_;
    MonitorModel* model_;
    QTimer fade_;           // until changed cells are no longer marked
    bool quiet_ = false;    // the selection follows, it does not lead
    bool arranged_ = true;  // widths are ours, not the person's
    bool chosen_ = false;   // the person said which columns: all of them are shown
    bool arranging_ = false;
    std::optional<quint64> headChosen_;  // the group on whose head the person stands
};

}  // namespace ipcscope

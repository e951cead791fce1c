// The event table: follows the newest event until it is scrolled away, shows and sets the selection, shows
// what the filter leaves, or the rest pale.
#pragma once

#include "event_columns.h"
#include "tall_table.h"

class QMenu;

namespace ipcscope {

class EventModel;
class Session;

class EventTable : public TallTable {
    Q_OBJECT
public:
    explicit EventTable(Session& session, QWidget* parent = nullptr);
    EventModel* eventModel() { return model_; }
    bool follows() const { return follows_; }
    void setTimeMode(TimeMode mode);                             // remembered
    void setColumnShown(const EventColumn& column, bool shown);  // remembered, as are order and widths
    void goTo(quint64 seq);                                      // the event, or the next one that has a row
    void askGoTo();
    void resetColumns();
    enum class CopyForm { text, csv, json };
    void copy(CopyForm form);
    void fillColumnMenu(QMenu* menu);

Q_SIGNALS:
    void told(const QString& what);  // worth a line in the status bar

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void adopt();
    void refresh();
    void showSelection();
    void setColumnWidths();  // until somebody drags one: what is short gets what it needs, the rest is shared
    void restoreColumns();
    void keepColumns();
    Session& session_;
    EventModel* model_;
    bool follows_ = true;
    bool arranged_ = true, arranging_ = false;  // the columns' widths are ours; we are setting them
    QStringList hidden_;                        // ids, by the person
    int measuredRows_ = -1;
    bool quiet_ = false;  // we move the current row, not the person
};

}  // namespace ipcscope

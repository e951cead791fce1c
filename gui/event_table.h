// The event table: follows the newest event until it is scrolled away, shows and sets the selection.
#pragma once

#include <QTableView>
#include <QTimer>

namespace ipcscope {

class EventModel;
class Session;

class EventTable : public QTableView {
    Q_OBJECT
public:
    explicit EventTable(Session& session, QWidget* parent = nullptr);
    EventModel* eventModel() { return model_; }
    bool follows() const { return follows_; }

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    int sizeHintForColumn(int column) const override;

private:
    void refresh();
    void showSelection();
    void setColumnWidths();  // until somebody drags one: what is short gets what it needs, the rest is shared
    Session& session_;
    EventModel* model_;
    QTimer more_;  // when a refresh left something for later
    bool follows_ = true;
    bool arranged_ = true, arranging_ = false;  // the columns' widths are ours; we are setting them
    int measuredRows_ = -1;
    bool quiet_ = false;  // we move the current row, not the person
};

}  // namespace ipcscope

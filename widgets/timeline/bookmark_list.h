// All bookmarks of a timeline in a list: go there, change the note, delete.
#pragma once

#include <QDialog>

class QListWidget;
class QPushButton;

namespace ipcscope {

class TimelineView;

class BookmarkList : public QDialog {
    Q_OBJECT
public:
    explicit BookmarkList(TimelineView& view);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void fill();
    void go();
    void remove();
    TimelineView& view_;
    QListWidget* list_;
    QPushButton *go_, *edit_, *remove_;
    bool filling_ = false;
};

}  // namespace ipcscope

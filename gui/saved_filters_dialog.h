// The saved filters in a list: the person's own and those of the session can be renamed,
// changed, moved and removed.
#pragma once

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace ipcscope {

class FilterController;

class SavedFiltersDialog : public QDialog {
    Q_OBJECT
public:
    explicit SavedFiltersDialog(FilterController& filter, QWidget* parent = nullptr);

private:
    void fill();
    FilterController& filter_;
    QTreeWidget* list_;
    QPushButton *rename_, *remove_, *place_, *up_, *down_;
    bool filling_ = false;
};

}  // namespace ipcscope

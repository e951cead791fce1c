// The navigator dock's contents: all mechanisms, in groups, with a filter.
#pragma once

#include "schema/registry.h"

#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace ipcscope {

// Group titles with the mechanisms below them; groups without a mechanism are not there.
class MechanismModel : public QStandardItemModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, SearchRole };
    explicit MechanismModel(const Registry& registry, QObject* parent = nullptr);
};

class Navigator : public QWidget {
    Q_OBJECT
public:
    explicit Navigator(const Registry& registry, QWidget* parent = nullptr);
    QTreeView* view() { return view_; }
    QPushButton* systemButton() { return system_; }

Q_SIGNALS:
    void chosen(const QString& mechanism);
    void systemWanted();  // the objects that others have

private:
    QSortFilterProxyModel proxy_;
    QLineEdit* filter_;
    QTreeView* view_;
    QPushButton* system_;
};

}  // namespace ipcscope

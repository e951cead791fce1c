// The views without a picture of their own, or with a small one: a table of figures, a filled bar, a tree.
#pragma once

#include "state/state_parts.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace ipcscope {

class TableView : public FramedStateView {
    Q_OBJECT
public:
    TableView(const ObjectSpec& object, Translate translate, QWidget* parent);

protected:
    void show(const Fields&) override {}
    void clear() override {}
};

class FillView : public FramedStateView {
    Q_OBJECT
public:
    FillView(const ObjectSpec& object, Translate translate, QWidget* parent);

protected:
    void show(const Fields& state) override;
    void clear() override;

private:
    FillBar* bar_;
    const StateSpec *filled_ = nullptr, *whole_ = nullptr;
};

// Values unfold; what a person has folded stays folded while the figures change.
class TreeView : public FramedStateView {
    Q_OBJECT
public:
    TreeView(const ObjectSpec& object, Translate translate, QWidget* parent);

protected:
    void show(const Fields& state) override;
    void clear() override;

private:
    void fill(QTreeWidgetItem* item, const TypeSpec& type, const Value& value);
    QTreeWidget* tree_;
};

}  // namespace ipcscope

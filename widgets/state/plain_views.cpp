#include "state/plain_views.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <string_view>

namespace ipcscope {

TableView::TableView(const ObjectSpec& object, Translate translate, QWidget* parent)
    : FramedStateView(object, std::move(translate), parent) {
    addFigures({});
    body()->addStretch(1);
}

FillView::FillView(const ObjectSpec& object, Translate translate, QWidget* parent)
    : FramedStateView(object, std::move(translate), parent), bar_(new FillBar(this)) {
    for (const StateSpec& spec : object.state) {
        if (spec.type.kind != Kind::integer || spec.type.unit != Unit::bytes) continue;
        if (std::string_view(spec.name) == "capacity")
            whole_ = &spec;
        else if (!filled_)
            filled_ = &spec;
    }
    if (filled_) {
        bar_->setAccessibleName(titleOf(this->translate(), filled_->label, filled_->name));
        bar_->setToolTip(titleOf(this->translate(), filled_->help, ""));
        auto* title = new QLabel(bar_->accessibleName(), this);
        title->setBuddy(bar_);
        body()->addWidget(title);
    }
    body()->addWidget(bar_);
    addFigures({filled_, whole_});
    body()->addStretch(1);
}

void FillView::show(const Fields& state) {
    const Value* filled = filled_ ? fieldOf(state, filled_->name) : nullptr;
    const Value* whole = whole_ ? fieldOf(state, whole_->name) : nullptr;
    bar_->setVisible(filled != nullptr);
    if (filled) bar_->set(filled->integer(), whole ? whole->integer() : 0, Unit::bytes);
}

void FillView::clear() {
    bar_->set(0, 0, Unit::bytes);
}

TreeView::TreeView(const ObjectSpec& object, Translate translate, QWidget* parent)
    : FramedStateView(object, std::move(translate), parent), tree_(new QTreeWidget(this)) {
    tree_->setColumnCount(2);
    tree_->setHeaderLabels({tr("Name"), tr("Value")});
    tree_->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    tree_->header()->setStretchLastSection(true);
    tree_->setAccessibleName(accessibleName());
    tree_->setAlternatingRowColors(true);
    std::vector<const StateSpec*> taken;
    for (const StateSpec& spec : object.state) {
        auto* item = new QTreeWidgetItem(tree_, {titleOf(this->translate(), spec.label, spec.name)});
        item->setToolTip(0, titleOf(this->translate(), spec.help, ""));
        item->setExpanded(true);
        taken.push_back(&spec);
    }
    body()->addWidget(tree_, 1);
}

void TreeView::show(const Fields& state) {
    for (std::size_t i = 0; i < object().state.size(); ++i) {
        const Value* value = fieldOf(state, object().state[i].name);
        fill(tree_->topLevelItem(static_cast<int>(i)), object().state[i].type, value ? *value : Value());
    }
}

void TreeView::clear() {
    show({});
}

// Items are reused by position, so that what is unfolded or selected stays so.
void TreeView::fill(QTreeWidgetItem* item, const TypeSpec& type, const Value& value) {
    const auto child = [&](int at, const QString& name) {
        if (at >= item->childCount()) new QTreeWidgetItem(item);
        item->child(at)->setText(0, name);
        return item->child(at);
    };
    int used = 0;
    if (type.kind == Kind::array) {
        const auto* list = value.as<List>();
        if (list)
            for (const Value& element : *list) {
                fill(child(used, QStringLiteral("[%1]").arg(used)), type.fields.front().type, element);
                ++used;
            }
        item->setText(1, list ? list->empty() ? tr("none") : QString::number(list->size()) : QString());
    } else if (const auto* fields = value.as<Fields>(); fields && type.kind == Kind::structure) {
        for (const ParamSpec& field : type.fields) {
            const Value* inner = fieldOf(*fields, field.name);
            if (inner) fill(child(used++, titleOf(translate(), field.label, field.name)), field.type, *inner);
        }
        item->setText(1, {});
    } else {
        item->setText(1, figure(type, value));
        item->setToolTip(1, item->text(1));
    }
    while (item->childCount() > used)
        delete item->takeChild(used);
}

}  // namespace ipcscope

#include "saved_filters_dialog.h"

#include "filter_controller.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ipcscope {

SavedFiltersDialog::SavedFiltersDialog(FilterController& filter, QWidget* parent)
    : QDialog(parent), filter_(filter), list_(new QTreeWidget) {
    setObjectName(QStringLiteral("savedFiltersDialog"));
    setWindowTitle(tr("Saved filters"));
    list_->setHeaderLabels({tr("Name"), tr("Filter")});
    list_->setAccessibleName(tr("Saved filters"));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    rename_ = buttons->addButton(tr("Rename"), QDialogButtonBox::ActionRole);
    remove_ = buttons->addButton(tr("Remove"), QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(list_);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto own = [this] {
        const auto* item = list_->currentItem();
        return item && item->flags().testFlag(Qt::ItemIsEditable);
    };
    const auto allow = [this, own] {
        rename_->setEnabled(own());
        remove_->setEnabled(own());
    };
    connect(list_, &QTreeWidget::currentItemChanged, this, allow);
    connect(rename_, &QPushButton::clicked, this, [this, own] {
        if (own()) list_->editItem(list_->currentItem(), 0);
    });
    connect(remove_, &QPushButton::clicked, this, [this, own] {
        if (own()) filter_.saved().remove(list_->currentItem()->data(0, Qt::UserRole).toString());
    });
    connect(list_, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int edited) {
        if (filling_) return;
        const QString name = item->data(0, Qt::UserRole).toString();
        const QString text = item->text(edited).trimmed();
        // What is refused (a name that is taken, a text that is no filter) is as it was.
        const bool done = edited == 0 ? filter_.saved().rename(name, text)
                                      : filter_.parse(text).valid() && filter_.saved().save(name, text);
        if (!done) QMetaObject::invokeMethod(this, &SavedFiltersDialog::fill, Qt::QueuedConnection);
    });
    // Not while an item of the list is being edited.
    connect(&filter_.saved(), &SavedFilters::changed, this, &SavedFiltersDialog::fill, Qt::QueuedConnection);
    fill();
    allow();
    resize(560, 360);
}

void SavedFiltersDialog::fill() {
    filling_ = true;
    list_->clear();
    for (const auto& each : filter_.saved().all()) {
        auto* item = new QTreeWidgetItem(list_, {each.name, each.text});
        item->setData(0, Qt::UserRole, each.name);
        if (!each.builtIn) item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (each.builtIn) item->setToolTip(0, tr("Comes with the program"));
    }
    list_->resizeColumnToContents(0);
    filling_ = false;
}

}  // namespace ipcscope

#include "saved_filters_dialog.h"

#include "filter_controller.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ipcscope {

using Place = SavedFilter::Place;

SavedFiltersDialog::SavedFiltersDialog(FilterController& filter, QWidget* parent)
    : QDialog(parent), filter_(filter), list_(new QTreeWidget) {
    setObjectName(QStringLiteral("savedFiltersDialog"));
    setWindowTitle(tr("Saved filters"));
    list_->setHeaderLabels({tr("Name"), tr("Filter"), tr("Kept")});
    list_->setAccessibleName(tr("Saved filters"));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    rename_ = buttons->addButton(tr("Rename"), QDialogButtonBox::ActionRole);
    remove_ = buttons->addButton(tr("Remove"), QDialogButtonBox::ActionRole);
    place_ = buttons->addButton(tr("Keep in the session"), QDialogButtonBox::ActionRole);
    up_ = buttons->addButton(tr("Up"), QDialogButtonBox::ActionRole);
    down_ = buttons->addButton(tr("Down"), QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(list_);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto name = [this] { return list_->currentItem()->data(0, Qt::UserRole).toString(); };
    const auto place = [this] {
        const auto* item = list_->currentItem();
        return item ? static_cast<Place>(item->data(2, Qt::UserRole).toInt()) : Place::program;
    };
    const auto allow = [this, place] {
        const bool own = place() != Place::program;
        for (auto* each : {rename_, remove_, place_, up_, down_})
            each->setEnabled(own);
        place_->setText(place() == Place::session ? tr("Keep for me") : tr("Keep in the session"));
    };
    connect(list_, &QTreeWidget::currentItemChanged, this, allow);
    connect(rename_, &QPushButton::clicked, this, [this] { list_->editItem(list_->currentItem(), 0); });
    connect(remove_, &QPushButton::clicked, this,
            [this, name, place] { filter_.saved().remove(name(), place()); });
    connect(place_, &QPushButton::clicked, this, [this, name, place] {
        const auto from = place();
        const QString known = name();
        filter_.saved().save(known, list_->currentItem()->text(1),
                             from == Place::session ? Place::person : Place::session);
        filter_.saved().remove(known, from);  // where both had one of that name
    });
    connect(up_, &QPushButton::clicked, this,
            [this, name, place] { filter_.saved().move(name(), -1, place()); });
    connect(down_, &QPushButton::clicked, this,
            [this, name, place] { filter_.saved().move(name(), 1, place()); });
    connect(list_, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int edited) {
        if (filling_) return;
        const QString known = item->data(0, Qt::UserRole).toString();
        const QString text = item->text(edited).trimmed();
        const auto where = static_cast<Place>(item->data(2, Qt::UserRole).toInt());
        // What is refused (a name that is taken, a text that is no filter) is as it was.
        const bool done = edited == 2 ? false
                          : edited == 0
                              ? filter_.saved().rename(known, text, where)
                              : filter_.parse(text).valid() && filter_.saved().save(known, text, where);
        if (!done) QMetaObject::invokeMethod(this, &SavedFiltersDialog::fill, Qt::QueuedConnection);
    });
    // Not while an item of the list is being edited.
    connect(&filter_.saved(), &SavedFilters::changed, this, &SavedFiltersDialog::fill, Qt::QueuedConnection);
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    fill();
    allow();
    resize(640, 360);
}

void SavedFiltersDialog::fill() {
    const auto kept =
        list_->currentItem() ? list_->currentItem()->data(0, Qt::UserRole).toString() : QString();
    filling_ = true;
    list_->clear();
    for (const auto& each : filter_.saved().all()) {
        const QString place = each.place == Place::session  ? tr("in this session")
                              : each.place == Place::person ? tr("for me")
                                                            : tr("with the program");
        auto* item = new QTreeWidgetItem(list_, {each.name, each.text, place});
        item->setData(0, Qt::UserRole, each.name);
        item->setData(2, Qt::UserRole, static_cast<int>(each.place));
        if (each.place != Place::program) item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (each.name == kept) list_->setCurrentItem(item);
    }
    list_->resizeColumnToContents(0);
    list_->resizeColumnToContents(1);
    filling_ = false;
}

}  // namespace ipcscope

#include "navigator.h"

#include "icons.h"
#include "words.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace ipcscope {

MechanismModel::MechanismModel(const Registry& registry, QObject* parent) : QStandardItemModel(parent) {
    QStandardItem* group = nullptr;
    const MechanismSpec* before = nullptr;
    for (const auto* mechanism : registry.mechanisms()) {
        if (!before || before->group != mechanism->group) {
            group = new QStandardItem(schemaText(group_title(mechanism->group)));
            group->setFlags(Qt::ItemIsEnabled);
            auto font = group->font();
            font.setBold(true);
            group->setFont(font);
            appendRow(group);
        }
        before = mechanism;
        const QString title = schemaText(mechanism->title);
        auto* item = new QStandardItem(mechanismIcon(mechanism->id), title);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setToolTip(schemaText(mechanism->summary));
        item->setData(QString::fromUtf8(mechanism->id), IdRole);
        QString search = title + QLatin1Char(' ') + QString::fromUtf8(mechanism->id);
        for (const auto& operation : mechanism->operations)
            search += QLatin1Char(' ') + QString::fromUtf8(operation.call) + QLatin1Char(' ') +
                      schemaText(operation.title);
        item->setData(search, SearchRole);
        group->appendRow(item);
    }
}

Navigator::Navigator(const Registry& registry, QWidget* parent)
    : QWidget(parent),
      filter_(new QLineEdit),
      view_(new QTreeView),
      system_(new QPushButton(actionIcon(QStringLiteral("search")), tr("Objects of this machine"))) {
    setObjectName(QStringLiteral("navigatorPanel"));
    proxy_.setSourceModel(new MechanismModel(registry, this));
    proxy_.setFilterRole(MechanismModel::SearchRole);
    proxy_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy_.setRecursiveFilteringEnabled(true);
    filter_->setObjectName(QStringLiteral("navigatorFilter"));
    filter_->setPlaceholderText(tr("Find a mechanism or call"));
    filter_->setAccessibleName(filter_->placeholderText());
    filter_->setClearButtonEnabled(true);
    view_->setObjectName(QStringLiteral("navigator"));
    view_->setAccessibleName(tr("Mechanisms"));
    view_->setModel(&proxy_);
    view_->setHeaderHidden(true);
    view_->setRootIsDecorated(false);
    view_->setItemsExpandable(false);
    view_->setIndentation(10);
    view_->setIconSize({18, 18});
    view_->setUniformRowHeights(true);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->expandAll();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->setSpacing(6);
    layout->addWidget(filter_);
    layout->addWidget(view_, 1);
    system_->setObjectName(QStringLiteral("systemButton"));
    system_->setToolTip(
        tr("What other programs hold: queues, pipes, sockets, locks, and who waits for whom"));
    system_->setFlat(true);
    layout->addWidget(system_);
    connect(system_, &QPushButton::clicked, this, &Navigator::systemWanted);
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        proxy_.setFilterFixedString(text);
        view_->expandAll();
    });
    const auto choose = [this](const QModelIndex& index) {
        const QString id = index.data(MechanismModel::IdRole).toString();
        if (!id.isEmpty()) emit chosen(id);
    };
    connect(view_, &QTreeView::clicked, this, choose);
    connect(view_, &QTreeView::activated, this, choose);
    connect(filter_, &QLineEdit::returnPressed, this, [this, choose] {
        // The first mechanism that is left.
        const auto group = proxy_.index(0, 0);
        if (group.isValid()) choose(proxy_.index(0, 0, group));
    });
}

}  // namespace ipcscope

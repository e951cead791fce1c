#include "completion_list.h"

#include "common/tones.h"

#include <QCompleter>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTreeView>

#include <algorithm>

namespace ipcscope {

namespace {
constexpr int mostRows = 12;
constexpr int widestLabel = 320;
}  // namespace

CompletionList::CompletionList(QWidget* owner)
    : QObject(owner),
      completer_(new QCompleter(this)),
      model_(new QStandardItemModel(this)),
      view_(new QTreeView) {
    view_->setRootIsDecorated(false);
    view_->setHeaderHidden(true);
    view_->setUniformRowHeights(true);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setTextElideMode(Qt::ElideRight);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setAccessibleName(tr("What can stand here"));
    completer_->setModel(model_);
    completer_->setPopup(view_);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(mostRows);
    completer_->setWidget(owner);
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { take(index.row()); });
}

bool CompletionList::isOpen() const {
    return view_->isVisible();
}

void CompletionList::close() {
    view_->hide();
}

void CompletionList::open(const QList<CompletionItem>& items, const QRect& where) {
    items_ = items;
    model_->clear();
    if (items_.isEmpty()) return close();
    const auto metrics = view_->fontMetrics();
    int label = 0;
    for (const auto& each : items_) {
        auto* item = new QStandardItem(each.label);
        item->setData(each.insert);
        item->setAccessibleText(each.help.isEmpty() ? each.label
                                                    : each.label + QStringLiteral(": ") + each.help);
        auto* words = new QStandardItem(each.help);
        words->setForeground(tone(QGuiApplication::palette(), Tone::quiet));
        for (auto* cell : {item, words}) {
            cell->setToolTip(each.help);
            cell->setSizeHint({0, metrics.height() + 6});
        }
        model_->appendRow({item, words});
        label = std::max(label, metrics.horizontalAdvance(each.label));
    }
    view_->header()->setStretchLastSection(true);
    view_->header()->resizeSection(0, std::min(label + 32, widestLabel));
    completer_->complete(where);
    view_->setCurrentIndex({});
}

CompletionList::Key CompletionList::handle(const QKeyEvent& event) {
    if (!isOpen()) return Key::mine;
    const int key = event.key();
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Escape || ((enters || key == Qt::Key_Tab) && view_->currentIndex().isValid()))
        return Key::theirs;
    if (key != Qt::Key_Tab) return Key::mine;
    take(0);  // the likeliest, without looking for it
    return Key::taken;
}

void CompletionList::take(int row) {
    if (row < 0 || row >= items_.size()) return;
    const auto item = items_.at(row);
    close();
    emit chosen(item);
}

}  // namespace ipcscope

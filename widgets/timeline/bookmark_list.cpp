#include "timeline/bookmark_list.h"

#include "timeline/time_axis.h"
#include "timeline/timeline_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ipcscope {

BookmarkList::BookmarkList(TimelineView& view)
    : QDialog(&view),
      view_(view),
      list_(new QListWidget),
      go_(new QPushButton(tr("&Go there"))),
      edit_(new QPushButton(tr("&Edit note"))),
      remove_(new QPushButton(tr("&Delete"))) {
    setWindowTitle(tr("Bookmarks"));
    setObjectName(QStringLiteral("bookmarkList"));
    list_->setAccessibleName(tr("Bookmarks"));
    list_->installEventFilter(this);
    auto* hint = new QLabel(tr("Ctrl+B in the timeline adds a bookmark."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {go_, edit_, remove_}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(list_, 1);
    layout->addWidget(hint);
    layout->addLayout(buttons);
    resize(420, 300);
    connect(go_, &QPushButton::clicked, this, &BookmarkList::go);
    connect(list_, &QListWidget::itemActivated, this, &BookmarkList::go);
    connect(remove_, &QPushButton::clicked, this, &BookmarkList::remove);
    connect(edit_, &QPushButton::clicked, this, [this] { list_->editItem(list_->currentItem()); });
    connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (filling_) return;
        Bookmarks next = view_.bookmarks();
        const auto row = static_cast<std::size_t>(list_->row(item));
        if (row < next.size()) next[row].note = item->text().trimmed();
        view_.setBookmarks(std::move(next));
    });
    connect(&view_, &TimelineView::bookmarksChanged, this, &BookmarkList::fill);
    fill();
}

void BookmarkList::fill() {
    filling_ = true;
    const int row = list_->currentRow();
    list_->clear();
    for (const Bookmark& bookmark : view_.bookmarks()) {
        auto* item = new QListWidgetItem(bookmark.note);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        const QString time = formatTime(static_cast<double>(bookmark.time), 1000);
        item->setToolTip(time);
        item->setData(Qt::AccessibleTextRole,
                      bookmark.note.isEmpty() ? time : QStringLiteral("%1, %2").arg(time, bookmark.note));
        if (bookmark.note.isEmpty()) item->setText(tr("at %1").arg(time));
        list_->addItem(item);
    }
    list_->setCurrentRow(std::min(std::max(row, 0), list_->count() - 1));
    for (auto* button : {go_, edit_, remove_})
        button->setEnabled(list_->count() > 0);
    filling_ = false;
}

void BookmarkList::go() {
    const int row = list_->currentRow();
    if (row < 0 || row >= static_cast<int>(view_.bookmarks().size())) return;
    view_.goToBookmark(static_cast<std::size_t>(row));
}

void BookmarkList::remove() {
    Bookmarks next = view_.bookmarks();
    const int row = list_->currentRow();
    if (row < 0 || row >= static_cast<int>(next.size())) return;
    next.erase(next.begin() + row);
    view_.setBookmarks(std::move(next));
}

bool BookmarkList::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        remove();
        return true;
    }
    return QDialog::eventFilter(object, event);
}

}  // namespace ipcscope

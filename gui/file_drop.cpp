#include "file_drop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTimer>
#include <QUrl>
#include <QWidget>

namespace ipcscope {

FileDrop::FileDrop(QWidget* window, std::function<void(const QString&)> open)
    : QObject(window), open_(std::move(open)) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject*, QEvent* event) {
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop) return false;
    auto* drop = static_cast<QDropEvent*>(event);
    const auto urls = drop->mimeData()->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile()) return false;
    drop->acceptProposedAction();
    // Later: a question that this may ask must not hold up the one who drags.
    if (event->type() == QEvent::Drop)
        QTimer::singleShot(0, this, [this, path = urls.front().toLocalFile()] { open_(path); });
    return true;
}

}  // namespace ipcscope

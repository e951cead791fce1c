#include "file_drop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <algorithm>

namespace ipcscope {

namespace {
constexpr int mostFiles = 20;  // each may become a window
}

FileDrop::FileDrop(QWidget* window, std::function<void(const QString&)> open)
    : QObject(window), open_(std::move(open)) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject*, QEvent* event) {
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop) return false;
    auto* drop = static_cast<QDropEvent*>(event);
    const auto urls = drop->mimeData()->urls();
    const bool files =
        !urls.isEmpty() && urls.size() <= mostFiles &&
        std::all_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
    if (!files) return false;
    drop->acceptProposedAction();
    // Later: a question that this may ask must not hold up the one who drags.
    if (event->type() == QEvent::Drop)
        QTimer::singleShot(0, this, [this, urls] {
            for (const auto& url : urls)
                open_(url.toLocalFile());
        });
    return true;
}

}  // namespace ipcscope

#include "windows.h"

#include "draft_bar.h"
#include "leftovers_bar.h"
#include "main_window.h"
#include "recovery_bar.h"

#include <QApplication>
#include <QFileInfo>
#include <QSessionManager>

namespace ipcscope {

namespace {
constexpr int cascade = 32;  // pixels between a window and the next
}

Windows::Windows(const Registry& registry, QObject* parent) : QObject(parent), registry_(registry) {
#ifndef QT_NO_SESSIONMANAGER
    // The person logs out. Where nobody may be asked, the drafts hold what is not saved.
    connect(
        qApp, &QGuiApplication::commitDataRequest, this,
        [this](QSessionManager& manager) {
            if (!manager.allowsInteraction()) return;
            const bool ends = mayEnd();
            manager.release();
            if (!ends) manager.cancel();
        },
        Qt::DirectConnection);
#endif
}

Windows::~Windows() {
    for (const auto& one : windows_)
        delete one.window;
}

QList<MainWindow*> Windows::all() const {
    QList<MainWindow*> out;
    for (const auto& one : windows_)
        if (one.window) out += one.window;
    return out;
}

MainWindow* Windows::make() {
    windows_.removeIf([](const One& one) { return one.window.isNull(); });
    auto* window = new MainWindow(registry_);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->openApart = [this, window](const QString& path) { return openApart(path, window); };
    window->quitAll = [this] { closeAll(); };
    auto* recovery = new RecoveryBar(window->session(),
                                     [window](const QString& path) { return window->openHere(path, false); });
    auto* draft = new DraftBar(window->session().document(),
                               [window](const QString& path) { return window->openHere(path, false); });
    window->addBar(draft);
    window->addBar(recovery);
    if (windows_.isEmpty()) {
        auto* leftovers = new LeftoversBar;
        window->addBar(leftovers);
        leftovers->look();
        recovery->look();
        draft->look();
    }
    windows_.push_back({window, draft});
    return window;
}

void Windows::show(MainWindow* window, const MainWindow* beside) {
    window->restoreLayout();
    if (beside && !beside->isMaximized() && !beside->isFullScreen()) {
        window->setWindowState(Qt::WindowNoState);
        window->setGeometry(beside->geometry().translated(cascade, cascade));
    }
    window->show();
}

bool Windows::openApart(const QString& path, MainWindow* from) {
    const QString full = path.isEmpty() ? QString() : QFileInfo(path).canonicalFilePath();
    for (auto* each : all()) {
        const auto has = each->session().document().path();
        if (full.isEmpty() || has.isEmpty() || QFileInfo(has).canonicalFilePath() != full) continue;
        each->raise();
        each->activateWindow();
        return true;
    }
    auto* window = make();
    show(window, from);
    if (path.isEmpty() || window->openFile(path)) return true;
    window->closeNow();
    return false;
}

bool Windows::mayEnd() {
    const auto windows = all();
    for (auto* window : windows)
        if (!window->mayClose()) return false;
    return true;
}

bool Windows::closeAll() {
    if (!mayEnd()) return false;
    const auto windows = all();
    for (auto* window : windows)
        window->closeNow();
    return true;
}

void Windows::closeNow() {
    for (const auto& one : windows_) {
        if (one.draft) one.draft->keepForLater();
        if (!one.window) continue;
        // A dialog of it may stand on the stack: it is deleted when the program's own loop has ended.
        one.window->setAttribute(Qt::WA_DeleteOnClose, false);
        one.window->closeNow();
    }
}

}  // namespace ipcscope

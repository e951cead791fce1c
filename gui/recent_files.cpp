#include "recent_files.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QThreadPool>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int most = 10;
QString key() {
    return QStringLiteral("files/recent");
}

void write(const QStringList& paths) {
    QSettings().setValue(key(), paths);
}

}  // namespace

RecentFiles::RecentFiles(QMenu* menu, QObject* parent) : QObject(parent), menu_(menu) {
    menu_->setToolTipsVisible(true);
    // Each time anew: another window may have opened something since.
    connect(menu_, &QMenu::aboutToShow, this, &RecentFiles::fill);
    fill();
}

QStringList RecentFiles::paths() {
    return QSettings().value(key()).toStringList();
}

void RecentFiles::remember(const QString& path) {
    const QString full = QFileInfo(path).absoluteFilePath();
    auto all = paths();
    all.removeAll(full);
    all.prepend(full);
    while (all.size() > most)
        all.removeLast();
    write(all);
}

void RecentFiles::forget(const QString& path) {
    auto all = paths();
    all.removeAll(path);
    write(all);
}

void RecentFiles::clear() {
    write({});
}

void RecentFiles::fill() {
    menu_->clear();
    const auto all = paths();
    const QString home = QDir::homePath() + QLatin1Char('/');
    int number = 0;
    for (const auto& path : all) {
        const QFileInfo file(path);
        QString folder = file.path();
        if (folder.startsWith(home)) folder = QStringLiteral("~/") + folder.mid(home.size());
        QString text = file.fileName().replace(QLatin1Char('&'), QStringLiteral("&&"));
        const bool twin = std::count_if(all.begin(), all.end(), [&](const QString& other) {
                              return QFileInfo(other).fileName() == file.fileName();
                          }) > 1;
        if (twin) text += QStringLiteral(" – ") + folder.replace(QLatin1Char('&'), QStringLiteral("&&"));
        if (++number < 10) text = QStringLiteral("&%1  %2").arg(number).arg(text);
        auto* action = menu_->addAction(text);
        action->setData(path);
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] {
            if (gone_.contains(path))
                emit missing(path);
            else
                emit chosen(path);
        });
    }
    if (all.isEmpty()) menu_->addAction(tr("Nothing was opened yet"))->setEnabled(false);
    menu_->addSeparator();
    auto* clears = menu_->addAction(tr("&Clear this list"));
    clears->setEnabled(!all.isEmpty());
    connect(clears, &QAction::triggered, this, [this] {
        clear();
        fill();
    });
    mark(gone_);
    if (!all.isEmpty()) look(all);
}

void RecentFiles::look(const QStringList& paths) {
    QThreadPool::globalInstance()->start([self = QPointer<RecentFiles>(this), paths] {
        QStringList gone;
        for (const auto& path : paths)
            if (!QFileInfo::exists(path)) gone += path;
        // Asked on its own thread whether it lives still.
        QMetaObject::invokeMethod(qApp, [self, gone] {
            if (self) self->mark(gone);
        });
    });
}

void RecentFiles::mark(const QStringList& gone) {
    gone_ = gone;
    const QString suffix = tr(" (missing)");
    for (auto* action : menu_->actions()) {
        if (!action->data().isValid()) continue;
        const bool away = gone_.contains(action->data().toString());
        QString text = action->text();
        if (text.endsWith(suffix)) text.chop(suffix.size());
        action->setText(away ? text + suffix : text);
    }
}

}  // namespace ipcscope

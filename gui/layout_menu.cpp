#include "layout_menu.h"

#include <QAction>
#include <QInputDialog>
#include <QMessageBox>
#include <QSettings>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int longestName = 60;

struct Kept {
    QString name;
    QByteArray state;
};

// As an array: a name may hold what a key must not.
QList<Kept> read() {
    QSettings settings;
    QList<Kept> out;
    const int count = settings.beginReadArray(QStringLiteral("layouts"));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        out.push_back({settings.value(QStringLiteral("name")).toString(),
                       settings.value(QStringLiteral("state")).toByteArray()});
    }
    settings.endArray();
    return out;
}

void write(QList<Kept> all) {
    std::sort(all.begin(), all.end(),
              [](const Kept& a, const Kept& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    QSettings settings;
    settings.remove(QStringLiteral("layouts"));
    settings.beginWriteArray(QStringLiteral("layouts"), static_cast<int>(all.size()));
    for (int i = 0; i < all.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("name"), all[i].name);
        settings.setValue(QStringLiteral("state"), all[i].state);
    }
    settings.endArray();
}

QString menuText(QString name) {
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

}  // namespace

LayoutMenu::LayoutMenu(Window window, QWidget* parent)
    : QMenu(tr("La&youts"), parent), window_(std::move(window)) {
    connect(this, &QMenu::aboutToShow, this, &LayoutMenu::fill);
    fill();
}

QStringList LayoutMenu::names() {
    QStringList out;
    for (const auto& kept : read())
        out += kept.name;
    return out;
}

void LayoutMenu::fill() {
    // clear() leaves its menus alone.
    qDeleteAll(findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    clear();
    const auto all = names();
    for (const auto& name : all)
        connect(addAction(menuText(name)), &QAction::triggered, this, [this, name] { apply(name); });
    addSeparator();
    connect(addAction(tr("&Save as…")), &QAction::triggered, this, &LayoutMenu::saveAs);
    auto* renames = addMenu(tr("Re&name"));
    auto* removes = addMenu(tr("&Delete"));
    for (auto* each : {renames, removes})
        each->setEnabled(!all.isEmpty());
    for (const auto& name : all) {
        connect(renames->addAction(menuText(name)), &QAction::triggered, this,
                [this, name] { rename(name); });
        connect(removes->addAction(menuText(name)), &QAction::triggered, this,
                [this, name] { remove(name); });
    }
    addSeparator();
    auto* reset = addAction(tr("&Reset layout"));
    reset->setStatusTip(tr("Arrange the window as it was at first"));
    connect(reset, &QAction::triggered, this, [this] { window_.reset(); });
}

QString LayoutMenu::ask(const QString& title, const QString& words, const QString& name) {
    return QInputDialog::getText(parentWidget(), title, words, QLineEdit::Normal, name)
        .simplified()
        .left(longestName);
}

void LayoutMenu::saveAs() {
    const QString name = ask(tr("Save the layout"), tr("Name of this arrangement of the window:"), {});
    if (name.isEmpty()) return;
    auto all = read();
    const auto old =
        std::find_if(all.begin(), all.end(), [&](const Kept& kept) { return kept.name == name; });
    if (old != all.end()) {
        const auto answer =
            QMessageBox::question(parentWidget(), tr("Save the layout"),
                                  tr("There is a layout “%1” already. Replace it?").arg(name));
        if (answer != QMessageBox::Yes) return;
        old->state = window_.state();
    } else {
        all.push_back({name, window_.state()});
    }
    write(all);
    window_.told(tr("The layout “%1” is kept").arg(name));
}

void LayoutMenu::rename(const QString& name) {
    const QString now = ask(tr("Rename the layout"), tr("New name:"), name);
    if (now.isEmpty() || now == name) return;
    auto all = read();
    if (std::any_of(all.begin(), all.end(), [&](const Kept& kept) { return kept.name == now; }))
        return window_.told(tr("There is a layout “%1” already").arg(now));
    for (auto& kept : all)
        if (kept.name == name) kept.name = now;
    write(all);
}

void LayoutMenu::remove(const QString& name) {
    const auto answer = QMessageBox::question(parentWidget(), tr("Delete the layout"),
                                              tr("Delete the layout “%1”?").arg(name));
    if (answer != QMessageBox::Yes) return;
    auto all = read();
    all.removeIf([&](const Kept& kept) { return kept.name == name; });
    write(all);
}

void LayoutMenu::apply(const QString& name) {
    for (const auto& kept : read())
        if (kept.name == name && !window_.restore(kept.state))
            window_.told(
                tr("The layout “%1” is of another version of the program and does not fit").arg(name));
}

}  // namespace ipcscope

// The menu of files that were opened or saved last. What is no longer there is marked; it is looked for on
// another thread, because a file server may not answer.
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace ipcscope {

class RecentFiles : public QObject {
    Q_OBJECT
public:
    RecentFiles(QMenu* menu, QObject* parent);
    static QStringList paths();  // the latest first
    static void remember(const QString& path);
    static void forget(const QString& path);
    static void clear();

Q_SIGNALS:
    void chosen(const QString& path);
    void missing(const QString& path);  // chosen, but no longer there

private:
    void fill();
    void look(const QStringList& paths);
    void mark(const QStringList& gone);
    QMenu* menu_;
    QStringList gone_;
};

}  // namespace ipcscope

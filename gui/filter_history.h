// The filters that were applied last, the newest first, kept in the settings under a key.
#pragma once

#include <QSettings>
#include <QStringList>

namespace ipcscope {

inline QStringList filterHistory(const QString& key) {
    return QSettings().value(key).toStringList();
}

// With this one as the newest.
inline QStringList addToFilterHistory(const QString& key, const QString& filter) {
    constexpr int most = 20;
    auto history = filterHistory(key);
    history.removeAll(filter);
    history.prepend(filter);
    history = history.mid(0, most);
    QSettings().setValue(key, history);
    return history;
}

}  // namespace ipcscope

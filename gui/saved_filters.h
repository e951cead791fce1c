// Filters with a name: those that come with the program, and the person's own, which are kept in the
// settings.
#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace ipcscope {

struct SavedFilter {
    QString name, text;
    bool builtIn = false;  // cannot be renamed or removed
    bool operator==(const SavedFilter&) const = default;
};

class SavedFilters : public QObject {
    Q_OBJECT
public:
    explicit SavedFilters(QObject* parent = nullptr);
    std::vector<SavedFilter> all() const;  // the built-in ones first
    const std::vector<SavedFilter>& own() const { return own_; }
    // Adds, or gives the one of this name another text. A built-in name or an empty one is refused.
    bool save(const QString& name, const QString& text);
    bool rename(const QString& from, const QString& to);  // false: no such, or the name is taken
    bool remove(const QString& name);
    void add(const std::vector<SavedFilter>& filters);  // of a session: those whose names are new

Q_SIGNALS:
    void changed();

private:
    void keep();
    std::vector<SavedFilter> own_;
};

}  // namespace ipcscope

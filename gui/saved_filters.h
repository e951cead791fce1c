// Filters with a name: those that come with the program, the person's own, which are kept in the settings,
// and those of the session, which stand in its file.
#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace ipcscope {

struct SavedFilter {
    enum class Place { program, person, session };  // those of the program cannot be renamed or removed
    QString name, text;
    Place place = Place::person;
    bool operator==(const SavedFilter&) const = default;
};

class SavedFilters : public QObject {
    Q_OBJECT
public:
    using Place = SavedFilter::Place;
    explicit SavedFilters(QObject* parent = nullptr);
    std::vector<SavedFilter> all()
        const;  // those of the session first, then the person's, then built-in ones
    const std::vector<SavedFilter>& own() const { return own_; }
    const std::vector<SavedFilter>& ofSession() const { return session_; }
    void setOfSession(std::vector<SavedFilter> filters);  // another session: not a change by the person
    // Adds, or gives the one of this name another text, and place. A built-in name or an empty one is
    // refused.
    bool save(const QString& name, const QString& text, Place place = Place::person);
    // Of one name there can be one of the session and one of the person: without a place, the session's.
    bool rename(const QString& from, const QString& to,
                std::optional<Place> place = {});  // false: no such, or the name is taken
    bool remove(const QString& name, std::optional<Place> place = {});
    bool move(const QString& name, int steps, std::optional<Place> place = {});  // up (< 0) or down

Q_SIGNALS:
    void changed();
    void sessionChanged();  // by the person: the session file has to learn it

private:
    std::vector<SavedFilter>* listOf(Place place);
    // Where the one of this name stands; nullptr = nowhere, or it is built in.
    std::vector<SavedFilter>* holder(const QString& name, std::optional<Place> place = {});
    void keep(Place place);
    std::vector<SavedFilter> own_, session_;
};

}  // namespace ipcscope

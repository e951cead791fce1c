#include "saved_filters.h"

#include <QSettings>

#include <algorithm>

namespace ipcscope {

namespace {

std::vector<SavedFilter> builtIn() {
    const auto add = [](const QString& name, const char* text) {
        return SavedFilter{name, QString::fromLatin1(text), SavedFilter::Place::program};
    };
    return {add(SavedFilters::tr("Failed calls"), "failed"),
            add(SavedFilters::tr("Blocked for more than 1 ms"), "blocked and duration > 1ms"),
            add(SavedFilters::tr("Events with a flow"), "flow"),
            add(SavedFilters::tr("Interrupted by a signal"), "errno == EINTR"),
            add(SavedFilters::tr("Would have blocked"), "errno == EAGAIN"),
            add(SavedFilters::tr("4 KiB and more"), "bytes >= 4KiB"),
            add(SavedFilters::tr("Lost events"), "phase == lost")};
}

auto named(const QString& name) {
    return [name](const SavedFilter& each) { return each.name == name; };
}

}  // namespace

SavedFilters::SavedFilters(QObject* parent) : QObject(parent) {
    QSettings settings;
    const int count = settings.beginReadArray(QStringLiteral("filter/saved"));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        own_.push_back({settings.value(QStringLiteral("name")).toString(),
                        settings.value(QStringLiteral("text")).toString()});
    }
    settings.endArray();
}

std::vector<SavedFilter> SavedFilters::all() const {
    auto filters = session_;
    filters.insert(filters.end(), own_.begin(), own_.end());
    const auto theirs = builtIn();
    filters.insert(filters.end(), theirs.begin(), theirs.end());
    return filters;
}

std::vector<SavedFilter>* SavedFilters::listOf(Place place) {
    return place == Place::session ? &session_ : place == Place::person ? &own_ : nullptr;
}

std::vector<SavedFilter>* SavedFilters::holder(const QString& name, std::optional<Place> place) {
    for (auto* list : {&session_, &own_})
        if ((!place || listOf(*place) == list) && std::any_of(list->begin(), list->end(), named(name)))
            return list;
    return nullptr;
}

void SavedFilters::setOfSession(std::vector<SavedFilter> filters) {
    for (auto& each : filters)
        each.place = Place::session;
    if (filters == session_) return;
    session_ = std::move(filters);
    emit changed();
}

bool SavedFilters::save(const QString& name, const QString& text, Place place) {
    const auto theirs = builtIn();
    auto* target = listOf(place);
    if (!target || name.trimmed().isEmpty() || std::any_of(theirs.begin(), theirs.end(), named(name)))
        return false;
    auto* holds = holder(name, place) ? nullptr : holder(name);  // with one in each, both stay
    if (holds) {                                                 // it moves
        const auto from = holds->front().place;
        std::erase_if(*holds, named(name));
        keep(from);
    }
    const auto found = std::find_if(target->begin(), target->end(), named(name));
    if (found != target->end())
        found->text = text;
    else
        target->push_back({name, text, place});
    keep(place);
    return true;
}

bool SavedFilters::rename(const QString& from, const QString& to, std::optional<Place> place) {
    const auto taken = all();
    auto* list = holder(from, place);
    if (!list || to.trimmed().isEmpty() || std::any_of(taken.begin(), taken.end(), named(to))) return false;
    std::find_if(list->begin(), list->end(), named(from))->name = to;
    keep(list->front().place);
    return true;
}

bool SavedFilters::remove(const QString& name, std::optional<Place> place) {
    auto* list = holder(name, place);
    if (!list) return false;
    const auto from = list->front().place;
    std::erase_if(*list, named(name));
    keep(from);
    return true;
}

bool SavedFilters::move(const QString& name, int steps, std::optional<Place> place) {
    auto* list = holder(name, place);
    if (!list) return false;
    const auto at = std::find_if(list->begin(), list->end(), named(name)) - list->begin();
    const auto to = std::clamp<std::ptrdiff_t>(at + steps, 0, static_cast<std::ptrdiff_t>(list->size()) - 1);
    if (to == at) return false;
    const auto one = (*list)[static_cast<std::size_t>(at)];
    list->erase(list->begin() + at);
    list->insert(list->begin() + to, one);
    keep(one.place);
    return true;
}

void SavedFilters::keep(Place place) {
    if (place == Place::person) {
        QSettings settings;
        settings.remove(QStringLiteral("filter/saved"));
        settings.beginWriteArray(QStringLiteral("filter/saved"), static_cast<int>(own_.size()));
        for (std::size_t i = 0; i < own_.size(); ++i) {
            settings.setArrayIndex(static_cast<int>(i));
            settings.setValue(QStringLiteral("name"), own_[i].name);
            settings.setValue(QStringLiteral("text"), own_[i].text);
        }
        settings.endArray();
    }
    emit changed();
    if (place == Place::session) emit sessionChanged();
}

}  // namespace ipcscope

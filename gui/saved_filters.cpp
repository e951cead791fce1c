#include "saved_filters.h"

#include <QSettings>

#include <algorithm>

namespace ipcscope {

namespace {

std::vector<SavedFilter> builtIn() {
    const auto add = [](const QString& name, const char* text) {
        return SavedFilter{name, QString::fromLatin1(text), true};
    };
    return {add(SavedFilters::tr("Failed calls"), "failed"),
            add(SavedFilters::tr("Blocked for more than 1 ms"), "blocked and duration > 1ms"),
            add(SavedFilters::tr("Events with a flow"), "flow"),
            add(SavedFilters::tr("Interrupted by a signal"), "errno == EINTR"),
            add(SavedFilters::tr("Would have blocked"), "errno == EAGAIN"),
            add(SavedFilters::tr("4 KiB and more"), "bytes >= 4KiB"),
            add(SavedFilters::tr("Lost events"), "phase == lost")};
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
    auto filters = builtIn();
    filters.insert(filters.end(), own_.begin(), own_.end());
    return filters;
}

bool SavedFilters::save(const QString& name, const QString& text) {
    const auto theirs = builtIn();
    const auto named = [&](const SavedFilter& each) { return each.name == name; };
    if (name.trimmed().isEmpty() || std::any_of(theirs.begin(), theirs.end(), named)) return false;
    const auto found = std::find_if(own_.begin(), own_.end(), named);
    if (found != own_.end())
        found->text = text;
    else
        own_.push_back({name, text});
    keep();
    return true;
}

bool SavedFilters::rename(const QString& from, const QString& to) {
    const auto taken = all();
    const auto is = [](const QString& name) {
        return [name](const SavedFilter& each) { return each.name == name; };
    };
    const auto found = std::find_if(own_.begin(), own_.end(), is(from));
    if (found == own_.end() || to.trimmed().isEmpty() || std::any_of(taken.begin(), taken.end(), is(to)))
        return false;
    found->name = to;
    keep();
    return true;
}

bool SavedFilters::remove(const QString& name) {
    const auto gone = std::erase_if(own_, [&](const SavedFilter& each) { return each.name == name; });
    if (gone) keep();
    return gone > 0;
}

void SavedFilters::add(const std::vector<SavedFilter>& filters) {
    const auto before = own_.size();
    const auto taken = all();
    for (const auto& filter : filters) {
        const auto same = [&](const SavedFilter& each) { return each.name == filter.name; };
        if (filter.name.isEmpty() || std::any_of(taken.begin(), taken.end(), same)) continue;
        own_.push_back({filter.name, filter.text});
    }
    if (own_.size() != before) keep();
}

void SavedFilters::keep() {
    QSettings settings;
    settings.remove(QStringLiteral("filter/saved"));
    settings.beginWriteArray(QStringLiteral("filter/saved"), static_cast<int>(own_.size()));
    for (std::size_t i = 0; i < own_.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(QStringLiteral("name"), own_[i].name);
        settings.setValue(QStringLiteral("text"), own_[i].text);
    }
    settings.endArray();
    emit changed();
}

}  // namespace ipcscope

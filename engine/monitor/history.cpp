#include "monitor/history.h"

#include <algorithm>

namespace ipcscope {

namespace {

bool is_level(const Snapshot& snapshot, ObjectIndex object, const std::string& field) {
    if (object >= snapshot.objects.size()) return false;
    const auto& kind = *snapshot.kind(snapshot.objects[object]).kind;
    const auto at = field_index(kind, field);
    return at != no_kind && kind.fields[at].level;
}

}  // namespace

void LevelHistory::put(const std::string& ref, const std::string& field, HistoryPoint point) {
    auto& points = lines_[{ref, field}].points;
    if (!points.empty() && points.back().known == point.known && points.back().value == point.value) return;
    points.push_back(point);
    ++points_;
    if (points.size() > points_each_) points.pop_front(), --points_;
}

// Those that changed longest ago are forgotten first.
void LevelHistory::make_room() {
    if (lines_.size() <= most_) return;
    std::vector<std::pair<std::int64_t, const Key*>> ages;
    for (const auto& [key, line] : lines_)
        ages.emplace_back(line.points.back().time_ns, &key);
    const auto middle = ages.begin() + static_cast<std::ptrdiff_t>(ages.size() / 4);
    std::nth_element(ages.begin(), middle, ages.end());
    std::vector<Key> old;
    for (auto it = ages.begin(); it != middle; ++it)
        old.push_back(*it->second);
    for (const auto& key : old) {
        const auto line = lines_.find(key);
        points_ -= line->second.points.size();
        lines_.erase(line);
    }
}

void LevelHistory::add(const Snapshot* before, const Snapshot& now,
                       const std::vector<ObjectChange>& changes) {
    last_ns_ = now.taken_ns;
    if (!before) {
        first_ns_ = now.taken_ns;
        return;
    }
    for (const auto& change : changes) {
        const auto appeared = appeared_.find(change.ref);
        const auto since = appeared == appeared_.end() ? first_ns_ : appeared->second;
        if (change.what == ObjectChange::What::appeared) {
            if (appeared_.size() < most_) appeared_[change.ref] = now.taken_ns;
            // One that was there before, and had lines, has levels again.
            const auto& object = now.objects[change.now];
            const auto& kind = *now.kind(object).kind;
            for (auto it = lines_.lower_bound(Key{change.ref, ""});
                 it != lines_.end() && it->first.first == change.ref; ++it) {
                const auto at = field_index(kind, it->first.second);
                if (at == no_kind || now.cell(object, at).state != CellState::known) continue;
                put(it->first.first, it->first.second, {now.taken_ns, now.cell(object, at).number, true});
            }
        } else if (change.what == ObjectChange::What::vanished) {
            // Only those whose levels have moved are remembered.
            const auto begin = lines_.lower_bound(Key{change.ref, ""});
            for (auto it = begin; it != lines_.end() && it->first.first == change.ref; ++it)
                put(it->first.first, it->first.second, {now.taken_ns, 0, false});
            if (appeared != appeared_.end()) appeared_.erase(appeared);
        } else {
            for (const auto& field : change.fields) {
                if (!is_level(now, change.now, field.field)) continue;
                const bool fresh = lines_.find(Key{change.ref, field.field}) == lines_.end();
                if (fresh && field.before.is_number)
                    put(change.ref, field.field, {since, field.before.number, true});
                put(change.ref, field.field, {now.taken_ns, field.now.number, field.now.is_number});
            }
        }
    }
    make_room();
}

std::vector<HistoryPoint> LevelHistory::of(std::string_view ref, std::string_view field) const {
    const auto found = lines_.find(Key{ref, field});
    if (found == lines_.end()) return {};
    return {found->second.points.begin(), found->second.points.end()};
}

std::int64_t LevelHistory::since(std::string_view ref) const {
    const auto found = appeared_.find(ref);
    return found == appeared_.end() ? first_ns_ : found->second;
}

std::size_t LevelHistory::bytes() const {
    return points_ * sizeof(HistoryPoint) + lines_.size() * (sizeof(Key) + sizeof(Line) + 600) +
           appeared_.size() * 120;
}

}  // namespace ipcscope

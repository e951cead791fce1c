#include "session_file/level_changes.h"

#include <algorithm>
#include <climits>

namespace ipcscope::session_file {

std::vector<LevelChanges::Change> LevelChanges::next(std::uint64_t end, std::int64_t until_ns) {
    std::vector<Change> out;
    const auto& index = recording_.lanes();
    const auto& events = recording_.events();
    std::vector<LevelPoint> points;
    for (const auto& key : index.lanes()) {
        if (key.kind != LaneKind::level) continue;
        Lane& lane = lanes_[key];
        const auto take = [&](const Change& change) {
            if (change.seq >= end)
                lane.waiting.push_back(change);
            else
                out.push_back(change);
        };
        for (const auto& change : std::exchange(lane.waiting, {}))
            take(change);
        const auto from = lane.begun ? lane.read_ns - late_ns : index.first_ns() - 1;
        if (until_ns <= from) continue;
        points.clear();
        index.levels(key, from, until_ns, INT_MAX, points);
        const bool told = lane.begun;  // the value at the begin was a change that was given already
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto& point = points[i];
            if (told && point.time_ns == from) continue;
            if (point.seq >= events.size()) continue;
            const auto& event = events[point.seq];
            const bool by_event =
                event.phase == Phase::state && event.object == key.id && event.call == key.index;
            if (by_event) continue;
            const std::pair id(point.time_ns, point.seq);
            if (told && point.time_ns < lane.read_ns && lane.given.count(id) > 0) continue;
            if (point.time_ns >= until_ns - late_ns) lane.given.insert(id);
            take({point.seq, point.time_ns, point.last, key.id, key.index});
        }
        lane.begun = true;
        lane.read_ns = until_ns;
        lane.given.erase(lane.given.begin(), lane.given.lower_bound({until_ns - late_ns, 0}));
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.seq < b.seq; });
    return out;
}

}  // namespace ipcscope::session_file

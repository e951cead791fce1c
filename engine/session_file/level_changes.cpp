#include "session_file/level_changes.h"

#include <algorithm>
#include <climits>
#include <utility>

namespace ipcscope::session_file {

// Everything of one lane that ends in [from, until).
void LevelChanges::read(const LaneKey& key, std::int64_t from, std::int64_t until_ns,
                        std::vector<Change>& out) const {
    const auto& index = recording_.lanes();
    if (key.kind == LaneKind::memory) {
        std::vector<RangeSpan> spans;
        index.ranges(key, from, until_ns, INT_MAX, spans);
        for (const auto& span : spans)
            if (span.end_ns < until_ns)
                out.push_back({span.seq, span.end_ns, 0, key.id, key.index, true, span.wrote, span.low,
                               span.high - span.low});
        return;
    }
    std::vector<LevelPoint> points;
    index.levels(key, from, until_ns, INT_MAX, points);
    for (const auto& point : points)
        out.push_back({.seq = point.seq,
                       .time_ns = point.time_ns,
                       .value = point.last,
                       .object = key.id,
                       .index = key.index});
}

std::vector<LevelChanges::Change> LevelChanges::next(std::uint64_t end, std::int64_t until_ns) {
    std::vector<Change> out, found;
    const auto& index = recording_.lanes();
    const auto& events = recording_.events();
    for (const auto& key : index.lanes()) {
        if (key.kind != LaneKind::level && key.kind != LaneKind::memory) continue;
        Lane& lane = lanes_[key];
        const auto take = [&](const Change& change) {
            (change.seq >= end ? lane.waiting : out).push_back(change);
        };
        for (const auto& change : std::exchange(lane.waiting, {}))
            take(change);
        const auto from = lane.begun ? lane.read_ns - late_ns : index.first_ns() - 1;
        if (until_ns <= from) continue;
        found.clear();
        read(key, from, until_ns, found);
        for (const auto& change : found) {
            // A level's value at the begin was a change that was given already.
            if (lane.begun && !change.range && change.time_ns == from) continue;
            if (change.seq >= events.size()) continue;
            const auto& event = events[change.seq];
            if (!change.range && event.phase == Phase::state && event.object == key.id &&
                event.call == key.index)
                continue;  // the event itself tells
            const std::pair id(change.time_ns, change.seq);
            if (lane.begun && change.time_ns < lane.read_ns && lane.given.count(id) > 0) continue;
            if (change.time_ns >= until_ns - late_ns) lane.given.insert(id);
            take(change);
        }
        lane.begun = true;
        lane.read_ns = until_ns;
        lane.given.erase(lane.given.begin(), lane.given.lower_bound({until_ns - late_ns, 0}));
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.seq < b.seq; });
    return out;
}

}  // namespace ipcscope::session_file

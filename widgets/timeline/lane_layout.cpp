#include "timeline/lane_layout.h"

#include "timeline/time_axis.h"

#include <algorithm>
#include <cmath>

namespace ipcscope {

LaneLayout LaneLayout::of(const std::vector<TimelineLane>& lanes, int textHeight) {
    LaneLayout layout;
    std::vector<int> groups;
    for (const TimelineLane& lane : lanes)
        if (std::find(groups.begin(), groups.end(), lane.group) == groups.end()) groups.push_back(lane.group);
    const auto add = [&](LaneRow row) {
        row.y = layout.height;
        layout.height += row.height;
        layout.rows.push_back(std::move(row));
    };
    for (const int group : groups) {
        bool titled = false;
        for (int i = 0; i < static_cast<int>(lanes.size()); ++i) {
            const TimelineLane& lane = lanes[static_cast<std::size_t>(i)];
            if (lane.group != group) continue;
            if (!titled && !lane.groupTitle.isEmpty()) add({-1, 0, textHeight + 10, lane.groupTitle});
            titled = true;
            const int height = lane.shape == LaneShape::bars      ? textHeight + 15
                               : lane.shape == LaneShape::markers ? textHeight + 9
                                                                  : 2 * textHeight + 12;
            add({i, 0, height, {}});
        }
    }
    return layout;
}

const LaneRow* LaneLayout::rowAt(int y) const {
    const auto above = std::upper_bound(rows.begin(), rows.end(), y,
                                        [](int value, const LaneRow& row) { return value < row.y; });
    if (above == rows.begin()) return nullptr;
    const LaneRow& row = *std::prev(above);
    return y < row.bottom() ? &row : nullptr;
}

const LaneRow* LaneLayout::rowOf(int lane) const {
    if (lane < 0) return nullptr;
    for (const LaneRow& row : rows)
        if (row.lane == lane) return &row;
    return nullptr;
}

int LaneLayout::neighbour(int lane, int steps) const {
    std::vector<int> order;
    for (const LaneRow& row : rows)
        if (row.lane >= 0) order.push_back(row.lane);
    if (order.empty()) return -1;
    const auto found = std::find(order.begin(), order.end(), lane);
    if (found == order.end()) return order.front();
    const auto at = std::clamp<std::ptrdiff_t>(found - order.begin() + steps, 0,
                                               static_cast<std::ptrdiff_t>(order.size()) - 1);
    return order[static_cast<std::size_t>(at)];
}

int nearestItem(const std::vector<TimelineBar>& bars, const TimeAxis& axis, double x, double reach) {
    int best = -1;
    double best_distance = reach, best_width = 0;
    for (int i = 0; i < static_cast<int>(bars.size()); ++i) {
        const TimelineBar& bar = bars[static_cast<std::size_t>(i)];
        const double x0 = axis.x(bar.begin), x1 = std::max(axis.x(bar.end), x0);
        const double distance = x < x0 ? x0 - x : x > x1 ? x - x1 : 0;
        const double width = x1 - x0;
        if (distance > reach || distance > best_distance) continue;
        if (best >= 0 && distance == best_distance && width >= best_width) continue;
        best = i;
        best_distance = distance;
        best_width = width;
    }
    return best;
}

}  // namespace ipcscope

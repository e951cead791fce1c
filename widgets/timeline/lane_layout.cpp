#include "timeline/lane_layout.h"

#include "timeline/time_axis.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <functional>

namespace ipcscope {
namespace {

int heightOf(const TimelineLane& lane, int textHeight) {
    switch (lane.shape) {
        case LaneShape::bars: return textHeight + 15;
        case LaneShape::markers: return textHeight + 9;
        case LaneShape::steps:
        case LaneShape::ranges: break;
    }
    return 2 * textHeight + 12;
}

struct GroupOf {
    QString name, title;
};

GroupOf groupOf(const TimelineLane& lane, LaneGrouping grouping) {
    const auto by = [&](const char* prefix, const QString& title) {
        return title.isEmpty() ? GroupOf{QStringLiteral("kind:%1").arg(lane.group), lane.groupTitle}
                               : GroupOf{QLatin1String(prefix) + title, title};
    };
    switch (grouping) {
        case LaneGrouping::kind: break;
        case LaneGrouping::process: return by("process:", lane.process);
        case LaneGrouping::mechanism: return by("mechanism:", lane.mechanism);
        case LaneGrouping::object: return by("object:", lane.object);
        case LaneGrouping::none: return {};
    }
    return {lane.groupTitle.isEmpty() ? QString() : QStringLiteral("kind:%1").arg(lane.group),
            lane.groupTitle};
}

// Children follow their parent, if it is among them; what a person has moved stands where it was put.
std::vector<std::pair<int, int>> treeOrder(const std::vector<TimelineLane>& lanes,
                                           const std::vector<int>& members) {
    QHash<quint64, int> of_key;
    for (const int i : members)
        of_key[lanes[static_cast<std::size_t>(i)].key] = i;
    QHash<int, std::vector<int>> children;
    std::vector<int> roots;
    for (const int i : members) {
        const auto& lane = lanes[static_cast<std::size_t>(i)];
        const int parent = lane.parent && lane.parent != lane.key ? of_key.value(lane.parent, -1) : -1;
        (parent < 0 ? roots : children[parent]).push_back(i);
    }
    std::vector<std::pair<int, int>> out;
    std::function<void(int, int)> add = [&](int lane, int depth) {
        if (out.size() > members.size()) return;  // a circle: nobody is his own ancestor
        out.emplace_back(lane, depth);
        // What belongs to the process itself stands directly below it.
        const auto found = children.find(lane);
        if (found == children.end()) return;
        for (const bool own : {true, false})
            for (const int child : *found)
                if ((lanes[static_cast<std::size_t>(child)].shape != LaneShape::bars) == own)
                    add(child, own ? depth : depth + 1);
    };
    for (const int root : roots)
        add(root, 0);
    if (out.size() != members.size()) {
        out.clear();
        for (const int i : members)
            out.emplace_back(i, 0);
    }
    return out;
}

}  // namespace

QString laneName(const TimelineLane& lane) {
    return lane.name.isEmpty() ? QString::number(lane.key) : lane.name;
}

LaneLayout LaneLayout::of(const std::vector<TimelineLane>& lanes, const LaneArrangement& arrangement,
                          int textHeight) {
    LaneLayout layout;
    const auto& at = [&](int i) -> const TimelineLane& { return lanes[static_cast<std::size_t>(i)]; };
    QHash<QString, int> of_name;
    for (int i = 0; i < static_cast<int>(lanes.size()); ++i)
        of_name.insert(laneName(at(i)), i);
    std::vector<bool> taken(lanes.size());
    for (const QString& name : arrangement.hidden)
        if (const int i = of_name.value(name, -1); i >= 0 && !taken[static_cast<std::size_t>(i)]) {
            taken[static_cast<std::size_t>(i)] = true;
            ++layout.hidden;
        }
    for (const QString& name : arrangement.pinned) {
        const int i = of_name.value(name, -1);
        if (i < 0 || taken[static_cast<std::size_t>(i)]) continue;
        taken[static_cast<std::size_t>(i)] = true;
        LaneRow row;
        row.lane = i;
        row.y = layout.pinned_height;
        row.height = heightOf(at(i), textHeight);
        row.pinned = true;
        layout.pinned_height += row.height;
        layout.rows.push_back(std::move(row));
    }

    // In the person's order, groups in order of their first lane.
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(lanes.size()); ++i)
        if (!taken[static_cast<std::size_t>(i)]) order.push_back(i);
    if (!arrangement.order.isEmpty()) {
        QHash<QString, int> rank;
        for (const QString& name : arrangement.order)
            rank.insert(name, static_cast<int>(rank.size()));
        // A lane that nobody moved stays behind the one before which it stood.
        std::vector<int> ranks(order.size());
        int last = -1;
        for (std::size_t k = 0; k < order.size(); ++k)
            ranks[k] = last = rank.value(laneName(at(order[k])), last);
        std::vector<std::size_t> sorted(order.size());
        for (std::size_t k = 0; k < sorted.size(); ++k)
            sorted[k] = k;
        std::stable_sort(sorted.begin(), sorted.end(),
                         [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
        std::vector<int> moved;
        for (const std::size_t k : sorted)
            moved.push_back(order[k]);
        order = std::move(moved);
    }
    std::vector<GroupOf> groups;
    QHash<QString, std::vector<int>> members;
    for (const int i : order) {
        const GroupOf group = groupOf(at(i), arrangement.grouping);
        if (!members.contains(group.name)) groups.push_back(group);
        members[group.name].push_back(i);
    }
    const auto add = [&](LaneRow row) {
        row.y = layout.height;
        layout.height += row.height;
        layout.rows.push_back(std::move(row));
    };
    for (const GroupOf& group : groups) {
        const auto& list = members[group.name];
        const bool collapsed = !group.title.isEmpty() && arrangement.collapsed.contains(group.name);
        if (!group.title.isEmpty()) {
            LaneRow title;
            title.height = textHeight + 10;
            title.title = group.title;
            title.group = group.name;
            title.count = static_cast<int>(list.size());
            title.collapsed = collapsed;
            if (collapsed) title.lanes = list;
            add(std::move(title));
        }
        if (collapsed) continue;
        const auto tree = treeOrder(lanes, list);
        for (std::size_t k = 0; k < tree.size(); ++k) {
            LaneRow row;
            row.lane = tree[k].first;
            row.group = group.name;
            row.indent = tree[k].second;
            row.height = heightOf(at(row.lane), textHeight);
            // Does another child of the same parent follow?
            row.last = true;
            for (std::size_t n = k + 1; n < tree.size() && tree[n].second >= row.indent; ++n)
                if (tree[n].second == row.indent && at(tree[n].first).shape == LaneShape::bars) {
                    row.last = false;
                    break;
                }
            add(std::move(row));
        }
    }
    layout.index(lanes.size());
    return layout;
}

void LaneLayout::index(std::size_t lanes) {
    row_of_.assign(lanes, -1);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].lane >= 0) row_of_[static_cast<std::size_t>(rows[i].lane)] = static_cast<int>(i);
}

const LaneRow* LaneLayout::rowAt(int y) const {
    const auto first = std::find_if(rows.begin(), rows.end(), [](const LaneRow& row) { return !row.pinned; });
    const auto above =
        std::upper_bound(first, rows.end(), y, [](int value, const LaneRow& row) { return value < row.y; });
    if (above == first) return nullptr;
    const LaneRow& row = *std::prev(above);
    return y < row.bottom() ? &row : nullptr;
}

const LaneRow* LaneLayout::rowSeenAt(int y, int scroll) const {
    if (y < 0) return nullptr;
    if (y >= pinned_height) return rowAt(y - pinned_height + scroll);
    for (const LaneRow& row : rows)
        if (row.pinned && y >= row.y && y < row.bottom()) return &row;
    return nullptr;
}

const LaneRow* LaneLayout::rowOf(int lane) const {
    if (lane < 0 || lane >= static_cast<int>(row_of_.size())) return nullptr;
    const int row = row_of_[static_cast<std::size_t>(lane)];
    return row < 0 ? nullptr : &rows[static_cast<std::size_t>(row)];
}

const LaneRow* LaneLayout::titleOf(const QString& group) const {
    for (const LaneRow& row : rows)
        if (row.lane < 0 && row.group == group) return &row;
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

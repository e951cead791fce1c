#include "timeline/lane_arranging.h"

#include <algorithm>

namespace ipcscope::arranging {
namespace {

// Names in the order that is seen, as far as they are in sight; those in collapsed groups at their place.
QStringList seen(const std::vector<TimelineLane>& lanes, const LaneLayout& layout) {
    QStringList names;
    for (const LaneRow& row : layout.rows)
        if (row.lane >= 0 && !row.pinned) names << laneName(lanes[static_cast<std::size_t>(row.lane)]);
    return names;
}

const LaneRow* rowNamed(const std::vector<TimelineLane>& lanes, const LaneLayout& layout,
                        const QString& name) {
    for (const LaneRow& row : layout.rows)
        if (row.lane >= 0 && laneName(lanes[static_cast<std::size_t>(row.lane)]) == name) return &row;
    return nullptr;
}

// What is out of sight now (collapsed, hidden) keeps its place relative to the lane before it.
QStringList merged(const QStringList& old, const QStringList& now) {
    QStringList all = now;
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (all.contains(old[i])) continue;
        const qsizetype after = i ? all.indexOf(old[i - 1]) : -1;
        all.insert(after + 1, old[i]);
    }
    return all;
}

void put(QStringList& names, const QString& name, const QString& other, bool before) {
    names.removeAll(name);
    const qsizetype at = names.indexOf(other);
    if (at < 0) return void(names << name);
    names.insert(before ? at : at + 1, name);
}

void set(QStringList& names, const QString& name, bool on) {
    if (!on) names.removeAll(name);
    if (on && !names.contains(name)) names << name;
}

}  // namespace

LaneArrangement moved(const LaneArrangement& arrangement, const std::vector<TimelineLane>& lanes,
                      const LaneLayout& layout, const QString& name, const QString& other, bool before) {
    LaneArrangement next = arrangement;
    const LaneRow* row = rowNamed(lanes, layout, name);
    const LaneRow* there = rowNamed(lanes, layout, other);
    if (!row || !there || row == there) return next;
    if (there->pinned) {  // dropped among the pinned: pinned itself
        put(next.pinned, name, other, before);
        return next;
    }
    if (row->pinned) next.pinned.removeAll(name);
    QStringList names = seen(lanes, layout);
    put(names, name, other, before);
    next.order = merged(arrangement.order, names);
    return next;
}

LaneArrangement stepped(const LaneArrangement& arrangement, const std::vector<TimelineLane>& lanes,
                        const LaneLayout& layout, const QString& name, int direction) {
    const LaneRow* row = rowNamed(lanes, layout, name);
    if (!row) return arrangement;
    const auto at = row - layout.rows.data();
    // A child does not leave its parent; a parent takes its children along.
    for (auto next = at + direction; next >= 0 && next < static_cast<std::ptrdiff_t>(layout.rows.size());
         next += direction) {
        const LaneRow& other = layout.rows[static_cast<std::size_t>(next)];
        if (other.lane < 0 || other.pinned != row->pinned || other.group != row->group) break;
        if (other.indent < row->indent) break;
        const TimelineLane& lane = lanes[static_cast<std::size_t>(other.lane)];
        const TimelineLane& own = lanes[static_cast<std::size_t>(row->lane)];
        if (!row->pinned && (other.indent > row->indent || (lane.parent != own.parent))) continue;
        return moved(arrangement, lanes, layout, name, laneName(lane), direction < 0);
    }
    return arrangement;
}

LaneArrangement pinned(LaneArrangement arrangement, const QString& name, bool on) {
    set(arrangement.pinned, name, on);
    return arrangement;
}

LaneArrangement hidden(LaneArrangement arrangement, const QString& name, bool on) {
    set(arrangement.hidden, name, on);
    return arrangement;
}

LaneArrangement collapsed(LaneArrangement arrangement, const QString& group, bool on) {
    if (!group.isEmpty()) set(arrangement.collapsed, group, on);
    return arrangement;
}

LaneArrangement renamed(LaneArrangement arrangement, const QString& name, const QString& label) {
    if (label.trimmed().isEmpty())
        arrangement.labels.remove(name);
    else
        arrangement.labels[name] = label.trimmed();
    return arrangement;
}

LaneArrangement coloured(LaneArrangement arrangement, const QString& name, int colour) {
    if (colour < 0)
        arrangement.colours.remove(name);
    else
        arrangement.colours[name] = colour;
    return arrangement;
}

LaneArrangement groupMoved(const LaneArrangement& arrangement, const std::vector<TimelineLane>& lanes,
                           const LaneLayout& layout, const QString& group, const QString& other,
                           bool before) {
    LaneArrangement next = arrangement;
    if (group == other) return next;
    // As it would stand if nothing were collapsed.
    LaneArrangement open = arrangement;
    open.collapsed.clear();
    (void)layout;
    const LaneLayout all = LaneLayout::of(lanes, open, 10);
    QStringList mine, rest;
    qsizetype first = -1, last = -1;
    for (const LaneRow& row : all.rows) {
        if (row.lane < 0 || row.pinned) continue;
        const QString name = laneName(lanes[static_cast<std::size_t>(row.lane)]);
        if (row.group == group) {
            mine << name;
            continue;
        }
        rest << name;
        if (row.group == other) {
            if (first < 0) first = rest.size() - 1;
            last = rest.size() - 1;
        }
    }
    if (mine.isEmpty() || first < 0) return next;
    qsizetype at = before ? first : last + 1;
    for (const QString& name : mine)
        rest.insert(at++, name);
    next.order = merged(arrangement.order, rest);
    return next;
}

}  // namespace ipcscope::arranging

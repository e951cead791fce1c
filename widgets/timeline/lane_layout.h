// Where lanes and group titles stand, from the top down, as a person has arranged them. No widgets.
#pragma once

#include "timeline/lane_arrangement.h"
#include "timeline/timeline_source.h"

namespace ipcscope {

struct LaneRow {
    int lane = -1;  // index into the lanes; -1 = the title of a group
    int y = 0;      // of its top, from the top of the first row; pinned ones: from the top of those
    int height = 0;
    QString title;           // of a title row
    QString group;           // the group's name in arrangements; "" = has no title
    int indent = 0;          // forked children stand below and right of their parent
    int count = 0;           // of a title row: lanes in the group
    bool collapsed = false;  // of a title row
    std::vector<int> lanes;  // of a collapsed one: those that stand in it, indices
    bool pinned = false;
    bool last = false;  // the last child of its parent
    int bottom() const { return y + height; }
};

struct LaneLayout {
    std::vector<LaneRow> rows;  // pinned ones first
    int height = 0;             // of all that scroll
    int pinned_height = 0;
    int hidden = 0;  // lanes that were taken out of sight

    static LaneLayout of(const std::vector<TimelineLane>& lanes, const LaneArrangement& arrangement,
                         int textHeight);
    // Lanes of one group stand together, groups in order of their first lane.
    static LaneLayout of(const std::vector<TimelineLane>& lanes, int textHeight) {
        return of(lanes, {}, textHeight);
    }
    const LaneRow* rowAt(int y) const;  // of those that scroll; nullptr = below or above all
    // By the distance from the plot's upper edge; `scroll` = what has gone above the pinned ones.
    const LaneRow* rowSeenAt(int y, int scroll) const;
    const LaneRow* rowOf(int lane) const;  // nullptr = no such lane, or not in sight
    const LaneRow* titleOf(const QString& group) const;
    // The lane `steps` rows below (above if < 0) in the order that is seen; stays at the ends.
    int neighbour(int lane, int steps) const;

private:
    void index(std::size_t lanes);
    std::vector<int> row_of_;  // by lane
};

// The name by which arrangements mean a lane.
QString laneName(const TimelineLane& lane);

// The item that a click at pixel `x` means: what covers it, smallest first, else the nearest that is not
// farther than `reach` pixels. -1 = none.
struct TimeAxis;
int nearestItem(const std::vector<TimelineBar>& bars, const TimeAxis& axis, double x, double reach);

}  // namespace ipcscope

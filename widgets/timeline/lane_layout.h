// Where lanes and group titles stand, from the top down. No widgets.
#pragma once

#include "timeline/timeline_source.h"

namespace ipcscope {

struct LaneRow {
    int lane = -1;  // index into the lanes; -1 = the title of a group
    int y = 0;      // of its top, from the top of the first row
    int height = 0;
    QString title;  // of a title row
    int bottom() const { return y + height; }
};

struct LaneLayout {
    std::vector<LaneRow> rows;
    int height = 0;  // of all

    // Lanes of one group stand together, groups in order of their first lane.
    static LaneLayout of(const std::vector<TimelineLane>& lanes, int textHeight);
    const LaneRow* rowAt(int y) const;     // nullptr = below or above all
    const LaneRow* rowOf(int lane) const;  // nullptr = no such lane
    // The lane `steps` rows below (above if < 0) in the order that is seen; stays at the ends.
    int neighbour(int lane, int steps) const;
};

// The item that a click at pixel `x` means: what covers it, smallest first, else the nearest that is not
// farther than `reach` pixels. -1 = none.
struct TimeAxis;
int nearestItem(const std::vector<TimelineBar>& bars, const TimeAxis& axis, double x, double reach);

}  // namespace ipcscope

// What a person does to the lanes' arrangement, on plain values.
#pragma once

#include "timeline/lane_layout.h"

namespace ipcscope {

// Each returns the arrangement afterwards; `name` as laneName says. What makes no sense changes nothing.
namespace arranging {
// Before (else behind) another lane; a pinned one moves among the pinned.
LaneArrangement moved(const LaneArrangement& arrangement, const std::vector<TimelineLane>& lanes,
                      const LaneLayout& layout, const QString& name, const QString& other, bool before);
// One place up (-1) or down (1) among those that are seen, within its group.
LaneArrangement stepped(const LaneArrangement& arrangement, const std::vector<TimelineLane>& lanes,
                        const LaneLayout& layout, const QString& name, int direction);
LaneArrangement pinned(LaneArrangement arrangement, const QString& name, bool on);
LaneArrangement hidden(LaneArrangement arrangement, const QString& name, bool on);
LaneArrangement collapsed(LaneArrangement arrangement, const QString& group, bool on);
LaneArrangement renamed(LaneArrangement arrangement, const QString& name, const QString& label);
LaneArrangement coloured(LaneArrangement arrangement, const QString& name, int colour);  // -1 = its own
// Whole groups change places: `group` goes before (else behind) `other`.
LaneArrangement groupMoved(const LaneArrangement& arrangement, const std::vector<TimelineLane>& lanes,
                           const LaneLayout& layout, const QString& group, const QString& other, bool before);
}  // namespace arranging

}  // namespace ipcscope

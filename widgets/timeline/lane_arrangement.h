// How a person has arranged the lanes of a timeline, and the moments that were marked: plain values, kept
// beside the recording. Lanes are meant by their stable names (TimelineLane::name), so that the same
// arrangement serves the next run, too.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace ipcscope {

enum class LaneGrouping { kind, process, mechanism, object, none };
inline constexpr int lane_groupings = 5;

struct LaneArrangement {
    LaneGrouping grouping = LaneGrouping::kind;
    QStringList order;   // lanes that were moved, as they stand; others keep their usual place
    QStringList pinned;  // stay at the top, in this order
    QStringList hidden;
    QStringList collapsed;          // groups (LaneRow::group)
    QMap<QString, QString> labels;  // given names
    QMap<QString, int> colours;     // index into Palette::mechanism, 0 to 9
    bool operator==(const LaneArrangement&) const = default;
    bool isDefault() const { return *this == LaneArrangement{}; }
};

struct Bookmark {
    qint64 time = 0;  // ns since the recording's first event
    QString note;
    bool operator==(const Bookmark&) const = default;
};
using Bookmarks = std::vector<Bookmark>;  // in order of time

}  // namespace ipcscope

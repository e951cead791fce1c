// A snapshot as rows of a table: filtered, sorted, in groups that can be folded. Plain values, any thread.
#pragma once

#include "monitor/rows.h"

#include <QString>

#include <map>
#include <vector>

namespace ipcscope {

enum class MonitorGrouping : quint8 { none, mechanism, process, user };

struct MonitorRow {
    static constexpr quint32 head = ~quint32{0};
    quint64 group = 0;  // MonitorGroup::key
    quint32 id = head;  // of the object, the same as long as it is watched
    quint32 at = 0;     // its index in the snapshot; of a head: index in the groups
    bool gone = false;  // it was there in the sample before
    bool isHead() const { return id == head; }
    bool sameAs(const MonitorRow& other) const { return group == other.group && id == other.id; }
};

struct MonitorGroup {
    quint64 key = 0;
    // mechanism: index in monitor_specs(); process: ProcessIndex, none_index = held by nobody; user: uid.
    quint32 of = 0;
    quint32 objects = 0;
    quint32 waits = 0;  // objects that somebody waits for
    bool folded = false;
};

struct MonitorView {
    const RowFilter* filter = nullptr;   // not owned; nullptr = everything
    const ObjectColumn* sort = nullptr;  // nullptr = as the snapshot has them: by kind and key
    bool byFilling = false;              // instead: how full it is
    bool descending = false;
    // What only this program and its probe have between them is no news: it is counted, not shown. 0 = there
    // is no probe.
    qint32 own = 0, probe = 0;
    MonitorGrouping grouping = MonitorGrouping::mechanism;
    std::map<quint64, bool> folds = {};  // by group; of others it is decided by how much there is
};

struct MonitorRows {
    std::vector<MonitorRow> rows;  // `id` is not set but for heads
    std::vector<MonitorGroup> groups;
    std::size_t matching = 0;  // objects
    std::size_t own = 0;       // that are not shown
};

// With more objects than that, groups are folded until somebody opens them; small groups of few stay open.
inline constexpr std::size_t mostOpenRows = 60, mostOpenGroup = 12;

MonitorRows arrangeRows(const Snapshot& snapshot, const MonitorView& view);

}  // namespace ipcscope

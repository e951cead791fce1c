// What has changed from one snapshot to the next.
#pragma once

#include "monitor/rows.h"

#include <memory>
#include <string>
#include <vector>

namespace ipcscope {

struct FieldChange {
    std::string field;  // as a filter says it: "messages", "holders"
    std::string label;  // IPC_TR
    ObjectCell before, now;
};

struct ObjectChange {
    enum class What : std::uint8_t { appeared, changed, vanished };
    What what = What::changed;
    std::string ref;
    ObjectIndex before = none_index, now = none_index;  // in the two snapshots
    std::vector<FieldChange> fields = {};               // changed: at least one
    // What `before` is an index of; nullptr = the snapshot just before.
    std::shared_ptr<const Snapshot> older = {};

    const Snapshot& before_in(const Snapshot& just_before) const { return older ? *older : just_before; }
};

// By kind and key. An age is no change.
std::vector<ObjectChange> differences(const Snapshot& before, const Snapshot& now);
// Of one object that is in both; false: nothing has changed.
bool difference(const Snapshot& before, ObjectIndex was, const Snapshot& now, ObjectIndex is,
                ObjectChange& change);
// "messages 3 -> 4, bytes 12 -> 16"; of one that appeared or vanished: what it is (its name).
std::string change_words(const ObjectChange& change, const Snapshot* before, const Snapshot& now);

}  // namespace ipcscope

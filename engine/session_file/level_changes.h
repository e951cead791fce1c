// What stands in lanes and in no event: changes of levels that the joiner of flows derives (bytes in flight),
// ranges of memory that were touched. In pieces, as a recording grows.
#pragma once

#include "runtime/recording.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace ipcscope::session_file {

class LevelChanges {
public:
    struct Change {
        std::uint64_t seq = 0;  // of the event by which it came
        std::int64_t time_ns = 0;
        std::int64_t value = 0;  // after it
        std::uint32_t object = 0;
        std::uint32_t index = 0;
        // Of a memory: instead of the value.
        bool range = false, wrote = false;
        std::uint64_t offset = 0, length = 0;
    };
    explicit LevelChanges(const Recording& recording) : recording_(recording) {}
    // Those that were not given yet, of events before `end` and times until `until_ns`, by sequence.
    std::vector<Change> next(std::uint64_t end, std::int64_t until_ns);

private:
    // Workers are heard through rings of their own, so one may be heard this much late.
    static constexpr std::int64_t late_ns = 20'000'000;
    struct Lane {
        std::int64_t read_ns = 0;
        bool begun = false;
        std::set<std::pair<std::int64_t, std::uint64_t>> given;  // the latest ones
        std::vector<Change> waiting;                             // of events that were not asked for yet
    };
    void read(const LaneKey& key, std::int64_t from, std::int64_t until_ns, std::vector<Change>& out) const;
    const Recording& recording_;
    std::map<LaneKey, Lane> lanes_;
};

}  // namespace ipcscope::session_file

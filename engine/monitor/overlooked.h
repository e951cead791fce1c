// What a sample does not have only because the mechanism, or a process that has it, was left out: it has not
// vanished, and when it can be seen again it has not appeared.
#pragma once

#include "monitor/difference.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ipcscope {

// Was this kind of object not asked for?
bool is_left_out(const Snapshot& snapshot, std::size_t kind);
// Was this process not looked at, because it did not answer in time before?
bool is_left_out(const SeenProcess& process);

class Overlooked {
public:
    // `changes` from `before` to `now` become what can be told. What has vanished while it was not looked at
    // is told when it is looked at again.
    void settle(const std::shared_ptr<const Snapshot>& before, const Snapshot& now,
                std::vector<ObjectChange>& changes);

private:
    struct Kept {
        std::shared_ptr<const Snapshot> snapshot;  // the last one that had it
        ObjectIndex object = none_index;
    };
    std::unordered_map<std::string, Kept> kept_;  // by reference
};

// Which gaps there are that were not there before, and which are there no more. Numbers in them do not count:
// processes come and go.
class GapChanges {
public:
    struct Changes {
        std::vector<std::size_t> begun;  // in Snapshot::gaps
        std::vector<std::string> ended;  // English
        bool any() const { return !begun.empty() || !ended.empty(); }
    };
    Changes next(const Snapshot& snapshot);  // of the first one: all have begun

private:
    std::map<std::pair<std::uint16_t, std::string>, std::string> known_;  // without their numbers -> words
};

}  // namespace ipcscope

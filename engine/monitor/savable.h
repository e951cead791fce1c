// What of an object can be saved before it is removed: so that nothing is lost that was said to be saved.
#pragma once

#include "mechanisms/monitor.h"

#include <cstdint>
#include <string>

namespace ipcscope {

struct Savable {
    enum class What : std::uint8_t {
        nothing,  // there is nothing in it
        whole,
        part,     // `why`: what is left out
        unknown,  // what is in it, if anything, could not be looked at: `why`
    };
    What what = What::nothing;
    std::string why = {};  // English, as the probe says it
};

// Does the removal lose what is in the object?
bool loses_contents(const MonitoredKind& kind, const ActionSpec& removal);

// `peeked`: a look at all of it.
Savable savable(const Snapshot& snapshot, const SeenObject& object, const Result<Peeked>& peeked);

}  // namespace ipcscope

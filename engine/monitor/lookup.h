// From what a person types to objects and processes.
#pragma once

#include "snapshot/snapshot.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct Looked {
    std::vector<ObjectIndex> objects;
    std::vector<std::string> near;  // if there are none: references that look like it, best first
    std::string problem;            // if there are none: a plain sentence
};

// A reference (exact, or as another escape of the same key), else a path or a name that objects have: what is
// called "/dev/shm/a" may be several.
Looked look_up(const Snapshot& snapshot, std::string_view text);

// Whatever a process has to do with.
struct Involvement {
    std::vector<const SeenHold*> holds;  // by object
    std::vector<const SeenWait*> waits;
};
Involvement involvement_of(const Snapshot& snapshot, ProcessIndex process);

}  // namespace ipcscope

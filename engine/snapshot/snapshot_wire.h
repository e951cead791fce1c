// A snapshot between two processes of one build: its arrays as they lie, in a memfd (memfd_create(2)).
#pragma once

#include "base/result.h"
#include "base/unique_fd.h"
#include "snapshot/snapshot.h"

#include <memory>
#include <mutex>

namespace ipcscope {

// Into `memory`, which is made if there is none and may be used again: its pages stay.
Status write_snapshot(const Snapshot& snapshot, UniqueFd& memory);
// Memory of a snapshot that nobody looks at any more, for the next one. Any thread may let go of the last
// one.
struct SpareSnapshot {
    std::mutex mutex;
    std::unique_ptr<Snapshot> snapshot;
};
// What comes from another process is not believed: every index is checked. `memory` may shrink meanwhile.
Result<std::shared_ptr<const Snapshot>> read_snapshot(int memory,
                                                      const std::shared_ptr<SpareSnapshot>& spare = nullptr);
// "" = all indices lead to something; else what does not.
std::string check_snapshot(const Snapshot& snapshot);

}  // namespace ipcscope

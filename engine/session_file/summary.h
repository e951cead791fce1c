// The summary of a file: what its lanes and flows look like as a whole, so that a large one can be shown
// before its events are read.
#pragma once

#include "runtime/outline.h"
#include "runtime/recording.h"
#include "session_file/database.h"

#include <memory>

namespace ipcscope::session_file {

// Files with fewer events are read as fast.
inline constexpr std::uint64_t summary_from = std::uint64_t{1} << 16;

// In a transaction of the caller's; all of the recording is there.
Status write_summary(Database& db, const Recording& recording);

// nullptr = there is none, or none that can be. `events` and `flows`: as many as the file has.
std::shared_ptr<const Outline> read_summary(Database& db, std::int64_t started_ns, std::uint64_t events,
                                            std::uint64_t flows);

}  // namespace ipcscope::session_file

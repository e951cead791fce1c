// A recorded program run again, for real: fresh workers, fresh objects, results bound by name. What comes out
// is held against the recording.
#pragma once

#include "compare/compare.h"
#include "runtime/conductor.h"

#include <map>

namespace ipcscope {

struct ReplayOptions {
    CompareOptions compare = {};
    bool verify = false;  // expectations behind '#' count, too
    // Statements begin when they did in the recording, so many times as fast; 0 = as fast as possible. An
    // operation is never begun before the one that stood before it in the text.
    double speed = 0;
    std::int64_t timeout_ns = 10'000'000'000;
    std::function<void(const Statement&)> at_statement = {};  // may wait: step by step
    std::function<bool()> cancelled = {};                     // asked every 20 ms while it waits for a time
    std::function<void(Conductor&)> begun = {};               // whoever wants to cancel it
};

struct Replayed {
    std::unique_ptr<Supervisor> run;  // ended
    RunReport report;
    Comparison comparison;
    Status cleaned;
    bool alike() const { return report.problem.empty() && report.differences.empty() && comparison.alike(); }
};

// When each line's first operation began, since the recording's beginning; by line. Lines that did nothing
// are not in it.
std::map<int, std::int64_t> recorded_times(const Recording& recording);

// Blocks until the run has ended. An error: it could not even be begun. `registry`: of this build, which the
// program was parsed with; it must live as long as what comes back.
Result<Replayed> replay(const Registry& registry, const Recording& recorded, const Program& program,
                        const ReplayOptions& options);

}  // namespace ipcscope

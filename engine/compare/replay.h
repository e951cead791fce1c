// A recorded program run again, for real: fresh workers, fresh objects, results bound by name. What comes out
// is held against the recording.
#pragma once

#include "compare/compare.h"
#include "compare/own_part.h"
#include "runtime/conductor.h"

#include <map>

namespace ipcscope {

struct ReplayOptions {
    CompareOptions compare = {};
    bool verify = false;  // expectations behind '#' count, too
    // Also what may touch objects that the run has not made (own_part.h); else that is left out.
    bool outside = false;
    // Statements begin when they did in the recording, so many times as fast; 0 = as fast as possible. An
    // operation is never begun before the one that stood before it in the text.
    double speed = 0;
    std::int64_t timeout_ns = 10'000'000'000;
    std::function<void(const Statement&)> at_statement = {};  // may wait: step by step
    std::function<bool()> cancelled = {};                     // asked every 20 ms while it waits for a time
    // Before the first statement: whoever wants to cancel it, or to look on.
    std::function<void(Conductor&, const std::shared_ptr<Supervisor>&)> begun = {};
    std::function<void()> ended = {};  // the conductor goes: it must not be used any more
};

struct Replayed {
    std::shared_ptr<Supervisor> run;  // ended
    RunReport report;
    std::vector<LeftOut> left_out;
    Comparison comparison;
    Status cleaned;
    bool alike() const { return report.problem.empty() && report.differences.empty() && comparison.alike(); }
};

// When each line's operation began, since the recording's beginning; by line, one for each time that it was
// done (in the rounds of a repeat). Lines that did nothing are not in it.
std::map<int, std::vector<std::int64_t>> recorded_times(const Recording& recording);

// The same, with these lines as not to be expected.
CompareOptions without(CompareOptions options, const std::vector<LeftOut>& left_out);

// Blocks until the run has ended. An error: it could not even be begun. `registry`: of this build, which the
// program was parsed with; it must live as long as what comes back.
Result<Replayed> replay(const Registry& registry, const Recording& recorded, const Program& program,
                        const ReplayOptions& options);

}  // namespace ipcscope

// Makes of every blocked worker what it waits for: who could end that, and how certain it is that nobody else
// can. Inside of the analysis; the rules stand in stuck.md.
#pragma once

#include "runtime/stuck.h"
#include "runtime/stuck_history.h"
#include "runtime/wait_graph.h"

namespace ipcscope {

struct StuckInput {
    const Registry& registry;
    const CallTable& calls;
    const StuckHistory& history;
    const RunState& state;
    const std::set<ObjectId>& on_their_way;
};

struct BuiltWait {
    StuckWait wait;
    std::vector<WaitClause> clauses;  // nodes are workers, by id - 1
    std::vector<WaitClause> likely;   // if not empty: instead, when what has no owner is used as a lock
    bool ends_itself = false;         // an alarm was set, a time limit may be
    bool unsure = false;              // too little is known to be certain
    bool unknown = false;             // nothing is known of who ends it: it is no deadlock, for all we know
};

std::vector<BuiltWait> build_waits(const StuckInput& input);

std::vector<LockOrderWarning> lock_order_warnings(const StuckHistory& history);

}  // namespace ipcscope

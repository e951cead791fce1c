// Who can still go on, in a graph of waits. Numbers only: what waits, and for what, is stuck.cpp's matter.
#pragma once

#include <cstddef>
#include <vector>

namespace ipcscope {

// So many of these have to go on. A node may stand in it several times and counts once.
struct WaitClause {
    std::vector<std::size_t> any_of;
    std::size_t needed = 1;
};

// Goes on when all of its clauses are met: none = it does not wait. One clause of several nodes is an OR-wait
// (needed 1), several clauses of one node each are an AND-wait.
struct WaitNode {
    std::vector<WaitClause> clauses;
};

// stuck[i]: no order of events lets node i go on, if nothing but the nodes themselves can end a wait.
std::vector<bool> stuck_nodes(const std::vector<WaitNode>& nodes);

// The cores among the stuck nodes: those that wait only for each other (strongly connected, nothing else
// stuck can be reached), in the order in which they wait. All other stuck nodes wait behind one.
std::vector<std::vector<std::size_t>> stuck_cores(const std::vector<WaitNode>& nodes,
                                                  const std::vector<bool>& stuck);

}  // namespace ipcscope

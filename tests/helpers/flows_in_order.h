// Flows in the order of their beginnings: which of two is seen first is luck.
#pragma once

#include "helpers/run_fixture.h"

#include <algorithm>
#include <vector>

namespace ipcscope::testing {

inline std::vector<Joined> flows_in_order(const RunFixture& run) {
    auto flows = run.flows();
    std::sort(flows.begin(), flows.end(),
              [](const Joined& a, const Joined& b) { return a.from.event.time_ns < b.from.event.time_ns; });
    return flows;
}

}  // namespace ipcscope::testing

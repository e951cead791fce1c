// Outcomes held against expectations.
#pragma once

#include "runtime/run_state.h"
#include "runtime/supervisor.h"
#include "session/program.h"

namespace ipcscope {

// Is the outcome what was expected? Parts that the expectation leaves out are not looked at. Never for
// Kind::blocked, which is no outcome.
bool fits(const Registry& registry, const RunState& state, const Expectation& expected,
          const Outcome& outcome);
// What a recorded call came back with. A payload that was cut when it was recorded is among its results as
// far as it was kept: see Event::captured.
Outcome recorded_outcome(const Recording& recording, std::uint64_t leave_seq);
// Long text cut, for lists and messages.
std::string shortened(std::string text, std::size_t most = 400);

}  // namespace ipcscope

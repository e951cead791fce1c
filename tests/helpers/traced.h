// A session run under strace(1): did its workers really make the calls?
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace ipcscope::testing {

// Why strace cannot be used here; "" = it can.
std::string cannot_trace();
// Runs the program text with ipcscope-cli under strace. "" = for every operation that it performs and that
// has a system call, strace saw at least as many; else which are missing. `made`: the calls that were seen.
std::string calls_missing(std::string_view program, std::set<std::string>& made);

}  // namespace ipcscope::testing

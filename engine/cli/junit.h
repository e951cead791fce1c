// JUnit's XML, as continuous integration reads it: a test case for every line of the program that does
// something. It fails if it came out otherwise, or if what stands behind its '#' did not hold (`unmet`).
#pragma once

#include "cli/compare_text.h"
#include "compare/own_part.h"
#include "runtime/conductor.h"
#include "session/program.h"

namespace ipcscope::cli {

std::string junit_text(const std::string& file, const Registry& registry, const Program& program,
                       const Tally& tally, const std::vector<LeftOut>& left_out,
                       const std::vector<Difference>& unmet = {});

}  // namespace ipcscope::cli

// Differences of runs, as text and JSON.
#pragma once

#include "cli/verbs.h"
#include "compare/tally.h"

#include <nlohmann/json.hpp>
#include <string>

namespace ipcscope::cli {

CompareOptions compare_options(const CompareFlags& flags);
std::string tally_text(const Tally& tally, std::size_t most);  // at most so many differences
nlohmann::ordered_json tally_json(const Tally& tally);

}  // namespace ipcscope::cli

// Programs generated out of sessions: built, run, and their outcomes held against those of the engine.
#pragma once

#include "codegen/generate.h"

#include <string>

namespace ipcscope::testing {

// Every bundled session of the mechanism in this language: what was not as it should be, "" = all was.
// Two at a time. `skipped` says what could not be run here, and why.
std::string check_generated(std::string_view mechanism, Language language, std::string& skipped);

// The same as a test of Qt's: a row for each mechanism, and what the current row is checked for.
void a_row_for_each_mechanism();
void check_generated_row(Language language);

}  // namespace ipcscope::testing

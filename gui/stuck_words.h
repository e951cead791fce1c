// Why workers are stuck, in the person's language.
#pragma once

#include "runtime/recording.h"
#include "runtime/stuck.h"

#include <QString>

namespace ipcscope {

// The report with all of its words in the person's language.
StuckReport translatedReport(const Recording& run, const RunState& state, const StuckReport& report);
// "m to be unlocked, held by child"; "" = it does not wait, or nothing is known of it.
QString waitsText(const Recording& run, const RunState& state, WorkerId worker);
// For a blocked bar: "waits for a writer of p (child)", "deadlock: waits for m2 to be unlocked, held by b".
QString waitsLabel(const Recording& run, const RunState& state, WorkerId worker);
QString verdictText(Verdict verdict);  // "deadlock", "possible deadlock", "waiting"
QString verdictSign(Verdict verdict);  // one character that tells them apart without colour

}  // namespace ipcscope

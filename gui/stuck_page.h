// The page of the stuck panel as rich text: sections with a badge each, chains of waits, words and advice.
#pragma once

#include "runtime/recording.h"
#include "runtime/stuck.h"

#include <QString>

namespace ipcscope {

// Links are "event:N", a sequence number. `report` is translated.
QString stuckPage(const Recording& run, const RunState& state, const StuckReport& report);
QString stuckPageEmpty(bool alive);

}  // namespace ipcscope

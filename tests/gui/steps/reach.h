// What of a window nobody without a pointer or without eyes could use.
#pragma once

#include <QStringList>

class QMainWindow;

namespace ipcscope::testing {

// Of all that is visible, enabled and can be acted on: what has no name for a screen reader, and what neither
// Tab reaches nor a menu or a key does. A line each; empty = all is well.
QStringList unnamed_or_out_of_reach(const QMainWindow& window);

}  // namespace ipcscope::testing

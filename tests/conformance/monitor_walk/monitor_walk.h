// The other subject of test_monitor_walk, in a file of its own. Both have the same made-up mechanism: kinds 0
// and 1, each with two fields.
#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing::monitor_walk {

std::unique_ptr<QObject> again();

}  // namespace ipcscope::testing::monitor_walk

// The other subjects of test_monitor_walk, in files of their own. All have the same made-up mechanism: kinds
// 0 and 1, each with two fields.
#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing::monitor_walk {

std::unique_ptr<QObject> again();
std::unique_ptr<QObject> changes();
std::unique_ptr<QObject> calls();

}  // namespace ipcscope::testing::monitor_walk

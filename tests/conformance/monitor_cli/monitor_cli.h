// What ipcscope-cli does on the objects of the machine, as its users start it.
#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing::monitor_cli {

// The subjects, each in a file of its own.
std::unique_ptr<QObject> removals();

}  // namespace ipcscope::testing::monitor_cli

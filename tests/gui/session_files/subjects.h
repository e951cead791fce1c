// What else the test of session files in the window consists of.
#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing {

std::unique_ptr<QObject> playback_tests();

}  // namespace ipcscope::testing

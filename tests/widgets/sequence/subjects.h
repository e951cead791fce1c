// The parts of this subject.
#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing::sequence_tests {

std::unique_ptr<QObject> layouts();

}  // namespace ipcscope::testing::sequence_tests

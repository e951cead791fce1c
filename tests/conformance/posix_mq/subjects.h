// The parts of this subject.
#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing::posix_mq_tests {

std::unique_ptr<QObject> errors();

}  // namespace ipcscope::testing::posix_mq_tests

// The parts of this subject.
#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing::unix_socket_tests {

std::unique_ptr<QObject> errors();

}  // namespace ipcscope::testing::unix_socket_tests

// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/run_fixture.h"

#include <QtTest>

#include <memory>

namespace ipcscope::testing::udp_socket_tests {

// Receiver `s` of worker a, bound as `b`; an unconnected `c` of worker k.
inline const std::string bound = R"(workers: a, k
a: s = udp_socket.socket()
a: b = udp_socket.bind(s)
k: c = udp_socket.socket()
)";

std::unique_ptr<QObject> errors();

}  // namespace ipcscope::testing::udp_socket_tests

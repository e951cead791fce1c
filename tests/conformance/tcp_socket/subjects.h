// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/run_fixture.h"

#include <QtTest>

#include <memory>

namespace ipcscope::testing::tcp_socket_tests {

// A listener `s` of worker a, bound as `b`; `k` of worker c is connected with `d` of a.
inline const std::string connected = R"(workers: a, c
a: s = tcp_socket.socket()
a: b = tcp_socket.bind(s)
a: tcp_socket.listen(s)
c: k = tcp_socket.socket()
c: tcp_socket.connect(k, port: b.port)                    # = 0
a: d = tcp_socket.accept(s)
)";

std::unique_ptr<QObject> errors();

}  // namespace ipcscope::testing::tcp_socket_tests

// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/run_fixture.h"

#include <memory>

namespace ipcscope::testing::sysv_shm_tests {

// A key that nobody else uses while this test runs.
inline key_t own_key(int n) {
    return static_cast<key_t>(0x51000000 | ((getpid() & 0xffff) << 8) | n);
}

std::unique_ptr<QObject> errors();

}  // namespace ipcscope::testing::sysv_shm_tests

// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/run_fixture.h"

#include <memory>

namespace ipcscope::testing::pthread_sync_tests {

// A worker `a` with memory `m`, and what the test makes in it, before others are forked.
inline std::string beginning(const std::string& made) {
    return "workers: a\na: m = pthread_sync.map()\n" + made +
           "a: b = process.fork()\na: c = process.fork()\n";
}

inline const Fields& now_of(const Fields& state) {
    static const Fields none;
    const auto* list = field(state, "now").as<List>();
    const auto* one = list && list->size() == 1 ? (*list)[0].as<Fields>() : nullptr;
    return one ? *one : none;
}

inline std::int64_t pid_of(const RunFixture& fixture, const char* worker) {
    return fixture.worker(worker)->pid;
}

std::unique_ptr<QObject> mutexes();
std::unique_ptr<QObject> errors();

}  // namespace ipcscope::testing::pthread_sync_tests

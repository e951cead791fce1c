// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/run_fixture.h"

#include <QtTest>

#include <memory>

namespace ipcscope::testing::file_tests {

inline std::size_t length(const Value& list) {
    const auto* all = list.as<List>();
    return all ? all->size() : 0;
}

std::unique_ptr<QObject> errors();
std::unique_ptr<QObject> cleaning();

}  // namespace ipcscope::testing::file_tests

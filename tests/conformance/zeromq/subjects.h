// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/run_fixture.h"

#include <QtTest>

#include <fmt/format.h>
#include <memory>

#include <sys/socket.h>

namespace ipcscope::testing::zeromq_tests {

// Worker `who` makes a context and a socket `name` of this type.
inline std::string socket(std::string_view who, std::string_view name, std::string_view type) {
    return fmt::format("{0}: {0}_{1} = zeromq.context()\n{0}: {1} = zeromq.socket({0}_{1}, type: {2})\n", who,
                       name, type);
}

// Worker a binds a socket x, worker b connects a socket y to it.
inline std::string pair(std::string_view bound, std::string_view connected,
                        std::string_view endpoint = "ipc://e") {
    return "workers: a, b\n" + socket("a", "x", bound) + socket("b", "y", connected) +
           fmt::format(
               "a: at = zeromq.bind(x, endpoint: \"{}\")   # = 0\nb: zeromq.connect(y, endpoint: at.endpoint)"
               "   # = 0\n",
               endpoint);
}

inline std::string refusal(RunFixture& run, const std::string& line) {
    return explain(run.run(line + "\n"));
}

std::unique_ptr<QObject> errors();

}  // namespace ipcscope::testing::zeromq_tests

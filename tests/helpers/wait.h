// Waiting in tests: for a condition, with a deadline; never for a length of time.
#pragma once

#include <chrono>
#include <poll.h>

namespace ipcscope::testing {

// Only tests that fail wait so long: a look at a whole loaded machine, under a sanitizer, takes seconds.
inline constexpr std::chrono::milliseconds default_deadline{40'000};

// True as soon as `condition()` holds; false when it still does not at the deadline.
template <typename Condition>
bool wait_for(Condition&& condition, std::chrono::milliseconds deadline = default_deadline) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= end) return condition();
        ::poll(nullptr, 0, 1);
    }
    return true;
}

}  // namespace ipcscope::testing

#pragma once

#include <cstdint>
#include <time.h>

namespace ipcscope {

// CLOCK_MONOTONIC in nanoseconds: the one time axis of events (clock_gettime(2)). Async-signal-safe.
inline std::int64_t now_ns() {
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

}  // namespace ipcscope

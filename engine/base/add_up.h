// Sums of durations that a file or a worker has told: what is beyond the largest number stays the largest.
#pragma once

#include <cstdint>

namespace ipcscope {

inline void add_up(std::int64_t& sum, std::int64_t more) {
    if (__builtin_add_overflow(sum, more, &sum)) sum = more < 0 ? INT64_MIN : INT64_MAX;
}

}  // namespace ipcscope

// Where a probe is, in memory that its owner sees too: if it hangs, the next one leaves that out and says so.
#pragma once

#include "base/result.h"
#include "base/unique_fd.h"

#include <atomic>
#include <cstdint>

namespace ipcscope {

struct Progress {
    struct Place {
        std::atomic<std::int32_t> pid{0};           // the process that is looked at; 0 = none
        std::atomic<std::uint64_t> start_ticks{0};  // of it
        std::atomic<std::uint32_t> steps{0};        // how many it has come to: one that counts is only slow
        void at(std::int32_t process, std::uint64_t ticks) {
            start_ticks = ticks;
            pid = process;
            ++steps;
        }
        void away() { pid = 0; }
    };
    Place places[2];                          // of each thread that looks at processes
    std::atomic<std::int32_t> mechanism{-1};  // whose sources are read; -1 = nobody's
};

// What a probe hung at.
struct Suspect {
    std::int32_t pid = 0;
    std::uint64_t start_ticks = 0;
    std::int32_t mechanism = -1;
    bool operator==(const Suspect&) const = default;
};

}  // namespace ipcscope

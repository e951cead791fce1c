// The sums of System V shared memory of the probe's own namespace, asked for once in a sample: for them the
// kernel goes through the pages of every segment.
#pragma once

#include <cstdint>

#include <sys/shm.h>

namespace ipcscope::mechanisms {

struct ShmTotals {
    int last = -1;  // the highest index in use, or 0; -1 = they cannot be had
    shm_info sums{};
};

inline ShmTotals shm_totals_now() {
    ShmTotals out;
    out.last = shmctl(0, SHM_INFO, reinterpret_cast<shmid_ds*>(&out.sums));
    return out;
}

// `taken_ns`: Sample::taken_ns. Only for the thread that makes the sample.
inline const ShmTotals& shm_totals(std::int64_t taken_ns) {
    static std::int64_t then = -1;
    static ShmTotals totals;
    if (then != taken_ns) totals = shm_totals_now();
    then = taken_ns;
    return totals;
}

}  // namespace ipcscope::mechanisms

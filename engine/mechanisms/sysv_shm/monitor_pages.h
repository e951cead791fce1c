// Segments asked for by number (shmctl(2), SHM_STAT_ANY) instead of read as text: that costs a fourth, but
// does not tell how many of a segment's pages are in memory and how many are swapped out. Those are known
// from the text, and hold as long as their sums, which the kernel tells for little, are the same.
#pragma once

#include "mechanisms/shm_totals.h"

#include <array>
#include <cstdint>
#include <vector>

namespace ipcscope::mechanisms::sysv_shm {

// key, shmid, perms, size, cpid, lpid, nattch, uid, gid, cuid, cgid, atime, dtime, ctime, rss, swap
using Row = std::array<std::int64_t, 16>;

class KnownPages {
public:
    // While the text is read.
    void begin();
    void keep(const Row& row) { pages_.push_back({row[1], row[3], row[14], row[15]}); }
    void end();
    // False: the text has to be read. `rows` in the order of the text.
    bool still(std::vector<Row>& rows, std::int64_t taken_ns);

private:
    struct Sums {
        int ids = -1, last = -1;
        unsigned long all = 0, resident = 0, swapped = 0;
        bool operator==(const Sums&) const = default;
    };
    static Sums sums(const ShmTotals& totals);
    struct Pages {
        std::int64_t id = -1, size = 0, rss = 0, swap = 0;
    };
    std::vector<Pages> pages_;  // in the order of the text
    Sums then_, begun_;
    int times_ = 0;  // that they have held
};

}  // namespace ipcscope::mechanisms::sysv_shm

#include "mechanisms/sysv_shm/monitor_pages.h"

namespace ipcscope::mechanisms::sysv_shm {

// If one segment has gained as many pages as another has lost, the sums are the same: it is seen so much
// later.
constexpr int most_times = 8;

KnownPages::Sums KnownPages::sums(const ShmTotals& totals) {
    const auto& info = totals.sums;
    if (totals.last < 0) return {};
    return {info.used_ids, totals.last, info.shm_tot, info.shm_rss, info.shm_swp};
}

void KnownPages::begin() {
    pages_.clear();
    begun_ = sums(shm_totals_now());
}

// What changed while the text was read is in one of both and not in the other.
void KnownPages::end() {
    then_ = sums(shm_totals_now()) == begun_ ? begun_ : Sums{};
    times_ = 0;
}

bool KnownPages::still(std::vector<Row>& rows, std::int64_t taken_ns) {
    rows.clear();
    if (then_.ids < 0 || static_cast<std::size_t>(then_.ids) != pages_.size()) return false;
    if (++times_ > most_times || sums(shm_totals(taken_ns)) != then_) return false;
    rows.reserve(pages_.size());
    for (int index = 0; index <= then_.last; ++index) {
        shmid_ds segment{};
        const int id = shmctl(index, SHM_STAT_ANY, &segment);
        if (id < 0) continue;
        const auto& perm = segment.shm_perm;
        const auto at = rows.size();
        const auto size = static_cast<std::int64_t>(segment.shm_segsz);
        if (at == pages_.size() || pages_[at].id != id || pages_[at].size != size) return false;
        rows.push_back({perm.__key, id, perm.mode, size, segment.shm_cpid, segment.shm_lpid,
                        static_cast<std::int64_t>(segment.shm_nattch), perm.uid, perm.gid, perm.cuid,
                        perm.cgid, segment.shm_atime, segment.shm_dtime, segment.shm_ctime, pages_[at].rss,
                        pages_[at].swap});
    }
    return rows.size() == pages_.size();
}

}  // namespace ipcscope::mechanisms::sysv_shm

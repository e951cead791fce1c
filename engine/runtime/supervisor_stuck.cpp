// When waits are analysed, and when a deadlock is believed.
#include "base/clock.h"
#include "runtime/supervisor_impl.h"

#include <algorithm>

namespace ipcscope {

namespace {
// While somebody sleeps, what others open and close may change what can end it.
constexpr std::int64_t again_ns = 20'000'000;
// Orders of locks are looked for so often though nobody sleeps.
constexpr std::int64_t orders_ns = 200'000'000;
// A deadlock that was seen once is looked at again at once, so often at the most.
constexpr int soon_looks = 5;
}  // namespace

void SupervisorImpl::seen_asleep(Driven& driven, std::uint32_t inside) {
    const auto said = driven.rings.events.published();
    const bool same =
        driven.asleep_at + 1 == looks_ && driven.asleep_said == said && driven.asleep_in == inside;
    if (!same) driven.asleep_since = looks_;
    driven.asleep_in = inside;
    driven.asleep_said = said;
    driven.asleep_at = looks_;
}

// Workers are looked at one after the other: one may have been woken by another that fell asleep a moment
// later. Only if all of them were still asleep, without a word in between, after the last one had been seen
// so, they wait at one moment.
bool SupervisorImpl::asleep_together(const std::vector<WorkerId>& workers) const {
    std::uint64_t first = UINT64_MAX, last = 0;
    for (const auto id : workers) {
        const auto* one = driven(id);
        if (!one) return false;
        last = std::max(last, one->asleep_since);
        first = std::min(first, one->asleep_at);
    }
    return first > last;
}

// It goes on: until the next analysis, a moment later, nothing is known of those who waited for it.
void SupervisorImpl::no_longer_stuck(WorkerId worker) {
    if (!live_.stuck || !live_.stuck->wait_of(worker)) return;
    auto rest = std::make_shared<StuckReport>(*live_.stuck);
    std::erase_if(rest->waits, [&](const StuckWait& wait) { return wait.worker == worker; });
    for (auto& wait : rest->waits)
        wait.verdict = Verdict::waiting;
    rest->deadlocks.clear();
    rest->settled = false;
    live_.stuck = std::move(rest);
}

void SupervisorImpl::look_for_stuck() {
    const auto now = now_ns();
    const bool sleeps = std::any_of(live_.workers.begin(), live_.workers.end(), [](const auto& worker) {
        return worker.status == WorkerStatus::blocked;
    });
    const auto since = now - stuck_ns_;
    const bool newer = live_.revision != stuck_revision_ || events_.size() != stuck_events_;
    // What was seen once and not yet twice.
    const bool sure = !stuck_unsure_.empty() && asleep_together(stuck_unsure_);
    if (stuck_soon_ > 0) --stuck_soon_;
    const bool due =
        stuck_now_ || sure || (sleeps && newer && since > again_ns) || (locks_taken_ && since > orders_ns);
    if (!due) return;
    stuck_now_ = locks_taken_ = false;
    stuck_unsure_.clear();
    stuck_ns_ = now;
    stuck_events_ = events_.size();
    auto report = std::make_shared<StuckReport>(analyser_.analyse(live_, on_their_way_));
    std::vector<WorkerId> stuck;
    for (const auto& wait : report->waits)
        if (wait.verdict != Verdict::waiting) stuck.push_back(wait.worker);
    if (!stuck.empty() && !asleep_together(stuck)) {
        stuck_unsure_ = stuck;
        stuck_soon_ = soon_looks;
        report->settled = false;
        report->deadlocks.clear();
        for (auto& wait : report->waits)
            wait.verdict = Verdict::waiting;
        tell_stuck(*report, live_, registry_, events_, calls_);
    }
    for (const auto& wait : report->waits)
        if (!wait.by.empty()) live_.workers[wait.worker.value - 1u].waits_for = wait.by;
    const bool had = live_.stuck != nullptr;
    live_.stuck = report->empty() ? nullptr : std::move(report);
    if (had || live_.stuck) changed();
    stuck_revision_ = live_.revision;
}

}  // namespace ipcscope

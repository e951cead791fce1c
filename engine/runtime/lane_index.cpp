#include "runtime/lane_index.h"

#include "runtime/lane_bars.h"
#include "runtime/lane_levels.h"
#include "runtime/lane_ranges.h"
#include "runtime/outline.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace ipcscope {

struct LaneIndex::Impl {
    explicit Impl(std::shared_ptr<Arena> memory) : arena(std::move(memory)) {}
    const std::shared_ptr<Arena> arena;
    struct Lane {
        LaneKey key;
        std::unique_ptr<lanes::BarLane> bars;
        std::unique_ptr<lanes::LevelLane> levels;
        std::unique_ptr<lanes::RangeLane> ranges;
    };

    // Lanes are only ever added. The writer adds under the lock and reads without it; readers take it.
    mutable std::mutex mutex;
    std::map<LaneKey, std::unique_ptr<Lane>> lanes;
    std::vector<LaneKey> order;
    std::atomic<std::int64_t> first_ns{0}, last_ns{0};
    std::atomic<std::int64_t> read_ns{INT64_MIN};  // the latest time that was appended
    std::shared_ptr<const Outline> outline;        // of what comes behind it

    // The writer's shortcuts.
    std::vector<lanes::BarLane*> operations, signals;  // by worker
    LaneKey last_level_key{LaneKind::operations, 0, 0};
    lanes::LevelLane* last_level = nullptr;

    Lane& add(LaneKey key) {
        const auto found = lanes.find(key);
        if (found != lanes.end()) return *found->second;
        auto lane = std::make_unique<Lane>();
        lane->key = key;
        if (key.kind == LaneKind::level)
            lane->levels = std::make_unique<lanes::LevelLane>(*arena);
        else if (key.kind == LaneKind::memory)
            lane->ranges = std::make_unique<lanes::RangeLane>(*arena);
        else
            lane->bars = std::make_unique<lanes::BarLane>(*arena);
        const std::lock_guard lock(mutex);
        order.push_back(key);
        return *lanes.emplace(key, std::move(lane)).first->second;
    }
    lanes::BarLane& bar_lane(std::vector<lanes::BarLane*>& by_worker, LaneKind kind, std::uint16_t worker) {
        if (worker >= by_worker.size()) by_worker.resize(std::size_t{worker} + 1, nullptr);
        lanes::BarLane*& lane = by_worker[worker];
        if (!lane) lane = add({kind, worker, 0}).bars.get();
        return *lane;
    }
    lanes::LevelLane& level_lane(LaneKey key) {
        if (key != last_level_key || !last_level) {
            last_level = add(key).levels.get();
            last_level_key = key;
        }
        return *last_level;
    }
    const Lane* find(LaneKey key, std::shared_ptr<const Outline>* foretold = nullptr) const {
        const std::lock_guard lock(mutex);
        if (foretold) *foretold = outline;
        const auto found = lanes.find(key);
        return found == lanes.end() ? nullptr : found->second.get();
    }
    void covers(std::int64_t begin, std::int64_t end) {
        if (end > read_ns.load(std::memory_order_relaxed)) read_ns.store(end, std::memory_order_relaxed);
        const auto first = first_ns.load(std::memory_order_relaxed);
        if (first == 0 || begin < first) first_ns.store(begin, std::memory_order_relaxed);
        if (end > last_ns.load(std::memory_order_relaxed)) last_ns.store(end, std::memory_order_relaxed);
    }
};

LaneIndex::LaneIndex(std::shared_ptr<Arena> arena)
    : impl_(std::make_unique<Impl>(arena ? std::move(arena) : std::make_shared<Arena>())) {}
LaneIndex::~LaneIndex() = default;

void LaneIndex::append(std::uint64_t seq, const Event& event) {
    using namespace lanes;
    Impl& d = *impl_;
    const auto operations = [&]() -> BarLane& {
        return d.bar_lane(d.operations, LaneKind::operations, event.worker);
    };
    const std::uint8_t failed = event.err ? bar_flag::failed : 0;
    std::int64_t begin = event.time_ns;
    switch (event.phase) {
        case Phase::enter: operations().enter(event.time_ns, seq, event.operation); break;
        case Phase::leave: {
            const std::int64_t duration = std::max<std::int64_t>(0, event.duration_ns);
            const std::uint8_t blocked = event.flags & event_flag::was_blocked ? bar_flag::blocked : 0;
            begin -= duration;
            operations().leave(
                {begin, duration, seq, event.operation, static_cast<std::uint8_t>(blocked | failed)});
            break;
        }
        case Phase::lost: operations().lost(event.time_ns, seq); break;
        case Phase::instant:
        case Phase::note:
            d.bar_lane(d.signals, LaneKind::markers, event.worker)
                .instant({event.time_ns, 0, seq, event.operation, failed});
            break;
        case Phase::state:
            d.level_lane({LaneKind::level, event.object, event.call})
                .set(event.time_ns, seq, event.ret, event.flags & event_flag::relative);
            break;
    }
    d.covers(begin, event.time_ns);
}

void LaneIndex::level(LaneKey lane, std::uint64_t seq, std::int64_t time_ns, std::int64_t value) {
    impl_->level_lane(lane).set(time_ns, seq, value, false);
    impl_->covers(time_ns, time_ns);
}

void LaneIndex::memory(std::uint64_t seq, const Event& event, std::uint64_t offset, std::uint64_t length,
                       bool wrote) {
    if (length == 0) return;
    const std::int64_t duration = std::max<std::int64_t>(0, event.duration_ns);
    impl_->add({LaneKind::memory, event.object, 0})
        .ranges->add({event.time_ns - duration, duration, seq, offset, length, event.worker, wrote});
    impl_->covers(event.time_ns - duration, event.time_ns);
}

std::int64_t LaneIndex::level_now(LaneKey lane) const {
    const Impl::Lane* found = impl_->find(lane);
    return found && found->levels ? found->levels->now() : 0;
}

std::vector<LaneKey> LaneIndex::lanes() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->order;
}

void LaneIndex::foretell(std::shared_ptr<const Outline> outline) {
    if (outline) {
        for (const auto& lane : outline->lanes)
            impl_->add(lane);
        const auto read = impl_->read_ns.load(std::memory_order_relaxed);
        impl_->covers(outline->first_ns, outline->last_ns);
        impl_->read_ns.store(read, std::memory_order_relaxed);
    } else if (const auto read = impl_->read_ns.load(std::memory_order_relaxed); read != INT64_MIN) {
        // What had not come back was foretold to end behind all events.
        impl_->last_ns.store(read, std::memory_order_relaxed);
    }
    const std::lock_guard lock(impl_->mutex);
    impl_->outline = std::move(outline);
}

void LaneIndex::spans(LaneKey lane, std::int64_t t0, std::int64_t t1, int columns,
                      std::vector<Span>& out) const {
    std::shared_ptr<const Outline> outline;
    const Impl::Lane* found = impl_->find(lane, &outline);
    if (!found || !found->bars) return;
    if (!outline) return found->bars->spans(t0, t1, columns, out);
    const auto read = impl_->read_ns.load(std::memory_order_relaxed);
    if (read > t0) found->bars->spans(t0, std::min(t1, read), columns, out);
    outline->add_spans(lane, read, t0, t1, columns, out);
}

void LaneIndex::levels(LaneKey lane, std::int64_t t0, std::int64_t t1, int columns,
                       std::vector<LevelPoint>& out) const {
    std::shared_ptr<const Outline> outline;
    const Impl::Lane* found = impl_->find(lane, &outline);
    if (!found || !found->levels) return;
    if (!outline) return found->levels->levels(t0, t1, columns, out);
    const auto read = impl_->read_ns.load(std::memory_order_relaxed);
    if (read > t0) found->levels->levels(t0, std::min(t1, read), columns, out);
    outline->add_levels(lane, read, t0, t1, columns, out);
}

void LaneIndex::ranges(LaneKey lane, std::int64_t t0, std::int64_t t1, int columns,
                       std::vector<RangeSpan>& out) const {
    std::shared_ptr<const Outline> outline;
    const Impl::Lane* found = impl_->find(lane, &outline);
    if (!found || !found->ranges) return;
    if (!outline) return found->ranges->ranges(t0, t1, columns, out);
    const auto read = impl_->read_ns.load(std::memory_order_relaxed);
    if (read > t0) found->ranges->ranges(t0, std::min(t1, read), columns, out);
    outline->add_ranges(lane, read, t0, t1, out);
}

std::uint64_t LaneIndex::range_end(LaneKey lane) const {
    std::shared_ptr<const Outline> outline;
    const Impl::Lane* found = impl_->find(lane, &outline);
    const auto end = found && found->ranges ? found->ranges->range_end() : 0;
    return outline ? std::max(end, outline->range_end(lane)) : end;
}

std::int64_t LaneIndex::first_ns() const {
    return impl_->first_ns.load(std::memory_order_relaxed);
}
std::int64_t LaneIndex::last_ns() const {
    return impl_->last_ns.load(std::memory_order_relaxed);
}

std::size_t LaneIndex::memory_bytes() const {
    const std::lock_guard lock(impl_->mutex);
    std::size_t sum = sizeof(Impl) + impl_->order.capacity() * sizeof(LaneKey);
    for (const auto& [key, lane] : impl_->lanes) {
        sum += sizeof(Impl::Lane) + sizeof(key);
        sum += lane->bars     ? lane->bars->memory_bytes()
               : lane->levels ? lane->levels->memory_bytes()
                              : lane->ranges->memory_bytes();
    }
    return sum;
}

}  // namespace ipcscope

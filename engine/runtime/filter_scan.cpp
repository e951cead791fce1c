#include "runtime/filter_scan.h"

#include "base/clock.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace ipcscope {

namespace {

constexpr std::size_t unit_events = MatchSet::chunk_bits;
static_assert(EventStore::chunk_events % unit_events == 0 && unit_events % EventFilter::block_events == 0);
constexpr std::int64_t between_calls_ns = 20'000'000;
constexpr std::size_t most_threads = 4;

}  // namespace

struct FilterScan::Impl {
    Impl(const Recording& from, Filter wanted, std::function<void()> call, int threads)
        : recording(from),
          filter(std::move(wanted)),
          compiled(from, filter),
          changed(std::move(call)),
          helpers(threads > 0
                      ? static_cast<std::size_t>(threads)
                      : std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads)) {}

    void loop();
    void pass(std::uint64_t end);
    void correct();
    void units(std::uint64_t begin, std::uint64_t end);
    void unit(std::uint64_t begin, std::uint64_t end);
    void tell(bool at_once);

    const Recording& recording;
    const Filter filter;
    EventFilter compiled;
    const std::function<void()> changed;
    const std::size_t helpers;
    MatchSet set;
    std::atomic<bool> stop{false};

    // One pass, by several threads.
    std::atomic<std::uint64_t> next{0};  // unit to be taken
    std::mutex covering;                 // guards the two below, and cover()
    std::vector<bool> ready;             // by unit from first_unit
    std::uint64_t first_unit = 0;
    std::int64_t told_ns = 0;

    std::size_t flows_seen = 0;
    std::vector<std::uint64_t> waiting;

    mutable std::mutex mutex;
    mutable std::condition_variable woken;
    std::uint64_t asked = 1, served = 0;  // updates
    std::thread thread;
};

void FilterScan::Impl::tell(bool at_once) {
    if (!changed) return;
    {
        std::lock_guard lock(covering);
        const auto now = now_ns();
        if (!at_once && now - told_ns < between_calls_ns) return;
        told_ns = now;
    }
    changed();
}

// Events [begin, end) of one unit; begins at a multiple of 64.
void FilterScan::Impl::unit(std::uint64_t begin, std::uint64_t end) {
    std::array<std::uint64_t, EventFilter::block_events / 64> words;
    for (auto at = begin; at < end && !stop.load(std::memory_order_relaxed);) {
        const auto count = std::min<std::uint64_t>(EventFilter::block_events, end - at);
        compiled.evaluate(at, count, words.data());
        set.put(at / MatchSet::chunk_bits, at % MatchSet::chunk_bits / 64, words.data(), (count + 63) / 64);
        at += count;
    }
}

void FilterScan::Impl::units(std::uint64_t begin, std::uint64_t end) {
    while (!stop.load(std::memory_order_relaxed)) {
        const auto mine = next.fetch_add(1);
        if (mine * unit_events >= end) return;
        unit(std::max(begin, mine * unit_events), std::min(end, (mine + 1) * unit_events));
        if (stop.load(std::memory_order_relaxed)) return;
        {
            std::lock_guard lock(covering);
            ready[mine - first_unit] = true;
            auto covered = set.covered();
            while (covered < end && ready[covered / unit_events - first_unit])
                covered = std::min(end, (covered / unit_events + 1) * unit_events);
            set.cover(covered);
        }
        tell(false);
    }
}

// What was evaluated before may have changed: calls that slept have gone on, flows were joined.
void FilterScan::Impl::correct() {
    const auto covered = set.covered();
    const auto again = [&](std::uint64_t seq) {
        if (seq < covered) set.set(seq, compiled.matches(seq));
    };
    if (compiled.depends_on_waits()) {
        for (const auto seq : waiting)
            again(seq);
        waiting = compiled.waiting();
        for (const auto seq : waiting)
            again(seq);
    }
    if (!compiled.depends_on_flows()) return;
    const auto& flows = recording.flows();
    const auto size = flows.size();
    for (; flows_seen < size && !stop; ++flows_seen) {
        const auto& flow = flows[FlowId{static_cast<std::uint32_t>(flows_seen + 1)}];
        again(flow.from);
        again(flow.to);
    }
}

void FilterScan::Impl::pass(std::uint64_t end) {
    if (set.covered() == 0) flows_seen = recording.flows().size();
    if (compiled.refresh()) {
        set.clear();
        flows_seen = recording.flows().size();
    }
    correct();
    const auto begin = set.covered() & ~std::uint64_t{63};
    if (end <= set.covered()) return;
    first_unit = begin / unit_events;
    const auto count = (end + unit_events - 1) / unit_events - first_unit;
    ready.assign(count, false);
    next = first_unit;
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(helpers, count); ++i)
        others.emplace_back([&] { units(begin, end); });
    units(begin, end);
    for (auto& other : others)
        other.join();
}

void FilterScan::Impl::loop() {
    for (;;) {
        std::uint64_t serving = 0;
        {
            std::unique_lock lock(mutex);
            woken.wait(lock, [&] { return stop || asked != served; });
            if (stop) break;
            serving = asked;
        }
        pass(recording.events().size());
        if (stop) break;
        {
            std::lock_guard lock(mutex);
            served = serving;
        }
        woken.notify_all();
        tell(true);
    }
    woken.notify_all();
}

FilterScan::FilterScan(const Recording& recording, Filter filter, std::function<void()> changed, int threads)
    : impl_(new Impl(recording, std::move(filter), std::move(changed), threads)) {
    impl_->thread = std::thread([impl = impl_.get()] { impl->loop(); });
}

FilterScan::~FilterScan() {
    cancel();
    impl_->thread.join();
}

const MatchSet& FilterScan::matches() const {
    return impl_->set;
}
const Filter& FilterScan::filter() const {
    return impl_->filter;
}

double FilterScan::progress() const {
    const auto size = impl_->recording.events().size();
    return size == 0 ? 1.0 : static_cast<double>(impl_->set.covered()) / static_cast<double>(size);
}

bool FilterScan::done() const {
    std::lock_guard lock(impl_->mutex);
    return impl_->stop || impl_->asked == impl_->served;
}

bool FilterScan::cancelled() const {
    return impl_->stop;
}

void FilterScan::cancel() {
    {
        std::lock_guard lock(impl_->mutex);
        impl_->stop = true;
    }
    impl_->woken.notify_all();
}

void FilterScan::update() {
    {
        std::lock_guard lock(impl_->mutex);
        ++impl_->asked;
    }
    impl_->woken.notify_all();
}

void FilterScan::wait() const {
    std::unique_lock lock(impl_->mutex);
    impl_->woken.wait(lock, [&] { return impl_->stop || impl_->asked == impl_->served; });
}

}  // namespace ipcscope

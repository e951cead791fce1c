#include "monitor/watch.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace ipcscope {

namespace {

std::int64_t thread_cpu_ns() {
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::int64_t{spent.tv_sec} * 1'000'000'000 + spent.tv_nsec;
}

constexpr std::int64_t longest_pause_ns = 60'000'000'000;

}  // namespace

Watch::Watch(Sampler sampler, Options options)
    : sampler_(std::move(sampler)),
      options_(std::move(options)),
      history_(options_.points_each),
      period_ns_(options_.period_ns) {}

Watch::Watch(std::shared_ptr<MonitorClient> client, Options options)
    : Watch([client](const SampleOptions& how) { return client->sample(how); }, std::move(options)) {}

Watch::~Watch() {
    stop();
}

void Watch::start() {
    if (thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        stop_ = false;
        asked_ = true;
    }
    thread_ = std::thread([this] { loop(); });
}

void Watch::stop() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Watch::set_period(std::int64_t ns) {
    {
        const std::lock_guard lock(mutex_);
        period_ns_ = std::max<std::int64_t>(ns, 1'000'000);
        changed_ = true;
    }
    wake_.notify_all();
}

void Watch::set_paused(bool paused) {
    {
        const std::lock_guard lock(mutex_);
        paused_ = paused;
        changed_ = true;
    }
    wake_.notify_all();
}

bool Watch::paused() const {
    const std::lock_guard lock(mutex_);
    return paused_;
}

void Watch::now() {
    {
        const std::lock_guard lock(mutex_);
        asked_ = true;
    }
    wake_.notify_all();
}

std::shared_ptr<const Watched> Watch::latest() const {
    const std::lock_guard lock(mutex_);
    return latest_;
}

std::string Watch::problem() const {
    const std::lock_guard lock(mutex_);
    return problem_;
}

std::int64_t Watch::began_ns() const {
    const std::lock_guard lock(mutex_);
    return history_.first_ns();
}

std::vector<HistoryPoint> Watch::history(std::string_view ref, std::string_view field) const {
    std::shared_ptr<const Watched> latest;
    std::int64_t since = 0;
    {
        const std::lock_guard lock(mutex_);
        auto points = history_.of(ref, field);
        if (!points.empty() || !latest_) return points;
        latest = latest_;
        since = history_.since(ref);
    }
    // It has not changed: what it is now, it was all the time.
    const auto& snapshot = *latest->snapshot;
    const auto object = snapshot.find(ref);
    if (!object) return {};
    const auto& seen = snapshot.objects[*object];
    const auto& kind = *snapshot.kind(seen).kind;
    const auto at = field_index(kind, field);
    if (at == no_kind || !kind.fields[at].level) return {};
    if (snapshot.cell(seen, at).state != CellState::known) return {};
    return {{since, snapshot.cell(seen, at).number, true}};
}

// The share of one core bounds how often: what a sample takes is measured on the clock, so that a busy
// machine is sampled less, too.
std::int64_t Watch::pause_after(std::int64_t cost_ns, std::int64_t period_ns, bool& slowed) const {
    // Bounded before it is a whole number: a very small share asks for more than one holds.
    const auto asked = options_.share > 0 ? static_cast<double>(cost_ns) / options_.share : 0.0;
    const auto needed = static_cast<std::int64_t>(std::min(asked, static_cast<double>(longest_pause_ns)));
    slowed = needed > period_ns;
    return std::clamp(needed, period_ns, std::max(period_ns, longest_pause_ns));
}

void Watch::loop() {
    using Clock = std::chrono::steady_clock;
    std::unique_lock lock(mutex_);
    while (!stop_) {
        asked_ = false;
        const auto begun = Clock::now();
        lock.unlock();
        const auto cost = sample();
        lock.lock();
        for (;;) {
            bool slowed = false;
            const auto until = begun + std::chrono::nanoseconds(pause_after(cost, period_ns_, slowed));
            changed_ = false;
            const auto woken = [this] { return stop_ || asked_ || changed_; };
            if (paused_)
                wake_.wait(lock, woken);
            else
                wake_.wait_until(lock, until, woken);
            if (stop_ || asked_ || (!changed_ && !paused_)) break;
        }
    }
}

void Watch::quick_look() {
    auto how = options_.sample;
    how.owners = false;
    auto made = sampler_(how);
    if (!made || !*made) return;  // the sample that follows says why
    auto quick = std::make_shared<Watched>();
    quick->snapshot = std::move(*made);
    {
        const std::lock_guard lock(mutex_);
        latest_ = quick;
    }
    if (options_.on_sample) options_.on_sample(std::move(quick));
}

std::int64_t Watch::sample() {
    if (options_.quick_first && options_.sample.owners && !latest()) quick_look();
    const auto begun = std::chrono::steady_clock::now();
    auto made = sampler_(options_.sample);
    std::string problem;
    std::shared_ptr<const Watched> before, published;
    std::int64_t period = 0;
    {
        const std::lock_guard lock(mutex_);
        before = latest_ && latest_->number > 0 ? latest_ : nullptr;
        period = period_ns_;
    }
    auto cost = std::chrono::nanoseconds(std::chrono::steady_clock::now() - begun).count();
    bool told = false;
    if (made && *made) {
        const auto cpu = thread_cpu_ns();
        auto next = std::make_shared<Watched>();
        next->snapshot = std::move(*made);
        next->number = before ? before->number + 1 : 1;
        if (before) {
            next->before = before->snapshot;
            next->changes = differences(*before->snapshot, *next->snapshot);
            left_out_.settle(before->snapshot, *next->snapshot, next->changes);
        }
        cost = next->snapshot->took_ns + thread_cpu_ns() - cpu;
        next->cost_ns = cost;
        next->next_ns = pause_after(cost, period, next->slowed);
        const std::lock_guard lock(mutex_);
        history_.add(next->before.get(), *next->snapshot, next->changes);
        latest_ = published = std::move(next);
    } else {
        problem = made ? "there is no snapshot" : made.error().text();
    }
    {
        const std::lock_guard lock(mutex_);
        told = problem != problem_;
        problem_ = problem;
    }
    if (told && options_.on_problem) options_.on_problem(problem);
    if (published && options_.on_sample) options_.on_sample(published);
    return cost;
}

}  // namespace ipcscope

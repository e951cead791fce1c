#include "export/sequence_scan.h"

#include "base/clock.h"

namespace ipcscope {

namespace {
constexpr std::uint64_t step_events = 1 << 18;       // between two looks at whether it is cancelled
constexpr std::int64_t publish_every = 100'000'000;  // ns
}  // namespace

SequenceScan::SequenceScan(std::shared_ptr<const Recording> recording, SequenceChoice choice)
    : recording_(std::move(recording)), builder_(*recording_, std::move(choice)) {}

SequenceScan::~SequenceScan() = default;

void SequenceScan::update() {
    std::unique_lock lock(mutex_);
    if (busy_) return;
    cancelled_ = false;
    lock.unlock();
    if (!builder_.advance(at_once)) return;
    publish();
    if (builder_.done()) return;
    lock.lock();
    busy_ = true;
    if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
    lock.unlock();
    changed_.notify_all();
}

void SequenceScan::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return busy_; })) {
        auto published = now_ns();
        while (!cancelled_ && !stop.stop_requested()) {
            lock.unlock();
            const bool more = builder_.advance(step_events) && !builder_.done();
            if (!more || now_ns() - published > publish_every) {
                publish();
                published = now_ns();
            }
            lock.lock();
            if (!more) break;
        }
        if (cancelled_ && !stop.stop_requested()) rows_ = builder_.snapshot();
        busy_ = false;
        changed_.notify_all();
    }
}

void SequenceScan::publish() {
    auto rows = builder_.snapshot();
    std::lock_guard lock(mutex_);
    rows_ = std::move(rows);
}

void SequenceScan::cancel() {
    std::lock_guard lock(mutex_);
    cancelled_ = true;
}

bool SequenceScan::busy() const {
    std::lock_guard lock(mutex_);
    return busy_;
}

double SequenceScan::progress() const {
    const auto all = recording_->events().size();
    return all == 0 ? 1 : static_cast<double>(rows()->looked_at()) / static_cast<double>(all);
}

std::shared_ptr<const SequenceRows> SequenceScan::rows() const {
    std::lock_guard lock(mutex_);
    return rows_;
}

void SequenceScan::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !busy_; });
}

}  // namespace ipcscope

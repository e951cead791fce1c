#include "row_scan.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ipcscope {

namespace {
constexpr std::uint64_t batch = MatchSet::chunk_bits / 4;  // events until a stop is seen, and others can read
constexpr std::uint64_t batchWords = batch / 64;
}  // namespace

RowScan::RowScan(std::shared_ptr<const Recording> recording, const MatchSet* matches)
    : recording_(std::move(recording)),
      matches_(matches),
      revision_(matches ? matches->revision() : 0),
      lanes_(matches ? std::make_unique<LaneIndex>() : nullptr),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

RowScan::~RowScan() {
    thread_.request_stop();
    wake_.notify_all();
}

std::uint64_t RowScan::target() const {
    return matches_ ? matches_->covered() : recording_->events().size();
}

bool RowScan::behind() const {
    return seen() < target();
}

bool RowScan::stale() const {
    return matches_ && matches_->revision() != revision_;
}

void RowScan::update() {
    {
        const std::lock_guard lock(mutex_);
        asked_ = true;
    }
    wake_.notify_all();
}

RowScan::Moment RowScan::moment() const {
    const std::lock_guard lock(mutex_);
    Moment now;
    now.seen = rows_.covered();
    for (const auto& [worker, seq] : open_)
        now.open.push_back(seq);
    std::sort(now.open.begin(), now.open.end());
    return now;
}

std::set<std::uint16_t> RowScan::operations() const {
    const std::lock_guard lock(mutex_);
    std::set<std::uint16_t> found;
    for (std::size_t id = 0; id < operations_.size(); ++id)
        if (operations_[id]) found.insert(static_cast<std::uint16_t>(id));
    return found;
}

void RowScan::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return asked_; })) return;
            asked_ = false;
        }
        while (!stop.stop_requested() && behind()) {
            const auto begin = rows_.covered();
            take(begin, std::min(target(), begin / batch * batch + batch));
        }
    }
}

// begin and end stand in one batch.
void RowScan::take(std::uint64_t begin, std::uint64_t end) {
    std::array<std::uint64_t, batchWords> words{};
    const auto first = begin / batch * batch;
    std::vector<std::pair<std::uint16_t, std::optional<std::uint64_t>>> opened;
    std::vector<std::uint16_t> used;
    std::uint16_t last = 0;
    // The word that an earlier call began is made anew.
    for (auto seq = begin / 64 * 64; seq < end; ++seq) {
        const auto& event = recording_->events()[seq];
        const bool isNew = seq >= begin;
        const bool matching = !matches_ || matches_->contains(seq);
        if (isNew && event.phase == Phase::enter) opened.emplace_back(event.worker, seq);
        if (isNew && event.phase == Phase::leave) opened.emplace_back(event.worker, std::nullopt);
        if (!matching || !isRow(event.phase)) continue;
        words[(seq - first) / 64] |= std::uint64_t{1} << (seq % 64);
        if (!isNew) continue;
        if (lanes_) lanes_->append(seq, event);
        if (event.operation != last) used.push_back(last = event.operation);
    }
    const auto firstWord = begin / 64, lastWord = (end + 63) / 64;
    const auto chunk = begin / MatchSet::chunk_bits;
    rows_.put(chunk, firstWord % MatchSet::chunk_words, words.data() + (firstWord - first / 64),
              lastWord - firstWord);
    const std::lock_guard lock(mutex_);
    for (const auto& [worker, seq] : opened) {
        if (seq && (!matches_ || matches_->contains(*seq)))
            open_[worker] = *seq;
        else
            open_.erase(worker);
    }
    for (const auto id : used) {
        if (id >= operations_.size()) operations_.resize(std::size_t{id} + 1);
        operations_[id] = true;
    }
    rows_.cover(end);
}

}  // namespace ipcscope

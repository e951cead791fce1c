#include "runtime/lane_levels.h"

#include <climits>

namespace ipcscope::lanes {
namespace {

// Wraps, so that a change from one end of the range to the other is kept, too.
std::int64_t sum(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}
std::int64_t difference(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

}  // namespace

void LevelLane::Node::absorb(const Node& later) {
    begin_ns = std::min(begin_ns, later.begin_ns);
    end_ns = std::max(end_ns, later.end_ns);
    min = std::min(min, later.min);
    max = std::max(max, later.max);
    last = later.last;
    seq = later.seq;
    count += later.count;
}

LevelLane::Node LevelLane::node_of(const Change& change) {
    return {.begin_ns = change.time_ns,
            .end_ns = change.time_ns,
            .last = change.value,
            .min = change.value,
            .max = change.value,
            .seq = change.seq,
            .position = 0,
            .count = 1};
}

void LevelLane::set(std::int64_t time_ns, std::uint64_t seq, std::int64_t value, bool relative) {
    const std::lock_guard lock(mutex_);
    // Most lanes have few changes: a recording may have very many lanes.
    constexpr std::size_t few = 8;
    if (tail_.size() == tail_.capacity()) tail_.reserve(tail_.empty() ? few : block + kept);
    if (tail_.size() == block + kept) seal();
    time_ns = std::max(time_ns, sealed_ns_);
    std::size_t place = tail_.size();
    while (place > 0 && tail_[place - 1].time_ns > time_ns)
        --place;
    tail_.insert(tail_.begin() + static_cast<std::ptrdiff_t>(place), {time_ns, 0, value, seq, relative});
    // From here to the next absolute one, values change.
    for (std::size_t i = place; i < tail_.size(); ++i) {
        Change& change = tail_[i];
        if (!change.relative) {
            change.value = change.given;
            if (i > place) break;
        } else {
            const std::int64_t before = i ? tail_[i - 1].value : sealed_value_;
            change.value = sum(before, change.given);
        }
    }
}

std::int64_t LevelLane::now() const {
    const std::lock_guard lock(mutex_);
    return tail_.empty() ? sealed_value_ : tail_.back().value;
}

// Columns: time (distance to the one before), value (change), sequence (distance).
void LevelLane::seal() {
    const auto n =
        block_end(block / 4, block, [&](std::size_t i) { return tail_[i].time_ns - tail_[i - 1].time_ns; });
    std::array<std::uint64_t, block> gap, step, seq;
    const Change* before = &tail_[0];
    Node node = node_of(tail_[0]);
    for (std::size_t i = 0; i < n; ++i) {
        const Change& change = tail_[i];
        gap[i] = fold_sign(change.time_ns - before->time_ns);
        step[i] = fold_sign(difference(change.value, before->value));
        seq[i] = fold_sign(static_cast<std::int64_t>(change.seq - before->seq));
        if (i) node.absorb(node_of(change));
        before = &change;
    }
    char bytes[3 * 8 + 3 * column_room(block) + 8];
    std::memcpy(bytes, &tail_[0].time_ns, 8);
    std::memcpy(bytes + 8, &tail_[0].value, 8);
    std::memcpy(bytes + 16, &tail_[0].seq, 8);
    char* out = bytes + 24;
    for (const auto* column : {&gap, &step, &seq})
        out = pack_column(out, column->data(), n);
    node.position = blocks_.put(bytes, static_cast<std::size_t>(out - bytes));
    sealed_value_ = node.last;
    sealed_ns_ = node.end_ns;
    forest_.append(node);
    tail_.erase(tail_.begin(), tail_.begin() + static_cast<std::ptrdiff_t>(n));
}

void LevelLane::unpack(const char* in, std::size_t n, Columns& out) {
    std::int64_t time, value;
    std::uint64_t seq;
    std::memcpy(&time, in, 8);
    std::memcpy(&value, in + 8, 8);
    std::memcpy(&seq, in + 16, 8);
    in += 24;
    for (auto* column : {&out.time, &out.value, &out.seq})
        in = unpack_column(in, column->data(), n);
    for (std::size_t i = 0; i < n; ++i) {
        time += unfold_sign(out.time[i]);
        value = sum(value, unfold_sign(out.value[i]));
        out.time[i] = static_cast<std::uint64_t>(time);
        out.value[i] = static_cast<std::uint64_t>(value);
        out.seq[i] = seq += static_cast<std::uint64_t>(unfold_sign(out.seq[i]));
    }
}

// Neighbouring changes become one point as long as they lie within a column's width.
class LevelLane::Merger {
public:
    Merger(std::int64_t t0, std::int64_t t1, int columns, std::vector<LevelPoint>& out)
        : t0_(t0), t1_(t1), column_(columns == INT_MAX ? -1 : (t1 - t0) / std::max(columns, 1)), out_(out) {}

    bool outside(const Node& node) const { return node.begin_ns >= t1_; }
    bool before(const Node& node) const { return node.end_ns <= t0_; }
    bool inside(const Node& node) const { return node.begin_ns > t0_ && node.end_ns < t1_; }
    bool small_enough(const Node& node) const {
        return before(node) || (inside(node) && node.end_ns - node.begin_ns <= column_);
    }
    void add(const Node& node) {
        if (before(node)) {
            value_ = node.last;
            seq_ = node.seq;
            known_ = true;
            return;
        }
        start();
        if (merging_ && node.end_ns - out_.back().time_ns <= column_) {
            LevelPoint& point = out_.back();
            point.last = node.last;
            point.min = std::min(point.min, node.min);
            point.max = std::max(point.max, node.max);
            point.seq = node.seq;
        } else {
            const std::int64_t first = known_ ? value_ : 0;
            out_.push_back({.time_ns = node.begin_ns,
                            .first = first,
                            .last = node.last,
                            .min = std::min(first, node.min),
                            .max = std::max(first, node.max),
                            .seq = node.seq});
            merging_ = true;
        }
        value_ = node.last;
        known_ = true;
    }
    // All changes of a block that lies within the range.
    void add(const Columns& changes, std::size_t n) {
        start();
        for (std::size_t i = 0; i < n;) {
            const auto time = changes.time_ns(i);
            if (!merging_ || time - out_.back().time_ns > column_) {
                const std::int64_t first = known_ ? value_ : 0;
                out_.push_back({.time_ns = time, .first = first, .last = first, .min = first, .max = first});
                merging_ = known_ = true;
            }
            LevelPoint& point = out_.back();
            const auto last = point.time_ns + column_;
            auto low = point.min, high = point.max;
            do {
                low = std::min(low, changes.value_at(i));
                high = std::max(high, changes.value_at(i));
            } while (++i < n && changes.time_ns(i) <= last);
            point.min = low;
            point.max = high;
            point.last = value_ = changes.value_at(i - 1);
            point.seq = changes.seq[i - 1];
        }
    }
    void start() {  // the value at t0, if there was one
        if (started_) return;
        started_ = true;
        if (known_) out_.push_back({t0_, value_, value_, value_, value_, seq_});
    }

private:
    std::int64_t t0_, t1_, column_;
    std::vector<LevelPoint>& out_;
    std::int64_t value_ = 0;
    std::uint64_t seq_ = 0;
    bool known_ = false, started_ = false, merging_ = false;
};

void LevelLane::levels(std::int64_t t0, std::int64_t t1, int columns, std::vector<LevelPoint>& out) const {
    if (t1 <= t0) return;
    std::array<Change, block + kept> tail;
    std::unique_lock lock(mutex_);
    const auto forest = forest_.view();
    const auto blocks = blocks_.view();
    const std::size_t tail_size = tail_.size();
    std::copy(tail_.begin(), tail_.end(), tail.begin());
    lock.unlock();

    Merger merger(t0, t1, columns, out);
    Columns changes;
    const auto add = [&](const Change& change) {
        const Node node = node_of(change);
        if (!merger.outside(node)) merger.add(node);
    };
    forest.walk([&](const Node& node) { return merger.outside(node); },
                [&](const Node& node) { return merger.small_enough(node); },
                [&](const Node& node) { merger.add(node); },
                [&](const Node& node) {
                    unpack(BlockStore::at(blocks, node.position), node.count, changes);
                    if (merger.inside(node)) return merger.add(changes, node.count);
                    for (std::size_t i = 0; i < node.count; ++i)
                        add(changes.change(i));
                });
    for (std::size_t i = 0; i < tail_size; ++i)
        add(tail[i]);
    merger.start();
}

std::size_t LevelLane::memory_bytes() const {
    const std::lock_guard lock(mutex_);
    return sizeof *this + forest_.memory_bytes() + blocks_.memory_bytes() + tail_.capacity() * sizeof(Change);
}

}  // namespace ipcscope::lanes

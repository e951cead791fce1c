#include "runtime/lane_bars.h"

#include "base/add_up.h"
#include "runtime/lane_neighbours.h"

namespace ipcscope::lanes {

void BarLane::Node::absorb(const Node& later) {
    begin_ns = std::min(begin_ns, later.begin_ns);
    end_ns = std::max(end_ns, later.end_ns);
    add_up(busy_ns, later.busy_ns);
    add_up(blocked_ns, later.blocked_ns);
    count += later.count;
    flags |= later.flags;
    if (later.longest_ns > longest_ns) {
        longest_ns = later.longest_ns;
        seq = later.seq;
        operation = later.operation;
    }
}

BarLane::Node BarLane::node_of(const Bar& bar) {
    return {.begin_ns = bar.begin_ns,
            .end_ns = bar.end_ns(),
            .longest_ns = bar.duration_ns,
            .busy_ns = bar.duration_ns,
            .blocked_ns = bar.flags & bar_flag::blocked ? bar.duration_ns : 0,
            .seq = bar.seq,
            .count = 1,
            .position = 0,
            .operation = bar.operation,
            .flags = bar.flags};
}

void BarLane::enter(std::int64_t time_ns, std::uint64_t seq, std::uint16_t operation) {
    const std::lock_guard lock(mutex_);
    // Its leave never came. Either a gap covers it already, or it ends here as one.
    if (open_.running && !open_.overtaken)
        push({open_.begin_ns, std::max<std::int64_t>(0, time_ns - open_.begin_ns), open_.seq, open_.operation,
              bar_flag::lost});
    open_ = {time_ns, seq, operation, true, false};
}

void BarLane::leave(const Bar& bar) {
    const std::lock_guard lock(mutex_);
    open_.running = false;
    push(bar);
}

void BarLane::lost(std::int64_t time_ns, std::uint64_t seq) {
    const std::lock_guard lock(mutex_);
    // From the last thing that is known on.
    std::int64_t begin = last_end_ns_;
    if (open_.running) {
        begin = std::max(begin, open_.begin_ns);
        open_.overtaken = true;
    }
    begin = begin ? std::min(begin, time_ns) : time_ns;
    push({begin, time_ns - begin, seq, 0, bar_flag::lost});
}

void BarLane::instant(const Bar& bar) {
    const std::lock_guard lock(mutex_);
    push(bar);
}

void BarLane::push(const Bar& bar) {
    if (tail_.capacity() == 0) tail_.reserve(block + kept);
    if (tail_.size() == block + kept) seal();
    insert_by_end(tail_, bar);
    last_end_ns_ = std::max(last_end_ns_, bar.end_ns());
}

// Columns: begin (distance to the end before), duration, sequence, operation, flags.
void BarLane::seal() {
    const auto n =
        block_end(block / 4, block, [&](std::size_t i) { return tail_[i].begin_ns - tail_[i - 1].end_ns(); });
    std::array<std::uint64_t, block> gap, duration, seq, operation, flags;
    std::int64_t end = tail_[0].begin_ns;
    std::uint64_t last_seq = tail_[0].seq;
    Node node = node_of(tail_[0]);
    for (std::size_t i = 0; i < n; ++i) {
        const Bar& bar = tail_[i];
        gap[i] = fold_sign(bar.begin_ns - end);
        duration[i] = static_cast<std::uint64_t>(bar.duration_ns);
        seq[i] = fold_sign(static_cast<std::int64_t>(bar.seq - last_seq));
        operation[i] = bar.operation;
        flags[i] = bar.flags;
        end = bar.end_ns();
        last_seq = bar.seq;
        if (i) node.absorb(node_of(bar));
    }
    char bytes[2 * 8 + 5 * column_room(block) + 8];
    std::memcpy(bytes, &tail_[0].begin_ns, 8);
    std::memcpy(bytes + 8, &tail_[0].seq, 8);
    char* out = bytes + 16;
    for (const auto* column : {&gap, &duration, &seq, &operation, &flags})
        out = pack_column(out, column->data(), n);
    node.position = blocks_.put(bytes, static_cast<std::size_t>(out - bytes));
    forest_.append(node);
    tail_.erase(tail_.begin(), tail_.begin() + static_cast<std::ptrdiff_t>(n));
}

void BarLane::unpack(const char* in, std::size_t n, Columns& out) {
    std::int64_t end;
    std::uint64_t seq;
    std::memcpy(&end, in, 8);
    std::memcpy(&seq, in + 8, 8);
    in += 16;
    for (auto* column : {&out.begin, &out.end, &out.seq, &out.operation, &out.flags})
        in = unpack_column(in, column->data(), n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::int64_t begin = end + unfold_sign(out.begin[i]);
        end = begin + static_cast<std::int64_t>(out.end[i]);
        out.begin[i] = static_cast<std::uint64_t>(begin);
        out.end[i] = static_cast<std::uint64_t>(end);
        out.seq[i] = seq += static_cast<std::uint64_t>(unfold_sign(out.seq[i]));
    }
}

class BarLane::Merger : public Neighbours<Merger, Node> {
public:
    Merger(std::int64_t t0, std::int64_t t1, int columns, std::vector<Span>& out)
        : Neighbours(t0, t1, (t1 - t0) / std::max(columns, 1)), out_(out) {}
    ~Merger() { flush(); }
    using Neighbours::add;

    // Sums of several bars can end at t0 with a marker there: this is for single bars only.
    bool not_touched(const Node& bar) const {
        return bar.begin_ns >= t1_ ||
               (bar.end_ns <= t0_ && !(bar.begin_ns == bar.end_ns && bar.end_ns == t0_));
    }
    // All bars of a block, of which none is outside.
    void add(const Columns& bars, std::size_t n) {
        for (std::size_t i = 0; i < n;) {
            auto begin = bars.begin_ns(i), end = bars.end_ns(i);
            if (sum_.count) {
                begin = std::min(begin, sum_.begin_ns);
                end = std::max(end, sum_.end_ns);
                if (end - begin > column_) {
                    flush();
                    continue;
                }
            } else {
                sum_.longest_ns = -1;
                sum_.busy_ns = sum_.blocked_ns = 0;
                sum_.flags = 0;
            }
            // As many as go together.
            auto longest = sum_.longest_ns, busy = sum_.busy_ns, blocked = sum_.blocked_ns;
            std::uint64_t flags = sum_.flags;
            const std::size_t first = i;
            std::size_t best = n;
            do {
                const auto duration = bars.end_ns(i) - bars.begin_ns(i);
                busy += duration;
                blocked += bars.flags[i] & bar_flag::blocked ? duration : 0;
                flags |= bars.flags[i];
                if (duration > longest) {
                    longest = duration;
                    best = i;
                }
                if (++i == n) break;
                const auto next_begin = std::min(begin, bars.begin_ns(i));
                const auto next_end = std::max(end, bars.end_ns(i));
                if (next_end - next_begin > column_) break;
                begin = next_begin;
                end = next_end;
            } while (true);
            sum_.begin_ns = begin;
            sum_.end_ns = end;
            sum_.longest_ns = longest;
            sum_.busy_ns = busy;
            sum_.blocked_ns = blocked;
            sum_.flags = static_cast<std::uint8_t>(flags);
            sum_.count += static_cast<std::uint32_t>(i - first);
            if (best < n) {
                sum_.seq = bars.seq[best];
                sum_.operation = static_cast<std::uint16_t>(bars.operation[best]);
            }
        }
    }

private:
    friend Neighbours<Merger, Node>;
    void emit(const Node& sum) {
        Span span;
        span.begin_ns = sum.begin_ns;
        span.end_ns = sum.end_ns;
        span.seq = sum.seq;
        span.count = sum.count;
        span.operation = sum.operation;
        span.blocked = (sum.flags & bar_flag::blocked) && sum.blocked_ns >= sum.busy_ns - sum.blocked_ns;
        span.failed = sum.flags & bar_flag::failed;
        span.lost = sum.flags & bar_flag::lost;
        out_.push_back(span);
    }
    std::vector<Span>& out_;
};

void BarLane::spans(std::int64_t t0, std::int64_t t1, int columns, std::vector<Span>& out) const {
    if (t1 <= t0) return;
    std::array<Bar, block + kept> tail;
    std::unique_lock lock(mutex_);
    const auto forest = forest_.view();
    const auto blocks = blocks_.view();
    const std::size_t tail_size = tail_.size();
    std::copy(tail_.begin(), tail_.end(), tail.begin());
    const Open open = open_;
    lock.unlock();
    {
        Merger merger(t0, t1, columns, out);
        Columns bars;
        const auto add = [&](const Bar& bar) {
            const Node node = node_of(bar);
            if (!merger.not_touched(node)) merger.add(node);
        };
        forest.walk([&](const Node& node) { return merger.outside(node); },
                    [&](const Node& node) { return merger.small_enough(node); },
                    [&](const Node& node) { merger.add(node); },
                    [&](const Node& node) {
                        unpack(BlockStore::at(blocks, node.position), node.count, bars);
                        if (merger.inside(node)) return merger.add(bars, node.count);
                        for (std::size_t i = 0; i < node.count; ++i)
                            add(bars.bar(i));
                    });
        for (std::size_t i = 0; i < tail_size; ++i)
            add(tail[i]);
    }
    if (open.running && open.begin_ns < t1)
        out.push_back({.begin_ns = open.begin_ns,
                       .end_ns = t1,
                       .seq = open.seq,
                       .count = 1,
                       .operation = open.operation,
                       .open = true});
}

std::size_t BarLane::memory_bytes() const {
    const std::lock_guard lock(mutex_);
    return sizeof *this + forest_.memory_bytes() + blocks_.memory_bytes() + tail_.capacity() * sizeof(Bar);
}

}  // namespace ipcscope::lanes

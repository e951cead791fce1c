#include "runtime/lane_ranges.h"

#include "runtime/lane_neighbours.h"

#include <bit>
#include <climits>

namespace ipcscope::lanes {
namespace {

constexpr unsigned slices = 64;

std::uint64_t coarser(std::uint64_t mask, unsigned by) {
    std::uint64_t out = 0;
    for (; mask; mask &= mask - 1)
        out |= std::uint64_t{1} << (static_cast<unsigned>(std::countr_zero(mask)) >> by);
    return out;
}

// Bits `first` to `last`.
std::uint64_t bits(std::uint64_t first, std::uint64_t last) {
    return (~std::uint64_t{0} >> (slices - 1 - (last - first))) << first;
}

}  // namespace

void RangeLane::Node::absorb(const Node& later) {
    begin_ns = std::min(begin_ns, later.begin_ns);
    end_ns = std::max(end_ns, later.end_ns);
    const auto common = std::max(shift, later.shift);
    written = coarser(written, static_cast<unsigned>(common - shift)) |
              coarser(later.written, static_cast<unsigned>(common - later.shift));
    read = coarser(read, static_cast<unsigned>(common - shift)) |
           coarser(later.read, static_cast<unsigned>(common - later.shift));
    shift = common;
    low = std::min(low, later.low);
    high = std::max(high, later.high);
    count += later.count;
    seq = later.seq;
    worker = later.worker;
}

RangeLane::Node RangeLane::node_of(const RangeEntry& entry, std::uint8_t shift) {
    const auto mask = bits(entry.offset >> shift, (entry.offset + entry.length - 1) >> shift);
    return {.begin_ns = entry.begin_ns,
            .end_ns = entry.end_ns(),
            .written = entry.wrote ? mask : 0,
            .read = entry.wrote ? 0 : mask,
            .low = entry.offset,
            .high = entry.offset + entry.length,
            .seq = entry.seq,
            .count = 1,
            .position = 0,
            .worker = entry.worker,
            .shift = shift};
}

// Slices so small that 64 of them reach over all that was touched so far.
std::uint8_t RangeLane::shift() const {
    std::uint8_t shift = 0;
    while (((range_end_ - 1) >> shift) >= slices)
        ++shift;
    return shift;
}

void RangeLane::add(const RangeEntry& entry) {
    const std::lock_guard lock(mutex_);
    range_end_ = std::max(range_end_, entry.offset + entry.length);
    if (tail_.capacity() == 0) tail_.reserve(2 * block);
    if (tail_.size() == 2 * block) seal();
    insert_by_end(tail_, entry);
}

// Columns: begin (distance to the end before), duration, sequence (distance), offset, length, worker and
// whether it wrote.
void RangeLane::seal() {
    std::array<std::uint64_t, block> gap, duration, seq, offset, length, who;
    std::int64_t end = tail_[0].begin_ns;
    std::uint64_t last_seq = tail_[0].seq;
    const auto slice = shift();
    Node node = node_of(tail_[0], slice);
    for (std::size_t i = 0; i < block; ++i) {
        const RangeEntry& entry = tail_[i];
        gap[i] = fold_sign(entry.begin_ns - end);
        duration[i] = static_cast<std::uint64_t>(entry.duration_ns);
        seq[i] = fold_sign(static_cast<std::int64_t>(entry.seq - last_seq));
        offset[i] = entry.offset;
        length[i] = entry.length;
        who[i] = std::uint64_t{entry.worker} << 1 | entry.wrote;
        end = entry.end_ns();
        last_seq = entry.seq;
        if (i) node.absorb(node_of(entry, slice));
    }
    char bytes[2 * 8 + 6 * column_room(block) + 8];
    std::memcpy(bytes, &tail_[0].begin_ns, 8);
    std::memcpy(bytes + 8, &tail_[0].seq, 8);
    char* out = bytes + 16;
    for (const auto* column : {&gap, &duration, &seq, &offset, &length, &who})
        out = pack_column(out, column->data(), block);
    node.position = blocks_.put(bytes, static_cast<std::size_t>(out - bytes));
    forest_.append(node);
    tail_.erase(tail_.begin(), tail_.begin() + block);
}

void RangeLane::unpack(const char* in, std::array<RangeEntry, block>& out) {
    std::array<std::uint64_t, block> gap, duration, seq, offset, length, who;
    std::int64_t end;
    std::uint64_t last_seq;
    std::memcpy(&end, in, 8);
    std::memcpy(&last_seq, in + 8, 8);
    in += 16;
    for (auto* column : {&gap, &duration, &seq, &offset, &length, &who})
        in = unpack_column(in, column->data(), block);
    for (std::size_t i = 0; i < block; ++i) {
        RangeEntry& entry = out[i];
        entry.begin_ns = end + unfold_sign(gap[i]);
        entry.duration_ns = static_cast<std::int64_t>(duration[i]);
        entry.seq = last_seq += static_cast<std::uint64_t>(unfold_sign(seq[i]));
        entry.offset = offset[i];
        entry.length = length[i];
        entry.worker = static_cast<std::uint16_t>(who[i] >> 1);
        entry.wrote = who[i] & 1;
        end = entry.end_ns();
    }
}

class RangeLane::Merger : public Neighbours<Merger, Node> {
public:
    Merger(std::int64_t t0, std::int64_t t1, int columns, std::vector<RangeSpan>& out)
        : Neighbours(t0, t1, columns == INT_MAX ? -1 : (t1 - t0) / std::max(columns, 1)), out_(out) {}
    ~Merger() { flush(); }

private:
    friend Neighbours<Merger, Node>;
    void emit(const Node& sum) {
        RangeSpan span;
        span.begin_ns = sum.begin_ns;
        span.end_ns = sum.end_ns;
        span.seq = sum.seq;
        span.count = sum.count;
        span.worker = sum.worker;
        for (const bool wrote : {false, true}) {
            span.wrote = wrote;
            // Every run of slices is a range of its own.
            for (auto mask = wrote ? sum.written : sum.read; mask;) {
                const auto first = static_cast<unsigned>(std::countr_zero(mask));
                const auto run = static_cast<unsigned>(std::countr_one(mask >> first));
                span.low = std::max(std::uint64_t{first} << sum.shift, sum.low);
                span.high = std::min(std::uint64_t{first + run} << sum.shift, sum.high);
                out_.push_back(span);
                mask &= ~bits(first, first + run - 1);
            }
        }
    }
    std::vector<RangeSpan>& out_;
};

void RangeLane::ranges(std::int64_t t0, std::int64_t t1, int columns, std::vector<RangeSpan>& out) const {
    if (t1 <= t0) return;
    std::array<RangeEntry, 2 * block> tail;
    std::unique_lock lock(mutex_);
    if (range_end_ == 0) return;
    const auto forest = forest_.view();
    const auto blocks = blocks_.view();
    const std::size_t tail_size = tail_.size();
    std::copy(tail_.begin(), tail_.end(), tail.begin());
    const auto slice = shift();
    lock.unlock();

    Merger merger(t0, t1, columns, out);
    const auto add = [&](const RangeEntry& entry) {
        const Node node = node_of(entry, slice);
        if (!merger.outside(node)) merger.add(node);
    };
    forest.walk([&](const Node& node) { return merger.outside(node); },
                [&](const Node& node) { return merger.small_enough(node); },
                [&](const Node& node) { merger.add(node); },
                [&](const Node& node) {
                    std::array<RangeEntry, block> entries;
                    unpack(BlockStore::at(blocks, node.position), entries);
                    for (const RangeEntry& entry : entries)
                        add(entry);
                });
    for (std::size_t i = 0; i < tail_size; ++i)
        add(tail[i]);
}

std::uint64_t RangeLane::range_end() const {
    const std::lock_guard lock(mutex_);
    return range_end_;
}

std::size_t RangeLane::memory_bytes() const {
    const std::lock_guard lock(mutex_);
    return sizeof *this + forest_.memory_bytes() + blocks_.memory_bytes() +
           tail_.capacity() * sizeof(RangeEntry);
}

}  // namespace ipcscope::lanes

#include "runtime/flow_list.h"

#include <algorithm>

namespace ipcscope::lanes {

void FlowList::Node::absorb(const Node& later) {
    begin_ns = std::min(begin_ns, later.begin_ns);
    last_begin_ns = std::max(last_begin_ns, later.last_begin_ns);
    first_end_ns = std::min(first_end_ns, later.first_end_ns);
    end_ns = std::max(end_ns, later.end_ns);
    count += later.count;
    if (later.longest_ns > longest_ns) {
        longest_ns = later.longest_ns;
        longest = later.longest;
    }
}

FlowList::Node FlowList::node_of(const Entry& entry) {
    return {.begin_ns = entry.begin_ns,
            .last_begin_ns = entry.begin_ns,
            .first_end_ns = entry.end_ns,
            .end_ns = entry.end_ns,
            .longest_ns = entry.length_ns(),
            .longest = entry.flow,
            .count = 1,
            .position = 0,
            .block_length = 1};
}

void FlowList::append(const Entry& entry) {
    const std::lock_guard lock(mutex_);
    if (tail_.size() == block + kept) seal();
    auto place = tail_.end();
    while (place != tail_.begin() && std::prev(place)->end_ns > entry.end_ns)
        --place;
    tail_.insert(place, entry);
    if (sum_.count)
        sum_.absorb(node_of(entry));
    else
        sum_ = node_of(entry);
}

// Columns: end (distance to the one before), length, id (distance).
void FlowList::seal() {
    const auto n =
        block_end(block / 4, block, [&](std::size_t i) { return tail_[i].end_ns - tail_[i - 1].end_ns; });
    std::array<std::uint64_t, block> gap, length, id;
    const Entry* before = &tail_[0];
    Node node = node_of(tail_[0]);
    for (std::size_t i = 0; i < n; ++i) {
        const Entry& entry = tail_[i];
        gap[i] = static_cast<std::uint64_t>(entry.end_ns - before->end_ns);
        length[i] = static_cast<std::uint64_t>(entry.length_ns());
        id[i] = fold_sign(std::int64_t{entry.flow} - std::int64_t{before->flow});
        if (i) node.absorb(node_of(entry));
        before = &entry;
    }
    char bytes[16 + 3 * column_room(block) + 8];
    std::memcpy(bytes, &tail_[0].end_ns, 8);
    const std::uint64_t first = tail_[0].flow;
    std::memcpy(bytes + 8, &first, 8);
    char* out = bytes + 16;
    for (const auto* column : {&gap, &length, &id})
        out = pack_column(out, column->data(), n);
    node.position = blocks_.put(bytes, static_cast<std::size_t>(out - bytes));
    node.block_length = static_cast<std::uint32_t>(n);
    forest_.append(node);
    tail_.erase(tail_.begin(), tail_.begin() + static_cast<std::ptrdiff_t>(n));
}

void FlowList::View::unpack(const Node& leaf, Block& out) const {
    std::array<std::uint64_t, block> gap, length, id;
    const char* in = Blocks::at(blocks, leaf.position);
    std::int64_t end;
    std::uint64_t flow;
    std::memcpy(&end, in, 8);
    std::memcpy(&flow, in + 8, 8);
    in += 16;
    for (auto* column : {&gap, &length, &id})
        in = unpack_column(in, column->data(), leaf.block_length);
    for (std::size_t i = 0; i < leaf.block_length; ++i) {
        end += static_cast<std::int64_t>(gap[i]);
        flow += static_cast<std::uint64_t>(unfold_sign(id[i]));
        out[i] = {end - static_cast<std::int64_t>(length[i]), end, static_cast<std::uint32_t>(flow)};
    }
}

bool FlowList::view(std::int64_t t0, std::int64_t t1, View& out) const {
    const std::lock_guard lock(mutex_);
    if (!sum_.count || !sum_.touches(t0, t1)) return false;
    out.forest = forest_.view();
    out.blocks = blocks_.view();
    out.tail.clear();
    for (const Entry& entry : tail_)
        if (entry.touches(t0, t1)) out.tail.push_back(entry);
    return true;
}

std::size_t FlowList::memory_bytes() const {
    const std::lock_guard lock(mutex_);
    return sizeof *this + forest_.memory_bytes() + blocks_.memory_bytes() + tail_.capacity() * sizeof(Entry);
}

}  // namespace ipcscope::lanes

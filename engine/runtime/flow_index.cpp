#include "runtime/flow_index.h"

#include "runtime/flow_list.h"
#include "runtime/outline.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <tuple>
#include <unordered_map>

namespace ipcscope {

using lanes::FlowList;

namespace {

using Entry = FlowList::Entry;
using Node = FlowList::Node;

// Blocks that one answer may look into to count those at its edge; the rest is estimated.
constexpr int most_counted = 4096;
// Arrivals of which density looks at each one; of more, at one block out of several.
constexpr std::uint64_t most_looked_at = 32'768;

double share(const Node& node, std::int64_t t0, std::int64_t t1) {
    const double begins = static_cast<double>(node.last_begin_ns - node.begin_ns) + 1;
    const double ends = static_cast<double>(node.end_ns - node.first_end_ns) + 1;
    const double before = std::min(1.0, static_cast<double>(t1 - node.begin_ns) / begins);
    const double after = std::min(1.0, static_cast<double>(node.end_ns - t0 + 1) / ends);
    return std::max(0.0, before + after - 1);
}

__extension__ using Wide = __int128;

int column_of(std::int64_t time, std::int64_t t0, std::int64_t t1, int columns) {
    // Dividing 128 bits is slow, and seldom needed.
    if (t1 - t0 <= INT64_MAX / columns) return static_cast<int>((time - t0) * columns / (t1 - t0));
    return static_cast<int>(static_cast<Wide>(time - t0) * columns / (t1 - t0));
}

// What may hold the next longest arrow: a node, or (level < 0) one flow.
struct Candidate {
    std::int64_t longest_ns;
    int level;
    std::size_t index;
    Entry entry;
    bool operator<(const Candidate& other) const { return longest_ns < other.longest_ns; }
};

// One arrival, or several that it stands for.
struct Arrival {
    Entry entry;
    std::uint32_t pair;
    int column;
    std::uint64_t weight;
};

void add_to(std::vector<FlowBand>& out, std::size_t start, const FlowBand& one, std::int64_t length,
            std::int64_t& longest) {
    if (out.size() == start || out.back().column != one.column) {
        out.push_back(one);
        longest = length;
        return;
    }
    FlowBand& band = out.back();
    band.first_begin_ns = std::min(band.first_begin_ns, one.first_begin_ns);
    band.last_begin_ns = std::max(band.last_begin_ns, one.last_begin_ns);
    band.first_end_ns = std::min(band.first_end_ns, one.first_end_ns);
    band.last_end_ns = std::max(band.last_end_ns, one.last_end_ns);
    band.count += one.count;
    if (length > longest) {
        longest = length;
        band.longest = one.longest;
    }
}

}  // namespace

LaneKey lane_of(const Event& event) {
    switch (event.phase) {
        case Phase::instant:
        case Phase::note: return {LaneKind::markers, event.worker, 0};
        case Phase::state: return {LaneKind::level, event.object, event.call};
        case Phase::enter:
        case Phase::leave:
        case Phase::lost: break;
    }
    return {LaneKind::operations, event.worker, 0};
}

struct FlowIndex::Impl {
    using PairOf = lanes::GrowingArray<std::uint32_t, 4096>;
    using Pair = std::pair<LaneKey, LaneKey>;

    explicit Impl(std::shared_ptr<Arena> memory) : arena(std::move(memory)), list(*arena), pair_of(*arena) {}
    const std::shared_ptr<Arena> arena;
    FlowList list;
    std::atomic<std::uint64_t> size{0};
    // Only ever added to: the writer adds under the lock.
    mutable std::mutex mutex;
    std::vector<Pair> pairs;
    PairOf pair_of;  // by FlowId - 1
    std::shared_ptr<const Outline> outline;
    std::atomic<std::int64_t> read_ns{INT64_MIN};  // the latest arrival that was appended
    std::shared_ptr<const Outline> foretold() const {
        const std::lock_guard lock(mutex);
        return outline;
    }

    // The writer's own.
    std::map<LaneKey, std::uint32_t> numbers;
    std::vector<std::uint32_t> operations;  // numbers of the workers' lanes
    std::unordered_map<std::uint64_t, std::uint32_t> by_numbers;

    std::uint32_t number(LaneKey key) {
        if (key.kind != LaneKind::operations)
            return numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
        if (key.id >= operations.size()) operations.resize(std::size_t{key.id} + 1, 0);
        auto& known = operations[key.id];
        if (known == 0)
            known = numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
        return known;
    }
    void add_pair(FlowId id, LaneKey from, LaneKey to) {
        const auto both = std::uint64_t{number(from)} << 32 | number(to);
        const std::lock_guard lock(mutex);
        const auto [found, fresh] = by_numbers.try_emplace(both, static_cast<std::uint32_t>(pairs.size()));
        if (fresh) pairs.emplace_back(from, to);
        *pair_of.extend(1, id.value - 1 - pair_of.size()) = found->second;
    }

    // What a question looks at: flows that were appended before it was asked are all there.
    struct View {
        FlowList::View list;
        PairOf::View pair_of;
        std::vector<Pair> pairs;
        std::vector<char> wanted;  // by pair; empty = all
        std::uint32_t pair(const Entry& entry) const { return pair_of[entry.flow - 1]; }
        bool wants(const Entry& entry) const { return wanted.empty() || wanted[pair(entry)]; }
    };
    // Of what was appended.
    FlowCount arrows(std::int64_t t0, std::int64_t t1, std::size_t limit, std::vector<FlowArrow>& out,
                     std::span<const LaneKey> only) const;
    FlowCount density(std::int64_t t0, std::int64_t t1, int columns, std::vector<FlowBand>& out,
                      std::span<const LaneKey> only, std::size_t most_pairs) const;
    bool view(std::int64_t t0, std::int64_t t1, std::span<const LaneKey> only, View& out) const {
        if (t1 <= t0 || !list.view(t0, t1, out.list)) return false;
        const std::lock_guard lock(mutex);
        out.pair_of = pair_of.view();
        out.pairs = pairs;
        const auto among = [&](LaneKey key) {
            return std::find(only.begin(), only.end(), key) != only.end();
        };
        if (only.empty()) return true;
        for (const auto& [from, to] : pairs)
            out.wanted.push_back(among(from) || among(to));
        return true;
    }
};

FlowIndex::FlowIndex(std::shared_ptr<Arena> arena)
    : impl_(std::make_unique<Impl>(arena ? std::move(arena) : std::make_shared<Arena>())) {}
FlowIndex::~FlowIndex() = default;

void FlowIndex::append(FlowId id, const Event& from, const Event& to) {
    if (id.value <= impl_->pair_of.size()) return;  // it is there already
    impl_->add_pair(id, lane_of(from), lane_of(to));
    impl_->list.append({std::min(from.time_ns, to.time_ns), to.time_ns, id.value});
    impl_->size.fetch_add(1, std::memory_order_relaxed);
    if (to.time_ns > impl_->read_ns.load(std::memory_order_relaxed))
        impl_->read_ns.store(to.time_ns, std::memory_order_relaxed);
}

void FlowIndex::foretell(std::shared_ptr<const Outline> outline) {
    const std::lock_guard lock(impl_->mutex);
    impl_->outline = std::move(outline);
}

std::uint64_t FlowIndex::size() const {
    return impl_->size.load(std::memory_order_relaxed);
}

FlowCount FlowIndex::arrows(std::int64_t t0, std::int64_t t1, std::size_t limit, std::vector<FlowArrow>& out,
                            std::span<const LaneKey> only) const {
    const auto outline = impl_->foretold();
    const auto read = impl_->read_ns.load(std::memory_order_relaxed);
    auto count = impl_->arrows(t0, t1, limit, out, only);
    if (!outline) return count;
    const auto more = outline->add_arrows(read == INT64_MIN ? read : read + 1, t0, t1, limit, out, only);
    return {count.total + more, more == 0 && count.exact};
}

FlowCount FlowIndex::density(std::int64_t t0, std::int64_t t1, int columns, std::vector<FlowBand>& out,
                             std::span<const LaneKey> only, std::size_t most_pairs) const {
    const auto outline = impl_->foretold();
    const auto read = impl_->read_ns.load(std::memory_order_relaxed);
    auto count = impl_->density(t0, t1, columns, out, only, most_pairs);
    if (!outline || columns <= 0 || t1 <= t0) return count;
    const auto more = outline->add_bands(read == INT64_MIN ? read : read + 1, t0, t1, columns, out, only);
    return {count.total + more, more == 0 && count.exact};
}

FlowCount FlowIndex::Impl::arrows(std::int64_t t0, std::int64_t t1, std::size_t limit,
                                  std::vector<FlowArrow>& out, std::span<const LaneKey> only) const {
    FlowCount count;
    View view;
    if (!this->view(t0, t1, only, view)) return count;
    const auto& forest = view.list.forest;
    const auto outside = [&](const Node& node) { return !node.touches(t0, t1); };
    const auto here = [&](const Entry& entry) { return entry.touches(t0, t1) && view.wants(entry); };
    FlowList::Block block;
    int looked_into = 0;
    double estimated = 0;
    std::uint64_t seen = 0, mine = 0;  // of blocks that were looked into
    forest.walk(
        outside,
        [&](const Node& node) {
            return looked_into >= most_counted || (view.wanted.empty() && node.all_touch(t0, t1));
        },
        [&](const Node& node) {
            if (view.wanted.empty() && node.all_touch(t0, t1)) {
                count.total += node.count;
                return;
            }
            const double among =
                view.wanted.empty() || !seen ? 1 : static_cast<double>(mine) / static_cast<double>(seen);
            estimated += among * share(node, t0, t1) * node.count;
            count.exact = false;
        },
        [&](const Node& node) {
            ++looked_into;
            view.list.unpack(node, block);
            for (std::size_t i = 0; i < node.block_length; ++i) {
                seen += block[i].touches(t0, t1);
                mine += here(block[i]);
            }
        });
    count.total += mine + static_cast<std::uint64_t>(estimated);
    for (const Entry& entry : view.list.tail)
        count.total += here(entry);
    if (limit == 0 || (count.total == 0 && count.exact)) return count;

    // Longest first: nothing holds a longer one than it says.
    std::vector<Candidate> candidates;
    const auto put = [&](const Candidate& candidate) {
        candidates.push_back(candidate);
        std::push_heap(candidates.begin(), candidates.end());
    };
    const auto put_node = [&](std::size_t level, std::size_t index) {
        const Node& node = forest.levels[level][index];
        if (!outside(node)) put({node.longest_ns, static_cast<int>(level), index, {}});
    };
    const auto put_flow = [&](const Entry& entry) {
        if (here(entry)) put({entry.length_ns(), -1, 0, entry});
    };
    forest.roots(put_node);
    for (const Entry& entry : view.list.tail)
        put_flow(entry);
    const auto start = out.size();
    while (!candidates.empty() && out.size() - start < limit) {
        std::pop_heap(candidates.begin(), candidates.end());
        const Candidate next = candidates.back();
        candidates.pop_back();
        if (next.level < 0) {
            const auto& [from, to] = view.pairs[view.pair(next.entry)];
            out.push_back({FlowId{next.entry.flow}, from, to, next.entry.begin_ns, next.entry.end_ns});
        } else if (next.level == 0) {
            const Node& node = forest.levels[0][next.index];
            view.list.unpack(node, block);
            for (std::size_t i = 0; i < node.block_length; ++i)
                put_flow(block[i]);
        } else {
            for (std::size_t i = next.index * lanes::fan; i < (next.index + 1) * lanes::fan; ++i)
                put_node(static_cast<std::size_t>(next.level - 1), i);
        }
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(),
              [](const FlowArrow& a, const FlowArrow& b) {
                  return std::tie(a.end_ns, a.flow) < std::tie(b.end_ns, b.flow);
              });
    if (out.size() - start < limit) count = {out.size() - start, true};
    return count;
}

FlowCount FlowIndex::Impl::density(std::int64_t t0, std::int64_t t1, int columns, std::vector<FlowBand>& out,
                                   std::span<const LaneKey> only, std::size_t most_pairs) const {
    FlowCount count;
    View view;
    if (columns <= 0 || !this->view(t0, t1, only, view)) return count;
    const auto inside = [&](std::int64_t time) { return time >= t0 && time < t1; };
    const auto outside = [&](const Node& node) { return node.end_ns < t0 || node.first_end_ns >= t1; };
    const auto whole = [&](const Node& node) { return inside(node.first_end_ns) && inside(node.end_ns); };
    std::uint64_t about = view.list.tail.size();  // those at the edges are counted as if they were inside
    view.list.forest.walk(
        outside, whole, [&](const Node& node) { about += node.count; },
        [&](const Node& node) { about += node.count; });
    std::uint64_t most_of_one = 0;  // flows for which one block stands
    if (about > most_looked_at)
        for (most_of_one = FlowList::block * lanes::fan;
             most_of_one / FlowList::block < about / most_looked_at;)
            most_of_one *= lanes::fan;

    std::vector<Arrival> arrivals;
    arrivals.reserve(std::min<std::uint64_t>(about, 2 * most_looked_at));
    std::vector<std::uint64_t> weights(view.pairs.size(), 0);
    const auto add = [&](const Entry& entry, std::uint64_t weight) {
        if (!inside(entry.end_ns) || !view.wants(entry)) return;
        const auto pair = view.pair(entry);
        weights[pair] += weight;
        arrivals.push_back({entry, pair, column_of(entry.end_ns, t0, t1, columns), weight});
    };
    FlowList::Block block;
    const auto look_into = [&](const Node& node) {
        view.list.unpack(node, block);
        // Each stands for as many; the first ones for what is left.
        const std::uint64_t weight = node.count / node.block_length, more = node.count % node.block_length;
        for (std::size_t i = 0; i < node.block_length; ++i)
            add(block[i], weight + (i < more));
        count.exact &= node.count == node.block_length;
    };
    view.list.forest.walk(
        outside, [&](const Node& node) { return node.count <= most_of_one && whole(node); }, look_into,
        look_into);
    for (const Entry& entry : view.list.tail)
        add(entry, 1);
    std::vector<std::uint32_t> order;  // of pairs, as far as they are told
    for (std::uint32_t pair = 0; pair < weights.size(); ++pair) {
        count.total += weights[pair];
        if (weights[pair] > 0) order.push_back(pair);
    }
    if (order.size() > most_pairs) {
        std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most_pairs), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return weights[a] > weights[b]; });
        order.resize(most_pairs);
        std::sort(order.begin(), order.end());
    }
    // By pair, and in each by column; they came by time, but for a few that were late.
    std::vector<std::vector<const Arrival*>> of_pair(weights.size());
    std::vector<char> told(weights.size(), 0);
    for (const auto pair : order)
        told[pair] = 1;
    for (const Arrival& arrival : arrivals)
        if (told[arrival.pair]) of_pair[arrival.pair].push_back(&arrival);
    for (const auto pair : order) {
        auto& mine = of_pair[pair];
        const auto by_column = [](const Arrival* a, const Arrival* b) { return a->column < b->column; };
        if (!std::is_sorted(mine.begin(), mine.end(), by_column))
            std::stable_sort(mine.begin(), mine.end(), by_column);
        const auto start = out.size();
        std::int64_t longest = 0;
        const auto& [from, to] = view.pairs[pair];
        for (const Arrival* one : mine) {
            const Entry& entry = one->entry;
            add_to(out, start,
                   {from, to, one->column, entry.begin_ns, entry.begin_ns, entry.end_ns, entry.end_ns,
                    one->weight, FlowId{entry.flow}},
                   entry.length_ns(), longest);
        }
    }
    return count;
}

std::size_t FlowIndex::memory_bytes() const {
    const std::lock_guard lock(impl_->mutex);
    return sizeof(Impl) + impl_->list.memory_bytes() + impl_->pair_of.memory_bytes() +
           impl_->pairs.capacity() * sizeof(Impl::Pair);
}

}  // namespace ipcscope

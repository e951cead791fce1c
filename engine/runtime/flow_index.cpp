#include "runtime/flow_index.h"

#include "runtime/flow_lane.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <tuple>
#include <unordered_map>

namespace ipcscope {

using lanes::FlowLane;

namespace {

using Entry = FlowLane::Entry;
using Node = FlowLane::Node;

// Blocks that one answer may look into to count those at its edge; the rest is estimated.
constexpr int most_counted = 4096;

std::uint64_t estimate(const Node& node, std::int64_t t0, std::int64_t t1) {
    const double begins = static_cast<double>(node.last_begin_ns - node.begin_ns) + 1;
    const double ends = static_cast<double>(node.end_ns - node.first_end_ns) + 1;
    const double before = std::min(1.0, static_cast<double>(t1 - node.begin_ns) / begins);
    const double after = std::min(1.0, static_cast<double>(node.end_ns - t0 + 1) / ends);
    return static_cast<std::uint64_t>(static_cast<double>(node.count) * std::max(0.0, before + after - 1));
}

__extension__ using Wide = __int128;

int column_of(std::int64_t time, std::int64_t t0, std::int64_t t1, int columns) {
    return static_cast<int>(static_cast<Wide>(time - t0) * columns / (t1 - t0));
}

// Bands of one pair of lanes, column by column. Arrivals come in order, but for a few that were late.
class Bands {
public:
    Bands(const FlowLane& lane, std::vector<FlowBand>& out) : lane_(lane), out_(out), start_(out.size()) {}
    void add(const Node& node, int column) {
        auto place = out_.end();
        const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(start_);
        while (place != begin && std::prev(place)->column > column)
            --place;
        if (place == begin || std::prev(place)->column != column) {
            out_.insert(place, {lane_.from, lane_.to, column, node.begin_ns, node.last_begin_ns,
                                node.first_end_ns, node.end_ns, node.count, FlowId{node.longest}});
            longest_.insert(longest_.begin() + (place - begin), node.longest_ns);
            return;
        }
        FlowBand& band = *std::prev(place);
        band.first_begin_ns = std::min(band.first_begin_ns, node.begin_ns);
        band.last_begin_ns = std::max(band.last_begin_ns, node.last_begin_ns);
        band.first_end_ns = std::min(band.first_end_ns, node.first_end_ns);
        band.last_end_ns = std::max(band.last_end_ns, node.end_ns);
        band.count += node.count;
        auto& longest = longest_[static_cast<std::size_t>(std::prev(place) - begin)];
        if (node.longest_ns > longest) {
            longest = node.longest_ns;
            band.longest = FlowId{node.longest};
        }
    }

private:
    const FlowLane& lane_;
    std::vector<FlowBand>& out_;
    const std::size_t start_;
    std::vector<std::int64_t> longest_;
};

// A part of the answer that may hold the next longest arrow: a lane, a node of its forest, or one flow.
struct Candidate {
    static constexpr int flow = -1, lane = lanes::max_levels;
    std::int64_t longest_ns;
    std::uint32_t number;  // of the lane
    int level;
    std::size_t index;
    Entry entry;
    bool operator<(const Candidate& other) const { return longest_ns < other.longest_ns; }
};

// How many of a lane's flows `inside` accepts; `whole` accepts a node, `outside` refuses one.
template <typename Outside, typename Whole, typename Inside, typename Estimate>
std::uint64_t count_in(const FlowLane::View& view, int& looked_into, bool& exact, Outside outside,
                       Whole whole, Inside inside, Estimate estimated) {
    std::uint64_t total = 0;
    FlowLane::Block block;
    view.forest.walk(
        outside, [&](const Node& node) { return whole(node) || looked_into >= most_counted; },
        [&](const Node& node) {
            const bool all = whole(node);
            exact &= all;
            total += all ? node.count : estimated(node);
        },
        [&](const Node& node) {
            ++looked_into;
            view.unpack(node, block);
            for (std::size_t i = 0; i < node.count; ++i)
                total += inside(block[i]);
        });
    for (const Entry& entry : view.tail)
        total += inside(entry);
    return total;
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
    explicit Impl(std::shared_ptr<Arena> memory) : arena(std::move(memory)) {}
    const std::shared_ptr<Arena> arena;
    // Pairs of lanes are only ever added: the writer adds under the lock and reads without it.
    mutable std::mutex mutex;
    std::deque<FlowLane> pairs;
    std::atomic<std::uint64_t> size{0};

    // The writer's shortcuts.
    std::map<LaneKey, std::uint32_t> numbers;
    std::vector<std::uint32_t> operations;  // numbers of the workers' lanes
    std::unordered_map<std::uint64_t, FlowLane*> by_numbers;

    std::uint32_t number(LaneKey key) {
        if (key.kind != LaneKind::operations)
            return numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
        if (key.id >= operations.size()) operations.resize(std::size_t{key.id} + 1, 0);
        auto& known = operations[key.id];
        if (known == 0)
            known = numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
        return known;
    }
    FlowLane& pair(LaneKey from, LaneKey to) {
        FlowLane*& lane = by_numbers[std::uint64_t{number(from)} << 32 | number(to)];
        if (!lane) {
            const std::lock_guard lock(mutex);
            lane = &pairs.emplace_back(*arena, from, to);
        }
        return *lane;
    }
    std::vector<const FlowLane*> chosen(std::span<const LaneKey> only) const {
        const auto wanted = [&](LaneKey key) {
            return std::find(only.begin(), only.end(), key) != only.end();
        };
        std::vector<const FlowLane*> found;
        const std::lock_guard lock(mutex);
        for (const FlowLane& lane : pairs)
            if (only.empty() || wanted(lane.from) || wanted(lane.to)) found.push_back(&lane);
        return found;
    }
};

FlowIndex::FlowIndex(std::shared_ptr<Arena> arena)
    : impl_(std::make_unique<Impl>(arena ? std::move(arena) : std::make_shared<Arena>())) {}
FlowIndex::~FlowIndex() = default;

void FlowIndex::append(FlowId id, const Event& from, const Event& to) {
    impl_->pair(lane_of(from), lane_of(to))
        .append({std::min(from.time_ns, to.time_ns), to.time_ns, id.value});
    impl_->size.fetch_add(1, std::memory_order_relaxed);
}

std::uint64_t FlowIndex::size() const {
    return impl_->size.load(std::memory_order_relaxed);
}

FlowCount FlowIndex::arrows(std::int64_t t0, std::int64_t t1, std::size_t limit, std::vector<FlowArrow>& out,
                            std::span<const LaneKey> only) const {
    FlowCount count;
    if (t1 <= t0) return count;
    const auto lanes = impl_->chosen(only);
    std::vector<Candidate> candidates;
    FlowLane::View view;
    int looked_into = 0;
    for (std::uint32_t i = 0; i < lanes.size(); ++i) {
        const Node sum = lanes[i]->sum();
        if (!sum.count || !sum.touches(t0, t1)) continue;
        std::uint64_t here = sum.count;
        if (!sum.all_touch(t0, t1)) {
            lanes[i]->view(t0, t1, view);
            here = count_in(
                view, looked_into, count.exact, [&](const Node& node) { return !node.touches(t0, t1); },
                [&](const Node& node) { return node.all_touch(t0, t1); },
                [&](const Entry& entry) { return entry.touches(t0, t1); },
                [&](const Node& node) { return estimate(node, t0, t1); });
        }
        count.total += here;
        if (here > 0) candidates.push_back({sum.longest_ns, i, Candidate::lane, 0, {}});
    }
    if (limit == 0) return count;

    // Longest first: nothing holds a longer one than it says.
    std::make_heap(candidates.begin(), candidates.end());
    const auto start = out.size();
    std::map<std::uint32_t, FlowLane::View> views;  // of lanes that were looked into
    FlowLane::Block block;
    const auto put = [&](const Candidate& candidate) {
        candidates.push_back(candidate);
        std::push_heap(candidates.begin(), candidates.end());
    };
    const auto put_node = [&](std::uint32_t number, const FlowLane::View& of, int level, std::size_t index) {
        const Node& node = of.forest.levels[static_cast<std::size_t>(level)][index];
        if (node.touches(t0, t1)) put({node.longest_ns, number, level, index, {}});
    };
    while (!candidates.empty() && out.size() - start < limit) {
        std::pop_heap(candidates.begin(), candidates.end());
        const Candidate next = candidates.back();
        candidates.pop_back();
        if (next.level == Candidate::flow) {
            const FlowLane& lane = *lanes[next.number];
            out.push_back(
                {FlowId{next.entry.flow}, lane.from, lane.to, next.entry.begin_ns, next.entry.end_ns});
            continue;
        }
        auto& from = views[next.number];
        if (next.level == Candidate::lane) {
            if (!lanes[next.number]->view(t0, t1, from)) continue;
            from.forest.roots([&](std::size_t level, std::size_t index) {
                put_node(next.number, from, static_cast<int>(level), index);
            });
            for (const Entry& entry : from.tail)
                put({entry.length_ns(), next.number, Candidate::flow, 0, entry});
        } else if (next.level == 0) {
            const Node& node = from.forest.levels[0][next.index];
            from.unpack(node, block);
            for (std::size_t i = 0; i < node.count; ++i)
                if (block[i].touches(t0, t1))
                    put({block[i].length_ns(), next.number, Candidate::flow, 0, block[i]});
        } else {
            for (std::size_t i = next.index * lanes::fan; i < (next.index + 1) * lanes::fan; ++i)
                put_node(next.number, from, next.level - 1, i);
        }
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(),
              [](const FlowArrow& a, const FlowArrow& b) {
                  return std::tie(a.end_ns, a.flow) < std::tie(b.end_ns, b.flow);
              });
    if (out.size() - start < limit) count = {out.size() - start, true};
    return count;
}

FlowCount FlowIndex::density(std::int64_t t0, std::int64_t t1, int columns, std::vector<FlowBand>& out,
                             std::span<const LaneKey> only, std::size_t most_pairs) const {
    FlowCount count;
    if (t1 <= t0 || columns <= 0) return count;
    const auto inside = [&](std::int64_t time) { return time >= t0 && time < t1; };
    const auto outside = [&](const Node& node) { return node.end_ns < t0 || node.first_end_ns >= t1; };
    const auto whole = [&](const Node& node) { return inside(node.first_end_ns) && inside(node.end_ns); };
    struct Busy {
        std::uint64_t count;
        const FlowLane* lane;
    };
    std::vector<Busy> busy;
    FlowLane::View view;
    int looked_into = 0;
    for (const auto* lane : impl_->chosen(only)) {
        const Node sum = lane->sum();
        if (!sum.count || outside(sum)) continue;
        std::uint64_t here = sum.count;
        if (!whole(sum)) {
            if (!lane->view(t0, t1, view)) continue;
            here = count_in(
                view, looked_into, count.exact, outside, whole,
                [&](const Entry& entry) { return inside(entry.end_ns); },
                [&](const Node& node) { return estimate(node, t0, t1); });
        }
        count.total += here;
        if (here > 0) busy.push_back({here, lane});
    }
    if (busy.size() > most_pairs) {
        const auto end = busy.begin() + static_cast<std::ptrdiff_t>(most_pairs);
        std::nth_element(busy.begin(), end, busy.end(),
                         [](const Busy& a, const Busy& b) { return a.count > b.count; });
        busy.erase(end, busy.end());
    }
    FlowLane::Block block;
    const auto column = [&](std::int64_t time) { return column_of(time, t0, t1, columns); };
    for (const auto& [number, lane] : busy) {
        if (!lane->view(t0, t1, view)) continue;
        Bands bands(*lane, out);
        const auto add = [&](const Entry& entry) {
            if (inside(entry.end_ns)) bands.add(FlowLane::node_of(entry), column(entry.end_ns));
        };
        view.forest.walk(
            outside,
            [&](const Node& node) { return whole(node) && column(node.first_end_ns) == column(node.end_ns); },
            [&](const Node& node) { bands.add(node, column(node.end_ns)); },
            [&](const Node& node) {
                view.unpack(node, block);
                for (std::size_t i = 0; i < node.count; ++i)
                    add(block[i]);
            });
        for (const Entry& entry : view.tail)
            add(entry);
    }
    return count;
}

std::size_t FlowIndex::memory_bytes() const {
    const std::lock_guard lock(impl_->mutex);
    std::size_t sum = sizeof(Impl);
    for (const FlowLane& lane : impl_->pairs)
        sum += lane.memory_bytes();
    return sum;
}

}  // namespace ipcscope

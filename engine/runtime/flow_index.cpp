#include "runtime/flow_index.h"

#include "runtime/flow_lane.h"

#include <queue>

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

// A part of the answer that may hold the next longest arrow: a node of a lane's forest, or one flow.
struct Candidate {
    std::int64_t longest_ns;
    std::uint32_t view;
    int level;  // -1 = `entry`
    std::size_t index;
    Entry entry;
    bool operator<(const Candidate& other) const { return longest_ns < other.longest_ns; }
};

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
    std::vector<const FlowLane*> lanes;
    std::vector<FlowLane::View> views;
    for (const auto* lane : impl_->chosen(only)) {
        FlowLane::View view;
        if (!lane->view(t0, t1, view)) continue;
        lanes.push_back(lane);
        views.push_back(std::move(view));
    }
    FlowLane::Block block;
    int looked_into = 0;
    for (const auto& view : views) {
        count.total += view.tail.size();
        view.forest.walk(
            [&](const Node& node) { return !node.touches(t0, t1); },
            [&](const Node& node) { return node.all_touch(t0, t1) || (looked_into >= most_counted); },
            [&](const Node& node) {
                const bool all = node.all_touch(t0, t1);
                count.exact &= all;
                count.total += all ? node.count : estimate(node, t0, t1);
            },
            [&](const Node& node) {
                ++looked_into;
                view.unpack(node, block);
                for (const Entry& entry : block)
                    count.total += entry.touches(t0, t1);
            });
    }
    if (limit == 0) return count;

    // Longest first: a node holds nothing longer than it says.
    const auto start = out.size();
    std::priority_queue<Candidate> candidates;
    for (std::uint32_t i = 0; i < views.size(); ++i) {
        const auto& view = views[i];
        view.forest.roots([&](std::size_t level, std::size_t index) {
            const Node& node = view.forest.levels[level][index];
            if (node.touches(t0, t1))
                candidates.push({node.longest_ns, i, static_cast<int>(level), index, {}});
        });
        for (const Entry& entry : view.tail)
            candidates.push({entry.length_ns(), i, -1, 0, entry});
    }
    while (!candidates.empty() && out.size() - start < limit) {
        const Candidate next = candidates.top();
        candidates.pop();
        const auto& view = views[next.view];
        if (next.level < 0) {
            const FlowLane& lane = *lanes[next.view];
            out.push_back(
                {FlowId{next.entry.flow}, lane.from, lane.to, next.entry.begin_ns, next.entry.end_ns});
        } else if (next.level == 0) {
            view.unpack(view.forest.levels[0][next.index], block);
            for (const Entry& entry : block)
                if (entry.touches(t0, t1)) candidates.push({entry.length_ns(), next.view, -1, 0, entry});
        } else {
            const auto below = static_cast<std::size_t>(next.level - 1);
            for (std::size_t i = next.index * lanes::fan; i < (next.index + 1) * lanes::fan; ++i) {
                const Node& node = view.forest.levels[below][i];
                if (node.touches(t0, t1))
                    candidates.push({node.longest_ns, next.view, next.level - 1, i, {}});
            }
        }
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(),
              [](const FlowArrow& a, const FlowArrow& b) {
                  return std::tie(a.end_ns, a.flow) < std::tie(b.end_ns, b.flow);
              });
    if (out.size() - start < limit) count = {out.size() - start, true};
    return count;
}

void FlowIndex::density(std::int64_t t0, std::int64_t t1, int columns, std::vector<FlowBand>& out,
                        std::span<const LaneKey> only) const {
    if (t1 <= t0 || columns <= 0) return;
    const auto inside = [&](std::int64_t time) { return time >= t0 && time < t1; };
    FlowLane::View view;
    FlowLane::Block block;
    for (const auto* lane : impl_->chosen(only)) {
        if (!lane->view(t0, t1, view)) continue;
        Bands bands(*lane, out);
        view.forest.walk([&](const Node& node) { return node.end_ns < t0 || node.first_end_ns >= t1; },
                         [&](const Node& node) {
                             return inside(node.first_end_ns) && inside(node.end_ns) &&
                                    column_of(node.first_end_ns, t0, t1, columns) ==
                                        column_of(node.end_ns, t0, t1, columns);
                         },
                         [&](const Node& node) { bands.add(node, column_of(node.end_ns, t0, t1, columns)); },
                         [&](const Node& node) {
                             view.unpack(node, block);
                             for (const Entry& entry : block)
                                 if (inside(entry.end_ns))
                                     bands.add(FlowLane::node_of(entry),
                                               column_of(entry.end_ns, t0, t1, columns));
                         });
        for (const Entry& entry : view.tail)
            if (inside(entry.end_ns))
                bands.add(FlowLane::node_of(entry), column_of(entry.end_ns, t0, t1, columns));
    }
}

std::size_t FlowIndex::memory_bytes() const {
    const std::lock_guard lock(impl_->mutex);
    std::size_t sum = sizeof(Impl);
    for (const FlowLane& lane : impl_->pairs)
        sum += lane.memory_bytes();
    return sum;
}

}  // namespace ipcscope

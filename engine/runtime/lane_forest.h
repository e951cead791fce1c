// Summaries of a lane's blocks, level over level: `fan` nodes of one level make one of the next. Only full
// ones exist, so at most fan - 1 of each level stand alone at the end.
#pragma once

#include "runtime/lane_columns.h"

#include <array>
#include <utility>

namespace ipcscope::lanes {

inline constexpr std::size_t fan = 8;
inline constexpr std::size_t max_levels = 10;  // 8^10 blocks

// Node: begin_ns, end_ns and absorb(const Node& later).
template <typename Node>
class Forest {
public:
    using Array = GrowingArray<Node, 64>;
    explicit Forest(Arena& arena) : arrays_(arrays(arena, std::make_index_sequence<max_levels>())) {}

    struct View {
        std::array<typename Array::View, max_levels> levels;
        std::array<std::size_t, max_levels> sizes{};

        // Calls leaf(node) for every block that must be looked into and whole(node) for every node that
        // `enough` accepts, in order; skips what `outside` rejects.
        template <typename Outside, typename Enough, typename Whole, typename Leaf>
        void walk(Outside outside, Enough enough, Whole whole, Leaf leaf) const {
            std::size_t begin = 0;
            for (std::size_t level = max_levels; level-- > 0; begin *= fan) {
                for (; begin < sizes[level]; ++begin)
                    visit(level, begin, outside, enough, whole, leaf);
            }
        }
        // The nodes that no other one sums up, as (level, index), in order.
        template <typename Fn>
        void roots(Fn fn) const {
            std::size_t begin = 0;
            for (std::size_t level = max_levels; level-- > 0; begin *= fan)
                for (; begin < sizes[level]; ++begin)
                    fn(level, begin);
        }
        const Node* last_block() const { return sizes[0] ? &levels[0][sizes[0] - 1] : nullptr; }

    private:
        template <typename Outside, typename Enough, typename Whole, typename Leaf>
        void visit(std::size_t level, std::size_t index, Outside& outside, Enough& enough, Whole& whole,
                   Leaf& leaf) const {
            const Node& node = levels[level][index];
            if (outside(node)) return;
            if (enough(node)) return whole(node);
            if (level == 0) return leaf(node);
            for (std::size_t i = 0; i < fan; ++i)
                visit(level - 1, index * fan + i, outside, enough, whole, leaf);
        }
    };

    void append(const Node& node) {
        *arrays_[0].extend(1) = node;
        for (std::size_t level = 1; level < max_levels && arrays_[level - 1].size() % fan == 0; ++level) {
            const auto below = arrays_[level - 1].view();
            const std::size_t from = arrays_[level - 1].size() - fan;
            Node sum = below[from];
            for (std::size_t i = 1; i < fan; ++i)
                sum.absorb(below[from + i]);
            *arrays_[level].extend(1) = sum;
        }
    }
    View view() const {
        View view;
        for (std::size_t i = 0; i < max_levels && arrays_[i].size(); ++i) {
            view.levels[i] = arrays_[i].view();
            view.sizes[i] = arrays_[i].size();
        }
        return view;
    }
    std::size_t memory_bytes() const {
        std::size_t sum = 0;
        for (const Array& array : arrays_)
            sum += array.memory_bytes();
        return sum;
    }

private:
    template <std::size_t... levels>
    static std::array<Array, max_levels> arrays(Arena& arena, std::index_sequence<levels...>) {
        return {((void)levels, Array(arena))...};
    }
    std::array<Array, max_levels> arrays_;
};

}  // namespace ipcscope::lanes

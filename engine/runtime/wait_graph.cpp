#include "runtime/wait_graph.h"

#include <algorithm>
#include <iterator>

namespace ipcscope {

namespace {

std::vector<std::size_t> different(std::vector<std::size_t> nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

}  // namespace

std::vector<bool> stuck_nodes(const std::vector<WaitNode>& nodes) {
    struct Open {
        std::size_t node, missing;
    };
    std::vector<Open> clauses;                                    // not met yet
    std::vector<std::vector<std::size_t>> waiters(nodes.size());  // clauses by node they need
    std::vector<std::size_t> open(nodes.size());
    std::vector<std::size_t> going;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (const auto& clause : nodes[i].clauses) {
            if (clause.needed == 0) continue;
            for (const auto by : different(clause.any_of))
                waiters[by].push_back(clauses.size());
            clauses.push_back({i, clause.needed});
            ++open[i];
        }
        if (open[i] == 0) going.push_back(i);
    }
    std::vector<bool> stuck(nodes.size(), true);
    while (!going.empty()) {
        const auto node = going.back();
        going.pop_back();
        stuck[node] = false;
        for (const auto index : waiters[node]) {
            auto& clause = clauses[index];
            if (clause.missing == 0 || --clause.missing > 0) continue;
            if (--open[clause.node] == 0) going.push_back(clause.node);
        }
    }
    return stuck;
}

namespace {

// Strongly connected components (Tarjan), each told when all that can be reached from it was told.
class Components {
public:
    explicit Components(const std::vector<std::vector<std::size_t>>& next)
        : next_(next), state_(next.size()) {}

    template <typename Take>
    void from(std::size_t node, Take&& take) {
        if (state_[node].number == 0) visit(node, take);
    }

private:
    struct State {
        std::size_t number = 0, low = 0;
        bool open = false;
    };

    template <typename Take>
    void visit(std::size_t node, Take&& take) {
        state_[node] = {++last_, last_, true};
        path_.push_back(node);
        for (const auto by : next_[node]) {
            if (state_[by].number == 0) visit(by, take);
            if (state_[by].open) state_[node].low = std::min(state_[node].low, state_[by].low);
        }
        if (state_[node].low != state_[node].number) return;
        const auto begin = std::find(path_.begin(), path_.end(), node);
        const std::vector<std::size_t> members(begin, path_.end());
        path_.erase(begin, path_.end());
        for (const auto member : members)
            state_[member].open = false;
        take(members);
    }

    const std::vector<std::vector<std::size_t>>& next_;
    std::vector<State> state_;
    std::vector<std::size_t> path_;
    std::size_t last_ = 0;
};

}  // namespace

std::vector<std::vector<std::size_t>> stuck_cores(const std::vector<WaitNode>& nodes,
                                                  const std::vector<bool>& stuck) {
    std::vector<std::vector<std::size_t>> next(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!stuck[i]) continue;
        for (const auto& clause : nodes[i].clauses)
            for (const auto by : clause.any_of)
                if (stuck[by]) next[i].push_back(by);
        next[i] = different(std::move(next[i]));
    }
    std::vector<std::vector<std::size_t>> cores;
    Components components(next);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!stuck[i]) continue;
        components.from(i, [&](const std::vector<std::size_t>& members) {
            const auto inside = [&](std::size_t node) {
                return std::find(members.begin(), members.end(), node) != members.end();
            };
            for (const auto member : members)
                if (!std::all_of(next[member].begin(), next[member].end(), inside)) return;
            // From the lowest on, follow the waits as far as they lead.
            std::vector<std::size_t> ordered{*std::min_element(members.begin(), members.end())};
            const auto missing = [&](std::size_t node) {
                return std::find(ordered.begin(), ordered.end(), node) == ordered.end();
            };
            while (true) {
                const auto& by = next[ordered.back()];
                const auto found = std::find_if(by.begin(), by.end(), missing);
                if (found == by.end()) break;
                ordered.push_back(*found);
            }
            std::copy_if(members.begin(), members.end(), std::back_inserter(ordered), missing);
            cores.push_back(std::move(ordered));
        });
    }
    return cores;
}

}  // namespace ipcscope

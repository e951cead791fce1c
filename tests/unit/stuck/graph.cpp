// The graph of waits, against brute force over random ones.
#include "runtime/stuck.h"
#include "runtime/wait_graph.h"
#include "unit/stuck/subjects.h"

#include <QtTest>

#include <algorithm>
#include <rapidcheck.h>
#include <set>

using namespace ipcscope;
using namespace ipcscope::testing::stuck_tests;

namespace {

using Nodes = std::vector<WaitNode>;

bool met_without(const WaitClause& clause, std::uint32_t set) {
    std::set<std::size_t> outside;
    for (const auto node : clause.any_of)
        if ((set >> node & 1) == 0) outside.insert(node);
    return outside.size() >= clause.needed;
}

// A set is stuck if each in it has a clause that those outside of the set cannot meet; all such sets
// together.
std::uint32_t stuck_by_trying(const Nodes& nodes) {
    std::uint32_t all = 0;
    for (std::uint32_t set = 1; set < 1u << nodes.size(); ++set) {
        bool closed = true;
        for (std::size_t i = 0; i < nodes.size() && closed; ++i)
            closed = (set >> i & 1) == 0 ||
                     std::any_of(nodes[i].clauses.begin(), nodes[i].clauses.end(),
                                 [&](const WaitClause& clause) { return !met_without(clause, set); });
        if (closed) all |= set;
    }
    return all;
}

rc::Gen<Nodes> graphs() {
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 9), [](std::size_t count) {
        const auto clause = rc::gen::map(rc::gen::pair(rc::gen::container<std::vector<std::size_t>>(
                                                           rc::gen::inRange<std::size_t>(0, count)),
                                                       rc::gen::inRange<std::size_t>(0, 4)),
                                         [](const std::pair<std::vector<std::size_t>, std::size_t>& one) {
                                             return WaitClause{one.first, one.second};
                                         });
        return rc::gen::container<Nodes>(
            count, rc::gen::map(rc::gen::container<std::vector<WaitClause>>(clause),
                                [](const std::vector<WaitClause>& clauses) { return WaitNode{clauses}; }));
    });
}

}  // namespace

class TestWaitGraph : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGraphAgreesWithTryingAllSets() {
        QVERIFY(rc::check("stuck_nodes", [] {
            const auto nodes = *graphs();
            const auto stuck = stuck_nodes(nodes);
            const auto expected = stuck_by_trying(nodes);
            for (std::size_t i = 0; i < nodes.size(); ++i)
                RC_ASSERT(stuck[i] == ((expected >> i & 1) != 0));
        }));
    }

    void coresWaitForNobodyElse() {
        QVERIFY(rc::check("stuck_cores", [] {
            const auto nodes = *graphs();
            const auto stuck = stuck_nodes(nodes);
            const auto cores = stuck_cores(nodes, stuck);
            RC_ASSERT(cores.empty() == (std::count(stuck.begin(), stuck.end(), true) == 0));
            std::set<std::size_t> seen;
            for (const auto& core : cores) {
                RC_ASSERT(!core.empty());
                for (const auto node : core) {
                    RC_ASSERT(stuck[node]);
                    RC_ASSERT(seen.insert(node).second);
                    for (const auto& clause : nodes[node].clauses)
                        for (const auto by : clause.any_of)
                            RC_ASSERT(!stuck[by] || std::find(core.begin(), core.end(), by) != core.end());
                }
            }
            // From every stuck node one of the cores can be reached.
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                if (!stuck[i]) continue;
                std::set<std::size_t> reached{i};
                for (std::size_t before = 0; before != reached.size();) {
                    before = reached.size();
                    for (const auto node : std::set<std::size_t>(reached))
                        for (const auto& clause : nodes[node].clauses)
                            for (const auto by : clause.any_of)
                                if (stuck[by]) reached.insert(by);
                }
                RC_ASSERT(std::any_of(reached.begin(), reached.end(),
                                      [&](std::size_t node) { return seen.count(node) > 0; }));
            }
        }));
    }

    void manyNodesTakeNoTime() {
        // A ring of 2,000, each of which could also be released by any of 50 others of it.
        Nodes nodes(2000);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            WaitClause clause;
            for (std::size_t j = 1; j <= 50; ++j)
                clause.any_of.push_back((i + j) % nodes.size());
            nodes[i].clauses.push_back(clause);
        }
        const auto stuck = stuck_nodes(nodes);
        QCOMPARE(std::count(stuck.begin(), stuck.end(), true), 2000);
        QCOMPARE(stuck_cores(nodes, stuck).size(), std::size_t{1});
    }
};

std::unique_ptr<QObject> testing::stuck_tests::graph() {
    return std::make_unique<TestWaitGraph>();
}

#include "graph.moc"

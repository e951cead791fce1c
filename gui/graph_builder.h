// A run as a graph: who holds which handle in which direction, and what has flowed. Reads flows as they come;
// what a scene costs does not grow with the length of the run.
#pragma once

#include "graph/graph_scene.h"
#include "runtime/recording.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace ipcscope {

class GraphBuilder {
public:
    static constexpr std::size_t most_nodes = 400;  // more is no picture any more

    enum class Rates {
        window,  // of what flowed within the given time
        totals,  // of the whole run: counts, no rates
    };
    struct Options {
        Rates rates = Rates::window;
        qint64 t0 = 0, t1 = 0;  // CLOCK_MONOTONIC, ns
        qint64 now = 0;
        bool hideEnded = false;
        // Ways that are open, but that nothing has used. Nothing: as long as there are few.
        std::optional<bool> unused = {};
        // A moment of the past; nullptr = what is now.
        std::shared_ptr<const RunState> state = nullptr;
    };

    explicit GraphBuilder(std::shared_ptr<const Recording> run);
    // False: there are more flows to be read than one call takes; call again.
    // `until`: only so many flows count, those of a moment of the past.
    bool read(std::optional<std::size_t> until = {});
    GraphScene scene(const Options& options);
    std::size_t leftOut() const { return leftOut_; }  // nodes of the latest scene that found no room
    std::size_t unusedLeftOut() const { return unusedLeftOut_; }  // and ways that were not wanted

    // What a node or an edge stands for in time: its latest event. Nothing: it has none yet.
    std::optional<quint64> latestEvent(quint64 key) const;
    std::optional<quint64> nodeOf(quint64 seq) const;  // the node of an event

private:
    struct Count {
        quint64 flows = 0, bytes = 0;
        quint64 seq = 0;  // of the latest receive
        bool guess = false;
        std::uint16_t operation = 0;  // that sent; 0 = several
    };
    using Counts = std::unordered_map<quint64, Count>;  // by edge
    struct Direction {
        bool sends = false, receives = false;
    };
    void add(Counts& counts, const Flow& flow, quint64 times) const;
    Counts countWithin(qint64 t0, qint64 t1, bool& exact) const;
    quint64 objectOf(const Event& event, const Flow& flow) const;
    GraphNode processNode(const RunState& state, const WorkerInfo& worker, qint64 now) const;
    GraphNode objectNode(const ObjectInfo& object, bool held) const;
    void describe(GraphEdge& edge, const Counts& now, double seconds, bool exact) const;

    std::shared_ptr<const Recording> run_;
    std::map<std::string, Direction> directions_;  // by handle kind
    std::map<const MechanismSpec*, quint16> colours_;
    Counts totals_;
    std::size_t read_ = 0;  // flows
    std::size_t leftOut_ = 0, unusedLeftOut_ = 0;
};

}  // namespace ipcscope

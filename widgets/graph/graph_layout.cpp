#include "graph/graph_layout.h"

#include <QByteArray>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <mutex>
#include <set>

extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace ipcscope {

namespace {

// Sizes go to Graphviz as whole "inches", so that no decimal point is read in the person's language; results
// come back in points.
constexpr double pixelsPerInch = 8, pointsPerInch = 72;
struct Gaps {
    double level, node;
};
// Between columns a label has to fit; so it has beside lines that go down.
constexpr Gaps gapsOf(GraphWay way) {
    return way == GraphWay::right ? Gaps{160, 42} : Gaps{90, 110};
}
constexpr double margin = 18;  // that nodes keep from each other when there is no layout of all

QByteArray inches(double pixels) {
    return QByteArray::number(static_cast<int>(std::ceil(pixels / pixelsPerInch)));
}

void set(void* thing, const char* name, const QByteArray& value) {
    const char empty[] = "";
    agsafeset(thing, const_cast<char*>(name), const_cast<char*>(value.constData()), const_cast<char*>(empty));
}

QSizeF sizeOf(const GraphSizes& sizes, quint64 key) {
    const auto found = sizes.find(key);
    return found == sizes.end() ? QSizeF(120, 44) : found->second;
}

QRectF boxOf(const GraphSizes& sizes, quint64 key, const QPointF& centre, double room = 0) {
    const QSizeF size = sizeOf(sizes, key);
    return QRectF(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height())
        .adjusted(-room, -room, room, room);
}

// Those without any edge, if others have some: they would only stretch a column.
std::set<quint64> aloneIn(const GraphScene& scene) {
    std::set<quint64> all, joined;
    for (const auto& node : scene.nodes)
        all.insert(node.key);
    for (const auto& edge : scene.edges)
        if (edge.from != edge.to && all.count(edge.from) > 0 && all.count(edge.to) > 0)
            joined.insert({edge.from, edge.to});
    if (joined.empty()) return {};
    for (const auto key : joined)
        all.erase(key);
    return all;
}

// In rows below the others, about as wide as these.
void putBelow(GraphPlaces& places, const GraphSizes& sizes, const std::set<quint64>& alone) {
    QRectF all;
    for (const auto& [key, at] : places)
        all |= boxOf(sizes, key, at);
    double x = all.left(), y = all.bottom() + 3 * margin, deepest = 0;
    for (const auto key : alone) {
        const QSizeF size = sizeOf(sizes, key);
        if (x > all.left() && x + size.width() > all.right()) {
            x = all.left();
            y += deepest + 2 * margin;
            deepest = 0;
        }
        places[key] = QPointF(x + size.width() / 2, y + size.height() / 2);
        x += size.width() + 2 * margin;
        deepest = std::max(deepest, size.height());
    }
}

// All of it anew.
GraphPlaces dot(const GraphScene& scene, const GraphSizes& sizes, GraphWay way) {
    static std::mutex one;  // Graphviz keeps what it works on in variables of its own
    const std::lock_guard lock(one);
    static lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                     {nullptr, nullptr}};
    GVC_t* context = gvContextPlugins(plugins, 0);
    char name[] = "g";
    Agraph_t* graph = agopen(name, Agdirected, nullptr);
    set(graph, "rankdir", way == GraphWay::right ? "LR" : "TB");
    set(graph, "splines", "none");
    set(graph, "ranksep", inches(gapsOf(way).level));
    set(graph, "nodesep", inches(gapsOf(way).node));
    std::map<quint64, Agnode_t*> nodes;
    std::set<quint64> processes;
    const auto alone = aloneIn(scene);
    for (const auto& node : scene.nodes) {
        if (alone.count(node.key) > 0) continue;
        auto* made = agnode(graph, QByteArray::number(node.key).data(), 1);
        const QSizeF size = sizeOf(sizes, node.key);
        set(made, "shape", "box");
        set(made, "fixedsize", "true");
        set(made, "label", "");
        set(made, "width", inches(size.width()));
        set(made, "height", inches(size.height()));
        nodes[node.key] = made;
        if (node.shape == GraphNode::Shape::process) processes.insert(node.key);
    }
    // Of a pair that sends both ways, the one that came first says where it stands.
    std::set<std::pair<quint64, quint64>> joined;
    std::set<quint64> busy;  // what flows says where things stand; a way that nothing has used, elsewhere
    const auto used = [](const GraphEdge& edge) {
        return edge.flowed || edge.state != GraphEdge::State::normal;
    };
    for (const auto& edge : scene.edges)
        if (used(edge)) busy.insert({edge.from, edge.to});
    for (const auto& edge : scene.edges) {
        const auto from = nodes.find(edge.from), to = nodes.find(edge.to);
        if (from == nodes.end() || to == nodes.end() || edge.from == edge.to) continue;
        if (!joined.insert(std::minmax(edge.from, edge.to)).second) continue;
        auto* made = agedge(graph, from->second, to->second, nullptr, 1);
        // Who made or signalled whom says nothing about columns: processes that share objects stand in one.
        const bool both = processes.count(edge.from) > 0 && processes.count(edge.to) > 0;
        const bool idle = !used(edge) && busy.count(edge.from) > 0 && busy.count(edge.to) > 0;
        if (both || idle) set(made, "constraint", "false");
        if (!used(edge)) set(made, "weight", "0");
    }
    GraphPlaces places;
    if (gvLayout(context, graph, "dot") == 0) {
        for (const auto& [key, node] : nodes) {
            const auto at = ND_coord(node);
            places[key] = QPointF(at.x, -at.y) * (pixelsPerInch / pointsPerInch);
        }
        gvFreeLayout(context, graph);
        putBelow(places, sizes, alone);
    }
    agclose(graph);
    gvFreeContext(context);
    return places;
}

// The nearest place to `wanted` where the node touches no other.
QPointF freePlace(const GraphSizes& sizes, quint64 key, const QPointF& wanted, const GraphPlaces& places) {
    const auto free = [&](const QPointF& at) {
        const QRectF box = boxOf(sizes, key, at, margin);
        return std::none_of(places.begin(), places.end(), [&](const auto& other) {
            return other.first != key && box.intersects(boxOf(sizes, other.first, other.second));
        });
    };
    if (free(wanted)) return wanted;
    const double step = sizeOf(sizes, key).height() / 2 + margin;
    // Up and down first: columns mean something.
    for (int ring = 1; ring < 400; ++ring) {
        for (const double side : {0.0, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0}) {
            for (const int sign : {1, -1}) {
                const QPointF at = wanted + QPointF(side * ring * step, sign * ring * step);
                if (free(at)) return at;
            }
        }
    }
    return wanted;
}

}  // namespace

GraphWay betterWay(const GraphScene& scene, const GraphSizes& sizes, const QSizeF& room) {
    const auto scale = [&](GraphWay way) {
        QRectF all;
        for (const auto& [key, at] : dot(scene, sizes, way))
            all |= boxOf(sizes, key, at);
        return all.isEmpty() ? 1 : std::min(room.width() / all.width(), room.height() / all.height());
    };
    // What is large enough either way goes to the right, as it is read.
    const double right = scale(GraphWay::right);
    return right < 0.9 && scale(GraphWay::down) > right * 1.15 ? GraphWay::down : GraphWay::right;
}

GraphPlaces arrangeGraph(const GraphScene& scene, const GraphSizes& sizes, const GraphPlaces& known,
                         GraphWay way) {
    GraphPlaces places;
    std::vector<quint64> fresh;
    for (const auto& node : scene.nodes) {
        const auto found = known.find(node.key);
        if (found == known.end())
            fresh.push_back(node.key);
        else
            places.insert(*found);
    }
    if (fresh.empty()) return places;
    auto ideal = dot(scene, sizes, way);
    for (const auto& node : scene.nodes)  // Graphviz has refused: below each other, then
        ideal.try_emplace(node.key, QPointF(0, static_cast<double>(ideal.size()) * 80));
    if (places.empty()) return ideal;

    std::multimap<quint64, quint64> neighbours;
    for (const auto& edge : scene.edges) {
        neighbours.emplace(edge.from, edge.to);
        neighbours.emplace(edge.to, edge.from);
    }
    // Those with neighbours that have a place first, so that what hangs on them finds one as well.
    while (!fresh.empty()) {
        const auto placedNeighbours = [&](quint64 key) {
            const auto [begin, end] = neighbours.equal_range(key);
            return std::count_if(begin, end,
                                 [&](const auto& other) { return places.count(other.second) > 0; });
        };
        const auto best = std::max_element(fresh.begin(), fresh.end(), [&](quint64 a, quint64 b) {
            return placedNeighbours(a) < placedNeighbours(b);
        });
        const auto key = *best;
        fresh.erase(best);
        // As it would stand to its neighbours in a layout of all; without any, below everything.
        QPointF wanted;
        int count = 0;
        const auto [begin, end] = neighbours.equal_range(key);
        for (auto it = begin; it != end; ++it)
            if (const auto at = places.find(it->second); at != places.end()) {
                wanted += at->second + ideal[key] - ideal[it->second];
                ++count;
            }
        if (count > 0) {
            wanted /= count;
        } else {
            double bottom = 0, left = 1e9;
            for (const auto& [other, at] : places) {
                bottom = std::max(bottom, boxOf(sizes, other, at).bottom());
                left = std::min(left, at.x());
            }
            wanted = {left, bottom + margin * 2 + sizeOf(sizes, key).height() / 2};
        }
        places[key] = freePlace(sizes, key, wanted, places);
    }
    return places;
}

}  // namespace ipcscope

// Where the nodes of a graph stand. Graphviz (dot) lays it out from left to right, or downwards, in the
// direction of what flows; nodes that have a place keep it, and new ones are put beside their neighbours
// where there is room.
#pragma once

#include "graph/graph_scene.h"

#include <QPointF>
#include <QSizeF>

#include <map>

namespace ipcscope {

using GraphPlaces = std::map<quint64, QPointF>;  // centres, in pixels, y downwards; by GraphNode::key
using GraphSizes = std::map<quint64, QSizeF>;    // pixels

enum class GraphWay { right, down };  // in which what flows goes

// Places for all nodes of `scene`; those of `known` among them stay as they are. Takes from milliseconds to
// seconds (a thousand nodes): not for the thread of the window. Any thread; calls wait for each other.
GraphPlaces arrangeGraph(const GraphScene& scene, const GraphSizes& sizes, const GraphPlaces& known = {},
                         GraphWay way = GraphWay::right);
// The way in which a layout of all of it is larger when it is made to fit into `room`.
GraphWay betterWay(const GraphScene& scene, const GraphSizes& sizes, const QSizeF& room);

}  // namespace ipcscope

// What a graph shows, as plain values: who there is, and what can flow or flows between them.
#pragma once

#include <QString>

#include <vector>

namespace ipcscope {

struct GraphNode {
    enum class Shape : quint8 { process, object };
    enum class State : quint8 { normal, waiting, alarm };

    quint64 key = 0;  // the same for the same thing in every scene
    Shape shape = Shape::process;
    QString label;       // its name
    QString detail;      // one line below it; "" = none
    QString badge;       // what is to be noticed: "deadlock"; "" = nothing
    QString toolTip;     // plain text
    quint16 colour = 0;  // Palette::mechanism, of objects
    State state = State::normal;
    bool ended = false;
    bool operator==(const GraphNode&) const = default;
};

struct GraphEdge {
    enum class State : quint8 { normal, waiting, alarm };

    quint64 key = 0;
    quint64 from = 0, to = 0;  // nodes; what flows goes this way
    QString label;             // "12 msg/s, 3.4 KiB/s"; "" = none
    QString toolTip;
    double rate = 0;      // how thick: 0 = nothing flows now, 1 = as much as is drawn
    bool flowed = false;  // else it could, but nothing has yet: dashed
    bool both = false;    // it could go either way: without a head
    State state = State::normal;
    bool operator==(const GraphEdge&) const = default;
};

struct GraphScene {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    bool operator==(const GraphScene&) const = default;
};

}  // namespace ipcscope

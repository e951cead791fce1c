// Nodes and edges as GraphView draws them.
#pragma once

#include "common/palette.h"
#include "graph/graph_scene.h"

#include <QFont>
#include <QGraphicsItem>
#include <QPainterPath>

#include <functional>

namespace ipcscope {

class GraphEdgeItem;

class GraphNodeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };
    explicit GraphNodeItem(std::function<void()> dragged);
    int type() const override { return Type; }
    void setNode(const GraphNode& node, const QFont& font);
    const GraphNode& node() const { return node_; }
    void setPinned(bool pinned);
    QSizeF size() const { return size_; }
    void join(GraphEdgeItem* edge) { edges_.push_back(edge); }
    void part(GraphEdgeItem* edge) { std::erase(edges_, edge); }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;

private:
    GraphNode node_;
    QFont font_;
    QSizeF size_;
    bool pinned_ = false;
    std::vector<GraphEdgeItem*> edges_;
    std::function<void()> dragged_;  // by the person
};

class GraphEdgeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };
    GraphEdgeItem(GraphNodeItem* from, GraphNodeItem* to);
    ~GraphEdgeItem() override;
    int type() const override { return Type; }
    void setEdge(const GraphEdge& edge, const QFont& font);
    const GraphEdge& edge() const { return edge_; }
    // How far its middle is from the straight line, to the right of its way; pixels. Two that go there and
    // back keep to their sides, and one that would cross a node goes around it.
    void setBend(double bend);
    void adjust();  // a node has moved
    GraphNodeItem* from() const { return from_; }
    GraphNodeItem* to() const { return to_; }

    QRectF boundingRect() const override { return bounds_; }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    double width() const;
    GraphEdge edge_;
    QFont font_;
    GraphNodeItem *from_, *to_;
    double bend_ = 0;
    QPainterPath path_;
    QPolygonF head_;
    QRectF plate_, bounds_;
};

}  // namespace ipcscope

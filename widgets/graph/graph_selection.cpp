// What is selected in the graph, by pointer and by keyboard, and how it is said.
#include "graph/graph_items.h"
#include "graph/graph_view.h"

#include <QAccessible>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace ipcscope {

std::optional<quint64> GraphView::selectedNode() const {
    for (const auto& [key, item] : nodes_)
        if (item->isSelected()) return key;
    return {};
}

std::optional<quint64> GraphView::selectedEdge() const {
    for (const auto& [key, item] : edges_)
        if (item->isSelected()) return key;
    return {};
}

void GraphView::selectNode(std::optional<quint64> key) {
    if (selectedNode() == key && !selectedEdge()) return;
    scene()->clearSelection();
    if (const auto found = key ? nodes_.find(*key) : nodes_.end(); found != nodes_.end())
        found->second->setSelected(true);
}

QString GraphView::selectionText() const {
    const auto name = [&](quint64 key) { return nodes_.at(key)->node().label; };
    if (const auto key = selectedNode()) {
        const auto& node = nodes_.at(*key)->node();
        QStringList parts{node.label, node.badge, node.detail};
        for (const auto& edge : graph_.edges) {
            QString words;
            if (edge.from == *key && nodes_.count(edge.to) > 0) words = tr("to %1").arg(name(edge.to));
            if (edge.to == *key && nodes_.count(edge.from) > 0) words = tr("from %1").arg(name(edge.from));
            if (!words.isEmpty())
                parts += edge.label.isEmpty() ? words : words + QStringLiteral(": ") + edge.label;
        }
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    if (const auto key = selectedEdge()) {
        const auto& edge = edges_.at(*key)->edge();
        const QString ends = tr("from %1 to %2").arg(name(edge.from), name(edge.to));
        return edge.label.isEmpty() ? ends : ends + QStringLiteral(", ") + edge.label;
    }
    return {};
}

void GraphView::selectByHand(GraphNodeItem* item) {
    scene()->clearSelection();
    item->setSelected(true);
    ensureVisible(item, 30, 30);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    emit nodeSelected(item->node().key);
}

void GraphView::mousePressEvent(QMouseEvent* event) {
    QGraphicsView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton) return;
    if (const auto node = selectedNode())
        emit nodeSelected(*node);
    else if (const auto edge = selectedEdge())
        emit edgeSelected(*edge);
    else
        fitting_ = false;  // it is being dragged
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event) {
    QGraphicsView::mouseDoubleClickEvent(event);
    if (selectedNode() || selectedEdge()) emit activated();
}

void GraphView::moveSelection(const QPointF& direction) {
    const auto now = selectedNode();
    if (!now) {
        selectBeside(1);
        return;
    }
    const QPointF here = nodes_.at(*now)->pos();
    GraphNodeItem* best = nullptr;
    double least = 1e18;
    for (const auto key : placed_) {
        if (key == *now) continue;
        const QPointF way = nodes_.at(key)->pos() - here;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (along < 1 || aside > 3 * along) continue;
        if (const double cost = along + 2 * aside; cost < least) {
            least = cost;
            best = nodes_.at(key);
        }
    }
    if (best) selectByHand(best);
}

// Through all of them, in the order of the scene. False: there is none that way.
bool GraphView::selectBeside(int step) {
    std::vector<GraphNodeItem*> all;
    for (const auto& node : graph_.nodes)
        if (placed_.count(node.key) > 0) all.push_back(nodes_.at(node.key));
    if (all.empty()) return false;
    const auto now = selectedNode();
    auto at = static_cast<std::ptrdiff_t>(step > 0 ? -1 : static_cast<std::ptrdiff_t>(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i)
        if (now && all[i]->node().key == *now) at = static_cast<std::ptrdiff_t>(i);
    at += step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(all.size())) return false;
    selectByHand(all[static_cast<std::size_t>(at)]);
    return true;
}

// Tab leaves the graph behind its last node.
bool GraphView::focusNextPrevChild(bool next) {
    return (hasFocus() && selectBeside(next ? 1 : -1)) || QGraphicsView::focusNextPrevChild(next);
}

void GraphView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left: return moveSelection({-1, 0});
        case Qt::Key_Right: return moveSelection({1, 0});
        case Qt::Key_Up: return moveSelection({0, -1});
        case Qt::Key_Down: return moveSelection({0, 1});
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoomIn();
        case Qt::Key_Minus: return zoomOut();
        case Qt::Key_F:
        case Qt::Key_Home: return fit();
        case Qt::Key_Return:
        case Qt::Key_Enter: return activated();
        default: QGraphicsView::keyPressEvent(event);
    }
}

}  // namespace ipcscope

#include "graph/graph_view.h"

#include "graph/graph_items.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QGraphicsScene>
#include <QImage>
#include <QScrollBar>
#include <QStyleOptionGraphicsItem>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace ipcscope {

namespace {

constexpr int settleMs = 120;
constexpr double sideways = 22;  // pixels that an edge keeps from the straight line
constexpr double smallest = 0.05, largest = 4, biggestFit = 1.25;

class AccessibleGraph : public QAccessibleWidget {
public:
    explicit AccessibleGraph(GraphView* view) : QAccessibleWidget(view, QAccessible::Chart) {}
    QString text(QAccessible::Text which) const override {
        const auto* view = static_cast<const GraphView*>(object());
        const QString selection = view->selectionText();
        if (which == QAccessible::Value) return selection;
        if (which == QAccessible::Description && !selection.isEmpty()) return selection;
        if (which == QAccessible::Help)
            return GraphView::tr(
                "Arrows go to the nearest node, Tab to the next one; plus and minus zoom, F fits, Enter "
                "shows what is selected in the other views.");
        return QAccessibleWidget::text(which);
    }
};

QAccessibleInterface* accessible(const QString&, QObject* object) {
    auto* view = qobject_cast<GraphView*>(object);
    return view ? new AccessibleGraph(view) : nullptr;
}

}  // namespace

void installGraphAccessibility() {
    static const bool once = (QAccessible::installFactory(accessible), true);
    static_cast<void>(once);
}

GraphView::GraphView(QWidget* parent) : QGraphicsView(parent) {
    installGraphAccessibility();
    setObjectName(QStringLiteral("graph"));
    setAccessibleName(tr("Graph of processes and objects"));
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    layouts_.setMaxThreadCount(1);
    settle_.setSingleShot(true);
    settle_.setInterval(settleMs);
    connect(&settle_, &QTimer::timeout, this, &GraphView::startLayout);
}

GraphView::~GraphView() {
    ++generation_;
    layouts_.waitForDone();
    for (auto& [key, edge] : edges_)
        delete edge;  // before the nodes that they are joined to
}

void GraphView::setGraph(GraphScene scene) {
    if (scene == graph_) return;
    graph_ = std::move(scene);
    updateItems();
    const bool missing = std::any_of(graph_.nodes.begin(), graph_.nodes.end(),
                                     [&](const GraphNode& node) { return placed_.count(node.key) == 0; });
    if (missing && !settle_.isActive()) settle_.start();
}

void GraphView::updateItems() {
    std::set<quint64> wanted;
    for (const auto& edge : graph_.edges)
        wanted.insert(edge.key);
    std::erase_if(edges_, [&](const auto& item) {
        if (wanted.count(item.first) > 0) return false;
        delete item.second;
        return true;
    });
    wanted.clear();
    for (const auto& node : graph_.nodes)
        wanted.insert(node.key);
    for (auto it = nodes_.begin(); it != nodes_.end();) {
        if (wanted.count(it->first) > 0) {
            ++it;
            continue;
        }
        std::erase_if(edges_, [&](const auto& item) {
            if (item.second->edge().from != it->first && item.second->edge().to != it->first) return false;
            delete item.second;
            return true;
        });
        placed_.erase(it->first);
        pinned_.erase(it->first);
        delete it->second;
        it = nodes_.erase(it);
    }
    for (const auto& node : graph_.nodes) {
        auto& item = nodes_[node.key];
        if (!item) {
            item = new GraphNodeItem([this, key = node.key] { dragged(key); });
            item->setVisible(false);
            scene()->addItem(item);
        }
        item->setNode(node, font());
    }
    const auto before = edges_.size();
    for (const auto& edge : graph_.edges) {
        const auto from = nodes_.find(edge.from), to = nodes_.find(edge.to);
        if (from == nodes_.end() || to == nodes_.end() || from == to) continue;
        auto& item = edges_[edge.key];
        if (!item) {
            item = new GraphEdgeItem(from->second, to->second);
            scene()->addItem(item);
        }
        item->setEdge(edge, font());
        item->setVisible(placed_.count(edge.from) > 0 && placed_.count(edge.to) > 0);
    }
    if (edges_.size() != before) bendEdges();
}

void GraphView::bendEdges() {
    std::set<std::pair<quint64, quint64>> directions;
    for (const auto& [key, item] : edges_)
        directions.emplace(item->edge().from, item->edge().to);
    for (const auto& [key, item] : edges_) {
        const auto& edge = item->edge();
        const QPointF a = item->from()->pos(), b = item->to()->pos();
        double bend = directions.count({edge.to, edge.from}) > 0 ? sideways : 0;
        for (const auto other : placed_) {
            const auto* node = nodes_.at(other);
            if (node == item->from() || node == item->to()) continue;
            const QSizeF half = node->size() / 2;
            // A few points of the line tell well enough.
            for (int i = 1; i < 16; ++i) {
                const QPointF way = a + (b - a) * i / 16 - node->pos();
                if (std::abs(way.x()) < half.width() && std::abs(way.y()) < half.height())
                    bend = std::max(bend, half.height() + sideways);
            }
        }
        item->setBend(bend);
    }
}

GraphPlaces GraphView::places() const {
    GraphPlaces out;
    for (const auto key : placed_)
        out[key] = nodes_.at(key)->pos();
    return out;
}

void GraphView::startLayout() {
    if (working_) {
        again_ = true;
        return;
    }
    GraphSizes sizes;
    for (const auto& [key, item] : nodes_)
        sizes[key] = item->size();
    // While more is new than known there is nothing yet that a person could have got used to.
    GraphPlaces known = places();
    if (std::exchange(anew_, false) || 2 * known.size() < graph_.nodes.size())
        std::erase_if(known, [&](const auto& place) { return pinned_.count(place.first) == 0; });
    working_ = true;
    const auto generation = ++generation_;
    const QSizeF room = viewport()->size();
    layouts_.start([this, generation, room, scene = graph_, sizes = std::move(sizes),
                    known = std::move(known), old = way_] {
        // Another way only when all of it is laid out anew.
        const auto way = known.empty() ? betterWay(scene, sizes, room) : old;
        auto places = arrangeGraph(scene, sizes, known, way);
        QMetaObject::invokeMethod(this, [this, generation, way, places = std::move(places)] {
            if (generation != generation_) return;
            way_ = way;
            take(places);
        });
    });
}

void GraphView::take(const GraphPlaces& places) {
    working_ = false;
    for (const auto& [key, at] : places) {
        const auto found = nodes_.find(key);
        if (found == nodes_.end() || pinned_.count(key) > 0) continue;
        found->second->setPos(at);
        found->second->setVisible(true);
        placed_.insert(key);
    }
    updateItems();
    bendEdges();
    setSceneRect(contents().adjusted(-2000, -2000, 2000, 2000));
    fitIfFitting();
    if (std::exchange(again_, false)) return startLayout();
    emit arranged();
}

void GraphView::arrange() {
    for (const auto key : std::exchange(pinned_, {}))
        nodes_.at(key)->setPinned(false);
    placed_.clear();
    fitting_ = true;
    startLayout();
}

void GraphView::settle() {
    if (!fitting_ || !pinned_.empty() || selectedNode() || selectedEdge() || graph_.nodes.empty()) return;
    anew_ = true;
    settle_.start();
}

void GraphView::dragged(quint64 key) {
    pinned_.insert(key);
    nodes_.at(key)->setPinned(true);
    fitting_ = false;
}

QRectF GraphView::contents() const {
    QRectF all;
    for (const auto key : placed_)
        all |= nodes_.at(key)->sceneBoundingRect();
    for (const auto& [key, edge] : edges_)
        if (edge->isVisible()) all |= edge->sceneBoundingRect();
    return all;
}

// --- zoom and pan ---

void GraphView::fit() {
    fitting_ = true;
    fitIfFitting();
}

void GraphView::fitIfFitting() {
    const QRectF all = contents();
    if (!fitting_ || all.isEmpty()) return;
    fitInView(all.adjusted(-24, -24, 24, 24), Qt::KeepAspectRatio);
    if (const double scale = transform().m11(); scale > biggestFit) {
        setTransform(QTransform::fromScale(biggestFit, biggestFit));
        centerOn(all.center());
    }
}

void GraphView::zoom(double factor) {
    fitting_ = false;
    const double now = transform().m11();
    factor = std::clamp(now * factor, smallest, largest) / now;
    scale(factor, factor);
}

void GraphView::zoomIn() {
    setTransformationAnchor(QGraphicsView::AnchorViewCenter);
    zoom(1.25);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
}

void GraphView::zoomOut() {
    setTransformationAnchor(QGraphicsView::AnchorViewCenter);
    zoom(0.8);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
}

void GraphView::wheelEvent(QWheelEvent* event) {
    zoom(std::pow(1.0016, event->angleDelta().y()));
    event->accept();
}

void GraphView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    fitIfFitting();
}

void GraphView::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateItems();
    if (event->type() == QEvent::PaletteChange) viewport()->update();
}

void GraphView::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, Palette::of(palette()).plot);
}

// --- selection ---

}  // namespace ipcscope

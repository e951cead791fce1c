#include "graph/graph_items.h"

#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace ipcscope {

namespace {

constexpr double padding = 10, strip = 5, maxText = 230, headLength = 10;

QFont boldOf(QFont font) {
    font.setBold(true);
    return font;
}

QPalette paletteOf(const QWidget* widget) {
    return widget ? widget->palette() : QPalette();
}

}  // namespace

GraphNodeItem::GraphNodeItem(std::function<void()> dragged) : dragged_(std::move(dragged)) {
    setFlags(ItemIsMovable | ItemIsSelectable | ItemSendsGeometryChanges);
    setZValue(1);
}

void GraphNodeItem::setNode(const GraphNode& node, const QFont& font) {
    if (node == node_ && font == font_) return;
    node_ = node;
    font_ = font;
    setToolTip(node.toolTip);
    const QFontMetricsF bold(boldOf(font)), plain(font);
    const double badge = node.badge.isEmpty() ? 0 : plain.horizontalAdvance(node.badge) + 16;
    const double wide =
        std::max(bold.horizontalAdvance(node.label) + badge, plain.horizontalAdvance(node.detail));
    const double high = bold.height() + (node.detail.isEmpty() ? 0 : plain.height() + 2);
    // Grows with what it says, but does not shrink while it is looked at: the picture is to stand still.
    const QSizeF size(std::clamp(wide, 60.0, maxText) + 2 * padding + strip, high + 1.4 * padding);
    prepareGeometryChange();
    size_ = size.expandedTo(size_);
    for (auto* edge : edges_)
        edge->adjust();
    update();
}

void GraphNodeItem::setPinned(bool pinned) {
    pinned_ = pinned;
    update();
}

QRectF GraphNodeItem::boundingRect() const {
    return QRectF(-size_.width() / 2, -size_.height() / 2, size_.width(), size_.height())
        .adjusted(-4, -4, 4, 4);
}

void GraphNodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    const auto palette = paletteOf(widget);
    const auto colours = Palette::of(palette);
    const bool process = node_.shape == GraphNode::Shape::process;
    const QRectF box(-size_.width() / 2, -size_.height() / 2, size_.width(), size_.height());
    const double round = process ? 10 : 3;
    const QColor notice = node_.state == GraphNode::State::alarm     ? colours.failed
                          : node_.state == GraphNode::State::waiting ? colours.waiting
                                                                     : colours.dimText;
    const bool noticed = node_.state != GraphNode::State::normal;
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected()) {
        painter->setPen(QPen(colours.selection, 2.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), round + 2, round + 2);
    }
    QPen border(noticed   ? notice
                : process ? colours.dimText
                          : colours.mechanism(node_.colour),
                noticed ? 2 : 1.3);
    if (node_.ended) border.setStyle(Qt::DashLine);
    painter->setPen(border);
    painter->setBrush(process ? colours.header : colours.plotAlternate);
    painter->drawRoundedRect(box, round, round);
    if (!process) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.mechanism(node_.colour));
        painter->drawRect(QRectF(box.left() + 1, box.top() + 1, strip, box.height() - 2));
    }
    QRectF inner = box.adjusted(padding + strip, 0.7 * padding, -padding, -0.7 * padding);
    const QFont bold = boldOf(font_);
    const double line = QFontMetricsF(bold).height();
    if (!node_.badge.isEmpty()) {
        const QFontMetricsF metrics(font_);
        const double wide = metrics.horizontalAdvance(node_.badge) + 10;
        const QRectF chip(inner.right() - wide, inner.top(), wide, line);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tinted(notice, colours.plot, 0.22));
        painter->drawRoundedRect(chip, 4, 4);
        painter->setFont(font_);
        painter->setPen(notice);
        painter->drawText(chip, Qt::AlignCenter, node_.badge);
        inner.setRight(inner.right());
        painter->setClipRect(box);
    }
    const double taken = node_.badge.isEmpty() ? 0 : QFontMetricsF(font_).horizontalAdvance(node_.badge) + 16;
    painter->setFont(bold);
    painter->setPen(node_.ended ? colours.dimText : colours.text);
    painter->drawText(QRectF(inner.left(), inner.top(), inner.width() - taken, line),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(bold).elidedText(node_.label, Qt::ElideRight, inner.width() - taken));
    painter->setFont(font_);
    painter->setPen(noticed ? notice : colours.dimText);
    if (!node_.detail.isEmpty())
        painter->drawText(QRectF(inner.left(), inner.top() + line + 2, inner.width(), inner.height() - line),
                          Qt::AlignLeft | Qt::AlignTop,
                          QFontMetricsF(font_).elidedText(node_.detail, Qt::ElideRight, inner.width()));
    if (pinned_) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.accent);
        painter->drawEllipse(QPointF(box.right() - 5, box.bottom() - 5), 2.5, 2.5);
    }
}

QVariant GraphNodeItem::itemChange(GraphicsItemChange change, const QVariant& value) {
    if (change == ItemPositionHasChanged)
        for (auto* edge : edges_)
            edge->adjust();
    return QGraphicsItem::itemChange(change, value);
}

void GraphNodeItem::mouseMoveEvent(QGraphicsSceneMouseEvent* event) {
    const QPointF before = pos();
    QGraphicsItem::mouseMoveEvent(event);
    if (pos() != before) dragged_();
}

// --- edges ---

GraphEdgeItem::GraphEdgeItem(GraphNodeItem* from, GraphNodeItem* to) : from_(from), to_(to) {
    setFlags(ItemIsSelectable);
    from_->join(this);
    to_->join(this);
}

GraphEdgeItem::~GraphEdgeItem() {
    from_->part(this);
    to_->part(this);
}

void GraphEdgeItem::setEdge(const GraphEdge& edge, const QFont& font) {
    if (edge == edge_ && font == font_) return;
    edge_ = edge;
    font_ = font;
    setToolTip(edge.toolTip);
    adjust();
    update();
}

void GraphEdgeItem::setBend(double bend) {
    if (bend == bend_) return;
    bend_ = bend;
    adjust();
}

double GraphEdgeItem::width() const {
    const double least = edge_.state == GraphEdge::State::normal ? 1.2 : 2.2;
    return edge_.rate > 0 ? std::max(least, 1.6 + 4.4 * std::min(1.0, edge_.rate)) : least;
}

void GraphEdgeItem::adjust() {
    prepareGeometryChange();
    const QPointF a = from_->pos(), b = to_->pos();
    const QPointF along = b - a;
    const double length = std::hypot(along.x(), along.y());
    path_ = {};
    head_.clear();
    plate_ = {};
    bounds_ = {};
    if (length < 1) return;
    const QPointF across(-along.y() / length, along.x() / length);
    const QPointF control = (a + b) / 2 + across * 2 * bend_;
    const auto at = [&](double t) { return a * (1 - t) * (1 - t) + control * 2 * t * (1 - t) + b * t * t; };
    const auto inside = [](const GraphNodeItem* item, const QPointF& point) {
        const QSizeF half = item->size() / 2;
        return std::abs(point.x() - item->pos().x()) < half.width() + 2 &&
               std::abs(point.y() - item->pos().y()) < half.height() + 2;
    };
    // Where the curve leaves the first node and enters the second.
    double begin = 0, end = 1;
    for (double low = 0, high = 0.5; high - low > 1e-3;) {
        begin = (low + high) / 2;
        (inside(from_, at(begin)) ? low : high) = begin;
    }
    for (double low = 0.5, high = 1; high - low > 1e-3;) {
        end = (low + high) / 2;
        (inside(to_, at(end)) ? high : low) = end;
    }
    const QPointF tip = at(end);
    QPointF direction = tip - at(std::max(begin, end - 0.05));
    direction /= std::max(1e-6, std::hypot(direction.x(), direction.y()));
    const QPointF side(-direction.y(), direction.x());
    const double size = headLength + width();
    head_ << tip << tip - direction * size + side * size * 0.42
          << tip - direction * size - side * size * 0.42;
    path_.moveTo(at(begin));
    constexpr int pieces = 24;
    for (int i = 1; i <= pieces; ++i)
        path_.lineTo(i < pieces   ? at(begin + (end - begin) * i / pieces)
                     : edge_.both ? tip
                                  : tip - direction * size * 0.8);
    if (!edge_.label.isEmpty()) {
        const QFontMetricsF metrics(font_);
        // Of two that go there and back, the labels stand apart, each nearer to the process.
        const bool fromProcess = from_->node().shape == GraphNode::Shape::process;
        const double share = bend_ == 0 ? 0.5 : fromProcess ? 0.38 : 0.62;
        const QPointF middle = at(begin + (end - begin) * share);
        const double wide = metrics.horizontalAdvance(edge_.label) + 10, high = metrics.height() + 2;
        plate_ = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high);
    }
    bounds_ = path_.boundingRect().united(head_.boundingRect()).united(plate_).adjusted(-8, -8, 8, 8);
}

QPainterPath GraphEdgeItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(std::max(10.0, width() + 6));
    auto shape = stroker.createStroke(path_);
    shape.addRect(plate_);
    return shape;
}

void GraphEdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    if (path_.isEmpty()) return;
    const auto colours = Palette::of(paletteOf(widget));
    QColor colour = edge_.rate > 0 ? colours.accent : colours.dimText;
    if (edge_.state == GraphEdge::State::waiting) colour = colours.waiting;
    if (edge_.state == GraphEdge::State::alarm) colour = colours.failed;
    if (isSelected()) colour = colours.selection;
    if (!edge_.flowed && edge_.state == GraphEdge::State::normal && !isSelected())
        colour = tinted(colour, colours.plot, 0.6);
    QPen pen(colour, width() + (isSelected() ? 1 : 0), edge_.flowed ? Qt::SolidLine : Qt::DashLine,
             Qt::FlatCap);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path_);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    if (!edge_.both) painter->drawPolygon(head_);
    if (plate_.isEmpty()) return;
    QColor plate = colours.plot;
    plate.setAlpha(225);
    painter->setBrush(plate);
    painter->drawRoundedRect(plate_, 4, 4);
    painter->setFont(font_);
    painter->setPen(isSelected() || edge_.rate > 0 ? colours.text : colours.dimText);
    painter->drawText(plate_, Qt::AlignCenter, edge_.label);
}

}  // namespace ipcscope

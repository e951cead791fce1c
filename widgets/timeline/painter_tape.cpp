#include "timeline/painter_tape.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ipcscope {

namespace {

QColor ink(QRgb colour, int alpha) {
    QColor out(colour);
    out.setAlpha(alpha);
    return out;
}

// The part of a line that lies within; false = none (Liang and Barsky).
bool cut(QLineF& line, const QRectF& box) {
    double first = 0, last = 1;
    const auto edge = [&](double step, double distance) {
        if (step == 0) return distance >= 0;
        const double at = distance / step;
        if (step < 0)
            first = std::max(first, at);
        else
            last = std::min(last, at);
        return first <= last;
    };
    if (!edge(-line.dx(), line.x1() - box.left()) || !edge(line.dx(), box.right() - line.x1()) ||
        !edge(-line.dy(), line.y1() - box.top()) || !edge(line.dy(), box.bottom() - line.y1()))
        return false;
    line = QLineF(line.pointAt(first), line.pointAt(last));
    return true;
}

}  // namespace

void PainterTape::rect(const QRect& clip, const QRect& rect, QRgb colour, int alpha) {
    const auto seen = rect.intersected(clip);
    if (seen.isEmpty() || !room()) return;
    painter_.fillRect(seen, ink(colour, alpha));
}

void PainterTape::hatch(const QRect& clip, const QRect& rect, QRgb stripe, QRgb ground, int period) {
    const auto seen = rect.intersected(clip);
    if (seen.isEmpty() || period < 1 || !room()) return;
    painter_.fillRect(seen, QColor(ground));
    // Stripes lie where x + y is a multiple of the period, wherever the rectangle begins.
    const QRectF box(seen);
    QPen pen(QColor(stripe), period / 3.0 / std::sqrt(2.0));
    pen.setCapStyle(Qt::FlatCap);
    painter_.setPen(pen);
    const int begin = (seen.left() + seen.top()) / period * period;
    for (int sum = begin; sum < seen.right() + seen.bottom() + period; sum += period) {
        const double middle = sum + period / 6.0;
        QLineF line(middle - box.top(), box.top(), middle - box.bottom(), box.bottom());
        if (cut(line, box) && line.length() > 0.5 && room()) painter_.drawLine(line);
    }
}

void PainterTape::line(const QRect& clip, QLineF line, double width, QRgb colour, int alpha, double dash) {
    if (!std::isfinite(line.length()) || line.length() <= 0) return;
    if (!cut(line, QRectF(clip)) || !room()) return;
    QPen pen(ink(colour, alpha), width);
    pen.setCapStyle(Qt::FlatCap);
    if (dash > 0) pen.setDashPattern({dash / width, dash / width});
    painter_.setPen(pen);
    painter_.drawLine(line);
}

// What is small is drawn whole if its middle is within.
void PainterTape::polygon(const QRect& clip, const QPolygonF& shape, QRgb fill, QRgb edge, int alpha) {
    if (!QRectF(clip).contains(shape.boundingRect().center()) || !room()) return;
    painter_.setPen(edge == fill ? QPen(Qt::NoPen) : QPen(ink(edge, alpha), 1.5));
    painter_.setBrush(ink(fill, alpha));
    painter_.drawPolygon(shape);
    painter_.setBrush(Qt::NoBrush);
}

void PainterTape::circle(const QRect& clip, QPointF centre, double radius, QRgb fill, QRgb edge) {
    if (!QRectF(clip).contains(centre) || !room()) return;
    const double border = std::max(1.5, radius / 3);
    painter_.setPen(edge == fill ? QPen(Qt::NoPen) : QPen(QColor(edge), border));
    painter_.setBrush(QColor(fill));
    const double drawn = edge == fill ? radius : radius - border / 2;
    painter_.drawEllipse(centre, drawn, drawn);
    painter_.setBrush(Qt::NoBrush);
}

}  // namespace ipcscope

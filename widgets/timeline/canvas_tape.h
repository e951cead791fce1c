// What a PixelCanvas would draw, as shapes: for pictures that are made of shapes, not of pixels.
#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRect>
#include <QRgb>

namespace ipcscope {

// Coordinates are device pixels; `clip` is what may be drawn on. Alpha 0..255.
class CanvasTape {
public:
    virtual ~CanvasTape() = default;
    virtual void rect(const QRect& clip, const QRect& rect, QRgb colour, int alpha) = 0;
    virtual void hatch(const QRect& clip, const QRect& rect, QRgb stripe, QRgb ground, int period) = 0;
    virtual void line(const QRect& clip, QLineF line, double width, QRgb colour, int alpha, double dash) = 0;
    // With `edge` != fill a border of that colour.
    virtual void polygon(const QRect& clip, const QPolygonF& shape, QRgb fill, QRgb edge, int alpha) = 0;
    virtual void circle(const QRect& clip, QPointF centre, double radius, QRgb fill, QRgb edge) = 0;

protected:
    CanvasTape() = default;
    CanvasTape(const CanvasTape&) = default;
    CanvasTape& operator=(const CanvasTape&) = default;
};

}  // namespace ipcscope

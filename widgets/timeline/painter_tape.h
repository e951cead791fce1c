// Plays shapes onto a QPainter whose device cannot clip, an SVG: what lies outside is cut off here.
#pragma once

#include "timeline/canvas_tape.h"

class QPainter;

namespace ipcscope {

class PainterTape : public CanvasTape {
public:
    // No more than `most` shapes; the rest is left out and full() says so.
    PainterTape(QPainter& painter, std::size_t most) : painter_(painter), most_(most) {}
    bool full() const { return drawn_ > most_; }

    void rect(const QRect& clip, const QRect& rect, QRgb colour, int alpha) override;
    void hatch(const QRect& clip, const QRect& rect, QRgb stripe, QRgb ground, int period) override;
    void line(const QRect& clip, QLineF line, double width, QRgb colour, int alpha, double dash) override;
    void polygon(const QRect& clip, const QPolygonF& shape, QRgb fill, QRgb edge, int alpha) override;
    void circle(const QRect& clip, QPointF centre, double radius, QRgb fill, QRgb edge) override;

private:
    bool room() { return ++drawn_ <= most_; }
    QPainter& painter_;
    std::size_t most_, drawn_ = 0;
};

}  // namespace ipcscope

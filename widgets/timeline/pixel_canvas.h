// Draws straight into the pixels of an image: for what comes in thousands, where QPainter is slow. All
// coordinates are device pixels; whatever lies outside of the clip is left out.
#pragma once

#include <QImage>
#include <QRect>

#include <cstdint>
#include <vector>

namespace ipcscope {

class CanvasTape;

class PixelCanvas {
public:
    // Format_RGB32; must outlive the canvas. With a tape all goes there, nothing into the pixels.
    explicit PixelCanvas(QImage& image, CanvasTape* tape = nullptr);
    void setClip(const QRect& clip);
    QRect clip() const { return {left_, top_, right_ - left_, bottom_ - top_}; }

    // Half open: x1 and y1 are the first that are not drawn.
    void fill(int x0, int y0, int x1, int y1, QRgb colour);
    void blend(int x0, int y0, int x1, int y1, QRgb colour, int alpha);  // alpha 0..255
    void hatch(int x0, int y0, int x1, int y1, QRgb stripe, QRgb ground, int period);
    void frame(int x0, int y0, int x1, int y1, QRgb colour, int thickness);
    // One row of colours for all lines from y0 to y1; 0 = nothing here. Starts at the clip's left edge.
    void rows(int y0, int y1, const std::vector<QRgb>& colours);
    // As rows(): of each column its own alpha (0..255; 0 = nothing here), all lines from y0 to y1.
    void blendColumns(int y0, int y1, QRgb colour, const std::vector<int>& alphas);
    // Of each column two ranges of lines, half open: one blended, and the other filled, over it. Line by
    // line: many narrow columns, one after the other, would miss the cache with each pixel.
    struct Columns {
        std::vector<int> blend_top, blend_bottom, fill_top, fill_bottom;
        void reset(std::size_t count);
    };
    void columns(int y0, int y1, QRgb colour, int alpha, const Columns& columns);
    void dot(int x, int y, QRgb colour, int alpha);
    // Antialiased, `width` pixels wide; dash > 0: as long as the gaps between.
    void line(double x0, double y0, double x1, double y1, double width, QRgb colour, int alpha,
              double dash = 0);
    void triangle(const QPointF& a, const QPointF& b, const QPointF& c, QRgb colour, int alpha);
    void circle(double x, double y, double radius, QRgb fill, QRgb edge);
    void diamond(double x, double y, double radius, QRgb fill, QRgb edge);

private:
    void tapeRect(int x0, int y0, int x1, int y1, QRgb colour, int alpha);
    void tapeColumns(int y0, int y1, QRgb colour, int alpha, const Columns& columns);
    QRgb* row(int y) { return pixels_ + static_cast<qsizetype>(y) * stride_; }
    QRgb* pixels_;
    qsizetype stride_;
    int left_, top_, right_, bottom_;
    CanvasTape* tape_ = nullptr;
    struct Run {
        int begin, end;
    };
    // Kept from one use to the next.
    std::vector<Run> runs_;
    std::vector<QRgb> tile_, under_, over_;
    std::vector<std::uint16_t> keep_, add_;
};

}  // namespace ipcscope

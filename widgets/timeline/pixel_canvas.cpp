#include "timeline/pixel_canvas.h"

#include "timeline/canvas_tape.h"

#include <QPointF>

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstring>
#include <utility>

namespace ipcscope {
namespace {

inline QRgb mix(QRgb under, QRgb over, unsigned alpha) {
    // Red with blue, then green: two products instead of three.
    const unsigned inverse = 256 - alpha;
    const unsigned rb = ((under & 0xff00ff) * inverse + (over & 0xff00ff) * alpha) >> 8;
    const unsigned g = ((under & 0x00ff00) * inverse + (over & 0x00ff00) * alpha) >> 8;
    return 0xff000000 | (rb & 0xff00ff) | (g & 0x00ff00);
}

inline unsigned scale(int alpha) {
    return static_cast<unsigned>(alpha + (alpha >> 7));
}  // 255 -> 256

// One line of columns: masks instead of branches.
void pick(QRgb* __restrict line, const QRgb* __restrict under, const QRgb* __restrict over, QRgb colour,
          int y, const PixelCanvas::Columns& columns, int end) {
    const int* __restrict blend_top = columns.blend_top.data();
    const int* __restrict blend_bottom = columns.blend_bottom.data();
    const int* __restrict fill_top = columns.fill_top.data();
    const int* __restrict fill_bottom = columns.fill_bottom.data();
    for (int x = 0; x < end; ++x) {
        const QRgb blend = 0u - static_cast<QRgb>((y >= blend_top[x]) & (y < blend_bottom[x]));
        const QRgb fill = 0u - static_cast<QRgb>((y >= fill_top[x]) & (y < fill_bottom[x]));
        line[x] = (colour & fill) | (((over[x] & blend) | (under[x] & ~blend)) & ~fill);
    }
}

// Columns that are alike, as one: run(from, to).
template <typename Value, typename Run>
void eachRun(int end, Value&& value, Run&& run) {
    for (int x = 0; x < end;) {
        const int from = x++;
        while (x < end && value(x) == value(from))
            ++x;
        run(from, x);
    }
}

}  // namespace

PixelCanvas::PixelCanvas(QImage& image, CanvasTape* tape)
    : pixels_(reinterpret_cast<QRgb*>(image.bits())),
      stride_(image.bytesPerLine() / 4),
      left_(0),
      top_(0),
      right_(image.width()),
      bottom_(image.height()),
      tape_(tape) {}

void PixelCanvas::setClip(const QRect& clip) {
    left_ = std::max(left_, clip.left());
    top_ = std::max(top_, clip.top());
    right_ = std::min(right_, clip.left() + clip.width());
    bottom_ = std::min(bottom_, clip.top() + clip.height());
}

void PixelCanvas::tapeRect(int x0, int y0, int x1, int y1, QRgb colour, int alpha) {
    if (x0 < x1 && y0 < y1) tape_->rect(clip(), QRect(QPoint(x0, y0), QPoint(x1 - 1, y1 - 1)), colour, alpha);
}

void PixelCanvas::tapeColumns(int y0, int y1, QRgb colour, int alpha, const Columns& columns) {
    const int end = std::min(right_ - left_, static_cast<int>(columns.fill_top.size()));
    const auto part = [&](const std::vector<int>& top, const std::vector<int>& bottom, int share) {
        eachRun(
            end,
            [&](int x) {
                return std::pair(top[static_cast<std::size_t>(x)], bottom[static_cast<std::size_t>(x)]);
            },
            [&](int from, int to) {
                const auto at = static_cast<std::size_t>(from);
                tapeRect(left_ + from, std::max(y0, top[at]), left_ + to, std::min(y1, bottom[at]), colour,
                         share);
            });
    };
    part(columns.blend_top, columns.blend_bottom, alpha);
    part(columns.fill_top, columns.fill_bottom, 255);
}

void PixelCanvas::fill(int x0, int y0, int x1, int y1, QRgb colour) {
    if (tape_) return tapeRect(x0, y0, x1, y1, colour, 255);
    x0 = std::max(x0, left_);
    x1 = std::min(x1, right_);
    y1 = std::min(y1, bottom_);
    if (x0 >= x1) return;
    for (int y = std::max(y0, top_); y < y1; ++y)
        std::fill(row(y) + x0, row(y) + x1, colour);
}

void PixelCanvas::blend(int x0, int y0, int x1, int y1, QRgb colour, int alpha) {
    if (tape_) return tapeRect(x0, y0, x1, y1, colour, alpha);
    x0 = std::max(x0, left_);
    x1 = std::min(x1, right_);
    y1 = std::min(y1, bottom_);
    const unsigned share = scale(alpha);
    for (int y = std::max(y0, top_); y < y1; ++y) {
        QRgb* line = row(y);
        for (int x = x0; x < x1; ++x)
            line[x] = mix(line[x], colour, share);
    }
}

void PixelCanvas::hatch(int x0, int y0, int x1, int y1, QRgb stripe, QRgb ground, int period) {
    if (tape_)
        return tape_->hatch(clip(), QRect(QPoint(x0, y0), QPoint(x1 - 1, y1 - 1)), stripe, ground, period);
    x0 = std::max(x0, left_);
    x1 = std::min(x1, right_);
    y1 = std::min(y1, bottom_);
    if (x0 >= x1 || period < 1) return;
    // Each line is the same one, moved by a pixel.
    const auto width = static_cast<std::size_t>(x1 - x0);
    tile_.resize(width + static_cast<std::size_t>(period));
    int phase = 0;
    for (QRgb& pixel : tile_) {
        pixel = phase * 3 < period ? stripe : ground;
        if (++phase == period) phase = 0;
    }
    for (int y = std::max(y0, top_); y < y1; ++y)
        std::memcpy(row(y) + x0, tile_.data() + (x0 + y) % period, width * sizeof(QRgb));
}

void PixelCanvas::frame(int x0, int y0, int x1, int y1, QRgb colour, int thickness) {
    fill(x0, y0, x1, y0 + thickness, colour);
    fill(x0, y1 - thickness, x1, y1, colour);
    fill(x0, y0, x0 + thickness, y1, colour);
    fill(x1 - thickness, y0, x1, y1, colour);
}

void PixelCanvas::rows(int y0, int y1, const std::vector<QRgb>& colours) {
    const int end = std::min(right_ - left_, static_cast<int>(colours.size()));
    y0 = std::max(y0, top_);
    y1 = std::min(y1, bottom_);
    if (y0 >= y1) return;
    runs_.clear();
    if (tape_) {
        eachRun(
            end, [&](int x) { return colours[static_cast<std::size_t>(x)]; },
            [&](int from, int to) {
                if (const auto colour = colours[static_cast<std::size_t>(from)])
                    tapeRect(left_ + from, y0, left_ + to, y1, colour, 255);
            });
        return;
    }
    for (int x = 0; x < end;) {
        const int from = x;
        while (x < end && colours[static_cast<std::size_t>(x)])
            ++x;
        if (x > from) runs_.push_back({from, x});
        while (x < end && !colours[static_cast<std::size_t>(x)])
            ++x;
    }
    for (int y = y0; y < y1; ++y) {
        QRgb* line = row(y) + left_;
        for (const Run& run : runs_) {
            if (run.end - run.begin > 16) {
                std::memcpy(line + run.begin, colours.data() + run.begin,
                            static_cast<std::size_t>(run.end - run.begin) * sizeof(QRgb));
                continue;
            }
            for (int x = run.begin; x < run.end; ++x)
                line[x] = colours[static_cast<std::size_t>(x)];
        }
    }
}

// Channel by channel, in 16 bits, of all lines with the same shares: what a compiler turns into few
// instructions for many pixels.
void PixelCanvas::blendColumns(int y0, int y1, QRgb colour, const std::vector<int>& alphas) {
    const int end = std::min(right_ - left_, static_cast<int>(alphas.size()));
    y0 = std::max(y0, top_);
    y1 = std::min(y1, bottom_);
    if (y0 >= y1) return;
    if (tape_) {
        eachRun(
            end, [&](int x) { return alphas[static_cast<std::size_t>(x)]; },
            [&](int from, int to) {
                if (const auto alpha = alphas[static_cast<std::size_t>(from)])
                    tapeRect(left_ + from, y0, left_ + to, y1, colour, alpha);
            });
        return;
    }
    runs_.clear();
    keep_.resize(static_cast<std::size_t>(std::max(end, 0)) * 4);
    add_.resize(keep_.size());
    for (int x = 0; x < end;) {
        const int from = x;
        // A few columns without anything are not worth another run.
        int last = x;
        for (; x < end && x - last < 8; ++x) {
            const unsigned share = scale(alphas[static_cast<std::size_t>(x)]);
            if (share) last = x + 1;
            for (unsigned channel = 0; channel < 4; ++channel) {
                const auto at = static_cast<std::size_t>(x) * 4 + channel;
                const unsigned over = channel == 3 ? 255 : colour >> 8 * channel & 255;
                keep_[at] = static_cast<std::uint16_t>(256 - share);
                add_[at] = static_cast<std::uint16_t>(over * share);
            }
        }
        if (last > from) runs_.push_back({from, last});
    }
    for (int y = y0; y < y1; ++y) {
        auto* bytes = reinterpret_cast<unsigned char*>(row(y) + left_);
        for (const Run& run : runs_) {
            unsigned char* __restrict out = bytes + run.begin * 4;
            const std::uint16_t* __restrict keep = keep_.data() + run.begin * 4;
            const std::uint16_t* __restrict add = add_.data() + run.begin * 4;
            for (int i = 0; i < (run.end - run.begin) * 4; ++i)
                out[i] =
                    static_cast<unsigned char>(static_cast<std::uint16_t>(out[i] * keep[i] + add[i]) >> 8);
        }
    }
}

void PixelCanvas::Columns::reset(std::size_t count) {
    for (auto* each : {&blend_top, &blend_bottom, &fill_top, &fill_bottom})
        each->assign(count, 0);
}

void PixelCanvas::columns(int y0, int y1, QRgb colour, int alpha, const Columns& columns) {
    if (tape_) return tapeColumns(y0, y1, colour, alpha, columns);
    const int end = std::min(right_ - left_, static_cast<int>(columns.fill_top.size()));
    if (end <= 0) return;
    const unsigned share = scale(alpha);
    const auto *blend_top = columns.blend_top.data(), *blend_bottom = columns.blend_bottom.data(),
               *fill_top = columns.fill_top.data(), *fill_bottom = columns.fill_bottom.data();
    // Where nothing is, nothing is looked at.
    int low = INT_MAX, high = INT_MIN;
    for (int x = 0; x < end; ++x) {
        if (blend_top[x] < blend_bottom[x]) {
            low = std::min(low, blend_top[x]);
            high = std::max(high, blend_bottom[x]);
        }
        if (fill_top[x] < fill_bottom[x]) {
            low = std::min(low, fill_top[x]);
            high = std::max(high, fill_bottom[x]);
        }
    }
    y0 = std::max({y0, top_, low});
    y1 = std::min({y1, bottom_, high});
    runs_.clear();  // of columns that are alike
    for (int x = 0; x < end;) {
        const int from = x++;
        while (x < end && blend_top[x] == blend_top[from] && blend_bottom[x] == blend_bottom[from] &&
               fill_top[x] == fill_top[from] && fill_bottom[x] == fill_bottom[from])
            ++x;
        runs_.push_back({from, x});
    }
    const auto width = static_cast<std::size_t>(end);
    under_.assign(width, 0);
    over_.assign(width, 0);
    for (int y = y0; y < y1; ++y) {
        QRgb* line = row(y) + left_;
        // Most lines lie on the same ground.
        if (std::memcmp(under_.data(), line, width * sizeof(QRgb)) != 0) {
            std::memcpy(under_.data(), line, width * sizeof(QRgb));
            for (std::size_t x = 0; x < width; ++x)
                over_[x] = mix(under_[x], colour, share);
        }
        if (runs_.size() * 8 < width) {
            for (const Run& run : runs_) {
                if (y >= fill_top[run.begin] && y < fill_bottom[run.begin])
                    std::fill(line + run.begin, line + run.end, colour);
                else if (y >= blend_top[run.begin] && y < blend_bottom[run.begin])
                    std::copy(over_.data() + run.begin, over_.data() + run.end, line + run.begin);
            }
            continue;
        }
        pick(line, under_.data(), over_.data(), colour, y, columns, end);
    }
}

void PixelCanvas::dot(int x, int y, QRgb colour, int alpha) {
    if (tape_) return tapeRect(x, y, x + 1, y + 1, colour, alpha);
    if (x < left_ || x >= right_ || y < top_ || y >= bottom_) return;
    QRgb& pixel = row(y)[x];
    pixel = mix(pixel, colour, scale(alpha));
}

void PixelCanvas::line(double x0, double y0, double x1, double y1, double width, QRgb colour, int alpha,
                       double dash) {
    if (tape_) return tape_->line(clip(), QLineF(x0, y0, x1, y1), width, colour, alpha, dash);
    const double length = std::hypot(x1 - x0, y1 - y0);
    if (length <= 0 || !std::isfinite(length)) return;
    const double ux = (x1 - x0) / length, uy = (y1 - y0) / length;
    const bool steep = std::abs(uy) > std::abs(ux);
    // Along the longer axis, pixel by pixel; across it the line covers `half` to both sides.
    if (steep ? y0 > y1 : x0 > x1) {
        std::swap(x0, x1);
        std::swap(y0, y1);
    }
    const double major0 = steep ? y0 : x0, major1 = steep ? y1 : x1, minor0 = steep ? x0 : y0;
    const double slope = steep ? (x1 - x0) / (y1 - y0) : (y1 - y0) / (x1 - x0);
    const double stretch = std::sqrt(1 + slope * slope), half = width / 2 * stretch;
    const int from = std::max(static_cast<int>(std::floor(major0)), steep ? top_ : left_);
    const int to = std::min(static_cast<int>(std::ceil(major1)), steep ? bottom_ : right_);
    const double minor_low = (steep ? left_ : top_) - half - 1,
                 minor_high = (steep ? right_ : bottom_) + half + 1;
    for (int m = from; m < to; ++m) {
        if (dash > 0 && std::fmod((m - major0) * stretch, 2 * dash) >= dash) continue;
        const double middle = minor0 + (m + 0.5 - major0) * slope;
        if (middle < minor_low || middle > minor_high) continue;
        const double low = middle - half, high = middle + half;
        for (int n = static_cast<int>(std::floor(low)); n < high; ++n) {
            const double cover = std::min<double>(n + 1, high) - std::max<double>(n, low);
            const int share = static_cast<int>(cover * alpha);
            const int x = steep ? n : m, y = steep ? m : n;
            if (x < left_ || x >= right_ || y < top_ || y >= bottom_) continue;
            QRgb& pixel = row(y)[x];
            pixel = mix(pixel, colour, scale(share));
        }
    }
}

void PixelCanvas::triangle(const QPointF& a, const QPointF& b, const QPointF& c, QRgb colour, int alpha) {
    if (tape_) return tape_->polygon(clip(), QPolygonF{a, b, c}, colour, colour, alpha);
    const auto side = [](const QPointF& p, const QPointF& q, double x, double y) {
        return (q.x() - p.x()) * (y - p.y()) - (q.y() - p.y()) * (x - p.x());
    };
    const double turn = side(a, b, c.x(), c.y()) < 0 ? -1 : 1;
    const int x0 = std::max(static_cast<int>(std::floor(std::min({a.x(), b.x(), c.x()}))), left_);
    const int x1 = std::min(static_cast<int>(std::ceil(std::max({a.x(), b.x(), c.x()}))), right_);
    const int y0 = std::max(static_cast<int>(std::floor(std::min({a.y(), b.y(), c.y()}))), top_);
    const int y1 = std::min(static_cast<int>(std::ceil(std::max({a.y(), b.y(), c.y()}))), bottom_);
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) {
            int inside = 0;
            for (int s = 0; s < 16; ++s) {
                const int column = s % 4, row = s / 4;
                const double px = x + (column + 0.5) / 4, py = y + (row + 0.5) / 4;
                inside += side(a, b, px, py) * turn >= 0 && side(b, c, px, py) * turn >= 0 &&
                          side(c, a, px, py) * turn >= 0;
            }
            if (inside) dot(x, y, colour, alpha * inside / 16);
        }
}

void PixelCanvas::circle(double x, double y, double radius, QRgb fill, QRgb edge) {
    if (tape_) return tape_->circle(clip(), {x, y}, radius, fill, edge);
    if (!(x > left_ - radius - 2 && x < right_ + radius + 2)) return;
    const int reach = static_cast<int>(std::ceil(radius)) + 1;
    const int cx = static_cast<int>(std::floor(x)), cy = static_cast<int>(std::floor(y));
    const double border = std::max(1.5, radius / 3);
    for (int py = cy - reach; py <= cy + reach; ++py)
        for (int px = cx - reach; px <= cx + reach; ++px) {
            const double distance = std::hypot(px + 0.5 - x, py + 0.5 - y);
            const double cover = std::clamp(radius - distance + 0.5, 0.0, 1.0);
            if (cover <= 0) continue;
            dot(px, py, distance > radius - border ? edge : fill, static_cast<int>(cover * 255));
        }
}

void PixelCanvas::diamond(double x, double y, double radius, QRgb fill, QRgb edge) {
    if (tape_)
        return tape_->polygon(clip(),
                              QPolygonF{{x, y - radius}, {x + radius, y}, {x, y + radius}, {x - radius, y}},
                              fill, edge, 255);
    const int reach = static_cast<int>(std::ceil(radius)) + 1;
    const int cx = static_cast<int>(std::floor(x)), cy = static_cast<int>(std::floor(y));
    const double border = std::max(1.0, radius / 4);
    for (int py = cy - reach; py <= cy + reach; ++py)
        for (int px = cx - reach; px <= cx + reach; ++px) {
            const double distance = std::abs(px + 0.5 - x) + std::abs(py + 0.5 - y);
            const double cover = std::clamp(radius - distance + 0.5, 0.0, 1.0);
            if (cover <= 0) continue;
            dot(px, py, distance > radius - border ? edge : fill, static_cast<int>(cover * 255));
        }
}

}  // namespace ipcscope

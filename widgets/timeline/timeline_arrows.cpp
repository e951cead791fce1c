// The arrows of a frame: each one while they can be told apart, else how many there are.
#include "timeline/pixel_canvas.h"
#include "timeline/timeline_painter.h"

#include <QLocale>

#include <algorithm>

namespace ipcscope {

void TimelinePainter::paintArrows(PixelCanvas& canvas, const TimelineFrame& frame) {
    arrows_.clear();
    // How many there are is told sooner than which.
    const qint64 first = frame.axis.first(), last = frame.axis.last();
    arrows_in_view_ = frame.source->arrows(first, last, 0, arrows_);
    if (arrows_in_view_ == 0) return;
    if (arrows_in_view_ <= max_arrows)
        arrows_in_view_ = frame.source->arrows(first, last, max_arrows, arrows_);
    QHash<quint64, int> index;
    for (int i = 0; i < static_cast<int>(frame.lanes->size()); ++i)
        index[(*frame.lanes)[static_cast<std::size_t>(i)].key] = i;
    if (arrows_in_view_ > max_arrows) return paintBands(canvas, frame, index);
    // Those that only pass through are long, and say little: a few of them are enough.
    constexpr int most_passing = 40;
    int passing = 0;
    ArrowShape shape;
    for (const TimelineArrow& arrow : arrows_) {
        const double x0 = frame.axis.x(arrow.fromTime), x1 = frame.axis.x(arrow.toTime);
        if (std::min(x0, x1) < 0 && std::max(x0, x1) > frame.axis.width && ++passing > most_passing) continue;
        if (!arrowShape(frame, index.value(arrow.fromLane, -1), index.value(arrow.toLane, -1), arrow.fromTime,
                        arrow.toTime, shape))
            continue;
        const QColor colour = tinted(palette_.mechanism(arrow.colour), palette_.text, 0.7);
        const int alpha = arrow.dimmed ? 60 : arrow.guess ? 150 : 205;
        drawArrow(canvas, shape, colour.rgb(), alpha, 1.3, frame.ratio, arrow.guess);
    }
}

// Each pair of lanes has a band between them: the more arrows begin in a column, the stronger it is. The
// busiest come first; what the eye could not use is left to the number at the edge.
void TimelinePainter::paintBands(PixelCanvas& canvas, const TimelineFrame& frame,
                                 const QHash<quint64, int>& lanes) {
    bands_.clear();
    const int columns = std::max(1, px(frame.axis.width));
    arrows_in_view_ = frame.source->arrowDensity(frame.axis.first(), frame.axis.last(), columns, bands_);
    struct Seen {
        const TimelineArrowBand* band;
        quint64 total;
        int y0, y1;
    };
    std::vector<Seen> seen;
    for (const TimelineArrowBand& band : bands_) {
        ArrowShape shape;
        if (!arrowShape(frame, lanes.value(band.fromLane, -1), lanes.value(band.toLane, -1), 0, 0, shape))
            continue;
        quint64 total = 0;
        for (const quint32 n : band.counts)
            total += n;
        const int y0 = px(std::min(shape.from.y(), shape.to.y())),
                  y1 = px(std::max(shape.from.y(), shape.to.y()));
        if (total && y1 > canvas.clip().top() && y0 <= canvas.clip().bottom())
            seen.push_back(
                {&band, total, std::max(y0, canvas.clip().top()), std::min(y1, canvas.clip().bottom() + 1)});
    }
    std::stable_sort(seen.begin(), seen.end(),
                     [](const Seen& a, const Seen& b) { return a.total > b.total; });
    qint64 pixels = qint64{3} * 1000 * 1000;  // what a frame can spend on them
    int numbers = 12;
    for (const Seen& one : seen) {
        pixels -= qint64{columns} * (one.y1 - one.y0);
        if (pixels < 0) break;
        const QRgb colour = palette_.mechanism(one.band->colour).rgb();
        const auto count = std::min(one.band->counts.size(), static_cast<std::size_t>(columns));
        alphas_.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto n = static_cast<int>(std::min<quint32>(one.band->counts[i], 8));
            alphas_[i] = n ? std::min(120, 26 + 14 * n) : 0;
        }
        canvas.blendColumns(one.y0, one.y1, colour, alphas_);
        if (one.y1 - one.y0 < px(16) || --numbers < 0) continue;
        const double middle = (one.y0 + one.y1) / 2.0 / ratio_;
        const QString text = QLocale().toString(one.total);
        plot_labels_.push_back(
            {QRectF(frame.size.width() - 78.0, middle - 9, 70, 18), text, palette_.text, true, false});
    }
}

}  // namespace ipcscope

// Draws a frame of the timeline: everything but what the pointer or the selection adds.
#pragma once

#include "common/palette.h"
#include "timeline/label_cache.h"
#include "timeline/lane_layout.h"
#include "timeline/pixel_canvas.h"
#include "timeline/time_axis.h"

#include <QFont>
#include <QHash>
#include <QImage>

#include <array>

namespace ipcscope {

// What a frame is made of; coordinates are logical pixels of the viewport.
struct TimelineFrame {
    const TimelineSource* source = nullptr;
    const std::vector<TimelineLane>* lanes = nullptr;
    const LaneLayout* layout = nullptr;
    const LaneArrangement* arrangement = nullptr;
    bool words = true;   // false: shapes only, the same whatever the font
    bool arrows = true;  // all of them, not those of the selection only
    TimeAxis axis;       // its width is that of the plot
    QSize size;
    double ratio = 1;  // device pixels per logical one
    int headerWidth = 200;
    int rulerHeight = 30;
    int scroll = 0;  // the layout's y at the upper edge of the plot
    QFont font;
    QPalette palette;

    QRect plot() const {
        return {headerWidth, rulerHeight, size.width() - headerWidth, size.height() - rulerHeight};
    }
    double xOf(qint64 time) const { return headerWidth + axis.x(time); }
    int pinnedBottom() const { return rulerHeight + layout->pinned_height; }
    int yOf(const LaneRow& row) const {
        return row.pinned ? rulerHeight + row.y : pinnedBottom() + row.y - scroll;
    }
    // Of what scrolls, the part above the pinned ones is not seen.
    bool visible(const LaneRow& row) const {
        const int y = yOf(row);
        return y < size.height() && y + row.height > (row.pinned ? rulerHeight : pinnedBottom());
    }
    // Where lanes are seen that scroll, or that are pinned; over the whole width.
    QRect section(bool pinned) const {
        const int top = pinned ? rulerHeight : std::min(pinnedBottom(), size.height());
        const int bottom = pinned ? std::min(pinnedBottom(), size.height()) : size.height();
        return {0, top, size.width(), bottom - top};
    }
    QString labelOf(const TimelineLane& lane) const;
    // Of a lane's bars: the part of the row that they fill.
    static QRect barRect(const TimelineLane& lane, int y, int height);
};

class TimelinePainter {
public:
    // More arrows than this are drawn as a density.
    static constexpr std::size_t max_arrows = 300;

    void paint(const TimelineFrame& frame);
    // The same as shapes: `painter` has device pixels (frame.ratio), and gets the words, too.
    void play(const TimelineFrame& frame, CanvasTape& tape, QPainter& painter);
    const QImage& image() const { return image_; }
    std::size_t arrowsInView() const { return arrows_in_view_; }
    bool hasOpen() const { return has_open_; }  // a call that is still running was drawn

private:
    struct Label {
        QRectF box;
        QString text;
        QColor colour;
        bool bold = false;
        bool pinned = false;
    };
    void paintRows(PixelCanvas& canvas, const TimelineFrame& frame, const Ruler& ruler, bool pinned);
    void paintRow(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintLife(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row, const QRect& box);
    void paintBars(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintBar(PixelCanvas& canvas, const TimelineFrame& frame, const TimelineBar& bar, const QRect& box,
                  int minX);
    void paintMarkers(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintMark(PixelCanvas& canvas, const TimelineFrame& frame, const TimelineBar& bar, const QRect& box);
    void paintRanges(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintSteps(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintArrows(PixelCanvas& canvas, const TimelineFrame& frame);
    void paintBands(PixelCanvas& canvas, const TimelineFrame& frame, const QHash<quint64, int>& lanes);
    void paintGroup(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintTitle(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintTree(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintHeader(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row);
    void paintRuler(PixelCanvas& canvas, const TimelineFrame& frame, const Ruler& ruler);
    void paintLabels(const TimelineFrame& frame);
    void paintLabels(const TimelineFrame& frame, QPainter& painter);
    QColor laneColour(const TimelineFrame& frame, const TimelineLane& lane, bool* given = nullptr) const;
    // As std::lround, which is a call into the library.
    int px(double logical) const {
        const double at = logical * ratio_;
        return static_cast<int>(at < 0 ? at - 0.5 : at + 0.5);
    }
    // The colours of a bar, mixed once a frame.
    struct Shade {
        QRgb base, half, pale, stripe;  // whole; narrow and blocked; of a hatch
    };
    void mixShades();
    const Shade& shade(const TimelineBar& bar) const {
        const auto index = bar.lost ? Palette::mechanism_colours : bar.colour % Palette::mechanism_colours;
        return shades_[bar.dimmed][static_cast<std::size_t>(index)];
    }
    int footHeight(int height) const;  // of the strip that says "failed"

    QImage image_;
    CanvasTape* tape_ = nullptr;  // instead of the image
    Palette palette_;
    double ratio_ = 1;
    std::array<std::array<Shade, Palette::mechanism_colours + 1>, 2> shades_{};  // dimmed; colour, lost
    std::array<QRgb, 2> failed_{};
    std::vector<QRgb> ground_;  // one line of a row, with the grid
    std::vector<QRgb> narrow_,
        narrow_foot_;  // of a lane: columns of bars too narrow for anything but a colour
    std::vector<TimelineBar> bars_;
    std::vector<TimelineStep> steps_;
    PixelCanvas::Columns columns_;  // of the steps
    std::vector<int> alphas_;       // of a band, by column
    std::vector<TimelineArrow> arrows_;
    std::vector<TimelineArrowBand> bands_;
    std::vector<TimelineRange> ranges_;
    std::vector<TimelineDensity> density_;
    bool pinned_ = false;  // what is drawn now
    std::vector<Label> plot_labels_, header_labels_, ruler_labels_;
    static constexpr int indent = 14;  // of a forked child, logical pixels
    LabelCache texts_;
    std::size_t arrows_in_view_ = 0;
    bool has_open_ = false;
};

// One arrow, in device pixels; used for the selection, too.
struct ArrowShape {
    QPointF from, to;
};
void drawArrow(PixelCanvas& canvas, const ArrowShape& shape, QRgb colour, int alpha, double width,
               double ratio, bool guess);
// Where it begins and ends, in logical pixels: at the edges of the rows that face each other.
bool arrowShape(const TimelineFrame& frame, int fromLane, int toLane, qint64 fromTime, qint64 toTime,
                ArrowShape& shape);

}  // namespace ipcscope

#include "timeline/timeline_painter.h"

#include "timeline/pixel_canvas.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ipcscope {

QRect TimelineFrame::barRect(const TimelineLane& lane, int y, int height) {
    const int inset = lane.shape == LaneShape::bars ? 4 : lane.shape == LaneShape::markers ? 3 : 5;
    return {0, y + inset, 0, height - 2 * inset};
}

QString TimelineFrame::labelOf(const TimelineLane& lane) const {
    if (!arrangement || arrangement->labels.isEmpty()) return lane.label;
    return arrangement->labels.value(laneName(lane), lane.label);
}

QColor TimelinePainter::laneColour(const TimelineFrame& frame, const TimelineLane& lane, bool* given) const {
    const auto* arrangement = frame.arrangement;
    const int own =
        arrangement && !arrangement->colours.isEmpty() ? arrangement->colours.value(laneName(lane), -1) : -1;
    if (given) *given = own >= 0;
    return palette_.mechanism(own >= 0 ? own : lane.colour);
}

int TimelinePainter::footHeight(int height) const {
    return std::max(px(4), height / 5);
}

void TimelinePainter::mixShades() {
    const QColor ground = palette_.plot;
    for (const bool dimmed : {false, true}) {
        const double strength = dimmed ? 0.28 : 1;
        failed_[dimmed] = tinted(palette_.failed, ground, strength).rgb();
        for (int i = 0; i <= Palette::mechanism_colours; ++i) {
            const bool lost = i == Palette::mechanism_colours;
            const QColor base = tinted(lost ? palette_.lost : palette_.mechanism(i), ground, strength);
            shades_[dimmed][static_cast<std::size_t>(i)] = {
                base.rgb(), tinted(base, ground, 0.5).rgb(),
                tinted(base, ground, palette_.dark ? 0.22 : 0.16).rgb(),
                tinted(base, ground, palette_.dark ? 0.46 : 0.40).rgb()};
        }
    }
}

void TimelinePainter::paint(const TimelineFrame& frame) {
    ratio_ = frame.ratio;
    palette_ = Palette::of(frame.palette);
    mixShades();
    const QSize pixels(px(frame.size.width()), px(frame.size.height()));
    if (image_.size() != pixels) image_ = QImage(pixels, QImage::Format_RGB32);
    image_.setDevicePixelRatio(1);
    if (image_.isNull()) return;
    plot_labels_.clear();
    header_labels_.clear();
    ruler_labels_.clear();
    arrows_in_view_ = 0;
    has_open_ = false;

    const Ruler ruler = rulerOf(frame.axis, 96);
    const QRect plot = frame.plot();
    for (const bool pinned : {false, true}) {
        PixelCanvas canvas(image_, tape_);
        const QRect part = frame.section(pinned).intersected(plot);
        if (part.isEmpty()) continue;
        pinned_ = pinned;
        canvas.setClip({px(part.left()), px(part.top()), px(part.width()), px(part.height())});
        paintRows(canvas, frame, ruler, pinned);
    }
    {
        PixelCanvas canvas(image_, tape_);
        canvas.setClip({px(plot.left()), px(plot.top()), px(plot.width()), px(plot.height())});
        if (frame.source && frame.arrows) paintArrows(canvas, frame);
    }
    PixelCanvas canvas(image_, tape_);
    const QRect side(0, px(plot.top()), px(frame.headerWidth), px(plot.height()));
    canvas.fill(0, side.top(), side.width(), px(frame.size.height()), palette_.header.rgb());
    for (const bool pinned : {false, true}) {
        const QRect part = frame.section(pinned);
        if (part.isEmpty()) continue;
        pinned_ = pinned;
        PixelCanvas section(image_, tape_);  // a clip can only become smaller
        section.setClip({0, px(part.top()), px(part.width()), px(part.height())});
        for (const LaneRow& row : frame.layout->rows)
            if (row.pinned == pinned && frame.visible(row)) paintHeader(section, frame, row);
    }
    if (frame.layout->pinned_height) {  // what scrolls goes below this edge
        const int y = px(frame.pinnedBottom());
        canvas.fill(0, y - std::max(1, px(1)), px(frame.size.width()), y, palette_.accent.rgb());
        for (int i = 0; i < px(5); ++i)
            canvas.blend(0, y + i, px(frame.size.width()), y + i + 1, 0xff000000,
                         (palette_.dark ? 90 : 34) * (px(5) - i) / px(5));
    }
    canvas.fill(side.width() - px(1), 0, side.width(), px(frame.size.height()), palette_.headerBorder.rgb());
    paintRuler(canvas, frame, ruler);
    if (frame.words && !tape_) paintLabels(frame);
}

void TimelinePainter::play(const TimelineFrame& frame, CanvasTape& tape, QPainter& painter) {
    tape_ = &tape;
    paint(frame);
    tape_ = nullptr;
    painter.save();
    painter.scale(ratio_, ratio_);
    paintLabels(frame, painter);
    painter.restore();
}

// Row after row, each with its ground and all that stands in it: so its pixels stay in the nearest cache.
void TimelinePainter::paintRows(PixelCanvas& canvas, const TimelineFrame& frame, const Ruler& ruler,
                                bool pinned) {
    const QRect clip = canvas.clip();
    const int line = std::max(1, px(1));
    const auto ground = [&](int y0, int y1, const QColor& colour) {
        ground_.assign(static_cast<std::size_t>(clip.width()), colour.rgb());
        for (const Tick& tick : ruler.ticks) {
            const int x = px(frame.headerWidth + tick.x) - clip.left();
            const QRgb ink = (tick.major ? palette_.gridStrong : palette_.grid).rgb();
            for (int at = std::max(x, 0); at < std::min(x + line, clip.width()); ++at)
                ground_[static_cast<std::size_t>(at)] = ink;
        }
        canvas.rows(y0, y1, ground_);
    };
    int stripe = 0, painted = clip.top();
    for (const LaneRow& row : frame.layout->rows) {
        if (row.lane < 0) stripe = 0;
        const bool alternate = row.lane >= 0 && stripe++ % 2;
        if (row.pinned != pinned || !frame.visible(row)) continue;
        const int y0 = px(frame.yOf(row)), y1 = px(frame.yOf(row) + row.height);
        ground(painted, y0, palette_.plot);
        ground(y0, y1, row.lane < 0 ? palette_.header : alternate ? palette_.plotAlternate : palette_.plot);
        painted = std::max(painted, y1);
        if (frame.source && row.lane >= 0) paintRow(canvas, frame, row);
        if (frame.source && row.collapsed) paintGroup(canvas, frame, row);
    }
    ground(painted, clip.bottom() + 1, palette_.plot);
}

void TimelinePainter::paintRow(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    switch ((*frame.lanes)[static_cast<std::size_t>(row.lane)].shape) {
        case LaneShape::bars: paintBars(canvas, frame, row); break;
        case LaneShape::markers: paintMarkers(canvas, frame, row); break;
        case LaneShape::steps: paintSteps(canvas, frame, row); break;
        case LaneShape::ranges: paintRanges(canvas, frame, row); break;
    }
}

void TimelinePainter::paintBars(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    const TimelineLane& lane = (*frame.lanes)[static_cast<std::size_t>(row.lane)];
    const int columns = px(frame.axis.width);
    bars_.clear();
    frame.source->bars(lane.key, frame.axis.first(), frame.axis.last(), columns, bars_);
    const QRect box = TimelineFrame::barRect(lane, frame.yOf(row), row.height);
    paintLife(canvas, frame, row, box);
    narrow_.assign(static_cast<std::size_t>(canvas.clip().width()), 0);
    narrow_foot_ = narrow_;
    int end = INT_MIN;  // of the last bar: the next one is seen beside it
    bool marks = false;
    for (const TimelineBar& bar : bars_) {
        if (bar.mark != TimelineMark::plain) {
            marks = true;
            continue;
        }
        paintBar(canvas, frame, bar, box, end);
        end = std::max(end, px(std::clamp(frame.xOf(bar.end), -1e6, 1e6)));
    }
    const int y0 = px(box.top()), y1 = px(box.top() + box.height()), foot = y1 - footHeight(y1 - y0);
    canvas.rows(y0, foot, narrow_);
    canvas.rows(foot, y1, narrow_foot_);
    if (!marks) return;
    for (const TimelineBar& bar : bars_)
        if (bar.mark != TimelineMark::plain) paintMark(canvas, frame, bar, box);
}

void TimelinePainter::paintBar(PixelCanvas& canvas, const TimelineFrame& frame, const TimelineBar& bar,
                               const QRect& box, int minX) {
    // Far outside is as good as just outside, and fits an int.
    const double from = std::clamp(frame.xOf(bar.begin), -1e6, 1e6);
    const double to =
        std::clamp(frame.xOf(bar.open ? std::max(frame.source->now(), bar.begin) : bar.end), -1e6, 1e6);
    int x0 = px(from), x1 = std::max(x0 + std::max(1, px(1)), px(to));
    if (x1 - x0 > px(3) && !bar.open && x0 >= minX) x1 -= px(1);  // neighbours stay apart
    const int y0 = px(box.top()), y1 = px(box.top() + box.height());
    has_open_ |= bar.open;
    const QRgb ground = palette_.plot.rgb(), failed = failed_[bar.dimmed];
    const Shade& colours = shade(bar);
    const bool wide = x1 - x0 >= px(5);
    if (!wide && !bar.open) {
        const QRgb colour = bar.lost || bar.blocked ? colours.half : colours.base;
        const QRgb foot = bar.failed ? failed : colour, kept = failed_[0];
        const QRect clip = canvas.clip();
        for (int x = std::max(x0, clip.left()); x < std::min(x1, clip.left() + clip.width()); ++x) {
            narrow_[static_cast<std::size_t>(x - clip.left())] = colour;
            // A failure among its neighbours is not painted over.
            QRgb& below = narrow_foot_[static_cast<std::size_t>(x - clip.left())];
            if (below != kept) below = foot;
        }
        return;
    }
    if (bar.lost || bar.blocked) {
        if (wide) {
            canvas.hatch(x0, y0, x1, y1, colours.stripe, colours.pale, px(bar.lost ? 4 : 7));
            canvas.frame(x0, y0, x1, y1, colours.base, std::max(1, px(1)));
        } else {
            canvas.fill(x0, y0, x1, y1, colours.half);
        }
    } else {
        canvas.fill(x0, y0, x1, y1, colours.base);
        if (wide && !bar.open) {  // softened corners
            const int r = std::max(1, px(1));
            for (const int x : {x0, x1 - r})
                for (const int y : {y0, y1 - r})
                    canvas.blend(x, y, x + r, y + r, ground, 170);
        }
    }
    if (bar.failed) {
        const int strip = footHeight(y1 - y0);
        canvas.fill(x0, y1 - strip, x1, y1, failed);
        if (wide) canvas.fill(x0, y1 - strip - px(1), x1, y1 - strip, ground);
    }
    if (bar.open) {  // a torn end: it goes on
        const int tooth = px(3);
        for (int y = y0; y < y1; ++y) {
            const int phase = (y - y0) % (2 * tooth);
            const int cut = phase < tooth ? phase : 2 * tooth - phase;
            canvas.fill(std::max(x0 + px(1), x1 - cut), y, x1, y + 1, ground);
        }
    }
    const double left = std::max<double>(from, frame.headerWidth),
                 right = std::min<double>(to, frame.size.width());
    if (bar.label.isEmpty() || right - left < 28) return;
    const bool hatched = bar.lost || bar.blocked;
    const double bottom = bar.failed ? box.height() * 0.8 : box.height();
    const QColor ink = bar.dimmed ? palette_.dimText
                       : hatched  ? palette_.text
                                  : palette_.mechanismText(bar.colour);
    plot_labels_.push_back({QRectF(left + 5, box.top(), right - left - (bar.open ? 11 : 8), bottom),
                            bar.label, ink, false, pinned_});
}

void TimelinePainter::paintSteps(PixelCanvas& canvas, const TimelineFrame& frame, const LaneRow& row) {
    const TimelineLane& lane = (*frame.lanes)[static_cast<std::size_t>(row.lane)];
    steps_.clear();
    frame.source->steps(lane.key, frame.axis.first(), frame.axis.last(), px(frame.axis.width), steps_);
    if (steps_.empty()) return;
    qint64 low = 0, high = 1;
    for (const TimelineStep& step : steps_) {
        if (!step.known) continue;
        low = std::min(low, step.min);
        high = std::max(high, step.max);
    }
    const QRect box = TimelineFrame::barRect(lane, frame.yOf(row), row.height);
    const double top = box.top() * ratio_, height = (box.height() - 1) * ratio_;
    const double range = static_cast<double>(high) - static_cast<double>(low);
    const auto y = [&](qint64 value) {
        return static_cast<int>(
            top + 0.5 + height * (1 - (static_cast<double>(value) - static_cast<double>(low)) / range));
    };
    const QColor colour = laneColour(frame, lane);
    const int thick = std::max(1, px(1.5)), zero = y(0);
    const qint64 end = std::max(frame.source->lastTime(), steps_.back().time);
    const qint64 known = frame.source->running() ? std::max(end, frame.source->now()) : end;
    const auto column = [&](qint64 time) { return px(std::clamp(frame.xOf(time), -1e6, 1e6)); };
    canvas.fill(column(steps_.front().time), zero, column(known), zero + std::max(1, px(1)),
                palette_.gridStrong.rgb());
    const QRect clip = canvas.clip();
    columns_.reset(static_cast<std::size_t>(clip.width()));
    const int line = std::max(1, px(1));
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        const TimelineStep& step = steps_[i];
        const int x = column(step.time) - clip.left();
        const int next = (i + 1 < steps_.size() ? column(steps_[i + 1].time) : column(known)) - clip.left();
        if (!step.known) continue;
        const int upper = y(step.last);
        for (int at = std::max(x, 0); at < std::min(std::max(next, x + line), clip.width()); ++at) {
            const auto c = static_cast<std::size_t>(at);
            if (at < next) {
                columns_.blend_top[c] = std::min(upper, zero);
                columns_.blend_bottom[c] = std::max(upper, zero);
            }
            const bool change = at < x + line;  // from the lowest to the highest value
            const int from = change ? y(step.max) : upper, to = (change ? y(step.min) : upper) + thick;
            const bool filled = columns_.fill_top[c] < columns_.fill_bottom[c];
            columns_.fill_top[c] = filled ? std::min(columns_.fill_top[c], from) : from;
            columns_.fill_bottom[c] = filled ? std::max(columns_.fill_bottom[c], to) : to;
        }
    }
    canvas.columns(px(box.top()), px(box.top() + box.height()) + thick, colour.rgb(), palette_.dark ? 76 : 60,
                   columns_);
    const QColor dim = palette_.dimText;
    const QFontMetrics metrics(frame.font);
    header_labels_.push_back(
        {QRectF(14, box.top() + metrics.height() - 2, frame.headerWidth - 26, metrics.height() + 4),
         QCoreApplication::translate("ipcscope::TimelineView", "%1 to %2 in view")
             .arg(QLocale().toString(low), QLocale().toString(high)),
         dim, false, pinned_});
}

void TimelinePainter::paintLabels(const TimelineFrame& frame) {
    image_.setDevicePixelRatio(ratio_);
    QPainter painter(&image_);
    paintLabels(frame, painter);
}

void TimelinePainter::paintLabels(const TimelineFrame& frame, QPainter& painter) {
    texts_.setFont(frame.font);
    const auto draw = [&](const std::vector<Label>& labels, const QRect& clip, bool pinned = false) {
        painter.setClipRect(clip);
        for (const Label& label : labels) {
            if (label.pinned != pinned) continue;
            painter.setPen(label.colour);
            texts_.draw(painter, label.box, label.text, label.bold);
        }
    };
    for (const bool pinned : {false, true}) {
        const QRect part = frame.section(pinned);
        if (part.isEmpty()) continue;
        draw(plot_labels_, frame.plot().intersected(part), pinned);
        draw(header_labels_, part.intersected(QRect(0, 0, frame.headerWidth - 1, frame.size.height())),
             pinned);
    }
    draw(ruler_labels_, QRect(0, 0, frame.size.width(), frame.rulerHeight));
}

}  // namespace ipcscope

// What TimelineView keeps; shared by its parts: view, input, navigation.
#pragma once

#include "timeline/timeline_painter.h"
#include "timeline/timeline_view.h"

#include <QPointF>

#include <optional>

namespace ipcscope {

struct TimelineHit {
    int lane = -1;
    TimelineBar bar;
};

struct TimelineView::Private {
    explicit Private(TimelineView& view) : q(view) {}

    // --- frame ---
    TimelineFrame frame() const;
    int plotWidth() const;
    void relayout();    // lanes, font or size changed
    void invalidate();  // draws anew at the next paint
    void axisChanged();
    void paintOverlay(QPainter& painter, const TimelineFrame& frame);
    void paintSelection(QPainter& painter, const TimelineFrame& frame);
    void paintPointer(QPainter& painter, const TimelineFrame& frame);
    void paintChips(QPainter& painter, const TimelineFrame& frame);
    void paintEmpty(QPainter& painter, const TimelineFrame& frame);
    QRectF itemRect(const TimelineFrame& frame, int lane, qint64 begin, qint64 end) const;

    // --- time ---
    qint64 dataBegin() const;
    qint64 dataEnd() const;  // of running calls: now
    void followLive();
    void fitAll();
    void zoomAt(double factor, double x);  // x in the plot; by the person, so following ends
    void panBy(double pixels);

    // --- navigation ---
    int laneIndex(quint64 key) const;
    std::vector<TimelineBar> items(int lane, qint64 t0, qint64 t1, int columns) const;
    std::optional<TimelineHit> hit(const QPointF& position) const;
    std::optional<TimelineBar> itemAfter(int lane, qint64 time) const;   // begins later than `time`
    std::optional<TimelineBar> itemBefore(int lane, qint64 time) const;  // begins earlier
    std::optional<TimelineBar> itemNear(int lane, qint64 time) const;
    std::optional<TimelineBar> single(int lane, qint64 t0, qint64 t1, bool first) const;
    void locateSelection();
    void reveal(int lane, qint64 begin, qint64 end);
    void moveAlong(int direction);
    void moveAcross(int direction);

    TimelineView& q;
    const TimelineSource* source = nullptr;
    std::vector<TimelineLane> lanes;
    LaneLayout layout;
    LaneArrangement arrangement;
    Bookmarks bookmarks;
    TimeAxis axis;
    TimelinePainter frame_painter;
    bool dirty = true;
    bool has_range = false;  // the axis was set to data or by the person

    bool follow = true;
    bool fitted = true;  // nobody chose a range: all of it is shown
    int header_width = 210;

    bool selected = false;
    quint64 selected_seq = 0;
    int selected_lane = -1;
    qint64 selected_begin = 0, selected_end = 0;
    struct Joint {
        quint64 seq;
        int lane;
        qint64 begin, end;
        int from_lane, to_lane;
        qint64 from_time, to_time;
    };
    std::vector<Joint> joints;
    std::size_t next_jump = 0;
    quint64 jump_origin = 0;

    enum class Drag { none, press, pan, band, splitter } drag = Drag::none;
    QPointF press, pointer{-1, -1};
    double band_from = 0;
    std::optional<TimelineHit> hover;
    QRectF follow_chip;
};

void installTimelineAccessibility();

}  // namespace ipcscope

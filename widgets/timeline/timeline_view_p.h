// What TimelineView keeps; shared by its parts: view, input, navigation.
#pragma once

#include "timeline/lane_arranging.h"
#include "timeline/mini_map.h"
#include "timeline/timeline_painter.h"
#include "timeline/timeline_view.h"

#include <QPointF>
#include <QPointer>

#include <functional>
#include <optional>

class QLineEdit;

namespace ipcscope {

class TimelineAsk;

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

    void paintCursors(QPainter& painter, const TimelineFrame& frame);
    void paintBookmarks(QPainter& painter, const TimelineFrame& frame);
    void paintRowSigns(QPainter& painter, const TimelineFrame& frame);  // current row, where one is dropped
    int rulerHeight() const;
    bool playCursorAt(const QPointF& position) const;  // timeline_play.cpp
    void dragPlayCursor(const QPointF& position);
    void paintPlayCursor(QPainter& painter, const TimelineFrame& frame);
    void syncMap();

    // --- time ---
    qint64 dataBegin() const;
    qint64 dataEnd() const;  // of running calls: now
    void followLive();
    void fitAll();
    void zoomAt(double factor, double x);  // x in the plot; by the person, so following ends
    void panBy(double pixels);
    void show(qint64 from, qint64 to);  // by the person
    void pause();                       // the person looks at something: no more following
    qint64 here() const;                // what "now" means to the person: pointer, selection, middle

    // --- navigation ---
    int laneIndex(quint64 key) const;
    std::vector<TimelineBar> items(int lane, qint64 t0, qint64 t1, int columns, bool foreign = false) const;
    std::optional<TimelineHit> hit(const QPointF& position) const;
    std::optional<TimelineBar> itemAfter(int lane, qint64 time) const;   // begins later than `time`
    std::optional<TimelineBar> itemBefore(int lane, qint64 time) const;  // begins earlier
    std::optional<TimelineBar> itemNear(int lane, qint64 time) const;
    std::optional<TimelineBar> single(int lane, qint64 t0, qint64 t1, bool first) const;
    void locateSelection();
    void reveal(int lane, qint64 begin, qint64 end);
    void moveAlong(int direction);
    void moveAcross(int direction);
    void hop(bool forward);
    std::optional<quint64> arrowAt(const QPointF& position) const;  // the end that is not in view, or farther

    // --- measuring and marks (timeline_measure.cpp, timeline_places.cpp) ---
    enum class Cursor { none, a, b };
    Cursor cursorAt(const QPointF& position) const;
    void setCursor(Cursor which, qint64 time);
    void nudgeCursor(double pixels);
    qint64 snapped(const QPointF& position) const;  // to the edge of a bar that is close
    struct Measured {
        qint64 from = 0, to = 0;
        quint64 events = 0, known = ~quint64{0};
        std::vector<quint64> lanes;
    };
    const Measured& measured() const;
    int bookmarkAt(const QPointF& position) const;  // -1 = none
    void editBookmark(qint64 time);
    TimelineAsk* ask();

    // --- rows (timeline_rows.cpp) ---
    void change(LaneArrangement next);
    const LaneRow* currentRow() const;
    void setCurrent(const LaneRow* row);
    void stepRow(int direction);
    void scrollTo(const LaneRow& row);
    QString currentLane() const;  // name; "" = a title, or none
    void renameLane(const QString& name);
    void dropRow(double y);
    bool rowKey(int key, Qt::KeyboardModifiers modifiers);
    void fillRowMenu(QMenu* menu, const LaneRow* row);
    void fillPlaceMenu(QMenu* menu, const std::optional<TimelineHit>& hit, qint64 time);
    void fillArrangementMenu(QMenu* menu);
    void fillArrowMenu(QMenu* menu);
    void popup(const QPoint& position);

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

    std::vector<LaneArrangement> undo;
    QString current_lane, current_group;  // names; where the keys that arrange act
    QString dragged_lane, dragged_group;
    double drop_y = -1;  // viewport; < 0 = nowhere
    QString drop_name;
    bool drop_before = true;

    ArrowMode arrow_mode = ArrowMode::all;
    std::optional<qint64> cursor_a, cursor_b, went_to, play_cursor;
    Cursor last_cursor = Cursor::a;
    mutable Measured measured_;
    quint64 paused_at = 0;  // events when following ended
    MiniMap* map = nullptr;
    QPointer<TimelineAsk> asking;
    QPointer<QWidget> keys_window, bookmarks_window;

    enum class Drag {
        none,
        press,
        pan,
        band,
        splitter,
        cursor,
        measure,
        row_press,
        row,
        play
    } drag = Drag::none;
    Cursor dragged_cursor = Cursor::none;
    qint64 measure_from = 0;
    QPointF press, pointer{-1, -1};
    double band_from = 0;
    std::optional<TimelineHit> hover;
    QRectF follow_chip;
    QRectF measure_chip;
};

void installTimelineAccessibility();

}  // namespace ipcscope

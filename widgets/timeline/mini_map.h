// The whole recording in one strip: how much happened when, what failed, and which part of it is seen. Drag
// the frame, its edges, or draw elsewhere; arrows pan, + and - zoom.
#pragma once

#include "timeline/lane_arrangement.h"
#include "timeline/timeline_source.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace ipcscope {

// Time <-> pixels of the strip. No widgets.
struct MiniMapScale {
    qint64 from = 0, to = 1;
    double left = 0, width = 1;
    static constexpr double least_window = 6;  // pixels: can be seen and grasped

    double x(qint64 time) const;
    qint64 time(double x) const;  // may lie outside of from..to
    // Left and right edge of the part that is seen, within the strip.
    std::pair<double, double> window(qint64 first, qint64 last) const;
    enum class Part { outside, left_edge, inside, right_edge };
    Part partAt(double x, qint64 first, qint64 last) const;
};

class MiniMap : public QWidget {
    Q_OBJECT
public:
    explicit MiniMap(QWidget* parent = nullptr);
    void setSource(const TimelineSource* source);
    void refresh();                             // there may be more; asks the source when it is worth it
    void setWindow(qint64 first, qint64 last);  // what is seen
    void setEdge(int x);                        // where the strip begins, as the plot below does
    void setMarks(const Bookmarks& bookmarks, std::optional<qint64> a, std::optional<qint64> b);
    void setEnd(qint64 end);  // of the recording: later than its last event while a call runs
    void setPlayCursor(std::optional<qint64> time);  // of playback: dragged, it is moved
    MiniMapScale scale() const;
    QSize sizeHint() const override;

signals:
    void scrubbed(qint64 time);              // the cursor of playback is wanted here
    void wanted(qint64 first, qint64 last);  // show this
    void panned(double windows);             // by so many times what is seen
    void zoomed(double factor, qint64 at);
    void fitWanted();
    void followWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void ask();
    const TimelineSource* source_ = nullptr;
    std::vector<TimelineDensity> columns_;
    qint64 columns_from_ = 0, columns_to_ = 0;  // what they show
    quint64 columns_events_ = 0;
    QElapsedTimer asked_;
    QTimer later_;
    int pause_ = 20;  // ms: asking takes a twentieth of the time at most
    qint64 first_ = 0, last_ = 0, end_ = 0;
    int edge_ = 0;
    Bookmarks bookmarks_;
    std::optional<qint64> a_, b_;
    MiniMapScale::Part grasped_ = MiniMapScale::Part::outside;
    bool dragging_ = false;
    std::optional<qint64> play_;
    bool scrubbing_ = false;
    bool playAt(double x) const;
    qint64 grasp_offset_ = 0;
};

}  // namespace ipcscope

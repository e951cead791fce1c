// The timeline: lanes over one time axis. Zooms at the cursor (wheel, + and -, ctrl+drag for a range), pans
// (drag, arrows, shift+wheel), fits (Home or F), follows live (End or L), goes from event to event
// (ctrl+left, ctrl+right, up, down) and to the other end of a flow (J). Draws from a TimelineSource; costs by
// pixels.
#pragma once

#include "timeline/lane_arrangement.h"
#include "timeline/timeline_source.h"

#include <QAbstractScrollArea>

#include <memory>

namespace ipcscope {

class TimelineView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    void setSource(const TimelineSource* source);  // not owned; nullptr = nothing
    void refresh();                                // the source has more: call at most 25 times a second
    void select(quint64 seq, bool reveal = true);
    void clearSelection();
    quint64 selected() const;
    bool hasSelection() const;
    void setVisibleRange(qint64 t0, qint64 t1);
    qint64 visibleBegin() const;
    qint64 visibleEnd() const;
    bool follows() const;
    QString selectionText() const;  // plain words about the selected event; "" = none

    // Kept when the source changes: lanes are meant by their names.
    const LaneArrangement& arrangement() const;
    void setArrangement(const LaneArrangement& arrangement);
    const Bookmarks& bookmarks() const;
    void setBookmarks(Bookmarks bookmarks);

public slots:
    void fit();
    void setFollow(bool on);
    void zoomIn();
    void zoomOut();
    void jumpToOtherEnd();   // of the selected event's flow
    void zoomToSelection();  // with some room around it
    void selectNext();       // in the lane of the selection
    void selectPrevious();

signals:
    void selectionChanged(quint64 seq);
    void followChanged(bool on);
    void rangeChanged(qint64 t0, qint64 t1);
    void arrangementChanged();
    void bookmarksChanged();

protected:
    bool viewportEvent(QEvent* event) override;  // tool tips, leaving
    void changeEvent(QEvent* event) override;    // colours, font
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace ipcscope

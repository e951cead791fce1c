// The timeline: lanes over one time axis, a mini-map of the whole above. Zooms at the cursor (wheel, + and -,
// ctrl+drag for a range), pans (drag, arrows, shift+wheel), fits (Home or F), follows live (End or L), goes
// from event to event (ctrl+left, ctrl+right, up, down), to the other end of a flow (J) and along a chain of
// flows ([ and ]). Lanes are arranged by dragging their names, by their menu and by keys; ? shows all keys.
// Draws from a TimelineSource; costs by pixels.
#pragma once

#include "timeline/lane_arrangement.h"
#include "timeline/timeline_source.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>

class QMenu;

namespace ipcscope {

enum class ArrowMode { all, selection, none };
class MiniMap;

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
    bool canUndoArrangement() const;

    ArrowMode arrowMode() const;
    // The two measuring cursors, ns; none = not set.
    std::optional<qint64> cursorA() const;
    std::optional<qint64> cursorB() const;
    void setCursors(std::optional<qint64> a, std::optional<qint64> b);
    QString measureText() const;  // what lies between them; "" = nothing is measured
    // Goes to what was typed (see go_to.h); "" = done, else why not.
    QString goTo(const QString& text);
    void goToTime(qint64 time);  // to the middle of the view, marked
    // The moment that playback shows, ns; none = live.
    std::optional<qint64> playCursor() const;
    void setPlayCursor(std::optional<qint64> time);

    void goToBookmark(std::size_t index);

    MiniMap* miniMap() const;
    // Everything that can be done with the view, for a button or a menu bar.
    void fillMenu(QMenu* menu);

public slots:
    void fit();
    void setFollow(bool on);
    void zoomIn();
    void zoomOut();
    void jumpToOtherEnd();   // of the selected event's flow
    void zoomToSelection();  // with some room around it
    void selectNext();       // in the lane of the selection
    void selectPrevious();
    void nextHop();  // along the chain of flows: to where it arrived, to what was sent next
    void previousHop();
    void setArrowMode(ArrowMode mode);
    void askWhere();     // go to time
    void askBookmark();  // with a note, at the selection, the pointer or the middle
    void showBookmarks();
    void nextBookmark();
    void previousBookmark();
    void clearCursors();
    void measureSelection();
    void undoArrangement();
    void resetArrangement();
    void showKeys();

signals:
    void selectionChanged(quint64 seq);
    void followChanged(bool on);
    void rangeChanged(qint64 t0, qint64 t1);
    void arrangementChanged();
    void bookmarksChanged();
    void arrowModeChanged();
    void cursorsChanged();
    void playCursorDragged(qint64 time);  // also on the mini-map
    // A menu is about to open; who listens may add to it.
    void eventMenuWanted(QMenu* menu, quint64 seq);
    void laneMenuWanted(QMenu* menu, quint64 lane);

protected:
    bool event(QEvent* event) override;          // its keys win over the window's
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
    friend class AccessibleTimeline;
    friend class AccessibleLane;
    friend struct TimelinePicture;
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace ipcscope

// The cursor of playback on the timeline: drawn, dragged, followed by the view until the person looks
// elsewhere; what is looped is what the measuring cursors hold.
#pragma once

#include <QObject>

#include <optional>

namespace ipcscope {

class Playback;
class TimelineView;

class PlaybackView : public QObject {
    Q_OBJECT
public:
    PlaybackView(TimelineView& view, Playback& playback, QObject* parent);

private:
    void move(qint64 time, bool byPerson);
    void showCursor();
    TimelineView& view_;
    Playback& playback_;
    std::optional<qint64> last_;  // where the cursor was
    bool dragging_ = false;       // on the timeline itself: it is in view
};

}  // namespace ipcscope

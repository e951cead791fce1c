#include "playback_view.h"

#include "playback.h"
#include "timeline/timeline_view.h"

#include <QMenu>

namespace ipcscope {

PlaybackView::PlaybackView(TimelineView& view, Playback& playback, QObject* parent)
    : QObject(parent), view_(view), playback_(playback) {
    connect(&playback_, &Playback::moved, this, &PlaybackView::move);
    connect(&playback_, &Playback::changed, this, &PlaybackView::showCursor);
    connect(&view_, &TimelineView::playCursorDragged, this, [this](qint64 time) {
        dragging_ = true;
        playback_.pause();
        playback_.seek(time);
        dragging_ = false;
    });
    connect(&view_, &TimelineView::cursorsChanged, this, [this] {
        const auto a = view_.cursorA(), b = view_.cursorB();
        playback_.setLoopRange(a && b && *a != *b ? std::optional(std::pair(*a, *b)) : std::nullopt);
    });
    connect(&view_, &TimelineView::eventMenuWanted, this, [this](QMenu* menu) {
        auto* show = menu->addAction(tr("&Show this moment"));
        // Now: while it plays, something else is selected by the time that the person has chosen.
        const auto time = playback_.startsAt ? playback_.startsAt() : std::nullopt;
        show->setEnabled(time.has_value());
        connect(show, &QAction::triggered, this, [this, time] {
            if (time) playback_.seek(*time);
        });
    });
}

void PlaybackView::showCursor() {
    if (playback_.active()) return;
    last_.reset();
    view_.setPlayCursor({});
}

// What the person did is always brought into view. While it plays, the view turns the page when the cursor
// leaves it, but only if it was in view: a person who looks elsewhere is left alone.
void PlaybackView::move(qint64 time, bool byPerson) {
    const qint64 from = view_.visibleBegin(), to = view_.visibleEnd(), width = to - from;
    const auto seen = [&](qint64 at) { return at >= from && at <= to; };
    const bool wasSeen = last_ && seen(*last_);
    last_ = time;
    view_.setPlayCursor(time);
    if (seen(time) || dragging_ || width <= 0) return;
    if (byPerson)
        view_.setVisibleRange(time - width / 2, time + width - width / 2);
    else if (wasSeen)
        view_.setVisibleRange(time - width / 10, time + width - width / 10);
}

}  // namespace ipcscope

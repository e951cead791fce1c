// What a TimelineView draws, asked for by pixels. Plain values: the view knows no event store and no
// mechanism.
#pragma once

#include <QColor>
#include <QString>
#include <QVector>

#include <cstdint>
#include <vector>

namespace ipcscope {

enum class LaneShape { bars, markers, steps };

struct TimelineLane {
    quint64 key = 0;  // stable; what is selected, pinned, hidden is remembered by it
    QString label;    // "parent", "s: semaphore 0"
    QString detail;   // "pid 4711", "idle"; second line, tool tip
    LaneShape shape = LaneShape::bars;
    int group = 0;  // lanes of one group stand together under its title
    QString groupTitle;
    QString unit;        // steps: "messages"
    quint16 colour = 0;  // steps: index, see Palette
    bool ended = false;  // the process is gone
};

struct TimelineBar {            // bars and markers
    qint64 begin = 0, end = 0;  // ns; a marker has begin == end
    quint64 seq = 0;            // what is selected when it is clicked
    quint32 count = 1;          // > 1: so many events, too small to be drawn one by one
    quint16 colour = 0;         // index: one per mechanism, see Palette
    bool open = false, blocked = false, failed = false, lost = false;
    QString label;  // "write = 5"; only when count == 1 and asked for (there is room)
};

struct TimelineStep {
    qint64 time = 0;
    qint64 first = 0, last = 0, min = 0, max = 0;
    quint64 seq = 0;
};

struct TimelineArrow {
    quint64 id = 0;  // flow
    quint64 fromLane = 0, toLane = 0;
    qint64 fromTime = 0, toTime = 0;
    quint64 fromSeq = 0, toSeq = 0;
    quint16 colour = 0;
    bool guess = false;
};

class TimelineSource {
public:
    virtual ~TimelineSource() = default;
    virtual std::vector<TimelineLane> lanes() const = 0;
    virtual qint64 firstTime() const = 0;  // ns, 0 = nothing yet
    virtual qint64 lastTime() const = 0;   // of what is known now; a running call ends at now()
    virtual qint64 now() const = 0;
    virtual bool running() const = 0;  // time goes on
    // At most about two per column; `labels`: fill TimelineBar::label where a bar is wider than 24 px.
    virtual void bars(quint64 lane, qint64 t0, qint64 t1, int columns,
                      std::vector<TimelineBar>& out) const = 0;
    virtual void steps(quint64 lane, qint64 t0, qint64 t1, int columns,
                       std::vector<TimelineStep>& out) const = 0;
    // Arrows that touch the range, at most `limit`; returns how many there are in all.
    virtual std::size_t arrows(qint64 t0, qint64 t1, std::size_t limit,
                               std::vector<TimelineArrow>& out) const = 0;
    virtual QString toolTip(quint64 seq) const = 0;  // rich text: time, duration, call, arguments, outcome
    virtual bool locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const = 0;
    virtual std::vector<quint64> joined(quint64 seq) const = 0;  // events at the other ends of its flows
};

}  // namespace ipcscope

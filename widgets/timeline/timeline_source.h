// What a TimelineView draws, asked for by pixels. Plain values: the view knows no event store and no
// mechanism.
#pragma once

#include <QColor>
#include <QString>
#include <QVector>

#include <cstdint>
#include <vector>

namespace ipcscope {

enum class LaneShape { bars, markers, steps, ranges };

// What a marker stands for: each has a shape of its own. `plain`: anything else.
enum class TimelineMark : quint8 { plain, born, ended, sent, pending, delivered, coalesced, ignored };

struct TimelineLane {
    quint64 key = 0;  // of this run
    QString name;     // the same in every run of a program: "worker:child"; arrangements mean it ("" = key)
    QString label;    // "parent", "s: semaphore 0"
    QString detail;   // "pid 4711", "idle"; second line, tool tip
    LaneShape shape = LaneShape::bars;
    int group = 0;  // lanes of one group stand together under its title
    QString groupTitle;
    QString unit;               // steps: "messages"
    quint16 colour = 0;         // steps: index, see Palette
    bool ended = false;         // the process is gone
    bool waiting = false;       // blocked now
    bool busy = false;          // a call has not come back yet, blocked or not
    bool alarm = false;         // and nobody will end that: a deadlock
    qint64 born = 0, died = 0;  // bars: the life of the process, ns; 0 = not known, not yet
    quint64 parent = 0;         // key of the lane of the process that forked it; 0 = none
    QString process, mechanism,
        object;        // titles of the groups that it belongs to, by LaneGrouping; "" = none
    quint64 size = 0;  // ranges: of the memory, in bytes; 0 = not known
};

struct TimelineBar {            // bars and markers
    qint64 begin = 0, end = 0;  // ns; a marker has begin == end
    quint64 seq = 0;            // what is selected when it is clicked
    quint32 count = 1;          // > 1: so many events, too small to be drawn one by one
    quint16 colour = 0;         // index: one per mechanism, see Palette
    bool open = false, blocked = false, failed = false, lost = false;
    bool dimmed = false;                      // a filter does not match it
    TimelineMark mark = TimelineMark::plain;  // markers
    QString label;  // "write = 5"; only when count == 1 and asked for (there is room)
    QString waits;  // blocked: "waits for a writer of p"; as label
};

struct TimelineStep {
    qint64 time = 0;
    qint64 first = 0, last = 0, min = 0, max = 0;
    quint64 seq = 0;
    bool known = true;  // false: from here to the next step nobody knows the level, and nothing is drawn
};

struct TimelineRange {               // a write into memory
    qint64 begin = 0, end = 0;       // ns
    quint64 offset = 0, length = 0;  // bytes
    quint64 seq = 0;
    quint32 count = 1;   // > 1: so many writes, together covering offset to offset + length
    quint16 colour = 0;  // index: one per writer, see Palette
    bool dimmed = false;
    bool read = false;  // it was only read
};

struct TimelineArrow {
    quint64 id = 0;  // flow
    quint64 fromLane = 0, toLane = 0;
    qint64 fromTime = 0, toTime = 0;
    quint64 fromSeq = 0, toSeq = 0;
    quint16 colour = 0;
    bool guess = false;
    bool dimmed = false;
};

// How many arrows leave one lane for another, per column of a range.
struct TimelineArrowBand {
    quint64 fromLane = 0, toLane = 0;
    quint16 colour = 0;
    std::vector<quint32> counts;  // one per column
};

struct TimelineDensity {  // one column of the whole recording
    quint32 count = 0;    // events, of all lanes
    bool failed = false, lost = false;
    bool hit = false;    // a filter matches something here
    bool found = false;  // a search has found something here
};

// Counts what lasts from `begin` to `end` into the columns of [t0, t1).
void addDensity(std::vector<TimelineDensity>& out, qint64 t0, qint64 t1, qint64 begin, qint64 end,
                quint32 count, bool failed, bool lost);

class TimelineSource {
public:
    virtual ~TimelineSource() = default;
    virtual std::vector<TimelineLane> lanes() const = 0;
    virtual qint64 firstTime() const = 0;  // ns, 0 = nothing yet
    virtual qint64 lastTime() const = 0;   // of what is known now; a running call ends at now()
    virtual qint64 now() const = 0;
    // The moment that the words of the lanes are of.
    virtual qint64 moment() const { return lastTime(); }
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

    // --- what a source need not know ---
    // Writes into a lane of shape `ranges`, at most about two per column. Appends.
    virtual void ranges(quint64 lane, qint64 t0, qint64 t1, int columns,
                        std::vector<TimelineRange>& out) const;
    // Arrows by pairs of lanes and columns, when there are too many to be drawn; returns how many there are
    // in all. Costs by columns. The default counts what arrows() gives.
    virtual std::size_t arrowDensity(qint64 t0, qint64 t1, int columns,
                                     std::vector<TimelineArrowBand>& out) const;
    // Events of a lane that touch [t0, t1); costs by columns, not by events. The default asks bars:
    // calls and moments.
    virtual quint64 count(quint64 lane, qint64 t0, qint64 t1) const;
    // Events per column, all lanes together; `out` gets one value per column. The default asks every lane.
    virtual void density(qint64 t0, qint64 t1, int columns, std::vector<TimelineDensity>& out) const;
    // As density(), of these lanes only, whatever stands in them: calls, moments, steps, writes. The default
    // asks for bars and steps.
    virtual void densityOf(const std::vector<quint64>& lanes, qint64 t0, qint64 t1, int columns,
                           std::vector<TimelineDensity>& out) const;
    virtual quint64 events() const { return 0; }           // how many there are; 0 = not known
    virtual quint64 revision() const { return events(); }  // with another one, density() is asked anew
    // The event that tables call `number`. False = there is none.
    virtual bool numbered(quint64 number, quint64& seq) const;
    // The arrow from one event to another. False = not known better than by where they are.
    virtual bool arrow(quint64 fromSeq, quint64 toSeq, TimelineArrow& out) const;
    // When what a person would look for begins: the first call; 0 = as firstTime().
    virtual qint64 firstOfInterest() const { return 0; }
    // Of a lane of shape `steps`: its value now (in playback: then), whatever a view shows; "" = there is
    // none.
    QString levelText(const TimelineLane& lane) const;
    // From when on a view of everything shows it: a long time before that is left out.
    qint64 firstToShow(qint64 end) const;
};

}  // namespace ipcscope

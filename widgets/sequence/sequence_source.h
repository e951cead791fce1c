// What a SequenceView draws, asked for row by row. Plain values: the view knows no event store and no
// mechanism.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace ipcscope {

struct DiagramColumn {
    quint64 key = 0;  // stable; order and hiding are remembered by it
    QString label;    // "parent", "q"
    QString detail;   // "pid 4711", "message queue"
    bool object = false;
    quint16 colour = 0;            // objects: index, see Palette
    qint64 born = -1, ended = -1;  // rows; -1: above all of them, below all of them
    QString end;                   // "exited 3", "killed SIGKILL"
    bool failed = false;           // that was a bad end
    qint64 messages = 0;
};

enum class DiagramMark { call, waits, moment, birth, death, note, lost };

struct DiagramEnd {  // one event
    quint64 seq = 0;
    quint64 column = 0;
    DiagramMark mark = DiagramMark::call;
    QString text;         // 'write "Hello"', "close(p.read_end)"
    QString outcome;      // "= 5", "EAGAIN (...)"
    QString waits;        // waits: "waits for a writer of p"
    qint64 beginRow = 0;  // of a call: where its bar begins
    bool failed = false, blocked = false;
};

struct DiagramArrow {
    quint64 id = 0;
    quint64 from = 0, to = 0;         // columns; 0 = not in the picture
    QString fromName, toName;         // of the processes at its ends
    qint64 fromRow = -1, toRow = -1;  // -1 = not in the picture
    quint64 fromSeq = 0, toSeq = 0;
    QString through;  // the object's name; "" = none, or it is a column
    QString later;    // how much later it arrived: "1.2 s"
    quint16 colour = 0;
    bool guess = false, coalesced = false, received = true, creates = false, bothWays = false;
};

struct DiagramRow {
    qint64 row = 0;
    qint64 time = 0;      // ns
    QString timeText;     // since the beginning: "18.2 ms"
    QString gap;          // the silence above it: "+ 1.2 s"; "" = no gap
    bool dimmed = false;  // what a filter does not match
    std::vector<DiagramEnd> ends;
    std::vector<DiagramArrow> arrows;
};

// Where rows are in time: what the layout needs of a source.
class RowTimes {
public:
    virtual ~RowTimes() = default;
    virtual qint64 rowCount() const = 0;
    virtual qint64 gapsUntil(qint64 row) const = 0;   // gaps above this row or an earlier one; O(log n)
    virtual qint64 timeOf(qint64 row) const = 0;      // ns; rises, but for differences of microseconds
    virtual qint64 rowAtTime(qint64 time) const = 0;  // the first at or after it; rowCount() = none
};

class SequenceSource : public RowTimes {
public:
    virtual std::vector<DiagramColumn> columns() const = 0;  // all, in their own order
    // Without `words` the texts may be left empty: there is no room for them.
    virtual DiagramRow row(qint64 row, bool words = true) const = 0;
    virtual std::vector<quint64> columnsOf(qint64 row) const = 0;  // that the row's events are of; quick
    // The call of this column that began above `first` and ended (if ever) below `last`.
    virtual std::optional<DiagramEnd> running(quint64 column, qint64 first, qint64 last) const = 0;
    virtual qint64 rowOf(quint64 seq) const = 0;                 // -1 = it is not in the picture
    virtual qint64 rowAfter(quint64 seq) const = 0;              // the first row of this or a later event
    virtual std::vector<quint64> joined(quint64 seq) const = 0;  // events at the other ends of its flows
    virtual QString toolTip(quint64 seq) const = 0;
};

}  // namespace ipcscope

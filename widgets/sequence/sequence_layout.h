// Where things stand in a sequence diagram, in pixels of the whole picture (0 = above its first row).
// Doubles: ten million rows are more than an int of pixels would hold at high zoom.
#pragma once

#include "sequence/sequence_source.h"

#include <vector>

namespace ipcscope {

struct SequenceLayout {
    // --- set these ---
    const RowTimes* rows = nullptr;
    double rowHeight = 44;  // evenly spaced rows; the line of an arrow is in the middle
    double gapHeight = 24;  // more above a row that follows a gap
    double top = 10, bottom = 24;
    bool toScale = false;        // distances are those of time, ...
    double nsPerPixel = 10'000;  // ... by this scale
    double gutter = 90;          // for times, left of all columns
    double columnWidth = 200;
    int columns = 0;

    // --- rows ---
    qint64 count() const { return rows ? rows->rowCount() : 0; }
    double y(qint64 row) const;     // of its line
    double gapY(qint64 row) const;  // the middle of the gap above it
    double height() const;
    qint64 rowAt(double y) const;       // the nearest; -1 = there are none
    qint64 firstBelow(double y) const;  // the first row whose line is at or below y; count() = none
    double yOfTime(qint64 time) const;  // between the rows around it
    // The next row that stands at least `distance` below this one; count() = none. O(log of the rows
    // between).
    qint64 after(qint64 row, double distance) const;

    // --- columns ---
    double x(int column) const { return gutter + columnWidth * (column + 0.5); }
    double width() const { return gutter + columnWidth * columns; }
    int columnAt(double x) const;  // the nearest; -1 = there are none, or left of all
    // All columns share the room, within these widths.
    void shareWidth(double room, double narrowest, double widest);
    // Where a dragged head would be put: the position among the columns, 0 to columns - 1.
    int dropAt(double x) const;
};

// A list with the item at `from` moved to `to`.
std::vector<quint64> moved(std::vector<quint64> order, int from, int to);

// Scroll bars count in ints: positions of more pixels than that are scaled.
struct ScrollScale {
    double length = 0;  // pixels that can be scrolled
    int maximum() const;
    int value(double pixels) const;
    double pixels(int value) const;
};

}  // namespace ipcscope

// Time <-> pixels, ticks and the words for times. No widgets: all of it can be tested by tables.
#pragma once

#include <QString>
#include <QtGlobal>

#include <vector>

namespace ipcscope {

// What is seen of the time line. Begin and span are ns since `origin`; fractions of a ns matter at the
// deepest zoom, and a double holds them over more than a day.
struct TimeAxis {
    static constexpr double min_span = 1;                  // 1 ns
    static constexpr double max_span = 24.0 * 3600 * 1e9;  // 24 h

    qint64 origin = 0;
    double begin = 0;
    double span = 1e9;
    double width = 1;  // pixels

    double x(qint64 time) const { return (static_cast<double>(time - origin) - begin) / span * width; }
    double offset(double pixel) const { return begin + pixel / width * span; }
    qint64 time(double pixel) const;
    qint64 first() const { return time(0); }
    qint64 last() const;
    double perPixel() const { return span / width; }

    void zoom(double factor, double pixel);  // factor > 1: closer; the time at `pixel` stays there
    void pan(double pixels);                 // > 0: later
    void show(qint64 from, qint64 to);
    // At least a tenth of the view stays on [from, to].
    void keepWithin(qint64 from, qint64 to);
    bool operator==(const TimeAxis&) const = default;
};

struct Tick {
    double x = 0;
    bool major = false;
    QString label;  // of major ones
};

struct Ruler {
    std::vector<Tick> ticks;
    QString base;  // not empty: the labels ("+200 ns") count from here
};

// The smallest of the usual steps (1, 2, 5 times a power of ten; 15, 30 s, minutes, hours) that is not
// narrower than `least` ns; `parts`: into how many minor ones it is divided.
double niceStep(double least, int& parts);
Ruler rulerOf(const TimeAxis& axis, double minLabelWidth);

// "850 ns", "1.25 µs", "3.2 s", "2 min 5 s", "1 h 2 min"
QString formatDuration(qint64 ns);
// With as many digits as `resolution` ns needs, in groups: "3.201 204 s"; from two minutes on "2:05.5"
QString formatTime(double ns, double resolution);

}  // namespace ipcscope

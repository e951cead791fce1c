#include "timeline/time_axis.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace ipcscope {
namespace {

constexpr double second = 1e9, minute = 60e9, hour = 3600e9;

struct Step {
    double ns;
    int parts;
};
constexpr std::array<Step, 14> long_steps{{{10 * second, 5},
                                           {15 * second, 3},
                                           {30 * second, 3},
                                           {minute, 6},
                                           {2 * minute, 4},
                                           {5 * minute, 5},
                                           {10 * minute, 5},
                                           {15 * minute, 3},
                                           {30 * minute, 3},
                                           {hour, 6},
                                           {2 * hour, 4},
                                           {3 * hour, 3},
                                           {6 * hour, 6},
                                           {12 * hour, 6}}};

struct TimeUnit {
    double ns;
    const char* name;
};
constexpr std::array<TimeUnit, 4> units{{{second, QT_TRANSLATE_NOOP("ipcscope::TimeAxis", "s")},
                                         {1e6, QT_TRANSLATE_NOOP("ipcscope::TimeAxis", "ms")},
                                         {1e3, QT_TRANSLATE_NOOP("ipcscope::TimeAxis", "µs")},
                                         {1, QT_TRANSLATE_NOOP("ipcscope::TimeAxis", "ns")}}};

QString unitName(const TimeUnit& unit) {
    return QCoreApplication::translate("ipcscope::TimeAxis", unit.name);
}

const TimeUnit& unitOf(double ns) {
    for (const TimeUnit& unit : units)
        if (ns >= unit.ns) return unit;
    return units.back();
}

// Digits behind the point in threes: 201204 -> "201 204" with thin spaces.
QString grouped(const QString& number) {
    const QString point = QLocale().decimalPoint();
    const auto at = number.indexOf(point);
    if (at < 0 || number.size() - at <= 5) return number;
    QString out = number.left(at + 1);
    const QString fraction = number.mid(at + 1);
    for (qsizetype i = 0; i < fraction.size(); ++i) {
        if (i && i % 3 == 0) out += QChar(0x2009);
        out += fraction[i];
    }
    return out;
}

QString inUnit(double ns, double resolution, const TimeUnit& unit) {
    const int decimals =
        std::clamp(static_cast<int>(std::ceil(-std::log10(resolution / unit.ns) - 1e-9)), 0, 10);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return grouped(locale.toString(ns / unit.ns, 'f', decimals)) + QChar(0xa0) + unitName(unit);
}

QString clockTime(double ns, double resolution) {
    const bool negative = ns < 0;
    const double total = std::abs(ns);
    const auto hours = static_cast<int>(total / hour);
    const auto minutes = static_cast<int>(std::fmod(total, hour) / minute);
    const double rest = std::fmod(total, minute) / second;
    const int decimals =
        std::clamp(static_cast<int>(std::ceil(-std::log10(resolution / second) - 1e-9)), 0, 9);
    QString seconds = QLocale::c().toString(rest, 'f', decimals);
    if (seconds.indexOf(QLatin1Char('.')) == 1 || seconds.size() == 1) seconds.prepend(QLatin1Char('0'));
    seconds.replace(QLatin1Char('.'), QLocale().decimalPoint());
    QString out = hours ? QStringLiteral("%1:%2:").arg(hours).arg(minutes, 2, 10, QLatin1Char('0'))
                        : QStringLiteral("%1:").arg(minutes);
    return (negative ? QStringLiteral("-") : QString()) + out + seconds;
}

}  // namespace

qint64 TimeAxis::time(double pixel) const {
    return origin + static_cast<qint64>(std::floor(std::clamp(offset(pixel), -4e18, 4e18)));
}

qint64 TimeAxis::last() const {
    return origin + static_cast<qint64>(std::ceil(std::clamp(begin + span, -4e18, 4e18)));
}

void TimeAxis::zoom(double factor, double pixel) {
    const double at = offset(pixel);
    span = std::clamp(span / factor, min_span, max_span);
    begin = at - pixel / width * span;
}

void TimeAxis::pan(double pixels) {
    begin += pixels * perPixel();
}

void TimeAxis::show(qint64 from, qint64 to) {
    begin = static_cast<double>(from - origin);
    span = std::clamp(static_cast<double>(to - from), min_span, max_span);
}

void TimeAxis::keepWithin(qint64 from, qint64 to) {
    const double low = static_cast<double>(from - origin) - 0.9 * span;
    const double high = static_cast<double>(to - origin) - 0.1 * span;
    begin = std::clamp(begin, low, std::max(low, high));
}

double niceStep(double least, int& parts) {
    if (least > 5 * second) {
        for (const Step& step : long_steps)
            if (step.ns >= least) {
                parts = step.parts;
                return step.ns;
            }
        const double days = std::ceil(least / (24 * hour));
        parts = 4;
        return days * 24 * hour;
    }
    const double power = std::pow(10, std::floor(std::log10(std::max(least, 1.0)) + 1e-9));
    for (const Step& step : {Step{1, 5}, Step{2, 4}, Step{5, 5}, Step{10, 5}})
        if (step.ns * power >= least * (1 - 1e-9)) {
            // There is nothing between two nanoseconds.
            parts = step.ns * power < step.parts ? static_cast<int>(step.ns * power) : step.parts;
            return step.ns * power;
        }
    parts = 5;
    return 10 * power;
}

Ruler rulerOf(const TimeAxis& axis, double minLabelWidth) {
    Ruler ruler;
    if (axis.width < 1 || axis.span <= 0) return ruler;
    int parts = 1;
    const double step = niceStep(axis.perPixel() * minLabelWidth, parts);
    const double farthest = std::max(std::abs(axis.begin), std::abs(axis.begin + axis.span));
    double base = 0;
    if (farthest / step > 2e4) {  // more than five digits would be the same in all labels
        const double block = std::pow(10, std::ceil(std::log10(axis.span)));
        base = std::floor(axis.begin / block) * block;
        ruler.base = formatTime(base, block);
    }
    const double reach = axis.begin + axis.span - base;
    const auto label = [&](double value) {
        if (!ruler.base.isEmpty())
            return value == 0 ? QStringLiteral("+0")
                              : QLatin1Char('+') + inUnit(value, step, unitOf(std::max(reach, step)));
        if (farthest >= 2 * minute && step >= 1e6) return clockTime(value, step);
        return value == 0 ? QStringLiteral("0") : inUnit(value, step, unitOf(farthest));
    };
    const double minor = step / parts;
    const double start = axis.begin - base;
    const auto first = static_cast<qint64>(std::floor(start / minor));
    const auto last = static_cast<qint64>(std::ceil((start + axis.span) / minor));
    for (qint64 i = first; i <= last && i - first < 4000; ++i) {
        Tick tick;
        const double value = static_cast<double>(i) * minor;
        tick.x = (value - start) / axis.span * axis.width;
        tick.major = i % parts == 0;
        if (tick.major) tick.label = label(value);
        ruler.ticks.push_back(tick);
    }
    return ruler;
}

QString formatDuration(qint64 ns) {
    const double value = static_cast<double>(ns);
    const double size = std::abs(value);
    if (size >= hour)
        return QCoreApplication::translate("ipcscope::TimeAxis", "%1 h %2 min")
            .arg(static_cast<qint64>(value / hour))
            .arg(static_cast<int>(std::fmod(size, hour) / minute));
    if (size >= 2 * minute)
        return QCoreApplication::translate("ipcscope::TimeAxis", "%1 min %2 s")
            .arg(static_cast<qint64>(value / minute))
            .arg(static_cast<int>(std::fmod(size, minute) / second));
    const TimeUnit& unit = unitOf(size);
    const double n = value / unit.ns;
    const int decimals = unit.ns == 1 || std::abs(n) >= 100 ? 0 : std::abs(n) >= 10 ? 1 : 2;
    QString text = QLocale().toString(n, 'f', decimals);
    const QString point = QLocale().decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(point)) text.chop(point.size());
    }
    return text + QChar(0xa0) + unitName(unit);
}

QString formatTime(double ns, double resolution) {
    if (std::abs(ns) >= 2 * minute) return clockTime(ns, resolution);
    if (ns == 0) return QStringLiteral("0") + QChar(0xa0) + unitName(units.front());
    return inUnit(ns, std::min(resolution, std::abs(ns)), unitOf(std::abs(ns)));
}

}  // namespace ipcscope

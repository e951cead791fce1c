#include "timeline/go_to.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace ipcscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::GoTo)
};

double unitOf(const QString& unit) {
    struct Unit {
        const char* name;
        double ns;
    };
    static constexpr Unit units[] = {{"ns", 1},     {"us", 1e3},   {"\xc2\xb5s", 1e3}, {"\xce\xbcs", 1e3},
                                     {"ms", 1e6},   {"s", 1e9},    {"sec", 1e9},       {"m", 60e9},
                                     {"min", 60e9}, {"h", 3600e9}, {"", 1e9}};
    for (const Unit& known : units)
        if (unit.compare(QString::fromUtf8(known.name), Qt::CaseInsensitive) == 0) return known.ns;
    return -1;
}

// Any number of "2 min 5 s"; -1 = none.
double timeOf(const QString& text, QString& why) {
    static const QRegularExpression clock(QStringLiteral("^(?:(\\d+):)?(\\d+):(\\d+(?:\\.\\d+)?)$"));
    if (const auto match = clock.match(text); match.hasMatch())
        return (match.captured(1).toDouble() * 3600 + match.captured(2).toDouble() * 60 +
                match.captured(3).toDouble()) *
               1e9;
    static const QRegularExpression part(
        QStringLiteral("\\G\\s*(\\d[\\d\\s]*(?:\\.[\\d\\s]*\\d)?|\\.\\d+)\\s*([^\\d\\s.]*)\\s*"));
    static const QRegularExpression two_points(QStringLiteral("\\.[\\d\\s]*\\."));
    double sum = 0;
    qsizetype at = 0;
    auto matches = part.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const double unit = unitOf(match.captured(2));
        if (unit < 0) {
            why = Words::tr("\"%1\" is no unit of time: ns, us, ms, s, min or h").arg(match.captured(2));
            return -1;
        }
        QString digits = match.captured(1);
        digits.remove(QRegularExpression(QStringLiteral("\\s")));
        sum += digits.toDouble() * unit;
        at = match.capturedEnd();
    }
    if (at == 0 || at != text.size() || two_points.match(text).hasMatch()) {
        why = Words::tr("A time (1.5s, 200ms, 2:05), a step (+5ms) or an event (#1234)");
        return -1;
    }
    return sum;
}

}  // namespace

std::optional<GoTo> parseGoTo(const QString& input, QString* why) {
    QString reason;
    QString& said = why ? *why : reason;
    said.clear();
    QString text = input.trimmed();
    text.replace(QLatin1Char(','), QLatin1Char('.'));
    GoTo place;
    if (text.startsWith(QLatin1Char('#'))) {
        bool good = false;
        place.what = GoTo::What::event;
        place.number = text.mid(1).trimmed().remove(QLatin1Char(' ')).toULongLong(&good);
        if (good) return place;
        said = Words::tr("# is followed by the number of an event");
        return std::nullopt;
    }
    const bool forward = text.startsWith(QLatin1Char('+'));
    const bool back = text.startsWith(QLatin1Char('-')) || text.startsWith(QChar(0x2212));
    if (forward || back) {
        place.what = GoTo::What::step;
        text = text.mid(1).trimmed();
    }
    const double ns = timeOf(text, said);
    if (ns < 0) return std::nullopt;
    if (ns > 9e18) {
        said = Words::tr("That is longer than any recording");
        return std::nullopt;
    }
    place.ns = std::llround(back ? -ns : ns);
    return place;
}

QString formatRate(quint64 count, qint64 ns) {
    if (ns <= 0) return {};
    const double rate = static_cast<double>(count) / static_cast<double>(ns) * 1e9;
    const char* prefix = "";
    double shown = rate;
    for (const char* next : {"k", "M", "G"}) {
        if (shown < 999.5) break;
        shown /= 1000;
        prefix = next;
    }
    const int digits = shown >= 99.95 || shown == std::floor(shown) ? 0 : shown >= 9.995 ? 1 : 2;
    return QStringLiteral("%1%2%3/s")
        .arg(QLocale().toString(shown, 'f', digits), *prefix ? QString(QChar(0xa0)) : QString(),
             QLatin1String(prefix));
}

}  // namespace ipcscope

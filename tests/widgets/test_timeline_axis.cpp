// Times, pixels, ticks, rows and colours: pure values, by tables.
#include "common/palette.h"
#include "timeline/lane_layout.h"
#include "timeline/time_axis.h"

#include <QtTest>

using namespace ipcscope;

class TestTimelineAxis : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void steps_data() {
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("parts");
        QTest::newRow("below a nanosecond") << 0.01 << 1.0 << 1;
        QTest::newRow("1 ns") << 1.0 << 1.0 << 1;
        QTest::newRow("1.5 ns") << 1.5 << 2.0 << 2;
        QTest::newRow("6 us") << 6e3 << 1e4 << 5;
        QTest::newRow("exactly 200 us") << 2e5 << 2e5 << 4;
        QTest::newRow("4 s") << 4e9 << 5e9 << 5;
        QTest::newRow("12 s") << 12e9 << 15e9 << 3;
        QTest::newRow("40 s") << 40e9 << 60e9 << 6;
        QTest::newRow("7 min") << 420e9 << 600e9 << 5;
        QTest::newRow("5 h") << 18000e9 << 21600e9 << 6;
        QTest::newRow("13 h") << 46800e9 << 86400e9 << 4;
    }
    void steps() {
        QFETCH(double, least);
        int parts = 0;
        QTEST(niceStep(least, parts), "step");
        QTEST(parts, "parts");
    }

    void durations_data() {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << qint64{0} << "0 ns";
        QTest::newRow("ns") << qint64{850} << "850 ns";
        QTest::newRow("us") << qint64{1250} << QStringLiteral("1.25 µs");
        QTest::newRow("ms") << qint64{3'200'000} << "3.2 ms";
        QTest::newRow("digits") << qint64{45'678'000} << "45.7 ms";
        QTest::newRow("100 ms") << qint64{100'000'000} << "100 ms";
        QTest::newRow("s") << qint64{3'200'000'000} << "3.2 s";
        QTest::newRow("min") << qint64{125'000'000'000} << "2 min 5 s";
        QTest::newRow("h") << qint64{3'720'000'000'000} << "1 h 2 min";
    }
    void durations() {
        QFETCH(qint64, ns);
        QTEST(formatDuration(ns).replace(QChar(0xa0), QLatin1Char(' ')), "text");
    }

    void times_data() {
        QTest::addColumn<double>("ns");
        QTest::addColumn<double>("resolution");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << 1.0 << "0 s";
        QTest::newRow("ns") << 42.0 << 1.0 << "42 ns";
        QTest::newRow("as fine as needed") << 3.2012e9 << 1e5 << "3.2012 s";
        QTest::newRow("deep") << 3.201204567e9 << 1.0 << "3.201_204_567 s";
        QTest::newRow("minutes") << 125.5e9 << 1e8 << "2:05.5";
        QTest::newRow("hours") << 3725e9 << 1e9 << "1:02:05";
    }
    void times() {
        QFETCH(double, ns);
        QFETCH(double, resolution);
        QString text = formatTime(ns, resolution);
        text.replace(QChar(0xa0), QLatin1Char(' ')).replace(QChar(0x2009), QLatin1Char('_'));
        QTEST(text, "text");
    }

    void zoomKeepsTheTimeUnderThePointer() {
        TimeAxis axis{1000, 0, 1e9, 1920};
        for (const double x : {0.0, 137.0, 960.0, 1919.0})
            for (const double factor : {1.3, 7.0, 0.4, 1e4}) {
                TimeAxis zoomed = axis;
                zoomed.zoom(factor, x);
                QVERIFY(qAbs(zoomed.offset(x) - axis.offset(x)) < 1e-3);
            }
        for (int i = 0; i < 200; ++i)
            axis.zoom(1.6, 500);
        QCOMPARE(axis.span, TimeAxis::min_span);
        for (int i = 0; i < 200; ++i)
            axis.zoom(0.5, 500);
        QCOMPARE(axis.span, TimeAxis::max_span);
    }

    void pixelsAndTimes() {
        TimeAxis axis{5'000'000'000'000, 0, 1, 1000};
        axis.show(5'000'000'001'000, 5'000'000'002'000);
        QCOMPARE(axis.first(), 5'000'000'001'000);
        QCOMPARE(axis.last(), 5'000'000'002'000);
        QCOMPARE(axis.x(5'000'000'001'500), 500.0);
        QCOMPARE(axis.time(250), 5'000'000'001'250);
        axis.pan(100);
        QCOMPARE(axis.first(), 5'000'000'001'100);
        axis.pan(1e9);
        axis.keepWithin(5'000'000'000'000, 5'000'000'003'000);
        QVERIFY(axis.first() < 5'000'000'003'000);
    }

    void rulers_data() {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("span");
        QTest::addColumn<QString>("first");  // label of the first major tick in view
        QTest::addColumn<bool>("base");
        QTest::newRow("from the start") << 0.0 << 10e9 << "0" << false;
        QTest::newRow("milliseconds") << 1e6 << 10e6 << "1 ms" << false;
        QTest::newRow("far away and close") << 3.2012e9 << 1000.0 << "+0" << true;
        QTest::newRow("minutes") << 600e9 << 60e9 << "10:00" << false;
    }
    void rulers() {
        QFETCH(double, begin);
        QFETCH(double, span);
        QFETCH(bool, base);
        const Ruler ruler = rulerOf({0, begin, span, 1000}, 90);
        QCOMPARE(!ruler.base.isEmpty(), base);
        QString first;
        double last_x = -1e9;
        for (const Tick& tick : ruler.ticks) {
            if (!tick.major) continue;
            QVERIFY(tick.x - last_x >= 89);
            last_x = tick.x;
            if (first.isEmpty() && tick.x >= -1e-6) first = tick.label;
        }
        QTEST(first.replace(QChar(0xa0), QLatin1Char(' ')), "first");
    }

    void layout() {
        std::vector<TimelineLane> lanes(4);
        lanes[0].group = lanes[2].group = 1;
        lanes[0].groupTitle = lanes[2].groupTitle = QStringLiteral("Workers");
        lanes[1].group = lanes[3].group = 2;
        lanes[1].shape = LaneShape::steps;
        const LaneLayout layout = LaneLayout::of(lanes, 16);
        QList<int> order;
        int y = 0;
        for (const LaneRow& row : layout.rows) {
            order << row.lane;
            QCOMPARE(row.y, y);
            y = row.bottom();
            QCOMPARE(layout.rowAt(row.y), &row);
            QCOMPARE(layout.rowAt(row.bottom() - 1), &row);
        }
        QCOMPARE(order, (QList<int>{-1, 0, 2, 1, 3}));
        QCOMPARE(layout.height, y);
        QVERIFY(!layout.rowAt(y));
        QVERIFY(!layout.rowAt(-1));
        QVERIFY(!layout.rowOf(9));
        QCOMPARE(layout.neighbour(0, 1), 2);
        QCOMPARE(layout.neighbour(2, 1), 1);
        QCOMPARE(layout.neighbour(0, -1), 0);
        QCOMPARE(layout.neighbour(3, 5), 3);
        QCOMPARE(LaneLayout{}.neighbour(0, 1), -1);
    }

    void nearest_data() {
        QTest::addColumn<double>("x");
        QTest::addColumn<int>("found");
        QTest::newRow("in the first") << 150.0 << 0;
        QTest::newRow("the smaller of two") << 405.0 << 2;
        QTest::newRow("beside, near enough") << 203.5 << 0;
        QTest::newRow("beside, too far") << 250.0 << -1;
        QTest::newRow("a narrow one") << 702.0 << 3;
    }
    void nearest() {
        QFETCH(double, x);
        std::vector<TimelineBar> bars(4);
        const qint64 edges[][2] = {{100, 200}, {300, 500}, {400, 410}, {700, 700}};
        for (std::size_t i = 0; i < bars.size(); ++i) {
            bars[i].begin = edges[i][0];
            bars[i].end = edges[i][1];
        }
        QTEST(nearestItem(bars, {0, 0, 1000, 1000}, x, 4), "found");
    }

    void colours_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void colours() {
        QFETCH(bool, dark);
        const Palette p = Palette::of(dark ? QPalette(QColor(45, 45, 45)) : QPalette(QColor(240, 240, 240)));
        QCOMPARE(p.dark, dark);
        QSet<QRgb> seen;
        for (int i = 0; i < Palette::mechanism_colours; ++i) {
            seen << p.mechanism(i).rgb();
            QVERIFY2(contrastRatio(p.mechanism(i), p.plot) >= 3, qPrintable(QString::number(i)));
            QVERIFY2(contrastRatio(p.mechanism(i), p.plotAlternate) >= 3, qPrintable(QString::number(i)));
            QVERIFY2(contrastRatio(p.mechanism(i), p.mechanismText(i)) >= 4.5,
                     qPrintable(QString::number(i)));
            // Text on what is hatched in this colour.
            QVERIFY(contrastRatio(p.text, tinted(p.mechanism(i), p.plot, dark ? 0.46 : 0.40)) >= 4.5);
            QCOMPARE(p.mechanism(i + Palette::mechanism_colours), p.mechanism(i));
        }
        QCOMPARE(seen.size(), Palette::mechanism_colours);
        for (const QColor& ground : {p.plot, p.plotAlternate, p.header, p.ruler}) {
            QVERIFY(contrastRatio(p.text, ground) >= 7);
            QVERIFY(contrastRatio(p.dimText, ground) >= 4.5);
            QVERIFY(contrastRatio(p.waiting, ground) >= 4.5);
        }
        for (const QColor& sign : {p.failed, p.lost, p.selection, p.accent})
            QVERIFY(contrastRatio(sign, p.plot) >= 3);
        QVERIFY(contrastRatio(p.accentText, p.accent) >= 4.5);
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
    }
};

QTEST_GUILESS_MAIN(TestTimelineAxis)
#include "test_timeline_axis.moc"

// Where rows and columns stand: evenly or to scale, with gaps, in any number.
#include "helpers/qt_guard.h"
#include "sequence/sequence_layout.h"
#include "widgets/sequence/subjects.h"
#include "widgets/sequence_scene.h"

#include <QtTest>

using namespace ipcscope;
using ipcscope::testing::SequenceScene;
using namespace ipcscope::testing::sequence_tests;

namespace {

SequenceLayout layoutOf(const SequenceScene& scene) {
    SequenceLayout layout;
    layout.rows = &scene;
    layout.rowHeight = 40;
    layout.gapHeight = 20;
    layout.top = 10;
    layout.bottom = 30;
    layout.gutter = 100;
    layout.columns = 3;
    layout.columnWidth = 200;
    return layout;
}

}  // namespace

class TestSequenceLayout : public ipcscope::testing::GuiTest {
    Q_OBJECT
private slots:
    void rowsStandEvenly_data() {
        QTest::addColumn<qint64>("row");
        QTest::addColumn<double>("y");
        QTest::newRow("first") << qint64{0} << 30.0;
        QTest::newRow("second") << qint64{1} << 70.0;
        QTest::newRow("before a gap") << qint64{49} << 10 + 49.5 * 40;
        QTest::newRow("behind a gap") << qint64{50} << 10 + 50.5 * 40 + 20;
        QTest::newRow("behind two") << qint64{100} << 10 + 100.5 * 40 + 40;
    }
    void rowsStandEvenly() {
        QFETCH(qint64, row);
        QFETCH(double, y);
        const SequenceScene scene(120);
        const auto layout = layoutOf(scene);
        QCOMPARE(layout.y(row), y);
        QCOMPARE(layout.rowAt(y), row);
        QCOMPARE(layout.rowAt(y + 19), row);
        QCOMPARE(layout.firstBelow(y), row);
        QCOMPARE(layout.firstBelow(y + 1), row + 1);
    }

    void gapsStandBetween() {
        const SequenceScene scene(120);
        const auto layout = layoutOf(scene);
        QVERIFY(layout.gapY(50) > layout.y(49) + 20 && layout.gapY(50) < layout.y(50) - 20);
        QCOMPARE(layout.height(), layout.y(119) + 20 + 30);
        QCOMPARE(layout.rowAt(-1000), qint64{0});
        QCOMPARE(layout.rowAt(1e9), qint64{119});
    }

    void scaleIsThatOfTime() {
        const SequenceScene scene(120);
        auto layout = layoutOf(scene);
        layout.toScale = true;
        layout.nsPerPixel = 100'000;
        QCOMPARE(layout.y(1) - layout.y(0), 10.0);
        QCOMPARE(layout.y(50) - layout.y(49), 12'010.0);
        QCOMPARE(layout.yOfTime(scene.timeOf(50)), layout.y(50));
    }

    // Against a look at every row.
    void theNextRowSoFarBelowIsFound() {
        const SequenceScene scene(300);
        auto layout = layoutOf(scene);
        for (const bool toScale : {false, true})
            for (const double scale : {1'000.0, 300'000.0, 1e9}) {
                layout.toScale = toScale;
                layout.nsPerPixel = scale;
                for (qint64 row = 0; row < 300; row += 7)
                    for (const double distance : {0.5, 4.0, 100.0, 1e9}) {
                        qint64 expected = row + 1;
                        while (expected < 300 && layout.y(expected) < layout.y(row) + distance)
                            ++expected;
                        QCOMPARE(layout.after(row, distance), expected);
                    }
            }
    }

    void timesLieBetweenRows() {
        const SequenceScene scene(120);
        const auto layout = layoutOf(scene);
        QCOMPARE(layout.yOfTime(0), layout.y(0));
        QCOMPARE(layout.yOfTime(500'000), (layout.y(0) + layout.y(1)) / 2);
        QCOMPARE(layout.yOfTime(qint64{1} << 60), layout.y(119));
        QCOMPARE(SequenceLayout().yOfTime(5), SequenceLayout().top);
    }

    void tenMillionRowsHaveTheirPlace() {
        const SequenceScene scene(10'000'000);
        const auto layout = layoutOf(scene);
        for (const qint64 row : {0, 1, 49, 50, 4'999'999, 9'999'999}) {
            QCOMPARE(layout.rowAt(layout.y(row)), row);
            ScrollScale scale{layout.height()};
            QVERIFY(std::abs(scale.pixels(scale.value(layout.y(row))) - layout.y(row)) < 2);
        }
        ScrollScale longer{1e13};
        QVERIFY(longer.maximum() > 0);
        QCOMPARE(longer.pixels(longer.maximum()), 1e13);
    }

    void columnsShareTheRoom() {
        SequenceLayout layout;
        layout.gutter = 100;
        layout.columns = 4;
        layout.shareWidth(1'100, 150, 400);
        QCOMPARE(layout.columnWidth, 250.0);
        QCOMPARE(layout.x(0), 225.0);
        QCOMPARE(layout.columnAt(99), -1);
        QCOMPARE(layout.columnAt(101), 0);
        QCOMPARE(layout.columnAt(5'000), 3);
        layout.shareWidth(300, 150, 400);
        QCOMPARE(layout.columnWidth, 150.0);
        layout.shareWidth(9'000, 150, 400);
        QCOMPARE(layout.columnWidth, 400.0);
        QCOMPARE(layout.dropAt(0), 0);
        QCOMPARE(layout.dropAt(100 + 2.5 * 400), 2);
        QCOMPARE(layout.dropAt(1e6), 3);
    }
};

std::unique_ptr<QObject> testing::sequence_tests::layouts() {
    return std::make_unique<TestSequenceLayout>();
}

#include "layout.moc"

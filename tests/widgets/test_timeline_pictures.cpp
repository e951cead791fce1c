// Renders the timeline as a person sees it. With IPCSCOPE_PICTURES=DIR the pictures are kept there.
#include "helpers/qt_guard.h"
#include "timeline/timeline_view.h"
#include "widgets/timeline_scene.h"

#include <QApplication>
#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

QPalette windowPalette(bool dark) {
    return dark ? QPalette(QColor(0x2b, 0x30, 0x36), QColor(0x22, 0x27, 0x2d))
                : QPalette(QColor(0xf0, 0xf0, 0xf0));
}

int coloursIn(const QImage& image) {
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    return static_cast<int>(seen.size());
}

}  // namespace

class TestTimelinePictures : public GuiTest {
    Q_OBJECT
private slots:
    void picture_data() {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        for (const bool dark : {false, true})
            for (const char* scene : {"run", "live", "selected", "close", "crowd", "empty"})
                for (const QSize size : {QSize(1280, 420), QSize(2560, 620)})
                    QTest::addRow("%s_%s_%d", scene, dark ? "dark" : "light", size.width())
                        << QString::fromLatin1(scene) << dark << size;
    }
    void picture() {
        QFETCH(QString, scene);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        TimelineView view;
        view.setPalette(windowPalette(dark));
        view.resize(size);
        const bool running = scene == QLatin1String("live") || scene == QLatin1String("selected");
        const auto source = scene == QLatin1String("crowd") ? makeCrowd(200'000, 20) : makeScene(running);
        if (scene != QLatin1String("empty")) view.setSource(source.get());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.grab();  // finds the calls that still run
        view.refresh();
        if (scene == QLatin1String("selected") || scene == QLatin1String("close")) {
            std::vector<TimelineArrow> arrows;
            source->arrows(source->firstTime(), source->lastTime() + 1, 100, arrows);
            view.select(arrows[12].fromSeq);
            if (scene == QLatin1String("close")) {
                const qint64 t = source->event(arrows[12].fromSeq).time_ns;
                view.setVisibleRange(t - 220'000, t + 180'000);
            } else {
                view.setVisibleRange(source->firstTime(), source->lastTime() - 2'000'000);
            }
        }
        const QImage image = view.grab().toImage();
        QCOMPARE(image.size(), size * view.devicePixelRatio());
        QVERIFY2(coloursIn(image) >= (scene == QLatin1String("empty") ? 4 : 12), "nearly nothing was drawn");
        const QString folder = qEnvironmentVariable("IPCSCOPE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(image.save(folder + QLatin1Char('/') + QLatin1String(QTest::currentDataTag()) +
                               QStringLiteral(".png")));
    }
};

QTEST_MAIN(TestTimelinePictures)
#include "test_timeline_pictures.moc"

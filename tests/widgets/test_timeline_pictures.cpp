// Renders the timeline as a person sees it. With IPCSCOPE_PICTURES=DIR the pictures are kept there. Shapes,
// without any text, are compared with golden/timeline; IPCSCOPE_UPDATE_GOLDEN=1 writes those anew.
#include "helpers/qt_guard.h"
#include "timeline/timeline_painter.h"
#include "timeline/timeline_picture.h"
#include "timeline/timeline_view.h"
#include "widgets/timeline_scene.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>
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

// Everything that a lane can show, at fixed heights and colours: the same on every machine.
std::unique_ptr<MadeUpTimeline> makeGallery() {
    class Gallery : public MadeUpTimeline {
    public:
        void bars(quint64 lane, qint64 t0, qint64 t1, int columns,
                  std::vector<TimelineBar>& out) const override {
            MadeUpTimeline::bars(lane, t0, t1, columns, out);
            if (lane == 5) {  // signals on their way, and what became of them
                const qint64 t = firstTime();
                const auto add = [&](qint64 begin, qint64 end, TimelineMark mark) {
                    TimelineBar bar;
                    bar.begin = t + begin;
                    bar.end = t + end;
                    bar.mark = mark;
                    bar.colour = 5;
                    out.push_back(bar);
                };
                add(400'000, 1'000'000, TimelineMark::pending);
                add(1'000'000, 1'000'000, TimelineMark::coalesced);
                add(2'000'000, 2'000'000, TimelineMark::delivered);
                add(2'600'000, 2'600'000, TimelineMark::sent);
            }
            for (auto& bar : out)
                bar.dimmed = lane == 3;
        }
        void ranges(quint64, qint64, qint64, int, std::vector<TimelineRange>& out) const override {
            for (int i = 0; i < 12; ++i) {
                const auto n = static_cast<quint64>(i);
                out.push_back({firstTime() + i * 700'000, firstTime() + i * 700'000 + 250'000, n * 37 % 90,
                               12, n, i % 5 == 4 ? 3u : 1u, static_cast<quint16>(i % 3), i % 7 == 6});
            }
        }
    };
    auto gallery = std::make_unique<Gallery>();
    fillScene(gallery.get(), false);
    const int memory = gallery->addLane({LaneKind::level, 9, 0}, QStringLiteral("memory"), {}, 1, {});
    gallery->lane(memory).shape = LaneShape::ranges;
    gallery->lane(memory).size = 100;
    for (int i = 0; i < 4; ++i) {
        gallery->lane(i).born = gallery->firstTime() + i * 400'000;
        gallery->lane(i).died = i == 3 ? gallery->lastTime() - 1'000'000 : 0;
        if (i == 1 || i == 2) gallery->lane(i).parent = gallery->lane(0).key;
    }
    return gallery;
}

QImage shapesOf(const MadeUpTimeline& source, const LaneArrangement& arrangement, qint64 from, qint64 to,
                bool dark) {
    TimelineFrame frame;
    const std::vector<TimelineLane> lanes = source.lanes();
    const LaneLayout layout = LaneLayout::of(lanes, arrangement, 16);
    frame.source = &source;
    frame.lanes = &lanes;
    frame.layout = &layout;
    frame.arrangement = &arrangement;
    frame.words = false;
    frame.headerWidth = 80;
    frame.rulerHeight = 24;
    frame.size = {640, 360};
    frame.axis.origin = source.firstTime();
    frame.axis.width = 560;
    frame.axis.show(from, to);
    frame.palette = windowPalette(dark);
    TimelinePainter painter;
    painter.paint(frame);
    return painter.image().convertToFormat(QImage::Format_RGB32);
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
            for (const char* scene : {"run", "live", "selected", "close", "crowd", "empty", "arranged"})
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
        if (scene == QLatin1String("arranged")) {
            LaneArrangement arrangement;
            arrangement.pinned = QStringList{QStringLiteral("7")};
            arrangement.collapsed = QStringList{QStringLiteral("kind:1")};
            arrangement.colours[QStringLiteral("1")] = 4;
            arrangement.labels[QStringLiteral("2")] = QStringLiteral("the child that waits");
            view.setArrangement(arrangement);
            const qint64 t = source->firstTime();
            view.setBookmarks({{1'000'000, QStringLiteral("first answer")}, {6'200'000, QString()}});
            view.select(3);
            view.setCursors(t + 2'100'000, t + 4'700'000);
            view.goToTime(t + 7'000'000);
            view.fit();
            view.setFocus();
        }
        const QImage image = view.grab().toImage();
        QCOMPARE(image.size(), size * view.devicePixelRatio());
        QVERIFY2(coloursIn(image) >= (scene == QLatin1String("empty") ? 4 : 12), "nearly nothing was drawn");
        const QString folder = qEnvironmentVariable("IPCSCOPE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(image.save(folder + QLatin1Char('/') + QLatin1String(QTest::currentDataTag()) +
                               QStringLiteral(".png")));
    }

    // A group that is not open shows what stands in it: as many columns as there are pieces of time with
    // events, and nothing where there are none.
    void collapsedGroup() {
        const auto source = makeScene(false);
        LaneArrangement arrangement;
        for (const LaneRow& row : LaneLayout::of(source->lanes(), {}, 16).rows)
            if (row.lane < 0) arrangement.collapsed << row.group;
        QVERIFY(!arrangement.collapsed.isEmpty());
        const auto layout = LaneLayout::of(source->lanes(), arrangement, 16);
        std::size_t lanes = 0;
        for (const LaneRow& row : layout.rows)
            lanes += row.lanes.size();
        QCOMPARE(lanes, source->lanes().size());
        const qint64 first = source->firstTime(), last = source->lastTime();
        for (const bool dark : {false, true}) {
            const QImage full = shapesOf(*source, arrangement, first, last, dark);
            const QImage none =
                shapesOf(*source, arrangement, last + 1'000'000'000, last + 2'000'000'000, dark);
            int filled = 0, empty = 0;
            const int y = 24 + 26 - 5;  // in the first title, near its lower edge
            for (int x = 81; x < 640; ++x) {
                filled += full.pixel(x, y) != full.pixel(x, 24 + 1);
                empty += none.pixel(x, y) != none.pixel(x, 24 + 1);
            }
            QVERIFY2(filled > 40, qPrintable(QString::number(filled)));
            QCOMPARE(empty, 0);
            std::vector<TimelineDensity> columns;
            source->densityOf({source->lanes()[0].key}, first, last + 1, 50, columns);
            quint64 sum = 0;
            for (const auto& column : columns)
                sum += column.count;
            QVERIFY(sum > 0);
        }
    }

    void keysAndSigns() {
        for (const bool dark : {false, true}) {
            TimelineView view;
            view.setPalette(windowPalette(dark));
            view.resize(900, 500);
            view.showKeys();
            auto* window = view.findChild<QWidget*>(QStringLiteral("timelineKeys"));
            QVERIFY(window);
            const QImage image = window->grab().toImage();
            QVERIFY(coloursIn(image) >= 12);
            const QString folder = qEnvironmentVariable("IPCSCOPE_PICTURES");
            if (!folder.isEmpty())
                QVERIFY(image.save(
                    folder + (dark ? QStringLiteral("/keys_dark.png") : QStringLiteral("/keys_light.png"))));
        }
    }

    void golden_data() {
        QTest::addColumn<double>("from");  // shares of the recording
        QTest::addColumn<double>("to");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("arranged");
        QTest::newRow("whole_light") << -0.02 << 1.02 << false << false;
        QTest::newRow("whole_dark") << -0.02 << 1.02 << true << false;
        QTest::newRow("third_arranged") << 0.1 << 0.43 << false << true;
        QTest::newRow("close") << 0.2 << 0.24 << true << false;
        QTest::newRow("crowd") << 0.0 << 1.0 << false << false;
    }
    void golden() {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(bool, dark);
        QFETCH(bool, arranged);
        const QString name = QLatin1String(QTest::currentDataTag());
        const auto source = name == QLatin1String("crowd") ? makeCrowd(60'000, 10) : makeGallery();
        LaneArrangement arrangement;
        if (arranged) {
            arrangement.pinned = QStringList{QStringLiteral("7")};
            arrangement.hidden = QStringList{QStringLiteral("4")};
            arrangement.colours[QStringLiteral("1")] = 4;
            arrangement.order = QStringList{QStringLiteral("8"), QStringLiteral("6")};
        }
        const double length = static_cast<double>(source->lastTime() - source->firstTime());
        const auto at = [&](double share) {
            return source->firstTime() + static_cast<qint64>(share * length);
        };
        const QImage now = shapesOf(*source, arrangement, at(from), at(to), dark);
        const QString file = QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/timeline/%1.png").arg(name);
        if (qEnvironmentVariableIsSet("IPCSCOPE_UPDATE_GOLDEN")) QVERIFY(now.save(file));
        const QImage golden = QImage(file).convertToFormat(QImage::Format_RGB32);
        QVERIFY2(!golden.isNull(), qPrintable(file));
        QCOMPARE(now.size(), golden.size());
        // Another compiler may round another way: a few pixels at edges, never an area.
        int different = 0;
        for (int y = 0; y < now.height(); ++y)
            for (int x = 0; x < now.width(); ++x) {
                const QColor a = now.pixelColor(x, y), b = golden.pixelColor(x, y);
                different +=
                    qAbs(a.red() - b.red()) + qAbs(a.green() - b.green()) + qAbs(a.blue() - b.blue()) > 48;
            }
        const int allowed = now.width() * now.height() / 400;
        if (different > allowed) {
            const QString folder = qEnvironmentVariable("IPCSCOPE_PICTURES", QDir::tempPath());
            now.save(folder + QStringLiteral("/golden_%1_now.png").arg(name));
        }
        QVERIFY2(different <= allowed, qPrintable(QStringLiteral("%1 pixels differ").arg(different)));
    }

    // As a file: shapes and words in an SVG, the same pixels in a PNG; what is cut is said in it.
    void isExported() {
        TimelineView view;
        const auto source = makeScene(false);
        view.resize(1000, 360);
        view.setSource(source.get());
        view.show();
        view.fit();
        auto picture = TimelinePicture::of(view, TimelinePicture::Part::seen, QPalette(Qt::white));
        picture.title = QStringLiteral("a < b & c");
        QBuffer svg;
        QVERIFY(svg.open(QIODevice::ReadWrite));
        bool dense = true;
        QVERIFY(picture.writeSvg(svg, &dense) && !dense);
        QSet<QString> words;
        int shapes = 0;
        QXmlStreamReader xml(svg.data());
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement()) continue;
            if (xml.name() == QLatin1String("text")) words += xml.readElementText().trimmed();
            shapes += xml.name() == QLatin1String("rect") || xml.name() == QLatin1String("path") ||
                      xml.name() == QLatin1String("polygon") || xml.name() == QLatin1String("polyline");
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY2(words.contains(QStringLiteral("parent")) && words.contains(picture.title),
                 qPrintable(words.values().join(QLatin1Char('|'))));
        QVERIFY2(shapes > 100, qPrintable(QString::number(shapes)));
        // The SVG shows what the pixels do.
        const auto pixels = picture.image(1);
        QImage drawn(pixels.size(), QImage::Format_RGB32);
        drawn.fill(Qt::white);
        QSvgRenderer renderer(svg.data());
        QVERIFY(renderer.isValid());
        QPainter painter(&drawn);
        renderer.render(&painter, QRectF(QPointF(), drawn.size()));
        painter.end();
        if (const QString folder = qEnvironmentVariable("IPCSCOPE_PICTURES"); !folder.isEmpty()) {
            QVERIFY(pixels.save(folder + QStringLiteral("/export_png.png")));
            QVERIFY(drawn.save(folder + QStringLiteral("/export_svg.png")));
        }
        qint64 apart = 0;
        for (int y = 0; y < pixels.height(); ++y)
            for (int x = 0; x < pixels.width(); ++x)
                apart += std::abs(qGray(pixels.pixel(x, y)) - qGray(drawn.pixel(x, y))) > 60;
        QVERIFY2(apart * 100 < qint64{pixels.width()} * pixels.height() * 8,
                 qPrintable(QString::number(apart)));
        // All of it, whatever the window shows.
        view.zoomIn();
        const auto whole = TimelinePicture::of(view, TimelinePicture::Part::whole, QPalette(Qt::white));
        QVERIFY(whole.axis().first() <= source->firstTime() && whole.axis().last() >= source->lastTime());
        QCOMPARE(whole.lanes_cut, 0);
        const auto crowd = makeCrowd(2000, 400);
        view.setSource(crowd.get());
        const auto cut = TimelinePicture::of(view, TimelinePicture::Part::whole, QPalette(Qt::white));
        QVERIFY(cut.lanes_cut > 0 && cut.size().height() <= TimelinePicture::most_height);
        QVERIFY(cut.image(1).height() > cut.size().height());  // with a line that says so
    }
};

QTEST_MAIN(TestTimelinePictures)
#include "test_timeline_pictures.moc"

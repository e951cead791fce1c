// The sequence view: keys and pointer, columns, pictures; at any number of rows.
#include "common/palette.h"
#include "helpers/qt_guard.h"
#include "helpers/subjects.h"
#include "sequence/sequence_layout.h"
#include "sequence/sequence_painter.h"
#include "sequence/sequence_picture.h"
#include "sequence/sequence_view.h"
#include "sequence_scene.h"
#include "widgets/sequence/subjects.h"

#include <QAccessible>
#include <QBuffer>
#include <QScrollBar>
#include <QXmlStreamReader>
#include <QtTest>

using namespace ipcscope;
using ipcscope::testing::SequenceScene;
using namespace ipcscope::testing::sequence_tests;

namespace {

QPoint pointOf(const SequenceView& view, const SequenceScene& scene, qint64 row, int column) {
    auto frame = view.pictureFrame(0, scene.rowCount() - 1, view.palette());
    const auto& bar = *view.verticalScrollBar();
    const double head = frame.headHeight;
    frame.layout.columnWidth = (view.viewport()->width() - frame.layout.gutter) / frame.layout.columns;
    return {static_cast<int>(frame.layout.x(column)),
            static_cast<int>(frame.layout.y(row) - bar.value() + head)};
}

bool has(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour) return true;
    return false;
}

}  // namespace

class TestSequence : public ipcscope::testing::GuiTest {
    Q_OBJECT
private slots:
    void columnsAreMoved() {
        const std::vector<quint64> order{1, 2, 3, 4};
        QCOMPARE(moved(order, 0, 2), (std::vector<quint64>{2, 3, 1, 4}));
        QCOMPARE(moved(order, 3, 0), (std::vector<quint64>{4, 1, 2, 3}));
        QCOMPARE(moved(order, 1, 1), order);
        QCOMPARE(moved(order, 9, 1), order);
        QCOMPARE(moved(order, 1, 9), (std::vector<quint64>{1, 3, 4, 2}));
    }

    void keysGoFromRowToRow() {
        const SequenceScene scene(200);
        SequenceView view;
        view.resize(900, 500);
        view.setSource(&scene);
        view.show();
        QSignalSpy changed(&view, &SequenceView::selectionChanged);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.selectedRow(), qint64{0});
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selectedRow(), qint64{1});
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.selectedRow(), qint64{0});
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.selectedRow(), qint64{199});
        QVERIFY(view.verticalScrollBar()->value() > 1'000);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QVERIFY(view.selectedRow() < 195);
        QTest::keyClick(&view, Qt::Key_Home);
        // Of a row with two events, the one of the marked column.
        const auto here = *view.selected();
        QTest::keyClick(&view, Qt::Key_J);
        QCOMPARE(*view.selected(), here ^ 1);
        QTest::keyClick(&view, Qt::Key_J);
        QCOMPARE(*view.selected(), here);
        QVERIFY(changed.size() >= 7);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.currentColumn(), 2);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(view.selectedRow(), qint64{3});
    }

    void keysMoveAndHideColumns() {
        const SequenceScene scene(20);
        SequenceView view;
        view.resize(900, 500);
        view.setSource(&scene);
        view.show();
        QSignalSpy hidden(&view, &SequenceView::hiddenChanged);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view.order(), (std::vector<quint64>{2, 1, 3}));
        QCOMPARE(view.currentColumn(), 1);
        QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view.order(), (std::vector<quint64>{1, 2, 3}));
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(view.order(), (std::vector<quint64>{2, 3}));
        QCOMPARE(view.hiddenColumns(), QSet<quint64>{1});
        QTest::keyClick(&view, Qt::Key_Delete);
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(view.order().size(), std::size_t{1});  // the last one stays
        view.setHiddenColumns({});
        QCOMPARE(view.order(), (std::vector<quint64>{1, 2, 3}));
        QCOMPARE(hidden.size(), 3);
    }

    void pointerSelectsAndDrags() {
        const SequenceScene scene(20);
        SequenceView view;
        view.resize(900, 500);
        view.setSource(&scene);
        view.show();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, pointOf(view, scene, 4, 0));
        QCOMPARE(view.selected(), std::optional<quint64>(8));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, pointOf(view, scene, 4, 1));
        QCOMPARE(view.selected(), std::optional<quint64>(9));
        QPoint first = pointOf(view, scene, 0, 0), third = pointOf(view, scene, 0, 2);
        first.setY(20);
        third.setY(20);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, first);
        QTest::mouseMove(view.viewport(), third);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, third);
        QCOMPARE(view.order(), (std::vector<quint64>{2, 3, 1}));
    }

    void wheelScrollsAndZooms() {
        const SequenceScene scene(2'000);
        SequenceView view;
        view.resize(900, 500);
        view.setSource(&scene);
        view.show();
        const auto turn = [&](int delta, Qt::KeyboardModifiers keys) {
            QWheelEvent wheel(QPointF(300, 300), view.mapToGlobal(QPointF(300, 300)), {}, QPoint(0, delta),
                              Qt::NoButton, keys, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view.viewport(), &wheel);
        };
        turn(-120, {});
        QVERIFY(view.verticalScrollBar()->value() > 0);
        const auto length = view.verticalScrollBar()->maximum();
        turn(240, Qt::ControlModifier);
        QVERIFY(view.zoom() > 1 && view.verticalScrollBar()->maximum() > length);
        QTest::keyClick(&view, Qt::Key_0);
        QCOMPARE(view.zoom(), 1.0);
        for (int i = 0; i < 40; ++i)
            turn(-240, Qt::ControlModifier);
        QCOMPARE(view.zoom(), 0.5);
        // To scale, all of it is in sight at first; the wheel zooms time.
        view.setToScale(true);
        QTest::keyClick(&view, Qt::Key_0);
        QCOMPARE(view.verticalScrollBar()->maximum() < 60, true);
        turn(1'200, Qt::ControlModifier);
        QVERIFY(view.verticalScrollBar()->maximum() > 500);
        QVERIFY(!view.grab().isNull());
        // So do the keys, at what is selected.
        QTest::keyClick(&view, Qt::Key_0);
        view.select(800);
        const auto row = view.selectedRow();
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.zoom(), 1.0);
        QVERIFY(view.verticalScrollBar()->maximum() > 500);
        QVERIFY(view.rowsInSight().first <= row && row <= view.rowsInSight().second);
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(&view, Qt::Key_Minus);
        QVERIFY(view.verticalScrollBar()->maximum() < 60);
    }

    void onlyRowsInSightAreAskedFor() {
        const SequenceScene scene(10'000'000);
        SequenceView view;
        view.resize(1200, 900);
        view.setSource(&scene);
        view.show();
        for (const double part : {0.0, 0.3, 1.0}) {
            view.verticalScrollBar()->setValue(static_cast<int>(part * view.verticalScrollBar()->maximum()));
            scene.asked = 0;
            view.grab();
            QVERIFY2(scene.asked > 5 && scene.asked < 100, qPrintable(QString::number(scene.asked)));
        }
        QCOMPARE(view.rowsInSight().second, qint64{9'999'999});
        view.select(10'000'000);
        QVERIFY(view.rowsInSight().first < 5'000'000 && view.rowsInSight().second > 5'000'000);
        // Also where all of them stand in a few pixels.
        view.setToScale(true);
        scene.asked = 0;
        view.grab();
        QVERIFY2(scene.asked > 50 && scene.asked < 300, qPrintable(QString::number(scene.asked)));
    }

    void itStaysAtTheEnd() {
        SequenceScene scene(100);
        SequenceView view;
        view.resize(800, 400);
        view.setSource(&scene);
        view.show();
        scene.setRows(150);
        view.refresh();
        QCOMPARE(view.verticalScrollBar()->value(), 0);  // who looks at the beginning is left there
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        const auto before = view.verticalScrollBar()->value();
        scene.setRows(300);
        view.refresh();
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QVERIFY(view.verticalScrollBar()->value() > before);
    }

    // Drawn to scale, a run that goes on stays in sight, until a person chooses another scale.
    void toScaleItStaysInSight() {
        SequenceScene scene(10);
        SequenceView view;
        view.resize(800, 400);
        view.setSource(&scene);
        view.setToScale(true);
        view.show();
        scene.setRows(400);
        view.refresh();
        QCOMPARE(view.rowsInSight(), (std::pair<qint64, qint64>(0, 399)));
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(&view, Qt::Key_Plus);
        const int length = view.verticalScrollBar()->maximum();
        QVERIFY(length > 500);
        scene.setRows(500);
        view.refresh();
        QVERIFY(view.verticalScrollBar()->maximum() > length);
    }

    void aScreenReaderIsTold() {
        const SequenceScene scene(20);
        SequenceView view;
        view.setSource(&scene);
        view.select(8);
        auto* interface = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(interface);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Sequence diagram"));
        QCOMPARE(interface->text(QAccessible::Value), QStringLiteral("event 8"));
        QVERIFY(interface->text(QAccessible::Help).contains(QStringLiteral("row")));
        QCOMPARE(interface->role(), QAccessible::Chart);
    }

    void picturesShowWhatHappens() {
        const SequenceScene scene(60);
        SequenceView view;
        view.resize(900, 600);
        view.setSource(&scene);
        for (const bool dark : {false, true}) {
            QPalette palette;
            palette.setColor(QPalette::Window, dark ? Qt::black : Qt::white);
            const Palette colours = Palette::of(palette);
            const auto image = SequencePicture::of(view, 0, 59, palette, 1, false).image(1);
            QCOMPARE(image.pixelColor(2, image.height() - 3), colours.plot);
            QCOMPARE(image.pixelColor(2, 2), colours.header);
            QVERIFY(has(image, colours.waiting));        // the edge of what waits
            QVERIFY(has(image, colours.failed));         // an errno, a death
            QVERIFY(has(image, colours.mechanism(0)));   // arrows
            QVERIFY(has(image, colours.plotAlternate));  // the gap
            const auto without = SequencePicture::of(view, 20, 40, palette, 1, false).image(1);
            QVERIFY(!has(without, colours.waiting));
        }
    }

    void limitsOfPicturesAreSaid() {
        const SequenceScene scene(5'000);
        SequenceView view;
        view.resize(900, 600);
        view.setSource(&scene);
        QPalette light;
        light.setColor(QPalette::Window, Qt::white);
        const auto vector = SequencePicture::of(view, 0, 4'999, light, 1, true);
        QCOMPARE(vector.last, SequencePicture::most_rows - 1);
        QCOMPARE(vector.cut, 5'000 - SequencePicture::most_rows);
        const auto pixels = SequencePicture::of(view, 0, 4'999, light, 2, false);
        QVERIFY(pixels.cut > vector.cut);
        const auto image = pixels.image(2);
        QVERIFY(image.height() <= SequencePicture::most_pixels &&
                image.height() > SequencePicture::most_pixels / 2);
    }

    void svgIsText() {
        const SequenceScene scene(3'000);
        SequenceView view;
        view.resize(900, 600);
        view.setSource(&scene);
        QPalette light;
        light.setColor(QPalette::Window, Qt::white);
        auto picture = SequencePicture::of(view, 0, 2'999, light, 1, true);
        picture.title = QStringLiteral("Two <workers> & a queue");
        picture.description = QStringLiteral("Sequence diagram of three processes");
        QBuffer buffer;
        buffer.open(QIODevice::ReadWrite);
        QVERIFY(picture.writeSvg(buffer));
        QXmlStreamReader xml(buffer.data());
        QString title, description, texts;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            if (xml.name() == QLatin1String("title")) title = xml.readElementText();
            if (xml.name() == QLatin1String("desc")) description = xml.readElementText();
            if (xml.name() == QLatin1String("text")) texts += xml.readElementText() + QLatin1Char('\n');
            QVERIFY(xml.name() != QLatin1String("image"));  // nothing became a bitmap
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(title, picture.title);
        QCOMPARE(description, picture.description);
        for (const auto* part :
             {"worker 1", "send \"number 0\"", "receive = 9", "+ 1.2 s", "waits for a sender", "EINTR"})
            QVERIFY2(texts.contains(QLatin1String(part)), part);
        QVERIFY(texts.contains(QStringLiteral("… 1,000 more rows not shown")) ||
                texts.contains(QStringLiteral("1000 more rows not shown")));
    }

    void nothingIsDrawnWithoutRows() {
        SequenceView view;
        view.setEmptyText(QStringLiteral("Nothing yet"));
        view.resize(400, 300);
        QVERIFY(!view.grab().isNull());
        const SequenceScene none(0, 0);
        view.setSource(&none);
        for (const auto key :
             {Qt::Key_Down, Qt::Key_End, Qt::Key_J, Qt::Key_Delete, Qt::Key_Right, Qt::Key_Plus})
            QTest::keyClick(&view, key);
        QVERIFY(!view.grab().isNull());
        QVERIFY(!view.selected());
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    return testing::runSubjects(argc, argv, std::make_unique<TestSequence>(), layouts());
}
#include "test_sequence.moc"

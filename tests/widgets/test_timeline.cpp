// The view under a person's hands: pointer, wheel and keys on a made-up run.
#include "helpers/qt_guard.h"
#include "timeline/timeline_view.h"
#include "widgets/timeline_scene.h"

#include <QAccessible>
#include <QScrollBar>
#include <QWheelEvent>
#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestTimeline : public GuiTest {
    Q_OBJECT

    static constexpr int header = 210;
    std::unique_ptr<MadeUpTimeline> source_;
    std::unique_ptr<TimelineView> view_;

    void open(bool running = false) {
        view_.reset();
        source_ = makeScene(running);
        view_ = std::make_unique<TimelineView>();
        view_->resize(1200, 420);
        view_->setSource(source_.get());
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
        view_->grab();
        view_->refresh();
    }
    int rulerHeight() const { return view_->fontMetrics().height() + 14; }
    int xOf(qint64 time) const {
        const double share = static_cast<double>(time - view_->visibleBegin()) /
                             static_cast<double>(view_->visibleEnd() - view_->visibleBegin());
        return header + static_cast<int>(share * (view_->viewport()->width() - header));
    }
    QPoint inLane(int lane, qint64 time) const {
        std::vector<TimelineLane> lanes = source_->lanes();
        int y = rulerHeight() + view_->fontMetrics().height() + 10;
        for (int i = 0; i < lane; ++i)
            y += view_->fontMetrics().height() + 15;
        return {xOf(time), y + 12};
    }
    void wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(at, view_->viewport()->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view_->viewport(), &event);
    }
    qint64 span() const { return view_->visibleEnd() - view_->visibleBegin(); }
    quint64 firstJoined() const {
        std::vector<TimelineArrow> arrows;
        source_->arrows(source_->firstTime(), source_->lastTime() + 1, 50, arrows);
        return arrows.front().fromSeq;
    }

private slots:
    void cleanup() { view_.reset(); }

    void withoutASource() {
        TimelineView view;
        view.resize(600, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const auto key : {Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Up, Qt::Key_Left, Qt::Key_F, Qt::Key_L,
                               Qt::Key_J, Qt::Key_Z})
            QTest::keyClick(&view, key);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {400, 100});
        QVERIFY(!view.hasSelection());
        QVERIFY(!view.accessibleName().isEmpty());
    }

    void fitsAtFirst() {
        open();
        QVERIFY(view_->visibleBegin() <= source_->firstTime());
        QVERIFY(view_->visibleEnd() >= source_->lastTime());
        QVERIFY(span() < (source_->lastTime() - source_->firstTime()) * 12 / 10);
    }

    void clickSelects() {
        open();
        QSignalSpy changed(view_.get(), &TimelineView::selectionChanged);
        const quint64 seq = firstJoined();
        const Event& e = source_->event(seq);
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, inLane(0, e.time_ns - e.duration_ns / 2));
        QCOMPARE(view_->selected(), seq);
        QCOMPARE(changed.count(), 1);
        QVERIFY(view_->selectionText().contains(QStringLiteral("write = 5")));
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(view_.get());
        QVERIFY(accessible);
        QCOMPARE(accessible->text(QAccessible::Value), view_->selectionText());
        QTest::keyClick(view_.get(), Qt::Key_Escape);
        QVERIFY(!view_->hasSelection());
    }

    void jumpGoesThereAndBack() {
        open();
        const quint64 seq = firstJoined();
        view_->select(seq);
        QTest::keyClick(view_.get(), Qt::Key_J);
        QCOMPARE(view_->selected(), source_->joined(seq).front());
        QTest::keyClick(view_.get(), Qt::Key_J);
        QCOMPARE(view_->selected(), seq);
    }

    void wheelZoomsAtThePointer() {
        open();
        const QPoint at(700, 100);
        const auto timeAt = [&] {
            return static_cast<double>(view_->visibleBegin()) +
                   static_cast<double>(span()) * (at.x() - header) / (view_->viewport()->width() - header);
        };
        const double before = timeAt();
        const qint64 wide = span();
        wheel(at, {0, 480});
        QVERIFY(span() < wide * 6 / 10);
        QVERIFY(qAbs(timeAt() - before) < static_cast<double>(wide) / 500);
        wheel(at, {0, -480});
        QVERIFY(qAbs(span() - wide) < wide / 100);
    }

    void wheelPans() {
        open();
        wheel({700, 100}, {0, 1200});
        const qint64 before = view_->visibleBegin(), wide = span();
        wheel({700, 100}, {0, -120}, Qt::ShiftModifier);
        QVERIFY(view_->visibleBegin() > before);
        wheel({700, 100}, {120, 0});
        QVERIFY(qAbs(view_->visibleBegin() - before) <= 2);
        QVERIFY(qAbs(span() - wide) <= 2);
    }

    void dragPansAndBandZooms() {
        open();
        wheel({700, 100}, {0, 600});
        const qint64 before = view_->visibleBegin();
        QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, {700, 150});
        QTest::mouseMove(view_->viewport(), {640, 150});
        QTest::mouseMove(view_->viewport(), {600, 150});
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, {600, 150});
        QVERIFY(view_->visibleBegin() > before);
        QVERIFY(!view_->hasSelection());
        const qint64 wide = span(), begin = view_->visibleBegin();
        const int width = view_->viewport()->width() - header;
        QTest::mousePress(view_->viewport(), Qt::RightButton, {}, {header + width / 4, 150});
        QTest::mouseMove(view_->viewport(), {header + width / 2, 150});
        QTest::mouseRelease(view_->viewport(), Qt::RightButton, {}, {header + width / 2, 150});
        QVERIFY(qAbs(span() - wide / 4) < wide / 50);
        QVERIFY(qAbs(view_->visibleBegin() - (begin + wide / 4)) < wide / 50);
    }

    void followsUntilThePersonLooksElsewhere() {
        open(true);
        QVERIFY(view_->follows());
        QSignalSpy follow(view_.get(), &TimelineView::followChanged);
        const qint64 end = view_->visibleEnd();
        source_->setRunning(true, source_->now() + 5'000'000);
        view_->refresh();
        QVERIFY(view_->visibleEnd() > end);
        wheel({700, 100}, {0, 240});
        QVERIFY(!view_->follows());
        QCOMPARE(follow.count(), 1);
        const qint64 stays = view_->visibleEnd();
        source_->setRunning(true, source_->now() + 5'000'000);
        view_->refresh();
        QCOMPARE(view_->visibleEnd(), stays);
        QTest::keyClick(view_.get(), Qt::Key_L);
        QVERIFY(view_->follows());
        QVERIFY(view_->visibleEnd() >= source_->now());
    }

    // From event to event in a lane; all are met, in order, one by one, however dense.
    void keysVisitEveryEvent() {
        open();
        QVector<quint64> expected;
        for (quint64 seq = 0; seq < 400; ++seq) {
            quint64 lane = 0;
            qint64 begin = 0, end = 0;
            if (source_->locate(seq, lane, begin, end) && lane == 1) expected << seq;
        }
        QVERIFY(expected.size() > 20);
        view_->select(expected.front());
        QVector<quint64> met{view_->selected()};
        for (qsizetype i = 1; i < expected.size(); ++i) {
            QTest::keyClick(view_.get(), Qt::Key_Right, Qt::ControlModifier);
            met << view_->selected();
        }
        QCOMPARE(met, expected);
        QTest::keyClick(view_.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(view_->selected(), expected.back());
        for (qsizetype i = 1; i < expected.size(); ++i)
            QTest::keyClick(view_.get(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(view_->selected(), expected.front());
    }

    void upAndDownMoveBetweenLanes() {
        open();
        view_->select(firstJoined());
        quint64 lane = 0;
        qint64 begin = 0, end = 0;
        QTest::keyClick(view_.get(), Qt::Key_Down);
        QVERIFY(source_->locate(view_->selected(), lane, begin, end));
        QCOMPARE(lane, 2u);
        QTest::keyClick(view_.get(), Qt::Key_Up);
        QVERIFY(source_->locate(view_->selected(), lane, begin, end));
        QCOMPARE(lane, 1u);
    }

    void selectReveals() {
        open();
        view_->setVisibleRange(source_->firstTime(), source_->firstTime() + 100'000);
        std::vector<TimelineArrow> arrows;
        source_->arrows(source_->firstTime(), source_->lastTime() + 1, 50, arrows);
        const Event& e = source_->event(arrows[30].fromSeq);
        view_->select(arrows[30].fromSeq);
        QVERIFY(view_->visibleBegin() < e.time_ns && view_->visibleEnd() > e.time_ns - e.duration_ns);
        view_->resize(1200, 120);
        QVERIFY(view_->verticalScrollBar()->maximum() > 0);
        QTest::keyClick(view_.get(), Qt::Key_Z);
        QVERIFY(span() < 2 * e.duration_ns);
    }

    void zoomsFromADayToANanosecond() {
        open();
        for (int i = 0; i < 120; ++i)
            QTest::keyClick(view_.get(), Qt::Key_Minus);
        view_->grab();
        QVERIFY(span() > 86'000'000'000'000);
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(view_.get(), Qt::Key_Plus);
        view_->grab();
        QVERIFY(span() <= 3);
        QTest::keyClick(view_.get(), Qt::Key_Home);
        QVERIFY(view_->visibleBegin() <= source_->firstTime() && view_->visibleEnd() >= source_->lastTime());
    }

    void splitterMovesTheEdge() {
        open();
        QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, {header, 200});
        QTest::mouseMove(view_->viewport(), {300, 200});
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, {300, 200});
        const QImage image = view_->grab().toImage();
        const QRgb header_colour = image.pixel(4, image.height() - 4);
        QCOMPARE(image.pixel(290, image.height() - 4), header_colour);
    }

    void cursorsAndHoverLeaveNoTrace() {
        open();
        const QImage before = view_->grab().toImage();
        QTest::mouseMove(view_->viewport(), inLane(0, source_->firstTime() + 50'000));
        QVERIFY(view_->grab().toImage() != before);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view_->viewport(), &leave);
        QCOMPARE(view_->grab().toImage(), before);
    }
};

QTEST_MAIN(TestTimeline)
#include "test_timeline.moc"

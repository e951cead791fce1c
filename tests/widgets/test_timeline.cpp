// The view under a person's hands: pointer, wheel and keys on a made-up run. More in timeline/.
#include "helpers/subjects.h"
#include "widgets/timeline/timeline_test.h"

using namespace ipcscope;
using namespace ipcscope::testing;

class TestTimeline : public TimelineTest {
    Q_OBJECT
private slots:
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

    void whoLooksIsNotDisturbed() {
        open(true);
        QVERIFY(view_->follows());
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {},
                          inLane(0, source_->event(firstJoined()).time_ns - 20'000));
        QVERIFY(view_->hasSelection() && !view_->follows());
        const qint64 stays = view_->visibleBegin();
        for (int i = 0; i < 3; ++i)
            source_->call(1, source_->now() + i * 1000, source_->now() + i * 1000 + 500, 11);
        source_->setRunning(true, source_->now() + 1'000'000);
        view_->refresh();
        QCOMPARE(view_->visibleBegin(), stays);
        QTest::keyClick(view_.get(), Qt::Key_End);
        QVERIFY(view_->follows());
    }

    // --- the map ---
    void theMapMovesTheView() {
        open();
        auto* map = view_->miniMap();
        QVERIFY(!map->accessibleName().isEmpty() && map->focusPolicy() & Qt::TabFocus);
        const qint64 begin = source_->firstTime(), length = source_->lastTime() - begin;
        view_->setVisibleRange(begin, begin + length / 10);
        const qint64 wide = span();
        const auto x = [&](double share) {
            return QPoint(static_cast<int>(map->scale().x(
                              begin + static_cast<qint64>(share * static_cast<double>(length)))),
                          12);
        };
        QTest::mouseClick(map, Qt::LeftButton, {}, x(0.5));
        QVERIFY(qAbs((view_->visibleBegin() + view_->visibleEnd()) / 2 - begin - length / 2) < length / 100);
        QVERIFY(qAbs(span() - wide) < wide / 100);
        QTest::mousePress(map, Qt::LeftButton, {}, x(0.5));
        QTest::mouseMove(map, x(0.3));
        QTest::mouseRelease(map, Qt::LeftButton, {}, x(0.3));
        QVERIFY(qAbs((view_->visibleBegin() + view_->visibleEnd()) / 2 - begin - length * 3 / 10) <
                length / 100);
        // An edge: the other one stays.
        const qint64 left = view_->visibleBegin();
        QTest::mousePress(map, Qt::LeftButton, {}, x(0.35));
        QTest::mouseMove(map, x(0.6));
        QTest::mouseRelease(map, Qt::LeftButton, {}, x(0.6));
        QVERIFY(qAbs(view_->visibleBegin() - left) < length / 200);
        QVERIFY(qAbs(view_->visibleEnd() - begin - length * 6 / 10) < length / 50);
        const qint64 now = view_->visibleBegin();
        QTest::keyClick(map, Qt::Key_Right);
        QVERIFY(view_->visibleBegin() > now);
        const qint64 before = span();
        QTest::keyClick(map, Qt::Key_Plus);
        QVERIFY(span() < before);
        QVERIFY(!map->accessibleDescription().isEmpty());
        QTest::keyClick(map, Qt::Key_Home);
        QVERIFY(view_->visibleBegin() <= begin && view_->visibleEnd() >= begin + length);
    }

    // While a call runs, the recording is as long as it is now, also where nothing of the call is in sight.
    void theMapEndsNow() {
        open(true);
        source_->lane(1).busy = true;
        view_->refresh();
        QCOMPARE(view_->miniMap()->scale().to, source_->now());
        view_->setVisibleRange(source_->firstTime(), source_->firstTime() + 100'000);
        view_->grab();
        source_->setRunning(true, source_->now() + 1'000'000);
        view_->refresh();
        QCOMPARE(view_->miniMap()->scale().to, source_->now());
        // What happened stays in sight, unless one looks at all of it.
        source_->setRunning(true, source_->now() + 600'000'000);
        view_->refresh();
        const qint64 length = source_->lastTime() - source_->firstTime();
        QVERIFY(view_->miniMap()->scale().to > source_->lastTime());
        QVERIFY(view_->miniMap()->scale().to <= source_->lastTime() + length / 2);
        view_->fit();
        QCOMPARE(view_->miniMap()->scale().to, source_->now());
        source_->lane(1).busy = false;
        source_->setRunning(false, 0);
        view_->refresh();
        QCOMPARE(view_->miniMap()->scale().to, source_->lastTime());
    }

    void aScreenReaderFindsEveryLane() {
        open();
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(view_.get());
        QVERIFY(accessible);
        QStringList names;
        for (int i = 0; i < accessible->childCount(); ++i) {
            QAccessibleInterface* child = accessible->child(i);
            QVERIFY(child);
            if (child->role() != QAccessible::ListItem) continue;
            QCOMPARE(accessible->indexOfChild(child), i);
            QVERIFY(child->isValid() && !child->rect().isEmpty());
            names << child->text(QAccessible::Name);
        }
        for (const auto& lane : source_->lanes())
            QVERIFY2(names.contains(lane.label), qPrintable(lane.label));
        QVERIFY(names.contains(QStringLiteral("Workers")));
        // A level is read as it is now, or at the moment that is played back.
        QString level;
        const auto read = [&] {
            for (int i = 0; i < accessible->childCount(); ++i)
                if (auto* child = accessible->child(i);
                    child->text(QAccessible::Name) == QStringLiteral("q: messages"))
                    level = child->text(QAccessible::Description);
            return level;
        };
        source_->level(7, 1, source_->lastTime() + 1'000, 77);
        const qint64 then = source_->lastTime();
        source_->level(7, 1, source_->lastTime() + 1'000, 88);
        QVERIFY2(read().startsWith(QStringLiteral("88")), qPrintable(level));
        source_->shown = then;
        QVERIFY2(read().startsWith(QStringLiteral("77")), qPrintable(level));
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestTimeline>(), timeline_lanes(), timeline_places());
}
#include "test_timeline.moc"

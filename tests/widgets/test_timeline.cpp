// The view under a person's hands: pointer, wheel and keys on a made-up run.
#include "helpers/qt_guard.h"
#include "timeline/mini_map.h"
#include "timeline/time_axis.h"
#include "timeline/timeline_view.h"
#include "widgets/timeline_scene.h"

#include <QAccessible>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
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

    // --- arranging, by key and by pointer ---
    void lanesAreArrangedByKeys() {
        open();
        QSignalSpy changed(view_.get(), &TimelineView::arrangementChanged);
        view_->setFocus();
        const auto key = [&](Qt::Key code, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(view_.get(), code, modifiers);
        };
        key(Qt::Key_Down, Qt::ControlModifier);  // the title
        key(Qt::Key_Down, Qt::ControlModifier);  // parent, whose marks stand below it
        key(Qt::Key_P);
        QCOMPARE(view_->arrangement().pinned, QStringList{QStringLiteral("1")});
        key(Qt::Key_P);
        QVERIFY(view_->arrangement().isDefault());
        key(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(view_->arrangement().order.indexOf(QStringLiteral("2")) <
                view_->arrangement().order.indexOf(QStringLiteral("1")));
        key(Qt::Key_H);
        QCOMPARE(view_->arrangement().hidden, QStringList{QStringLiteral("1")});
        key(Qt::Key_T);
        QCOMPARE(view_->arrangement().collapsed, QStringList{QStringLiteral("kind:0")});
        QCOMPARE(changed.count(), 5);
        for (int i = 0; i < 5; ++i)
            key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(view_->arrangement().isDefault() && !view_->canUndoArrangement());
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(view_->arrangement().isDefault());
        // Another name.
        key(Qt::Key_Down, Qt::ControlModifier);
        key(Qt::Key_F2);
        auto* edit = view_->findChild<QLineEdit*>(QStringLiteral("timelineAskEdit"));
        QVERIFY(edit && edit->isVisible());
        edit->setText(QStringLiteral("shop"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->isVisible());
        QCOMPARE(view_->arrangement().labels.size(), 1);
        QCOMPARE(view_->arrangement().labels.first(), QStringLiteral("shop"));
    }

    void lanesAreDraggedByTheirNames() {
        open();
        const auto middle = [&](int lane) { return QPoint(60, inLane(lane, 0).y()); };
        QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, middle(0));
        QTest::mouseMove(view_->viewport(), middle(0) + QPoint(0, 10));
        QTest::mouseMove(view_->viewport(), middle(2) + QPoint(0, 6));
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, middle(2) + QPoint(0, 6));
        QCOMPARE(view_->arrangement().order.mid(0, 3),
                 (QStringList{QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("1")}));
        // A click on a title closes the group, and opens it.
        const QPoint title(60, rulerHeight() + 8);
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, title);
        QCOMPARE(view_->arrangement().collapsed.size(), 1);
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, title);
        QVERIFY(view_->arrangement().collapsed.isEmpty());
    }

    // Whatever can be done stands in the menus, and works from there.
    void menusDoTheSame() {
        open();
        view_->select(firstJoined());
        QMenu menu;
        view_->fillMenu(&menu);
        const auto find = [](QMenu* in, const QString& text) -> QAction* {
            for (auto* action : in->findChildren<QAction*>())
                if (action->text().remove(QLatin1Char('&')).startsWith(text)) return action;
            return nullptr;
        };
        for (const char* text : {"Go to", "Bookmark", "Measure", "Arrows", "Group lanes by", "Collapse all",
                                 "Show hidden", "Undo", "Reset", "Keys"})
            QVERIFY2(find(&menu, QString::fromLatin1(text)), text);
        find(&menu, QStringLiteral("Collapse all"))->trigger();
        QCOMPARE(view_->arrangement().collapsed.size(), 2);
        find(&menu, QStringLiteral("Nothing"))->trigger();
        QCOMPARE(view_->arrangement().grouping, LaneGrouping::none);
        find(&menu, QStringLiteral("Only those"))->trigger();
        QCOMPARE(view_->arrowMode(), ArrowMode::selection);
        view_->resetArrangement();
        // By the menu key: of the lane of the selection.
        QTest::keyClick(view_.get(), Qt::Key_Menu);
        auto* popup = view_->findChild<QMenu*>(QStringLiteral("timelineMenu"));
        QVERIFY(popup && popup->isVisible());
        for (const char* text : {"Pin", "Hide", "Rename", "Colour", "Move up", "Cursor A", "Next hop"})
            QVERIFY2(find(popup, QString::fromLatin1(text)), text);
        find(popup, QStringLiteral("Hide"))->trigger();
        QCOMPARE(view_->arrangement().hidden, QStringList{QStringLiteral("1")});
        popup->close();
        QMenu after;
        view_->fillMenu(&after);
        find(&after, QStringLiteral("All"))->trigger();
        QVERIFY(find(&after, QStringLiteral("parent")));
    }

    void pinnedLanesStayWhileOthersScroll() {
        open();
        LaneArrangement arrangement;
        arrangement.pinned = QStringList{QStringLiteral("6")};
        view_->setArrangement(arrangement);
        view_->resize(1200, 190);
        QVERIFY(view_->verticalScrollBar()->maximum() > 0);
        const auto pinned = [&] {
            view_->refresh();
            return view_->grab().toImage().copy(0, view_->miniMap()->height() + rulerHeight(), 200, 30);
        };
        const QImage before = pinned();
        view_->verticalScrollBar()->setValue(view_->verticalScrollBar()->maximum());
        QCOMPARE(pinned(), before);
        QVERIFY(before != view_->grab().toImage().copy(0, view_->height() - 60, 200, 30));
    }

    // --- measuring, places ---
    void cursorsMeasureWhatLiesBetween() {
        open();
        const quint64 seq = firstJoined();
        view_->select(seq);
        QTest::keyClick(view_.get(), Qt::Key_M);
        const Event& e = source_->event(seq);
        QCOMPARE(view_->cursorA(), std::optional<qint64>(e.time_ns - e.duration_ns));
        QCOMPARE(view_->cursorB(), std::optional<qint64>(e.time_ns));
        QVERIFY(view_->measureText().contains(formatDuration(e.duration_ns)));
        // Everything: as many as there are, but for the levels, which are no events of a lane of calls.
        view_->setCursors(source_->firstTime(), source_->lastTime());
        quint64 expected = 0;
        for (quint64 i = 0; i < source_->events(); ++i)
            expected += source_->event(i).phase != Phase::state;
        quint64 counted = 0;
        for (const auto& lane : source_->lanes())
            counted += source_->count(lane.key, source_->firstTime(), source_->lastTime() + 1);
        QCOMPARE(counted, expected);
        QVERIFY2(view_->measureText().contains(QLocale().toString(expected)),
                 qPrintable(view_->measureText()));
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(view_.get());
        QVERIFY(accessible->text(QAccessible::Description).contains(view_->measureText()));
        // Escape: first the selection, then the cursors.
        QTest::keyClick(view_.get(), Qt::Key_Escape);
        QVERIFY(view_->cursorA());
        QTest::keyClick(view_.get(), Qt::Key_Escape);
        QVERIFY(!view_->cursorA() && !view_->cursorB() && view_->measureText().isEmpty());
        // By keys alone: one at the middle, the other some steps on.
        QTest::keyClick(view_.get(), Qt::Key_A);
        QTest::keyClick(view_.get(), Qt::Key_B);
        QCOMPARE(view_->cursorA(), view_->cursorB());
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(view_.get(), Qt::Key_Right, Qt::AltModifier);
        QVERIFY(*view_->cursorB() > *view_->cursorA());
        // In the ruler, by the pointer; and one of them moved.
        QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, {400, 6});
        QTest::mouseMove(view_->viewport(), {500, 6});
        QTest::mouseMove(view_->viewport(), {700, 6});
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, {700, 6});
        QVERIFY(qAbs(xOf(*view_->cursorA()) - 400) <= 1 && qAbs(xOf(*view_->cursorB()) - 700) <= 1);
        QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, {700, 6});
        QTest::mouseMove(view_->viewport(), {600, 6});
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, {600, 6});
        QVERIFY(qAbs(xOf(*view_->cursorB()) - 600) <= 1 && qAbs(xOf(*view_->cursorA()) - 400) <= 1);
    }

    void goesWhereItIsTold() {
        open();
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(view_.get(), Qt::Key_Plus);
        const auto middle = [&] { return (view_->visibleBegin() + view_->visibleEnd()) / 2; };
        QTest::keyClick(view_.get(), Qt::Key_G, Qt::ControlModifier);
        auto* edit = view_->findChild<QLineEdit*>(QStringLiteral("timelineAskEdit"));
        QVERIFY(edit && edit->isVisible() && !edit->accessibleName().isEmpty());
        edit->setText(QStringLiteral("soon"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->isVisible() && !edit->accessibleDescription().isEmpty());
        edit->setText(QStringLiteral("5ms"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->isVisible());
        QVERIFY(qAbs(middle() - source_->firstTime() - 5'000'000) < span() / 100);
        QCOMPARE(view_->goTo(QStringLiteral("-1ms")), QString());
        QVERIFY(qAbs(middle() - source_->firstTime() - 4'000'000) < span() / 100);
        QVERIFY(!view_->goTo(QStringLiteral("2 h")).isEmpty());
        QVERIFY(!view_->goTo(QStringLiteral("#999999")).isEmpty());
        QCOMPARE(view_->goTo(QStringLiteral("#40")), QString());
        QCOMPARE(view_->selected(), 40u);
    }

    void bookmarksAreKeptAndFound() {
        open();
        QSignalSpy changed(view_.get(), &TimelineView::bookmarksChanged);
        view_->select(firstJoined());
        QTest::keyClick(view_.get(), Qt::Key_B, Qt::ControlModifier);
        auto* edit = view_->findChild<QLineEdit*>(QStringLiteral("timelineAskEdit"));
        QVERIFY(edit && edit->isVisible());
        edit->setText(QStringLiteral("here it begins"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(view_->bookmarks().size(), std::size_t{1});
        QCOMPARE(view_->bookmarks()[0].note, QStringLiteral("here it begins"));
        Bookmarks more = view_->bookmarks();
        more.insert(more.begin(), {7'000'000, QStringLiteral("late")});
        view_->setBookmarks(more);
        QCOMPARE(view_->bookmarks()[1].note, QStringLiteral("late"));  // in order of time
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(view_.get(), Qt::Key_Plus);
        view_->goToBookmark(0);
        QTest::keyClick(view_.get(), Qt::Key_Period);
        const qint64 middle = (view_->visibleBegin() + view_->visibleEnd()) / 2;
        QVERIFY(qAbs(middle - source_->firstTime() - 7'000'000) < span() / 100);
        QTest::keyClick(view_.get(), Qt::Key_Comma);
        QVERIFY(view_->visibleBegin() < source_->firstTime() + 1'000'000);
        // The list: all of it by keys.
        QTest::keyClick(view_.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        auto* list = view_->findChild<QListWidget*>();
        QVERIFY(list && list->count() == 2);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(view_->bookmarks().size(), std::size_t{1});
        list->item(0)->setText(QStringLiteral("renamed"));
        QCOMPARE(view_->bookmarks()[0].note, QStringLiteral("renamed"));
        // Another source: bookmarks and arrangement stay.
        const auto other = makeScene(false);
        view_->setSource(other.get());
        QCOMPARE(view_->bookmarks().size(), std::size_t{1});
        view_->setSource(nullptr);
    }

    void hopsFollowTheChain() {
        open();
        const quint64 sent = firstJoined();
        view_->select(sent);
        const quint64 got = source_->joined(sent).front();
        QTest::keyClick(view_.get(), Qt::Key_BracketRight);
        QCOMPARE(view_->selected(), got);
        QTest::keyClick(view_.get(), Qt::Key_BracketLeft);
        QCOMPARE(view_->selected(), sent);
        // Where none leaves, to the next thing there that sends.
        std::vector<TimelineArrow> arrows;
        source_->arrows(source_->firstTime(), source_->lastTime() + 1, 200, arrows);
        view_->select(arrows[4].fromSeq);
        quint64 lane = 0, before = 0;
        qint64 begin = 0, end = 0, from = 0;
        QVERIFY(source_->locate(view_->selected(), before, from, end));
        const auto next = source_->joined(view_->selected()).front();
        view_->select(next);
        QTest::keyClick(view_.get(), Qt::Key_BracketRight);
        QVERIFY(source_->locate(view_->selected(), lane, begin, end));
        QVERIFY(end >= from);  // never back in time
    }

    void aClickOnAnArrowLeadsAlongIt() {
        open();
        std::vector<TimelineArrow> arrows;
        source_->arrows(source_->firstTime(), source_->lastTime() + 1, 200, arrows);
        const auto level = std::find_if(arrows.begin(), arrows.end(), [](const TimelineArrow& a) {
            return a.fromLane == 3 && a.toLane == 5;  // over another lane, where nothing else is in the way
        });
        QVERIFY(level != arrows.end());
        view_->setVisibleRange(level->fromTime - 40'000, level->toTime + 40'000);
        view_->grab();
        const int y = (inLane(2, 0).y() + inLane(4, 0).y()) / 2;
        const int x0 = xOf(level->fromTime), x1 = xOf(level->toTime);
        bool met = false;
        for (int x = std::min(x0, x1); x <= std::max(x0, x1) && !met; ++x) {
            view_->clearSelection();
            QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, {x, y - 11});
            met = view_->hasSelection() &&
                  (view_->selected() == level->toSeq || view_->selected() == level->fromSeq);
        }
        QVERIFY(met);
        // None is shown: none is met.
        view_->clearSelection();
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(view_.get(), Qt::Key_V);
        QCOMPARE(view_->arrowMode(), ArrowMode::none);
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

    void keysAndSignsAreListed() {
        open();
        QTest::keyClick(view_.get(), Qt::Key_Question);
        auto* window = view_->findChild<QDialog*>(QStringLiteral("timelineKeys"));
        QVERIFY(window && window->isVisible());
        QString text;
        for (const auto* label : window->findChildren<QLabel*>())
            text += label->text();
        for (const char* word :
             {"ctrl+G", "ctrl+B", "hatched", "several became one", "lost", "Writes into memory"})
            QVERIFY2(text.contains(QString::fromLatin1(word)), word);
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
    }

    void cursorsAndHoverLeaveNoTrace() {
        open();
        // The overview is drawn when there is time for it: it is no part of this.
        auto* overview = view_->findChild<MiniMap*>();
        QVERIFY(overview);
        overview->hide();
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

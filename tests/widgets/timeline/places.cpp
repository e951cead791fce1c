// Moments and ways: cursors, bookmarks, go to, along arrows.
#include "widgets/timeline/timeline_test.h"

using namespace ipcscope;
using namespace ipcscope::testing;

class TestTimelinePlaces : public TimelineTest {
    Q_OBJECT
private slots:
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
};

std::unique_ptr<QObject> ipcscope::testing::timeline_places() {
    return std::make_unique<TestTimelinePlaces>();
}
#include "places.moc"

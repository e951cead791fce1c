// Lanes are put in order: by keys, by dragging, by menus.
#include "widgets/timeline/timeline_test.h"

using namespace ipcscope;
using namespace ipcscope::testing;

class TestTimelineLanes : public TimelineTest {
    Q_OBJECT
private slots:
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

    void splitterMovesTheEdge() {
        open();
        QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, {header, 200});
        QTest::mouseMove(view_->viewport(), {300, 200});
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, {300, 200});
        const QImage image = view_->grab().toImage();
        const QRgb header_colour = image.pixel(4, image.height() - 4);
        QCOMPARE(image.pixel(290, image.height() - 4), header_colour);
    }
};

std::unique_ptr<QObject> ipcscope::testing::timeline_lanes() {
    return std::make_unique<TestTimelineLanes>();
}
#include "arranging.moc"

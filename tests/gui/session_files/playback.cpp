// Playing a recording back: every panel shows the moment under the cursor, and nothing is sent.
#include "graph_panel.h"
#include "gui/session_files/subjects.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "main_window.h"
#include "mechanism_panel.h"
#include "operation_pane.h"
#include "playback_bar.h"
#include "playback_object.h"
#include "playback_sign.h"
#include "program_editor.h"
#include "program_panel.h"
#include "theme.h"
#include "timeline/mini_map.h"
#include "timeline/timeline_view.h"
#include "timeline_panel.h"
#include "view_tabs.h"
#include "workers_model.h"
#include "workers_panel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace ipcscope;

namespace {
constexpr int patience = 60'000;  // ms, on a machine that does much else
}

class TestPlayback : public testing::GuiTest {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    Playback& playback() { return window_->session().playback(); }
    RunController& controller() { return window_->session().controller(); }
    QAction* action(const char* name) { return window_->findChild<QAction*>(QString::fromLatin1(name)); }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_.get(), code, modifiers);
    }
    bool settled() {
        return QTest::qWaitFor([this] { return playback().settled(); }, patience);
    }

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
        applyTheme(Theme::light);
    }
    void init() {
        failOnWarnings();
        window_.reset();
        QSettings().clear();
        const auto file = folder_.filePath(QStringLiteral("a.ipcscope"));
        QFile::remove(file);
        QVERIFY(QFile::copy(QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/v1.ipcscope"), file));
        window_ = std::make_unique<MainWindow>(testing::registry());
        window_->resetLayout();
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(!window_->playback()->isEnabled());
        QVERIFY(window_->openFile(file));
        controller().shown()->wait_loaded();
        QTRY_VERIFY_WITH_TIMEOUT(window_->playback()->isEnabled(), patience);
        window_->activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(window_->isActiveWindow(), patience);
        window_->timeline()->view()->setFocus();
    }
    void cleanupTestCase() { window_.reset(); }

    void steppedThroughByKeys() {
        const QAbstractItemModelTester tester(window_->workers()->model());
        const auto last = controller().state();
        auto* workers = window_->workers()->model();
        const auto rows = [&] {
            int count = 0;
            for (std::uint16_t id = 1; id <= last->workers.size(); ++id)
                count += workers->indexOf(WorkerId{id}).isValid();
            return count;
        };
        auto* sign = window_->workers()->findChild<PlaybackSign*>();
        QVERIFY(sign && !sign->isVisible());
        QCOMPARE(rows(), static_cast<int>(last->workers.size()));
        QVERIFY(!action("playbackLive")->isEnabled());

        key(Qt::Key_F7);  // to the first event: only the first worker is there
        QVERIFY(playback().active() && settled());
        QVERIFY(sign->isVisible() && controller().frozen());
        QCOMPARE(playback().time(), playback().begin());
        QCOMPARE(rows(), 1);
        QCOMPARE(playback().moment()->events, std::uint64_t{1});
        QVERIFY(window_->timeline()->view()->playCursor() == playback().time());
        QVERIFY(window_->timeline()->view()->hasSelection());
        // Everybody who steps sees every event once, and the same ones on the way back.
        std::vector<qint64> times{playback().time()};
        const auto all = controller().recording()->events().size();
        for (std::uint64_t i = 0; i < all + 3; ++i) {
            key(Qt::Key_F7);
            QVERIFY(settled());
            if (playback().time() == times.back()) break;
            QVERIFY(playback().time() > times.back());
            times.push_back(playback().time());
        }
        QCOMPARE(playback().moment()->events, all);
        QCOMPARE(rows(), static_cast<int>(last->workers.size()));
        // The program shows its line.
        const auto run = controller().recording();
        const auto* call = run->calls().find(CallId{run->events()[*playback().moment()->at].call});
        QCOMPARE(window_->program()->editor()->runningLine(), call ? call->line : 0);
        const auto end = playback().state();
        for (const auto& worker : last->workers)
            QCOMPARE(end->worker(worker.id)->status, worker.status);
        key(Qt::Key_F7);
        QVERIFY(settled());
        QCOMPARE(playback().time(), times.back());  // nothing comes after it
        for (auto i = times.size() - 1; i-- > 0;) {
            key(Qt::Key_F6);
            QVERIFY(settled());
            QCOMPARE(playback().time(), times[i]);
        }
        // From arrow to arrow.
        key(Qt::Key_F7, Qt::ShiftModifier);
        QVERIFY(settled());
        const auto seq = playback().moment()->at;
        QVERIFY(seq.has_value());
        QVERIFY(window_->program()->editor()->runningLine() > 0);
        QVERIFY(std::find(times.begin(), times.end(), playback().time()) != times.end());
        QVERIFY(playback().time() > times.front());

        key(Qt::Key_F12, Qt::ShiftModifier);
        QVERIFY(!playback().active() && !sign->isVisible() && !controller().frozen());
        QVERIFY(!window_->timeline()->view()->playCursor());
        QCOMPARE(rows(), static_cast<int>(last->workers.size()));
        QCOMPARE(window_->program()->editor()->runningLine(), controller().line());
    }

    void playedAndLooped() {
        playback().setSpeed(100);
        key(Qt::Key_F12);
        QVERIFY(playback().active());
        QTRY_VERIFY_WITH_TIMEOUT(!playback().playing(), patience);
        QCOMPARE(playback().time(), playback().end());
        QVERIFY(settled());
        QCOMPARE(playback().moment()->events, controller().recording()->events().size());

        // Between the two cursors, again and again.
        auto* view = window_->timeline()->view();
        const qint64 length = playback().end() - playback().begin();
        const qint64 a = playback().begin() + length / 4, b = playback().begin() + length / 2;
        view->setCursors(b, a);
        playback().setSpeed(0.01);
        action("playbackLoop")->trigger();
        int back = 0, outside = 0;
        qint64 before = a;
        const auto watch = connect(&playback(), &Playback::moved, this, [&](qint64 time) {
            back += time <= before;  // also when a slow machine needs more than the range from tick to tick
            outside += time < a || time > b;
            before = time;
        });
        key(Qt::Key_F12);
        QTRY_VERIFY_WITH_TIMEOUT(back >= 4, patience);  // the first is where it begins
        QVERIFY(playback().playing());
        key(Qt::Key_F12);
        disconnect(watch);
        QVERIFY(!playback().playing());
        QCOMPARE(outside, 0);
        QVERIFY(settled());
        action("playbackLoop")->trigger();
        QVERIFY(!playback().loops());
    }

    void longWaitsAreSkipped() {
        // At this speed all of it takes minutes; without its waits only moments.
        playback().setSpeed(0.01);
        action("playbackSkip")->trigger();
        playback().seek(playback().begin());
        QVERIFY(settled());
        const auto first = playback().time();
        const auto next = playback().moment()->next_ns;
        QVERIFY(next.has_value());
        key(Qt::Key_F12);
        QTRY_VERIFY_WITH_TIMEOUT(playback().time() > first, patience);
        key(Qt::Key_F12);
    }

    void scrubbed() {
        auto* slider = window_->playback()->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        // From live it stood at the end.
        QVERIFY(playback().active() && settled());
        QCOMPARE(playback().time(), playback().begin());
        QTest::keyClick(slider, Qt::Key_End);
        QVERIFY(settled());
        QCOMPARE(playback().time(), playback().end());
        QTest::mouseClick(slider, Qt::LeftButton, {}, {slider->width() / 2, slider->height() / 2});
        const auto middle = playback().begin() + (playback().end() - playback().begin()) / 2;
        const auto near = [&](qint64 time) {
            return std::abs(playback().time() - time) < (playback().end() - playback().begin()) / 10;
        };
        QVERIFY(near(middle));
        // On the overview: the cursor is dragged.
        auto* map = window_->timeline()->view()->miniMap();
        const auto scale = map->scale();
        const auto at = [&](qint64 time) { return QPoint(qRound(scale.x(time)), map->height() / 2); };
        QTest::mousePress(map, Qt::LeftButton, {}, at(playback().time()));
        QTest::mouseMove(map, at(playback().begin() + 1) + QPoint(20, 0));
        QTest::mouseRelease(map, Qt::LeftButton, {}, at(playback().begin() + 1) + QPoint(20, 0));
        QVERIFY(playback().time() < middle);
        QVERIFY(settled());
        // On the timeline itself: its flag.
        auto* view = window_->timeline()->view();
        view->fit();
        const auto before = playback().time();
        QSignalSpy dragged(view, &TimelineView::playCursorDragged);
        const double share = static_cast<double>(before - view->visibleBegin()) /
                             static_cast<double>(view->visibleEnd() - view->visibleBegin());
        constexpr int header = 210;  // pixels, until somebody makes it wider
        const QPoint flag(header + qRound(share * (view->viewport()->width() - header)),
                          view->viewport()->height() / 2);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, flag);
        QTest::mouseMove(view->viewport(), flag + QPoint(40, 0));
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, flag + QPoint(40, 0));
        QCOMPARE(dragged.count(), 1);
        QVERIFY(playback().time() > before);
        QVERIFY(settled());
    }

    // A person who looks elsewhere while it plays is left alone.
    void theViewFollowsUnlessThePersonLooksElsewhere() {
        auto* view = window_->timeline()->view();
        const qint64 from = playback().begin(), length = playback().end() - from;
        view->setVisibleRange(from, from + length / 10);
        playback().seek(from);
        emit playback().moved(from + length / 20, false);
        QCOMPARE(view->visibleBegin(), from);
        emit playback().moved(from + length / 5, false);  // it leaves the view: the page is turned
        const auto turned = view->visibleBegin();
        QVERIFY(turned > from && turned < from + length / 5);
        view->setVisibleRange(from + length / 2, from + length * 6 / 10);  // by the person
        const auto elsewhere = view->visibleBegin();
        emit playback().moved(from + length / 4, false);
        emit playback().moved(from + length / 3, false);
        QCOMPARE(view->visibleBegin(), elsewhere);
        playback().seek(from);  // but what the person asks for is shown
        QVERIFY(view->visibleBegin() < elsewhere);
    }

    void nothingIsSent() {
        auto* panel = window_->openMechanism(QStringLiteral("pipe"));
        QVERIFY(panel);
        auto* past = panel->findChild<PlaybackObject*>();
        QVERIFY(past && past->isHidden());
        key(Qt::Key_F7);
        QVERIFY(settled());
        QCOMPARE(panel->objects()->isEnabled(), false);  // there was none yet
        playback().seek(playback().end());
        QVERIFY(settled());
        QVERIFY(panel->objects()->isEnabled());
        QVERIFY(!past->isHidden());
        QVERIFY2(past->text().contains(QStringLiteral("Sent")), qPrintable(past->text()));
        auto* pane = panel->pane(Side::send);
        QVERIFY(!pane->workers()->isEnabled());
        QVERIFY(panel->findChild<PlaybackSign*>()->isVisible());
        const auto before = controller().recording()->events().size();
        QSignalSpy refused(&window_->session(), &Session::refused);
        window_->workers()->start();
        QCOMPARE(refused.count(), 1);
        QCOMPARE(controller().recording()->events().size(), before);
        QVERIFY(controller().shown());
        window_->views()->showView(QStringLiteral("graph"));
        playback().seek(playback().begin());
        QVERIFY(settled());
        QVERIFY(window_->graph()->findChild<PlaybackSign*>()->isVisible());
        auto* back = panel->findChild<PlaybackSign*>()->findChild<QToolButton*>();
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(!playback().active());
        QVERIFY(pane->workers()->isEnabled() && past->isHidden());
    }

    // Where the bar is hidden, its keys to step are others'.
    void itsKeysGoWithIt() {
        QVERIFY(action("playbackNext")->isEnabled() && action("playbackPreviousFlow")->isEnabled());
        window_->views()->showView(QStringLiteral("compare"));
        QVERIFY(window_->playback()->isHidden());
        QVERIFY(!action("playbackNext")->isEnabled() && !action("playbackPreviousFlow")->isEnabled());
        window_->views()->showView(QStringLiteral("timeline"));
        QVERIFY(action("playbackNext")->isEnabled() && action("playbackPreviousFlow")->isEnabled());
    }

    // A step that comes late does not take the cursor back.
    void whoeverSeeksIsWhereTheySought() {
        playback().seek(playback().begin());
        QVERIFY(settled());
        playback().step(1);
        playback().seek(playback().end());
        QVERIFY(settled());
        QCOMPARE(playback().time(), playback().end());
        QVERIFY(playback().moment()->time_ns == playback().end());
    }

    void everythingHasANameAndAKey() {
        for (auto* widget : window_->playback()->findChildren<QWidget*>()) {
            if (!qobject_cast<QToolButton*>(widget) && !qobject_cast<QSlider*>(widget) &&
                !qobject_cast<QComboBox*>(widget))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->accessibleName()));
        }
        auto* speeds = window_->playback()->speeds();
        QCOMPARE(speeds->itemData(0).toDouble(), 0.01);
        QCOMPARE(speeds->itemData(speeds->count() - 1).toDouble(), 100.0);
        for (const int width : {700, 1600}) {  // one row or two: nothing is cut
            window_->resize(width, 700);
            QCoreApplication::processEvents();
            auto* bar = window_->playback();
            for (auto* button : bar->findChildren<QToolButton*>())
                QVERIFY(button->isVisible() &&
                        bar->rect().contains(QRect(button->mapTo(bar, QPoint()), button->size())));
        }
    }
};

std::unique_ptr<QObject> ipcscope::testing::playback_tests() {
    return std::make_unique<TestPlayback>();
}

#include "playback.moc"

// Sessions in the window: opened, looked at, run again, saved with how the views are arranged.
#include "event_model.h"
#include "event_table.h"
#include "gui/session_files/subjects.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "helpers/same_recording.h"
#include "helpers/subjects.h"
#include "main_window.h"
#include "recording_bar.h"
#include "session_files.h"
#include "session_files/comparing.h"
#include "theme.h"
#include "timeline/timeline_view.h"
#include "timeline_export.h"
#include "timeline_panel.h"
#include "view_memory.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest>

using namespace ipcscope;

namespace {
constexpr int patience = 60'000;  // ms, on a machine that does much else
}

class TestSessionFiles : public testing::GuiTest {
    Q_OBJECT

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
        file_ = folder_.filePath(QStringLiteral("a.ipcscope"));
        QFile::remove(file_);
        QVERIFY(QFile::copy(QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/v1.ipcscope"), file_));
        QFile(file_).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        window_ = std::make_unique<MainWindow>(testing::registry());
        window_->resetLayout();
        window_->show();
    }
    void cleanupTestCase() { window_.reset(); }

    void openedAndRunAgain() {
        auto* bar = window_->findChild<RecordingBar*>();
        QVERIFY(bar && !bar->isVisible());
        QVERIFY(window_->openFile(file_));
        auto& session = window_->session();
        QVERIFY(!session.controller().alive());
        QVERIFY(session.controller().shown() && session.controller().recording());
        QTRY_VERIFY_WITH_TIMEOUT(window_->events()->eventModel()->rowCount() >= 15, patience);
        QTRY_COMPARE_WITH_TIMEOUT(session.controller().recording()->events().size(), std::uint64_t{33},
                                  patience);
        QVERIFY(window_->timeline()->view()->isVisible());
        QVERIFY(window_->windowTitle().startsWith(QStringLiteral("a.ipcscope")));
        QVERIFY(session.document().text()->toPlainText().contains(QStringLiteral("Hello through a pipe")));
        QVERIFY(!session.document().isModified());
        QVERIFY(bar->isVisible());
        QVERIFY(!bar->accessibleName().isEmpty());
        QVERIFY(QSettings().value(QStringLiteral("files/recent")).toStringList().contains(file_));
        QTRY_COMPARE_WITH_TIMEOUT(window_->timeline()->view()->bookmarks().size(), std::size_t{1}, patience);
        QCOMPARE(window_->timeline()->view()->bookmarks()[0].note, QStringLiteral("the first greeting"));

        QSignalSpy ended(&session.controller(), &RunController::programEnded);
        for (auto* button : bar->findChildren<QPushButton*>())
            if (button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() > 0, patience);
        QCOMPARE(testing::explain(session.controller().report()), std::string());
        QVERIFY(!session.controller().shown() && session.controller().alive());
        QVERIFY(!bar->isVisible());
    }
    void anotherProgramTakesItsPlace() {
        QVERIFY(window_->openFile(file_));
        window_->openExample();
        QVERIFY(!window_->session().controller().recording());
        QVERIFY(!window_->findChild<RecordingBar*>()->isVisible());
    }
    void savedWithItsViews() {
        window_->openExample();
        QSignalSpy ended(&window_->session().controller(), &RunController::programEnded);
        window_->session().runProgram();
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() > 0, patience);
        auto* view = window_->timeline()->view();
        QTRY_VERIFY_WITH_TIMEOUT(view->isVisible(), patience);
        auto lanes = view->arrangement();
        lanes.labels[QStringLiteral("worker:child")] = QStringLiteral("Kind");
        lanes.grouping = LaneGrouping::process;
        view->setArrangement(lanes);
        view->setBookmarks({{1000, QStringLiteral("here")}});
        QVERIFY(window_->session().filter().apply(QStringLiteral("worker == \"child\"")));
        auto& filters = window_->session().filter().saved();
        QVERIFY(filters.save(QStringLiteral("b"), QStringLiteral("failed"), SavedFilter::Place::session));
        QVERIFY(filters.save(QStringLiteral("a"), QStringLiteral("blocked"), SavedFilter::Place::session));
        const auto count = window_->session().controller().recording()->events().size();
        const auto saved = folder_.filePath(QStringLiteral("saved.ipcscope"));
        const auto notes = ViewMemory(window_->session(), *view).notes();
        QCOMPARE(saveSessionFile(window_->session(), notes, saved, window_.get()), QLatin1String(""));
        QVERIFY(window_->openFile(saved));
        const auto shown = window_->session().controller().shown();
        QVERIFY(shown);
        shown->wait_loaded();
        QVERIFY(shown->events().size() >= count);
        // Saved again: when and where it was made stays as it is.
        const auto twice = folder_.filePath(QStringLiteral("twice.ipcscope"));
        QCOMPARE(saveSessionFile(window_->session(), notes, twice, window_.get()), QLatin1String(""));
        const auto same = open_session(twice.toStdString(), testing::registry());
        QVERIFY(same.has_value());
        QCOMPARE((*same)->started_unix_ns(), shown->started_unix_ns());
        QVERIFY((*same)->machine() == shown->machine());
        QTRY_COMPARE_WITH_TIMEOUT(view->arrangement().labels.value(QStringLiteral("worker:child")),
                                  QStringLiteral("Kind"), patience);
        QCOMPARE(view->arrangement().grouping, LaneGrouping::process);
        QCOMPARE(view->bookmarks().size(), std::size_t{1});
        // With the session come the filters that were saved in it, in their order.
        QCOMPARE(filters.ofSession().size(), std::size_t{2});
        QCOMPARE(filters.ofSession()[0].name, QStringLiteral("b"));
        QCOMPARE(filters.ofSession()[1].text, QStringLiteral("blocked"));
        QCOMPARE(window_->session().filter().text(), QStringLiteral("worker == \"child\""));

        // The timeline as a picture.
        auto* pictures = window_->timeline()->exportMenu();
        for (const auto* name : {"t.svg", "t.png"})
            for (const bool seen : {true, false}) {
                pictures->setInSight(seen);
                const auto to = folder_.filePath(QString::fromLatin1(name));
                QCOMPARE(pictures->exportTo(to), QString());
                QVERIFY(QFileInfo(to).size() > 1000);
                QCOMPARE(pictures->told(), QString());
            }
        QVERIFY(pictures->exportTo(QStringLiteral("/nowhere/t.svg")).size() > 0);
        testing::events_are_exported(*window_, folder_);

        // What is changed then is in the file when the window is closed.
        QVERIFY(filters.remove(QStringLiteral("b")));
        view->setBookmarks({{1000, QStringLiteral("here")}, {2000, QStringLiteral("and here")}});
        window_.reset();
        const auto again = open_session(saved.toStdString(), testing::registry());
        QVERIFY(again.has_value());
        QCOMPARE((*again)->notes().bookmarks.size(), std::size_t{2});
        QCOMPARE((*again)->notes().filters.size(), std::size_t{1});
        QCOMPARE((*again)->notes().grouping, std::string("by_process"));
    }
    // Saved under another name, that is the file from then on.
    void aCopyHasItsOwnViews() {
        QVERIFY(window_->openFile(file_));
        auto* view = window_->timeline()->view();
        QTRY_COMPARE_WITH_TIMEOUT(view->bookmarks().size(), std::size_t{1}, patience);
        const auto copy = folder_.filePath(QStringLiteral("copy.ipcscope"));
        window_->session().document().setSaved(copy);
        for (auto* action : window_->findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(QKeySequence::Save)) action->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(copy), patience);
        view->setBookmarks({{1000, QStringLiteral("one")}, {2000, QStringLiteral("two")}});
        window_.reset();
        const auto before = open_session(file_.toStdString(), testing::registry());
        const auto after = open_session(copy.toStdString(), testing::registry());
        QVERIFY(before.has_value() && after.has_value());
        QCOMPARE((*before)->notes().bookmarks.size(), std::size_t{1});
        QCOMPARE((*after)->notes().bookmarks.size(), std::size_t{2});
        QVERIFY((*after)->machine() == (*before)->machine());
    }
    void programsRemembered() {
        const auto program = folder_.filePath(QStringLiteral("p.ips"));
        QFile out(program);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write("workers: a\n") > 0);
        out.close();
        QVERIFY(window_->openFile(program));
        auto* view = window_->timeline()->view();
        auto lanes = view->arrangement();
        lanes.hidden = QStringList{QStringLiteral("worker:a")};
        view->setArrangement(lanes);
        QVERIFY(window_->openFile(file_));
        QTRY_VERIFY_WITH_TIMEOUT(view->arrangement().hidden.isEmpty(), patience);
        QVERIFY(window_->openFile(program));
        QCOMPARE(view->arrangement().hidden, QStringList{QStringLiteral("worker:a")});
        window_->openExample();
        QVERIFY(view->arrangement().hidden.isEmpty());
    }
    void refusals() {
        auto& session = window_->session();
        QVERIFY(saveSessionFile(session, {}, folder_.filePath(QStringLiteral("x.ipcscope")), window_.get())
                    .contains(QStringLiteral("Nothing has been recorded")));
        QVERIFY(openSessionFile(session, QStringLiteral("/nowhere/a.ipcscope"))
                    .contains(QStringLiteral("ENOENT")));
        QVERIFY(window_->openFile(file_));
        const auto why = saveSessionFile(session, {}, QStringLiteral("/nowhere/b.ipcscope"), window_.get());
        QVERIFY2(why.contains(QStringLiteral("/nowhere/b.ipcscope")), qPrintable(why));
        QVERIFY(session.controller().shown());
    }
    void damaged() {
        QFile bad(file_);
        QVERIFY(bad.open(QIODevice::ReadWrite) && bad.resize(bad.size() * 3 / 4));
        bad.close();
        QVERIFY(window_->openFile(file_));
        auto* bar = window_->findChild<RecordingBar*>();
        QPushButton* problems = nullptr;
        const auto told = [&] {  // what is found while it is read in comes later
            for (auto* button : bar->findChildren<QPushButton*>())
                if (!button->toolTip().isEmpty() && button->text().contains(QStringLiteral("remark")))
                    problems = button;
            return problems && problems->isVisible();
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(), patience);
        QVERIFY(problems->toolTip().contains(QStringLiteral("damaged")));
    }
    void executedAgainItIsTheSame() { testing::executed_again_it_is_the_same(*window_); }
    void whatDiffersIsListedAndFoundInBoth() { testing::what_differs_is_listed_and_found_in_both(*window_); }
    void oftenAndStepByStep() { testing::often_and_step_by_step(*window_); }
    void whatReachesOutsideIsAskedFor() { testing::what_reaches_outside_is_asked_for(*window_); }

    void dropped() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file_)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window_.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window_.get(), &drop);
        QVERIFY(drop.isAccepted());
        QTRY_VERIFY_WITH_TIMEOUT(window_->session().controller().shown(), patience);
    }

private:
    QTemporaryDir folder_;
    QString file_;
    std::unique_ptr<MainWindow> window_;
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    return testing::runSubjects(argc, argv, std::make_unique<TestSessionFiles>(), testing::playback_tests());
}

#include "test_session_files.moc"

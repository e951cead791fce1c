// The view of the whole machine with the window, the probe, and objects that are really there.
#include "filter_edit.h"
#include "gui/monitor/monitor_subject.h"
#include "helpers/made_up_snapshot.h"
#include "main_window.h"
#include "monitor_actions.h"
#include "monitor_contents.h"
#include "monitor_details.h"
#include "monitor_model.h"
#include "monitor_panel.h"
#include "monitor_record_bar.h"
#include "monitor_recorder.h"
#include "monitor_table.h"
#include "session_file/file_recording.h"
#include "view_tabs.h"

#include <QApplication>
#include <QCheckBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <mqueue.h>
#include <unistd.h>

#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/shm.h>
#include <sys/stat.h>

using namespace ipcscope;
using namespace ipcscope::testing::monitor;
using ipcscope::testing::SnapshotMaker;

namespace {

// A message queue of the test's own, removed whatever happens.
struct Queue {
    int id = ::msgget(IPC_PRIVATE, 0600);
    ~Queue() { ::msgctl(id, IPC_RMID, nullptr); }
    bool exists() const {
        msqid_ds ds{};
        return ::msgctl(id, IPC_STAT, &ds) == 0;
    }
    bool send(const char* text) const {
        struct {
            long type;
            char data[32];
        } message{1, {}};
        std::strncpy(message.data, text, sizeof message.data - 1);
        return ::msgsnd(id, &message, std::strlen(text), IPC_NOWAIT) == 0;
    }
};

}  // namespace

class TestMonitorLive : public MonitorSubject {
    Q_OBJECT

private slots:
    void theViewStartsAndStopsTheWatch() {
        MainWindow window(testing::registry());
        window.resetLayout();
        window.show();
        auto& monitor = *window.monitor();
        QVERIFY(!monitor.watch().watching());
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("systemButton")), Qt::LeftButton);
        QCOMPARE(window.views()->currentView(), QStringLiteral("system"));
        QVERIFY(monitor.watch().watching());
        QTRY_VERIFY_WITH_TIMEOUT(monitor.watch().latest(), patience);
        QVERIFY(monitor.table()->objects()->rowCount() > 0);
        // The docks are about the run: they make room, and come back.
        auto* program = window.findChild<QDockWidget*>(QStringLiteral("dock.program"));
        QVERIFY(program->isHidden());
        window.views()->showView(QStringLiteral("timeline"));
        QVERIFY(!program->isHidden());
        QVERIFY(!monitor.watch().watching());
        // Unless it is wanted to go on.
        window.views()->showView(QStringLiteral("system"));
        monitor.findChild<QToolButton*>(QStringLiteral("monitorKeep"))->click();
        window.views()->showView(QStringLiteral("graph"));
        QVERIFY(monitor.watch().watching());
        // And it is closed while it looks.
        monitor.watch().sampleSoon();
        window.closeNow();
    }

    void anObjectOfOursAppearsWithItsHolder() {
        if (!SnapshotMaker::knows("pipe")) QSKIP("this build does not watch pipes");
        MainWindow window(testing::registry());
        window.resize(1280, 800);
        window.show();
        window.views()->showView(QStringLiteral("system"));
        auto& monitor = *window.monitor();
        QTRY_VERIFY_WITH_TIMEOUT(monitor.watch().latest(), patience);
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        struct stat there {};
        QCOMPARE(::fstat(ends[0], &there), 0);
        const auto ref = "pipe:[" + std::to_string(there.st_ino) + "]";
        QTRY_VERIFY_WITH_TIMEOUT((monitor.watch().sampleSoon(), monitor.watch().now()->find(ref)), patience);
        monitor.watch().selectObject(ref);
        QTRY_VERIFY_WITH_TIMEOUT(monitor.table()->currentIndex().isValid(), patience);
        QCOMPARE(monitor.table()->objects()->refOf(monitor.table()->currentIndex().row()), ref);
        // Who holds it is a link, and leads to the process; back leads back.
        const QString me = QStringLiteral("(%1)").arg(::getpid());
        QTRY_VERIFY_WITH_TIMEOUT(monitor.details()->page()->toPlainText().contains(me), patience);
        emit monitor.details()->page()->anchorClicked(QUrl(QStringLiteral("who:0")));
        QVERIFY(monitor.watch().process());
        QCOMPARE(monitor.watch().process()->pid, ::getpid());
        QVERIFY(monitor.details()->page()->toPlainText().contains(QString::number(::getpid())));
        QVERIFY(monitor.watch().back());
        QCOMPARE(monitor.watch().object(), ref);
        // A filter that names it finds it alone.
        auto* filter = monitor.filter();
        filter->setText(QStringLiteral("ref == \"%1\"").arg(QString::fromStdString(ref)));
        QVERIFY(filter->state() == FilterEdit::State::valid);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(monitor.table()->objects()->matching(), std::size_t{1});
        QVERIFY(monitor.outcome()->text().startsWith(QLatin1String("1 ")));
        filter->setText(QStringLiteral("ref = = nothing"));
        QVERIFY(filter->state() == FilterEdit::State::invalid);
        QVERIFY(!filter->reason().isEmpty());
        QCOMPARE(monitor.outcome()->accessibleDescription(), filter->reason());
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(monitor.table()->objects()->matching(), std::size_t{1});
        filter->clear();
        // Gone: struck out, and the details say so.
        ::close(ends[0]);
        ::close(ends[1]);
        QTRY_VERIFY_WITH_TIMEOUT((monitor.watch().sampleSoon(), !monitor.watch().now()->find(ref)), patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            monitor.details()->page()->toPlainText().contains(QStringLiteral("It is gone")), patience);
    }

    // What is watched is kept in a file that opens like any session; also while another view is shown.
    void whatIsWatchedIsRecorded() {
        MainWindow window(testing::registry());
        window.show();
        window.views()->showView(QStringLiteral("system"));
        auto& monitor = *window.monitor();
        QTRY_VERIFY_WITH_TIMEOUT(monitor.watch().latest(), patience);
        const QTemporaryDir directory;
        const auto path = directory.filePath(QStringLiteral("seen.ipcscope"));
        auto* recorder = monitor.findChild<MonitorRecorder*>();
        QVERIFY(recorder);
        QVERIFY(!recorder->begin(directory.filePath(QStringLiteral("none/seen.ipcscope"))).isEmpty());
        QCOMPARE(recorder->begin(path), QString());
        QVERIFY(!recorder->begin(path).isEmpty());
        auto* bar = monitor.findChild<MonitorRecordBar*>();
        QVERIFY(bar && bar->isVisible());
        window.views()->showView(QStringLiteral("graph"));
        QVERIFY(monitor.watch().watching());
        const int id = ::msgget(IPC_PRIVATE, 0600);
        QVERIFY(id >= 0);
        const auto ref = "sysv_msg:" + std::to_string(id);
        QTRY_VERIFY_WITH_TIMEOUT((monitor.watch().sampleSoon(), monitor.watch().now()->find(ref)), patience);
        ::msgctl(id, IPC_RMID, nullptr);
        QSignalSpy told(recorder, &MonitorRecorder::told);
        recorder->stop();
        QCOMPARE(told.size(), 1);
        QVERIFY(!recorder->recording());
        QVERIFY(recorder->events() > 0);
        QVERIFY(!monitor.watch().watching());  // nobody looks any more
        // It says where it is, and opens it.
        window.views()->showView(QStringLiteral("system"));
        QSignalSpy wanted(bar, &MonitorRecordBar::openWanted);
        for (auto* button : bar->findChildren<QPushButton*>())
            if (button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), path);
        QVERIFY(!bar->isVisible());
        const auto file = open_session(path.toStdString(), testing::registry());
        QVERIFY2(file, file ? "" : file.error().text().c_str());
        (*file)->wait_loaded();
        QVERIFY((*file)->problems().empty());
        const auto state = (*file)->state();
        QVERIFY(std::any_of(state->objects.begin(), state->objects.end(), [&](const auto& object) {
            return object.second.key.find(ref) != std::string::npos;
        }));
    }

    void aQueueIsLookedIntoAndRemovedAfterAConfirmation() {
        if (!SnapshotMaker::knows("sysv_msg")) QSKIP("this build does not watch message queues");
        const Queue queue;
        if (queue.id < 0) QSKIP("no message queue can be made here");
        QVERIFY(queue.send("hello there"));
        MainWindow window(testing::registry());
        window.resize(1280, 800);
        window.show();
        window.views()->showView(QStringLiteral("system"));
        auto& monitor = *window.monitor();
        const auto ref = "sysv_msg:" + std::to_string(queue.id);
        QTRY_VERIFY_WITH_TIMEOUT(monitor.watch().now() && monitor.watch().now()->find(ref), patience);
        monitor.watch().selectObject(ref);
        monitor.tabs()->setCurrentWidget(monitor.contents());
        QTRY_VERIFY_WITH_TIMEOUT(monitor.contents()->how()->isVisible(), patience);
        QVERIFY(!monitor.contents()->how()->text().isEmpty());
        // Looking has taken nothing.
        msqid_ds ds{};
        QCOMPARE(::msgctl(queue.id, IPC_STAT, &ds), 0);
        QCOMPARE(int(ds.msg_qnum), 1);

        const auto snapshot = monitor.watch().now();
        const auto object = *snapshot->find(ref);
        const ActionSpec* remove = nullptr;
        for (const auto& action : snapshot->kind(snapshot->objects[object]).kind->actions)
            if (action.kind == ActionKind::remove) remove = &action;
        QVERIFY(remove);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("saved.txt"));
        monitor.actions()->begin(snapshot, object, *remove);
        auto* dialog = window.findChild<MonitorActionDialog*>();
        QVERIFY(dialog);
        QVERIFY(dialog->command().contains(QString::number(queue.id)));
        dialog->reject();
        QVERIFY(queue.exists());
        QTRY_VERIFY_WITH_TIMEOUT(!window.findChild<MonitorActionDialog*>(), patience);
        monitor.actions()->begin(snapshot, object, *remove);
        dialog = window.findChild<MonitorActionDialog*>();
        QVERIFY(dialog && dialog->saveBox() && dialog->saveBox()->isChecked());
        dialog->setSavePath(path);
        QTest::mouseClick(dialog->confirmButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!queue.exists(), patience);
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("hello there"));
        QTRY_VERIFY_WITH_TIMEOUT(!window.findChild<MonitorActionDialog*>(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!monitor.watch().now()->find(ref), patience);
    }

    // A segment that nobody has attached can be looked into, once that is allowed; and is saved before it
    // goes.
    void aForgottenSegmentIsLookedInto() {
        if (!SnapshotMaker::knows("sysv_shm")) QSKIP("this build does not watch segments");
        const int id = ::shmget(IPC_PRIVATE, 4096, 0600);
        if (id < 0) QSKIP("no segment can be made here");
        const auto gone = qScopeGuard([&] { ::shmctl(id, IPC_RMID, nullptr); });
        auto* const at = static_cast<char*>(::shmat(id, nullptr, 0));
        QVERIFY(at != reinterpret_cast<char*>(-1));
        std::strcpy(at, "left behind");
        ::shmdt(at);
        MainWindow window(testing::registry());
        window.resize(1280, 800);
        window.show();
        window.views()->showView(QStringLiteral("system"));
        auto& monitor = *window.monitor();
        const auto ref = "sysv_shm:" + std::to_string(id);
        QTRY_VERIFY_WITH_TIMEOUT(monitor.watch().now() && monitor.watch().now()->find(ref), patience);
        monitor.watch().selectObject(ref);
        monitor.tabs()->setCurrentWidget(monitor.contents());
        auto* look = monitor.contents()->findChild<QPushButton*>(QStringLiteral("monitorFetch"));
        QVERIFY(look);
        QTRY_VERIFY_WITH_TIMEOUT(look->isVisible(), patience);
        QTimer answer;  // of the question, when it comes
        connect(&answer, &QTimer::timeout, &answer, [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box) return;
            for (auto* button : box->buttons())
                if (box->buttonRole(button) == QMessageBox::AcceptRole) return button->click();
        });
        answer.start(10);
        look->click();
        answer.stop();
        QTRY_VERIFY_WITH_TIMEOUT(monitor.contents()->how()->isVisible(), patience);

        const auto snapshot = monitor.watch().now();
        const auto object = *snapshot->find(ref);
        for (const auto& action : snapshot->kind(snapshot->objects[object]).kind->actions)
            if (action.kind == ActionKind::remove) monitor.actions()->begin(snapshot, object, action);
        auto* dialog = window.findChild<MonitorActionDialog*>();
        QVERIFY(dialog && dialog->saveBox());
        dialog->saveBox()->setChecked(true);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("saved.txt"));
        dialog->setSavePath(path);
        QTest::mouseClick(dialog->confirmButton(), Qt::LeftButton);
        shmid_ds state{};
        QTRY_VERIFY_WITH_TIMEOUT(::shmctl(id, IPC_STAT, &state) != 0, patience);
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("left behind"));
        QTRY_VERIFY_WITH_TIMEOUT(!window.findChild<MonitorActionDialog*>(), patience);
    }

    // What cannot be saved, or only in part, stays until that is agreed to.
    void whatCannotBeSavedIsNotRemoved() {
        if (!SnapshotMaker::knows("sysv_shm")) QSKIP("this build does not watch segments");
        const int id = ::shmget(IPC_PRIVATE, (16 << 20) + 4096, 0600);
        if (id < 0) QSKIP("no segment of this size can be made here");
        const auto gone = qScopeGuard([&] { ::shmctl(id, IPC_RMID, nullptr); });
        const auto name = QStringLiteral("/ipcscope-live-%1").arg(::getpid()).toUtf8();
        mq_attr attr{};
        attr.mq_maxmsg = attr.mq_msgsize = 8;
        const mqd_t queue = ::mq_open(name.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600, &attr);
        const auto closed = qScopeGuard([&] { ::mq_close(queue), ::mq_unlink(name.constData()); });
        if (queue >= 0) QCOMPARE(::mq_send(queue, "kept", 4, 0), 0);
        MonitorWatch watch;
        watch.setWatching(true);
        QTRY_VERIFY_WITH_TIMEOUT(watch.now(), patience);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("saved.txt"));
        const auto dialogOf = [&](const std::string& ref) {
            const auto object = watch.now()->find(ref);
            const auto& kind = *watch.now()->kind(watch.now()->objects[*object]).kind;
            const auto remove =
                std::find_if(kind.actions.begin(), kind.actions.end(),
                             [](const auto& action) { return action.kind == ActionKind::remove; });
            auto dialog = std::make_unique<MonitorActionDialog>(watch, watch.now(), *object, *remove);
            dialog->setSavePath(path);
            dialog->show();
            return dialog;
        };
        const auto problem = [](const QDialog& dialog) {
            return dialog.findChild<QLabel*>(QStringLiteral("monitorProblem"));
        };
        const auto ref = "sysv_shm:" + std::to_string(id);
        QTRY_VERIFY_WITH_TIMEOUT((watch.sampleSoon(), watch.now()->find(ref)), patience);
        auto dialog = dialogOf(ref);
        const QString label = dialog->confirmButton()->text();
        QTest::mouseClick(dialog->confirmButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(problem(*dialog)->text().contains(QStringLiteral("16777216")), patience);
        QVERIFY(dialog->confirmButton()->text() != label);
        const auto* command = dialog->findChild<QWidget*>(QStringLiteral("monitorCommand"));
        QVERIFY(problem(*dialog)->geometry().top() > command->geometry().bottom());  // nothing is covered
        QVERIFY(problem(*dialog)->height() >= problem(*dialog)->heightForWidth(problem(*dialog)->width()));
        shmid_ds state{};
        QCOMPARE(::shmctl(id, IPC_STAT, &state), 0);
        QVERIFY(!QFile::exists(path));
        // Other words, another question.
        dialog->saveBox()->setChecked(false);
        QCOMPARE(dialog->confirmButton()->text(), label);
        dialog->saveBox()->setChecked(true);
        QTest::mouseClick(dialog->confirmButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->confirmButton()->text() != label, patience);
        QTest::mouseClick(dialog->confirmButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(::shmctl(id, IPC_STAT, &state) != 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), patience);
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("left out: 16777216 of 16781312 bytes"));
        QVERIFY(saved.remove());

        const auto queueRef = "posix_mq:" + name.toStdString();
        if (queue < 0 || !watch.now()->find(queueRef)) return;
        dialog = dialogOf(queueRef);
        QVERIFY(dialog->saveBox()->isChecked());
        QTest::mouseClick(dialog->confirmButton(), Qt::LeftButton);
        const auto refused = [&] { return problem(*dialog)->isVisible(); };
        QTRY_VERIFY_WITH_TIMEOUT(refused() || dialog->result() == QDialog::Accepted, patience);
        const mqd_t again = ::mq_open(name.constData(), O_RDONLY | O_CLOEXEC);
        QCOMPARE(again >= 0, refused());  // else it is saved, and gone
        QCOMPARE(QFile::exists(path), !refused());
        if (again >= 0) ::mq_close(again);
    }

    void aProbeThatDiesIsStartedAnew() {
        MainWindow window(testing::registry());
        window.show();
        window.views()->showView(QStringLiteral("system"));
        auto& watch = window.monitor()->watch();
        QTRY_VERIFY_WITH_TIMEOUT(watch.latest() && watch.probe() > 1, patience);
        const pid_t first = watch.probe();
        const auto number = watch.latest()->number;
        QSignalSpy problems(&watch, &MonitorWatch::problemChanged);
        QCOMPARE(::kill(first, SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT((watch.sampleSoon(), watch.latest()->number > number + 1), patience);
        QTRY_VERIFY_WITH_TIMEOUT(watch.probe() != first, patience);
        QTRY_VERIFY_WITH_TIMEOUT(watch.problem().isEmpty(), patience);
    }
};

std::unique_ptr<QObject> testing::monitor::live() {
    return std::make_unique<TestMonitorLive>();
}
#include "live.moc"

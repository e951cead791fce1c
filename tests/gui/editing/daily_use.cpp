// Daily use: windows, recent files, drafts, layouts, a person's own examples, what is installed for the
// desktop.
#include "draft_bar.h"
#include "gallery.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "layout_menu.h"
#include "long_work.h"
#include "main_window.h"
#include "own_examples.h"
#include "program_document.h"
#include "recent_files.h"
#include "theme.h"
#include "windows.h"

#include <QApplication>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QMimeDatabase>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>
#include <QTreeWidget>
#include <QtTest>

#include <functional>

using namespace ipcscope;

namespace {

constexpr int patience = 40'000;  // ms, on a machine that does much else

// Answers the next dialog, whenever it comes.
class Answer : public QObject {
public:
    explicit Answer(std::function<bool(QWidget*)> answer) : answer_(std::move(answer)) {
        timer_.setInterval(10);
        connect(&timer_, &QTimer::timeout, this, [this] {
            auto* dialog = QApplication::activeModalWidget();
            if (dialog && answer_(dialog)) {
                ++given;
                timer_.stop();
            }
        });
        timer_.start();
    }
    int given = 0;

private:
    std::function<bool(QWidget*)> answer_;
    QTimer timer_;
};

std::function<bool(QWidget*)> button(QMessageBox::StandardButton which) {
    return [which](QWidget* dialog) {
        auto* box = qobject_cast<QMessageBox*>(dialog);
        auto* found = box ? box->button(which) : nullptr;
        if (found) found->click();
        return found != nullptr;
    };
}

std::function<bool(QWidget*)> words(const QString& text) {
    return [text](QWidget* dialog) {
        auto* input = qobject_cast<QInputDialog*>(dialog);
        if (input) input->setTextValue(text);
        if (input) input->accept();
        return input != nullptr;
    };
}

QAction* find(const QMenu& menu, const QString& text) {
    const auto actions = menu.actions();
    for (auto* action : actions)
        if (action->text().remove(QLatin1Char('&')).contains(text)) return action;
    return nullptr;
}

}  // namespace

class TestDailyUse : public testing::GuiTest {
    Q_OBJECT

    QTemporaryDir folder_;

    QString write(const QString& name, const QString& text) {
        QFile file(folder_.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(text.toUtf8());
        return file.fileName();
    }
    static QString text(MainWindow* window) { return window->session().document().text()->toPlainText(); }
    static void change(MainWindow* window) {
        QTextCursor cursor(window->session().document().text());
        cursor.insertText(QStringLiteral("# changed\n"));
    }

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
        qputenv("XDG_STATE_HOME", folder_.filePath(QStringLiteral("state")).toLocal8Bit());
        qputenv("XDG_DATA_HOME", folder_.filePath(QStringLiteral("share")).toLocal8Bit());
        applyTheme(Theme::light);
        QApplication::setQuitOnLastWindowClosed(false);
    }
    void init() {
        failOnWarnings();
        QSettings().clear();
    }

    void oneWindowPerSession() {
        const auto a = write(QStringLiteral("a.ips"), QStringLiteral("workers: a\n"));
        const auto b = write(QStringLiteral("b.ips"), QStringLiteral("workers: b\n"));
        Windows windows(testing::registry());
        auto* first = windows.make();
        first->openExample();
        windows.show(first);
        QVERIFY(first->isFree());  // an example that nobody touched
        QVERIFY(first->openOther(a));
        QCOMPARE(windows.all().size(), 1);
        QVERIFY(first->openOther(b));
        QCOMPARE(windows.all().size(), 2);
        auto* second = windows.all().at(1);
        QCOMPARE(text(first), QStringLiteral("workers: a\n"));
        QCOMPARE(text(second), QStringLiteral("workers: b\n"));
        QVERIFY(second->openOther(a));  // it has a window already
        QCOMPARE(windows.all().size(), 2);
        QCOMPARE(RecentFiles::paths().size(), 2);

        change(second);
        {
            Answer stay(button(QMessageBox::Cancel));
            QVERIFY(!windows.closeAll());
            QCOMPARE(stay.given, 1);
        }
        QCOMPARE(windows.all().size(), 2);
        {
            Answer save(button(QMessageBox::Save));
            QVERIFY(windows.mayEnd());
            QCOMPARE(save.given, 1);
        }
        QVERIFY(!second->session().document().isModified());
        QVERIFY(windows.closeAll());
        QTRY_COMPARE_WITH_TIMEOUT(windows.all().size(), 0, patience);
        QFile file(b);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("# changed\nworkers: b\n"));
    }

    void whatWasNotSavedComesBack() {
        const auto path = write(QStringLiteral("draft.ips"), QStringLiteral("workers: a\n"));
        {
            Windows windows(testing::registry());
            auto* window = windows.make();
            windows.show(window);
            QVERIFY(window->openFile(path));
            change(window);
            QTRY_VERIFY_WITH_TIMEOUT(
                !QDir(DraftBar::directory()).entryList({QStringLiteral("*.draft")}).isEmpty(), patience);
            QVERIFY(DraftBar::abandoned().isEmpty());  // somebody has it
            windows.closeNow();                        // as a signal from outside does
        }
        QCOMPARE(DraftBar::abandoned().size(), 1);
        Windows windows(testing::registry());
        auto* window = windows.make();
        windows.show(window);
        auto* bar = window->findChild<DraftBar*>();
        QVERIFY(bar && bar->isVisible());
        auto* restore = bar->findChild<QPushButton*>(QStringLiteral("restoreDraft"));
        QTest::mouseClick(restore, Qt::LeftButton);
        QVERIFY(!bar->isVisible());
        auto& document = window->session().document();
        QCOMPARE(document.path(), path);
        QCOMPARE(text(window), QStringLiteral("# changed\nworkers: a\n"));
        QVERIFY(document.isModified());
        document.history().stack().undo();  // to what the file has
        QCOMPARE(text(window), QStringLiteral("workers: a\n"));
        QVERIFY(!document.isModified());
        QTRY_VERIFY_WITH_TIMEOUT(QDir(DraftBar::directory()).entryList({QStringLiteral("*.draft")}).isEmpty(),
                                 patience);
        windows.closeNow();
    }

    void recentFilesSayWhatIsMissing() {
        const auto here = write(QStringLiteral("here.ips"), QString());
        const auto gone = write(QStringLiteral("gone.ips"), QString());
        RecentFiles::remember(here);
        RecentFiles::remember(gone);
        QVERIFY(QFile::remove(gone));
        QMenu menu;
        RecentFiles recent(&menu, nullptr);
        QSignalSpy chosen(&recent, &RecentFiles::chosen), missing(&recent, &RecentFiles::missing);
        emit menu.aboutToShow();
        QTRY_VERIFY_WITH_TIMEOUT(
            find(menu, QStringLiteral("gone.ips"))->text().contains(QStringLiteral("(missing)")), patience);
        QVERIFY(!find(menu, QStringLiteral("here.ips"))->text().contains(QStringLiteral("(missing)")));
        find(menu, QStringLiteral("here.ips"))->trigger();
        find(menu, QStringLiteral("gone.ips"))->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(missing.size(), 1);
        find(menu, QStringLiteral("Clear"))->trigger();
        QVERIFY(RecentFiles::paths().isEmpty());
        QVERIFY(!find(menu, QStringLiteral("here.ips")));
    }

    void layoutsHaveNames() {
        QByteArray now("one");
        QByteArray restored;
        QString told;
        int resets = 0;
        LayoutMenu menu({[&] { return now; },
                         [&](const QByteArray& state) {
                             restored = state;
                             return true;
                         },
                         [&] { ++resets; }, [&](const QString& what) { told = what; }},
                        nullptr);
        const auto click = [&](const QString& text, std::function<bool(QWidget*)> what) {
            emit menu.aboutToShow();
            Answer answer(std::move(what));
            auto* action = find(menu, text);
            if (!action) return false;
            if (action->menu()) action = action->menu()->actions().value(0);
            action->trigger();
            return answer.given == 1;
        };
        QVERIFY(click(QStringLiteral("Save as"), words(QStringLiteral("wide & low"))));
        QCOMPARE(LayoutMenu::names(), QStringList({QStringLiteral("wide & low")}));
        now = "two";
        emit menu.aboutToShow();
        menu.actions().first()->trigger();
        QCOMPARE(restored, QByteArray("one"));
        QVERIFY(click(QStringLiteral("Rename"), words(QStringLiteral("low"))));
        QCOMPARE(LayoutMenu::names(), QStringList({QStringLiteral("low")}));
        QVERIFY(click(QStringLiteral("Delete"), button(QMessageBox::No)));
        QCOMPARE(LayoutMenu::names().size(), 1);
        QVERIFY(click(QStringLiteral("Delete"), button(QMessageBox::Yes)));
        QVERIFY(LayoutMenu::names().isEmpty());
        find(menu, QStringLiteral("Reset"))->trigger();
        QCOMPARE(resets, 1);
    }

    void aLayoutIsTheWindows() {
        MainWindow window(testing::registry());
        window.resetLayout();
        window.show();
        auto* menu = window.findChild<LayoutMenu*>();
        auto* dock = window.findChild<QWidget*>(QStringLiteral("dock.workers"));
        QVERIFY(menu && dock && dock->isVisible());
        {
            Answer answer(words(QStringLiteral("mine")));
            find(*menu, QStringLiteral("Save as"))->trigger();
        }
        dock->hide();
        emit menu->aboutToShow();
        find(*menu, QStringLiteral("mine"))->trigger();
        QTRY_VERIFY(dock->isVisible());
    }

    void ownExamplesAreInTheGallery() {
        const auto program = QStringLiteral("# old head\nworkers: a\n");
        const auto title = QStringLiteral("My pipes");
        QVERIFY(!hasOwnExample(title));
        QCOMPARE(saveOwnExample(program, title, QStringLiteral("Two words.\n\nLook for: nothing.")),
                 QString());
        QVERIFY(hasOwnExample(title));
        const auto all = ownExamples();
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].example.title, std::string("My pipes"));
        QCOMPARE(all[0].example.paragraphs, std::vector<std::string>{"Two words."});
        QCOMPARE(all[0].example.look_for, std::string("nothing."));
        QVERIFY(all[0].bytes->ends_with("\nworkers: a\n"));
        QVERIFY(all[0].bytes->find("old head") == std::string::npos);
        const auto name = QString::fromStdString(all[0].example.name);

        MainWindow window(testing::registry());
        QVERIFY(window.openExample(name));
        QVERIFY(text(&window).startsWith(QStringLiteral("# My pipes\n")));
        Gallery gallery;
        gallery.choose(name);
        QVERIFY(gallery.chosen());
        QVERIFY(gallery.page()->toPlainText().contains(QStringLiteral("Two words.")));
        QVERIFY(gallery.removeButton()->isVisibleTo(&gallery));
        Answer yes(button(QMessageBox::Yes));
        gallery.removeButton()->click();
        QVERIFY(ownExamples().empty());
        QVERIFY(gallery.chosen() && !isOwnExample(QString::fromStdString(gallery.chosen()->name)));
        QVERIFY(!gallery.removeButton()->isVisibleTo(&gallery));
    }

    // Quit in another window, while this one works.
    void aWindowThatWorksMayBeClosed() {
        Windows windows(testing::registry());
        const QPointer<MainWindow> window = windows.make();
        windows.show(window);
        QTimer::singleShot(0, &windows, [&] { QVERIFY(windows.closeAll()); });
        const bool done =
            workBesideWindow(window, QStringLiteral("Work"), QStringLiteral("Working"), [](const GoOn& goOn) {
                while (goOn(0.5))
                    QThread::yieldCurrentThread();
            });
        QVERIFY(!done && window);  // whoever called it is a function of the window
        QTRY_VERIFY_WITH_TIMEOUT(window.isNull(), patience);
    }

    // A signal from outside while a dialog is open.
    void aDialogDoesNotHoldTheEndUp() {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("IPCSCOPE_STARTUP_TIME"), QStringLiteral("1"));
        // With a sanitizer: what libraries leave behind is no matter of this test.
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(IPCSCOPE_BIN_DIR "/ipcscope"), {QStringLiteral("/nowhere/to/be.ips")});
        QVERIFY(process.waitForStarted(patience));
        // Told when the window is painted, which is only when the dialog waits for an answer.
        while (!process.canReadLine())
            QVERIFY2(process.waitForReadyRead(patience), process.readAllStandardError().constData());
        QVERIFY(process.readLine().startsWith("startup_ms="));
        process.terminate();
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void theDesktopKnowsTheFiles() {
        const auto prefix = folder_.path();
        QProcess cmake;
        cmake.start(QStringLiteral("cmake"), {QStringLiteral("--install"), QStringLiteral(IPCSCOPE_BUILD_DIR),
                                              QStringLiteral("--component"), QStringLiteral("desktop"),
                                              QStringLiteral("--prefix"), prefix});
        QVERIFY(cmake.waitForStarted(patience) && cmake.waitForFinished(patience));
        QVERIFY2(cmake.exitCode() == 0, cmake.readAllStandardError().constData());
        const auto share = prefix + QStringLiteral("/share/");
        for (const char* file :
             {"applications/org.ipcscope.IpcScope.desktop", "metainfo/org.ipcscope.IpcScope.metainfo.xml",
              "mime/packages/org.ipcscope.IpcScope.xml", "icons/hicolor/scalable/apps/ipcscope.svg",
              "icons/hicolor/scalable/mimetypes/application-x-ipcscope-program.svg",
              "icons/hicolor/scalable/mimetypes/application-x-ipcscope-session.svg"})
            QVERIFY2(QFile::exists(share + QLatin1String(file)), file);
        // The tools of the desktop, where they are installed.
        const auto agrees = [](const QString& tool, const QStringList& arguments) {
            QProcess process;
            process.start(tool, arguments);
            if (!process.waitForStarted(patience)) return true;
            return process.waitForFinished(patience) && process.exitCode() == 0;
        };
        QVERIFY(agrees(QStringLiteral("desktop-file-validate"),
                       {share + QStringLiteral("applications/org.ipcscope.IpcScope.desktop")}));
        QVERIFY(agrees(
            QStringLiteral("xmllint"),
            {QStringLiteral("--noout"), share + QStringLiteral("mime/packages/org.ipcscope.IpcScope.xml")}));
        QVERIFY(agrees(QStringLiteral("update-mime-database"), {share + QStringLiteral("mime")}));
        // XDG_DATA_HOME is there: what a file manager would say.
        const QMimeDatabase mime;
        const auto program = write(QStringLiteral("x.ips"), QStringLiteral("# A program\nworkers: a\n"));
        QTRY_COMPARE_WITH_TIMEOUT(mime.mimeTypeForFile(program).name(),
                                  QStringLiteral("application/x-ipcscope-program"), patience);
        QCOMPARE(mime.mimeTypeForFile(QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/v1.ipcscope")).name(),
                 QStringLiteral("application/x-ipcscope-session"));
    }
};

std::unique_ptr<QObject> dailyUse() {
    return std::make_unique<TestDailyUse>();
}

#include "daily_use.moc"

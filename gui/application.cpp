#include "application.h"

#include "base/clock.h"
#include "base/unique_fd.h"
#include "main_window.h"
#include "monitor_panel.h"
#include "theme.h"
#include "view_tabs.h"
#include "words.h"

#include <QApplication>
#include <QEventLoop>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QSocketNotifier>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <signal.h>
#include <unistd.h>

#include <sys/socket.h>

namespace ipcscope {

namespace {

int signalPipe[2] = {-1, -1};

void onSignal(int) {
    const char byte = 1;
    const int kept = errno;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
    errno = kept;
}

class FirstPaint : public QObject {
public:
    FirstPaint(QObject* parent, qint64 begin) : QObject(parent), begin_(begin) {}

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Paint) return false;
        watched->removeEventFilter(this);
        // Behind everything that is queued for the start: then clicks are answered.
        QTimer::singleShot(0, this, [this] {
            std::printf("startup_ms=%.1f\n", static_cast<double>(now_ns() - begin_) / 1e6);
            std::fflush(stdout);
        });
        return false;
    }

private:
    qint64 begin_;
};

[[noreturn]] void refuse(const QString& why) {
    std::fprintf(stderr, "ipcscope: %s\n", qPrintable(why));
    std::exit(2);
}

}  // namespace

Options parseOptions(const QApplication&) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Creates, drives and watches Linux inter-process communication."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QCoreApplication::translate("main", "Programs (.ips) and sessions (.ipcscope) to open."),
        QStringLiteral("[FILE...]"));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        QCoreApplication::translate("main", "Write a picture of the window and exit."),
        QStringLiteral("FILE.png"));
    const QCommandLineOption size(QStringLiteral("size"),
                                  QCoreApplication::translate("main", "Size of the window for --screenshot."),
                                  QStringLiteral("WxH"), QStringLiteral("1280x800"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QCoreApplication::translate("main", "light, dark or system."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption run(
        QStringLiteral("run"),
        QCoreApplication::translate("main", "With --screenshot: run the program to its end first."));
    const QCommandLineOption view(
        QStringLiteral("view"),
        QCoreApplication::translate("main", "With --screenshot: which view is shown, such as timeline."),
        QStringLiteral("VIEW"));
    parser.addOptions({screenshot, size, theme, run, view});
    parser.process(*qApp);
    Options options;
    options.files = parser.positionalArguments();
    options.screenshot = parser.value(screenshot);
    if (!options.screenshot.isEmpty() && options.files.size() > 1)
        refuse(QCoreApplication::translate("main", "--screenshot is of one file"));
    options.theme = parser.value(theme);
    options.run = parser.isSet(run);
    options.view = parser.value(view);
    if (parser.isSet(theme) && themeName(themeOf(options.theme)) != options.theme)
        refuse(QCoreApplication::translate("main", "--theme is light, dark or system, not '%1'")
                   .arg(options.theme));
    const auto sides = parser.value(size).split(QLatin1Char('x'));
    options.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || options.size.width() < 400 || options.size.height() < 300 ||
        options.size.width() > 16384 || options.size.height() > 16384)
        refuse(QCoreApplication::translate("main",
                                           "--size is WIDTHxHEIGHT from 400x300 to 16384x16384, not '%1'")
                   .arg(parser.value(size)));
    return options;
}

void setUpApplication(QApplication& application) {
    application.setOrganizationName(QStringLiteral("ipcscope"));
    application.setApplicationName(QStringLiteral("ipcscope"));
    application.setApplicationDisplayName(QStringLiteral("IPC Scope"));
    application.setApplicationVersion(QStringLiteral(IPCSCOPE_VERSION));
    application.setDesktopFileName(QStringLiteral("org.ipcscope.IpcScope"));
    const auto locale = QLocale::system();
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qt);
    auto* own = new QTranslator(&application);
    // The sources are English; only their plurals stand in a file of their own, for everybody without a
    // translation.
    if (own->load(locale, QStringLiteral("ipcscope"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        own->load(QStringLiteral(":/i18n/ipcscope_en")))
        application.installTranslator(own);
}

void setUpTheme(const Options& options) {
    const QString environment = qEnvironmentVariable("IPCSCOPE_THEME");
    const auto set = themeOf(QSettings().value(QStringLiteral("window/theme")).toString());
    applyTheme(options.theme.isEmpty() ? themeOf(environment, set) : themeOf(options.theme));
}

void onSignals(QObject* parent, std::function<void()> quit) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalPipe) != 0) return;
    auto* notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, parent);
    QObject::connect(notifier, &QSocketNotifier::activated, parent, [quit = std::move(quit)] {
        char bytes[16];
        [[maybe_unused]] const auto got = ::read(signalPipe[0], bytes, sizeof bytes);
        quit();
    });
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

int takeScreenshot(MainWindow& window, const Options& options) {
    // The offscreen platform tells of every window hint that it does not need.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
        if (!text.startsWith(QLatin1String("This plugin does not support ")))
            std::fprintf(stderr, "%s\n", qPrintable(text));
    });
    window.resize(options.size);
    window.resetLayout();
    window.show();
    auto& session = window.session();
    const auto fail = [](const QString& why) {
        std::fprintf(stderr, "ipcscope: %s\n", qPrintable(why));
        return 1;
    };
    // Lets queued events and the 25 Hz refreshes be done.
    const auto settle = [] {
        QEventLoop loop;
        QTimer::singleShot(300, &loop, &QEventLoop::quit);
        loop.exec();
    };
    if (!options.view.isEmpty() && !window.views()->showView(options.view))
        return fail(QCoreApplication::translate("main", "there is no view '%1'; there are: %2")
                        .arg(options.view, window.views()->views().join(QStringLiteral(", "))));
    if (options.run) {
        const auto& errors = session.document().parsed().errors;
        if (!errors.empty())
            return fail(QCoreApplication::translate("main", "line %1: %2")
                            .arg(errors[0].line)
                            .arg(fromUtf8(errors[0].message)));
        QEventLoop loop;
        QString problem;
        QObject::connect(&session.controller(), &RunController::programEnded, &loop, &QEventLoop::quit);
        QObject::connect(&session.controller(), &RunController::failed, &loop, [&](const QString& why) {
            problem = why;
            loop.quit();
        });
        QTimer::singleShot(60'000, &loop, [&] {
            problem = QCoreApplication::translate("main", "the program did not end within a minute");
            loop.quit();
        });
        session.runProgram();
        loop.exec();
        if (problem.isEmpty()) problem = fromUtf8(session.controller().report().problem);
        if (!problem.isEmpty()) return fail(problem);
    }
    // What is looked for on the machine is there when it is first shown.
    if (auto& watch = window.monitor()->watch(); watch.watching() && !watch.latest()) {
        QEventLoop loop;
        QObject::connect(&watch, &MonitorWatch::sampled, &loop, &QEventLoop::quit);
        QObject::connect(&watch, &MonitorWatch::problemChanged, &loop, &QEventLoop::quit);
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        loop.exec();
    }
    settle();
    if (!window.grab().save(options.screenshot))
        return fail(QCoreApplication::translate("main", "%1 cannot be written").arg(options.screenshot));
    return 0;
}

void reportStartup(MainWindow& window, qint64 begin) {
    if (!qEnvironmentVariableIsSet("IPCSCOPE_STARTUP_TIME")) return;
    window.installEventFilter(new FirstPaint(&window, begin));
}

}  // namespace ipcscope

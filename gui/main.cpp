#include "application.h"
#include "base/clock.h"
#include "leftovers_bar.h"
#include "main_window.h"
#include "mechanisms/driver.h"
#include "recovery_bar.h"
#include "session_files.h"
#include "words.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>
#include <cstring>

int main(int argc, char** argv) {
    using namespace ipcscope;
    const auto begin = now_ns();
    bool screenshot = false, asks = false;
    for (int i = 1; i < argc; ++i) {
        screenshot = screenshot || std::strncmp(argv[i], "--screenshot", 12) == 0;
        asks = asks || !std::strcmp(argv[i], "--help") || !std::strcmp(argv[i], "-h") ||
               !std::strcmp(argv[i], "--version") || !std::strcmp(argv[i], "-v");
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        const bool display =
            !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
        if (screenshot || (asks && !display)) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
        } else if (!display) {
            std::fputs(
                "ipcscope: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
                "Without one: ipcscope --screenshot FILE.png [--run] [FILE.ips], or ipcscope-cli run "
                "FILE.ips.\n",
                stderr);
            return 2;
        }
    }
    QApplication application(argc, argv);
    setUpApplication(application);
    const auto options = parseOptions(application);
    setUpTheme(options);

    const Registry registry(all_specs());
    MainWindow window(registry);
    onSignals(&window, [&window] {
        window.closeNow();
        QCoreApplication::quit();
    });
    if (options.file.isEmpty()) {
        window.openExample();
    } else if (!options.screenshot.isEmpty()) {
        QString refused;
        if (isSessionPath(options.file))
            refused = openSessionFile(window.session(), options.file);
        else if (const auto status = window.session().document().load(options.file); !status)
            refused = fromUtf8(status.error().text());
        if (!refused.isEmpty()) {
            std::fprintf(stderr, "ipcscope: %s\n", qPrintable(refused));
            return 1;
        }
    }
    if (!options.screenshot.isEmpty()) return takeScreenshot(window, options);

    auto* recovery =
        new RecoveryBar(window.session(), [&window](const QString& path) { return window.openOther(path); });
    window.addBar(recovery);
    window.restoreLayout();
    reportStartup(window, begin);
    window.show();
    if (!options.file.isEmpty() && !window.openFile(options.file)) window.openExample();
    auto* leftovers = new LeftoversBar;
    window.addBar(leftovers);
    leftovers->look();
    recovery->look();
    return QApplication::exec();
}

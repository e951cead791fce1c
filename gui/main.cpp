#include "application.h"
#include "base/clock.h"
#include "main_window.h"
#include "mechanisms/driver.h"
#include "session_files.h"
#include "windows.h"
#include "words.h"

#include <QApplication>

#include <cstdio>
#include <cstring>

namespace {

// "" = it is shown; else why not.
QString openQuietly(ipcscope::MainWindow& window, const QString& path) {
    using namespace ipcscope;
    if (isSessionPath(path)) return openSessionFile(window.session(), path);
    const auto status = window.session().document().load(path);
    return status ? QString() : fromUtf8(status.error().text());
}

}  // namespace

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
    if (!options.screenshot.isEmpty()) {
        MainWindow window(registry);
        onSignals(&window, [&window] {
            window.closeNow();
            QCoreApplication::exit();
        });
        const auto refused = options.files.isEmpty() ? QString() : openQuietly(window, options.files.front());
        if (options.files.isEmpty()) window.openExample();
        if (refused.isEmpty()) return takeScreenshot(window, options);
        std::fprintf(stderr, "ipcscope: %s\n", qPrintable(refused));
        return 1;
    }
    Windows windows(registry);
    auto* window = windows.make();
    bool ended = false;
    // All loops at once, those of dialogs, too. (quit() would first ask the windows to close, a moment
    // later.)
    onSignals(&windows, [&windows, &ended] {
        windows.closeNow();
        ended = true;
        QCoreApplication::exit();
    });
    if (options.files.isEmpty()) window->openExample();
    reportStartup(*window, begin);
    windows.show(window);
    for (const auto& file : options.files) {
        if (ended) break;
        const bool opened = window->openOther(file);
        if (!ended && !opened && window->isFree()) window->openExample();
    }
    return ended ? 0 : QApplication::exec();
}

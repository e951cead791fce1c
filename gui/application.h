// What the program sets up before its window: names, options, theme, translation, signals from outside.
#pragma once

#include <QCommandLineParser>
#include <QObject>
#include <QSize>
#include <QStringList>

#include <functional>
#include <optional>

class QApplication;

namespace ipcscope {

class MainWindow;

struct Options {
    QStringList files;   // to be opened, each in a window of its own
    QString screenshot;  // to be written; "" = an ordinary start
    QSize size;          // of the window for it
    QString theme;
    bool run = false;  // for a screenshot: run the program first
    QString view;      // for a screenshot: which tab
};

// Exits with --help, --version (0) or a message (2) where the command line asks for it.
Options parseOptions(const QApplication& application);
void setUpApplication(QApplication& application);  // names, settings, translation
void setUpTheme(const Options& options);           // option, environment, settings: the first that says

// Calls `quit` on the GUI thread when SIGINT, SIGTERM or SIGHUP arrives.
void onSignals(QObject* parent, std::function<void()> quit);

// Runs the program if asked for, writes the picture, and returns the exit code.
int takeScreenshot(MainWindow& window, const Options& options);

// With IPCSCOPE_STARTUP_TIME set: prints how long it took from `begin` (CLOCK_MONOTONIC ns) to the first
// paint.
void reportStartup(MainWindow& window, qint64 begin);

}  // namespace ipcscope

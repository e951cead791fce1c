#include "helpers/qt_guard.h"

#include <QMutex>
#include <QStringList>
#include <QTest>

namespace ipcscope::testing {

namespace {

QtMessageHandler previous = nullptr;
QMutex mutex;
QStringList warnings;

// Warnings may come from any thread; they are kept and judged when the test function ends.
void keep(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    // The offscreen platform says what it cannot do whenever a window is shown: not about our code.
    const bool platform = text.startsWith(QLatin1String("This plugin does not support "));
    if (!platform && (type == QtWarningMsg || type == QtCriticalMsg)) {
        const QMutexLocker lock(&mutex);
        warnings.append(text);
    }
    if (previous) previous(type, context, text);
}

}  // namespace

void GuiTest::failOnWarnings() {
    const QtMessageHandler installed = qInstallMessageHandler(keep);
    if (installed != keep) previous = installed;
}

void GuiTest::cleanup() {
    const QMutexLocker lock(&mutex);
    const QStringList seen = std::exchange(warnings, {});
    if (!seen.isEmpty()) QFAIL(qPrintable(QLatin1String("Qt warned: ") + seen.join(QLatin1String("; "))));
}

}  // namespace ipcscope::testing

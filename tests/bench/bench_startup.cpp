// From the program's start to a window that answers clicks, offscreen; beside it, the same program's
// --version, which loads the same libraries and makes no window.
#include "base/clock.h"
#include "report.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

namespace {

using namespace ipcscope;

QProcessEnvironment environment(const QTemporaryDir& settings) {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("IPCSCOPE_STARTUP_TIME"), QStringLiteral("1"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), settings.path());
    return environment;
}

// Milliseconds from the start of the process until it has printed something; negative = it did not.
double untilOutput(const QProcessEnvironment& environment, const QStringList& arguments) {
    QProcess process;
    process.setProcessEnvironment(environment);
    const auto begin = now_ns();
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/ipcscope"), arguments);
    const bool said = process.waitForReadyRead(10'000);
    const double ms = static_cast<double>(now_ns() - begin) / 1e6;
    process.terminate();
    if (!process.waitForFinished(5'000)) process.kill();
    process.waitForFinished();
    return said ? ms : -1;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    bench::Report report(argc, argv);
    const QTemporaryDir settings;
    const auto with = environment(settings);
    std::vector<double> window, bare;
    const int rounds = report.quick() ? 1 : 9;
    for (int i = 0; i < rounds; ++i) {
        window.push_back(untilOutput(with, {}));
        bare.push_back(untilOutput(with, {QStringLiteral("--version")}));
        if (window.back() < 0 || bare.back() < 0) {
            std::fprintf(stderr, "bench_startup: ipcscope did not start\n");
            return 1;
        }
    }
    report.add({.name = "window.startup",
                .value = median(window),
                .unit = "ms",
                .compared_with = "the same program's --version",
                .compared_value = median(bare),
                .goal = bench::at_most(500)});
    return report.exit_code();
}

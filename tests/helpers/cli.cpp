#include "helpers/cli.h"

#include <QProcess>

namespace ipcscope::testing {

CliRun run_cli(const QStringList& arguments, const QByteArray& input, const QString& directory) {
    QProcess process;
    if (!directory.isEmpty()) process.setWorkingDirectory(directory);
    process.start(QStringLiteral(IPCSCOPE_BIN_DIR "/ipcscope-cli"), arguments);
    process.write(input);
    process.closeWriteChannel();
    CliRun out;
    if (!process.waitForFinished(60'000)) return out;
    if (process.exitStatus() == QProcess::NormalExit) out.code = process.exitCode();
    out.out = process.readAllStandardOutput();
    out.err = process.readAllStandardError();
    return out;
}

}  // namespace ipcscope::testing

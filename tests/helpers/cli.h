// ipcscope-cli as its users start it, run to its end.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ipcscope::testing {

struct CliRun {
    int code = -1;  // its exit status; -1 = ended by a signal, or not within a minute
    QByteArray out, err;
};

// `input` stands on its standard input; `directory` is where it runs, "" = here.
CliRun run_cli(const QStringList& arguments, const QByteArray& input = {}, const QString& directory = {});

}  // namespace ipcscope::testing

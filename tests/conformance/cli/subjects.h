// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/cli.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace ipcscope::testing::cli_tests {

struct Said {
    int code;
    QString out, err;
};

inline Said run(const QStringList& arguments, const QByteArray& input = {}) {
    const auto ran = run_cli(arguments, input);
    return {ran.code, QString::fromUtf8(ran.out), QString::fromUtf8(ran.err)};
}

inline const QByteArray hello = R"(workers: parent
parent: p = pipe.create()
parent: child = process.fork()
child: pipe.write(p.write_end, data: "Hello")   # = 5
parent: pipe.read(p.read_end, size: 64)         # = 5 "Hello"
child: pipe.write(p.write_end, data: "\xff\x00")  # = 2
parent: pipe.read(p.read_end, size: 64) async
parent: pipe.read(p.read_end, size: 64) async   # blocked
child: process.get_pid()
parent: interrupt
parent: await
parent: await                                   # EINTR
child: process.exit(status: 3)                  # exited 3
)";

// Runs keep their private directories in a folder of its own, so that what is left can be seen.
class CliTest : public QObject {
    Q_OBJECT
protected:
    QTemporaryDir runs_;

    bool nothingLeft() const {
        const QDir base(runs_.path() + "/ipcscope");
        return base.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
    }

private slots:
    void initTestCase() {
        QVERIFY(runs_.isValid());
        qputenv("XDG_RUNTIME_DIR", runs_.path().toUtf8());
    }
};

std::unique_ptr<QObject> events();
std::unique_ptr<QObject> ends();

}  // namespace ipcscope::testing::cli_tests

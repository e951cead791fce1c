// Runs that pause or end before they are over: breaks, time limits, signals, and what a killed one leaves.
#include "conformance/cli/subjects.h"

#include <QTemporaryFile>
#include <QtTest>

#ifndef Q_MOC_RUN
#include "helpers/wait.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>
#endif

using namespace ipcscope::testing;
using Json = nlohmann::json;
using namespace ipcscope::testing::cli_tests;

namespace {

// A run whose standard input is a terminal, on which the test types.
struct Terminal {
    Terminal(const QStringList& options, const QByteArray& program) {
        master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (master < 0 || ::grantpt(master) != 0 || ::unlockpt(master) != 0) qFatal("no terminal");
        slave = ::open(::ptsname(master), O_RDWR | O_NOCTTY | O_CLOEXEC);  // open until it has been taken
        if (!file.open() || file.write(program) != program.size() || !file.flush()) qFatal("no file");
        process.setStandardInputFile(QString::fromLocal8Bit(::ptsname(master)));
        process.start(IPCSCOPE_BIN_DIR "/ipcscope-cli", QStringList{"run", file.fileName()} + options);
    }
    ~Terminal() {
        process.kill();
        process.waitForFinished();
        ::close(slave);
        ::close(master);
    }
    void type(const QByteArray& text) {
        QCOMPARE(::write(master, text.data(), std::size_t(text.size())), text.size());
    }
    bool says(const QByteArray& text) {
        return wait_for([&] {
            process.waitForReadyRead(10);
            err += process.readAllStandardError();
            return err.contains(text);
        });
    }
    int end() { return process.waitForFinished(20'000) ? process.exitCode() : -1; }

    QTemporaryFile file;
    QProcess process;
    QByteArray err;
    int master = -1, slave = -1;
};

}  // namespace

class TestCliEnds : public CliTest {
    Q_OBJECT
private slots:
    void deadlineIsKept() {
        const auto ran = run({"run", "-", "--verify", "--timeout", "0.2"},
                             "workers: a\na: p = pipe.create()\na: pipe.read(p, size: 1)\n");
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("-:3: ") && ran.err.contains("waits for"), qPrintable(ran.err));
        QVERIFY(nothingLeft());
    }

    void signalsCleanUp_data() {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void signalsCleanUp() {
        QFETCH(int, number);
        QProcess process;
        process.start(IPCSCOPE_BIN_DIR "/ipcscope-cli", {"run", "-", "--json"});
        process.write(
            "workers: a, b\na: p = pipe.create()\na: fifo.create(\"f\")\na: pipe.read(p, size: 1)\n");
        process.closeWriteChannel();
        QByteArray out;
        QVERIFY(wait_for([&] {
            process.waitForReadyRead(10);
            out += process.readAllStandardOutput();
            return out.contains("pipe.read");
        }));
        QList<pid_t> workers;
        for (const auto& line : out.split('\n'))
            if (line.startsWith('{') && line.endsWith('}'))
                workers << Json::parse(line.toStdString())["pid"].get<pid_t>();
        QVERIFY(!workers.isEmpty());
        ::kill(static_cast<pid_t>(process.processId()), number);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 128 + number);
        QVERIFY(nothingLeft());
        for (const auto pid : workers)
            QVERIFY(pid <= 0 || ::kill(pid, 0) == -1);
    }

    // As a person at a terminal: what is typed is read, and said on stderr where it stands.
    void breaksAreAnsweredAtATerminal() {
        Terminal terminal({"--break", "worker == \"child\" and op == pipe.write", "--break", "line == 6"},
                          hello);
        QVERIFY2(terminal.says("paused before line 4: child: pipe.write(p.write_end, data: \"Hello\")"),
                 terminal.err.constData());
        QVERIFY(terminal.err.contains("(s)tep, (c)ontinue or (q)uit?"));
        terminal.type("what?\n");
        terminal.type("s\n");  // one operation, then everybody waits
        QVERIFY2(terminal.says("paused before line 5: parent: pipe.read"), terminal.err.constData());
        QVERIFY(!terminal.err.contains("line 6"));
        terminal.type("c\n");
        QVERIFY2(terminal.says("paused before line 6: child: pipe.write"), terminal.err.constData());
        terminal.type("c\n");
        QCOMPARE(terminal.end(), 0);
        const auto out = terminal.process.readAllStandardOutput();
        QVERIFY(out.contains("Hello") && out.contains("exit"));
        QVERIFY(nothingLeft());
    }

    void quittingAtABreak_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::newRow("q") << QByteArray("q\n");
        QTest::newRow("the end of what is typed") << QByteArray("\x04");
    }
    void quittingAtABreak() {
        QFETCH(QByteArray, typed);
        Terminal terminal({"--break", "op == pipe.read"}, hello);
        QVERIFY2(terminal.says("paused before line 5"), terminal.err.constData());
        terminal.type(typed);
        QCOMPARE(terminal.end(), 0);
        QVERIFY(!terminal.process.readAllStandardOutput().contains("pipe.read"));
        QVERIFY(nothingLeft());
    }

    void breaksThatCannotBe() {
        const auto noTerminal = run({"run", "-", "--break", "op == pipe.read"}, hello);
        QCOMPARE(noTerminal.code, 2);
        QVERIFY2(noTerminal.err.contains("terminal"), qPrintable(noTerminal.err));
        QCOMPARE(noTerminal.out, QString());
        const auto wrong = run({"run", "-", "--break", "op == "}, hello);
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("--break: "), qPrintable(wrong.err));
        QCOMPARE(run({"run", "-", "--verify", "--break", "op == pipe.read"}, hello).code, 2);
    }

    void brokenPipeIsNoFailure() {
        QProcess shell;
        shell.start("/bin/sh", {"-c", R"sh(("$1" run - --json; echo "code $?" >&2) | head -n 1)sh", "sh",
                                IPCSCOPE_BIN_DIR "/ipcscope-cli"});
        shell.write(
            "workers: a\na: p = pipe.create()\na: repeat 20000\npipe.write(p.write_end, data: \"x\")\n"
            "pipe.read(p, size: 1)\nend\n");
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
        QCOMPARE(shell.readAllStandardError(), QByteArray("code 0\n"));
        QVERIFY(nothingLeft());
    }

    void cleanFindsWhatAKilledRunLeft() {
        QProcess process;
        process.start(IPCSCOPE_BIN_DIR "/ipcscope-cli", {"run", "-", "--json"});
        process.write(
            "workers: a\na: fifo.create(\"f\")\na: sysv_msg.get(IPC_PRIVATE, flags: IPC_CREAT)\n"
            "a: p = pipe.create()\na: pipe.read(p, size: 1)\n");
        process.closeWriteChannel();
        QByteArray out;
        QVERIFY(wait_for([&] {
            process.waitForReadyRead(10);
            return (out += process.readAllStandardOutput()).contains("pipe.read");
        }));
        process.kill();
        QVERIFY(process.waitForFinished(10'000));
        QVERIFY(!nothingLeft());
        const auto dry = run({"clean", "--dry-run"});
        QCOMPARE(dry.code, 0);
        QVERIFY(!dry.out.contains("nothing was left"));
        QVERIFY2(dry.out.contains("would remove FIFO /"), qPrintable(dry.out));
        QVERIFY2(dry.out.contains("would remove message queue "), qPrintable(dry.out));
        QVERIFY(!nothingLeft());
        QCOMPARE(run({"clean"}).code, 0);
        QVERIFY(nothingLeft());
        QCOMPARE(run({"clean"}).out, QString("nothing was left behind\n"));
    }
};

std::unique_ptr<QObject> ipcscope::testing::cli_tests::ends() {
    return std::make_unique<TestCliEnds>();
}

#include "ends.moc"

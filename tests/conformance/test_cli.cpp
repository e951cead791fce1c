// ipcscope-cli as its users meet it: exit codes, text, JSON, signals, nothing left behind.
#include <QTemporaryDir>
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

namespace {

struct Ran {
    int code = -1;
    QString out, err;
};

Ran run(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.start(IPCSCOPE_BIN_DIR "/ipcscope-cli", arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran out;
    if (!process.waitForFinished(60'000)) return out;
    if (process.exitStatus() == QProcess::NormalExit) out.code = process.exitCode();
    out.out = QString::fromUtf8(process.readAllStandardOutput());
    out.err = QString::fromUtf8(process.readAllStandardError());
    return out;
}

const QByteArray hello = R"(workers: parent
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

class TestCli : public QObject {
    Q_OBJECT
    QTemporaryDir runs_;

    bool nothingLeft() const {
        const QDir base(runs_.path() + "/ipcscope");
        return base.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
    }

private slots:
    // Runs keep their private directories here, so that what is left can be seen.
    void initTestCase() {
        QVERIFY(runs_.isValid());
        qputenv("XDG_RUNTIME_DIR", runs_.path().toUtf8());
    }

    void eventsAreFiltered() {
        const auto only = [](const QString& filter, QStringList more = {}) {
            return run(QStringList{"run", "-", "--filter", filter} + more, hello);
        };
        const auto lines = [](const Ran& ran) { return ran.out.split('\n', Qt::SkipEmptyParts); };
        const auto writes = only("op == pipe.write and worker == child");
        QCOMPARE(writes.code, 0);
        QCOMPARE(lines(writes).size(), 2);
        QVERIFY2(lines(writes)[0].contains("child    pipe.write(p.write_end, data: \"Hello\") = 5"),
                 qPrintable(writes.out));
        // What can be known at the end only: joined, waiting, named.
        QCOMPARE(lines(only("flow and object == p")).size(), 4);
        QCOMPARE(lines(only("errno == EINTR and blocked")).size(), 1);
        QCOMPARE(lines(only("phase == enter and op == pipe.read")).size(), 3);
        QCOMPARE(lines(only("worker == nobody")).size(), 0);
        QVERIFY(
            only("worker == chlid")
                .err.contains(
                    "worker == chlid\n          ^~~~~ there is no worker \"chlid\": did you mean child?"));

        const auto json = only("ret == 5", {"--json"});
        for (const auto& line : lines(json))
            QCOMPARE(Json::parse(line.toStdString())["ret"], Json(5));
        QCOMPARE(lines(json).size(), 2);
        const auto fields = only("data contains \"\\xff\" and phase == leave and worker == child",
                                 {"--json", "--fields", "worker,ret,payload,failed,errno"});
        QCOMPARE(
            fields.out,
            QString(R"({"worker":"child","ret":2,"payload":{"base64":"/wA="},"failed":false,"errno":null})"
                    "\n"));
        const auto tabs = only("bytes", {"--fields", "op, payload, from"});
        QCOMPARE(tabs.out,
                 QString("pipe.write\tHello\t\npipe.read\tHello\tp.read_end\npipe.write\t\\xff\\x00\t\n"
                         "pipe.read\t\\xff\\x00\tp.read_end\n"));
        const auto csv = only("ret == 5 and op == pipe.write", {"--csv", "--fields", "worker,ret,call"});
        QCOMPARE(csv.out,
                 QString("worker,ret,call\nchild,5,\"pipe.write(p.write_end, data: \"\"Hello\"\")\"\n"));
        QVERIFY(only("seq == 0", {"--csv"}).out.startsWith("seq,time,worker,pid,op,"));
    }

    void recordedEventsAreFilteredAsThoseOfARun() {
        const auto path = runs_.filePath("filtered.ipcscope");
        QCOMPARE(run({"run", "-", "--record", path}, hello).code, 0);
        const auto all = run({"events", path, "--csv"});
        QCOMPARE(all.code, 0);
        const auto some = run({"events", path, "--csv", "--filter", "op == pipe.read and phase == leave"});
        const auto expected = all.out.split('\n').filter("pipe.read").filter(",leave,");
        QVERIFY(expected.size() == 3);
        QCOMPARE(some.out.split('\n', Qt::SkipEmptyParts).mid(1), expected);
        QCOMPARE(run({"events", path, "--filter", "worker == parent and op == process.fork", "--fields",
                      "ret,phase"})
                     .out.count('\n'),
                 2);
        QFile::remove(path);
    }

    void aWrongFilterIsRefusedBeforeAnythingIsRun() {
        for (const auto* verb : {"run", "events"}) {
            const auto wrong = run({verb, "-", "--filter", "op == pipe.wirte"}, hello);
            QCOMPARE(wrong.code, 2);
            QVERIFY(wrong.out.isEmpty());
            QCOMPARE(
                wrong.err,
                QString(
                    "ipcscope-cli: --filter is not valid:\nop == pipe.wirte\n      ^~~~~~~~~~ there is no op "
                    "\"pipe.wirte\": did you mean pipe.write?\n"));
        }
        const auto field = run({"events", "-", "--fields", "seq,wroker"}, hello);
        QCOMPARE(field.code, 2);
        QVERIFY(field.err.contains("events have no field 'wroker': did you mean worker"));
        QCOMPARE(run({"events"}).code, 2);
        QCOMPARE(run({"events", "-", "--json", "--csv"}).code, 2);
    }

    void theFieldsAreListed() {
        const auto list = run({"events", "--list-fields"});
        QCOMPARE(list.code, 0);
        QVERIFY(list.out.contains("\n  duration     a duration ") && list.out.contains("\n  ops.num "));
        const auto all = Json::parse(run({"events", "--list-fields", "--json"}).out.toStdString());
        QVERIFY(all.size() > 100);
        for (const auto& field : all)
            QVERIFY2(!field["help"].get<std::string>().empty(), field["name"].get<std::string>().c_str());
    }

    void codeIsWrittenOrRefused() {
        const auto c = run({"code", "-", "--lang", "c"}, hello);
        QCOMPARE(c.err, QString());
        QCOMPARE(c.code, 0);
        QVERIFY(c.out.contains("int main(void)") && c.out.contains("fork()"));
        const QString path = runs_.filePath("hello.py");
        const auto python = run({"code", "-", "--lang", "python", "-o", path}, hello);
        QCOMPARE(python.code, 0);
        QVERIFY(python.out.isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("#!/usr/bin/env python3"));
        const auto language = run({"code", "-", "--lang", "cobol"}, hello);
        QCOMPARE(language.code, 2);
        const auto wrong = run({"code", "-", "--lang", "c"}, "workers: a\na: pipe.wirte()\n");
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.err.contains("pipe.write"));
        const auto nowhere = run({"code", "-", "--lang", "c", "-o", "/proc/none/x.c"}, hello);
        QCOMPARE(nowhere.code, 3);
        QVERIFY2(nowhere.err.contains("/proc/none/x.c"), qPrintable(nowhere.err));
    }

    void textReadsLikeStrace() {
        const auto ran = run({"run", "-", "--verify"}, hello);
        QCOMPARE(ran.err, QString());
        QCOMPARE(ran.code, 0);
        const auto has = [&](const char* pattern) {
            const bool found =
                QRegularExpression(pattern, QRegularExpression::MultilineOption).match(ran.out).hasMatch();
            if (!found) qWarning("no '%s' in:\n%s", pattern, qPrintable(ran.out));
            return found;
        };
        QVERIFY(has(R"(^ *2: +\d+\.\d{6} parent +p = pipe\.create\(\) = 0  <\d+\.\d{6}>$)"));
        QVERIFY(has(R"(^ *5: .*parent +pipe\.read\(p\.read_end, size: 64\) = 5 "Hello"  <)"));
        QVERIFY(has(R"(^ *8: .*pipe\.read\(p\.read_end, size: 64\) <unfinished \.\.\.>$)"));
        QVERIFY(has(R"(<\.\.\. pipe\.read resumed> = -1 EINTR \(Interrupted system call\)  <)"));
        QVERIFY(has(R"(child +\+\+\+ exited with 3 \+\+\+$)"));
        QVERIFY(has(R"(^6 of 6 expectations met$)"));
        QVERIFY(nothingLeft());
    }

    void aKilledWorkerIsTold() {
        const auto ran = run({"run", "-", "--verify"}, "workers: a\na: kill  # killed SIGKILL\n");
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains("+++ killed by SIGKILL +++"), qPrintable(ran.out));
    }

    void jsonHoldsTheContract() {
        const auto ran = run({"run", "-", "--json", "--verify"}, hello);
        QCOMPARE(ran.code, 0);
        std::int64_t next = 0, reads = 0, binary = 0, failed = 0;
        for (const auto& line : ran.out.split('\n', Qt::SkipEmptyParts)) {
            const auto event = Json::parse(line.toStdString());
            for (const auto* key : {"seq", "t_ns", "worker", "pid", "object", "operation", "phase", "ret",
                                    "errno", "duration_ns", "flow", "payload"})
                QVERIFY2(event.contains(key), qPrintable(QString("no %1 in %2").arg(key, line)));
            QCOMPARE(event["seq"].get<std::int64_t>(), next++);
            QVERIFY(event["t_ns"].get<std::int64_t>() >= 0);
            if (event["phase"] != "leave" || event["operation"] != "pipe.read") continue;
            ++reads;
            QCOMPARE(event["object"].get<std::string>(), std::string("p"));
            QVERIFY(event["pid"].get<int>() > 0 && event["duration_ns"].get<std::int64_t>() > 0);
            if (event["errno"] == "EINTR") {
                ++failed;
                QCOMPARE(event["ret"].get<int>(), -1);
                QVERIFY(event["was_blocked"].get<bool>());
                continue;
            }
            QVERIFY(event["flow"].is_number());
            const auto& payload = event["payload"];
            if (payload.contains("base64")) {
                ++binary;
                QCOMPARE(payload["base64"].get<std::string>(), std::string("/wA="));
                QCOMPARE(payload["original"].get<int>(), 2);
            } else {
                QCOMPARE(payload["utf8"].get<std::string>(), std::string("Hello"));
            }
        }
        QCOMPARE(reads, 3);
        QCOMPARE(binary, 1);
        QCOMPARE(failed, 1);
    }

    void differencesExitWithOne() {
        auto wrong = hello;
        wrong.replace("# = 5 \"Hello\"", "# = 5 \"Hallo\"");
        const auto ran = run({"run", "-", "--verify"}, wrong);
        QCOMPARE(ran.code, 1);
        QVERIFY(
            ran.out.contains("line 5: parent: pipe.read(p.read_end, size: 64)\n"
                             "  expected: = 5 \"Hallo\"\n  got:      = 5 \"Hello\"\n"));
        QCOMPARE(run({"run", "-"}, wrong).code, 0);  // not asked to compare
        const auto json = run({"run", "-", "--verify", "--json"}, wrong);
        QCOMPARE(json.code, 1);
        QVERIFY(json.err.contains("expected: = 5 \"Hallo\""));
    }

    void whoIsStuckIsSaidAtTheEnd() {
        const QByteArray program = R"(workers: parent
parent: memory = pthread_sync.map()
parent: m = pthread_sync.mutex_init(memory)
parent: a = process.fork()
a: pthread_sync.mutex_lock(m)
a: pthread_sync.mutex_lock(m)       # deadlock
parent: pthread_sync.mutex_lock(m)  # blocked
)";
        const auto ran = run({"run", "--verify", "-"}, program);
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains(
                     "deadlock of a:\n  a waits for m to be unlocked, which it holds itself (since line 5)."),
                 qPrintable(ran.out));
        QVERIFY2(ran.out.contains("behind a deadlock: parent\n"), qPrintable(ran.out));
        const auto json = run({"run", "--json", "-"}, program);
        QList<Json> stuck;
        for (const auto& line : json.out.split('\n', Qt::SkipEmptyParts))
            if (const auto one = Json::parse(line.toStdString()); one.contains("stuck"))
                stuck += one["stuck"];
        QCOMPARE(stuck.size(), 2);
        for (const auto& one : stuck) {
            QCOMPARE(one["verdict"], "deadlock");
            QCOMPARE(one["waits_for"], "m to be unlocked");
            QCOMPARE(one["of"], Json::array({"a"}));
            QCOMPARE(one["needs"], "all");
            QCOMPARE(one["deadlock"].empty(), one["worker"] == "parent");
        }
        auto wrong = program;
        wrong.replace("a: pthread_sync.mutex_lock(m)       # deadlock\n", "");
        wrong.replace("# blocked", "# deadlock");
        const auto differs = run({"run", "--verify", "-"}, wrong);
        QCOMPARE(differs.code, 1);
        QVERIFY2(differs.out.contains("blocked, no deadlock: parent waits for m to be unlocked: a holds it"),
                 qPrintable(differs.out));
    }

    void whatCannotBeRunExitsWithTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("said");
        const QStringList run{"run", "-"};
        QTest::newRow("operation") << run << QByteArray("workers: a\na: pipe.craete()\n")
                                   << "-:2:4: unknown operation 'pipe.craete': did you mean pipe.create";
        QTest::newRow("syntax") << run << QByteArray("workers: a\na: pipe.create(\n") << "-:2:16: ";
        QTest::newRow("all at once") << run << QByteArray("x\ny\n") << "-:2:1: ";
        QTest::newRow("not text") << run << QByteArray("workers: \xff\n") << "-:1:10: not UTF-8";
        QTest::newRow("size") << run
                              << QByteArray("workers: a\na: p = pipe.create()\na: pipe.read(p, size: 1GiB)\n")
                              << "size: 1073741824 is above the limit";
        QTest::newRow("no file") << QStringList{"run", "/nonexistent.ips"} << QByteArray()
                                 << "/nonexistent.ips: open: No such file or directory (ENOENT)";
        QTest::newRow("directory") << QStringList{"run", "/"} << QByteArray() << "EISDIR";
        QTest::newRow("no verb") << QStringList{} << QByteArray() << "subcommand";
        QTest::newRow("no such verb")
            << QStringList{"runn"} << QByteArray() << "unknown verb 'runn': did you mean run?";
        QTest::newRow("no such option") << QStringList{"run", "-", "--fast"} << QByteArray() << "--fast";
        QTest::newRow("ended worker") << run << QByteArray("workers: a\na: kill\na: process.get_pid()\n")
                                      << "-:3: 'a' was killed by SIGKILL";
    }
    void whatCannotBeRunExitsWithTwo() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QString, said);
        const auto ran = run(arguments, input);
        QVERIFY2(ran.err.contains(said), qPrintable(ran.err));
        QCOMPARE(ran.code, 2);
        QVERIFY(nothingLeft());
    }

    void operationsAsCommands() {
        const auto ran = run({"do", "pipe.create", "+", "pipe.write", "--to", "r1.write_end",
                              "--data=a \"b\" c", "+", "pipe.read", "--from", "r1.read_end"});
        QCOMPARE(ran.err, QString());
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains("pipe.read(r1.read_end) = 7 \"a \\\"b\\\" c\""), qPrintable(ran.out));
        QVERIFY(run({"do", "pipe.read", "--help"}).out.contains("from: pipe.read_end"));
        for (const auto& [words, message] :
             {std::pair{QStringList{"do", "pipe.wirte"}, "did you mean pipe.write"},
              {QStringList{"do", "pipe.write", "--tp", "x"}, "did you mean --to?"},
              {QStringList{"do", "pipe.write", "--to"}, "--to needs a value"},
              {QStringList{"do"}, "an operation is missing"},
              {QStringList{"do", "pipe.create", "+"}, "an operation is missing"},
              {QStringList{"do", "pipe.read", "--from", "r1", "--size", "-1"}, "size: -1 is below"}}) {
            const auto refused = run(words);
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.err.contains(message), qPrintable(refused.err));
        }
    }

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

    void mechanismsComeFromTheRegistry() {
        const auto text = run({"mechanisms"});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("pipe.write") && text.out.contains("EPIPE"));
        const auto json = run({"mechanisms", "--json"});
        const auto document = Json::parse(json.out.toStdString());
        bool found = false;
        for (const auto& mechanism : document)
            for (const auto& operation : mechanism["operations"])
                if (operation["name"] == "pipe.write") {
                    found = true;
                    QCOMPARE(operation["parameters"][0]["type"]["kind"].get<std::string>(),
                             std::string("handle"));
                    QVERIFY(!operation["errnos"].empty());
                }
        QVERIFY(found);
    }

    void helpAndVersion() {
        QVERIFY(run({"--version"}).out.contains('.'));
        for (const QStringList& verb : {QStringList{}, {"run"}, {"mechanisms"}, {"clean"}}) {
            const auto ran = run(verb + QStringList{"--help"});
            QCOMPARE(ran.code, 0);
            QVERIFY(!ran.out.isEmpty() && ran.err.isEmpty());
        }
    }

    void levelsStandBehindTheCallThatChangedThem() {
        const auto ran = run({"run", "-"}, "workers: a\na: s = sysv_sem.get(count: 1)\n");
        QCOMPARE(ran.code, 0);
        QVERIFY2(!ran.out.contains("unfinished"), qPrintable(ran.out));
        QVERIFY2(ran.out.indexOf("level s[0] = 0") > ran.out.indexOf("sysv_sem.get"), qPrintable(ran.out));
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

    void statisticsCountWhatHappened() {
        const QString file = IPCSCOPE_SOURCE_DIR "/resources/examples/hello_pipe.ips";
        const auto all = run({"statistics", file, "--json"});
        QCOMPARE(all.code, 0);
        const auto document = Json::parse(all.out.toStdString());
        const auto named = [&](const char* kind, const std::string& name) {
            for (const auto& row : document.at(kind))
                if (row.at("name") == name) return row;
            return Json();
        };
        const auto write = named("operations", "pipe.write");
        QCOMPARE(write.at("calls").get<int>(), 2);
        QCOMPARE(write.at("sent_bytes").get<int>(), 15);
        QCOMPARE(write.at("duration_ns").at("count").get<int>(), 2);
        QVERIFY(write.at("duration_ns").at("min") <= write.at("duration_ns").at("max"));
        QVERIFY(named("workers", "child").at("calls").get<int>() > 3);
        QCOMPARE(named("objects", "back").at("received_bytes").get<int>(), 5);
        const auto csv = run({"statistics", file, "--csv", "--by", "op", "--filter", "op == pipe.read"});
        QCOMPARE(csv.code, 0);
        QCOMPARE(csv.out.count('\n'), 2);
        QVERIFY2(csv.out.contains("pipe.read,3,"), qPrintable(csv.out));
        QVERIFY(run({"statistics", file}).out.startsWith("operation"));
        const auto wrong = run({"statistics", file, "--filter", "duration > 2parsecs"});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("parsecs"), qPrintable(wrong.err));
        QCOMPARE(run({"statistics", file, "--by", "colour"}).code, 2);
    }

    // --- session files ---
    void recordedAndReadAgain() {
        QTemporaryDir folder;
        const auto file = folder.filePath("a.ipcscope");
        const auto ran = run({"run", "-", "--json", "--record", file}, hello);
        QVERIFY2(ran.code == 0 && ran.err.isEmpty(), qPrintable(ran.err));
        const auto read = run({"events", "--json", file});
        QCOMPARE(read.code, 0);
        QVERIFY2(read.err.isEmpty(), qPrintable(read.err));
        // A flow may have been joined after its event was printed.
        auto before = ran.out.split('\n'), after = read.out.split('\n');
        QCOMPARE(after.size(), before.size());
        for (int i = 0; i + 1 < after.size(); ++i) {
            auto one = Json::parse(before[i].toStdString()), two = Json::parse(after[i].toStdString());
            for (const auto* key : {"flow", "flow_from", "flow_guess"})
                one.erase(key), two.erase(key);
            QVERIFY2(one == two, qPrintable(before[i] + '\n' + after[i]));
        }
        QVERIFY(run({"events", file}).out.contains("pipe.write(p.write_end, data: \"Hello\")"));

        const auto info = run({"info", "--json", file});
        QCOMPARE(info.code, 0);
        const auto told = Json::parse(info.out.toStdString());
        QCOMPARE(told["events"].get<int>(), int(after.size()) - 1);
        QVERIFY(told["complete"].get<bool>() && told["problems"].empty());
        QCOMPARE(QByteArray::fromStdString(told["program"].get<std::string>()), hello);
        QVERIFY(run({"info", file}).out.contains("workers      parent, child"));

        const auto refused = run({"run", "-", "--record", file}, hello);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("EEXIST") && refused.err.contains("--force"), qPrintable(refused.err));
        QCOMPARE(run({"run", "-", "--record", file, "--force"}, "workers: a\n").code, 0);
        QVERIFY(run({"info", file}).out.contains("workers      a\n"));
    }
    void aProgramIsRunForItsEvents() {
        QTemporaryFile file(QDir::tempPath() + "/XXXXXX.ips");
        QVERIFY(file.open() && file.write(hello) == hello.size() && file.flush());
        const auto ran = run({"events", "--json", file.fileName()});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.err.contains("is a program: it is run for its events"), qPrintable(ran.err));
        QVERIFY(ran.out.split('\n').size() > 20);
    }
    void filesThatAreNoSessions() {
        for (const auto* verb : {"events", "info"}) {
            const auto none = run({verb, "/nowhere/a.ipcscope"});
            QCOMPARE(none.code, 2);
            QVERIFY2(none.err.contains("ENOENT"), qPrintable(none.err));
        }
        QTemporaryFile file(QDir::tempPath() + "/XXXXXX.ipcscope");
        QVERIFY(file.open() && file.write("no") == 2 && file.flush());
        const auto other = run({"info", file.fileName()});
        QCOMPARE(other.code, 2);
        QVERIFY2(other.err.contains("is not a session file"), qPrintable(other.err));
        const auto nowhere = run({"run", "-", "--record", "/nowhere/a.ipcscope"}, hello);
        QCOMPARE(nowhere.code, 2);
        QVERIFY2(nowhere.err.contains("/nowhere/a.ipcscope") && nowhere.out.isEmpty(),
                 qPrintable(nowhere.err));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"

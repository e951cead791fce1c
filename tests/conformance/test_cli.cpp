// ipcscope-cli as its users meet it: exit codes, text, JSON, signals, nothing left behind.
#include "conformance/cli/subjects.h"
#include "helpers/subjects.h"

#include <QtTest>

#ifndef Q_MOC_RUN
#include <nlohmann/json.hpp>
#endif

using namespace ipcscope::testing;
using Json = nlohmann::json;
using namespace ipcscope::testing::cli_tests;

class TestCli : public CliTest {
    Q_OBJECT
private slots:
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
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestCli>(), events(), ends());
}
#include "test_cli.moc"

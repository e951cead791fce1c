// The events of runs and of recordings: filtered, listed, counted, read again.
#include "conformance/cli/subjects.h"

#include <QTemporaryFile>
#include <QtTest>

#ifndef Q_MOC_RUN
#include <nlohmann/json.hpp>
#endif

using namespace ipcscope::testing;
using Json = nlohmann::json;
using namespace ipcscope::testing::cli_tests;

class TestCliEvents : public CliTest {
    Q_OBJECT
private slots:
    void eventsAreFiltered() {
        const auto only = [](const QString& filter, QStringList more = {}) {
            return run(QStringList{"run", "-", "--filter", filter} + more, hello);
        };
        const auto lines = [](const Said& ran) { return ran.out.split('\n', Qt::SkipEmptyParts); };
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

    void levelsStandBehindTheCallThatChangedThem() {
        const auto ran = run({"run", "-"}, "workers: a\na: s = sysv_sem.get(count: 1)\n");
        QCOMPARE(ran.code, 0);
        QVERIFY2(!ran.out.contains("unfinished"), qPrintable(ran.out));
        QVERIFY2(ran.out.indexOf("level s[0] = 0") > ran.out.indexOf("sysv_sem.get"), qPrintable(ran.out));
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

std::unique_ptr<QObject> ipcscope::testing::cli_tests::events() {
    return std::make_unique<TestCliEvents>();
}

#include "events.moc"

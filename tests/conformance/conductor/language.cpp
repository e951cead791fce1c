// Variables, delays, repeats of the run and parameters, on real workers and at the command line.
#include "base/clock.h"
#include "conformance/conductor/subjects.h"
#include "helpers/cli.h"
#include "helpers/run_fixture.h"

#include <QTemporaryDir>

#include <nlohmann/json.hpp>
#include <thread>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

const QByteArray greeting = R"(workers: a
let message = "Hello"   # what is said
let times = 2
a: p = pipe.create()
repeat times as i
    a: pipe.write(p.write_end, data: "\{message} \{i}")
    a: pipe.read(p.read_end, size: 64)   # = "\{message} \{i}"
end
)";

constexpr const char* two_workers = "workers: a\na: p = pipe.create()\na: b = process.fork()\n";

}  // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private slots:
    void rounds() {
        RunFixture run;
        RUN_OK(run, std::string(two_workers) + R"(
let word = "n"
let size = 64
repeat 3 as i
    repeat 2 as j
        a: pipe.write(p.write_end, data: "\{word}=\{i},\{j} ")    # = 6
    end
    b: pipe.read(p.read_end, size: size)     # = 12 "\{word}=\{i},0 \{word}=\{i},1 "
end
)");
    }

    void recordsShowTheRound() {
        RunFixture run;
        RUN_OK(run, std::string(two_workers) + R"(
repeat 2 as i
    let last = "round \{i}"
    a: pipe.write(p.write_end, data: "\{last}")    # = 7
    b: repeat 3                                    # = rounds=3
        process.get_pid()
    end
end
a: pipe.write(p.write_end, data: last)
)");
        const auto writes = run.events({.operation = "pipe.write", .phase = Phase::leave});
        QCOMPARE(writes.size(), std::size_t{3});
        QCOMPARE(writes[0].payload, std::string("round 0"));
        QCOMPARE(writes[1].payload, std::string("round 1"));
        QCOMPARE(writes[2].payload, std::string("round 1"));
        const auto text = [&](std::size_t i) {
            return run.supervisor().calls().find(CallId{writes[i].event.call})->text;
        };
        QCOMPARE(text(1), std::string("pipe.write(p.write_end, data: \"round 1\")"));
        QCOMPARE(writes[0].line, writes[1].line);
        QCOMPARE(run.events({.operation = "process.get_pid", .phase = Phase::leave}).size(), std::size_t{6});
    }

    void differencesNameTheRound() {
        RunFixture run;
        const auto report = run.run(std::string(two_workers) + R"(
repeat 3 as i
    repeat 2
        a: pipe.write(p.write_end, data: "\{i}")     # = 1
    end
    b: pipe.read(p.read_end, size: 64)   # = "\{i}1"
end
repeat 1 as i
    a: f = fifo.open("none")
    a: fifo.close(f)
end
)");
        QCOMPARE(report.differences.size(), std::size_t{2});
        QCOMPARE(report.differences[0].round, std::string("i=0"));
        QCOMPARE(report.differences[1].round, std::string("i=2"));
        QCOMPARE(report.differences[1].expected, std::string("= \"21\""));
        QVERIFY2(report.problem.ends_with(" (i=0)"), report.problem.c_str());
    }

    // Gone through again and again, not written out.
    void manyRoundsNeedNoRoom() {
        RunFixture run;
        const auto parsed = parse_program(registry(), "repeat 300 as i\nrepeat 300\nlet x = i\nend\nend\n");
        QVERIFY(parsed.errors.empty());
        Conductor conductor(run.supervisor());
        RunOptions how;
        std::size_t lets = 0;
        how.at_statement = [&](const Statement& now) { lets += now.kind == Statement::Kind::let ? 1u : 0u; };
        QCOMPARE(conductor.run(parsed.program, how).problem, std::string());
        QCOMPARE(lets, std::size_t{90'000});
        QCOMPARE(*conductor.variables().find("x"), std::string("299"));
        QVERIFY(!conductor.variables().find("i"));
        QCOMPARE(parsed.program.statements.size(), std::size_t{5});
        // None at all; and a program that goes on knows the variables of the one before.
        const auto more = parse_program(registry(), "let n = 0\nrepeat n\nlet never = 1\nend\nlet y = n\n");
        QVERIFY(more.errors.empty());
        QCOMPARE(conductor.run(more.program, {}).problem, std::string());
        QVERIFY(!conductor.variables().find("never"));
        QCOMPARE(*conductor.variables().find("y"), std::string("0"));
    }

    void delaysWait() {
        RunFixture run;
        const auto before = now_ns();
        RUN_OK(run, "let pause = 30ms\nrepeat 2\ndelay pause\nend\ndelay 1ms\n");
        QVERIFY(now_ns() - before >= 61'000'000);
        const auto hour = parse_program(registry(), "repeat 1000\ndelay 3600s\nend\n");
        QVERIFY(hour.errors.empty());
        Conductor conductor(run.supervisor());
        RunOptions how;
        how.at_statement = [&](const Statement& now) {
            if (now.kind == Statement::Kind::delay) conductor.cancel();
        };
        QVERIFY(conductor.run(hour.program, how).cancelled);
        how.at_statement = {};
        how.delays = false;
        QCOMPARE(conductor.run(hour.program, how).problem, std::string());
    }

    void parameters() {
        QTemporaryDir directory;
        const auto file = directory.filePath("greeting.ips");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(greeting) == greeting.size());
        out.close();
        const auto checked = run_cli({"check", file});
        QCOMPARE(checked.code, 0);
        QVERIFY2(checked.out.contains("message          \"Hello\"    # what is said"),
                 checked.out.constData());
        const auto json = nlohmann::json::parse(run_cli({"check", file, "--json"}).out.toStdString());
        QCOMPARE(json["parameters"].size(), std::size_t{2});

        const auto record = directory.filePath("kept.ipcscope");
        const auto run = run_cli({"run", file, "--verify", "--set", "message=Ciao, \"you\"", "--set",
                                  "times=3", "--record", record});
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("Ciao, \\\"you\\\" 2"));
        QVERIFY2(run.out.contains("3 of 3 expectations met"), run.out.constData());
        // What was set is what is recorded: it is the same when it is run again.
        QCOMPARE(run_cli({"check", record, "--text"}).out, QByteArray(greeting)
                                                               .replace("\"Hello\"", "\"Ciao, \\\"you\\\"\"")
                                                               .replace("times = 2", "times = 3"));
        QCOMPARE(run_cli({"replay", record, "--verify"}).code, 0);
        QCOMPARE(run_cli({"replay", record, "--set", "message=Ciao"}).code, 1);
        QCOMPARE(run_cli({"replay", file, "--set", "times=1", "--speed", "1"}).code, 0);

        const auto wrong = run_cli({"run", file, "--set", "mesage=x"});
        QCOMPARE(wrong.code, 2);
        QCOMPARE(wrong.err,
                 QByteArray(
                     "ipcscope-cli: --set: the program has no parameter 'mesage': did you mean message?\n"));
        QCOMPARE(run_cli({"run", file, "--set", "times=often"}).code, 2);
        QCOMPARE(run_cli({"replay", record, "--set", "times"}).code, 2);
        const auto large = run_cli({"run", file, "--set", "times=10000001"});
        QCOMPARE(large.code, 2);
        QVERIFY2(large.err.contains(":5:8: repeat: 'times' is '10000001'"), large.err.constData());
    }

    void fillAtTheCommandLine() {
        QTemporaryDir directory;
        const auto file = directory.filePath("plain.ips");
        const auto write = [&](const QByteArray& text) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly | QIODevice::Truncate) && out.write(text) == text.size();
        };
        const auto read = [](const QString& name) {
            QFile in(name);
            return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
        };
        QVERIFY(write("workers: a\na: p = pipe.create()\na: pipe.write(p.write_end, data: \"x\")  # = 2\n"));
        const auto shown = run_cli({"fill", file});
        QCOMPARE(shown.code, 1);  // what is expected there does not hold
        QVERIFY2(shown.err.contains("expected is = 2, it came to = 1"), shown.err.constData());
        QCOMPARE(run_cli({"fill", file, "--in-place", "--replace"}).code, 0);
        QCOMPARE(read(file), QByteArray("workers: a\na: p = pipe.create()                   # =\n"
                                        "a: pipe.write(p.write_end, data: \"x\")  # = 1\n"));
        QCOMPARE(run_cli({"run", file, "--verify"}).code, 0);
        // A session becomes a text with what it came to.
        QVERIFY(write(greeting));
        const auto record = directory.filePath("kept.ipcscope"), text = directory.filePath("text.ips");
        QCOMPARE(run_cli({"run", file, "--record", record}).code, 0);
        QCOMPARE(run_cli({"fill", record, "-o", text}).code, 0);
        QVERIFY2(read(text).contains("data: \"\\{message} \\{i}\")  # = 7\n"), read(text).constData());
        QCOMPARE(run_cli({"run", text, "--verify"}).code, 0);
        QCOMPARE(run_cli({"fill", record, "--in-place"}).code, 2);
        QCOMPARE(run_cli({"fill", "-"}, "what?\n").code, 2);
    }
};

std::unique_ptr<QObject> the_language() {
    return std::make_unique<TestLanguage>();
}

#include "language.moc"

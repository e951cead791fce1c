// Expectations out of a run: what is written holds when it is run again, and nothing else of the text
// changes.
#include "base/clock.h"
#include "compare/fill_expectations.h"
#include "conformance/conductor/subjects.h"
#include "helpers/run_fixture.h"
#include "session/examples.h"

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

// As it is after it was run once, without being held against anything.
Filled filled(const std::string& text, FillOptions options = {}, double timeout_s = 20) {
    RunFixture run;
    RunOptions how;
    how.timeout_ns = static_cast<std::int64_t>(timeout_s * 1e9);
    const auto parsed = parse_program(registry(), text);
    Conductor(run.supervisor()).run(parsed.program, how);
    options.until_ns = now_ns();
    return fill_expectations(registry(), text, run.supervisor(), options);
}

// Line by line, so that a failure can be read.
void same_text(const std::string& got, const std::string& wanted) {
    const auto first = QString::fromStdString(got).split('\n'),
               second = QString::fromStdString(wanted).split('\n');
    for (int i = 0; i < std::min(first.size(), second.size()); ++i)
        QCOMPARE(first[i], second[i]);
    QCOMPARE(first.size(), second.size());
}

std::string without_expectations(std::string_view text) {
    auto program = parse_program(registry(), text).program;
    for (auto& statement : program.statements)
        if (!statement.expect.stays()) statement.expect = {};
    return print_program(registry(), program);
}

}  // namespace

class TestFill : public QObject {
    Q_OBJECT
private slots:
    void everyKindOfOutcome() {
        const std::string text = R"(# A comment stays.
workers: parent
parent: p = pipe.create(flags: O_NONBLOCK)
parent:   child = process.fork()
child: pipe.write(p.write_end, data: "Hello")     # what it says
parent: pipe.read(p.read_end, size: 64)
parent: pipe.read(p.read_end, size: 64)	# = 3  # not so

parent: process.get_pid()
parent: repeat 100
    pipe.write(p.write_end, data: "x" * 4096)
end
parent: pipe.read(p.read_end, size: 4096)

parent: q = pipe.create()
parent: pipe.read(q.read_end, size: 3) async
child: process.get_pid()
parent: pipe.write(q.write_end, data: "late") async
parent: interrupt
parent: await
parent: await
child: process.exit(status: 3))";
        const auto once = filled(text);
        same_text(once.text, R"(# A comment stays.
workers: parent
parent: p = pipe.create(flags: O_NONBLOCK)        # =
parent:   child = process.fork()                  # =
child: pipe.write(p.write_end, data: "Hello")     # = 5  # what it says
parent: pipe.read(p.read_end, size: 64)           # = 5 "Hello"
parent: pipe.read(p.read_end, size: 64)	# = 3  # not so

parent: process.get_pid()                  # =
parent: repeat 100                         # EAGAIN rounds=16
    pipe.write(p.write_end, data: "x" * 4096)
end
parent: pipe.read(p.read_end, size: 4096)  # = 4096

parent: q = pipe.create()                     # =
parent: pipe.read(q.read_end, size: 3) async  # blocked
child: process.get_pid()                      # =
parent: pipe.write(q.write_end, data: "late") async
parent: interrupt
parent: await                                 # EINTR
parent: await                                 # = 4
child: process.exit(status: 3)                # exited 3)");
        QCOMPARE(once.differ, std::size_t{1});
        QCOMPARE(once.lines.front().line, 3);
        QCOMPARE(QString::fromStdString(once.lines.front().before),
                 QString("parent: p = pipe.create(flags: O_NONBLOCK)"));
        const auto replaced = filled(once.text, {.replace = true, .until_ns = 0});
        QCOMPARE(replaced.lines.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(replaced.lines[0].after),
                 QString("parent: pipe.read(p.read_end, size: 64)\t# EAGAIN  # not so"));
        {
            RunFixture again;
            RUN_OK(again, replaced.text);
        }
        QVERIFY(filled(replaced.text).lines.empty());
    }

    // What never comes back is blocked; what was edited or not reached is left alone.
    void whatIsLeftAlone() {
        const std::string text = R"(workers: one
one: p = pipe.create()
one: pipe.read(p.read_end, size: 1)
one: pipe.write(p.write_end, data: "x"))";
        RunFixture run;
        RunOptions how;
        how.timeout_ns = 3'000'000'000;  // its worker begins within it, too
        const auto parsed = parse_program(registry(), text);
        QVERIFY(!Conductor(run.supervisor()).run(parsed.program, how).problem.empty());
        auto edited = text;
        edited.replace(edited.find("create()"), 8, "create(flags: O_NONBLOCK)");
        const auto got = fill_expectations(registry(), edited, run.supervisor(), {});
        QCOMPARE(got.lines.size(), std::size_t{1});
        QCOMPARE(got.lines[0].line, 3);
        QVERIFY(got.lines[0].after.ends_with("  # blocked"));
        QCOMPARE(got.kept.size(), std::size_t{2});
        QCOMPARE(got.kept[0].words, std::string("the line is not what was run"));
        QCOMPARE(got.kept[1].words, std::string("the run did not come to it"));
        const auto broken = fill_expectations(registry(), "what?\n", run.supervisor(), {});
        QCOMPARE(broken.errors.size(), std::size_t{1});
        QCOMPARE(broken.text, std::string("what?\n"));
    }

    void examplesHoldAgain_data() {
        QTest::addColumn<QString>("name");
        for (const auto* name : {"hello_pipe", "hello_signal", "chat_over_a_queue", "hello_sysv_shm",
                                 "passing_a_descriptor", "writing_to_nobody", "hello_unix_socket"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void examplesHoldAgain() {
        QFETCH(QString, name);
        const auto* example = find_example(name.toStdString());
        QVERIFY(example);
        const auto got = filled(without_expectations(example->text));
        QVERIFY(got.lines.size() > 2);
        RunFixture again;
        RUN_OK(again, got.text);
    }
};

std::unique_ptr<QObject> filled_in() {
    return std::make_unique<TestFill>();
}

#include "fill.moc"

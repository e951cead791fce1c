// Program text: round trip, meaning, and everything that can be wrong with it.
#include "helpers/subjects.h"
#include "unit/program/subjects.h"

#include <QtTest>

#ifndef Q_MOC_RUN  // moc stops at the concepts of the standard library
#include "helpers/fake_mechanism.h"
#include "session/program.h"
#include "session/settings.h"

#include <csignal>
#endif

using namespace ipcscope;
using namespace ipcscope::testing::program_tests;

class TestProgram : public QObject {
    Q_OBJECT
private slots:
    void roundTrip() {
        const auto parsed = parse(example);
        QCOMPARE(errors(example), "");
        QCOMPARE(print(parsed.program), std::string(example));
        for (const std::string text : {"", "\n", "\n\n", "# x", "  ", "  # y  \n\t",
                                       "workers: a\r\na: fake.create()\r\n", "\xef\xbb\xbfworkers: a\n"}) {
            QCOMPARE(errors(text), "");
            QCOMPARE(print(parse(text).program), text);
        }
    }

    void meaning() {
        const auto program = parse(example).program;
        const auto& at = program.statements;
        const auto& write = at[5];
        QCOMPARE(write.line, 6);
        QCOMPARE(write.worker, "child");
        QCOMPARE(write.arguments[0].value, Value(Name{"p.write_end"}));
        QCOMPARE(write.arguments[1].value, Value("Hello"));
        QCOMPARE(write.arguments[2].value, Value(2));
        QVERIFY(write.expect.has_ret && write.expect.ret == 5);
        QCOMPARE(write.comment, "# why");
        QCOMPARE(*at[6].expect.payload, "Hello");
        QCOMPARE(at[6].expect.results[1].second, Value(0600));
        QVERIFY(at[7].async && at[7].expect.kind == Expectation::Kind::blocked);
        QCOMPARE(at[9].expect.err, EINTR);
        QVERIFY(!at[11].expect.has_ret && *at[11].expect.payload == "Hello");
        QCOMPARE(at[12].count, 1000);
        QCOMPARE(at[14].comment, "# not compared");
        QCOMPARE(at[16].expect.ret, SIGPIPE);
        QVERIFY(at[17].expect.kind == Expectation::Kind::returns && !at[17].expect.has_ret);
        QCOMPARE(at[18].comment, "# # EAGAIN is only a word here");
        QVERIFY(at[18].expect.kind == Expectation::Kind::none);
        QVERIFY(at[20].expect.kind == Expectation::Kind::exited && at[20].expect.ret == 3);
        QVERIFY(at[21].expect.kind == Expectation::Kind::returns && at[21].expect.results.size() == 1);
        QVERIFY(at[22].expect.kind == Expectation::Kind::none);
    }

    // Only of an argument are all fields needed.
    void expectedStructuresMayBeParts() {
        const std::string text =
            "workers: a\na: p = fake.create()\na: fake.read(p)  # = items=[{op: 7}, {num: 3}, {}]\n";
        QCOMPARE(errors(text), "");
        const auto program = parse(text).program;
        const auto* items = program.statements[2].expect.results[0].second.as<List>();
        QVERIFY(items && items->size() == 3);
        QCOMPARE((*items)[0], Value(Fields{{"op", 7}}));
        QCOMPARE((*items)[1], Value(Fields{{"num", 3}}));
        QCOMPARE((*items)[2], Value(Fields{}));
        QCOMPARE(print(program), text);
        QVERIFY(errors("workers: a\na: p = fake.create()\na: fake.read(p)  # = items=[{no: 7}]\n") != "");
    }

    void variablesAndRepeats() {
        const std::string text = R"(workers: a
let  message =  "Hello"  # what is said
let size=64
let pick = F_ONE|F_TWO
let list = [1, 2]   # of anything
a: p = fake.create(pick)
 repeat  3 as i # three times
  repeat size
    a: fake.write(p.write_end, data: "\{message} \{i}\n" * 2, times: 2)   # = 3
    a: fake.read(p, size: i)  # = "\{message} \{i}" type=i
    a: repeat 5
      fake.write(p.write_end, data: message)
    end
    let again = "\{i}"
    delay   1.50s   # a while
  end
end
delay 0
)";
        QCOMPARE(errors(text), "");
        const auto program = parse(text).program;
        QCOMPARE(print(program), text);
        const auto& at = program.statements;
        QVERIFY(at[1].kind == Statement::Kind::let && at[1].variable == "message");
        QCOMPARE(at[1].value, "\"Hello\"");
        QCOMPARE(at[3].value, "F_ONE|F_TWO");
        QVERIFY(at[6].kind == Statement::Kind::rounds && at[6].count == 3 && at[6].variable == "i");
        QCOMPARE(at[7].count_name, "size");
        QCOMPARE(at[8].arguments[1].value, Value(Name{"\"\\{message} \\{i}\\n\" * 2"}));
        QCOMPARE(at[14].count, 1'500'000'000);

        const auto& registry = testing::fake_registry();
        Variables variables;
        variables.set("message", "\"\\xff\\\"\"");
        variables.set("i", "2");
        const auto bound = bind_variables(registry, at[8], variables);
        QVERIFY2(bound.has_value(), bound ? "" : bound.error().message.c_str());
        QCOMPARE(bound->arguments[1].value, Value("\xff\" 2\n\xff\" 2\n"));
        QCOMPARE(bind_variables(registry, at[9], variables)->arguments[1].value, Value(2));
        variables.erase("i");
        QVERIFY(!bind_variables(registry, at[8], variables));
        // Made anew they say the same.
        auto anew = program;
        for (auto& statement : anew.statements)
            statement.written = {};
        const auto again = parse(print(anew));
        QVERIFY2(again.errors.empty(), print(anew).c_str());
        for (std::size_t i = 0; i < at.size(); ++i) {
            QCOMPARE(again.program.statements[i].value, at[i].value);
            QCOMPARE(again.program.statements[i].count, at[i].count);
            QCOMPARE(again.program.statements[i].arguments.size(), at[i].arguments.size());
        }
    }

    void settings() {
        const auto& registry = testing::fake_registry();
        const std::string text =
            "workers: a\nlet  text = \"x\"   # what\nlet n = 5\nlet t = 10ms\n"
            "repeat n as i\nlet inner = i\nend\n";
        const auto parameters = parameters_of(parse(text).program);
        QCOMPARE(parameters.size(), std::size_t{3});
        QCOMPARE(parameters[0].comment, "what");
        const auto set = apply_settings(registry, text, {"text=a \"b\" \\n", "n=0x10", "t=0"});
        QVERIFY2(set.has_value(), set ? "" : set.error().message.c_str());
        QCOMPARE(*set,
                 "workers: a\nlet text = \"a \\\"b\\\" \\\\n\"   # what\nlet n = 0x10\nlet t = 0\n"
                 "repeat n as i\nlet inner = i\nend\n");
        QCOMPARE(*apply_settings(registry, text, {"text=\"\\x00\""}),
                 "workers: a\nlet text = \"\\x00\"   # what\nlet n = 5\nlet t = 10ms\n"
                 "repeat n as i\nlet inner = i\nend\n");
        QCOMPARE(*apply_settings(registry, text, {}), text);
        const auto wrong = [&](const char* setting) {
            const auto out = apply_settings(registry, text, {setting});
            return out ? std::string() : out.error().message;
        };
        QCOMPARE(wrong("tex=y"), "--set: the program has no parameter 'tex': did you mean text, t?");
        QCOMPARE(wrong("inner=3"), "--set: the program has no parameter 'inner': known are text, n, t");
        QCOMPARE(wrong("n"), "--set 'n': write name=value");
        QCOMPARE(wrong("n=many"), "--set n: a number is needed, as in 'let n = 5' (line 3); got 'many'");
        QCOMPARE(wrong("t=5"), "--set t: a duration is needed, as in 'let t = 10ms' (line 4); got '5'");
    }

    // A text of some size is read in a time that goes with its size, whatever stands in it.
    void sizeIsTimeAndMemory() {
        const auto many = [](const char* line, int times) {
            std::string out = "workers: a\na: p = fake.create()\n";
            for (int i = 0; i < times; ++i)
                out += line;
            return out;
        };
        QElapsedTimer clock;
        clock.start();
        QVERIFY(parse(many("repeat 2\n", 20'000)).errors.size() >= max_errors);
        QVERIFY(parse(many("b: fake.wirte(q.x, data: zz)\n", 20'000)).errors.size() == max_errors + 1);
        QVERIFY(parse("workers: a\na: fake.every(" + std::string(1'000'000, ',') + ")").errors.size() > 1);
        QVERIFY(parse(many("let x = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1\n", 5'000)).errors.size() > 1);
        const auto strings = parse(many("a: fake.write(p.write_end, data: \"x\" * 16777216)\n", 100'000));
        QCOMPARE(strings.errors.size(), std::size_t{1});
        QCOMPARE(strings.errors[0].message,
                 "the strings of this program are longer than the limit 128 MiB in all");
        QCOMPARE(parse(many("a: fake.write(p.write_end, data: x)\n", 100'000)
                           .insert(0, "let x = \"x\" * 16777216\n"))
                     .errors.size(),
                 std::size_t{1});
        std::string doubled = "workers: a\nlet x0 = \"0123456789\"\n";
        for (int i = 1; i < 60; ++i)
            doubled += "let x" + std::to_string(i) + " = \"\\{x" + std::to_string(i - 1) + "}\\{x" +
                       std::to_string(i - 1) + "}\"\n";
        QVERIFY(!parse(doubled).errors.empty());
        QVERIFY(clock.elapsed() < 60'000);  // as the square of the size it would be many minutes
    }

    void changedStatementsPrintAnew() {
        auto program = parse(example).program;
        program.statements[5].arguments[1].value = Value("bye");
        program.statements[9].expect.err = EIDRM;
        program.statements[3].comment = "# new";
        QString expected = QString::fromUtf8(example.data(), qsizetype(example.size()));
        expected.replace("child: fake.write(p.write_end, data: \"Hel\\x6co\",times: 0x2) ",
                         "child: fake.write(p.write_end, data: \"bye\", times: 2) ");
        expected.replace("await                                 #   EINTR", "await  # EIDRM");
        expected.replace("fake.create( F_ONE|F_TWO )", "fake.create( F_ONE|F_TWO )  # new");
        QCOMPARE(QString::fromStdString(print(program)), expected);
    }

    void madeStatementsPrintAndParse() {
        const auto& registry = testing::fake_registry();
        Statement made;
        made.kind = Statement::Kind::operation;
        made.worker = "parent";
        made.operation = registry.operation("fake.every")->id;
        made.arguments = {{"mode", Value(0640)}, {"data", Value(std::string(100, 'x'))}, {"flags", Value(3)}};
        made.expect.kind = Expectation::Kind::fails;
        made.expect.err = EAGAIN;
        const auto text = print_statement(registry, made);
        QCOMPARE(text, "parent: fake.every(mode: 0640, data: \"x\" * 100, flags: F_BOTH)  # EAGAIN");
        const auto again = parse("workers: parent\n" + text);
        QVERIFY(again.errors.empty());
        QCOMPARE(again.program.statements[1].arguments[2].value, Value(3));
    }

    void knownNamesGoOn() {
        QVERIFY(parse("a: fake.write(p.write_end, data: \"x\")\na: await\n", {"a", "p"}).errors.empty());
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return testing::runSubjects(argc, argv, std::make_unique<TestProgram>(), wrong_programs());
}
#include "test_program.moc"

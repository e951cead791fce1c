// Program text that is wrong, and what is said of it; text that is meant to do harm.
#include "unit/program/subjects.h"

#include <QtTest>

#ifndef Q_MOC_RUN  // moc stops at the concepts of the standard library
#include "session/program.h"

#include <random>
#endif

using namespace ipcscope;
using namespace ipcscope::testing::program_tests;

class TestWrongPrograms : public QObject {
    Q_OBJECT
private slots:
    void wrong_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* line, const char* said) {
            QTest::addRow("%s", line)
                << QString("workers: a\na: p = fake.create()\n") + QString(line) << said;
        };
        row("a: fake.wirte(p.write_end, data: \"\")",
            "3:4 unknown operation 'fake.wirte': did you mean fake.write, fake.create, fake.fork?");
        row("a: fake.seen()", "3:4 fake.seen is recorded when it happens; it cannot be asked for");
        row("b: fake.create()", "3:1 unknown worker 'b': did you mean a?");
        row("p: fake.create()", "3:1 'p' is not a worker");
        row("fake.create()", "3:1 which worker? Write 'worker: mechanism.verb(...)'");
        row("a", "3:1 'a' is not a statement: did you mean a:?");
        row("a:", "3:3 expected an operation, got the end of the line");
        row("a: fake.create", "3:15 expected '(' after fake.create, got the end of the line");
        row("a: fake.create(", "3:16 flags: expected flags such as A|B, or 0, got the end of the line");
        row("a: fake.create(F_ONE", "3:21 ')' is missing");
        row("a: fake.create() and", "3:18 unexpected 'and': the line should end here");
        row("a: fake.write(p.write_end)", "3:4 fake.write needs 'data'");
        row("a: fake.write(p.write_end, \"x\")",
            "3:28 only the first argument may stand without its name: write data: ...");
        row("a: fake.write(p.write_end, date: \"x\")",
            "3:28 unknown parameter 'date' of fake.write: did you mean data?");
        row("a: fake.write(p.write_end, data: \"x\", data: \"y\")",
            "3:39 the parameter 'data' is given twice");
        row("a: fake.write(p.write_end, data: \"x\", times: 5000)",
            "3:46 times: 5000 is above the limit 1000");
        row("a: fake.write(q.write_end, data: \"x\")", "3:15 to: unknown name 'q': did you mean a, p?");
        row("a: fake.write(p.wite_end, data: \"x\")",
            "3:15 to: fake.create gives no 'wite_end': did you mean p.write_end, p.read_end?");
        row("a: fake.write(p, data: \"x\")",
            "3:15 to: 'p.read_end' is a fake.read_end; needed is fake.write_end: did you mean p.write_end?");
        row("a: fake.write(a, data: \"x\")", "3:15 to: 'a' is a worker; needed is a handle");
        row("a: fake.send(p, number: 3)", "3:14 who: 'p' is a handle; needed is a worker");
        row("a: fake.every(number: p)", "3:23 number: 'p' is a handle; needed is a number");
        row("a: fake.every(size: 3)", "3:21 'size' has no meaning with this 'pick'");
        row("a: fake.every(mode: 9, wait: 3, flags: F_OEN)",
            "3:21 mode: expected permission bits in octal, such as 0600, got '9'\n"
            "3:31 wait: '3' needs a unit: s, ms, us or ns\n"
            "3:40 flags: unknown flag 'F_OEN': did you mean F_ONE?");
        row("a: fake.read(p, size: 1GiB)", "3:23 size: 1073741824 is above the limit 16777216 (bytes)");
        row("a = fake.create()",
            "3:1 which worker? Write 'worker: mechanism.verb(...)'\n3:1 'a' is already the name of a worker");
        row("a: repeat = fake.create()", "3:11 expected how often, got '='\n3:1 this repeat has no 'end'");
        row("a: x.y = fake.create()", "3:4 the name of a result holds no '.'");
        row("a: await", "3:4 'a' has nothing to await: no operation of it stands above as 'async'");
        row("a: awiat", "3:4 unknown operation 'awiat': did you mean await?");
        row("workers: a, a", "3:13 the worker 'a' stands twice");
        row("workers: end", "3:10 'end' is a word of the language: choose another name");
        row("workers:", "3:9 expected the name of a worker, got the end of the line");
        row("end", "3:1 'end' without a repeat");
        row("a: repeat 5", "3:1 this repeat has no 'end'");
        row("a: repeat 0\nend", "3:11 repeat: '0' is not within 1..1000000000");
        row("a: repeat 5\na: repeat 5\nend", "4:4 a repeat within the repeat of line 3 is not possible");
        row("a: repeat 5\nfake.read(p) async\nend", "4:14 write async behind the repeat");
        row("a: repeat 5\nx = fake.create()\nend", "4:1 results cannot be named in a repeat");
        row("a: repeat 5\nfake.fork()\nend",
            "4:1 fake.fork makes something new each time: it cannot be repeated");
        row("a: repeat 5\nfake.read(p) # = 0\nend",
            "4:14 an expectation stands behind the repeat, not within it");
        row("workers: b\na: repeat 5\nb: fake.create()\nend",
            "5:1 a repeat of 'a' holds operations of 'a' only");
        row("a: fake.create()  # EAGIAN",
            "3:21 unknown errno 'EAGIAN': did you mean EAGAIN?; a comment that begins so needs a further #");
        row("a: fake.create()  # eagain",
            "3:21 did you mean the expectation EAGAIN?; a comment that begins so needs a further #");
        row("a: fake.create()  # bloked",
            "3:21 did you mean the expectation blocked?; a comment that begins so needs a further #");
        row("a: fake.create()  # blocked here",
            "3:29 unexpected 'here' behind the expectation: a comment there begins with a further #");
        row("a: fake.create()  # killed",
            "3:27 killed: unknown signal ''; a comment that begins so needs a further #");
        row("a: fake.create()  # exited 256",
            "3:28 exited: a status of 0..255 was expected, got the end of the line; a comment that begins so "
            "needs a further #");
        row("a: fake.create()  # = \"x\"", "3:23 fake.create brings back no payload");
        row("a: fake.read(p)  # = tpye=3", "3:22 unknown result 'tpye' of fake.read: did you mean type?");
        row("a: fake.create()  # = read_end=3",
            "3:23 the handle 'read_end' differs from run to run: it cannot be expected");
        row("a: fake.read(p)  # tpye=3", "3:20 unknown result 'tpye' of fake.read: did you mean type?");
        row("a: fake.read(p)  # \"x\"",
            "3:20 an expected value begins with '='; a comment that begins so needs a further #");
        row("a: fake.read(p)  # 5",
            "3:20 an expected value begins with '='; a comment that begins so needs a further #");
        row("a: interrupt  # EINTR", "3:15 interrupt has no outcome of its own: expect it behind await");
        row("a: x = fake.nope()\na: fake.write(x.y, data: \"\")",
            "3:8 unknown operation 'fake.nope': did you mean fake.open, fake.fork, fake.close?");
        row("let", "3:4 expected the name of a variable, got the end of the line");
        row("let n 5", "3:7 expected '=' behind 'n', got '5'");
        row("let n = ", "3:9 expected a value: 5, 10ms, \"text\", O_NONBLOCK, [1, 2]");
        row("let n = Hello world", "3:15 a value is one word; a text stands in double quotes");
        row("let n = [1, 2", "3:14 ']' is missing");
        row("let n = \"a\\{m}\"", "3:9 unknown variable 'm' in the string");
        row("let n = 5\nlet n = 6", "4:5 'n' is already the name of a variable");
        row("let p = 5", "3:5 'p' is already the name of a result");
        row("let repeat = 5", "3:5 'repeat' is a word of the language: choose another name");
        row("let n = 5\nworkers: n", "4:10 'n' is already the name of a variable");
        row("let n = 5\na: fake.write(p.write_end, data: n)",
            "4:34 data: 'n' is '5': expected a string in double quotes, got '5'");
        row("let n = 5000\na: fake.write(p.write_end, data: \"x\", times: n)",
            "4:46 times: 'n' is '5000': 5000 is above the limit 1000");
        row("let nn = 5\na: fake.read(p, size: n.x)", "4:23 size: unknown name 'n': did you mean nn, a, p?");
        row("let n = 5\na: fake.read(p, size: n.x)", "4:23 size: 'n' is a variable and has no 'x'");
        row("a: fake.write(p.write_end, data: \"\\{i}\")", "3:34 data: unknown variable 'i' in the string");
        row("delay", "3:6 delay: expected a duration, such as 1.5s or 200ms, got the end of the line");
        row("delay 5", "3:8 delay: '5' needs a unit: s, ms, us or ns");
        row("delay 2min", "");
        row("delay 7201s", "3:7 delay: 7201s is longer than the limit of 3600s");
        row("delay soon", "3:7 delay: unknown variable 'soon'");
        row("a: delay 5ms", "3:4 'delay' stands without a worker: it is the run's");
        row("repeat 5", "3:1 this repeat has no 'end'");
        row("repeat 0\nend", "3:8 repeat: '0' is not within 1..10000000");
        row("repeat x\nend", "3:8 repeat: unknown variable 'x'");
        row("repeat 5 as\nend", "3:12 expected the name of the counter, got the end of the line");
        row("repeat 5 as p\nend", "3:13 'p' is already the name of a result");
        row("repeat 5 as i\nrepeat 5 as i\nend\nend", "4:13 'i' is already the name of a variable");
        row("repeat 5 async\nend", "3:10 only the repeat of a worker can be async: 'worker: repeat N async'");
        row("repeat 10000\nrepeat 10000\nend\nend",
            "4:8 repeat: 10000 rounds, 10000 times, are more than 10000000 in all");
        row("repeat 5 as i\nend\na: fake.read(p, size: i)",
            "5:23 size: unknown name 'i': did you mean a, p?");
        row("a: repeat 5\nrepeat 5\nend",
            "4:1 a repeat within the repeat of line 3 is not possible: that one is done by 'a' alone");
        row("a: repeat 5\ndelay 5ms\nend",
            "4:1 a worker's repeat does not wait in between: leave out the worker, and the run repeats");
        row("a: fake.read(p) async\nrepeat 2\na: await\nend",
            "5:4 what 'a' has to await first was begun in line 3, outside of this repeat");
        row("= ( ) ;", "3:1 expected a line such as 'worker: name = mechanism.verb(...)', got '='");
    }
    void wrong() {
        QFETCH(QString, text);
        QFETCH(QString, said);
        QCOMPARE(errors(text.toStdString()), said);
        QCOMPARE(QString::fromStdString(print(parse(text.toStdString()).program)), text);
    }

    void notUtf8() {
        const std::string text = "workers: a\na: fake.open(\"gr\xfc\xdf\x65\")\n";
        QCOMPARE(errors(text), "2:17 not UTF-8 text (octet 0xfc); write such octets as \"\\xfc\"");
        QCOMPARE(print(parse(text).program), text);
    }

    void longLinesAndDeepNesting() {
        const std::string big(2'000'000, 'y');
        const auto text =
            "workers: a\na: p = fake.create()\na: fake.write(p.write_end, data: \"" + big + "\")\n";
        const auto parsed = parse(text);
        QVERIFY(parsed.errors.empty());
        QCOMPARE(parsed.program.statements[2].arguments[1].value.bytes().size(), big.size());
        QCOMPARE(print(parsed.program), text);
        const std::string deep(1'000'000, '[');
        QCOMPARE(parse("workers: a\na: fake.every(items: " + deep + ")\n").errors.size(), std::size_t{1});
        const auto over = "workers: a\na: fake.every(data: \"" + std::string(max_payload + 1, 'z') + "\")\n";
        QCOMPARE(errors(over), "2:21 data: 16777217 is above the limit 16777216 (bytes)");
    }

    // Whatever stands in the text: it ends, says where, and prints as it was.
    void hostile() {
        std::mt19937 random(99);
        const std::string base(example);
        const std::string letters = "\"\\#:=(){}[],|.*\n\r\t ax0\xff\xc3\xe2";
        for (int round = 0; round < 3000; ++round) {
            std::string text = base;
            for (unsigned changes = 1 + random() % 6; changes > 0; --changes) {
                const auto at = random() % text.size();
                switch (random() % 3) {
                    case 0: text.erase(at, random() % 20); break;
                    case 1: text.insert(at, 1, letters[random() % letters.size()]); break;
                    default: text[at] = letters[random() % letters.size()]; break;
                }
                if (text.empty()) text = "x";
            }
            const auto parsed = parse(text);
            QCOMPARE(print(parsed.program), text);
            for (const auto& error : parsed.errors)
                QVERIFY(error.line >= 1 && error.column >= 1 && !error.message.empty());
        }
    }
};

std::unique_ptr<QObject> testing::program_tests::wrong_programs() {
    return std::make_unique<TestWrongPrograms>();
}

#include "wrong.moc"

// The texts that programs are generated from: the template language, and every mechanism's code against its
// spec.
#include "codegen/template.h"
#include "helpers/run_fixture.h"

#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines)
        out += line + "\n";
    return out;
}

MechanismSpec spec() {
    OperationSpec send;
    send.verb = "send";
    send.params = {
        {"to", types::handle({"demo.end"}), "To"},
        {"data", types::bytes(), "Data"},
        {"size", types::integer(0, 100), "Size"},
        {"how", types::choice({{"SLOW", 1}, {"FAST", 2}}), "How"},
        {"limit", types::duration(), "Limit"},
        {"items", types::array({"item", types::structure({{"num", types::integer(), "Number"}}), "Item"}, 4),
         "Items"}};
    send.results = {{"count", types::integer(), "Count"}, {"made", types::handle({"demo.end"}), "Made"}};
    MechanismSpec out;
    out.id = "demo";
    out.handles = {{"end", "End"}};
    out.operations = {send};
    return out;
}

std::vector<std::string> problems(const char* c, std::vector<ResultCode> results = {}) {
    return validate_code(spec(), {.id = "demo", .operations = {{"send", {.c = c}, std::move(results)}}});
}

}  // namespace

class TestCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodTexts_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"ret = send({to}, {data}, {data.size});", "int a[] = {1, 2}; ret = f(a);", "ret = g({ b });",
              "ret = f(({list items}{{num}, 0}{/list}), {items.count});",
              "{each items}\nret = f({num});\n{/each}\n",
              "{if how=FAST}\nret = fast();\n{else}\nret = slow({limit.ms});\n{/if}\n",
              "ret = read({to.release}, {buffer:size}, {size});", "if (x) { ret = 1; }",
              "ret = f({size|how});", "{if to=end}ret = 1;{/if}", "ret = f({self}, {self.id});"})
            QTest::newRow(QByteArray(text).simplified()) << QByteArray(text);
    }
    void goodTexts() {
        QFETCH(QByteArray, text);
        const auto found = problems(text.constData());
        QVERIFY2(found.empty(), joined(found).c_str());
    }
    void badTexts_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* text, const char* says) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(says);
        };
        row("ret = f({dat});", "unknown placeholder {dat}: did you mean {data}?");
        row("ret = f({data.length});", "{data} has no 'length'");
        row("ret = f({items});", "is a list or structure");
        row("ret = f({num});", "unknown placeholder {num}");
        row("ret = f({item});", "unknown placeholder {item}");
        row("{each data}x{/each}ret = 1;", "'data' is no list");
        row("{if haw}x{/if}ret = 1;", "unknown parameter in {if haw}");
        row("{if how=QUICK}x{/if}ret = 1;", "how is never 'QUICK'");
        row("{if to=side}x{/if}ret = 1;", "to is never 'side'");
        row("{if how=FAST}ret = 1;", "without a {/if}");
        row("{if how=FAST}ret = 1;{/each}", "without a {/if}");
        row("ret = 1;{/if}", "{/if} without a begin");
        row("f();", "leaves no 'ret'");
        row("ret = f({buffer:how});", "could be the size of the buffer");
    }
    void badTexts() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const auto found = joined(problems(text.constData()));
        QVERIFY2(found.find(says.toStdString()) != std::string::npos, found.c_str());
    }
    void unknownVerbsAndResults() {
        const auto verb =
            joined(validate_code(spec(), {.id = "demo", .operations = {{"sent", {.c = "ret = 1;"}}}}));
        QVERIFY2(verb.find("demo.sent: there is no such operation") != std::string::npos, verb.c_str());
        const auto result = joined(problems("ret = 1;", {{"size", {.c = "n"}}}));
        QVERIFY2(result.find("gives no 'size'") != std::string::npos, result.c_str());
    }
    void aTagAloneOnItsLineLeavesNoLine() {
        const auto parsed = parse_template("a\n  {if x}\nb\n  {/if}\nc");
        QVERIFY(parsed.errors.empty());
        QCOMPARE(parsed.nodes.size(), std::size_t{3});
        QCOMPARE(parsed.nodes[0].text, std::string("a\n"));
        QCOMPARE(parsed.nodes[1].body[0].text, std::string("b\n"));
        QCOMPARE(parsed.nodes[2].text, std::string("c"));
    }

    void everyMechanism_data() {
        QTest::addColumn<QByteArray>("id");
        for (const auto* mechanism : registry().mechanisms())
            QTest::newRow(mechanism->id) << QByteArray(mechanism->id);
    }
    void everyMechanism() {
        QFETCH(QByteArray, id);
        const auto* code = code_of(id.constData());
        if (!code) QSKIP("this mechanism has no code");
        const auto found = validate_code(*registry().mechanism(id.constData()), *code);
        QVERIFY2(found.empty(), joined(found).c_str());
    }
    void somethingHasCode() {
        int having = 0;
        for (const auto* mechanism : registry().mechanisms())
            if (code_of(mechanism->id)) ++having;
        QVERIFY(having > 0);
    }
};

QTEST_GUILESS_MAIN(TestCode)
#include "test_code.moc"

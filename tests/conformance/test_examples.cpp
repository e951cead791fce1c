// Every bundled example: explained in plain words, and all its outcomes as it says.
#include "helpers/run_fixture.h"
#include "session/examples.h"

#include <QtTest>

#include <set>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestExamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void headsAreRead() {
        const auto example = read_example(
            "# A title\n#\n# One\n# paragraph.\n#\n# Another.\n#\n# Look for: this\n"
            "# and that.\n\n# not any more\nworkers: a\n");
        QCOMPARE(example.title, std::string("A title"));
        QCOMPARE(example.paragraphs, (std::vector<std::string>{"One paragraph.", "Another."}));
        QCOMPARE(example.look_for, std::string("this and that."));
        QVERIFY(read_example("workers: a\n").title.empty());
        QVERIFY(read_example("").title.empty());
        QCOMPARE(read_example("# only").title, std::string("only"));
    }
    void namesAreUnique() {
        std::set<std::string> names, titles;
        for (const auto& example : examples()) {
            QVERIFY2(names.insert(example.name).second, example.name.c_str());
            QVERIFY2(titles.insert(example.title).second, example.title.c_str());
            QVERIFY(find_example(example.name) == &example);
        }
        QVERIFY(!find_example("no such"));
    }
    void runs_data() {
        QTest::addColumn<QString>("name");
        for (const auto& example : examples())
            QTest::newRow(example.name.c_str()) << QString::fromStdString(example.name);
    }
    void runs() {
        QFETCH(QString, name);
        const auto& example = *find_example(name.toStdString());
        QVERIFY(!example.group.empty());
        QVERIFY(!example.title.empty());
        QVERIFY2(example.title.size() <= 60, "a title is one line of a list");
        QVERIFY2(example.paragraphs.size() == 2 || example.paragraphs.size() == 3, "two or three paragraphs");
        QVERIFY2(!example.look_for.empty(), "says what to look for");
        RunFixture run;
        const auto report = run.run(example.text);
        QCOMPARE(explain(report), std::string());
        QVERIFY(report.expectations > 0);
    }
};

QTEST_GUILESS_MAIN(TestExamples)
#include "test_examples.moc"

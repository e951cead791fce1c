// Two fields of one row, compared with each other: when a word means a field, and when a value.
#include "unit/filter/subjects.h"

#ifndef Q_MOC_RUN
#include "filter/filter.h"
#endif

#include <QtTest>

using namespace ipcscope;

namespace {

FieldTable fields(bool compares) {
    FieldTable out("event");
    out.add({.name = "worker", .type = FieldType::text, .words = {"parent", "child", "call"}});
    out.add({.name = "peer", .type = FieldType::text, .words = {"parent", "child", "call"}});
    out.add({.name = "call", .type = FieldType::text});
    out.add({.name = "payload", .type = FieldType::bytes});
    out.add({.name = "ret", .type = FieldType::integer});
    out.add({.name = "bytes", .type = FieldType::bytes_count, .natural = true});
    out.add({.name = "duration", .type = FieldType::duration, .natural = true});
    out.add({.name = "blocked", .type = FieldType::boolean});
    out.add({.name = "signal", .type = FieldType::integer, .names = {{"ret", 2}, {"SIGUSR1", 10}}});
    out.add({.name = "target", .type = FieldType::text, .offered = false});
    out.add({.name = "arg.target", .type = FieldType::text, .offered = false});
    out.add({.name = "arg.timeout", .type = FieldType::duration, .offered = false});
    if (compares) out.compare_fields();
    return out;
}

}  // namespace

class TestFilterPairs : public QObject {
    Q_OBJECT
private slots:
    void aWordIsAFieldOrAValue_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("other");  // "" = a value
        const auto row = [](const char* text, const char* other) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(other);
        };
        row("bytes < ret", "ret");
        row("ret >= bytes", "bytes");
        row("duration > arg.timeout", "arg.timeout");
        row("worker == peer", "peer");
        row("worker != arg.target", "arg.target");
        row("payload contains call", "call");
        row("call contains payload", "payload");
        row("worker == child", "");
        row("worker == target", "");    // a worker may well be called so
        row("worker == call", "");      // and one is
        row("worker == \"peer\"", "");  // between quotation marks it always is a value
        row("call == ret", "");         // a number is no text
        row("signal == ret", "");       // a name of a number
        row("signal == bytes", "bytes");
        row("call matches peer", "");
        row("ret in {1, 2}", "");
    }
    void aWordIsAFieldOrAValue() {
        QFETCH(QString, text);
        QFETCH(QString, other);
        const auto table = fields(true);
        const auto parsed = parse_filter(table, text.toStdString());
        QVERIFY2(parsed.filter, parsed.errors.empty() ? "" : parsed.errors[0].message.c_str());
        const auto& test = parsed.filter->test;
        QCOMPARE(test.other == FieldTable::npos ? std::string() : table[test.other].name,
                 other.toStdString());
        QCOMPARE(test.values.empty(), !other.isEmpty());
        // What is printed means the same again.
        const auto again = parse_filter(table, print_filter(table, *parsed.filter));
        QVERIFY(again.filter && *again.filter == *parsed.filter);
    }

    void whatCannotBeComparedIsSaid() {
        const auto table = fields(true);
        const auto parsed = parse_filter(table, "bytes < duration");
        QVERIFY(!parsed.filter);
        QCOMPARE(parsed.errors[0].begin, std::size_t{8});
        QVERIFY2(parsed.errors[0].message.find("cannot be compared") != std::string::npos,
                 parsed.errors[0].message.c_str());
        QVERIFY(!parse_filter(table, "ret == blocked").filter);
        const auto same = parse_filter(table, "ret == ret");
        QVERIFY(same.filter);
        QCOMPARE(same.doubts.size(), std::size_t{1});
        // A row that nobody compares so has values only.
        const auto plain = fields(false);
        QVERIFY(!parse_filter(plain, "bytes < ret").filter);
        const auto value = parse_filter(plain, "worker == peer");
        QVERIFY(value.filter);
        QCOMPARE(value.filter->test.values.size(), std::size_t{1});
    }

    void fieldsAreOffered() {
        const auto table = fields(true);
        const auto offered = complete_filter(table, "bytes < ", 8);
        QStringList names;
        for (const auto& item : offered.items)
            names += QString::fromStdString(item.label);
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("ret signal"));
    }
};

std::unique_ptr<QObject> ipcscope::testing::filter_tests::pairs() {
    return std::make_unique<TestFilterPairs>();
}
#include "pairs.moc"

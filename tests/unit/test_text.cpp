// Values as text: every kind both ways, and what is said about wrong ones.
#include "base/utf8.h"
#include "helpers/fake_mechanism.h"
#include "schema/text.h"

#include <QtTest>

#ifndef Q_MOC_RUN  // moc stops at the concepts in there
#include <random>
#endif

using namespace ipcscope;

namespace {

const TypeSpec& type_of(const char* operation, const char* name) {
    for (const auto& param : testing::fake_registry().operation(operation)->operation->params)
        if (std::string_view(param.name) == name) return param.type;
    qFatal("no such parameter");
}

QString parsed(const TypeSpec& type, std::string_view text) {
    Cursor cursor{text};
    const auto value = parse_value(type, cursor);
    if (!value)
        return QString::fromStdString("error at " + std::to_string(cursor.at) + ": " + value.error().message);
    return QString::fromStdString(print_value(type, *value)) + (cursor.done() ? "" : " and more");
}

}  // namespace

class TestText : public QObject {
    Q_OBJECT
private slots:
    void values_data() {
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char* param, const char* text, const char* printed) {
            QTest::addRow("%s %s", param, text) << param << text << printed;
        };
        row("number", "0", "K_PRIVATE");
        row("number", "-12", "-12");
        row("number", "+12", "12");
        row("number", "0x41", "65");
        row("number", "SIGRTMIN+3", "SIGRTMIN+3");
        row("number", "p.count", "p.count");
        row("number", "2147483647", "2147483647");
        row("number", "2147483648", "error at 0: 2147483648 is above the limit 2147483647");
        row("number", "-2147483649", "error at 0: -2147483649 is below the limit -2147483648");
        row("number", "99999999999999999999999",
            "error at 0: 99999999999999999999999 is above the limit 2147483647");
        row("number", "010", "error at 0: '010' has a leading zero: write decimal or 0x hexadecimal");
        row("number", "12ab", "error at 0: expected a number, got '12ab'");
        row("number", "K_PRIVAT", "error at 0: unknown value 'K_PRIVAT': did you mean K_PRIVATE?");
        row("number", "", "error at 0: expected a number, got the end of the line");
        row("number", "\"x\"", "error at 0: expected a number, got '\"'");
        row("number", "[[[[[[", "error at 0: expected a number, got '['");
        row("switch", "true", "true");
        row("switch", "yes", "error at 0: expected true or false, got 'yes'");
        row("ratio", "1.5e3", "1500");
        row("ratio", "1e999", "error at 0: the number is out of range");
        row("pick", "P_LARGE", "P_LARGE");
        row("pick", "P_LARG", "error at 0: unknown name 'P_LARG': did you mean P_LARGE?");
        row("pick", "1", "error at 0: expected a name, got '1'");
        row("flags", "0", "0");
        row("flags", "F_TWO|F_HIGH", "F_TWO|F_HIGH");
        row("flags", "F_ONE | F_TWO", "F_BOTH");
        row("flags", "F_ONE|0x100", "F_ONE|0x100");
        row("flags", "F_ONE|F_TOO", "error at 6: unknown flag 'F_TOO': did you mean F_TWO?");
        row("flags", "F_ONE|", "error at 6: expected flags such as A|B, or 0, got the end of the line");
        row("mode", "0600", "0600");
        row("mode", "0", "0");
        row("mode", "0o755", "0755");
        row("mode", "600", "error at 0: '600' is not octal: write 0600");
        row("mode", "0888", "error at 0: expected permission bits in octal, such as 0600, got '0888'");
        row("mode", "010000", "error at 0: 010000 is above the limit 07777");
        row("data", "\"a\\x00\\n\\\"\\\\\"", "\"a\\x00\\n\\\"\\\\\"");
        row("data", "\"\\0\"", "\"\\x00\"");
        row("data", "\"\\012\"", "error at 0: octal escapes are not known here: write \\xNN at character 2");
        row("data", "\"\\xg0\"", "error at 0: \\x needs two hexadecimal digits at character 2");
        row("data", "\"\\q\"", "error at 0: unknown escape \\q at character 2");
        row("data", "\"open", "error at 0: the closing \" is missing at character 6");
        row("data", "\"open\\", "error at 0: the closing \" is missing at character 7");
        row("data", "\"x\" * 65536", "\"x\" * 65536");
        row("data", "\"ab\"*3", "\"ababab\"");
        row("data", "\"\" * 1000000", "\"\"");
        row("data", "\"x\" * 16777217", "error at 0: 1 * 16777217 is above the limit 16777216 (bytes)");
        row("data", "\"x\" * 99999999999999999999",
            "error at 0: 1 * 99999999999999999999 is above the limit 16777216 (bytes)");
        row("data", "\"x\" * -1", "error at 6: expected how many times: \"x\" * 65536");
        row("data", "x", "x");
        row("note", "\"grüße\"", "\"grüße\"");
        row("note", "\"\\xff\"", "error at 0: octet 1 is not UTF-8 text");
        row("note", "\"12345678901234567\"", "error at 0: 17 is above the limit 16 (bytes)");
        row("path", "\"\"", "error at 0: a file name is not empty");
        row("path", "\"a\\x00b\"", "error at 0: a file name holds no NUL octet");
        row("wait", "1.5s", "1.5s");
        row("wait", "0", "0s");
        row("wait", "1500ms", "1.5s");
        row("wait", "0.2s", "200ms");
        row("wait", "10us", "10us");
        row("wait", "10µs", "10us");
        row("wait", "2min", "120s");
        row("wait", "5ns", "5ns");
        row("wait", "0.5ns", "error at 0: '0.5ns' is finer than a nanosecond");
        row("wait", "5", "error at 1: '5' needs a unit: s, ms, us or ns");
        row("wait", "5 s", "error at 1: '5' needs a unit: s, ms, us or ns");
        row("wait", "5sec", "error at 1: unknown unit 'sec': known are h, min, s, ms, us, ns");
        row("wait", "-1s", "error at 0: a duration is not negative");
        row("wait", "9999999999999999999h",
            "error at 0: '9999999999999999999h' is above the limit 9223372036.854775807s");
        row("items", "[]", "[]");
        row("items", "[{num: 1, op: -1},{num:2}]", "[{num: 1, op: -1}, {num: 2, op: 0}]");
        row("items", "[{num: 70000}]", "error at 7: num: 70000 is above the limit 65535");
        row("items", "[{op: 1}]", "error at 2: the field 'num' is missing");
        row("items", "[{nun: 1}]", "error at 2: unknown field 'nun': did you mean num?");
        row("items", "[{num: 1, num: 1}]", "error at 10: the field 'num' stands twice");
        row("items", "[{num: 1}", "error at 9: expected ',' or ']', got the end of the line");
        row("items", "[{num:1},{num:1},{num:1},{num:1},{num:1}]", "error at 33: more than 4 elements");
    }
    void values() {
        QFETCH(QString, param);
        QFETCH(QString, text);
        QFETCH(QString, printed);
        QCOMPARE(parsed(type_of("fake.every", qPrintable(param)), text.toStdString()), printed);
    }

    void sizesTakeBinaryUnits() {
        const auto& type = type_of("fake.read", "size");
        QCOMPARE(parsed(type, "64KiB"), "65536");
        QCOMPARE(parsed(type, "1GiB"), "error at 0: 1073741824 is above the limit 16777216 (bytes)");
        QCOMPARE(parsed(type, "9999999999999GiB"),
                 "error at 0: 9999999999999GiB is above the limit 16777216 (bytes)");
    }

    void everyOctetSurvives() {
        std::mt19937 random(4711);
        for (int round = 0; round < 2000; ++round) {
            std::string bytes(random() % 40, '\0');
            for (char& c : bytes)
                c = static_cast<char>(random());
            const auto quoted = quote(bytes);
            QCOMPARE(utf8_fault(quoted), std::string_view::npos);
            const auto back = unquote(quoted);
            QVERIFY(back.has_value());
            QCOMPARE(*back, bytes);
        }
        QCOMPARE(quote("a\xe2\x80\xae"
                       "b"),
                 "\"a\\xe2\\x80\\xaeb\"");  // right-to-left override is shown
    }

    void durationsSurvive() {
        std::mt19937_64 random(42);
        const auto& type = type_of("fake.every", "wait");
        for (int round = 0; round < 5000; ++round) {
            const auto ns = static_cast<std::int64_t>(random() >> (1 + random() % 62));
            const auto text = print_duration(ns);
            Cursor cursor{text};
            const auto back = parse_value(type, cursor);
            QVERIFY2(back.has_value() && cursor.done(), text.c_str());
            QCOMPARE(back->integer(), ns);
        }
    }

    void quantities() {
        QCOMPARE(print_quantity(65536, Unit::bytes), "64 KiB");
        QCOMPARE(print_quantity(1, Unit::bytes), "1 byte");
        QCOMPARE(print_quantity(3'200'000, Unit::nanoseconds), "3.2 ms");
        QCOMPARE(print_quantity(5, Unit::messages), "5 messages");
        QCOMPARE(print_quantity(10, Unit::signal), "SIGUSR1");
        QCOMPARE(print_quantity(0, Unit::unix_time), "never");
    }

    void checkNamesParameterAndLimit() {
        ParamSpec size;
        size.name = "size";
        size.type = types::integer(0, max_payload, Unit::bytes);
        QVERIFY(check_value(size, 5).has_value());
        QVERIFY(check_value(size, Name{"n"}).has_value());
        QCOMPARE(check_value(size, 99999999999).error().message,
                 "size: 99999999999 is above the limit 16777216 (bytes)");
        QCOMPARE(check_value(size, "x").error().message, "size: '\"x\"' is not a number");
        QCOMPARE(check_value(size, {}).error().message, "size: a value is needed");
        ParamSpec data;
        data.name = "data";
        data.type = types::bytes();
        QCOMPARE(check_value(data, std::string(max_payload + 1, 'x')).error().message,
                 "data: 16777217 is above the limit 16777216 (bytes)");
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"

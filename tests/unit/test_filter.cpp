// The filter language: what is valid and what it comes to, what is told about what is not, what is offered.
// No recording is needed here; test_event_filter has them.
#include "helpers/subjects.h"
#include "unit/filter/subjects.h"

#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing::filter_tests;

namespace {

std::string printed(const std::string& text) {
    const auto parsed = parse_filter(table(), text);
    return parsed.filter ? print_filter(table(), *parsed.filter)
                         : "invalid: " + (parsed.errors.empty() ? "?" : parsed.errors[0].message);
}

}  // namespace

class TestFilter : public QObject {
    Q_OBJECT
private slots:
    void whatIsValid_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("same");
        const auto row = [](const char* text, const char* same) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(same);
        };
        row("", "");
        row("  ", "");
        row("worker == child", "worker == child");
        row("worker==\"child\"", "worker == child");
        row("worker = 'child'", "worker == child");
        row("worker == 'a b'", "worker == \"a b\"");
        row("worker == \"CHILD\"i", "worker == \"CHILD\"i");
        row("worker == child and op in {pipe.read, pipe.write}",
            "worker == child and op in {pipe.read, pipe.write}");
        row("operation == PIPE.write", "invalid: there is no op \"PIPE.write\": did you mean pipe.write?");
        row("blocked", "blocked");
        row("!blocked", "not blocked");
        row("not not blocked", "not not blocked");
        row("blocked == no", "blocked == false");
        row("blocked && !errno || ret<0", "blocked and not errno or ret < 0");
        row("(blocked or errno) AND ret >= 5", "(blocked or errno) and ret >= 5");
        row("((blocked))", "blocked");
        row("a == 1", "invalid: events have no field \"a\"");
        row("duration > 2ms", "duration > 2ms");
        row("duration > 2 ms", "duration > 2ms");
        row("duration > 1.5ms", "duration > 1500us");
        row("duration > 0.001us", "duration > 1ns");
        row("duration >= 0", "duration >= 0s");
        row("duration < 2min", "duration < 2min");
        row("duration < 90s", "duration < 90s");
        row("time in 1s..2s", "time in 1s..2s");
        row("time in 1s .. 2s", "time in 1s..2s");
        row("bytes >= 4KiB", "bytes >= 4KiB");
        row("bytes >= 4096", "bytes >= 4KiB");
        row("bytes > 1.5KiB", "bytes > 1536");
        row("bytes == 2kB", "bytes == 2000");
        row("ret in 1..5", "ret in 1..5");
        row("ret in {1..5, -1, 0x10}", "ret in {1..5, -1, 16}");
        row("ret == -9223372036854775808", "ret == -9223372036854775808");
        row("errno == EAGAIN", "errno == EAGAIN");
        row("errno == eagain", "errno == EAGAIN");
        row("errno == 11", "errno == EAGAIN");
        row("errno in {EAGAIN, EPIPE}", "errno in {EAGAIN, EPIPE}");
        row("phase == leave", "phase == leave");
        row("flags == O_RDWR|O_NONBLOCK", "flags == O_RDWR|O_NONBLOCK");
        row("flags contains O_NONBLOCK", "flags contains O_NONBLOCK");
        row("flags contains O_RDWR | O_NONBLOCK or blocked", "flags contains O_RDWR|O_NONBLOCK or blocked");
        row("signal == sigusr1", "signal == SIGUSR1");
        row("signal == 10", "signal == SIGUSR1");
        row("signal > 12", "signal > 12");
        row("mode == 0644", "mode == 0644");
        row("type == 3", "type == 3");
        row("type == SOCK_STREAM", "type == SOCK_STREAM");
        row("type == hello", "type == hello");
        row("payload contains \"a\\x00b\"", "payload contains \"a\\x00b\"");
        row("payload contains Hello", "payload contains Hello");
        row("call matches \"write\\(.*\\d+\"", "call matches \"write\\(.*\\d+\"");
        row("call ~ ^pipe", "invalid: this character has no meaning outside of quotation marks");
        row("call matches \"say \\\"hi\\\"\"", "call matches \"say \\\"hi\\\"\"");
        row("call contains 'say \"hi\"'", "call contains \"say \\\"hi\\\"\"");
        row("call contains and", "call contains \"and\"");
        row("worker not in {child, parent}", "not worker in {child, parent}");
        row("call not contains x", "not call contains x");
    }
    void whatIsValid() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, same);
        QCOMPARE(bytes(printed(text.toStdString())), same);
        if (!same.startsWith("invalid")) QCOMPARE(bytes(printed(same.toStdString())), same);
    }

    void whatIsWrong_data() {
        QTest::addColumn<QByteArray>("text");  // [...] is what is underlined
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* text, const char* message) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(message);
        };
        row("[wroker] == child", "events have no field \"wroker\": did you mean worker?");
        row("[2] < duration", "a comparison begins with a field: duration > 2ms");
        row("[\"hello\"]", "a comparison begins with a field: call contains \"hello\"");
        row("duration > [2]", "a time needs a unit: 2ms, 2us or 2s");
        row("duration > [2m]", "there is no unit of time \"m\": ns, us, ms, s, min, h and d are known");
        row("duration > [0.5ns]", "\"0.5ns\" is not a whole number of nanoseconds");
        row("bytes > [4k]", "say 4KiB (times 1024) or 4kB (times 1000)");
        row("bytes > [99999999999999999999]", "\"99999999999999999999\" is too large");
        row("ret == [two]", "\"two\" is not a number");
        row("errno == [EAGIAN]", "there is no errno \"EAGIAN\": did you mean EAGAIN?");
        row("op == [pipe.wirte]", "there is no op \"pipe.wirte\": did you mean pipe.write?");
        row("phase == [laeve]", "phase has no value \"laeve\": did you mean leave?");
        row("flags contains [O_RDRW]", "flags has no flag \"O_RDRW\": did you mean O_RDWR?");
        row("blocked == [maybe]", "blocked is true or false, not \"maybe\"");
        row("blocked [>] 3", "blocked is yes or no: it cannot be asked with > (but with ==, !=)");
        row("worker [<] child",
            "worker is text: it cannot be asked with < (but with ==, !=, contains, matches, in)");
        row("ret [contains] 5",
            "ret is a number: it cannot be asked with contains (but with ==, !=, <, <=, >, >=, in)");
        row("worker == [{]child}", "several values are asked for with `in`: worker in {a, b}");
        row("op in pipe.rea[d], pipe.write", "`in` needs a set or a range: op in {a, b}, op in 1..5");
        row("ret == 1[..]5", "a range is asked for with `in`: ret in 1..5");
        row("worker in {child[..]parent}", "worker is text: it has no ranges");
        row("ret in 1.[.]", "the upper end of the range is missing here");
        row("(blocked", "this parenthesis is not closed");
        row("blocked[)]", "this parenthesis was never opened");
        row("blocked [ret] == 1", "`and` or `or` is missing before this");
        row("blocked an[d]", "a comparison is missing here");
        row("[and] blocked", "a comparison is missing before this");
        row("blocked [&] errno", "write `and`, or &&");
        row("worker =[=]", "a value is missing here: worker is text");
        row("worker == [\"child]", "the closing quotation mark is missing");
        row("worker in {child[}", "");
        row("call matches [\"a(\"]", "this is no regular expression: missing ): a(");
        row("ret in {1 [2]}", "a comma or a closing brace is missing before this");
        row("blocked [;]", "this character has no meaning outside of quotation marks");
    }
    void whatIsWrong() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, message);
        if (message.isEmpty()) return;
        auto begin = text.indexOf('['), end = text.indexOf(']') - 1;
        auto plain = text;
        if (begin < 0)
            begin = 0, end = 1;  // the parenthesis
        else
            plain.remove(begin, 1).remove(end, 1);
        const auto parsed = parse_filter(table(), plain.toStdString());
        QVERIFY(!parsed.filter);
        QCOMPARE(parsed.errors.size(), std::size_t{1});
        QCOMPARE(bytes(parsed.errors[0].message), message);
        QCOMPARE(qsizetype(parsed.errors[0].begin), begin);
        QCOMPARE(qsizetype(parsed.errors[0].end), end);
    }

    void whatIsDoubtful_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* text, const char* message) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(message);
        };
        row("worker == child", "");
        row("worker == chidl", "there is no worker \"chidl\": did you mean child?");
        row("worker contains chidl", "");
        row("duration < 0s", "this never holds: duration is never below 0");
        row("duration >= 0s", "this holds for whatever has one; `duration` alone says so");
        row("bytes == -1", "this never holds: bytes is never below 0");
        row("ret < 0", "");
        row("ret in 5..1", "nothing lies in this range: its lower end comes first");
        row("errno == 0", "this never holds: events that did not fail have no errno; say `not errno`");
        row("op == pipe.read and op == pipe.write",
            "op cannot be both pipe.read and pipe.write: op in {pipe.read, pipe.write} asks for one of them");
        row("op == pipe.read or op == pipe.write", "");
        row("op != pipe.read or op != pipe.write",
            "op is always one that is not pipe.read or not pipe.write: not op in {pipe.read, pipe.write} "
            "leaves out both");
        row("op != pipe.read and op != pipe.write", "");
    }
    void whatIsDoubtful() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, message);
        const auto parsed = parse_filter(table(), text.toStdString());
        QVERIFY(parsed.filter);
        QCOMPARE(bytes(parsed.doubts.empty() ? "" : parsed.doubts[0].message), message);
    }

    void whatIsOffered_data() {
        QTest::addColumn<QByteArray>("text");  // | is the cursor
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("replaced");
        const auto row = [](const char* text, const char* first, const char* replaced) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(first) << QByteArray(replaced);
        };
        row("|", "worker op call payload ret", "");
        row("dur|", "duration", "dur");
        row("dur|ati", "duration", "durati");
        row("load|", "payload", "load");
        row("worker |", "== != contains matches in and or", "");
        row("ret |", "== != < <= > >= in and or", "");
        row("blocked |", "and or", "");
        row("worker con|", "contains", "con");
        row("worker == |", "parent child \"a b\"", "");
        row("worker == ch|", "child", "ch");
        row("worker == \"a|", "\"a b\" parent", "\"a");
        row("op in |", "{ pipe.read pipe.write fifo.open", "");
        row("op in {|", "pipe.read pipe.write fifo.open", "");
        row("op in {pipe.read, w|", "pipe.write", "w");
        row("op in {pipe.read} |", "and or", "");
        row("errno == |", "EAGAIN EPIPE", "");
        row("errno == ep|", "EPIPE", "ep");
        row("flags contains |", "O_RDWR O_NONBLOCK", "");
        row("flags contains O_RDWR|", "", "O_RDWR");
        row("blocked and (|", "worker op call payload ret", "");
        row("blocked a|", "and", "a");
        row("not |", "worker op call payload ret", "");
        row("duration > 2ms |", "and or", "");
        row("nonsense == |", "", "");
        row("op == pipe.read|", "", "pipe.read");
        row("op == pi| and blocked", "pipe.read pipe.write", "pi");
    }
    void whatIsOffered() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, replaced);
        const auto cursor = text.indexOf('|');
        text.remove(cursor, 1);
        const auto offered = complete_filter(table(), text.toStdString(), static_cast<std::size_t>(cursor));
        QByteArrayList items;
        for (const auto& item : offered.items)
            if (items.size() < first.count(' ') + 1) items << bytes(item.insert);
        if (first.contains("\"a b\"") && !first.startsWith('"')) items = {items.join(' ')};
        QCOMPARE(items.join(' '), first);
        QCOMPARE(text.mid(qsizetype(offered.begin), qsizetype(offered.end - offered.begin)), replaced);
    }

    void errorsAreUnderlined() {
        QCOMPARE(bytes(underlined("wörker == x", {0, 7, "no"})), QByteArray("wörker == x\n^~~~~~ no\n"));
        QCOMPARE(bytes(underlined("a\t== x", {5, 6, "no"})), QByteArray("a == x\n     ^ no\n"));
        QCOMPARE(bytes(underlined("", {0, 0, "no"})), QByteArray("\n^ no\n"));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return testing::runSubjects(argc, argv, std::make_unique<TestFilter>(), random_filters(), pairs());
}
#include "test_filter.moc"

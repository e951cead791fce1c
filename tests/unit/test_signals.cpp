#include "base/signals.h"

#include <QtTest>

#include <set>
#include <signal.h>

using namespace ipcscope;

class TestSignals : public QObject {
    Q_OBJECT
private slots:
    void everyNumberHasOneNameAndBack() {
        std::set<int> numbers;
        for (const auto& [name, number] : signal_names()) {
            QVERIFY2(numbers.insert(number).second, name);
            QCOMPARE(signal_name(number), std::string(name));
            QCOMPARE(signal_value(name), number);
        }
        QCOMPARE(int(numbers.size()), 31 + SIGRTMAX - SIGRTMIN + 1);
        QVERIFY(!numbers.contains(32) && !numbers.contains(33));  // the C library's own
    }
    void namesOfTheManual() {
        QCOMPARE(signal_name(SIGPIPE), std::string("SIGPIPE"));
        QCOMPARE(signal_name(SIGCHLD), std::string("SIGCHLD"));
        QCOMPARE(signal_name(SIGRTMIN), std::string("SIGRTMIN"));
        QCOMPARE(signal_name(SIGRTMIN + 1), std::string("SIGRTMIN+1"));
        QCOMPARE(signal_name(SIGRTMAX), std::string("SIGRTMAX"));
        QCOMPARE(signal_name(33), std::string("signal 33"));
        QCOMPARE(signal_name(SIGIO), std::string("SIGIO"));
        QCOMPARE(signal_value("SIGPOLL"), SIGIO);
        QCOMPARE(signal_value("SIGRTMAX-2"), SIGRTMAX - 2);
        QCOMPARE(signal_value("SIGRTMIN+0"), SIGRTMIN);
        QCOMPARE(signal_value("SIGIOT"), SIGABRT);
    }
    void notNames() {
        for (const char* name : {"", "SIG", "USR1", "SIGRTMIN+", "SIGRTMIN+31", "SIGRTMIN-1", "SIGRTMAX+1",
                                 "SIGRTMIN+1x", "SIGRTMIN+-1", "sigusr1"})
            QVERIFY2(signal_value(name) == -1, name);
    }
};

QTEST_APPLESS_MAIN(TestSignals)
#include "test_signals.moc"

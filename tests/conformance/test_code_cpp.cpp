// Every session as a C++ program: built, run, and with the same outcomes. One row for each mechanism.
#include "helpers/generated_programs.h"
#include "helpers/run_fixture.h"

#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestCodeCpp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sessions_data() {
        QTest::addColumn<QByteArray>("id");
        for (const auto* mechanism : registry().mechanisms())
            QTest::newRow(mechanism->id) << QByteArray(mechanism->id);
    }
    void sessions() {
        QFETCH(QByteArray, id);
        if (!code_of(id.constData())) QSKIP("this mechanism has no code");
        std::string skipped;
        const auto problems = check_generated(id.constData(), Language::cpp, skipped);
        QVERIFY2(problems.empty(), problems.c_str());
        if (!skipped.empty()) QSKIP(skipped.c_str());
    }
};

QTEST_GUILESS_MAIN(TestCodeCpp)
#include "test_code_cpp.moc"

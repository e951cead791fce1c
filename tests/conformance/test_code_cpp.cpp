// Every session as a C++ program: built, run, and with the same outcomes. One row for each mechanism.
#include "helpers/generated_programs.h"

#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestCodeCpp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sessions_data() { a_row_for_each_mechanism(); }
    void sessions() { check_generated_row(Language::cpp); }
};

QTEST_GUILESS_MAIN(TestCodeCpp)
#include "test_code_cpp.moc"

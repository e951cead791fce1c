// Rows of a snapshot: the filter language over objects, cells, order, differences, history.
#include "helpers/subjects.h"
#include "unit/monitor_rows/subjects.h"

#include <QtTest>

#ifndef Q_MOC_RUN
#include "monitor/history.h"
#include "monitor/lookup.h"
#endif

using namespace ipcscope;
using namespace ipcscope::testing::monitor_rows_tests;

namespace {

std::string matching(const Snapshot& snapshot, std::string_view text) {
    const auto table = monitor_fields();
    const auto parsed = parse_filter(table, text);
    if (!parsed.filter) return "invalid: " + parsed.errors[0].message;
    std::string out;
    for (const auto object : RowFilter(*parsed.filter).rows(snapshot))
        out += (out.empty() ? "" : " ") + snapshot.ref(snapshot.objects[object]);
    return out;
}

}  // namespace

class TestMonitorRows : public QObject {
    Q_OBJECT
private slots:
    void filters_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        const QString all = "sysv_msg:10 sysv_msg:9";
        QTest::newRow("reference") << "ref == \"sysv_msg:9\""
                                   << "sysv_msg:9";
        QTest::newRow("mechanism") << "mechanism == sysv_msg" << all;
        QTest::newRow("set") << "mechanism in {fifo, pipe}"
                             << "pipe:[77]";
        QTest::newRow("a process") << "process == nginx"
                                   << "pipe:[77]";
        QTest::newRow("octets of a name") << "process contains \"\\xff\""
                                          << "pipe:[77]";
        QTest::newRow("pid") << "pid == 200"
                             << "pipe:[77]";
        QTest::newRow("nobody, known to be nobody") << "holders == 0"
                                                    << "sysv_msg:10";
        QTest::newRow("how many") << "holders >= 2"
                                  << "pipe:[77]";
        QTest::newRow("anybody waits") << "waiters"
                                       << "pipe:[77]";
        QTest::newRow("nobody waits") << "not waiters" << all;
        QTest::newRow("nobody, known not to wait") << "waiters == 0"
                                                   << "sysv_msg:10";
        QTest::newRow("age") << "age > 1h"
                             << "sysv_msg:10";
        QTest::newRow("younger") << "age < 1h"
                                 << "";
        QTest::newRow("mode") << "mode == 0640"
                              << "sysv_msg:10";
        QTest::newRow("size with a unit") << "qbytes == 16KiB"
                                          << "sysv_msg:10";
        QTest::newRow("by its prefix") << "sysv_msg.messages > 2"
                                       << "sysv_msg:10";
        QTest::newRow("what is not permitted is no zero") << "messages == 0"
                                                          << "";
        QTest::newRow("nor anything else") << "messages != 5"
                                           << "sysv_msg:10";
        QTest::newRow("user by name") << "user == root"
                                      << "sysv_msg:10";
        QTest::newRow("expression") << "ref matches \"^pipe:.7\""
                                    << "pipe:[77]";
        QTest::newRow("all") << ""
                             << "pipe:[77] " + all;
    }
    void filters() {
        QFETCH(QString, filter);
        QFETCH(QString, expected);
        auto words = QString::fromStdString(matching(*queues(), filter.toStdString())).split(' ');
        auto wanted = expected.split(' ');
        words.sort(), wanted.sort();
        QCOMPARE(words, wanted);
    }

    void wrongFiltersSayWhatIsNear() {
        QVERIFY(matching(*queues(), "mechanism == sysv_mgs").find("sysv_msg") != std::string::npos);
        QVERIFY(matching(*queues(), "mesages == 1").find("messages") != std::string::npos);
    }

    void everyFieldCanBeAskedFor() {
        const auto snapshot = queues();
        const auto table = monitor_fields();
        QCOMPARE(table.size(), all_object_columns().size());
        for (const auto& field : table.fields()) {
            const auto found = matching(*snapshot, field.name);
            QVERIFY2(!found.starts_with("invalid"), field.name.c_str());
            QVERIFY2(object_column(field.name), field.name.c_str());
        }
    }

    void cells() {
        const auto snapshot = queues();
        const auto cell = [&](const char* ref, const char* column) {
            return QString::fromStdString(cell_text(*snapshot, *snapshot->find(ref), *object_column(column)));
        };
        QCOMPARE(cell("sysv_msg:10", "qbytes"), "16 KiB");
        QCOMPARE(cell("sysv_msg:10", "messages"), "3");
        QCOMPARE(cell("sysv_msg:10", "mode"), "0640");
        QCOMPARE(cell("sysv_msg:10", "age"), "2 h");
        QCOMPARE(cell("sysv_msg:10", "holders"), "0");
        QCOMPARE(cell("sysv_msg:9", "messages"), "not permitted, needs CAP_IPC_OWNER");
        QVERIFY(cell("sysv_msg:9", "holders").startsWith("not permitted"));
        QVERIFY(cell("sysv_msg:9", "process").startsWith("not permitted"));
        QCOMPARE(cell("sysv_msg:9", "waiters"), "not permitted, needs CAP_SYS_PTRACE");
        QCOMPARE(cell("sysv_msg:10", "waiters"), "0");
        QCOMPARE(cell("sysv_msg:10", "process"), "");
        QCOMPARE(cell("pipe:[77]", "process"), "nginx (100), a \"b\"\\xff (200)");
        QCOMPARE(cell("pipe:[77]", "messages"), "");
    }

    // With a privilege that looks into all but one, it helps nobody to be told that it takes it.
    void whoCannotBeSeen() {
        testing::SnapshotMaker make;
        make.process(100, "nginx");
        const auto odd = make.process(200, "odd");
        const auto queue = make.object("sysv_msg:10");
        make.wait(queue, odd, Access::read);
        make.at(queue).waiters_complete = make.at(queue).holders_complete = false;
        make.at_process(odd).calls_errno = EACCES;
        const auto cell = [&](const char* column) {
            const auto snapshot = make.make();
            return QString::fromStdString(cell_text(*snapshot, 0, *object_column(column)));
        };
        QCOMPARE(cell("waiters"), "1 or more");
        QCOMPARE(cell("holders"), "nobody seen; odd (200) cannot be looked into");
        make.at_process(0).maps_errno = EIO;
        QCOMPARE(cell("holders"), "nobody seen; 2 processes cannot be looked into");
        make.takes = make.text("a probe in the first pid namespace");
        QCOMPARE(cell("holders"), "not permitted, needs a probe in the first pid namespace");
        make.owners = false;
        QCOMPARE(cell("waiters"), "not asked for");
        make.at(queue).creator = 4711;
        QCOMPARE(cell("creator"), "4711 (gone)");
        make.processes_complete = false;
        QCOMPARE(cell("creator"), "4711 (not seen)");
    }

    void order() {
        const auto snapshot = queues();
        const auto sorted = [&](const char* column, bool descending) {
            std::vector<ObjectIndex> rows(snapshot->objects.size());
            for (ObjectIndex i = 0; i < rows.size(); ++i)
                rows[i] = i;
            sort_rows(*snapshot, rows, *object_column(column), descending);
            QStringList out;
            for (const auto row : rows)
                out << QString::fromStdString(snapshot->ref(snapshot->objects[row]));
            return out;
        };
        QCOMPARE(sorted("ref", false), QStringList({"pipe:[77]", "sysv_msg:9", "sysv_msg:10"}));
        QCOMPARE(sorted("ref", true), QStringList({"sysv_msg:10", "sysv_msg:9", "pipe:[77]"}));
        for (const bool descending : {false, true})
            QCOMPARE(sorted("messages", descending).front(), "sysv_msg:10");  // what is not known comes last
        for (const auto& column : all_object_columns())
            QCOMPARE(sorted(column.name.c_str(), true).size(), 3);
    }

    void lookUp() {
        const auto snapshot = queues();
        QCOMPARE(look_up(*snapshot, "sysv_msg:10").objects.size(), std::size_t{1});
        QCOMPARE(look_up(*snapshot, "0x1234").objects.size(), std::size_t{1});
        const auto gone = look_up(*snapshot, "sysv_msg:11");
        QVERIFY(gone.objects.empty());
        QVERIFY(!gone.near.empty());
        QVERIFY(!gone.problem.empty());
    }

    void changes() {
        const auto before = queues(), now = queues(5, false);
        QVERIFY(differences(*before, *queues()).empty());
        const auto found = differences(*before, *now);
        QCOMPARE(found.size(), std::size_t{2});
        for (const auto& change : found) {
            const auto words = QString::fromStdString(change_words(change, before.get(), *now));
            if (change.what == ObjectChange::What::vanished) {
                QCOMPARE(change.ref, "pipe:[77]");
            } else {
                QCOMPARE(change.ref, "sysv_msg:10");
                QCOMPARE(words, "messages 3 -> 5, cbytes 6 KiB -> 10 KiB");
            }
        }
        QVERIFY(differences(*now, *before).front().what != ObjectChange::What::vanished);
    }

    void historyIsBounded() {
        LevelHistory history(8);
        auto before = queues(0, false, 1);
        history.add(nullptr, *before, {});
        for (int i = 1; i <= 100; ++i) {
            const auto now = queues(i, false, i + 1);
            history.add(before.get(), *now, differences(*before, *now));
            before = now;
        }
        const auto points = history.of("sysv_msg:10", "messages");
        QCOMPARE(points.size(), std::size_t{8});
        QCOMPARE(points.back().value, 100);
        QVERIFY(history.of("sysv_msg:10", "qbytes").empty());
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return testing::runSubjects(argc, argv, std::make_unique<TestMonitorRows>(), watching(), commands());
}
#include "test_monitor_rows.moc"

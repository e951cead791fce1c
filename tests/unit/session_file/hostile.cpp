// Files that somebody made to harm.
#include "unit/session_file/session_file.h"

using namespace ipcscope;
using namespace ipcscope::testing;

class TestHostileFiles : public SessionFileTest {
    Q_OBJECT
private slots:
    void hostile_data() {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<bool>("told");
        const auto add = [](const char* name, const char* statements, bool told = true) {
            QTest::newRow(name) << QString::fromLatin1(statements) << told;
        };
        add("huge numbers",
            "UPDATE event_block SET t_ns = 9223372036854775807, dt_ns = printf('%.*c', n * 19, '9'), "
            "duration_ns = printf('%.*c', n * 19, '9'), worker = printf('%.*c', n * 6, '9'), phase = "
            "printf('%.*c', n, '9'), object = printf('%.*c', n * 20, '9')");
        add("negative numbers",
            "UPDATE event_block SET t_ns = -9223372036854775807, dt_ns = "
            "replace(printf('%.*c', n, 'x'), 'x', '-9223372036854775808'), captured = "
            "replace(printf('%.*c', n, 'x'), 'x', '-5'), place = replace(printf('%.*c', n, 'x'), 'x', '-7')");
        add("other types",
            "UPDATE event_block SET t_ns = 'x', ret = 5, flags = NULL, data = 7, level = x'00'");
        add("no numbers", "UPDATE event_block SET ret = printf('%.*c', n * 3, 'z'), dt_ns = 'abc'");
        for (const char* n : {"0", "-1", "65", "9223372036854775807", "1e300", "'x'"})
            add(n, qPrintable(QStringLiteral("UPDATE event_block SET n = %1; UPDATE flow_block SET n = %1")
                                  .arg(QLatin1String(n))));
        add("everything blocks for ever",
            "UPDATE event_block SET phase = printf('%.*c', n, '1'), worker = printf('%.*c', n, '1'), t_ns = "
            "1152921504606846976, dt_ns = '', duration_ns = "
            "replace(printf('%.*c', n, 'x'), 'x', '1152921504606846976')");
        add("a level each",
            "UPDATE event_block SET phase = printf('%.*c', n, '3'), call = replace(printf('%.*c', n, 'x'), "
            "'x', id || '00000'), ret = replace(printf('%.*c', n, 'x'), 'x', '9223372036854775807')",
            false);
        add("far apart",
            "UPDATE event_block SET id = -id - 1; UPDATE event_block SET id = id * -1000000000000");
        add("apart", "UPDATE event_block SET id = -id - 1; UPDATE event_block SET id = id * -1000");
        add("before the first", "UPDATE event_block SET id = id - 3");
        add("objects without end",  // tables are as long as the highest number
            "UPDATE event_block SET object = replace(printf('%.*c', n, 'x'), 'x', '4294967295')");
        add("data elsewhere",
            "UPDATE event_block SET place = replace(printf('%.*c', n, 'x'), 'x', '99999'), captured = "
            "replace(printf('%.*c', n, 'x'), 'x', '99999')");
        add("the same data for all",
            "UPDATE event_block SET data = zeroblob(3000000), place = printf('%.*c', n, '0'), results = '', "
            "captured = replace(printf('%.*c', n, 'x'), 'x', '3000000')",
            false);
        add("large ones that are not",
            "UPDATE event_block SET place = '', captured = replace(printf('%.*c', n, 'x'), 'x', '99999999'); "
            "INSERT INTO large VALUES(3, zeroblob(3000000)), (4, 7), (5, NULL), (-1, x'00')",
            false);
        add("results of no sense", "UPDATE event_block SET data = randomblob(length(data))", false);
        add("flows to nowhere", "UPDATE flow_block SET from_seq = printf('%.*c', n * 19, '9')");
        add("flows from far", "UPDATE flow_block SET seq = 9223372036854775807");
        add("flows from before", "UPDATE flow_block SET seq = -9223372036854775807");
        add("flows that jump", "UPDATE flow_block SET id = -id - 1; UPDATE flow_block SET id = id * -1000007",
            false);
        add("flows of other types",
            "UPDATE flow_block SET object = 'x', bytes = 5, merged = NULL, guess = 1e9");
        add("levels of nobody", "INSERT INTO level VALUES(NULL, 9223372036854775807, -1, -1, -1, -1)", false);
        add("touched anywhere",
            "INSERT INTO touched VALUES(NULL, 3, 1, -1, 9223372036854775807, 1), (NULL, -7, 1, 1, 1, 1)",
            false);
        add("no events", "DROP TABLE event_block");
        add("no large ones", "DROP TABLE large; UPDATE event_block SET place = ''", false);
        add("events are a view",
            "DROP VIEW events; DROP VIEW flows; DROP VIEW workers; DROP VIEW event; ALTER TABLE event_block "
            "RENAME TO e; CREATE VIEW event_block AS WITH RECURSIVE c(id) AS (SELECT 0 UNION ALL SELECT id + "
            "1 FROM c) SELECT c.id, e.n, e.t_ns FROM c, e");
        add("events without a key",
            "DROP TABLE event_block; CREATE TABLE event_block(id TEXT, n, t_ns, data)");
        add("events that are worked out",
            "DROP TABLE event_block; CREATE TABLE event_block(id INTEGER PRIMARY KEY, n AS (64), t_ns AS "
            "(zeroblob(1000000000)))");
    }
    void hostile() {
        QFETCH(QString, statements);
        QFETCH(bool, told);
        const auto where = path("hostile.ipcscope");
        QFile::remove(where);
        const AnyRecording recording(11, 300);
        QVERIFY(save_session(where.toStdString(), recording, {}).has_value());
        sql(where, qPrintable(statements));
        const auto file = opened(where);
        QVERIFY(file);
        look_at_all(*file);
        if (told) QVERIFY(!file->problems().empty());
        // The same out of memory, and no more of it than is asked for.
        const auto bytes = bytes_of(where);
        const auto little = open_session_bytes({bytes.constData(), static_cast<std::size_t>(bytes.size())},
                                               registry(), {.events = 128, .bytes = 1000});
        QVERIFY(little.has_value());
        (*little)->wait_loaded();
        look_at_all(**little);
        QVERIFY((*little)->events().size() <= 128);
    }
    void bytesThatAreNoFile() {
        for (const auto* bytes : {"", "x", "SQLite format 3"})
            QVERIFY(!open_session_bytes(bytes, registry()).has_value());
        const auto whole = bytes_of(golden("v2.ipcscope"));
        const auto file =
            open_session_bytes({whole.constData(), static_cast<std::size_t>(whole.size())}, registry());
        QVERIFY(file.has_value());
        (*file)->wait_loaded();
        QCOMPARE(joined((*file)->problems()), std::string());
        QCOMPARE((*file)->events().size(), 33u);
    }
    void hostileOld_data() {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<bool>("told");
        const auto add = [](const char* name, const char* statements, bool told = true) {
            QTest::newRow(name) << QString::fromLatin1(statements) << told;
        };
        add("huge numbers",
            "UPDATE event SET t_ns = 9223372036854775807, duration_ns = 9223372036854775807, "
            "worker = -1, phase = 99, object = 1e300, operation = 70000, original = -5");
        add("other types",
            "UPDATE event SET t_ns = 'x', ret = x'00', flags = 'y', payload = 5, results = 1.5");
        add("everything blocks for ever",
            "UPDATE event SET phase = 1, worker = 1, t_ns = 1152921504606846976, duration_ns = "
            "1152921504606846976");
        add("a level each",
            "UPDATE event SET phase = 3, object = seq * 77, call = seq, ret = 9223372036854775807", false);
        add("far apart", "UPDATE event SET seq = -seq - 1; UPDATE event SET seq = seq * -1000000000000 + 5");
        add("flows to nowhere", "UPDATE flow SET from_seq = -1, to_seq = 9223372036854775807");
        add("flows in a circle", "UPDATE flow SET from_seq = to_seq, to_seq = from_seq", false);
        add("levels of nobody", "INSERT INTO level VALUES(NULL, 9223372036854775807, -1, -1, -1, -1)", false);
        add("touched anywhere",
            "INSERT INTO touched VALUES(NULL, 3, 1, -1, 9223372036854775807, 1), (NULL, -7, 1, 1, 1, 1)",
            false);
        add("parents in a circle", "UPDATE worker SET parent = 1 + id % 2");
        add("worker 65535", "INSERT INTO worker(id, name, status) VALUES(65535, 'far', 'idle')", false);
        add("no such status", "UPDATE worker SET status = 'dreaming', exit_code = 'x'");
        add("open in all", "UPDATE handle SET open_in = '1 2 x 99999 1 1 1 1 1 1 1 1 1 1'", false);
        add("results of no sense", "UPDATE event SET results = x'ffffffff00000001'", false);
        add("args of no sense", "UPDATE call SET args = x'08ffffffff09ffffffff', operation = 3", false);
        add("calls that jump", "UPDATE call SET id = id * 1000000007", false);
        add("names that are none", "UPDATE operation SET name = x'00ff2e00' || id, title = x'00'");
        add("objects of no kind",
            "UPDATE object SET mechanism = x'00', kind = '', title = x'00', flow = 'up'", false);
        add("no events", "DROP TABLE event");
        add("no tables",
            "DROP TABLE worker; DROP TABLE object; DROP TABLE handle; DROP TABLE call; DROP TABLE flow; "
            "DROP TABLE level; DROP TABLE operation; DROP TABLE program; DROP TABLE bookmark");
        add("events are a view",
            "DROP VIEW events; DROP VIEW flows; DROP VIEW workers; ALTER TABLE event RENAME TO e; CREATE "
            "VIEW event AS "
            "WITH RECURSIVE n(seq) AS (SELECT 0 UNION ALL SELECT seq + 1 FROM n) SELECT n.seq, e.t_ns FROM "
            "n, e");
        add("events without a key", "DROP TABLE event; CREATE TABLE event(seq TEXT, t_ns, payload)");
        add("events that are worked out",
            "DROP TABLE event; CREATE TABLE event(seq INTEGER PRIMARY KEY, t_ns AS (zeroblob(1000000000)))");
        add("huge payload", "UPDATE event SET payload = zeroblob(3000000) WHERE seq = 7", false);
        add("wrong notes", "UPDATE notes SET json = '{\"bookmarks\":[[[[[[' || printf('%.100000c', '[')",
            false);
        add("wrong session",
            "UPDATE session SET value = x'00'; UPDATE session SET value = 1e300 WHERE key = 'started_ns'");
        add("a trigger", "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM event; END", false);
    }
    void hostileOld() {
        QFETCH(QString, statements);
        QFETCH(bool, told);
        const auto where = path("hostile.ipcscope");
        QFile::remove(where);
        QVERIFY(QFile::copy(golden("v1.ipcscope"), where));
        sql(where, qPrintable(statements));
        const auto file = opened(where);
        QVERIFY(file);
        look_at_all(*file);
        if (told) QVERIFY(!file->problems().empty());
    }
    void whatThisBuildDoesNotKnow() {
        const auto where = path("strange.ipcscope");
        QFile::remove(where);
        const AnyRecording recording(12, 200);
        QVERIFY(save_session(where.toStdString(), recording, {}).has_value());
        std::uint16_t wanted = 0;  // one that occurs, and is not the last one
        for (std::uint64_t seq = 0; seq < 200; ++seq)
            if (const auto saved = recording.events()[seq].operation;
                saved > 0 && saved + 2u < registry().operations().size())
                wanted = saved;
        QVERIFY(wanted > 0);
        // Names that stand at other numbers, and one that nobody knows.
        sql(where,
            (QByteArray("CREATE TABLE o AS SELECT id, name, title FROM operation; UPDATE operation SET "
                        "name = (SELECT name FROM o WHERE o.id = operation.id + 1), "
                        "title = (SELECT title FROM o WHERE o.id = operation.id + 1) "
                        "WHERE id < (SELECT max(id) FROM o); DROP TABLE o; "
                        "UPDATE operation SET name = 'telepathy.send', title = 'Think' WHERE id = ") +
             QByteArray::number(wanted) +
             "; "
             "UPDATE object SET mechanism = 'telepathy', kind = 'mind', title = 'Mind' WHERE id = 2")
                .constData());
        const auto file = opened(where);
        QVERIFY(file);
        QCOMPARE(file->problems().size(), 1u);
        QCOMPARE(std::string(file->state()->objects.at(ObjectId{2}).spec->label), std::string("Mind"));
        const auto last = file->registry().operations().size();
        bool strange = false;
        for (std::uint64_t seq = 0; seq < 200; ++seq) {
            const auto saved = recording.events()[seq].operation, read = file->events()[seq].operation;
            if (saved == 0) {
                QCOMPARE(read, saved);
            } else if (saved == wanted) {
                strange = true;
                const auto* ref = file->registry().operation(OperationId{read});
                QVERIFY(ref && std::string(ref->operation->title) == "Think");
                QCOMPARE(ref->name, std::string("telepathy.send"));
            } else if (saved < last - 1) {
                QCOMPARE(read, static_cast<std::uint16_t>(saved + 1));
            }
        }
        QVERIFY(strange);
    }
    void whatThisBuildDoesNotKnowOfOldFiles() {
        const auto where = path("strange.ipcscope");
        QFile::remove(where);
        QVERIFY(QFile::copy(golden("v1.ipcscope"), where));
        const auto before = opened(golden("v1.ipcscope"));
        sql(where,
            "UPDATE operation SET id = id + 1000; UPDATE event SET operation = operation + 1000 WHERE "
            "operation > 0; UPDATE operation SET name = 'telepathy.send', title = 'Think' WHERE id = "
            "(SELECT operation FROM event WHERE seq = 5)");
        const auto file = opened(where);
        QVERIFY(before && file);
        QCOMPARE(file->problems().size(), 1u);
        const auto& strange = file->events()[5];
        QCOMPARE(file->registry().operation(OperationId{strange.operation})->name,
                 std::string("telepathy.send"));
        for (std::uint64_t seq = 0; seq < file->events().size(); ++seq)
            if (file->events()[seq].operation != strange.operation)
                QCOMPARE(file->events()[seq].operation, before->events()[seq].operation);
    }
    // Files of each version must open for ever.
    void oldFiles() {
        const QDir golden(QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden"));
        const auto files = golden.entryList({"*.ipcscope"});
        QCOMPARE(files.size(), session_file::format_version);
        for (const auto& name : files) {
            const auto copy = path("golden.ipcscope");
            QFile::remove(copy);
            QVERIFY(QFile::copy(golden.filePath(name), copy));
            const auto file = opened(copy);
            QVERIFY2(file, qPrintable(name));
            QCOMPARE(joined(file->problems()), std::string());
            QCOMPARE(file->events().size(), 33u);
            QCOMPARE(name, QStringLiteral("v%1.ipcscope").arg(file->version()));
            QCOMPARE(file->flows().size(), 5u);
            QCOMPARE(file->state()->workers.size(), 2u);
            QCOMPARE(file->state()->workers[1].name, std::string("child"));
            QCOMPARE(file->notes().bookmarks.size(), 1u);
            if (file->version() > 2) {
                QCOMPARE(file->notes().labels.at("worker:child"), std::string("Kind"));
                QCOMPARE(file->notes().filters.at(0).text, std::string("duration > 2ms"));
                QCOMPARE(file->notes().grouping, std::string("by_process"));
            }
            bool greeted = false;
            for (std::uint64_t seq = 0; seq < file->events().size(); ++seq)
                greeted |= file->events().payload(file->events()[seq]) == "Hello";
            QVERIFY(greeted && file->program().find("Hello through a pipe") != std::string::npos);
            look_at_all(*file);
        }
    }
};

std::unique_ptr<QObject> ipcscope::testing::hostile_files() {
    return std::make_unique<TestHostileFiles>();
}
#include "hostile.moc"

// What is no session file, and how that is said.
#include "unit/session_file/session_file.h"

using namespace ipcscope;
using namespace ipcscope::testing;

class TestRefusedFiles : public SessionFileTest {
    Q_OBJECT
private slots:
    void otherFilesAreRefused() {
        std::string why;
        put(path("empty"), "");
        put(path("text"), QByteArray(10'000, 'x'));
        QFile::remove(path("other"));
        {
            auto db = session_file::Database::create(path("other").toStdString());
            QVERIFY(db && db->run("CREATE TABLE event(seq INTEGER PRIMARY KEY)"));
        }
        for (const auto* name : {"empty", "text", "other"}) {
            QVERIFY2(!opened(path(name), &why), name);
            QVERIFY2(why.find("is not a session file of IPC Scope") != std::string::npos, why.c_str());
            QVERIFY(!is_session_file(path(name).toStdString()));
        }
        QVERIFY(!opened(path("nowhere"), &why) && why.find("ENOENT") != std::string::npos);
        QVERIFY(!opened(folder_.path(), &why) && why.find("is a directory") != std::string::npos);
        QVERIFY(!opened(QStringLiteral("/dev/zero"), &why) && why.find("regular") != std::string::npos);
        const auto where = path("newer.ipcscope");
        QVERIFY(save_session(where.toStdString(), AnyRecording(1, 10), {}).has_value());
        QVERIFY(is_session_file(where.toStdString()));
        sql(where, "PRAGMA user_version=4");
        QVERIFY(!opened(where, &why));
        QVERIFY2(why.find("format version 4") != std::string::npos &&
                     why.find("newer one is needed") != std::string::npos,
                 why.c_str());
    }
};

std::unique_ptr<QObject> ipcscope::testing::refused_files() {
    return std::make_unique<TestRefusedFiles>();
}
#include "refused.moc"

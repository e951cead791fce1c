// Recorders that have no room, or no right to write: a limit, a file system of a megabyte, one that is
// read-only.
#include "session_file/checkpointer.h"
#include "unit/session_file/process.h"
#include "unit/session_file/session_file.h"

#include <QFileInfo>

#include <sched.h>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr int not_permitted = 77;

// A file may have so many bytes only, then more.
int record_without_room(const char* path) {
    std::signal(SIGXFSZ, SIG_IGN);
    const MadeUpRecording traffic({.events = 60'000});
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 1 << 20;
    setrlimit(RLIMIT_FSIZE, &limit);
    auto recorder = Recorder::create(path, traffic, {}, {.interval_ms = 5});
    if (!recorder) return 1;
    while ((*recorder)->problem().empty())
        std::this_thread::yield();
    std::printf("%s\n", (*recorder)->problem().c_str());
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
    return (*recorder)->finish() && (*recorder)->events_written() == traffic.events().size() ? 0 : 3;
}

void put_text(const char* path, const std::string& text) {
    if (FILE* file = std::fopen(path, "w")) {
        std::fwrite(text.data(), 1, text.size(), file);
        std::fclose(file);
    }
}

// File systems that only this process sees.
bool own_mounts() {
    const auto user = std::to_string(getuid()), group = std::to_string(getgid());
    if (unshare(CLONE_NEWNS) != 0) {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
        put_text("/proc/self/setgroups", "deny");
        put_text("/proc/self/uid_map", user + " " + user + " 1");
        put_text("/proc/self/gid_map", group + " " + group + " 1");
    }
    return mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

// Says what the recorder says. 0 = what was written is sound while the disk is full, and all of it is there
// when there is room again.
int record_on_a_full_disk(const char* directory) {
    if (!own_mounts() || mount("tmpfs", directory, "tmpfs", 0, "size=1536k") != 0) return not_permitted;
    const auto path = std::string(directory) + "/full.ipcscope";
    const MadeUpRecording traffic({.events = 60'000});
    auto recorder = Recorder::create(path, traffic, {}, {.interval_ms = 5});
    if (!recorder) return 1;
    while ((*recorder)->problem().empty())
        std::this_thread::yield();
    std::printf("%s\n", (*recorder)->problem().c_str());
    std::fflush(stdout);
    {
        const auto written = (*recorder)->events_written();
        const auto file = opened(QString::fromStdString(path));
        if (!file || file->events().size() < written || file->problems().size() != 1) return 2;
        for (std::uint64_t seq = 0; seq < file->events().size(); ++seq)
            if (file->events().payload(file->events()[seq]) !=
                traffic.events().payload(traffic.events()[seq]))
                return 3;
    }
    if (mount(nullptr, directory, nullptr, MS_REMOUNT, "size=64m") != 0) return not_permitted;
    if (!(*recorder)->finish()) return 4;
    const auto file = opened(QString::fromStdString(path));
    return file && file->problems().empty() && difference(traffic, *file, false).empty() ? 0 : 5;
}

int record_where_all_is_read_only(const char* directory) {
    if (!own_mounts() || mount("tmpfs", directory, "tmpfs", MS_RDONLY, "size=64k") != 0) return not_permitted;
    const auto path = std::string(directory) + "/never.ipcscope";
    const auto recorder = Recorder::create(path, AnyRecording(1, 10), {});
    std::printf("%s\n", recorder ? "" : recorder.error().text().c_str());
    return recorder ? 1 : 0;
}

}  // namespace

class TestRoom : public SessionFileTest {
    Q_OBJECT
private slots:
    void whereNothingCanBeWritten() {
        const AnyRecording recording(1, 10);
        for (const auto* where : {"/proc/a.ipcscope", "/nowhere/a.ipcscope"}) {
            const auto recorder = Recorder::create(where, recording, {});
            QVERIFY(!recorder);
            QVERIFY2(recorder.error().text().find(where) != std::string::npos,
                     recorder.error().text().c_str());
            QVERIFY2(recorder.error().code != 0, recorder.error().text().c_str());
            QVERIFY(!save_session(where, recording, {}).has_value());
        }
        put(path("there.ipcscope"), "mine");
        const auto refused = Recorder::create(path("there.ipcscope").toStdString(), recording, {});
        QVERIFY(!refused && refused.error().code == EEXIST);
        QCOMPARE(bytes_of(path("there.ipcscope")), QByteArray("mine"));
    }
    void theLogIsEmptiedMeanwhile() {
        const auto where = path("log.ipcscope");
        auto db = session_file::Database::create(where.toStdString());
        QVERIFY(db.has_value());
        QVERIFY(db->run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE t(x);"));
        session_file::Checkpointer checkpointer(*db);
        QVERIFY(db->run("INSERT INTO t VALUES(zeroblob(20000000))"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(where).size() > 16'000'000, 60'000);
    }
    void noRoom() {
        const auto where = path("room.ipcscope");
        Process process("--without-room", where);
        const auto [said, code] = process.run();
        QCOMPARE(code, 0);
        QVERIFY2(
            said.find(where.toStdString()) != std::string::npos && said.find("EFBIG") != std::string::npos,
            said.c_str());
        const auto file = opened(where);
        QVERIFY(file);
        QCOMPARE(joined(file->problems()), std::string());
        SAME(MadeUpRecording({.events = 60'000}), *file);
    }
    void fullDisk() {
        const auto where = path("disk");
        QVERIFY(QDir().mkdir(where));
        Process process("--on-a-full-disk", where);
        const auto [said, code] = process.run();
        if (code == not_permitted) QSKIP("this user may mount nothing");
        QCOMPARE(code, 0);
        QVERIFY2(said.find((where + QStringLiteral("/full.ipcscope")).toStdString()) != std::string::npos &&
                     said.find("ENOSPC") != std::string::npos &&
                     said.find("in memory, up to") != std::string::npos,
                 said.c_str());
    }
    void readOnly() {
        const auto where = path("fixed");
        QVERIFY(QDir().mkdir(where));
        Process process("--where-all-is-read-only", where);
        const auto [said, code] = process.run();
        if (code == not_permitted) QSKIP("this user may mount nothing");
        QCOMPARE(code, 0);
        QVERIFY2(said.find("/never.ipcscope") != std::string::npos && said.find("EROFS") != std::string::npos,
                 said.c_str());
    }
};

int ipcscope::testing::process_without_room(int argc, char** argv) {
    if (argc != 3) return -1;
    if (!std::strcmp(argv[1], "--without-room")) return record_without_room(argv[2]);
    if (!std::strcmp(argv[1], "--on-a-full-disk")) return record_on_a_full_disk(argv[2]);
    if (!std::strcmp(argv[1], "--where-all-is-read-only")) return record_where_all_is_read_only(argv[2]);
    return -1;
}
std::unique_ptr<QObject> ipcscope::testing::without_room() {
    return std::make_unique<TestRoom>();
}
#include "room.moc"

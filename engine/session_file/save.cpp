#include "session_file/notes_tables.h"
#include "session_file/schema.h"
#include "session_file/writer.h"

#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

namespace ipcscope {

namespace {

// A name beside the file that nobody else uses.
std::string part_name(const std::string& path) {
    return fmt::format("{}.{}.part", path, getpid());
}

void remove_with_logs(const std::string& path) {
    for (const char* end : {"", "-wal", "-shm", "-journal"})
        unlink((path + end).c_str());
}

Status sync_file(const std::string& path) {
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return system_failure(path, "open");
    const bool done = fsync(fd) == 0;
    const int code = errno;
    close(fd);
    if (!done) return system_failure(path, "fsync", code);
    return {};
}

}  // namespace

Status save_session(const std::string& path, const Recording& recording, const SessionTexts& texts,
                    const SaveProgress& progress) {
    const auto part = part_name(path);
    remove_with_logs(part);
    Status status;
    {
        using session_file::Writer;
        auto writer = Writer::create(part, recording, texts, Writer::Safety::when_finished);
        status = writer ? (*writer)->finish(progress) : Status(tl::unexpected<Error>(writer.error()));
    }
    if (status) status = sync_file(part);
    if (status && rename(part.c_str(), path.c_str()) != 0) status = system_failure(path, "rename");
    if (!status) remove_with_logs(part);
    return status;
}

Status save_notes(const std::string& path, const ViewNotes& notes) {
    auto db = session_file::Database::open_for_writing(path);
    if (!db) return tl::unexpected<Error>(db.error());
    if (auto begun = db->run("BEGIN IMMEDIATE"); !begun) return begun;
    std::int64_t version = 0;
    {
        auto ask = db->prepare("PRAGMA user_version");
        if (ask && ask->step() == SQLITE_ROW) version = ask->integer(0);
    }
    if (version < 1 || version > session_file::format_version)
        return failure(path + " is no session file of a version that this program writes");
    if (auto done = session_file::write_notes(*db, notes, static_cast<int>(version)); !done) return done;
    return db->run("COMMIT");
}

}  // namespace ipcscope

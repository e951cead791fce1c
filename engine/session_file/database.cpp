#include "session_file/database.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <sys/stat.h>

namespace ipcscope::session_file {

namespace {

// A file that somebody else made may ask for no more than this.
constexpr int longest_value = 64 << 20;

// A file: URI in which nothing of the path has a meaning.
std::string uri_of(const std::string& path, const char* options) {
    std::string out = "file:";
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '/' || c == '.' || c == '_' || c == '-';
        if (plain)
            out += c;
        else
            out += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    }
    return out + options;
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* stmt) const {
    sqlite3_finalize(stmt);
}

void Statement::bind(int at, std::int64_t value) {
    sqlite3_bind_int64(stmt_.get(), at + 1, value);
}
void Statement::bind_null(int at) {
    sqlite3_bind_null(stmt_.get(), at + 1);
}
void Statement::bind_text(int at, std::string_view text) {
    sqlite3_bind_text64(stmt_.get(), at + 1, text.data() ? text.data() : "", text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
}
void Statement::bind_blob(int at, std::string_view bytes) {
    sqlite3_bind_blob64(stmt_.get(), at + 1, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC);
}

int Statement::step() {
    const int result = sqlite3_step(stmt_.get());
    if (result != SQLITE_ROW) sqlite3_reset(stmt_.get());
    return result;
}

void Statement::reset() {
    sqlite3_reset(stmt_.get());
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(stmt_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column, bool* sound) const {
    const int type = sqlite3_column_type(stmt_.get(), column);
    if (type == SQLITE_INTEGER) return sqlite3_column_int64(stmt_.get(), column);
    if (type != SQLITE_NULL && sound) *sound = false;
    return 0;
}

std::string_view Statement::bytes(int column, bool* sound) const {
    const int type = sqlite3_column_type(stmt_.get(), column);
    if (type == SQLITE_NULL) return {};
    if (type != SQLITE_BLOB && type != SQLITE_TEXT) {
        if (sound) *sound = false;
        return {};
    }
    const auto* data = static_cast<const char*>(sqlite3_column_blob(stmt_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(stmt_.get(), column));
    return data ? std::string_view(data, size) : std::string_view();
}

void Database::Closer::operator()(sqlite3* db) const {
    sqlite3_close_v2(db);
}

Result<Database> Database::open_with(const std::string& uri, const std::string& path, int flags) {
    Database out;
    out.path_ = path;
    sqlite3* db = nullptr;
    const int result =
        sqlite3_open_v2(uri.c_str(), &db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    out.db_.reset(db);
    if (!db) return failure(path + ": there is no memory for it");
    sqlite3_extended_result_codes(db, 1);
    if (result != SQLITE_OK) return out.failed("open");
    sqlite3_busy_timeout(db, 2000);
    return out;
}

Result<Database> Database::create(const std::string& path) {
    // SQLite would take what is there, and tell less of why it cannot.
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return system_failure(path, "open");
    ::close(fd);
    return open_with(uri_of(path, ""), path, SQLITE_OPEN_READWRITE);
}

Result<Database> Database::open_for_writing(const std::string& path) {
    return open_with(uri_of(path, ""), path, SQLITE_OPEN_READWRITE);
}

namespace {

void make_safe(sqlite3* db, bool salvage) {
    if (salvage)
        sqlite3_db_config(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);  // reads on where it would stop
    else
        sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, longest_value);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_exec(db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=2;", nullptr, nullptr,
                 nullptr);
}

std::uint64_t size_of(const std::string& path) {
    struct stat about {};
    return stat(path.c_str(), &about) == 0 ? static_cast<std::uint64_t>(about.st_size) : 0;
}

}  // namespace

Result<Database> Database::open(const std::string& path, Found& found) {
    found = {};
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return system_failure(path, "open");
    struct stat about {};
    const bool known = fstat(fd, &about) == 0;
    ::close(fd);
    if (known && S_ISDIR(about.st_mode)) return failure(path + " is a directory");
    if (known && !S_ISREG(about.st_mode)) return failure(path + " is not a regular file");
    found.bytes = size_of(path) + size_of(path + "-wal");
    for (int attempt = 0; attempt < 3; ++attempt) {
        auto out =
            open_with(uri_of(path, found.without_log ? "?immutable=1" : ""), path, SQLITE_OPEN_READONLY);
        if (!out) return out;
        make_safe(out->get(), found.damaged);
        // The first look at the file: a write-ahead log needs files beside it.
        const auto look = out->run("SELECT 1 FROM sqlite_schema LIMIT 1");
        if (look) return out;
        const int code = out->code() & 0xff;
        if (code == SQLITE_CORRUPT && !found.damaged)
            found.damaged = true;
        else if (!found.without_log &&
                 (code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_PERM))
            found.without_log = true;
        else
            return tl::unexpected<Error>(look.error());
    }
    return failure(path + " cannot be read");
}

Result<Database> Database::open_bytes(std::string_view bytes, Found& found) {
    found = {};
    found.bytes = bytes.size();
    for (const bool salvage : {false, true}) {
        auto out = open_with(":memory:", "session in memory", SQLITE_OPEN_READWRITE);
        if (!out) return out;
        const auto size = static_cast<sqlite3_int64>(bytes.size());
        // Read only, which is why the bytes may be those of somebody else.
        auto* data = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data() ? bytes.data() : ""));
        if (sqlite3_deserialize(out->get(), "main", data, size, size, SQLITE_DESERIALIZE_READONLY) !=
            SQLITE_OK)
            return out->failed("open");
        make_safe(out->get(), salvage);
        found.damaged = salvage;
        const auto look = out->run("SELECT 1 FROM sqlite_schema LIMIT 1");
        if (look) return out;
        if (salvage || (out->code() & 0xff) != SQLITE_CORRUPT) return tl::unexpected<Error>(look.error());
    }
    return failure("session in memory cannot be read");
}

Status Database::run(const char* sql) {
    if (sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failed("write");
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* stmt = nullptr;
    if (sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &stmt, nullptr) != SQLITE_OK)
        return failed("read");
    Statement out;
    out.stmt_.reset(stmt);
    return out;
}

int Database::code() const {
    return sqlite3_extended_errcode(db_.get());
}

tl::unexpected<Error> Database::failed(const char* what) const {
    const int primary = code() & 0xff;
    // Of a full disk SQLite keeps no errno: it is what it means.
    const int system = primary == SQLITE_FULL ? ENOSPC : sqlite3_system_errno(db_.get());
    const bool by_system = primary == SQLITE_IOERR || primary == SQLITE_FULL || primary == SQLITE_CANTOPEN ||
                           primary == SQLITE_PERM || primary == SQLITE_READONLY;
    if (by_system && system != 0)
        return tl::unexpected<Error>(
            Error{fmt::format("{}: {}", path_, sqlite3_errmsg(db_.get())), what, system});
    return failure(fmt::format("{}: {}", path_, sqlite3_errmsg(db_.get())));
}

}  // namespace ipcscope::session_file

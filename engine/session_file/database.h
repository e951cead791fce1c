// SQLite as this program uses it: no exceptions, every failure says file, what SQLite says and errno.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace ipcscope::session_file {

class Database;

// A prepared statement. Parameters and columns count from 0. What is bound must stay until step().
class Statement {
public:
    Statement() = default;
    void bind(int at, std::int64_t value);
    void bind_null(int at);
    void bind_text(int at, std::string_view text);
    void bind_blob(int at, std::string_view bytes);
    // SQLITE_ROW, SQLITE_DONE or an error code; after the last two it can be used again.
    int step();
    void reset();

    // NULL and values of another type are 0 or ""; `sound` turns false for a value of another type.
    std::int64_t integer(int column, bool* sound = nullptr) const;
    std::string_view bytes(int column, bool* sound = nullptr) const;  // valid until the next step
    bool is_null(int column) const;
    explicit operator bool() const { return stmt_ != nullptr; }

private:
    friend class Database;
    struct Finalizer {
        void operator()(sqlite3_stmt* stmt) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> stmt_;
};

class Database {
public:
    static Result<Database> create(const std::string& path);  // must not exist yet
    // For reading what somebody else may have made: no triggers, views, functions of its own.
    struct Found {
        bool without_log = false;  // the write-ahead log is not looked at: the directory cannot be written
        bool damaged = false;      // shorter than it says, or its list of tables is not sound
        std::uint64_t bytes = 0;   // with its log
    };
    static Result<Database> open(const std::string& path, Found& found);
    // The same of a file's bytes, which must stay as long as it. (A path cannot stand for a nameless file:
    // SQLite opens what a link of /proc/self/fd says that it leads to.)
    static Result<Database> open_bytes(std::string_view bytes, Found& found);
    // For a change of notes: what create() made.
    static Result<Database> open_for_writing(const std::string& path);

    Status run(const char* sql);  // several statements
    Result<Statement> prepare(std::string_view sql);
    // What failed last, with the errno that was behind it, if one was.
    tl::unexpected<Error> failed(const char* what) const;
    int code() const;  // SQLite's extended code of what failed last
    const std::string& path() const { return path_; }
    sqlite3* get() const { return db_.get(); }

private:
    static Result<Database> open_with(const std::string& uri, const std::string& path, int flags);
    struct Closer {
        void operator()(sqlite3* db) const;
    };
    std::unique_ptr<sqlite3, Closer> db_;
    std::string path_;
};

}  // namespace ipcscope::session_file
